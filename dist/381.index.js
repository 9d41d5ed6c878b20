export const id = 381;
export const ids = [381];
export const modules = {

/***/ 4381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/instances.js
var instances = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/adapters/aws/logs.js
var logs = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/adapters/aws/lookups.js + 2 modules
var lookups = __webpack_require__(6940);
// EXTERNAL MODULE: ./build/adapters/aws/networks.js
var networks = __webpack_require__(5844);
// EXTERNAL MODULE: ./build/adapters/aws/roles.js
var roles = __webpack_require__(6034);
// EXTERNAL MODULE: ./build/adapters/aws/scaling.js
var scaling = __webpack_require__(9462);
// EXTERNAL MODULE: ./build/adapters/aws/services.js + 1 modules
var services = __webpack_require__(2091);
// EXTERNAL MODULE: ./build/adapters/aws/stacks.js + 4 modules
var stacks = __webpack_require__(8326);
// EXTERNAL MODULE: ./build/adapters/aws/targets.js
var targets = __webpack_require__(2881);
// EXTERNAL MODULE: ./build/adapters/runner/reviewed-file.js
var reviewed_file = __webpack_require__(6346);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/plan/stack-plan.js + 2 modules
var stack_plan = __webpack_require__(6426);
// EXTERNAL MODULE: ./build/engine/in-parallel.js
var in_parallel = __webpack_require__(7126);
// EXTERNAL MODULE: ./build/engine/observe/guard.js
var guard = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/engine/removal/delete-service.js
var delete_service = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/health/stack-failure.js
/**
 * The event that made an operation fail: the earliest failed resource that was not merely cancelled because of another one;
 * where there is none, the stack's own. `events` are those of the operation, oldest first.
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

;// CONCATENATED MODULE: ./build/health/stack-operation.js
/**
 * How an operation on a stack ends. UPDATE_COMPLETE_CLEANUP_IN_PROGRESS is an end: everything new serves, what was replaced
 * is being deleted. A creation is always one that takes the stack with it when it fails.
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
 * Judges an operation by its own events, oldest first: the status of the stack can still be that of the operation before.
 * `message` of an end is the stack's status.
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


/** CloudFormation's limits are unpublished; two looks a second apart have been throttled where ten stacks were followed. */
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
// EXTERNAL MODULE: ./build/engine/removal/run.js
var removal_run = __webpack_require__(9305);
;// CONCATENATED MODULE: ./build/engine/removal/delete-stack.js




/** Deletes a stack, in whatever state it is, and says what of it stays. */
async function deleteStack({ id, name }, run) {
    const clientRequestToken = (0,unique_name/* uniqueName */.Fi)(run.clock);
    await run.stacks.delete(id, clientRequestToken);
    run.progress.emit({ kind: 'wrote', what: `deleted stack ${name}` });
    const { kind, view, message } = await followStackOperation({ operation: 'delete', stackName: name, stackId: id, clientRequestToken, ...(0,removal_run/* patience */._)(run) }, run);
    if (kind === 'healthy')
        return { kind: 'destroyed', summary: `Stack ${name} is gone.`, evidence: retained(view) };
    const cause = rootCause(view, id);
    return {
        kind,
        summary: `Stack ${name} is ${message}: ${cause ? `${cause.logicalId}: ${cause.reason}` : 'no reason given'}`,
        evidence: view.filter(({ status }) => status === 'DELETE_FAILED').map(eventText),
        nextStep: kind === 'timed-out'
            ? 'CloudFormation goes on by itself; run the job again.'
            : 'Remove what the event names, then run the job again; it goes on from here.',
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
;// CONCATENATED MODULE: ./build/health/emptied-group.js
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
 * Removes the scale-in protection of a group's instances: with it, neither a resize nor CloudFormation's deletion of the group
 * ends an instance, and the latter waits until it gives up.
 */
async function unprotectInstances(name, { instances, progress }) {
    const group = await instances.group(name);
    const ids = (group?.instances ?? [])
        .filter(({ protectedFromScaleIn, lifecycleState }) => protectedFromScaleIn && lifecycleState === 'InService')
        .map(({ id }) => id);
    if (ids.length === 0)
        return;
    await instances.removeProtection(name, ids);
    progress.emit({ kind: 'wrote', what: `removed the scale-in protection of ${ids.join(', ')}` });
}

;// CONCATENATED MODULE: ./build/engine/destroy/free-group.js




const free_group_EVERY_MS = 5_000;
/**
 * Empties the group before its stack goes: CloudFormation would wait for ever for instances that are protected from scale-in,
 * and ECS deletes no cluster that has container instances. Returns why it could not, undefined where the group is empty.
 */
async function freeGroup(resources, run) {
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
    const { kind, message } = await (0,wait/* waitFor */.f)({ subject: `instances of ${name}`, observe, assess: assessEmptiedGroup, everyMs: free_group_EVERY_MS, ...(0,removal_run/* patience */._)(run) }, run);
    if (kind === 'healthy')
        return undefined;
    return {
        kind,
        summary: `The instances of ${name} did not go in time: ${message}.`,
        evidence: [],
        nextStep: 'Run the job again; it goes on from here.',
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
    progress.emit({ kind: 'wrote', what: `resized Auto Scaling group ${name} to 0` });
}

;// CONCATENATED MODULE: ./build/health/stack-status.js
function stackState(status) {
    if (status === undefined || status === 'DELETE_COMPLETE')
        return 'absent';
    if (status === 'REVIEW_IN_PROGRESS')
        return 'unborn';
    if (status.endsWith('_IN_PROGRESS'))
        return 'busy';
    if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED')
        return 'remains';
    if (status === 'UPDATE_ROLLBACK_FAILED')
        return 'stuck';
    if (status === 'DELETE_FAILED')
        return 'half-deleted';
    return 'updatable';
}

;// CONCATENATED MODULE: ./build/engine/observe/settled-stack.js


/** For some seconds after a change set was executed, DescribeStacks can still say REVIEW_IN_PROGRESS; this often it is asked again. */
const REVIEW_LOOKS = 3;
/** The stack once no operation runs on it, or the time is up; undefined where there is none. */
async function observeSettledStack(name, { withinMs, signal }, ports) {
    let reviews = 0;
    const assess = (stack) => {
        const state = stackState(stack?.status);
        if (state === 'unborn' && ++reviews < REVIEW_LOOKS)
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
    const settled = (name) => observeSettledStack(name, (0,removal_run/* patience */._)(run), run);
    const named = cluster.services.map(({ name }) => (0,stack_names/* serviceStackName */.ZZ)(cluster.name, name));
    const tagged = (await stacks.list())
        .filter(({ tags }) => tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster.name && tags[stack_names/* STACK_TAGS */.zt.service] !== undefined)
        .map(({ name }) => name);
    const [clusterStack, ...serviceStacks] = await Promise.all([(0,stack_names/* clusterStackName */.CW)(cluster.name), ...new Set([...named, ...tagged])].map(settled));
    const found = [clusterStack, ...serviceStacks].filter((stack) => stack !== undefined);
    const live = await liveServices(run, await services.list(cluster.name));
    const isOurs = ({ name, tags }) => tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster.name || cluster.services.some((service) => service.name === name);
    return {
        clusterStack,
        serviceStacks: serviceStacks.filter((stack) => stack !== undefined),
        services: live.filter(isOurs),
        foreignServices: live.filter((service) => !isOurs(service)).map(({ name }) => name),
        foreignStacks: found
            .filter(({ status, tags }) => stackState(status) !== 'unborn' && tags[stack_names/* STACK_TAGS */.zt.cluster] !== cluster.name)
            .map(({ name }) => name),
    };
}
async function liveServices({ services, cluster }, names) {
    const described = names.length > 0 ? await services.describe(cluster.name, names) : [];
    return described.filter((service) => service !== undefined);
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
        summary: 'There are things in this cluster that neither config nor their tags claim. Nothing was deleted.',
        evidence: [
            ...foreignServices.map((name) => `service ${name} is not in config and not tagged as this cluster's`),
            ...foreignStacks.map((name) => `stack ${name} is not tagged as this cluster's`),
        ],
        nextStep: 'Delete them, or add them to config, then run again.',
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
        nextStep: `Take it off (${names.map((name) => `${command} ${name}`).join('; ')}) and run again.`,
    };
}
function protectedLoadBalancer({ clusterStack }, { loadBalancer, source }) {
    if (!clusterStack || !loadBalancer.deletionProtection)
        return undefined;
    const at = (0,model_source/* positionOf */.d)(source, ['loadBalancer', 'deletionProtection']);
    return {
        kind: 'blocked',
        summary: `Load balancer ${loadBalancer.name} has deletion protection. Nothing was deleted.`,
        evidence: at ? [`${(0,model_source/* positionText */.J)(at)} says so`] : [],
        nextStep: 'Set loadBalancer.deletionProtection to false, provision, then run again.',
    };
}

;// CONCATENATED MODULE: ./build/engine/destroy/destroy.js












const AT_A_TIME = 4;
/**
 * Takes a cluster down: its services, their stacks, its instances, its stack, in this order; each only when what stands on it
 * is gone. Every step asks first what is left to do, so that a run after a failed one goes on where that stopped. Throws
 * INPUT_MISSING or INPUT_INVALID where `confirm` is not the cluster's name, WRONG_ACCOUNT, WRONG_REGION, and what AWS refuses.
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
        return { results: [tellOfCluster({ kind: 'cancelled', summary: 'The run was cancelled.', evidence: [] }, run)] };
    }
}
function requireConfirmation(name, confirm) {
    if (confirm === name)
        return;
    throw new errors/* ToolkitError */.h(confirm === '' ? 'INPUT_MISSING' : 'INPUT_INVALID', `Destroying ${name} is confirmed with its name, and the confirmation is ${JSON.stringify(confirm)}.`, { hint: `Give the input cluster the value ${name}.` });
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
            const message = `Rule ${rule}, a scheduled task of ${name}, is left as it is: disable or delete it where its tasks are not wanted any more.`;
            progress.emit({ kind: 'warning', message });
        }
}
async function destroyServices({ services }, run) {
    const { cluster } = run;
    const live = services.map(({ name }) => name);
    const names = [...new Set([...live, ...cluster.services.map(({ name }) => name)])];
    // Also of services that are gone: an earlier run may have stopped in between.
    await (0,in_parallel/* inParallel */.H)(names, AT_A_TIME, (name) => (0,delete_service/* deleteScaling */.x)(name, cluster.services.find((service) => service.name === name), run));
    return (0,in_parallel/* inParallel */.H)(services, AT_A_TIME, async (service) => tell({ unit: (0,removal_units/* removedService */.U6)(cluster.name, service), outcome: await (0,delete_service/* deleteService */.h)(service.name, run) }, run));
}
async function destroyStacks(stacks, run) {
    return (0,in_parallel/* inParallel */.H)(stacks, AT_A_TIME, async ({ stack, unit }) => tell({ unit, outcome: await deleteStack(stack, run) }, run));
}
async function destroyClusterStack(stack, resources, run) {
    if (!stack) {
        const summary = `Stack ${(0,stack_names/* clusterStackName */.CW)(run.cluster.name)} does not exist (any more).`;
        return tellOfCluster({ kind: 'unchanged', summary, evidence: [] }, run);
    }
    const outcome = (await freeGroup(resources, run)) ?? (await deleteStack(stack, run));
    return tell({ unit: (0,removal_units/* removedStack */.d2)(stack, resources), outcome }, run);
}
function isDone({ outcome }) {
    return (0,model_outcome/* isGreen */.gf)(outcome.kind);
}
function tell(ended, { progress }) {
    progress.emit({ kind: 'outcome', unit: ended.unit.id, outcome: ended.outcome });
    return ended;
}
function tellOfCluster(outcome, run) {
    return tell({ unit: (0,removal_units/* unitOf */.uF)((0,stack_plan/* stackUnitId */._)((0,stack_names/* clusterStackName */.CW)(run.cluster.name)), 'stack', []), outcome }, run);
}

// EXTERNAL MODULE: ./build/plan/digest.js
var digest = __webpack_require__(6084);
;// CONCATENATED MODULE: ./build/engine/observe/network.js


/**
 * The ids of the network that a cluster lives in; undefined where its stack creates it. Throws NETWORK_UNSUITABLE where there
 * is none that a load balancer could be in: it needs subnets in two zones, one in each.
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
// EXTERNAL MODULE: ./build/engine/unreviewed-plan.js
var unreviewed_plan = __webpack_require__(5169);
// EXTERNAL MODULE: ./build/engine/warn-of-consents.js + 1 modules
var warn_of_consents = __webpack_require__(9215);
;// CONCATENATED MODULE: ./build/health/change-set.js
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
 * CloudFormation says in words only that there is nothing to change. An empty list of changes is no sign of it: a change set
 * for outputs alone has none and can be executed.
 */
function hasNoChanges({ status, statusReason = '' }) {
    return status === 'FAILED' && NO_CHANGES.some((text) => statusReason.includes(text));
}
const NO_CHANGES = ["The submitted information didn't contain changes.", 'No updates are to be performed.'];

;// CONCATENATED MODULE: ./build/engine/provision/change-set-name.js

/** A plan deletes a change set as soon as it has read it; CloudFormation computes one in seconds. */
const PLAN_NEEDS_MS = 600_000;
/** A name that no other run uses. It says until when its run may need the change set, so that any other run can tell. */
function changeSetName({ mode, deadline, clock }) {
    const until = mode === 'plan' ? Math.min(deadline, clock.now() + PLAN_NEEDS_MS) : deadline;
    return `${unique_name/* NAME_PREFIX */.ve}${Math.ceil(until).toString(36)}-${(0,unique_name/* uniquePart */.J3)(clock)}`;
}
/** Whether the run that made a change set of ours has ended, well or not. */
function isLeftBehind(name, clock) {
    const until = Number.parseInt(name.slice(unique_name/* NAME_PREFIX */.ve.length).split('-')[0] ?? '', 36);
    return !(until >= clock.now());
}

;// CONCATENATED MODULE: ./build/engine/provision/run.js
/** What waiting takes from the run: its deadline and its signal. */
function patience({ deadline, signal, clock }) {
    return { withinMs: Math.max(0, deadline - clock.now()), signal };
}

;// CONCATENATED MODULE: ./build/engine/provision/change-set.js




function isComplete(template) {
    return Object.values(template.parameters).every((value) => value !== undefined);
}
/** Makes a change set and waits until CloudFormation has computed it, well or not; undefined where someone else came between. */
async function openChangeSet(desired, mode, run) {
    const opened = await request(desired, mode, run);
    return opened && 'noDrift' in opened ? undefined : opened;
}
/**
 * Makes a change set against what is live; without it, where CloudFormation cannot do that in this region or for this role:
 * `unseen` then says why changes by hand are not in it.
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
        importExisting: creates && (await outlived(desired, run)),
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
        ...patience(run),
    }, run);
    if (kind === 'timed-out')
        await run.stacks.deleteChangeSet(id);
    return view;
}
/**
 * Whether a log group of the stack exists already: it outlived an earlier stack, or a task made it. CloudFormation takes what
 * is retained into the stack when it is told to, and fails otherwise.
 */
async function outlived({ resources }, { logs }) {
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
        nextStep: 'Correct the config where it is named, or report the template that this toolkit made of it.',
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
        summary: `A stack ${name} exists that this toolkit did not make.`,
        evidence: [
            `${id} is not tagged ${Object.entries(desired.tags)
                .map(([key, value]) => `${key}=${value}`)
                .join(', ')}`,
        ],
        nextStep: 'Rename the cluster or service, or delete that stack; if it is this one, give it the tags and run again.',
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
        nextStep: 'Run the job again; it plans anew.',
    };
}
function halfDeletedStack({ name, statusReason }) {
    return {
        kind: 'blocked',
        summary: `Stack ${name} is half deleted: ${statusReason ?? 'DELETE_FAILED'}`,
        evidence: [],
        nextStep: 'Run provision with mode: destroy, which goes on deleting it; then run this job again.',
    };
}
function protectedRemains({ name, status }) {
    return {
        kind: 'blocked',
        summary: `Stack ${name} is ${status} and has termination protection: it can neither be updated nor deleted.`,
        evidence: [],
        nextStep: `Take the protection off (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}) and run again.`,
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/failed-operation.js


/** Statuses in which a stack is again what it was before the operation, in words. */
const UNDONE = {
    UPDATE_ROLLBACK_COMPLETE: 'could not be updated and is what it was',
    DELETE_COMPLETE: 'could not be created and is gone again',
    ROLLBACK_COMPLETE: 'could not be created and is empty again',
};
/**
 * The outcome of an operation that failed or did not end: the event that caused it, with the line of config that its resource
 * comes from. `nextStep` is for where the cause gives none.
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
            nextStep: 'CloudFormation goes on by itself; run the job again, it continues where the stack stands.',
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
    run.progress.emit({ kind: 'wrote', what: `continued the rollback of stack ${stack.name}` });
    const followed = await followStackOperation({ operation: 'continue-rollback', stackName: stack.name, stackId: stack.id, clientRequestToken, ...patience(run) }, run);
    if (followed.kind === 'healthy')
        return undefined;
    return failedOperation(followed, stack, {}, CONTINUE);
}
const CONTINUE = 'Repair what the event names and run again, or skip the resource: aws cloudformation continue-update-rollback --resources-to-skip.';
/** Deletes what a failed creation left: nothing in it has ever served. Returns why it failed. */
async function deleteRemains(stack, run) {
    const groups = (await run.stacks.resources(stack.id)).filter(recover_stack_isGroup);
    const clientRequestToken = (0,unique_name/* uniqueName */.Fi)(run.clock);
    await run.stacks.delete(stack.id, clientRequestToken);
    run.progress.emit({ kind: 'wrote', what: `deleted stack ${stack.name}, which was ${stack.status}` });
    const followed = await followStackOperation({
        operation: 'delete',
        stackName: stack.name,
        stackId: stack.id,
        clientRequestToken,
        meanwhile: () => unprotectGroups(groups, run),
        ...patience(run),
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
const DELETE = 'Delete the resource that the event names, then run again; or give it up with aws cloudformation delete-stack --deletion-mode FORCE_DELETE_STACK.';

;// CONCATENATED MODULE: ./build/engine/provision/validate-change-set.js

/**
 * Why CloudFormation refuses a change set that it could not compute, at the line of config; undefined for one that can be
 * executed. It also warns of what it does not refuse, e.g. quotas: that, and what is wrong beside the first, is told at its
 * own line.
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
        return `Stack ${stack} is what config says.`;
    return [`Stack ${stack} has the template that config gives.`, ...notes].join(' ');
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
    run.progress.emit({ kind: 'wrote', what: `executed the change set of stack ${desired.name}` });
    const followed = await followStackOperation({
        operation,
        stackName: desired.name,
        stackId,
        clientRequestToken,
        ...(operation === 'create' && { meanwhile: (events) => unprotectWhenTakenBack(events, stackId, run) }),
        ...patience(run),
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
const NEXT = 'Correct what the event names, in config or in the account, and run the job again.';

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
 * Ids of the group's instances that were launched with another version of the launch template than new ones get. Looked at
 * rather than remembered, so that a run that was killed before its refresh is made up for by the next.
 */
async function findOutdatedInstances(stack, { instances }) {
    const name = stack?.outputs[stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup];
    if (name === undefined || stackState(stack?.status) !== 'updatable')
        return [];
    const group = await instances.group(name);
    const current = group?.launchTemplateVersion;
    // `$Latest`, which somebody else may have set, names no version to compare with.
    if (!current || !/^\d+$/.test(current))
        return [];
    return (group?.instances ?? [])
        .filter(({ lifecycleState }) => !lifecycleState.startsWith('Terminat'))
        .filter(({ launchTemplateVersion }) => launchTemplateVersion !== undefined && launchTemplateVersion !== current)
        .map(({ id }) => id);
}
/** Rolls instances of an older launch template to the end, if there are any; returns what it did, undefined where nothing. */
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
        ...patience(run),
    }, run);
    if (kind === 'healthy') {
        return { kind: 'deployed', summary: `${outdated.length} instances were replaced.`, evidence: [] };
    }
    return {
        kind,
        summary: `The instance refresh of ${name} did not end well: ${message}.`,
        evidence: [`refresh ${id}, instances of an older launch template: ${outdated.join(', ')}`],
        nextStep: kind === 'timed-out'
            ? 'The refresh goes on by itself; run the job again, it follows it.'
            : 'The scaling activities of the group say why; correct config and run the job again.',
    };
}
async function startRefresh(name, outdated, { instances, progress }) {
    const id = await instances.startRefresh(name);
    progress.emit({ kind: 'wrote', what: `started an instance refresh of ${name} for ${outdated.join(', ')}` });
    return id;
}

;// CONCATENATED MODULE: ./build/health/registered-instances.js
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
 * Waits until the cluster has its instances: CloudFormation is content with instances that run, whether their ECS agent has
 * registered or not. Returns why they are missing, undefined where they are there.
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
    const { kind, view, message } = await (0,wait/* waitFor */.f)({ subject: `instances of ${run.cluster.name}`, observe, assess: assessRegistration, ...patience(run) }, run);
    if (kind === 'healthy')
        return undefined;
    return {
        kind,
        summary: `The instances of cluster ${run.cluster.name} are not there: ${message}.`,
        evidence: missingInstances(view),
        nextStep: UNREGISTERED,
    };
}
const UNREGISTERED = 'An agent that does not register has no way to ECS (public IP, NAT or endpoints), no permission (instance role) or another cluster (user data, /etc/ecs/ecs.config): look at /var/log/ecs/ecs-agent.log through Session Manager.';

;// CONCATENATED MODULE: ./build/engine/provision/apply-cluster.js




/** Brings the cluster's stack to its template, its instances to the launch template, and waits until they are in the cluster. */
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/template/assemble.js



/** CreateChangeSet takes at most so many bytes of TemplateBody. */
const LARGEST_BYTES = 51_200;
/** Puts a template together; equal parts give equal text. Throws CONFIG_INVALID where it is larger than CloudFormation takes. */
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
    const digest = given ?? (0,external_node_crypto_.createHash)('sha256').update((0,json/* canonicalJson */.d)(template)).digest('hex');
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

// EXTERNAL MODULE: ./build/template/fragment.js
var fragment = __webpack_require__(7395);
// EXTERNAL MODULE: ./build/template/listener-rules.js
var listener_rules = __webpack_require__(8309);
;// CONCATENATED MODULE: ./build/template/roles.js

function role({ name, principal, managedPolicies = [], invokes = [], at }) {
    return (0,fragment/* resource */.Zc)('AWS::IAM::Role', {
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




/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html */
const SHIFTS_TRAFFIC = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';
/** The roles that ECS assumes for the service: one to change listener rules, one to invoke what lifecycle hooks name. */
function serviceRoles({ infrastructureRole, hookRole, settings, source }) {
    return merge([
        service_roles_fragment('InfrastructureRole', stack_names/* SERVICE_OUTPUTS */.Ht.infrastructureRoleArn, infrastructureRole, {
            managedPolicies: [SHIFTS_TRAFFIC],
            at: (0,model_source/* positionOf */.d)(source, ['roles', 'infrastructure']),
        }),
        service_roles_fragment('HookRole', stack_names/* SERVICE_OUTPUTS */.Ht.hookRoleArn, hookRole, {
            invokes: invokedFunctions(settings['deploymentConfiguration']),
            at: (0,model_source/* positionOf */.d)(source, ['roles', 'hook']),
        }),
    ]);
}
function service_roles_fragment(logicalId, output, source, options) {
    if (!source)
        return { resources: {} };
    if (source.kind === 'existing')
        return { resources: {}, outputs: { [output]: source.arn } };
    return {
        resources: { [logicalId]: role({ ...options, name: source.name, principal: 'ecs.amazonaws.com' }) },
        outputs: { [output]: (0,fragment/* getAtt */.CN)(logicalId, 'Arn') },
    };
}
function merge(fragments) {
    return {
        resources: Object.assign({}, ...fragments.map(({ resources }) => resources)),
        outputs: Object.assign({}, ...fragments.map(({ outputs }) => outputs)),
    };
}
/** Those of hooks that name no role of their own. */
function invokedFunctions(configuration) {
    const { lifecycleHooks = [] } = (configuration ?? {});
    const invoked = lifecycleHooks.flatMap(({ hookTargetArn, roleArn }) => typeof hookTargetArn === 'string' && roleArn === undefined ? [hookTargetArn] : []);
    return [...new Set(invoked)].sort();
}

// EXTERNAL MODULE: ./build/template/target-groups.js
var target_groups = __webpack_require__(9615);
;// CONCATENATED MODULE: ./build/template/service-template.js







/**
 * The stack with what a service needs before it can exist; undefined where it needs nothing. `clusterOutputs` are those of
 * the cluster's stack, as far as there are any yet. `weights` is what live rules say where ECS shifts traffic: they are in the
 * text, and no part of its digest, since they change without config.
 */
function serviceTemplate(cluster, service, clusterOutputs, weights = {}) {
    const neutral = assembled(cluster, service, clusterOutputs, {});
    if (!neutral || Object.keys(weights).length === 0)
        return neutral;
    return assembled(cluster, service, clusterOutputs, weights, neutral.digest);
}
function assembled(cluster, service, clusterOutputs, weights, digest) {
    const groups = (0,target_groups/* identifyTargetGroups */.Y)(service);
    const roles = serviceRoles(service);
    if (groups.length === 0 && !service.logGroup && Object.keys(roles.outputs ?? {}).length === 0)
        return undefined;
    return assemble({
        name: (0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name),
        description: `What service ${service.name} of cluster ${cluster.name} stands on: target groups, listener rules, log group.`,
        parameters: groups.length > 0 ? parameters(service, clusterOutputs) : {},
        fragments: [...groups.map((group) => targetGroupFragment(service, group, weights)), roles, logGroup(service)],
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
            [logicalId]: (0,target_groups/* targetGroup */.X)(service, group, loadBalancer.targetGroup.name),
            ...(alternateId && { [alternateId]: (0,target_groups/* targetGroup */.X)(service, group, undefined) }),
            ...(0,listener_rules/* listenerRules */.S)(service, group, weights),
        },
        outputs: {
            [(0,stack_names/* targetGroupOutput */.sq)(position)]: (0,fragment/* ref */.KR)(logicalId),
            ...(alternateId && { [(0,stack_names/* alternateTargetGroupOutput */.se)(position)]: (0,fragment/* ref */.KR)(alternateId) }),
            ...(alternateId && rule && { [(0,stack_names/* productionRuleOutput */.xs)(position)]: (0,fragment/* ref */.KR)((0,listener_rules/* ruleId */.I)(rule)) }),
            ...(alternateId && testRule && { [(0,stack_names/* testRuleOutput */.C9)(position)]: (0,fragment/* ref */.KR)((0,listener_rules/* ruleId */.I)(testRule)) }),
        },
    };
}
function logGroup({ logGroup: group, source }) {
    if (!group)
        return { resources: {} };
    return {
        resources: {
            LogGroup: (0,fragment/* resource */.Zc)('AWS::Logs::LogGroup', { LogGroupName: group.name, RetentionInDays: group.retentionInDays }, { at: (0,model_source/* positionOf */.d)(source, ['logGroup']), retained: true }),
        },
    };
}

// EXTERNAL MODULE: ./build/health/pause.js
var pause = __webpack_require__(7381);
// EXTERNAL MODULE: ./build/plan/live-weights.js
var live_weights = __webpack_require__(4786);
;// CONCATENATED MODULE: ./build/engine/provision/live-traffic.js









/** How the live rules of a service divide its traffic, where ECS shifts it; nothing is asked where it does not. */
async function observeWeights(service, run) {
    if (!service.loadBalancers.some(({ alternate }) => alternate))
        return {};
    const stack = await run.stacks.describe((0,stack_names/* serviceStackName */.ZZ)(run.cluster.name, service.name));
    if (!stack)
        return {};
    const resources = await run.stacks.resources(stack.id);
    const forwards = await run.targets.forwards((0,live_weights/* ruleArns */.PM)(resources));
    return (0,live_weights/* liveWeights */.aS)(service, { resources, outputs: stack.outputs, forwards });
}
/** Whether the plan changes a rule whose traffic ECS may be shifting. */
function touchesTraffic({ compared, service }) {
    if (!service?.loadBalancers.some(({ alternate }) => alternate) || compared.comparison.kind !== 'change-set')
        return false;
    return compared.comparison.view.changes.some(({ type, action }) => type === 'AWS::ElasticLoadBalancingV2::ListenerRule' && action === 'Modify');
}
/**
 * Waits until ECS shifts no traffic of the service, and makes the stack's template say what its rules say: an update that then
 * fails goes back to exactly that. Returns why it could not be done, or whether anything was written.
 */
async function settleTraffic(service, { stack, comparison }, run) {
    const busy = await waitUntilStill(service, run);
    if (busy)
        return { refusal: stillShifting(busy) };
    if (!stack)
        return { isWritten: false };
    const template = JSON.parse(await run.stacks.template(stack.id));
    const settled = (0,live_weights/* withLiveWeights */.aE)(template, await observeWeights(service, run));
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
            const [view] = await run.services.describe(run.cluster.name, [name]);
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
        ...patience(run),
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
        nextStep: 'Let the deployment end, or answer it where it is paused (mode: continue of deploy-service); then run again.',
    };
}

// EXTERNAL MODULE: ./build/plan/stack-dangers.js
var stack_dangers = __webpack_require__(6419);
;// CONCATENATED MODULE: ./build/template/launch-template.js


/** How every instance is launched. The group replaces its instances when this changes. */
function launchTemplate(cluster) {
    const { capacity, name, tags, source } = cluster;
    const tagged = (0,fragment/* keyValues */.K7)({ ...tags, Name: name });
    return (0,fragment/* resource */.Zc)('AWS::EC2::LaunchTemplate', {
        LaunchTemplateName: capacity.launchTemplateName,
        LaunchTemplateData: {
            ImageId: capacity.image,
            InstanceType: capacity.instanceType,
            IamInstanceProfile: { Name: (0,fragment/* ref */.KR)('InstanceProfile') },
            NetworkInterfaces: [
                {
                    DeviceIndex: 0,
                    AssociatePublicIpAddress: capacity.associatePublicIpAddress,
                    DeleteOnTermination: true,
                    Groups: [(0,fragment/* ref */.KR)('InstanceSecurityGroup')],
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
 * Writes the ECS agent's settings. The cluster is referred to, not named: so the stack's deletion takes the instances first
 * and the cluster, which must be empty by then, last.
 */
function userData(agent) {
    const settings = (0,fragment/* keyValues */.K7)(agent).map(({ Key, Value }) => `${Key}=${Value}\n`);
    const parts = [
        "#!/bin/bash\ncat >> /etc/ecs/ecs.config <<'SETTINGS'\nECS_CLUSTER=",
        (0,fragment/* ref */.KR)('Cluster'),
        `\n${settings.join('')}SETTINGS\n`,
    ];
    return { 'Fn::Join': ['', parts] };
}

;// CONCATENATED MODULE: ./build/template/scaling-policies.js



/** In `alarms` mode: the group's two step policies, which one service's alarms set off. */
function instanceScalingPolicies({ capacity, source }) {
    if (capacity.instanceScaling !== 'alarms')
        return { resources: {} };
    const { scaleOut, scaleIn, cooldownSeconds } = capacity.steps;
    const policy = (adjustment, bound) => (0,fragment/* resource */.Zc)('AWS::AutoScaling::ScalingPolicy', {
        AutoScalingGroupName: (0,fragment/* ref */.KR)('AutoScalingGroup'),
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
            [stack_names/* CLUSTER_OUTPUTS */.K0.scaleOutPolicyArn]: (0,fragment/* ref */.KR)('ScaleOutPolicy'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.scaleInPolicyArn]: (0,fragment/* ref */.KR)('ScaleInPolicy'),
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
            Cluster: (0,fragment/* resource */.Zc)('AWS::ECS::Cluster', { ClusterName: cluster.name }, { at: (0,model_source/* positionOf */.d)(source, ['name']) }),
            LaunchTemplate: launchTemplate(cluster),
            AutoScalingGroup: (0,fragment/* resource */.Zc)('AWS::AutoScaling::AutoScalingGroup', {
                AutoScalingGroupName: capacity.autoScalingGroupName,
                // No DesiredCapacity: every update of the stack would set the group back to it.
                MinSize: String(capacity.minSize),
                MaxSize: String(capacity.maxSize),
                LaunchTemplate: {
                    LaunchTemplateId: (0,fragment/* ref */.KR)('LaunchTemplate'),
                    Version: (0,fragment/* getAtt */.CN)('LaunchTemplate', 'LatestVersionNumber'),
                },
                VPCZoneIdentifier: network.instanceSubnetIds,
                HealthCheckType: 'EC2',
                DefaultInstanceWarmup: capacity.instanceWarmupSeconds,
                NewInstancesProtectedFromScaleIn: capacity.instanceScaling === 'managed',
                // ECS adds this tag itself to groups that it scales; stated here, so that no update removes it.
                Tags: [{ Key: 'AmazonECSManaged', Value: '', PropagateAtLaunch: true }],
            }, { at, dependsOn: network.gatewayIds }),
            CapacityProvider: (0,fragment/* resource */.Zc)('AWS::ECS::CapacityProvider', { Name: capacity.capacityProviderName, AutoScalingGroupProvider: groupProvider(cluster) }, { at }),
            CapacityProviderAssociations: (0,fragment/* resource */.Zc)('AWS::ECS::ClusterCapacityProviderAssociations', {
                Cluster: (0,fragment/* ref */.KR)('Cluster'),
                CapacityProviders: [(0,fragment/* ref */.KR)('CapacityProvider')],
                DefaultCapacityProviderStrategy: [{ CapacityProvider: (0,fragment/* ref */.KR)('CapacityProvider'), Base: 0, Weight: 1 }],
            }, { at }),
            ...policies.resources,
        },
        outputs: {
            [stack_names/* CLUSTER_OUTPUTS */.K0.clusterName]: (0,fragment/* ref */.KR)('Cluster'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.capacityProvider]: (0,fragment/* ref */.KR)('CapacityProvider'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup]: (0,fragment/* ref */.KR)('AutoScalingGroup'),
            ...policies.outputs,
        },
    };
}
function groupProvider({ capacity }) {
    return {
        AutoScalingGroupArn: (0,fragment/* ref */.KR)('AutoScalingGroup'),
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
            LoadBalancer: (0,fragment/* resource */.Zc)('AWS::ElasticLoadBalancingV2::LoadBalancer', {
                Name: loadBalancer.name,
                Type: 'application',
                Scheme: loadBalancer.scheme,
                Subnets: network.subnetIds,
                SecurityGroups: [(0,fragment/* ref */.KR)('LoadBalancerSecurityGroup')],
                LoadBalancerAttributes: (0,fragment/* keyValues */.K7)({
                    'deletion_protection.enabled': String(loadBalancer.deletionProtection),
                    'idle_timeout.timeout_seconds': String(loadBalancer.idleTimeoutSeconds),
                    'routing.http.drop_invalid_header_fields.enabled': 'true',
                }),
            }, { at, dependsOn: network.gatewayIds }),
            ...Object.assign({}, ...listeners),
        },
        outputs: {
            [stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerArn]: (0,fragment/* ref */.KR)('LoadBalancer'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerDnsName]: (0,fragment/* getAtt */.CN)('LoadBalancer', 'DNSName'),
            [stack_names/* CLUSTER_OUTPUTS */.K0.vpcId]: network.vpcId,
            ...Object.fromEntries(loadBalancer.listeners.map(({ port }) => [(0,stack_names/* listenerOutput */.MR)(port), (0,fragment/* ref */.KR)(`Listener${port}`)])),
        },
    };
}
function listenerResources({ port, protocol, certificateArns, sslPolicy, defaultAction }, at) {
    const [certificate, ...further] = certificateArns.map((CertificateArn) => ({ CertificateArn }));
    return {
        [`Listener${port}`]: (0,fragment/* resource */.Zc)('AWS::ElasticLoadBalancingV2::Listener', {
            LoadBalancerArn: (0,fragment/* ref */.KR)('LoadBalancer'),
            Port: port,
            Protocol: protocol,
            Certificates: certificate && [certificate],
            SslPolicy: sslPolicy,
            DefaultActions: [actionOf(defaultAction)],
        }, { at }),
        // A listener is created with one certificate; the others are attached to it.
        ...(further.length > 0 && {
            [`Listener${port}Certificates`]: (0,fragment/* resource */.Zc)('AWS::ElasticLoadBalancingV2::ListenerCertificate', { ListenerArn: (0,fragment/* ref */.KR)(`Listener${port}`), Certificates: further }, { at }),
        }),
    };
}
function actionOf(action) {
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
/** The first `count` blocks of equal size inside an IPv4 block: sixteenths of it, or /28s where those would be smaller. */
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
        vpcId: (0,fragment/* ref */.KR)('VpcId'),
        subnetIds: (0,fragment/* ref */.KR)('SubnetIds'),
        instanceSubnetIds: (0,fragment/* ref */.KR)(apart ? 'InstanceSubnetIds' : 'SubnetIds'),
        gatewayIds: [],
    };
}
function createdNetwork(cidrBlock, zones, at) {
    const zoneOf = zones
        ? zones.map((_, index) => (0,fragment/* ref */.KR)(`Zone${index + 1}`))
        : [0, 1].map((index) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] }));
    const blocks = subnetBlocks(cidrBlock, zoneOf.length);
    const ids = zoneOf.map((_, index) => `PublicSubnet${index + 1}`);
    const subnets = ids.flatMap((id, index) => [
        [
            id,
            (0,fragment/* resource */.Zc)('AWS::EC2::Subnet', {
                VpcId: (0,fragment/* ref */.KR)('Vpc'),
                AvailabilityZone: zoneOf[index],
                CidrBlock: blocks[index],
                MapPublicIpOnLaunch: true,
            }, { at }),
        ],
        [
            `${id}RouteTableAssociation`,
            (0,fragment/* resource */.Zc)('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: (0,fragment/* ref */.KR)(id), RouteTableId: (0,fragment/* ref */.KR)('PublicRouteTable') }, { at }),
        ],
    ]);
    return {
        parameters: Object.fromEntries(zones?.map((zone, index) => [`Zone${index + 1}`, { type: 'String', value: zone }]) ?? []),
        resources: {
            Vpc: (0,fragment/* resource */.Zc)('AWS::EC2::VPC', { CidrBlock: cidrBlock, EnableDnsHostnames: true, EnableDnsSupport: true }, { at }),
            InternetGateway: (0,fragment/* resource */.Zc)('AWS::EC2::InternetGateway', {}, { at }),
            InternetGatewayAttachment: (0,fragment/* resource */.Zc)('AWS::EC2::VPCGatewayAttachment', { VpcId: (0,fragment/* ref */.KR)('Vpc'), InternetGatewayId: (0,fragment/* ref */.KR)('InternetGateway') }, { at }),
            PublicRouteTable: (0,fragment/* resource */.Zc)('AWS::EC2::RouteTable', { VpcId: (0,fragment/* ref */.KR)('Vpc') }, { at }),
            PublicRoute: (0,fragment/* resource */.Zc)('AWS::EC2::Route', {
                RouteTableId: (0,fragment/* ref */.KR)('PublicRouteTable'),
                DestinationCidrBlock: '0.0.0.0/0',
                GatewayId: (0,fragment/* ref */.KR)('InternetGateway'),
            }, 
            // A route to a gateway that is not attached yet is refused.
            { at, dependsOn: ['InternetGatewayAttachment'] }),
            ...Object.fromEntries(subnets),
        },
        vpcId: (0,fragment/* getAtt */.CN)('Vpc', 'VpcId'),
        subnetIds: ids.map(fragment/* ref */.KR),
        instanceSubnetIds: ids.map(fragment/* ref */.KR),
        gatewayIds: ['PublicRoute', ...ids.map((id) => `${id}RouteTableAssociation`)],
    };
}

;// CONCATENATED MODULE: ./build/template/cluster-roles.js



/**
 * The roles that config creates, and the instance profile. The service role exists because config names it; no call passes
 * it on, since ECS's service-linked role does its work and a service keeps the role it was made with for ever.
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
            InstanceProfile: (0,fragment/* resource */.Zc)('AWS::IAM::InstanceProfile', { Roles: [instanceRoleName(roles.instance)] }, { at: at('instance') }),
        },
    };
}
function instanceRoleName(role) {
    return role.kind === 'created' ? (0,fragment/* ref */.KR)('InstanceRole') : roleName(role.arn);
}
/** The last part of a role's ARN, which may have a path in between. */
function roleName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/template/security-groups.js


/**
 * The load balancer admits clients to its listeners; instances admit the load balancer alone, to the ports that Docker gives
 * out. Others name the groups by Ref (the id, where a VPC is given): GetAtt would make CloudFormation list the launch template
 * as changed with every change of a rule.
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
            LoadBalancerSecurityGroup: (0,fragment/* resource */.Zc)('AWS::EC2::SecurityGroup', {
                GroupName: loadBalancer.securityGroupName,
                GroupDescription: 'Clients of the load balancer',
                VpcId: network.vpcId,
                SecurityGroupIngress: clients,
            }, { at: (0,model_source/* positionOf */.d)(source, ['loadBalancer']) }),
            InstanceSecurityGroup: (0,fragment/* resource */.Zc)('AWS::EC2::SecurityGroup', {
                GroupName: capacity.securityGroupName,
                GroupDescription: 'Container instances, reached by the load balancer',
                VpcId: network.vpcId,
                SecurityGroupIngress: [
                    {
                        IpProtocol: 'tcp',
                        FromPort: 32768,
                        ToPort: 65535,
                        SourceSecurityGroupId: (0,fragment/* ref */.KR)('LoadBalancerSecurityGroup'),
                    },
                ],
            }, { at: (0,model_source/* positionOf */.d)(source, ['capacity']) }),
        },
    };
}

