export const id = 229;
export const ids = [229];
export const modules = {

/***/ 9821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ createAlarms)
/* harmony export */ });
/* harmony import */ var _chunks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2749);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);
/* harmony import */ var _json_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1817);




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
    const cloudWatch = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(85)]).then(__webpack_require__.t.bind(__webpack_require__, 4085, 19));
        return { sdk, client: new sdk.CloudWatchClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings)) };
    });
    return {
        alarms: (names) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`describing alarms ${names.join(', ')}`, async () => {
            if (names.length === 0)
                return [];
            const { sdk, client } = await cloudWatch();
            const pages = await (0,_chunks_js__WEBPACK_IMPORTED_MODULE_2__/* .chunked */ .z)(names, DESCRIBED, (AlarmNames) => client.send(new sdk.DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ['MetricAlarm'] })));
            const found = pages.flatMap((page) => page.MetricAlarms ?? []);
            const views = await Promise.all(found.map(async (alarm) => {
                const { Tags } = await client.send(new sdk.ListTagsForResourceCommand({ ResourceARN: alarm.AlarmArn }));
                return alarmView(alarm, Tags ?? []);
            }));
            return names.map((name) => views.find((view) => view.name === name));
        }),
        putAlarm: (alarm, tags) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`putting alarm ${alarm['AlarmName']}`, async () => {
            const { sdk, client } = await cloudWatch();
            const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
            const input = { ...alarm, Tags };
            await client.send(new sdk.PutMetricAlarmCommand(input));
        }),
        deleteAlarms: (names) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`deleting alarms ${names.join(', ')}`, async () => {
            const { sdk, client } = await cloudWatch();
            await (0,_chunks_js__WEBPACK_IMPORTED_MODULE_2__/* .chunked */ .z)(names, DESCRIBED, (AlarmNames) => client.send(new sdk.DeleteAlarmsCommand({ AlarmNames })));
        }),
    };
}
function alarmView(alarm, tags) {
    return {
        name: alarm.AlarmName ?? '',
        state: alarm.StateValue ?? '',
        actions: alarm.AlarmActions ?? [],
        tags: Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value])),
        description: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOf */ .o_)(Object.fromEntries(MEMBERS.map((member) => [member, alarm[member]]))),
    };
}


/***/ }),

/***/ 2789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ createImages)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


function createImages(settings) {
    const sdk = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(() => Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19)));
    return {
        find: (image) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`looking for image ${image.repository} in ECR`, async () => {
            const { DescribeImagesCommand, ECRClient } = await sdk();
            const client = new ECRClient({ ...(0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings), region: image.region });
            try {
                const { imageDetails = [] } = await client.send(new DescribeImagesCommand({
                    registryId: image.account,
                    repositoryName: image.repository,
                    imageIds: [identifier(image)],
                }));
                const [found] = imageDetails;
                return found?.imageDigest
                    ? { digest: found.imageDigest, pushedAt: found.imagePushedAt?.getTime() }
                    : 'no-image';
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'RepositoryNotFoundException'))
                    return 'no-repository';
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'ImageNotFoundException'))
                    return 'no-image';
                throw error;
            }
            finally {
                client.destroy();
            }
        }),
    };
}
function identifier({ id }) {
    return 'tag' in id ? { imageTag: id.tag } : { imageDigest: id.digest };
}


/***/ }),

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
    const ports = (resources) => (resources?.find(({ name }) => name === 'PORTS')?.stringSetValue ?? []).map(Number);
    const { remainingResources: remaining, registeredResources: registered } = instance;
    return {
        arn: instance.containerInstanceArn ?? '',
        ec2InstanceId: instance.ec2InstanceId ?? '',
        status: instance.status ?? '',
        agentConnected: instance.agentConnected ?? false,
        capacityProvider: instance.capacityProviderName,
        runningTasks: instance.runningTasksCount ?? 0,
        remainingCpu: amount(remaining, 'CPU'),
        remainingMemoryMiB: amount(remaining, 'MEMORY'),
        registeredCpu: amount(registered, 'CPU'),
        registeredMemoryMiB: amount(registered, 'MEMORY'),
        reservedPorts: ports(registered),
        usedPorts: ports(remaining),
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
        page: (logGroupName, logStreamName, from) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`reading log stream ${logStreamName}`, async () => {
            const { sdk, client } = await cloudWatchLogs();
            try {
                const { events, nextForwardToken } = await client.send(new sdk.GetLogEventsCommand({
                    logGroupName,
                    logStreamName,
                    startFromHead: true,
                    ...(from === undefined ? {} : { nextToken: from }),
                }));
                return { lines: (events ?? []).map(({ message = '' }) => message.trimEnd()), next: nextForwardToken };
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'ResourceNotFoundException'))
                    return { lines: [], next: from };
                throw error;
            }
        }),
    };
}


/***/ }),

/***/ 6940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ createLookups)
});

// EXTERNAL MODULE: ./build/adapters/aws/alarms.js
var alarms = __webpack_require__(9821);
// EXTERNAL MODULE: ./build/adapters/aws/clients.js
var clients = __webpack_require__(1811);
// EXTERNAL MODULE: ./build/adapters/aws/errors.js
var errors = __webpack_require__(2348);
;// CONCATENATED MODULE: ./build/adapters/aws/certificates.js


function createCertificates(settings) {
    const acm = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(490)]).then(__webpack_require__.t.bind(__webpack_require__, 3490, 19));
        return { sdk, client: new sdk.ACMClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        certificate: (arn) => (0,errors/* calling */.X)(`describing certificate ${arn}`, async () => {
            const { sdk, client } = await acm();
            try {
                const { Certificate } = await client.send(new sdk.DescribeCertificateCommand({ CertificateArn: arn }));
                return (Certificate && {
                    status: Certificate.Status ?? '',
                    names: Certificate.SubjectAlternativeNames ?? [],
                    notAfter: Certificate.NotAfter?.getTime(),
                });
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, 'ResourceNotFoundException'))
                    return undefined;
                throw error;
            }
        }),
    };
}

// EXTERNAL MODULE: ./build/adapters/aws/images.js
var aws_images = __webpack_require__(2789);
// EXTERNAL MODULE: ./build/adapters/aws/networks.js
var networks = __webpack_require__(5844);
// EXTERNAL MODULE: ./build/adapters/aws/roles.js
var roles = __webpack_require__(6034);
// EXTERNAL MODULE: ./build/adapters/aws/chunks.js
var chunks = __webpack_require__(2749);
;// CONCATENATED MODULE: ./build/adapters/aws/secrets.js



/** So many names a filter of DescribeParameters takes. */
const DESCRIBED = 50;
/** Only descriptions are asked for: no call here returns a value. */
function createSecrets(settings) {
    const secretsManager = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(994)]).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19));
        return { sdk, client: new sdk.SecretsManagerClient((0,clients/* clientConfig */.y)(settings)) };
    });
    const parameterStore = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
        return { sdk, client: new sdk.SSMClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        secret: (arn) => (0,errors/* calling */.X)(`describing secret ${arn}`, async () => {
            const { sdk, client } = await secretsManager();
            try {
                const { DeletedDate } = await client.send(new sdk.DescribeSecretCommand({ SecretId: arn }));
                return { deletedAt: DeletedDate?.getTime() };
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, 'ResourceNotFoundException'))
                    return undefined;
                throw error;
            }
        }),
        parameters: (names) => (0,errors/* calling */.X)(`describing parameters ${names.join(', ')}`, async () => {
            const { sdk, client } = await parameterStore();
            const pages = await (0,chunks/* chunked */.z)([...new Set(names)], DESCRIBED, (Values) => Array.fromAsync(sdk.paginateDescribeParameters({ client }, { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values }], MaxResults: DESCRIBED })));
            const found = pages.flat().flatMap((page) => page.Parameters ?? []);
            const existing = new Set(found.flatMap(({ Name }) => Name ?? []));
            return names.filter((name) => existing.has(name));
        }),
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/lookups.js






