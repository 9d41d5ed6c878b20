export const id = 939;
export const ids = [939];
export const modules = {

/***/ 7939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var aws_account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/cloudformation/stacks.js + 4 modules
var cloudformation_stacks = __webpack_require__(542);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/services.js + 1 modules
var services = __webpack_require__(2442);
// EXTERNAL MODULE: ./build/adapters/aws/errors.js
var errors = __webpack_require__(2348);
// EXTERNAL MODULE: ./build/adapters/aws/first-use.js
var first_use = __webpack_require__(127);
// EXTERNAL MODULE: ./build/adapters/aws/json-shape.js
var json_shape = __webpack_require__(1817);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/ecs-client.js
var ecs_client = __webpack_require__(6454);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/service-views.js
var service_views = __webpack_require__(5193);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/tasks.js
var tasks = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/adapters/aws/ecs/standalone-tasks.js






function createStandaloneTasks(settings) {
    const ecs = (0,ecs_client/* ecsClient */.b)(settings);
    return {
        run: (cluster, request, tags) => (0,first_use/* callingOnFirstUse */.l)(`running a task of ${request['taskDefinition']}`, async () => {
            const input = { ...request, cluster, count: 1, tags: (0,json_shape/* tagList */.Tw)(tags) };
            return runTask(await ecs(), input);
        }),
        describe: (cluster, arn) => (0,errors/* calling */.X)(`describing task ${arn}`, async () => {
            const { sdk, client } = await ecs();
            const { tasks } = await client.send(new sdk.DescribeTasksCommand({ cluster, tasks: [arn] }));
            return tasks?.[0] && (0,service_views/* taskView */.vV)(tasks[0], new Map());
        }),
        startedBy: (cluster, startedBy) => (0,errors/* calling */.X)(`listing tasks started by ${startedBy}`, async () => (0,ecs_client/* unlessMissing */.F)([], async () => (0,tasks/* readTasks */.j)(await ecs(), cluster, { startedBy }))),
        ofFamily: (cluster, family, desiredStatus) => (0,errors/* calling */.X)(`listing tasks of ${family}`, async () => (0,ecs_client/* unlessMissing */.F)([], async () => (0,tasks/* readTasks */.j)(await ecs(), cluster, { family, desiredStatus }))),
        stop: (cluster, task, reason) => (0,errors/* calling */.X)(`stopping task ${task}`, async () => {
            const { sdk, client } = await ecs();
            await client.send(new sdk.StopTaskCommand({ cluster, task, reason }));
        }),
    };
}
async function runTask({ sdk, client }, input) {
    try {
        const { tasks = [], failures = [] } = await client.send(new sdk.RunTaskCommand(input));
        const [task] = tasks;
        if (task)
            return { kind: 'started', task: (0,service_views/* taskView */.vV)(task, new Map()) };
        const reasons = failures.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': '));
        return { kind: 'refused', reasons: [...new Set(reasons)] };
    }
    catch (error) {
        // Until the first instance has registered, ECS refuses the request as a whole.
        if (!(0,errors/* isAwsError */.m)(error, 'InvalidParameterException') || !/No Container Instances/i.test(String(error)))
            throw error;
        return { kind: 'refused', reasons: ['no container instances'] };
    }
}

// EXTERNAL MODULE: ./build/adapters/aws/ecs/task-definitions.js
var task_definitions = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/adapters/aws/images.js
var aws_images = __webpack_require__(2789);
// EXTERNAL MODULE: ./build/adapters/aws/instances.js
var instances = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/adapters/aws/logs.js
var logs = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/adapters/aws/lookups.js + 3 modules
var lookups = __webpack_require__(2042);
// EXTERNAL MODULE: ./build/adapters/aws/scaling.js
var scaling = __webpack_require__(9462);
// EXTERNAL MODULE: ./build/model/errors.js
var model_errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/adapters/aws/clients.js
var clients = __webpack_require__(1811);
;// CONCATENATED MODULE: ./build/adapters/aws/scheduled-tasks.js



function createScheduledTasks(settings) {
    const eventBridge = eventBridgeClient(settings);
    return {
        targets: (rule) => (0,errors/* calling */.X)(`reading the targets of rule ${rule}`, async () => {
            try {
                return (await readTargets(await eventBridge(), rule)).flatMap((target) => viewOf(rule, target) ?? []);
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, 'ResourceNotFoundException'))
                    return undefined;
                throw error;
            }
        }),
        move: (view, taskDefinitionArn) => (0,errors/* calling */.X)(`moving target ${view.targetId} of rule ${view.rule}`, async () => move(await eventBridge(), view, taskDefinitionArn)),
        revisionsInUse: (clusterArn, family) => (0,errors/* calling */.X)(`looking for rules that start tasks of ${family}`, async () => {
            const events = await eventBridge();
            const found = [];
            for (const rule of await readRuleNames(events, clusterArn))
                found.push(...(await readTargets(events, rule)).flatMap((target) => viewOf(rule, target) ?? []));
            return found.map(({ taskDefinition }) => taskDefinition).filter((arn) => arn.includes(`/${family}:`));
        }),
    };
}
function eventBridgeClient(settings) {
    return (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(612)]).then(__webpack_require__.t.bind(__webpack_require__, 6612, 19));
        return { sdk, client: new sdk.EventBridgeClient((0,clients/* clientConfig */.y)(settings)) };
    });
}
function viewOf(rule, { Id: targetId, EcsParameters: ecs }) {
    const taskDefinition = ecs?.TaskDefinitionArn;
    return targetId && taskDefinition ? { rule, targetId, taskDefinition } : undefined;
}
/** PutTargets replaces a target as a whole, so it is read again, and written as it is with another revision. */
async function move(events, { rule, targetId }, arn) {
    const target = (await readTargets(events, rule)).find(({ Id: id }) => id === targetId);
    if (!target?.EcsParameters)
        throw new model_errors/* ToolkitError */.h('SCHEDULED_TASK_UNSUITABLE', `Target ${targetId} of rule ${rule} was deleted in the meantime.`, {
            hint: 'Remove it from scheduledTasks, or create it again, then run the job again.',
        });
    if (target.EcsParameters.TaskDefinitionArn === arn)
        return;
    const moved = { ...target, EcsParameters: { ...target.EcsParameters, TaskDefinitionArn: arn } };
    const { FailedEntries: failed = [] } = await events.client.send(new events.sdk.PutTargetsCommand({ Rule: rule, Targets: [moved] }));
    const [first] = failed;
    if (!first)
        return;
    throw new model_errors/* ToolkitError */.h('AWS_REFUSED', `${first.ErrorCode}: ${first.ErrorMessage} (target ${targetId} of rule ${rule}).`, {
        hint: 'Correct the target as the message of AWS says, then run the job again.',
    });
}
async function readTargets({ sdk, client }, rule) {
    const found = [];
    let token;
    do {
        const page = await client.send(new sdk.ListTargetsByRuleCommand({ Rule: rule, ...(token && { NextToken: token }) }));
        found.push(...(page.Targets ?? []));
        token = page.NextToken;
    } while (token);
    return found;
}
async function readRuleNames({ sdk, client }, targetArn) {
    const found = [];
    let token;
    do {
        const input = { TargetArn: targetArn, ...(token && { NextToken: token }) };
        const page = await client.send(new sdk.ListRuleNamesByTargetCommand(input));
        found.push(...(page.RuleNames ?? []));
        token = page.NextToken;
    } while (token);
    return found;
}

// EXTERNAL MODULE: ./build/adapters/aws/targets.js
var targets = __webpack_require__(2881);
// EXTERNAL MODULE: ./build/adapters/aws/chunks.js
var chunks = __webpack_require__(2749);
;// CONCATENATED MODULE: ./build/adapters/aws/task-networks.js



/** How many values one filter of EC2 takes. */
const FILTERED = 200;
function createTaskNetworks(settings) {
    const ec2 = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 7574, 19));
        return { sdk, client: new sdk.EC2Client((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        freeAddresses: (subnetIds) => (0,errors/* calling */.X)(`describing subnets ${subnetIds.join(', ')}`, async () => {
            const { sdk, client } = await ec2();
            const { Subnets = [] } = await client.send(new sdk.DescribeSubnetsCommand({ SubnetIds: [...subnetIds] }));
            return summed(Subnets.map(({ AvailabilityZone, AvailableIpAddressCount = 0 }) => [
                AvailabilityZone,
                AvailableIpAddressCount,
            ]));
        }),
        mostInterfaces: (instanceTypes) => (0,errors/* calling */.X)(`describing instance types ${instanceTypes.join(', ')}`, async () => {
            const { sdk, client } = await ec2();
            const InstanceTypes = [...instanceTypes];
            const pages = await Array.fromAsync(sdk.paginateDescribeInstanceTypes({ client }, { InstanceTypes }));
            return new Map(pages
                .flatMap((page) => page.InstanceTypes ?? [])
                .flatMap(({ InstanceType, NetworkInfo }) => {
                const most = NetworkInfo?.MaximumNetworkInterfaces;
                return InstanceType === undefined || most === undefined ? [] : [[InstanceType, most]];
            }));
        }),
        attachedInterfaces: (ec2InstanceIds) => (0,errors/* calling */.X)('describing network interfaces', async () => {
            const { sdk, client } = await ec2();
            const answers = await (0,chunks/* chunked */.z)(ec2InstanceIds, FILTERED, (Values) => {
                const Filters = [{ Name: 'attachment.instance-id', Values }];
                return Array.fromAsync(sdk.paginateDescribeNetworkInterfaces({ client }, { Filters }));
            });
            const interfaces = answers.flat().flatMap((page) => page.NetworkInterfaces ?? []);
            return summed(interfaces.map(({ Attachment }) => [Attachment?.InstanceId, 1]));
        }),
    };
}
function summed(amounts) {
    const sums = new Map();
    for (const [key = '', amount] of amounts)
        sums.set(key, (sums.get(key) ?? 0) + amount);
    return sums;
}

// EXTERNAL MODULE: ./build/adapters/runner/http-probe.js
var http_probe = __webpack_require__(1109);
// EXTERNAL MODULE: ./build/adapters/runner/reviewed-file.js
var reviewed_file = __webpack_require__(6346);
// EXTERNAL MODULE: ./build/health/service/pause.js
var pause = __webpack_require__(9785);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/next-steps.js
var next_steps = __webpack_require__(9967);
// EXTERNAL MODULE: ./build/model/unit-id.js
var unit_id = __webpack_require__(974);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/differences/property-changes.js

/** Stands in a desired value for what only applying makes known, e.g. the ARN of a policy that does not exist yet. */
const KNOWN_AFTER_APPLY = '(known after apply)';
/** Differences as a reader may see them: a live value where `isPrivate` says so is never printed. */
function propertyChanges(differences, isPrivate = () => false) {
    return differences.map(({ path, before, after }) => ({
        path: path.join('.'),
        before: before !== undefined && isPrivate(path) ? { kind: 'secret' } : shown(before),
        after: shown(after),
    }));
}
function shown(value) {
    if (value === undefined)
        return { kind: 'absent' };
    const text = typeof value === 'string' ? value : (0,json/* canonicalJson */.dj)(value);
    return text.includes(KNOWN_AFTER_APPLY) ? { kind: 'known-after-apply' } : { kind: 'value', text };
}

;// CONCATENATED MODULE: ./build/plan/differences/json-differences.js

/**
 * Where two values differ. Objects are compared member by member, also against nothing, so that every difference is
 * about one value; lists are compared as a whole.
 */
function differences(before, after, path = []) {
    const [one, other] = [before ?? {}, after ?? {}];
    if ((0,json/* isJsonObject */.OW)(one) && (0,json/* isJsonObject */.OW)(other)) {
        const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
        if (names.length > 0)
            return names.flatMap((name) => differences(one[name], other[name], [...path, name]));
    }
    if ((0,json/* canonicalJson */.dj)(before) === (0,json/* canonicalJson */.dj)(after))
        return [];
    return [{ path, before, after }];
}

;// CONCATENATED MODULE: ./build/plan/task-definition/private-members.js
/**
 * Members of a task definition that hold no secret by what they are: names, sizes, switches, ARNs. Every other may hold
 * one, a member that ECS has yet to invent too. Each stands for all that is inside of it.
 */
const PUBLIC = {
    task: [
        'cpu',
        'enableFaultInjection',
        'ephemeralStorage',
        'executionRoleArn',
        'family',
        'inferenceAccelerators',
        'ipcMode',
        'memory',
        'networkMode',
        'pidMode',
        'placementConstraints',
        'proxyConfiguration.containerName',
        'proxyConfiguration.type',
        'requiresCompatibilities',
        'runtimePlatform',
        'taskRoleArn',
    ],
    container: [
        'cpu',
        'credentialSpecs',
        'dependsOn',
        'disableNetworking',
        'dnsSearchDomains',
        'dnsServers',
        'environmentFiles',
        'essential',
        'extraHosts',
        'firelensConfiguration.type',
        'healthCheck.interval',
        'healthCheck.retries',
        'healthCheck.startPeriod',
        'healthCheck.timeout',
        'hostname',
        'image',
        'interactive',
        'links',
        'linuxParameters',
        'logConfiguration.logDriver',
        'logConfiguration.options.awslogs-',
        'logConfiguration.secretOptions',
        'memory',
        'memoryReservation',
        'mountPoints',
        'portMappings',
        'privileged',
        'pseudoTerminal',
        'readonlyRootFilesystem',
        'repositoryCredentials',
        'resourceRequirements',
        'restartPolicy',
        'secrets',
        'startTimeout',
        'stopTimeout',
        'systemControls',
        'ulimits',
        'user',
        'versionConsistency',
        'volumesFrom',
        'workingDirectory',
    ],
    volume: [
        'configuredAtLaunch',
        'dockerVolumeConfiguration.autoprovision',
        'dockerVolumeConfiguration.driver',
        'dockerVolumeConfiguration.scope',
        'efsVolumeConfiguration',
        'fsxWindowsFileServerVolumeConfiguration',
        'host',
    ],
};
/** Whether a live value at this path of the normal form may be a secret. */
function isPrivate(path) {
    const { kind, member } = placeOf(path);
    return !PUBLIC[kind].some((known) => member === known || member.startsWith(known.endsWith('-') ? known : `${known}.`));
}
function placeOf(path) {
    const [list, , ...inside] = path;
    if (list === 'containerDefinitions')
        return { kind: 'container', member: inside.join('.') };
    if (list === 'volumes')
        return { kind: 'volume', member: inside.join('.') };
    return { kind: 'task', member: path.join('.') };
}

;// CONCATENATED MODULE: ./build/plan/task-definition/task-definition-normal.js

/**
 * A task definition in the form in which equal ones are equal: AWS's defaults filled in as DescribeTaskDefinition shows
 * them, lists keyed by what identifies their members, what says nothing left out.
 */
function normalTaskDefinition(definition) {
    const networkMode = definition['networkMode'] ?? 'bridge';
    const filled = {
        ...definition,
        networkMode,
        ...amount(definition, 'cpu', /^([\d.]+)\s*vcpu$/i),
        ...amount(definition, 'memory', /^([\d.]+)\s*gb$/i),
    };
    return normalObject(filled, networkMode !== 'bridge');
}
/**
 * What ECS fills in where nothing is stated, by the name of the list or member that holds the object
 * (RegisterTaskDefinition).
 */
const DEFAULTS = {
    containerDefinitions: { cpu: 0, essential: true, versionConsistency: 'enabled' },
    portMappings: { protocol: 'tcp' },
    healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
    dockerVolumeConfiguration: { scope: 'task', driver: 'local' },
    efsVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
    authorizationConfig: { iam: 'DISABLED' },
};
/**
 * Lists whose order means nothing, by the member that identifies an entry; `value` is all that is left of a name-value
 * pair.
 */
const KEYED = {
    containerDefinitions: { key: 'name' },
    environment: { key: 'name', value: 'value' },
    secrets: { key: 'name', value: 'valueFrom' },
    secretOptions: { key: 'name', value: 'valueFrom' },
    properties: { key: 'name', value: 'value' },
    volumes: { key: 'name' },
    ulimits: { key: 'name' },
    mountPoints: { key: 'containerPath' },
    tmpfs: { key: 'containerPath' },
    devices: { key: 'hostPath' },
    volumesFrom: { key: 'sourceContainer' },
    systemControls: { key: 'namespace', value: 'value' },
    extraHosts: { key: 'hostname', value: 'ipAddress' },
    dependsOn: { key: 'containerName', value: 'condition' },
    inferenceAccelerators: { key: 'deviceName', value: 'deviceType' },
};
const UNORDERED = new Set(['requiresCompatibilities', 'placementConstraints', 'resourceRequirements', 'add', 'drop']);
/** `portsAreFixed`: in the modes `awsvpc` and `host` a port that is not mapped is itself, elsewhere 0 (dynamic). */
function normalObject(object, portsAreFixed) {
    const members = Object.entries(object).flatMap(([name, value]) => {
        const normal = normalValue(name, value, portsAreFixed);
        return normal === undefined ? [] : [[name, normal]];
    });
    return Object.fromEntries(members);
}
function normalValue(name, value, portsAreFixed) {
    if (value === null || (value === false && name !== 'essential'))
        return undefined;
    if ((0,json/* isList */.Lv)(value))
        return value.length === 0 ? undefined : normalList(name, value, portsAreFixed);
    if (!(0,json/* isJsonObject */.OW)(value))
        return value;
    if (Object.keys(value).length === 0)
        return undefined;
    const normal = normalObject({ ...DEFAULTS[name], ...value }, portsAreFixed);
    return Object.keys(normal).length === 0 ? undefined : normal;
}
function normalList(name, list, portsAreFixed) {
    if (name === 'portMappings')
        return normalPorts(list, portsAreFixed);
    const keyed = KEYED[name];
    if (keyed)
        return Object.fromEntries(list.map((entry) => keyedEntry(name, entry, keyed, portsAreFixed)));
    const entries = list.map((entry) => ((0,json/* isJsonObject */.OW)(entry) ? normalObject(entry, portsAreFixed) : entry));
    return UNORDERED.has(name) ? entries.sort(json/* byCanonicalJson */.Oq) : entries;
}
function keyedEntry(name, entry, { key, value }, portsAreFixed) {
    if (!(0,json/* isJsonObject */.OW)(entry))
        return [(0,json/* canonicalJson */.dj)(entry), entry];
    const { [key]: identity, ...rest } = entry;
    if (value !== undefined)
        return [String(identity), rest[value] ?? ''];
    return [String(identity), normalObject({ ...DEFAULTS[name], ...rest }, portsAreFixed)];
}
/** Indexes mappings by container port; where several host ports lead to it, by host port too. */
function normalPorts(list, portsAreFixed) {
    const mappings = list.filter(json/* isJsonObject */.OW).map((mapping) => {
        const { containerPort, containerPortRange, ...rest } = mapping;
        const hostPort = containerPort === undefined ? {} : { hostPort: portsAreFixed ? containerPort : 0 };
        const filled = normalObject({ ...DEFAULTS['portMappings'], ...hostPort, ...rest }, portsAreFixed);
        return { port: `${containerPort ?? containerPortRange}/${filled['protocol']}`, filled };
    });
    const entries = mappings.map(({ port, filled }) => {
        const isAlone = mappings.filter((each) => each.port === port).length === 1;
        return [isAlone ? port : `${port} from ${filled['hostPort'] ?? 0}`, filled];
    });
    return Object.fromEntries(entries);
}
/** ECS stores `1 vCPU` as 1024 and `2 GB` as 2048. */
function amount(definition, name, unit) {
    const text = String(definition[name] ?? '').trim();
    const found = unit.exec(text);
    return found ? { [name]: String(Number(found[1]) * 1024) } : {};
}

// EXTERNAL MODULE: ./build/plan/unit.js
var unit = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/plan/digest.js
var digest = __webpack_require__(6084);
// EXTERNAL MODULE: ./build/model/rollout-bounds.js
var rollout_bounds = __webpack_require__(8025);
;// CONCATENATED MODULE: ./build/plan/service/service-settings-normal.js


/** Forms of settings in which equal ones are equal: ECS's defaults filled in, what is switched off reduced to that. */
function normalDeploymentConfiguration(value) {
    const { linearConfiguration, canaryConfiguration, ...stated } = present((0,json/* objectOf */.Xy)(value));
    return {
        strategy: 'ROLLING',
        ...rollout_bounds/* DEFAULT_PERCENTS */.$P,
        bakeTimeInMinutes: 0,
        ...stated,
        // What is left of another strategy means nothing.
        ...(stated['strategy'] === 'LINEAR' && { linearConfiguration }),
        ...(stated['strategy'] === 'CANARY' && { canaryConfiguration }),
        deploymentCircuitBreaker: whereEnabled(stated['deploymentCircuitBreaker'], {
            rollback: false,
            resetOnHealthyTask: true,
            thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
        }),
        alarms: whereEnabled(stated['alarms'], { rollback: false, alarmNames: [] }),
        earlySuccessCriteria: whereEnabled(stated['earlySuccessCriteria'], { sourceServiceRevisionCleanup: 'BLOCKING' }),
        lifecycleHooks: unordered((0,json/* listOf */.c3)(stated['lifecycleHooks']).map(normalHook)),
    };
}
function normalHook(hook) {
    const { lifecycleStages = [], timeoutConfiguration, ...stated } = present((0,json/* objectOf */.Xy)(hook));
    return {
        targetType: 'AWS_LAMBDA',
        ...stated,
        lifecycleStages: unordered(lifecycleStages),
        timeoutConfiguration: { timeoutInMinutes: 1440, action: 'ROLLBACK', ...(0,json/* objectOf */.Xy)(timeoutConfiguration) },
    };
}
function normalLoadBalancers(value) {
    return keyedBy(value, ({ targetGroupArn, loadBalancerName }) => String(targetGroupArn ?? loadBalancerName), {});
}
function normalCapacityProviderStrategy(value) {
    return keyedBy(value, ({ capacityProvider }) => String(capacityProvider), { weight: 0, base: 0 });
}
function normalNetworkConfiguration(value) {
    const { awsvpcConfiguration } = (0,json/* objectOf */.Xy)(value);
    if (awsvpcConfiguration === undefined)
        return {};
    const { subnets = [], securityGroups = [], assignPublicIp = 'DISABLED' } = (0,json/* objectOf */.Xy)(awsvpcConfiguration);
    return {
        awsvpcConfiguration: { subnets: unordered(subnets), securityGroups: unordered(securityGroups), assignPublicIp },
    };
}
/** `host` is another word for `instanceId`, and ECS describes `memory` as `MEMORY`. */
function normalPlacementStrategy(value) {
    return (0,json/* listOf */.c3)(value).map((entry) => {
        const { type, field } = (0,json/* objectOf */.Xy)(entry);
        if (field === undefined)
            return { type: type ?? '' };
        return { type: type ?? '', field: field === 'host' ? 'instanceid' : String(field).toLowerCase() };
    });
}
function normalServiceConnect(value) {
    const stated = (0,json/* objectOf */.Xy)(value);
    return stated['enabled'] === true ? present(stated) : { enabled: false };
}
/** A list whose order means nothing. */
function unordered(value) {
    return [...(0,json/* listOf */.c3)(value)].sort(json/* byCanonicalJson */.Oq);
}
function keyedBy(value, keyOf, defaults) {
    const entries = (0,json/* listOf */.c3)(value).map((entry) => {
        const stated = (0,json/* objectOf */.Xy)(entry);
        return [keyOf(stated), { ...defaults, ...present(stated) }];
    });
    return Object.fromEntries(entries);
}
function whereEnabled(value, defaults) {
    const stated = (0,json/* objectOf */.Xy)(value);
    return stated['enable'] === true ? { ...defaults, ...present(stated) } : { enable: false };
}
function present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, member]) => member !== null));
}

;// CONCATENATED MODULE: ./build/plan/service/service-settings.js

/** Every setting of a service but the task definition and the desired count. */
const SETTINGS = {
    availabilityZoneRebalancing: { effect: 'in place', described: 'service' },
    capacityProviderStrategy: {
        // Documented as in place, but tasks move only by a new deployment, and ECS has demanded one.
        effect: 'deploys',
        described: 'service',
        fallback: [],
        normal: normalCapacityProviderStrategy,
    },
    deploymentConfiguration: {
        effect: 'in place',
        described: 'service',
        fallback: {},
        normal: normalDeploymentConfiguration,
    },
    deploymentController: { effect: 'immutable', described: 'service', fallback: { type: 'ECS' } },
    enableECSManagedTags: { effect: 'in place', described: 'service', fallback: false },
    enableExecuteCommand: { effect: 'in place', described: 'service', fallback: false },
    gatewayConnectors: { effect: 'deploys', described: 'revision' },
    healthCheckGracePeriodSeconds: { effect: 'in place', described: 'service', fallback: 0 },
    launchType: { effect: 'immutable', described: 'service' },
    loadBalancers: { effect: 'deploys', described: 'service', fallback: [], normal: normalLoadBalancers },
    monitoring: { effect: 'in place', described: 'revision' },
    networkConfiguration: {
        effect: 'deploys',
        described: 'service',
        fallback: {},
        normal: normalNetworkConfiguration,
    },
    placementConstraints: { effect: 'in place', described: 'service', fallback: [], normal: unordered },
    placementStrategy: { effect: 'in place', described: 'service', fallback: [], normal: normalPlacementStrategy },
    platformVersion: { effect: 'deploys', described: 'service' },
    propagateTags: { effect: 'in place', described: 'service', fallback: 'NONE' },
    role: { effect: 'immutable', described: 'service', describedAs: 'roleArn' },
    schedulingStrategy: { effect: 'immutable', described: 'service', fallback: 'REPLICA' },
    serviceConnectConfiguration: {
        effect: 'deploys',
        described: 'deployment',
        fallback: { enabled: false },
        normal: normalServiceConnect,
    },
    serviceRegistries: { effect: 'deploys', described: 'service', fallback: [], normal: unordered },
    volumeConfigurations: { effect: 'deploys', described: 'deployment', fallback: [], normal: unordered },
    vpcLatticeConfigurations: { effect: 'deploys', described: 'deployment', fallback: [], normal: unordered },
};
/**
 * A setting that this table does not know yet: sent as it is stated, compared with what DescribeServices says of it.
 */
const UNKNOWN = { effect: 'in place', described: 'service' };
function settingOf(name) {
    return SETTINGS[name] ?? UNKNOWN;
}
/**
 * The live value of a setting as ECS describes it; undefined where ECS does not. `revision` is
 * DescribeServiceRevisions' answer.
 */
function describedSetting(name, live, revision) {
    const { described, describedAs = name } = settingOf(name);
    switch (described) {
        case 'service':
            return live.description[describedAs];
        case 'deployment':
            return primaryDeployment(live)?.[describedAs];
        case 'revision':
            return revision?.[describedAs];
    }
}
function primaryDeployment({ description }) {
    const deployments = description['deployments'];
    if (!Array.isArray(deployments))
        return undefined;
    return deployments.find((deployment) => deployment['status'] === 'PRIMARY');
}

;// CONCATENATED MODULE: ./build/plan/service/config-digests.js




/**
 * On a service: digests of what config has stated of it, newest first. A live value is known to come from git where the
 * digest of what holds it is among them, also after a rollback, or when another tool has deployed an image alone.
 */
const CONFIG_DIGESTS_TAG = 'ecs-gitops:config-digests';
/** As many of them as a tag's value has room for. */
const DIGEST_LENGTH = 16;
const MOST = 15;
function digestsOf(tags) {
    return (tags[CONFIG_DIGESTS_TAG] ?? '').split(' ').filter(Boolean);
}
/** The tag with these among its digests; nothing where it holds them already. */
function configDigestsTag(tags, digests) {
    const held = digestsOf(tags);
    const missing = digests.filter((digest) => !held.includes(digest));
    if (missing.length === 0)
        return {};
    return { [CONFIG_DIGESTS_TAG]: [...missing, ...held].slice(0, MOST).join(' ') };
}
/**
 * Whether config has stated a live task definition, the images of its containers aside: those may be another
 * repository's.
 */
function isStatedDefinition(definition, tags) {
    return digestsOf(tags).includes(definitionDigest(definition));
}
function definitionDigest(definition) {
    const { containerDefinitions, ...rest } = normalTaskDefinition(definition);
    const containers = Object.entries((0,json/* objectOf */.Xy)(containerDefinitions));
    const imageless = containers.map(([name, container]) => [name, (0,json/* isJsonObject */.OW)(container) ? without(container) : null]);
    return shortDigest({ ...rest, containerDefinitions: Object.fromEntries(imageless) });
}
/** Over the settings that may hold secrets. */
function settingsDigest(settings) {
    return shortDigest(privateSettings((name) => settings[name]));
}
function isStatedSettings(live, revision) {
    const digest = shortDigest(privateSettings((name) => describedSetting(name, live, revision)));
    return digestsOf(live.tags).includes(digest);
}
/**
 * Whether a live value at this path of a service's settings may be a secret: options of a log driver, what a hook is
 * told.
 */
function isPrivateSetting([name = '', member, part]) {
    if (name === 'serviceConnectConfiguration')
        return member === 'logConfiguration' && part === 'options';
    return name === 'deploymentConfiguration' && member === 'lifecycleHooks';
}
function privateSettings(describe) {
    const normal = (name) => {
        const { fallback = null, normal: form = (value) => value } = settingOf(name);
        return form(describe(name) ?? fallback);
    };
    const deployment = normal('deploymentConfiguration');
    return {
        serviceConnectConfiguration: normal('serviceConnectConfiguration'),
        lifecycleHooks: ((0,json/* isJsonObject */.OW)(deployment) && deployment['lifecycleHooks']) || [],
    };
}
function without({ image: _, ...rest }) {
    return rest;
}
function shortDigest(value) {
    return (0,digest/* digestOf */.ol)(value).slice(0, DIGEST_LENGTH);
}

// EXTERNAL MODULE: ./build/model/service-views.js
var model_service_views = __webpack_require__(354);
// EXTERNAL MODULE: ./build/model/source.js
var model_source = __webpack_require__(3589);
// EXTERNAL MODULE: ./build/model/strategy.js
var model_strategy = __webpack_require__(7669);
;// CONCATENATED MODULE: ./build/plan/service/service-changes.js




/**
 * Compares a live service's settings with the desired ones, field by field. `revision` is DescribeServiceRevisions'
 * answer.
 */
function changedSettings(desired, live, revision) {
    const names = [...new Set([...Object.keys(SETTINGS), ...Object.keys(desired)])].sort();
    const changed = names.flatMap((name) => {
        const found = settingDifferences(name, desired[name], describedSetting(name, live, revision));
        return found.length === 0 ? [] : [{ name, found }];
    });
    const sent = changed.filter(({ name }) => settingOf(name).effect !== 'immutable');
    const update = Object.fromEntries(sent.map(({ name }) => [name, toSend(name, desired[name], describedSetting(name, live, revision))]));
    const moves = sent.some(({ name }) => name === 'capacityProviderStrategy');
    return {
        found: changed.flatMap(({ found }) => found),
        update: moves ? { ...update, forceNewDeployment: true } : update,
        deploys: sent.some(({ name }) => settingOf(name).effect === 'deploys'),
    };
}
function settingDifferences(name, stated, live) {
    const { fallback, normal = (value) => value } = settingOf(name);
    if (stated === undefined && fallback === undefined)
        return [];
    if (name === 'launchType' && live === undefined)
        return [];
    const form = (value) => {
        const known = value ?? fallback;
        return known === undefined ? undefined : normal(known);
    };
    return differences(form(live), form(stated), [name]);
}
function toSend(name, stated, live) {
    const value = stated ?? settingOf(name).fallback ?? [];
    return name === 'deploymentConfiguration' ? wholeDeploymentConfiguration(value, live) : value;
}
const OFF = {
    deploymentCircuitBreaker: { enable: false, rollback: false },
    alarms: { enable: false, rollback: false, alarmNames: [] },
    earlySuccessCriteria: { enable: false },
    lifecycleHooks: [],
    bakeTimeInMinutes: 0,
};
/**
 * Always the whole block: whether ECS keeps or resets a member that is left out is undocumented. What is live and no
 * longer stated is switched off in so many words; nothing else is added, since a strategy refuses the members of
 * others.
 */
function wholeDeploymentConfiguration(stated, live) {
    if (!(0,json/* isJsonObject */.OW)(stated))
        return stated;
    const isLive = (name) => (0,json/* isJsonObject */.OW)(live) && Boolean(live[name]);
    const off = Object.entries(OFF).filter(([name]) => isLive(name) && stated[name] === undefined);
    return {
        strategy: 'ROLLING',
        ...rollout_bounds/* DEFAULT_PERCENTS */.$P,
        ...stated,
        ...Object.fromEntries(off),
    };
}

// EXTERNAL MODULE: ./build/plan/danger.js
var plan_danger = __webpack_require__(395);
// EXTERNAL MODULE: ./build/model/service-load-balancers.js
var service_load_balancers = __webpack_require__(7996);
// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/plan/stack/stack-losses.js
var stack_losses = __webpack_require__(621);
;// CONCATENATED MODULE: ./build/plan/stack/target-group-dangers.js





/** Target groups that the service leaves although requests may still come to them. */
function lostTargetGroups(changes) {
    const { service, outputs, live, desired, allow } = changes;
    const stack = outputs.service ?? {};
    const wanted = (0,service_load_balancers/* targetGroupPairsOf */.Z)(desired).flat();
    const kept = [...wanted, ...stackGroups(service, stack)];
    return (0,service_load_balancers/* targetGroupPairsOf */.Z)(live.description).flatMap((pair) => pair
        .filter((arn) => !kept.includes(arn))
        .flatMap((arn, index) => {
        const danger = { resource: service.name, property: 'loadBalancers', to: wanted.join(', ') || 'none' };
        if (pair.some((other) => kept.includes(other)) || isAlternateOf(arn, kept, stack)) {
            const loss = `ECS shifts traffic between its target groups, and ${arn} may have it now`;
            return [{ ...danger, loss, forbidden: stack_losses/* ALTERNATE_SEQUENCE */.tZ, allowed: false }];
        }
        const loss = `the tasks leave ${arn}: requests that it still gets are answered with 503`;
        return index === 0 ? [(0,plan_danger/* consented */.yg)(allow, { ...danger, loss })] : [];
    }));
}
/** The groups of entries whose traffic stays where it is, or goes to another entry already. */
function stackGroups({ loadBalancers }, stack) {
    return loadBalancers.flatMap((entry, index) => {
        const isQuiet = entry.attached === false && entry.rules.every((rule) => isShadowed(rule, loadBalancers));
        const outputs = [(0,stack_names/* targetGroupOutput */.sq)(index + 1), (0,stack_names/* alternateTargetGroupOutput */.se)(index + 1)];
        return isQuiet || (entry.attached !== false && entry.alternate) ? outputs.flatMap((key) => stack[key] ?? []) : [];
    });
}
/** Whether an attached entry has a rule for the same requests that comes first. */
function isShadowed(rule, loadBalancers) {
    return loadBalancers
        .filter(({ attached }) => attached !== false)
        .flatMap(({ rules }) => rules)
        .some(({ listenerPort, priority, conditions }) => listenerPort === rule.listenerPort &&
        priority < rule.priority &&
        (0,json/* canonicalJson */.dj)(conditions) === (0,json/* canonicalJson */.dj)(rule.conditions));
}
function isAlternateOf(arn, kept, stack) {
    const position = Object.keys(stack).find((key) => key.startsWith('Alternate') && stack[key] === arn);
    const first = position && stack[position.replace('Alternate', '')];
    return first !== undefined && kept.includes(first);
}

;// CONCATENATED MODULE: ./build/plan/service/service-dangers.js






/** Changes of a live service that can lose traffic, and those that ECS cannot make. */
function serviceDangers(changes) {
    return [...immutable(changes), ...lostTargetGroups(changes), ...noTasks(changes), ...stuckRollout(changes)];
}
function immutable({ service, found }) {
    return found
        .filter(({ path: [name = ''] }) => settingOf(name).effect === 'immutable')
        .map(({ path, after }) => ({
        ...named(service, path.join('.'), after),
        loss: `ECS cannot change it on a live service`,
        forbidden: `Add a second service with the new value and its own target group, shift the traffic to it, then remove ${service.name}; or put the old value back.`,
        allowed: false,
    }));
}
function noTasks({ service, live, desiredCount, allow }) {
    if (desiredCount !== 0 || live.desiredCount === 0)
        return [];
    return [(0,plan_danger/* consented */.yg)(allow, { ...named(service, 'desiredCount', 0), loss: 'every task of the service stops' })];
}
/**
 * A rolling deployment that may neither stop nor start a task never ends (aws-facts: the floor rounds up, the ceiling
 * down).
 */
function stuckRollout({ service, live, desired, desiredCount, deploys }) {
    const count = desiredCount ?? live.desiredCount;
    if (!deploys || count === 0 || (0,model_strategy/* shiftsTraffic */.ZI)(desired))
        return [];
    const { floor, ceiling } = (0,rollout_bounds/* taskBounds */.$t)(count, (0,rollout_bounds/* percentsOf */.mD)(desired));
    if (floor < ceiling)
        return [];
    return [
        {
            ...named(service, 'deploymentConfiguration', desired['deploymentConfiguration'] ?? {}),
            loss: `with ${count} tasks, at least ${floor} and at most ${ceiling} of them running, ECS can neither stop nor start one`,
            forbidden: 'Raise maximumPercent, or lower minimumHealthyPercent, in service.yaml.',
            allowed: false,
        },
    ];
}
function named(service, property, to) {
    const value = shown(to);
    return { resource: service.name, property, to: value.kind === 'value' ? value.text : undefined };
}

