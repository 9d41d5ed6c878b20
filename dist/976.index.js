export const id = 976;
export const ids = [976];
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
/* harmony import */ var _ecs_ecs_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6454);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);




/** How many instances one call takes: of SetInstanceProtection, then of DescribeContainerInstances. */
const PROTECTED = 50;
const DESCRIBED = 100;
const ACTIVE_REFRESH = new Set(['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking']);
function createInstances(settings) {
    const autoScaling = (0,_clients_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(932)]).then(__webpack_require__.t.bind(__webpack_require__, 8932, 19));
        return { sdk, client: new sdk.AutoScalingClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(settings)) };
    });
    const ecs = (0,_ecs_ecs_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ecsClient */ .b)(settings);
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
            const pages = await (0,_ecs_ecs_client_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessMissing */ .F)([], () => Array.fromAsync(sdk.paginateListContainerInstances({ client }, { cluster })));
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

/***/ 2042:
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



/** How many names a filter of DescribeParameters takes. */
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

;// CONCATENATED MODULE: ./build/adapters/aws/security-groups.js


function createSecurityGroups(settings) {
    const ec2 = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 7574, 19));
        return { sdk, client: new sdk.EC2Client((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        byId: (ids) => (0,errors/* calling */.X)(`describing security groups ${ids.join(', ')}`, async () => {
            const { sdk, client } = await ec2();
            const { SecurityGroups: found = [] } = await client.send(new sdk.DescribeSecurityGroupsCommand({ GroupIds: [...ids] }));
            return found.map(groupView);
        }),
        named: ({ vpcId, name }) => (0,errors/* calling */.X)(`looking for security group ${name}`, async () => {
            const { sdk, client } = await ec2();
            const Filters = [
                { Name: 'vpc-id', Values: [vpcId] },
                { Name: 'group-name', Values: [name] },
            ];
            const { SecurityGroups: found = [] } = await client.send(new sdk.DescribeSecurityGroupsCommand({ Filters }));
            return found[0] && groupView(found[0]);
        }),
    };
}
const groupView = ({ GroupId = '', VpcId = '', IpPermissions = [] }) => ({
    id: GroupId,
    vpcId: VpcId,
    ingress: IpPermissions.map(ingressView),
});
function ingressView({ IpProtocol = '', FromPort, ToPort, ...admitted }) {
    const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs = [] } = admitted;
    return {
        protocol: IpProtocol,
        fromPort: FromPort,
        toPort: ToPort,
        groupIds: UserIdGroupPairs.flatMap(({ GroupId = [] }) => GroupId),
        hasAddresses: IpRanges.length + Ipv6Ranges.length + PrefixListIds.length > 0,
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
        securityGroups: createSecurityGroups(settings),
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
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 7574, 19));
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
 * Reads what `report` with mode collect wrote; undefined without a path. Throws INPUT_INVALID where it is something
 * else, or was collected for another commit than the one that runs.
 */
function readReviewed(path, commit) {
    if (!path)
        return undefined;
    const reviewed = parse(path);
    if (commit === undefined || reviewed.commit === commit)
        return reviewed;
    throw refusal(`${path} was collected for commit ${reviewed.commit}, but this run is for ${commit}.`);
}
function parse(path) {
    try {
        return REVIEWED.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw refusal(`Input reviewed: ${path} was not written by report.`, cause);
    }
}
function refusal(message, cause) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ToolkitError */ .h('INPUT_INVALID', message, {
        hint: 'Give it the output `reviewed` of report with mode: collect, in the same workflow run.',
        cause,
    });
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Maps items with at most `limit` at work at a time; results are in the order of the items. After a rejection no
 * further item is started, those at work are waited for, and the first rejection is thrown: nothing goes on behind the
 * caller's back.
 */
