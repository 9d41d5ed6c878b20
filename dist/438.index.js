export const id = 438;
export const ids = [438];
export const modules = {

/***/ 5055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ createInstances)
/* harmony export */ });
/* harmony import */ var _chunks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2749);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1811);
/* harmony import */ var _ecs_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2724);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);




/** So many instances SetInstanceProtection takes in one call, and DescribeContainerInstances. */
const PROTECTED = 50;
const DESCRIBED = 100;
const ACTIVE_REFRESH = new Set(['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking']);
function createInstances(settings) {
    const autoScaling = (0,_clients_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
        return { sdk, client: new sdk.AutoScalingClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(settings)) };
    });
    const ecs = (0,_ecs_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ecsClient */ .b)(settings);
    const refreshes = async (name, ids) => {
        const { sdk, client } = await autoScaling();
        const input = { AutoScalingGroupName: name, ...(ids ? { InstanceRefreshIds: ids } : {}) };
        const { InstanceRefreshes = [] } = await client.send(new sdk.DescribeInstanceRefreshesCommand(input));
        return InstanceRefreshes.map(refreshView);
    };
    return {
        group: (name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing Auto Scaling group ${name}`, async () => {
            const { sdk, client } = await autoScaling();
            const command = new sdk.DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] });
            const { AutoScalingGroups = [] } = await client.send(command);
            return AutoScalingGroups[0] && groupView(AutoScalingGroups[0]);
        }),
        containerInstances: (cluster) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing container instances of cluster ${cluster}`, async () => {
            const { sdk, client } = await ecs();
            const pages = await (0,_ecs_client_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessMissing */ .F)([], () => Array.fromAsync(sdk.paginateListContainerInstances({ client }, { cluster })));
            const arns = pages.flatMap((page) => page.containerInstanceArns ?? []);
            const described = await (0,_chunks_js__WEBPACK_IMPORTED_MODULE_3__/* .chunked */ .z)(arns, DESCRIBED, (containerInstances) => client.send(new sdk.DescribeContainerInstancesCommand({ cluster, containerInstances })));
            return described.flatMap((answer) => answer.containerInstances ?? []).map(containerView);
        }),
        resize: (name, { minSize, desiredCapacity }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`resizing Auto Scaling group ${name}`, async () => {
            const { sdk, client } = await autoScaling();
            await client.send(new sdk.UpdateAutoScalingGroupCommand({
                AutoScalingGroupName: name,
                MinSize: minSize,
                DesiredCapacity: desiredCapacity,
            }));
        }),
        removeProtection: (name, instanceIds) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`removing scale-in protection in Auto Scaling group ${name}`, async () => {
            const { sdk, client } = await autoScaling();
            const input = { AutoScalingGroupName: name, ProtectedFromScaleIn: false };
            await (0,_chunks_js__WEBPACK_IMPORTED_MODULE_3__/* .chunked */ .z)(instanceIds, PROTECTED, (InstanceIds) => client.send(new sdk.SetInstanceProtectionCommand({ ...input, InstanceIds })));
        }),
        startRefresh: (name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`starting an instance refresh of Auto Scaling group ${name}`, async () => {
            const { sdk, client } = await autoScaling();
            const { InstanceRefreshId = '' } = await client.send(new sdk.StartInstanceRefreshCommand({
                AutoScalingGroupName: name,
                Strategy: 'Rolling',
                Preferences: {
                    // Launch before terminating; instances that ECS protects are replaced too, after draining.
                    MinHealthyPercentage: 100,
                    MaxHealthyPercentage: 200,
                    ScaleInProtectedInstances: 'Refresh',
                    SkipMatching: true,
                },
            }));
            return InstanceRefreshId;
        }),
        refresh: (name, id) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing instance refresh ${id}`, async () => (await refreshes(name, [id]))[0]),
        activeRefresh: (name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing instance refreshes of Auto Scaling group ${name}`, async () => (await refreshes(name)).find(({ status }) => ACTIVE_REFRESH.has(status))),
    };
}
function groupView(group) {
    return {
        name: group.AutoScalingGroupName ?? '',
        minSize: group.MinSize ?? 0,
        maxSize: group.MaxSize ?? 0,
        desiredCapacity: group.DesiredCapacity ?? 0,
        launchTemplateVersion: group.LaunchTemplate?.Version,
        instances: (group.Instances ?? []).map((instance) => ({
            id: instance.InstanceId ?? '',
            lifecycleState: instance.LifecycleState ?? '',
            protectedFromScaleIn: instance.ProtectedFromScaleIn ?? false,
            launchTemplateVersion: instance.LaunchTemplate?.Version,
        })),
    };
}
function containerView(instance) {
    const amount = (resources, name) => resources?.find((resource) => resource.name === name)?.integerValue ?? 0;
    const { remainingResources: remaining, registeredResources: registered } = instance;
    return {
        arn: instance.containerInstanceArn ?? '',
        ec2InstanceId: instance.ec2InstanceId ?? '',
        status: instance.status ?? '',
        agentConnected: instance.agentConnected ?? false,
        runningTasks: instance.runningTasksCount ?? 0,
        remainingCpu: amount(remaining, 'CPU'),
        remainingMemoryMiB: amount(remaining, 'MEMORY'),
        registeredCpu: amount(registered, 'CPU'),
        registeredMemoryMiB: amount(registered, 'MEMORY'),
        reservedPorts: (registered?.find(({ name }) => name === 'PORTS')?.stringSetValue ?? []).map(Number),
        attributes: Object.fromEntries((instance.attributes ?? []).map(({ name = '', value = '' }) => [name, value])),
    };
}
function refreshView(refresh) {
    return {
        id: refresh.InstanceRefreshId ?? '',
        status: refresh.Status ?? '',
        reason: refresh.StatusReason,
        percentageComplete: refresh.PercentageComplete ?? 0,
        instancesToUpdate: refresh.InstancesToUpdate ?? 0,
    };
}