;// CONCATENATED MODULE: ./build/plan/service/desired-load-balancers.js




/** CreateService's `loadBalancers`: those that the service's tasks register in. */
function desiredLoadBalancers({ loadBalancers, settings }, outputs, live) {
    const shifts = (0,model_strategy/* shiftsTraffic */.ZI)(settings);
    return attached(loadBalancers).map((placed) => {
        const { containerName, containerPort, alternate } = placed.loadBalancer;
        const output = (name) => outputs?.[name] ?? KNOWN_AFTER_APPLY;
        const first = output((0,stack_names/* targetGroupOutput */.sq)(placed.position));
        if (!alternate)
            return { targetGroupArn: first, containerName, containerPort };
        const second = output((0,stack_names/* alternateTargetGroupOutput */.se)(placed.position));
        if (!shifts) {
            const rule = output((0,stack_names/* productionRuleOutput */.xs)(placed.position));
            return { targetGroupArn: servingGroup([first, second], rule, live), containerName, containerPort };
        }
        const [targetGroupArn, alternateTargetGroupArn] = inLiveOrder([first, second], live);
        const advancedConfiguration = {
            alternateTargetGroupArn,
            productionListenerRule: output((0,stack_names/* productionRuleOutput */.xs)(placed.position)),
            ...(placed.loadBalancer.testListenerRule && {
                testListenerRule: output((0,stack_names/* testRuleOutput */.C9)(placed.position)),
            }),
            roleArn: output(stack_names/* SERVICE_OUTPUTS */.Ht.infrastructureRoleArn),
        };
        return { targetGroupArn, containerName, containerPort, advancedConfiguration };
    });
}
/** Keys of the outputs that the entries need. */
function loadBalancerOutputs({ loadBalancers, settings }) {
    const shifts = (0,model_strategy/* shiftsTraffic */.ZI)(settings);
    return attached(loadBalancers).flatMap(({ loadBalancer, position }) => [
        (0,stack_names/* targetGroupOutput */.sq)(position),
        ...(loadBalancer.alternate ? [(0,stack_names/* alternateTargetGroupOutput */.se)(position), (0,stack_names/* productionRuleOutput */.xs)(position)] : []),
        ...(loadBalancer.alternate && shifts ? [stack_names/* SERVICE_OUTPUTS */.Ht.infrastructureRoleArn] : []),
        ...(loadBalancer.alternate && shifts && loadBalancer.testListenerRule ? [(0,stack_names/* testRuleOutput */.C9)(position)] : []),
    ]);
}
function attached(loadBalancers) {
    return loadBalancers
        .map((loadBalancer, index) => ({ loadBalancer, position: index + 1 }))
        .filter(({ loadBalancer }) => loadBalancer.attached !== false);
}
/**
 * ECS takes either group of a pair for the first and may answer with the other: the one that the service has stays the
 * first.
 */
function inLiveOrder([first, second], { service }) {
    const has = groupsOf(service);
    return has.includes(second) && !has.includes(first) ? [second, first] : [first, second];
}
/** A rolling deployment moves no traffic, so that its tasks have to be where the rule sends it. */
function servingGroup([first, second], rule, { service, forwards = [] }) {
    const forward = forwards.find(({ ruleArn }) => ruleArn === rule);
    if (!forward)
        return groupsOf(service).includes(second) ? second : first;
    const weightOf = (arn) => forward.targetGroups.find((targetGroup) => targetGroup.arn === arn)?.weight ?? 0;
    return weightOf(second) > weightOf(first) ? second : first;
}
/** Those that are the first of their pair. */
function groupsOf(service) {
    return (0,service_load_balancers/* loadBalancersOf */.$)(service?.description ?? {}).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
}

;// CONCATENATED MODULE: ./build/plan/service/service-desired.js





/**
 * CreateService's members that config and the stacks decide, without task definition, desired count, name and tags.
 * `live` decides between two target groups where ECS shifts traffic.
 */
function desiredSettings(service, outputs, live = {}) {
    const { settings } = service;
    const capacityProvider = outputs.cluster?.[stack_names/* CLUSTER_OUTPUTS */.K0.capacityProvider] ?? KNOWN_AFTER_APPLY;
    const ownCapacity = settings['launchType'] === undefined ? [{ capacityProvider, weight: 1, base: 0 }] : [];
    const { deploymentConfiguration } = settings;
    return {
        capacityProviderStrategy: ownCapacity,
        ...settings,
        ...(deploymentConfiguration !== undefined && {
            deploymentConfiguration: withHookRole(deploymentConfiguration, service, outputs),
        }),
        loadBalancers: desiredLoadBalancers(service, outputs.service, live),
    };
}
/** Hooks that invoke a function and name no role have the service's: the one that config gives, or the stack's. */
function withHookRole(configuration, { hookRole }, outputs) {
    if (!hookRole || !(0,json/* isJsonObject */.OW)(configuration))
        return configuration;
    const { lifecycleHooks } = configuration;
    if (!(0,json/* isList */.Lv)(lifecycleHooks))
        return configuration;
    const roleArn = hookRole.kind === 'existing' ? hookRole.arn : (outputs.service?.[stack_names/* SERVICE_OUTPUTS */.Ht.hookRoleArn] ?? KNOWN_AFTER_APPLY);
    return {
        ...configuration,
        lifecycleHooks: lifecycleHooks.map((hook) => (0,json/* isJsonObject */.OW)(hook) && hook['hookTargetArn'] !== undefined ? { roleArn, ...hook } : hook),
    };
}
/** Outputs that the service needs and the stacks do not have. */
function missingOutputs(cluster, service, outputs) {
    const needed = [stack_names/* CLUSTER_OUTPUTS */.K0.clusterName, stack_names/* CLUSTER_OUTPUTS */.K0.capacityProvider];
    const ofCluster = needed.filter((key) => outputs.cluster?.[key] === undefined);
    const own = [
        ...loadBalancerOutputs(service),
        ...(service.hookRole?.kind === 'created' ? [stack_names/* SERVICE_OUTPUTS */.Ht.hookRoleArn] : []),
    ];
    const ofService = own.filter((key) => outputs.service?.[key] === undefined);
    return [
        ...ofCluster.map((key) => `${key} of stack ${(0,stack_names/* clusterStackName */.CW)(cluster.name)}`),
        ...[...new Set(ofService)].map((key) => `${key} of stack ${(0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name)}`),
    ];
}
/** Throws NOT_PROVISIONED. */
function requireOutputs(cluster, service, outputs) {
    const missing = missingOutputs(cluster, service, outputs);
    if (missing.length === 0)
        return;
    throw new model_errors/* ToolkitError */.h('NOT_PROVISIONED', `Service ${service.name} cannot be deployed: output ${missing.join(', ')} is missing.`, { hint: 'Run provision for this cluster first, and let it finish.' });
}

// EXTERNAL MODULE: ./build/plan/service/service-tags.js
var service_tags = __webpack_require__(2071);
;// CONCATENATED MODULE: ./build/plan/service/service-update.js









/** How to create a service that does not exist. */
function planCreation({ service, outputs }) {
    const request = {
        ...desiredSettings(service, outputs),
        serviceName: service.name,
        ...((0,model_strategy/* isDaemon */.Hv)(service.settings) ? {} : { desiredCount: service.desiredCount }),
    };
    const change = {
        action: 'add',
        resource: 'service',
        type: 'AWS::ECS::Service',
        properties: [],
        certainty: 'certain',
        at: (0,model_source/* positionOf */.d)(service.source, []),
    };
    return { change, dangers: [], write: { kind: 'create', request } };
}
/** How to bring a live service to what is desired, with as few members as that takes. */
function planUpdate({ cluster, service, outputs }, { service: live, revision: described, forwards }, revision) {
    const desired = desiredSettings(service, outputs, { service: live, forwards });
    const settings = changedSettings(desired, live, described);
    const isSettled = service.scaling || (0,model_strategy/* isDaemon */.Hv)(service.settings) || live.desiredCount === service.desiredCount;
    const desiredCount = isSettled ? undefined : service.desiredCount;
    const deploys = settings.deploys || !('arn' in revision) || revision.arn !== live.taskDefinition;
    const retried = !deploys && hasFailed(live);
    const request = {
        ...settings.update,
        ...(desiredCount === undefined ? {} : { desiredCount }),
        ...(retried ? { forceNewDeployment: true } : {}),
    };
    const properties = [
        ...propertyChanges(settings.found, isStatedSettings(live, described) ? undefined : isPrivateSetting),
        ...(desiredCount === undefined ? [] : [changed('desiredCount', live.desiredCount, desiredCount)]),
        ...tagChanges((0,service_tags/* serviceTags */.Th)(cluster, service), live.tags),
        ...(retried ? [changed('deployments.PRIMARY', 'FAILED', 'a new deployment')] : []),
    ];
    const isUpdate = deploys || Object.keys(request).length > 0;
    return {
        change: properties.length === 0 ? undefined : serviceChange(service, live, properties, settings.found),
        dangers: serviceDangers({
            service,
            outputs,
            live,
            desired,
            found: settings.found,
            desiredCount,
            deploys: deploys || retried,
            allow: cluster.allow,
        }),
        write: isUpdate ? { kind: 'update', request, deploys: deploys || retried } : { kind: 'none' },
    };
}
function serviceChange(service, live, properties, found) {
    const path = found.length === 1 ? (found[0]?.path ?? []) : [];
    return {
        action: 'modify',
        resource: 'service',
        type: 'AWS::ECS::Service',
        physicalId: live.arn,
        properties,
        certainty: properties.some(({ after }) => after.kind === 'known-after-apply') ? 'known-after-apply' : 'certain',
        at: (0,model_source/* positionOf */.d)(service.source, path),
    };
}
/**
 * The deployment of what is already wanted has failed, and there was nothing to go back to: only a new one repairs
 * that.
 */
function hasFailed(service) {
    return (0,model_service_views/* primaryOf */.O)(service)?.rolloutState === 'FAILED';
}
function tagChanges(desired, live) {
    return Object.entries((0,service_tags/* missingTags */.Ys)(desired, live)).map(([key, value]) => changed(`tags.${key}`, live[key], value));
}
function changed(path, before, after) {
    return { path, before: shown(before), after: shown(after) };
}

;// CONCATENATED MODULE: ./build/plan/service/revision-move.js










/** What it takes to have a live service run `target`; nothing where it does so already. */
function planMove(cluster, { service, taskDefinition: live }, target) {
    const revision = 'arn' in target ? { arn: target.arn } : target;
    const definition = 'arn' in target ? target.definition : target.register;
    const isMoving = !('arn' in revision) || revision.arn !== service.taskDefinition;
    const isRetry = !isMoving && hasFailed(service);
    const changes = [
        ...definitionChanges(service, live, definition),
        ...serviceChanges(service, isMoving && 'arn' in revision ? revision.arn : undefined, isRetry),
    ];
    const id = (0,unit_id/* serviceUnitId */.L)(cluster, service.name);
    return {
        unit: (0,unit/* unitOf */.u)(id, 'service', changes, (0,json/* canonicalJson */.dj)({ revision })),
        service,
        revision,
        definition,
        request: isRetry ? { forceNewDeployment: true } : {},
    };
}
/** Both sides are live: what may be secret is printed only of a side that config has stated. */
function definitionChanges({ tags }, live, definition) {
    const found = differences(normalTaskDefinition(live.definition), normalTaskDefinition(definition));
    if (found.length === 0)
        return [];
    const isShown = (of, path) => !isPrivate(path) || isStatedDefinition(of, tags);
    const properties = found.map(({ path, before, after }) => ({
        path: path.join('.'),
        before: before === undefined || isShown(live.definition, path) ? shown(before) : { kind: 'secret' },
        after: after === undefined || isShown(definition, path) ? shown(after) : { kind: 'secret' },
    }));
    return [
        {
            action: 'modify',
            resource: 'task definition',
            type: 'AWS::ECS::TaskDefinition',
            physicalId: live.arn,
            properties,
            certainty: 'certain',
        },
    ];
}
function serviceChanges(service, arn, isRetry) {
    const properties = [
        ...(arn
            ? [
                {
                    path: 'taskDefinition',
                    before: shown((0,model_arn/* revisionName */.p)(service.taskDefinition)),
                    after: shown((0,model_arn/* revisionName */.p)(arn)),
                },
            ]
            : []),
        ...(isRetry ? [{ path: 'deployments.PRIMARY', before: shown('FAILED'), after: shown('a new deployment') }] : []),
    ];
    return properties.length === 0 ? [] : [revision_move_serviceChange(service, properties)];
}
function revision_move_serviceChange({ arn }, properties) {
    return {
        action: 'modify',
        resource: 'service',
        type: 'AWS::ECS::Service',
        physicalId: arn,
        properties,
        certainty: 'certain',
    };
}

;// CONCATENATED MODULE: ./build/engine/observe/current-service.js


/**
 * A service that is there, with the revision that it has. Throws INPUT_INVALID where ECS does not know it, or where
 * something else than ECS deploys it.
 */
async function observeCurrent(cluster, name, readService, taskDefinitions) {
    const service = await readService(name);
    if (!service) {
        throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `ECS has no service ${name} in cluster ${cluster}.`, {
            hint: 'Check the inputs cluster and service, AWS_REGION, and the account of the credentials.',
        });
    }
    const controller = service.description['deploymentController'];
    const type = (0,json/* objectOf */.Xy)(controller)['type'];
    if (type !== undefined && type !== 'ECS') {
        throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Service ${name} is deployed by ${type}, not by ECS.`, {
            hint: 'Only services with the deployment controller ECS can be deployed.',
        });
    }
    const taskDefinition = await taskDefinitions.describe(service.taskDefinition);
    if (taskDefinition)
        return { service, taskDefinition };
    throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `The task definition of service ${name}, ${service.taskDefinition}, no longer exists.`, {
        hint: 'Deploy the service from config, which registers a new revision.',
    });
}

// EXTERNAL MODULE: ./build/engine/observe/read-services.js
var read_services = __webpack_require__(4007);
// EXTERNAL MODULE: ./build/engine/deadline.js
var engine_deadline = __webpack_require__(3783);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(271);
// EXTERNAL MODULE: ./build/health/target/unhealthy-targets.js
var unhealthy_targets = __webpack_require__(4718);
// EXTERNAL MODULE: ./build/health/task/stopped-tasks.js
var stopped_tasks = __webpack_require__(7579);
;// CONCATENATED MODULE: ./build/health/service/service-events.js
/** What ECS writes while all goes well (aws-facts §1.8); everything else may explain a failure. */
const ORDINARY = [
    / has started \d+ tasks: (?!.*unhealthy)/,
    / has stopped \d+ running tasks/,
    / stopped \d+ pending tasks/,
    / registered \d+ targets/,
    / deregistered \d+ targets/,
    / has begun draining connections/,
    / deployment completed\.$/,
    / has reached a steady state\.$/,
    / rolling back to deployment /,
    / is AZ balanced /,
    /AZ Rebalanc/,
];
const HELD_BY_PERCENTS = /unable to stop or start tasks during a deployment because of the service deployment configuration/;
/** Events that may explain a failure, oldest first, repeated ones once. */
function tellingEvents(events, since) {
    const seen = new Set();
    return events
        .filter(({ at, message }) => at >= since && !ORDINARY.some((pattern) => pattern.test(message)))
        .toSorted((a, b) => a.at - b.at)
        .filter(({ message }) => {
        const kind = withoutIds(message);
        const isNew = !seen.has(kind);
        seen.add(kind);
        return isNew;
    });
}
function deploymentFailed({ message }, deploymentId) {
    return message.includes(`(deployment ${deploymentId}) deployment failed`);
}
/** Why ECS finds no place for a task, in its own words, from `… was unable to place a task …`. */
function placementProblem(events) {
    const message = events.findLast((event) => /unable to place (a task|tasks)/.test(event.message))?.message;
    return message?.replace(/^\(service [^)]*\) was /, '').replace(/ For more information, see .*$/, '');
}
/** Whether ECS says that the percents of the service let it neither start nor stop a task. */
function isHeldByPercents(events) {
    return events.some(({ message }) => HELD_BY_PERCENTS.test(message));
}
/** Why the load balancer found a target unhealthy: the `(reason …)` of ECS's event. */
function unhealthyReason(events) {
    const reasons = events.map(({ message }) => / is unhealthy in .* due to \(reason (.*)\)\.?$/.exec(message)?.[1]);
    return reasons.findLast((reason) => reason !== undefined);
}
function withoutIds(message) {
    return message.replace(/\((task|instance|port|container-instance) [^)]*\)/g, '($1)').replace(/[0-9a-f]{32}/g, '…');
}

;// CONCATENATED MODULE: ./build/health/service/failure-cause.js





const EVENTS_SHOWN = 5;
/** The load balancer's description of a target that said nothing. */
const TIMED_OUT = 'Request timed out';
/**
 * Why a deployment failed: what ended its tasks, else what the load balancer says of them, else why none could be
 * placed or started.
 */
function explainFailure({ stopped, targets, events }) {
    const groups = (0,stopped_tasks/* groupStops */.xS)(stopped);
    const { cause, kind } = mainCause(groups, targets, events);
    return {
        cause,
        evidence: [
            ...groups.map(groupText),
            ...targets.map(ownedTargetText),
            ...tellingEvents(events, 0)
                .slice(-EVENTS_SHOWN)
                .map(({ message }) => `ECS: ${message}`),
        ],
        nextStep: NEXT_STEPS[kind],
    };
}
function mainCause([group], targets, events) {
    // The event is of when the target was found so; by now its task may be stopping and answer nothing.
    const reason = unhealthyReason(events) ?? targets[0]?.target.description;
    if (group && group.cause !== 'target-health')
        return { cause: group.text, kind: group.cause };
    if (group || reason) {
        return {
            cause: `the load balancer finds the new tasks unhealthy: ${reason ?? group?.text}`,
            kind: reason === TIMED_OUT ? 'silence' : 'target-health',
        };
    }
    const placement = placementProblem(events);
    if (placement) {
        const kind = placement.includes('RESOURCE:ENI') ? 'interfaces' : 'placement';
        return { cause: `ECS cannot place the new tasks: ${placement}`, kind };
    }
    if (isHeldByPercents(events)) {
        return {
            cause: 'minimumHealthyPercent and maximumPercent let ECS neither stop nor start a task',
            kind: 'percents',
        };
    }
    return { cause: undefined, kind: 'unknown' };
}
function groupText({ text, tasks }) {
    const ids = tasks.slice(0, 5).map(({ arn }) => (0,model_arn/* arnName */.x)(arn));
    const reasons = new Set(tasks.map(({ stoppedReason }) => stoppedReason).filter((reason) => reason && reason !== text));
    const ecs = reasons.size > 0 ? ` [${[...reasons].join('; ')}]` : '';
    return `${(0,model_text/* counted */.h)(tasks.length, 'task')} stopped: ${text}${ecs} (${ids.join(', ')}${tasks.length > 5 ? ', …' : ''})`;
}
function ownedTargetText({ target, taskArn, containerName }) {
    const task = `task ${(0,model_arn/* arnName */.x)(taskArn)}`;
    return (0,unhealthy_targets/* targetText */.Z)(target, containerName === undefined ? ` (${task})` : ` (container ${containerName} of ${task})`);
}
const NEXT_STEPS = {
    image: 'Check that the image exists under exactly this name and that the instances may pull it, then commit the right one.',
    memory: "Raise the container's memory in task-definition.yaml, or find what uses it, and commit.",
    exit: "Read the container's last lines in this job's log, correct what they say, and commit.",
    'target-health': "Compare what the container answers on the health check's path and port with service.yaml; if it only needs longer to start, raise healthCheckGracePeriodSeconds.",
    silence: "Check that the container answers within the health check's timeout, and that a security group lets the load balancer in: the instances', or, with networkMode awsvpc, one of networkConfiguration at the container's port.",
    'container-health': 'Run the health check command inside the container; correct the command or the container, and commit.',
    start: 'Correct what keeps the task from starting, and commit.',
    instance: 'The instance failed, not the task: run the job again.',
    placement: 'Give the cluster room: a larger capacity.maxSize or instanceType in cluster.yaml, or smaller reservations in task-definition.yaml.',
    interfaces: 'An instance holds as many tasks of networkMode awsvpc as its type has network interfaces, less one: raise capacity.maxSize, choose a larger instanceType in cluster.yaml, or turn on awsvpcTrunking for the account.',
    percents: 'Raise maximumPercent or lower minimumHealthyPercent of the service, then run the job again.',
    other: 'Look the reason up in the ECS developer guide under stopped tasks, correct it, and commit.',
    unknown: "Look at the service's events and stopped tasks in the ECS console.",
};

;// CONCATENATED MODULE: ./build/plan/task-definition/task-definition-images.js



/** Reads lines of `[service/]container=image`; empty ones count for nothing. Throws INPUT_INVALID. */
function parseImageOverrides(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
        const found = /^(?:([^\s/=]+)\/)?([^\s/=]+)\s*=\s*(\S+)$/.exec(line);
        const [, service, container, image] = found ?? [];
        if (container !== undefined && image !== undefined)
            return { service, container, image };
        throw refused(`Input images: ${JSON.stringify(line)} is not [service/]container=image.`, EXAMPLE);
    });
}
/**
 * Makes sure that every override is for a container that config leaves to the app's own repository (`image: external`)
 * in one of the services. Throws INPUT_INVALID.
 */
function checkImageOverrides(overrides, services) {
    for (const override of overrides) {
        const owners = services.filter((service) => appliesTo(override, service) && findContainer(service, override.container) !== undefined);
        if (owners.length === 0) {
            const known = services.flatMap(({ name, taskDefinition }) => taskDefinition.containers.map((container) => `${name}/${container.name}`));
            throw refused(`Input images: no service of this run has a container ${[override.service, override.container].filter(Boolean).join('/')}.`, `Give one of: ${known.join(', ')}.`);
        }
        for (const service of owners)
            refuseOwned(service, override);
    }
}
/**
 * The image of each container: config's, or where config says `external` the override's, else the live one, else the
 * initial one.
 */
function imagesOf(service, overrides, live) {
    const images = service.taskDefinition.containers.map(({ name, image }) => {
        if (image.kind === 'config')
            return [name, image.image];
        const override = overrides.findLast((each) => appliesTo(each, service) && each.container === name);
        return [name, override?.image ?? liveImage(live, name) ?? image.initialImage];
    });
    return Object.fromEntries(images);
}
/** Config's task definition with every container's image in it: what RegisterTaskDefinition takes, family included. */
function withImages(service, images) {
    const { family, definition } = service.taskDefinition;
    const containers = containersOf(definition).map((container) => {
        const image = images[String(container['name'])];
        return image === undefined ? container : { ...container, image };
    });
    return { ...definition, family, containerDefinitions: containers };
}
function containersOf(definition) {
    const containers = definition?.['containerDefinitions'];
    return (0,json/* objectsOf */.iZ)(containers);
}
function refuseOwned(service, { container }) {
    const { source } = service.taskDefinition;
    if (findContainer(service, container)?.image.kind !== 'config')
        return;
    const index = containersOf(service.taskDefinition.definition).findIndex(({ name }) => name === container);
    const at = (0,model_source/* positionOf */.d)(source, ['containerDefinitions', index, 'image']);
    throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Input images: the image of container ${container} of service ${service.name} is owned by config${at ? ` (${at.file}:${at.line})` : ''}.`, {
        hint: 'Change the image there, in the repository that holds config; or write `image: external` with an `initialImage` in that file.',
        at,
    });
}
function appliesTo(override, service) {
    return override.service === undefined || override.service === service.name;
}
function findContainer(service, name) {
    return service.taskDefinition.containers.find((container) => container.name === name);
}
function liveImage(live, name) {
    const image = containersOf(live).find((container) => container['name'] === name)?.['image'];
    return typeof image === 'string' ? image : undefined;
}
const EXAMPLE = 'Write one container per line, e.g. `app=123456789012.dkr.ecr.eu-central-1.amazonaws.com/app@sha256:…`.';
function refused(message, hint) {
    return new model_errors/* ToolkitError */.h('INPUT_INVALID', message, { hint });
}

;// CONCATENATED MODULE: ./build/engine/diagnose/container-logs.js



const LINES = 20;
/** Shows the last lines of a task's containers, as far as their log driver is awslogs. Best effort: never throws. */
async function showContainerLogs(taskArn, definition, { logs, progress }) {
    const taskId = (0,model_arn/* arnName */.x)(taskArn);
    await Promise.all(logStreams(definition, taskId).map(async ({ container, group, stream }) => {
        const source = `${container} of task ${taskId}`;
        try {
            const lines = await logs.tail(group, stream, LINES);
            if (lines.length > 0)
                progress.emit({ kind: 'log-lines', source, lines });
        }
        catch (error) {
            progress.emit({ kind: 'warning', message: `Cannot read the log of ${source}: ${error}` });
        }
    }));
}
/**
 * The agent names a stream `<prefix>/<container>/<task id>`; without a prefix it is Docker's id, which only the
 * instance knows.
 */
function logStreams(definition, taskId) {
    return containersOf(definition).flatMap(({ name, logConfiguration }) => {
        const options = member(logConfiguration, 'options');
        const group = member(options, 'awslogs-group');
        const prefix = member(options, 'awslogs-stream-prefix');
        if (member(logConfiguration, 'logDriver') !== 'awslogs' || !group || !prefix)
            return [];
        return [{ container: String(name), group: String(group), stream: `${prefix}/${name}/${taskId}` }];
    });
}
function member(value, name) {
    return (0,json/* objectOf */.Xy)(value)[name];
}

;// CONCATENATED MODULE: ./build/engine/diagnose/diagnose-failure.js



/** The logs of this many tasks are shown, one for each way in which tasks failed. */
const TASKS_SHOWN = 2;
/** Says why a deployment failed, and shows the logs of tasks that tell it. Never throws. */
async function diagnoseFailure(evidence, events, definition, ports) {
    await evidence.look();
    const [stopped, targets] = [evidence.stopped(), evidence.unhealthy()];
    const ended = (0,stopped_tasks/* groupStops */.xS)(stopped).flatMap(({ tasks }) => tasks[0]?.arn ?? []);
    const told = [...new Set([...ended, ...targets.map(({ taskArn }) => taskArn)])].slice(0, TASKS_SHOWN);
    for (const arn of told)
        await showContainerLogs(arn, definition, ports);
    return explainFailure({ stopped, targets, events });
}

// EXTERNAL MODULE: ./build/health/target/serving-targets.js
var serving_targets = __webpack_require__(6406);
// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/engine/rollout/serving.js






/** DescribeServices has been seen to lag behind by ten seconds; what is behind for longer is told as it is. */
const SHOWN_WITHIN_MS = 30_000;
/** ECS calls a rollout successful when the targets were healthy; the load balancer is given so long to agree. */
const TARGETS_WITHIN_MS = 120_000;
/** However little time the run has left, there are a few looks. */
const LOOKS_WITHIN_MS = 15_000;
function targetsWithinMs(run) {
    return Math.max(LOOKS_WITHIN_MS, Math.min(TARGETS_WITHIN_MS, (0,engine_deadline/* remainingMs */.X)(run)));
}
/**
 * Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is
 * so.
 */