async function inParallel(items, limit, work) {
    const results = [];
    const rejections = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue) {
            try {
                results[index] = await work(item);
            }
            catch (error) {
                rejections.push(error);
            }
            if (rejections.length > 0)
                return;
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    if (rejections.length > 0)
        throw rejections[0];
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

/***/ 8895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ onFirstUse)
/* harmony export */ });
/** Makes something when it is first asked for, and gives the same ever after. */
function onFirstUse(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}


/***/ }),

/***/ 8682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ outcomeOfWork),
/* harmony export */   S: () => (/* binding */ outcomeOfError)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);

/**
 * The outcome of one unit whose work has thrown: a cancellation, what AWS refused, or a defect. As an outcome it leaves
 * what was done to other units told and recorded.
 */
function outcomeOfError(error, { signal, cancelled, written = [] }) {
    const evidence = written.length === 0 ? [] : [`Written before: ${written.join(', ')}.`];
    if (signal?.aborted)
        return { kind: 'cancelled', ...cancelled, evidence };
    if (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h) {
        return { kind: 'failed', summary: error.message, evidence, nextStep: error.hint, at: error.at };
    }
    return {
        kind: 'failed',
        summary: String(error),
        evidence: [...evidence, ...thrownAt(error)],
        nextStep: 'This is a defect; please report it with the log.',
    };
}
/** Does the work of one unit; what it throws is an outcome too. Nothing is begun after a cancellation. */
async function outcomeOfWork(work, stopped) {
    try {
        stopped.signal?.throwIfAborted();
        return await work();
    }
    catch (error) {
        return outcomeOfError(error, stopped);
    }
}
/** The innermost frame of the stack, without which nobody could find a defect. */
function thrownAt(error) {
    const frame = error instanceof Error ? error.stack?.split('\n').find((line) => /^\s+at /.test(line)) : undefined;
    return frame ? [`Thrown ${frame.trim()}.`] : [];
}


/***/ }),

/***/ 7645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ plannedChanges)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(271);
/* harmony import */ var _preflight_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6534);


/** The outcome of a plan that may be applied; `nothing` says what an empty one means. */
function plannedChanges({ changes, checks }, nothing) {
    const evidence = (0,_preflight_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .failedChecks */ .H)({ checks });
    if (changes.length === 0)
        return { kind: 'unchanged', summary: nothing, evidence };
    const count = (0,_model_text_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(changes.length, 'change');
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


/**
 * Looks one thing up. What AWS refuses as wrong has failed; what could not be asked is unchecked, and nothing is thrown
 * for it.
 */
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
        ? `the role has no permission (${message.replace(/\.$/, '')})`
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
/**
 * Annotates the config lines of what failed. A plan with failed checks can be applied all the same: they may be put
 * right by then.
 */
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

/***/ 2533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ memoizedLookups)
/* harmony export */ });
/* harmony import */ var _remembered_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7469);

/** The same, each thing looked up once: services share images, roles and secrets. */
function memoizedLookups({ images, secrets, certificates, roles, networks, securityGroups, alarms, }) {
    return {
        images: { find: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(images.find) },
        secrets: { secret: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(secrets.secret), parameters: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(secrets.parameters) },
        certificates: { certificate: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(certificates.certificate) },
        roles: { trustPolicy: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(roles.trustPolicy) },
        networks: { subnets: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(networks.subnets) },
        securityGroups: { byId: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(securityGroups.byId), named: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(securityGroups.named) },
        alarms: { alarms: (0,_remembered_js__WEBPACK_IMPORTED_MODULE_0__/* .remembered */ .H)(alarms.alarms) },
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
            message: `Instances can be in ${unserved.join(', ')}, but the load balancer is not there: tasks in this zone get no traffic. Add a subnet of the zone to network.subnets.`,
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

/**
 * The outcome of a plan that would lose what config does not give up, or what no consent gives up; undefined for any
 * other.
 */
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

/***/ 7469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ remembered)
/* harmony export */ });
/** Asks for each key once, and gives the same answer ever after. */
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