/***/ }),

/***/ 8384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ createLogs)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


function createLogs(settings) {
    const cloudWatchLogs = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 2684, 19));
        return { sdk, client: new sdk.CloudWatchLogsClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings)) };
    });
    return {
        groupExists: (group) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`looking for log group ${group}`, async () => {
            const { sdk, client } = await cloudWatchLogs();
            // The group of exactly this name comes first among those that it is a prefix of.
            const command = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 1 });
            const { logGroups = [] } = await client.send(command);
            return logGroups[0]?.logGroupName === group;
        }),
        tail: (logGroupName, logStreamName, limit) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`reading log stream ${logStreamName}`, async () => {
            const { sdk, client } = await cloudWatchLogs();
            try {
                const { events } = await client.send(new sdk.GetLogEventsCommand({ logGroupName, logStreamName, limit, startFromHead: false }));
                return (events ?? []).map(({ message = '' }) => message.trimEnd());
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'ResourceNotFoundException'))
                    return [];
                throw error;
            }
        }),
    };
}


/***/ }),

/***/ 1962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ createScaling)
});

// EXTERNAL MODULE: ./build/adapters/aws/chunks.js
var chunks = __webpack_require__(2749);
// EXTERNAL MODULE: ./build/adapters/aws/clients.js
var clients = __webpack_require__(1811);
// EXTERNAL MODULE: ./build/adapters/aws/errors.js
var errors = __webpack_require__(2348);
// EXTERNAL MODULE: ./build/adapters/aws/json-shape.js
var json_shape = __webpack_require__(1817);
;// CONCATENATED MODULE: ./build/adapters/aws/alarms.js