async function targetsProblem(run) {
    const groups = run.targetGroups;
    if (groups.length === 0) {
        await tellTasks(run);
        return undefined;
    }
    const waited = await (0,wait/* waitFor */.f)({
        subject: `targets of ${run.service.name}`,
        observe: () => observeServing(run, groups),
        assess: (view) => view.service?.desiredCount === 0 ? { state: 'healthy', message: 'no tasks are wanted' } : (0,serving_targets/* assessServing */.T)(view),
        withinMs: targetsWithinMs(run),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    run.progress.emit({ kind: 'tasks', service: run.service.name, tasks: waited.view.tasks });
    return waited.kind === 'healthy' ? undefined : waited.message;
}
/** Only for the timeline, so that a failure to read them is none of the deployment. */
async function tellTasks({ cluster, service, services, progress }) {
    try {
        const tasks = await services.tasks(cluster.name, service.name, 'RUNNING');
        progress.emit({ kind: 'tasks', service: service.name, tasks });
    }
    catch (error) {
        progress.emit({ kind: 'warning', message: `Cannot list the tasks of ${service.name} for the timeline: ${error}` });
    }
}
async function observeServing(run, groups) {
    const [service, tasks, targets] = await Promise.all([
        run.readService(run.service.name),
        run.services.tasks(run.cluster.name, run.service.name, 'RUNNING'),
        servingGroups(run, groups).then((serving) => Promise.all(serving.map((arn) => run.targets.health(arn)))),
    ]);
    return { service, tasks, targets: targets.flat() };
}
/** Where ECS shifts traffic, a healthy target counts only in a group that gets any. */
async function servingGroups({ productionRules, targets }, groups) {
    if (productionRules.length === 0)
        return groups;
    const forwards = await targets.forwards(productionRules);
    const receiving = forwards.flatMap(({ targetGroups }) => targetGroups.filter(({ weight }) => weight > 0));
    return groups.filter((group) => receiving.some(({ arn }) => arn === group));
}
/**
 * The service once DescribeServices no longer shows what was taken back: before, it tells of the wrong revision.
 * undefined where it cannot be read: how the deployment ended is known without it.
 */
async function observeTakenBack(run, deploymentId) {
    try {
        const { view: service } = await (0,wait/* waitFor */.f)({
            subject: run.service.name,
            observe: () => run.readService(run.service.name),
            assess: (view) => {
                const primary = view && (0,model_service_views/* primaryOf */.O)(view);
                const state = primary?.id === deploymentId ? 'pending' : 'healthy';
                return { state, message: `it is rolled back, and ECS still shows ${deploymentId}` };
            },
            withinMs: SHOWN_WITHIN_MS,
            everyMs: run.pollMs,
            signal: run.signal,
        }, run);
        return service;
    }
    catch (error) {
        if (!(error instanceof model_errors/* ToolkitError */.h))
            throw error;
        return undefined;
    }
}
/** What the service runs now, for a sentence; best effort. */
async function whatServes(run) {
    try {
        const live = await run.readService(run.service.name);
        const primary = live && (0,model_service_views/* primaryOf */.O)(live);
        if (!live || !primary)
            return 'nothing';
        return `${(0,model_arn/* revisionName */.p)(primary.taskDefinition)} (${primary.runningCount} of ${live.desiredCount} tasks running)`;
    }
    catch {
        return 'unknown';
    }
}

;// CONCATENATED MODULE: ./build/engine/rollout/paused.js



/** The deployment of a service that waits for an answer; undefined where none does. */
async function findPaused({ cluster, service, services, }) {
    const rolling = await services.deployments(cluster.name, service.name, { statuses: ['IN_PROGRESS'] });
    return rolling
        .map((deployment) => ({ deployment, hook: (0,pause/* awaitedHook */.lv)(deployment) }))
        .find((each) => each.hook !== undefined);
}
/** It goes as config says, and waits where config says: green, and not done. */
async function concludePaused(run, { followed, view }, hook) {
    const { deployment } = view;
    const traffic = deployment && (0,pause/* trafficText */.nR)(deployment);
    return {
        kind: 'paused',
        summary: `The deployment of ${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} is not done: ${deployment ? (0,pause/* pauseText */.Iy)(deployment, hook) : 'it is paused'}.`,
        evidence: [
            `It waits for hook ${hook.id}.`,
            ...(traffic ? [`The new tasks have ${traffic}.`] : []),
            `Running: ${await whatServes(run)}`,
        ],
        nextStep: answerStep(run),
    };
}
/** How a pause is answered, with the inputs to give. */
function answerStep({ cluster, service }) {
    return `Run deploy-service with mode: continue, cluster: ${cluster.name} and service: ${service.name}, and config where there is one; with action: rollback, the deployment is rolled back instead.`;
}

;// CONCATENATED MODULE: ./build/engine/rollout/timed-out.js



/** What it means that a deployment had not ended when the time was up. */
async function concludeTimedOut(run, rollout, definition) {
    const { followed, watch, view, verdict, late } = rollout;
    const explanation = await diagnoseFailure(watch.evidence, watch.events(), definition, run);
    const revision = (0,model_arn/* revisionName */.p)(followed.taskDefinition);
    return {
        kind: 'timed-out',
        summary: `The deployment of ${revision} did not finish in time: ${explanation.cause ?? late?.message ?? verdict.message}.`,
        evidence: [
            rollbackText(run, rollout),
            ...(view.service ? [] : ['ECS does not show the service.']),
            ...explanation.evidence,
            `Serving: ${await whatServes(run)}`,
        ],
        nextStep: explanation.cause
            ? explanation.nextStep
            : 'Find out what it waits for; raise timeout-seconds if it only needs more time.',
    };
}
function rollbackText({ settingsOwner }, { isOwn, late, proof, verdict }) {
    if (!isOwn)
        return 'It continues to roll out: this run did not start it.';
    const isAsked = late?.isAsked || proof !== undefined;
    if (!isAsked && verdict.state !== 'rolling-back')
        return `It continues to roll out: ${settingsOwner} does not enable rollback, or ECS did not accept the request.`;
    if (verdict.state === 'rolled-back')
        return 'ECS was asked to roll it back, and did.';
    return `${isAsked ? 'ECS was asked to roll it back' : 'ECS rolls it back by itself'}: ${verdict.message}.`;
}

;// CONCATENATED MODULE: ./build/engine/rollout/conclude.js






/**
 * What a rollout that ended means, with its cause where it did not do what was asked. `definition` is what was rolled
 * out: it names the log streams.
 */
async function conclude(run, rollout, definition) {
    const { verdict, followed, late } = rollout;
    const revision = (0,model_arn/* revisionName */.p)(followed.taskDefinition);
    const isOver = verdict.state === 'rolled-back' || verdict.state === 'failed';
    if (isOver && late?.isAsked)
        return concludeTimedOut(run, rollout, definition);
    switch (verdict.state) {
        case 'succeeded':
            return concludeSuccess(run, rollout, definition);
        case 'paused':
            return rollout.awaits ? concludePaused(run, rollout, rollout.awaits) : concludeTimedOut(run, rollout, definition);
        case 'rolled-back': {
            const service = await observeTakenBack(run, followed.id);
            if (rollout.proof)
                return concludeStopped(run, rollout, { proof: rollout.proof, service, definition });
            const { cause: found, evidence, nextStep } = await diagnose(run, rollout, definition);
            const cause = isExplained(rollout, verdict.message) ? undefined : found;
            return {
                kind: 'rolled-back',
                summary: `${revision} was rolled back: ${cause ?? verdict.message}.`,
                evidence: [
                    ...(cause ? [`ECS rolled back: ${verdict.message}`] : []),
                    ...evidence,
                    `Serving: ${await whatServes(run)}`,
                ],
                nextStep,
            };
        }
        case 'failed': {
            const { cause, evidence, nextStep } = await diagnose(run, rollout, definition);
            return {
                kind: 'failed',
                summary: `The deployment of ${revision} failed and was not rolled back: ${rollout.proof?.cause ?? cause ?? verdict.message}.`,
                evidence: [
                    ...(rollout.proof ? [stoppedText(rollout.proof)] : []),
                    `ECS: ${verdict.message}`,
                    ...evidence,
                    `The service stays as ECS left it: ${await whatServes(run)}`,
                ],
                nextStep,
            };
        }
        case 'superseded':
            return {
                kind: 'superseded',
                summary: `The deployment of ${revision} did not finish: ${verdict.message}.`,
                evidence: [`Serving: ${await whatServes(run)}`],
                nextStep: 'Find out who else deploys this service; run the job again if you want this commit to be deployed.',
            };
        case 'service-deleted':
            return {
                kind: 'failed',
                summary: `The deployment of ${revision} cannot finish: ${verdict.message}.`,
                evidence: [],
                nextStep: 'Run the job again: it creates the service again.',
            };
        case 'rolling':
        case 'rolling-back':
            if (rollout.proof && verdict.state === 'rolling')
                return concludeLeft(run, rollout, rollout.proof, definition);
            return concludeTimedOut(run, rollout, definition);
        case 'redeployed-by-others':
            throw new Error('a deployment that another one continued is followed on');
    }
}
/**
 * An alarm or a person's request is the whole reason: tasks that fail or are starting meanwhile need not have to do
 * with it.
 */
function isExplained({ view: { deployment } }, reason) {
    const isAlarm = (deployment?.triggeredAlarms ?? []).length > 0;
    return isAlarm || /\brollback was requested\b|^somebody asked\b/.test(reason);
}
/** This run stopped it, and ECS went back. */
async function concludeStopped(run, rollout, { proof, service, definition }) {
    const { evidence } = await diagnose(run, rollout, definition);
    const primary = service && (0,model_service_views/* primaryOf */.O)(service);
    const back = primary ? ` to ${(0,model_arn/* revisionName */.p)(primary.taskDefinition)}` : '';
    return {
        kind: 'rolled-back',
        summary: `${(0,model_arn/* revisionName */.p)(rollout.followed.taskDefinition)} was rolled back${back}: ${proof.cause}.`,
        evidence: [stoppedText(proof), ...evidence, `Serving: ${await whatServes(run)}`],
        nextStep: proof.nextStep,
    };
}
/** It is certain to fail, and there is nothing to go back to, or rollback is not switched on. */
async function concludeLeft(run, rollout, proof, definition) {
    const { followed } = rollout;
    const { evidence } = await diagnose(run, rollout, definition);
    const why = followed.earlier.length === 0
        ? 'there is nothing to roll back to'
        : `${run.settingsOwner} does not enable rollback`;
    return {
        kind: 'failed',
        summary: `The deployment of ${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} cannot succeed and is not rolled back: ${proof.cause}.`,
        evidence: [
            `This run did not wait for its end: ${proof.certainty}.`,
            ...evidence,
            `It stays, since ${why}: ECS keeps trying until its circuit breaker or a person stops ${followed.id}. Serving: ${await whatServes(run)}`,
        ],
        nextStep: proof.nextStep,
    };
}
function stoppedText({ certainty }) {
    return `This run asked ECS to stop it early: ${certainty}.`;
}
async function concludeSuccess(run, rollout, definition) {
    const problem = await targetsProblem(run);
    if (problem === undefined) {
        return { kind: 'deployed', summary: `${await whatServes(run)} serves.`, evidence: [] };
    }
    const { cause, evidence, nextStep } = await diagnose(run, rollout, definition);
    return {
        kind: 'failed',
        summary: `ECS reports that the deployment of ${(0,model_arn/* revisionName */.p)(rollout.followed.taskDefinition)} succeeded, but ${cause ?? problem}.`,
        evidence: [problem, ...evidence],
        nextStep,
    };
}
function diagnose(run, rollout, definition) {
    return diagnoseFailure(rollout.watch.evidence, rollout.watch.events(), definition, run);
}

;// CONCATENATED MODULE: ./build/health/service/service-deployment.js




/** DescribeServices has been seen to lag behind a write by up to ten seconds. */
const STALE_MS = 10_000;
/** A deployment that ECS no longer lists, without a word why, is looked for so long. */
const VANISHED_MS = 60_000;
/**
 * Judges one look at a deployment. Never by "the service is stable": a finished rollback is stable too. A rollback
 * counts as such only at its end, so that the verdict says what serves.
 */
function assessRollout(view, followed) {
    const { service, deployment, missingForMs } = view;
    if (!service) {
        if (missingForMs < STALE_MS)
            return { state: 'rolling', message: 'ECS does not show the service yet' };
        return { state: 'service-deleted', message: 'the service was deleted while it rolled out' };
    }
    if (service.status !== 'ACTIVE') {
        return {
            state: 'service-deleted',
            message: `the service was deleted while it rolled out: it is ${service.status}`,
        };
    }
    return (assessRollback(deployment) ??
        assessSuccessor(service, followed) ??
        (deployment ? assessServiceDeployment(view, service, deployment, followed) : undefined) ??
        assessListed(view, service, followed));
}
/** What the service deployment says of going back, before anything that DescribeServices may show meanwhile. */
function assessRollback(deployment) {
    switch (deployment?.status) {
        case 'ROLLBACK_SUCCESSFUL':
            return { state: 'rolled-back', message: rollbackReason(deployment) };
        case 'ROLLBACK_FAILED':
            return {
                state: 'failed',
                message: `the rollback failed: ${deployment.statusReason ?? rollbackReason(deployment)}`,
            };
        case 'ROLLBACK_REQUESTED':
        case 'ROLLBACK_IN_PROGRESS':
            return { state: 'rolling-back', message: `rolling back: ${rollbackReason(deployment)}` };
        case 'STOP_REQUESTED':
            return { state: 'rolling-back', message: 'somebody asked ECS to stop it' };
        default:
            return undefined;
    }
}
/** A PRIMARY deployment that is neither ours nor older has taken over. */
function assessSuccessor(service, followed) {
    const primary = (0,model_service_views/* primaryOf */.O)(service);
    if (!primary || primary.id === followed.id || followed.earlier.includes(primary.id))
        return undefined;
    if (primary.taskDefinition === followed.taskDefinition) {
        return { state: 'redeployed-by-others', by: primary, message: `${primary.id} deploys the same task definition` };
    }
    return {
        state: 'superseded',
        message: `somebody else's deployment ${primary.id} of ${(0,model_arn/* revisionName */.p)(primary.taskDefinition)} took over`,
    };
}
function assessServiceDeployment({ stoppedForMs }, service, deployment, followed) {
    switch (deployment.status) {
        case 'SUCCESSFUL':
            if ((0,model_service_views/* primaryOf */.O)(service)?.id !== followed.id) {
                return {
                    state: 'rolling',
                    message: 'ECS reports success; waiting until ECS shows this deployment as the one that serves',
                };
            }
            return { state: 'succeeded', message: `${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} serves` };
        case 'STOPPED':
            if (stoppedForMs < STALE_MS && !service_deployment_hasFailed(service, followed)) {
                return { state: 'rolling', message: 'ECS stopped it; waiting until ECS shows what took over' };
            }
            return { state: 'failed', message: `ECS stopped it and rolled nothing back: ${rollbackReason(deployment)}` };
        case 'PENDING':
        case 'IN_PROGRESS': {
            const hook = (0,pause/* awaitedHook */.lv)(deployment);
            if (hook)
                return { state: 'paused', message: (0,pause/* pauseText */.Iy)(deployment, hook), hook };
            return { state: 'rolling', message: progressText(service, deployment, followed) };
        }
        default:
            return undefined;
    }
}
function service_deployment_hasFailed({ deployments }, { id }) {
    return deployments.some((each) => each.id === id && each.rolloutState === 'FAILED');
}
/** Without a service deployment to go by: what DescribeServices lists under the deployment's id. */
function assessListed(view, service, followed) {
    const mine = service.deployments.find(({ id }) => id === followed.id);
    const primary = (0,model_service_views/* primaryOf */.O)(service);
    if (!mine)
        return assessVanished(view, service, followed);
    if (mine.status !== 'PRIMARY')
        return backToEarlier(primary, mine.rolloutStateReason);
    if (mine.rolloutState === 'FAILED') {
        return { state: 'failed', message: mine.rolloutStateReason ?? 'ECS gives no reason' };
    }
    if (mine.rolloutState === 'COMPLETED' && mine.runningCount === mine.desiredCount) {
        return { state: 'succeeded', message: `${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} serves` };
    }
    return { state: 'rolling', message: progressText(service, undefined, followed) };
}
function assessVanished({ missingForMs }, service, followed) {
    const event = service.events.find((each) => each.at >= followed.createdAt && deploymentFailed(each, followed.id));
    if (event)
        return backToEarlier((0,model_service_views/* primaryOf */.O)(service), event.message);
    if (missingForMs < VANISHED_MS)
        return { state: 'rolling', message: 'ECS does not list the deployment yet' };
    return { state: 'failed', message: `ECS no longer lists ${followed.id} and does not say why` };
}
/** An earlier deployment is PRIMARY again; the rollback is over when that one is COMPLETED. */
function backToEarlier(primary, reason) {
    const message = reason ?? 'ECS gives no reason';
    if (primary?.rolloutState === 'COMPLETED')
        return { state: 'rolled-back', message };
    return { state: 'rolling-back', message: `rolling back: ${message}` };
}
function rollbackReason(deployment) {
    const { rollback, statusReason, circuitBreaker, triggeredAlarms } = deployment;
    if (triggeredAlarms.length > 0)
        return `alarm ${triggeredAlarms.join(', ')} went off`;
    if (circuitBreaker?.status === 'TRIGGERED') {
        return `the circuit breaker gave up after ${circuitBreaker.failureCount} failed tasks (${circuitBreaker.threshold} are too many)`;
    }
    return (rollback?.reason ?? statusReason ?? 'somebody asked ECS to').replace(/\.$/, '');
}
function progressText(service, deployment, followed) {
    const mine = service.deployments.find(({ id }) => id === followed.id);
    if (!mine)
        return 'ECS does not list the deployment yet';
    if (mine.desiredCount === 0 && service.desiredCount > 0) {
        return `ECS has started no task of ${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} yet`;
    }
    const old = service.runningCount - mine.runningCount;
    return [
        `${mine.runningCount} of ${mine.desiredCount} tasks of ${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} running`,
        ...(mine.pendingCount > 0 ? [`${mine.pendingCount} starting`] : []),
        ...(mine.failedTasks > 0 ? [`${mine.failedTasks} failed`] : []),
        ...(old > 0 ? [`${old} old ones still running`] : []),
        ...(deployment?.lifecycleStage ? [deployment.lifecycleStage] : []),
        ...(deployment ? [(0,pause/* trafficText */.nR)(deployment) ?? []].flat() : []),
    ].join(', ');
}

;// CONCATENATED MODULE: ./build/engine/diagnose/rollout-evidence.js


function gatherEvidence(service, deploymentId, ports) {
    const tasks = new Map();
    const unhealthy = new Map();
    const { progress } = ports;
    let warned = false;
    const note = (ours, targets) => {
        for (const task of ours) {
            const known = tasks.get(task.arn);
            if (isStopped(task) && !(known && isStopped(known)) && !(0,stopped_tasks/* isReplaced */.tc)(task))
                progress.emit({ kind: 'task-stopped', service: service.name, task });
            tasks.set(task.arn, task);
        }
        if (ours.length > 0)
            progress.emit({ kind: 'tasks', service: service.name, tasks: ours });
        const found = (0,unhealthy_targets/* unhealthyTargets */.t)(ours, targets).filter((each) => !unhealthy.has(nameOf(each)));
        // The first reason is the telling one: a target whose task is already stopping fails its checks in other ways.
        for (const each of found)
            unhealthy.set(nameOf(each), each);
        if (found.length > 0)
            emitTargets(service, found, progress);
    };
    return {
        look: async () => {
            try {
                const [gone, running, ...health] = await Promise.all([
                    ports.services.tasks(service.cluster, service.name, 'STOPPED'),
                    ports.services.tasks(service.cluster, service.name, 'RUNNING'),
                    ...service.targetGroupArns.map((arn) => ports.targets.health(arn)),
                ]);
                const ours = [...running, ...gone].filter(({ startedBy }) => startedBy === deploymentId);
                note(ours, health.flat());
            }
            catch (error) {
                if (!warned)
                    progress.emit({ kind: 'warning', message: `Cannot look at the tasks of ${service.name}: ${error}` });
                warned = true;
            }
        },
        tasks: () => [...tasks.values()],
        stopped: () => [...tasks.values()].filter(isStopped),
        unhealthy: () => [...unhealthy.values()],
    };
}
function isStopped({ desiredStatus }) {
    return desiredStatus === 'STOPPED';
}
function nameOf({ target }) {
    return `${target.id}:${target.port}`;
}
function emitTargets({ targetGroupArns }, found, progress) {
    progress.emit({
        kind: 'targets',
        targetGroupArn: targetGroupArns.join(', '),
        targets: found.map(({ target }) => target),
    });
}

;// CONCATENATED MODULE: ./build/engine/rollout/service-deployment.js
/** `deployments` of DescribeServices and the service deployment are created together, but not at the same instant. */
const CREATED_TOGETHER_MS = 10_000;
/**
 * The service deployment of an entry in `deployments` of DescribeServices. Nothing says that their ids have the same
 * digits, so it is the one nearest in time whose target revision has the task definition. undefined while ECS does not
 * list it yet.
 */
async function findServiceDeployment({ cluster, service, services }, followed) {
    const createdAfter = followed.createdAt - CREATED_TOGETHER_MS;
    const listed = await services.deployments(cluster.name, service.name, { createdAfter });
    const candidates = listed.filter(({ createdAt, targetRevisionArn }) => targetRevisionArn && createdAt <= followed.createdAt + CREATED_TOGETHER_MS);
    if (candidates.length === 0)
        return undefined;
    const revisions = await services.revisions(candidates.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []));
    const distance = ({ createdAt }) => Math.abs(createdAt - followed.createdAt);
    return candidates
        .filter(({ targetRevisionArn }) => revisions.some(({ arn, taskDefinition }) => arn === targetRevisionArn && taskDefinition === followed.taskDefinition))
        .toSorted((a, b) => distance(a) - distance(b))[0];
}

;// CONCATENATED MODULE: ./build/engine/rollout/rollout-watch.js



function watchRollout(run, followed) {
    const { cluster, service, progress, clock } = run;
    const since = followed.createdAt;
    const events = new Map();
    const subject = { cluster: cluster.name, name: service.name, targetGroupArns: run.targetGroups };
    const evidence = gatherEvidence(subject, followed.id, run);
    let arn;
    let seenAt = clock.now();
    let stoppedAt;
    let shown = '';
    let looked = '';
    let started = 0;
    /** How often fewer of its tasks ran or started than before: ECS counts a failed one only later. */
    let lost = 0;
    const readDeployment = async () => {
        if (arn)
            return run.readDeployment(arn);
        const found = await findServiceDeployment(run, followed);
        arn = found?.arn;
        return found;
    };
    const tellEvents = (view) => {
        const fresh = view.events.filter(({ id, at }) => at >= since && !events.has(id));
        for (const event of fresh.toReversed()) {
            events.set(event.id, event);
            progress.emit({ kind: 'service-event', service: service.name, event });
        }
    };
    const tellProgress = (view, deployment) => {
        const counts = view.deployments.map((each) => [each.id, each.status, each.rolloutState, countsOf(each)].join());
        const { status, lifecycleStage, productionTrafficPercent, testTrafficPercent, hooks = [] } = deployment ?? {};
        const awaited = hooks.map((hook) => `${hook.id} ${hook.status}`);
        const traffic = [productionTrafficPercent, testTrafficPercent];
        const now = [status, lifecycleStage, ...traffic, ...awaited, ...counts].join(' ');
        if (now !== shown)
            progress.emit({ kind: 'rollout', service: service.name, view, deployment });
        shown = now;
    };
    /** Tasks are looked at only when something points at them: it takes several calls, and a good rollout needs none. */
    const lookAtTasks = async (view, deployment) => {
        const mine = view.deployments.find(({ id }) => id === followed.id);
        const failed = mine?.failedTasks ?? 0;
        const telling = tellingEvents([...events.values()], since).length;
        const count = mine ? mine.pendingCount + mine.runningCount : 0;
        if (count < started)
            lost += 1;
        started = count;
        const signs = [failed, telling, lost, deployment?.status.startsWith('ROLLBACK')].join();
        const isStopping = evidence.stopped().some(({ lastStatus }) => lastStatus !== 'STOPPED');
        if (failed + telling + lost > 0 && (signs !== looked || isStopping))
            await evidence.look();
        looked = signs;
    };
    return {
        evidence,
        serviceDeploymentArn: () => arn,
        events: () => [...events.values()],
        observe: async () => {
            const [view, deployment] = await Promise.all([run.readService(service.name), readDeployment()]);
            if (view?.deployments.some(({ id }) => id === followed.id))
                seenAt = clock.now();
            if (view) {
                tellEvents(view);
                tellProgress(view, deployment);
                await lookAtTasks(view, deployment);
            }
            if (deployment?.status === 'STOPPED')
                stoppedAt ??= clock.now();
            const stoppedForMs = clock.now() - (stoppedAt ?? clock.now());
            return { service: view, deployment, missingForMs: clock.now() - seenAt, stoppedForMs };
        },
    };
}
function countsOf({ desiredCount, runningCount, pendingCount, failedTasks, }) {
    return [desiredCount, runningCount, pendingCount, failedTasks].join('/');
}

;// CONCATENATED MODULE: ./build/engine/rollout/follow-rollout.js




/**
 * Follows a deployment by its own id until it has ended, whoever goes on with it; or until the time is up, when the
 * verdict is still `rolling`, `paused` or `rolling-back`. Throws the signal's reason when aborted.
 */
async function followRollout(run, first, { withinMs, signal, search, onContinued, endsAt = () => false }) {
    const deadline = run.clock.now() + withinMs;
    let current = first;
    for (;;) {
        const { followed, watch, isOwn } = current;
        const prove = current === first ? search : undefined;
        const { view: { view, proof }, } = await (0,wait/* waitFor */.f)({
            subject: `${run.service.name} ${followed.id}`,
            observe: async () => {
                const seen = await watch.observe();
                return { view: seen, proof: await prove?.(seen) };
            },
            assess: (seen) => {
                const health = healthOf(assessRollout(seen.view, followed), endsAt);
                return health.state === 'pending' && seen.proof ? { state: 'failed', message: seen.proof.cause } : health;
            },
            withinMs: (0,engine_deadline/* remainingMs */.X)({ deadline, clock: run.clock }),
            everyMs: run.pollMs,
            signal,
        }, run);
        const verdict = assessRollout(view, followed);
        if (verdict.state !== 'redeployed-by-others') {
            const awaits = verdict.state === 'paused' && endsAt(verdict.hook) ? verdict.hook : undefined;
            return { followed, watch, isOwn, view, verdict, proof, awaits };
        }
        const { id, createdAt } = verdict.by;
        const next = {
            id,
            createdAt,
            taskDefinition: followed.taskDefinition,
            earlier: [...followed.earlier, followed.id],
        };
        current = { followed: next, watch: watchRollout(run, next), isOwn: false };
        onContinued?.(current);
    }
}
/** Whether it had not ended when the time was up. */
function isUndecided({ verdict, awaits }) {
    const { state } = verdict;
    return state === 'rolling' || state === 'rolling-back' || (state === 'paused' && awaits === undefined);
}
function healthOf(verdict, endsAt) {
    const { state, message } = verdict;
    switch (state) {
        case 'paused':
            return { state: endsAt(verdict.hook) ? 'healthy' : 'pending', message };
        case 'rolling':
        case 'rolling-back':
            return { state: 'pending', message };
        case 'succeeded':
        case 'redeployed-by-others':
            return { state: 'healthy', message };
        case 'rolled-back':
        case 'failed':
        case 'superseded':
        case 'service-deleted':
            return { state: 'failed', message };
    }
}

// EXTERNAL MODULE: ./build/engine/repeated.js
var repeated = __webpack_require__(21);
// EXTERNAL MODULE: ./build/engine/write.js
var write = __webpack_require__(9240);
;// CONCATENATED MODULE: ./build/engine/rollout/ask-for-rollback.js




/** How long a rollback that this run asked for is followed. */
const ROLLBACK_WITHIN_MS = 15 * 60_000;
/** A deployment that was just made can be missing from ECS's lists for some seconds; a cancelled run has few more. */
const LISTED_WITHIN_MS = 6_000;
const LOOK_EVERY_MS = 500;
const REPEAT_EVERY_MS = 1_000;
/** Has ECS roll a deployment back, cancelled or not; false where it had ended or ECS does not take the request. */
async function askForRollback(run, { followed, watch }) {
    const what = `rollback of ${followed.id}`;
    const uncancelled = { ...run, signal: undefined };
    const find = () => (0,repeated/* repeated */.Z)(what, () => findServiceDeployment(run, followed), uncancelled, REPEAT_EVERY_MS);
    const deadline = run.clock.now() + LISTED_WITHIN_MS;
    let arn = watch.serviceDeploymentArn() ?? (await find())?.arn;
    while (!arn && run.clock.now() < deadline) {
        await run.clock.sleep(LOOK_EVERY_MS);
        arn = (await find())?.arn;
    }
    const found = arn;
    if (!found || !(await (0,repeated/* repeated */.Z)(what, () => run.services.rollBack(found), uncancelled, REPEAT_EVERY_MS)))
        return false;
    (0,write/* tellOfWrite */.k)(what, run);
    return true;
}
/** The same for a run that has more to tell than that ECS refuses: a warning says so, and it counts as not taken. */
async function askForRollbackOrWarn(run, watched) {
    try {
        return await askForRollback(run, watched);
    }
    catch (error) {
        if (!(error instanceof model_errors/* ToolkitError */.h))
            throw error;
        const message = `ECS was not asked to roll ${watched.followed.id} back: ${error.message} ${error.hint}`;
        run.progress.emit({ kind: 'warning', message });
        return false;
    }
}

;// CONCATENATED MODULE: ./build/engine/rollout/last-successful.js

/**
 * ARN of the task definition of the last deployment before this one that ECS calls successful: what served last, which
 * a deployment that failed and was left need not have done. ECS keeps deployments for 90 days.
 */
async function lastSuccessfulBefore(run, deployment) {
    const { cluster, service, services } = run;
    const [own, successful] = await Promise.all([
        findServiceDeployment(run, deployment),
        services.deployments(cluster.name, service.name, { statuses: ['SUCCESSFUL'] }),
    ]);
    const before = own?.createdAt ?? deployment.createdAt;
    const last = successful.find(({ arn, createdAt }) => arn !== own?.arn && createdAt < before);
    const [revision] = last?.targetRevisionArn ? await services.revisions([last.targetRevisionArn]) : [];
    return revision?.taskDefinition;
}

;// CONCATENATED MODULE: ./build/engine/rollout/can-roll-back.js


/**
 * Whether there is something to roll a deployment back to. DescribeServices alone does not say: of one that bakes, or
 * whose old tasks are gone, it lists nothing else.
 */
async function canRollBack(run, deployment) {
    if (deployment.earlier.length > 0)
        return true;
    const own = await findServiceDeployment(run, deployment);
    if (own && own.sourceRevisionArns.length > 0)
        return true;
    return (await lastSuccessfulBefore(run, deployment)) !== undefined;
}

;// CONCATENATED MODULE: ./build/engine/rollout/rolls-back.js


/**
 * Whether the service has ECS roll back by itself; then this toolkit asks for it too. Where ECS shifts traffic, the old
 * tasks stand by to take it back.
 */
function rollsBack({ settings }) {
    const configuration = settings['deploymentConfiguration'];
    if (!(0,json/* isJsonObject */.OW)(configuration))
        return false;
    if ((0,model_strategy/* shiftsTraffic */.ZI)(settings))
        return true;
    return [configuration['deploymentCircuitBreaker'], configuration['alarms']].some((monitor) => (0,json/* isJsonObject */.OW)(monitor) && monitor['enable'] === true && monitor['rollback'] === true);
}

;// CONCATENATED MODULE: ./build/engine/rollout/interrupt.js






/**
 * The time is up: where this run started the deployment and config has rollback on, ECS is asked for it, before
 * anything else; then it is followed to its end. Where ECS does not take the request, the deployment may just have
 * ended.
 */
async function stopLate(run, rollout) {
    const { state, message } = rollout.verdict;
    const mayAsk = state !== 'rolling-back' && rollout.isOwn && rollsBack(run.service);
    const asking = mayAsk ? askForRollbackOrWarn(run, rollout) : Promise.resolve(false);
    // What shows why it did not end is gone after the rollback.
    const [isAsked] = await Promise.all([asking, rollout.watch.evidence.look()]);
    const withinMs = isAsked || state === 'rolling-back' ? ROLLBACK_WITHIN_MS : 0;
    const end = await followRollout(run, rollout, { withinMs, signal: run.signal });
    return { ...end, late: { isAsked, message } };
}
/**
 * The run is cancelled: the runner leaves seconds, so ECS is asked for the rollback first and nothing is waited for. A
 * first deployment has nothing to go back to.
 */
async function endAtCancel(run, watched, hasLanded) {
    const { followed, isOwn } = watched;
    const end = hasLanded ? LANDED : await cancelRollout(run, watched);
    return {
        outcome: {
            kind: 'cancelled',
            summary: `Cancelled while ${(0,model_arn/* revisionName */.p)(followed.taskDefinition)} was rolling out; ${end.what}.`,
            evidence: [],
            nextStep: 'Run the job again to deploy; it waits for what is still under way.',
        },
        deploymentId: followed.id,
        isLanded: end.isLanded,
        isOwn,
    };
}
const LANDED = { what: 'its deployment had succeeded already', isLanded: true };
async function cancelRollout(run, watched) {
    const rolling = (what) => ({ what, isLanded: false });
    if (!watched.isOwn)
        return rolling('its deployment continues: this run did not start it');
    if (run.onCancel === 'leave')
        return rolling('its deployment continues, as on-cancel says');
    // Where that cannot be looked up, ECS decides.
    if (!(await canRollBack(run, watched.followed).catch(() => true)))
        return rolling('its deployment continues: there is nothing to roll back to');
    if (await askForRollbackOrWarn(run, watched))
        return rolling('ECS was asked to roll it back');
    return (await isLandedNow(watched))
        ? LANDED
        : rolling('its deployment had ended, or ECS did not accept the request to roll it back');
}
/** Best effort: the run has seconds left. */
async function isLandedNow({ followed, watch }) {
    const view = await watch.observe().catch(() => undefined);
    return view !== undefined && assessRollout(view, followed).state === 'succeeded';
}

;// CONCATENATED MODULE: ./build/health/target/wanted-tasks.js


/**
 * Healthy when as many tasks of the serving revision run as are wanted, and each of them is a healthy target where it
 * is one.
 */
function assessWanted(view, { count, hasTargets }) {
    const { service, tasks } = view;
    if (!service)
        return { state: 'failed', message: 'ECS does not know it' };
    if (count === 0)
        return { state: 'healthy', message: 'no tasks are wanted' };
    const running = tasks.filter(({ taskDefinition, lastStatus }) => taskDefinition === service.taskDefinition && lastStatus === 'RUNNING');
    const message = `${running.length} of ${count} tasks of ${(0,model_arn/* arnName */.x)(service.taskDefinition)} are running`;
    if (running.length < count)
        return { state: 'pending', message };
    return hasTargets ? (0,serving_targets/* assessServing */.T)(view) : { state: 'healthy', message };
}

;// CONCATENATED MODULE: ./build/engine/rollout/settled.js








/** Where no load balancer checks tasks, one that ends soon after its start is seen running for a moment, too. */
const LOOKS_WITHOUT_TARGETS = 3;
/** Older events of the service say nothing of the tasks that are missing now. */
const EVENTS_WITHIN_MS = 15 * 60_000;
/**
 * After a change that starts no deployment: waits until as many tasks run as are wanted, and the load balancer agrees.
 * Where autoscaling owns the count, there is no count to wait for.
 */
async function settleCount(run, { definition, desiredCount }) {
    if (run.service.scaling)
        return { outcome: await settled(run, 'deployed', definition) };
    const writtenAt = run.clock.now();
    const waited = await (0,wait/* waitFor */.f)({
        subject: run.service.name,
        observe: () => run.readService(run.service.name),
        assess: (view, now) => {
            if (!view)
                return { state: 'pending', message: 'ECS does not show the service' };
            const message = `${view.runningCount} of ${view.desiredCount} tasks running`;
            const isBehind = desiredCount !== undefined && view.desiredCount !== desiredCount;
            if (isBehind && now - writtenAt < SHOWN_WITHIN_MS)
                return { state: 'pending', message: `ECS does not show yet that ${desiredCount} tasks are wanted` };
            return { state: view.runningCount === view.desiredCount ? 'healthy' : 'pending', message };
        },
        withinMs: (0,engine_deadline/* remainingMs */.X)(run),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    if (waited.kind === 'healthy')
        return { outcome: await settled(run, 'deployed', definition) };
    return {
        outcome: {
            kind: 'timed-out',
            summary: `The settings were changed, but the service did not settle in time: ${waited.message}.`,
            evidence: [],
            nextStep: "Look at the service's events for what keeps tasks from starting.",
        },
    };
}
/**
 * Whether what is wanted also serves, where nothing rolls: as many tasks run as are wanted, and the load balancer finds
 * them healthy. While autoscaling waits for instances, the tasks that it must have at least are enough.
 */
async function settled(run, kind, definition) {
    const hasTargets = run.targetGroups.length > 0;
    const needed = hasTargets ? 1 : LOOKS_WITHOUT_TARGETS;
    let looks = 0;
    const waited = await (0,wait/* waitFor */.f)({
        subject: `tasks of ${run.service.name}`,
        observe: () => observeServing(run, run.targetGroups),
        assess: (view) => {
            const health = assessWanted(view, { count: view.service?.desiredCount ?? 0, hasTargets });
            looks = health.state === 'healthy' ? looks + 1 : 0;
            const isEnough = looks === 0 || looks >= needed || view.service?.desiredCount === 0;
            return isEnough ? health : { state: 'pending', message: `${health.message}; checking whether they stay` };
        },
        withinMs: targetsWithinMs(run),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    const { view, message } = waited;
    run.progress.emit({ kind: 'tasks', service: run.service.name, tasks: view.tasks });
    const serves = async (evidence) => ({
        kind,
        summary: `${await whatServes(run)} serves, ${run.asWanted}.`,
        evidence,
    });
    if (waited.kind === 'healthy')
        return serves([]);
    const { stopped, ...found } = await explain(run, view.service, definition);
    const least = { count: Math.max(1, run.service.scaling?.minCapacity ?? 1), hasTargets };
    if (run.service.scaling && stopped === 0 && assessWanted(view, least).state === 'healthy') {
        const rest = `${message}; autoscaling asks for more than the ${least.count} that are required, and no task has failed`;
        run.progress.emit({ kind: 'warning', message: `${run.service.name}: ${rest}.` });
        return serves([`${rest}.`, ...found.evidence]);
    }
    return {
        kind: 'failed',
        summary: `The service is ${run.asWanted}, but does not serve: ${message}${found.cause ? `: ${found.cause}` : ''}.`,
        evidence: found.evidence,
        nextStep: found.cause
            ? found.nextStep
            : "Look at the health of the service's targets and at the log of its containers.",
    };
}
/** Why tasks are missing, with the number of those that failed. */
async function explain(run, service, definition) {
    const subject = { cluster: run.cluster.name, name: run.service.name, targetGroupArns: run.targetGroups };
    const evidence = gatherEvidence(subject, (service && (0,model_service_views/* primaryOf */.O)(service)?.id) ?? '', run);
    const since = run.clock.now() - EVENTS_WITHIN_MS;
    const events = (service?.events ?? []).filter(({ at }) => at >= since);
    const explanation = await diagnoseFailure(evidence, events, definition, run);
    return { ...explanation, stopped: evidence.stopped().filter((task) => !(0,stopped_tasks/* isReplaced */.tc)(task)).length };
}

;// CONCATENATED MODULE: ./build/engine/rollout/asked-rollback.js







/**
 * Follows a rollback that a person asked for to its end: that is what was to be done. undefined where the deployment
 * succeeded before ECS took the request.
 */
async function followAskedRollback(run, watched, { isAsked, definition }) {
    const { id, taskDefinition } = watched.followed;
    try {
        const rollout = await followRollout(run, watched, { withinMs: (0,engine_deadline/* remainingMs */.X)(run), signal: run.signal });
        const end = isUndecided(rollout) ? await stopLate(run, rollout) : rollout;
        switch (end.verdict.state) {
            case 'succeeded':
                return undefined;
            case 'rolled-back':
                await observeTakenBack(run, id);
                return { outcome: await settled(run, isAsked ? 'deployed' : 'unchanged', definition), deploymentId: id };
            case 'rolling':
            case 'paused':
            case 'rolling-back':
            case 'failed':
            case 'superseded':
            case 'redeployed-by-others':
            case 'service-deleted':
                return { outcome: await conclude(run, end, definition), deploymentId: id };
        }
    }
    catch (error) {
        if (!run.signal?.aborted || !isAsked)
            throw error;
        return { outcome: cancelled((0,model_arn/* revisionName */.p)(taskDefinition)), deploymentId: id };
    }
}
function cancelled(revision) {
    return {
        kind: 'cancelled',
        summary: `Cancelled while ECS rolled ${revision} back, as this run had asked; ECS continues that.`,
        evidence: [],
        nextStep: "Look at the service's deployments to see how it ends.",
    };
}

;// CONCATENATED MODULE: ./build/plan/rollout/bake-time.js


/** Stages at which a pause comes before any production traffic is shifted. */
const BEFORE_SHIFT = ['RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT'];
const EACH_SHIFT = 'PRE_PRODUCTION_TRAFFIC_SHIFT';
const AFTER_SHIFT = 'POST_PRODUCTION_TRAFFIC_SHIFT';
/**
 * For how many minutes a deployment with these settings does nothing but watch, at the least: between its shifts, and
 * after the last. One number for each stretch that no PAUSE hook interrupts, since a run ends where it meets one.
 */
function bakeMinutes(settings) {
    const { deploymentConfiguration } = settings;
    const configuration = (0,json/* objectOf */.Xy)(deploymentConfiguration);
    const pauses = pauseStages(configuration);
    const stretches = [0];
    const pauseAt = (...stages) => {
        if (stages.some((stage) => pauses.includes(stage)))
            stretches.push(0);
    };
    const watch = (minutes) => {
        stretches.push((stretches.pop() ?? 0) + minutes);
    };
    pauseAt(...BEFORE_SHIFT);
    for (const minutes of stepMinutes(settings, configuration)) {
        pauseAt(EACH_SHIFT);
        watch(minutes);
    }
    pauseAt(AFTER_SHIFT);
    watch((0,model_strategy/* strategyOf */.xS)(settings) === 'ROLLING' ? 0 : Number(configuration['bakeTimeInMinutes'] ?? 0));
    return stretches;
}
/** How long is waited after each shift; not after the one that reaches 100 percent. */
function stepMinutes(settings, configuration) {
    switch ((0,model_strategy/* strategyOf */.xS)(settings)) {
        case 'ROLLING':
            return [];
        case 'BLUE_GREEN':
            return [0];
        case 'CANARY': {
            const canary = (0,json/* objectOf */.Xy)(configuration['canaryConfiguration']);
            return Number(canary['canaryPercent']) === 100 ? [0] : [Number(canary['canaryBakeTimeInMinutes'] ?? 10), 0];
        }
        case 'LINEAR': {
            const linear = (0,json/* objectOf */.Xy)(configuration['linearConfiguration']);
            const steps = Math.ceil(100 / Number(linear['stepPercent'] ?? 10));
            const minutes = Number(linear['stepBakeTimeInMinutes'] ?? 6);
            return Array.from({ length: steps }, (_, index) => (index < steps - 1 ? minutes : 0));
        }
    }
}
function pauseStages({ lifecycleHooks }) {
    if (!(0,json/* isList */.Lv)(lifecycleHooks))
        return [];
    return lifecycleHooks
        .filter(json/* isJsonObject */.OW)
        .filter(({ targetType }) => targetType === 'PAUSE')
        .flatMap(({ lifecycleStages }) => (0,json/* listOf */.c3)(lifecycleStages).map(String));
}

;// CONCATENATED MODULE: ./build/engine/rollout/bake-time-deadline.js


/** Beside bake times: tasks that start and stop. */
const MARGIN_SECONDS = 600;
/**
 * Why a deployment cannot end, or reach its next pause, in the run's time, known before anything is written: its bake
 * times alone are longer. `from` is where it begins, or the stage at which it is paused.
 */
function tooLittleTime(run, from) {
    const minutes = stretchAhead(bakeMinutes(run.service.settings), from);
    if (minutes === 0 || minutes * 60_000 < (0,engine_deadline/* remainingMs */.X)(run))
        return undefined;
    const seconds = Math.round((0,engine_deadline/* remainingMs */.X)(run) / 1000);
    return {
        kind: 'blocked',
        summary: `Nothing was written: bake times alone take ${minutes} minutes, but this run has only ${seconds} seconds and would then roll the deployment back.`,
        evidence: [],
        nextStep: `Give timeout-seconds of at least ${minutes * 60 + MARGIN_SECONDS}, or shorten the bake times of ${run.settingsOwner}.`,
    };
}
/** Of several pauses before the last nothing says which one it is: the longest stretch counts. */
function stretchAhead(stretches, from) {
    if (from === 'start')
        return stretches[0] ?? 0;
    if (from.stage === 'POST_PRODUCTION_TRAFFIC_SHIFT')
        return stretches.at(-1) ?? 0;
    return Math.max(0, ...stretches.slice(1));
}

;// CONCATENATED MODULE: ./build/engine/rollout/idle.js






/**
 * Waits until nothing is under way that a new deployment would disturb: a deployment of somebody else, or above all a
 * rollback, from which a third deployment could not be rolled back (aws-facts §1.3). Returns why nothing can be written
 * where something still is when the time is up, or stands still for an answer that only a person gives.
 */
async function waitUntilIdle(run) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: run.service.name,
        observe: async () => {
            const view = await run.readService(run.service.name);
            const current = underWay(view) === undefined ? undefined : view?.currentServiceDeployment;
            return { view, deployment: current === undefined ? undefined : await run.readDeployment(current) };
        },
        assess: ({ view, deployment }) => {
            const busy = underWay(view);
            const hook = deployment && (0,pause/* awaitedHook */.lv)(deployment);
            if (!busy)
                return { state: 'healthy', message: 'nothing is under way' };
            return hook
                ? { state: 'failed', message: `${busy}, and ${(0,pause/* pauseText */.Iy)(deployment, hook)}` }
                : { state: 'pending', message: busy };
        },
        withinMs: (0,engine_deadline/* remainingMs */.X)(run),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    switch (waited.kind) {
        case 'healthy':
            return undefined;
        case 'failed':
            return {
                kind: 'blocked',
                summary: `Nothing was written: ${waited.message}.`,
                evidence: [],
                nextStep: answerStep(run),
            };
        case 'timed-out':
            return stillBusy(waited.message);
    }
}
function stillBusy(busy) {
    return {
        kind: 'blocked',
        summary: `Nothing was written: ${busy}, and still was at the deadline.`,
        evidence: [],
        nextStep: 'Run the job again when it has ended.',
    };
}
/** What is under way, as a reader names it. */
function underWay(service) {
    if (!service)
        return undefined;
    if (service.status === 'DRAINING')
        return 'the service is being deleted';
    const primary = rollingPrimary(service);
    if (!primary)
        return undefined;
    const what = isRollback(service, primary) ? 'a rollback to' : `deployment ${primary.id} of`;
    return `${what} ${(0,model_arn/* revisionName */.p)(primary.taskDefinition)} is under way`;
}
/** The deployment that rolls, where it is not a rollback. */
function rollingDeployment(service) {
    const primary = rollingPrimary(service);
    return primary && !isRollback(service, primary) ? primary : undefined;
}
function rollingPrimary(service) {
    const primary = (0,model_service_views/* primaryOf */.O)(service);
    return primary?.rolloutState === 'IN_PROGRESS' ? primary : undefined;
}
/** A rollback makes an older deployment PRIMARY again; it starts no new one. */
function isRollback({ deployments }, primary) {
    return deployments.some(({ createdAt }) => createdAt > primary.createdAt);
}
/** A deployment that is under way already, to be followed. */
function followedOf({ deployments }, { id, createdAt, taskDefinition }) {
    return { id, createdAt, taskDefinition, earlier: deployments.map((each) => each.id).filter((each) => each !== id) };
}

;// CONCATENATED MODULE: ./build/health/proof/failed-rounds.js

const ROUNDS = 2;
/**
 * Proof in exit codes: every task of two successive rounds has ended by itself. A single round proves nothing, since an
 * application may exit until its database answers. `tasks` are all that the deployment has started; the caller makes
 * sure that none was ever healthy.
 */
function proveByExits(tasks) {
    const rounds = roundsOf(tasks);
    const failed = rounds.slice(0, ROUNDS);
    if (failed.length < ROUNDS || !failed.flat().every(hasExited))
        return undefined;
    const last = failed.at(-1)?.[0];
    if (!last)
        return undefined;
    return {
        kind: 'exit',
        cause: (0,stopped_tasks/* explainStop */.cV)(last).text,
        certainty: `all tasks of ${ROUNDS} rounds in a row ended like that, and none was ever healthy`,
        nextStep: "Read the container's last lines in this job's log, correct what they say, and commit. If it only waits for something, let it wait instead of exiting, or set failFast: false in service.yaml.",
    };
}
/** A task belongs to the round after the last one of which a task had begun to stop before this one was created. */
function roundsOf(tasks) {
    const rounds = [];
    for (const task of tasks.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
        const before = rounds.findLastIndex((round) => round.some((each) => endOf(each) <= (task.createdAt ?? 0)));
        const round = rounds[before + 1];
        if (round)
            round.push(task);
        else
            rounds.push([task]);
    }
    return rounds;
}
function endOf({ stoppingAt, stoppedAt }) {
    return stoppingAt ?? stoppedAt ?? Number.POSITIVE_INFINITY;
}
function hasExited(task) {
    const { cause } = (0,stopped_tasks/* explainStop */.cV)(task);
    return task.stopCode === 'EssentialContainerExited' && (cause === 'exit' || cause === 'memory');
}

;// CONCATENATED MODULE: ./build/health/proof/percents-proof.js


/** Proof that ECS may neither start nor stop a task, at any count: it says so, and the numbers agree. */
function proveByPercents(events, { counts: [least, most], ...percents }) {
    if (!isHeldByPercents(events))
        return undefined;
    const { minimumHealthyPercent, maximumPercent } = percents;
    for (let count = least; count <= most; count++) {
        const { floor, ceiling } = (0,rollout_bounds/* taskBounds */.$t)(count, percents);
        if (floor < ceiling)
            return undefined;
    }
    return {
        kind: 'percents',
        cause: `with minimumHealthyPercent ${minimumHealthyPercent} and maximumPercent ${maximumPercent} ECS may neither stop nor start one of ${most} tasks`,
        certainty: 'ECS says so itself, and the numbers do not change while it rolls',
        nextStep: 'Raise maximumPercent or lower minimumHealthyPercent under deploymentConfiguration in service.yaml.',
    };
}

;// CONCATENATED MODULE: ./build/model/placement-expression.js
const COMPARISON = /^\s*attribute:([\w.-]+)\s*(==|!=)\s*['"]?([\w.-]+)['"]?\s*$/;
/**
 * What all instances of a launch template have in common; zone and subnet differ, and others can be set at any time.
 */
const SHARED = ['ecs.instance-type', 'ecs.cpu-architecture', 'ecs.os-type'];
/** Of ECS's cluster query language only comparisons of one attribute are read; undefined for other expressions. */
function readComparison(expression) {
    const [, attribute, operator, value] = COMPARISON.exec(expression) ?? [];
    return attribute && value ? { attribute, isEqual: operator === '==', value } : undefined;
}
/** An attribute that the instance does not have is equal to nothing. */
function isMet({ attribute, isEqual, value }, attributes) {
    return (attributes[attribute] === value) === isEqual;
}
/** Whether what one instance has tells what others of its launch template have. */
function isSharedByInstances({ attribute }) {
    return SHARED.includes(attribute);
}

;// CONCATENATED MODULE: ./build/health/proof/placement-proof.js

/**
 * Proof that no instance of the cluster can ever hold the task: it needs more than a whole instance has, or what no
 * instance launched alike can have. Instances to come are like those of `instanceType`, so that one of these must be
 * among the ones seen.
 */
function proveByPlacement(needs, instances, instanceType) {
    const alike = instances.find(({ status, attributes }) => status === 'ACTIVE' && attributes['ecs.instance-type'] === instanceType);
    const [misfit] = alike ? misfits(needs, alike) : [];
    if (!misfit || instances.some((instance) => misfits(needs, instance).length === 0))
        return undefined;
    return {
        kind: 'placement',
        cause: `no instance of the cluster can ever hold the task: ${misfit}`,
        certainty: `every instance that joins is a ${instanceType} too`,
        nextStep: 'Reserve less in task-definition.yaml or choose a larger capacity.instanceType in cluster.yaml; remove a port or constraint that no instance meets.',
    };
}
function misfits(needs, instance) {
    const { registeredCpu, registeredMemoryMiB, reservedPorts } = instance;
    const taken = needs.hostPorts.find((port) => reservedPorts.includes(port));
    return [
        ...(needs.cpu > registeredCpu ? [`it reserves ${needs.cpu} CPU units, and a whole one has ${registeredCpu}`] : []),
        ...(needs.memoryMiB > registeredMemoryMiB
            ? [`it reserves ${needs.memoryMiB} MiB of memory, and a whole one has ${registeredMemoryMiB}`]
            : []),
        ...(taken === undefined ? [] : [`host port ${taken} belongs to the instance itself`]),
        ...needs.memberOf
            .filter((expression) => isUnmet(expression, instance))
            .map((expression) => `none meets the constraint ${expression}`),
    ];
}
/** Only what all instances to come share is judged; of other expressions nothing is said. */
function isUnmet(expression, { attributes }) {
    const comparison = readComparison(expression);
    if (!comparison || !isSharedByInstances(comparison) || attributes[comparison.attribute] === undefined)
        return false;
    return !isMet(comparison, attributes);
}

;// CONCATENATED MODULE: ./build/health/proof/stop-proof.js

/**
 * What passes by itself: rate limits, time-outs, a registry or AWS that cannot be reached, an expired token, a full
 * disk. Where a text holds one of these, nothing else in it proves anything.
 */
const PASSING = [
    /too ?many ?requests|rate.?limit|rate exceeded|throttl|quota exceeded/i,
    /time[ds]?.?out|deadline exceeded|request ?cancell?ed/i,
    /connection (refused|reset|closed)|no such host|\bdial (tcp|udp)\b|\blookup \S+ on\b|server misbehaving|\bEOF\b/i,
    /network is unreachable|no route to host|handshake|send request failed|broken pipe|certificate/i,
    /status( code)?:? (429|5\d\d)\b|service unavailable|internal ?server|bad gateway|gateway time|temporar/i,
    /InternalError|InternalFailure|ServerException|ServiceUnavailable|token has expired|expired ?token|no space left/i,
];
const PULL = /CannotPull|pull image manifest|failed to resolve ref/;
const SECRET = /secret|\bssm\b|parameter|registry auth|\bkms\b/i;
/** What the agent, Docker and the registries write (aws-facts §1.8, §1.9); the first that matches counts. */
const FAMILIES = [
    {
        kind: 'platform',
        pattern: /does not contain descriptor matching platform|no matching manifest for \S+|no match for platform in manifest|exec format error|operating system "[^"]*" cannot be used on this platform/i,
    },
    {
        kind: 'secret',
        about: SECRET,
        pattern: /ResourceNotFoundException|can't find the specified secret|invalid (ssm )?parameters?\b|ParameterNotFound|did not contain json key|marked for deletion|scheduled for deletion/i,
    },
    {
        kind: 'access',
        about: new RegExp(`${PULL.source}|${SECRET.source}|\\becr:`, 'i'),
        pattern: /AccessDenied|is not authorized to perform|no basic auth credentials|unauthorized: (authentication required|incorrect username or password|access)/i,
    },
    {
        kind: 'image',
        about: PULL,
        pattern: /not found|manifest unknown|name unknown|repository does not exist|does not exist in the registry|no such (image|manifest)|invalid reference format/i,
    },
    { kind: 'access', about: PULL, pattern: /\bdenied\b/i },
];
/**
 * Proof in what a task says of its end: the next task of the same revision cannot fare better. One that has run got all
 * that it cannot do without: a container that is not essential may have failed all the same.
 */
function proveByStop(task) {
    if (task.startedAt !== undefined)
        return undefined;
    const texts = [...task.containers.map(({ reason }) => reason), task.stoppedReason];
    for (const text of texts) {
        if (text === undefined || PASSING.some((pattern) => pattern.test(text)))
            continue;
        const family = FAMILIES.find(({ about, pattern }) => (about ?? pattern).test(text) && pattern.test(text));
        if (!family)
            continue;
        const { kind } = family;
        const cause = PULL.test(text) ? (0,stopped_tasks/* explainStop */.cV)(task).text : `${CAUSES[kind]}: ${text}`;
        return { kind, cause, certainty: 'every further task would end the same way', nextStep: stop_proof_NEXT_STEPS[kind] };
    }
    return undefined;
}
const CAUSES = {
    image: 'an image does not exist',
    access: 'the task lacks a permission that it needs to start',
    platform: 'the image is built for another platform than the instances have',
    secret: 'a secret or parameter that the task needs does not exist',
};
const stop_proof_NEXT_STEPS = {
    image: 'Push the image under exactly this name, or commit the name of one that exists.',
    access: 'Give this permission to the execution role (for images, to the instance role too), then run the job again.',
    platform: "Build the image for the instances' platform (docker buildx build --platform), push it, and commit its name.",
    secret: 'Create it under exactly this name, or commit the right one under secrets in task-definition.yaml.',
};

;// CONCATENATED MODULE: ./build/health/proof/prove-failure.js




/**
 * Proof that a deployment cannot succeed, or nothing. Once one of its tasks was healthy no task's end proves anything:
 * the others may fare as well.
 */
function proveFailure(seen) {
    const { tasks, wasHealthy, events, needs, instances, instanceType, limits, failFast } = seen;
    const stopped = tasks.filter(({ desiredStatus }) => desiredStatus === 'STOPPED');
    const isPlaced = tasks.some(({ containerInstanceArn }) => containerInstanceArn !== undefined);
    return ((wasHealthy ? undefined : firstOf(stopped, proveByStop)) ??
        (isPlaced ? undefined : proveByPlacement(needs, instances, instanceType)) ??
        proveByPercents(events, limits) ??
        (wasHealthy || !failFast ? undefined : proveByExits(tasks)));
}
function firstOf(tasks, prove) {
    for (const task of tasks) {
        const proof = prove(task);
        if (proof)
            return proof;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/health/task/task-health.js
/** Without a load balancer or a check of its own a task counts as healthy so long after it runs (aws-facts §1.10). */
const SETTLED_MS = 40_000;
/** Whether a task was healthy, as far as it tells by itself. */
function wasHealthyByItself({ healthStatus, startedAt, stoppingAt, stoppedAt }, hasTargets) {
    if (healthStatus === 'HEALTHY')
        return true;
    const end = stoppingAt ?? stoppedAt;
    if (hasTargets || startedAt === undefined || end === undefined)
        return false;
    return end - startedAt >= SETTLED_MS;
}

;// CONCATENATED MODULE: ./build/model/own-instances.js

/**
 * Whether tasks with these settings (CreateService's, RunTask's, or what DescribeServices says) run on the cluster's
 * own instances: not on Fargate, nor on those of another capacity provider, which may be of any type.
 */
function runsOnOwnInstances({ launchType, capacityProviderStrategy }, capacityProviderName) {
    const strategy = (0,json/* objectsOf */.iZ)(capacityProviderStrategy);
    if (strategy.length === 0)
        return launchType === 'EC2';
    return strategy.every(({ capacityProvider }) => capacityProvider === capacityProviderName);
}

;// CONCATENATED MODULE: ./build/plan/rollout/task-needs.js


/**
 * What ECS reserves for a task: a size of the task itself, else the sum over its containers, of two memory limits the
 * soft one. `settings` are the service's. A size that cannot be read counts as nothing.
 */
function taskNeeds(definition, settings) {
    const containers = containersOf(definition);
    const sum = (amount) => containers.reduce((total, container) => total + (Number(amount(container) ?? 0) || 0), 0);
    return {
        cpu: size(definition['cpu'], /vcpu/i) ?? sum(({ cpu }) => cpu),
        memoryMiB: size(definition['memory'], /gb/i) ?? sum(({ memory, memoryReservation }) => memoryReservation ?? memory),
        hostPorts: definition['networkMode'] === 'awsvpc' ? [] : containers.flatMap(hostPorts),
        memberOf: [...membersOf(definition), ...membersOf(settings)],
    };
}
/** `"512"`, or with its larger unit `"0.5 vCPU"` and `"0.5 GB"`. */
function size(value, unit) {
    if (value === undefined || value === null)
        return undefined;
    const text = String(value);
    const amount = Number(text.replace(unit, ''));
    if (Number.isNaN(amount))
        return 0;
    return unit.test(text) ? amount * 1024 : amount;
}
function hostPorts({ portMappings }) {
    if (!(0,json/* isList */.Lv)(portMappings))
        return [];
    return portMappings.flatMap((mapping) => (0,json/* isJsonObject */.OW)(mapping) && mapping['protocol'] !== 'udp' ? Number(mapping['hostPort']) || [] : []);
}
function membersOf({ placementConstraints }) {
    if (!(0,json/* isList */.Lv)(placementConstraints))
        return [];
    return placementConstraints.flatMap((constraint) => (0,json/* isJsonObject */.OW)(constraint) && constraint['type'] === 'memberOf' ? String(constraint['expression'] ?? '') : []);
}

;// CONCATENATED MODULE: ./build/health/target/newly-healthy.js
function oldTargets(targets) {
    return new Set(targets.filter(({ state }) => state === 'healthy').map(newly_healthy_nameOf));
}
/**
 * Whether a target is healthy that may be the deployment's, and which ones are still old. A port that was given up may
 * come back.
 */
function findNewlyHealthy(old, targets) {
    const healthy = oldTargets(targets);
    return {
        found: [...healthy].some((name) => !old.has(name)),
        old: new Set([...old].filter((name) => healthy.has(name))),
    };
}
function newly_healthy_nameOf({ id, port }) {
    return `${id}:${port}`;
}

;// CONCATENATED MODULE: ./build/engine/diagnose/healthy-targets.js

function watchHealthyTargets(targetGroupArns, targets) {
    let old;
    let found = false;
    return {
        look: async () => {
            if (found || targetGroupArns.length === 0)
                return;
            try {
                const seen = (await Promise.all(targetGroupArns.map((arn) => targets.health(arn)))).flat();
                const now = findNewlyHealthy(old ?? oldTargets(seen), seen);
                old = now.old;
                found = now.found;
            }
            catch {
                found = true;
            }
        },
        found: () => found,
    };
}

;// CONCATENATED MODULE: ./build/engine/rollout/search-for-proof.js








const READ_EVERY_MS = 15_000;
function searchForProof(run, { followed, watch }, definition) {
    const { cluster, service } = run;
    const groups = run.targetGroups;
    const healthy = watchHealthyTargets(groups, run.targets);
    let instances = [];
    let readAt = Number.NEGATIVE_INFINITY;
    let isFirst = true;
    /** Only while tasks wait for a place, where ECS gives one on the cluster's own instances. */
    const readInstances = async (live, mine) => {
        const isWaiting = mine.runningCount === 0 && mine.pendingCount > 0;
        if (!isWaiting && placementProblem(watch.events()) === undefined)
            return [];
        if (!isOnInstancesOf(live, cluster))
            return [];
        if (run.clock.now() - readAt >= READ_EVERY_MS) {
            readAt = run.clock.now();
            instances = await run.instances.containerInstances(cluster.name).catch(() => []);
        }
        return instances;
    };
    return async ({ service: live }) => {
        const mine = live?.deployments.find(({ id }) => id === followed.id);
        if (!live || !mine)
            return undefined;
        if (isFirst || mine.runningCount > 0)
            await healthy.look();
        isFirst = false;
        const tasks = watch.evidence.tasks();
        return proveFailure({
            tasks,
            wasHealthy: healthy.found() || tasks.some((task) => wasHealthyByItself(task, groups.length > 0)),
            events: watch.events(),
            needs: taskNeeds(definition, live.description),
            instances: await readInstances(live, mine),
            instanceType: cluster.capacity?.instanceType ?? '',
            limits: { ...percents(live), counts: counts(run, live) },
            failFast: service.failFast,
        });
    };
}
/** Without config nothing says what instances the cluster has. */
function isOnInstancesOf({ description }, { capacity }) {
    return capacity !== undefined && runsOnOwnInstances(description, capacity.capacityProviderName);
}
/** Where traffic is shifted, all new tasks run beside all old ones, whatever the percents. */
function percents({ description }) {
    return (0,model_strategy/* shiftsTraffic */.ZI)(description) ? rollout_bounds/* DEFAULT_PERCENTS */.$P : (0,rollout_bounds/* percentsOf */.mD)(description);
}
function counts({ service }, { desiredCount }) {
    const { minCapacity = desiredCount, maxCapacity = desiredCount } = service.scaling ?? {};
    return [Math.max(1, minCapacity), Math.max(1, maxCapacity)];
}

;// CONCATENATED MODULE: ./build/engine/rollout/stop-early.js




/**
 * Ends a deployment that is certain to fail: where config has rollback on and there is something to go back to, ECS is
 * asked for it at once, and it is followed to its end. Otherwise there is nothing to wait for. The proof stays with
 * what this run stopped.
 */
async function stopEarly(run, rollout) {
    const { followed, proof } = rollout;
    if (!proof || followed.earlier.length === 0 || !rollsBack(run.service))
        return rollout;
    const message = `it cannot succeed, so it is rolled back now: ${proof.cause}`;
    run.progress.emit({ kind: 'waiting', subject: `${run.service.name} ${followed.id}`, message });
    const isAsked = await askForRollbackOrWarn(run, rollout);
    const withinMs = isAsked ? ROLLBACK_WITHIN_MS : (0,engine_deadline/* remainingMs */.X)(run);
    const end = await followRollout(run, rollout, { withinMs, signal: run.signal });
    const wasFaster = end.view.deployment?.circuitBreaker?.status === 'TRIGGERED';
    return isAsked && !wasFaster ? { ...end, proof } : end;
}

;// CONCATENATED MODULE: ./build/engine/rollout/ending.js









/** Follows a deployment to its outcome, or to where it waits for an answer; the outcome of a cancellation included. */
async function follow(run, started, definition, { mayStop = false, answered = [], isOwn = true } = {}) {
    let watched = { followed: started, watch: watchRollout(run, started), isOwn };
    let isLanded = false;
    const onContinued = (next) => {
        watched = next;
    };
    try {
        const rollout = await followRollout(run, watched, {
            withinMs: (0,engine_deadline/* remainingMs */.X)(run),
            signal: run.signal,
            search: mayStop ? searchForProof(run, watched, definition) : undefined,
            onContinued,
            endsAt: ({ id }) => !answered.includes(id),
        });
        const end = await stopped(run, rollout);
        watched = end;
        isLanded = end.verdict.state === 'succeeded';
        const outcome = await conclude(run, end, definition);
        return { outcome, deploymentId: end.followed.id, isLanded, isOwn: end.isOwn };
    }
    catch (error) {
        if (!run.signal?.aborted)
            throw error;
        return endAtCancel(run, watched, isLanded);
    }
}
/** What still rolls is stopped, where that is this run's to do. */
async function stopped(run, rollout) {
    const end = rollout.proof ? await stopEarly(run, rollout) : rollout;
    return isUndecided(end) && !end.proof ? stopLate(run, end) : end;
}
/**
 * Nothing is to be changed: makes sure that what is wanted also serves, and follows its deployment where it still
 * rolls.
 */
async function followUnderWay(run, live, definition) {
    const rolling = live && rollingDeployment(live);
    if (!live || !rolling)
        return { outcome: await settled(run, 'unchanged', definition) };
    const ending = await follow(run, followedOf(live, rolling), definition, { isOwn: false });
    if (ending.outcome.kind !== 'deployed')
        return ending;
    const summary = `The deployment that was under way has succeeded: ${ending.outcome.summary}`;
    return { ...ending, outcome: { ...ending.outcome, kind: 'unchanged', summary } };
}

;// CONCATENATED MODULE: ./build/engine/rollout/time-limit.js

const USUAL_MS = 1_800_000;
/** Beside bake times: tasks that start and stop. */
const MARGIN_MS = 600_000;
/**
 * How long a service's rollout may take: what was given, or half an hour. Where nothing was given and the service only
 * watches for longer than that, it is what it needs: LINEAR with ECS's own defaults takes an hour.
 */
function timeLimitMs(givenMs, settings = {}) {
    return givenMs ?? Math.max(USUAL_MS, Math.max(...bakeMinutes(settings)) * 60_000 + MARGIN_MS);
}

;// CONCATENATED MODULE: ./build/engine/rollout/live-run.js



const POLL_MS = 1_000;
/** How many tasks autoscaling may ask for is not known; ECS runs 5,000 of a service at most. */
const ANY_COUNT = { minCapacity: 1, maxCapacity: 5_000 };
/** A rollout that takes from the live service what config would say of it. */
function liveRun(cluster, service, { timeoutMs, onCancel, signal }, ports) {
    const { services, clock } = ports;
    const settings = settingsOf(service);
    return {
        ...ports,
        cluster: { name: cluster },
        service: { name: service.name, settings, failFast: true, scaling: ANY_COUNT },
        targetGroups: (0,service_load_balancers/* targetGroupPairsOf */.Z)(service.description).flat(),
        productionRules: productionRulesOf(service),
        asWanted: 'as asked',
        settingsOwner: 'the service',
        onCancel,
        signal,
        deadline: clock.now() + timeLimitMs(timeoutMs, settings),
        pollMs: POLL_MS,
        readService: (name) => (0,read_services/* readService */.u)(services, cluster, name),
        readDeployment: async (arn) => (await services.deploymentsByArn([arn]))[0],
        written: [],
    };
}
function settingsOf({ description }) {
    const { deploymentConfiguration } = description;
    return deploymentConfiguration === undefined ? {} : { deploymentConfiguration };
}
function productionRulesOf({ description }) {
    return (0,service_load_balancers/* loadBalancersOf */.$)(description).flatMap(({ productionListenerRule }) => productionListenerRule ?? []);
}

;// CONCATENATED MODULE: ./build/engine/rollout/ensure-revision.js

/** ARN of the revision that the service is to run, registered with these tags where there is none yet. */
async function ensureRevision(run, revision, tags) {
    if ('arn' in revision)
        return revision.arn;
    const { register } = revision;
    const what = `a revision of task definition ${register['family']}`;
    return (0,write/* write */.M)(what, () => run.taskDefinitions.register(register, tags), run);
}

// EXTERNAL MODULE: ./build/engine/outcome-of-error.js
var outcome_of_error = __webpack_require__(8682);
// EXTERNAL MODULE: ./build/engine/tell-outcome.js
var tell_outcome = __webpack_require__(4637);
;// CONCATENATED MODULE: ./build/engine/rollout/result-of.js


/** Tells how one service ended. `before` is the service as it was when this run came to it. */
async function resultOf(run, unit, { outcome, deploymentId }, before) {
    (0,tell_outcome/* tellOutcome */.G)(unit, outcome, run.progress);
    return {
        service: run.service.name,
        unit,
        outcome,
        changed: run.written.length > 0,
        taskDefinitionArn: await servingRevision(run, before?.taskDefinition),
        deploymentId,
    };
}
/** What the service has now: after a rollback that is not what was asked for. */
async function servingRevision(run, before) {
    if (run.written.length === 0)
        return before;
    return run.readService(run.service.name).then((view) => view?.taskDefinition ?? before, () => undefined);
}
/** The outcome of what was thrown before a deployment was followed. */
function endedBy({ signal, written }, error) {
    const when = written.length === 0 ? 'before anything was written' : 'before a deployment was started';
    const cancelled = { summary: `Cancelled ${when}.`, nextStep: 'Run the job again.' };
    return (0,outcome_of_error/* outcomeOfError */.S)(error, { signal, cancelled, written });
}

;// CONCATENATED MODULE: ./build/engine/rollout/started-deployment.js



/**
 * UpdateService's answer may still be that of before (aws-facts §8 k: up to ten seconds); then it is asked for again.
 */
const STARTS_WITHIN_MS = 30_000;
/** A cancelled run has few seconds more, but the deployment that it leaves behind has to be known to be rolled back. */
const FOUND_AFTER_CANCEL_MS = 5_000;
/**
 * The deployment that a write has started: the PRIMARY one that was not there before. `answer` is the write's,
 * `earlier` are the ids of before.
 */
async function findStarted(run, answer, earlier, taskDefinition) {
    let cancelledAt;
    const startedIn = (view) => {
        const primary = view && (0,model_service_views/* primaryOf */.O)(view);
        return primary && !earlier.includes(primary.id) ? primary : undefined;
    };
    const waited = startedIn(answer)
        ? { view: answer }
        : await (0,wait/* waitFor */.f)({
            subject: `a new deployment of ${run.service.name}`,
            observe: () => run.readService(run.service.name),
            assess: (view, now) => {
                if (run.signal?.aborted)
                    cancelledAt ??= now;
                const isTooLate = cancelledAt !== undefined && now - cancelledAt > FOUND_AFTER_CANCEL_MS;
                const missing = isTooLate ? 'failed' : 'pending';
                return { state: startedIn(view) ? 'healthy' : missing, message: 'ECS does not list it yet' };
            },
            withinMs: STARTS_WITHIN_MS,
            everyMs: run.pollMs,
        }, run);
    const started = startedIn(waited.view);
    if (started)
        return { id: started.id, createdAt: started.createdAt, taskDefinition, earlier };
    run.signal?.throwIfAborted();
    throw new model_errors/* ToolkitError */.h('AWS_REFUSED', `ECS accepted the update of ${run.service.name} but started no deployment.`, {
        hint: "Look at the service's deployments in the ECS console, then run the job again.",
    });
}

;// CONCATENATED MODULE: ./build/engine/rollout/move-service.js








/** Has a live service run another revision and follows it to its end; waits first for what others have under way. */
async function moveService(run, first, { tags = {}, plan }) {
    let move = first;
    while (mustWait(move)) {
        const busy = await waitUntilIdle(run);
        if (busy)
            return { unit: move.unit, ending: { outcome: busy } };
        const { digest } = move.unit;
        move = await plan();
        if (move.unit.digest !== digest)
            run.progress.emit({ kind: 'plan', units: [move.unit] });
    }
    const { unit, service, definition } = move;
    if (unit.changes.length === 0)
        return { unit, ending: await followUnderWay(run, service, definition) };
    const hurried = tooLittleTime(run, 'start');
    if (hurried)
        return { unit, ending: { outcome: hurried } };
    const taskDefinitionArn = await ensureRevision(run, move.revision, tags);
    const isMoving = taskDefinitionArn !== service.taskDefinition;
    const request = { ...move.request, ...(isMoving ? { taskDefinition: taskDefinitionArn } : {}) };
    const updated = await (0,write/* write */.M)(`service ${service.name} to ${(0,model_arn/* revisionName */.p)(taskDefinitionArn)}`, () => run.services.update(run.cluster.name, service.name, request), run);
    const earlier = service.deployments.map(({ id }) => id);
    const started = await findStarted(run, updated, earlier, taskDefinitionArn);
    const ending = await follow(run, started, definition, { mayStop: true });
    return { unit, ending: { ...ending, taskDefinitionArn } };
}
/** Makes a result of what `work` leads to: what AWS refuses on the way is an outcome too. */
async function attempt(run, unit, before, work) {
    const moved = await work().catch((error) => ({ unit, ending: { outcome: endedBy(run, error) } }));
    return resultOf(run, moved.unit, moved.ending, before);
}
/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ service, unit }) {
    return underWay(service) !== undefined && (unit.changes.length > 0 || rollingDeployment(service) === undefined);
}

;// CONCATENATED MODULE: ./build/plan/service/scheduled-tasks.js




/** The type of the rows that move scheduled tasks. */
const SCHEDULE_TYPE = 'AWS::Events::Rule';
/**
 * The one target that a scheduled task of config means. `targets` are those of its rule that start tasks of ECS,
 * undefined where there is no such rule. Throws SCHEDULED_TASK_UNSUITABLE where there is none, more than one, or one of
 * another family.
 */
function scheduledTarget(service, index, targets) {
    const { rule, targetId } = service.scheduledTasks[index];
    const refuse = (what, hint) => new model_errors/* ToolkitError */.h('SCHEDULED_TASK_UNSUITABLE', `Service ${service.name}: ${what}`, {
        hint,
        at: (0,model_source/* positionOf */.d)(service.source, ['scheduledTasks', index]),
    });
    if (!targets) {
        const hint = 'Correct the name in scheduledTasks, or create the rule first: this toolkit never creates rules.';
        throw refuse(`there is no rule ${rule} on the default event bus of this account and region.`, hint);
    }
    const chosen = targets.filter((target) => targetId === undefined || target.targetId === targetId);
    const [target] = chosen;
    if (!target) {
        const which = targetId === undefined ? '' : ` ${targetId}`;
        const ids = targets.map((each) => each.targetId).join(', ');
        const hint = ids ? `Name one of: ${ids}.` : 'Name a rule that starts ECS tasks.';
        throw refuse(`rule ${rule} has no target${which} that starts ECS tasks.`, hint);
    }
    if (chosen.length > 1) {
        const ids = chosen.map((each) => each.targetId).join(', ');
        throw refuse(`rule ${rule} starts ECS tasks with several targets: ${ids}.`, 'Name one of them with targetId.');
    }
    const { family } = service.taskDefinition;
    if (familyOf(target.taskDefinition) === family)
        return target;
    const starts = (0,model_arn/* revisionName */.p)(target.taskDefinition);
    throw refuse(`target ${target.targetId} of rule ${rule} starts ${starts}, which belongs to another family than ${family}.`, "Remove it from scheduledTasks, or set the target to a revision of the service's family once by hand.");
}
/** The rows of the plan: targets that start another revision than the service is to have. */
function scheduledTaskChanges({ scheduledTasks, source }, targets, revision) {
    return targetsToMove(targets, 'arn' in revision ? revision.arn : undefined).map((target) => {
        const index = scheduledTasks.findIndex(({ rule, targetId }) => rule === target.rule && (targetId ?? target.targetId) === target.targetId);
        const after = 'arn' in revision ? shown((0,model_arn/* revisionName */.p)(revision.arn)) : { kind: 'known-after-apply' };
        return {
            action: 'modify',
            resource: `scheduled task ${target.rule}`,
            type: SCHEDULE_TYPE,
            physicalId: target.targetId,
            properties: [{ path: 'taskDefinition', before: shown((0,model_arn/* revisionName */.p)(target.taskDefinition)), after }],
            certainty: 'certain',
            at: index < 0 ? undefined : (0,model_source/* positionOf */.d)(source, ['scheduledTasks', index]),
        };
    });
}
/** The targets that start tasks of another revision; all of them where the revision is not registered yet. */
function targetsToMove(targets, taskDefinitionArn) {
    return targets.filter(({ taskDefinition }) => taskDefinition !== taskDefinitionArn);
}
function familyOf(arn) {
    return (0,model_arn/* revisionName */.p)(arn).replace(/:\d+$/, '');
}

;// CONCATENATED MODULE: ./build/engine/observe/scheduled-targets.js

/** The targets that the service's scheduled tasks mean, in config's order. Throws SCHEDULED_TASK_UNSUITABLE. */
function observeScheduledTargets(service, scheduledTasks) {
    return Promise.all(service.scheduledTasks.map(async ({ rule }, index) => scheduledTarget(service, index, await scheduledTasks.targets(rule))));
}

// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
;// CONCATENATED MODULE: ./build/engine/rollout/move-scheduled-tasks.js





/**
 * Has scheduled tasks start the revision that serves, once that is proven: after a red end, and at a pause, they stay.
 */
async function moveScheduledTasks(run, ending, { scheduledTasks, targets, taskDefinitionArn }) {
    if (!(0,model_outcome/* isDone */.$L)(ending.outcome.kind))
        return ending;
    for (const target of targetsToMove(targets, taskDefinitionArn)) {
        const what = `scheduled task ${target.rule} to ${(0,model_arn/* revisionName */.p)(taskDefinitionArn)}`;
        try {
            await (0,write/* write */.M)(what, () => scheduledTasks.move(target, taskDefinitionArn), run);
        }
        catch (error) {
            return { ...ending, outcome: unmoved(run, ending.outcome, target, error) };
        }
    }
    return ending;
}
/** The service has what was asked for; the schedule has not. */
function unmoved(run, { summary, evidence }, target, error) {
    const cause = endedBy(run, error);
    const rest = `scheduled task ${target.rule} still starts ${(0,model_arn/* revisionName */.p)(target.taskDefinition)}`;
    return {
        kind: cause.kind,
        summary: `${summary} But ${rest}${cause.kind === 'cancelled' ? ': the run was cancelled' : `: ${cause.summary}`}`,
        evidence,
        nextStep: cause.kind === 'cancelled' ? 'Run the job again: it changes only the scheduled task.' : cause.nextStep,
    };
}

;// CONCATENATED MODULE: ./build/engine/rollout/schedules.js



/** Throws SCHEDULED_TASK_UNSUITABLE. Of a service that config has not, and without config, nothing follows. */
async function scheduleOf(name, schedules) {
    const service = schedules?.services.find((each) => each.name === name);
    if (!schedules || !service || service.scheduledTasks.length === 0)
        return { planned: (unit) => unit, followed: async (_run, ending) => ending };
    const { scheduledTasks } = schedules;
    const targets = await observeScheduledTargets(service, scheduledTasks);
    return {
        planned: (unit, taskDefinitionArn) => withRows(unit, service, { targets, taskDefinitionArn }),
        followed: async (run, ending) => {
            const view = await run.readService(name);
            if (!view)
                return ending;
            return moveScheduledTasks(run, ending, { scheduledTasks, targets, taskDefinitionArn: view.taskDefinition });
        },
    };
}
function withRows(unit, service, to) {
    if (to.taskDefinitionArn === undefined)
        return unit;
    const rows = scheduledTaskChanges(service, to.targets, { arn: to.taskDefinitionArn });
    return { ...unit, changes: [...unit.changes, ...rows] };
}

;// CONCATENATED MODULE: ./build/engine/rollout/earlier-revision.js

/**
 * Whether a deployment goes back: what was deployed successfully before it is a later revision of the same family.
 * Config never leads there, since what it brings is registered anew.
 */
async function redeploysEarlierRevision(run, deployment) {
    const before = await lastSuccessfulBefore(run, deployment);
    if (before === undefined)
        return false;
    const [earlier, own] = [parts(before), parts(deployment.taskDefinition)];
    return earlier.family === own.family && earlier.number > own.number;
}
function parts(arn) {
    const end = arn.lastIndexOf(':');
    return { family: arn.slice(0, end), number: Number(arn.slice(end + 1)) };
}

;// CONCATENATED MODULE: ./build/health/service/continuity.js
/** Lines of evidence are for people: beyond so many requests only their number is told. */
const TOLD = 20;
/** Why the deployment counts as an interruption; undefined where no more requests than `maxFailures` were lost. */
function interruption({ requests, lost }, maxFailures) {
    const { length } = lost.filter(({ isSent }) => isSent);
    if (length <= maxFailures)
        return undefined;
    const allowed = maxFailures > 0 ? `, and verify.maxFailures allows ${maxFailures}` : '';
    return `${length} of ${requests} requests through the load balancer were lost during the deployment${allowed}`;
}
/** Every request that was lost, whether or not it decides. */
function lostRequestLines({ lost }) {
    const lines = lost.slice(0, TOLD).map(lostRequestText);
    return lost.length > TOLD
        ? [...lines, `${lost.length - TOLD} more requests were lost; the log has them all.`]
        : lines;
}
/** Describes a lost request with its time and, where somebody answered, who. */
function lostRequestText({ at, message, address }) {
    return `${new Date(at).toISOString()} ${message}${address ? ` (${address})` : ''}`;
}

;// CONCATENATED MODULE: ./build/engine/rollout/go-back.js












/**
 * Deploys what the last successful deployment before it had, since ECS rolls back nothing that it calls successful, and
 * follows that to its end. The way back is not given up early: it has as long as any rollback, and waits for room on
 * the instances. Nor is it rolled back itself, whether the time is up or the run is cancelled.
 */
async function goBack(run, unproven) {
    const { taskDefinitionArn, why } = unproven;
    const back = { ...run, deadline: run.clock.now() + Math.max((0,engine_deadline/* remainingMs */.X)(run), ROLLBACK_WITHIN_MS) };
    let to;
    try {
        const way = await findWay(run, unproven);
        if ('outcome' in way)
            return way.outcome;
        to = (0,model_arn/* revisionName */.p)(way.target);
        const started = await start(back, way.service, way.target);
        run.signal?.throwIfAborted();
        const problem = await followBack(back, started);
        if (problem)
            return failed(run, unproven, to, problem);
        const summary = `${(0,model_arn/* revisionName */.p)(taskDefinitionArn)} was rolled back to ${to}: ${why.summary}`;
        return { ...why, kind: 'rolled-back', summary, evidence: [...why.evidence, await servingText(run)] };
    }
    catch (error) {
        if (run.signal?.aborted && to !== undefined)
            return go_back_cancelled(unproven, to);
        if (error instanceof model_errors/* ToolkitError */.h)
            return failed(run, unproven, to, error.message);
        throw error;
    }
}
/** Where back leads: what AWS does not answer at first is asked again, also where the run is cancelled. */
async function findWay(run, unproven) {
    const { deploymentId: id, taskDefinitionArn: taskDefinition } = unproven;
    const what = `the rollback from ${(0,model_arn/* revisionName */.p)(taskDefinition)}`;
    const ports = { ...run, signal: undefined };
    const service = await (0,repeated/* repeated */.Z)(what, () => run.readService(run.service.name), ports);
    const primary = service && (0,model_service_views/* primaryOf */.O)(service);
    if (!service || primary?.id !== id)
        return { outcome: await takenOver(run, unproven) };
    const { createdAt } = primary;
    const deployment = { id, createdAt, taskDefinition, earlier: [] };
    const target = await (0,repeated/* repeated */.Z)(what, () => lastSuccessfulBefore(run, deployment), ports);
    if (target && target !== taskDefinition)
        return { service, target };
    return { outcome: await keepUnverified(run, unproven, 'no other revision was deployed successfully before it') };
}
/** It remains what serves. */
async function keepUnverified(run, { taskDefinitionArn, why }, reason) {
    const kept = `${(0,model_arn/* revisionName */.p)(taskDefinitionArn)} stays: ${reason}.`;
    return { ...why, kind: 'failed', evidence: [...why.evidence, kept, await servingText(run)] };
}
/** Begins also where the run is cancelled: there is time for one write, and nobody else would make it. */
async function start(run, service, taskDefinition) {
    const uncancelled = { ...run, signal: undefined };
    const updated = await (0,write/* write */.M)(`service ${service.name} back to ${(0,model_arn/* revisionName */.p)(taskDefinition)}`, () => run.services.update(run.cluster.name, service.name, { taskDefinition }), uncancelled);
    const earlier = service.deployments.map(({ id }) => id);
    return findStarted(uncancelled, updated, earlier, taskDefinition);
}
/** Returns what keeps the earlier revision from serving, or undefined where it serves. */
async function followBack(run, started) {
    const watched = { followed: started, watch: watchRollout(run, started), isOwn: true };
    const withinMs = (0,engine_deadline/* remainingMs */.X)(run);
    const { verdict } = await followRollout(run, watched, { withinMs, signal: run.signal, endsAt: () => true });
    switch (verdict.state) {
        case 'succeeded':
            return targetsProblem(run);
        case 'rolling':
        case 'rolling-back':
            return `it is still under way and continues: ${verdict.message}`;
        case 'paused':
        case 'rolled-back':
        case 'failed':
        case 'superseded':
        case 'redeployed-by-others':
        case 'service-deleted':
            return verdict.message;
    }
}
async function failed(run, { taskDefinitionArn, why }, to, problem) {
    return {
        kind: 'failed',
        summary: `${(0,model_arn/* revisionName */.p)(taskDefinitionArn)} was not verified, and the rollback${to ? ` to ${to}` : ''} did not succeed: ${problem.replace(/\.$/, '')}.`,
        evidence: [why.summary, ...why.evidence, await servingText(run)],
        nextStep: `Look at what the service runs now; deploy-service with mode rollback${to ? ` and revision ${to}` : ''} tries the same again.`,
    };
}
async function takenOver(run, { taskDefinitionArn, why }) {
    return {
        kind: 'superseded',
        summary: `${(0,model_arn/* revisionName */.p)(taskDefinitionArn)} was not verified, and somebody else's deployment took over: nothing was rolled back.`,
        evidence: [why.summary, ...why.evidence, await servingText(run)],
        nextStep: 'Find out who else deploys this service; run the job again if you want this commit to be deployed.',
    };
}
function go_back_cancelled({ taskDefinitionArn, why }, to) {
    const from = (0,model_arn/* revisionName */.p)(taskDefinitionArn);
    return {
        kind: 'cancelled',
        summary: `Cancelled before ${from} was verified; the service is being rolled back to ${to}, and that deployment continues.`,
        evidence: why.kind === 'cancelled' ? [] : [why.summary, ...why.evidence],
        nextStep: 'Run the job again to deploy; it waits for what is still under way.',
    };
}
async function servingText(run) {
    return `Serving: ${await whatServes(run)}`;
}

;// CONCATENATED MODULE: ./build/engine/rollout/judge-answers.js





/**
 * Lets the answers through the load balancer decide, where config has `verify`: whether the version answers, and
 * whether requests were lost meanwhile. `watch` ends with it.
 */
async function judgeAnswers(run, judged, ending, watch) {
    const ended = (0,model_outcome/* isDone */.$L)(ending.outcome.kind)
        ? await proven(run, judged, ending, watch !== undefined)
        : await unkept(run, judged, ending);
    const continuity = await watch?.stop();
    return continuity ? { ...ended, outcome: uninterrupted(judged, ended.outcome, continuity) } : ended;
}
/** A version that does not answer is not kept, where this run has deployed it and rollback is on. */
async function proven(run, judged, ending, wasAnswered) {
    const answer = judged.wantsTasks ? await judged.verification?.prove(judged.asked, judged.facts) : undefined;
    if (!answer)
        return ending;
    const { outcome } = ending;
    if ((0,model_outcome/* isGreen */.gf)(answer.outcome.kind)) {
        return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, answer.outcome.summary] } };
    }
    const isReached = wasAnswered || answer.isAnswered;
    return { ...ending, outcome: await unproven(run, judged, ending, { ...answer, isAnswered: isReached }) };
}
/**
 * What ECS calls successful although it does not serve, and what a cancelled run can no longer ask, is as good as a
 * version that does not answer.
 */
async function unkept(run, judged, ending) {
    if (!ending.isLanded || !judged.wantsTasks || !judged.asked.service.verify)
        return ending;
    return { ...ending, outcome: await unproven(run, judged, ending, { outcome: ending.outcome, isAnswered: true }) };
}
async function unproven(run, judged, { deploymentId, taskDefinitionArn, isOwn = true }, { outcome, isAnswered }) {
    const kept = judged.kept ?? (isOwn ? undefined : 'this run did not start its deployment');
    const isCancelled = outcome.kind === 'cancelled';
    if (!deploymentId || !taskDefinitionArn)
        return isCancelled ? outcome : { ...outcome, kind: 'failed' };
    const unkept = { deploymentId, taskDefinitionArn, why: outcome };
    if (isCancelled) {
        if (run.onCancel === 'rollback' && kept === undefined)
            return goBack(run, unkept);
        const asSaid = kept === undefined ? ', as on-cancel says' : '';
        const summary = `Cancelled before ${(0,model_arn/* revisionName */.p)(taskDefinitionArn)} was verified; it serves ${run.service.name}${asSaid}.`;
        return { ...outcome, summary };
    }
    if (kept !== undefined)
        return keepUnverified(run, unkept, kept);
    if (!rollsBack(run.service))
        return keepUnverified(run, unkept, `${run.settingsOwner} does not enable rollback`);
    if (!isAnswered)
        return keepUnverified(run, unkept, 'the load balancer was not reached from here, so nothing is known about its answers');
    return goBack(run, unkept);
}
/**
 * Requests that were lost while one version replaced the other make the run red and take nothing back: what answers now
 * is proven, and another deployment could lose as many. Where the run is red already they are told.
 */
function uninterrupted({ asked }, outcome, continuity) {
    const lines = lostRequestLines(continuity);
    const cause = (0,model_outcome/* isDone */.$L)(outcome.kind) ? interruption(continuity, asked.service.verify?.maxFailures ?? 0) : undefined;
    if (!cause)
        return lines.length > 0 ? { ...outcome, evidence: [...outcome.evidence, ...lines] } : outcome;
    return {
        kind: 'failed',
        summary: `${cause}; the new version was verified and stays.`,
        evidence: [...lines, ...outcome.evidence, outcome.summary],
        nextStep: 'Look at what the tasks do at those times: a container that ends at SIGTERM before its requests are answered, or a deregistration delay that is too short, cuts them.',
    };
}

;// CONCATENATED MODULE: ./build/engine/rollout/version-checks.js






const KEPT = 'the target of a rollback is not rolled back again';
/** Nothing is checked, and the ending stays as it is. */
const NO_VERSION_CHECK = {
    watch: async () => undefined,
    judged: async (_run, ending) => ending,
    judgedBack: async (_run, ending) => ending,
};
/** Nothing is checked of a service without `verify`, of one that is not in config, or without config. */
async function versionCheckOf(name, versionChecks) {
    const service = versionChecks?.cluster.services.find((each) => each.name === name);
    if (!versionChecks || !service?.verify)
        return NO_VERSION_CHECK;
    const { cluster, stacks, verification } = versionChecks;
    const outputs = (await stacks.describe((0,stack_names/* clusterStackName */.CW)(cluster.name)))?.outputs;
    const dnsName = outputs?.[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerDnsName];
    const askedOf = ({ signal }) => ({ cluster, service, dnsName, signal });
    const judgedKept = async (run, ending, watch) => {
        const view = await run.readService(name);
        const asked = { ...askedOf(run), service: unmarked(service) };
        const wantsTasks = (view?.desiredCount ?? 0) > 0;
        const facts = { images: {}, commit: undefined };
        const own = { ...ending, taskDefinitionArn: view?.taskDefinition };
        return judgeAnswers(run, { verification, asked, facts, wantsTasks, kept: KEPT }, own, watch);
    };
    return {
        watch: (run) => verification.watch(askedOf(run)),
        judged: async (run, ending, { deployment, revision }, watch) => {
            if ((0,model_outcome/* isDone */.$L)(ending.outcome.kind) && (await redeploysEarlierRevision(run, deployment)))
                return judgedKept(run, ending, watch);
            const wantsTasks = ((await run.readService(name))?.desiredCount ?? 0) > 0;
            const judged = { verification, asked: askedOf(run), facts: factsOf(revision), wantsTasks };
            return judgeAnswers(run, judged, { ...ending, taskDefinitionArn: revision.arn }, watch);
        },
        judgedBack: judgedKept,
    };
}
function unmarked({ verify, ...service }) {
    return { ...service, verify: verify && { ...verify, version: undefined } };
}
function factsOf({ definition, tags }) {
    const images = containersOf(definition).map(({ name, image }) => [String(name), String(image)]);
    return { images: Object.fromEntries(images), commit: tags[service_tags/* COMMIT_TAG */.z2] };
}

;// CONCATENATED MODULE: ./build/engine/continue/continue.js




















/**
 * Answers the pause at which deployments of live services stand, and follows each to its next pause or its end. Of
 * several services, those that are not paused are left alone; where none is, that is refused. Where config has
 * `verify`, the answers through the load balancer decide as for any deployment. Results are in the order of the
 * request. Throws INPUT_INVALID before the first write where a service is not there.
 */
async function continueDeployments(request, ports) {
    const { cluster, action } = request;
    ports.progress.emit({ kind: 'phase', title: `Look for paused deployments in cluster ${cluster}` });
    const jobs = await Promise.all([...new Set(request.services)].map(async (name) => {
        const read = (each) => (0,read_services/* readService */.u)(ports.services, cluster, each);
        const subject = { services: ports.services, cluster: { name: cluster }, service: { name } };
        const [current, paused, schedule, versionCheck] = await Promise.all([
            observeCurrent(cluster, name, read, ports.taskDefinitions),
            findPaused(subject),
            scheduleOf(name, request.schedules),
            versionCheckOf(name, request.versionChecks),
        ]);
        const rolling = action === 'continue' && paused ? rollingDeployment(current.service) : undefined;
        const unit = schedule.planned(pauseUnit(cluster, current, paused, action), rolling?.taskDefinition);
        return { current, paused, schedule, versionCheck, unit };
    }));
    ports.progress.emit({ kind: 'plan', units: jobs.map(({ unit }) => unit) });
    ports.progress.emit({ kind: 'phase', title: `Answer pauses in cluster ${cluster}: ${action}` });
    const isAnyPaused = jobs.some(({ paused }) => paused !== undefined);
    return Promise.all(jobs.map((job) => {
        const { current, paused, schedule, unit } = job;
        const run = liveRun(cluster, current.service, request, ports);
        return attempt(run, unit, current.service, async () => ({
            unit,
            ending: paused
                ? await schedule.followed(run, await answer(run, { ...job, paused }, action))
                : { outcome: notPaused(isAnyPaused) },
        }));
    }));
}
async function answer(run, { current, paused, versionCheck }, action) {
    const { service, taskDefinition } = current;
    const rolling = rollingDeployment(service);
    if (!rolling)
        return { outcome: overtaken() };
    const deployment = followedOf(service, rolling);
    if (action === 'rollback') {
        return versionCheck.judgedBack(run, await takeBack(run, paused, deployment, taskDefinition.definition));
    }
    const hurried = tooLittleTime(run, { stage: paused.deployment.lifecycleStage });
    if (hurried)
        return { outcome: hurried };
    const watch = await versionCheck.watch(run);
    try {
        const refused = await give('CONTINUE', run, paused, deployment);
        if (refused)
            return { outcome: refused };
        const ending = await follow(run, deployment, taskDefinition.definition, { answered: [paused.hook.id] });
        return await versionCheck.judged(run, ending, { deployment, revision: taskDefinition }, watch);
    }
    finally {
        await watch?.stop();
    }
}
async function takeBack(run, paused, followed, definition) {
    const watched = { followed, watch: watchRollout(run, followed), isOwn: true };
    const refused = await give('ROLLBACK', run, paused, followed);
    if (refused)
        return { outcome: refused };
    const back = await followAskedRollback(run, watched, { isAsked: true, definition });
    return back ?? { outcome: overtaken(), deploymentId: followed.id };
}
/**
 * Gives the answer; an outcome only where the pause goes on without it. Where ECS says that the pause is over, the
 * answer may still have been this one, because the SDK repeats a call whose response was lost: how the deployment ends
 * decides, as it does after another's.
 */
async function give(answer, run, { deployment, hook }, { id }) {
    if (await run.services.answerHook(deployment.arn, hook.id, answer)) {
        (0,write/* tellOfWrite */.k)(`${answer.toLowerCase()} of ${id} at ${deployment.lifecycleStage ?? 'its pause'}`, run);
        return undefined;
    }
    const waiting = await findPaused(run);
    if (waiting?.hook.id === hook.id)
        return notTaken();
    run.progress.emit({
        kind: 'notice',
        message: `ECS says that the pause of ${id} is over: it was answered, or it expired. The deployment is followed to its end.`,
    });
    return undefined;
}
function pauseUnit(cluster, { service }, paused, action) {
    const id = (0,unit_id/* serviceUnitId */.L)(cluster, service.name);
    const rolling = rollingDeployment(service);
    const before = paused && `${rolling ? (0,model_arn/* revisionName */.p)(rolling.taskDefinition) : 'it'}: ${(0,pause/* pauseText */.Iy)(paused.deployment, paused.hook)}`;
    const after = action === 'continue' ? 'continues' : 'rolled back';
    const changes = paused
        ? [revision_move_serviceChange(service, [{ path: 'deployments.PRIMARY', before: shown(before), after: shown(after) }])]
        : [];
    return (0,unit/* unitOf */.u)(id, 'service', changes);
}
function notPaused(isAnotherPaused) {
    const summary = 'No deployment of the service waits for an answer.';
    if (isAnotherPaused)
        return { kind: 'unchanged', summary, evidence: [] };
    const nextStep = "Look at the service's deployments: the pause was answered already, has expired, or has not been reached yet.";
    return { kind: 'blocked', summary: `Nothing was written: ${summary}`, evidence: [], nextStep };
}
function notTaken() {
    return {
        kind: 'failed',
        summary: 'ECS did not accept the answer, and the deployment still waits for one.',
        evidence: [],
        nextStep: next_steps/* RUN_AGAIN */.B,
    };
}
function overtaken() {
    return {
        kind: 'superseded',
        summary: 'The pause ended before the answer came: somebody else answered it, or it expired.',
        evidence: [],
        nextStep: "Look at the service's deployments to see how it continued.",
    };
}

// EXTERNAL MODULE: ./build/engine/observe/guard.js
var guard = __webpack_require__(1873);
;// CONCATENATED MODULE: ./build/engine/observe/stack-outputs.js

/** Outputs of the cluster's stack and of each service's, in the order of `services`. */
async function readStackOutputs(cluster, services, stacks) {
    const [ofCluster, ...ofServices] = await Promise.all([(0,stack_names/* clusterStackName */.CW)(cluster.name), ...services.map(({ name }) => (0,stack_names/* serviceStackName */.ZZ)(cluster.name, name))].map(async (stack) => (await stacks.describe(stack))?.outputs));
    return ofServices.map((outputs) => ({ cluster: ofCluster, service: outputs }));
}

// EXTERNAL MODULE: ./build/engine/planned-changes.js
var planned_changes = __webpack_require__(7645);
// EXTERNAL MODULE: ./build/engine/refused-plan.js
var refused_plan = __webpack_require__(1491);
// EXTERNAL MODULE: ./build/engine/warn-of-consents.js + 1 modules
var warn_of_consents = __webpack_require__(9215);
// EXTERNAL MODULE: ./build/engine/unreviewed-plan.js
var unreviewed_plan = __webpack_require__(5169);
// EXTERNAL MODULE: ./build/engine/observe/unique-name.js
var unique_name = __webpack_require__(3885);
;// CONCATENATED MODULE: ./build/engine/deploy/scaling-writes.js


/** Makes the plan's writes to Application Auto Scaling and CloudWatch, in their order. */
async function writeScaling(run, writes, { policies }) {
    const policyArns = new Map(policies.map(({ name, arn }) => [name, arn]));
    for (const each of writes) {
        await (0,write/* write */.M)(scaling_writes_nameOf(each), () => makeWrite(run, each, policyArns), run);
    }
}
async function makeWrite(run, each, policyArns) {
    const { scaling, cluster, service } = run;
    switch (each.kind) {
        case 'register-target': {
            const { kind: _, ...target } = each;
            return scaling.registerTarget(cluster.name, service.name, target);
        }
        case 'put-policy':
            policyArns.set(each.name, await scaling.putPolicy(cluster.name, service.name, each.policy));
            return;
        case 'put-alarm': {
            const policyArn = policyArns.get(each.policyName);
            const AlarmActions = [...(policyArn ? [policyArn] : []), ...each.otherActions];
            return scaling.putAlarm({ ...each.alarm, AlarmActions }, (0,service_tags/* ownershipTags */.dt)(cluster, service));
        }
        case 'delete-alarms':
            return scaling.deleteAlarms(each.names);
        case 'delete-policy':
            return scaling.deletePolicy(cluster.name, service.name, each.name);
        case 'deregister-target':
            return scaling.deregisterTarget(cluster.name, service.name);
    }
}
function scaling_writes_nameOf(each) {
    switch (each.kind) {
        case 'register-target':
            return `scalable target ${each.minCapacity}–${each.maxCapacity}`;
        case 'put-policy':
            return `scaling policy ${each.name}`;
        case 'put-alarm':
            return `alarm ${each.name}`;
        case 'delete-alarms':
            return `removal of alarm ${each.names.join(', ')}`;
        case 'delete-policy':
            return `removal of scaling policy ${each.name}`;
        case 'deregister-target':
            return 'removal of the scalable target';
    }
}

;// CONCATENATED MODULE: ./build/engine/deploy/apply-plan.js






/**
 * Writes what the plan says of everything but the task definition, and nothing else. Scaling that exists already is
 * brought up to date at once; for a service that has none, it waits until the first tasks are up, so that nothing
 * scales what does not run.
 */
async function applyPlan(run, { live, plan }, taskDefinitionArn) {
    const isScaled = live.scaling.target !== undefined;
    if (live.service && isScaled)
        await writeScaling(run, plan.scaling, live.scaling);
    const tags = { ...plan.tags, ...plan.digestsTag };
    if (live.service && Object.keys(tags).length > 0) {
        const { arn } = live.service;
        await (0,write/* write */.M)(`tags of service ${run.service.name}`, () => run.services.tag(arn, tags), run);
    }
    const started = await writeService(run, { live, plan }, taskDefinitionArn);
    const isDone = live.service !== undefined && isScaled;
    return {
        started,
        finish: () => (isDone ? Promise.resolve() : writeScaling(run, plan.scaling, live.scaling)),
    };
}
async function writeService(run, { live, plan }, taskDefinition) {
    const { cluster, service, services } = run;
    const planned = plan.service;
    switch (planned.kind) {
        case 'none':
            return undefined;
        case 'create': {
            const request = { ...planned.request, taskDefinition, clientToken: (0,unique_name/* uniqueName */.Fi)(run.clock) };
            const created = await (0,write/* write */.M)(`service ${service.name} with ${(0,model_arn/* revisionName */.p)(taskDefinition)}`, () => services.create(cluster.name, request, { ...(0,service_tags/* serviceTags */.Th)(cluster, service), ...plan.digestsTag }), run);
            return findStarted(run, created, [], taskDefinition);
        }
        case 'update': {
            const isMoving = live.service?.taskDefinition !== taskDefinition;
            const request = { ...planned.request, ...(isMoving ? { taskDefinition } : {}) };
            const what = isMoving
                ? `service ${service.name} to ${(0,model_arn/* revisionName */.p)(taskDefinition)}`
                : `settings of service ${service.name}`;
            const updated = await (0,write/* write */.M)(what, () => services.update(cluster.name, service.name, request), run);
            const earlier = (live.service?.deployments ?? []).map(({ id }) => id);
            return planned.deploys ? findStarted(run, updated, earlier, taskDefinition) : undefined;
        }
    }
}

;// CONCATENATED MODULE: ./build/plan/service/before-deployment.js





/** Marks the task of a service: ListTasks finds it by this, whichever run has started it. */
function startedByOf(service) {
    return `ecs-gitops/${service}`;
}
/** Where the service's tasks run and what they get there; RunTask takes its tags by themselves. */
const INHERITED = [
    'capacityProviderStrategy',
    'launchType',
    'platformVersion',
    'networkConfiguration',
    'placementConstraints',
    'placementStrategy',
    'volumeConfigurations',
    'enableECSManagedTags',
];
/** RunTask's shape without `cluster` and `tags`. */
function beforeDeploymentRequest(service, { overrides }, outputs, taskDefinition) {
    const settings = desiredSettings(service, outputs);
    const inherited = INHERITED.flatMap((name) => {
        const value = settings[name];
        return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(inherited), taskDefinition, overrides, startedBy: startedByOf(service.name) };
}
/** The row of the plan that tells of the task. */
function beforeDeploymentChange(service, { overrides, containerName }) {
    const path = ['beforeDeployment'];
    return {
        action: 'add',
        resource: 'task before the deployment',
        type: 'AWS::ECS::Task',
        properties: [
            { path: 'decides', before: { kind: 'absent' }, after: { kind: 'value', text: containerName } },
            { path: 'overrides', before: { kind: 'absent' }, after: shown(overrides) },
        ],
        certainty: 'certain',
        at: (0,model_source/* positionOf */.d)(service.source, path),
    };
}
/** The definition with the sizes that the task has by its overrides. */
function overriddenDefinition(definition, { overrides }) {
    const { containerOverrides, cpu, memory } = overrides;
    const sizes = (0,json/* objectsOf */.iZ)(containerOverrides);
    return {
        ...definition,
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory }),
        containerDefinitions: containersOf(definition).map((container) => ({
            ...container,
            ...sizes.find(({ name }) => name === container['name']),
        })),
    };
}