;// CONCATENATED MODULE: ./build/template/cluster-template.js







/** The stack with what the cluster's services share. `given` is where it lives, unless the stack creates its network. */
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

// EXTERNAL MODULE: ./build/plan/json-differences.js
var json_differences = __webpack_require__(3687);
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
    const values = (0,json_differences/* isJsonObject */.OW)(HostHeaderConfig) ? HostHeaderConfig['Values'] : undefined;
    return (0,json_differences/* isList */.Lv)(values) ? values.map(String) : [];
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
    const each = certificateArns.map((arn, place) => (0,check/* check */.z)(`certificate ${arn.split('/').at(-1)} of listener ${port}`, (0,model_source/* positionOf */.d)(cluster.source, [...path, place]), () => certificateOf(arn, cluster, lookups, now)));
    const hosts = listenerHosts(cluster, port);
    if (hosts.length === 0)
        return each;
    const covers = (0,check/* check */.z)(`certificates of listener ${port}`, (0,model_source/* positionOf */.d)(cluster.source, path), () => coverOf(certificateArns, hosts, lookups));
    return [...each, covers];
}
async function certificateOf(arn, cluster, { certificates }, now) {
    const [, , service, region] = arn.split(':');
    if (service !== 'acm')
        return (0,verdicts/* unchecked */.VJ)(`it is a certificate of ${service}, only ACM is asked`);
    if (region !== cluster.region)
        return {
            state: 'failed',
            message: `It is in ${region}: a load balancer takes certificates of its own region only.`,
        };
    return (0,verdicts/* certificateVerdict */.Fc)(await certificates.certificate(arn), now);
}
async function coverOf(arns, hosts, { certificates }) {
    if (arns.some((arn) => arn.split(':')[2] !== 'acm'))
        return (0,verdicts/* unchecked */.VJ)('not all of them are of ACM');
    const found = await Promise.all(arns.map((arn) => certificates.certificate(arn)));
    const names = found.flatMap((certificate) => certificate?.names ?? []);
    return (0,verdicts/* coverVerdict */.jl)(hosts, hosts.filter((host) => !isCovered(host, names)));
}