function createLookups(settings) {
    return {
        images: (0,aws_images/* createImages */.r)(settings),
        secrets: createSecrets(settings),
        certificates: createCertificates(settings),
        roles: (0,roles/* createRoles */.Q)(settings),
        networks: (0,networks/* createNetworks */.w)(settings),
        alarms: (0,alarms/* createAlarms */.n)(settings),
    };
}


/***/ }),

/***/ 5844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ createNetworks)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


function createNetworks(settings) {
    const ec2 = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
        return { sdk, client: new sdk.EC2Client((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings)) };
    });
    return {
        defaultVpcId: () => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)('looking for the default VPC', async () => {
            const { sdk, client } = await ec2();
            const filter = { Name: 'is-default', Values: ['true'] };
            const { Vpcs = [] } = await client.send(new sdk.DescribeVpcsCommand({ Filters: [filter] }));
            return Vpcs[0]?.VpcId;
        }),
        subnets: (filter) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)('describing subnets', async () => {
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


/***/ }),

/***/ 6034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ createRoles)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


function createRoles(settings) {
    const iam = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
        return { sdk, client: new sdk.IAMClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings)) };
    });
    const role = (name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`looking for role ${name}`, async () => {
        const { sdk, client } = await iam();
        try {
            return (await client.send(new sdk.GetRoleCommand({ RoleName: name }))).Role;
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'NoSuchEntityException', 'NoSuchEntity'))
                return undefined;
            throw error;
        }
    });
    return {
        exists: async (name) => (await role(name)) !== undefined,
        trustPolicy: async (name) => {
            const found = await role(name);
            // IAM answers policies URL-encoded.
            return found && JSON.parse(decodeURIComponent(found.AssumeRolePolicyDocument ?? '%7B%7D'));
        },
    };
}


/***/ }),

/***/ 9462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ createScaling)
/* harmony export */ });
/* harmony import */ var _alarms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9821);
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);
/* harmony import */ var _first_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(127);
/* harmony import */ var _json_shape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1817);