;// CONCATENATED MODULE: ./build/engine/deploy/before-deployment/earlier-task.js




/**
 * Waits until no task of an earlier run works any more, one that is being stopped included: two must never run at once.
 * Returns the ids of those that still do when the time is up.
 */
async function waitForEarlierTask(run, deadline) {
    const { view } = await (0,wait/* waitFor */.f)({
        subject: `the task before the deployment of ${run.service.name}`,
        observe: () => earlierTasks(run),
        assess: (tasks) => ({
            state: tasks.length === 0 ? 'healthy' : 'pending',
            message: `${idsOf(tasks).join(', ')} of an earlier run has not ended yet; two such tasks never run at the same time`,
        }),
        withinMs: (0,engine_deadline/* remainingMs */.X)({ deadline, clock: run.clock }),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    return idsOf(view);
}
async function earlierTasks({ tasks, cluster, service }) {
    const startedBy = startedByOf(service.name);
    // ListTasks takes startedBy as its only filter, and then knows nothing of tasks that are being stopped.
    const [running, stopped] = await Promise.all([
        tasks.startedBy(cluster.name, startedBy),
        tasks.ofFamily(cluster.name, service.taskDefinition.family, 'STOPPED'),
    ]);
    const stopping = stopped.filter((task) => task.startedBy === startedBy && task.lastStatus !== 'STOPPED');
    return [...running, ...stopping];
}
function idsOf(tasks) {
    return tasks.map(({ arn }) => (0,model_arn/* arnName */.x)(arn));
}

;// CONCATENATED MODULE: ./build/health/task/standalone-task.js

/** A task that runs to its end: well only if the container that decides ended with exit code 0. */
function assessStandaloneTask(task, containerName) {
    if (!task)
        return { state: 'pending', message: 'ECS does not show it yet' };
    const { lastStatus } = task;
    if (lastStatus !== 'STOPPED')
        return { state: 'pending', message: STATES[lastStatus] ?? lastStatus };
    const exitCode = task.containers.find(({ name }) => name === containerName)?.exitCode;
    if (exitCode === 0)
        return { state: 'healthy', message: `container ${containerName} ended with exit code 0` };
    return { state: 'failed', message: (0,stopped_tasks/* explainStop */.cV)(task).text };
}
const STATES = {
    PROVISIONING: 'it waits for an instance that has room for it',
    PENDING: 'its instance pulls the images and starts the containers',
    ACTIVATING: 'its containers start',
    RUNNING: 'it runs',
    DEACTIVATING: 'its containers end',
    STOPPING: 'its containers end',
    DEPROVISIONING: 'its containers have ended',
};
/**
 * What no waiting changes: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html. Room
 * (`RESOURCE:…`) and an agent's connection (`AGENT`) come back.
 */
const LASTING = /MemberOf|^ATTRIBUTE|^LOCATION|^INACTIVE|^MISSING/i;
/** Whether a refusal of RunTask may pass: at least one instance lacks nothing but what it may have again. */
function isPassingRefusal(reasons) {
    return reasons.length === 0 || reasons.some((reason) => !LASTING.test(reason));
}

;// CONCATENATED MODULE: ./build/engine/deploy/before-deployment/container-output.js



/** CloudWatch Logs shows a line some seconds after the container has written it. */
const LAST_LINES_WITHIN_MS = 15_000;
function followOutput(taskArn, definition, ports) {
    const { logs, progress } = ports;
    const taskId = (0,model_arn/* arnName */.x)(taskArn);
    const streams = logStreams(definition, taskId);
    const positions = new Map();
    let isReadable = streams.length > 0;
    const show = async () => {
        if (!isReadable)
            return 0;
        let shown = 0;
        for (const { container, group, stream } of streams) {
            const source = `${container} of task ${taskId}`;
            try {
                const { lines, next } = await logs.page(group, stream, positions.get(stream));
                // A line that is written shows only later: going on from an empty page could miss it.
                if (lines.length === 0)
                    continue;
                positions.set(stream, next);
                progress.emit({ kind: 'log-lines', source, lines });
                shown += lines.length;
            }
            catch (error) {
                isReadable = false;
                progress.emit({ kind: 'warning', message: `Cannot read the log of ${source}: ${error}` });
            }
        }
        return shown;
    };
    const showRest = async (quietLooks) => {
        let quiet = 0;
        await (0,wait/* waitFor */.f)({
            subject: `the last lines of task ${taskId}`,
            observe: show,
            assess: (shown) => {
                quiet = shown === 0 ? quiet + 1 : 0;
                const state = quiet < quietLooks && isReadable ? 'pending' : 'healthy';
                return { state, message: 'they are still coming' };
            },
            withinMs: LAST_LINES_WITHIN_MS,
        }, 
        // Silent: there is nothing to tell of waiting for lines that may not come.
        { clock: ports.clock, progress: { emit: () => { } } });
    };
    return { show, showRest };
}

;// CONCATENATED MODULE: ./build/engine/deploy/before-deployment/no-place.js



/** Proof that no instance of the cluster can ever hold the task that `request` starts; best effort. */
async function proveNoPlace({ cluster, instances }, request, definition) {
    const { capacityProviderName, instanceType } = cluster.capacity;
    if (!runsOnOwnInstances(request, capacityProviderName))
        return undefined;
    const seen = await instances.containerInstances(cluster.name).catch(() => []);
    return proveByPlacement(taskNeeds(definition, request), seen, instanceType);
}

;// CONCATENATED MODULE: ./build/engine/deploy/before-deployment/follow-task.js







const PLACE_EVERY_MS = 15_000;
/**
 * Of one that failed, the last lines are what tells why; a deployment does not wait as long for those of one that did
 * not.
 */
const QUIET_LOOKS = { passed: 4, ended: 6 };
/**
 * Follows the task to its end and shows what its containers write. When the time is up or the run is cancelled, it is
 * stopped.
 */
async function followTask(run, started, before, order) {
    const { arn } = started;
    const name = `task ${(0,model_arn/* arnName */.x)(arn)} of ${(0,model_arn/* revisionName */.p)(order.taskDefinition)}`;
    try {
        const output = followOutput(arn, order.definition, run);
        const waited = await waitForEnd(run, { arn, name, output }, before, order);
        const ending = told(run, name, waited);
        if (ending) {
            await output.showRest(QUIET_LOOKS[ending.kind]);
            return ending;
        }
        const { kind, message, view } = waited;
        const why = kind === 'failed' ? message : `it did not end within ${before.timeoutSeconds} s: ${message}`;
        const stopped = await stop(run, arn, why);
        await output.showRest(QUIET_LOOKS.ended);
        return { kind: 'ended', outcome: givenUp(name, `${why}; ${stopped}`, view.proof) };
    }
    catch (error) {
        if (!run.signal?.aborted)
            throw error;
        return { kind: 'ended', outcome: await follow_task_cancelled(run, arn, name) };
    }
}
function waitForEnd(run, { arn, name, output }, { containerName }, order) {
    const { cluster, service, tasks, clock } = run;
    let provedAt = clock.now();
    const observe = async () => {
        const task = await tasks.describe(cluster.name, arn);
        await output.show();
        const isWaiting = task?.lastStatus === 'PROVISIONING' && clock.now() - provedAt >= PLACE_EVERY_MS;
        if (!isWaiting)
            return { task, proof: undefined };
        provedAt = clock.now();
        return { task, proof: await proveNoPlace(run, order.request, order.definition) };
    };
    return (0,wait/* waitFor */.f)({
        subject: `${name} before the deployment of ${service.name}`,
        observe,
        assess: ({ task, proof }) => proof ? { state: 'failed', message: proof.cause } : assessStandaloneTask(task, containerName),
        withinMs: (0,engine_deadline/* remainingMs */.X)({ deadline: order.deadline, clock }),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
}
/** Tells how the task ended; undefined where it did not. */
function told({ progress, service }, name, { kind, view: { task, proof }, message }) {
    if (!task || proof || kind === 'timed-out')
        return undefined;
    const isWell = kind === 'healthy';
    const how = `${message}${duration(task)}`;
    progress.emit({ kind: 'task-ended', service: service.name, task, isWell, message: how });
    if (isWell)
        return { kind: 'passed', evidence: `Before it, ${name} ran: ${how}.` };
    return { kind: 'ended', outcome: follow_task_failed(name, message, task) };
}
function duration({ startedAt, stoppedAt }) {
    if (startedAt === undefined || stoppedAt === undefined)
        return '';
    return ` after ${Math.round((stoppedAt - startedAt) / 1000)} s`;
}
function follow_task_failed(name, message, task) {
    const { evidence, nextStep } = explainFailure({ stopped: [task], targets: [], events: [] });
    return {
        kind: 'failed',
        summary: `The service was not updated: ${name} before the deployment failed: ${message}.`,
        evidence,
        nextStep: `${nextStep} The next run starts the task again.`,
    };
}
function givenUp(name, what, proof) {
    return {
        kind: 'failed',
        summary: `The service was not updated: ${name} before the deployment was given up: ${what}.`,
        evidence: [],
        nextStep: proof?.nextStep ??
            "Find out in this job's log what it waits for; raise timeoutSeconds of beforeDeployment in service.yaml if it only needs more time.",
    };
}
async function follow_task_cancelled(run, arn, name) {
    const what = run.onCancel === 'leave' ? 'it continues, as on-cancel says' : await stop(run, arn, 'The run was cancelled');
    return {
        kind: 'cancelled',
        summary: `Cancelled while ${name} ran before the deployment; ${what}. The service was not updated.`,
        evidence: [],
        nextStep: 'Run the job again: it waits until this task has ended, then starts it again.',
    };
}
/** Says what became of it. */
async function stop({ tasks, cluster }, arn, why) {
    try {
        await tasks.stop(cluster.name, arn, `ecs-gitops: ${why}`.slice(0, 255));
        return 'ECS was asked to stop it';
    }
    catch (error) {
        return `ECS did not accept the request to stop it (${error instanceof Error ? error.message : error})`;
    }
}

;// CONCATENATED MODULE: ./build/engine/deploy/before-deployment/start-task.js








const AGAIN_EVERY_MS = 5_000;
/**
 * Starts the task. Where ECS finds no room at this moment it is asked again until the deadline; what no waiting changes
 * is given up at once.
 */
async function startTask(run, order) {
    const { cluster, service, tasks, clock } = run;
    const { request, taskDefinition, definition, deadline } = order;
    const tags = (0,service_tags/* revisionTags */.nr)(cluster, service, run.commit);
    // Kept until ECS answers: after an answer that was lost, the repetition must not start a second task.
    let clientToken = (0,unique_name/* uniqueName */.Fi)(clock);
    const { view } = await (0,wait/* waitFor */.f)({
        subject: `a task of ${(0,model_arn/* revisionName */.p)(taskDefinition)}`,
        observe: async () => {
            const start = await tasks.run(cluster.name, { ...request, clientToken }, tags);
            clientToken = (0,unique_name/* uniqueName */.Fi)(clock);
            return { start, proof: start.kind === 'refused' ? await proveNoPlace(run, request, definition) : undefined };
        },
        assess: ({ start, proof }) => {
            if (start.kind === 'started')
                return { state: 'healthy', message: 'started' };
            const message = `ECS cannot place it: ${start.reasons.join('; ')}`;
            return { state: proof || !isPassingRefusal(start.reasons) ? 'failed' : 'pending', message };
        },
        withinMs: (0,engine_deadline/* remainingMs */.X)({ deadline, clock }),
        everyMs: AGAIN_EVERY_MS,
        signal: run.signal,
    }, run);
    const { start, proof } = view;
    if (start.kind === 'refused')
        return { kind: 'not-started', reasons: start.reasons, proof };
    const id = (0,model_arn/* arnName */.x)(start.task.arn);
    (0,write/* tellOfWrite */.k)(`task ${id} of ${(0,model_arn/* revisionName */.p)(taskDefinition)} before the deployment`, run);
    return start;
}

;// CONCATENATED MODULE: ./build/engine/deploy/before-deployment/run-before-deployment.js





/** Runs the task that has to end well before the service is updated, with the revision that the service is to get. */
async function runBeforeDeployment(run, before, { taskDefinition, definition }) {
    const { service, outputs, clock } = run;
    const deadline = clock.now() + before.timeoutSeconds * 1000;
    const busy = await waitForEarlierTask(run, deadline);
    if (busy.length > 0)
        return { kind: 'ended', outcome: stillWorking(busy) };
    const request = beforeDeploymentRequest(service, before, outputs, taskDefinition);
    const order = { request, taskDefinition, definition: overriddenDefinition(definition, before), deadline };
    const start = await startTask(run, order);
    if (start.kind === 'not-started')
        return { kind: 'ended', outcome: notStarted(start, order) };
    return followTask(run, start.task, before, order);
}
function stillWorking(ids) {
    return {
        kind: 'failed',
        summary: `The service was not updated: task ${ids.join(', ')} of an earlier run was still running at the deadline.`,
        evidence: [],
        nextStep: 'Run the job again when it has ended, or stop it in ECS; raise timeoutSeconds of beforeDeployment if it only needs more time.',
    };
}
function notStarted({ reasons, proof }, { taskDefinition }) {
    const cause = proof?.cause ?? `ECS could not place it (${reasons.join('; ')})`;
    return {
        kind: 'failed',
        summary: `The service was not updated: the task of ${(0,model_arn/* revisionName */.p)(taskDefinition)} before the deployment did not start: ${cause}.`,
        evidence: reasons.map((reason) => `RunTask: ${reason}`),
        nextStep: proof?.nextStep ??
            'Give the cluster room (a larger capacity.maxSize or instanceType in cluster.yaml) or smaller reservations in task-definition.yaml, then run the job again.',
    };
}

;// CONCATENATED MODULE: ./build/plan/scaling/scaling-policies.js


function stepPolicy(step) {
    const { adjustmentType = 'ChangeInCapacity', minAdjustmentMagnitude } = step;
    return {
        name: step.policyName,
        policy: {
            PolicyName: step.policyName,
            PolicyType: 'StepScaling',
            StepScalingPolicyConfiguration: {
                AdjustmentType: adjustmentType,
                StepAdjustments: stepAdjustments(step),
                ...(minAdjustmentMagnitude === undefined ? {} : { MinAdjustmentMagnitude: minAdjustmentMagnitude }),
                Cooldown: step.cooldownSeconds,
                MetricAggregationType: 'Average',
            },
        },
    };
}
function stepAdjustments(step) {
    const bound = isRising(step) ? 'MetricIntervalLowerBound' : 'MetricIntervalUpperBound';
    if (!step.stepAdjustments)
        return [{ [bound]: 0, ScalingAdjustment: step.adjustment }];
    return step.stepAdjustments.map((each) => ({
        ...(each.metricIntervalLowerBound === undefined ? {} : { MetricIntervalLowerBound: each.metricIntervalLowerBound }),
        ...(each.metricIntervalUpperBound === undefined ? {} : { MetricIntervalUpperBound: each.metricIntervalUpperBound }),
        ScalingAdjustment: each.scalingAdjustment,
    }));
}
function targetTrackingPolicy(tracking, outputs) {
    const { metricType } = tracking;
    const label = metricType === 'ALBRequestCountPerTarget' ? { ResourceLabel: requestCountLabel(outputs) } : {};
    return {
        name: tracking.policyName,
        policy: {
            PolicyName: tracking.policyName,
            PolicyType: 'TargetTrackingScaling',
            TargetTrackingScalingPolicyConfiguration: {
                TargetValue: tracking.targetValue,
                PredefinedMetricSpecification: { PredefinedMetricType: metricType, ...label },
                ScaleInCooldown: tracking.scaleInCooldownSeconds,
                ScaleOutCooldown: tracking.scaleOutCooldownSeconds,
                DisableScaleIn: tracking.disableScaleIn ?? false,
            },
        },
    };
}
function predictivePolicy(predictive) {
    const { policyName, metricPairType, targetValue, maxCapacityBufferPercent: buffer } = predictive;
    const breach = buffer === undefined
        ? { MaxCapacityBreachBehavior: 'HonorMaxCapacity' }
        : { MaxCapacityBreachBehavior: 'IncreaseMaxCapacity', MaxCapacityBuffer: buffer };
    const pair = { PredefinedMetricPairSpecification: { PredefinedMetricType: metricPairType } };
    return {
        name: policyName,
        policy: {
            PolicyName: policyName,
            PolicyType: 'PredictiveScaling',
            PredictiveScalingPolicyConfiguration: {
                MetricSpecifications: [{ TargetValue: targetValue, ...pair }],
                Mode: predictive.mode,
                SchedulingBufferTime: predictive.schedulingBufferSeconds,
                ...breach,
            },
        },
    };
}
/**
 * `app/<load balancer>/<id>/targetgroup/<target group>/<id>`, as PutScalingPolicy wants it; of the first target group.
 */
function requestCountLabel({ cluster, service }) {
    const loadBalancer = cluster?.[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerArn]?.split(':loadbalancer/')[1];
    const targetGroup = service?.[(0,stack_names/* targetGroupOutput */.sq)(1)]?.split(':').at(-1);
    return loadBalancer && targetGroup ? `${loadBalancer}/${targetGroup}` : KNOWN_AFTER_APPLY;
}
/** A step's bounds are relative to the alarm's threshold: upwards where the alarm means "more than". */
function isRising({ comparisonOperator }) {
    return comparisonOperator.startsWith('Greater');
}

;// CONCATENATED MODULE: ./build/plan/scaling/scaling-desired.js



/** Config's scaling as Application Auto Scaling and CloudWatch take it. */
function desiredScaling(cluster, serviceName, scaling, outputs) {
    const drives = scaling.drivesInstances && cluster.capacity.instanceScaling === 'alarms';
    const instancePolicy = (output) => drives ? [outputs.cluster?.[output] ?? KNOWN_AFTER_APPLY] : [];
    const steps = scaling.steps
        ? [
            { step: scaling.steps.scaleOut, otherActions: instancePolicy(stack_names/* CLUSTER_OUTPUTS */.K0.scaleOutPolicyArn) },
            { step: scaling.steps.scaleIn, otherActions: instancePolicy(stack_names/* CLUSTER_OUTPUTS */.K0.scaleInPolicyArn) },
        ]
        : [];
    return {
        target: {
            minCapacity: scaling.minCapacity,
            maxCapacity: scaling.maxCapacity,
            ...(scaling.suspended ? { suspended: scaling.suspended } : {}),
        },
        policies: [
            ...steps.map(({ step }) => stepPolicy(step)),
            ...scaling.targetTracking.map((tracking) => targetTrackingPolicy(tracking, outputs)),
            ...(scaling.predictive ?? []).map(predictivePolicy),
        ],
        alarms: steps.map(({ step, otherActions }) => ({
            name: step.alarmName,
            policyName: step.policyName,
            otherActions,
            alarm: stepAlarm(step, cluster.name, serviceName),
        })),
    };
}
function stepAlarm(step, clusterName, serviceName) {
    return {
        AlarmName: step.alarmName,
        Namespace: 'AWS/ECS',
        MetricName: step.metricName,
        Dimensions: [
            { Name: 'ClusterName', Value: clusterName },
            { Name: 'ServiceName', Value: serviceName },
        ],
        Statistic: 'Average',
        Period: step.periodSeconds,
        EvaluationPeriods: step.evaluationPeriods,
        Threshold: step.thresholdPercent,
        ComparisonOperator: step.comparisonOperator,
    };
}

;// CONCATENATED MODULE: ./build/plan/scaling/scaling-notes.js
const SUSPENSIONS = {
    dynamicScalingInSuspended: 'Scaling in',
    dynamicScalingOutSuspended: 'Scaling out',
    scheduledScalingSuspended: 'Scheduled scaling',
};
/** What autoscaling does by itself, or does not do, that no change of the plan shows. */
function scalingNotes(scaling, live) {
    if (!scaling)
        return [];
    return [...boundsNotes(scaling, live), ...suspensionNotes(scaling, live)];
}
/** Registering a target outside of whose bounds the count is makes AWS move the count; an alarm does so later. */
function boundsNotes({ minCapacity, maxCapacity }, { target, desiredCount }) {
    if (desiredCount === undefined)
        return [];
    const moved = Math.min(maxCapacity, Math.max(minCapacity, desiredCount));
    if (moved === desiredCount)
        return [];
    const bound = moved > desiredCount ? `minCapacity ${minCapacity}` : `maxCapacity ${maxCapacity}`;
    const isNew = target?.minCapacity !== minCapacity || target?.maxCapacity !== maxCapacity;
    return [
        isNew
            ? `Application Auto Scaling moves the desired count from ${desiredCount} to ${moved} by itself, once ${bound} is set.`
            : `The desired count is ${desiredCount}, outside of ${bound}. Application Auto Scaling owns it and corrects it when it next scales.`,
    ];
}
function suspensionNotes({ suspended }, { target }) {
    if (suspended || !target?.suspended)
        return [];
    const { suspended: live } = target;
    return Object.keys(SUSPENSIONS)
        .filter((kind) => live[kind])
        .map((kind) => `${SUSPENSIONS[kind]} is suspended on the scalable target. Config does not say whether it should be; scaling.suspendedState in service.yaml can.`);
}

;// CONCATENATED MODULE: ./build/plan/scaling/scaling-alarms.js



/** Every property of PutMetricAlarm, CloudWatch's defaults filled in. */
function alarmDifferences(live, desired) {
    return differences(live && normalAlarm(live.description), normalAlarm(desired));
}
/**
 * An alarm's name is account-wide: one that watches something else, or is not marked as ours, is not to be overwritten.
 */
function foreignAlarm(live, desired, ownership) {
    const watchesOther = differences(normalDimensions(live.description['Dimensions']), normalDimensions(desired['Dimensions'])).length > 0;
    const isMarked = Object.entries(ownership).every(([key, value]) => live.tags[key] === value);
    if (!watchesOther && isMarked)
        return undefined;
    const tags = Object.entries(ownership).map(([key, value]) => `${key}=${value}`);
    return {
        resource: `alarm ${live.name}`,
        property: watchesOther ? 'Dimensions' : 'Tags',
        loss: watchesOther
            ? 'an alarm of this name exists and watches something else; it would be overwritten'
            : "an alarm of this name exists and is not marked as this service's; it would be overwritten",
        forbidden: `Give the alarm another alarmName in service.yaml; or, if nobody needs the one that exists, delete it${watchesOther ? '' : ` or tag it ${tags.join(' and ')}`}.`,
        allowed: false,
    };
}
function normalAlarm(alarm) {
    const stated = Object.entries(alarm).filter(([, value]) => value !== null && !((0,json/* isList */.Lv)(value) && value.length === 0));
    const { Dimensions, AlarmActions, ...rest } = Object.fromEntries(stated);
    return {
        ActionsEnabled: true,
        TreatMissingData: 'missing',
        AlarmDescription: '',
        DatapointsToAlarm: rest['EvaluationPeriods'] ?? 1,
        ...rest,
        Dimensions: normalDimensions(Dimensions),
        AlarmActions: unordered(AlarmActions ?? []),
    };
}
function normalDimensions(dimensions) {
    const list = (0,json/* objectsOf */.iZ)(dimensions);
    return Object.fromEntries(list.map(({ Name, Value }) => [String(Name), Value ?? '']));
}

;// CONCATENATED MODULE: ./build/plan/scaling/scaling-plan.js



/**
 * Desired scaling (undefined: none) against the live one. `ownership` are the tags that mark an alarm as this
 * service's.
 */
function planScaling(desired, live, ownership) {
    const steps = [
        ...targetSteps(desired, live),
        ...(desired?.policies ?? []).flatMap((policy) => policySteps(policy, live)),
        ...(desired?.alarms ?? []).flatMap((alarm) => alarmSteps(alarm, live, ownership)),
        ...staleSteps(desired, live, ownership),
    ];
    return {
        changes: steps.flatMap(({ change }) => change ?? []),
        dangers: steps.flatMap(({ danger }) => danger ?? []),
        writes: steps.flatMap(({ write }) => write ?? []),
    };
}
function targetSteps(desired, { target }) {
    if (!desired)
        return [];
    const found = differences(target && comparable(target, desired), comparable(desired.target, desired));
    if (found.length === 0)
        return [];
    const change = changeOf('scalable target', 'AWS::ApplicationAutoScaling::ScalableTarget', target, found);
    return [{ change, write: { kind: 'register-target', ...desired.target } }];
}
/** What pauses is compared only where config says it. */
function comparable({ suspended, ...bounds }, { target }) {
    return { ...bounds, ...(target.suspended && suspended ? { suspendedState: { ...suspended } } : {}) };
}
function policySteps({ name, policy }, { policies }) {
    const live = policies.find((each) => each.name === name);
    const found = differences(live && normalPolicy(live.description), normalPolicy(policy));
    if (found.length === 0)
        return [];
    const change = changeOf(`scaling policy ${name}`, 'AWS::ApplicationAutoScaling::ScalingPolicy', live, found);
    return [{ change, write: { kind: 'put-policy', name, policy } }];
}
function alarmSteps({ name, policyName, otherActions, alarm }, { policies, alarms }, ownership) {
    const live = alarms.find((each) => each.name === name);
    const danger = live && foreignAlarm(live, alarm, ownership);
    if (danger)
        return [{ danger }];
    const policyArn = policies.find((policy) => policy.name === policyName)?.arn ?? KNOWN_AFTER_APPLY;
    const found = alarmDifferences(live, { ...alarm, AlarmActions: [policyArn, ...otherActions] });
    if (found.length === 0)
        return [];
    const change = changeOf(`alarm ${name}`, 'AWS::CloudWatch::Alarm', live, found);
    return [{ change, write: { kind: 'put-alarm', name, alarm, policyName, otherActions } }];
}
/** What the service has and config no longer says: alarms first, so that none fires at a policy that is gone. */
function staleSteps(desired, live, ownership) {
    const isOurs = ({ tags }) => Object.entries(ownership).every(([key, value]) => tags[key] === value);
    const alarms = live.alarms.filter((alarm) => isOurs(alarm) && !desired?.alarms.some(({ name }) => name === alarm.name));
    const policies = live.policies.filter(({ name }) => !desired?.policies.some((policy) => policy.name === name));
    const names = alarms.map(({ name }) => name);
    return [
        ...alarms.map(({ name }) => ({ change: removal(`alarm ${name}`, 'AWS::CloudWatch::Alarm') })),
        ...(names.length > 0 ? [{ write: { kind: 'delete-alarms', names } }] : []),
        ...policies.map(({ name }) => ({
            change: removal(`scaling policy ${name}`, 'AWS::ApplicationAutoScaling::ScalingPolicy'),
            write: { kind: 'delete-policy', name },
        })),
        ...(live.target && !desired
            ? [
                {
                    change: removal('scalable target', 'AWS::ApplicationAutoScaling::ScalableTarget'),
                    write: { kind: 'deregister-target' },
                },
            ]
            : []),
    ];
}
/** Application Auto Scaling describes a switch that is off; nobody states it. */
function normalPolicy(policy) {
    const tracking = policy['TargetTrackingScalingPolicyConfiguration'];
    if (typeof tracking !== 'object' || tracking === null)
        return policy;
    return { ...policy, TargetTrackingScalingPolicyConfiguration: { DisableScaleIn: false, ...tracking } };
}
function changeOf(resource, type, live, found) {
    const properties = live ? propertyChanges(found) : [];
    const isKnown = !properties.some(({ after }) => after.kind === 'known-after-apply');
    return {
        action: live ? 'modify' : 'add',
        resource,
        type,
        properties,
        certainty: isKnown ? 'certain' : 'known-after-apply',
    };
}
function removal(resource, type) {
    return { action: 'remove', resource, type, properties: [], certainty: 'certain' };
}

;// CONCATENATED MODULE: ./build/plan/task-definition/old-revisions.js



/** The revisions beyond those that are kept, oldest first. `active` is newest first. */
function revisionsBeyond(keep, active) {
    return active.slice(keep).toReversed();
}
/** The row of the plan that tells what goes after the deployment; what is in use by then stays all the same. */
function oldRevisionsChange({ keepRevisions, source }, { active, registers, live }) {
    if (keepRevisions === undefined)
        return undefined;
    const beyond = revisionsBeyond(keepRevisions - (registers ? 1 : 0), active).filter((arn) => arn !== live);
    if (beyond.length === 0)
        return undefined;
    const text = beyond.map((arn) => (0,model_arn/* revisionName */.p)(arn)).join(', ');
    return {
        action: 'remove',
        resource: 'old revisions that nothing uses',
        type: 'AWS::ECS::TaskDefinition',
        properties: [{ path: 'revisions', before: { kind: 'value', text }, after: { kind: 'absent' } }],
        certainty: 'conditional',
        at: (0,model_source/* positionOf */.d)(source, ['keepRevisions']),
    };
}
/** Whether a revision was registered for this service by this toolkit, and is still there. */
function isOwnRevision(view, cluster, service) {
    if (view?.status !== 'ACTIVE')
        return false;
    return view.tags[stack_names/* STACK_TAGS */.zt.cluster] === cluster && view.tags[stack_names/* STACK_TAGS */.zt.service] === service;
}

;// CONCATENATED MODULE: ./build/plan/task-definition/task-definition-plan.js






/**
 * Config against the live revision. A new one is registered only where neither the live nor the latest one is equal.
 */
function planTaskDefinition(service, overrides, { live, latest, isStated = false }) {
    const images = imagesOf(service, overrides, live?.definition);
    const definition = withImages(service, images);
    const found = differences(live && normalOf(live), normalTaskDefinition(definition));
    const isUsable = (view) => view.status === 'ACTIVE' && differences(normalOf(view), normalTaskDefinition(definition)).length === 0;
    const existing = [live, latest].find((view) => view !== undefined && isUsable(view));
    const revision = existing ? { arn: existing.arn } : { register: definition };
    if (existing && (!live || existing === live))
        return { revision, images, definition, change: undefined };
    const change = {
        action: live ? 'modify' : 'add',
        resource: 'task definition',
        type: 'AWS::ECS::TaskDefinition',
        physicalId: live?.arn,
        properties: live ? [...deregistered(live), ...propertyChanges(found, isStated ? undefined : isPrivate)] : [],
        certainty: 'certain',
        at: (0,model_source/* positionOf */.d)(service.taskDefinition.source, found.length === 1 ? documentPath(definition, found[0]?.path) : []),
    };
    return { revision, images, definition, change };
}
function normalOf(view) {
    return normalTaskDefinition(view.definition);
}
function deregistered({ status }) {
    if (status === 'ACTIVE')
        return [];
    return [{ path: 'status', before: { kind: 'value', text: status }, after: { kind: 'value', text: 'ACTIVE' } }];
}
/** Where a normal form's path stands in the file, as far as it can be told. */
function documentPath(definition, path) {
    const [list = '', name, ...rest] = path ?? [];
    if (list !== 'containerDefinitions')
        return [list];
    const index = containersOf(definition).findIndex((container) => container['name'] === name);
    return index < 0 ? [list] : [list, index, ...rest];
}

;// CONCATENATED MODULE: ./build/plan/service/service-digest.js




/**
 * The digest of a service's plan. It is the same before and after the stacks exist that it stands on: ARNs of their
 * outputs count as unknown in either case, so that a first deployment is the one that was reviewed. So does the
 * revision that scheduled tasks start and are to start: each deployment makes another one.
 */
function serviceDigest(id, changes, done, outputs) {
    const known = [outputs.cluster, outputs.service].flatMap((each) => Object.values(each ?? {}));
    // Longest first: one may begin with another.
    const arns = known.filter((value) => value.startsWith('arn:')).toSorted((a, b) => b.length - a.length);
    const withoutArns = (text) => arns.reduce((rest, arn) => rest.replaceAll(arn, KNOWN_AFTER_APPLY), text);
    return (0,digest/* unitDigest */.vi)(id, changes.map((change) => ({
        ...change,
        certainty: 'certain',
        properties: change.properties.map((property) => change.type === SCHEDULE_TYPE ? { ...property, after: service_digest_UNKNOWN } : withoutUnknown(property, withoutArns)),
    })), withoutArns((0,json/* canonicalJson */.dj)(done)));
}
const service_digest_UNKNOWN = { kind: 'known-after-apply' };
/** What a service had before is what is live: it counts also where the value after follows from a stack. */
function withoutUnknown(property, withoutArns) {
    const { path, before, after } = property;
    const isUnknown = after.kind === 'known-after-apply' || (after.kind === 'value' && withoutArns(after.text) !== after.text);
    if (!isUnknown)
        return property;
    const live = before.kind === 'value' ? { kind: 'value', text: withoutArns(before.text) } : before;
    return { path: withoutArns(path), before, after: service_digest_UNKNOWN, live };
}

// EXTERNAL MODULE: ./build/model/service-stack.js
var service_stack = __webpack_require__(3268);
;// CONCATENATED MODULE: ./build/plan/service/service-units.js



/** Ids of units that must be right before the service can be: its stacks, and the services that it depends on. */
function unitNeeds(cluster, service) {
    const stacks = [(0,stack_names/* clusterStackName */.CW)(cluster.name)];
    if ((0,service_stack/* needsStack */.U)(service))
        stacks.push((0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name));
    return [...stacks.map(unit_id/* stackUnitId */._), ...service.dependsOn.map((name) => (0,unit_id/* serviceUnitId */.L)(cluster.name, name))];
}

;// CONCATENATED MODULE: ./build/plan/service/service-plan.js
















const HIDDEN = 'It is unknown whether what serves was ever in config: values of it that may be secrets are overwritten, and not shown.';
/** What it takes to bring a live service to what is wanted; nothing where it is so already. */
function planService(wanted, live) {
    const { cluster, service, overrides, outputs } = wanted;
    const taskDefinition = planTaskDefinition(service, overrides, {
        live: live.taskDefinition,
        latest: live.latestTaskDefinition,
        isStated: live.taskDefinition && isStatedDefinition(live.taskDefinition.definition, live.service?.tags ?? {}),
    });
    const scaling = planScaling(service.scaling && desiredScaling(cluster, service.name, service.scaling, outputs), live.scaling, (0,service_tags/* ownershipTags */.dt)(cluster, service));
    const settings = live.service
        ? planUpdate(wanted, { ...live, service: live.service }, taskDefinition.revision)
        : planCreation(wanted);
    const at = (0,model_source/* positionOf */.d)(service.source, ['scaling']);
    const isMoving = moves(taskDefinition, live.service);
    const before = isMoving ? service.beforeDeployment : undefined;
    const revisions = {
        active: live.activeRevisions,
        registers: !('arn' in taskDefinition.revision),
        live: live.service?.taskDefinition,
    };
    const old = isMoving ? oldRevisionsChange(service, revisions) : undefined;
    const changes = [
        ...[taskDefinition.change, before && beforeDeploymentChange(service, before), settings.change].flatMap((change) => change ?? []),
        ...scaling.changes.map((change) => ({ ...change, at })),
        ...scheduledTaskChanges(service, live.scheduledTargets, taskDefinition.revision),
        ...(old ? [old] : []),
    ];
    const tags = live.service ? (0,service_tags/* missingTags */.Ys)((0,service_tags/* serviceTags */.Th)(cluster, service), live.service.tags) : {};
    // What changes of a task definition is spelt out; a first one is not. Whether its revision is there already, from a
    // run that went no further, makes no other plan.
    const definition = taskDefinition.change?.action === 'add' ? taskDefinition.definition : undefined;
    const hidden = changes.some(({ properties }) => properties.some((property) => property.before.kind === 'secret'));
    const done = {
        definition,
        service: settings.write,
        tags,
        scaling: scaling.writes,
        // Stands for values that are overwritten and not told: whoever sets others makes another deployment.
        ...(hidden && { overwritten: (live.service && (0,model_service_views/* primaryOf */.O)(live.service)?.id) ?? null }),
    };
    const missing = missingOutputs(cluster, service, outputs);
    const id = (0,unit_id/* serviceUnitId */.L)(cluster.name, service.name);
    return {
        unit: {
            id,
            kind: 'service',
            changes,
            dangers: [...settings.dangers, ...scaling.dangers],
            needs: unitNeeds(cluster, service),
            // Which revisions go is found out when they do: a review holds whatever they are by then.
            digest: serviceDigest(id, changes.filter((change) => change !== old), done, outputs),
            notes: [
                ...(hidden ? [HIDDEN] : []),
                ...(missing.length === 0 ? [] : [`Its stacks come first: ${missing.join(', ')} is known only then.`]),
                ...scalingNotes(service.scaling, {
                    target: live.scaling.target,
                    desiredCount: live.service?.desiredCount,
                }),
            ],
        },
        taskDefinition,
        service: settings.write,
        tags,
        digestsTag: configDigestsTag(live.service?.tags ?? {}, [
            definitionDigest(taskDefinition.definition),
            settingsDigest(desiredSettings(service, outputs)),
        ]),
        scaling: scaling.writes,
        before,
    };
}
function moves({ revision }, live) {
    return !('arn' in revision) || revision.arn !== live?.taskDefinition;
}

;// CONCATENATED MODULE: ./build/engine/observe/live-service.js


/** Everything of a service that config has a say in, as it is now. Reads only. Throws SCHEDULED_TASK_UNSUITABLE. */
async function observeService(cluster, service, readService, { services, taskDefinitions, scaling, scheduledTasks }) {
    const live = await readService(service.name);
    const [taskDefinition, latestTaskDefinition, activeRevisions, revision, liveScaling, scheduled] = await Promise.all([
        live && taskDefinitions.describe(live.taskDefinition),
        taskDefinitions.describe(service.taskDefinition.family),
        service.keepRevisions === undefined ? [] : taskDefinitions.active(service.taskDefinition.family),
        live && observeRevision(service, live, services),
        observeScaling(cluster, service, scaling),
        observeScheduledTargets(service, scheduledTasks),
    ]);
    return {
        service: live,
        taskDefinition,
        latestTaskDefinition,
        activeRevisions,
        revision,
        scaling: liveScaling,
        scheduledTargets: scheduled,
    };
}
/** The service revision that serves, read only where config states something that nothing else describes. */
async function observeRevision({ settings }, { description }, services) {
    const isNeeded = Object.keys(settings).some((name) => SETTINGS[name]?.described === 'revision');
    const current = description['currentServiceRevisions'];
    const arn = Array.isArray(current)
        ? current.map(({ arn }) => arn).find((arn) => typeof arn === 'string')
        : undefined;
    if (!isNeeded || !arn)
        return undefined;
    const [revision] = await services.revisions([arn]);
    return revision?.description;
}
async function observeScaling(cluster, service, scaling) {
    const [target, policies] = await Promise.all([
        scaling.target(cluster, service.name),
        scaling.policies(cluster, service.name),
    ]);
    const { steps } = service.scaling ?? {};
    const named = steps ? [steps.scaleOut.alarmName, steps.scaleIn.alarmName] : [];
    const names = [...new Set([...named, ...policies.flatMap(({ alarmNames }) => alarmNames)])];
    const alarms = await scaling.alarms(names);
    return { target, policies, alarms: alarms.filter((alarm) => alarm !== undefined) };
}

;// CONCATENATED MODULE: ./build/engine/deploy/plan-of.js


/** Looks at the live service and plans. */
async function planOf(run) {
    const [observed, forwards] = await Promise.all([
        observeService(run.cluster.name, run.service, run.readService, run),
        run.productionRules.length > 0 ? run.targets.forwards(run.productionRules) : [],
    ]);
    const live = { ...observed, forwards };
    return { service: run.service.name, live, plan: planService(run, live) };
}

;// CONCATENATED MODULE: ./build/engine/deploy/verified.js



/** Watches from before the first write whether a service that exists goes on answering, where config has `verify`. */
async function watchService(run, { live }) {
    return live.service && run.verification?.watch(askedOf(run));
}
/** Lets the answers decide of what config has planned. `watch` ends with it. */
async function verified(run, planned, ending, watch) {
    const { verification } = run;
    const wantsTasks = wantedTasks(planned, run) > 0;
    return judgeAnswers(run, { verification, asked: askedOf(run), facts: verified_factsOf(run, planned), wantsTasks }, ending, watch);
}
function askedOf({ cluster, service, outputs, signal }) {
    return { cluster, service, dnsName: outputs.cluster?.[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerDnsName], signal };
}
/** The commit of a revision that was there before is the one in its tags. */
function verified_factsOf({ commit }, { live, plan }) {
    const { images, revision } = plan.taskDefinition;
    if ('register' in revision)
        return { images, commit };
    const known = [live.taskDefinition, live.latestTaskDefinition].find((view) => view?.arn === revision.arn);
    return { images, commit: known?.tags[service_tags/* COMMIT_TAG */.z2] };
}
function wantedTasks({ live }, { service }) {
    return (service.scaling ? live.service?.desiredCount : undefined) ?? service.desiredCount;
}

;// CONCATENATED MODULE: ./build/engine/deploy/apply-service.js















/**
 * Brings one service to what its plan says and follows it to an outcome. What AWS refuses on the way is an outcome too.
 */
async function applyService(run, first, { hasWaited }) {
    let planned = first;
    let ending;
    try {
        if (hasWaited)
            planned = await planAgain(run, planned);
        const busy = await waitForOthers();
        ending = busy ?? (await bringTo(run, planned));
    }
    catch (error) {
        ending = { outcome: endedBy(run, error) };
    }
    return resultOf(run, planned.plan.unit, ending, planned.live.service);
    /** Plans anew after each wait, since what was waited for has changed the service. */
    async function waitForOthers() {
        while (apply_service_mustWait(planned)) {
            const busy = await waitUntilIdle(run);
            if (busy)
                return { outcome: busy };
            planned = await planAgain(run, planned);
        }
        return undefined;
    }
}
async function bringTo(run, planned) {
    const { unit } = planned.plan;
    const refusal = refusalOf(run, planned);
    if (refusal)
        return { outcome: refusal };
    const { definition } = planned.plan.taskDefinition;
    if (unit.changes.length === 0) {
        return verified(run, planned, await followUnderWay(run, planned.live.service, definition));
    }
    const hurried = startsDeployment(planned) ? tooLittleTime(run, 'start') : undefined;
    if (hurried)
        return { outcome: hurried };
    const watch = await watchService(run, planned);
    try {
        return await deployWatched(run, planned, watch);
    }
    finally {
        await watch?.stop();
    }
}
/** What is watched begins with the task before the deployment: it may break the version that serves. */
async function deployWatched(run, planned, watch) {
    const tags = (0,service_tags/* revisionTags */.nr)(run.cluster, run.service, run.commit);
    const taskDefinition = await ensureRevision(run, planned.plan.taskDefinition.revision, tags);
    const { before } = planned.plan;
    if (!before)
        return deployRevision(run, planned, taskDefinition, watch);
    const startedAt = run.clock.now();
    const { definition } = planned.plan.taskDefinition;
    const task = await runBeforeDeployment(run, before, { taskDefinition, definition });
    if (task.kind === 'ended')
        return verified(run, planned, { outcome: task.outcome }, watch);
    const rollout = { ...run, deadline: run.deadline + run.clock.now() - startedAt };
    const { outcome, ...ending } = await deployAfterTask(rollout, planned, taskDefinition, watch);
    return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, task.evidence] } };
}
/** Looks at the service again, since the task may have taken long enough for others to change it. */
async function deployAfterTask(run, before, taskDefinitionArn, watch) {
    const busy = await waitUntilIdle(run);
    if (busy)
        return { outcome: busy };
    const planned = await planAgain(run, before);
    const refusal = refusalOf(run, planned);
    return refusal ? { outcome: refusal } : deployRevision(run, planned, taskDefinitionArn, watch);
}
/** A plan that differs from the one before is shown. */
async function planAgain(run, { plan: { unit } }) {
    const planned = await planOf(run);
    if (planned.plan.unit.digest !== unit.digest)
        run.progress.emit({ kind: 'plan', units: [planned.plan.unit] });
    return planned;
}
function refusalOf({ cluster, reviewed }, { plan: { unit } }) {
    return (0,refused_plan/* refusedPlan */.G)(unit, cluster) ?? (0,unreviewed_plan/* unreviewedPlan */.Y)(unit, reviewed);
}
async function deployRevision(run, planned, taskDefinitionArn, watch) {
    const { definition } = planned.plan.taskDefinition;
    const { started, finish } = await applyPlan(run, planned, taskDefinitionArn);
    const ending = started
        ? await follow(run, started, definition, { mayStop: true })
        : await settleCount(run, { definition, desiredCount: writtenCount(planned) });
    const finished = (0,model_outcome/* isGreen */.gf)(ending.outcome.kind) ? await finishing(run, ending, finish) : ending;
    const proven = await verified(run, planned, { ...finished, taskDefinitionArn }, watch);
    const { scheduledTasks } = run;
    return moveScheduledTasks(run, proven, { scheduledTasks, targets: planned.live.scheduledTargets, taskDefinitionArn });
}
/** Where the run is cancelled meanwhile, the version is still unproven. */
async function finishing(run, ending, finish) {
    try {
        await finish();
        return ending;
    }
    catch (error) {
        if (!run.signal?.aborted)
            throw error;
        const outcome = {
            kind: 'cancelled',
            summary: `Cancelled before the scaling of ${run.service.name} was set up: ${ending.outcome.summary}`,
            evidence: [],
            nextStep: 'Run the job again: it sets the scaling up.',
        };
        return { ...ending, outcome };
    }
}
function writtenCount({ plan: { service } }) {
    const { desiredCount } = service.kind === 'update' ? service.request : {};
    return typeof desiredCount === 'number' ? desiredCount : undefined;
}
/** Whether there is something to shift traffic from: not where the service is made. */
function startsDeployment({ plan: { service } }) {
    return service.kind === 'update' && service.deploys;
}
/** A deployment of exactly what is wanted is followed instead. */
function apply_service_mustWait({ live, plan }) {
    if (!live.service || underWay(live.service) === undefined)
        return false;
    return plan.unit.changes.length > 0 || rollingDeployment(live.service) === undefined;
}

;// CONCATENATED MODULE: ./build/engine/deploy/batched-reads.js
/**
 * Reads by key, of which those that come within a window are made as one call of `load`, which answers in the order of
 * the keys.
 */
function batchedReads(load, { clock, windowMs }) {
    let keys;
    let batch;
    const begin = async (asked) => {
        if (windowMs > 0)
            await clock.sleep(windowMs);
        keys = undefined;
        batch = undefined;
        const order = [...asked];
        const values = await load(order);
        return new Map(order.map((key, index) => [key, values[index]]));
    };
    return async (key) => {
        if (windowMs === 0)
            return (await load([key]))[0];
        keys ??= new Set();
        keys.add(key);
        batch ??= begin(keys);
        return (await batch).get(key);
    };
}

;// CONCATENATED MODULE: ./build/engine/deploy/in-order.js

/**
 * Runs all services at once, each as soon as those that it depends on have ended well. One that ended badly, or
 * stands still, keeps back only what depends on it: for those `heldBack` makes the result. What is not among `jobs` is
 * not waited for.
 */
async function inOrder(jobs, run, heldBack) {
    const started = new Map();
    const byName = new Map(jobs.map((job) => [job.service.name, job]));
    const start = (job) => {
        const running = started.get(job.service.name) ?? begin(job);
        started.set(job.service.name, running);
        return running;
    };
    const begin = async (job) => {
        const needed = job.service.dependsOn.flatMap((name) => byName.get(name) ?? []);
        for (const each of needed) {
            const { name } = each.service;
            const { kind } = (await start(each)).outcome;
            if (!(0,model_outcome/* isDone */.$L)(kind))
                return heldBack(job, `service ${name}, which it depends on, ended ${kind}`);
        }
        return run(job, { hasWaited: needed.length > 0 });
    };
    return Promise.all(jobs.map(start));
}

// EXTERNAL MODULE: ./build/plan/leftovers.js
var leftovers = __webpack_require__(8022);
// EXTERNAL MODULE: ./build/engine/removal/delete-service.js
var delete_service = __webpack_require__(6295);
// EXTERNAL MODULE: ./build/health/service/deleted-service.js
var deleted_service = __webpack_require__(5900);
;// CONCATENATED MODULE: ./build/engine/removal/drain-service.js






/**
 * Takes a service's tasks away while it still exists: each leaves its targets, and ends what it has begun, before it is
 * stopped. Returns why it could not, undefined where no task is left. Nothing may scale the service any more.
 */
async function drainService({ name, status, desiredCount, description }, run) {
    const { services, cluster } = run;
    if (status !== 'ACTIVE' || (0,model_strategy/* isDaemon */.Hv)(description))
        return undefined;
    if (desiredCount > 0) {
        await services.update(cluster.name, name, { desiredCount: 0 });
        (0,write/* tellOfWrite */.k)(`desired count 0 of service ${name}`, run);
    }
    const { kind, message } = await (0,wait/* waitFor */.f)({
        subject: `service ${name}`,
        observe: () => (0,read_services/* readService */.u)(services, cluster.name, name),
        assess: deleted_service/* assessDrainedService */.D,
        ...(0,engine_deadline/* patience */._)(run),
    }, run);
    if (kind === 'healthy')
        return undefined;
    return {
        kind,
        summary: `Service ${name} was not removed: its tasks did not end in time: ${message}.`,
        evidence: [],
        nextStep: 'They continue to drain by themselves. Run the job again.',
    };
}

// EXTERNAL MODULE: ./build/engine/removal/look-for-leftovers.js
var look_for_leftovers = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/engine/removal/removal-units.js
var removal_units = __webpack_require__(3894);
;// CONCATENATED MODULE: ./build/engine/deploy/leftovers.js













/** Where several runs share a cluster's services, what there is besides is left to the one that has config's first. */
function mindsLeftovers({ cluster, services }) {
    const [first] = cluster.services;
    return first === undefined || services.includes(first.name);
}
/** The consents for which the run sees everything that they could allow; `leftovers` are those that it looked for. */
function partsOf({ cluster, services }, leftovers) {
    const isWhole = cluster.services.every(({ name }) => services.includes(name));
    return [...(isWhole ? ['services'] : []), ...(leftovers ? ['leftovers'] : [])];
}
/**
 * Finds what config has forgotten. What may not be removed is told of and left alone. undefined where it is another
 * run's, or where the role may not look.
 */
async function findLeftovers(request, ports) {
    if (!mindsLeftovers(request))
        return undefined;
    const { cluster } = request;
    const look = () => (0,read_services/* readLiveServices */.z)(ports.services, cluster.name);
    const live = await (0,look_for_leftovers/* lookForLeftovers */.J)('service', look, { cluster, progress: ports.progress });
    return (live &&
        (0,leftovers/* leftoverServices */.y3)(cluster, live).flatMap((service) => {
            const danger = (0,leftovers/* serviceRemoval */.Uz)(cluster, service.name);
            if (danger.allowed)
                return [{ service, unit: (0,removal_units/* removedService */.U6)(cluster.name, service, [danger]) }];
            const how = cluster.services.length === 0
                ? 'Config has no services at all, so nothing is removed; to delete the whole cluster, run `provision` with `mode: destroy`.'
                : `To remove it, add under allow in cluster.yaml: ${(0,plan_danger/* consentText */.AC)(danger)}`;
            const message = `Service ${service.name} is live, but no longer in config. It is not changed. ${how}`;
            ports.progress.emit({ kind: 'notice', message });
            return [];
        }));
}
/** What a plan says of them. */
function planRemovals(leftovers, { progress }) {
    return leftovers.map(({ service, unit }) => {
        const outcome = { kind: 'planned', summary: 'Applying would remove the service.', evidence: [] };
        (0,tell_outcome/* tellOutcome */.G)(unit, outcome, progress);
        return leftovers_resultOf(service, unit, outcome, false);
    });
}
/**
 * Removes what is left over, last of all: where a service of the run has ended badly, or stands still, it may still be
 * needed.
 */
async function removeLeftovers(leftovers, deployed, request, ports) {
    const undone = deployed.find(({ outcome }) => !(0,model_outcome/* isDone */.$L)(outcome.kind));
    const results = [];
    for (const { service, unit } of leftovers) {
        const held = undone ? heldBack(undone) : (0,unreviewed_plan/* unreviewedPlan */.Y)(unit, request.reviewed);
        const outcome = held ?? (await removed(service, request, ports));
        (0,tell_outcome/* tellOutcome */.G)(unit, outcome, ports.progress);
        results.push(leftovers_resultOf(service, unit, outcome, held === undefined));
    }
    return results;
}
function leftovers_resultOf({ name }, unit, outcome, changed) {
    return { service: name, unit, outcome, changed, taskDefinitionArn: undefined, deploymentId: undefined };
}
function removed(service, request, ports) {
    const { cluster, timeoutMs, signal } = request;
    const run = { ...ports, cluster, signal, deadline: ports.clock.now() + timeLimitMs(timeoutMs) };
    const work = async () => {
        await (0,delete_service/* deleteScaling */.x)(service.name, undefined, run);
        return (await drainService(service, run)) ?? (0,delete_service/* deleteService */.h)(service.name, run);
    };
    const cancelled = {
        summary: `Cancelled while service ${service.name} was being removed.`,
        nextStep: next_steps/* RUN_AGAIN */.B,
    };
    return (0,outcome_of_error/* outcomeOfWork */.N)(work, { signal, cancelled });
}
function heldBack({ service, outcome }) {
    return {
        kind: 'blocked',
        summary: `Not removed, since ${service} ended ${outcome.kind}.`,
        evidence: [],
        nextStep: 'Fix that service first; the next run removes this one.',
    };
}

;// CONCATENATED MODULE: ./build/plan/rollout/rollout-warning.js
/** What may hold a rollout up, and what to do about it; undefined where nothing is known to. */
function rolloutWarning(service, forecast) {
    const { room, roomText, lowest, running, strategy } = forecast;
    if (room !== 'missing')
        return undefined;
    const meanwhile = strategy === 'ROLLING' && lowest < running
        ? `ECS stops old tasks first, down to ${lowest}.`
        : 'Unless tasks of other services stop, the rollout waits for room, and its circuit breaker or the timeout ends it.';
    return `The rollout of ${service} may not find room. ${roomText} ${meanwhile} To make room, raise capacity.maxSize in cluster.yaml, lower maximumPercent in service.yaml, or reserve less in task-definition.yaml.`;
}

// EXTERNAL MODULE: ./build/engine/in-parallel.js
var in_parallel = __webpack_require__(7126);
;// CONCATENATED MODULE: ./build/plan/rollout/task-interfaces.js
/** Where account setting awsvpcTrunking has given an instance a trunk, tasks share it, and EC2's limit says nothing. */
function hasTrunk({ attributes }) {
    return attributes['ecs.awsvpc-trunk-id'] !== undefined;
}
/** Interfaces that an instance has left for tasks. */
function interfacesLeft({ mostInterfaces, attached }, instance) {
    return interfacesOf(mostInterfaces, instance) - (attached.get(instance.ec2InstanceId) ?? 1);
}
/** Interfaces that another instance like this one has for tasks, in one of the zones where instances are. */
function interfacesWhenNew({ mostInterfaces, freeAddresses }, alike, zones) {
    if (zones.every((zone) => (freeAddresses.get(zone) ?? 0) === 0))
        return 0;
    return interfacesOf(mostInterfaces, alike) - 1;
}
function interfacesOf(mostInterfaces, instance) {
    const limit = mostInterfaces.get(instance.attributes['ecs.instance-type'] ?? '');
    return hasTrunk(instance) || limit === undefined ? Number.POSITIVE_INFINITY : limit;
}
/** An interface is in the zone of its instance: of what fits there, no more than there are addresses. */
function withinAddresses({ freeAddresses }, fitting) {
    const zones = Map.groupBy(fitting, ({ zone }) => zone);
    return [...zones].reduce((total, [zone, members]) => {
        const tasks = members.reduce((sum, member) => sum + member.tasks, 0);
        return total + Math.min(tasks, freeAddresses.get(zone) ?? 0);
    }, 0);
}
function allFreeAddresses({ freeAddresses }) {
    return [...freeAddresses.values()].reduce((total, free) => total + free, 0);
}

;// CONCATENATED MODULE: ./build/plan/rollout/instance-room.js


/**
 * How many equal tasks ECS can place, instance by instance: a task is on one of them in whole. The placement strategy
 * makes no difference to the number, only to where they go. `interfaces` are given where each task has one of its own.
 */
function roomFor(needs, { all, instanceType }, placement, interfaces) {
    const usable = all.filter(({ status, agentConnected }) => status === 'ACTIVE' && agentConnected);
    const limit = ({ arn }) => {
        if (!placement.isDistinct)
            return Number.POSITIVE_INFINITY;
        return placement.occupied.includes(arn) ? 0 : 1;
    };
    const alike = usable.find(({ attributes }) => instanceType !== undefined && attributes['ecs.instance-type'] === instanceType);
    const places = usable.map((instance) => {
        const tasks = Math.min(limit(instance), fitting(needs, instance));
        const attachable = interfaces ? Math.max(0, Math.min(tasks, interfacesLeft(interfaces, instance))) : tasks;
        return { zone: instance.attributes['ecs.availability-zone'] ?? '', tasks, attachable };
    });
    const sized = sum(places.map(({ tasks }) => tasks));
    const attachable = sum(places.map((place) => place.attachable));
    const addressed = interfaces
        ? withinAddresses(interfaces, places.map(({ zone, attachable: tasks }) => ({ zone, tasks })))
        : attachable;
    const zones = places.map(({ zone }) => zone);
    const newLimit = placement.isDistinct ? 1 : Number.POSITIVE_INFINITY;
    return {
        instances: usable.length,
        tasks: addressed,
        perNewInstance: alike &&
            Math.min(newLimit, fitting(sharedBy(needs), emptied(alike)), interfaces ? interfacesWhenNew(interfaces, alike, zones) : Number.POSITIVE_INFINITY),
        shortOf: [
            ...(attachable < sized ? ['interfaces'] : []),
            ...(addressed < attachable ? ['addresses'] : []),
        ],
    };
}
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
/** What one instance tells of another of its type: a zone or an attribute of one's own may differ. */
function sharedBy(needs) {
    const isShared = (expression) => {
        const comparison = readComparison(expression);
        return comparison !== undefined && isSharedByInstances(comparison);
    };
    return { ...needs, memberOf: needs.memberOf.filter(isShared) };
}
function emptied(instance) {
    const { registeredCpu: remainingCpu, registeredMemoryMiB: remainingMemoryMiB, reservedPorts: usedPorts } = instance;
    return { ...instance, remainingCpu, remainingMemoryMiB, usedPorts };
}
function fitting({ cpu, memoryMiB, hostPorts, memberOf }, instance) {
    const { remainingCpu, remainingMemoryMiB, usedPorts } = instance;
    if (memberOf.some((expression) => instance_room_isUnmet(expression, instance)))
        return 0;
    if (hostPorts.some((port) => usedPorts.includes(port)))
        return 0;
    const times = (remaining, needed) => needed === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(remaining / needed));
    return Math.min(times(remainingCpu, cpu), times(remainingMemoryMiB, memoryMiB), hostPorts.length > 0 ? 1 : Number.POSITIVE_INFINITY);
}
/** Expressions that are not read count as met. */
function instance_room_isUnmet(expression, { attributes }) {
    const comparison = readComparison(expression);
    return comparison !== undefined && !isMet(comparison, attributes);
}
/** Whether every expression is one that is judged. */
function isJudged({ memberOf }) {
    return memberOf.every((expression) => readComparison(expression) !== undefined);
}