// EXTERNAL MODULE: ./build/engine/preflight/looking-once.js
var looking_once = __webpack_require__(6262);
// EXTERNAL MODULE: ./build/plan/stack-comparison.js
var stack_comparison = __webpack_require__(2686);
// EXTERNAL MODULE: ./build/plan/stack-drift.js
var stack_drift = __webpack_require__(1620);
;// CONCATENATED MODULE: ./build/health/drift-detection.js
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




/** Asks CloudFormation to compare a stack's resources with its template, which only reads. */
async function findDrift({ id, name }, run) {
    const detection = await run.stacks.detectDrift(id);
    if ('refusal' in detection)
        return { resources: [], unread: detection.refusal };
    const { kind, message } = await (0,wait/* waitFor */.f)({
        subject: `stack ${name}`,
        observe: () => run.stacks.driftDetection(detection.id),
        assess: assessDriftDetection,
        everyMs: 2_000,
        ...patience(run),
    }, run);
    const resources = (0,stack_drift/* changedByHand */.bq)(await run.stacks.driftedResources(id));
    return { resources, unread: kind === 'healthy' ? undefined : message };
}

;// CONCATENATED MODULE: ./build/engine/provision/sweep-change-sets.js



/** Deletes the change sets of a stack that killed runs left; those of runs that may still be under way stay. */
async function sweepChangeSets(stack, { stacks, progress, clock }) {
    const found = await listed(() => stacks.changeSets(stack, unique_name/* NAME_PREFIX */.ve));
    const left = found.filter(({ name }) => isLeftBehind(name, clock));
    for (const { id } of left)
        await stacks.deleteChangeSet(id);
    if (left.length === 0)
        return;
    const count = left.length === 1 ? '1 change set' : `${left.length} change sets`;
    progress.emit({ kind: 'notice', message: `Deleted ${count} that earlier runs left on ${stack}.` });
}
/** A role that may not list them cannot clean up, and can do everything else. */
async function listed(list) {
    try {
        return await list();
    }
    catch (error) {
        if (error instanceof errors/* ToolkitError */.h && error.code === 'ACCESS_DENIED')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/compare-stack.js













/** How often a stack is looked at anew when someone else came between. */
const LOOKS = 3;
const UNBORN = 'The stack is REVIEW_IN_PROGRESS: a change set was made for it and never executed. Applying takes it over.';
/** Compares a stack with its template. A change set that it makes stays open: execute or delete it. */
async function compareStack(desired, run, looks = LOOKS) {
    const stack = await observeSettledStack(desired.name, patience(run), run);
    if (!stack)
        return { stack, comparison: { kind: 'absent' }, notes: [] };
    const refused = (refusal) => ({ stack, comparison: { kind: 'same' }, notes: [], refusal });
    const state = stackState(stack.status);
    if (state !== 'unborn' && !isOurs(stack, desired))
        return refused(foreignStack(stack, desired));
    switch (state) {
        case 'absent':
            return { stack: undefined, comparison: { kind: 'absent' }, notes: [] };
        case 'unborn':
            return { stack: undefined, comparison: { kind: 'absent' }, notes: [UNBORN] };
        case 'remains':
            if (stack.terminationProtection)
                return refused(protectedRemains(stack));
            return {
                stack,
                comparison: { kind: 'absent' },
                notes: [`What a failed creation left (${stack.status}) is deleted first.`],
            };
        case 'busy':
            return refused(busyStack(stack));
        case 'half-deleted':
            return refused(halfDeletedStack(stack));
        case 'stuck':
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
    const hasTemplate = (0,stack_comparison/* isUpToDate */.xm)(stack, desired, stack_names/* CLUSTER_OUTPUTS */.K0.templateDigest);
    const drift = hasTemplate ? await findDrift(stack, run) : undefined;
    if (drift?.resources.length === 0 && drift.unread === undefined)
        return { stack, comparison: { kind: 'same' }, notes: [] };
    if (!isComplete(desired)) {
        const open = Object.keys(desired.parameters).filter((key) => desired.parameters[key] === undefined);
        return byTemplates(stack, `The cluster's stack does not have ${open.join(', ')} yet.`, run);
    }
    const opened = await openDriftAwareChangeSet(desired, run);
    if (!opened && looks > 1)
        return compareStack(desired, run, looks - 1);
    if (!opened)
        return { stack, comparison: { kind: 'same' }, notes: [], refusal: superseded(stack.name) };
    const { view, unseen } = opened;
    const compared = await asCompared(view, desired, { hasTemplate, tags: stack.tags }, run);
    return { ...compared, stack, notes: driftGaps(unseen, drift) };
}
/** What a computed change set says; only one that an apply is to execute stays open. */
async function asCompared(view, desired, { hasTemplate, tags }, run) {
    const isReady = view.status === 'CREATE_COMPLETE';
    const changes = isReady ? !hasTemplate || (0,stack_drift/* ownChanges */.u2)(view).length > 0 : !hasNoChanges(view);
    const refusal = changes ? await validate(view, desired, run) : undefined;
    if (!isReady || !changes || run.mode === 'plan')
        await run.stacks.deleteChangeSet(view.id);
    if (!changes)
        return { comparison: { kind: 'same' } };
    return refusal ? { comparison: { kind: 'same' }, refusal } : { comparison: { kind: 'change-set', view, tags } };
}
/** What the comparison cannot say of changes by hand. */
function driftGaps(unseen, drift) {
    const found = (drift?.resources ?? []).map(({ logicalId }) => logicalId).join(', ');
    if (unseen !== undefined && found !== '')
        return [`Changed by hand, and left so: ${found}. CloudFormation could not compare with what is live: ${unseen}`];
    if (unseen !== undefined)
        return [`Changes by hand are not in this plan, since CloudFormation could not look for them: ${unseen}`];
    if (drift?.unread !== undefined)
        return [`CloudFormation could not look for all changes by hand: ${drift.unread}`];
    return [];
}
async function byTemplates(stack, reason, { stacks }) {
    return { stack, comparison: { kind: 'templates', live: await stacks.template(stack.id), reason }, notes: [] };
}

;// CONCATENATED MODULE: ./build/plan/stack-references.js

/** What a live service names itself: target groups, the rules and roles that it shifts traffic with, capacity providers. */
function serviceReferences({ name, description }) {
    const named = [
        ...targetGroupArns(description),
        ...objects(description['loadBalancers']).flatMap(({ advancedConfiguration }) => {
            const { productionListenerRule, testListenerRule, roleArn } = objectOf(advancedConfiguration);
            return [productionListenerRule, testListenerRule, stack_references_roleName(roleArn)];
        }),
        ...objects(objectOf(description['deploymentConfiguration'])['lifecycleHooks']).map(({ roleArn }) => stack_references_roleName(roleArn)),
        ...objects(description['capacityProviderStrategy']).map(({ capacityProvider }) => capacityProvider),
    ];
    return named.filter((id) => typeof id === 'string').map((id) => ({ service: name, physicalIds: [id] }));
}
/** Of the rules that lead to each target group of a live service, one has to stay. `template` is the live one of the stack. */
function ruleReferences({ name, description }, template, resources) {
    const physicalIds = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
    const parsed = JSON.parse(template);
    const rules = Object.entries(objectOf(objectOf(parsed)['Resources'])).filter(([, definition]) => objectOf(definition)['Type'] === 'AWS::ElasticLoadBalancingV2::ListenerRule');
    return targetGroupArns(description).map((arn) => ({
        service: name,
        physicalIds: rules
            .filter(([, rule]) => forwardsTo(rule).some((logicalId) => physicalIds.get(logicalId) === arn))
            .flatMap(([logicalId]) => physicalIds.get(logicalId) ?? []),
    }));
}
/** CloudFormation knows a role by its name: the last part of its ARN. */
function stack_references_roleName(arn) {
    return typeof arn === 'string' ? arn.slice(arn.lastIndexOf('/') + 1) : undefined;
}
function targetGroupArns(description) {
    return objects(description['loadBalancers'])
        .flatMap(({ targetGroupArn, advancedConfiguration }) => [
        targetGroupArn,
        objectOf(advancedConfiguration)['alternateTargetGroupArn'],
    ])
        .filter((arn) => typeof arn === 'string');
}
/** Logical ids of the target groups that a templated rule forwards to. */
function forwardsTo(rule) {
    const actions = objects(objectOf(objectOf(rule)['Properties'])['Actions']);
    return actions
        .flatMap((action) => [action, ...objects(objectOf(action['ForwardConfig'])['TargetGroups'])])
        .map(({ TargetGroupArn }) => String(objectOf(TargetGroupArn)['Ref']));
}
function objectOf(value) {
    return (0,json_differences/* isJsonObject */.OW)(value) ? value : {};
}
function objects(value) {
    return (0,json_differences/* isList */.Lv)(value) ? value.filter(json_differences/* isJsonObject */.OW) : [];
}

;// CONCATENATED MODULE: ./build/engine/provision/live-references.js


/** What live services need of the cluster's stack: the cluster, its instances and capacity provider, their listeners. */
async function clusterReferences({ outputs }, { services, stacks, cluster }) {
    const live = await live_references_liveServices(await services.list(cluster.name), { services, cluster });
    const shared = [outputs[stack_names/* CLUSTER_OUTPUTS */.K0.clusterName], outputs[stack_names/* CLUSTER_OUTPUTS */.K0.autoScalingGroup]];
    const found = live.map(async (service) => {
        const stack = await stacks.describe((0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name));
        const listeners = Object.entries(stack?.parameters ?? {}).filter(([key]) => /^Listener\d+Arn$/.test(key));
        const balancer = listeners.length > 0 ? [outputs[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerArn]] : [];
        const ids = [...shared, ...balancer, ...listeners.map(([, arn]) => arn)];
        const needed = ids.flatMap((id) => (id === undefined ? [] : [{ service: service.name, physicalIds: [id] }]));
        return [...needed, ...serviceReferences(service)];
    });
    return (await Promise.all(found)).flat();
}
/** What a live service needs of its own stack: its target groups, and a rule that leads to each. */
async function serviceStackReferences({ id }, name, { services, stacks, cluster }) {
    const [service] = await live_references_liveServices([name], { services, cluster });
    if (!service)
        return [];
    const [template, resources] = await Promise.all([stacks.template(id), stacks.resources(id)]);
    return [...serviceReferences(service), ...ruleReferences(service, template, resources)];
}
async function live_references_liveServices(names, { services, cluster }) {
    const described = names.length > 0 ? await services.describe(cluster.name, names) : [];
    return described.filter((service) => service !== undefined);
}

;// CONCATENATED MODULE: ./build/engine/provision/taken-names.js

/**
 * Whether names that the cluster's stack is to create are in use, looked up before the stack exists. Only what is cheap to ask
 * and often there: the roles (the ECS console makes an ecsInstanceRole) and the group; CloudFormation finds the others.
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
    const unit = (0,stack_plan/* planStack */.q)({
        desired,
        comparison: compared.comparison,
        allow: run.cluster.allow,
        references: await neededReferences(compared, (stack) => clusterReferences(stack, run)),
        needs: [],
        notes: compared.notes,
        outdatedInstances: await findOutdatedInstances(compared.stack, run),
    });
    return { unit: { ...unit, checks }, desired, compared, service: undefined };
}
/** Only a plan is worth the calls; applying finds out by itself. */
async function clusterChecks(network, { cluster, mode, lookups, clock }) {
    if (mode !== 'plan' || !lookups)
        return undefined;
    return checkCluster(cluster, network, (0,looking_once/* lookingOnce */.$)(lookups), clock.now());
}
/** undefined for a service that needs no stack. `clusterOutputs`: of the cluster's stack as it is now. */
async function planServiceStack(service, clusterOutputs, run) {
    const desired = serviceTemplate(run.cluster, service, clusterOutputs, await observeWeights(service, run));
    if (!desired)
        return undefined;
    const compared = await compareStack(desired, run);
    const unit = (0,stack_plan/* planStack */.q)({
        desired,
        comparison: compared.comparison,
        allow: run.cluster.allow,
        references: await neededReferences(compared, (stack) => serviceStackReferences(stack, service.name, run)),
        needs: [(0,stack_plan/* stackUnitId */._)((0,stack_names/* clusterStackName */.CW)(run.cluster.name))],
        notes: compared.notes,
        outdatedInstances: [],
    });
    return { unit, desired, compared, service };
}
/** Live services are looked at only where something goes. */
async function neededReferences({ stack, comparison }, observe) {
    return stack && comparison.kind === 'change-set' && comparison.view.changes.some(stack_dangers/* goes */.n) ? observe(stack) : [];
}

;// CONCATENATED MODULE: ./build/engine/provision/apply-service.js







/**
 * Brings a service's stack to its template. It is planned once more where the cluster's stack has other outputs by now than
 * when it was planned.
 */
async function applyService(service, planned, clusterOutputs, run) {
    const current = await upToDate(service, planned, clusterOutputs, run);
    const refusal = refusalOf(current, run.cluster) ?? (0,unreviewed_plan/* unreviewedPlan */.Y)(current.unit, run.reviewed);
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
    const same = (0,json/* canonicalJson */.d)(desired?.parameters) === (0,json/* canonicalJson */.d)(planned.desired.parameters);
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
    kind: 'cancelled',
    summary: 'The run was cancelled.',
    evidence: [],
    nextStep: 'CloudFormation goes on with what it was told to do; run the job again, it continues where the stacks stand.',
};
/** An error that stops the work on one stack is its outcome, so that the others are told of too. Defects are thrown. */
async function withEnding(work, fallback, { signal }) {
    try {
        return await work();
    }
    catch (error) {
        if (signal?.aborted)
            return { ...fallback, outcome: endings_CANCELLED };
        if (!(error instanceof errors/* ToolkitError */.h) || error.code === 'INTERNAL')
            throw error;
        return { ...fallback, outcome: { kind: 'failed', summary: error.message, evidence: [], nextStep: error.hint } };
    }
}

// EXTERNAL MODULE: ./build/plan/danger.js
var plan_danger = __webpack_require__(395);
// EXTERNAL MODULE: ./build/plan/leftovers.js
var leftovers = __webpack_require__(8022);
;// CONCATENATED MODULE: ./build/engine/provision/leftover-stacks.js











/**
 * Finds what config has forgotten. What may not be removed, or not yet, is told of and left alone. undefined where the role may not
 * look.
 */
async function findLeftoverStacks(run) {
    const known = new Set(run.cluster.services.map(({ name }) => name));
    const stacks = await allStacks(run);
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
            ? 'Config has no service at all, and then nothing is removed.'
            : (danger.forbidden ??
                `To have it removed once the service is gone, add under allow in cluster.yaml: ${(0,plan_danger/* consentText */.AC)(danger)}`);
        const message = `Stack ${stack.name} belongs to service ${service}, which config does not have any more. It is left alone. ${how}`;
        progress.emit({ kind: 'notice', message });
    }
    const isLater = users.length > 0 && users.every((user) => user === service) && (0,leftovers/* serviceRemoval */.Uz)(cluster, service).allowed;
    const removal = danger.allowed ? 'now' : isLater ? 'later' : 'none';
    return { stack, service, unit: (0,removal_units/* removedStack */.d2)(stack, resources, [isLater ? wanted : danger]), removal };
}
/** Live services that stand on the stack: its own, and any whose target groups are in it. */
async function usersOf(service, resources, { cluster, services }) {
    const ids = new Set(resources.map(({ physicalId }) => physicalId));
    const live = await live_references_liveServices(await services.list(cluster.name), { cluster, services });
    return live
        .filter((view) => view.name === service ||
        serviceReferences(view).some(({ physicalIds }) => physicalIds.some((id) => ids.has(id))))
        .map(({ name }) => name);
}
/** undefined for a role that may describe its own stacks only; told where config wants one removed. */
async function allStacks({ cluster, stacks, progress }) {
    try {
        return await stacks.list();
    }
    catch (error) {
        if (!(error instanceof errors/* ToolkitError */.h) || error.code !== 'ACCESS_DENIED')
            throw error;
        const wanted = cluster.allow.map(({ resource }) => resource).filter((resource) => resource.startsWith('stack/'));
        const message = `allow names ${wanted.join(', ')}, and this role may not look for it, so that it is not removed: ${error.message} ${error.hint}`;
        if (wanted.length > 0)
            progress.emit({ kind: 'warning', message });
        return undefined;
    }
}
/** What a plan says of a stack that may be removed. */
function plannedRemoval({ removal, service }) {
    const when = removal === 'later' ? `, once service ${service} is gone` : '';
    return { kind: 'planned', summary: `Applying would remove the stack${when}.`, evidence: [] };
}
/** Removes what is left over, last of all: only where everything that config has is well. */
async function removeLeftoverStacks(leftovers, applied, run) {
    const red = applied.find(({ outcome }) => !(0,model_outcome/* isGreen */.gf)(outcome.kind));
    const results = [];
    for (const leftover of leftovers) {
        const held = red ? heldBack(red) : (0,unreviewed_plan/* unreviewedPlan */.Y)(leftover.unit, run.reviewed);
        const outcome = held ?? (await removed(leftover, run));
        results.push(tellOfLeftover(leftover, outcome, run));
    }
    return results;
}
async function removed({ stack }, run) {
    const work = async () => ({ stack: undefined, outcome: await deleteStack(stack, run) });
    return (await withEnding(work, { stack: undefined }, run)).outcome;
}
function tellOfLeftover({ unit, service, stack }, outcome, { progress }) {
    progress.emit({ kind: 'outcome', unit: unit.id, outcome });
    return { unit, outcome, service, stack: outcome.kind === 'destroyed' ? undefined : stack };
}
function heldBack({ unit, outcome }) {
    return {
        kind: 'blocked',
        summary: `Not removed, since ${unit.id} ended ${outcome.kind}.`,
        evidence: [],
        nextStep: 'Correct that one first; the next run removes it.',
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/open-change-sets.js

/** Keeps account of the change sets that a run makes, so that none is left behind, however the run ends. */
function trackChangeSets(stacks, { progress, clock }) {
    /** By ARN, with the name of the stack that the change set makes. */
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
                    progress.emit({ kind: 'warning', message: `Change set ${changeSet} stays: ${error}` });
                }
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/provision.js



















/** CloudFormation's throttling limits are unpublished; more operations at a time have tripped them. */
const STACKS_AT_A_TIME = 4;
/** Most stacks are as they should be, and are asked with a few calls. */
const PLANS_AT_A_TIME = 10;
/**
 * Plans a cluster's stacks and, with mode apply, brings them to what config says: the cluster's first, then those of its
 * services. All of it is planned and shown before anything is written, and nothing is written where anything is blocked. Throws
 * WRONG_ACCOUNT, WRONG_REGION, NETWORK_UNSUITABLE, and what AWS refuses while it plans.
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
        const results = planned.map((stack) => provision_tell(stack, plannedOutcome(stack, run), run));
        return withLeftovers(results, plannedRemoval);
    }
    if (refused.length === 0) {
        const applied = await applyStacks(plan, run);
        return [...applied, ...(await removeLeftoverStacks(plan.leftovers, applied, run))];
    }
    const held = `Nothing was written, since ${refused.map(({ unit }) => unit.id).join(', ')} is refused.`;
    const results = planned.map((stack) => provision_tell(stack, refusalOf(stack, run.cluster) ?? blocked(held), run));
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
    const plan = {
        cluster: clusterStack,
        services: services.filter((stack) => stack !== undefined),
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
async function applyStacks({ cluster, services }, run) {
    run.progress.emit({ kind: 'phase', title: `Apply the stacks of cluster ${run.cluster.name}` });
    const unseen = (0,unreviewed_plan/* unreviewedPlan */.Y)(cluster.unit, run.reviewed);
    const { outcome, stack } = unseen
        ? { outcome: unseen, stack: cluster.compared.stack }
        : await withEnding(() => applyCluster(cluster, run), cluster.compared, run);
    const first = provision_tell({ ...cluster, compared: { ...cluster.compared, stack } }, outcome, run);
    // A stack that stays as it is, since nobody has seen what would change, keeps nothing back that can stand on it.
    if (!stack || !((0,model_outcome/* isGreen */.gf)(outcome.kind) || unseen)) {
        const waiting = `It stands on ${cluster.unit.id}, which is ${outcome.kind}.`;
        return [first, ...services.map((planned) => provision_tell(planned, blocked(waiting), run))];
    }
    const rest = await (0,in_parallel/* inParallel */.H)(services, STACKS_AT_A_TIME, async (planned) => {
        const { service, unit, compared } = planned;
        if (!service)
            return provision_tell(planned, outcome, run);
        const applied = await withEnding(() => applyService(service, planned, stack.outputs, run), { unit, stack: compared.stack }, run);
        const ended = { ...planned, unit: applied.unit, compared: { ...compared, stack: applied.stack } };
        return provision_tell(ended, applied.outcome, run);
    });
    return [first, ...rest];
}
function plannedOutcome(stack, { cluster }) {
    return refusalOf(stack, cluster) ?? (0,planned_changes/* plannedChanges */.I)(stack.unit, sameText(stack.desired.name, stack.compared.notes));
}
function blocked(summary) {
    return { kind: 'blocked', summary, evidence: [], nextStep: 'Run again when that is resolved.' };
}
function provision_tell({ unit, compared, service }, outcome, { progress }) {
    progress.emit({ kind: 'outcome', unit: unit.id, outcome });
    return { unit, outcome, service: service?.name, stack: compared.stack };
}
function cancelledBeforePlan({ cluster }) {
    const id = (0,stack_plan/* stackUnitId */._)((0,stack_names/* clusterStackName */.CW)(cluster.name));
    return {
        unit: { id, kind: 'stack', changes: [], dangers: [], needs: [], digest: (0,digest/* unitDigest */.vi)(id, [], ''), notes: [] },
        outcome: endings_CANCELLED,
        service: undefined,
        stack: undefined,
    };
}

// EXTERNAL MODULE: ./build/actions/config.js + 77 modules
var config = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/actions/run.js + 4 modules
var run = __webpack_require__(6679);
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