/***/ 6295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ deleteService),
/* harmony export */   x: () => (/* binding */ deleteScaling)
/* harmony export */ });
/* harmony import */ var _health_service_deleted_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5900);
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3783);
/* harmony import */ var _observe_read_services_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4007);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9814);
/* harmony import */ var _write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9240);






/** Takes a service down: its tasks drain and stop, ECS knows it no more. */
async function deleteService(name, run) {
    const { services } = run;
    const cluster = run.cluster.name;
    await services.delete(cluster, name);
    (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .tellOfWrite */ .k)(`deleted service ${name}`, run);
    const { kind, message } = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .waitFor */ .f)({
        subject: `service ${name}`,
        observe: () => (0,_observe_read_services_js__WEBPACK_IMPORTED_MODULE_3__/* .readService */ .u)(services, cluster, name),
        assess: _health_service_deleted_service_js__WEBPACK_IMPORTED_MODULE_4__/* .assessDeletedService */ .P,
        ...(0,_deadline_js__WEBPACK_IMPORTED_MODULE_5__/* .patience */ ._)(run),
    }, run);
    if (kind === 'healthy')
        return { kind: 'destroyed', summary: `Service ${name} was deleted.`, evidence: [] };
    return {
        kind,
        summary: `Service ${name} was not deleted in time: ${message}.`,
        evidence: [],
        nextStep: 'It continues to drain by itself. Run the job again.',
    };
}
/**
 * Takes away what scales services: a scalable target and its policies, and the alarms that are marked as the service's.
 */
async function deleteScaling(name, config, run) {
    const { scaling } = run;
    const cluster = run.cluster.name;
    // Read first: policies go with the target, and only they tell the names of alarms that config has forgotten.
    const triggered = (await scaling.policies(cluster, name)).flatMap((policy) => policy.alarmNames);
    if (await scaling.target(cluster, name)) {
        await scaling.deregisterTarget(cluster, name);
        (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .tellOfWrite */ .k)(`deregistered the scalable target of service ${name}`, run);
    }
    const alarms = (await scaling.alarms([...new Set([...alarmNames(cluster, name, config), ...triggered])]))
        .filter((alarm) => alarm !== undefined)
        .filter(({ tags }) => tags[_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.cluster] === cluster && tags[_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.service] === name)
        .map((alarm) => alarm.name);
    if (alarms.length === 0)
        return;
    await scaling.deleteAlarms(alarms);
    (0,_write_js__WEBPACK_IMPORTED_MODULE_2__/* .tellOfWrite */ .k)(`deleted alarms ${alarms.join(', ')}`, run);
}
/** The names that config gives, and the default ones. */
function alarmNames(cluster, name, config) {
    const defaults = ['scale-out', 'scale-in'].map((end) => `${cluster}-${name}-${end}`);
    const steps = config?.scaling?.steps;
    return [...defaults, ...(steps ? [steps.scaleOut.alarmName, steps.scaleIn.alarmName] : [])];
}


/***/ }),

/***/ 8161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ lookForLeftovers)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);

/**
 * What `look` finds; undefined for a role that may look at its own services or stacks only. Where config wants one
 * removed that is not looked for, a warning says so.
 */
async function lookForLeftovers(kind, look, { cluster, progress }) {
    try {
        return await look();
    }
    catch (error) {
        if (!(error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h) || error.code !== 'ACCESS_DENIED')
            throw error;
        const wanted = cluster.allow
            .map(({ resource }) => resource)
            .filter((resource) => resource.startsWith(`${kind}/`))
            .join(', ');
        const message = `allow names ${wanted}, but this role has no permission to look for it, so it is not removed: ${error.message} ${error.hint}`;
        if (wanted !== '')
            progress.emit({ kind: 'warning', message });
        return undefined;
    }
}


/***/ }),