;// CONCATENATED MODULE: ./build/plan/rollout/rollout-room.js



/** Whether what runs in addition has a place, with the numbers behind it. */
function rolloutRoom(demand, place) {
    if (demand.extra <= 0)
        return { room: 'enough', roomText: 'No more tasks run at once than now.' };
    switch (place.kind) {
        case 'unknown':
            return { room: 'unknown', roomText: `${wanted(demand)}: ${place.why}.` };
        case 'fargate':
            return { room: 'enough', roomText: `${wanted(demand)} run on Fargate, which needs no instances.` };
        case 'instances':
            return onInstances(demand, place);
    }
}
function onInstances(demand, place) {
    const { instances, placement, growth } = place;
    const interfaces = place.interfaces?.kind === 'known' ? place.interfaces : undefined;
    const caveat = caveats(demand, place);
    const free = interfaces ? allFreeAddresses(interfaces) : Number.POSITIVE_INFINITY;
    if (free < demand.extra)
        return {
            room: 'missing',
            roomText: `${wanted(demand)}: the service's subnets have ${(0,model_text/* counted */.h)(free, 'free address', 'free addresses')}.${caveat}`,
        };
    const room = roomFor(demand.needs, instances, placement, interfaces);
    const lacking = demand.extra - room.tasks;
    const why = lacking > 0 ? shortage(room, instances, interfaces) : '';
    const here = `${wanted(demand)}: ${(0,model_text/* counted */.h)(room.instances, 'instance')} ${room.instances === 1 ? 'has' : 'have'} room for ${roomCount(room)}${why}`;
    if (lacking <= 0)
        return { room: 'enough', roomText: `${here}.${caveat}` };
    const { perNewInstance } = room;
    if (perNewInstance === undefined) {
        const unknown = instances.instanceType
            ? `no ${instances.instanceType} is registered, so it is unknown how many a new one can hold`
            : 'without config it is unknown whether instances can be added';
        return { room: 'unknown', roomText: `${here}, and ${unknown}.${caveat}` };
    }
    if (perNewInstance === 0)
        return {
            room: 'missing',
            roomText: `${here}, and a new ${instances.instanceType} would have room for none.${caveat}`,
        };
    if (!growth)
        return { room: 'missing', roomText: `${here}, and no instances are added when tasks wait.${caveat}` };
    const size = Math.max(growth.size, room.instances + Math.ceil(lacking / perNewInstance));
    if (size <= growth.maxSize)
        return {
            room: 'grows',
            roomText: `${here}; the group grows from ${growth.size} to ${(0,model_text/* counted */.h)(size, 'instance')} (at most ${growth.maxSize}).${caveat}`,
        };
    return {
        room: 'missing',
        roomText: `${here}; it would need ${(0,model_text/* counted */.h)(size, 'instance')}, but the group has at most ${growth.maxSize}.${caveat}`,
    };
}
function wanted({ extra, needs: { cpu, memoryMiB, hostPorts }, isAwsvpc }) {
    const ports = hostPorts.length > 0 ? ` and host port ${hostPorts.join(', ')}` : '';
    const own = isAwsvpc ? ' and a network interface' : '';
    return `${(0,model_text/* counted */.h)(extra, 'more task')} of ${cpu} CPU units, ${memoryMiB} MiB${ports}${own}`;
}
/** What of the tasks' own interfaces keeps more from fitting. */
function shortage({ shortOf }, { instanceType = '' }, interfaces) {
    if (!interfaces || shortOf.length === 0)
        return '';
    const most = interfaces.mostInterfaces.get(instanceType);
    const limit = most === undefined ? '' : ` (a ${instanceType} has ${most - 1} for tasks)`;
    const texts = { interfaces: `network interfaces${limit}`, addresses: `free addresses in their zones' subnets` };
    return `, short of ${shortOf.map((what) => texts[what]).join(' and of ')}`;
}
function roomCount({ tasks }) {
    return Number.isFinite(tasks) ? String(tasks) : 'any number';
}
function caveats({ needs }, { instances, interfaces }) {
    return [
        ...(isJudged(needs) ? [] : [' Placement constraints were not judged.']),
        ...(interfaces?.kind === 'unknown' ? [` Network interfaces were not counted: ${interfaces.why}.`] : []),
        ...(interfaces?.kind === 'known' && instances.all.some(hasTrunk)
            ? [' The network interfaces of instances with a trunk (awsvpcTrunking) were not counted.']
            : []),
    ].join('');
}