const SERVICE = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' };
function createScaling(settings) {
    const autoScaling = (0,_clients_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 3872, 19));
        return { sdk, client: new sdk.ApplicationAutoScalingClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_3__/* .clientConfig */ .y)(settings)) };
    });
    return {
        ...(0,_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .createAlarms */ .n)(settings),
        target: (cluster, service) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing the scalable target of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceIds = [resourceId(cluster, service)];
            const { ScalableTargets } = await client.send(new sdk.DescribeScalableTargetsCommand({ ...SERVICE, ResourceIds }));
            const found = ScalableTargets?.[0];
            return found && targetView(found);
        }),
        registerTarget: (cluster, service, { minCapacity, maxCapacity, suspended }) => (0,_first_use_js__WEBPACK_IMPORTED_MODULE_2__/* .callingOnFirstUse */ .l)(`registering the scalable target of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const input = {
                ...SERVICE,
                ResourceId: resourceId(cluster, service),
                MinCapacity: minCapacity,
                MaxCapacity: maxCapacity,
                ...(suspended ? { SuspendedState: suspendedState(suspended) } : {}),
            };
            await client.send(new sdk.RegisterScalableTargetCommand(input));
        }),
        deregisterTarget: (cluster, service) => unlessGone(`deregistering the scalable target of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceId = resourceId(cluster, service);
            await client.send(new sdk.DeregisterScalableTargetCommand({ ...SERVICE, ResourceId }));
        }),
        policies: (cluster, service) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing the scaling policies of ${service}`, async () => {
            const { sdk, client } = await autoScaling();
            const ResourceId = resourceId(cluster, service);
            const pages = await Array.fromAsync(sdk.paginateDescribeScalingPolicies({ client }, { ...SERVICE, ResourceId }));
            return pages
                .flatMap((page) => page.ScalingPolicies ?? [])
                .map(({ PolicyARN = '', PolicyName = '', PolicyType, Alarms, ...policy }) => ({
                arn: PolicyARN,
                name: PolicyName,
                alarmNames: (Alarms ?? []).flatMap(({ AlarmName }) => AlarmName ?? []),
                description: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonOf */ .o_)({
                    PolicyName,
                    PolicyType,
                    StepScalingPolicyConfiguration: policy.StepScalingPolicyConfiguration,
                    TargetTrackingScalingPolicyConfiguration: policy.TargetTrackingScalingPolicyConfiguration,
                    PredictiveScalingPolicyConfiguration: policy.PredictiveScalingPolicyConfiguration,
                }),
            }));
        }),
        putPolicy: (cluster, service, policy) => (0,_first_use_js__WEBPACK_IMPORTED_MODULE_2__/* .callingOnFirstUse */ .l)(`putting scaling policy ${policy['PolicyName']}`, async () => {
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
function targetView({ MinCapacity = 0, MaxCapacity = 0, SuspendedState }) {
    return {
        minCapacity: MinCapacity,
        maxCapacity: MaxCapacity,
        suspended: {
            dynamicScalingInSuspended: SuspendedState?.DynamicScalingInSuspended ?? false,
            dynamicScalingOutSuspended: SuspendedState?.DynamicScalingOutSuspended ?? false,
            scheduledScalingSuspended: SuspendedState?.ScheduledScalingSuspended ?? false,
        },
    };
}
function suspendedState(suspended) {
    return {
        DynamicScalingInSuspended: suspended.dynamicScalingInSuspended,
        DynamicScalingOutSuspended: suspended.dynamicScalingOutSuspended,
        ScheduledScalingSuspended: suspended.scheduledScalingSuspended,
    };
}
function resourceId(cluster, service) {
    return `service/${cluster}/${service}`;
}
/** Taking away what is not there is no failure. */
function unlessGone(doing, call) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(doing, async () => {
        try {
            await call();
        }
        catch (error) {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isAwsError */ .m)(error, 'ObjectNotFoundException'))
                throw error;
        }
    });
}


/***/ }),

/***/ 6346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readReviewed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3603);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2011);
/* harmony import */ var _model_reviewed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8593);




const REVIEWED = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(_model_reviewed_js__WEBPACK_IMPORTED_MODULE_3__/* .REVIEWED_VERSION */ .h),
    commit: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    supersededBy: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    units: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        unit: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{16}$/),
        changes: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        pull: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    })),
    rejected: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ pull: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })).optional(),
});
/**
 * Reads what `report` with mode collect wrote; undefined without a path. Throws INPUT_INVALID where it is something else, or was
 * collected for another commit than the one that runs.
 */
function readReviewed(path, commit) {
    if (!path)
        return undefined;
    const reviewed = parse(path);
    if (commit === undefined || reviewed.commit === commit)
        return reviewed;
    throw refusal(`${path} was collected for commit ${reviewed.commit}, and this run is of ${commit}.`);
}
function parse(path) {
    try {
        return REVIEWED.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw refusal(`Input reviewed: ${path} is no file that report wrote.`, cause);
    }
}
function refusal(message, cause) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolkitError */ .h('INPUT_INVALID', message, {
        hint: 'Give the output `reviewed` of report with mode: collect, in the same workflow run.',
        cause,
    });
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
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


/***/ }),

/***/ 3885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ uniqueName),
/* harmony export */   J3: () => (/* binding */ uniquePart),
/* harmony export */   ve: () => (/* binding */ NAME_PREFIX)
/* harmony export */ });
/** Starts the names of everything that this toolkit makes for a moment: change sets, request tokens. */
const NAME_PREFIX = 'ecs-gitops-';
/** A name that no other run uses, as CloudFormation takes it for client request tokens. */
function uniqueName(clock) {
    return `${NAME_PREFIX}${clock.now().toString(36)}-${uniquePart(clock)}`;
}
function uniquePart(clock) {
    const part = () => Math.floor(clock.random() * 36 ** 8).toString(36);
    return `${part()}${part()}`;
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ plannedChanges)
/* harmony export */ });
/* harmony import */ var _preflight_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6534);

/** The outcome of a plan that may be applied; `nothing` says what an empty one means. */
function plannedChanges({ changes, checks }, nothing) {
    const evidence = (0,_preflight_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .failedChecks */ .H)({ checks });
    if (changes.length === 0)
        return { kind: 'unchanged', summary: nothing, evidence };
    const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
    return { kind: 'planned', summary: `Applying would make ${count}.`, evidence };
}


/***/ }),

/***/ 6971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _plan_preflight_verdicts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9230);


/** Looks one thing up. What AWS refuses as wrong has failed; what could not be asked is unchecked, and nothing is thrown for it. */
async function check(subject, at, look) {
    try {
        return { subject, ...(await look()), at };
    }
    catch (error) {
        if (!(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h))
            throw error;
        if (error.code === 'AWS_REFUSED')
            return { subject, state: 'failed', message: error.message, at };
        return { subject, ...(0,_plan_preflight_verdicts_js__WEBPACK_IMPORTED_MODULE_1__/* .unchecked */ .VJ)(reasonOf(error)), at };
    }
}
function reasonOf({ code, message }) {
    return code === 'ACCESS_DENIED'
        ? `the role may not look (${message.replace(/\.$/, '')})`
        : message.replace(/\.$/, '');
}


/***/ }),

/***/ 6534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ failedChecks),
/* harmony export */   z: () => (/* binding */ warnOfChecks)
/* harmony export */ });
/** What failed or is about to, in a line each. */
function failedChecks({ checks = [] }) {
    return checks.filter(({ state }) => state === 'failed' || state === 'warning').map(checkText);
}
/** Annotates the config lines of what failed. A plan with failed checks can be applied all the same: they may be put right by then. */
function warnOfChecks(units, progress) {
    for (const { checks = [] } of units) {
        for (const check of checks) {
            if (check.state !== 'failed' && check.state !== 'warning')
                continue;
            progress.emit({ kind: 'warning', message: checkText(check), at: check.at });
        }
    }
}
function checkText({ subject, message }) {
    return `${subject}: ${message}`;
}


/***/ }),

/***/ 6262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lookingOnce)
/* harmony export */ });
/** The same, each thing looked up once: services share images, roles and secrets. */
function lookingOnce({ images, secrets, certificates, roles, networks, alarms }) {
    return {
        images: { find: remembered(images.find) },
        secrets: { secret: remembered(secrets.secret), parameters: remembered(secrets.parameters) },
        certificates: { certificate: remembered(certificates.certificate) },
        roles: { trustPolicy: remembered(roles.trustPolicy) },
        networks: { subnets: remembered(networks.subnets) },
        alarms: { alarms: remembered(alarms.alarms) },
    };
}
function remembered(ask) {
    const answers = new Map();
    return (key) => {
        const id = JSON.stringify(key);
        const answer = answers.get(id) ?? ask(key);
        answers.set(id, answer);
        return answer;
    };
}


/***/ }),

/***/ 8457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ zonesVerdict),
/* harmony export */   U: () => (/* binding */ subnetsVerdict)
/* harmony export */ });
/** Subnets that exist, where they are. `vpcId` is the cluster's, where its stack tells it. */
function subnetsVerdict(subnets, vpcId) {
    const elsewhere = subnets.filter((subnet) => vpcId !== undefined && subnet.vpcId !== vpcId).map(({ id }) => id);
    if (elsewhere.length > 0)
        return { state: 'failed', message: `${elsewhere.join(', ')} is not in ${vpcId}, where the load balancer is.` };
    return { state: 'passed', message: `They are in ${zonesOf(subnets).join(', ')}.` };
}
/** A load balancer sends nothing to targets in zones that it is not in. */
function zonesVerdict(balanced, instances) {
    const served = zonesOf(balanced);
    const unserved = zonesOf(instances).filter((zone) => !served.includes(zone));
    if (unserved.length > 0)
        return {
            state: 'failed',
            message: `Instances can be in ${unserved.join(', ')}, and the load balancer is not: tasks there get no traffic. Add a subnet of the zone to network.subnets.`,
        };
    return { state: 'passed', message: `Load balancer and instances are in ${served.join(', ')}.` };
}
function zonesOf(subnets) {
    return [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))].sort();
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

/***/ 6295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ deleteService),
/* harmony export */   x: () => (/* binding */ deleteScaling)
/* harmony export */ });
/* harmony import */ var _health_deleted_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7888);
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9814);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9305);




/** Takes a service down: its tasks drain and stop, ECS knows it no more. */
async function deleteService(name, run) {
    const { services, progress } = run;
    const cluster = run.cluster.name;
    await services.delete(cluster, name);
    progress.emit({ kind: 'wrote', what: `deleted service ${name}` });
    const { kind, message } = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .waitFor */ .f)({
        subject: `service ${name}`,
        observe: async () => (await services.describe(cluster, [name]))[0],
        assess: _health_deleted_service_js__WEBPACK_IMPORTED_MODULE_2__/* .assessDeletedService */ .P,
        ...(0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .patience */ ._)(run),
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
    // Read first: policies go with the target, and only they tell the names of alarms that config has forgotten.
    const triggered = (await scaling.policies(cluster, name)).flatMap((policy) => policy.alarmNames);
    if (await scaling.target(cluster, name)) {
        await scaling.deregisterTarget(cluster, name);
        progress.emit({ kind: 'wrote', what: `deregistered the scalable target of service ${name}` });
    }
    const alarms = (await scaling.alarms([...new Set([...alarmNames(cluster, name, config), ...triggered])]))
        .filter((alarm) => alarm !== undefined)
        .filter(({ tags }) => tags[_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.cluster] === cluster && tags[_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.service] === name)
        .map((alarm) => alarm.name);
    if (alarms.length === 0)
        return;
    await scaling.deleteAlarms(alarms);
    progress.emit({ kind: 'wrote', what: `deleted alarms ${alarms.join(', ')}` });
}
/** As config has them, and those that are the default. */
function alarmNames(cluster, name, config) {
    const defaults = ['scale-out', 'scale-in'].map((end) => `${cluster}-${name}-${end}`);
    const steps = config?.scaling?.steps;
    return [...defaults, ...(steps ? [steps.scaleOut.alarmName, steps.scaleIn.alarmName] : [])];
}


/***/ }),

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U6: () => (/* binding */ removedService),
/* harmony export */   d2: () => (/* binding */ removedStack),
/* harmony export */   uF: () => (/* binding */ unitOf)
/* harmony export */ });
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6084);
/* harmony import */ var _plan_service_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _plan_stack_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6426);



/** What goes, as units: shown before anything does. */
function removedService(cluster, { name, arn }, dangers = []) {
    const id = (0,_plan_service_units_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceUnitId */ .L)(cluster, name);
    return { ...unitOf(id, 'service', [removal('service', 'AWS::ECS::Service', arn)]), dangers };
}
function removedStack({ name }, resources, dangers = []) {
    const present = resources.filter(({ status }) => status !== 'DELETE_COMPLETE');
    const changes = present.map(({ logicalId, type, physicalId }) => removal(logicalId, type, physicalId));
    return { ...unitOf((0,_plan_stack_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .stackUnitId */ ._)(name), 'stack', changes), dangers };
}
function removal(resource, type, physicalId) {
    return { action: 'remove', resource, type, physicalId, properties: [], certainty: 'certain' };
}
function unitOf(id, kind, changes) {
    return { id, kind, changes, dangers: [], needs: [], digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .unitDigest */ .vi)(id, changes, ''), notes: [] };
}


/***/ }),

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ patience)
/* harmony export */ });
/** What waiting takes from the run: its deadline and its signal. */
function patience({ deadline, signal, clock }) {
    return { withinMs: Math.max(0, deadline - clock.now()), signal };
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unreviewedPlan)
/* harmony export */ });
/* harmony import */ var _plan_reviewed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9817);

/**
 * The outcome of a plan that nobody has seen, or that a newer commit has overtaken; undefined for what may be applied, and
 * where nothing was to be reviewed.
 */
function unreviewedPlan(unit, reviewed) {
    if (!reviewed || unit.changes.length === 0)
        return undefined;
    if (reviewed.supersededBy !== undefined)
        return superseded(reviewed.commit, reviewed.supersededBy);
    if ((0,_plan_reviewed_js__WEBPACK_IMPORTED_MODULE_0__/* .isReviewed */ .qe)(unit, reviewed.units))
        return undefined;
    return {
        kind: 'blocked',
        summary: 'What would be done now is not what a merged pull request has shown.',
        evidence: [...(0,_plan_reviewed_js__WEBPACK_IMPORTED_MODULE_0__/* .unreviewed */ .tj)(unit, reviewed.units), ...(reviewed.rejected ?? []).map(rejection)],
        nextStep: 'Open a pull request: it shows what would be done now, and merging it does that. A person may also start apply without `reviewed`.',
    };
}
function rejection({ pull, reason }) {
    return `Pull request ${pull} is no evidence of a review: ${reason}`;
}
function superseded(commit, by) {
    return {
        kind: 'superseded',
        summary: `Commit ${by} is newer than ${commit} and was applied already; this run changed nothing.`,
        evidence: [],
        nextStep: 'To go back, revert on the branch and let that be applied, or run a rollback.',
    };
}


/***/ }),

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ warnOfConsents)
});

// EXTERNAL MODULE: ./build/model/source.js
var model_source = __webpack_require__(3589);
;// CONCATENATED MODULE: ./build/plan/consents.js

/** Entries of `allow` in cluster.yaml that nothing in the plan of these parts needs. */
function unusedConsents({ allow, services, source }, parts, dangers) {
    const names = new Set(services.map(({ name }) => name));
    return allow.flatMap((consent, index) => {
        if (!parts.includes(partOf(consent, names)) || dangers.some((danger) => covers(consent, danger)))
            return [];
        const message = `This allows a change of ${consent.resource} that nothing plans. Remove it, or correct it where the change is still to come.`;
        return [{ message, at: (0,model_source/* positionOf */.d)(source, ['allow', index]) }];
    });
}
function partOf({ resource }, services) {
    if (resource.startsWith('service/'))
        return 'leftovers';
    if (resource.startsWith('stack/'))
        return 'leftover-stacks';
    return services.has(resource) || resource.startsWith('alarm ') ? 'services' : 'stacks';
}
function covers({ resource, property, to }, danger) {
    return resource === danger.resource && property === danger.property && to === danger.to;
}

;// CONCATENATED MODULE: ./build/engine/warn-of-consents.js

/** Tells of consents that nothing of a plan needs, of parts that it has all of: one that stays may cover a later change unseen. */
function warnOfConsents(cluster, parts, units, progress) {
    const dangers = units.flatMap((unit) => unit.dangers);
    for (const unused of unusedConsents(cluster, parts, dangers))
        progress.emit({ kind: 'warning', ...unused });
}


/***/ }),

/***/ 7888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ assessDrainedService),
/* harmony export */   P: () => (/* binding */ assessDeletedService)
/* harmony export */ });
/** A deleted service drains until its last task has stopped; then ECS knows it no more (INACTIVE). */
function assessDeletedService(service) {
    if (!service)
        return { state: 'healthy', message: 'gone' };
    return { state: 'pending', message: `${service.status}, ${service.runningCount} tasks still running` };
}
/** A service with a desired count of 0: its tasks leave their targets one by one. */
function assessDrainedService(service) {
    const left = service ? service.runningCount + service.pendingCount : 0;
    if (left === 0)
        return { state: 'healthy', message: 'no task is left' };
    return { state: 'pending', message: `${left} ${left === 1 ? 'task' : 'tasks'} still to end` };
}


/***/ }),

/***/ 8593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ REVIEWED_VERSION)
/* harmony export */ });
const REVIEWED_VERSION = 1;


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
/* harmony export */   Qt: () => (/* binding */ wantedValues),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vi: () => (/* binding */ unitDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);


/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 1;
/**
 * sha256 over what a unit would do: what changes, how, and to what. `content` is what the changes do not spell out (the
 * template of a stack). Left out is everything that differs between two looks at the same plan: values as they were
 * deployed, physical ids, positions in files, order.
 */
function unitDigest(id, changes, content) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        return { action, resource, type, certainty, after: wantedValues(properties) };
    });
    const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
    return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}
/**
 * What properties become, in one order. A change by hand is named with what it made of the value: another one, made after the
 * review, is not overwritten unseen.
 */
function wantedValues(properties) {
    return properties
        .map(({ path, after, live }) => (live ? [path, after, live] : [path, after]))
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
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

/***/ 8022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uz: () => (/* binding */ serviceRemoval),
/* harmony export */   rx: () => (/* binding */ stackRemoval),
/* harmony export */   y3: () => (/* binding */ leftoverServices)
/* harmony export */ });
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _danger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(395);


/** Live services that this toolkit has made for the cluster and that config no longer has. */
function leftoverServices(cluster, live) {
    const known = new Set(cluster.services.map(({ name }) => name));
    return live.filter(({ name, tags }) => !known.has(name) && tags[_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.cluster] === cluster.name && tags[_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.service] === name);
}
/** What the removal of a service loses; consent names it `service/<name>`. */
function serviceRemoval(cluster, name) {
    const loss = 'config no longer has it: all of its tasks end, and what still asks for it is not answered';
    return (0,_danger_js__WEBPACK_IMPORTED_MODULE_1__/* .consented */ .yg)(allowOf(cluster), { resource: `service/${name}`, loss });
}
/** What the removal of a service's stack loses; consent names it `stack/<name>`. `users` are live services that need it. */
function stackRemoval(cluster, name, users) {
    const loss = 'config no longer has its service: its target groups and listener rules go, its log group is kept';
    const forbidden = users.length === 0
        ? undefined
        : `Service ${users.join(', ')} still uses it: deploy-service removes a service that allow names as service/<name>; the stack goes with the next provision after that.`;
    return (0,_danger_js__WEBPACK_IMPORTED_MODULE_1__/* .consented */ .yg)(allowOf(cluster), { resource: `stack/${name}`, loss, forbidden });
}
/** A folder without any service is more likely a mistake than a wish: nothing is removed by it, whatever it allows. */
function allowOf({ allow, services }) {
    return services.length === 0 ? [] : allow;
}


/***/ }),

/***/ 4786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PM: () => (/* binding */ ruleArns),
/* harmony export */   aE: () => (/* binding */ withLiveWeights),
/* harmony export */   aS: () => (/* binding */ liveWeights),
/* harmony export */   hX: () => (/* binding */ isAboutWeights)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9598);
/* harmony import */ var _template_listener_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8309);
/* harmony import */ var _template_target_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9615);
/* harmony import */ var _json_differences_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3687);




/** ARNs of the listener rules that a stack has. */
function ruleArns(resources) {
    return resources
        .filter(({ type, physicalId }) => type === 'AWS::ElasticLoadBalancingV2::ListenerRule' && physicalId !== '')
        .map(({ physicalId }) => physicalId);
}
/** How live rules divide the traffic of each pair of target groups; a rule that is to be made divides it as the production rule does. */
function liveWeights(service, { resources, outputs, forwards }) {
    const physical = new Map(resources.map(({ logicalId, physicalId }) => [logicalId, physicalId]));
    const production = Object.entries(outputs).flatMap(([key, arn]) => (/^ProductionRule\d+Arn$/.test(key) ? [arn] : []));
    const entries = (0,_template_target_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .identifyTargetGroups */ .Y)(service).flatMap(({ logicalId, alternateId, loadBalancer }) => {
        if (!alternateId)
            return [];
        const pair = [physical.get(logicalId), physical.get(alternateId)];
        const shared = forwards.filter(({ ruleArn }) => production.includes(ruleArn)).map((each) => weightsOf(each, pair));
        const weights = (rule) => {
            const own = forwards.find(({ ruleArn }) => ruleArn === physical.get((0,_template_listener_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleId */ .I)(rule)));
            return [own && weightsOf(own, pair), ...shared].find((each) => each !== undefined);
        };
        const { rules, testListenerRule } = loadBalancer;
        return [...rules, ...(testListenerRule ? [testListenerRule] : [])].map((rule) => [(0,_template_listener_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleId */ .I)(rule), weights(rule)]);
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
 * A template with the weights that are live in it; undefined where it has them. An update that fails goes back to the template
 * of before, and with it to the weights of before, so that those have to be right first.
 */
function withLiveWeights(template, weights) {
    const resources = template['Resources'];
    if (!(0,_json_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(resources))
        return undefined;
    const updated = Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, weights[id] ? weighted(resource, weights[id]) : resource]));
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(updated) === (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)(resources) ? undefined : { ...template, Resources: updated };
}
function weighted(value, weights) {
    if ((0,_json_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value))
        return value.map((each) => weighted(each, weights));
    if (!(0,_json_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => {
        const isForward = key === 'TargetGroups' && (0,_json_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(member) && member.length === 2;
        if (!isForward)
            return [key, weighted(member, weights)];
        return [key, member.map((each, index) => ((0,_json_differences_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(each) ? { ...each, Weight: weights[index] ?? 0 } : each))];
    }));
}
/** Whether a change of a rule is about weights alone: those are templated as they are live, so that it changes nothing. */
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


/***/ }),

/***/ 9230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fo: () => (/* binding */ alarmVerdict),
  Fc: () => (/* binding */ certificateVerdict),
  jl: () => (/* binding */ coverVerdict),
  FN: () => (/* binding */ imageVerdict),
  h2: () => (/* binding */ parameterVerdict),
  A6: () => (/* binding */ roleVerdict),
  eh: () => (/* binding */ secretVerdict),
  VJ: () => (/* binding */ unchecked)
});

// EXTERNAL MODULE: ./build/plan/json-differences.js
var json_differences = __webpack_require__(3687);
;// CONCATENATED MODULE: ./build/plan/preflight/role-trust.js

/** Whether a role's trust policy lets an AWS service assume it. Conditions are taken to be met. */
function trusts(policy, service) {
    return listOf(policy['Statement'])
        .filter(json_differences/* isJsonObject */.OW)
        .some(({ Effect, Action, Principal }) => Effect === 'Allow' && listOf(Action).some(isAssuming) && includesService(Principal, service));
}
function isAssuming(action) {
    return ['sts:assumerole', 'sts:*', '*'].includes(String(action).toLowerCase());
}
function includesService(principal, service) {
    if (principal === '*')
        return true;
    return (0,json_differences/* isJsonObject */.OW)(principal) && listOf(principal['Service']).includes(service);
}
/** IAM writes a list of one as the one. */
function listOf(value) {
    if (value === undefined)
        return [];
    return (0,json_differences/* isList */.Lv)(value) ? value : [value];
}

;// CONCATENATED MODULE: ./build/plan/preflight/verdicts.js

const DAY_MS = 86_400_000;
/** AWS renews what it issued itself 60 days ahead; this close to the end something keeps it from that. */
const EXPIRES_SOON_MS = 30 * DAY_MS;
const failed = (message) => ({ state: 'failed', message });
const passed = (message) => ({ state: 'passed', message });
const unchecked = (why) => ({ state: 'unchecked', message: `Not looked up: ${why}.` });
function imageVerdict(image, found) {
    const { account, region, repository, id } = image;
    const registry = `the registry of ${account} in ${region}`;
    if (found === 'no-repository')
        return failed(`There is no repository ${repository} in ${registry}. Create it and push, or correct the image.`);
    if (found === 'no-image') {
        const name = 'tag' in id ? `tagged ${id.tag}` : `with ${id.digest}`;
        return failed(`Repository ${repository} in ${registry} has no image ${name}. Push it before this is applied.`);
    }
    const pushed = found.pushedAt === undefined ? '' : `, pushed ${dayOf(found.pushedAt)}`;
    return passed(`It is ${found.digest.slice(0, 19)}…${pushed}.`);
}
/** `key`: of the secret's JSON, which is not looked at. */
function secretVerdict(found, key) {
    if (!found)
        return failed('There is no such secret. Create it, or correct valueFrom.');
    if (found.deletedAt !== undefined)
        return failed(`It is scheduled for deletion since ${dayOf(found.deletedAt)}. Restore it, or name another.`);
    return passed(key === undefined ? 'It exists.' : `It exists; whether it has the key ${key} is in its value, unread.`);
}
function parameterVerdict(exists) {
    return exists ? passed('It exists.') : failed('There is no such parameter. Create it, or correct valueFrom.');
}
/** `trustPolicy` is undefined where there is no such role. */
function roleVerdict(trustPolicy, service) {
    if (!trustPolicy)
        return failed('There is no such role. Create it, or correct the name.');
    if (trusts(trustPolicy, service))
        return passed(`It trusts ${service}.`);
    return failed(`Its trust policy does not let ${service} assume it. Add that principal to the policy.`);
}
function certificateVerdict(found, now) {
    if (!found)
        return failed('There is no such certificate. Request or import it, or correct the ARN.');
    const { status, names, notAfter } = found;
    if (status === 'PENDING_VALIDATION')
        return failed('It waits for validation: set the DNS record that ACM shows, and a listener can use it.');
    if (status !== 'ISSUED')
        return failed(`It is ${status}. Request another, and name that.`);
    if (notAfter !== undefined && notAfter - now < EXPIRES_SOON_MS)
        return { state: 'warning', message: `It ends on ${dayOf(notAfter)}: see in ACM what keeps it from renewal.` };
    return passed(`It is issued for ${names.join(', ')}.`);
}
/** `missing`: hosts of the listener that none of its certificates is good for. */
function coverVerdict(hosts, missing) {
    if (missing.length === 0)
        return passed(`They are good for ${hosts.join(', ')}.`);
    return failed(`None is good for ${missing.join(', ')}: browsers refuse it. Add a certificate with the name.`);
}
/** ECS ignores every alarm of a deployment that starts while one of them fires (aws-facts §1.6). */
function alarmVerdict(found) {
    if (!found)
        return failed('There is no metric alarm of that name. Create it, or correct alarmNames.');
    switch (found.state) {
        case 'ALARM':
            return failed('It is in ALARM now: ECS starts the deployment and ignores all of its alarms. Calm it first.');
        case 'INSUFFICIENT_DATA':
            return passed('It has no data now.');
        default:
            return passed('It is calm.');
    }
}
function dayOf(at) {
    return new Date(at).toISOString().slice(0, 10);
}


/***/ }),

/***/ 9817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cG: () => (/* binding */ reviewedUnit),
/* harmony export */   qe: () => (/* binding */ isReviewed),
/* harmony export */   tj: () => (/* binding */ unreviewed)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6084);

/** Digests are long enough to be compared and short enough for hundreds of them to fit into a comment. */
const DIGEST_LENGTH = 16;
const FINGERPRINT_LENGTH = 8;
/** What a review of a unit's plan has to keep. */
function reviewedUnit({ id, digest, changes }) {
    return { unit: id, digest: digest.slice(0, DIGEST_LENGTH), changes: fingerprints(changes) };
}
/** Whether a plan does nothing, or exactly what some review showed. */
function isReviewed(unit, reviewed) {
    const { digest } = reviewedUnit(unit);
    return unit.changes.length === 0 || reviewed.some((each) => each.unit === unit.id && each.digest === digest);
}
/**
 * How a plan differs from the last review of the unit, a resource to a line. Where nothing visible differs, what does is not a
 * change of its own, e.g. another part of the template.
 */
function unreviewed(unit, reviewed) {
    const last = reviewed.findLast((each) => each.unit === unit.id);
    if (!last)
        return [`No merged pull request showed changes of ${unit.id}.`];
    const before = last.changes;
    if (Object.keys(before).length === 0)
        return ['The review has no details to compare with.'];
    const after = fingerprints(unit.changes);
    const lines = [
        ...Object.keys(after)
            .filter((key) => before[key] === undefined)
            .map((key) => `${key}: was not in the review.`),
        ...Object.keys(after)
            .filter((key) => before[key] !== undefined && before[key] !== after[key])
            .map((key) => `${key}: would change otherwise than reviewed.`),
        ...Object.keys(before)
            .filter((key) => after[key] === undefined)
            .map((key) => `${key}: was in the review, and needs no change any more.`),
    ];
    return lines.length > 0 ? lines : ['The changes are those that were reviewed, but what they lead to is not.'];
}
function fingerprints(changes) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        const after = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedValues */ .Qt)(properties);
        return [resource, (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({ action, type, certainty, after }).slice(0, FINGERPRINT_LENGTH)];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
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


/***/ }),

/***/ 2686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hu: () => (/* binding */ templateDifferences),
/* harmony export */   mv: () => (/* binding */ additions),
/* harmony export */   xm: () => (/* binding */ isUpToDate)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);

/**
 * Whether a stack is what config wants, so that no change set is needed: the template's digest in its output `digestOutput`,
 * parameters and tags are equal. An update that failed took the output back with the rest.
 */
function isUpToDate(stack, desired, digestOutput) {
    return (stack.outputs[digestOutput] === desired.digest &&
        (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(stack.parameters) === (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(desired.parameters) &&
        (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(stack.tags) === (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(desired.tags));
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
        if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(old) === (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(wanted))
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


/***/ }),

/***/ 6419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ stackDangers),
/* harmony export */   n: () => (/* binding */ goes)
/* harmony export */ });
/* harmony import */ var _danger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(395);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6084);
/* harmony import */ var _stack_losses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(216);
/* harmony import */ var _stack_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8406);




/** Longer values are named by their digest in a danger, so that consent can name them. */
const LONGEST_NAMED = 100;
/** Changes that lose traffic or data, property by property. */
function stackDangers({ changes, references, allow }) {
    const going = changes.filter(goes).map(({ physicalId }) => physicalId);
    return changes.flatMap((change) => {
        const found = goes(change) ? lossesOfGoing(change, forbidding(change, going, references)) : rolledInstances(change);
        return found.map((danger) => (0,_danger_js__WEBPACK_IMPORTED_MODULE_3__/* .consented */ .yg)(allow, danger));
    });
}
/** Whether the resource as it is now goes, for certain or perhaps, and is not kept outside of the stack. */
function goes({ action, replacement, policyAction = '' }) {
    if (policyAction.endsWith('Retain'))
        return false;
    return action === 'Remove' || replacement === 'True' || replacement === 'Conditional';
}
function lossesOfGoing(change, forbidden) {
    const lost = (0,_stack_losses_js__WEBPACK_IMPORTED_MODULE_1__/* .lossOf */ .j)(change.type, change.logicalId);
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
 * The properties for which CloudFormation replaces a resource, with their new values. Where one is not known yet, the resource
 * that goes stands for it: the next replacement takes another one, which the same consent must not cover.
 */
function recreating({ details, physicalId }) {
    const found = details.filter(({ requiresRecreation }) => requiresRecreation !== 'Never');
    const instead = physicalId && `instead of ${physicalId}`;
    return new Map(found.map((detail) => [(0,_stack_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .propertyPath */ .Ty)(detail), namedValue(detail) ?? instead]));
}
/** A change of the launch template reaches instances only by replacing them. */
function rolledInstances({ type, action, logicalId, details }) {
    if (type !== 'AWS::EC2::LaunchTemplate' || action !== 'Modify')
        return [];
    const byProperty = new Map(details.map((detail) => [(0,_stack_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .propertyPath */ .Ty)(detail), namedValue(detail)]));
    return [...byProperty].map(([property, to]) => ({
        resource: logicalId,
        property,
        to,
        loss: 'every instance is replaced: a new one first, then the tasks of an old one drain and it goes',
    }));
}
function forbidding({ type, logicalId, physicalId }, going, references) {
    const users = references
        .filter(({ physicalIds }) => physicalIds.some((id) => id === physicalId))
        .filter(({ physicalIds }) => physicalIds.every((id) => going.includes(id)))
        .map(({ service }) => service);
    if (users.length === 0)
        return undefined;
    const sequence = (0,_stack_losses_js__WEBPACK_IMPORTED_MODULE_1__/* .lossOf */ .j)(type, logicalId)?.sequence ?? 'Let the service stop using it first.';
    return `Service ${[...new Set(users)].join(', ')} uses it. ${sequence}`;
}
function namedValue(detail) {
    const value = (0,_stack_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .shownValue */ .JJ)((0,_stack_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .propertyPath */ .Ty)(detail), detail.after);
    if (value.kind !== 'value')
        return undefined;
    return value.text.length <= LONGEST_NAMED ? value.text : `sha256:${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(value.text).slice(0, 16)}`;
}


/***/ }),

/***/ 1620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ driftNotes),
/* harmony export */   bq: () => (/* binding */ changedByHand),
/* harmony export */   u2: () => (/* binding */ ownChanges)
/* harmony export */ });
/* harmony import */ var _live_weights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4786);

/** Of what is not as it was deployed, that which a person did: how ECS has shifted the traffic of a rule is ECS's own. */
function changedByHand(drifted) {
    return drifted.filter(({ status, differences }) => status === 'DELETED' || !isOnlyWeights(differences));
}
/** The changes of a change set without the rules of which only the weights differ: those are ECS's, and stay as they are. */
function ownChanges({ changes }) {
    return changes.filter(({ details }) => !isOnlyWeights(details));
}
function isOnlyWeights(details) {
    return details.length > 0 && details.every(_live_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .isAboutWeights */ .hX);
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
        ...(unknown.length > 0 ? [`CloudFormation could not read what is live of ${unknown.join(', ')}.`] : []),
        ...(deleted.length > 0 ? [`Deleted by hand, and made again: ${deleted.join(', ')}.`] : []),
        ...(unread.length > 0
            ? [`CloudFormation cannot read whether these were changed by hand: ${unread.join(', ')}.`]
            : []),
    ];
}


/***/ }),

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ lossOf),
/* harmony export */   t: () => (/* binding */ ALTERNATE_SEQUENCE)
/* harmony export */ });
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);

/** Types whose replacement or removal loses nothing that lasts or serves. */
const HARMLESS = new Set(['AWS::AutoScaling::ScalingPolicy', 'AWS::ElasticLoadBalancingV2::ListenerCertificate']);
/** Each step is one commit, provisioned and deployed before the next; docs/rollouts.md shows them in YAML. */
const TARGET_GROUP_SEQUENCE = [
    'Get there in four commits of service.yaml, each provisioned and deployed.',
    '1. Leave the old entry of loadBalancers as it is and add another with the new target group: a targetGroup.name of its own, and one rule with a lower priority number than the old one whose condition no request meets yet, like an http-header.',
    "2. Give that rule the old rule's conditions.",
    '3. Write "attached: false" into the old entry.',
    '4. Remove the old entry, with the consents that the plan then asks for.',
].join(' ');
/** From a strategy that shifts traffic back to one target group. */
const ALTERNATE_SEQUENCE = [
    'Get there in two commits of service.yaml, each provisioned and deployed.',
    '1. Write "strategy: ROLLING", and "alternateTargetGroup: true" into the entry of loadBalancers.',
    '2. Remove "alternateTargetGroup", with the consents that the plan then asks for.',
    'Where the alternate target group has the traffic, the second step is refused: deploy once more with the strategy of before, which moves it to the first.',
].join(' ');
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
        sequence: 'Add the new rule beside the old one and provision, then remove the old one. Where ECS shifts its traffic, move the requests to another entry of loadBalancers, as for a new target group (docs/rollouts.md).',
    },
    'AWS::ElasticLoadBalancingV2::TargetGroup': {
        loss: 'the tasks registered in it get no more requests',
        sequence: TARGET_GROUP_SEQUENCE,
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
function lossOf(type, logicalId) {
    if (HARMLESS.has(type))
        return undefined;
    if ((0,_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlternateId */ .Up)(logicalId))
        return { loss: 'what ECS has shifted to it is answered 503', sequence: ALTERNATE_SEQUENCE };
    return LOSSES[type] ?? { loss: 'the resource goes, and whatever refers to it by its id' };
}


/***/ }),

/***/ 6426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ planStack),
  _: () => (/* binding */ stackUnitId)
});

// EXTERNAL MODULE: ./build/plan/stack-drift.js
var stack_drift = __webpack_require__(1620);
// EXTERNAL MODULE: ./build/plan/stack-properties.js + 3 modules
var stack_properties = __webpack_require__(8406);
;// CONCATENATED MODULE: ./build/plan/stack-changes.js


/** A change set as changes of a plan. `tags` are those that the stack has. */
function stackChanges(view, { sources, tags: wanted }, tags = wanted) {
    const tagRows = (0,stack_properties/* stackTagChanges */.qf)(tags, wanted);
    const changes = (0,stack_drift/* ownChanges */.u2)(view);
    if (changes.length === 0)
        return [outputsChange()];
    return changes.map((change) => {
        const withheld = view.withheld.includes(change.logicalId);
        return {
            action: actionOf(change),
            resource: change.logicalId,
            type: change.type,
            physicalId: change.physicalId,
            properties: (0,stack_properties/* stackPropertyChanges */.Z1)(change, withheld).flatMap((row) => tagRows.length > 0 && (0,stack_properties/* isUntoldTags */.mB)(row) ? tagRows : [row]),
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
    const known = decisive.some(({ after }) => !(0,stack_properties/* isKnownAfterApply */.il)(after));
    if (replacement === 'Conditional')
        return 'conditional';
    return known && !withheld ? 'certain' : 'known-after-apply';
}

// EXTERNAL MODULE: ./build/plan/stack-comparison.js
var stack_comparison = __webpack_require__(2686);
// EXTERNAL MODULE: ./build/plan/stack-dangers.js
var stack_dangers = __webpack_require__(6419);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
// EXTERNAL MODULE: ./build/plan/digest.js
var digest = __webpack_require__(6084);
;// CONCATENATED MODULE: ./build/plan/stack-digest.js


/**
 * The digest of a stack's plan. Where a change set says what changes, the resources as they are to be are what counts, so that
 * another change of the same stack, which is applied in between, leaves it as it is; elsewhere the whole template does.
 */
function stackDigest(id, changes, desired, { isListed }) {
    // A change of outputs alone names none of them.
    const isTold = isListed && changes.every(({ resource }) => resource !== 'Outputs');
    if (!isTold)
        return (0,digest/* unitDigest */.vi)(id, changes, desired.digest);
    const resources = changes.map(({ resource }) => [resource, desired.resources[resource] ?? null]);
    return (0,digest/* unitDigest */.vi)(id, changes, (0,json/* canonicalJson */.d)(Object.fromEntries(resources)));
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
        digest: stackDigest(id, changes, desired, { isListed: comparison.kind === 'change-set' }),
        notes: [...input.notes, ...notesOf(comparison)],
    };
}
function changesOf(comparison, desired) {
    switch (comparison.kind) {
        case 'same':
            return [];
        case 'absent':
            return (0,stack_comparison/* additions */.mv)(desired);
        case 'change-set':
            return stackChanges(comparison.view, desired, comparison.tags);
        case 'templates':
            return (0,stack_comparison/* templateDifferences */.hu)(comparison.live, desired);
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
    return (0,stack_dangers/* stackDangers */.T)({ changes: comparison.view.changes, references, allow });
}
function notesOf(comparison) {
    switch (comparison.kind) {
        case 'same':
        case 'absent':
            return [];
        case 'templates':
            return [`${comparison.reason} What changes inside a resource, and what is replaced, is known only then.`];
        case 'change-set': {
            const { withheld, warning } = comparison.view;
            const missing = withheld.length > 0 ? [`CloudFormation withheld the values of ${withheld.join(', ')}.`] : [];
            const warned = warning === undefined ? [] : [`CloudFormation warns: ${warning}`];
            return [...missing, ...warned, ...(0,stack_drift/* driftNotes */.Fs)(comparison.view)];
        }
    }
}


/***/ }),

/***/ 8406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  il: () => (/* binding */ isKnownAfterApply),
  mB: () => (/* binding */ isUntoldTags),
  Ty: () => (/* binding */ propertyPath),
  JJ: () => (/* binding */ shownValue),
  Z1: () => (/* binding */ stackPropertyChanges),
  qf: () => (/* binding */ stackTagChanges)
});

// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/changed-lines.js
/** So many lines are shown before and after those that differ. */
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

// EXTERNAL MODULE: ./build/plan/json-differences.js
var json_differences = __webpack_require__(3687);
// EXTERNAL MODULE: ./build/plan/live-weights.js
var live_weights = __webpack_require__(4786);
;// CONCATENATED MODULE: ./build/plan/list-items.js


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
    if (!(0,json_differences/* isJsonObject */.OW)(item))
        return undefined;
    const stated = NAMES.map((name) => item[name]).find(isScalar);
    return stated === undefined ? (admission(item) ?? step(item) ?? statement(item) ?? kind(item)) : String(stated);
}
/** Of a tag or an attribute the value is what there is to say. */
function withoutKey(item) {
    if (!(0,json_differences/* isJsonObject */.OW)(item))
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
    return typeof value === 'string' ? value : (0,json/* canonicalJson */.d)(value);
}

;// CONCATENATED MODULE: ./build/plan/three-way.js



/**
 * Where three values are not all the same. Items of lists are told apart by name rather than by position; what comes or goes as
 * a whole is one difference.
 */
function threeWayDifferences(values, path = []) {
    if (isSame(values))
        return [];
    const members = membersOf(values);
    const inside = (members ? namesOf(members) : []).flatMap((name) => threeWayDifferences(memberOf(members, name), [...path, name]));
    return inside.length > 0 ? inside : [{ path, ...values }];
}
function isSame({ deployed, live, after }) {
    const text = (0,json/* canonicalJson */.d)(after);
    return (0,json/* canonicalJson */.d)(deployed) === text && (0,json/* canonicalJson */.d)(live) === text;
}
/** undefined where one of them has no members, or no names for them. */
function membersOf({ deployed, live, after }) {
    const kinds = [deployed, live, after];
    if (!kinds.every(json_differences/* isJsonObject */.OW) && !kinds.every(json_differences/* isList */.Lv))
        return undefined;
    const [a, b, c] = kinds.map(named);
    return a && b && c && { deployed: a, live: b, after: c };
}
function named(value) {
    if ((0,json_differences/* isList */.Lv)(value))
        return itemsByName(value);
    return (0,json_differences/* isJsonObject */.OW)(value) ? new Map(Object.entries(value)) : undefined;
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

;// CONCATENATED MODULE: ./build/plan/stack-properties.js





const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const SECRET = '****';
function isKnownAfterApply(value) {
    return value === KNOWN_AFTER_APPLY;
}
/**
 * What changes inside a resource. CloudFormation numbers the items of lists, and has one detail for each reason why a value
 * changes: here an item has a name, and each place one entry.
 */
function stackPropertyChanges(change, withheld) {
    const details = change.details.filter((detail) => !(0,live_weights/* isAboutWeights */.hX)(detail));
    const rows = details.flatMap((detail) => {
        if (withheld)
            return [untoldRow(detail)];
        const inside = structured(change, detail).map(shownDifference);
        return inside.length > 0 ? inside : [shownDetail(detail)];
    });
    return [...new Map(rows.map((row) => [row.path, row])).values()];
}
const UNKNOWN = { kind: 'known-after-apply' };
function untoldRow(detail) {
    return { path: propertyPath(detail), before: { kind: 'withheld' }, after: { kind: 'withheld' } };
}
/** Of the tags that a stack hands on to its resources CloudFormation says only that they change. */
function isUntoldTags({ path, after }) {
    return path === 'Tags' && after.kind === 'withheld';
}
function stackTagChanges(deployed, wanted) {
    return threeWayDifferences({ deployed, live: deployed, after: wanted }, ['Tags']).map(shownDifference);
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
    return values ? threeWayDifferences(values, path).filter((difference) => !isWeight(difference)) : [];
}
/** How ECS divides the traffic of a rule is no part of what a stack changes. */
function isWeight({ path }) {
    return path[0] === 'Actions' && path.at(-1) === 'Weight';
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
/** Only what has members: a number or a word in quotes is a value like any other. */
function parsed(text) {
    if (!/^[[{]/.test(text ?? ''))
        return undefined;
    try {
        const value = JSON.parse(text ?? '');
        return (0,json_differences/* isJsonObject */.OW)(value) || (0,json_differences/* isList */.Lv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function valueAt(value, path) {
    const [head, ...rest] = path;
    if (head === undefined)
        return value;
    return (0,json_differences/* isJsonObject */.OW)(value) ? valueAt(value[head], rest) : undefined;
}
function shownDifference({ path, deployed, live, after }) {
    const text = (value) => value === undefined || typeof value === 'string' ? value : (0,json/* canonicalJson */.d)(value);
    const place = path.join('.').replaceAll(KNOWN_AFTER_APPLY, '(known after apply)');
    return shownRow(place, text(deployed), text(live), text(after));
}
function shownDetail(detail) {
    const { before, after, drift } = detail;
    // Of tags of the whole stack, and where it was asked for no values, CloudFormation says only that they change.
    if (before === undefined && after === undefined && !drift)
        return untoldRow(detail);
    return drift
        ? shownRow(propertyPath(detail), drift.previous, drift.actual, after)
        : shownRow(propertyPath(detail), before, before, after);
}
function shownRow(path, deployed, live, after) {
    const [before, now, then] = legible([deployed, live, after].map((value) => shownValue(path, value)));
    return {
        path,
        before: before ?? ABSENT,
        after: then ?? ABSENT,
        ...(deployed === live ? {} : { live: now ?? ABSENT }),
    };
}
const ABSENT = { kind: 'absent' };
/** Of texts of many lines, like user data, those lines that differ. */
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


/***/ }),

/***/ 7395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ getAtt),
/* harmony export */   K7: () => (/* binding */ keyValues),
/* harmony export */   KR: () => (/* binding */ ref),
/* harmony export */   Zc: () => (/* binding */ resource)
/* harmony export */ });
/* unused harmony export defined */
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


/***/ }),

/***/ 8309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ruleId),
/* harmony export */   S: () => (/* binding */ listenerRules)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3589);
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _fragment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7395);



const NEW_RULE = [100, 0];
/** A rule is known by its listener and priority: with another priority it is a new rule, made before the old one goes. */
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
        (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .resource */ .Zc)('AWS::ElasticLoadBalancingV2::ListenerRule', {
            ListenerArn: (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)((0,_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .listenerParameter */ .sN)(rule.listenerPort)),
            Priority: rule.priority,
            Conditions: rule.conditions,
            Actions: [forward(group, weights[ruleId(rule)] ?? NEW_RULE)],
        }, { at: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_2__/* .positionOf */ .d)(service.source, at) }),
    ]));
}
/** Where ECS shifts traffic, a rule says what it says already, so that an update of the stack moves none. */
function forward({ logicalId, alternateId }, [first, alternate]) {
    if (!alternateId)
        return { Type: 'forward', TargetGroupArn: (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)(logicalId) };
    return {
        Type: 'forward',
        ForwardConfig: {
            TargetGroups: [
                { TargetGroupArn: (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)(logicalId), Weight: first },
                { TargetGroupArn: (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)(alternateId), Weight: alternate },
            ],
        },
    };
}


/***/ }),

/***/ 9615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ targetGroup),
/* harmony export */   Y: () => (/* binding */ identifyTargetGroups)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3589);
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _fragment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7395);



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
            alternateId: loadBalancer.alternate ? (0,_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .alternateId */ .k9)(logicalId) : undefined,
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
    return (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .resource */ .Zc)('AWS::ElasticLoadBalancingV2::TargetGroup', {
        Name: name,
        VpcId: (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('VpcId'),
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
        TargetGroupAttributes: (0,_fragment_js__WEBPACK_IMPORTED_MODULE_1__/* .keyValues */ .K7)(group.attributes),
    }, { at: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_2__/* .positionOf */ .d)(service.source, ['loadBalancers', position - 1]) });
}
function matcher({ protocolVersion, healthCheck }) {
    return protocolVersion === 'GRPC' ? { GrpcCode: healthCheck.matcher } : { HttpCode: healthCheck.matcher };
}


/***/ })

};