/***/ 3894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U6: () => (/* binding */ removedService),
/* harmony export */   d$: () => (/* binding */ removedLater),
/* harmony export */   d2: () => (/* binding */ removedStack)
/* harmony export */ });
/* harmony import */ var _model_unit_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(974);
/* harmony import */ var _plan_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8638);


/** What goes, as units: shown before anything does. */
function removedService(cluster, { name, arn }, dangers = []) {
    const id = (0,_model_unit_id_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceUnitId */ .L)(cluster, name);
    return { ...(0,_plan_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .u)(id, 'service', [removal('service', 'AWS::ECS::Service', arn)]), dangers };
}
function removedStack({ name }, resources, dangers = []) {
    const present = resources.filter(({ status }) => status !== 'DELETE_COMPLETE');
    const changes = present.map(({ logicalId, type, physicalId }) => ({
        ...removal(logicalId, type, physicalId),
        // The one type that the templates retain.
        ...(type === 'AWS::Logs::LogGroup' && { isKept: true }),
    }));
    return { ...(0,_plan_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .u)((0,_model_unit_id_js__WEBPACK_IMPORTED_MODULE_1__/* .stackUnitId */ ._)(name), 'stack', changes), dangers };
}
/** The unit of a stack that a service still uses, which goes first: another apply removes the stack. */
function removedLater(unit, service) {
    const note = `This apply deletes service ${service} and keeps the stack, which the service uses until then. The next plan shows the stack again, and applying that one deletes it.`;
    const changes = unit.changes.map((change) => ({ ...change, isLater: true }));
    return { ...unit, changes, notes: [...unit.notes, note] };
}
function removal(resource, type, physicalId) {
    return { action: 'remove', resource, type, physicalId, properties: [], certainty: 'certain' };
}


/***/ }),

/***/ 21:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ repeated)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);

/** How long a call is repeated that AWS could not take: a role that is being created, throttling, 5xx. */
const REPEAT_WITHIN_MS = 60_000;
const REPEAT_EVERY_MS = 5_000;
/** Makes one call, which must be safe to repeat, again while AWS cannot take it. `what` names it for who waits. */
async function repeated(what, call, { clock, progress, signal }, everyMs = REPEAT_EVERY_MS) {
    const deadline = clock.now() + REPEAT_WITHIN_MS;
    for (;;) {
        signal?.throwIfAborted();
        try {
            return await call();
        }
        catch (error) {
            const isPassing = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h && error.code === 'AWS_UNAVAILABLE';
            if (!isPassing || clock.now() >= deadline)
                throw error;
            progress.emit({ kind: 'waiting', subject: what, message: error.message });
            await clock.sleep(everyMs, signal);
        }
    }
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ unreviewedPlan)
/* harmony export */ });
/* harmony import */ var _plan_reviewed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9817);