;// CONCATENATED MODULE: ./build/plan/rollout/rollout-waves.js


/**
 * How many tasks run while a service rolls out from `running` tasks to `tasks`. ROLLING keeps between the minimum,
 * rounded up, and the maximum, rounded down, of the tasks that are wanted, as soon as it has got there; the others
 * bring a second set up beside the first (aws-facts §2.1, §1.1). `settings` are CreateService's members.
 */
function rolloutBounds({ tasks, running }, settings) {
    const strategy = (0,model_strategy/* strategyOf */.xS)(settings);
    if (strategy !== 'ROLLING') {
        const beside = running === 0 ? 0 : Math.max(tasks, running);
        return { strategy, lowest: Math.min(tasks, running), highest: tasks + beside, waves: undefined };
    }
    const { floor, ceiling } = (0,rollout_bounds/* taskBounds */.$t)(tasks, (0,rollout_bounds/* percentsOf */.mD)(settings));
    return {
        strategy,
        lowest: Math.min(floor, tasks, running),
        highest: Math.max(tasks, running, Math.min(ceiling, tasks + running)),
        waves: countWaves({ tasks, running, floor: Math.min(floor, tasks), ceiling }),
    };
}
/**
 * The fewest rounds of starting tasks that get all of them replaced; undefined where ECS may neither stop nor start
 * one.
 */