const DESCRIBED = 100;
/** What PutMetricAlarm takes: all that is compared. */
const MEMBERS = [
    'AlarmName',
    'AlarmDescription',
    'ActionsEnabled',
    'OKActions',
    'AlarmActions',
    'InsufficientDataActions',
    'MetricName',
    'Namespace',
    'Statistic',
    'ExtendedStatistic',
    'Dimensions',
    'Period',
    'Unit',
    'EvaluationPeriods',
    'DatapointsToAlarm',
    'Threshold',
    'ComparisonOperator',
    'TreatMissingData',
    'EvaluateLowSampleCountPercentile',
    'Metrics',
    'ThresholdMetricId',
];
function createAlarms(settings) {
    const cloudWatch = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(85)]).then(__webpack_require__.t.bind(__webpack_require__, 4085, 19));
        return { sdk, client: new sdk.CloudWatchClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        alarms: (names) => (0,errors/* calling */.X)(`describing alarms ${names.join(', ')}`, async () => {
            if (names.length === 0)
                return [];
            const { sdk, client } = await cloudWatch();
            const pages = await (0,chunks/* chunked */.z)(names, DESCRIBED, (AlarmNames) => client.send(new sdk.DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ['MetricAlarm'] })));
            const found = pages.flatMap((page) => page.MetricAlarms ?? []);
            const views = await Promise.all(found.map(async (alarm) => {
                const { Tags } = await client.send(new sdk.ListTagsForResourceCommand({ ResourceARN: alarm.AlarmArn }));
                return alarmView(alarm, Tags ?? []);
            }));
            return names.map((name) => views.find((view) => view.name === name));
        }),
        putAlarm: (alarm, tags) => (0,errors/* calling */.X)(`putting alarm ${alarm['AlarmName']}`, async () => {
            const { sdk, client } = await cloudWatch();
            const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
            const input = { ...alarm, Tags };
            await client.send(new sdk.PutMetricAlarmCommand(input));
        }),
        deleteAlarms: (names) => (0,errors/* calling */.X)(`deleting alarms ${names.join(', ')}`, async () => {
            const { sdk, client } = await cloudWatch();
            await (0,chunks/* chunked */.z)(names, DESCRIBED, (AlarmNames) => client.send(new sdk.DeleteAlarmsCommand({ AlarmNames })));
        }),
    };
}
function alarmView(alarm, tags) {
    return {
        name: alarm.AlarmName ?? '',
        state: alarm.StateValue ?? '',
        actions: alarm.AlarmActions ?? [],
        tags: Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value])),
        description: (0,json_shape/* jsonOf */.o_)(Object.fromEntries(MEMBERS.map((member) => [member, alarm[member]]))),
    };
}

// EXTERNAL MODULE: ./build/adapters/aws/first-use.js
var first_use = __webpack_require__(127);
;// CONCATENATED MODULE: ./build/adapters/aws/scaling.js