/**
 * The outcome of a plan that nobody has seen, or that a newer commit has overtaken; undefined for what may be applied,
 * and where nothing was to be reviewed.
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
        summary: 'The changes that would be made now are not those that a merged pull request has shown.',
        evidence: [...(0,_plan_reviewed_js__WEBPACK_IMPORTED_MODULE_0__/* .unreviewed */ .tj)(unit, reviewed.units), ...(reviewed.rejected ?? []).map(rejection)],
        nextStep: 'Open a pull request: it shows the changes that would be made now, and merging it makes them. You can also start apply by hand without `reviewed`.',
    };
}
function rejection({ pull, reason }) {
    return `Pull request ${pull} does not count as a review: ${reason}`;
}
function superseded(commit, by) {
    return {
        kind: 'superseded',
        summary: `Commit ${by} is newer than ${commit} and was applied already; this run changed nothing.`,
        evidence: [],
        nextStep: 'To return to the older state, revert on the branch and let that be applied, or run a rollback.',
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
// EXTERNAL MODULE: ./build/plan/danger.js
var plan_danger = __webpack_require__(395);
;// CONCATENATED MODULE: ./build/plan/consents.js


/** Entries of `allow` in cluster.yaml that nothing in the plan of these parts needs. */
function unusedConsents({ allow, services, source }, parts, dangers) {
    const names = new Set(services.map(({ name }) => name));
    return allow.flatMap((consent, index) => {
        if (!parts.includes(partOf(consent, names)) || dangers.some((danger) => (0,plan_danger/* covers */.hU)(consent, danger)))
            return [];
        const message = `This allows a change of ${consent.resource} that is not planned. Remove it, or correct it if the change is still to come.`;
        return [{ message, at: (0,model_source/* positionOf */.d)(source, ['allow', index]) }];
    });
}
function partOf({ stack, resource }, services) {
    if (resource.startsWith('service/'))
        return 'leftovers';
    if (resource.startsWith('stack/'))
        return 'leftover-stacks';
    const isOfService = stack === undefined && (services.has(resource) || resource.startsWith('alarm '));
    return isOfService ? 'services' : 'stacks';
}

;// CONCATENATED MODULE: ./build/engine/warn-of-consents.js

/**
 * Tells of consents that nothing of a plan needs, of parts that it has all of: one that stays may cover a later change
 * unseen.
 */
function warnOfConsents(cluster, parts, units, progress) {
    const dangers = units.flatMap((unit) => unit.dangers);
    for (const unused of unusedConsents(cluster, parts, dangers))
        progress.emit({ kind: 'warning', ...unused });
}


/***/ }),

/***/ 9240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ write),
/* harmony export */   k: () => (/* binding */ tellOfWrite)
/* harmony export */ });
/* harmony import */ var _repeated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21);

/** Tells of a write that AWS has taken. */
function tellOfWrite(what, { progress, written }) {
    written?.push(what);
    progress.emit({ kind: 'wrote', what });
}
/** Makes one write, which must be safe to repeat, and tells of it. Nothing is begun after a cancellation. */
async function write(what, call, ports) {
    const answer = await (0,_repeated_js__WEBPACK_IMPORTED_MODULE_0__/* .repeated */ .Z)(what, call, ports);
    tellOfWrite(what, ports);
    return answer;
}


/***/ }),

/***/ 5900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ assessDrainedService),
/* harmony export */   P: () => (/* binding */ assessDeletedService)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(271);

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
    return { state: 'pending', message: `${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(left, 'task')} still to end` };
}


/***/ }),

/***/ 8593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ REVIEWED_VERSION)
/* harmony export */ });
const REVIEWED_VERSION = 1;


/***/ }),

/***/ 7996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ loadBalancersOf),
/* harmony export */   Z: () => (/* binding */ targetGroupPairsOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);

/** `settings` are CreateService's members, or what DescribeServices says. */
function loadBalancersOf(settings) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(settings['loadBalancers']).map(({ targetGroupArn, advancedConfiguration }) => {
        const advanced = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(advancedConfiguration);
        return {
            targetGroupArn: textOf(targetGroupArn),
            alternateTargetGroupArn: textOf(advanced['alternateTargetGroupArn']),
            productionListenerRule: textOf(advanced['productionListenerRule']),
            testListenerRule: textOf(advanced['testListenerRule']),
            roleArn: textOf(advanced['roleArn']),
        };
    });
}
/** The target groups of each entry, with the alternate where it has one. */
function targetGroupPairsOf(settings) {
    return loadBalancersOf(settings).map(({ targetGroupArn, alternateTargetGroupArn }) => [targetGroupArn, alternateTargetGroupArn].filter((arn) => arn !== undefined));
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 3268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ needsStack)
/* harmony export */ });
/**
 * Whether a service has a stack of its own: for target groups, a log group, or a role to create. A role that is only
 * used needs none, and CloudFormation takes no stack without resources.
 */
function needsStack({ loadBalancers, logGroup, infrastructureRole, hookRole }) {
    const createsRole = [infrastructureRole, hookRole].some((role) => role?.kind === 'created');
    return loadBalancers.length > 0 || logGroup !== undefined || createsRole;
}