function countWaves({ tasks, running, floor, ceiling }) {
    let old = running;
    let fresh = 0;
    let waves = 0;
    while (fresh < tasks) {
        old -= Math.min(old, Math.max(0, old + fresh - floor));
        const started = Math.min(tasks - fresh, ceiling - old - fresh);
        if (started <= 0)
            return undefined;
        fresh += started;
        waves += 1;
    }
    return waves;
}

;// CONCATENATED MODULE: ./build/plan/rollout/rollout-forecast.js





/** What the rollout is going to look like. */
function forecastRollout(input) {
    const { tasks, running, settings, definition, place, lastDurationsMs } = input;
    const bounds = rolloutBounds({ tasks, running }, settings);
    const demand = {
        extra: bounds.highest - running,
        needs: taskNeeds(definition, settings),
        isAwsvpc: definition['networkMode'] === 'awsvpc',
    };
    return {
        tasks,
        running,
        ...bounds,
        ...rolloutRoom(demand, place),
        lastDurationsMs,
    };
}
/** Tasks that the service is to have; undefined where the plan starts no deployment, or each instance has one task. */
function tasksToRoll({ scaling, desiredCount, settings }, { service: write }, liveDesiredCount) {
    if ((0,model_strategy/* isDaemon */.Hv)(settings))
        return undefined;
    switch (write.kind) {
        case 'none':
            return undefined;
        case 'create':
            return desiredCount;
        case 'update':
            if (!write.deploys)
                return undefined;
            if (!scaling)
                return desiredCount;
            return Math.min(scaling.maxCapacity, Math.max(scaling.minCapacity, liveDesiredCount));
    }
}
/** On what the service's tasks run, by its settings: names of capacity providers, or the launch type. */
function capacityNames({ capacityProviderStrategy, launchType }) {
    const strategy = (0,json/* objectsOf */.iZ)(capacityProviderStrategy);
    if (strategy.length === 0)
        return [String(launchType ?? 'EC2')];
    return strategy.map(({ capacityProvider }) => String(capacityProvider));
}
/** Whether the service has the constraint that puts each of its tasks on an instance of its own. */
function isDistinct({ placementConstraints }) {
    return ((0,json/* isList */.Lv)(placementConstraints) &&
        placementConstraints.some((constraint) => (0,json/* isJsonObject */.OW)(constraint) && constraint['type'] === 'distinctInstance'));
}

;// CONCATENATED MODULE: ./build/plan/service/task-network.js

/** The subnets in which tasks get network interfaces of their own; `settings` are CreateService's members. */
const taskSubnets = (settings) => ids(settings, 'subnets');
/** The groups of these interfaces; none is the VPC's default group. */
const taskSecurityGroups = (settings) => ids(settings, 'securityGroups');
function ids({ networkConfiguration }, member) {
    const given = (0,json/* objectOf */.Xy)((0,json/* objectOf */.Xy)(networkConfiguration)['awsvpcConfiguration'])[member];
    return (0,json/* isList */.Lv)(given) ? given.map(String) : [];
}

;// CONCATENATED MODULE: ./build/engine/observe/rollout-place.js




/** A role that may not look makes a forecast poorer; it fails nothing. */
async function readPool({ name, capacity }, { instances }) {
    return orRefusal(async () => {
        const [containerInstances, group] = await Promise.all([
            instances.containerInstances(name),
            capacity && instances.group(capacity.autoScalingGroupName),
        ]);
        return { containerInstances, group };
    });
}
/** Where the service's tasks go, with the room that is there. */
async function observePlace({ name: cluster, capacity }, service, pool, { services, taskNetworks }) {
    const names = capacityNames(service.settings);
    if (names.every((name) => name.startsWith('FARGATE')))
        return { kind: 'fargate' };
    const others = names.filter((name) => capacity && name !== capacity.capacityProviderName && name !== 'EC2');
    if (others.length > 0)
        return { kind: 'unknown', why: `the capacity of ${others.join(', ')} is not checked` };
    if (pool instanceof model_errors/* ToolkitError */.h)
        return { kind: 'unknown', why: `the instances could not be read (${reasonOf(pool)})` };
    const all = pool.containerInstances.filter(({ capacityProvider }) => names.includes('EC2') || names.includes(capacityProvider ?? ''));
    if (all.length === 0)
        return { kind: 'unknown', why: 'no instance has joined the cluster yet' };
    const distinct = isDistinct(service.settings);
    const tasks = await orRefusal(async () => distinct && service.isLive ? services.tasks(cluster, service.name, 'RUNNING') : []);
    if (tasks instanceof model_errors/* ToolkitError */.h)
        return { kind: 'unknown', why: `its tasks could not be read (${reasonOf(tasks)})` };
    const grows = capacity?.instanceScaling === 'managed' && !names.includes('EC2');
    return {
        kind: 'instances',
        instances: { all, instanceType: capacity?.instanceType },
        placement: {
            isDistinct: distinct,
            occupied: tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []),
        },
        growth: grows && pool.group ? { size: pool.group.desiredCapacity, maxSize: pool.group.maxSize } : undefined,
        interfaces: service.isAwsvpc
            ? await observeInterfaces(service.settings, all, capacity?.instanceType, taskNetworks)
            : undefined,
    };
}
/** What EC2 lets the tasks' own network interfaces have. */
async function observeInterfaces(settings, instances, newType, networks) {
    const types = instances.flatMap(({ attributes }) => attributes['ecs.instance-type'] ?? []);
    const found = await orRefusal(() => Promise.all([
        networks.freeAddresses(taskSubnets(settings)),
        networks.mostInterfaces([...new Set([...types, ...(newType === undefined ? [] : [newType])])]),
        networks.attachedInterfaces(instances.map(({ ec2InstanceId }) => ec2InstanceId)),
    ]));
    if (found instanceof model_errors/* ToolkitError */.h)
        return { kind: 'unknown', why: reasonOf(found) };
    const [freeAddresses, mostInterfaces, attached] = found;
    return { kind: 'known', freeAddresses, mostInterfaces, attached };
}
/**
 * CreateService's members as the service will have them, its own capacity provider under config's name where no stack
 * has it yet.
 */
function settingsWithPlace(cluster, service, outputs) {
    const capacityProvider = { CapacityProvider: cluster.capacity.capacityProviderName };
    return desiredSettings(service, { ...outputs, cluster: { ...capacityProvider, ...outputs.cluster } });
}
function reasonOf({ message }) {
    return message.replace(/\.$/, '');
}
async function orRefusal(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof model_errors/* ToolkitError */.h)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/engine/observe/rollout-forecast.js




/** How many of the last rollouts say how long the next one takes. */
const REMEMBERED = 5;
/** Looks at what a planned rollout meets; undefined where none is planned. `readPool` is asked only where one is. */
async function observeForecast({ cluster, service, outputs, live, plan }, readPool, ports) {
    const tasks = tasksToRoll(service, plan, live.service?.desiredCount ?? 0);
    if (tasks === undefined)
        return undefined;
    const rollout = {
        name: service.name,
        tasks,
        running: live.service?.runningCount ?? 0,
        isLive: live.service !== undefined,
        settings: settingsWithPlace(cluster, service, outputs),
        definition: plan.taskDefinition.definition,
    };
    return forecastOn(cluster, rollout, readPool, ports);
}
/**
 * The same for a live service that gets another revision and keeps everything else; undefined where it does not get
 * one.
 */
async function observeMoveForecast(cluster, { unit, service, definition }, readPool, ports) {
    const { name, description, desiredCount: tasks, runningCount: running } = service;
    if (unit.changes.length === 0 || (0,model_strategy/* isDaemon */.Hv)(description))
        return undefined;
    const rollout = { name, tasks, running, isLive: true, settings: description, definition };
    return forecastOn({ name: cluster }, rollout, readPool, ports);
}
async function forecastOn(cluster, { name, isLive, ...rollout }, readPool, ports) {
    const { settings, definition } = rollout;
    const isAwsvpc = definition['networkMode'] === 'awsvpc';
    const [place, lastDurationsMs] = await Promise.all([
        readPool().then((pool) => observePlace(cluster, { name, settings, isLive, isAwsvpc }, pool, ports)),
        isLive ? lastDurations(cluster.name, name, ports.services) : [],
    ]);
    return forecastRollout({ ...rollout, place, lastDurationsMs });
}
async function lastDurations(cluster, service, services) {
    const found = await orRefusal(() => services.deployments(cluster, service, { statuses: ['SUCCESSFUL'], newest: REMEMBERED }));
    if (found instanceof model_errors/* ToolkitError */.h)
        return [];
    return found
        .slice(0, REMEMBERED)
        .flatMap(({ createdAt, finishedAt }) => (finishedAt === undefined ? [] : finishedAt - createdAt));
}

// EXTERNAL MODULE: ./build/engine/on-first-use.js
var on_first_use = __webpack_require__(8895);
// EXTERNAL MODULE: ./build/engine/preflight/failed-checks.js
var failed_checks = __webpack_require__(6534);
// EXTERNAL MODULE: ./build/engine/preflight/memoized-lookups.js
var memoized_lookups = __webpack_require__(2533);
;// CONCATENATED MODULE: ./build/plan/preflight/secret-references.js


/** Every reference to Secrets Manager, Parameter Store and files of environment values in a task definition. */
function secretReferences(definition, home) {
    return containersOf(definition).flatMap((container, index) => {
        const at = ['containerDefinitions', index];
        const owner = String(container['name']);
        const { logConfiguration, repositoryCredentials } = container;
        const options = (0,json/* objectOf */.Xy)(logConfiguration)['secretOptions'];
        const credentials = (0,json/* objectOf */.Xy)(repositoryCredentials)['credentialsParameter'];
        return [
            ...secret_references_named(container['secrets']).map(({ name, value, place }) => ({
                subject: `secret ${name} of ${owner}`,
                from: origin(value, home),
                path: [...at, 'secrets', place, 'valueFrom'],
            })),
            ...secret_references_named(options).map(({ name, value, place }) => ({
                subject: `log option ${name} of ${owner}`,
                from: origin(value, home),
                path: [...at, 'logConfiguration', 'secretOptions', place, 'valueFrom'],
            })),
            ...(typeof credentials === 'string'
                ? [
                    {
                        subject: `registry credentials of ${owner}`,
                        from: origin(credentials, home),
                        path: [...at, 'repositoryCredentials', 'credentialsParameter'],
                    },
                ]
                : []),
            ...files(container['environmentFiles']).map(({ value, place }) => ({
                subject: `environment file ${value} of ${owner}`,
                from: { kind: 'elsewhere', why: 'objects in S3 are not looked up' },
                path: [...at, 'environmentFiles', place],
            })),
        ];
    });
}
function secret_references_named(list) {
    return entries(list).map(({ entry, place }) => ({
        name: String(entry['name']),
        value: String(entry['valueFrom']),
        place,
    }));
}
function files(list) {
    return entries(list).map(({ entry, place }) => ({ value: String(entry['value']), place }));
}
function entries(list) {
    if (!(0,json/* isList */.Lv)(list))
        return [];
    return list.flatMap((entry, place) => ((0,json/* isJsonObject */.OW)(entry) ? [{ entry, place }] : []));
}
/** `arn:…:secret:NAME:KEY:STAGE:VERSION`, the ARN of a parameter, or a parameter's name. */
function origin(value, { region, account }) {
    if (!value.startsWith('arn:'))
        return parameter([value]);
    const parts = value.split(':');
    const [, , service, itsRegion, itsAccount] = parts;
    if (itsRegion !== region || itsAccount !== account)
        return { kind: 'elsewhere', why: `it belongs to account ${itsAccount} in ${itsRegion}` };
    if (service === 'secretsmanager')
        return { kind: 'secret', arn: parts.slice(0, 7).join(':'), key: parts[7] || undefined };
    if (service !== 'ssm')
        return { kind: 'elsewhere', why: `${service} is not looked up` };
    const path = parts.slice(5).join(':').replace('parameter/', '');
    return parameter(path.includes('/') ? [`/${path}`] : [path, `/${path}`]);
}
function parameter(names) {
    if (names.some((name) => name.startsWith('/aws/')))
        return { kind: 'elsewhere', why: 'it is a public parameter of AWS, which DescribeParameters does not list' };
    return { kind: 'parameter', names };
}

// EXTERNAL MODULE: ./build/plan/preflight/verdicts.js + 1 modules
var verdicts = __webpack_require__(9230);
// EXTERNAL MODULE: ./build/engine/preflight/check.js
var check = __webpack_require__(6971);
;// CONCATENATED MODULE: ./build/plan/preflight/image-reference.js
const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/;
/** Reads an image's name as Docker does: what precedes the first slash is a registry where it looks like a host. */
function imageReference(image) {
    const [, account, region, path] = ECR.exec(image) ?? [];
    if (account === undefined || region === undefined || path === undefined) {
        const [first = '', ...rest] = image.split('/');
        const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
        return { kind: 'elsewhere', registry: isHost ? first : 'Docker Hub' };
    }
    const [name = '', digest] = path.split('@');
    const [repository = '', tag = 'latest'] = name.split(':');
    return { kind: 'ecr', account, region, repository, id: digest === undefined ? { tag } : { digest } };
}

;// CONCATENATED MODULE: ./build/engine/preflight/image-checks.js





/**
 * Whether the images of a task definition are where their names say. `source` are its positions in config, if it has
 * any.
 */
function checkImages(definition, source, images) {
    return containersOf(definition).map((container, index) => {
        const image = String(container['image']);
        const at = (0,model_source/* positionOf */.d)(source, ['containerDefinitions', index, 'image']);
        const reference = imageReference(image);
        return (0,check/* check */.z)(`image ${image} of ${String(container['name'])}`, at, async () => reference.kind === 'ecr'
            ? (0,verdicts/* imageVerdict */.FN)(reference, await images.find(reference))
            : (0,verdicts/* unchecked */.VJ)(`${reference.registry} is not checked, only ECR is`));
    });
}

;// CONCATENATED MODULE: ./build/engine/preflight/security-groups.js
/** Groups of tasks have to let the load balancer in. A rule that admits addresses is taken to admit its own. */
function groupsVerdict(groups, { vpcId, loadBalancerId, ports }) {
    const elsewhere = groups.filter((group) => vpcId !== undefined && group.vpcId !== vpcId).map(({ id }) => id);
    if (elsewhere.length > 0)
        return { state: 'failed', message: `${elsewhere.join(', ')} is not in ${vpcId}, where the tasks are.` };
    const rules = groups.flatMap(({ ingress }) => ingress);
    const closed = ports.filter((port) => !rules.some((rule) => admits(rule, port, loadBalancerId)));
    if (closed.length === 0)
        return { state: 'passed', message: `They let the load balancer in at port ${ports.join(', ')}.` };
    const whom = loadBalancerId === undefined ? 'anybody' : `the load balancer's group ${loadBalancerId}`;
    return {
        state: 'failed',
        message: `None of them lets in ${whom} at port ${closed.join(', ')}: health checks would get no answer. Add such a rule to one of them.`,
    };
}
function admits({ protocol, fromPort = 0, toPort = 65_535, groupIds, hasAddresses }, port, loadBalancerId) {
    const isOpen = protocol === '-1' || (protocol === 'tcp' && fromPort <= port && port <= toPort);
    const isForIt = loadBalancerId === undefined ? groupIds.length > 0 : groupIds.includes(loadBalancerId);
    return isOpen && (isForIt || hasAddresses);
}

// EXTERNAL MODULE: ./build/engine/preflight/subnets.js
var subnets = __webpack_require__(8457);
;// CONCATENATED MODULE: ./build/engine/preflight/service-checks.js











/** What the tasks of a service depend on, looked up without reading any secret's value. */
async function checkService(checked, lookups) {
    return Promise.all([
        ...checkImages(checked.definition, checked.service.taskDefinition.source, lookups.images),
        ...secretChecks(checked, lookups),
        ...roleChecks(checked, lookups),
        ...subnetChecks(checked, lookups),
        ...groupChecks(checked, lookups),
        ...alarmChecks(checked, lookups),
    ]);
}
function secretChecks({ cluster, service, definition }, { secrets }) {
    return secretReferences(definition, cluster).map(({ subject, from, path }) => (0,check/* check */.z)(subject, (0,model_source/* positionOf */.d)(service.taskDefinition.source, path), async () => {
        switch (from.kind) {
            case 'secret':
                return (0,verdicts/* secretVerdict */.eh)(await secrets.secret(from.arn), from.key);
            case 'parameter':
                return (0,verdicts/* parameterVerdict */.h2)((await secrets.parameters(from.names)).length > 0);
            case 'elsewhere':
                return (0,verdicts/* unchecked */.VJ)(from.why);
        }
    }));
}
const ROLES = { executionRoleArn: 'execution role', taskRoleArn: 'task role' };
function roleChecks({ cluster, service, definition }, { roles }) {
    return Object.keys(ROLES).flatMap((member) => {
        const role = definition[member];
        if (typeof role !== 'string')
            return [];
        const [account, name = ''] = [role.split(':')[4] ?? cluster.account, (0,model_arn/* arnName */.x)(role)];
        const at = (0,model_source/* positionOf */.d)(service.taskDefinition.source, [member]);
        return (0,check/* check */.z)(`${ROLES[member]} ${name}`, at, async () => account === cluster.account
            ? (0,verdicts/* roleVerdict */.A6)(await roles.trustPolicy(name), 'ecs-tasks.amazonaws.com')
            : { state: 'failed', message: `It belongs to account ${account}: ECS accepts only roles of its own account.` });
    });
}
function subnetChecks({ service, outputs }, { networks }) {
    const subnetIds = taskSubnets(service.settings);
    if (subnetIds.length === 0)
        return [];
    const at = (0,model_source/* positionOf */.d)(service.source, ['networkConfiguration', 'awsvpcConfiguration', 'subnets']);
    const vpcId = outputs.cluster?.[stack_names/* CLUSTER_OUTPUTS */.K0.vpcId];
    return [
        (0,check/* check */.z)(`subnets ${subnetIds.join(', ')}`, at, async () => (0,subnets/* subnetsVerdict */.U)(await networks.subnets({ subnetIds }), vpcId)),
    ];
}
/** Only where the load balancer reaches tasks by interfaces of their own. */
function groupChecks({ cluster, service, outputs }, { securityGroups }) {
    const groupIds = taskSecurityGroups(service.settings);
    const ports = [...new Set(service.loadBalancers.map(({ containerPort }) => containerPort))];
    if (groupIds.length === 0 || ports.length === 0)
        return [];
    const at = (0,model_source/* positionOf */.d)(service.source, ['networkConfiguration', 'awsvpcConfiguration', 'securityGroups']);
    const vpcId = outputs.cluster?.[stack_names/* CLUSTER_OUTPUTS */.K0.vpcId];
    const { securityGroupName } = cluster.loadBalancer;
    return [
        (0,check/* check */.z)(`security groups ${groupIds.join(', ')}`, at, async () => {
            const [groups, own] = await Promise.all([
                securityGroups.byId(groupIds),
                vpcId === undefined ? undefined : securityGroups.named({ vpcId, name: securityGroupName }),
            ]);
            return groupsVerdict(groups, { vpcId, loadBalancerId: own?.id, ports });
        }),
    ];
}
function alarmChecks({ service }, { alarms }) {
    const configuration = service.settings['deploymentConfiguration'];
    const stated = (0,json/* objectOf */.Xy)(configuration)['alarms'];
    if (!(0,json/* isJsonObject */.OW)(stated) || stated['enable'] !== true || !(0,json/* isList */.Lv)(stated['alarmNames']))
        return [];
    const names = stated['alarmNames'].map(String);
    return names.map((name, index) => {
        const at = (0,model_source/* positionOf */.d)(service.source, ['deploymentConfiguration', 'alarms', 'alarmNames', index]);
        return (0,check/* check */.z)(`alarm ${name}`, at, async () => (0,verdicts/* alarmVerdict */.fo)((await alarms.alarms(names))[index]));
    });
}

;// CONCATENATED MODULE: ./build/engine/deploy/preview.js









/** Each looks at some things of its own; ECS's rates are the account's. */
const AT_A_TIME = 4;
/**
 * Adds to the plans what only a reviewer needs: how each service would roll out, and whether what it depends on is
 * there. It writes nothing and refuses nothing.
 */
async function previewed(jobs) {
    const [first] = jobs;
    if (!first)
        return [];
    const { lookups: ports, cluster } = first.run;
    const lookups = ports && (0,memoized_lookups/* memoizedLookups */.s)(ports);
    const pool = (0,on_first_use/* onFirstUse */.V)(() => readPool(cluster, first.run));
    return (0,in_parallel/* inParallel */.H)(jobs, AT_A_TIME, async (job) => {
        const { run, planned } = job;
        const { live, plan } = planned;
        const { definition } = plan.taskDefinition;
        const [forecast, checks] = await Promise.all([
            observeForecast({ ...run, live, plan }, pool, run),
            lookups && plan.unit.changes.length > 0 ? checkService({ ...run, definition }, lookups) : undefined,
        ]);
        return { ...job, planned: { ...planned, plan: { ...plan, unit: { ...plan.unit, forecast, checks } } } };
    });
}
/** Annotates what stands in the way of a rollout that is planned. */
function warnOfPreview(jobs) {
    for (const { run, planned } of jobs) {
        const { forecast } = planned.plan.unit;
        const message = forecast && rolloutWarning(run.service.name, forecast);
        const at = (0,model_source/* positionOf */.d)(run.service.source, ['deploymentConfiguration']);
        if (message)
            run.progress.emit({ kind: 'warning', message, at });
        (0,failed_checks/* warnOfChecks */.z)([planned.plan.unit], run.progress);
    }
}

;// CONCATENATED MODULE: ./build/engine/deploy/revisions-in-use.js

/** How many of the last successful revisions stay available for a rollback. */
const ROLLBACK_CANDIDATES = 2;
const UNDER_WAY = ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];
/** DescribeServiceRevisions takes this many revisions. */
const LOOKED_UP = 20;
/**
 * ARNs of the revisions that something has, or would need to go back. What the cluster's other services have counts
 * too. Throws where it cannot find all of them.
 */
async function revisionsInUse(run) {
    const { services, tasks, cluster, service } = run;
    const { family } = service.taskDefinition;
    const [live, deployed, started] = await Promise.all([
        services.list(cluster.name).then((names) => services.describe(cluster.name, names)),
        deployedRevisions(run),
        tasks.ofFamily(cluster.name, family, 'RUNNING'),
    ]);
    const views = live.filter((view) => view !== undefined);
    const [clusterArn] = views.flatMap(({ arn }) => clusterArnOf(arn) ?? []);
    if (!clusterArn) {
        throw new model_errors/* ToolkitError */.h('AWS_REFUSED', 'The ARNs of services do not contain the name of their cluster.', {
            hint: 'Turn on the long format of ARNs for services (ecs put-account-setting-default), or remove keepRevisions.',
        });
    }
    const scheduled = await run.scheduledTasks.revisionsInUse(clusterArn, family);
    return new Set([
        ...views.flatMap(revisionsOf),
        ...deployed,
        ...started.map(({ taskDefinition }) => taskDefinition),
        ...scheduled,
    ]);
}
/** `…:service/CLUSTER/SERVICE` is in `…:cluster/CLUSTER`. */
function clusterArnOf(serviceArn) {
    const [, place, name] = /^(.+):service\/([^/]+)\/[^/]+$/.exec(serviceArn) ?? [];
    return name && `${place}:cluster/${name}`;
}
function revisionsOf({ taskDefinition, deployments }) {
    return [taskDefinition, ...deployments.map((deployment) => deployment.taskDefinition)];
}
/**
 * Lists the revisions of deployments under way, with those that they would roll back to, and of the newest successful
 * deployments.
 */
