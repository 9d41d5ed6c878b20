export const id = 938;
export const ids = [938];
export const modules = {

/***/ 1938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/cloudformation/stacks.js + 4 modules
var stacks = __webpack_require__(542);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/services.js + 1 modules
var services = __webpack_require__(2442);
// EXTERNAL MODULE: ./build/adapters/aws/instances.js
var instances = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/adapters/aws/logs.js
var logs = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/adapters/aws/lookups.js + 3 modules
var lookups = __webpack_require__(2042);
// EXTERNAL MODULE: ./build/adapters/aws/networks.js
var networks = __webpack_require__(5844);
// EXTERNAL MODULE: ./build/adapters/aws/roles.js
var roles = __webpack_require__(6034);
// EXTERNAL MODULE: ./build/adapters/aws/scaling.js
var scaling = __webpack_require__(9462);
// EXTERNAL MODULE: ./build/adapters/aws/targets.js
var targets = __webpack_require__(2881);
// EXTERNAL MODULE: ./build/adapters/runner/reviewed-file.js
var reviewed_file = __webpack_require__(6346);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/next-steps.js
var next_steps = __webpack_require__(9967);
// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/model/unit-id.js
var unit_id = __webpack_require__(974);
// EXTERNAL MODULE: ./build/plan/unit.js
var unit = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/engine/in-parallel.js
var in_parallel = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/engine/observe/guard.js
var guard = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/engine/outcome-of-error.js
var outcome_of_error = __webpack_require__(8682);
// EXTERNAL MODULE: ./build/engine/removal/delete-service.js
var delete_service = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/health/stack/stack-failure.js
/**
 * The event that made an operation fail: the earliest failed resource that was not merely cancelled because of another
 * one; where there is none, the stack's own. `events` are those of the operation, oldest first.
 */
function rootCause(events, stackId) {
    const failed = events.filter(({ status, reason = '' }) => status.endsWith('_FAILED') && !CANCELLED.test(reason));
    return failed.find(({ physicalId }) => physicalId !== stackId) ?? failed[0] ?? lastWithReason(events, stackId);
}
const CANCELLED = /Resource (creation|update|deletion) cancelled/i;
/** E.g. ROLLBACK_IN_PROGRESS with `Resource creation cancelled. … Rollback requested by user.` */
function lastWithReason(events, stackId) {
    return events.findLast(({ physicalId, status, reason }) => physicalId === stackId && status.includes('ROLLBACK') && reason !== undefined);
}
/** Whether a resource could not be made because its name belongs to something outside of the stack. */
function isNameTaken(reason) {
    return /already exists|with the same name .* exists/i.test(reason);
}

// EXTERNAL MODULE: ./build/engine/deadline.js
var deadline = __webpack_require__(3783);
;// CONCATENATED MODULE: ./build/health/stack/stack-operation.js
/**
 * How an operation on a stack ends. UPDATE_COMPLETE_CLEANUP_IN_PROGRESS is an end: everything new serves, what was
 * replaced is being deleted. A creation is always one that takes the stack with it when it fails.
 */
const ENDS = {
    create: {
        good: ['CREATE_COMPLETE'],
        bad: ['DELETE_COMPLETE', 'DELETE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'],
    },
    update: {
        good: ['UPDATE_COMPLETE', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'],
        bad: ['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'UPDATE_FAILED'],
    },
    delete: { good: ['DELETE_COMPLETE'], bad: ['DELETE_FAILED'] },
    'continue-rollback': {
        good: ['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'],
        bad: ['UPDATE_ROLLBACK_FAILED'],
    },
};
/**
 * Judges an operation by its own events, oldest first: the status of the stack can still be that of the operation
 * before. `message` of an end is the stack's status.
 */
function assessStackOperation(events, operation, stackId) {
    const own = events.filter(({ physicalId }) => physicalId === stackId);
    const { good, bad } = ENDS[operation];
    for (const { status } of own) {
        if (good.includes(status))
            return { state: 'healthy', message: status };
        if (bad.includes(status))
            return { state: 'failed', message: status };
    }
    const status = own.at(-1)?.status ?? 'accepted';
    const working = inProgress(events, stackId);
    return { state: 'pending', message: working.length > 0 ? `${status}: ${working.join(', ')}` : status };
}
function inProgress(events, stackId) {
    const latest = new Map(events.map(({ logicalId, physicalId, status }) => [logicalId, { physicalId, status }]));
    return [...latest]
        .filter(([, { physicalId, status }]) => physicalId !== stackId && status.endsWith('_IN_PROGRESS'))
        .map(([logicalId]) => logicalId);
}

// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/engine/observe/stack-operation.js


/**
 * CloudFormation's limits are unpublished; two looks a second apart have been throttled where ten stacks were followed.
 */
const EVERY_MS = 2_000;
/** Follows an operation that this run started to its end, telling its events as they come. */
async function followStackOperation({ operation, stackName, stackId, clientRequestToken, meanwhile, withinMs, signal }, ports) {
    const told = new Set();
    const observe = async () => {
        const events = await ports.stacks.operationEvents(stackId, clientRequestToken);
        for (const event of events.filter(({ eventId }) => !told.has(eventId))) {
            told.add(event.eventId);
            ports.progress.emit({ kind: 'stack-event', stack: stackName, event });
        }
        await meanwhile?.(events);
        return events;
    };
    return (0,wait/* waitFor */.f)({
        subject: `stack ${stackName}`,
        observe,
        assess: (events) => assessStackOperation(events, operation, stackId),
        everyMs: EVERY_MS,
        withinMs,
        signal,
    }, ports);
}

// EXTERNAL MODULE: ./build/engine/observe/unique-name.js
var unique_name = __webpack_require__(3885);
// EXTERNAL MODULE: ./build/engine/write.js
var write = __webpack_require__(9240);
;// CONCATENATED MODULE: ./build/engine/removal/delete-stack.js






/** Deletes a stack, in whatever state it is, and says what of it stays. */
async function deleteStack({ id, name }, run) {
    const clientRequestToken = (0,unique_name/* uniqueName */.Fi)(run.clock);
    await run.stacks.delete(id, clientRequestToken);
    (0,write/* tellOfWrite */.k)(`deleted stack ${name}`, run);
    const { kind, view, message } = await followStackOperation({ operation: 'delete', stackName: name, stackId: id, clientRequestToken, ...(0,deadline/* patience */._)(run) }, run);
    if (kind === 'healthy')
        return { kind: 'destroyed', summary: `Stack ${name} was deleted.`, evidence: retained(view) };
    const cause = rootCause(view, id);
    return {
        kind,
        summary: `Stack ${name} is ${message}: ${cause ? `${cause.logicalId}: ${cause.reason}` : 'no reason given'}`,
        evidence: view.filter(({ status }) => status === 'DELETE_FAILED').map(eventText),
        nextStep: kind === 'timed-out'
            ? `CloudFormation continues by itself. ${next_steps/* RUN_AGAIN */.B}`
            : 'Remove what the event names, then run the job again.',
    };
}
function retained(events) {
    return events
        .filter(({ status }) => status === 'DELETE_SKIPPED')
        .map(({ logicalId, type, physicalId }) => `kept: ${logicalId} (${type}) ${physicalId}`);
}
function eventText({ logicalId, type, reason = '' }) {
    return `${logicalId} (${type}): ${reason}`;
}

// EXTERNAL MODULE: ./build/engine/removal/removal-units.js
var removal_units = __webpack_require__(3894);
// EXTERNAL MODULE: ./build/engine/tell-outcome.js
var tell_outcome = __webpack_require__(4637);
;// CONCATENATED MODULE: ./build/health/target/emptied-group.js
/** Healthy when the group has no instances and the cluster knows none. */
function assessEmptiedGroup({ group, containerInstances }) {
    const left = group?.instances.map(({ id, lifecycleState }) => `${id} is ${lifecycleState}`) ?? [];
    if (left.length > 0)
        return { state: 'pending', message: left.join(', ') };
    if (containerInstances.length === 0)
        return { state: 'healthy', message: 'no instances' };
    const ids = containerInstances.map(({ ec2InstanceId }) => ec2InstanceId);
    return { state: 'pending', message: `${ids.join(', ')} still registered in the cluster` };
}

;// CONCATENATED MODULE: ./build/engine/unprotect-instances.js

/**
 * Removes the scale-in protection of a group's instances: with it, neither a resize nor CloudFormation's deletion of
 * the group ends an instance, and the latter waits until it gives up.
 */
async function unprotectInstances(name, { instances, progress }) {
    const group = await instances.group(name);
    const ids = (group?.instances ?? [])
        .filter(({ protectedFromScaleIn, lifecycleState }) => protectedFromScaleIn && lifecycleState === 'InService')
        .map(({ id }) => id);
    if (ids.length === 0)
        return;
    await instances.removeProtection(name, ids);
    (0,write/* tellOfWrite */.k)(`removed the scale-in protection of ${ids.join(', ')}`, { progress });
}

;// CONCATENATED MODULE: ./build/engine/destroy/drain-instances.js






const drain_instances_EVERY_MS = 5_000;
/**
 * Empties the group before its stack goes: CloudFormation would wait for ever for instances that are protected from
 * scale-in, and ECS deletes no cluster that has container instances. Returns why it could not, undefined where the
 * group is empty.
 */
async function drainInstances(resources, run) {
    const name = resources.find(isGroup)?.physicalId;
    if (!name)
        return undefined;
    const observe = async () => {
        // Each time: an instance that was being launched meanwhile comes up protected.
        await unprotectInstances(name, run);
        await shrink(name, run);
        return {
            group: await run.instances.group(name),
            containerInstances: await run.instances.containerInstances(run.cluster.name),
        };
    };
    const { kind, message } = await (0,wait/* waitFor */.f)({ subject: `instances of ${name}`, observe, assess: assessEmptiedGroup, everyMs: drain_instances_EVERY_MS, ...(0,deadline/* patience */._)(run) }, run);
    if (kind === 'healthy')
        return undefined;
    return {
        kind,
        summary: `The instances of ${name} were not terminated in time: ${message}.`,
        evidence: [],
        nextStep: next_steps/* RUN_AGAIN */.B,
    };
}
function isGroup({ type, status }) {
    return type === 'AWS::AutoScaling::AutoScalingGroup' && status !== 'DELETE_COMPLETE';
}
async function shrink(name, { instances, progress }) {
    const group = await instances.group(name);
    if (!group || (group.minSize === 0 && group.desiredCapacity === 0))
        return;
    await instances.resize(name, { minSize: 0, desiredCapacity: 0 });
    (0,write/* tellOfWrite */.k)(`resized Auto Scaling group ${name} to 0`, { progress });
}

;// CONCATENATED MODULE: ./build/health/stack/stack-status.js
function stackState(status) {
    if (status === undefined || status === 'DELETE_COMPLETE')
        return 'absent';
    if (status === 'REVIEW_IN_PROGRESS')
        return 'never-executed';
    if (status.endsWith('_IN_PROGRESS'))
        return 'busy';
    if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED')
        return 'failed-creation';
    if (status === 'UPDATE_ROLLBACK_FAILED')
        return 'rollback-failed';
    if (status === 'DELETE_FAILED')
        return 'half-deleted';
    return 'updatable';
}

// EXTERNAL MODULE: ./build/engine/observe/read-services.js
var read_services = __webpack_require__(4007);
;// CONCATENATED MODULE: ./build/engine/observe/settled-stack.js


/**
 * For some seconds after a change set was executed, DescribeStacks can still say REVIEW_IN_PROGRESS; this often it is
 * asked again.
 */
const REVIEW_LOOKS = 3;
/** The stack once no operation runs on it, or the time is up; undefined where there is none. */
async function observeSettledStack(name, { withinMs, signal }, ports) {
    let reviews = 0;
    const assess = (stack) => {
        const state = stackState(stack?.status);
        if (state === 'never-executed' && ++reviews < REVIEW_LOOKS)
            return { state: 'pending', message: 'in review' };
        if (state === 'busy')
            return { state: 'pending', message: `${stack?.status}, started by someone else` };
        return { state: 'healthy', message: state };
    };
    const { view } = await (0,wait/* waitFor */.f)({ subject: `stack ${name}`, observe: () => ports.stacks.describe(name), assess, withinMs, signal }, ports);
    return stackState(view?.status) === 'absent' ? undefined : view;
}

;// CONCATENATED MODULE: ./build/engine/destroy/inventory.js





/** Takes stock of everything that has to go, including what config has forgotten: tags tell whose it is. */
async function takeInventory(run) {
    const { cluster, stacks, services } = run;
    const settled = (name) => observeSettledStack(name, (0,deadline/* patience */._)(run), run);
    const named = cluster.services.map(({ name }) => (0,stack_names/* serviceStackName */.ZZ)(cluster.name, name));
    const tagged = (await stacks.list())
        .filter(({ tags }) => tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster.name && tags[stack_names/* STACK_TAGS */.zt.service] !== undefined)
        .map(({ name }) => name);
    const [clusterStack, ...serviceStacks] = await Promise.all([(0,stack_names/* clusterStackName */.CW)(cluster.name), ...new Set([...named, ...tagged])].map(settled));
    const found = [clusterStack, ...serviceStacks].filter((stack) => stack !== undefined);
    const live = await (0,read_services/* readLiveServices */.z)(services, cluster.name);
    const isOurs = ({ name, tags }) => tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster.name || cluster.services.some((service) => service.name === name);
    return {
        clusterStack,
        serviceStacks: serviceStacks.filter((stack) => stack !== undefined),
        services: live.filter(isOurs),
        foreignServices: live.filter((service) => !isOurs(service)).map(({ name }) => name),
        foreignStacks: found
            .filter(({ status, tags }) => stackState(status) !== 'never-executed' && tags[stack_names/* STACK_TAGS */.zt.cluster] !== cluster.name)
            .map(({ name }) => name),
    };
}

// EXTERNAL MODULE: ./build/model/source.js
var model_source = __webpack_require__(3589);
;// CONCATENATED MODULE: ./build/engine/destroy/obstacles.js

/** Why a cluster must not be destroyed, or could not be to the end; found before the first service goes. */
function obstacles(inventory, cluster) {
    return unclaimed(inventory) ?? protectedStacks(inventory) ?? protectedLoadBalancer(inventory, cluster);
}
function unclaimed({ foreignServices, foreignStacks }) {
    if (foreignServices.length + foreignStacks.length === 0)
        return undefined;
    return {
        kind: 'blocked',
        summary: "This cluster contains resources that are neither in config nor tagged as the cluster's. Nothing was deleted.",
        evidence: [
            ...foreignServices.map((name) => `service ${name} is not in config and not tagged as this cluster's`),
            ...foreignStacks.map((name) => `stack ${name} is not tagged as this cluster's`),
        ],
        nextStep: 'Delete them, or add them to config, then run the job again.',
    };
}
function protectedStacks({ clusterStack, serviceStacks }) {
    const names = [clusterStack, ...serviceStacks].flatMap((stack) => (stack?.terminationProtection ? [stack.name] : []));
    if (names.length === 0)
        return undefined;
    const command = 'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name';
    return {
        kind: 'blocked',
        summary: `Stack ${names.join(', ')} has termination protection. Nothing was deleted.`,
        evidence: [],
        nextStep: `Turn it off (${names.map((name) => `${command} ${name}`).join('; ')}) then run the job again.`,
    };
}
function protectedLoadBalancer({ clusterStack }, { loadBalancer, source }) {
    if (!clusterStack || !loadBalancer.deletionProtection)
        return undefined;
    const at = (0,model_source/* positionOf */.d)(source, ['loadBalancer', 'deletionProtection']);
    return {
        kind: 'blocked',
        summary: `Load balancer ${loadBalancer.name} has deletion protection. Nothing was deleted.`,
        evidence: at ? [`It is set in ${(0,model_source/* positionText */.J)(at)}`] : [],
        nextStep: 'Set loadBalancer.deletionProtection to false, provision, then run the job again.',
    };
}

;// CONCATENATED MODULE: ./build/engine/destroy/destroy.js
















const AT_A_TIME = 4;
const destroy_CANCELLED = {
    summary: 'Cancelled before it was deleted.',
    nextStep: `AWS continues the deletions that were started. ${next_steps/* RUN_AGAIN */.B}`,
};
/**
 * Takes a cluster down: its services, their stacks, its instances, its stack, in this order; each only when what stands
 * on it is gone. Every step asks first what is left to do, so that a run after a failed one goes on where that stopped.
 * Throws INPUT_MISSING or INPUT_INVALID where `confirm` is not the cluster's name, WRONG_ACCOUNT, WRONG_REGION, and
 * what AWS refuses before anything is deleted.
 */
async function destroy(request, ports) {
    const { cluster, timeoutMs, signal } = request;
    requireConfirmation(cluster.name, request.confirm);
    await (0,guard/* guardTarget */.j)(cluster, ports.account);
    const run = { ...ports, cluster, signal, deadline: ports.clock.now() + timeoutMs };
    try {
        return { results: await destroyCluster(run) };
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
        return { results: [tellOfCluster((0,outcome_of_error/* outcomeOfError */.S)(error, { signal, cancelled: destroy_CANCELLED }), run)] };
    }
}
function requireConfirmation(name, confirm) {
    if (confirm === name)
        return;
    throw new errors/* ToolkitError */.h(confirm === '' ? 'INPUT_MISSING' : 'INPUT_INVALID', `To destroy ${name}, its name must be given as confirmation, but ${JSON.stringify(confirm)} was given.`, { hint: `Give the input cluster the value ${name}.` });
}
async function destroyCluster(run) {
    const { progress, cluster, stacks } = run;
    progress.emit({ kind: 'phase', title: `Destroy cluster ${cluster.name}` });
    const inventory = await takeInventory(run);
    const obstacle = obstacles(inventory, cluster);
    if (obstacle)
        return [tellOfCluster(obstacle, run)];
    const { services, serviceStacks, clusterStack } = inventory;
    const clusterResources = clusterStack ? await stacks.resources(clusterStack.id) : [];
    const removedStacks = await Promise.all(serviceStacks.map(async (stack) => ({ stack, unit: (0,removal_units/* removedStack */.d2)(stack, await stacks.resources(stack.id)) })));
    progress.emit({
        kind: 'plan',
        units: [
            ...services.map((service) => (0,removal_units/* removedService */.U6)(cluster.name, service)),
            ...removedStacks.map(({ unit }) => unit),
            ...(clusterStack ? [(0,removal_units/* removedStack */.d2)(clusterStack, clusterResources)] : []),
        ],
    });
    tellOfSchedules(run);
    const ended = [...(await destroyServices(inventory, run))];
    if (ended.every(isDone))
        ended.push(...(await destroyStacks(removedStacks, run)));
    if (ended.every(isDone))
        ended.push(await destroyClusterStack(clusterStack, clusterResources, run));
    return ended;
}
/** Rules are somebody else's: they stay, and go on starting tasks for as long as the cluster is there. */
function tellOfSchedules({ cluster, progress }) {
    for (const { name, scheduledTasks } of cluster.services)
        for (const { rule } of scheduledTasks) {
            const message = `Rule ${rule}, a scheduled task of ${name}, is not changed: disable or delete it if its tasks are no longer wanted.`;
            progress.emit({ kind: 'warning', message });
        }
}
async function destroyServices({ services }, run) {
    const { cluster } = run;
    const configured = new Map(cluster.services.map((service) => [service.name, service]));
    const ended = await (0,in_parallel/* inParallel */.H)(services, AT_A_TIME, async (service) => {
        const { name } = service;
        const work = async () => {
            await (0,delete_service/* deleteScaling */.x)(name, configured.get(name), run);
            return (0,delete_service/* deleteService */.h)(name, run);
        };
        return destroyed((0,removal_units/* removedService */.U6)(cluster.name, service), work, run);
    });
    const live = new Set(services.map(({ name }) => name));
    const gone = cluster.services.filter(({ name }) => !live.has(name));
    return [...ended, ...(await deleteForgottenScaling(gone, run))];
}
/**
 * Deletes the scaling of services that no longer exist: an earlier run may have stopped in between. Only what goes
 * wrong is reported.
 */
async function deleteForgottenScaling(gone, run) {
    const ended = await (0,in_parallel/* inParallel */.H)(gone, AT_A_TIME, async (service) => {
        const work = async () => {
            await (0,delete_service/* deleteScaling */.x)(service.name, service, run);
            return undefined;
        };
        const outcome = await (0,outcome_of_error/* outcomeOfWork */.N)(work, stopped(run));
        return (outcome && tell({ unit: (0,unit/* unitOf */.u)((0,unit_id/* serviceUnitId */.L)(run.cluster.name, service.name), 'service', []), outcome }, run));
    });
    return ended.filter((unit) => unit !== undefined);
}
async function destroyStacks(stacks, run) {
    return (0,in_parallel/* inParallel */.H)(stacks, AT_A_TIME, ({ stack, unit }) => destroyed(unit, () => deleteStack(stack, run), run));
}
async function destroyClusterStack(stack, resources, run) {
    if (!stack) {
        const summary = `Stack ${(0,stack_names/* clusterStackName */.CW)(run.cluster.name)} does not exist.`;
        return tellOfCluster({ kind: 'unchanged', summary, evidence: [] }, run);
    }
    const work = async () => (await drainInstances(resources, run)) ?? deleteStack(stack, run);
    return destroyed((0,removal_units/* removedStack */.d2)(stack, resources), work, run);
}
/** An error that stops one unit is its outcome: the others are told of, and go where nothing keeps them. */
async function destroyed(unit, work, run) {
    return tell({ unit, outcome: await (0,outcome_of_error/* outcomeOfWork */.N)(work, stopped(run)) }, run);
}
function stopped({ signal }) {
    return { signal, cancelled: destroy_CANCELLED };
}
function isDone({ outcome }) {
    return (0,model_outcome/* isGreen */.gf)(outcome.kind);
}
function tell(ended, { progress }) {
    (0,tell_outcome/* tellOutcome */.G)(ended.unit, ended.outcome, progress);
    return ended;
}
function tellOfCluster(outcome, run) {
    return tell({ unit: (0,unit/* unitOf */.u)((0,unit_id/* stackUnitId */._)((0,stack_names/* clusterStackName */.CW)(run.cluster.name)), 'stack', []), outcome }, run);
}

;// CONCATENATED MODULE: ./build/engine/observe/network.js


/**
 * The ids of the network that a cluster lives in; undefined where its stack creates it. Throws NETWORK_UNSUITABLE where
 * there is none that a load balancer could be in: it needs subnets in two zones, one in each.
 */
async function resolveNetwork(cluster, networks) {
    const { network } = cluster;
    switch (network.kind) {
        case 'created':
            return undefined;
        case 'default':
            return defaultNetwork(cluster, network.availabilityZones, networks);
        case 'existing':
            return existingNetwork(cluster, network, networks);
    }
}
async function defaultNetwork(cluster, zones, networks) {
    const vpcId = await networks.defaultVpcId();
    if (vpcId === undefined) {
        throw unsuitable(cluster, `Region ${cluster.region} has no default VPC.`, NO_DEFAULT);
    }
    const ofVpc = (await networks.subnets({ vpcId })).filter(({ isDefaultForZone }) => isDefaultForZone);
    const subnets = ofVpc.filter(({ availabilityZone }) => zones?.includes(availabilityZone) ?? true);
    const missing = zones?.filter((zone) => !subnets.some(({ availabilityZone }) => availabilityZone === zone)) ?? [];
    if (missing.length > 0) {
        const found = ofVpc.map(({ availabilityZone }) => availabilityZone).sort();
        throw unsuitable(cluster, `The default VPC ${vpcId} has no default subnet in ${missing.join(', ')}.`, `Choose from the zones that have one: ${found.join(', ') || 'none'}.`);
    }
    requireTwoZones(cluster, subnets);
    const subnetIds = subnets.map(({ id }) => id).sort();
    return { vpcId, subnetIds, instanceSubnetIds: subnetIds };
}
const NO_DEFAULT = 'Let the stack create one with network.vpc: create, name an existing one, or create the default VPC.';
async function existingNetwork(cluster, { vpcId, subnetIds, instanceSubnetIds = subnetIds }, networks) {
    const subnets = await networks.subnets({ subnetIds: [...new Set([...subnetIds, ...instanceSubnetIds])] });
    const elsewhere = subnets.filter((subnet) => subnet.vpcId !== vpcId).map(({ id }) => id);
    if (elsewhere.length > 0) {
        throw unsuitable(cluster, `${elsewhere.join(', ')} is not in ${vpcId}.`, 'Name subnets of that VPC.');
    }
    requireTwoZones(cluster, subnets.filter(({ id }) => subnetIds.includes(id)));
    return { vpcId, subnetIds: subnetIds.toSorted(), instanceSubnetIds: instanceSubnetIds.toSorted() };
}
function requireTwoZones(cluster, subnets) {
    const zones = subnets.map(({ availabilityZone }) => availabilityZone);
    const distinct = new Set(zones);
    if (distinct.size < 2) {
        throw unsuitable(cluster, `The load balancer's subnets are in ${zones.join(', ') || 'no zone'}.`, 'An Application Load Balancer needs subnets in at least two availability zones.');
    }
    if (distinct.size < zones.length) {
        throw unsuitable(cluster, `Two of the load balancer's subnets are in the same zone (${zones.sort().join(', ')}).`, 'Name one subnet for each availability zone; instances can have more (instanceSubnets).');
    }
}
function unsuitable(cluster, message, hint) {
    return new errors/* ToolkitError */.h('NETWORK_UNSUITABLE', message, { hint, at: (0,model_source/* positionOf */.d)(cluster.source, ['network']) });
}

// EXTERNAL MODULE: ./build/engine/planned-changes.js
var planned_changes = __webpack_require__(7645);
// EXTERNAL MODULE: ./build/engine/preflight/failed-checks.js
var failed_checks = __webpack_require__(6534);
// EXTERNAL MODULE: ./build/engine/warn-of-consents.js + 1 modules
var warn_of_consents = __webpack_require__(9215);
;// CONCATENATED MODULE: ./build/health/stack/change-set.js
function assessChangeSet(view) {
    if (!view)
        return { state: 'failed', message: 'someone else deleted it' };
    const { status, statusReason } = view;
    switch (status) {
        case 'CREATE_COMPLETE':
            return { state: 'healthy', message: status };
        case 'CREATE_PENDING':
        case 'CREATE_IN_PROGRESS':
            return { state: 'pending', message: status };
        default:
            return { state: 'failed', message: statusReason ?? status };
    }
}
/**
 * CloudFormation says in words only that there is nothing to change. An empty list of changes is no sign of it: a
 * change set for outputs alone has none and can be executed.
 */
function hasNoChanges({ status, statusReason = '' }) {
    return status === 'FAILED' && NO_CHANGES.some((text) => statusReason.includes(text));
}
const NO_CHANGES = ["The submitted information didn't contain changes.", 'No updates are to be performed.'];

;// CONCATENATED MODULE: ./build/engine/provision/change-set-name.js

/** A plan deletes a change set as soon as it has read it; CloudFormation computes one in seconds. */
const PLAN_NEEDS_MS = 600_000;
/**
 * A name that no other run uses. It says until when its run may need the change set, so that any other run can tell.
 */
function changeSetName({ mode, deadline, clock }) {
    const until = mode === 'plan' ? Math.min(deadline, clock.now() + PLAN_NEEDS_MS) : deadline;
    return `${unique_name/* NAME_PREFIX */.ve}${Math.ceil(until).toString(36)}-${(0,unique_name/* uniquePart */.J3)(clock)}`;
}
/** Whether the run that made a change set of ours has ended, well or not. */
function isLeftBehind(name, clock) {
    const until = Number.parseInt(name.slice(unique_name/* NAME_PREFIX */.ve.length).split('-')[0] ?? '', 36);
    return !(until >= clock.now());
}

;// CONCATENATED MODULE: ./build/engine/provision/change-set.js




function isComplete(template) {
    return Object.values(template.parameters).every((value) => value !== undefined);
}
/**
 * Makes a change set and waits until CloudFormation has computed it, well or not; undefined where someone else came
 * between.
 */
async function openChangeSet(desired, mode, run) {
    const opened = await request(desired, mode, run);
    return opened && 'noDrift' in opened ? undefined : opened;
}
/**
 * Makes a change set against what is live; without it, where CloudFormation cannot do that in this region or for this
 * role: `unseen` then says why changes by hand are not in it.
 */
async function openDriftAwareChangeSet(desired, run) {
    const aware = await request(desired, 'revert-drift', run);
    if (!aware)
        return undefined;
    if (!('noDrift' in aware) && !isRefusedForDrift(aware))
        return { view: aware };
    if (!('noDrift' in aware))
        await run.stacks.deleteChangeSet(aware.id);
    const view = await openChangeSet(desired, 'update', run);
    const unseen = 'noDrift' in aware ? aware.noDrift : (aware.statusReason ?? aware.status);
    return view && { view, unseen };
}
/** Reading what is live takes permissions that comparing templates does not. */
function isRefusedForDrift(view) {
    if (view.status !== 'FAILED' || hasNoChanges(view))
        return false;
    return /drift|not authorized|access ?denied/i.test(view.statusReason ?? '');
}
async function request(desired, mode, run) {
    const creates = mode === 'create';
    const created = await run.stacks.createChangeSet({
        stackName: desired.name,
        changeSetName: changeSetName(run),
        type: creates ? 'CREATE' : 'UPDATE',
        template: desired.body,
        parameters: desired.parameters,
        tags: desired.tags,
        description: 'Made by ecs-gitops',
        deleteOnFailure: creates,
        importExisting: creates && (await logGroupExists(desired, run)),
        revertDrift: mode === 'revert-drift',
    });
    switch (created.kind) {
        case 'unavailable':
            return undefined;
        case 'no-drift':
            return { noDrift: created.reason };
        case 'created':
            return computed(created.id, desired.name, run);
    }
}
async function computed(id, stack, run) {
    const { view, kind } = await (0,wait/* waitFor */.f)({
        subject: `change set for stack ${stack}`,
        observe: () => run.stacks.describeChangeSet(id),
        assess: assessChangeSet,
        ...(0,deadline/* patience */._)(run),
    }, run);
    if (kind === 'timed-out')
        await run.stacks.deleteChangeSet(id);
    return view;
}
/**
 * Whether a log group of the stack exists already: an earlier stack left it, or a task made it. CloudFormation takes
 * what is retained into the stack when it is told to, and fails otherwise.
 */
async function logGroupExists({ resources }, { logs }) {
    const names = Object.values(resources)
        .filter(({ Type }) => Type === 'AWS::Logs::LogGroup')
        .map(({ Properties }) => Properties['LogGroupName']);
    return (await Promise.all(names.map(logs.groupExists))).includes(true);
}

// EXTERNAL MODULE: ./build/engine/refused-plan.js
var refused_plan = __webpack_require__(1491);
;// CONCATENATED MODULE: ./build/engine/provision/refusal.js



/** Outcomes of stacks that cannot be, or may not be, brought to what config says; nothing was changed. */
/** Why a stack cannot be planned, or its plan may not be applied; undefined where it may. */
function refusalOf({ unit, compared }, cluster) {
    return compared.refusal ?? (0,refused_plan/* refusedPlan */.G)(unit, cluster);
}
/** A name is in use outside of the stack. */
function nameTaken(what, evidence, at) {
    return {
        kind: 'blocked',
        summary: `${what} exists already and belongs to no stack of this cluster.`,
        evidence,
        nextStep: 'Give another name in config, use what exists (roles: arn instead of name), import it into the stack, or delete it.',
        at,
    };
}
/** CloudFormation found the change set wrong before anything was done. */
function refusedChangeSet({ statusReason = 'no reason given' }, errors, desired) {
    const evidence = errors.map((error) => validationLine(error, desired));
    const at = errors.map(({ logicalId }) => desired.sources[logicalId]).find((place) => place !== undefined);
    const reasons = [statusReason, ...errors.map(({ message }) => message)];
    const taken = reasons.find((reason) => isNameTaken(reason) || /already exist in your account/.test(reason));
    if (taken)
        return nameTaken(errors[0]?.logicalId ?? 'A resource of the stack', [taken, ...evidence], at);
    return {
        kind: 'failed',
        summary: `CloudFormation refuses the change: ${errors[0]?.message ?? statusReason}`,
        evidence: evidence.length > 0 ? evidence : [statusReason],
        nextStep: 'Correct config as the message says. If config is right, this is a defect: please report it with the log.',
        at,
    };
}
function validationLine({ logicalId, path, message }, { sources }) {
    return `${placeText(sources[logicalId])}${logicalId} ${path ?? ''}: ${message}`;
}
function placeText(at) {
    return at ? `${(0,model_source/* positionText */.J)(at)} ` : '';
}
function foreignStack({ name, id }, desired) {
    return {
        kind: 'blocked',
        summary: `Stack ${name} exists already, and this toolkit did not create it.`,
        evidence: [
            `${id} is not tagged ${Object.entries(desired.tags)
                .map(([key, value]) => `${key}=${value}`)
                .join(', ')}`,
        ],
        nextStep: 'Rename the cluster or service, or delete that stack. If it belongs to this config, add the tags, then run the job again.',
    };
}
function busyStack({ name, status }) {
    return {
        kind: 'timed-out',
        summary: `Stack ${name} was still ${status}, for an operation that someone else started.`,
        evidence: [],
        nextStep: 'Run the job again when that operation has ended.',
    };
}
function superseded(name) {
    return {
        kind: 'superseded',
        summary: `Stack ${name} was changed by someone else while this run planned it; this run changed nothing.`,
        evidence: [],
        nextStep: 'Run the job again: it makes a new plan.',
    };
}
function halfDeletedStack({ name, statusReason }) {
    return {
        kind: 'blocked',
        summary: `Stack ${name} is half deleted: ${statusReason ?? 'DELETE_FAILED'}`,
        evidence: [],
        nextStep: 'Run provision with mode: destroy, which continues the deletion; then run this job again.',
    };
}
function protectedRemains({ name, status }) {
    return {
        kind: 'blocked',
        summary: `Stack ${name} is ${status} and has termination protection: it can neither be updated nor deleted.`,
        evidence: [],
        nextStep: `Turn the protection off (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}) then run the job again.`,
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/failed-operation.js



/** Statuses in which a stack is again what it was before the operation, in words. */
const UNDONE = {
    UPDATE_ROLLBACK_COMPLETE: 'could not be updated and was rolled back',
    DELETE_COMPLETE: 'could not be created and was deleted again',
    ROLLBACK_COMPLETE: 'could not be created, and its resources were deleted again',
};
/**
 * The outcome of an operation that failed or did not end: the event that caused it, with the line of config that its
 * resource comes from. `nextStep` is for where the cause gives none.
 */
function failedOperation({ kind, view: events, message }, { id, name }, sources, nextStep) {
    const cause = rootCause(events, id);
    const reason = cause?.reason ?? message;
    const at = cause && sources[cause.logicalId];
    const evidence = cause ? [`${placeText(at)}${failed_operation_eventText(cause)}`] : [];
    if (kind === 'timed-out') {
        return {
            kind: 'timed-out',
            summary: `Stack ${name} was not ready in time: ${message}.`,
            evidence,
            nextStep: `CloudFormation continues by itself. ${next_steps/* RUN_AGAIN */.B}`,
            at,
        };
    }
    if (cause && isNameTaken(reason))
        return nameTaken(`${cause.logicalId} (${cause.type})`, evidence, at);
    return {
        kind: UNDONE[message] ? 'rolled-back' : 'failed',
        summary: `Stack ${name} ${UNDONE[message] ?? `is ${message}`}: ${cause ? `${cause.logicalId}: ` : ''}${reason}`,
        evidence,
        nextStep,
        at,
    };
}
function failed_operation_eventText({ logicalId, type, status, reason = '' }) {
    return `${logicalId} (${type}) ${status}: ${reason}`;
}

;// CONCATENATED MODULE: ./build/engine/provision/recover-stack.js






/** Brings UPDATE_ROLLBACK_FAILED to UPDATE_ROLLBACK_COMPLETE: the state before the update. Returns why it failed. */
async function continueRollback(stack, run) {
    run.progress.emit({
        kind: 'notice',
        message: `Stack ${stack.name} is ${stack.status}: continuing its rollback. ${stack.statusReason ?? ''}`.trim(),
    });
    const clientRequestToken = (0,unique_name/* uniqueName */.Fi)(run.clock);
    await run.stacks.continueUpdateRollback(stack.id, clientRequestToken);
    (0,write/* tellOfWrite */.k)(`continued the rollback of stack ${stack.name}`, run);
    const followed = await followStackOperation({ operation: 'continue-rollback', stackName: stack.name, stackId: stack.id, clientRequestToken, ...(0,deadline/* patience */._)(run) }, run);
    if (followed.kind === 'healthy')
        return undefined;
    return failedOperation(followed, stack, {}, CONTINUE);
}
const CONTINUE = 'Correct what the event names, then run the job again; or skip the resource: aws cloudformation continue-update-rollback --resources-to-skip.';
/** Deletes what a failed creation left: nothing in it has ever served. Returns why it failed. */
async function deleteRemains(stack, run) {
    const groups = (await run.stacks.resources(stack.id)).filter(recover_stack_isGroup);
    const clientRequestToken = (0,unique_name/* uniqueName */.Fi)(run.clock);
    await run.stacks.delete(stack.id, clientRequestToken);
    (0,write/* tellOfWrite */.k)(`deleted stack ${stack.name}, which was ${stack.status}`, run);
    const followed = await followStackOperation({
        operation: 'delete',
        stackName: stack.name,
        stackId: stack.id,
        clientRequestToken,
        meanwhile: () => unprotectGroups(groups, run),
        ...(0,deadline/* patience */._)(run),
    }, run);
    if (followed.kind === 'healthy')
        return undefined;
    return failedOperation(followed, stack, {}, DELETE);
}
/** Lets a creation that failed after the group had its instances be taken back: they come up protected. */
async function unprotectWhenTakenBack(events, stackId, run) {
    const takenBack = events.some(({ physicalId, status }) => physicalId === stackId && (status === 'DELETE_IN_PROGRESS' || status === 'ROLLBACK_IN_PROGRESS'));
    if (takenBack)
        await unprotectGroups(events.filter(recover_stack_isGroup), run);
}
async function unprotectGroups(groups, run) {
    for (const name of new Set(groups.map(({ physicalId }) => physicalId)))
        await unprotectInstances(name, run);
}
function recover_stack_isGroup({ type, physicalId }) {
    return type === 'AWS::AutoScaling::AutoScalingGroup' && physicalId !== '';
}
const DELETE = 'Delete the resource that the event names, then run the job again; or abandon it with aws cloudformation delete-stack --deletion-mode FORCE_DELETE_STACK.';

;// CONCATENATED MODULE: ./build/engine/provision/validate-change-set.js

/**
 * Why CloudFormation refuses a change set that it could not compute, at the line of config; undefined for one that can
 * be executed. It also warns of what it does not refuse, e.g. quotas: that, and what is wrong beside the first, is told
 * at its own line.
 */
async function validate(view, desired, { stacks, progress }) {
    const errors = await stacks.changeSetValidationErrors(view.id);
    const isReady = view.status === 'CREATE_COMPLETE';
    for (const error of isReady ? errors : errors.slice(1)) {
        const message = validationLine(error, { ...desired, sources: {} });
        progress.emit({ kind: 'warning', message, at: desired.sources[error.logicalId] });
    }
    return isReady ? undefined : refusedChangeSet(view, errors, desired);
}

;// CONCATENATED MODULE: ./build/engine/provision/apply-stack.js










/** Brings a stack to its template, as it was compared and shown. */
async function applyStack(desired, { stack, comparison, notes }, run) {
    switch (comparison.kind) {
        case 'same':
            return {
                outcome: { kind: 'unchanged', summary: sameText(desired.name, notes), evidence: [] },
                stack,
            };
        case 'absent':
            return createStack(desired, stack, run);
        case 'change-set':
            return execute(desired, comparison.view, 'update', run);
        case 'templates':
            return { outcome: { kind: 'failed', summary: comparison.reason, evidence: [] }, stack };
    }
}
/** `notes` are those of its comparison: where there are any, it is not known whether somebody changed what is in it. */
function sameText(stack, notes) {
    if (notes.length === 0)
        return `Stack ${stack} matches config.`;
    return [`Stack ${stack} already has the template from config.`, ...notes].join(' ');
}
async function createStack(desired, remains, run) {
    const failure = remains && (await deleteRemains(remains, run));
    if (failure)
        return { outcome: failure, stack: remains };
    if (!isComplete(desired))
        throw new Error(`stack ${desired.name} lacks parameters`);
    const view = await openChangeSet(desired, 'create', run);
    if (!view)
        return { outcome: superseded(desired.name), stack: await run.stacks.describe(desired.name) };
    const refusal = await validate(view, desired, run);
    if (!refusal)
        return execute(desired, view, 'create', run);
    await takeBack(view, run);
    return { outcome: refusal, stack: undefined };
}
/** A change set that creates a stack leaves it in REVIEW_IN_PROGRESS when it is deleted. */
async function takeBack({ id, stackId }, { stacks, clock }) {
    await stacks.deleteChangeSet(id);
    const stack = await stacks.describe(stackId);
    if (stack?.status === 'REVIEW_IN_PROGRESS')
        await stacks.delete(stackId, (0,unique_name/* uniqueName */.Fi)(clock));
}
async function execute(desired, { id, stackId }, operation, run) {
    const clientRequestToken = (0,unique_name/* uniqueName */.Fi)(run.clock);
    const options = { clientRequestToken, deleteOnFailure: operation === 'create' };
    if (!(await run.stacks.executeChangeSet(id, options))) {
        return { outcome: superseded(desired.name), stack: await run.stacks.describe(stackId) };
    }
    (0,write/* tellOfWrite */.k)(`executed the change set of stack ${desired.name}`, run);
    const followed = await followStackOperation({
        operation,
        stackName: desired.name,
        stackId,
        clientRequestToken,
        ...(operation === 'create' && { meanwhile: (events) => unprotectWhenTakenBack(events, stackId, run) }),
        ...(0,deadline/* patience */._)(run),
    }, run);
    const found = await run.stacks.describe(stackId);
    const stack = stackState(found?.status) === 'absent' ? undefined : found;
    if (followed.kind === 'healthy') {
        const done = operation === 'create' ? 'was created' : 'was updated';
        return { outcome: { kind: 'deployed', summary: `Stack ${desired.name} ${done}.`, evidence: [] }, stack };
    }
    if (stack)
        await run.stacks.deleteChangeSet(id);
    return { outcome: failedOperation(followed, { id: stackId, name: desired.name }, desired.sources, NEXT), stack };
}
const NEXT = 'Correct what the event names, in config or in the account, then run the job again.';

// EXTERNAL MODULE: ./build/engine/unreviewed-plan.js
var unreviewed_plan = __webpack_require__(5169);
;// CONCATENATED MODULE: ./build/health/instance-refresh.js
function assessInstanceRefresh(refresh) {
    if (!refresh)
        return { state: 'pending', message: 'not listed yet' };
    const { status, reason, percentageComplete, instancesToUpdate } = refresh;
    switch (status) {
        case 'Successful':
            return { state: 'healthy', message: 'every instance has the current launch template' };
        case 'Failed':
        case 'Cancelled':
        case 'RollbackSuccessful':
        case 'RollbackFailed':
            return { state: 'failed', message: `${status}: ${reason ?? 'no reason given'}` };
        default:
            return {
                state: 'pending',
                message: `${status}, ${percentageComplete} % done, ${instancesToUpdate} to replace${reason ? `: ${reason}` : ''}`,
            };
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/instance-refresh.js





/** A refresh moves by whole instances: booting one takes minutes. */
const instance_refresh_EVERY_MS = 5_000;
/**
 * Ids of the instances of the stack's group that were launched with another version of the launch template than new
 * ones get: `version`, or the one that the group has now. Looked at rather than remembered, so that a run that was
 * killed before its refresh is made up for by the next. The status of the stack does not matter: after an update,
 * CloudFormation can go on deleting what was replaced for as long as the instances use it.
 */
async function findOutdatedInstances({ outputs }, { instances }, version) {
    const name = outputs[stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup];
    if (name === undefined)
        return [];
    const group = await instances.group(name);
    const current = version ?? group?.launchTemplateVersion;
    // `$Latest`, which somebody else may have set, names no version to compare with.
    if (!current || !/^\d+$/.test(current))
        return [];
    return (group?.instances ?? [])
        .filter(({ lifecycleState }) => !lifecycleState.startsWith('Terminat'))
        .filter(({ launchTemplateVersion }) => launchTemplateVersion !== undefined && launchTemplateVersion !== current)
        .map(({ id }) => id);
}
/**
 * Replaces the instances of another launch template version, if there are any, and waits for the end; returns what it
 * did, undefined where nothing.
 */
async function refreshInstances(stack, run) {
    const name = stack.outputs[stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup];
    const outdated = await findOutdatedInstances(stack, run);
    if (name === undefined || outdated.length === 0)
        return undefined;
    const id = (await run.instances.activeRefresh(name))?.id ?? (await startRefresh(name, outdated, run));
    const { kind, message } = await (0,wait/* waitFor */.f)({
        subject: `instance refresh of ${name}`,
        observe: () => run.instances.refresh(name, id),
        assess: assessInstanceRefresh,
        everyMs: instance_refresh_EVERY_MS,
        ...(0,deadline/* patience */._)(run),
    }, run);
    if (kind === 'healthy') {
        return { kind: 'deployed', summary: `${outdated.length} instances were replaced.`, evidence: [] };
    }
    return {
        kind,
        summary: `The instance refresh of ${name} did not succeed: ${message}.`,
        evidence: [`refresh ${id}, instances of another launch template version: ${outdated.join(', ')}`],
        nextStep: kind === 'timed-out'
            ? 'The refresh continues by itself. Run the job again: it waits for the end of the refresh.'
            : 'Correct what the scaling activities of the group say, then run the job again.',
    };
}
async function startRefresh(name, outdated, { instances, progress }) {
    const id = await instances.startRefresh(name);
    (0,write/* tellOfWrite */.k)(`started an instance refresh of ${name} for ${outdated.join(', ')}`, { progress });
    return id;
}

;// CONCATENATED MODULE: ./build/health/target/registered-instances.js
/** Healthy when as many instances as the group has at least are in the cluster, with a connected agent. */
function assessRegistration({ group, containerInstances }) {
    if (!group)
        return { state: 'failed', message: 'there is no such Auto Scaling group' };
    const ready = containerInstances.filter(({ status, agentConnected }) => status === 'ACTIVE' && agentConnected);
    const message = `${ready.length} of at least ${group.minSize} instances are registered`;
    if (ready.length >= group.minSize)
        return { state: 'healthy', message };
    return { state: 'pending', message: [message, ...missingInstances({ group, containerInstances })].join('; ') };
}
/** What each instance that is not ready lacks. */
function missingInstances({ group, containerInstances }) {
    if (!group)
        return [];
    const known = new Map(containerInstances.map((instance) => [instance.ec2InstanceId, instance]));
    const lacking = group.instances.flatMap(({ id, lifecycleState }) => {
        const registered = known.get(id);
        if (lifecycleState !== 'InService')
            return [`${id} is ${lifecycleState}`];
        if (!registered)
            return [`${id} runs, but its ECS agent has not registered`];
        if (!registered.agentConnected)
            return [`the agent of ${id} is not connected`];
        return registered.status === 'ACTIVE' ? [] : [`${id} is ${registered.status}`];
    });
    const absent = Math.max(0, group.minSize - group.instances.length);
    return absent > 0 ? [...lacking, `${absent} not launched yet`] : lacking;
}

;// CONCATENATED MODULE: ./build/engine/provision/registered-instances.js




/**
 * Waits until the cluster has its instances: CloudFormation is content with instances that run, whether their ECS agent
 * has registered or not. Returns why they are missing, undefined where they are there.
 */
async function waitForInstances(stack, run) {
    const name = stack.outputs[stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup] ?? run.cluster.capacity.autoScalingGroupName;
    const observe = async () => {
        const [group, containerInstances] = await Promise.all([
            run.instances.group(name),
            run.instances.containerInstances(run.cluster.name),
        ]);
        return { group, containerInstances };
    };
    const { kind, view, message } = await (0,wait/* waitFor */.f)({ subject: `instances of ${run.cluster.name}`, observe, assess: assessRegistration, ...(0,deadline/* patience */._)(run) }, run);
    if (kind === 'healthy')
        return undefined;
    return {
        kind,
        summary: `The instances of cluster ${run.cluster.name} are not registered: ${message}.`,
        evidence: missingInstances(view),
        nextStep: UNREGISTERED,
    };
}
const UNREGISTERED = 'An agent does not register if it has no network path to ECS (public IP, NAT or endpoints), no permission (instance role) or another cluster (user data, /etc/ecs/ecs.config). Look at /var/log/ecs/ecs-agent.log through Session Manager.';

;// CONCATENATED MODULE: ./build/engine/provision/apply-cluster.js




/**
 * Brings the cluster's stack to its template, its instances to the launch template, and waits until they are in the
 * cluster.
 */
async function applyCluster({ desired, compared }, run) {
    const applied = await applyStack(desired, compared, run);
    const { stack, outcome } = applied;
    if (!stack || !(0,model_outcome/* isGreen */.gf)(outcome.kind))
        return applied;
    const refreshed = await refreshInstances(stack, run);
    if (refreshed && !(0,model_outcome/* isGreen */.gf)(refreshed.kind))
        return { outcome: refreshed, stack };
    const missing = await waitForInstances(stack, run);
    if (missing)
        return { outcome: missing, stack };
    if (!refreshed)
        return applied;
    return { outcome: { ...refreshed, summary: `${outcome.summary} ${refreshed.summary}` }, stack };
}

// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/stack/listener-stand-ins.js

/** Parameters whose values are outputs that the cluster's stack does not have yet. */
function missingParameters({ parameters }) {
    return Object.keys(parameters).filter((key) => parameters[key] === undefined);
}
/**
 * The template with an ARN made up for each listener that the cluster's stack is yet to make, so that a change set
 * shows what else of the stack changes: CloudFormation computes one without looking whether such a listener exists.
 * Only rules that are new can name it, and of those a plan shows no values: with the real ARN, the plan is the same. A
 * listener whose ARN the stack knows already gets none, since another one would replace its rules.
 */
function withListenerStandIns(desired, stack) {
    const [, partition, , region, account] = stack.id.split(':');
    const names = missingParameters(desired).filter((key) => (0,stack_names/* isListenerParameter */.sV)(key) && stack.parameters[key] === undefined);
    const standIns = names.map((key) => [
        key,
        `arn:${partition}:elasticloadbalancing:${region}:${account}:listener/app/known-after-apply/0/${key}`,
    ]);
    return { ...desired, parameters: { ...desired.parameters, ...Object.fromEntries(standIns) } };
}

// EXTERNAL MODULE: ./build/model/service-stack.js
var service_stack = __webpack_require__(3268);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/template/assemble.js



/** CreateChangeSet takes at most so many bytes of TemplateBody. */
const LARGEST_BYTES = 51_200;
/**
 * Puts a template together; equal parts give equal text. Throws CONFIG_INVALID where it is larger than CloudFormation
 * takes.
 */
function assemble({ name, description, parameters, fragments, tags, digestOutput, digest: given, }) {
    const resources = fragments.flatMap((fragment) => Object.entries(fragment.resources));
    const outputs = fragments.flatMap((fragment) => Object.entries(fragment.outputs ?? {}));
    const template = {
        AWSTemplateFormatVersion: '2010-09-09',
        Description: description,
        ...nonEmpty('Parameters', Object.entries(parameters).map(([key, { type }]) => [key, { Type: type }])),
        Resources: Object.fromEntries(resources.map(([id, { definition }]) => [id, definition])),
        Outputs: Object.fromEntries(outputs.map(([key, value]) => [key, { Value: value }])),
    };
    const digest = given ?? (0,external_node_crypto_.createHash)('sha256').update((0,json/* canonicalJson */.dj)(template)).digest('hex');
    return {
        name,
        body: serialize({ ...template, Outputs: { ...template.Outputs, [digestOutput]: { Value: digest } } }, name),
        digest,
        resources: template.Resources,
        parameters: Object.fromEntries(Object.entries(parameters).map(([key, { value }]) => [key, value])),
        tags,
        sources: Object.fromEntries(resources.flatMap(([id, { at }]) => (at ? [[id, at]] : []))),
    };
}
function nonEmpty(key, entries) {
    return entries.length > 0 ? { [key]: Object.fromEntries(entries) } : {};
}
function serialize(template, name) {
    const readable = JSON.stringify(template, null, 1);
    if (Buffer.byteLength(readable) <= LARGEST_BYTES)
        return readable;
    const minified = JSON.stringify(template);
    const bytes = Buffer.byteLength(minified);
    if (bytes <= LARGEST_BYTES)
        return minified;
    throw new errors/* ToolkitError */.h('CONFIG_INVALID', `The template of stack ${name} has ${bytes} bytes.`, {
        hint: `CloudFormation takes ${LARGEST_BYTES}: give the service fewer target groups or listener rules.`,
    });
}

;// CONCATENATED MODULE: ./build/template/fragment.js
/** Properties that are undefined are left out. */
function resource(type, properties, { at, dependsOn = [], retained = false }) {
    return {
        at,
        definition: {
            Type: type,
            ...(dependsOn.length > 0 ? { DependsOn: dependsOn } : {}),
            ...(retained ? { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' } : {}),
            Properties: defined(properties),
        },
    };
}
function defined(properties) {
    return Object.fromEntries(Object.entries(properties).filter((entry) => entry[1] !== undefined));
}
function ref(logicalId) {
    return { Ref: logicalId };
}
function getAtt(logicalId, attribute) {
    return { 'Fn::GetAtt': [logicalId, attribute] };
}
/** AWS's list of tags or attributes, in the order of their keys. */
function keyValues(values) {
    return Object.entries(values)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([Key, Value]) => ({ Key, Value }));
}

;// CONCATENATED MODULE: ./build/template/listener-rules.js



const NEW_RULE = [100, 0];
/**
 * What Elastic Load Balancing takes where none is given. Stated, since drift is looked for in what a template states.
 */
const ONLY_WEIGHT = 1;
/**
 * A rule is known by its listener and priority: with another priority it is a new rule, made before the old one goes.
 */
function ruleId({ listenerPort, priority }) {
    return `Listener${listenerPort}Rule${priority}`;
}
function listenerRules(service, group, weights) {
    const { rules, testListenerRule } = group.loadBalancer;
    const path = ['loadBalancers', group.position - 1];
    const placed = [
        ...rules.map((rule, index) => [rule, [...path, 'rules', index]]),
        ...(testListenerRule ? [[testListenerRule, [...path, 'testListenerRule']]] : []),
    ];
    return Object.fromEntries(placed.map(([rule, at]) => [
        ruleId(rule),
        resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
            ListenerArn: ref((0,stack_names/* listenerParameter */.sN)(rule.listenerPort)),
            Priority: rule.priority,
            Conditions: rule.conditions,
            Actions: [forward(group, weights[ruleId(rule)] ?? NEW_RULE)],
        }, { at: (0,model_source/* positionOf */.d)(service.source, at) }),
    ]));
}
/** Where ECS shifts traffic, a rule says what it says already, so that an update of the stack moves none. */
function forward({ logicalId, alternateId }, [first, alternate]) {
    const groups = alternateId
        ? [weighted(logicalId, first), weighted(alternateId, alternate)]
        : [weighted(logicalId, ONLY_WEIGHT)];
    return { Type: 'forward', ForwardConfig: { TargetGroups: groups } };
}
function weighted(logicalId, Weight) {
    return { TargetGroupArn: ref(logicalId), Weight };
}

;// CONCATENATED MODULE: ./build/template/roles.js

function role({ name, principal, managedPolicies = [], invokes = [], at }) {
    return resource('AWS::IAM::Role', {
        RoleName: name,
        AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: principal }, Action: 'sts:AssumeRole' }],
        },
        ManagedPolicyArns: managedPolicies.length === 0
            ? undefined
            : managedPolicies.map((policy) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}` })),
        Policies: invokes.length === 0
            ? undefined
            : [
                {
                    PolicyName: 'invoke',
                    PolicyDocument: {
                        Version: '2012-10-17',
                        Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: [...invokes] }],
                    },
                },
            ],
    }, { at });
}

;// CONCATENATED MODULE: ./build/template/service-roles.js




/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html
 */
const SHIFTS_TRAFFIC = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';
/**
 * The roles that ECS assumes for the service: one to change listener rules, one to invoke what lifecycle hooks name.
 */
function serviceRoles({ infrastructureRole, hookRole, settings, source }) {
    return merge([
        fragment('InfrastructureRole', stack_names/* SERVICE_OUTPUTS */.Ht.infrastructureRoleArn, infrastructureRole, {
            managedPolicies: [SHIFTS_TRAFFIC],
            at: (0,model_source/* positionOf */.d)(source, ['roles', 'infrastructure']),
        }),
        fragment('HookRole', stack_names/* SERVICE_OUTPUTS */.Ht.hookRoleArn, hookRole, {
            invokes: invokedFunctions(settings['deploymentConfiguration']),
            at: (0,model_source/* positionOf */.d)(source, ['roles', 'hook']),
        }),
    ]);
}
function fragment(logicalId, output, source, options) {
    if (!source)
        return { resources: {} };
    if (source.kind === 'existing')
        return { resources: {}, outputs: { [output]: source.arn } };
    return {
        resources: { [logicalId]: role({ ...options, name: source.name, principal: 'ecs.amazonaws.com' }) },
        outputs: { [output]: getAtt(logicalId, 'Arn') },
    };
}
function merge(fragments) {
    return {
        resources: Object.assign({}, ...fragments.map(({ resources }) => resources)),
        outputs: Object.assign({}, ...fragments.map(({ outputs }) => outputs)),
    };
}
/** The functions of hooks that name no role of their own. */
function invokedFunctions(configuration) {
    const { lifecycleHooks = [] } = (configuration ?? {});
    const invoked = lifecycleHooks.flatMap(({ hookTargetArn, roleArn }) => typeof hookTargetArn === 'string' && roleArn === undefined ? [hookTargetArn] : []);
    return [...new Set(invoked)].sort();
}

;// CONCATENATED MODULE: ./build/template/target-groups.js



/**
 * Logical ids come from the group's name, else from the container's: not from the position, so that an entry can be
 * taken out of `loadBalancers` without CloudFormation taking the one behind it for a changed one.
 */
function identifyTargetGroups({ loadBalancers }) {
    const taken = new Map();
    return loadBalancers.map((loadBalancer, index) => {
        const id = `TargetGroup${pascalCase(loadBalancer.targetGroup.name ?? loadBalancer.containerName)}`;
        const count = (taken.get(id) ?? 0) + 1;
        taken.set(id, count);
        const logicalId = count === 1 ? id : `${id}No${count}`;
        return {
            logicalId,
            alternateId: loadBalancer.alternate ? (0,stack_names/* alternateId */.k9)(logicalId) : undefined,
            position: index + 1,
            loadBalancer,
        };
    });
}
function pascalCase(name) {
    return name
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
}
/** The target group; its alternate is the same, except that it has no name. */
function targetGroup(service, { loadBalancer, position }, name) {
    const group = loadBalancer.targetGroup;
    const { healthCheck } = group;
    return resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
        Name: name,
        VpcId: ref('VpcId'),
        Protocol: group.protocol,
        ProtocolVersion: group.protocolVersion,
        // Only a default: ECS registers every target with its own port. Fixed, since another one replaces the group.
        Port: group.port ?? (group.protocol === 'HTTPS' ? 443 : 80),
        TargetType: service.taskDefinition.definition['networkMode'] === 'awsvpc' ? 'ip' : 'instance',
        HealthCheckEnabled: true,
        HealthCheckPath: healthCheck.path,
        HealthCheckPort: 'traffic-port',
        HealthCheckProtocol: group.protocol,
        HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
        HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
        HealthyThresholdCount: healthCheck.healthyThresholdCount,
        UnhealthyThresholdCount: healthCheck.unhealthyThresholdCount,
        Matcher: matcher(group),
        TargetGroupAttributes: keyValues(group.attributes),
    }, { at: (0,model_source/* positionOf */.d)(service.source, ['loadBalancers', position - 1]) });
}
function matcher({ protocolVersion, healthCheck }) {
    return protocolVersion === 'GRPC' ? { GrpcCode: healthCheck.matcher } : { HttpCode: healthCheck.matcher };
}

;// CONCATENATED MODULE: ./build/template/service-template.js








/**
 * The stack with what a service needs before it can exist; undefined where it needs nothing. `clusterOutputs` are those
 * of the cluster's stack, as far as there are any yet. `weights` is what live rules say where ECS shifts traffic: they
 * are in the text, and no part of its digest, since they change without config.
 */
function serviceTemplate(cluster, service, clusterOutputs, weights = {}) {
    const neutral = assembled(cluster, service, clusterOutputs, {});
    if (!neutral || Object.keys(weights).length === 0)
        return neutral;
    return assembled(cluster, service, clusterOutputs, weights, neutral.digest);
}
function assembled(cluster, service, clusterOutputs, weights, digest) {
    if (!(0,service_stack/* needsStack */.U)(service))
        return undefined;
    const groups = identifyTargetGroups(service);
    return assemble({
        name: (0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name),
        description: `Resources of service ${service.name} in cluster ${cluster.name}: target groups, listener rules, log group.`,
        parameters: groups.length > 0 ? parameters(service, clusterOutputs) : {},
        fragments: [
            ...groups.map((group) => targetGroupFragment(service, group, weights)),
            serviceRoles(service),
            logGroup(service),
        ],
        tags: { ...service.tags, [stack_names/* STACK_TAGS */.zt.cluster]: cluster.name, [stack_names/* STACK_TAGS */.zt.service]: service.name },
        digestOutput: stack_names/* SERVICE_OUTPUTS */.Ht.templateDigest,
        digest,
    });
}
function parameters({ loadBalancers }, clusterOutputs) {
    const rules = loadBalancers.flatMap(({ rules, testListenerRule = [] }) => [...rules, testListenerRule].flat());
    const ports = new Set(rules.map(({ listenerPort }) => listenerPort));
    return {
        VpcId: { type: 'AWS::EC2::VPC::Id', value: clusterOutputs[stack_names/* CLUSTER_OUTPUTS */.K0.vpcId] },
        ...Object.fromEntries([...ports].map((port) => [
            (0,stack_names/* listenerParameter */.sN)(port),
            { type: 'String', value: clusterOutputs[(0,stack_names/* listenerOutput */.MR)(port)] },
        ])),
    };
}
function targetGroupFragment(service, group, weights) {
    const { logicalId, alternateId, position, loadBalancer } = group;
    const [rule] = loadBalancer.rules;
    const testRule = loadBalancer.testListenerRule;
    return {
        resources: {
            [logicalId]: targetGroup(service, group, loadBalancer.targetGroup.name),
            ...(alternateId && { [alternateId]: targetGroup(service, group, undefined) }),
            ...listenerRules(service, group, weights),
        },
        outputs: {
            [(0,stack_names/* targetGroupOutput */.sq)(position)]: ref(logicalId),
            ...(alternateId && { [(0,stack_names/* alternateTargetGroupOutput */.se)(position)]: ref(alternateId) }),
            ...(alternateId && rule && { [(0,stack_names/* productionRuleOutput */.xs)(position)]: ref(ruleId(rule)) }),
            ...(alternateId && testRule && { [(0,stack_names/* testRuleOutput */.C9)(position)]: ref(ruleId(testRule)) }),
        },
    };
}
function logGroup({ logGroup: group, source }) {
    if (!group)
        return { resources: {} };
    return {
        resources: {
            LogGroup: resource('AWS::Logs::LogGroup', { LogGroupName: group.name, RetentionInDays: group.retentionInDays }, { at: (0,model_source/* positionOf */.d)(source, ['logGroup']), retained: true }),
        },
    };
}

// EXTERNAL MODULE: ./build/health/service/pause.js
var pause = __webpack_require__(9785);
;// CONCATENATED MODULE: ./build/plan/stack/live-weights.js



/** ARNs of the listener rules that a stack has. */
function ruleArns(resources) {
    return resources
        .filter(({ type, physicalId }) => type === 'AWS::ElasticLoadBalancingV2::ListenerRule' && physicalId !== '')
        .map(({ physicalId }) => physicalId);
}
/**
 * How live rules divide the traffic of each pair of target groups; a rule that is to be made divides it as the
 * production rule does.
 */
function liveWeights(service, { resources, outputs, forwards }) {
    const physical = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
    const production = Object.entries(outputs).flatMap(([key, arn]) => (/^ProductionRule\d+Arn$/.test(key) ? [arn] : []));
    const entries = identifyTargetGroups(service).flatMap(({ logicalId, alternateId, loadBalancer }) => {
        if (!alternateId)
            return [];
        const pair = [physical.get(logicalId), physical.get(alternateId)];
        const shared = forwards.filter(({ ruleArn }) => production.includes(ruleArn)).map((each) => weightsOf(each, pair));
        const weights = (rule) => {
            const own = forwards.find(({ ruleArn }) => ruleArn === physical.get(ruleId(rule)));
            return [own && weightsOf(own, pair), ...shared].find((each) => each !== undefined);
        };
        const { rules, testListenerRule } = loadBalancer;
        return [...rules, ...(testListenerRule ? [testListenerRule] : [])].map((rule) => [ruleId(rule), weights(rule)]);
    });
    return Object.fromEntries(entries.filter((entry) => entry[1] !== undefined));
}
/** undefined where the rule sends nothing to either of them. */
function weightsOf({ targetGroups }, [first, alternate]) {
    const weightOf = (wanted) => targetGroups.find(({ arn }) => arn === wanted)?.weight ?? 0;
    const weights = [weightOf(first), weightOf(alternate)];
    return weights[0] + weights[1] > 0 ? weights : undefined;
}
/**
 * A template with the weights that are live in it; undefined where it has them. An update that fails goes back to the
 * template of before, and with it to the weights of before, so that those have to be right first.
 */
function withLiveWeights(template, weights) {
    const resources = template['Resources'];
    if (!(0,json/* isJsonObject */.OW)(resources))
        return undefined;
    const updated = Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, weights[id] ? live_weights_weighted(resource, weights[id]) : resource]));
    return (0,json/* canonicalJson */.dj)(updated) === (0,json/* canonicalJson */.dj)(resources) ? undefined : { ...template, Resources: updated };
}
/** What a rule says, with other weights. */
function live_weights_weighted(value, weights) {
    if ((0,json/* isList */.Lv)(value))
        return value.map((each) => live_weights_weighted(each, weights));
    if (!(0,json/* isJsonObject */.OW)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => {
        const isForward = key === 'TargetGroups' && (0,json/* isList */.Lv)(member) && member.length === 2;
        if (!isForward)
            return [key, live_weights_weighted(member, weights)];
        return [key, member.map((each, index) => ((0,json/* isJsonObject */.OW)(each) ? { ...each, Weight: weights[index] ?? 0 } : each))];
    }));
}
/** Whether ECS shifts the traffic of a rule, by what a template says of it: it then forwards to two target groups. */
function isShifted(definition) {
    const properties = definition?.['Properties'];
    const actions = (0,json/* objectOf */.Xy)(properties)['Actions'];
    return (0,json/* listOf */.c3)(actions).some((action) => {
        const forward = (0,json/* objectOf */.Xy)(action)['ForwardConfig'];
        const groups = (0,json/* objectOf */.Xy)(forward)['TargetGroups'];
        return (0,json/* isList */.Lv)(groups) && groups.length > 1;
    });
}
/** Whether a change of a rule is about weights alone. Where ECS shifts them, they are templated as they are live. */
function isAboutWeights({ path, before, after }) {
    if (!path.startsWith('/Properties/Actions'))
        return false;
    if (path.endsWith('/Weight'))
        return true;
    const [one, other] = [withoutWeights(before), withoutWeights(after)];
    return one !== undefined && one === other;
}
function withoutWeights(text) {
    if (!text?.includes('Weight'))
        return undefined;
    try {
        return JSON.stringify(JSON.parse(text), (key, value) => (key === 'Weight' ? undefined : value));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/live-weights.js


/** How the live rules of a service divide its traffic, where ECS shifts it; nothing is asked where it does not. */
async function observeWeights(service, run) {
    if (!service.loadBalancers.some(({ alternate }) => alternate))
        return {};
    const stack = await run.stacks.describe((0,stack_names/* serviceStackName */.ZZ)(run.cluster.name, service.name));
    if (!stack)
        return {};
    const resources = await run.stacks.resources(stack.id);
    const forwards = await run.targets.forwards(ruleArns(resources));
    return liveWeights(service, { resources, outputs: stack.outputs, forwards });
}

;// CONCATENATED MODULE: ./build/engine/provision/live-traffic.js










/** Whether the plan changes a rule whose traffic ECS may be shifting. */
function touchesTraffic({ compared, service }) {
    if (!service?.loadBalancers.some(({ alternate }) => alternate) || compared.comparison.kind !== 'change-set')
        return false;
    return compared.comparison.view.changes.some(({ type, action }) => type === 'AWS::ElasticLoadBalancingV2::ListenerRule' && action === 'Modify');
}
/**
 * Waits until ECS shifts no traffic of the service, and makes the stack's template say what its rules say: an update
 * that then fails goes back to exactly that. Returns why it could not be done, or whether anything was written.
 */
async function settleTraffic(service, { stack, comparison }, run) {
    const busy = await waitUntilStill(service, run);
    if (busy)
        return { refusal: stillShifting(busy) };
    if (!stack)
        return { isWritten: false };
    const template = JSON.parse(await run.stacks.template(stack.id));
    const settled = withLiveWeights(template, await observeWeights(service, run));
    if (!settled)
        return { isWritten: false };
    const desired = templateOf(stack, settled);
    if (!isComplete(desired))
        throw new Error(`stack ${stack.name} lacks parameters`);
    if (comparison.kind === 'change-set')
        await run.stacks.deleteChangeSet(comparison.view.id);
    const view = await openChangeSet(desired, 'update', run);
    if (!view)
        return { refusal: superseded(stack.name) };
    if (view.status !== 'CREATE_COMPLETE')
        return { refusal: refusedChangeSet(view, [], desired) };
    const { outcome } = await applyStack(desired, { stack, comparison: { kind: 'change-set', view }, notes: [] }, run);
    return (0,model_outcome/* isGreen */.gf)(outcome.kind) ? { isWritten: true } : { refusal: outcome };
}
function templateOf({ name, parameters, tags }, template) {
    const resources = template['Resources'];
    return { name, body: JSON.stringify(template), digest: '', resources, parameters, tags, sources: {} };
}
async function waitUntilStill({ name }, run) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: `service ${name}`,
        observe: async () => {
            const view = await (0,read_services/* readService */.u)(run.services, run.cluster.name, name);
            const current = isRolling(view) ? view?.currentServiceDeployment : undefined;
            const [deployment] = current === undefined ? [] : await run.services.deploymentsByArn([current]);
            return { view, deployment };
        },
        assess: ({ view, deployment }) => {
            const message = `a deployment of ${name} is under way and may shift its traffic`;
            const hook = deployment && (0,pause/* awaitedHook */.lv)(deployment);
            if (hook)
                return { state: 'failed', message: `${message}, and ${(0,pause/* pauseText */.Iy)(deployment, hook)}` };
            return isRolling(view) ? { state: 'pending', message } : { state: 'healthy', message: 'nothing is under way' };
        },
        ...(0,deadline/* patience */._)(run),
    }, run);
    return waited.kind === 'healthy' ? undefined : waited.message;
}
function isRolling(view) {
    return view?.deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS') ?? false;
}
function stillShifting(busy) {
    return {
        kind: 'blocked',
        summary: `The stack was not updated: ${busy}.`,
        evidence: [],
        nextStep: 'Let the deployment end, or answer it if it is paused (mode: continue of deploy-service); then run the job again.',
    };
}

;// CONCATENATED MODULE: ./build/plan/differences/changed-lines.js
/** How many lines are shown before and after those that differ. */
const CONTEXT = 1;
/** Texts of many lines, without the lines that all of them have at the beginning and at the end. */
function changedLines(texts) {
    const lines = texts.map((text) => text.split('\n'));
    const shortest = Math.min(...lines.map(({ length }) => length));
    const same = (index) => lines.every((each) => each.at(index) === lines[0]?.at(index));
    let head = 0;
    while (head < shortest && same(head))
        head++;
    let tail = 0;
    while (tail < shortest - head && same(-1 - tail))
        tail++;
    const [from, to] = [Math.max(0, head - CONTEXT), Math.max(0, tail - CONTEXT)];
    return lines.map((each) => [...(from > 0 ? ['…'] : []), ...each.slice(from, each.length - to), ...(to > 0 ? ['…'] : [])].join('\n'));
}

;// CONCATENATED MODULE: ./build/plan/differences/list-items.js

/** Members by which an item of a list in a template is known, most telling first. */
const NAMES = [
    'Key',
    'Name',
    'Sid',
    'Id',
    'PolicyName',
    'ResourceType',
    'DeviceName',
    'CapacityProvider',
    'TargetGroupArn',
    'CertificateArn',
    'SubnetId',
    'DeviceIndex',
    'Field',
];
/** A list's items by name; undefined where two have the same, or one has none, as in a list of words. */
function itemsByName(list) {
    const named = new Map();
    for (const item of list) {
        const name = itemName(item);
        if (name === undefined || named.has(name))
            return undefined;
        named.set(name, withoutKey(item));
    }
    return named;
}
/** What a reader calls it: a tag's key, a rule's ports and origin, a statement's Sid. */
function itemName(item) {
    if (!(0,json/* isJsonObject */.OW)(item))
        return undefined;
    const stated = NAMES.map((name) => item[name]).find(isScalar);
    return stated === undefined ? (admission(item) ?? step(item) ?? statement(item) ?? kind(item)) : String(stated);
}
/** Of a tag or an attribute, only the value is compared: its key is the name of the item. */
function withoutKey(item) {
    if (!(0,json/* isJsonObject */.OW)(item))
        return item;
    const [first, second, ...further] = Object.keys(item).sort();
    return first === 'Key' && second === 'Value' && further.length === 0 ? (item['Value'] ?? null) : item;
}
/** A rule of a security group: `tcp 80 from 0.0.0.0/0`. */
function admission(item) {
    const { IpProtocol: protocol, FromPort: from, ToPort: to } = item;
    if (!isScalar(protocol))
        return undefined;
    const ports = from === undefined ? '' : ` ${canonicalText(from === to ? from : `${from}-${to}`)}`;
    const peers = Object.keys(item).filter((key) => !['IpProtocol', 'FromPort', 'ToPort', 'Description'].includes(key));
    return `${protocol}${ports} from ${peers.map((key) => canonicalText(item[key] ?? null)).join(' ')}`;
}
/** A step of a scaling policy, by its bounds. */
function step({ MetricIntervalLowerBound: lower, MetricIntervalUpperBound: upper }) {
    return lower === undefined && upper === undefined ? undefined : `from ${lower ?? '-∞'} to ${upper ?? '∞'}`;
}
/** A statement of a policy without a Sid, by what it is about. */
function statement({ Effect: effect, Principal: principal, Resource: resource, Action: action }) {
    const about = principal ?? resource ?? action;
    return isScalar(effect) && about !== undefined ? `${effect} ${canonicalText(about)}` : undefined;
}
function kind({ Type: type }) {
    return isScalar(type) ? String(type) : undefined;
}
function isScalar(value) {
    return typeof value === 'string' || typeof value === 'number';
}
function canonicalText(value) {
    return typeof value === 'string' ? value : (0,json/* canonicalJson */.dj)(value);
}

;// CONCATENATED MODULE: ./build/plan/differences/three-way.js


/**
 * Where three values are not all the same. Items of lists are told apart by name rather than by position; what comes or
 * goes as a whole is one difference.
 */
function threeWayDifferences(values, path = []) {
    if (isSame(values))
        return [];
    const target = onlyTarget(values);
    if (target)
        return threeWayDifferences(target, path);
    const members = membersOf(values);
    const inside = (members ? namesOf(members) : []).flatMap((name) => threeWayDifferences(memberOf(members, name), [...path, name]));
    return inside.length > 0 ? inside : [{ path, ...values }];
}
/**
 * Where a rule forwards to one target group before and after, that is one item, though its ARN, its name, may be
 * another.
 */
function onlyTarget({ deployed, live, after }) {
    const [a, b, c] = [deployed, live, after].map((list) => {
        const [item, ...others] = (0,json/* listOf */.c3)(list);
        return others.length === 0 && (0,json/* isJsonObject */.OW)(item) && item['TargetGroupArn'] !== undefined ? item : undefined;
    });
    return a && b && c && { deployed: a, live: b, after: c };
}
function isSame({ deployed, live, after }) {
    const text = (0,json/* canonicalJson */.dj)(after);
    return (0,json/* canonicalJson */.dj)(deployed) === text && (0,json/* canonicalJson */.dj)(live) === text;
}
/** undefined where one of them has no members, or no names for them. */
function membersOf({ deployed, live, after }) {
    const kinds = [deployed, live, after];
    if (!kinds.every(json/* isJsonObject */.OW) && !kinds.every(json/* isList */.Lv))
        return undefined;
    const [a, b, c] = kinds.map(named);
    return a && b && c && { deployed: a, live: b, after: c };
}
function named(value) {
    if ((0,json/* isList */.Lv)(value))
        return itemsByName(value);
    return (0,json/* isJsonObject */.OW)(value) ? new Map(Object.entries(value)) : undefined;
}
function namesOf({ deployed, live, after }) {
    return [...new Set([...deployed.keys(), ...live.keys(), ...after.keys()])].sort();
}
function memberOf(members, name) {
    return {
        deployed: members?.deployed.get(name),
        live: members?.live.get(name),
        after: members?.after.get(name),
    };
}

;// CONCATENATED MODULE: ./build/plan/stack/stack-properties.js




const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const SECRET = '****';
function isKnownAfterApply(value) {
    return value === KNOWN_AFTER_APPLY;
}
/**
 * What changes inside a resource. CloudFormation numbers the items of lists, and has one detail for each reason why a
 * value changes: here an item has a name, and each place one entry.
 */
function stackPropertyChanges(change, { isWithheld = false, withoutWeights = false } = {}) {
    const details = withoutWeights ? change.details.filter((detail) => !isAboutWeights(detail)) : change.details;
    const rows = details.flatMap((detail) => {
        // Of tags of the whole stack, and where it was asked for no values, CloudFormation says only that they change.
        const isUntold = detail.before === undefined && detail.after === undefined && !detail.drift;
        if (isWithheld || isUntold)
            return [untoldRow(detail)];
        const places = changedPlaces(change, detail);
        return places.filter(({ path }) => !(withoutWeights && isWeight(path))).map(shownPlace);
    });
    return [...new Map(rows.map((row) => [row.path, row])).values()];
}
/**
 * What one detail of a change set is about: the places inside its value that differ, or itself where nothing is inside.
 */
function changedPlaces(change, detail) {
    const inside = structured(change, detail).map(placeOf);
    if (inside.length > 0)
        return inside;
    const { before, after, drift } = detail;
    const path = propertyPath(detail);
    return [
        drift
            ? { path, deployed: drift.previous, live: drift.actual, after }
            : { path, deployed: before, live: before, after },
    ];
}
const UNKNOWN = { kind: 'known-after-apply' };
function untoldRow(detail) {
    return { path: propertyPath(detail), before: { kind: 'withheld' }, after: { kind: 'withheld' } };
}
/** CloudFormation says of the tags that a stack passes to its resources only that they change. */
function isUntoldTags({ path, after }) {
    return path === 'Tags' && after.kind === 'withheld';
}
function stackTagChanges(deployed, wanted) {
    return threeWayDifferences({ deployed, live: deployed, after: wanted }, ['Tags']).map(placeOf).map(shownPlace);
}
/** The differences inside a value that has a structure: of the whole list where the place is an item of one. */
function structured(change, detail) {
    const place = detail.path
        .split('/')
        .slice(2)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const item = place.findIndex((part) => /^\d+$/.test(part));
    const path = item === -1 ? place : place.slice(0, item);
    const values = item === -1 ? parsedValues(detail) : valuesAt(change, path);
    return values ? threeWayDifferences(values, path) : [];
}
function isWeight(path) {
    return path.startsWith('Actions.') && path.endsWith('.Weight');
}
function valuesAt({ properties }, path) {
    const { before, after, previous } = properties ?? {};
    if (!before || !after)
        return undefined;
    const [live, wanted] = [valueAt(before, path), valueAt(after, path)];
    return { deployed: previous ? valueAt(previous, path) : live, live, after: wanted };
}
function parsedValues({ before, after, drift }) {
    const [live, wanted] = [parsed(before), parsed(after)];
    if (live === undefined || wanted === undefined)
        return undefined;
    return { deployed: drift ? parsed(drift.previous) : live, live, after: wanted };
}
/** Parses only objects and lists: a number or a word in quotes is a value like any other. */
function parsed(text) {
    if (!/^[[{]/.test(text ?? ''))
        return undefined;
    try {
        const value = JSON.parse(text ?? '');
        return (0,json/* isJsonObject */.OW)(value) || (0,json/* isList */.Lv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function valueAt(value, path) {
    const [head, ...rest] = path;
    if (head === undefined)
        return value;
    return (0,json/* isJsonObject */.OW)(value) ? valueAt(value[head], rest) : undefined;
}
function placeOf({ path, deployed, live, after }) {
    const text = (value) => value === undefined || typeof value === 'string' ? value : (0,json/* canonicalJson */.dj)(value);
    const place = path.join('.').replaceAll(KNOWN_AFTER_APPLY, '(known after apply)');
    return { path: place, deployed: text(deployed), live: text(live), after: text(after) };
}
function shownPlace({ path, deployed, live, after }) {
    const [before, now, then] = legible([deployed, live, after].map((value) => shownValue(path, value)));
    return {
        path,
        before: before ?? ABSENT,
        after: then ?? ABSENT,
        ...(deployed === live ? {} : { live: now ?? ABSENT }),
    };
}
const ABSENT = { kind: 'absent' };
/** Keeps of texts of many lines, like user data, only the lines that differ. */
function legible(values) {
    const texts = values.flatMap((value) => (value.kind === 'value' ? [value.text] : []));
    if (texts.length < values.length || !texts.every((text) => text.includes('\n')))
        return values;
    return changedLines(texts).map((text) => ({ kind: 'value', text }));
}
/** `/Properties/LaunchTemplateData/ImageId` → `LaunchTemplateData.ImageId`. */
function propertyPath({ path }) {
    return path
        .replace(/^\/Properties\//, '')
        .replace(/^\//, '')
        .replaceAll('/', '.');
}
function shownValue(path, value) {
    if (value === undefined)
        return ABSENT;
    if (value.includes(KNOWN_AFTER_APPLY))
        return UNKNOWN;
    if (value === SECRET)
        return { kind: 'secret' };
    return { kind: 'value', text: path.endsWith('UserData') ? Buffer.from(value, 'base64').toString() : value };
}

;// CONCATENATED MODULE: ./build/plan/stack/launch-template-version.js

/** undefined where the version stays, or is one that the change set makes and whose number is not known yet. */
function groupVersion(change) {
    if (change.type !== 'AWS::AutoScaling::AutoScalingGroup')
        return undefined;
    return change.details
        .flatMap((detail) => changedPlaces(change, detail))
        .flatMap(({ path: property, after }) => (after === undefined ? [] : [{ property, after }]))
        .find(({ property, after }) => property === 'LaunchTemplate.Version' && !isKnownAfterApply(after));
}

// EXTERNAL MODULE: ./build/plan/danger.js
var plan_danger = __webpack_require__(395);
// EXTERNAL MODULE: ./build/plan/digest.js
var digest = __webpack_require__(6084);
// EXTERNAL MODULE: ./build/plan/stack/stack-losses.js
var stack_losses = __webpack_require__(621);
;// CONCATENATED MODULE: ./build/plan/stack/stack-dangers.js





/** Longer values are named by their digest in a danger, so that consent can name them. */
const LONGEST_NAMED = 100;
/** Changes that lose traffic or data, property by property. */
function stackDangers(risks) {
    const { serviceStack, changes, references, allow, outdatedInstances } = risks;
    const going = changes.filter(goes).map(({ physicalId }) => physicalId);
    return changes.flatMap((change) => {
        const found = goes(change)
            ? lossesOfGoing(change, forbidding(change, going, references))
            : [...rolledInstances(change), ...instancesOfOtherVersion(change, outdatedInstances)];
        return found.map((danger) => (0,plan_danger/* consented */.yg)(allow, { stack: serviceStack, ...danger }));
    });
}
/** Whether the resource as it is now goes, for certain or perhaps, and is not kept outside of the stack. */
function goes({ action, replacement, policyAction = '' }) {
    if (policyAction.endsWith('Retain'))
        return false;
    return action === 'Remove' || replacement === 'True' || replacement === 'Conditional';
}
function lossesOfGoing(change, forbidden) {
    const lost = (0,stack_losses/* lossOf */.je)(change.type, change.logicalId);
    if (!lost)
        return [];
    const { logicalId: resource } = change;
    if (change.action === 'Remove')
        return [{ resource, loss: `it is removed: ${lost.loss}`, forbidden }];
    const how = change.replacement === 'True' ? 'it is replaced' : 'it may be replaced';
    return [...recreating(change)].map(([property, to]) => ({
        resource,
        property,
        to,
        loss: `${how}: ${lost.loss}`,
        forbidden,
    }));
}
/**
 * The properties for which CloudFormation replaces a resource, with their new values. Where one is not known yet, the
 * resource that goes stands for it: the next replacement takes another one, which the same consent must not cover.
 */
function recreating(change) {
    const instead = change.physicalId && `instead of ${change.physicalId}`;
    const causes = change.details.filter(({ requiresRecreation }) => requiresRecreation !== 'Never');
    return new Map(namedValues(change, causes).map(([property, value]) => [property, value ?? instead]));
}
const ROLLED = 'a new one starts first, then the tasks of an old one drain and it is terminated';
/** A change of the launch template reaches instances only by replacing them. */
function rolledInstances(change) {
    if (change.type !== 'AWS::EC2::LaunchTemplate' || change.action !== 'Modify')
        return [];
    return [...new Map(namedValues(change, change.details))].map(([property, to]) => ({
        resource: change.logicalId,
        property,
        to,
        loss: `every instance is replaced: ${ROLLED}`,
    }));
}
/** A group whose version somebody changed gets its own back, and with it instances of that version. */
function instancesOfOtherVersion(change, outdatedInstances) {
    const version = groupVersion(change);
    if (!version || outdatedInstances.length === 0)
        return [];
    const loss = `instances of another version (${outdatedInstances.join(', ')}) are replaced: ${ROLLED}`;
    return [{ resource: change.logicalId, property: version.property, to: version.after, loss }];
}
/** A property of target groups; it follows the network mode of the service's tasks. */
const TARGET_TYPE = '/Properties/TargetType';
function forbidding({ type, logicalId, physicalId, details }, going, references) {
    const users = references
        .filter(({ physicalIds }) => physicalIds.some((id) => id === physicalId))
        .filter(({ physicalIds }) => physicalIds.every((id) => going.includes(id)))
        .map(({ service }) => service);
    if (users.length === 0)
        return undefined;
    const changesMode = details.some(({ path }) => path === TARGET_TYPE);
    const sequence = changesMode ? stack_losses/* NETWORK_MODE_SEQUENCE */.j2 : (0,stack_losses/* lossOf */.je)(type, logicalId)?.sequence;
    return `Service ${[...new Set(users)].join(', ')} uses it. ${sequence ?? 'Let the service stop using it first.'}`;
}
/** New values by property, as consent names both; undefined where a value is not known, or is nothing. */
function namedValues(change, details) {
    return details
        .flatMap((detail) => changedPlaces(change, detail))
        .map(({ path, after }) => [path, namedValue(path, after)]);
}
function namedValue(path, after) {
    const value = shownValue(path, after);
    if (value.kind !== 'value')
        return undefined;
    return value.text.length <= LONGEST_NAMED ? value.text : `sha256:${(0,digest/* digestOf */.ol)(value.text).slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./build/plan/stack/stack-drift.js

/**
 * Of what is not as it was deployed, that which a person did: how ECS has shifted the traffic of a rule is ECS's own.
 */
function changedByHand(drifted, { resources }) {
    return drifted.filter(({ logicalId, status, differences }) => status === 'DELETED' || !(isShifted(resources[logicalId]) && isOnlyWeights(differences)));
}
/**
 * The changes of a change set without the rules whose traffic ECS shifts and of which only the weights differ: those
 * are ECS's, and stay as they are.
 */
function ownChanges({ changes }, { resources }) {
    return changes.filter(({ logicalId, details }) => !(isShifted(resources[logicalId]) && isOnlyWeights(details)));
}
function isOnlyWeights(details) {
    return details.length > 0 && details.every(isAboutWeights);
}
function isRead(driftStatus) {
    return driftStatus !== 'DELETED' && driftStatus !== 'UNKNOWN';
}
/** Cannot be read, and cannot be changed without another resource. */
const FIXED = ['/Properties/ListenerArn'];
/** What a table of properties cannot show of a change set that looked at what is live. */
function driftNotes({ changes }) {
    const deleted = changes.filter(({ driftStatus }) => driftStatus === 'DELETED').map(({ logicalId }) => logicalId);
    const unread = changes.flatMap(({ logicalId, driftStatus, ignoredDrift = [] }) => ignoredDrift
        .filter(({ path, reason }) => isRead(driftStatus) && reason !== 'MANAGED_BY_AWS' && !FIXED.includes(path))
        .map(({ path }) => `${logicalId}.${path.replace(/^\/(Properties\/)?/, '').replaceAll('/', '.')}`));
    const unknown = changes.filter(({ driftStatus }) => driftStatus === 'UNKNOWN').map(({ logicalId }) => logicalId);
    return [
        ...(unknown.length > 0 ? [`CloudFormation could not read the live state of ${unknown.join(', ')}.`] : []),
        ...(deleted.length > 0 ? [`Deleted by hand, and created again: ${deleted.join(', ')}.`] : []),
        ...(unread.length > 0
            ? [`CloudFormation cannot read whether these were changed by hand: ${unread.join(', ')}.`]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/plan/stack/stack-changes.js



/** A change set as changes of a plan. `tags` are those that the stack has. */
function stackChanges(view, desired, tags = desired.tags) {
    const { sources, tags: wanted, resources } = desired;
    const tagRows = stackTagChanges(tags, wanted);
    const changes = ownChanges(view, desired);
    if (changes.length === 0)
        return [outputsChange()];
    return changes.map((change) => {
        const isWithheld = view.withheld.includes(change.logicalId);
        const withoutWeights = isShifted(resources[change.logicalId]);
        return {
            action: actionOf(change),
            resource: change.logicalId,
            type: change.type,
            physicalId: change.physicalId,
            properties: stackPropertyChanges(change, { isWithheld, withoutWeights }).flatMap((row) => tagRows.length > 0 && isUntoldTags(row) ? tagRows : [row]),
            certainty: certaintyOf(change, isWithheld),
            ...(change.policyAction?.endsWith('Retain') && { isKept: true }),
            ...(change.driftStatus === 'DELETED' && { isMadeAgain: true }),
            at: sources[change.logicalId],
        };
    });
}
/** An executable change set without changes of resources: CloudFormation lists none for outputs and policies. */
function outputsChange() {
    return {
        action: 'modify',
        resource: 'Outputs',
        type: 'AWS::CloudFormation::Stack',
        properties: [],
        certainty: 'certain',
    };
}
function actionOf({ action, replacement }) {
    switch (action) {
        case 'Add':
        case 'Import':
            return 'add';
        case 'Remove':
            return 'remove';
        case 'Modify':
        case 'SyncWithActual':
        case 'Dynamic':
            return replacement === 'True' || replacement === 'Conditional' ? 'replace' : 'modify';
    }
}
/**
 * CloudFormation says Replacement True also where it does not know the new value yet, and lists resources whose
 * referenced attributes turn out to stay the same (aws-cloudformation/cloudformation-coverage-roadmap#2113, #759).
 */
function certaintyOf({ action, replacement, details }, isWithheld) {
    if (action === 'Dynamic')
        return 'known-after-apply';
    if (action !== 'Modify' && action !== 'SyncWithActual')
        return 'certain';
    const decisive = replacement === 'True' ? details.filter(({ requiresRecreation }) => requiresRecreation === 'Always') : details;
    const known = decisive.some(({ after }) => !isKnownAfterApply(after));
    if (replacement === 'Conditional')
        return 'conditional';
    return known && !isWithheld ? 'certain' : 'known-after-apply';
}

;// CONCATENATED MODULE: ./build/plan/stack/stack-comparison.js

/**
 * Whether a stack is what config wants, so that no change set is needed: the template's digest in its output
 * `digestOutput`, parameters and tags are equal. An update that failed took the output back with the rest.
 */
function isUpToDate(stack, desired, digestOutput) {
    return (stack.outputs[digestOutput] === desired.digest &&
        (0,json/* canonicalJson */.dj)(stack.parameters) === (0,json/* canonicalJson */.dj)(desired.parameters) &&
        (0,json/* canonicalJson */.dj)(stack.tags) === (0,json/* canonicalJson */.dj)(desired.tags));
}
/** Everything that a stack adds which does not exist yet. */
function additions({ resources, sources }) {
    return Object.entries(resources).map(([resource, definition]) => ({
        action: 'add',
        resource,
        type: typeOf(definition),
        properties: [],
        certainty: 'certain',
        at: sources[resource],
    }));
}
/**
 * What differs between the live template and the desired one, where CloudFormation cannot make a change set yet.
 * Whether a change replaces a resource is known only with a change set.
 */
function templateDifferences(live, { resources, sources }) {
    const before = resourcesOf(live);
    const ids = [...new Set([...Object.keys(before), ...Object.keys(resources)])];
    return ids.flatMap((resource) => {
        const [old, wanted] = [before[resource], resources[resource]];
        if ((0,json/* canonicalJson */.dj)(old) === (0,json/* canonicalJson */.dj)(wanted))
            return [];
        const action = old === undefined ? 'add' : wanted === undefined ? 'remove' : 'modify';
        const type = typeOf(wanted ?? old);
        const certainty = action === 'modify' ? 'known-after-apply' : 'certain';
        const kept = action === 'remove' && isKept(old) ? { isKept: true } : {};
        return [{ action, resource, type, properties: [], certainty, ...kept, at: sources[resource] }];
    });
}
function resourcesOf(template) {
    const parsed = JSON.parse(template);
    return parsed.Resources ?? {};
}
function isKept(definition) {
    const stated = definition;
    return String(stated?.['DeletionPolicy'] ?? '').startsWith('Retain');
}
function typeOf(definition) {
    const stated = definition;
    return String(stated?.['Type'] ?? '');
}

;// CONCATENATED MODULE: ./build/plan/stack/stack-digest.js



/**
 * The digest of a stack's plan. Where a change set says what changes, the resources as they are to be are what counts,
 * so that another change of the same stack, which is applied in between, leaves it as it is; elsewhere the whole
 * template does.
 */
function stackDigest(id, changes, desired, { isListed }) {
    // A change of outputs alone names none of them.
    const isTold = isListed && changes.every(({ resource }) => resource !== 'Outputs');
    if (!isTold)
        return (0,digest/* unitDigest */.vi)(id, changes, desired.digest);
    const resources = changes.map(({ resource }) => [resource, withoutShift(desired.resources[resource])]);
    return (0,digest/* unitDigest */.vi)(id, changes, (0,json/* canonicalJson */.dj)(Object.fromEntries(resources)));
}
/** Where ECS shifts traffic, a rule has the weights that are live in it, which change without config. */
function withoutShift(definition) {
    return definition && isShifted(definition) ? live_weights_weighted(definition, [0, 0]) : (definition ?? null);
}

;// CONCATENATED MODULE: ./build/plan/stack/stack-plan.js






/** The unit of a stack: what would change, what it could cost, and whether that is allowed. */
function planStack(input) {
    const { desired, comparison, needs, outdatedInstances } = input;
    const id = (0,unit_id/* stackUnitId */._)(desired.name);
    const changes = [...changesOf(comparison, desired), ...refreshChange(outdatedInstances)];
    return {
        id,
        kind: 'stack',
        changes,
        dangers: dangersOf(input),
        needs,
        digest: stackDigest(id, changes, desired, { isListed: comparison.kind === 'change-set' }),
        notes: [...input.notes, ...notesOf(comparison)],
    };
}
function changesOf(comparison, desired) {
    switch (comparison.kind) {
        case 'same':
            return [];
        case 'absent':
            return additions(desired);
        case 'change-set':
            return stackChanges(comparison.view, desired, comparison.tags);
        case 'templates':
            return templateDifferences(comparison.live, desired);
    }
}
function refreshChange(instanceIds) {
    if (instanceIds.length === 0)
        return [];
    return [
        {
            action: 'replace',
            resource: 'instances of another launch template version',
            type: 'AWS::EC2::Instance',
            physicalId: instanceIds.join(', '),
            properties: [],
            certainty: 'certain',
            follows: 'LaunchTemplate',
        },
    ];
}
function dangersOf({ comparison, ...risks }) {
    if (comparison.kind !== 'change-set')
        return [];
    return stackDangers({ changes: comparison.view.changes, ...risks });
}
function notesOf(comparison) {
    switch (comparison.kind) {
        case 'same':
        case 'absent':
            return [];
        case 'templates':
            return [
                `${comparison.reason} What changes inside a resource, and what is replaced, is known only then, and needs a review of its own.`,
            ];
        case 'change-set': {
            const { withheld, warning } = comparison.view;
            const missing = withheld.length > 0 ? [`CloudFormation did not return the values of ${withheld.join(', ')}.`] : [];
            const warned = warning === undefined ? [] : [`CloudFormation warns: ${warning}`];
            return [...missing, ...warned, ...driftNotes(comparison.view)];
        }
    }
}

;// CONCATENATED MODULE: ./build/template/launch-template.js


/** How every instance is launched. The group replaces its instances when this changes. */
function launchTemplate(cluster) {
    const { capacity, name, tags, source } = cluster;
    const tagged = keyValues({ ...tags, Name: name });
    return resource('AWS::EC2::LaunchTemplate', {
        LaunchTemplateName: capacity.launchTemplateName,
        LaunchTemplateData: {
            ImageId: capacity.image,
            InstanceType: capacity.instanceType,
            IamInstanceProfile: { Name: ref('InstanceProfile') },
            NetworkInterfaces: [
                {
                    DeviceIndex: 0,
                    AssociatePublicIpAddress: capacity.associatePublicIpAddress,
                    DeleteOnTermination: true,
                    Groups: [ref('InstanceSecurityGroup')],
                },
            ],
            // A hop limit of 1 keeps containers in bridge mode from the instance's credentials; they have task roles.
            MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
            BlockDeviceMappings: [
                {
                    // The root device of Amazon Linux 2 and 2023.
                    DeviceName: '/dev/xvda',
                    Ebs: { VolumeSize: capacity.rootVolumeGiB, VolumeType: 'gp3', DeleteOnTermination: true },
                },
            ],
            UserData: { 'Fn::Base64': userData(capacity.agent) },
            TagSpecifications: ['instance', 'volume'].map((ResourceType) => ({ ResourceType, Tags: tagged })),
        },
    }, { at: (0,model_source/* positionOf */.d)(source, ['capacity']) });
}
/**
 * Writes the ECS agent's settings. The cluster is referred to, not named: so the stack's deletion takes the instances
 * first and the cluster, which must be empty by then, last.
 */
function userData(agent) {
    const settings = keyValues(agent).map(({ Key, Value }) => `${Key}=${Value}\n`);
    const parts = [
        "#!/bin/bash\ncat >> /etc/ecs/ecs.config <<'SETTINGS'\nECS_CLUSTER=",
        ref('Cluster'),
        `\n${settings.join('')}SETTINGS\n`,
    ];
    return { 'Fn::Join': ['', parts] };
}

;// CONCATENATED MODULE: ./build/template/scaling-policies.js



/** Builds, in `alarms` mode, the group's two step policies, which one service's alarms set off. */
function instanceScalingPolicies({ capacity, source }) {
    if (capacity.instanceScaling !== 'alarms')
        return { resources: {} };
    const { scaleOut, scaleIn, cooldownSeconds } = capacity.steps;
    const policy = (adjustment, bound) => resource('AWS::AutoScaling::ScalingPolicy', {
        AutoScalingGroupName: ref('AutoScalingGroup'),
        PolicyType: 'StepScaling',
        AdjustmentType: 'ChangeInCapacity',
        MetricAggregationType: 'Average',
        // Step policies have no cooldown: while an instance warms up, it counts as added already.
        EstimatedInstanceWarmup: cooldownSeconds,
        StepAdjustments: [{ [`MetricInterval${bound}Bound`]: 0, ScalingAdjustment: adjustment }],
    }, { at: (0,model_source/* positionOf */.d)(source, ['capacity', 'steps']) });
    return {
        resources: { ScaleOutPolicy: policy(scaleOut, 'Lower'), ScaleInPolicy: policy(scaleIn, 'Upper') },
        outputs: {
            [stack_names/* CLUSTER_OUTPUTS */.K0.scaleOutPolicyArn]: ref('ScaleOutPolicy'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.scaleInPolicyArn]: ref('ScaleInPolicy'),
        },
    };
}

;// CONCATENATED MODULE: ./build/template/cluster-capacity.js





/** The cluster, its instances, and the capacity provider that ties the two together. */
function clusterCapacity(cluster, network) {
    const { capacity, source } = cluster;
    const at = (0,model_source/* positionOf */.d)(source, ['capacity']);
    const policies = instanceScalingPolicies(cluster);
    return {
        resources: {
            Cluster: resource('AWS::ECS::Cluster', { ClusterName: cluster.name }, { at: (0,model_source/* positionOf */.d)(source, ['name']) }),
            LaunchTemplate: launchTemplate(cluster),
            AutoScalingGroup: resource('AWS::AutoScaling::AutoScalingGroup', {
                AutoScalingGroupName: capacity.autoScalingGroupName,
                // No DesiredCapacity: every update of the stack would set the group back to it.
                MinSize: String(capacity.minSize),
                MaxSize: String(capacity.maxSize),
                LaunchTemplate: {
                    LaunchTemplateId: ref('LaunchTemplate'),
                    Version: getAtt('LaunchTemplate', 'LatestVersionNumber'),
                },
                VPCZoneIdentifier: network.instanceSubnetIds,
                HealthCheckType: 'EC2',
                DefaultInstanceWarmup: capacity.instanceWarmupSeconds,
                NewInstancesProtectedFromScaleIn: capacity.instanceScaling === 'managed',
                // ECS adds this tag itself to groups that it scales; stated here, so that no update removes it.
                Tags: [{ Key: 'AmazonECSManaged', Value: '', PropagateAtLaunch: true }],
            }, { at, dependsOn: network.gatewayIds }),
            CapacityProvider: resource('AWS::ECS::CapacityProvider', { Name: capacity.capacityProviderName, AutoScalingGroupProvider: groupProvider(cluster) }, { at }),
            CapacityProviderAssociations: resource('AWS::ECS::ClusterCapacityProviderAssociations', {
                Cluster: ref('Cluster'),
                CapacityProviders: [ref('CapacityProvider')],
                DefaultCapacityProviderStrategy: [{ CapacityProvider: ref('CapacityProvider'), Base: 0, Weight: 1 }],
            }, { at }),
            ...policies.resources,
        },
        outputs: {
            [stack_names/* CLUSTER_OUTPUTS */.K0.clusterName]: ref('Cluster'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.capacityProvider]: ref('CapacityProvider'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup]: ref('AutoScalingGroup'),
            ...policies.outputs,
        },
    };
}
function groupProvider({ capacity }) {
    return {
        AutoScalingGroupArn: ref('AutoScalingGroup'),
        ...scalingOf[capacity.instanceScaling](capacity.targetCapacityPercent, capacity.instanceWarmupSeconds),
        ManagedDraining: 'ENABLED',
    };
}
const scalingOf = {
    managed: (targetCapacity, warmupSeconds) => ({
        ManagedScaling: { Status: 'ENABLED', TargetCapacity: targetCapacity, InstanceWarmupPeriod: warmupSeconds },
        ManagedTerminationProtection: 'ENABLED',
    }),
    alarms: () => ({ ManagedScaling: { Status: 'DISABLED' }, ManagedTerminationProtection: 'DISABLED' }),
};

;// CONCATENATED MODULE: ./build/template/cluster-load-balancer.js



function clusterLoadBalancer({ loadBalancer, source }, network) {
    const at = (0,model_source/* positionOf */.d)(source, ['loadBalancer']);
    const listeners = loadBalancer.listeners.map((listener, index) => listenerResources(listener, (0,model_source/* positionOf */.d)(source, ['loadBalancer', 'listeners', index])));
    return {
        resources: {
            LoadBalancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
                Name: loadBalancer.name,
                Type: 'application',
                Scheme: loadBalancer.scheme,
                Subnets: network.subnetIds,
                SecurityGroups: [ref('LoadBalancerSecurityGroup')],
                LoadBalancerAttributes: keyValues({
                    'deletion_protection.enabled': String(loadBalancer.deletionProtection),
                    'idle_timeout.timeout_seconds': String(loadBalancer.idleTimeoutSeconds),
                    'routing.http.drop_invalid_header_fields.enabled': 'true',
                }),
            }, { at, dependsOn: network.gatewayIds }),
            ...Object.assign({}, ...listeners),
        },
        outputs: {
            [stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerArn]: ref('LoadBalancer'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerDnsName]: getAtt('LoadBalancer', 'DNSName'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.vpcId]: network.vpcId,
            ...Object.fromEntries(loadBalancer.listeners.map(({ port }) => [(0,stack_names/* listenerOutput */.MR)(port), ref(`Listener${port}`)])),
        },
    };
}
function listenerResources({ port, protocol, certificateArns, sslPolicy, defaultAction }, at) {
    const [certificate, ...further] = certificateArns.map((CertificateArn) => ({ CertificateArn }));
    return {
        [`Listener${port}`]: resource('AWS::ElasticLoadBalancingV2::Listener', {
            LoadBalancerArn: ref('LoadBalancer'),
            Port: port,
            Protocol: protocol,
            Certificates: certificate && [certificate],
            SslPolicy: sslPolicy,
            DefaultActions: [cluster_load_balancer_actionOf(defaultAction)],
        }, { at }),
        // A listener is created with one certificate; the others are attached to it.
        ...(further.length > 0 && {
            [`Listener${port}Certificates`]: resource('AWS::ElasticLoadBalancingV2::ListenerCertificate', { ListenerArn: ref(`Listener${port}`), Certificates: further }, { at }),
        }),
    };
}
function cluster_load_balancer_actionOf(action) {
    switch (action.kind) {
        case 'fixed-response':
            return {
                Type: 'fixed-response',
                FixedResponseConfig: { StatusCode: String(action.statusCode), ContentType: 'text/plain' },
            };
        case 'redirect-to-https':
            return { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } };
    }
}

;// CONCATENATED MODULE: ./build/template/cidr-blocks.js
/** The smallest subnet that AWS makes. */
const LONGEST_PREFIX = 28;
/**
 * The first `count` blocks of equal size inside an IPv4 block: sixteenths of it, or /28s where those would be smaller.
 */
function subnetBlocks(cidrBlock, count) {
    const [address = '', prefix = ''] = cidrBlock.split('/');
    const length = Math.min(Number(prefix) + 4, LONGEST_PREFIX);
    const size = 2 ** (32 - length);
    const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
    return Array.from({ length: count }, (_, index) => `${dotted(first + index * size)}/${length}`);
}
function dotted(address) {
    return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

;// CONCATENATED MODULE: ./build/template/cluster-network.js



/** `given` belongs to every kind of network but a created one. */
function clusterNetwork(cluster, given) {
    const { network, source, name } = cluster;
    if (given)
        return givenNetwork(given);
    if (network.kind !== 'created')
        throw new Error(`cluster ${name} has no network`);
    return createdNetwork(network.cidrBlock, network.availabilityZones, (0,model_source/* positionOf */.d)(source, ['network']));
}
function givenNetwork({ vpcId, subnetIds, instanceSubnetIds }) {
    const apart = instanceSubnetIds.join() !== subnetIds.join();
    const subnets = (ids) => ({ type: 'List<AWS::EC2::Subnet::Id>', value: ids.join(',') });
    return {
        parameters: {
            VpcId: { type: 'AWS::EC2::VPC::Id', value: vpcId },
            SubnetIds: subnets(subnetIds),
            ...(apart && { InstanceSubnetIds: subnets(instanceSubnetIds) }),
        },
        resources: {},
        vpcId: ref('VpcId'),
        subnetIds: ref('SubnetIds'),
        instanceSubnetIds: ref(apart ? 'InstanceSubnetIds' : 'SubnetIds'),
        gatewayIds: [],
    };
}
function createdNetwork(cidrBlock, zones, at) {
    const zoneOf = zones
        ? zones.map((_, index) => ref(`Zone${index + 1}`))
        : [0, 1].map((index) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] }));
    const blocks = subnetBlocks(cidrBlock, zoneOf.length);
    const ids = zoneOf.map((_, index) => `PublicSubnet${index + 1}`);
    const subnets = ids.flatMap((id, index) => [
        [
            id,
            resource('AWS::EC2::Subnet', {
                VpcId: ref('Vpc'),
                AvailabilityZone: zoneOf[index],
                CidrBlock: blocks[index],
                MapPublicIpOnLaunch: true,
            }, { at }),
        ],
        [
            `${id}RouteTableAssociation`,
            resource('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: ref(id), RouteTableId: ref('PublicRouteTable') }, { at }),
        ],
    ]);
    return {
        parameters: Object.fromEntries(zones?.map((zone, index) => [`Zone${index + 1}`, { type: 'String', value: zone }]) ?? []),
        resources: {
            Vpc: resource('AWS::EC2::VPC', { CidrBlock: cidrBlock, EnableDnsHostnames: true, EnableDnsSupport: true }, { at }),
            InternetGateway: resource('AWS::EC2::InternetGateway', {}, { at }),
            InternetGatewayAttachment: resource('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), InternetGatewayId: ref('InternetGateway') }, { at }),
            PublicRouteTable: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }, { at }),
            PublicRoute: resource('AWS::EC2::Route', {
                RouteTableId: ref('PublicRouteTable'),
                DestinationCidrBlock: '0.0.0.0/0',
                GatewayId: ref('InternetGateway'),
            }, 
            // A route to a gateway that is not attached yet is refused.
            { at, dependsOn: ['InternetGatewayAttachment'] }),
            ...Object.fromEntries(subnets),
        },
        vpcId: ref('Vpc'),
        subnetIds: ids.map(ref),
        instanceSubnetIds: ids.map(ref),
        gatewayIds: ['PublicRoute', ...ids.map((id) => `${id}RouteTableAssociation`)],
    };
}

// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
;// CONCATENATED MODULE: ./build/template/cluster-roles.js




/**
 * The roles that config creates, and the instance profile. The service role exists because config names it; no call
 * passes it on, since ECS's service-linked role does its work and a service keeps the role it was made with for ever.
 */
function clusterRoles({ roles, source }) {
    const at = (key) => (0,model_source/* positionOf */.d)(source, ['roles', key]);
    const service = roles.service?.kind === 'created' ? roles.service : undefined;
    return {
        resources: {
            ...(service && {
                ServiceRole: role({
                    name: service.name,
                    principal: 'ecs.amazonaws.com',
                    managedPolicies: ['service-role/AmazonEC2ContainerServiceRole'],
                    at: at('service'),
                }),
            }),
            ...(roles.instance.kind === 'created' && {
                InstanceRole: role({
                    name: roles.instance.name,
                    principal: 'ec2.amazonaws.com',
                    managedPolicies: ['service-role/AmazonEC2ContainerServiceforEC2Role', 'AmazonSSMManagedInstanceCore'],
                    at: at('instance'),
                }),
            }),
            InstanceProfile: resource('AWS::IAM::InstanceProfile', { Roles: [instanceRoleName(roles.instance)] }, { at: at('instance') }),
        },
    };
}
function instanceRoleName(role) {
    return role.kind === 'created' ? ref('InstanceRole') : (0,model_arn/* arnName */.x)(role.arn);
}

;// CONCATENATED MODULE: ./build/template/security-groups.js


/**
 * The load balancer admits clients to its listeners; instances admit the load balancer alone, to the ports that Docker
 * gives out. Others name the groups by Ref (the id, where a VPC is given): GetAtt would make CloudFormation list the
 * launch template as changed with every change of a rule.
 */
function securityGroups({ loadBalancer, capacity, source }, network) {
    const clients = loadBalancer.listeners.flatMap(({ port }) => loadBalancer.allowedCidrBlocks.map((block) => ({
        IpProtocol: 'tcp',
        FromPort: port,
        ToPort: port,
        ...(block.includes(':') ? { CidrIpv6: block } : { CidrIp: block }),
    })));
    return {
        resources: {
            LoadBalancerSecurityGroup: resource('AWS::EC2::SecurityGroup', {
                GroupName: loadBalancer.securityGroupName,
                GroupDescription: 'Clients of the load balancer',
                VpcId: network.vpcId,
                SecurityGroupIngress: clients,
            }, { at: (0,model_source/* positionOf */.d)(source, ['loadBalancer']) }),
            InstanceSecurityGroup: resource('AWS::EC2::SecurityGroup', {
                GroupName: capacity.securityGroupName,
                GroupDescription: 'Container instances, reached by the load balancer',
                VpcId: network.vpcId,
                SecurityGroupIngress: [
                    {
                        IpProtocol: 'tcp',
                        FromPort: 32768,
                        ToPort: 65535,
                        SourceSecurityGroupId: ref('LoadBalancerSecurityGroup'),
                    },
                ],
            }, { at: (0,model_source/* positionOf */.d)(source, ['capacity']) }),
        },
    };
}

;// CONCATENATED MODULE: ./build/template/cluster-template.js







/**
 * The stack with what the cluster's services share. `given` is where it lives, unless the stack creates its network.
 */
function clusterTemplate(cluster, given) {
    const network = clusterNetwork(cluster, given);
    return assemble({
        name: (0,stack_names/* clusterStackName */.CW)(cluster.name),
        description: `ECS cluster ${cluster.name}: instances, load balancer and roles.`,
        parameters: network.parameters,
        fragments: [
            clusterRoles(cluster),
            network,
            securityGroups(cluster, network),
            clusterCapacity(cluster, network),
            clusterLoadBalancer(cluster, network),
        ],
        tags: { ...cluster.tags, [stack_names/* STACK_TAGS */.zt.cluster]: cluster.name },
        digestOutput: stack_names/* CLUSTER_OUTPUTS */.K0.templateDigest,
    });
}

;// CONCATENATED MODULE: ./build/plan/preflight/certificate-names.js
/** Whether a certificate for these names is good for the host; a wildcard stands for one label. */
function isCovered(host, names) {
    const wanted = host.toLowerCase();
    const parent = wanted.slice(wanted.indexOf('.') + 1);
    return names.some((name) => {
        const pattern = name.toLowerCase();
        return pattern === wanted || (pattern.startsWith('*.') && pattern.slice(2) === parent && wanted.includes('.'));
    });
}

;// CONCATENATED MODULE: ./build/plan/preflight/listener-hosts.js

/** Host names that services are asked for on a listener: those of its rules and of `verify`; patterns are left out. */
function listenerHosts({ services }, port) {
    const ofRules = services
        .flatMap(({ loadBalancers }) => loadBalancers)
        .flatMap(({ rules }) => rules)
        .filter(({ listenerPort }) => listenerPort === port)
        .flatMap(({ conditions }) => conditions.flatMap(hostsOf));
    const asked = services.flatMap(({ verify }) => (verify?.listenerPort === port && verify.host ? [verify.host] : []));
    return [...new Set([...ofRules, ...asked])].filter((host) => !/[*?]/.test(host)).sort();
}
function hostsOf({ HostHeaderConfig }) {
    const values = (0,json/* objectOf */.Xy)(HostHeaderConfig)['Values'];
    return (0,json/* listOf */.c3)(values).map(String);
}

// EXTERNAL MODULE: ./build/plan/preflight/verdicts.js + 1 modules
var verdicts = __webpack_require__(9230);
// EXTERNAL MODULE: ./build/engine/preflight/check.js
var check = __webpack_require__(6971);
// EXTERNAL MODULE: ./build/engine/preflight/subnets.js
var subnets = __webpack_require__(8457);
;// CONCATENATED MODULE: ./build/engine/preflight/cluster-checks.js







/** What the cluster's stack depends on. `network` is undefined where the stack creates it. */
async function checkCluster(cluster, network, lookups, now) {
    const listeners = cluster.loadBalancer.listeners.flatMap((listener, index) => listener.protocol === 'HTTPS' ? listenerChecks(cluster, listener, index, lookups, now) : []);
    return Promise.all([...(network ? [zoneCheck(cluster, network, lookups)] : []), ...listeners]);
}
function zoneCheck(cluster, network, { networks }) {
    const { subnetIds, instanceSubnetIds } = network;
    return (0,check/* check */.z)(`subnets of ${network.vpcId}`, (0,model_source/* positionOf */.d)(cluster.source, ['network']), async () => {
        const found = await networks.subnets({ subnetIds: [...new Set([...subnetIds, ...instanceSubnetIds])] });
        const among = (ids) => found.filter(({ id }) => ids.includes(id));
        return (0,subnets/* zonesVerdict */.L)(among(subnetIds), among(instanceSubnetIds));
    });
}
function listenerChecks(cluster, { port, certificateArns }, index, lookups, now) {
    const path = ['loadBalancer', 'listeners', index, 'certificateArns'];
    const each = certificateArns.map((arn, place) => (0,check/* check */.z)(`certificate ${(0,model_arn/* arnName */.x)(arn)} of listener ${port}`, (0,model_source/* positionOf */.d)(cluster.source, [...path, place]), () => certificateOf(arn, cluster, lookups, now)));
    const hosts = listenerHosts(cluster, port);
    if (hosts.length === 0)
        return each;
    const covers = (0,check/* check */.z)(`certificates of listener ${port}`, (0,model_source/* positionOf */.d)(cluster.source, path), () => coverOf(certificateArns, hosts, lookups));
    return [...each, covers];
}
async function certificateOf(arn, cluster, { certificates }, now) {
    const [, , service, region] = arn.split(':');
    if (service !== 'acm')
        return (0,verdicts/* unchecked */.VJ)(`it is a certificate of ${service}; only those of ACM are checked`);
    if (region !== cluster.region)
        return {
            state: 'failed',
            message: `It is in ${region}: a load balancer accepts only certificates of its own region.`,
        };
    return (0,verdicts/* certificateVerdict */.Fc)(await certificates.certificate(arn), now);
}
async function coverOf(arns, hosts, { certificates }) {
    if (arns.some((arn) => arn.split(':')[2] !== 'acm'))
        return (0,verdicts/* unchecked */.VJ)('not all of them are in ACM');
    const found = await Promise.all(arns.map((arn) => certificates.certificate(arn)));
    const names = found.flatMap((certificate) => certificate?.names ?? []);
    return (0,verdicts/* coverVerdict */.jl)(hosts, hosts.filter((host) => !isCovered(host, names)));
}

// EXTERNAL MODULE: ./build/engine/preflight/memoized-lookups.js
var memoized_lookups = __webpack_require__(2533);
;// CONCATENATED MODULE: ./build/health/stack/drift-detection.js
/** DETECTION_FAILED: some resources could not be read; what the others are is known. */
function assessDriftDetection({ status, reason }) {
    switch (status) {
        case 'DETECTION_COMPLETE':
            return { state: 'healthy', message: status };
        case 'DETECTION_IN_PROGRESS':
            return { state: 'pending', message: 'comparing what is live with what was deployed' };
        default:
            return { state: 'failed', message: reason ?? status };
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/find-drift.js




/** Asks CloudFormation to compare a stack's resources with its template, which is `desired`; this only reads. */
async function findDrift({ id, name }, desired, run) {
    const detection = await run.stacks.detectDrift(id);
    if ('refusal' in detection)
        return { resources: [], unread: detection.refusal };
    const { kind, message } = await (0,wait/* waitFor */.f)({
        subject: `stack ${name}`,
        observe: () => run.stacks.driftDetection(detection.id),
        assess: assessDriftDetection,
        everyMs: 2_000,
        ...(0,deadline/* patience */._)(run),
    }, run);
    const resources = changedByHand(await run.stacks.driftedResources(id), desired);
    return { resources, unread: kind === 'healthy' ? undefined : message };
}

// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(271);
;// CONCATENATED MODULE: ./build/engine/unless-denied.js

/** What a look says, or `otherwise` where the role may not take it. */
async function unlessDenied(look, otherwise) {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof errors/* ToolkitError */.h && error.code === 'ACCESS_DENIED')
            return otherwise;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/sweep-change-sets.js




/** Deletes the change sets of a stack that killed runs left; those of runs that may still be under way stay. */
async function sweepChangeSets(stack, { stacks, progress, clock }) {
    // A role that may not list them cannot clean up, and can do everything else.
    const found = await unlessDenied(() => stacks.changeSets(stack, unique_name/* NAME_PREFIX */.ve), []);
    const left = found.filter(({ name }) => isLeftBehind(name, clock));
    for (const { id } of left)
        await stacks.deleteChangeSet(id);
    if (left.length === 0)
        return;
    const count = (0,model_text/* counted */.h)(left.length, 'change set');
    progress.emit({ kind: 'notice', message: `Deleted ${count} that earlier runs left on ${stack}.` });
}

;// CONCATENATED MODULE: ./build/engine/provision/compare-stack.js














/** How often a stack is looked at anew when someone else came between. */
const LOOKS = 3;
const UNBORN = 'The stack is REVIEW_IN_PROGRESS: a change set was made for it and never executed. Applying takes it over.';
/** Compares a stack with its template. A change set that it makes stays open: execute or delete it. */
async function compareStack(desired, run, looks = LOOKS) {
    const stack = await observeSettledStack(desired.name, (0,deadline/* patience */._)(run), run);
    if (!stack)
        return { stack, comparison: { kind: 'absent' }, notes: [] };
    const refused = (refusal) => ({ stack, comparison: { kind: 'same' }, notes: [], refusal });
    const state = stackState(stack.status);
    if (state !== 'never-executed' && !isOurs(stack, desired))
        return refused(foreignStack(stack, desired));
    switch (state) {
        case 'absent':
            return { stack: undefined, comparison: { kind: 'absent' }, notes: [] };
        case 'never-executed':
            return { stack: undefined, comparison: { kind: 'absent' }, notes: [UNBORN] };
        case 'failed-creation':
            if (stack.terminationProtection)
                return refused(protectedRemains(stack));
            return {
                stack,
                comparison: { kind: 'absent' },
                notes: [`The stack that a failed creation left behind (${stack.status}) is deleted first.`],
            };
        case 'busy':
            return refused(busyStack(stack));
        case 'half-deleted':
            return refused(halfDeletedStack(stack));
        case 'rollback-failed':
            return stuckStack(stack, desired, run);
        case 'updatable':
            return updatableStack(stack, desired, run, looks);
    }
}
/** The tags say it. A stack of the same name that somebody else made would lose everything that it holds. */
function isOurs({ tags }, desired) {
    return Object.values(stack_names/* STACK_TAGS */.zt).every((key) => tags[key] === desired.tags[key]);
}
async function stuckStack(stack, desired, run) {
    if (run.mode === 'plan') {
        const reason = `The stack is ${stack.status} (${stack.statusReason ?? 'no reason given'}): applying continues its rollback first.`;
        return byTemplates(stack, reason, run);
    }
    const failure = await continueRollback(stack, run);
    if (failure)
        return { stack, comparison: { kind: 'same' }, notes: [], refusal: failure };
    return compareStack(desired, run);
}
async function updatableStack(stack, desired, run, looks) {
    await sweepChangeSets(stack.name, run);
    const hasTemplate = isUpToDate(stack, desired, stack_names/* CLUSTER_OUTPUTS */.K0.templateDigest);
    const drift = hasTemplate ? await findDrift(stack, desired, run) : undefined;
    if (drift?.resources.length === 0 && drift.unread === undefined)
        return { stack, comparison: { kind: 'same' }, notes: [] };
    const missing = missingParameters(desired);
    const lack = missing.length > 0 ? [`The cluster's stack does not have ${missing.join(', ')} yet.`] : [];
    const complete = withListenerStandIns(desired, stack);
    if (!isComplete(complete))
        return byTemplates(stack, lack.join(), run);
    const opened = await openDriftAwareChangeSet(complete, run);
    if (!opened && looks > 1)
        return compareStack(desired, run, looks - 1);
    if (!opened)
        return { stack, comparison: { kind: 'same' }, notes: [], refusal: superseded(stack.name) };
    const { view, unseen } = opened;
    const compared = await asCompared(view, desired, { hasTemplate, tags: stack.tags }, run);
    return { ...compared, stack, notes: [...lack, ...driftGaps(unseen, drift)] };
}
/** What a computed change set says; only one that an apply is to execute stays open. */
async function asCompared(view, desired, { hasTemplate, tags }, run) {
    const isReady = view.status === 'CREATE_COMPLETE';
    const changes = isReady ? !hasTemplate || ownChanges(view, desired).length > 0 : !hasNoChanges(view);
    const refusal = changes ? await validate(view, desired, run) : undefined;
    const isKept = isReady && changes && run.mode === 'apply' && missingParameters(desired).length === 0;
    if (!isKept)
        await run.stacks.deleteChangeSet(view.id);
    if (!changes)
        return { comparison: { kind: 'same' } };
    return refusal ? { comparison: { kind: 'same' }, refusal } : { comparison: { kind: 'change-set', view, tags } };
}
/** What the comparison cannot say of changes by hand. */
function driftGaps(unseen, drift) {
    const found = (drift?.resources ?? []).map(({ logicalId }) => logicalId).join(', ');
    if (unseen !== undefined && found !== '')
        return [
            `Changed by hand, and not reverted: ${found}. CloudFormation could not compare with what is live: ${unseen}`,
        ];
    if (unseen !== undefined)
        return [`Changes by hand are not in this plan, since CloudFormation could not look for them: ${unseen}`];
    if (drift?.unread !== undefined)
        return [`CloudFormation could not look for all changes by hand: ${drift.unread}`];
    return [];
}
async function byTemplates(stack, reason, { stacks }) {
    return { stack, comparison: { kind: 'templates', live: await stacks.template(stack.id), reason }, notes: [] };
}

// EXTERNAL MODULE: ./build/model/service-load-balancers.js
var service_load_balancers = __webpack_require__(7996);
;// CONCATENATED MODULE: ./build/plan/stack/stack-references.js



/**
 * What a live service names itself: target groups, the rules and roles that it shifts traffic with, capacity providers.
 */
function serviceReferences({ name, description }) {
    const named = [
        ...(0,service_load_balancers/* targetGroupPairsOf */.Z)(description).flat(),
        ...(0,service_load_balancers/* loadBalancersOf */.$)(description).flatMap(({ productionListenerRule, testListenerRule, roleArn }) => [
            productionListenerRule,
            testListenerRule,
            roleName(roleArn),
        ]),
        ...(0,json/* objectsOf */.iZ)((0,json/* objectOf */.Xy)(description['deploymentConfiguration'])['lifecycleHooks']).map(({ roleArn }) => roleName(roleArn)),
        ...(0,json/* objectsOf */.iZ)(description['capacityProviderStrategy']).map(({ capacityProvider }) => capacityProvider),
    ];
    return named.filter((id) => typeof id === 'string').map((id) => ({ service: name, physicalIds: [id] }));
}
/**
 * Of the rules that lead to each target group of a live service, one has to stay. `template` is the live one of the
 * stack.
 */
function ruleReferences({ name, description }, template, resources) {
    const physicalIds = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
    const parsed = JSON.parse(template);
    const rules = Object.entries((0,json/* objectOf */.Xy)((0,json/* objectOf */.Xy)(parsed)['Resources'])).filter(([, definition]) => (0,json/* objectOf */.Xy)(definition)['Type'] === 'AWS::ElasticLoadBalancingV2::ListenerRule');
    const targetGroups = (0,service_load_balancers/* targetGroupPairsOf */.Z)(description).flat();
    return targetGroups.map((arn) => ({
        service: name,
        physicalIds: rules
            .filter(([, rule]) => forwardsTo(rule).some((logicalId) => physicalIds.get(logicalId) === arn))
            .flatMap(([logicalId]) => physicalIds.get(logicalId) ?? []),
    }));
}
/** CloudFormation knows a role by its name: the last part of its ARN. */
function roleName(arn) {
    return typeof arn === 'string' ? (0,model_arn/* arnName */.x)(arn) : undefined;
}
/** Logical ids of the target groups that a templated rule forwards to. */
function forwardsTo(rule) {
    const actions = (0,json/* objectsOf */.iZ)((0,json/* objectOf */.Xy)((0,json/* objectOf */.Xy)(rule)['Properties'])['Actions']);
    return actions
        .flatMap((action) => [action, ...(0,json/* objectsOf */.iZ)((0,json/* objectOf */.Xy)(action['ForwardConfig'])['TargetGroups'])])
        .map(({ TargetGroupArn }) => String((0,json/* objectOf */.Xy)(TargetGroupArn)['Ref']));
}

;// CONCATENATED MODULE: ./build/engine/provision/live-references.js



/**
 * What live services need of the cluster's stack: the cluster, its instances and capacity provider, their listeners.
 */
async function clusterReferences({ outputs }, { services, stacks, cluster }) {
    const live = await (0,read_services/* readLiveServices */.z)(services, cluster.name);
    const shared = [outputs[stack_names/* CLUSTER_OUTPUTS */.K0.clusterName], outputs[stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup]];
    const found = live.map(async (service) => {
        const stack = await stacks.describe((0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name));
        const listeners = Object.entries(stack?.parameters ?? {}).filter(([key]) => (0,stack_names/* isListenerParameter */.sV)(key));
        const balancer = listeners.length > 0 ? [outputs[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerArn]] : [];
        const ids = [...shared, ...balancer, ...listeners.map(([, arn]) => arn)];
        const needed = ids.flatMap((id) => (id === undefined ? [] : [{ service: service.name, physicalIds: [id] }]));
        return [...needed, ...serviceReferences(service)];
    });
    return (await Promise.all(found)).flat();
}
/** What a live service needs of its own stack: its target groups, and a rule that leads to each. */
async function serviceStackReferences({ id }, name, { services, stacks, cluster }) {
    const service = await (0,read_services/* readService */.u)(services, cluster.name, name);
    if (!service)
        return [];
    const [template, resources] = await Promise.all([stacks.template(id), stacks.resources(id)]);
    return [...serviceReferences(service), ...ruleReferences(service, template, resources)];
}

;// CONCATENATED MODULE: ./build/engine/provision/taken-names.js

/**
 * Whether names that the cluster's stack is to create are in use, looked up before the stack exists. Only what is cheap
 * to ask and often there: the roles (the ECS console makes an ecsInstanceRole) and the group; CloudFormation finds the
 * others.
 */
async function findTakenName({ cluster, roles, instances }) {
    const created = [cluster.roles.service, cluster.roles.instance].flatMap((role) => role?.kind === 'created' ? [role.name] : []);
    const { autoScalingGroupName } = cluster.capacity;
    const [group, ...taken] = await Promise.all([
        instances.group(autoScalingGroupName),
        ...created.map(async (name) => ((await roles.exists(name)) ? name : undefined)),
    ]);
    const role = taken.find((name) => name !== undefined);
    if (role)
        return nameTaken(`Role ${role}`, [`iam:GetRole finds ${role}`]);
    if (!group)
        return undefined;
    return nameTaken(`Auto Scaling group ${autoScalingGroupName}`, [`it has ${group.instances.length} instances`]);
}

;// CONCATENATED MODULE: ./build/engine/provision/planned-stack.js















async function planClusterStack(network, run) {
    const desired = clusterTemplate(run.cluster, network);
    const found = await compareStack(desired, run);
    const taken = found.comparison.kind === 'absent' ? await findTakenName(run) : undefined;
    const compared = taken ? { ...found, refusal: taken } : found;
    const checks = await clusterChecks(network, run);
    const unit = planStack({
        desired,
        comparison: compared.comparison,
        allow: run.cluster.allow,
        references: await neededReferences(compared, (stack) => clusterReferences(stack, run)),
        needs: [],
        notes: compared.notes,
        outdatedInstances: await outdatedInstances(compared, run),
    });
    return { unit: { ...unit, checks }, desired, compared, service: undefined };
}
/** The instances that applying replaces: what counts is the version that the group has then. */
async function outdatedInstances({ stack, comparison }, run) {
    if (!stack || stackState(stack.status) !== 'updatable')
        return [];
    const changes = comparison.kind === 'change-set' ? comparison.view.changes : [];
    const version = changes.map(groupVersion).find((found) => found !== undefined);
    return findOutdatedInstances(stack, run, version?.after);
}
/** Only a plan is worth the calls; applying finds out by itself. */
async function clusterChecks(network, { cluster, mode, lookups, clock }) {
    if (mode !== 'plan' || !lookups)
        return undefined;
    return checkCluster(cluster, network, (0,memoized_lookups/* memoizedLookups */.s)(lookups), clock.now());
}
/** undefined for a service that needs no stack. `clusterOutputs`: of the cluster's stack as it is now. */
async function planServiceStack(service, clusterOutputs, run) {
    const desired = serviceTemplate(run.cluster, service, clusterOutputs, await observeWeights(service, run));
    if (!desired)
        return undefined;
    const compared = await compareStack(desired, run);
    const unit = planStack({
        serviceStack: desired.name,
        desired,
        comparison: compared.comparison,
        allow: run.cluster.allow,
        references: await neededReferences(compared, (stack) => serviceStackReferences(stack, service.name, run)),
        needs: [(0,unit_id/* stackUnitId */._)((0,stack_names/* clusterStackName */.CW)(run.cluster.name))],
        notes: compared.notes,
        outdatedInstances: [],
    });
    return { unit, desired, compared, service };
}
/** Live services are looked at only where something goes. */
async function neededReferences({ stack, comparison }, observe) {
    return stack && comparison.kind === 'change-set' && comparison.view.changes.some(goes) ? observe(stack) : [];
}

;// CONCATENATED MODULE: ./build/engine/provision/apply-service-stack.js









/**
 * Brings a service's stack to its template. It is planned once more where the cluster's stack has other outputs by now
 * than when it was planned.
 */
async function applyServiceStack(service, planned, clusterOutputs, run) {
    const current = await upToDate(service, planned, clusterOutputs, run);
    const refusal = refusalOf(current, run.cluster) ??
        (0,unreviewed_plan/* unreviewedPlan */.Y)(current.unit, run.reviewed) ??
        tooEarly(current.desired.name, missingParameters(current.desired));
    if (refusal)
        return { outcome: refusal, stack: current.compared.stack, unit: current.unit };
    const still = touchesTraffic(current) ? await withStillTraffic(service, current, clusterOutputs, run) : current;
    if ('outcome' in still)
        return still;
    const refused = refusalOf(still, run.cluster) ?? (0,unreviewed_plan/* unreviewedPlan */.Y)(still.unit, run.reviewed);
    if (refused)
        return { outcome: refused, stack: still.compared.stack, unit: still.unit };
    return { ...(await applyStack(still.desired, still.compared, run)), unit: still.unit };
}
/** The cluster's stack stays without what the service's stands on, e.g. since nobody has reviewed its change. */
function tooEarly(stack, missing) {
    if (missing.length === 0)
        return undefined;
    return {
        kind: 'blocked',
        summary: `Stack ${stack} needs ${missing.join(', ')}, which the cluster's stack does not have yet.`,
        evidence: [],
        nextStep: "Apply the cluster's stack, then run the job again.",
    };
}
/** Planned once more with what the rules say now, where that is not what the plan had. */
async function withStillTraffic(service, planned, clusterOutputs, run) {
    const { compared, unit, desired } = planned;
    const settled = await settleTraffic(service, compared, run);
    if ('refusal' in settled)
        return { outcome: settled.refusal, stack: compared.stack, unit };
    const fresh = serviceTemplate(run.cluster, service, clusterOutputs, await observeWeights(service, run));
    if (!settled.isWritten && fresh?.body === desired.body)
        return planned;
    return planAgain(service, planned, clusterOutputs, run);
}
async function upToDate(service, planned, clusterOutputs, run) {
    const desired = serviceTemplate(run.cluster, service, clusterOutputs);
    const same = (0,json/* canonicalJson */.dj)(desired?.parameters) === (0,json/* canonicalJson */.dj)(planned.desired.parameters);
    return same ? planned : planAgain(service, planned, clusterOutputs, run);
}
async function planAgain(service, planned, clusterOutputs, run) {
    const { comparison } = planned.compared;
    if (comparison.kind === 'change-set')
        await run.stacks.deleteChangeSet(comparison.view.id);
    const again = await planServiceStack(service, clusterOutputs, run);
    if (!again)
        return planned;
    if (again.unit.digest !== planned.unit.digest)
        run.progress.emit({ kind: 'plan', units: [again.unit] });
    return again;
}

;// CONCATENATED MODULE: ./build/engine/provision/endings.js


const endings_CANCELLED = {
    summary: 'The run was cancelled.',
    nextStep: `CloudFormation continues the operation that was started. ${next_steps/* RUN_AGAIN */.B}`,
};
/** An error that stops the work on one stack is its outcome, so that the others are told of too. */
async function withEnding(work, fallback, { signal }) {
    try {
        return await work();
    }
    catch (error) {
        return { ...fallback, outcome: (0,outcome_of_error/* outcomeOfError */.S)(error, { signal, cancelled: endings_CANCELLED }) };
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/in-order-of-needs.js


/** The ids of units that can be taken one after the other; without those that need each other, or one of those. */
function orderly(units) {
    const rounds = roundsOf(units);
    return new Set(rounds.flat().map(({ id }) => id));
}
/** Units in rounds: each needs only what earlier rounds have, or what is not among them. */
function roundsOf(items) {
    const waiting = new Set(items.map(({ id }) => id));
    const next = items.filter(({ needs }) => !needs.some((need) => waiting.has(need)));
    if (next.length === 0)
        return [];
    return [next, ...roundsOf(items.filter((item) => !next.includes(item)))];
}
/** What is left over goes last: after all units that wait for none of these removals, nor for a unit that does. */
function needsOfRemovals(removals, units) {
    const waiting = new Set(removals);
    for (const round of roundsOf(units))
        for (const unit of round)
            if (unit.needs.some((need) => waiting.has(need)))
                waiting.add(unit.id);
    return units.map((unit) => unit.id).filter((unit) => !waiting.has(unit));
}
/** Runs jobs in the order of what they need, `limit` at a time; results are in the order of the jobs. */
async function inOrderOfNeeds(jobs, limit) {
    const ended = new Map();
    for (const round of roundsOf(jobs)) {
        const results = await (0,in_parallel/* inParallel */.H)(round, limit, async ({ needs, run, heldBack }) => {
            const bad = needs.map((need) => ended.get(need)).find((result) => result && !(0,model_outcome/* isGreen */.gf)(result.outcome.kind));
            return bad ? heldBack(bad) : run();
        });
        round.forEach(({ id }, index) => {
            const result = results[index];
            if (result)
                ended.set(id, result);
        });
    }
    return jobs.map(({ id }) => {
        const result = ended.get(id);
        if (!result)
            throw new Error(`${id} needs something that needs it`);
        return result;
    });
}

// EXTERNAL MODULE: ./build/plan/leftovers.js
var leftovers = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/engine/removal/look-for-leftovers.js
var look_for_leftovers = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/engine/provision/leftover-stacks.js












/**
 * Finds what config has forgotten. What may not be removed, or not yet, is told of and left alone. undefined where the
 * role may not look.
 */
async function findLeftoverStacks(run) {
    const known = new Set(run.cluster.services.map(({ name }) => name));
    const stacks = await (0,look_for_leftovers/* lookForLeftovers */.J)('stack', () => run.stacks.list(), run);
    if (!stacks)
        return undefined;
    const forgotten = stacks.flatMap((stack) => {
        const service = stack.tags[stack_names/* STACK_TAGS */.zt.service];
        const isOurs = stack.tags[stack_names/* STACK_TAGS */.zt.cluster] === run.cluster.name && service !== undefined;
        return isOurs && !known.has(service) ? [{ stack, service }] : [];
    });
    const found = [];
    for (const { stack, service } of forgotten)
        found.push(await planRemoval(stack, service, run));
    return found;
}
async function planRemoval(stack, service, run) {
    const { cluster, stacks, progress } = run;
    const wanted = (0,leftovers/* stackRemoval */.rx)(cluster, stack.name, []);
    const resources = wanted.allowed ? await stacks.resources(stack.id) : [];
    const users = wanted.allowed ? await usersOf(service, resources, run) : [];
    const danger = (0,leftovers/* stackRemoval */.rx)(cluster, stack.name, users);
    if (!danger.allowed) {
        const how = cluster.services.length === 0
            ? 'Config has no services at all, so nothing is removed.'
            : (danger.forbidden ??
                `To remove it once the service is deleted, add under allow in cluster.yaml: ${(0,plan_danger/* consentText */.AC)(danger)}`);
        const message = `Stack ${stack.name} belongs to service ${service}, which is no longer in config. It is not changed. ${how}`;
        progress.emit({ kind: 'notice', message });
    }
    const isLater = users.length > 0 && users.every((user) => user === service) && (0,leftovers/* serviceRemoval */.Uz)(cluster, service).allowed;
    const removal = danger.allowed ? 'now' : isLater ? 'later' : 'none';
    const unit = (0,removal_units/* removedStack */.d2)(stack, resources, [isLater ? wanted : danger]);
    return { stack, service, unit: isLater ? (0,removal_units/* removedLater */.d$)(unit, service) : unit, removal };
}
/** Live services that stand on the stack: its own, and any whose target groups are in it. */
async function usersOf(service, resources, { cluster, services }) {
    const ids = new Set(resources.map(({ physicalId }) => physicalId));
    const live = await (0,read_services/* readLiveServices */.z)(services, cluster.name);
    return live
        .filter((view) => view.name === service ||
        serviceReferences(view).some(({ physicalIds }) => physicalIds.some((id) => ids.has(id))))
        .map(({ name }) => name);
}
/** What a plan says of a stack that may be removed. */
function plannedRemoval({ removal, service }) {
    const summary = removal === 'later'
        ? `Applying would keep the stack until service ${service} is deleted; the next apply removes it.`
        : 'Applying would remove the stack.';
    return { kind: 'planned', summary, evidence: [] };
}
async function removeLeftoverStack(leftover, run) {
    const outcome = (0,unreviewed_plan/* unreviewedPlan */.Y)(leftover.unit, run.reviewed) ?? (await removed(leftover, run));
    return tellOfLeftover(leftover, outcome, run);
}
/** What is left over goes only where everything that config has is well. */
function heldBackRemoval(leftover, cause, run) {
    return tellOfLeftover(leftover, heldBack(cause), run);
}
function removed({ stack }, run) {
    return (0,outcome_of_error/* outcomeOfWork */.N)(() => deleteStack(stack, run), { signal: run.signal, cancelled: endings_CANCELLED });
}
function tellOfLeftover({ unit, service, stack }, outcome, { progress }) {
    (0,tell_outcome/* tellOutcome */.G)(unit, outcome, progress);
    return { unit, outcome, service, stack: outcome.kind === 'destroyed' ? undefined : stack };
}
function heldBack({ unit, outcome }) {
    return {
        kind: 'blocked',
        summary: `Not removed, since ${unit.id} ended ${outcome.kind}.`,
        evidence: [],
        nextStep: 'Fix that first; the next run removes the stack.',
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/stack-results.js

function blocked(summary) {
    return { kind: 'blocked', summary, evidence: [], nextStep: 'Fix that first, then run the job again.' };
}
function stack_results_tell({ unit, compared, service }, outcome, { progress }) {
    (0,tell_outcome/* tellOutcome */.G)(unit, outcome, progress);
    return { unit, outcome, service: service?.name, stack: compared.stack };
}

;// CONCATENATED MODULE: ./build/engine/provision/apply-stacks.js












/** CloudFormation's throttling limits are unpublished; more operations at a time have tripped them. */
const STACKS_AT_A_TIME = 4;
/** Applies the cluster's stack first, then those of its services, then removes what is left over. */
async function applyStacks({ cluster, services, leftovers }, run) {
    run.progress.emit({ kind: 'phase', title: `Apply the stacks of cluster ${run.cluster.name}` });
    const unseen = (0,unreviewed_plan/* unreviewedPlan */.Y)(cluster.unit, run.reviewed);
    const { outcome, stack } = unseen
        ? { outcome: unseen, stack: cluster.compared.stack }
        : await withEnding(() => applyCluster(cluster, run), cluster.compared, run);
    const first = stack_results_tell({ ...cluster, compared: { ...cluster.compared, stack } }, outcome, run);
    // A stack that stays as it is, since nobody has seen what would change, keeps nothing back that can stand on it.
    if (!stack || !((0,model_outcome/* isGreen */.gf)(outcome.kind) || unseen)) {
        const waiting = `It depends on ${cluster.unit.id}, which is ${outcome.kind}.`;
        const held = services.map((planned) => stack_results_tell(planned, blocked(waiting), run));
        return [first, ...held, ...leftovers.map((leftover) => heldBackRemoval(leftover, first, run))];
    }
    const applying = services.map((planned) => {
        const { id, needs } = planned.unit;
        const heldBack = ({ unit, outcome }) => stack_results_tell(planned, blocked(`It depends on ${unit.id}, which is ${outcome.kind}.`), run);
        return { id, needs, run: () => applyPlanned(planned, stack.outputs, run), heldBack };
    });
    const needs = needsOfRemovals(leftovers.map(({ unit }) => unit.id), services.map(({ unit }) => unit));
    const removing = leftovers.map((leftover) => {
        const heldBack = (cause) => heldBackRemoval(leftover, cause, run);
        const remove = (0,model_outcome/* isGreen */.gf)(outcome.kind) ? () => removeLeftoverStack(leftover, run) : async () => heldBack(first);
        return { id: leftover.unit.id, needs, run: remove, heldBack };
    });
    return [first, ...(await inOrderOfNeeds([...applying, ...removing], STACKS_AT_A_TIME))];
}
async function applyPlanned(planned, clusterOutputs, run) {
    const { service, unit, compared } = planned;
    if (!service)
        throw new Error(`${unit.id} is of no service`);
    const applied = await withEnding(async () => {
        await cleanedUp(unit, run);
        return applyServiceStack(service, planned, clusterOutputs, run);
    }, { unit, stack: compared.stack }, run);
    const ended = { ...planned, unit: applied.unit, compared: { ...compared, stack: applied.stack } };
    return stack_results_tell(ended, applied.outcome, run);
}
/** What another stack gives up goes only after its update has ended: CloudFormation cleans up last. */
async function cleanedUp({ needs }, run) {
    const names = run.cluster.services.map(({ name }) => (0,stack_names/* serviceStackName */.ZZ)(run.cluster.name, name));
    for (const name of names.filter((each) => needs.includes((0,unit_id/* stackUnitId */._)(each))))
        await observeSettledStack(name, (0,deadline/* patience */._)(run), run);
}

;// CONCATENATED MODULE: ./build/engine/provision/open-change-sets.js

/** Keeps account of the change sets that a run makes, so that none is left behind, however the run ends. */
function trackChangeSets(stacks, { progress, clock }) {
    /** The names of the stacks that the change sets create, by the change sets' ARNs. */
    const open = new Map();
    const deleteChangeSet = async (changeSet) => {
        open.delete(changeSet);
        await stacks.deleteChangeSet(changeSet);
    };
    return {
        stacks: {
            ...stacks,
            createChangeSet: async (request) => {
                const created = await stacks.createChangeSet(request);
                if (created.kind === 'created')
                    open.set(created.id, request.type === 'CREATE' ? request.stackName : undefined);
                return created;
            },
            executeChangeSet: async (changeSet, options) => {
                const executing = await stacks.executeChangeSet(changeSet, options);
                if (executing)
                    open.delete(changeSet);
                return executing;
            },
            deleteChangeSet,
        },
        discardOpen: async () => {
            for (const [changeSet, unborn] of open) {
                try {
                    await deleteChangeSet(changeSet);
                    if (unborn !== undefined && (await stacks.describe(unborn))?.status === 'REVIEW_IN_PROGRESS')
                        await stacks.delete(unborn, (0,unique_name/* uniqueName */.Fi)(clock));
                }
                catch (error) {
                    // What the run ended with must not give way to this.
                    progress.emit({ kind: 'warning', message: `Change set ${changeSet} could not be deleted: ${error}` });
                }
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/plan/stack/claims.js

/**
 * What the resources take that a service's stack is to make. Rules on listeners that are yet to be made have no rivals.
 */
function claims(desired, comparison) {
    return addedIds(desired, comparison).flatMap((logicalId) => {
        const { Type, Properties } = desired.resources[logicalId] ?? {};
        const { ListenerArn, Priority, Name, LogGroupName } = (0,json/* objectOf */.Xy)(Properties);
        switch (Type) {
            case 'AWS::ElasticLoadBalancingV2::ListenerRule': {
                const listenerArn = desired.parameters[String((0,json/* objectOf */.Xy)(ListenerArn)['Ref'])];
                return listenerArn ? [{ logicalId, kind: 'priority', listenerArn, priority: Number(Priority) }] : [];
            }
            case 'AWS::ElasticLoadBalancingV2::TargetGroup':
                return typeof Name === 'string' ? [{ logicalId, kind: 'target-group', name: Name }] : [];
            case 'AWS::Logs::LogGroup':
                return typeof LogGroupName === 'string' ? [{ logicalId, kind: 'log-group', name: LogGroupName }] : [];
            default:
                return [];
        }
    });
}
function addedIds({ resources }, comparison) {
    switch (comparison.kind) {
        case 'absent':
            return Object.keys(resources);
        case 'change-set':
            return comparison.view.changes.filter(({ action }) => action === 'Add').map(({ logicalId }) => logicalId);
        case 'same':
        case 'templates':
            return [];
    }
}

// EXTERNAL MODULE: ./build/engine/on-first-use.js
var on_first_use = __webpack_require__(8895);
// EXTERNAL MODULE: ./build/engine/remembered.js
var remembered = __webpack_require__(7469);
;// CONCATENATED MODULE: ./build/engine/provision/rivals.js





/** Finds the rivals of stacks. What several stacks ask for is looked up once; a role that may not look finds none. */
function rivalSearch({ stacks, targets, logs, cluster, }) {
    const rulesOf = (0,remembered/* remembered */.H)((arn) => unlessDenied(() => targets.rules(arn), []));
    const resourcesOf = (0,remembered/* remembered */.H)(stacks.resources);
    const stacksOfCluster = (0,on_first_use/* onFirstUse */.V)(async () => (await unlessDenied(stacks.list, [])).filter(({ tags }) => tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster.name));
    const takenBy = async (claim) => {
        switch (claim.kind) {
            case 'priority':
                return (await rulesOf(claim.listenerArn)).find(({ priority }) => priority === claim.priority)?.arn;
            case 'target-group':
                return unlessDenied(() => targets.targetGroup(claim.name), undefined);
            case 'log-group':
                // The stacks of a new cluster take over what there is: looking for each would be too many calls.
                if ((await stacksOfCluster()).length === 0)
                    return undefined;
                return (await unlessDenied(() => logs.groupExists(claim.name), false)) ? claim.name : undefined;
        }
    };
    const holderOf = async (physicalId, own) => {
        for (const stack of [...(own ? [own] : []), ...(await stacksOfCluster())]) {
            const resources = await resourcesOf(stack.id);
            if (resources.some((each) => each.physicalId === physicalId && each.status !== 'DELETE_COMPLETE'))
                return stack;
        }
        return undefined;
    };
    return async ({ desired, compared }) => {
        const found = [];
        for (const claim of claims(desired, compared.comparison)) {
            const physicalId = await takenBy(claim);
            if (physicalId === undefined)
                continue;
            const holder = await holderOf(physicalId, compared.stack);
            // What a failed creation left of a stack goes first, and a stack that is made takes over a log group of nobody.
            const isOwn = holder?.name === desired.name;
            const isTakenOver = holder === undefined && claim.kind === 'log-group' && compared.comparison.kind === 'absent';
            if (!isOwn && !isTakenOver)
                found.push({ claim, physicalId, holder });
        }
        return found;
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/settle-rivals.js






/** DescribeLogGroups takes ten a second. */
const settle_rivals_STACKS_AT_A_TIME = 4;
/**
 * Looks up whether what the stacks of services are to make can be made. A stack whose rivals go in this run needs the
 * units that take them away; any other is refused, before anything is written.
 */
async function settleRivals(planned, leftovers, run) {
    const search = rivalSearch(run);
    const found = await (0,in_parallel/* inParallel */.H)(planned, settle_rivals_STACKS_AT_A_TIME, async (stack) => {
        const rivals = await search(stack);
        const freed = rivals.map((rival) => ({ rival, by: freedBy(rival, planned, leftovers) }));
        return { stack, freed, needs: [...new Set([...stack.unit.needs, ...freed.flatMap(({ by }) => by ?? [])])] };
    });
    const possible = orderly(found.map(({ stack, needs }) => ({ id: stack.unit.id, needs })));
    return found.map(({ stack, freed, needs }) => {
        const { unit, compared } = stack;
        const stuck = freed.find(({ by }) => by === undefined || !possible.has(unit.id));
        if (!stuck || compared.refusal)
            return { ...stack, unit: { ...unit, needs } };
        return { ...stack, compared: { ...compared, refusal: refusalFor(stuck.rival, stack, run) } };
    });
}
/** Id of the unit that takes a rival away in this run. */
function freedBy({ physicalId, holder }, planned, leftovers) {
    const leftover = leftovers.find(({ stack, removal }) => removal === 'now' && stack.id === holder?.id);
    const changed = planned.find(({ compared: { comparison } }) => comparison.kind === 'change-set' &&
        comparison.view.changes.some((change) => change.physicalId === physicalId && goes(change)));
    return (leftover ?? changed)?.unit.id;
}
function refusalFor({ claim, physicalId, holder }, { desired }, { cluster }) {
    const at = desired.sources[claim.logicalId];
    const evidence = [physicalId];
    const service = holder?.tags[stack_names/* STACK_TAGS */.zt.service];
    const isInConfig = cluster.services.some(({ name }) => name === service);
    if (claim.kind !== 'priority') {
        if (!holder)
            return nameTaken(`${KINDS[claim.kind]} ${claim.name}`, evidence, at);
        const summary = `${KINDS[claim.kind]} ${claim.name} belongs to ${ownerText(holder.name, service)}.`;
        return { kind: 'blocked', summary, evidence, nextStep: 'Give it another name in config.', at };
    }
    return {
        kind: 'blocked',
        summary: `Rule ${claim.logicalId} cannot be created: a rule of ${holder ? ownerText(holder.name, service) : 'another owner'} has priority ${claim.priority} on its listener.`,
        evidence,
        nextStep: prioritySteps(holder && service !== undefined ? { stack: holder.name, service, isInConfig } : undefined),
        at,
    };
}
const KINDS = {
    'target-group': 'Target group',
    'log-group': 'Log group',
};
function ownerText(stack, service) {
    return service === undefined ? `stack ${stack}` : `service ${service} (stack ${stack})`;
}
function prioritySteps(owner) {
    if (!owner)
        return 'Give the rule a free priority, or delete the other rule.';
    const { stack, service, isInConfig } = owner;
    if (isInConfig)
        return `Give the rule a free priority. It can take this one in a later commit, once service ${service} has another.`;
    return `Give the rule a free priority; with a higher number, it takes over the requests when the old rule is deleted. Deploy it, then let service ${service} be removed (under allow in cluster.yaml: service/${service} and stack/${stack}).`;
}

;// CONCATENATED MODULE: ./build/engine/provision/provision.js


















/** Most stacks are as they should be, and are asked with a few calls. */
const PLANS_AT_A_TIME = 10;
/**
 * Plans a cluster's stacks and, with mode apply, brings them to what config says: the cluster's first, then those of
 * its services. All of it is planned and shown before anything is written, and nothing is written where anything is
 * blocked. Throws WRONG_ACCOUNT, WRONG_REGION, NETWORK_UNSUITABLE, and what AWS refuses while it plans.
 */
async function provision(request, ports) {
    const { cluster, mode, reviewed, timeoutMs, signal } = request;
    await (0,guard/* guardTarget */.j)(cluster, ports.account);
    const { stacks, discardOpen } = trackChangeSets(ports.stacks, ports);
    const run = { ...ports, stacks, cluster, mode, reviewed, signal, deadline: ports.clock.now() + timeoutMs };
    try {
        return { results: await provisionStacks(run) };
    }
    catch (error) {
        if (!signal?.aborted)
            throw error;
        return { results: [cancelledBeforePlan(run)] };
    }
    finally {
        await discardOpen();
    }
}
async function provisionStacks(run) {
    const plan = await planStacks(run);
    const planned = [plan.cluster, ...plan.services];
    const refused = planned.filter((stack) => refusalOf(stack, run.cluster));
    const withLeftovers = (results, outcomeOf) => [
        ...results,
        ...plan.leftovers.map((leftover) => tellOfLeftover(leftover, outcomeOf(leftover), run)),
    ];
    if (run.mode === 'plan') {
        const results = planned.map((stack) => stack_results_tell(stack, plannedOutcome(stack, run), run));
        return withLeftovers(results, plannedRemoval);
    }
    if (refused.length === 0)
        return applyStacks(plan, run);
    const held = `Nothing was written, since ${refused.map(({ unit }) => unit.id).join(', ')} is refused.`;
    const results = planned.map((stack) => stack_results_tell(stack, refusalOf(stack, run.cluster) ?? blocked(held), run));
    return withLeftovers(results, () => blocked(held));
}
async function planStacks(run) {
    const { cluster, progress } = run;
    progress.emit({ kind: 'phase', title: `Plan the stacks of cluster ${cluster.name}` });
    const network = await resolveNetwork(cluster, run.networks);
    const clusterStack = await planClusterStack(network, run);
    const outputs = clusterStack.compared.stack?.outputs ?? {};
    const services = await (0,in_parallel/* inParallel */.H)(cluster.services, PLANS_AT_A_TIME, (service) => planServiceStack(service, outputs, run));
    const leftovers = await findLeftoverStacks(run);
    const found = leftovers ?? [];
    const stacks = services.filter((stack) => stack !== undefined);
    const plan = {
        cluster: clusterStack,
        services: await settleRivals(stacks, found, run),
        leftovers: found.filter(({ removal }) => removal === 'now' || (removal === 'later' && run.mode === 'plan')),
    };
    const planned = [plan.cluster, ...plan.services];
    progress.emit({ kind: 'plan', units: [...planned, ...plan.leftovers].map(({ unit }) => unit) });
    (0,failed_checks/* warnOfChecks */.z)([plan.cluster.unit], progress);
    // What cannot be planned has no dangers yet that a consent could be for.
    const isComplete = planned.every(({ compared }) => compared.refusal === undefined);
    if (isComplete)
        (0,warn_of_consents/* warnOfConsents */.d)(cluster, ['stacks', ...(leftovers ? ['leftover-stacks'] : [])], [...planned, ...found].map(({ unit }) => unit), progress);
    return plan;
}
function plannedOutcome(stack, { cluster }) {
    return refusalOf(stack, cluster) ?? (0,planned_changes/* plannedChanges */.I)(stack.unit, sameText(stack.desired.name, stack.compared.notes));
}
function cancelledBeforePlan({ cluster }) {
    const id = (0,unit_id/* stackUnitId */._)((0,stack_names/* clusterStackName */.CW)(cluster.name));
    return {
        unit: (0,unit/* unitOf */.u)(id, 'stack', []),
        outcome: { kind: 'cancelled', ...endings_CANCELLED, evidence: [] },
        service: undefined,
        stack: undefined,
    };
}

// EXTERNAL MODULE: ./build/actions/config.js + 95 modules
var config = __webpack_require__(2207);
// EXTERNAL MODULE: ./build/actions/run.js + 5 modules
var run = __webpack_require__(5317);
;// CONCATENATED MODULE: ./build/actions/provision/outputs.js


/** An element of the output `clusters`. */
function clusterResult(cluster, results) {
    return {
        cluster: cluster.name,
        outcome: (0,model_outcome/* worstOutcome */.Om)(results.map(({ outcome }) => outcome.kind)),
        stacks: results.map(({ unit, outcome, service, stack }) => ({
            id: unit.id,
            ...(service === undefined ? {} : { service }),
            outcome: outcome.kind,
            summary: outcome.summary,
            nextStep: outcome.nextStep,
            digest: unit.digest,
            ...(stack === undefined ? {} : { stackId: stack.id }),
        })),
    };
}
/** The outputs that only a run over one cluster has; those of stacks that do not exist are left out. */
function clusterOutputs(cluster, results) {
    const stack = results.find(({ service }) => service === undefined)?.stack;
    if (!stack)
        return {};
    const dnsName = stack.outputs[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerDnsName];
    const targetGroups = results.flatMap(({ service, stack }) => service && stack ? [[service, (0,stack_names/* targetGroupArns */.PQ)(stack.outputs)]] : []);
    return {
        'stack-id': stack.id,
        ...(dnsName ? { 'alb-dns-name': dnsName, url: firstUrl(cluster, dnsName) } : {}),
        'target-group-arns': JSON.stringify(Object.fromEntries(targetGroups)),
    };
}
function firstUrl({ loadBalancer }, dnsName) {
    const { protocol = 'HTTP', port = 80 } = loadBalancer.listeners[0] ?? {};
    const usual = port === (protocol === 'HTTPS' ? 443 : 80);
    return `${protocol.toLowerCase()}://${dnsName}${usual ? '' : `:${port}`}`;
}

;// CONCATENATED MODULE: ./build/actions/provision/run.js


















/** Wires the ports and runs the mode: `plan` over all selected clusters, `apply` and `destroy` over one. */
function run_run(given, env) {
    const { mode, inputs } = given;
    const subject = { action: 'provision', mode, cluster: inputs.cluster || undefined };
    return (0,run/* withRun */.Y)(env, subject, (current) => provisionClusters(given, env, current));
}
async function provisionClusters(given, env, current) {
    const { mode, folder, inputs } = given;
    if (mode === 'destroy') {
        const cluster = await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress);
        current.workOn(cluster);
        return finishDestroy(cluster, await destroy({ cluster, confirm: inputs.cluster, ...limits(given, current) }, ports(cluster, current, env)), current);
    }
    const clusters = mode === 'plan'
        ? await (0,config/* loadClusters */.q)(folder, inputs.cluster, current.progress)
        : [await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress)];
    const reviewed = mode === 'apply' ? (0,reviewed_file/* readReviewed */.q)(inputs.reviewed, env['GITHUB_SHA']) : undefined;
    const ended = [];
    for (const cluster of clusters) {
        current.workOn(cluster);
        const { results } = await provision({ cluster, mode, reviewed, ...limits(given, current) }, ports(cluster, current, env));
        current.record(recordedUnits(results), clusterOutputs(cluster, results).url);
        ended.push({ cluster, results });
    }
    const results = ended.flatMap((each) => each.results);
    const [only] = ended;
    return current.finish(mode === 'plan' ? 'Provision: plan' : 'Provision', recordedUnits(results), {
        changed: String(current.changed()),
        'plan-digest': (0,digest/* planDigest */.Gb)(results.map(({ unit }) => unit)),
        clusters: JSON.stringify(ended.map(({ cluster, results }) => clusterResult(cluster, results))),
        ...(only && ended.length === 1 ? clusterOutputs(only.cluster, only.results) : {}),
    });
}
function limits({ timeoutSeconds }, { signal }) {
    return { timeoutMs: timeoutSeconds * 1000, signal };
}
function ports({ region }, { clock, progress, purpose }, env) {
    const settings = { region, purpose };
    return {
        clock,
        progress,
        account: (0,account/* createAccount */._)(settings, env),
        stacks: (0,stacks/* createStacks */.i)(settings),
        networks: (0,networks/* createNetworks */.w)(settings),
        instances: (0,instances/* createInstances */.J)(settings),
        roles: (0,roles/* createRoles */.Q)(settings),
        services: (0,services/* createServices */.h)(settings),
        targets: (0,targets/* createTargets */.T)(settings),
        logs: (0,logs/* createLogs */.Q)(settings),
        scaling: (0,scaling/* createScaling */.O)(settings),
        lookups: (0,lookups/* createLookups */.G)(settings),
    };
}
function finishDestroy(cluster, { results }, current) {
    const units = results.map(({ unit, outcome }) => ({ id: unit.id, outcome: outcome.kind, summary: outcome.summary }));
    const outcome = (0,model_outcome/* worstOutcome */.Om)(results.map((result) => result.outcome.kind));
    current.record(recordedUnits(results));
    return current.finish(`Destroy ${cluster.name}`, recordedUnits(results), {
        changed: String(current.changed()),
        clusters: JSON.stringify([{ cluster: cluster.name, outcome, units }]),
    });
}
function recordedUnits(results) {
    return results.map(({ unit, outcome }) => ({ name: unit.id, plan: unit, outcome }));
}


/***/ })

};