/***/ }),

/***/ 974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ serviceUnitId),
/* harmony export */   _: () => (/* binding */ stackUnitId)
/* harmony export */ });
function stackUnitId(stack) {
    return `stack/${stack}`;
}
function serviceUnitId(cluster, service) {
    return `service/${cluster}/${service}`;
}


/***/ }),

/***/ 395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ consentText),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   oW: () => (/* binding */ blockingDangers),
/* harmony export */   yg: () => (/* binding */ consented)
/* harmony export */ });
/**
 * Settles whether cluster.yaml allows a danger: consent names stack, resource, property and new value, so that it
 * cannot cover another resource of the same name, nor the next change. What is forbidden no consent lifts.
 */
function consented(allow, danger) {
    const allowed = allow.some((consent) => covers(consent, danger));
    return { ...danger, allowed: allowed && danger.forbidden === undefined };
}
function covers(consent, danger) {
    return ['stack', 'resource', 'property', 'to'].every((member) => consent[member] === danger[member]);
}
/** Dangers that keep a plan from being applied. */
function blockingDangers({ dangers }) {
    return dangers.filter(({ allowed }) => !allowed);
}
/** The entry of `allow` in cluster.yaml that would cover a danger, as YAML on one line. */
function consentText({ stack, resource, property, to }) {
    const entries = Object.entries({ stack, resource, property, to }).filter(([, value]) => value !== undefined);
    return `- { ${entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')} }`;
}


/***/ }),

/***/ 6084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   In: () => (/* binding */ comparableProperties),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vi: () => (/* binding */ unitDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);


/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 2;
/**
 * sha256 over what a unit would do: what changes, how, from what and to what. `content` is what the changes do not
 * spell out (the template of a stack). Left out is everything that differs between two looks at the same plan: physical
 * ids, positions in files, order.
 */
function unitDigest(id, changes, content) {
    const entries = changes.map(({ action, resource, type, certainty, isKept = false, properties }) => {
        return { action, resource, type, certainty, isKept, properties: comparableProperties(properties) };
    });
    const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
    return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}
/**
 * Properties with all their values, in one order: a value that has become another since the review, by hand or by
 * another merge, is not overwritten unseen. What follows from another resource does so from either of its values: of
 * such a property only a change by hand counts.
 */
