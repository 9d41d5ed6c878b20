export const id = 390;
export const ids = [390];
export const modules = {

/***/ 390:
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
// EXTERNAL MODULE: ./build/adapters/aws/clients.js
var clients = __webpack_require__(1811);
// EXTERNAL MODULE: ./build/adapters/aws/errors.js
var errors = __webpack_require__(2348);
;// CONCATENATED MODULE: ./build/adapters/aws/networks.js


function createNetworks(settings) {
    const ec2 = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
        return { sdk, client: new sdk.EC2Client((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        defaultVpcId: () => (0,errors/* calling */.X)('looking for the default VPC', async () => {
            const { sdk, client } = await ec2();
            const filter = { Name: 'is-default', Values: ['true'] };
            const { Vpcs = [] } = await client.send(new sdk.DescribeVpcsCommand({ Filters: [filter] }));
            return Vpcs[0]?.VpcId;
        }),
        subnets: (filter) => (0,errors/* calling */.X)('describing subnets', async () => {
            const { sdk, client } = await ec2();
            const input = 'vpcId' in filter
                ? { Filters: [{ Name: 'vpc-id', Values: [filter.vpcId] }] }
                : { SubnetIds: [...filter.subnetIds] };
            const pages = await Array.fromAsync(sdk.paginateDescribeSubnets({ client }, input));
            return pages
                .flatMap((page) => page.Subnets ?? [])
                .map((subnet) => ({
                id: subnet.SubnetId ?? '',
                vpcId: subnet.VpcId ?? '',
                availabilityZone: subnet.AvailabilityZone ?? '',
                isDefaultForZone: subnet.DefaultForAz ?? false,
            }));
        }),
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/roles.js


function createRoles(settings) {
    const iam = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
        return { sdk, client: new sdk.IAMClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        exists: (name) => (0,errors/* calling */.X)(`looking for role ${name}`, async () => {
            const { sdk, client } = await iam();
            try {
                await client.send(new sdk.GetRoleCommand({ RoleName: name }));
                return true;
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, 'NoSuchEntityException', 'NoSuchEntity'))
                    return false;
                throw error;
            }
        }),
    };
}

// EXTERNAL MODULE: ./build/adapters/aws/scaling.js + 1 modules
var scaling = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/adapters/aws/services.js + 3 modules
var services = __webpack_require__(6570);
// EXTERNAL MODULE: ./build/adapters/aws/stacks.js + 3 modules
var stacks = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/model/errors.js
var model_errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/plan/digest.js
var digest = __webpack_require__(6084);
;// CONCATENATED MODULE: ./build/plan/stack-changes.js
const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const SECRET = '****';
/** A change set as changes of a plan. */
function stackChanges(view, { sources }) {
    if (view.changes.length === 0)
        return [outputsChange()];
    return view.changes.map((change) => {
        const withheld = view.withheld.includes(change.logicalId);
        return {
            action: actionOf(change),
            resource: change.logicalId,
            type: change.type,
            physicalId: change.physicalId,
            properties: propertyChanges(change.details, withheld),
            certainty: certaintyOf(change, withheld),
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
 * CloudFormation says Replacement True also where it does not know the new value yet, and lists resources whose referenced
 * attributes turn out to stay the same (aws-cloudformation/cloudformation-coverage-roadmap#2113, #759).
 */
function certaintyOf({ action, replacement, details }, withheld) {
    if (action === 'Dynamic')
        return 'known-after-apply';
    if (action !== 'Modify' && action !== 'SyncWithActual')
        return 'certain';
    const decisive = replacement === 'True' ? details.filter(({ requiresRecreation }) => requiresRecreation === 'Always') : details;
    const known = decisive.some(({ after }) => after !== KNOWN_AFTER_APPLY);
    if (replacement === 'Conditional')
        return 'conditional';
    return known && !withheld ? 'certain' : 'known-after-apply';
}
/** One entry for each path: CloudFormation has one for each reason why a value changes. */
function propertyChanges(details, withheld) {
    const byPath = new Map(details.map((detail) => [propertyPath(detail), detail]));
    return [...byPath].map(([path, { before, after }]) => withheld
        ? { path, before: { kind: 'known-after-apply' }, after: { kind: 'known-after-apply' } }
        : { path, before: shownValue(path, before), after: shownValue(path, after) });
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
        return { kind: 'absent' };
    if (value.includes(KNOWN_AFTER_APPLY))
        return { kind: 'known-after-apply' };
    if (value === SECRET)
        return { kind: 'secret' };
    return { kind: 'value', text: path.endsWith('UserData') ? Buffer.from(value, 'base64').toString() : value };
}

// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/stack-comparison.js

/**
 * Whether a stack is what config wants, so that no change set is needed: the template's digest in its output `digestOutput`,
 * parameters and tags are equal. An update that failed took the output back with the rest.
 */
function isUpToDate(stack, desired, digestOutput) {
    return (stack.outputs[digestOutput] === desired.digest &&
        (0,json/* canonicalJson */.d)(stack.parameters) === (0,json/* canonicalJson */.d)(desired.parameters) &&
        (0,json/* canonicalJson */.d)(stack.tags) === (0,json/* canonicalJson */.d)(desired.tags));
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
 * What differs between the live template and the desired one, where CloudFormation cannot make a change set yet. Whether a
 * change replaces a resource is known only with a change set.
 */
function templateDifferences(live, { resources, sources }) {
    const before = resourcesOf(live);
    const ids = [...new Set([...Object.keys(before), ...Object.keys(resources)])];
    return ids.flatMap((resource) => {
        const [old, wanted] = [before[resource], resources[resource]];
        if ((0,json/* canonicalJson */.d)(old) === (0,json/* canonicalJson */.d)(wanted))
            return [];
        const action = old === undefined ? 'add' : wanted === undefined ? 'remove' : 'modify';
        const type = typeOf(wanted ?? old);
        const certainty = action === 'modify' ? 'known-after-apply' : 'certain';
        return [{ action, resource, type, properties: [], certainty, at: sources[resource] }];
    });
}
function resourcesOf(template) {
    const parsed = JSON.parse(template);
    return parsed.Resources ?? {};
}
function typeOf(definition) {
    const stated = definition;
    return String(stated?.['Type'] ?? '');
}

// EXTERNAL MODULE: ./build/plan/danger.js
var plan_danger = __webpack_require__(395);
;// CONCATENATED MODULE: ./build/plan/stack-losses.js
/** Types whose replacement or removal loses nothing that lasts or serves. */
const HARMLESS = new Set(['AWS::AutoScaling::ScalingPolicy', 'AWS::ElasticLoadBalancingV2::ListenerCertificate']);
const LOSSES = {
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
        loss: 'its DNS name goes, and with it every request to it',
        sequence: 'Build a second cluster with the new load balancer, move the DNS records to it, then take this one down.',
    },
    'AWS::ElasticLoadBalancingV2::Listener': {
        loss: "its port is closed, and every service's rules on it go",
        sequence: "Add the new listener beside it, move the services' rules there and provision, then remove the old listener.",
    },
    'AWS::ElasticLoadBalancingV2::ListenerRule': {
        loss: "requests that match it get the listener's default action",
        sequence: 'Add the new rule beside the old one and provision, then remove the old one.',
    },
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
        loss: 'the tasks registered in it get no more requests',
        sequence: 'Add the new target group as a further entry of loadBalancers, above the old one, with a name and a rule of its own; provision and deploy the service; then remove the old entry, deploy the service, and provision.',
    },
    'AWS::AutoScaling::AutoScalingGroup': {
        loss: 'its instances go, with the tasks on them',
        sequence: 'Build a second cluster beside this one and move the services to it.',
    },
    'AWS::EC2::LaunchTemplate': { loss: 'every instance is replaced by a new one' },
    'AWS::ECS::CapacityProvider': {
        loss: 'services that use it can place no more tasks',
        sequence: 'Take it out of the capacityProviderStrategy of every service and deploy them, or build a second cluster beside this one.',
    },
    'AWS::ECS::ClusterCapacityProviderAssociations': { loss: 'the cluster has no capacity provider for a while' },
    'AWS::ECS::Cluster': {
        loss: 'its services and tasks go',
        sequence: 'Build the other cluster beside this one, move the services to it, then destroy this one.',
    },
    'AWS::EC2::SecurityGroup': { loss: 'what it admits is refused until its users have the new one' },
    'AWS::IAM::Role': { loss: 'whatever uses the role is without permissions until it has the new one' },
    'AWS::IAM::InstanceProfile': { loss: 'instances are without permissions until they are replaced' },
    'AWS::Logs::LogGroup': {
        loss: 'its log events are deleted',
        sequence: 'Give the task definition another log group and deploy the service, then remove this one.',
    },
};
/** undefined where nothing is lost. */
function lossOf(type) {
    if (HARMLESS.has(type))
        return undefined;
    return LOSSES[type] ?? { loss: 'the resource goes, and whatever refers to it by its id' };
}

;// CONCATENATED MODULE: ./build/plan/stack-dangers.js




/** Longer values are named by their digest in a danger, so that consent can name them. */
const LONGEST_NAMED = 100;
/** Changes that lose traffic or data, property by property. */
function stackDangers({ changes, references, allow }) {
    const going = changes.filter(goes).map(({ physicalId }) => physicalId);
    return changes.flatMap((change) => {
        const found = goes(change) ? lossesOfGoing(change, forbidding(change, going, references)) : rolledInstances(change);
        return found.map((danger) => (0,plan_danger/* consented */.yg)(allow, danger));
    });
}
/** Whether the resource as it is now goes, for certain or perhaps, and is not kept outside of the stack. */
function goes({ action, replacement, policyAction = '' }) {
    if (policyAction.endsWith('Retain'))
        return false;
    return action === 'Remove' || replacement === 'True' || replacement === 'Conditional';
}
function lossesOfGoing(change, forbidden) {
    const lost = lossOf(change.type);
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
/** The properties for which CloudFormation replaces a resource, with their new values where those are known. */
function recreating({ details }) {
    const found = details.filter(({ requiresRecreation }) => requiresRecreation !== 'Never');
    return new Map(found.map((detail) => [propertyPath(detail), namedValue(detail)]));
}
/** A change of the launch template reaches instances only by replacing them. */
function rolledInstances({ type, action, logicalId, details }) {
    if (type !== 'AWS::EC2::LaunchTemplate' || action !== 'Modify')
        return [];
    const byProperty = new Map(details.map((detail) => [propertyPath(detail), namedValue(detail)]));
    return [...byProperty].map(([property, to]) => ({
        resource: logicalId,
        property,
        to,
        loss: 'every instance is replaced: a new one first, then the tasks of an old one drain and it goes',
    }));
}
function forbidding({ type, physicalId }, going, references) {
    const users = references
        .filter(({ physicalIds }) => physicalIds.some((id) => id === physicalId))
        .filter(({ physicalIds }) => physicalIds.every((id) => going.includes(id)))
        .map(({ service }) => service);
    if (users.length === 0)
        return undefined;
    const sequence = lossOf(type)?.sequence ?? 'Let the service stop using it first.';
    return `Service ${[...new Set(users)].join(', ')} uses it. ${sequence}`;
}
function namedValue(detail) {
    const value = shownValue(propertyPath(detail), detail.after);
    if (value.kind !== 'value')
        return undefined;
    return value.text.length <= LONGEST_NAMED ? value.text : `sha256:${(0,digest/* digestOf */.ol)(value.text).slice(0, 16)}`;
}

;// CONCATENATED MODULE: ./build/plan/stack-plan.js




function stackUnitId(stack) {
    return `stack/${stack}`;
}
/** The unit of a stack: what would change, what it could cost, and whether that is allowed. */
function planStack(input) {
    const { desired, comparison, needs, outdatedInstances } = input;
    const id = stackUnitId(desired.name);
    const changes = [...changesOf(comparison, desired), ...refreshChange(outdatedInstances)];
    return {
        id,
        kind: 'stack',
        changes,
        dangers: dangersOf(input),
        needs,
        digest: (0,digest/* unitDigest */.vi)(id, changes, desired.digest),
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
            return stackChanges(comparison.view, desired);
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
            resource: 'instances of an older launch template',
            type: 'AWS::EC2::Instance',
            physicalId: instanceIds.join(', '),
            properties: [],
            certainty: 'certain',
        },
    ];
}
function dangersOf({ comparison, references, allow }) {
    if (comparison.kind !== 'change-set')
        return [];
    return stackDangers({ changes: comparison.view.changes, references, allow });
}
function notesOf(comparison) {
    switch (comparison.kind) {
        case 'same':
        case 'absent':
            return [];
        case 'templates':
            return [`${comparison.reason} What changes inside a resource, and what is replaced, is known only then.`];
        case 'change-set': {
            const { withheld } = comparison.view;
            return withheld.length > 0 ? [`CloudFormation withheld the values of ${withheld.join(', ')}.`] : [];
        }
    }
}

;// CONCATENATED MODULE: ./build/engine/in-parallel.js
/** Maps items with at most `limit` at work at a time; results are in the order of the items. The first rejection rejects. */
async function inParallel(items, limit, work) {
    const results = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}

// EXTERNAL MODULE: ./build/engine/observe/guard.js
var guard = __webpack_require__(1873);
;// CONCATENATED MODULE: ./build/health/deleted-service.js
/** A deleted service drains until its last task has stopped; then ECS knows it no more (INACTIVE). */
function assessDeletedService(service) {
    if (!service)
        return { state: 'healthy', message: 'gone' };
    return { state: 'pending', message: `${service.status}, ${service.runningCount} tasks still running` };
}

// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/engine/destroy/run.js
/** What waiting takes from the run: its deadline and its signal. */
function patience({ deadline, signal, clock }) {
    return { withinMs: Math.max(0, deadline - clock.now()), signal };
}

;// CONCATENATED MODULE: ./build/engine/destroy/delete-service.js




/** Takes a service down: nothing scales it any more, its tasks drain and stop, ECS knows it no more. */
async function deleteService(name, run) {
    const { services, progress } = run;
    const cluster = run.cluster.name;
    await services.delete(cluster, name);
    progress.emit({ kind: 'wrote', what: `deleted service ${name}` });
    const { kind, message } = await (0,wait/* waitFor */.f)({
        subject: `service ${name}`,
        observe: async () => (await services.describe(cluster, [name]))[0],
        assess: assessDeletedService,
        ...patience(run),
    }, run);
    if (kind === 'healthy')
        return { kind: 'destroyed', summary: `Service ${name} is gone.`, evidence: [] };
    return {
        kind,
        summary: `Service ${name} did not go in time: ${message}.`,
        evidence: [],
        nextStep: 'It goes on draining by itself; run the job again.',
    };
}
/** Takes away what scales services: a scalable target and its policies, and the alarms that are marked as the service's. */
async function deleteScaling(name, config, run) {
    const { scaling, progress } = run;
    const cluster = run.cluster.name;
    if (await scaling.target(cluster, name)) {
        await scaling.deregisterTarget(cluster, name);
        progress.emit({ kind: 'wrote', what: `deregistered the scalable target of service ${name}` });
    }
    const alarms = (await scaling.alarms(alarmNames(cluster, name, config)))
        .filter((alarm) => alarm !== undefined)
        .filter(({ tags }) => tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster && tags[stack_names/* STACK_TAGS */.zt.service] === name)
        .map((alarm) => alarm.name);
    if (alarms.length === 0)
        return;
    await scaling.deleteAlarms(alarms);
    progress.emit({ kind: 'wrote', what: `deleted alarms ${alarms.join(', ')}` });
}
/** As config has them; of a service that config has forgotten, those that are its default. */
function alarmNames(cluster, name, config) {
    const defaults = ['scale-out', 'scale-in'].map((end) => `${cluster}-${name}-${end}`);
    const steps = config?.scaling?.steps;
    return [...new Set([...defaults, ...(steps ? [steps.scaleOut.alarmName, steps.scaleIn.alarmName] : [])])];
}

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
;// CONCATENATED MODULE: ./build/engine/destroy/delete-stack.js




/** Deletes a stack, in whatever state it is, and says what of it stays. */
async function deleteStack({ id, name }, run) {
    const clientRequestToken = (0,unique_name/* uniqueName */.F)(run.clock);
    await run.stacks.delete(id, clientRequestToken);
    run.progress.emit({ kind: 'wrote', what: `deleted stack ${name}` });
    const { kind, view, message } = await followStackOperation({ operation: 'delete', stackName: name, stackId: id, clientRequestToken, ...patience(run) }, run);
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
    const { kind, message } = await (0,wait/* waitFor */.f)({ subject: `instances of ${name}`, observe, assess: assessEmptiedGroup, everyMs: free_group_EVERY_MS, ...patience(run) }, run);
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
    const settled = (name) => observeSettledStack(name, patience(run), run);
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

// EXTERNAL MODULE: ./build/plan/service-units.js
var service_units = __webpack_require__(9139);
;// CONCATENATED MODULE: ./build/engine/destroy/removal-plan.js



/** What goes, as units: shown before anything does. */
function removedService(cluster, { name, arn }) {
    const id = (0,service_units/* serviceUnitId */.L)(cluster, name);
    return unitOf(id, 'service', [removal('service', 'AWS::ECS::Service', arn)]);
}
function removedStack({ name }, resources) {
    const present = resources.filter(({ status }) => status !== 'DELETE_COMPLETE');
    const changes = present.map(({ logicalId, type, physicalId }) => removal(logicalId, type, physicalId));
    return unitOf(stackUnitId(name), 'stack', changes);
}
function removal(resource, type, physicalId) {
    return { action: 'remove', resource, type, physicalId, properties: [], certainty: 'certain' };
}
function unitOf(id, kind, changes) {
    return { id, kind, changes, dangers: [], needs: [], digest: (0,digest/* unitDigest */.vi)(id, changes, ''), notes: [] };
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
    throw new model_errors/* ToolkitError */.h(confirm === '' ? 'INPUT_MISSING' : 'INPUT_INVALID', `Destroying ${name} is confirmed with its name, and the confirmation is ${JSON.stringify(confirm)}.`, { hint: `Give the input cluster the value ${name}.` });
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
    const removedStacks = await Promise.all(serviceStacks.map(async (stack) => ({ stack, unit: removedStack(stack, await stacks.resources(stack.id)) })));
    progress.emit({
        kind: 'plan',
        units: [
            ...services.map((service) => removedService(cluster.name, service)),
            ...removedStacks.map(({ unit }) => unit),
            ...(clusterStack ? [removedStack(clusterStack, clusterResources)] : []),
        ],
    });
    const ended = [...(await destroyServices(inventory, run))];
    if (ended.every(isDone))
        ended.push(...(await destroyStacks(removedStacks, run)));
    if (ended.every(isDone))
        ended.push(await destroyClusterStack(clusterStack, clusterResources, run));
    return ended;
}
async function destroyServices({ services }, run) {
    const { cluster } = run;
    const live = services.map(({ name }) => name);
    const names = [...new Set([...live, ...cluster.services.map(({ name }) => name)])];
    // Also of services that are gone: an earlier run may have stopped in between.
    await inParallel(names, AT_A_TIME, (name) => deleteScaling(name, cluster.services.find((service) => service.name === name), run));
    return inParallel(services, AT_A_TIME, async (service) => tell({ unit: removedService(cluster.name, service), outcome: await deleteService(service.name, run) }, run));
}
async function destroyStacks(stacks, run) {
    return inParallel(stacks, AT_A_TIME, async ({ stack, unit }) => tell({ unit, outcome: await deleteStack(stack, run) }, run));
}
async function destroyClusterStack(stack, resources, run) {
    if (!stack) {
        const summary = `Stack ${(0,stack_names/* clusterStackName */.CW)(run.cluster.name)} does not exist (any more).`;
        return tellOfCluster({ kind: 'unchanged', summary, evidence: [] }, run);
    }
    const outcome = (await freeGroup(resources, run)) ?? (await deleteStack(stack, run));
    return tell({ unit: removedStack(stack, resources), outcome }, run);
}
function isDone({ outcome }) {
    return (0,model_outcome/* isGreen */.g)(outcome.kind);
}
function tell(ended, { progress }) {
    progress.emit({ kind: 'outcome', unit: ended.unit.id, outcome: ended.outcome });
    return ended;
}
function tellOfCluster(outcome, run) {
    return tell({ unit: unitOf(stackUnitId((0,stack_names/* clusterStackName */.CW)(run.cluster.name)), 'stack', []), outcome }, run);
}

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
    return new model_errors/* ToolkitError */.h('NETWORK_UNSUITABLE', message, { hint, at: (0,model_source/* positionOf */.d)(cluster.source, ['network']) });
}

// EXTERNAL MODULE: ./build/engine/planned-changes.js
var planned_changes = __webpack_require__(7645);
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

;// CONCATENATED MODULE: ./build/engine/provision/run.js
/** What waiting takes from the run: its deadline and its signal. */
function run_patience({ deadline, signal, clock }) {
    return { withinMs: Math.max(0, deadline - clock.now()), signal };
}

;// CONCATENATED MODULE: ./build/engine/provision/change-set.js




function isComplete(template) {
    return Object.values(template.parameters).every((value) => value !== undefined);
}
/**
 * Makes a change set and waits until CloudFormation has computed it, well or not; undefined where someone else came between.
 * A run that applies first takes away what killed runs left on the stack: executing a change set would do the same.
 */
async function openChangeSet(desired, type, run) {
    if (type === 'UPDATE' && run.mode === 'apply')
        await sweepChangeSets(desired.name, run);
    const id = await run.stacks.createChangeSet({
        stackName: desired.name,
        changeSetName: (0,unique_name/* uniqueName */.F)(run.clock),
        type,
        template: desired.body,
        parameters: desired.parameters,
        tags: desired.tags,
        description: 'Made by ecs-gitops',
        deleteOnFailure: type === 'CREATE',
        importExisting: type === 'CREATE' && (await outlived(desired, run)),
    });
    if (id === undefined)
        return undefined;
    const { view, kind } = await (0,wait/* waitFor */.f)({
        subject: `change set for stack ${desired.name}`,
        observe: () => run.stacks.describeChangeSet(id),
        assess: assessChangeSet,
        ...run_patience(run),
    }, run);
    if (kind === 'timed-out')
        await run.stacks.deleteChangeSet(id);
    return view;
}
async function sweepChangeSets(stack, { stacks, progress }) {
    const left = await stacks.changeSets(stack, unique_name/* NAME_PREFIX */.v);
    for (const changeSet of left)
        await stacks.deleteChangeSet(changeSet);
    if (left.length > 0) {
        progress.emit({
            kind: 'notice',
            message: `Deleted ${left.length} change sets that earlier runs left on ${stack}.`,
        });
    }
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
function nameTaken(what, evidence) {
    return {
        kind: 'blocked',
        summary: `${what} exists already and belongs to no stack of this cluster.`,
        evidence,
        nextStep: 'Give another name in config, use what exists (roles: arn instead of name), import it into the stack, or delete it.',
    };
}
/** CloudFormation found the change set wrong before anything was done. */
function refusedChangeSet({ statusReason = 'no reason given' }, errors, desired) {
    const evidence = errors.map((error) => validationLine(error, desired));
    const reasons = [statusReason, ...errors.map(({ message }) => message)];
    const taken = reasons.find((reason) => isNameTaken(reason) || /already exist in your account/.test(reason));
    if (taken)
        return nameTaken(errors[0]?.logicalId ?? 'A resource of the stack', [taken, ...evidence]);
    return {
        kind: 'failed',
        summary: `CloudFormation refuses the change: ${errors[0]?.message ?? statusReason}`,
        evidence: evidence.length > 0 ? evidence : [statusReason],
        nextStep: 'Correct the config where it is named, or report the template that this toolkit made of it.',
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
    const evidence = cause ? [`${placeText(sources[cause.logicalId])}${failed_operation_eventText(cause)}`] : [];
    if (kind === 'timed-out') {
        return {
            kind: 'timed-out',
            summary: `Stack ${name} was not ready in time: ${message}.`,
            evidence,
            nextStep: 'CloudFormation goes on by itself; run the job again, it continues where the stack stands.',
        };
    }
    if (cause && isNameTaken(reason))
        return nameTaken(`${cause.logicalId} (${cause.type})`, evidence);
    return {
        kind: UNDONE[message] ? 'rolled-back' : 'failed',
        summary: `Stack ${name} ${UNDONE[message] ?? `is ${message}`}: ${cause ? `${cause.logicalId}: ` : ''}${reason}`,
        evidence,
        nextStep,
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
    const clientRequestToken = (0,unique_name/* uniqueName */.F)(run.clock);
    await run.stacks.continueUpdateRollback(stack.id, clientRequestToken);
    run.progress.emit({ kind: 'wrote', what: `continued the rollback of stack ${stack.name}` });
    const followed = await followStackOperation({ operation: 'continue-rollback', stackName: stack.name, stackId: stack.id, clientRequestToken, ...run_patience(run) }, run);
    if (followed.kind === 'healthy')
        return undefined;
    return failedOperation(followed, stack, {}, CONTINUE);
}
const CONTINUE = 'Repair what the event names and run again, or skip the resource: aws cloudformation continue-update-rollback --resources-to-skip.';
/** Deletes what a failed creation left: nothing in it has ever served. Returns why it failed. */
async function deleteRemains(stack, run) {
    const groups = (await run.stacks.resources(stack.id)).filter(recover_stack_isGroup);
    const clientRequestToken = (0,unique_name/* uniqueName */.F)(run.clock);
    await run.stacks.delete(stack.id, clientRequestToken);
    run.progress.emit({ kind: 'wrote', what: `deleted stack ${stack.name}, which was ${stack.status}` });
    const followed = await followStackOperation({
        operation: 'delete',
        stackName: stack.name,
        stackId: stack.id,
        clientRequestToken,
        meanwhile: () => unprotectGroups(groups, run),
        ...run_patience(run),
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

;// CONCATENATED MODULE: ./build/engine/provision/compare-stack.js









/** How often a stack is looked at anew when someone else came between. */
const LOOKS = 3;
/** Compares a stack with its template. A change set that it makes stays open: execute or delete it. */
async function compareStack(desired, run, looks = LOOKS) {
    const stack = await observeSettledStack(desired.name, run_patience(run), run);
    if (!stack)
        return { stack, comparison: { kind: 'absent' }, notes: [] };
    const refused = (refusal) => ({ stack, comparison: { kind: 'same' }, notes: [], refusal });
    const state = stackState(stack.status);
    if (state !== 'unborn' && !isOurs(stack, desired))
        return refused(foreignStack(stack, desired));
    switch (state) {
        case 'absent':
        case 'unborn':
            return { stack: undefined, comparison: { kind: 'absent' }, notes: [] };
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
    if (isUpToDate(stack, desired, stack_names/* CLUSTER_OUTPUTS */.K0.templateDigest))
        return { stack, comparison: { kind: 'same' }, notes: [] };
    if (!isComplete(desired)) {
        const open = Object.keys(desired.parameters).filter((key) => desired.parameters[key] === undefined);
        return byTemplates(stack, `The cluster's stack does not have ${open.join(', ')} yet.`, run);
    }
    const view = await openChangeSet(desired, 'UPDATE', run);
    if (!view && looks > 1)
        return compareStack(desired, run, looks - 1);
    if (!view)
        return { stack, comparison: { kind: 'same' }, notes: [], refusal: superseded(stack.name) };
    if (view.status === 'CREATE_COMPLETE') {
        await warnOfValidation(view.id, desired, run);
        return { stack, comparison: { kind: 'change-set', view }, notes: [] };
    }
    const errors = hasNoChanges(view) ? [] : await run.stacks.changeSetValidationErrors(view.id);
    await run.stacks.deleteChangeSet(view.id);
    const compared = { stack, comparison: { kind: 'same' }, notes: [] };
    return hasNoChanges(view) ? compared : { ...compared, refusal: refusedChangeSet(view, errors, desired) };
}
async function byTemplates(stack, reason, { stacks }) {
    return { stack, comparison: { kind: 'templates', live: await stacks.template(stack.id), reason }, notes: [] };
}
/** CloudFormation also warns of what it does not refuse, e.g. quotas. */
async function warnOfValidation(changeSet, desired, run) {
    for (const error of await run.stacks.changeSetValidationErrors(changeSet)) {
        run.progress.emit({
            kind: 'warning',
            message: validationLine(error, { ...desired, sources: {} }),
            at: desired.sources[error.logicalId],
        });
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/apply-stack.js









/** Brings a stack to its template, as it was compared and shown. */
async function applyStack(desired, { stack, comparison }, run) {
    switch (comparison.kind) {
        case 'same':
            return {
                outcome: { kind: 'unchanged', summary: sameText(desired.name), evidence: [] },
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
/** CloudFormation compares templates: what somebody changed in the resources themselves it does not see. */
function sameText(stack) {
    return `Stack ${stack} has the template that config gives; changes by hand are not looked for.`;
}
async function createStack(desired, remains, run) {
    const failure = remains && (await deleteRemains(remains, run));
    if (failure)
        return { outcome: failure, stack: remains };
    if (!isComplete(desired))
        throw new Error(`stack ${desired.name} lacks parameters`);
    const view = await openChangeSet(desired, 'CREATE', run);
    if (!view)
        return { outcome: superseded(desired.name), stack: await run.stacks.describe(desired.name) };
    if (view.status === 'CREATE_COMPLETE') {
        await warnOfValidation(view.id, desired, run);
        return execute(desired, view, 'create', run);
    }
    const errors = await run.stacks.changeSetValidationErrors(view.id);
    await takeBack(view, run);
    return { outcome: refusedChangeSet(view, errors, desired), stack: undefined };
}
/** A change set that creates a stack leaves it in REVIEW_IN_PROGRESS when it is deleted. */
async function takeBack({ id, stackId }, { stacks, clock }) {
    await stacks.deleteChangeSet(id);
    const stack = await stacks.describe(stackId);
    if (stack?.status === 'REVIEW_IN_PROGRESS')
        await stacks.delete(stackId, (0,unique_name/* uniqueName */.F)(clock));
}
async function execute(desired, { id, stackId }, operation, run) {
    const clientRequestToken = (0,unique_name/* uniqueName */.F)(run.clock);
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
        ...run_patience(run),
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
        ...run_patience(run),
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
    const { kind, view, message } = await (0,wait/* waitFor */.f)({ subject: `instances of ${run.cluster.name}`, observe, assess: assessRegistration, ...run_patience(run) }, run);
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
    if (!stack || !(0,model_outcome/* isGreen */.g)(outcome.kind))
        return applied;
    const refreshed = await refreshInstances(stack, run);
    if (refreshed && !(0,model_outcome/* isGreen */.g)(refreshed.kind))
        return { outcome: refreshed, stack };
    const missing = await waitForInstances(stack, run);
    if (missing)
        return { outcome: missing, stack };
    if (!refreshed)
        return applied;
    return { outcome: { ...refreshed, summary: `${outcome.summary} ${refreshed.summary}` }, stack };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/template/assemble.js



/** CreateChangeSet takes at most so many bytes of TemplateBody. */
const LARGEST_BYTES = 51_200;
/** Puts a template together; equal parts give equal text. Throws CONFIG_INVALID where it is larger than CloudFormation takes. */
function assemble({ name, description, parameters, fragments, tags, digestOutput, }) {
    const resources = fragments.flatMap((fragment) => Object.entries(fragment.resources));
    const outputs = fragments.flatMap((fragment) => Object.entries(fragment.outputs ?? {}));
    const template = {
        AWSTemplateFormatVersion: '2010-09-09',
        Description: description,
        ...nonEmpty('Parameters', Object.entries(parameters).map(([key, { type }]) => [key, { Type: type }])),
        Resources: Object.fromEntries(resources.map(([id, { definition }]) => [id, definition])),
        Outputs: Object.fromEntries(outputs.map(([key, value]) => [key, { Value: value }])),
    };
    const digest = (0,external_node_crypto_.createHash)('sha256').update((0,json/* canonicalJson */.d)(template)).digest('hex');
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
    throw new model_errors/* ToolkitError */.h('CONFIG_INVALID', `The template of stack ${name} has ${bytes} bytes.`, {
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
        return { logicalId: count === 1 ? id : `${id}No${count}`, position: index + 1, loadBalancer };
    });
}
function pascalCase(name) {
    return name
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('');
}
function targetGroup(service, { loadBalancer, position }) {
    const group = loadBalancer.targetGroup;
    const { healthCheck } = group;
    return resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
        Name: group.name,
        VpcId: ref('VpcId'),
        Protocol: group.protocol,
        ProtocolVersion: group.protocolVersion,
        // Only a default: ECS registers every target with its own port. Fixed, since another one replaces the group.
        Port: group.protocol === 'HTTPS' ? 443 : 80,
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
 * The stack with what a service needs before it can exist; undefined where it needs nothing. `clusterOutputs` are those of
 * the cluster's stack, as far as there are any yet.
 */
function serviceTemplate(cluster, service, clusterOutputs) {
    const groups = identifyTargetGroups(service);
    if (groups.length === 0 && !service.logGroup)
        return undefined;
    return assemble({
        name: (0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name),
        description: `What service ${service.name} of cluster ${cluster.name} stands on: target groups, listener rules, log group.`,
        parameters: groups.length > 0 ? parameters(service, clusterOutputs) : {},
        fragments: [...groups.map((group) => targetGroupFragment(service, group)), logGroup(service)],
        tags: { ...service.tags, [stack_names/* STACK_TAGS */.zt.cluster]: cluster.name, [stack_names/* STACK_TAGS */.zt.service]: service.name },
        digestOutput: stack_names/* SERVICE_OUTPUTS */.Ht.templateDigest,
    });
}
function parameters({ loadBalancers }, clusterOutputs) {
    const ports = new Set(loadBalancers.flatMap(({ rules }) => rules.map(({ listenerPort }) => listenerPort)));
    return {
        VpcId: { type: 'AWS::EC2::VPC::Id', value: clusterOutputs[stack_names/* CLUSTER_OUTPUTS */.K0.vpcId] },
        ...Object.fromEntries([...ports].map((port) => [
            (0,stack_names/* listenerParameter */.sN)(port),
            { type: 'String', value: clusterOutputs[(0,stack_names/* listenerOutput */.MR)(port)] },
        ])),
    };
}
function targetGroupFragment(service, group) {
    return {
        resources: { [group.logicalId]: targetGroup(service, group), ...listenerRules(service, group) },
        outputs: { [(0,stack_names/* targetGroupOutput */.sq)(group.position)]: ref(group.logicalId) },
    };
}
/** A rule is known by its listener and priority: with another priority it is a new rule, made before the old one goes. */
function listenerRules(service, { loadBalancer, logicalId, position }) {
    return Object.fromEntries(loadBalancer.rules.map(({ listenerPort, priority, conditions }, index) => [
        `Listener${listenerPort}Rule${priority}`,
        resource('AWS::ElasticLoadBalancingV2::ListenerRule', {
            ListenerArn: ref((0,stack_names/* listenerParameter */.sN)(listenerPort)),
            Priority: priority,
            Conditions: conditions,
            Actions: [{ Type: 'forward', TargetGroupArn: ref(logicalId) }],
        }, { at: (0,model_source/* positionOf */.d)(service.source, ['loadBalancers', position - 1, 'rules', index]) }),
    ]));
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
 * Writes the ECS agent's settings. The cluster is referred to, not named: so the stack's deletion takes the instances first
 * and the cluster, which must be empty by then, last.
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



/** In `alarms` mode: the group's two step policies, which one service's alarms set off. */
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
        vpcId: getAtt('Vpc', 'VpcId'),
        subnetIds: ids.map(ref),
        instanceSubnetIds: ids.map(ref),
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
                ServiceRole: role(service.name, 'ecs.amazonaws.com', ['service-role/AmazonEC2ContainerServiceRole'], at('service')),
            }),
            ...(roles.instance.kind === 'created' && {
                InstanceRole: role(roles.instance.name, 'ec2.amazonaws.com', ['service-role/AmazonEC2ContainerServiceforEC2Role', 'AmazonSSMManagedInstanceCore'], at('instance')),
            }),
            InstanceProfile: resource('AWS::IAM::InstanceProfile', { Roles: [instanceRoleName(roles.instance)] }, { at: at('instance') }),
        },
    };
}
function instanceRoleName(role) {
    return role.kind === 'created' ? ref('InstanceRole') : roleName(role.arn);
}
/** The last part of a role's ARN, which may have a path in between. */
function roleName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
function role(name, service, managedPolicies, at) {
    return resource('AWS::IAM::Role', {
        RoleName: name,
        AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
        },
        ManagedPolicyArns: managedPolicies.map((policy) => ({
            'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${policy}`,
        })),
    }, { at });
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

// EXTERNAL MODULE: ./build/plan/json-differences.js
var json_differences = __webpack_require__(3687);
;// CONCATENATED MODULE: ./build/plan/stack-references.js

/** What a live service names itself: target groups, rules that it shifts traffic with, capacity providers. */
function serviceReferences({ name, description }) {
    const named = [
        ...targetGroupArns(description),
        ...objects(description['loadBalancers']).flatMap(({ advancedConfiguration }) => {
            const { productionListenerRule, testListenerRule } = objectOf(advancedConfiguration);
            return [productionListenerRule, testListenerRule];
        }),
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
    return actions.map(({ TargetGroupArn }) => String(objectOf(TargetGroupArn)['Ref']));
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
    return {
        unit: planStack({
            desired,
            comparison: compared.comparison,
            allow: run.cluster.allow,
            references: await neededReferences(compared, (stack) => clusterReferences(stack, run)),
            needs: [],
            notes: compared.notes,
            outdatedInstances: await findOutdatedInstances(compared.stack, run),
        }),
        desired,
        compared,
        service: undefined,
    };
}
/** undefined for a service that needs no stack. `clusterOutputs`: of the cluster's stack as it is now. */
async function planServiceStack(service, clusterOutputs, run) {
    const desired = serviceTemplate(run.cluster, service, clusterOutputs);
    if (!desired)
        return undefined;
    const compared = await compareStack(desired, run);
    const unit = planStack({
        desired,
        comparison: compared.comparison,
        allow: run.cluster.allow,
        references: await neededReferences(compared, (stack) => serviceStackReferences(stack, service.name, run)),
        needs: [stackUnitId((0,stack_names/* clusterStackName */.CW)(run.cluster.name))],
        notes: compared.notes,
        outdatedInstances: [],
    });
    return { unit, desired, compared, service };
}
/** Live services are looked at only where something goes. */
async function neededReferences({ stack, comparison }, observe) {
    return stack && comparison.kind === 'change-set' && comparison.view.changes.some(goes) ? observe(stack) : [];
}

;// CONCATENATED MODULE: ./build/engine/provision/apply-service.js





/**
 * Brings a service's stack to its template. It is planned once more where the cluster's stack has other outputs by now than
 * when it was planned.
 */
async function applyService(service, planned, clusterOutputs, run) {
    const { desired, compared, unit } = await upToDate(service, planned, clusterOutputs, run);
    const refusal = refusalOf({ unit, compared }, run.cluster);
    if (refusal)
        return { outcome: refusal, stack: compared.stack, unit };
    return { ...(await applyStack(desired, compared, run)), unit };
}
async function upToDate(service, planned, clusterOutputs, run) {
    const desired = serviceTemplate(run.cluster, service, clusterOutputs);
    const same = (0,json/* canonicalJson */.d)(desired?.parameters) === (0,json/* canonicalJson */.d)(planned.desired.parameters);
    if (same)
        return planned;
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
        if (!(error instanceof model_errors/* ToolkitError */.h) || error.code === 'INTERNAL')
            throw error;
        return { ...fallback, outcome: { kind: 'failed', summary: error.message, evidence: [], nextStep: error.hint } };
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/open-change-sets.js
/** Keeps account of the change sets that a run makes, so that none is left behind, however the run ends. */
function trackChangeSets(stacks, progress) {
    const open = new Set();
    const deleteChangeSet = async (changeSet) => {
        open.delete(changeSet);
        await stacks.deleteChangeSet(changeSet);
    };
    return {
        stacks: {
            ...stacks,
            createChangeSet: async (request) => {
                const id = await stacks.createChangeSet(request);
                if (id !== undefined)
                    open.add(id);
                return id;
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
            for (const changeSet of open) {
                try {
                    await deleteChangeSet(changeSet);
                }
                catch (error) {
                    // What the run ended with must not give way to this.
                    progress.emit({ kind: 'warning', message: `Change set ${changeSet} stays: ${error}` });
                }
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/provision/orphan-stacks.js


/** Tells of stacks whose service config does not have any more. They are left alone: a service may still stand on them. */
async function reportOrphans(run) {
    const { cluster, progress } = run;
    const known = new Set(cluster.services.map(({ name }) => name));
    for (const { name, tags } of await allStacks(run)) {
        const service = tags[stack_names/* STACK_TAGS */.zt.service];
        if (tags[stack_names/* STACK_TAGS */.zt.cluster] !== cluster.name || service === undefined || known.has(service))
            continue;
        progress.emit({
            kind: 'notice',
            message: `Stack ${name} belongs to service ${service}, which config does not have any more. It is left alone; delete the service, then the stack.`,
        });
    }
}
/** A role may be allowed to describe its own stacks only. */
async function allStacks({ stacks }) {
    try {
        return await stacks.list();
    }
    catch (error) {
        if (error instanceof model_errors/* ToolkitError */.h && error.code === 'ACCESS_DENIED')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/engine/provision/provision.js
















/** CloudFormation's throttling limits are unpublished; more stacks at a time have tripped them. */
const STACKS_AT_A_TIME = 4;
/**
 * Plans a cluster's stacks and, with mode apply, brings them to what config says: the cluster's first, then those of its
 * services. All of it is planned and shown before anything is written, and nothing is written where anything is blocked. Throws
 * WRONG_ACCOUNT, WRONG_REGION, NETWORK_UNSUITABLE, and what AWS refuses while it plans.
 */
async function provision(request, ports) {
    const { cluster, mode, timeoutMs, signal } = request;
    await (0,guard/* guardTarget */.j)(cluster, ports.account);
    const { stacks, discardOpen } = trackChangeSets(ports.stacks, ports.progress);
    const run = { ...ports, stacks, cluster, mode, signal, deadline: ports.clock.now() + timeoutMs };
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
    if (run.mode === 'plan')
        return planned.map((stack) => provision_tell(stack, plannedOutcome(stack, run), run));
    if (refused.length === 0)
        return applyStacks(plan, run);
    const held = `Nothing was written, since ${refused.map(({ unit }) => unit.id).join(', ')} is refused.`;
    return planned.map((stack) => provision_tell(stack, refusalOf(stack, run.cluster) ?? blocked(held), run));
}
async function planStacks(run) {
    const { cluster, progress } = run;
    progress.emit({ kind: 'phase', title: `Plan the stacks of cluster ${cluster.name}` });
    const network = await resolveNetwork(cluster, run.networks);
    const clusterStack = await planClusterStack(network, run);
    const outputs = clusterStack.compared.stack?.outputs ?? {};
    const services = await inParallel(cluster.services, STACKS_AT_A_TIME, (service) => planServiceStack(service, outputs, run));
    const plan = { cluster: clusterStack, services: services.filter((stack) => stack !== undefined) };
    progress.emit({ kind: 'plan', units: [plan.cluster, ...plan.services].map(({ unit }) => unit) });
    await reportOrphans(run);
    return plan;
}
async function applyStacks({ cluster, services }, run) {
    run.progress.emit({ kind: 'phase', title: `Apply the stacks of cluster ${run.cluster.name}` });
    const { outcome, stack } = await withEnding(() => applyCluster(cluster, run), cluster.compared, run);
    const first = provision_tell({ ...cluster, compared: { ...cluster.compared, stack } }, outcome, run);
    if (!stack || !(0,model_outcome/* isGreen */.g)(outcome.kind)) {
        const waiting = `It stands on ${cluster.unit.id}, which is ${outcome.kind}.`;
        return [first, ...services.map((planned) => provision_tell(planned, blocked(waiting), run))];
    }
    const rest = await inParallel(services, STACKS_AT_A_TIME, async (planned) => {
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
    return refusalOf(stack, cluster) ?? (0,planned_changes/* plannedChanges */.I)(stack.unit, sameText(stack.desired.name));
}
function blocked(summary) {
    return { kind: 'blocked', summary, evidence: [], nextStep: 'Run again when that is resolved.' };
}
function provision_tell({ unit, compared, service }, outcome, { progress }) {
    progress.emit({ kind: 'outcome', unit: unit.id, outcome });
    return { unit, outcome, service: service?.name, stack: compared.stack };
}
function cancelledBeforePlan({ cluster }) {
    const id = stackUnitId((0,stack_names/* clusterStackName */.CW)(cluster.name));
    return {
        unit: { id, kind: 'stack', changes: [], dangers: [], needs: [], digest: (0,digest/* unitDigest */.vi)(id, [], ''), notes: [] },
        outcome: endings_CANCELLED,
        service: undefined,
        stack: undefined,
    };
}

// EXTERNAL MODULE: ./build/actions/config.js + 64 modules
var config = __webpack_require__(5723);
// EXTERNAL MODULE: ./build/actions/run.js + 12 modules
var run = __webpack_require__(6553);
;// CONCATENATED MODULE: ./build/actions/provision/outputs.js


/** An element of the output `clusters`. */
function clusterResult(cluster, results) {
    return {
        cluster: cluster.name,
        outcome: (0,model_outcome/* worstOutcome */.O)(results.map(({ outcome }) => outcome.kind)),
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
async function run_run(given, env) {
    const { mode, folder, inputs } = given;
    const current = (0,run/* startRun */.A)(env);
    if (mode === 'destroy') {
        const cluster = await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress);
        return finishDestroy(cluster, await destroy({ cluster, confirm: inputs.cluster, ...limits(given, current) }, ports(cluster, current, env)), current);
    }
    const clusters = mode === 'plan'
        ? await (0,config/* loadClusters */.q)(folder, inputs.cluster, current.progress)
        : [await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress)];
    const ended = [];
    for (const cluster of clusters) {
        const { results } = await provision({ cluster, mode, ...limits(given, current) }, ports(cluster, current, env));
        ended.push({ cluster, results });
    }
    const results = ended.flatMap((each) => each.results);
    const [only] = ended;
    return current.finish(mode === 'plan' ? 'Provision: plan' : 'Provision', results.map(({ unit, outcome }) => ({ name: unit.id, unit, outcome })), {
        changed: String(current.changed()),
        'plan-digest': (0,digest/* planDigest */.Gb)(results.map(({ unit }) => unit)),
        clusters: JSON.stringify(ended.map(({ cluster, results }) => clusterResult(cluster, results))),
        ...(only && ended.length === 1 ? clusterOutputs(only.cluster, only.results) : {}),
    });
}
function limits({ timeoutSeconds }, { signal }) {
    return { timeoutMs: timeoutSeconds * 1000, signal };
}
function ports({ region }, { clock, progress }, env) {
    const settings = { region };
    return {
        clock,
        progress,
        account: (0,account/* createAccount */._)(settings, env),
        stacks: (0,stacks/* createStacks */.i)(settings),
        networks: createNetworks(settings),
        instances: (0,instances/* createInstances */.J)(settings),
        roles: createRoles(settings),
        services: (0,services/* createServices */.h)(settings),
        logs: (0,logs/* createLogs */.Q)(settings),
        scaling: (0,scaling/* createScaling */.O)(settings),
    };
}
function finishDestroy(cluster, { results }, current) {
    const units = results.map(({ unit, outcome }) => ({ id: unit.id, outcome: outcome.kind, summary: outcome.summary }));
    const outcome = (0,model_outcome/* worstOutcome */.O)(results.map((result) => result.outcome.kind));
    return current.finish(`Destroy ${cluster.name}`, results.map(({ unit, outcome }) => ({ name: unit.id, unit, outcome })), { changed: String(current.changed()), clusters: JSON.stringify([{ cluster: cluster.name, outcome, units }]) });
}


/***/ })

};