async function deployedRevisions({ services, cluster, service }) {
    const [underWay, successful] = await Promise.all([
        services.deployments(cluster.name, service.name, { statuses: UNDER_WAY }),
        services.deployments(cluster.name, service.name, { statuses: ['SUCCESSFUL'] }),
    ]);
    const rolling = underWay.flatMap(({ targetRevisionArn, sourceRevisionArns, rollback }) => [targetRevisionArn, ...sourceRevisionArns, rollback?.revisionArn].filter((arn) => arn !== undefined));
    const candidates = [];
    const landed = successful.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []);
    for (let start = 0; start < landed.length && candidates.length < ROLLBACK_CANDIDATES; start += LOOKED_UP) {
        for (const found of await definitionsOf(landed.slice(start, start + LOOKED_UP), services))
            if (!candidates.includes(found) && candidates.length < ROLLBACK_CANDIDATES)
                candidates.push(found);
    }
    return [...candidates, ...(await definitionsOf(rolling, services))];
}
/** Task definitions of service revisions, in their order. */
async function definitionsOf(arns, services) {
    if (arns.length === 0)
        return [];
    const known = new Map((await services.revisions(arns)).map((each) => [each.arn, each.taskDefinition]));
    return arns.flatMap((arn) => known.get(arn) ?? []);
}

;// CONCATENATED MODULE: ./build/engine/deploy/remove-old-revisions.js




/** ECS takes 20 calls at once and one a second from then on, of the whole account. */
const PAUSE_MS = 1_000;
/** What is left over goes after the next deployment. */
const MOST_AT_ONCE = 10;
/**
 * Deregisters what config does not keep of the service's revisions, after a deployment that has succeeded. Never one
 * that is in use or that others have registered. Whatever stands in the way is a warning: the deployment has succeeded
 * all the same.
 */
async function removeOldRevisions(run) {
    const { service, progress, signal } = run;
    if (service.keepRevisions === undefined)
        return;
    try {
        await deregisterBeyond(service.keepRevisions, run);
    }
    catch (error) {
        if (signal?.aborted)
            return;
        const why = error instanceof Error ? error.message : String(error);
        progress.emit({
            kind: 'warning',
            message: `Old revisions of ${service.taskDefinition.family} were not removed: ${why}`,
        });
    }
}
async function deregisterBeyond(keep, run) {
    const { taskDefinitions, cluster, service, clock, signal } = run;
    const beyond = revisionsBeyond(keep, await taskDefinitions.active(service.taskDefinition.family));
    if (beyond.length === 0)
        return;
    const inUse = await revisionsInUse(run);
    let removed = 0;
    for (const arn of beyond.filter((each) => !inUse.has(each))) {
        if (removed === MOST_AT_ONCE)
            return;
        signal?.throwIfAborted();
        if (!isOwnRevision(await taskDefinitions.describe(arn), cluster.name, service.name))
            continue;
        if (removed > 0)
            await clock.sleep(PAUSE_MS, signal);
        await taskDefinitions.deregister(arn);
        removed += 1;
        (0,write/* tellOfWrite */.k)(`removal of old revision ${(0,model_arn/* revisionName */.p)(arn)}`, run);
    }
}

;// CONCATENATED MODULE: ./build/engine/deploy/target-groups.js

/** ARNs of the target groups that the service's tasks can be in, as far as its stack has them. */
function targetGroupArns(service, outputs) {
    return ofAttached(service, outputs, [stack_names/* targetGroupOutput */.sq, stack_names/* alternateTargetGroupOutput */.se]);
}
/** ARNs of the rules whose traffic ECS shifts. */
function productionRuleArns(service, outputs) {
    return ofAttached(service, outputs, [stack_names/* productionRuleOutput */.xs]);
}
function ofAttached({ loadBalancers }, { service }, outputs) {
    return loadBalancers.flatMap(({ attached }, index) => attached === false ? [] : outputs.flatMap((output) => service?.[output(index + 1)] ?? []));
}

;// CONCATENATED MODULE: ./build/engine/deploy/deploy.js


















/** Reads that come within this time share a call, where a run has several services. */
const WINDOW_MS = 250;
/** Beyond twenty services each is looked at less often, so that a run keeps to a fraction of ECS's rates. */
const POLL_MS_PER_SERVICE = 50;
const deploy_POLL_MS = 1_000;
/**
 * Plans services and, in mode `apply`, brings them there: each to an outcome of its own, all at once as far as
 * `dependsOn` allows. Results are in the order of the request. Throws before the first write where account or region
 * are others (WRONG_ACCOUNT, WRONG_REGION), where a service or an image is not config's to deploy (INPUT_INVALID), or,
 * in mode `apply`, where the stacks are not there (NOT_PROVISIONED).
 */
async function deploy(request, ports) {
    const services = selectServices(request);
    checkImageOverrides(request.images, services);
    await (0,guard/* guardTarget */.j)(request.cluster, ports.account);
    ports.progress.emit({ kind: 'phase', title: `Plan the services of cluster ${request.cluster.name}` });
    const runs = await prepareRuns(request, services, ports);
    const [found, ...looked] = await Promise.all([
        findLeftovers(request, ports),
        ...runs.map(async (run) => ({ run, service: run.service, planned: await planOf(run) })),
    ]);
    const leftovers = found ?? [];
    const jobs = request.mode === 'plan' ? await previewed(looked) : looked;
    const units = [...jobs.map(({ planned }) => planned.plan.unit), ...leftovers.map(({ unit }) => unit)];
    ports.progress.emit({ kind: 'plan', units });
    (0,warn_of_consents/* warnOfConsents */.d)(request.cluster, partsOf(request, found), units, ports.progress);
    const tell = (planned, outcome) => {
        (0,tell_outcome/* tellOutcome */.G)(planned.plan.unit, outcome, ports.progress);
        return deploy_resultOf(planned, outcome);
    };
    if (request.mode === 'plan') {
        warnOfPreview(jobs);
        return [
            ...jobs.map(({ planned }) => tell(planned, plannedOutcome(planned, request))),
            ...planRemovals(leftovers, ports),
        ];
    }
    ports.progress.emit({ kind: 'phase', title: `Deploy to cluster ${request.cluster.name}` });
    const results = await inOrder(jobs, async ({ run, service, planned }, turn) => {
        const cause = request.held?.get(service.name);
        return cause ? tell(planned, deploy_heldBack(cause)) : applyService(startClock(run, request), planned, turn);
    }, ({ planned }, cause) => tell(planned, deploy_heldBack(cause)));
    await cleanUp(runs, results);
    return [...results, ...(await removeLeftovers(leftovers, results, request, ports))];
}
/** One service after the other: the rate of the calls is the account's. */
async function cleanUp(runs, results) {
    for (const [index, { outcome, deploymentId }] of results.entries()) {
        const run = runs[index];
        if (run && deploymentId && outcome.kind === 'deployed')
            await removeOldRevisions(run);
    }
}
function selectServices({ cluster, services }) {
    return [...new Set(services)].map((name) => {
        const found = cluster.services.find((service) => service.name === name);
        if (found)
            return found;
        throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Cluster ${cluster.name} has no service ${name} in config.`, {
            hint: `Give one or more of: ${cluster.services.map((service) => service.name).join(', ')}; or * for all.`,
        });
    });
}
async function prepareRuns({ cluster, mode, held, images, reviewed, commit, timeoutMs, onCancel, signal }, services, ports) {
    const outputs = await readStackOutputs(cluster, services, ports.stacks);
    const batching = { clock: ports.clock, windowMs: services.length > 1 ? WINDOW_MS : 0 };
    const shared = {
        ...ports,
        cluster,
        overrides: images,
        asWanted: 'as config says',
        settingsOwner: 'config',
        reviewed,
        commit,
        onCancel,
        signal,
        pollMs: Math.max(deploy_POLL_MS, services.length * POLL_MS_PER_SERVICE),
        readService: batchedReads((names) => ports.services.describe(cluster.name, names), batching),
        readDeployment: batchedReads((arns) => ports.services.deploymentsByArn(arns), batching),
    };
    return services.map((service, index) => {
        const own = outputs[index] ?? { cluster: undefined, service: undefined };
        if (mode === 'apply' && !held?.has(service.name))
            requireOutputs(cluster, service, own);
        const targetGroups = targetGroupArns(service, own);
        const productionRules = productionRuleArns(service, own);
        const deadline = ports.clock.now() + timeLimitMs(timeoutMs, service.settings);
        return { ...shared, service, outputs: own, targetGroups, productionRules, deadline, written: [] };
    });
}
/** A service that waits for others has its whole time once it is its turn. */
function startClock(run, { timeoutMs }) {
    return { ...run, deadline: run.clock.now() + timeLimitMs(timeoutMs, run.service.settings) };
}
function deploy_resultOf({ service, live, plan }, outcome) {
    const taskDefinitionArn = live.service?.taskDefinition;
    return { service, unit: plan.unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}
function plannedOutcome({ plan }, { cluster }) {
    return (0,refused_plan/* refusedPlan */.G)(plan.unit, cluster) ?? (0,planned_changes/* plannedChanges */.I)(plan.unit, 'The service matches config.');
}
function deploy_heldBack(cause) {
    return {
        kind: 'blocked',
        summary: `Not deployed: ${cause}.`,
        evidence: [],
        nextStep: 'Fix that first; the next run deploys both.',
    };
}

// EXTERNAL MODULE: ./build/plan/task-definition/image-owners.js
var image_owners = __webpack_require__(6498);
;// CONCATENATED MODULE: ./build/plan/task-definition/live-images.js






/**
 * Makes sure that each override is for a container of one of the live services, and that config does not own its image.
 * Throws INPUT_INVALID.
 */
function checkLiveOverrides(overrides, services, cluster) {
    for (const override of overrides) {
        const having = services.filter((current) => isFor(override, current));
        if (having.length === 0) {
            const known = services.flatMap((current) => containerNames(current).map((name) => `${current.service.name}/${name}`));
            throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Input images: no service of this run has a container ${[override.service, override.container].filter(Boolean).join('/')}.`, { hint: `Give one of: ${known.join(', ')}.` });
        }
        const owned = having.find(({ service }) => (0,image_owners/* isOwnedByConfig */.h8)(service.tags, override.container));
        if (owned) {
            throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Input images: the image of container ${override.container} of service ${owned.service.name} is owned by the config of cluster ${cluster}.`, {
                hint: `Change the image in task-definition.yaml of that service, in the repository that holds config/${cluster}; or write \`image: external\` with an \`initialImage\` in that file, and deploy it once.`,
            });
        }
    }
}
/**
 * The live revision with these images. One is registered only where neither the live nor the family's latest one is
 * equal.
 */
function planImages(cluster, current, latest, overrides) {
    const live = current.taskDefinition;
    const images = new Map(overrides.filter((each) => isFor(each, current)).map(({ container, image }) => [container, image]));
    const register = {
        ...live.definition,
        containerDefinitions: containersOf(live.definition).map((container) => {
            const image = images.get(String(container['name']));
            return image === undefined ? container : { ...container, image };
        }),
    };
    const wanted = normalTaskDefinition(register);
    const isEqual = ({ definition }) => differences(normalTaskDefinition(definition), wanted).length === 0;
    if (isEqual(live))
        return planMove(cluster, current, live);
    return planMove(cluster, current, latest?.status === 'ACTIVE' && isEqual(latest) ? latest : { register });
}
function isFor({ service, container }, current) {
    return (service ?? current.service.name) === current.service.name && containerNames(current).includes(container);
}
function containerNames({ taskDefinition }) {
    return containersOf(taskDefinition.definition).map(({ name }) => String(name));
}

;// CONCATENATED MODULE: ./build/engine/deploy-images/deploy-images.js














/** Each looks at some things of its own; ECS's rates are the account's. */
const deploy_images_AT_A_TIME = 4;
/**
 * Deploys images to live services without config: each keeps everything else that it has. Results are in the order of
 * the request. Throws INPUT_INVALID before the first write where a service or container is not there or config owns the
 * image.
 */
async function deployImages(request, ports) {
    const { cluster, mode, images } = request;
    ports.progress.emit({ kind: 'phase', title: `Plan the images of services in cluster ${cluster}` });
    const observe = (name) => observeCurrent(cluster, name, (each) => (0,read_services/* readService */.u)(ports.services, cluster, each), ports.taskDefinitions);
    const found = await Promise.all([...new Set(request.services)].map(observe));
    checkLiveOverrides(images, found, cluster);
    const plan = async (current) => {
        const family = String(current.taskDefinition.definition['family']);
        return planImages(cluster, current, await ports.taskDefinitions.describe(family), images);
    };
    const looked = await Promise.all(found.map(async (current) => ({ current, move: await plan(current) })));
    const jobs = mode === 'plan' ? await foreseen(cluster, looked, ports) : looked;
    ports.progress.emit({ kind: 'plan', units: jobs.map(({ move }) => move.unit) });
    if (mode === 'plan') {
        (0,failed_checks/* warnOfChecks */.z)(jobs.map(({ move }) => move.unit), ports.progress);
        return jobs.map(({ move }) => planned(move, ports));
    }
    ports.progress.emit({ kind: 'phase', title: `Deploy to cluster ${cluster}` });
    return Promise.all(jobs.map(({ current, move }) => {
        const run = liveRun(cluster, current.service, request, ports);
        const mine = images.filter(({ service = current.service.name }) => service === current.service.name);
        const planAgain = async () => {
            const again = await observe(current.service.name);
            if (found.length === 1)
                checkLiveOverrides(mine, [again], cluster);
            return plan(again);
        };
        const tags = revisionTags(current, request.commit);
        return attempt(run, move.unit, current.service, () => moveService(run, move, { tags, plan: planAgain }));
    }));
}
/** Adds to the plans how each service would roll out, and whether its images are there. */
async function foreseen(cluster, jobs, ports) {
    const pool = (0,on_first_use/* onFirstUse */.V)(() => readPool({ name: cluster }, ports));
    return (0,in_parallel/* inParallel */.H)(jobs, deploy_images_AT_A_TIME, async (job) => {
        const { unit, definition } = job.move;
        const [forecast, checks] = await Promise.all([
            observeMoveForecast(cluster, job.move, pool, ports),
            ports.images && unit.changes.length > 0 ? Promise.all(checkImages(definition, {}, ports.images)) : undefined,
        ]);
        return { ...job, move: { ...job.move, unit: { ...unit, forecast, checks } } };
    });
}
function planned({ unit, service }, { progress }) {
    const outcome = (0,planned_changes/* plannedChanges */.I)(unit, 'The service already has these images.');
    (0,tell_outcome/* tellOutcome */.G)(unit, outcome, progress);
    const { name, taskDefinition: taskDefinitionArn } = service;
    return { service: name, unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}
/** Copies the tags of the revision that it comes from, except AWS's own; the commit is the one of the images. */
function revisionTags({ taskDefinition }, commit) {
    const kept = Object.entries(taskDefinition.tags).filter(([key]) => !key.startsWith('aws:') && key !== service_tags/* COMMIT_TAG */.z2);
    return { ...Object.fromEntries(kept), ...(commit ? { [service_tags/* COMMIT_TAG */.z2]: commit } : {}) };
}

;// CONCATENATED MODULE: ./build/engine/rollback/stop-rolling.js






/**
 * Has ECS roll a deployment back that is under way, whoever started it, and follows that to its end. undefined where it
 * succeeded before ECS took the request: then it is what there is to go back from.
 */
async function stopRolling(run, { service, taskDefinition }, rolling) {
    const revision = (0,model_arn/* revisionName */.p)(rolling.taskDefinition);
    const followed = followedOf(service, rolling);
    if (!(await canRollBack(run, followed)))
        return { outcome: nothingBefore(service, revision) };
    const watched = { followed, watch: watchRollout(run, followed), isOwn: true };
    const isAsked = await askForRollback(run, watched);
    return followAskedRollback(run, watched, { isAsked, definition: taskDefinition.definition });
}
function nothingBefore({ name }, revision) {
    return {
        kind: 'blocked',
        summary: `The deployment of ${revision} is the first of ${name}: there is nothing to roll back to.`,
        evidence: [],
        nextStep: 'Deploy a revision that works; the run waits until this deployment has ended.',
    };
}

;// CONCATENATED MODULE: ./build/engine/rollback/target-revision.js


/** Revisions are looked up at a time, as many as DescribeServiceRevisions takes. */
const target_revision_LOOKED_UP = 20;
/** How many numbers are tried downwards where ECS keeps no deployment. */
const TRIED = 20;
/**
 * The revision to go back to: the one named (`family:revision`, its ARN, or a number of the live family), else the
 * previous successful one. Throws INPUT_INVALID where there is none, or where ECS starts no tasks from it any more.
 */
async function findTarget(cluster, current, revision, ports) {
    const name = revision === '' ? undefined : target_revision_nameOf(current, revision);
    const successful = name ?? (await previousSuccessful(cluster, current, ports.services));
    const target = successful ? await ports.taskDefinitions.describe(successful) : await previousActive(current, ports);
    if (!target)
        throw missing(current, successful);
    if (target.status === 'ACTIVE')
        return target;
    throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Revision ${(0,model_arn/* revisionName */.p)(target.arn)} is ${target.status}.`, {
        hint: 'No service can use it. Name another with the input revision, or revert the commit in config and deploy.',
    });
}
function target_revision_nameOf({ taskDefinition }, revision) {
    return /^\d+$/.test(revision) ? `${taskDefinition.definition['family']}:${revision}` : revision;
}
/** What the newest successful deployment of another revision than the live one had; ECS keeps those of 90 days. */
async function previousSuccessful(cluster, { service }, services) {
    const deployments = await services.deployments(cluster, service.name, { statuses: ['SUCCESSFUL'] });
    const arns = deployments.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []);
    for (let start = 0; start < arns.length; start += target_revision_LOOKED_UP) {
        const page = arns.slice(start, start + target_revision_LOOKED_UP);
        const revisions = new Map((await services.revisions(page)).map((each) => [each.arn, each.taskDefinition]));
        const found = page.map((arn) => revisions.get(arn)).find((arn) => arn && arn !== service.taskDefinition);
        if (found)
            return found;
    }
    return undefined;
}
/** The nearest lower number of the family that is ACTIVE: whether it ever served, nothing says. */
async function previousActive({ service, taskDefinition }, { taskDefinitions, progress }) {
    const number = Number(service.taskDefinition.split(':').at(-1));
    for (let tried = number - 1; tried > 0 && tried >= number - TRIED; tried--) {
        const found = await taskDefinitions.describe(`${taskDefinition.definition['family']}:${tried}`);
        if (found?.status !== 'ACTIVE')
            continue;
        const message = `ECS lists no successful deployment of another revision of ${service.name}: rolling back to ${(0,model_arn/* revisionName */.p)(found.arn)}, the latest revision before it that is ACTIVE.`;
        progress.emit({ kind: 'notice', message });
        return found;
    }
    return undefined;
}
function missing({ service }, name) {
    if (name) {
        return new model_errors/* ToolkitError */.h('INPUT_INVALID', `There is no revision ${(0,model_arn/* revisionName */.p)(name)}.`, {
            hint: 'Give `family:revision` or a number of an ACTIVE revision of the family that the service has.',
        });
    }
    const message = `Service ${service.name} has nothing to roll back to: ${(0,model_arn/* revisionName */.p)(service.taskDefinition)} is its first revision.`;
    return new model_errors/* ToolkitError */.h('INPUT_INVALID', message, { hint: 'Name a revision with the input revision.' });
}

;// CONCATENATED MODULE: ./build/engine/rollback/rollback.js

















/**
 * Takes live services back to an earlier revision, as a person asked: what rolls is rolled back by ECS itself,
 * otherwise the earlier revision is deployed. Where config is at hand, it has to answer as `verify` says, the version
 * aside, and its scheduled tasks follow. Results are in the order of the request. Throws INPUT_INVALID before the first
 * write where a service is not there or has no such revision to go back to, and SCHEDULED_TASK_UNSUITABLE.
 */
async function rollback(request, ports) {
    const { cluster, revision } = request;
    ports.progress.emit({ kind: 'phase', title: `Plan the rollback of services in cluster ${cluster}` });
    const observe = (name) => observeCurrent(cluster, name, (each) => (0,read_services/* readService */.u)(ports.services, cluster, each), ports.taskDefinitions);
    const plan = async (current) => planMove(cluster, current, await findTarget(cluster, current, revision, ports));
    const jobs = await Promise.all([...new Set(request.services)].map(async (name) => {
        const [current, schedule, versionCheck] = await Promise.all([
            observe(name),
            scheduleOf(name, request.schedules),
            versionCheckIfKnown(name, request, ports),
        ]);
        const isIdle = underWay(current.service) === undefined;
        const move = isIdle || revision !== '' ? await plan(current) : undefined;
        return isIdle && move
            ? { current, schedule, versionCheck, move, unit: schedule.planned(move.unit, arnOf(move)) }
            : { current, schedule, versionCheck, move: undefined, unit: stopUnit(cluster, current.service) };
    }));
    ports.progress.emit({ kind: 'plan', units: jobs.map(({ unit }) => unit) });
    ports.progress.emit({ kind: 'phase', title: `Roll back in cluster ${cluster}` });
    return Promise.all(jobs.map(({ current, schedule, versionCheck, move, unit }) => {
        const run = liveRun(cluster, current.service, request, ports);
        const planAgain = async () => plan(await observe(current.service.name));
        return attempt(run, unit, current.service, async () => {
            const moved = await rollBackTo(run, current, { unit, move, revision, plan: planAgain });
            const own = moved.unit === unit ? unit : schedule.planned(moved.unit, moved.ending.taskDefinitionArn);
            return { unit: own, ending: await schedule.followed(run, await versionCheck.judgedBack(run, moved.ending)) };
        });
    }));
}
/** Going back must not fail because nobody can say how the service is asked. */
async function versionCheckIfKnown(name, { versionChecks }, { progress }) {
    try {
        return await versionCheckOf(name, versionChecks);
    }
    catch (error) {
        if (!(error instanceof model_errors/* ToolkitError */.h))
            throw error;
        const message = `Whether ${name} answers after the rollback is not checked: ${error.message} ${error.hint}`;
        progress.emit({ kind: 'warning', message });
        return NO_VERSION_CHECK;
    }
}
function arnOf({ revision }) {
    return 'arn' in revision ? revision.arn : undefined;
}
async function rollBackTo(run, current, { unit, move: shownMove, revision, plan }) {
    let stopped;
    const rolling = rollingDeployment(current.service);
    if (rolling) {
        stopped = await stopRolling(run, current, rolling);
        if (stopped && (revision === '' || !(0,model_outcome/* isGreen */.gf)(stopped.outcome.kind)))
            return { unit, ending: stopped };
    }
    else if (underWay(current.service)) {
        const busy = await waitUntilIdle(run);
        if (busy)
            return { unit, ending: { outcome: busy } };
        // Going on from where a rollback has just led would be one step too far.
        if (revision === '')
            return { unit, ending: { outcome: await settled(run, 'unchanged', current.taskDefinition.definition) } };
    }
    const from = (0,model_arn/* revisionName */.p)(current.service.taskDefinition);
    const move = shownMove ?? (await plan());
    if (stopped && move.unit.changes.length === 0)
        return { unit, ending: stopped };
    if (!shownMove)
        run.progress.emit({ kind: 'plan', units: [move.unit] });
    const moved = await moveService(run, move, { plan });
    const { outcome } = moved.ending;
    if (outcome.kind !== 'deployed')
        return moved;
    return {
        ...moved,
        ending: { ...moved.ending, outcome: { ...outcome, summary: `Rolled back from ${from}: ${outcome.summary}` } },
    };
}
/** What rolls is to end; to which revision, ECS decides. */
function stopUnit(cluster, service) {
    const rolling = rollingDeployment(service);
    const before = rolling && `${(0,model_arn/* revisionName */.p)(rolling.taskDefinition)} is rolling out`;
    const properties = [{ path: 'deployments.PRIMARY', before: shown(before), after: shown('rolled back') }];
    const id = (0,unit_id/* serviceUnitId */.L)(cluster, service.name);
    const changes = rolling ? [revision_move_serviceChange(service, properties)] : [];
    return (0,unit/* unitOf */.u)(id, 'service', changes);
}

// EXTERNAL MODULE: ./build/health/answer.js
var health_answer = __webpack_require__(157);
;// CONCATENATED MODULE: ./build/engine/verify/continuity.js


const ANSWER_WITHIN_MS = 5_000;
/** A load balancer that answers nothing is not buried under requests. */
const MOST_OPEN = 50;
/**
 * Asks at a constant rate whatever the answers do, until stopped; tells of each request that is lost. undefined, and
 * nothing more is asked, where the first answer is not the expected one: what does not serve cannot be interrupted.
 */
async function watchContinuity(request, { probe, clock, progress }) {
    const { url, host, connectTo, status, perSecond, signal } = request;
    const stopped = new AbortController();
    const end = signal ? AbortSignal.any([signal, stopped.signal]) : stopped.signal;
    const open = new Set();
    const lost = [];
    let requests = 0;
    const ask = async () => {
        const at = clock.now();
        requests += 1;
        const result = await probe.get({ url, host, connectTo, timeoutMs: ANSWER_WITHIN_MS, signal });
        // What a cancellation has ended is not lost.
        if (signal?.aborted)
            return undefined;
        const { state, message } = (0,health_answer/* assessAnswer */.Z)(result, { status, body: undefined, version: undefined });
        return state === 'healthy' ? undefined : { at, message, ...originOf(result) };
    };
    const send = () => {
        const answered = ask().then((failure) => {
            open.delete(answered);
            if (!failure)
                return;
            lost.push(failure);
            progress.emit({ kind: 'probe', url, result: lostRequestText(failure), ok: false });
        });
        open.add(answered);
    };
    const keepAsking = async () => {
        const start = clock.now();
        for (let count = 1; !end.aborted; count += 1) {
            const due = start + (count * 1000) / perSecond;
            await clock.sleep(Math.max(0, due - clock.now()), end).catch(() => { });
            if (!end.aborted && open.size < MOST_OPEN)
                send();
        }
    };
    const first = await ask();
    if (first) {
        const message = `No requests are sent during this deployment, since ${url} does not serve before it: ${first.message}.`;
        progress.emit({ kind: 'notice', message });
        return undefined;
    }
    const asking = keepAsking();
    return {
        stop: async () => {
            stopped.abort();
            await asking;
            if (!signal?.aborted)
                await Promise.all(open);
            return { requests, lost: lost.toSorted((a, b) => a.at - b.at) };
        },
    };
}
function originOf(result) {
    if (result.kind === 'answer')
        return { address: result.address, isSent: true };
    return { address: undefined, isSent: !isUnresolved(result.code) };
}
/** The code is one of getaddrinfo's: the request was never sent. */
function isUnresolved(code) {
    return code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

// EXTERNAL MODULE: ./build/engine/verify/expected-version.js
var expected_version = __webpack_require__(4760);
// EXTERNAL MODULE: ./build/engine/verify/verify.js + 4 modules
var verify = __webpack_require__(7394);
;// CONCATENATED MODULE: ./build/engine/verify/create-verification.js





/** What deployments verify with: both parts ask nothing, and answer undefined, where config has no `verify`. */
function createVerification(connectTo, ports) {
    return {
        watch: async (asked) => {
            const configured = asked.service.verify;
            if (!configured)
                return undefined;
            const { host, expectStatus: status, probesPerSecond: perSecond } = configured;
            return watchContinuity({ url: urlOf(asked, configured), host, connectTo, status, perSecond, signal: asked.signal }, ports);
        },
        prove: async (asked, facts) => {
            const configured = asked.service.verify;
            if (!configured)
                return undefined;
            const { outcome, answers } = await (0,verify/* verify */.M)({
                url: urlOf(asked, configured),
                host: configured.host,
                connectTo,
                expected: {
                    status: configured.expectStatus,
                    body: configured.expectBody,
                    version: configured.version && markOf(asked.service, configured.version, facts, ports),
                },
                consecutive: configured.consecutive,
                timeoutMs: configured.timeoutSeconds * 1000,
                watchMs: 0,
                behind: undefined,
                signal: asked.signal,
            }, ports);
            return { outcome: withNextStep(outcome), isAnswered: answers > 0 };
        },
    };
}
/** Says the next step in the words of service.yaml. */
function withNextStep(outcome) {
    if ((0,model_outcome/* isGreen */.gf)(outcome.kind))
        return outcome;
    const nextStep = outcome.kind === 'cancelled'
        ? 'Run the job again.'
        : 'Correct what the last answer shows, or raise verify.timeoutSeconds in service.yaml if the service needs more time.';
    return { ...outcome, nextStep };
}
/** Throws NOT_PROVISIONED. */
function urlOf({ cluster, dnsName }, { listenerPort, path }) {
    if (dnsName === undefined) {
        throw new model_errors/* ToolkitError */.h('NOT_PROVISIONED', `Stack ${cluster.name} has no output with the load balancer's DNS name.`, {
            hint: 'Run provision for this cluster first, and let it finish.',
        });
    }
    const listener = cluster.loadBalancer.listeners.find(({ port }) => port === listenerPort);
    const protocol = (listener?.protocol ?? 'HTTP').toLowerCase();
    return new URL(path, `${protocol}://${dnsName}:${listenerPort}`).href;
}
/** undefined, with a notice, where the mark names what this run does not know. */
function markOf(service, mark, { images, commit }, { progress }) {
    const container = mark.container ?? service.loadBalancers[0]?.containerName ?? '';
    const expected = (0,expected_version/* expectedVersion */.pN)(mark, { image: images[container], commit });
    if (!expected) {
        const message = `The version of ${service.name} is not verified: ${mark.equals} has no value in this run.`;
        progress.emit({ kind: 'notice', message });
    }
    return expected;
}

// EXTERNAL MODULE: ./build/actions/config.js + 95 modules
var config = __webpack_require__(2207);
// EXTERNAL MODULE: ./build/actions/run.js + 5 modules
var run = __webpack_require__(5317);
;// CONCATENATED MODULE: ./build/actions/deploy-service/outputs.js

/** The action's outputs besides `outcome`. */
function deployOutputs(results, changed) {
    const [only] = results;
    return {
        changed: String(changed),
        'plan-digest': (0,digest/* planDigest */.Gb)(results.map(({ unit }) => unit)),
        services: JSON.stringify(results.map(serviceResult)),
        ...(only && results.length === 1 ? serviceOutputs(only) : {}),
    };
}
function serviceResult({ service, unit, outcome, changed, taskDefinitionArn, deploymentId }) {
    return {
        service,
        outcome: outcome.kind,
        summary: outcome.summary,
        nextStep: outcome.nextStep,
        changed,
        digest: unit.digest,
        taskDefinitionArn,
        deploymentId,
    };
}
function serviceOutputs({ taskDefinitionArn, deploymentId }) {
    return {
        ...(taskDefinitionArn ? { 'task-definition-arn': taskDefinitionArn } : {}),
        ...(deploymentId ? { 'deployment-id': deploymentId } : {}),
    };
}

;// CONCATENATED MODULE: ./build/actions/deploy-service/selection.js

/** The names in an input that separates them by commas. */
function namesOf(input) {
    return input
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
}
/**
 * The services that the input `service` selects. Throws INPUT_INVALID where config has one of them not, beside `*` too.
 */
function selection_selectServices({ name, services }, input) {
    const known = services.map((service) => service.name);
    const wanted = namesOf(input);
    const unknown = wanted.filter((service) => service !== '*' && !known.includes(service));
    if (unknown.length === 0)
        return wanted.length === 0 || wanted.includes('*') ? known : wanted;
    throw new model_errors/* ToolkitError */.h('INPUT_INVALID', `Cluster ${name} has no service ${unknown.join(', ')}.`, {
        hint: `Give names of: ${known.join(', ')}.`,
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 16 modules
var schemas = __webpack_require__(3603);
;// CONCATENATED MODULE: ./build/actions/deploy-service/stacks.js



const provisioned = schemas/* array */.YOg(schemas/* object */.Ikc({
    cluster: schemas/* string */.YjP(),
    stacks: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), service: schemas/* string */.YjP().optional(), outcome: schemas/* string */.YjP() })),
}));
/**
 * What the input `stacks`, the output `clusters` of provision, says of a cluster's services. The cluster's own stack
 * holds none back where it is blocked: it stays as it is, and what stands on it goes on. Throws INPUT_INVALID.
 */
function heldServices(input, { name, services }) {
    if (input === '')
        return new Map();
    const stacks = parsed(input).find(({ cluster }) => cluster === name)?.stacks;
    if (!stacks)
        throw invalid(`Input stacks says nothing about cluster ${name}.`);
    const red = stacks.filter(({ outcome }) => !(0,model_outcome/* isGreen */.gf)(outcome));
    return new Map(services.flatMap(({ name: service }) => {
        const stack = red.find((each) => each.service === undefined ? each.outcome !== 'blocked' : each.service === service);
        return stack ? [[service, `${stack.id} ended ${stack.outcome}`]] : [];
    }));
}
function parsed(input) {
    try {
        return provisioned.parse(JSON.parse(input));
    }
    catch {
        throw invalid('Input stacks is not the output `clusters` of provision.');
    }
}
function invalid(message) {
    return new model_errors/* ToolkitError */.h('INPUT_INVALID', message, {
        hint: 'Give it the output `clusters` of the earlier provision step for this cluster, unchanged.',
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy-service/run.js



























const TITLES = { plan: 'Deploy: plan', apply: 'Deploy', continue: 'Continue', rollback: 'Roll back' };
/** Wires the ports and deploys the selected services of one cluster, or takes them back. */
function run_run(given, env) {
    const { mode, folder, inputs } = given;
    const subject = { action: 'deploy-service', mode, cluster: inputs.cluster || undefined };
    return (0,run/* withRun */.Y)(env, subject, async (current) => {
        const results = await (folder === undefined
            ? runLive(given, env, current)
            : runFromConfig(given, folder, env, current));
        const units = results.map(({ unit, outcome, taskDefinitionArn }) => ({
            name: unit.id,
            plan: unit,
            outcome,
            taskDefinitionArn,
        }));
        current.record(units);
        return current.finish(TITLES[mode], units, deployOutputs(results, current.changed()));
    });
}
async function runFromConfig(given, folder, env, current) {
    const { inputs, mode } = given;
    const images = parseImageOverrides(inputs.images);
    const cluster = await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress);
    current.workOn(cluster);
    const services = selection_selectServices(cluster, inputs.service);
    const settings = { region: cluster.region, purpose: current.purpose };
    const account = (0,aws_account/* createAccount */._)(settings, env);
    const ports = portsTo(cluster.region, current);
    const limits = limitsOf(given, current);
    const stacks = (0,cloudformation_stacks/* createStacks */.i)(settings);
    const verified = createVerification(inputs['connect-to'] || undefined, { ...ports, probe: (0,http_probe/* createHttpProbe */.X)() });
    if (mode === 'rollback' || mode === 'continue') {
        await (0,guard/* guardTarget */.j)(cluster, account);
        const schedules = { services: cluster.services, scheduledTasks: createScheduledTasks(settings) };
        const versionChecks = { cluster, stacks, verification: verified };
        const request = { ...limits, cluster: cluster.name, services, schedules, versionChecks };
        if (mode === 'rollback')
            return rollback({ ...request, revision: inputs.revision }, ports);
        return continueDeployments({ ...request, action: answerOf(given) }, ports);
    }
    const held = heldServices(inputs.stacks, cluster);
    const reviewed = mode === 'apply' ? (0,reviewed_file/* readReviewed */.q)(inputs.reviewed, env['GITHUB_SHA']) : undefined;
    return deploy({ ...limits, cluster, services, mode, held, images, reviewed, commit: env['GITHUB_SHA'] }, {
        ...ports,
        account,
        stacks,
        tasks: createStandaloneTasks(settings),
        taskNetworks: createTaskNetworks(settings),
        scaling: (0,scaling/* createScaling */.O)(settings),
        lookups: (0,lookups/* createLookups */.G)(settings),
        scheduledTasks: createScheduledTasks(settings),
        verification: verified,
    });
}
/** Without config there is nothing to hold account and region against. */
async function runLive(given, env, current) {
    const { inputs, mode } = given;
    const { cluster, revision } = inputs;
    const images = parseImageOverrides(inputs.images);
    const services = namesOf(inputs.service);
    const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '';
    current.workOn({ name: cluster, region });
    const ports = portsTo(region, current);
    const limits = limitsOf(given, current);
    if (mode === 'rollback')
        return rollback({ ...limits, cluster, services, revision }, ports);
    if (mode === 'continue') {
        return continueDeployments({ ...limits, cluster, services, action: answerOf(given) }, ports);
    }
    const request = { ...limits, cluster, services, mode, images, commit: env['GITHUB_SHA'] };
    const settings = { region, purpose: current.purpose };
    const looks = { images: (0,aws_images/* createImages */.r)(settings), taskNetworks: createTaskNetworks(settings) };
    return deployImages(request, { ...ports, ...looks });
}
function answerOf({ inputs }) {
    return inputs.action === 'rollback' ? 'rollback' : 'continue';
}
function limitsOf({ timeoutSeconds, onCancel }, { signal }) {
    return { timeoutMs: timeoutSeconds && timeoutSeconds * 1000, onCancel, signal };
}
function portsTo(region, { clock, progress, purpose }) {
    const settings = { region, purpose };
    return {
        clock,
        progress,
        services: (0,services/* createServices */.h)(settings),
        taskDefinitions: (0,task_definitions/* createTaskDefinitions */.w)(settings),
        targets: (0,targets/* createTargets */.T)(settings),
        instances: (0,instances/* createInstances */.J)(settings),
        logs: (0,logs/* createLogs */.Q)(settings),
    };
}


/***/ })

};