const SERVICE = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' };
function createScaling(settings) {
    const autoScaling = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 3872, 19));
        return { sdk, client: new sdk.ApplicationAutoScalingClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        ...createAlarms(settings),
        target: (cluster, service) => (0,errors/* calling */.X)(`describing the scalable target of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceIds = [resourceId(cluster, service)];
            const { ScalableTargets } = await client.send(new sdk.DescribeScalableTargetsCommand({ ...SERVICE, ResourceIds }));
            const found = ScalableTargets?.[0];
            return found && { minCapacity: found.MinCapacity ?? 0, maxCapacity: found.MaxCapacity ?? 0 };
        }),
        registerTarget: (cluster, service, { minCapacity, maxCapacity }) => (0,first_use/* callingOnFirstUse */.l)(`registering the scalable target of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const bounds = { MinCapacity: minCapacity, MaxCapacity: maxCapacity };
            const ResourceId = resourceId(cluster, service);
            await client.send(new sdk.RegisterScalableTargetCommand({ ...SERVICE, ResourceId, ...bounds }));
        }),
        deregisterTarget: (cluster, service) => unlessGone(`deregistering the scalable target of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceId = resourceId(cluster, service);
            await client.send(new sdk.DeregisterScalableTargetCommand({ ...SERVICE, ResourceId }));
        }),
        policies: (cluster, service) => (0,errors/* calling */.X)(`describing the scaling policies of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceId = resourceId(cluster, service);
            const pages = await Array.fromAsync(sdk.paginateDescribeScalingPolicies({ client }, { ...SERVICE, ResourceId }));
            return pages
                .flatMap((page) => page.ScalingPolicies ?? [])
                .map(({ PolicyARN = '', PolicyName = '', PolicyType, Alarms, ...policy }) => ({
                arn: PolicyARN,
                name: PolicyName,
                alarmNames: (Alarms ?? []).flatMap(({ AlarmName }) => AlarmName ?? []),
                description: (0,json_shape/* jsonOf */.o_)({
                    PolicyName,
                    PolicyType,
                    StepScalingPolicyConfiguration: policy.StepScalingPolicyConfiguration,
                    TargetTrackingScalingPolicyConfiguration: policy.TargetTrackingScalingPolicyConfiguration,
                    PredictiveScalingPolicyConfiguration: policy.PredictiveScalingPolicyConfiguration,
                }),
            }));
        }),
        putPolicy: (cluster, service, policy) => (0,first_use/* callingOnFirstUse */.l)(`putting scaling policy ${policy['PolicyName']}`, async () => {
            const { sdk, client } = await autoScaling();
            const input = { ...policy, ...SERVICE, ResourceId: resourceId(cluster, service) };
            const answer = await client.send(new sdk.PutScalingPolicyCommand(input));
            return answer.PolicyARN ?? '';
        }),
        deletePolicy: (cluster, service, PolicyName) => unlessGone(`deleting scaling policy ${PolicyName}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceId = resourceId(cluster, service);
            await client.send(new sdk.DeleteScalingPolicyCommand({ ...SERVICE, ResourceId, PolicyName }));
        }),
    };
}
function resourceId(cluster, service) {
    return `service/${cluster}/${service}`;
}
/** Taking away what is not there is no failure. */
function unlessGone(doing, call) {
    return (0,errors/* calling */.X)(doing, async () => {
        try {
            await call();
        }
        catch (error) {
            if (!(0,errors/* isAwsError */.m)(error, 'ObjectNotFoundException'))
                throw error;
        }
    });
}


/***/ }),

/***/ 3885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ uniqueName),
/* harmony export */   v: () => (/* binding */ NAME_PREFIX)
/* harmony export */ });
/** Starts the names of everything that this toolkit makes for a moment: change sets, request tokens. */
const NAME_PREFIX = 'ecs-gitops-';
/** A name that no other run uses, as CloudFormation takes it for change sets and client request tokens. */
function uniqueName(clock) {
    const part = () => Math.floor(clock.random() * 36 ** 8).toString(36);
    return `${NAME_PREFIX}${clock.now().toString(36)}-${part()}${part()}`;
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ plannedChanges)
/* harmony export */ });
/** The outcome of a plan that may be applied; `nothing` says what an empty one means. */
function plannedChanges({ changes }, nothing) {
    if (changes.length === 0)
        return { kind: 'unchanged', summary: nothing, evidence: [] };
    const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
    return { kind: 'planned', summary: `Applying would make ${count}.`, evidence: [] };
}


/***/ }),

/***/ 1491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ refusedPlan)
/* harmony export */ });
/* harmony import */ var _plan_danger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(395);

/** The outcome of a plan that would lose what config does not give up, or what no consent gives up; undefined for any other. */
function refusedPlan(unit, { source }) {
    const dangers = (0,_plan_danger_js__WEBPACK_IMPORTED_MODULE_0__/* .blockingDangers */ .oW)(unit);
    const forbidden = dangers.find((danger) => danger.forbidden !== undefined);
    const first = forbidden ?? dangers[0];
    if (!first)
        return undefined;
    const others = dangers.length > 1 ? ` (and ${dangers.length - 1} more)` : '';
    const file = source['']?.file ?? 'cluster.yaml';
    return {
        kind: 'blocked',
        summary: `${forbidden ? 'This cannot be done' : 'A dangerous change needs consent'}: ${dangerText(first)}${others}.`,
        evidence: dangers.map((danger) => `${dangerText(danger)}. ${danger.forbidden ?? ''}`.trim()),
        nextStep: forbidden
            ? `No consent lifts this. ${forbidden.forbidden}`
            : `To allow exactly this, add under allow in ${file}: ${dangers.map(_plan_danger_js__WEBPACK_IMPORTED_MODULE_0__/* .consentText */ .AC).join(' ')}`,
    };
}
function dangerText({ resource, property, to, loss }) {
    return `${resource}${property ? `.${property}` : ''}${to ? ` → ${to}` : ''}: ${loss}`;
}


/***/ }),

/***/ 395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ consentText),
/* harmony export */   oW: () => (/* binding */ blockingDangers),
/* harmony export */   yg: () => (/* binding */ consented)
/* harmony export */ });
/**
 * Settles whether cluster.yaml allows a danger: consent names resource, property and new value, so that it cannot cover the
 * next change. What is forbidden no consent lifts.
 */
function consented(allow, danger) {
    const allowed = allow.some(({ resource, property, to }) => resource === danger.resource && property === danger.property && to === danger.to);
    return { ...danger, allowed: allowed && danger.forbidden === undefined };
}
/** Dangers that keep a plan from being applied. */
function blockingDangers({ dangers }) {
    return dangers.filter(({ allowed }) => !allowed);
}
/** The entry of `allow` in cluster.yaml that would cover a danger, as YAML on one line. */
function consentText({ resource, property, to }) {
    const entries = Object.entries({ resource, property, to }).filter(([, value]) => value !== undefined);
    return `- { ${entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')} }`;
}


/***/ }),