function comparableProperties(properties) {
    return properties
        .map(({ path, before, after, live }) => ({
        path,
        before: after.kind === 'known-after-apply' ? after : before,
        after,
        ...(live && { live }),
    }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
/** sha256 over several units, in whatever order they come. */
function planDigest(units) {
    return digestOf(units.map(({ id, digest }) => `${id} ${digest}`).sort());
}
/** sha256 in hex over the canonical form. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(value)).digest('hex');
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
    const loss = 'it is no longer in config: all of its tasks are stopped, and requests to it are no longer answered';
    return (0,_danger_js__WEBPACK_IMPORTED_MODULE_1__/* .consented */ .yg)(allowOf(cluster), { resource: `service/${name}`, loss });
}
/**
 * What the removal of a service's stack loses; consent names it `stack/<name>`. `users` are live services that need it.
 */
function stackRemoval(cluster, name, users) {
    const loss = 'its service is no longer in config: its target groups and listener rules are deleted, its log group is kept';
    const forbidden = users.length === 0
        ? undefined
        : `Service ${users.join(', ')} still uses it: deploy-service removes a service that allow names as service/<name>; the next provision after that removes the stack.`;
    return (0,_danger_js__WEBPACK_IMPORTED_MODULE_1__/* .consented */ .yg)(allowOf(cluster), { resource: `stack/${name}`, loss, forbidden });
}
/** A folder without any service is more likely a mistake than a wish: nothing is removed by it, whatever it allows. */
function allowOf({ allow, services }) {
    return services.length === 0 ? [] : allow;
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

// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/preflight/role-trust.js

/** Whether a role's trust policy lets an AWS service assume it. Conditions are taken to be met. */
function trusts(policy, service) {
    return listOf(policy['Statement'])
        .filter(json/* isJsonObject */.OW)
        .some(({ Effect, Action, Principal }) => Effect === 'Allow' && listOf(Action).some(isAssuming) && includesService(Principal, service));
}
function isAssuming(action) {
    return ['sts:assumerole', 'sts:*', '*'].includes(String(action).toLowerCase());
}
function includesService(principal, service) {
    if (principal === '*')
        return true;
    return (0,json/* isJsonObject */.OW)(principal) && listOf(principal['Service']).includes(service);
}
/** IAM writes a list of one as the one. */
function listOf(value) {
    if (value === undefined)
        return [];
    return (0,json/* isList */.Lv)(value) ? value : [value];
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
        return failed(`It has been scheduled for deletion since ${dayOf(found.deletedAt)}. Restore it, or name another.`);
    return passed(key === undefined
        ? 'It exists.'
        : `It exists; whether it has the key ${key} was not checked, since only its value shows that.`);
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
        return failed('It waits for validation: set the DNS record that ACM shows; then a listener can use it.');
    if (status !== 'ISSUED')
        return failed(`It is ${status}. Request another, and use its ARN.`);
    if (notAfter !== undefined && notAfter - now < EXPIRES_SOON_MS)
        return { state: 'warning', message: `It expires on ${dayOf(notAfter)}: see in ACM why it is not renewed.` };
    return passed(`It is issued for ${names.join(', ')}.`);
}
/** `missing`: hosts of the listener that none of its certificates is good for. */
function coverVerdict(hosts, missing) {
    if (missing.length === 0)
        return passed(`They cover ${hosts.join(', ')}.`);
    return failed(`None covers ${missing.join(', ')}: browsers would refuse the connection. Add a certificate with this name.`);
}
/** ECS ignores every alarm of a deployment that starts while one of them fires (aws-facts §1.6). */
function alarmVerdict(found) {
    if (!found)
        return failed('There is no metric alarm of that name. Create it, or correct alarmNames.');
    switch (found.state) {
        case 'ALARM':
            return failed('It is in ALARM now: ECS starts the deployment, but ignores all of its alarms. Resolve it first.');
        case 'INSUFFICIENT_DATA':
            return passed('It has no data now.');
        default:
            return passed('It is OK.');
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
/** Whether a plan does nothing, or exactly what some review showed, or what is left of that. */
function isReviewed(unit, reviewed) {
    const { digest } = reviewedUnit(unit);
    const reviews = reviewed.filter((each) => each.unit === unit.id);
    return unit.changes.length === 0 || reviews.some((each) => each.digest === digest || isRest(unit, each));
}
/** Whether an earlier run has done what was reviewed, up to what follows from it. */
function isRest({ changes }, review) {
    return changes.every(({ resource, follows }) => follows !== undefined && (follows in review.changes || resource in review.changes));
}
/**
 * How a plan differs from the last review of the unit, a resource to a line. Where nothing visible differs, what does
 * is not a change of its own, e.g. another part of the template.
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
            .map((key) => `${key}: the review showed other values, before or after.`),
        ...Object.keys(before)
            .filter((key) => after[key] === undefined)
            .map((key) => `${key}: was in the review, but no longer needs a change.`),
    ];
    return lines.length > 0 ? lines : ['The changes are the reviewed ones, but their result would not be.'];
}
function fingerprints(changes) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        const values = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .comparableProperties */ .In)(properties);
        return [resource, (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({ action, type, certainty, values }).slice(0, FINGERPRINT_LENGTH)];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j2: () => (/* binding */ NETWORK_MODE_SEQUENCE),
/* harmony export */   je: () => (/* binding */ lossOf),
/* harmony export */   tZ: () => (/* binding */ ALTERNATE_SEQUENCE)
/* harmony export */ });
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);

/** Types whose replacement or removal loses nothing that lasts or serves. */
const HARMLESS = new Set(['AWS::AutoScaling::ScalingPolicy', 'AWS::ElasticLoadBalancingV2::ListenerCertificate']);
/** Each step is one commit, provisioned and deployed before the next; docs/rollouts.md shows them in YAML. */
const TARGET_GROUP_SEQUENCE = [
    'Do this in four commits of service.yaml, each provisioned and deployed.',
    '1. Leave the old entry of loadBalancers as it is and add another with the new target group: a targetGroup.name of its own, and one rule with a lower priority number than the old one whose condition no request meets yet, like an http-header.',
    "2. Give that rule the old rule's conditions.",
    '3. Write "attached: false" into the old entry.',
    '4. Remove the old entry, with the consents that the plan then asks for.',
].join(' ');
/** The way to another network mode: all target groups of a service have the one of its tasks. */
const NETWORK_MODE_SEQUENCE = [
    'Another networkMode needs a second service. Do this in three commits, each provisioned and deployed.',
    '1. Add the new service, with a rule of a lower priority number than the old one whose condition no request meets yet, like an http-header.',
    "2. Give that rule the old rule's conditions.",
    "3. Remove the old service's folder, with the consents that the plan then asks for.",
].join(' ');
/** The way from a strategy that shifts traffic back to one target group. */
const ALTERNATE_SEQUENCE = [
    'Do this in two commits of service.yaml, each provisioned and deployed.',
    '1. Write "strategy: ROLLING", and "alternateTargetGroup: true" into the entry of loadBalancers.',
    '2. Remove "alternateTargetGroup", with the consents that the plan then asks for.',
    'If the alternate target group has the traffic, the second step is refused: deploy once more with the previous strategy, which moves the traffic to the first target group.',
].join(' ');
const LOSSES = {
    'AWS::ElasticLoadBalancingV2::LoadBalancer': {
        loss: 'its DNS name is lost, and every request to it fails',
        sequence: 'Build a second cluster with the new load balancer, move the DNS records to it, then delete this one.',
    },
    'AWS::ElasticLoadBalancingV2::Listener': {
        loss: "its port is closed, and every service's rules on it are deleted",
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
        loss: 'its instances are terminated, with the tasks on them',
        sequence: 'Build a second cluster beside this one and move the services to it.',
    },
    'AWS::EC2::LaunchTemplate': { loss: 'every instance is replaced by a new one' },
    'AWS::ECS::CapacityProvider': {
        loss: 'services that use it can place no more tasks',
        sequence: 'Take it out of the capacityProviderStrategy of every service and deploy them, or build a second cluster beside this one.',
    },
    'AWS::ECS::ClusterCapacityProviderAssociations': { loss: 'the cluster has no capacity provider for a while' },
    'AWS::ECS::Cluster': {
        loss: 'its services and tasks are deleted',
        sequence: 'Build the other cluster beside this one, move the services to it, then destroy this one.',
    },
    'AWS::EC2::SecurityGroup': { loss: 'traffic that it allows is refused until its users have the new one' },
    'AWS::IAM::Role': { loss: 'whatever uses the role has no permissions until it has the new one' },
    'AWS::IAM::InstanceProfile': { loss: 'instances have no permissions until they are replaced' },
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
        return { loss: 'requests that ECS has shifted to it are answered with 503', sequence: ALTERNATE_SEQUENCE };
    return LOSSES[type] ?? { loss: 'the resource is deleted, and whatever refers to it by its id breaks' };
}


/***/ }),

/***/ 8638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ unitOf)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6084);

/** A unit that is nothing but its changes. `content` is what its digest covers besides them. */
function unitOf(id, kind, changes, content = '') {
    return { id, kind, changes, dangers: [], needs: [], digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .unitDigest */ .vi)(id, changes, content), notes: [] };
}


/***/ })

};