/***/ 6084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vi: () => (/* binding */ unitDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);


/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 1;
/**
 * sha256 over what a unit would do: what changes, how, and to what. `content` is what the changes do not spell out (the
 * template of a stack). Left out is everything that differs between two looks at the same plan: values as they are now,
 * physical ids, positions in files, order.
 */
function unitDigest(id, changes, content) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        const after = properties.map((property) => [property.path, property.after]);
        return { action, resource, type, certainty, after: after.sort(([a], [b]) => (a < b ? -1 : 1)) };
    });
    const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
    return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}
/** sha256 over several units, in whatever order they come. */
function planDigest(units) {
    return digestOf(units.map(({ id, digest }) => `${id} ${digest}`).sort());
}
/** sha256 in hex over the canonical form. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value)).digest('hex');
}


/***/ }),

/***/ 3687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);

/**
 * Where two values differ. Objects are compared member by member, also against nothing, so that every difference is about one
 * value; lists are compared as a whole.
 */
function differences(before, after, path = []) {
    const [one, other] = [before ?? {}, after ?? {}];
    if (isJsonObject(one) && isJsonObject(other)) {
        const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
        if (names.length > 0)
            return names.flatMap((name) => differences(one[name], other[name], [...path, name]));
    }
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(before) === (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(after))
        return [];
    return [{ path, before, after }];
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !isList(value);
}
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 9139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ serviceUnitId),
/* harmony export */   U: () => (/* binding */ unitNeeds)
/* harmony export */ });
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);

function serviceUnitId(cluster, service) {
    return `service/${cluster}/${service}`;
}
/** Ids of units that must be right before the service can be: its stacks, and the services that it depends on. */
function unitNeeds(cluster, service) {
    const stacks = [(0,_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .clusterStackName */ .CW)(cluster.name)];
    if (needsStack(service))
        stacks.push((0,_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .serviceStackName */ .ZZ)(cluster.name, service.name));
    return [
        ...stacks.map((stack) => `stack/${stack}`),
        ...service.dependsOn.map((name) => serviceUnitId(cluster.name, name)),
    ];
}
function needsStack({ loadBalancers, logGroup }) {
    return loadBalancers.length > 0 || logGroup !== undefined;
}


/***/ })

};
