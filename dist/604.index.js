export const id = 604;
export const ids = [604];
export const modules = {

/***/ 2207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ loadCluster),
  q: () => (/* binding */ loadClusters)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
;// CONCATENATED MODULE: ./build/adapters/runner/config-files.js



const MOST_FILES = 2_000;
const LARGEST_BYTES = 1024 * 1024;
/**
 * Every file below `folder`, by its path as the workspace knows it (`config/web/cluster.yaml`, '/' between parts),
 * hidden files and folders left out. Throws CONFIG_INVALID where the folder is too large to be config.
 */
async function readConfigFiles(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const paths = entries
        .filter((entry) => entry.isFile() || entry.isSymbolicLink())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .filter((path) => !path
        .slice(folder.length)
        .split(/[\\/]/)
        .some((part) => part.startsWith('.') && part.length > 1))
        .sort();
    if (paths.length > MOST_FILES)
        throw tooLarge(`${folder} contains more than ${MOST_FILES} files.`);
    const files = await Promise.all(paths.map(async (path) => [path.replaceAll('\\', '/'), await readOne(path)]));
    return new Map(files.flatMap(([path, content]) => (content ? [[path, content]] : [])));
}
async function readOne(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (!found?.isFile())
        return undefined;
    if (found.size > LARGEST_BYTES)
        throw tooLarge(`${path} is larger than 1 MiB.`);
    return (0,promises_.readFile)(path);
}
function tooLarge(message) {
    return new errors/* ToolkitError */.h('CONFIG_INVALID', message, {
        hint: 'Set the input `config` to the folder that contains cluster.yaml.',
    });
}

;// CONCATENATED MODULE: ./build/config/draft.js
/** One concern, judged of each service by itself. */
function ofEachService(check) {
    return (draft) => draft.services.flatMap((service) => check(service, draft));
}

// EXTERNAL MODULE: ./build/model/source.js
var model_source = __webpack_require__(3589);
;// CONCATENATED MODULE: ./build/config/document/document.js

function pathKey(path) {
    return path.join('/');
}
/** `containerDefinitions[0].image`; the document itself is ''. */
function pathText(path) {
    return path.reduce((text, part) => {
        if (typeof part === 'number')
            return `${text}[${part}]`;
        return text === '' ? part : `${text}.${part}`;
    }, '');
}
/** An issue at the value at `path`, or at what holds it where the file does not state it. */
function issueAt(source, path, message, hint) {
    return { at: (0,model_source/* positionOf */.d)(source.values, path) ?? { file: source.file, line: 1, column: 1 }, message, hint };
}

;// CONCATENATED MODULE: ./build/config/reading/reading.js

/**
 * Whether something at, below or above `path` was not understood, so that what contradicts it may only follow from
 * that.
 */
function isDoubtful({ doubts }, path) {
    return doubts.some((doubt) => {
        const shared = Math.min(doubt.length, path.length);
        return doubt.slice(0, shared).every((part, index) => part === path[index]);
    });
}
/** An issue at the value at `path`, unless it may only follow from something that was not understood. */
function problemAt(reading, path, message, hint) {
    return isDoubtful(reading, path) ? [] : [issueAt(reading, path, message, hint)];
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/config/suggestion.js

/** Beyond this a list of what there is helps nobody. */
const MOST_LISTED = 12;
/** The candidate that was probably meant: equal but for case, the order of the letters, or a few of them. */
function suggestion(word, candidates) {
    const meant = candidates.find((candidate) => plain(candidate) === plain(word)) ??
        candidates.find((candidate) => letters(candidate) === letters(word));
    if (meant !== undefined || candidates.length === 0)
        return meant;
    const nearest = (0,mod/* closest */.kp)(plain(word), candidates.map(plain));
    if ((0,mod/* distance */.Io)(plain(word), nearest) > Math.max(1, Math.floor(word.length / 3)))
        return undefined;
    return candidates.find((candidate) => plain(candidate) === nearest);
}
/** `Did you mean "…"?`, or what there is to choose from, or `otherwise`. */
function didYouMean(word, candidates, otherwise) {
    const meant = suggestion(word, candidates);
    if (meant !== undefined)
        return `Did you mean "${meant}"?`;
    if (candidates.length === 0 || candidates.length > MOST_LISTED)
        return otherwise;
    return `Known: ${candidates.map((candidate) => `"${candidate}"`).join(', ')}.`;
}
function plain(text) {
    return text.toLowerCase().replaceAll(/[-_ ]/g, '');
}
function letters(text) {
    return [...plain(text)].sort().join('');
}

;// CONCATENATED MODULE: ./build/config/checks/container-names.js

/** Names of the task definition's containers; undefined where not all of them could be understood. */
function containerNames({ taskFile }) {
    const { containerDefinitions } = taskFile.value;
    const doubtful = containerDefinitions.some((_, index) => isDoubtful(taskFile, ['containerDefinitions', index, 'name']));
    return doubtful ? undefined : containerDefinitions.map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/config/checks/before-deployment.js



/** The task before a deployment runs containers of the task definition, and the one that decides ends it. */
function checkBeforeDeployment(service) {
    const { file, taskFile } = service;
    const names = containerNames(service);
    const overrides = file.value.beforeDeployment?.containerOverrides ?? [];
    if (!names)
        return [];
    return overrides.flatMap(({ name }, index) => {
        const path = ['beforeDeployment', 'containerOverrides', index, 'name'];
        const container = taskFile.value.containerDefinitions.find((each) => each.name === name);
        if (!container) {
            return problemAt(file, path, `There is no container "${name}".`, didYouMean(name, names, 'Remove it.'));
        }
        if (index > 0 || container.essential !== false)
            return [];
        const message = `Container "${name}" is not essential, so the task does not end when it does.`;
        return problemAt(file, path, message, 'Name an essential container first: its exit code decides.');
    });
}

;// CONCATENATED MODULE: ./build/config/checks/capacity.js

function checkCapacity({ file, cluster }) {
    const { minSize, maxSize, agent } = file.value.capacity;
    const issues = [];
    if (minSize > maxSize) {
        const message = `capacity.minSize is ${minSize}, more than maxSize, ${maxSize}.`;
        const stated = 'capacity/minSize' in file.values ? 'minSize' : 'maxSize';
        issues.push(...problemAt(file, ['capacity', stated], message, 'Lower minSize, or raise maxSize.'));
    }
    if (Object.hasOwn(agent, 'ECS_CLUSTER')) {
        const message = 'capacity.agent sets ECS_CLUSTER.';
        issues.push(...problemAt(file, ['capacity', 'agent', 'ECS_CLUSTER'], message, `Remove it: it is always ${cluster.name}.`));
    }
    if (cluster.capacity.securityGroupName === cluster.loadBalancer.securityGroupName) {
        const message = `The instances and the load balancer have the same security group, "${cluster.capacity.securityGroupName}".`;
        const hint = "Give them different names: one group's rule refers to the other.";
        issues.push(...problemAt(file, ['capacity', 'securityGroupName'], message, hint));
    }
    return issues;
}
/** Keys that do nothing in the other mode of instance scaling. */
function warnOfIdleKeys({ file }) {
    const { instanceScaling } = file.value.capacity;
    const idle = instanceScaling === 'managed' ? ['steps'] : ['targetCapacity', 'instanceWarmupPeriod'];
    return idle
        .filter((key) => `capacity/${key}` in file.values)
        .flatMap((key) => problemAt(file, ['capacity', key], `capacity.${key} has no effect with "instanceScaling: ${instanceScaling}".`, 'Remove it, or change instanceScaling.'));
}

;// CONCATENATED MODULE: ./build/config/checks/conditions.js

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
const MOST_VALUES = 5;
const WITH_REGEX = ['path-pattern', 'host-header', 'http-header'];
/** What ELB refuses in a rule's conditions though each value by itself is right. */
function checkConditions({ file }) {
    return file.value.loadBalancers.flatMap(({ rules = [] }, index) => rules.flatMap(({ conditions }, rule) => {
        const path = ['loadBalancers', index, 'rules', rule, 'conditions'];
        const count = conditions.flatMap(({ values, regexValues }) => [...(values ?? []), ...(regexValues ?? [])]).length;
        const many = `These conditions have ${count} values; a rule can have ${MOST_VALUES}.`;
        return [
            ...(count > MOST_VALUES ? problemAt(file, path, many, 'Split them over several rules.') : []),
            ...conditions.flatMap((condition, position) => {
                const problem = problemOf(condition);
                return [
                    ...(problem ? problemAt(file, [...path, position], ...problem) : []),
                    ...checkPaths(file, condition, [...path, position]),
                ];
            }),
        ];
    }));
}
/** Paths begin with a slash, so that a pattern that begins otherwise matches none. */
function checkPaths(file, { field, values = [] }, path) {
    if (field !== 'path-pattern')
        return [];
    return values.flatMap((value, index) => {
        if (/^[/*?]/.test(value))
            return [];
        const message = `"${value}" matches no path: paths begin with "/".`;
        return problemAt(file, [...path, 'values', index], message, `Write "/${value}".`);
    });
}
function problemOf({ field, httpHeaderName, values, regexValues, }) {
    if ((values === undefined) === (regexValues === undefined)) {
        return [`This condition has ${values ? 'both values and regexValues' : 'no values'}.`, 'Give it "values: […]".'];
    }
    if (regexValues && !WITH_REGEX.includes(field)) {
        return [`A condition on ${field} takes no regular expressions.`, 'Give it "values: […]".'];
    }
    if ((field === 'http-header') !== (httpHeaderName !== undefined)) {
        return field === 'http-header'
            ? ['A condition on http-header needs the name of the header.', 'Add "httpHeaderName: …".']
            : [`A condition on ${field} has no httpHeaderName.`, 'Remove it.'];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/config/checks/way-back.js
/** The names on the way from one along what each waits for to another; undefined where no way leads there. */
function wayBack(next, from, to, seen = []) {
    if (from === to)
        return [...seen, to];
    if (seen.includes(from))
        return undefined;
    for (const name of next(from)) {
        const way = wayBack(next, name, to, [...seen, from]);
        if (way)
            return way;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/config/checks/container-order.js



/** The order in which containers start: what one waits for can happen, and none waits for itself. */
function checkContainerOrder(service) {
    const { taskFile } = service;
    const { containerDefinitions: containers } = taskFile.value;
    if (!containerNames(service))
        return [];
    const byName = new Map(containers.map((container) => [container.name, container]));
    return containers.flatMap((container, index) => [
        ...(container.dependsOn ?? []).flatMap(({ containerName, condition }, position) => {
            const target = byName.get(containerName);
            const problem = target && container_order_problemOf(target, condition);
            const path = ['containerDefinitions', index, 'dependsOn', position, 'condition'];
            return problem ? problemAt(taskFile, path, ...problem) : [];
        }),
        ...othersBefore(container).flatMap((other) => {
            const circle = wayBack((name) => othersBefore(byName.get(name) ?? {}), other, container.name);
            if (!circle || other === container.name)
                return [];
            const message = `These containers wait for each other: ${[container.name, ...circle].join(' → ')}.`;
            return problemAt(taskFile, ['containerDefinitions', index], message, 'Remove one of the dependencies.');
        }),
    ]);
}
function container_order_problemOf({ name, essential, healthCheck }, condition) {
    if (condition === 'HEALTHY' && !healthCheck)
        return [`Container "${name}" has no health check.`, 'Add "healthCheck:" to it, or write "condition: START".'];
    if (['COMPLETE', 'SUCCESS'].includes(condition) && essential !== false)
        return [`Container "${name}" is essential: its end is the end of the task.`, 'Write "essential: false" in it.'];
    return undefined;
}
/** Links and volumesFrom make a container wait for another, as dependsOn does. */
function othersBefore({ dependsOn = [], links = [], volumesFrom = [] }) {
    return [
        ...dependsOn.map(({ containerName }) => containerName),
        ...links.map((link) => link.split(':')[0] ?? ''),
        ...volumesFrom.map(({ sourceContainer }) => sourceContainer),
    ];
}

;// CONCATENATED MODULE: ./build/config/checks/container-references.js



/** Containers that name others: links, the order of starting, and volumes of another. */
function checkContainerReferences(service) {
    const { taskFile } = service;
    const names = containerNames(service);
    if (!names)
        return [];
    return taskFile.value.containerDefinitions.flatMap(({ name, links = [], dependsOn = [], volumesFrom = [] }, index) => {
        const others = names.filter((other) => other !== name);
        const path = ['containerDefinitions', index];
        const mustExist = (other, at) => others.includes(other)
            ? []
            : problemAt(taskFile, at, `There is no other container "${other}".`, didYouMean(other, others, 'Remove it.'));
        return [
            ...(links.length > 0 ? checkBridge(service, [...path, 'links']) : []),
            ...links.flatMap((link, position) => mustExist(link.split(':')[0] ?? '', [...path, 'links', position])),
            ...dependsOn.flatMap(({ containerName }, position) => mustExist(containerName, [...path, 'dependsOn', position, 'containerName'])),
            ...volumesFrom.flatMap(({ sourceContainer }, position) => mustExist(sourceContainer, [...path, 'volumesFrom', position, 'sourceContainer'])),
        ];
    });
}
function checkBridge({ taskFile }, path) {
    const { networkMode = 'bridge' } = taskFile.value;
    if (networkMode === 'bridge')
        return [];
    const message = `Links do not exist with "networkMode: ${networkMode}".`;
    return problemAt(taskFile, path, message, 'Use 127.0.0.1 instead, or "networkMode: bridge".');
}

;// CONCATENATED MODULE: ./build/config/assembly/task-definition.js
const EXTERNAL = 'external';
function buildTaskDefinition(family, { value, values }) {
    const { family: given, containerDefinitions, $schema: _, ...rest } = value;
    return {
        family: given ?? family,
        // The schema lets nothing through that is not JSON; only its types do not say so.
        definition: { ...rest, containerDefinitions: containerDefinitions.map(withoutExternalImage) },
        containers: containerDefinitions.map((container) => ({ name: container.name, image: imageSource(container) })),
        source: values,
    };
}
function isExternal({ image }) {
    return image === EXTERNAL;
}
function imageSource(container) {
    if (!isExternal(container))
        return { kind: 'config', image: container.image };
    return { kind: 'external', initialImage: container.initialImage ?? '' };
}
function withoutExternalImage(container) {
    const { image, initialImage: _, ...rest } = container;
    return isExternal(container) ? rest : { ...rest, image };
}

;// CONCATENATED MODULE: ./build/config/checks/rule.js

function applyRules(rules, subject, reading, path) {
    return rules.flatMap((rule) => {
        const problem = rule(subject);
        if (problem === false)
            return [];
        const [below, message, hint] = problem;
        return problemAt(reading, [...path, ...below], message, hint);
    });
}

;// CONCATENATED MODULE: ./build/config/checks/containers.js




const RULES = [
    ({ container: { name }, index, names }) => names.indexOf(name) < index && [
        ['name'],
        `Another container is already named "${name}".`,
        'Give each container its own name.',
    ],
    ({ container: { name, memory, memoryReservation }, taskMemory, isDoubtful }) => (memory ?? memoryReservation ?? taskMemory) === undefined &&
        !isDoubtful('memoryReservation') && [
        ['memory'],
        `Container "${name}" has no memory.`,
        'Add "memory: …" (MiB), "memoryReservation: …" or both.',
    ],
    ({ container: { memory, memoryReservation } }) => memory !== undefined &&
        memoryReservation !== undefined &&
        memoryReservation > memory && [
        ['memoryReservation'],
        `memoryReservation is ${memoryReservation}, more than memory, ${memory}.`,
        'Lower memoryReservation, or raise memory.',
    ],
    ({ container, isDoubtful }) => isExternal(container) &&
        container.initialImage === undefined &&
        !isDoubtful('initialImage') && [
        ['image'],
        '"image: external" needs initialImage.',
        'Add "initialImage: …": the image of the first deployment.',
    ],
    ({ container }) => !isExternal(container) &&
        container.initialImage !== undefined && [
        ['initialImage'],
        'initialImage is only for "image: external".',
        'Remove it, or write "image: external".',
    ],
    ({ container: { healthCheck } }) => healthCheck !== undefined &&
        !['CMD', 'CMD-SHELL', 'NONE'].includes(healthCheck.command[0] ?? '') && [
        ['healthCheck', 'command'],
        'A health check begins with CMD or CMD-SHELL; without them, Docker checks nothing.',
        'Write it like [CMD-SHELL, "curl -f http://localhost/ || exit 1"].',
    ],
];
/** What RegisterTaskDefinition refuses, though each value by itself is right. */
function checkContainers(service) {
    const { taskFile } = service;
    const { containerDefinitions: containers, memory: taskMemory } = taskFile.value;
    const names = containerNames(service);
    if (!names)
        return [];
    const path = ['containerDefinitions'];
    const hint = 'Set "essential: true" for the container whose end is the end of the task.';
    return [
        ...(containers.every(({ essential }) => essential === false)
            ? problemAt(taskFile, [...path, 0, 'essential'], 'No container is essential.', hint)
            : []),
        ...containers.flatMap((container, index) => {
            const doubtful = (key) => isDoubtful(taskFile, [...path, index, key]);
            return applyRules(RULES, { container, index, names, taskMemory, isDoubtful: doubtful }, taskFile, [
                ...path,
                index,
            ]);
        }),
    ];
}

;// CONCATENATED MODULE: ./build/config/checks/cpu-reservation.js

/** Scaling by CPU without any CPU reserved: the metric is what tasks use as a percentage of what they reserve. */
function warnOfUnreservedCpu({ file, taskFile }) {
    const { cpu, containerDefinitions } = taskFile.value;
    const path = file.value.scaling && cpuMetric(file.value.scaling);
    const isReserved = cpu !== undefined || containerDefinitions.some((container) => (container.cpu ?? 0) > 0);
    if (!path || isReserved || isDoubtful(taskFile, ['containerDefinitions']))
        return [];
    const message = 'This scales by CPU, a percentage of what the containers reserve, and none of them reserves any.';
    const hint = 'Add "cpu: 256" to a container in task-definition.yaml (1024 units are one vCPU), or scale by memory.';
    return problemAt(file, ['scaling', ...path], message, hint);
}
/** The first part of scaling that looks at CPU. */
function cpuMetric({ scaleOut, scaleIn, targetTracking, predictive }) {
    if (scaleOut?.metricName === 'CPUUtilization')
        return ['scaleOut'];
    if (scaleIn?.metricName === 'CPUUtilization')
        return ['scaleIn'];
    const tracking = targetTracking.findIndex((policy) => policy.predefinedMetricType.includes('CPU'));
    if (tracking >= 0)
        return ['targetTracking', tracking];
    const pair = predictive.findIndex((policy) => policy.predefinedMetricPairType.includes('CPU'));
    return pair >= 0 ? ['predictive', pair] : undefined;
}

;// CONCATENATED MODULE: ./build/config/checks/dependencies.js



/** `dependsOn` names services of the cluster, and leads to an order. */
function checkDependencies({ services }) {
    const byName = new Map(services.map((service) => [service.name, service]));
    return services.flatMap((service) => service.service.dependsOn.flatMap((name, index) => {
        const others = services.map((other) => other.name).filter((other) => other !== service.name);
        const path = ['dependsOn', index];
        if (!byName.has(name)) {
            const message = `There is no service "${name}" in this cluster.`;
            return problemAt(service.file, path, message, didYouMean(name, others, 'Remove it.'));
        }
        const circle = wayBack((other) => byName.get(other)?.service.dependsOn ?? [], name, service.name);
        if (!circle)
            return [];
        const message = `These services wait for each other: ${[service.name, ...circle].join(' → ')}.`;
        return problemAt(service.file, path, message, 'Remove one of the dependencies.');
    }));
}

;// CONCATENATED MODULE: ./build/config/checks/execution-role.js

const HINT = 'Add "executionRoleArn: …" to the root of this file: a role that may read them, and that TaskRoles of the identity stack names.';
/** What the agent does for a task before its containers run, it does with the task's execution role. */
function checkExecutionRole({ taskFile }) {
    const { executionRoleArn, containerDefinitions } = taskFile.value;
    if (executionRoleArn !== undefined || isDoubtful(taskFile, ['executionRoleArn']))
        return [];
    return containerDefinitions.flatMap((container, index) => {
        const [below] = readOnStart(container);
        if (below === undefined)
            return [];
        const path = ['containerDefinitions', index, ...below];
        return problemAt(taskFile, path, `${below.join('.')} needs an execution role.`, HINT);
    });
}
function readOnStart(container) {
    const { secrets, logConfiguration } = container;
    return [
        ...(secrets ? [['secrets']] : []),
        ...(logConfiguration?.secretOptions?.length ? [['logConfiguration', 'secretOptions']] : []),
        ...(Object.hasOwn(container, 'repositoryCredentials') ? [['repositoryCredentials']] : []),
    ];
}

;// CONCATENATED MODULE: ./build/config/checks/external-images.js


const external_images_HINT = 'Do it in the workflow of that repository, or keep the image in config.';
/** What only runs with config do, where it is usually a run without config that brings a new image. */
function warnOfExternalImages({ file, taskFile }) {
    const { beforeDeployment, scheduledTasks, verify } = file.value;
    if (!taskFile.value.containerDefinitions.some(isExternal))
        return [];
    const skipped = {
        beforeDeployment: beforeDeployment && 'start no task before the update',
        scheduledTasks: scheduledTasks.length > 0 && 'leave scheduled tasks at their old revision',
        verify: verify && 'verify nothing',
    };
    return Object.entries(skipped).flatMap(([key, what]) => what
        ? problemAt(file, [key], `Runs without config, like those that deploy the external image, ${what}.`, external_images_HINT)
        : []);
}

;// CONCATENATED MODULE: ./build/config/checks/fargate.js

/** What Fargate needs of a task: a network interface of its own, and a size. */
function checkFargate({ file, taskFile }) {
    const { requiresCompatibilities = [], networkMode = 'bridge', cpu, memory } = taskFile.value;
    const isForFargate = requiresCompatibilities.includes('FARGATE') || file.value.launchType === 'FARGATE';
    if (!isForFargate || isDoubtful(taskFile, ['networkMode']))
        return [];
    if (networkMode !== 'awsvpc') {
        const message = `Fargate does not have "networkMode: ${networkMode}".`;
        return problemAt(taskFile, ['networkMode'], message, 'Write "networkMode: awsvpc", or remove FARGATE.');
    }
    return Object.entries({ cpu, memory }).flatMap(([key, size]) => {
        if (size !== undefined)
            return [];
        return problemAt(taskFile, [key], `Fargate needs ${key} of the task.`, `Add "${key}: …" to the file's root.`);
    });
}

;// CONCATENATED MODULE: ./build/config/checks/images.js


const KEYS = ['image', 'initialImage'];
/** Images that ECS refuses by their look. */
function checkImages(service) {
    return eachImage(service, (image) => {
        const placeholder = /\$\{?\w+\}?|\{\{.*?\}\}|<\w+>/.exec(image)?.[0];
        if (placeholder !== undefined)
            return [
                `${placeholder} in "${image}" stays as it is written: nothing replaces it.`,
                'Write the tag, or "image: external" where another workflow deploys the image.',
            ];
        if (/^[\w./:@#-]+$/.test(image))
            return undefined;
        return [`"${image}" is not an image.`, 'Write it like repository/name:tag.'];
    });
}
/** A tag that moves: config stays the same, so no run ever deploys what it then points to. */
function warnOfMovingTags(service) {
    return eachImage(service, (image) => {
        if (!isMoving(image))
            return undefined;
        const message = `"${image}" may point to another image tomorrow, and no run would deploy that: config has not changed.`;
        return [message, 'Write a tag that never moves, like a version or a commit, or a digest.'];
    });
}
function isMoving(image) {
    if (image.includes('@'))
        return false;
    const tag = /:([\w.-]+)$/.exec(image)?.[1];
    return tag === undefined || tag === 'latest';
}
function eachImage({ taskFile }, judge) {
    return taskFile.value.containerDefinitions.flatMap((container, index) => KEYS.flatMap((key) => {
        const image = container[key];
        if (image === undefined || (key === 'image' && isExternal(container)))
            return [];
        const problem = judge(image);
        return problem ? problemAt(taskFile, ['containerDefinitions', index, key], ...problem) : [];
    }));
}

;// CONCATENATED MODULE: ./build/config/checks/instance-driver.js

const PATH = ['scaling', 'drivesInstances'];
/** In `alarms` mode exactly one service's alarms scale the instances; otherwise ECS does. */
function checkInstanceDriver({ file, cluster, services }) {
    if (isDoubtful(file, ['capacity', 'instanceScaling']))
        return [];
    const drivers = services.filter(({ service }) => service.scaling?.drivesInstances);
    if (cluster.capacity.instanceScaling === 'managed') {
        const message = 'drivesInstances cannot be used with "instanceScaling: managed": ECS itself scales the instances.';
        const hint = 'Remove it, or write "instanceScaling: alarms" in cluster.yaml.';
        return drivers.flatMap((driver) => problemAt(driver.file, PATH, message, hint));
    }
    const [first, ...others] = drivers;
    if (!first) {
        if (services.some((service) => isDoubtful(service.file, PATH)))
            return [];
        const message = '"instanceScaling: alarms" needs a service whose alarms scale the instances.';
        const hint = 'Write "drivesInstances: true" under scaling of one service.yaml.';
        return problemAt(file, ['capacity', 'instanceScaling'], message, hint);
    }
    const second = `Service ${first.name} drives the instances already.`;
    const unarmed = first.service.scaling?.steps === undefined && !isDoubtful(first.file, ['scaling']);
    return [
        ...others.flatMap(({ file }) => problemAt(file, PATH, second, 'Remove it: two services would scale the instances against each other.')),
        ...(unarmed
            ? problemAt(first.file, PATH, 'drivesInstances needs alarms.', 'Add "scaleOut:" and "scaleIn:" with thresholds.')
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/config/checks/instance-type.js


const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', 'metal'];
/** The second part of a type's name is its size, of which there are few; families are too many to list. */
function warnOfInstanceType({ file }) {
    const { instanceType } = file.value.capacity;
    const [family = '', size = ''] = instanceType.split('.');
    if (/^(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/.test(size))
        return [];
    const [, times = '', rest = ''] = /^(\d*)(.*)$/.exec(size) ?? [];
    const meant = suggestion(rest, SIZES);
    const hint = meant === undefined ? `Sizes are ${SIZES.join(', ')}.` : `Did you mean "${family}.${times}${meant}"?`;
    return problemAt(file, ['capacity', 'instanceType'], `EC2 has no instance type of the size "${size}".`, hint);
}

;// CONCATENATED MODULE: ./build/config/checks/lifecycle-hooks.js

/** Stages during which traffic moves: ECS can call a function then, but not stand still. */
const SHIFTING = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html */
const lifecycle_hooks_RULES = [
    ({ targetType, hookTargetArn }) => targetType === 'AWS_LAMBDA' &&
        hookTargetArn === undefined && [
        [],
        'A Lambda hook needs hookTargetArn, the function to invoke.',
        'Add it, or write "targetType: PAUSE".',
    ],
    (hook) => {
        const key = ['hookTargetArn', 'roleArn', 'hookDetails'].find((each) => hook[each] !== undefined);
        return (hook.targetType === 'PAUSE' &&
            key !== undefined && [[key], `A PAUSE hook invokes nothing, so ${key} has no effect.`, 'Remove it.']);
    },
    ({ targetType, lifecycleStages }) => {
        const index = lifecycleStages.findIndex((stage) => SHIFTING.includes(stage));
        return (targetType === 'PAUSE' &&
            index >= 0 && [
            ['lifecycleStages', index],
            `A deployment cannot pause at ${lifecycleStages[index]}, while traffic is shifted.`,
            `Write ${lifecycleStages[index]?.startsWith('TEST') ? 'POST_TEST_TRAFFIC_SHIFT' : 'PRE_PRODUCTION_TRAFFIC_SHIFT'}.`,
        ]);
    },
];
function checkLifecycleHooks({ file }) {
    return (file.value.deploymentConfiguration.lifecycleHooks ?? []).flatMap((hook, index) => applyRules(lifecycle_hooks_RULES, hook, file, ['deploymentConfiguration', 'lifecycleHooks', index]));
}

// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/config/checks/listener-rules.js


/**
 * Rules of all services share the listeners: priorities differ, and no two rules catch exactly the same, except that a
 * service may move from one of its target groups to another: the one with the lower priority number wins.
 */
function checkListenerRules({ services, file }) {
    if (isDoubtful(file, ['loadBalancer', 'listeners']))
        return [];
    const rules = services.flatMap(placedRules);
    return rules.flatMap(({ service, entry, path, rule }, index) => {
        const rivals = rules.slice(0, index).filter((other) => other.rule.listenerPort === rule.listenerPort);
        const conditions = (0,json/* canonicalJson */.dj)(rule.conditions);
        const same = rivals.find((other) => (0,json/* canonicalJson */.dj)(other.rule.conditions) === conditions && !isMove(other, { service, entry }));
        if (same) {
            const message = `Service ${same.service.name} has a rule for the same requests on port ${rule.listenerPort}.`;
            const hint = 'Give one of the two services "rules:" with other conditions, such as its own path.';
            return problemAt(service.file, path, message, hint);
        }
        const taken = rivals.find((other) => other.rule.priority === rule.priority);
        if (!taken)
            return [];
        const message = `Priority ${rule.priority} on port ${rule.listenerPort} is taken by service ${taken.service.name}.`;
        return problemAt(service.file, [...path, 'priority'], message, `Give another, like ${freePriority(rules, rule)}.`);
    });
}
function isMove(one, other) {
    return one.service === other.service && one.entry !== other.entry;
}
function placedRules(service) {
    return service.service.loadBalancers.flatMap(({ rules, testListenerRule }, entry) => {
        const path = ['loadBalancers', entry];
        return [
            ...rules.map((rule, position) => ({ service, entry, path: [...path, 'rules', position], rule })),
            ...(testListenerRule ? [{ service, entry, path: [...path, 'testListenerRule'], rule: testListenerRule }] : []),
        ];
    });
}
function freePriority(rules, { listenerPort, priority }) {
    const taken = new Set(rules.filter(({ rule }) => rule.listenerPort === listenerPort).map(({ rule }) => rule.priority));
    let free = priority;
    while (taken.has(free))
        free = free < 50_000 ? free + 1 : 1;
    return free;
}

;// CONCATENATED MODULE: ./build/config/checks/listeners.js

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
const listeners_RULES = [
    ({ listener: { port }, index, all }) => all.findIndex((other) => other.port === port) < index && [
        ['port'],
        `Port ${port} already has a listener.`,
        'Give each listener its own port.',
    ],
    ({ listener: { protocol, certificateArns } }) => protocol === 'HTTPS' &&
        certificateArns.length === 0 && [
        ['certificates'],
        'An HTTPS listener needs a certificate.',
        'Add "certificates:" with the ARN of one in ACM.',
    ],
    ({ listener: { protocol, certificateArns } }) => protocol === 'HTTP' &&
        certificateArns.length > 0 && [
        ['certificates'],
        'An HTTP listener has no certificates.',
        'Write "protocol: HTTPS", or remove them.',
    ],
    ({ listener: { protocol }, sslPolicyStated }) => protocol === 'HTTP' &&
        sslPolicyStated && [
        ['sslPolicy'],
        'An HTTP listener has no TLS policy.',
        'Write "protocol: HTTPS", or remove the policy.',
    ],
    ({ listener: { certificateArns }, region }) => {
        const index = certificateArns.findIndex((arn) => !['', region].includes(arn.split(':')[3] ?? ''));
        return (index >= 0 && [
            ['certificates', index],
            `This certificate is in another region than the load balancer, ${region}.`,
            `Issue one in ${region}.`,
        ]);
    },
    ({ listener: { defaultAction } }) => defaultAction.kind === 'fixed-response' &&
        defaultAction.statusCode >= 300 &&
        defaultAction.statusCode < 400 && [
        ['defaultAction', 'statusCode'],
        `A fixed response cannot have the status code ${defaultAction.statusCode}.`,
        'Answer with 200 to 299 or 400 to 599.',
    ],
    ({ listener: { defaultAction, port }, all }) => defaultAction.kind === 'redirect-to-https' &&
        (port === 443 || all.find((other) => other.port === 443)?.protocol !== 'HTTPS') && [
        ['defaultAction'],
        port === 443 ? 'This redirects to itself.' : 'There is no HTTPS listener on port 443 to redirect to.',
        port === 443 ? 'Use a fixed response instead.' : 'Add a listener on port 443 with a certificate.',
    ],
];
function checkListeners({ file, cluster }) {
    const all = cluster.loadBalancer.listeners;
    const path = ['loadBalancer', 'listeners'];
    return all.flatMap((listener, index) => {
        const sslPolicyStated = file.value.loadBalancer.listeners[index]?.sslPolicy !== undefined;
        const placed = { listener, index, all, region: cluster.region, sslPolicyStated };
        return applyRules(listeners_RULES, placed, file, [...path, index]);
    });
}

;// CONCATENATED MODULE: ./build/config/checks/load-balancers.js



/** Each target group leads to a port that a container has, and has rules whose listeners exist. */
function checkLoadBalancers(service, cluster) {
    return [
        ...checkTargets(service),
        ...checkTargetGroups(service),
        ...checkRulesExist(service),
        ...checkListenersExist(service, cluster),
    ];
}
function checkTargets(service) {
    const { file, taskFile } = service;
    const containers = taskFile.value.containerDefinitions;
    const names = containerNames(service);
    if (!names)
        return [];
    return file.value.loadBalancers.flatMap(({ containerName, containerPort }, index) => {
        const path = ['loadBalancers', index];
        const container = containers.find(({ name }) => name === containerName);
        if (!container) {
            const message = `There is no container "${containerName}" in ${fileName(taskFile.file)}.`;
            return problemAt(file, [...path, 'containerName'], message, didYouMean(containerName, names, 'Add it.'));
        }
        const position = containers.indexOf(container);
        if (isDoubtful(taskFile, ['containerDefinitions', position, 'portMappings']))
            return [];
        if (maps(container, containerPort))
            return [];
        const ports = (container.portMappings ?? []).flatMap((mapping) => mapping.containerPort ?? []);
        const hint = ports.length > 0
            ? `It maps ${ports.join(', ')}.`
            : `Add "portMappings: [{ containerPort: ${containerPort} }]" to it.`;
        const message = `Container "${containerName}" does not map port ${containerPort}.`;
        return problemAt(file, [...path, 'containerPort'], message, hint);
    });
}
function maps({ portMappings = [] }, port) {
    return portMappings.some((mapping) => {
        const range = mapping.containerPortRange?.split('-').map(Number);
        return (mapping.containerPort === port || (range !== undefined && port >= (range[0] ?? 0) && port <= (range[1] ?? 0)));
    });
}
function checkTargetGroups({ file, service }) {
    return service.loadBalancers.flatMap(({ targetGroup: { healthCheck, protocolVersion } }, index) => {
        const path = ['loadBalancers', index, 'targetGroup'];
        const { intervalSeconds, timeoutSeconds } = healthCheck;
        const slow = `The health check's timeout, ${timeoutSeconds} s, is not below its interval, ${intervalSeconds} s.`;
        const [least, most] = protocolVersion === 'GRPC' ? [0, 99] : [200, 499];
        const codes = healthCheck.matcher.split(/[,-]/).map(Number);
        const outside = `The health check's matcher is "${healthCheck.matcher}", and codes are from ${least} to ${most}.`;
        return [
            ...(timeoutSeconds >= intervalSeconds
                ? problemAt(file, [...path, 'healthCheck', 'timeoutSeconds'], slow, 'Lower timeoutSeconds.')
                : []),
            ...(codes.some((code) => code < least || code > most)
                ? problemAt(file, [...path, 'healthCheck', 'matcher'], outside, 'Write only codes of healthy answers.')
                : []),
        ];
    });
}
/** A target group that no rule refers to gets no health checks, so that ECS would wait for ever. */
function checkRulesExist({ file, service }) {
    return service.loadBalancers.flatMap(({ rules }, index) => {
        if (rules.length > 0)
            return [];
        const message = 'Only the first target group has a rule by default; this one has none.';
        return problemAt(file, ['loadBalancers', index, 'rules'], message, 'Add "rules:" with priority and conditions.');
    });
}
function checkListenersExist({ file, service }, { cluster, file: clusterFile }) {
    if (isDoubtful(clusterFile, ['loadBalancer', 'listeners']))
        return [];
    const ports = cluster.loadBalancer.listeners.map(({ port }) => port);
    return service.loadBalancers.flatMap(({ rules, testListenerRule }, index) => [
        ...rules.map(({ listenerPort }, rule) => ({ listenerPort, below: ['rules', rule] })),
        ...(testListenerRule ? [{ listenerPort: testListenerRule.listenerPort, below: ['testListenerRule'] }] : []),
    ].flatMap(({ listenerPort, below }) => {
        if (ports.includes(listenerPort))
            return [];
        const path = ['loadBalancers', index, ...below, 'listener'];
        const message = `The load balancer has no listener on port ${listenerPort}.`;
        return problemAt(file, path, message, `It listens on ${ports.join(', ')}, as cluster.yaml says.`);
    }));
}
function fileName(path) {
    return path.split('/').at(-1) ?? path;
}

;// CONCATENATED MODULE: ./build/config/checks/log-options.js


/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const OPTIONS = [
    'awslogs-group',
    'awslogs-region',
    'awslogs-stream-prefix',
    'awslogs-create-group',
    'awslogs-datetime-format',
    'awslogs-multiline-pattern',
    'mode',
    'max-buffer-size',
];
/** Options of the awslogs driver: ECS wants two of them and refuses those that it does not know. */
function checkLogOptions({ taskFile }, { cluster }) {
    return taskFile.value.containerDefinitions.flatMap(({ logConfiguration }, index) => {
        if (logConfiguration?.logDriver !== 'awslogs')
            return [];
        const path = ['containerDefinitions', index, 'logConfiguration', 'options'];
        const { options = {}, secretOptions = [] } = logConfiguration;
        const given = [...Object.keys(options), ...secretOptions.map(({ name }) => name)];
        const missing = (key, example) => given.includes(key)
            ? []
            : problemAt(taskFile, path, `The awslogs driver needs ${key}.`, `Add "${key}: ${example}" to the options.`);
        return [
            ...missing('awslogs-group', '…'),
            ...missing('awslogs-region', cluster.region),
            ...given.flatMap((key) => {
                if (OPTIONS.includes(key))
                    return [];
                const hint = didYouMean(key, OPTIONS, 'Remove it.');
                return problemAt(taskFile, [...path, key], `The awslogs driver does not have the option "${key}".`, hint);
            }),
            ...((options['awslogs-create-group'] ?? 'true') === 'true'
                ? []
                : problemAt(taskFile, [...path, 'awslogs-create-group'], 'awslogs-create-group can only be "true".', 'Remove it: without it, no group is created.')),
        ];
    });
}

;// CONCATENATED MODULE: ./build/config/checks/logs.js

/** Containers whose lines go where nobody looks, or whose log group nobody makes: their tasks would not start. */
function warnOfLogs({ service, file, taskFile }, { cluster }) {
    return taskFile.value.containerDefinitions.flatMap(({ logConfiguration }, index) => {
        if (logConfiguration?.logDriver !== 'awslogs')
            return [];
        const path = ['containerDefinitions', index, 'logConfiguration', 'options'];
        const { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-create-group': creates, } = logConfiguration.options ?? {};
        const warnings = [];
        if (group !== undefined && group !== service.logGroup?.name && creates !== 'true') {
            const message = service.logGroup
                ? `Log lines go to ${group}, but service.yaml creates ${service.logGroup.name}.`
                : `Nothing in config creates the log group ${group}; without it, tasks do not start.`;
            const hint = service.logGroup
                ? 'Write the same name in both.'
                : `Add "logGroup: { name: ${group} }" to ${file.file.split('/').at(-1)}, unless the group exists already.`;
            warnings.push(...problemAt(taskFile, [...path, 'awslogs-group'], message, hint));
        }
        if (region !== undefined && region !== cluster.region) {
            const message = `Log lines go to ${region}, but the cluster is in ${cluster.region}.`;
            warnings.push(...problemAt(taskFile, [...path, 'awslogs-region'], message, `Write ${cluster.region}, unless this is intended.`));
        }
        return warnings;
    });
}

// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
;// CONCATENATED MODULE: ./build/config/checks/names.js


/** CloudFormation's: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
const LONGEST_STACK_NAME = 128;
const STACK_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** A role's: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const LONGEST_ROLE_NAME = 64;
/** Folders name clusters and services, and those name stacks and what is in them. */
function checkNames(draft) {
    return [
        ...checkClusterName(draft),
        ...checkDefaultNames(draft),
        ...draft.services.flatMap((service) => [...checkServiceName(draft, service), ...checkServiceRoles(service)]),
    ];
}
/** The defaults that a long name of a cluster makes too long. */
function checkDefaultNames({ file, cluster }) {
    const { roles, capacity } = cluster;
    const role = roles.instance.kind === 'created' ? roles.instance.name : '';
    const names = [
        ['role', role, LONGEST_ROLE_NAME, ['roles', 'instance', 'name']],
        ['launch template', capacity.launchTemplateName, 128, ['capacity', 'launchTemplateName']],
    ];
    return names.flatMap(([what, name, limit, path]) => {
        if (name.length <= limit)
            return [];
        const message = `The ${what} would be named "${name}", which is longer than ${limit} characters.`;
        return problemAt(file, path, message, `Give it a shorter name: ${path.join('.')}.`);
    });
}
function checkClusterName({ name, folder, file }) {
    const stated = file.value.name;
    if (name === '') {
        return problemAt(file, [], 'This cluster has no name.', 'Add "name: …", or set the input config to the folder itself.');
    }
    if (folder !== '' && stated !== undefined && stated !== name) {
        const message = `name is "${stated}", but the folder is ${folder}.`;
        return problemAt(file, ['name'], message, `Write "${name}", or rename the folder.`);
    }
    return tooLong((0,stack_names/* clusterStackName */.CW)(name)) || !STACK_NAME.test(name)
        ? problemAt(file, [], `The folder's name "${name}" is not a valid name of a cluster.`, RENAME)
        : [];
}
function checkServiceRoles({ file, service }) {
    const roles = { infrastructure: service.infrastructureRole, hook: service.hookRole };
    return Object.entries(roles).flatMap(([key, role]) => {
        if (role?.kind !== 'created' || role.name.length <= LONGEST_ROLE_NAME)
            return [];
        const message = `The role would be named "${role.name}", which is longer than ${LONGEST_ROLE_NAME} characters.`;
        return problemAt(file, ['roles', key], message, `Give it a shorter name: roles.${key}.name.`);
    });
}
function checkServiceName({ name }, service) {
    const stack = (0,stack_names/* serviceStackName */.ZZ)(name, service.name);
    if (!tooLong(stack) && STACK_NAME.test(`x${service.name}`))
        return [];
    return problemAt(service.file, [], `The folder's name "${service.name}" is not a valid name of a service.`, RENAME);
}
const RENAME = `Rename it: letters, digits and hyphens, a letter first, and with the cluster's name at most ${LONGEST_STACK_NAME} characters.`;
function tooLong(stack) {
    return stack.length > LONGEST_STACK_NAME;
}

;// CONCATENATED MODULE: ./build/config/checks/network.js

/** Which keys go with which kind of VPC. */
const network_KEYS = {
    default: ['availabilityZones'],
    create: ['availabilityZones', 'cidrBlock'],
    existing: ['subnets', 'instanceSubnets'],
};
/** An Application Load Balancer needs two zones; the rest follows from where the VPC comes from. */
function checkNetwork({ file }) {
    const { network } = file.value;
    if (isDoubtful(file, ['network']))
        return [];
    const kind = network.vpc === 'default' || network.vpc === 'create' ? network.vpc : 'existing';
    const keys = ['availabilityZones', 'cidrBlock', 'subnets', 'instanceSubnets'];
    const misplaced = keys
        .filter((key) => network[key] !== undefined && !network_KEYS[kind].includes(key))
        .flatMap((key) => problemAt(file, ['network', key], `network.${key} cannot be used with "vpc: ${network.vpc}".`, `Remove it; ${kind === 'existing' ? 'an existing VPC needs' : `"${network.vpc}" accepts`} ${network_KEYS[kind].join(' and ')}.`));
    return [...misplaced, ...checkZones(file), ...checkSubnets(file, kind), ...checkCidrBlock(file)];
}
function checkZones(file) {
    const zones = file.value.network.availabilityZones;
    if (!zones)
        return [];
    const { region } = file.value;
    const path = ['network', 'availabilityZones'];
    const elsewhere = zones.flatMap((zone, index) => {
        if (isDoubtful(file, ['region']) || new RegExp(`^${region}(-[a-z]+-\\d+)?[a-z]$`).test(zone))
            return [];
        const message = `"${zone}" is not a zone of ${region}.`;
        return problemAt(file, [...path, index], message, `Write zones like ${region}a.`);
    });
    if (elsewhere.length > 0 || new Set(zones).size >= 2)
        return elsewhere;
    const message = 'network.availabilityZones needs two different zones.';
    return problemAt(file, path, message, `Add another, like ${region}c: a load balancer spans at least two.`);
}
function checkSubnets(file, kind) {
    const { vpc, subnets } = file.value.network;
    if (kind !== 'existing' || new Set(subnets).size >= 2)
        return [];
    const message = subnets ? 'network.subnets needs two different subnets.' : `"vpc: ${vpc}" needs network.subnets.`;
    const hint = 'Name at least two of its subnets, in different zones: a load balancer spans at least two.';
    return problemAt(file, ['network', subnets ? 'subnets' : 'vpc'], message, hint);
}
/** VPCs are /16 to /28; from /24 on, its sixteen subnets would be smaller than a load balancer takes. */
function checkCidrBlock(file) {
    const block = file.value.network.cidrBlock;
    const prefix = Number(block?.split('/')[1]);
    if (block === undefined || (prefix >= 16 && prefix <= 23))
        return [];
    const message = `network.cidrBlock is ${block}, which is not between /16 and /23.`;
    return problemAt(file, ['network', 'cidrBlock'], message, 'Write it like 10.0.0.0/16.');
}

;// CONCATENATED MODULE: ./build/config/checks/query.js
/** Joined by them: comparisons, in parentheses or negated. */
const VALUE = String.raw `(?:\[[^\]]*\]|'[^']*'|"[^"]*"|[^\s()[\]'"=!<>&|~]+)`;
const SUBJECT = String.raw `[A-Za-z][\w:./-]*`;
const SYMBOL = '==|!=|=~|!~|>=|<=|>|<|!in';
const WORD = '(?:not_)?(?:equals|matches|in)|(?:greater|less)_than(?:_equal)?';
const COMPARISON = new RegExp(String.raw `${SUBJECT}(?:\s*(?:${SYMBOL})\s*${VALUE}|\s+(?:${WORD})\s+${VALUE}|\s+(?:!\s*|not_)?exists\b)`, 'gi');
const REDUCTIONS = [/\(\s*◦\s*\)/g, /(?:!\s*|\bnot\s+)◦/gi, /◦\s*(?:&&|\band\b|\|\||\bor\b)\s*◦/gi];
/**
 * Whether a memberOf constraint's expression can be read: comparisons become one sign, and what joins them is taken
 * away until only one is left. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
 */
function isQuery(expression) {
    let rest = expression.replaceAll('◦', '').replaceAll(COMPARISON, '◦').trim();
    for (let before = ''; rest !== before;) {
        before = rest;
        for (const reduction of REDUCTIONS)
            rest = rest.replaceAll(reduction, '◦');
    }
    return rest === '◦';
}

;// CONCATENATED MODULE: ./build/config/checks/placement-constraints.js


const placement_constraints_PATH = ['placementConstraints'];
const EXAMPLE = '"attribute:ecs.instance-type =~ t3.*"';
/** Constraints of the service and of its task definition. */
function checkPlacementConstraints({ file, taskFile }) {
    return [
        ...checkConstraints(file, file.value.placementConstraints),
        ...checkConstraints(taskFile, taskFile.value.placementConstraints),
    ];
}
function checkConstraints(file, constraints = []) {
    return constraints.flatMap(({ type, expression }, index) => {
        const at = (key) => [...placement_constraints_PATH, index, key];
        if (type === 'distinctInstance')
            return expression === undefined
                ? []
                : problemAt(file, at('expression'), 'distinctInstance has no expression.', 'Remove it.');
        if (expression === undefined)
            return problemAt(file, [...placement_constraints_PATH, index], 'memberOf needs an expression.', `Add it, like ${EXAMPLE}.`);
        if (isQuery(expression))
            return [];
        return problemAt(file, at('expression'), `"${expression}" is not an expression.`, `Write it like ${EXAMPLE}.`);
    });
}

;// CONCATENATED MODULE: ./build/config/checks/ports.js

/** Port mappings against the network mode, and the network mode against the service's network configuration. */
function checkPorts({ file, taskFile, service }) {
    const { networkMode = 'bridge' } = taskFile.value;
    if (isDoubtful(taskFile, ['networkMode']))
        return [];
    const configured = service.settings['networkConfiguration'] !== undefined;
    if (networkMode === 'awsvpc' && !configured && !isDoubtful(file, ['networkConfiguration'])) {
        const hint = 'Add it to service.yaml with awsvpcConfiguration: {subnets, securityGroups}.';
        return problemAt(taskFile, ['networkMode'], '"networkMode: awsvpc" needs networkConfiguration.', hint);
    }
    if (networkMode !== 'awsvpc' && configured) {
        const message = `networkConfiguration cannot be used with "networkMode: ${networkMode}".`;
        return problemAt(file, ['networkConfiguration'], message, 'Remove it, or write "networkMode: awsvpc".');
    }
    return [...checkHostPorts(taskFile, networkMode), ...checkTwice(taskFile, networkMode)];
}
function checkHostPorts(taskFile, networkMode) {
    if (networkMode === 'bridge')
        return [];
    return mappings(taskFile.value.containerDefinitions).flatMap(([{ containerPort, hostPort }, path]) => {
        if (hostPort === undefined || hostPort === containerPort)
            return [];
        const message = `hostPort is ${hostPort}, but with "networkMode: ${networkMode}" it is always the containerPort.`;
        return problemAt(taskFile, [...path, 'hostPort'], message, 'Remove it.');
    });
}
/** A task can have a port of the instance, or of the network that its containers share, only once for each protocol. */
function checkTwice(taskFile, networkMode) {
    const taken = new Set();
    return mappings(taskFile.value.containerDefinitions).flatMap(([{ containerPort, hostPort, protocol }, path]) => {
        const key = hostPort === undefined && networkMode !== 'bridge' ? 'containerPort' : 'hostPort';
        const port = key === 'hostPort' ? hostPort : containerPort;
        const named = `${(protocol ?? 'tcp').toUpperCase()} port ${port}`;
        if (!port || !taken.has(named)) {
            taken.add(named);
            return [];
        }
        return problemAt(taskFile, [...path, key], `${named} is mapped already.`, 'Give each mapping its own port.');
    });
}
/** A fixed port of the instance keeps a second task off it, also the new one of a rollout. */
function warnOfFixedPorts({ taskFile }) {
    const { networkMode = 'bridge', containerDefinitions } = taskFile.value;
    if (networkMode !== 'bridge')
        return [];
    return mappings(containerDefinitions).flatMap(([{ hostPort }, path]) => {
        if (!hostPort)
            return [];
        const message = `Only one task at a time can have port ${hostPort} of an instance, so a rollout needs free instances.`;
        return problemAt(taskFile, [...path, 'hostPort'], message, 'Write 0: each task then gets a free port.');
    });
}
function mappings(containers) {
    return containers.flatMap(({ portMappings = [] }, container) => portMappings.map((mapping, index) => [mapping, ['containerDefinitions', container, 'portMappings', index]]));
}

;// CONCATENATED MODULE: ./build/config/checks/roles.js

/** A role is created under a name or exists under an ARN. */
function checkRoles({ file, services }) {
    return [
        ...checkRolesOf(file, file.value.roles),
        ...services.flatMap((service) => checkRolesOf(service.file, service.file.value.roles)),
    ];
}
function checkRolesOf(file, roles) {
    return Object.entries(roles).flatMap(([key, role]) => {
        if (!role || (role.name === undefined) !== (role.arn === undefined))
            return [];
        const message = `roles.${key} has ${role.name === undefined ? 'neither name nor arn' : 'both name and arn'}.`;
        const hint = 'Give "name" for a role to create, or "arn" for one that exists.';
        return problemAt(file, ['roles', key], message, hint);
    });
}

// EXTERNAL MODULE: ./build/model/rollout-bounds.js
var rollout_bounds = __webpack_require__(8025);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(271);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 16 modules
var schemas = __webpack_require__(3603);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
;// CONCATENATED MODULE: ./build/config/schema/aws-shapes.json
const aws_shapes_namespaceObject = /*#__PURE__*/JSON.parse('{"structures":{"AdvancedConfiguration":{"members":{"alternateTargetGroupArn":"string","productionListenerRule":"string","testListenerRule":"string","roleArn":"string"},"required":[]},"AwsVpcConfiguration":{"members":{"subnets":"string[]","securityGroups":"string[]","assignPublicIp":"AssignPublicIp"},"required":["subnets"]},"CanaryConfiguration":{"members":{"canaryPercent":"number","canaryBakeTimeInMinutes":"integer"},"required":[]},"CapacityProviderStrategyItem":{"members":{"capacityProvider":"string","weight":"integer","base":"integer"},"required":["capacityProvider"]},"ContainerDefinition":{"members":{"name":"string","image":"string","repositoryCredentials":"RepositoryCredentials","cpu":"integer","memory":"integer","memoryReservation":"integer","links":"string[]","portMappings":"PortMapping[]","essential":"boolean","restartPolicy":"ContainerRestartPolicy","entryPoint":"string[]","command":"string[]","environment":"KeyValuePair[]","environmentFiles":"EnvironmentFile[]","mountPoints":"MountPoint[]","volumesFrom":"VolumeFrom[]","linuxParameters":"LinuxParameters","secrets":"Secret[]","dependsOn":"ContainerDependency[]","startTimeout":"integer","stopTimeout":"integer","versionConsistency":"VersionConsistency","hostname":"string","user":"string","workingDirectory":"string","disableNetworking":"boolean","privileged":"boolean","readonlyRootFilesystem":"boolean","dnsServers":"string[]","dnsSearchDomains":"string[]","extraHosts":"HostEntry[]","dockerSecurityOptions":"string[]","interactive":"boolean","pseudoTerminal":"boolean","dockerLabels":"{string}","ulimits":"Ulimit[]","logConfiguration":"LogConfiguration","healthCheck":"HealthCheck","systemControls":"SystemControl[]","resourceRequirements":"ResourceRequirement[]","firelensConfiguration":"FirelensConfiguration","credentialSpecs":"string[]"},"required":[]},"ContainerDependency":{"members":{"containerName":"string","condition":"ContainerCondition"},"required":["containerName","condition"]},"ContainerOverride":{"members":{"name":"string","command":"string[]","environment":"KeyValuePair[]","environmentFiles":"EnvironmentFile[]","cpu":"number","memory":"number","memoryReservation":"number","resourceRequirements":"ResourceRequirement[]"},"required":[]},"ContainerRestartPolicy":{"members":{"enabled":"boolean","ignoredExitCodes":"integer[]","restartAttemptPeriod":"integer"},"required":["enabled"]},"CreateServiceRequest":{"members":{"cluster":"string","serviceName":"string","taskDefinition":"string","availabilityZoneRebalancing":"AvailabilityZoneRebalancing","loadBalancers":"LoadBalancer[]","serviceRegistries":"ServiceRegistry[]","desiredCount":"integer","clientToken":"string","launchType":"LaunchType","capacityProviderStrategy":"CapacityProviderStrategyItem[]","platformVersion":"string","role":"string","deploymentConfiguration":"DeploymentConfiguration","placementConstraints":"PlacementConstraint[]","placementStrategy":"PlacementStrategy[]","networkConfiguration":"NetworkConfiguration","healthCheckGracePeriodSeconds":"integer","schedulingStrategy":"SchedulingStrategy","deploymentController":"DeploymentController","tags":"Tag[]","enableECSManagedTags":"boolean","propagateTags":"PropagateTags","enableExecuteCommand":"boolean","serviceConnectConfiguration":"ServiceConnectConfiguration","volumeConfigurations":"ServiceVolumeConfiguration[]","vpcLatticeConfigurations":"VpcLatticeConfiguration[]","gatewayConnectors":"GatewayConnector[]","monitoring":"MonitoringConfiguration"},"required":["serviceName"]},"DeploymentAlarms":{"members":{"alarmNames":"string[]","rollback":"boolean","enable":"boolean"},"required":["alarmNames","rollback","enable"]},"DeploymentCircuitBreaker":{"members":{"enable":"boolean","rollback":"boolean","resetOnHealthyTask":"boolean","thresholdConfiguration":"ThresholdConfiguration"},"required":["enable","rollback"]},"DeploymentConfiguration":{"members":{"deploymentCircuitBreaker":"DeploymentCircuitBreaker","maximumPercent":"integer","minimumHealthyPercent":"integer","alarms":"DeploymentAlarms","strategy":"DeploymentStrategy","bakeTimeInMinutes":"integer","lifecycleHooks":"DeploymentLifecycleHook[]","linearConfiguration":"LinearConfiguration","canaryConfiguration":"CanaryConfiguration","earlySuccessCriteria":"DeploymentEarlySuccessCriteria"},"required":[]},"DeploymentController":{"members":{"type":"DeploymentControllerType"},"required":["type"]},"DeploymentEarlySuccessCriteria":{"members":{"enable":"boolean","healthyPercent":"integer","sourceServiceRevisionCleanup":"ServiceRevisionCleanup"},"required":["enable"]},"DeploymentLifecycleHook":{"members":{"targetType":"DeploymentLifecycleHookTargetType","hookTargetArn":"string","roleArn":"string","lifecycleStages":"DeploymentLifecycleHookStage[]","hookDetails":"document","timeoutConfiguration":"DeploymentLifecycleHookTimeoutConfiguration"},"required":[]},"DeploymentLifecycleHookTimeoutConfiguration":{"members":{"timeoutInMinutes":"integer","action":"DeploymentLifecycleHookAction"},"required":[]},"Device":{"members":{"hostPath":"string","containerPath":"string","permissions":"DeviceCgroupPermission[]"},"required":["hostPath"]},"DockerVolumeConfiguration":{"members":{"scope":"Scope","autoprovision":"boolean","driver":"string","driverOpts":"{string}","labels":"{string}"},"required":[]},"EBSTagSpecification":{"members":{"resourceType":"EBSResourceType","tags":"Tag[]","propagateTags":"PropagateTags"},"required":["resourceType"]},"EFSAuthorizationConfig":{"members":{"accessPointId":"string","iam":"EFSAuthorizationConfigIAM"},"required":[]},"EFSVolumeConfiguration":{"members":{"fileSystemId":"string","rootDirectory":"string","transitEncryption":"EFSTransitEncryption","transitEncryptionPort":"number","authorizationConfig":"EFSAuthorizationConfig"},"required":["fileSystemId"]},"EnvironmentFile":{"members":{"value":"string","type":"EnvironmentFileType"},"required":["value","type"]},"EphemeralStorage":{"members":{"sizeInGiB":"integer"},"required":["sizeInGiB"]},"FSxWindowsFileServerAuthorizationConfig":{"members":{"credentialsParameter":"string","domain":"string"},"required":["credentialsParameter","domain"]},"FSxWindowsFileServerVolumeConfiguration":{"members":{"fileSystemId":"string","rootDirectory":"string","authorizationConfig":"FSxWindowsFileServerAuthorizationConfig"},"required":["fileSystemId","rootDirectory","authorizationConfig"]},"FirelensConfiguration":{"members":{"type":"FirelensConfigurationType","options":"{string}"},"required":["type"]},"GatewayConnector":{"members":{"portName":"string","healthCheck":"GatewayConnectorHealthCheck","filters":"GatewayConnectorFilters"},"required":["portName"]},"GatewayConnectorFilters":{"members":{"accessTypes":"AccessType[]"},"required":[]},"GatewayConnectorHealthCheck":{"members":{"healthCheckProtocol":"GatewayConnectorHealthCheckProtocol","healthCheckPort":"number","healthCheckPath":"string","healthCheckTimeoutSeconds":"number","healthCheckIntervalSeconds":"number","healthyThresholdCount":"number","unhealthyThresholdCount":"number","matcher":"GatewayConnectorHealthCheckMatcher"},"required":[]},"GatewayConnectorHealthCheckMatcher":{"members":{"httpCode":"string","grpcCode":"string"},"required":[]},"HealthCheck":{"members":{"command":"string[]","interval":"integer","timeout":"integer","retries":"integer","startPeriod":"integer"},"required":["command"]},"HostEntry":{"members":{"hostname":"string","ipAddress":"string"},"required":["hostname","ipAddress"]},"HostVolumeProperties":{"members":{"sourcePath":"string"},"required":[]},"InferenceAccelerator":{"members":{"deviceName":"string","deviceType":"string"},"required":["deviceName","deviceType"]},"InferenceAcceleratorOverride":{"members":{"deviceName":"string","deviceType":"string"},"required":[]},"KernelCapabilities":{"members":{"add":"string[]","drop":"string[]"},"required":[]},"KeyValuePair":{"members":{"name":"string","value":"string"},"required":[]},"LinearConfiguration":{"members":{"stepPercent":"number","stepBakeTimeInMinutes":"integer"},"required":[]},"LinuxParameters":{"members":{"capabilities":"KernelCapabilities","devices":"Device[]","initProcessEnabled":"boolean","sharedMemorySize":"integer","tmpfs":"Tmpfs[]","maxSwap":"integer","swappiness":"integer"},"required":[]},"LoadBalancer":{"members":{"targetGroupArn":"string","loadBalancerName":"string","containerName":"string","containerPort":"integer","advancedConfiguration":"AdvancedConfiguration"},"required":[]},"LogConfiguration":{"members":{"logDriver":"LogDriver","options":"{string}","secretOptions":"Secret[]"},"required":["logDriver"]},"MetricConfiguration":{"members":{"metricNames":"string[]","resolutionSeconds":"integer"},"required":["metricNames","resolutionSeconds"]},"MonitoringConfiguration":{"members":{"metricConfigurations":"MetricConfiguration[]"},"required":[]},"MountPoint":{"members":{"sourceVolume":"string","containerPath":"string","readOnly":"boolean"},"required":[]},"NetworkConfiguration":{"members":{"awsvpcConfiguration":"AwsVpcConfiguration"},"required":[]},"NvidiaMpsAllocation":{"members":{"memory":"number","maxComputePercent":"number"},"required":["memory"]},"PlacementConstraint":{"members":{"type":"PlacementConstraintType","expression":"string"},"required":[]},"PlacementStrategy":{"members":{"type":"PlacementStrategyType","field":"string"},"required":[]},"PortMapping":{"members":{"containerPort":"integer","hostPort":"integer","protocol":"TransportProtocol","name":"string","appProtocol":"ApplicationProtocol","containerPortRange":"string"},"required":[]},"ProxyConfiguration":{"members":{"type":"ProxyConfigurationType","containerName":"string","properties":"KeyValuePair[]"},"required":["containerName"]},"RegisterTaskDefinitionRequest":{"members":{"family":"string","taskRoleArn":"string","executionRoleArn":"string","networkMode":"NetworkMode","containerDefinitions":"ContainerDefinition[]","volumes":"Volume[]","placementConstraints":"TaskDefinitionPlacementConstraint[]","requiresCompatibilities":"Compatibility[]","cpu":"string","memory":"string","tags":"Tag[]","pidMode":"PidMode","ipcMode":"IpcMode","proxyConfiguration":"ProxyConfiguration","inferenceAccelerators":"InferenceAccelerator[]","ephemeralStorage":"EphemeralStorage","runtimePlatform":"RuntimePlatform","enableFaultInjection":"boolean"},"required":["family","containerDefinitions"]},"RepositoryCredentials":{"members":{"credentialsParameter":"string"},"required":["credentialsParameter"]},"ResourceRequirement":{"members":{"value":"string","type":"ResourceType","sharingStrategy":"SharingStrategy"},"required":["type"]},"RuntimePlatform":{"members":{"cpuArchitecture":"CPUArchitecture","operatingSystemFamily":"OSFamily"},"required":[]},"S3FilesVolumeConfiguration":{"members":{"fileSystemArn":"string","rootDirectory":"string","transitEncryptionPort":"number","accessPointArn":"string"},"required":["fileSystemArn"]},"Secret":{"members":{"name":"string","valueFrom":"string"},"required":["name","valueFrom"]},"ServiceConnectAccessLogConfiguration":{"members":{"format":"ServiceConnectAccessLoggingFormat","includeQueryParameters":"ServiceConnectIncludeQueryParameters"},"required":["format"]},"ServiceConnectClientAlias":{"members":{"port":"integer","dnsName":"string","testTrafficRules":"ServiceConnectTestTrafficRules"},"required":["port"]},"ServiceConnectConfiguration":{"members":{"enabled":"boolean","namespace":"string","services":"ServiceConnectService[]","logConfiguration":"LogConfiguration","accessLogConfiguration":"ServiceConnectAccessLogConfiguration","containerConfigurations":"ServiceConnectContainerConfiguration[]"},"required":["enabled"]},"ServiceConnectContainerConfiguration":{"members":{"logLevel":"ServiceConnectContainerLogLevel"},"required":[]},"ServiceConnectService":{"members":{"portName":"string","discoveryName":"string","clientAliases":"ServiceConnectClientAlias[]","ingressPortOverride":"integer","timeout":"TimeoutConfiguration","tls":"ServiceConnectTlsConfiguration"},"required":["portName"]},"ServiceConnectTestTrafficHeaderMatchRules":{"members":{"exact":"string"},"required":["exact"]},"ServiceConnectTestTrafficHeaderRules":{"members":{"name":"string","value":"ServiceConnectTestTrafficHeaderMatchRules"},"required":["name"]},"ServiceConnectTestTrafficRules":{"members":{"header":"ServiceConnectTestTrafficHeaderRules"},"required":["header"]},"ServiceConnectTlsCertificateAuthority":{"members":{"awsPcaAuthorityArn":"string"},"required":[]},"ServiceConnectTlsConfiguration":{"members":{"issuerCertificateAuthority":"ServiceConnectTlsCertificateAuthority","kmsKey":"string","roleArn":"string"},"required":["issuerCertificateAuthority"]},"ServiceManagedEBSVolumeConfiguration":{"members":{"encrypted":"boolean","kmsKeyId":"string","volumeType":"string","sizeInGiB":"integer","snapshotId":"string","volumeInitializationRate":"integer","iops":"integer","throughput":"integer","tagSpecifications":"EBSTagSpecification[]","roleArn":"string","filesystemType":"TaskFilesystemType"},"required":["roleArn"]},"ServiceRegistry":{"members":{"registryArn":"string","port":"integer","containerName":"string","containerPort":"integer"},"required":[]},"ServiceVolumeConfiguration":{"members":{"name":"string","managedEBSVolume":"ServiceManagedEBSVolumeConfiguration"},"required":["name"]},"SharingStrategy":{"members":{"nvidiaMps":"NvidiaMpsAllocation"},"required":[]},"SystemControl":{"members":{"namespace":"string","value":"string"},"required":[]},"Tag":{"members":{"key":"string","value":"string"},"required":[]},"TaskDefinitionPlacementConstraint":{"members":{"type":"TaskDefinitionPlacementConstraintType","expression":"string"},"required":[]},"TaskOverride":{"members":{"containerOverrides":"ContainerOverride[]","cpu":"string","inferenceAcceleratorOverrides":"InferenceAcceleratorOverride[]","executionRoleArn":"string","memory":"string","taskRoleArn":"string","ephemeralStorage":"EphemeralStorage"},"required":[]},"ThresholdConfiguration":{"members":{"type":"ThresholdType","value":"integer"},"required":["type","value"]},"TimeoutConfiguration":{"members":{"idleTimeoutSeconds":"integer","perRequestTimeoutSeconds":"integer"},"required":[]},"Tmpfs":{"members":{"containerPath":"string","size":"integer","mountOptions":"string[]"},"required":["containerPath","size"]},"Ulimit":{"members":{"name":"UlimitName","softLimit":"integer","hardLimit":"integer"},"required":["name","softLimit","hardLimit"]},"Volume":{"members":{"name":"string","host":"HostVolumeProperties","dockerVolumeConfiguration":"DockerVolumeConfiguration","efsVolumeConfiguration":"EFSVolumeConfiguration","s3filesVolumeConfiguration":"S3FilesVolumeConfiguration","fsxWindowsFileServerVolumeConfiguration":"FSxWindowsFileServerVolumeConfiguration","configuredAtLaunch":"boolean"},"required":[]},"VolumeFrom":{"members":{"sourceContainer":"string","readOnly":"boolean"},"required":[]},"VpcLatticeAdvancedConfiguration":{"members":{"alternateTargetGroupArn":"string","productionListenerRule":"string","testListenerRule":"string"},"required":[]},"VpcLatticeConfiguration":{"members":{"roleArn":"string","targetGroupArn":"string","portName":"string","advancedConfiguration":"VpcLatticeAdvancedConfiguration"},"required":["roleArn","targetGroupArn","portName"]}},"enums":{"AccessType":["PRIVATE","PUBLIC"],"ApplicationProtocol":["grpc","http","http2"],"AssignPublicIp":["DISABLED","ENABLED"],"AvailabilityZoneRebalancing":["DISABLED","ENABLED"],"CPUArchitecture":["ARM64","X86_64"],"Compatibility":["EC2","EXTERNAL","FARGATE","MANAGED_INSTANCES"],"ContainerCondition":["COMPLETE","HEALTHY","START","SUCCESS"],"DeploymentControllerType":["CODE_DEPLOY","ECS","EXTERNAL"],"DeploymentLifecycleHookAction":["CONTINUE","ROLLBACK"],"DeploymentLifecycleHookStage":["POST_PRODUCTION_TRAFFIC_SHIFT","POST_SCALE_UP","POST_TEST_TRAFFIC_SHIFT","PRE_PRODUCTION_TRAFFIC_SHIFT","PRE_SCALE_UP","PRODUCTION_TRAFFIC_SHIFT","RECONCILE_SERVICE","TEST_TRAFFIC_SHIFT"],"DeploymentLifecycleHookTargetType":["AWS_LAMBDA","PAUSE"],"DeploymentStrategy":["BLUE_GREEN","CANARY","LINEAR","ROLLING"],"DeviceCgroupPermission":["mknod","read","write"],"EBSResourceType":["volume"],"EFSAuthorizationConfigIAM":["DISABLED","ENABLED"],"EFSTransitEncryption":["DISABLED","ENABLED"],"EnvironmentFileType":["s3"],"FirelensConfigurationType":["fluentbit","fluentd"],"GatewayConnectorHealthCheckProtocol":["HTTP","HTTPS"],"IpcMode":["host","none","task"],"LaunchType":["EC2","EXTERNAL","FARGATE","MANAGED_INSTANCES"],"LogDriver":["awsfirelens","awslogs","fluentd","gelf","journald","json-file","splunk","syslog"],"NetworkMode":["awsvpc","bridge","host","none"],"OSFamily":["LINUX","WINDOWS_SERVER_2004_CORE","WINDOWS_SERVER_2016_FULL","WINDOWS_SERVER_2019_CORE","WINDOWS_SERVER_2019_FULL","WINDOWS_SERVER_2022_CORE","WINDOWS_SERVER_2022_FULL","WINDOWS_SERVER_2025_CORE","WINDOWS_SERVER_2025_FULL","WINDOWS_SERVER_20H2_CORE"],"PidMode":["host","task"],"PlacementConstraintType":["distinctInstance","memberOf"],"PlacementStrategyType":["binpack","random","spread"],"PropagateTags":["NONE","SERVICE","TASK_DEFINITION"],"ProxyConfigurationType":["APPMESH"],"ResourceType":["GPU","InferenceAccelerator","NeuronDevice"],"SchedulingStrategy":["DAEMON","REPLICA"],"Scope":["shared","task"],"ServiceConnectAccessLoggingFormat":["JSON","TEXT"],"ServiceConnectContainerLogLevel":["debug","info"],"ServiceConnectIncludeQueryParameters":["DISABLED","ENABLED"],"ServiceRevisionCleanup":["BLOCKING","DEFERRED"],"TaskDefinitionPlacementConstraintType":["memberOf"],"TaskFilesystemType":["ext3","ext4","ntfs","xfs"],"ThresholdType":["BOUNDED_PERCENT","COUNT","UNBOUNDED_PERCENT"],"TransportProtocol":["tcp","udp"],"UlimitName":["core","cpu","data","fsize","locks","memlock","msgqueue","nice","nofile","nproc","rss","rtprio","rttime","sigpending","stack"],"VersionConsistency":["disabled","enabled"]},"describedOnly":["taskDefinitionArn","revision","status","requiresAttributes","compatibilities","registeredAt","deregisteredAt","deleteRequestedAt","registeredBy"]}');
;// CONCATENATED MODULE: ./build/config/schema/aws-structures.js


const SHAPES = aws_shapes_namespaceObject;
/** What `aws ecs describe-task-definition` prints and RegisterTaskDefinition does not take. */
const DESCRIBED_ONLY = SHAPES.describedOnly;
/** A value of any form; registered as it is, since its lists and maps are of itself. */
const anyJson = schemas/* json */.Pq9().register(registries/* globalRegistry */.fd, { id: 'Json', description: 'Any value.' });
const structures = new Map();
/** The schema of one of ECS's structures; unknown members are errors. */
function awsStructure(name) {
    const known = structures.get(name);
    if (known)
        return known;
    const schema = schemas/* strictObject */.rej(awsMembers(name)).meta({ id: name, description: awsDocumentation(name) });
    structures.set(name, schema);
    return schema;
}
/** Where ECS's API reference describes a structure. */
function awsDocumentation(name) {
    return `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${name}.html`;
}
/** Schemas of a structure's members, without those in `except`. */
function awsMembers(name, except = []) {
    const { members = {}, required = [] } = SHAPES.structures[name] ?? {};
    return Object.fromEntries(Object.entries(members)
        .filter(([member]) => !except.includes(member))
        .map(([member, type]) => [member, required.includes(member) ? schemaOf(type) : schemaOf(type).optional()]));
}
/** The schema of one of ECS's enums. */
function awsEnum(name) {
    return schemas/* enum */.k5n(SHAPES.enums[name] ?? []);
}
/** Type expressions are the generator's: a primitive, a name, `T[]`, or `{T}` for a map of T. */
function schemaOf(type) {
    if (type.endsWith('[]'))
        return schemas/* array */.YOg(schemaOf(type.slice(0, -2)));
    if (type.startsWith('{'))
        return schemas/* record */.g1P(schemas/* string */.YjP(), schemaOf(type.slice(1, -1)));
    if (type === 'string')
        return schemas/* string */.YjP();
    if (type === 'integer')
        return schemas/* int */.Whr();
    if (type === 'number')
        return schemas/* number */.aig();
    if (type === 'boolean')
        return schemas/* boolean */.zMY();
    if (type === 'document')
        return anyJson;
    return type in SHAPES.enums ? awsEnum(type) : awsStructure(type);
}

;// CONCATENATED MODULE: ./build/config/schema/formats.js

/** Text of a form. The two lines of the message become an issue's statement ("… is not <what>") and its hint. */
function formats_text(what, hint, form) {
    return schemas/* string */.YjP().regex(form, { error: `${what}\n${hint}` });
}
/** Names that become part of a stack's name: CloudFormation takes letters, digits and hyphens, a letter first. */
const stackPart = formats_text('a name of letters, digits and hyphens that begins with a letter', 'Write it like web-api.', /^[A-Za-z][A-Za-z0-9-]*$/);
const region = formats_text('an AWS region', 'Write it like ap-northeast-1.', /^[a-z]{2,4}(-[a-z]+)+-\d$/);
const account = formats_text('an AWS account id', 'Write the 12 digits in quotes, like "123456789012".', /^\d{12}$/);
const roleName = formats_text('a role name', 'Use up to 64 letters, digits and +=,.@_-.', /^[\w+=,.@-]{1,64}$/);
const roleArn = formats_text('the ARN of a role', 'Write it like arn:aws:iam::123456789012:role/NAME.', /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/);
const roleNameOrArn = formats_text('a role', 'Write its ARN, like arn:aws:iam::123456789012:role/NAME, or its name.', /^(arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@-]{1,64})$/);
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
const loadBalancerName = formats_text('a name that Elastic Load Balancing takes', 'Use up to 32 letters, digits and hyphens, no hyphen at either end, and do not begin with "internal-".', /^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/);
/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
const securityGroupName = formats_text('a security group name', 'Use up to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, and do not begin with "sg-".', /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/);
/** Auto Scaling groups and launch templates: ASCII without the characters that either of them refuses. */
const groupName = formats_text('a name that EC2 takes', 'Use 3 to 128 letters, digits and -_./().', /^[\w./()-]{3,128}$/);
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html */
const capacityProviderName = formats_text('a capacity provider name', 'Use letters, digits, hyphens and underscores, and do not begin with "aws", "ecs" or "fargate".', /^(?!aws|ecs|fargate)[\w-]{1,255}$/i);
const cidrBlock = formats_text('an IPv4 CIDR block', 'Write it like 10.0.0.0/16.', /^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)\/(3[0-2]|[12]?\d)$/);
const subnetId = formats_text('a subnet id', 'Write it like subnet-0123456789abcdef0.', /^subnet-[0-9a-f]{8,17}$/);
/** Status codes that an answer may have: some, ranges of them, or both. */
const statusCodes = formats_text('a set of HTTP status codes', 'Write it in quotes like "200", "200-299" or "200,204".', /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/);
const urlPath = formats_text('a path', 'Begin it with "/".', /^\/\S{0,1023}$/);
const port = schemas/* int */.Whr().min(1).max(65535);
const tags = schemas/* record */.g1P(formats_text('a tag key', 'Use up to 128 characters, and do not begin with "aws:".', /^(?!aws:).{1,128}$/i), formats_text('a tag value', 'Use up to 256 characters.', /^.{0,256}$/));

;// CONCATENATED MODULE: ./build/config/schema/lifecycle-hook-file.js



const functionArn = formats_text('the ARN of a Lambda function', 'Write it like arn:aws:lambda:ap-northeast-1:123456789012:function:NAME.', /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w:$-]+$/);
const timeout = schemas/* strictObject */.rej({
    timeoutInMinutes: schemas/* int */.Whr().min(1).default(1440).meta({ description: 'Minutes that ECS waits for the hook.' }),
    action: awsEnum('DeploymentLifecycleHookAction')
        .default('ROLLBACK')
        .meta({ description: 'What ECS does after this time.' }),
})
    .optional()
    .meta({ description: 'How long ECS waits for the hook.', 'x-default': '1440 minutes, then `ROLLBACK`' });
const hook = schemas/* strictObject */.rej({
    targetType: awsEnum('DeploymentLifecycleHookTargetType').default('AWS_LAMBDA').meta({
        description: '`AWS_LAMBDA` invokes a function, `PAUSE` waits for an answer (`mode: continue` of deploy-service).',
    }),
    hookTargetArn: functionArn.optional().meta({ description: 'The function to invoke, with `AWS_LAMBDA`.' }),
    roleArn: roleArn.optional().meta({
        description: 'Role that lets ECS invoke the function.',
        'x-default': '`roles.hook`',
    }),
    lifecycleStages: schemas/* array */.YOg(awsEnum('DeploymentLifecycleHookStage'))
        .min(1)
        .meta({ description: 'Stages of the deployment at which it runs.' }),
    hookDetails: anyJson.optional().meta({ description: 'What ECS passes on to the function.' }),
    timeoutConfiguration: timeout,
});
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html */
const lifecycleHooksFile = schemas/* array */.YOg(hook).optional().meta({
    description: 'Functions to run, or pauses, between the stages of a deployment that shifts traffic.',
    'x-default': 'none',
});

;// CONCATENATED MODULE: ./build/config/schema/traffic-shift-file.js

/** A day: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html */
const LONGEST_MINUTES = 1440;
const minutes = schemas/* int */.Whr().min(0).max(LONGEST_MINUTES);
const DEFAULT_BAKE_MINUTES = 5;
const bakeTimeFile = minutes.optional().meta({
    description: 'Minutes that the old tasks stay after all traffic is shifted, ready to take it back.',
    'x-default': `${DEFAULT_BAKE_MINUTES} with a strategy that shifts traffic`,
});
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html */
const linearFile = schemas/* strictObject */.rej({
    stepPercent: schemas/* number */.aig()
        .min(3)
        .max(100)
        .multipleOf(0.1)
        .default(10)
        .meta({ description: 'Percentage of the traffic that each step shifts.' }),
    stepBakeTimeInMinutes: minutes.default(6).meta({ description: 'Minutes between two steps.' }),
})
    .prefault({})
    .meta({ description: 'How LINEAR shifts traffic.' });
const canaryFile = schemas/* strictObject */.rej({
    canaryPercent: schemas/* number */.aig()
        .min(0.1)
        .max(100)
        .multipleOf(0.1)
        .default(5)
        .meta({ description: 'Percentage of the traffic that the new tasks get at first.' }),
    canaryBakeTimeInMinutes: minutes.default(10).meta({ description: 'Minutes until they get all of it.' }),
})
    .prefault({})
    .meta({ description: 'How CANARY shifts traffic.' });

;// CONCATENATED MODULE: ./build/config/schema/deployment-configuration-file.js





const threshold = schemas/* strictObject */.rej({
    type: awsEnum('ThresholdType').meta({ description: 'What `value` counts.' }),
    value: schemas/* int */.Whr().min(1).meta({ description: 'Failed tasks, or their percentage of the desired count.' }),
})
    .default({ type: 'COUNT', value: 3 })
    .meta({ description: 'How many failed tasks end the deployment.' });
const circuitBreaker = schemas/* strictObject */.rej({
    enable: schemas/* boolean */.zMY().default(true).meta({ description: 'Whether failing tasks end the deployment.' }),
    rollback: schemas/* boolean */.zMY()
        .default(true)
        .meta({ description: 'Whether ECS then rolls back to the last successful deployment.' }),
    resetOnHealthyTask: schemas/* boolean */.zMY()
        .default(true)
        .meta({ description: 'Whether a healthy task starts the count again.' }),
    thresholdConfiguration: threshold,
})
    .prefault({})
    .meta({ description: 'How ECS gives up on a deployment.' });
const earlySuccess = schemas/* strictObject */.rej({
    enable: schemas/* boolean */.zMY()
        .default(true)
        .meta({ description: 'Whether a deployment can succeed before old tasks are gone.' }),
    healthyPercent: schemas/* int */.Whr()
        .min(0)
        .max(100)
        .default(100)
        .meta({ description: 'Percentage of new tasks that must be healthy.' }),
    sourceServiceRevisionCleanup: awsEnum('ServiceRevisionCleanup')
        .default('DEFERRED')
        .meta({ description: 'Whether old tasks drain before the deployment succeeds, or after.' }),
})
    .prefault({})
    .meta({ description: 'When a rolling deployment counts as done.' });
const alarms = schemas/* strictObject */.rej({
    alarmNames: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).meta({ description: 'Alarms; any one of them ends the deployment.' }),
    enable: schemas/* boolean */.zMY().default(true).meta({ description: 'Whether they are watched.' }),
    rollback: schemas/* boolean */.zMY()
        .default(true)
        .meta({ description: 'Whether ECS then rolls back to the last successful deployment.' }),
})
    .optional()
    .meta({ description: 'Alarms that are watched during a deployment.', 'x-default': 'none' });
/** `deploymentConfiguration` of service.yaml: ECS's own, with our defaults. */
const deploymentConfigurationFile = schemas/* strictObject */.rej({
    ...awsMembers('DeploymentConfiguration'),
    strategy: awsEnum('DeploymentStrategy').default('ROLLING').meta({ description: 'How new tasks replace old ones.' }),
    minimumHealthyPercent: schemas/* int */.Whr()
        .min(0)
        .max(100)
        .default(rollout_bounds/* DEFAULT_PERCENTS */.$P.minimumHealthyPercent)
        .meta({ description: 'Percentage of the desired count that stays healthy.' }),
    maximumPercent: schemas/* int */.Whr()
        .min(0)
        .default(rollout_bounds/* DEFAULT_PERCENTS */.$P.maximumPercent)
        .meta({ description: 'Percentage of the desired count that may run at once.' }),
    deploymentCircuitBreaker: circuitBreaker,
    earlySuccessCriteria: earlySuccess,
    alarms,
    bakeTimeInMinutes: bakeTimeFile,
    linearConfiguration: linearFile,
    canaryConfiguration: canaryFile,
    lifecycleHooks: lifecycleHooksFile,
})
    .prefault({})
    .meta({
    description: 'How deployments are done. Always sent completely, since AWS does not document what ECS does with keys that are left out.',
});
/** Whether ECS moves traffic from one target group to another, instead of replacing the tasks of one. */
function shiftsTraffic({ strategy }) {
    return strategy !== 'ROLLING';
}

;// CONCATENATED MODULE: ./build/config/checks/rollout.js




const rollout_PATH = ['deploymentConfiguration'];
/** Whether a deployment can go on and end at all. */
function checkRollout(service, cluster) {
    if (isDoubtful(service.file, rollout_PATH))
        return [];
    return [...checkProgress(service), ...checkAlarms(service, cluster), ...checkEarlySuccess(service)];
}
/** Where the bounds meet, ECS can neither start nor stop a task. */
function checkProgress({ file, service }) {
    const configuration = file.value.deploymentConfiguration;
    // All new tasks start beside the old ones before any traffic moves.
    if (shiftsTraffic(configuration))
        return [];
    const least = Math.max(1, service.scaling?.minCapacity ?? service.desiredCount);
    const most = service.scaling?.maxCapacity ?? service.desiredCount;
    for (let count = least; count <= most; count++) {
        const { floor, ceiling } = (0,rollout_bounds/* taskBounds */.$t)(count, configuration);
        if (floor < ceiling)
            continue;
        const tasks = (0,model_text/* counted */.h)(count, 'task');
        const message = `With ${tasks} a rollout could not start: at least ${floor} must stay healthy, at most ${ceiling} may run.`;
        const stated = ['maximumPercent', 'minimumHealthyPercent'].find((key) => `${rollout_PATH[0]}/${key}` in file.values);
        const hint = `Raise maximumPercent to ${Math.ceil(((floor + 1) * 100) / count)}, or lower minimumHealthyPercent.`;
        return problemAt(file, stated ? [...rollout_PATH, stated] : rollout_PATH, message, hint);
    }
    return [];
}
/**
 * ECS ignores all alarms of a deployment that starts while one of them fires, and a scale-in alarm fires whenever it is
 * calm.
 */
function checkAlarms({ file }, { services }) {
    const scaleIn = services.flatMap(({ service }) => service.scaling?.steps?.scaleIn.alarmName ?? []);
    return (file.value.deploymentConfiguration.alarms?.alarmNames ?? []).flatMap((name, index) => {
        if (!scaleIn.includes(name))
            return [];
        const message = `"${name}" is a scale-in alarm: it fires at low load, and ECS then ignores every alarm.`;
        return problemAt(file, [...rollout_PATH, 'alarms', 'alarmNames', index], message, 'Use alarms on errors instead, such as 5xx responses.');
    });
}
function checkEarlySuccess({ file }) {
    const { strategy, minimumHealthyPercent, earlySuccessCriteria } = file.value.deploymentConfiguration;
    const path = [...rollout_PATH, 'earlySuccessCriteria'];
    const stated = path.join('/') in file.values;
    if (shiftsTraffic({ strategy })) {
        const message = `earlySuccessCriteria cannot be used with "strategy: ${strategy}".`;
        return stated ? problemAt(file, path, message, 'Remove it: only a rolling deployment has it.') : [];
    }
    const { enable, healthyPercent } = earlySuccessCriteria;
    if (!enable || healthyPercent >= minimumHealthyPercent)
        return [];
    const message = `healthyPercent is ${healthyPercent}, below minimumHealthyPercent, ${minimumHealthyPercent}.`;
    return problemAt(file, [...path, 'healthyPercent'], message, `Give at least ${minimumHealthyPercent}.`);
}

;// CONCATENATED MODULE: ./build/config/checks/scaling.js

const scaling_RULES = [
    ({ minCapacity, maxCapacity }) => minCapacity > maxCapacity && [
        ['scaling', 'minCapacity'],
        `scaling.minCapacity is ${minCapacity}, more than maxCapacity, ${maxCapacity}.`,
        'Lower minCapacity, or raise maxCapacity.',
    ],
    ({ minCapacity, maxCapacity, desiredCount = minCapacity }) => minCapacity <= maxCapacity &&
        (desiredCount < minCapacity || desiredCount > maxCapacity) && [
        ['desiredCount'],
        `desiredCount is ${desiredCount}, but scaling keeps it between ${minCapacity} and ${maxCapacity}.`,
        'Set it between them, or remove it: the default is minCapacity.',
    ],
    ({ scaleOut, scaleIn }) => scaleOut !== undefined &&
        scaleIn === undefined && [
        ['scaling', 'scaleIn'],
        'scaling has scaleOut, but no scaleIn: tasks would only ever be added.',
        'Add "scaleIn:" with a threshold.',
    ],
    ({ scaleOut, scaleIn }) => scaleIn !== undefined &&
        scaleOut === undefined && [
        ['scaling', 'scaleOut'],
        'scaling has scaleIn, but no scaleOut: tasks would only ever be removed.',
        'Add "scaleOut:" with a threshold.',
    ],
    ({ scaleOut, scaleIn }) => scaleOut !== undefined &&
        scaleIn !== undefined &&
        scaleOut.metricName === scaleIn.metricName &&
        scaleIn.threshold >= scaleOut.threshold && [
        ['scaling', 'scaleIn', 'threshold'],
        `scaleIn's threshold, ${scaleIn.threshold}, is not below scaleOut's, ${scaleOut.threshold}.`,
        'Leave room between them, or tasks are added and removed endlessly.',
    ],
    ({ policyNames, targetTracking: { length: trackingCount } }) => {
        const again = policyNames.findIndex((name, index) => policyNames.indexOf(name) < index);
        return (again >= 0 && [
            again < trackingCount
                ? ['scaling', 'targetTracking', again, 'policyName']
                : ['scaling', 'predictive', again - trackingCount, 'policyName'],
            `Another policy is already named "${policyNames[again]}".`,
            'Give each policy its own policyName.',
        ]);
    },
];
/** Bounds in order, alarms in pairs and apart. */
function checkScaling({ file, service }) {
    const { scaling, desiredCount } = file.value;
    if (!scaling)
        return [];
    const { targetTracking = [], predictive = [] } = service.scaling ?? {};
    const policyNames = [...targetTracking, ...predictive].map(({ policyName }) => policyName);
    return applyRules(scaling_RULES, { ...scaling, desiredCount, policyNames }, file, []);
}

;// CONCATENATED MODULE: ./build/config/checks/scheduled-tasks.js

/** A target starts tasks of one service: two that name it would take it from each other. */
function checkScheduledTasks({ services }) {
    const named = services.flatMap((service) => service.service.scheduledTasks.map((task, index) => ({ ...task, service, index })));
    return named.flatMap(({ rule, targetId, service, index }, position) => {
        const earlier = named
            .slice(0, position)
            .find((other) => other.rule === rule && (!other.targetId || !targetId || other.targetId === targetId));
        if (!earlier)
            return [];
        const path = ['scheduledTasks', index];
        const message = `Rule ${rule} is already named by service ${earlier.service.name}.`;
        const hint = 'Name it only once, or add a targetId in both places.';
        return problemAt(service.file, path, message, hint);
    });
}

;// CONCATENATED MODULE: ./build/config/checks/secret-likeness.js
/** Last words of names whose values are secrets by themselves. */
const SECRET_WORDS = [
    'password',
    'passwd',
    'passphrase',
    'pwd',
    'secret',
    'token',
    'apikey',
    'credential',
    'credentials',
];
/** What a name that ends in "key" must hold besides, since most keys are not secret: CACHE_KEY, PARTITION_KEY. */
const SECRET_KEYS = [
    'api',
    'secret',
    'private',
    'access',
    'encryption',
    'signing',
    'master',
    'auth',
    'license',
    'app',
    'session',
];
const PUBLIC_WORDS = ['public', 'publishable', 'csrf', 'xsrf'];
/** Values that are secrets under any name. */
const SECRET_FORMS = [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
    /\bgh[pousr]_[A-Za-z0-9]{36}/,
    /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
    /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@$]+@/i,
];
/** Values that are plainly none: nothing, a switch, a number, a reference, a path, an address. */
const PLAIN_FORMS = [
    /^$/,
    /^(?:true|false|yes|no|on|off|none|null)$/i,
    /^\d{1,6}$/,
    /^arn:/,
    /^\$\{[^}]*\}$|^\$[A-Z_]+$|^\{\{.*\}\}$/,
    /^\.{0,2}\/[\w./-]*$/,
    /^https?:\/\/[^@]*$/,
    /-----BEGIN (?:PUBLIC KEY|CERTIFICATE)-----|^ssh-(?:rsa|ed25519) /,
];
/**
 * Whether a variable seems to hold a secret. What counts in a name is its last word: TOKEN_TTL_SECONDS, PASSWORD_FILE
 * and SECRET_ARN say something about a secret, DB_PASSWORD is one.
 */
function looksSecret(name, value) {
    if (SECRET_FORMS.some((form) => form.test(value)))
        return true;
    return hasSecretName(name) && !PLAIN_FORMS.some((form) => form.test(value.trim()));
}
function hasSecretName(name) {
    const words = name
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '');
    const last = words.at(-1) ?? '';
    if (words.some((word) => PUBLIC_WORDS.includes(word)))
        return false;
    if (last === 'pwd')
        return words.length > 1;
    if (last === 'key')
        return words.some((word) => SECRET_KEYS.includes(word));
    return SECRET_WORDS.some((word) => last.endsWith(word));
}

;// CONCATENATED MODULE: ./build/config/checks/secrets.js



/** Values that anyone who reads the repository or the task definition would see. */
function checkSecrets({ file, taskFile }) {
    const overrides = file.value.beforeDeployment?.containerOverrides ?? [];
    const literals = [
        ...taskFile.value.containerDefinitions.flatMap((container, index) => literalsOf(container, taskFile, ['containerDefinitions', index])),
        ...overrides.flatMap((container, index) => literalsOf(container, file, ['beforeDeployment', 'containerOverrides', index])),
    ];
    const allowed = file.value.notSecret;
    const secrets = literals.filter(({ name, value }) => !allowed.includes(name) && looksSecret(name, value));
    const names = literals.map(({ name }) => name);
    const idle = isDoubtful(taskFile, ['containerDefinitions']) ? [] : allowed.filter((name) => !names.includes(name));
    return [
        ...secrets.flatMap(({ name, file: at, path, instead }) => problemAt(at, path, `${name} looks like a secret, and its value is written here.`, `Move it to Secrets Manager or a SecureString parameter and refer to it in ${instead}, with an executionRoleArn that may read it and that TaskRoles of the identity stack names; if it is not a secret, add ${name} to notSecret in service.yaml.`)),
        ...idle.flatMap((name) => {
            const message = `No container has a variable or log option "${name}".`;
            return problemAt(file, ['notSecret', allowed.indexOf(name)], message, didYouMean(name, names, 'Remove it.'));
        }),
    ];
}
function literalsOf({ environment = [], logConfiguration }, file, path) {
    return [
        ...environment.map(({ name, value = '' }, index) => ({
            name,
            value,
            file,
            path: [...path, 'environment', index, 'value'],
            instead: '"secrets: [{ name, valueFrom }]"',
        })),
        ...Object.entries(logConfiguration?.options ?? {}).map(([name, value]) => ({
            name,
            value,
            file,
            path: [...path, 'logConfiguration', 'options', name],
            instead: '"secretOptions: [{ name, valueFrom }]"',
        })),
    ];
}

// EXTERNAL MODULE: ./build/model/strategy.js
var strategy = __webpack_require__(7669);
;// CONCATENATED MODULE: ./build/config/checks/settings.js



/** Members of CreateService that exclude each other, and those that nothing here can carry out. */
const settings_RULES = [
    ({ stated }) => stated('launchType') &&
        stated('capacityProviderStrategy') && [
        ['launchType'],
        'launchType and capacityProviderStrategy cannot be used together.',
        'Remove launchType: the capacity providers decide.',
    ],
    ({ settings }) => (0,strategy/* isDaemon */.Hv)(settings) && [
        ['schedulingStrategy'],
        'Daemon services are not supported.',
        'Remove it, and set desiredCount.',
    ],
    ({ settings }) => /CODE_DEPLOY|EXTERNAL/.test(JSON.stringify(settings['deploymentController'] ?? '')) && [
        ['deploymentController'],
        'Only the deployment controller ECS is supported.',
        'Remove deploymentController.',
    ],
    ({ stated, isBalanced }) => stated('healthCheckGracePeriodSeconds') &&
        !isBalanced && [
        ['healthCheckGracePeriodSeconds'],
        'healthCheckGracePeriodSeconds needs a load balancer.',
        'Remove it, or add "loadBalancers:".',
    ],
    ({ settings, hasTaskRole }) => settings['enableExecuteCommand'] === true &&
        !hasTaskRole && [
        ['enableExecuteCommand'],
        'enableExecuteCommand needs a task role.',
        'Add "taskRoleArn: …" to task-definition.yaml: a role that may open channels of Session Manager.',
    ],
    ({ settings, stated, maximumPercent }) => stated('availabilityZoneRebalancing') &&
        settings['availabilityZoneRebalancing'] === 'ENABLED' &&
        maximumPercent <= 100 && [
        ['availabilityZoneRebalancing'],
        'Rebalancing needs a maximumPercent above 100.',
        'Raise it, or remove this key.',
    ],
    ({ settings, stated }) => stated('availabilityZoneRebalancing') &&
        settings['availabilityZoneRebalancing'] === 'ENABLED' &&
        !spreadsOverZonesFirst(settings) && [
        ['placementStrategy'],
        'With rebalancing, tasks are spread over zones first.',
        'Put "{ type: spread, field: attribute:ecs.availability-zone }" first.',
    ],
];
function checkSettings({ file, taskFile, service }) {
    const { maximumPercent } = file.value.deploymentConfiguration;
    const stated = (key) => key in file.values;
    const draft = {
        settings: service.settings,
        stated,
        maximumPercent,
        isBalanced: file.value.loadBalancers.length > 0 || isDoubtful(file, ['loadBalancers']),
        hasTaskRole: taskFile.value.taskRoleArn !== undefined || isDoubtful(taskFile, ['taskRoleArn']),
    };
    return applyRules(settings_RULES, draft, file, []);
}
function spreadsOverZonesFirst({ placementStrategy }) {
    if (!Array.isArray(placementStrategy) || placementStrategy.length === 0)
        return true;
    return JSON.stringify(placementStrategy[0]).includes('ecs.availability-zone');
}

;// CONCATENATED MODULE: ./build/config/checks/step-adjustments.js

/** Adjustments of an alarm's step: stated once, and their ranges beside each other without gap or overlap. */
function checkStepAdjustments({ file }) {
    const { scaleOut, scaleIn } = file.value.scaling ?? {};
    return Object.entries({ scaleOut, scaleIn }).flatMap(([key, step]) => {
        if (!step)
            return [];
        const isStated = `scaling/${key}/scalingAdjustment` in file.values;
        return problemsOf(step, isStated).flatMap(([below, message, hint]) => problemAt(file, ['scaling', key, ...below], message, hint));
    });
}
function problemsOf(step, isStated) {
    const { stepAdjustments, adjustmentType, minAdjustmentMagnitude } = step;
    return [
        ...(stepAdjustments && isStated
            ? [problem(['scalingAdjustment'], 'scalingAdjustment and stepAdjustments are both given.', 'Keep one of them.')]
            : []),
        ...(minAdjustmentMagnitude !== undefined && adjustmentType !== 'PercentChangeInCapacity'
            ? [
                problem(['minAdjustmentMagnitude'], `minAdjustmentMagnitude cannot be used with ${adjustmentType}.`, 'Remove it, or write "adjustmentType: PercentChangeInCapacity".'),
            ]
            : []),
        ...rangeProblems(stepAdjustments ?? []),
    ];
}
function rangeProblems(adjustments) {
    const ranges = adjustments
        .map(({ metricIntervalLowerBound: lower, metricIntervalUpperBound: upper }, index) => ({
        index,
        low: lower ?? Number.NEGATIVE_INFINITY,
        high: upper ?? Number.POSITIVE_INFINITY,
        isOpen: lower === undefined && upper === undefined,
    }))
        .toSorted((a, b) => a.low - b.low);
    return ranges.flatMap(({ index, low, high, isOpen }, place) => {
        const before = ranges[place - 1];
        const at = ['stepAdjustments', index];
        if (isOpen)
            return [problem(at, 'This range has no bound.', 'Give it metricIntervalLowerBound or metricIntervalUpperBound.')];
        if (low >= high)
            return [problem(at, `This range begins at ${low} and ends at ${high}.`, 'Put the lower bound below the upper.')];
        if (before && before.high !== low) {
            const what = before.high > low ? 'overlap' : 'leave a gap';
            return [
                problem(at, `Two ranges ${what}: one ends at ${before.high}, this one begins at ${low}.`, 'Let each range begin where the one before ends.'),
            ];
        }
        return [];
    });
}
function problem(path, message, hint) {
    return [path, message, hint];
}

;// CONCATENATED MODULE: ./build/config/checks/target-group-attributes.js


const DELAY = 'deregistration_delay.timeout_seconds';
/**
 * Of target groups behind an Application Load Balancer:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
const ATTRIBUTES = [
    'load_balancing.algorithm.anomaly_mitigation',
    'load_balancing.algorithm.type',
    'load_balancing.cross_zone.enabled',
    'slow_start.duration_seconds',
    'stickiness.app_cookie.cookie_name',
    'stickiness.app_cookie.duration_seconds',
    'stickiness.enabled',
    'stickiness.lb_cookie.duration_seconds',
    'stickiness.type',
    'target_group_health.dns_failover.minimum_healthy_targets.count',
    'target_group_health.dns_failover.minimum_healthy_targets.percentage',
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count',
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage',
];
function checkTargetGroupAttributes({ file }) {
    return file.value.loadBalancers.flatMap(({ targetGroup }, index) => Object.keys(targetGroup.attributes).flatMap((name) => {
        const path = ['loadBalancers', index, 'targetGroup', 'attributes', name];
        if (name === DELAY)
            return problemAt(file, path, `${DELAY} has its own key.`, 'Write "deregistrationDelaySeconds: …" instead.');
        if (ATTRIBUTES.includes(name))
            return [];
        const message = `A target group has no attribute "${name}".`;
        return problemAt(file, path, message, didYouMean(name, ATTRIBUTES, 'Remove it.'));
    }));
}

;// CONCATENATED MODULE: ./build/config/checks/target-tracking.js


const KEY = 'predefinedMetricType';
/** Whether there can be such a metric at all: AWS takes the policy without it, and then nothing scales. */
function checkTargetTracking({ file, service }) {
    const { scaling, loadBalancers, deploymentConfiguration } = file.value;
    return (scaling?.targetTracking ?? []).flatMap(({ predefinedMetricType }, index) => {
        const found = target_tracking_problemOf(predefinedMetricType, {
            isMonitored: service.settings['monitoring'] !== undefined,
            isBalanced: loadBalancers.length > 0,
            shifts: shiftsTraffic(deploymentConfiguration),
        });
        if (!found)
            return [];
        const [below, message, hint] = found;
        return problemAt(file, ['scaling', 'targetTracking', index, ...below], message, hint);
    });
}
function target_tracking_problemOf(metric, { isMonitored, isBalanced, shifts }) {
    if (metric.endsWith('HighResolution') && !isMonitored)
        return [[KEY], `ECS publishes ${metric} only with "monitoring".`, 'Add "monitoring:", or drop HighResolution.'];
    if (metric !== 'ALBRequestCountPerTarget')
        return undefined;
    if (!isBalanced)
        return [[KEY], `${metric} needs a target group, and the service has none.`, 'Add "loadBalancers:".'];
    if (shifts)
        return [
            [KEY],
            `${metric} counts requests of one target group, and traffic shifts between two.`,
            'Track CPU or memory, or write "strategy: ROLLING".',
        ];
    return undefined;
}

;// CONCATENATED MODULE: ./build/config/schema/placement-constraints-file.js


/** Constraints of a service or of a task definition, whose kinds differ: ECS takes at most ten. */
function placementConstraintsFile(structure) {
    return schemas/* array */.YOg(schemas/* strictObject */.rej({
        ...awsMembers(structure),
        type: awsEnum(`${structure}Type`).optional(),
        expression: schemas/* string */.YjP().optional(),
    }))
        .max(10)
        .optional()
        .meta({ description: awsDocumentation(structure) });
}

;// CONCATENATED MODULE: ./build/config/schema/service-settings-file.js




/** Members of CreateService that come from elsewhere, and where from. */
const RESERVED_MEMBERS = {
    serviceName: 'Remove it: the service has the name of its folder.',
    cluster: 'Remove it: the service belongs to the cluster in whose folder it is.',
    taskDefinition: 'Remove it: task-definition.yaml beside this file describes it.',
    clientToken: 'Remove it: each call has its own.',
    role: "Remove it: ECS's service-linked role does this, and a role passed here ties the service to it forever.",
};
/** What service.yaml says in its own way. */
const OWN_MEMBERS = ['desiredCount', 'loadBalancers', 'tags'];
/** What service.yaml takes from CreateService as it is, with our defaults. */
const SERVICE_SETTINGS = {
    ...awsMembers('CreateServiceRequest', [...OWN_MEMBERS, ...Object.keys(RESERVED_MEMBERS)]),
    deploymentConfiguration: deploymentConfigurationFile,
    enableECSManagedTags: schemas/* boolean */.zMY()
        .default(true)
        .meta({ description: 'Whether ECS tags tasks with cluster and service.' }),
    propagateTags: schemas/* enum */.k5n(['SERVICE', 'TASK_DEFINITION', 'NONE'])
        .default('SERVICE')
        .meta({ description: 'Where tasks get their tags from.' }),
    healthCheckGracePeriodSeconds: schemas/* int */.Whr().min(0).max(2_147_483_647).optional().meta({
        description: 'Seconds that a new task may fail health checks: what the application needs to start.',
        'x-default': '30 with `loadBalancers`',
    }),
    availabilityZoneRebalancing: schemas/* enum */.k5n(['ENABLED', 'DISABLED']).optional().meta({
        description: 'Whether ECS moves tasks to keep the zones even.',
        'x-default': '`ENABLED` where the placement and `maximumPercent` allow it',
    }),
    launchType: awsEnum('LaunchType').optional().meta({
        description: 'Where the tasks run, instead of `capacityProviderStrategy`.',
        'x-default': 'none: the capacity provider decides',
    }),
    enableExecuteCommand: schemas/* boolean */.zMY()
        .optional()
        .meta({ description: 'Whether commands can be run in containers; needs `taskRoleArn`.', 'x-default': 'false' }),
    placementConstraints: placementConstraintsFile('PlacementConstraint'),
    placementStrategy: awsMembers('CreateServiceRequest')['placementStrategy']?.meta({
        description: 'How tasks are spread over instances.',
        'x-default': 'spread over zones, then over instances',
    }),
    capacityProviderStrategy: awsMembers('CreateServiceRequest')['capacityProviderStrategy']?.meta({
        description: 'Capacity that the tasks are placed on.',
        'x-default': "the cluster's capacity provider, unless `launchType` is given",
    }),
};

;// CONCATENATED MODULE: ./build/config/assembly/settings.js



const SPREAD = [
    { type: 'spread', field: 'attribute:ecs.availability-zone' },
    { type: 'spread', field: 'instanceId' },
];
/** The members of CreateService that the file states, and the defaults that depend on others of them. */
function buildSettings({ value, values }, cluster) {
    // The schema lets nothing through that is not JSON; only its types do not say so.
    const stated = Object.fromEntries(Object.entries(value).filter(([key, member]) => key in SERVICE_SETTINGS && member !== undefined));
    const withCapacity = { ...capacityProvider(stated, cluster), ...stated };
    const withPlacement = {
        ...(runsOnInstances(withCapacity) && { placementStrategy: SPREAD }),
        ...withCapacity,
    };
    return {
        ...(value.loadBalancers.length > 0 && { healthCheckGracePeriodSeconds: 30 }),
        availabilityZoneRebalancing: canRebalance(withPlacement, value.deploymentConfiguration) ? 'ENABLED' : 'DISABLED',
        ...withPlacement,
        deploymentConfiguration: buildDeploymentConfiguration(value.deploymentConfiguration, values),
    };
}
function capacityProvider(stated, cluster) {
    if (stated['launchType'] !== undefined)
        return {};
    const { capacityProviderName } = cluster.capacity;
    return { capacityProviderStrategy: [{ capacityProvider: capacityProviderName, weight: 1, base: 0 }] };
}
/** Elsewhere is Fargate, which takes no placement strategy. */
function runsOnInstances(settings) {
    if (settings['launchType'] !== undefined)
        return settings['launchType'] === 'EC2';
    return !JSON.stringify(settings['capacityProviderStrategy'] ?? '').includes('"FARGATE');
}
/**
 * ECS refuses rebalancing where tasks are not spread over zones first, and where there is no room to start one more.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
 */
function canRebalance(settings, { maximumPercent }) {
    const strategy = settings['placementStrategy'];
    const first = Array.isArray(strategy) ? JSON.stringify(strategy[0] ?? SPREAD[0]) : JSON.stringify(SPREAD[0]);
    return maximumPercent > 100 && first.includes('ecs.availability-zone');
}
/** Whole, but without what ECS refuses with another strategy, and without what a disabled part leaves meaningless. */
function buildDeploymentConfiguration({ earlySuccessCriteria, deploymentCircuitBreaker, linearConfiguration, canaryConfiguration, ...rest }, values) {
    const rolling = !shiftsTraffic(rest);
    const breaks = rolling || 'deploymentConfiguration/deploymentCircuitBreaker' in values;
    const given = Object.fromEntries(Object.entries(rest).filter(([, member]) => member !== undefined));
    return {
        ...(!rolling && { bakeTimeInMinutes: DEFAULT_BAKE_MINUTES }),
        ...given,
        ...(rest.strategy === 'LINEAR' && { linearConfiguration }),
        ...(rest.strategy === 'CANARY' && { canaryConfiguration }),
        ...(breaks && {
            deploymentCircuitBreaker: deploymentCircuitBreaker.enable
                ? deploymentCircuitBreaker
                : { enable: false, rollback: false },
        }),
        ...(rolling && {
            earlySuccessCriteria: earlySuccessCriteria.enable ? earlySuccessCriteria : { enable: false },
        }),
    };
}

;// CONCATENATED MODULE: ./build/config/checks/task-network.js



const task_network_PATH = ['networkConfiguration', 'awsvpcConfiguration'];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
const MOST = { subnets: 16, securityGroups: 5 };
/** What ECS refuses of the network in which tasks get interfaces of their own. */
function checkTaskNetwork({ file, service }) {
    const network = networkOf(service.settings);
    const tooMany = ['subnets', 'securityGroups'].flatMap((member) => {
        const given = network[member];
        if (!(0,json/* isList */.Lv)(given) || given.length <= MOST[member])
            return [];
        return problemAt(file, [...task_network_PATH, member], `ECS takes at most ${MOST[member]} ${member}.`, 'Remove some.');
    });
    if (network['assignPublicIp'] !== 'ENABLED' || !runsOnInstances(service.settings))
        return tooMany;
    const message = 'A task on an instance cannot have a public address.';
    const hint = 'Remove assignPublicIp; tasks that need the internet reach it by a NAT gateway.';
    return [...tooMany, ...problemAt(file, [...task_network_PATH, 'assignPublicIp'], message, hint)];
}
/** Its own interface is in the VPC's default group then, which admits its own members only. */
function warnOfDefaultGroup({ file, service }) {
    const network = networkOf(service.settings);
    const groups = network['securityGroups'];
    if (network['subnets'] === undefined || ((0,json/* isList */.Lv)(groups) && groups.length > 0))
        return [];
    const ports = [...new Set(service.loadBalancers.map(({ containerPort }) => containerPort))];
    if (ports.length === 0)
        return [];
    const message = "Without securityGroups the VPC's default group decides who reaches the tasks; as AWS creates it, it does not let the load balancer in.";
    const hint = `Name a group that lets the load balancer's group in at port ${ports.join(', ')}.`;
    return problemAt(file, task_network_PATH, message, hint);
}
const networkOf = ({ networkConfiguration }) => (0,json/* objectOf */.Xy)((0,json/* objectOf */.Xy)(networkConfiguration)['awsvpcConfiguration']);

;// CONCATENATED MODULE: ./build/config/checks/task-size.js


/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const LONGEST_BYTES = 65_536;
const task_size_RULES = [
    ({ cpu }) => cpu !== undefined &&
        cpuUnits(cpu) === undefined && [
        ['cpu'],
        `cpu is "${cpu}", which is not a number of CPU units.`,
        'Write units, "256", or vCPUs, ".25 vCPU".',
    ],
    ({ memory }) => memory !== undefined &&
        memoryMiB(memory) === undefined && [
        ['memory'],
        `memory is "${memory}", which is not an amount of memory.`,
        'Write MiB, "512", or "0.5 GB".',
    ],
    ({ cpu, containerDefinitions }) => {
        const units = cpuUnits(cpu ?? '');
        const reserved = sum(containerDefinitions.map((container) => container.cpu ?? 0));
        return (units !== undefined &&
            reserved > units && [
            ['cpu'],
            `cpu is ${units} units, but the containers together reserve ${reserved}.`,
            `Write "${reserved}" or more, or lower cpu of a container.`,
        ]);
    },
    ({ memory, containerDefinitions }) => {
        const size = memoryMiB(memory ?? '') ?? Number.POSITIVE_INFINITY;
        const index = containerDefinitions.findIndex((container) => (container.memory ?? 0) > size);
        const { name, memory: own } = containerDefinitions[index] ?? {};
        return (index >= 0 && [
            ['containerDefinitions', index, 'memory'],
            `Container "${name}" has ${own} MiB of memory, and its task ${size}.`,
            'Raise memory of the task, or lower that of the container.',
        ]);
    },
    ({ memory, containerDefinitions }) => {
        const size = memoryMiB(memory ?? '') ?? Number.POSITIVE_INFINITY;
        const reserved = sum(containerDefinitions.map((container) => container.memoryReservation ?? container.memory ?? 0));
        const isEachSmaller = containerDefinitions.every((container) => (container.memory ?? 0) <= size);
        return (reserved > size &&
            isEachSmaller && [
            ['memory'],
            `memory is ${size} MiB, but the containers together reserve ${reserved}.`,
            `Write "${reserved}" or more, or lower memory of a container.`,
        ]);
    },
    (definition) => {
        const bytes = new TextEncoder().encode(JSON.stringify(definition)).length;
        return (bytes > LONGEST_BYTES && [
            [],
            `This task definition has ${bytes} bytes of JSON, more than ${LONGEST_BYTES}.`,
            'Move long values out of it, e.g. to Parameter Store.',
        ]);
    },
];
/** The size of the task against those of its containers, and the size of the definition itself. */
function checkTaskSize({ taskFile }) {
    if (isDoubtful(taskFile, ['containerDefinitions']))
        return [];
    return applyRules(task_size_RULES, taskFile.value, taskFile, []);
}
function cpuUnits(text) {
    return quantity(text, /^\s*([\d.]+)\s*vcpu\s*$/i);
}
function memoryMiB(text) {
    return quantity(text, /^\s*([\d.]+)\s*gb\s*$/i);
}
/** A number, or one in a unit that is 1024 times as large. */
function quantity(text, inLargeUnits) {
    const large = inLargeUnits.exec(text)?.[1];
    if (large !== undefined)
        return Number(large) * 1024;
    return /^\s*\d+\s*$/.test(text) ? Number(text) : undefined;
}
function sum(amounts) {
    return amounts.reduce((total, amount) => total + amount, 0);
}

;// CONCATENATED MODULE: ./build/config/checks/traffic-shift.js



const traffic_shift_PATH = 'deploymentConfiguration';
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment-implementation.html */
const traffic_shift_RULES = [
    ({ strategy, hasLoadBalancers, hasServiceConnect }) => ['LINEAR', 'CANARY'].includes(strategy) &&
        !hasLoadBalancers &&
        !hasServiceConnect && [
        [traffic_shift_PATH, 'strategy'],
        `"strategy: ${strategy}" shifts the traffic of a load balancer, and this service has none.`,
        'Add "loadBalancers:", or write "strategy: ROLLING".',
    ],
    ...['LINEAR', 'CANARY'].map((owner) => ({ strategy, stated }) => {
        const key = `${owner.toLowerCase()}Configuration`;
        return (strategy !== owner &&
            stated(`${traffic_shift_PATH}/${key}`) && [
            [traffic_shift_PATH, key],
            `${key} cannot be used with "strategy: ${strategy}".`,
            `Write "strategy: ${owner}", or remove it.`,
        ]);
    }),
    ({ shifts, stated }) => !shifts &&
        stated(`${traffic_shift_PATH}/lifecycleHooks`) && [
        [traffic_shift_PATH, 'lifecycleHooks'],
        'A rolling deployment has no stages for lifecycle hooks.',
        'Choose a strategy that shifts traffic, like BLUE_GREEN, or remove them.',
    ],
];
const ENTRY_RULES = [
    ({ shifts, alternate }) => shifts &&
        !alternate && [
        ['alternateTargetGroup'],
        'A strategy that shifts traffic needs the alternate target group.',
        'Remove this key, or write "strategy: ROLLING".',
    ],
    ({ alternate, rules }) => alternate &&
        rules > 1 && [
        ['rules', 1],
        'ECS shifts the traffic of one rule for each pair of target groups.',
        'Put the conditions into one rule, or give this one an entry of loadBalancers of its own.',
    ],
    ({ alternate, hasTestRule }) => hasTestRule &&
        !alternate && [
        ['testListenerRule'],
        'There is no test traffic without an alternate target group.',
        'Remove it, or choose a strategy that shifts traffic.',
    ],
];
/** What ECS needs in order to shift traffic from one target group to another, and what means nothing without that. */
function checkTrafficShift({ file, service }) {
    const { deploymentConfiguration, loadBalancers } = file.value;
    if (isDoubtful(file, [traffic_shift_PATH, 'strategy']))
        return [];
    const stated = (key) => key in file.values;
    const shifts = shiftsTraffic(deploymentConfiguration);
    const draft = {
        strategy: deploymentConfiguration.strategy,
        shifts,
        hasLoadBalancers: loadBalancers.length > 0,
        hasServiceConnect: stated('serviceConnectConfiguration'),
        stated,
    };
    return [
        ...applyRules(traffic_shift_RULES, draft, file, []),
        ...service.loadBalancers.flatMap(({ alternate = false, rules, testListenerRule }, index) => {
            const path = ['loadBalancers', index];
            const entry = {
                shifts,
                alternate,
                rules: rules.length,
                hasTestRule: testListenerRule !== undefined,
            };
            return applyRules(ENTRY_RULES, entry, file, path);
        }),
    ];
}

;// CONCATENATED MODULE: ./build/config/checks/unique-names.js


/** What AWS has once under a name is named once, over all clusters that were read. */
function checkUniqueNames(drafts) {
    const first = new Map();
    return drafts.flatMap(namesOf).flatMap((named) => {
        if (isDoubtful(named.file, named.path))
            return [];
        const key = JSON.stringify([named.what, named.scope, named.name]);
        const other = first.get(key);
        if (!other) {
            first.set(key, named);
            return [];
        }
        const message = `The ${named.what} "${named.name}" is already used in ${other.file.file}.`;
        return problemAt(named.file, named.path, message, 'Give one of the two another name.');
    });
}
function namesOf({ name, file, cluster, services }) {
    const { account, region, capacity, loadBalancer, roles } = cluster;
    const regional = `${account} ${region}`;
    const named = (what, value, path, scope = regional) => {
        return { what, name: value, scope, file, path };
    };
    return [
        named('stack', (0,stack_names/* clusterStackName */.CW)(name), ['name']),
        named('load balancer', loadBalancer.name, ['loadBalancer', 'name']),
        named('Auto Scaling group', capacity.autoScalingGroupName, ['capacity', 'autoScalingGroupName']),
        named('launch template', capacity.launchTemplateName, ['capacity', 'launchTemplateName']),
        named('capacity provider', capacity.capacityProviderName, ['capacity', 'capacityProviderName']),
        ...['service', 'instance'].flatMap((key) => {
            const role = roles[key];
            return role?.kind === 'created' ? [named('role', role.name, ['roles', key, 'name'], account)] : [];
        }),
        ...services.flatMap((service) => serviceNames(service, name, regional, account)),
    ];
}
function serviceNames({ name, file, taskFile, service }, cluster, scope, account) {
    const named = (what, value, path) => value === undefined ? [] : [{ what, name: value, scope: what === 'role' ? account : scope, file, path }];
    const steps = service.scaling?.steps;
    return [
        ...named('stack', (0,stack_names/* serviceStackName */.ZZ)(cluster, name), []),
        ...service.loadBalancers.flatMap(({ targetGroup }, index) => named('target group', targetGroup.name, ['loadBalancers', index, 'targetGroup', 'name'])),
        ...named('role', createdName(service.infrastructureRole), ['roles', 'infrastructure', 'name']),
        ...named('role', createdName(service.hookRole), ['roles', 'hook', 'name']),
        ...named('log group', service.logGroup?.name, ['logGroup', 'name']),
        ...named('alarm', steps?.scaleOut.alarmName, ['scaling', 'scaleOut', 'alarmName']),
        ...named('alarm', steps?.scaleIn.alarmName, ['scaling', 'scaleIn', 'alarmName']),
        { what: 'task definition family', name: service.taskDefinition.family, scope, file: taskFile, path: ['family'] },
    ];
}
function createdName(role) {
    return role?.kind === 'created' ? role.name : undefined;
}

;// CONCATENATED MODULE: ./build/config/checks/variables.js

/** A variable of a container is set once, by `environment` or by `secrets`. */
function checkVariables({ taskFile }) {
    return taskFile.value.containerDefinitions.flatMap(({ environment = [], secrets = [] }, index) => {
        const path = ['containerDefinitions', index];
        const variables = environment.map(({ name }) => name);
        const twice = (names, key) => names.flatMap((name, position) => names.indexOf(name) < position ? isSet(taskFile, [...path, key, position, 'name'], name) : []);
        return [
            ...twice(variables, 'environment'),
            ...twice(secrets.map(({ name }) => name), 'secrets'),
            ...secrets.flatMap(({ name }, position) => variables.includes(name) ? isSet(taskFile, [...path, 'secrets', position, 'name'], name) : []),
        ];
    });
}
function isSet(file, path, name) {
    return problemAt(file, path, `The variable ${name} is set already.`, 'Keep one of the two.');
}

;// CONCATENATED MODULE: ./build/config/schema/before-deployment-file.js


const containerOverride = schemas/* strictObject */.rej({
    ...awsMembers('ContainerOverride', ['name']),
    name: schemas/* string */.YjP().min(1),
    environment: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP().min(1), value: schemas/* string */.YjP().optional() })).optional(),
});
/** RunTask's TaskOverride, and how long the task may take. */
const beforeDeploymentFile = schemas/* strictObject */.rej({
    ...awsMembers('TaskOverride', ['containerOverrides', 'inferenceAcceleratorOverrides']),
    containerOverrides: schemas/* array */.YOg(containerOverride).min(1).meta({
        description: "Overrides for its containers, in RunTask's shape. The exit code of the first one named decides: unless it is 0, the service is not updated.",
    }),
    timeoutSeconds: schemas/* int */.Whr().min(1).max(86_400).default(900).meta({
        description: 'Deadline, including the wait for room on an instance. When it passes, the task is stopped and the run fails.',
    }),
})
    .optional()
    .meta({
    description: 'A task of the new revision that must finish before the service is updated, e.g. a database migration. After a failed run, the next run starts it again.',
    'x-default': 'none',
});

;// CONCATENATED MODULE: ./build/config/schema/role-file.js


/** A role to create under a name, or one that exists. */
const role = schemas/* strictObject */.rej({
    name: roleName.optional().meta({ description: 'Name of the role to create.' }),
    arn: roleArn.optional().meta({ description: 'ARN of a role that exists, instead of `name`.' }),
});
/** `roles` of service.yaml. */
const serviceRolesFile = schemas/* strictObject */.rej({
    infrastructure: role.optional().meta({
        description: 'Lets ECS change listener rules, with a strategy that shifts traffic.',
        'x-default': '`name: <cluster>-<service>-ecs`',
    }),
    hook: role.optional().meta({
        description: 'Lets ECS invoke the functions of lifecycle hooks that have no `roleArn`.',
        'x-default': '`name: <cluster>-<service>-hook`',
    }),
})
    .prefault({})
    .meta({ description: 'IAM roles that ECS needs for this service, to create by name or to use by ARN.' });

;// CONCATENATED MODULE: ./build/config/schema/scaling-file.js


const alarmName = formats_text('an alarm name', 'Use 1 to 255 characters.', /^.{1,255}$/);
const policyName = formats_text('a policy name', 'Use 1 to 255 letters, digits and -_.', /^[\w-]{1,255}$/);
const cooldown = schemas/* int */.Whr().min(0).max(86400);
const stepAdjustment = schemas/* strictObject */.rej({
    metricIntervalLowerBound: schemas/* number */.aig().optional().meta({
        description: 'Lower bound of the range, as a distance from the threshold (negative below it); unbounded if left out.',
    }),
    metricIntervalUpperBound: schemas/* number */.aig()
        .optional()
        .meta({ description: 'Upper bound of the range, itself excluded; unbounded if left out.' }),
    scalingAdjustment: schemas/* int */.Whr().min(-5000).max(5000).meta({ description: 'The adjustment in this range.' }),
});
function step({ suffix, comparisonOperator, evaluationPeriods, adjustment, description }) {
    return schemas/* strictObject */.rej({
        alarmName: alarmName.optional().meta({
            description: 'Name of the alarm, unique in the account.',
            'x-default': `\`<cluster>-<service>-${suffix}\``,
        }),
        policyName: policyName
            .optional()
            .meta({ description: 'Name of the scaling policy.', 'x-default': `\`<cluster>-<service>-${suffix}\`` }),
        metricName: schemas/* enum */.k5n(['CPUUtilization', 'MemoryUtilization'])
            .default('CPUUtilization')
            .meta({ description: "The service's average, in percent of what its tasks reserve." }),
        comparisonOperator: schemas/* enum */.k5n([
            'GreaterThanOrEqualToThreshold',
            'GreaterThanThreshold',
            'LessThanThreshold',
            'LessThanOrEqualToThreshold',
        ])
            .default(comparisonOperator)
            .meta({ description: 'How the metric is compared.' }),
        threshold: schemas/* number */.aig().min(0).max(1000).meta({ description: 'Percentage to compare with.' }),
        period: schemas/* int */.Whr()
            .min(60)
            .max(86400)
            .multipleOf(60)
            .default(60)
            .meta({ description: 'Seconds over which the metric is averaged, a multiple of 60.' }),
        evaluationPeriods: schemas/* int */.Whr()
            .min(1)
            .max(100)
            .default(evaluationPeriods)
            .meta({ description: 'How many periods in a row fire the alarm.' }),
        scalingAdjustment: schemas/* int */.Whr()
            .min(adjustment.min)
            .max(adjustment.max)
            .default(adjustment.usual)
            .meta({ description: 'Tasks to add; a negative number removes tasks.' }),
        adjustmentType: schemas/* enum */.k5n(['ChangeInCapacity', 'PercentChangeInCapacity', 'ExactCapacity'])
            .default('ChangeInCapacity')
            .meta({ description: 'Whether adjustments are tasks, a percentage, or the count itself.' }),
        minAdjustmentMagnitude: schemas/* int */.Whr()
            .min(1)
            .max(5000)
            .optional()
            .meta({ description: 'Minimum number of tasks that a percentage adds or removes.' }),
        stepAdjustments: schemas/* array */.YOg(stepAdjustment).min(1).max(20).optional().meta({
            description: 'Instead of `scalingAdjustment`: one adjustment for each range of distances from the threshold.',
        }),
        cooldown: cooldown.default(60).meta({ description: 'Seconds between two steps.' }),
    })
        .optional()
        .meta({ description });
}
const targetTracking = schemas/* strictObject */.rej({
    policyName: policyName
        .optional()
        .meta({ description: 'Name of the scaling policy.', 'x-default': '`<cluster>-<service>-<predefinedMetricType>`' }),
    predefinedMetricType: schemas/* enum */.k5n([
        'ECSServiceAverageCPUUtilization',
        'ECSServiceAverageCPUUtilizationHighResolution',
        'ECSServiceAverageMemoryUtilization',
        'ECSServiceAverageMemoryUtilizationHighResolution',
        'ALBRequestCountPerTarget',
    ])
        .meta({
        description: 'The metric that is kept at the target. High resolution needs `monitoring`; requests are those of the first target group.',
    }),
    targetValue: schemas/* number */.aig()
        .min(1)
        .max(10_000_000)
        .meta({ description: 'The percentage to keep, or requests per task and minute.' }),
    scaleInCooldown: cooldown.default(300).meta({ description: 'Cooldown in seconds after tasks were removed.' }),
    scaleOutCooldown: cooldown.default(60).meta({ description: 'Cooldown in seconds after tasks were added.' }),
    disableScaleIn: schemas/* boolean */.zMY().default(false).meta({ description: 'Whether the policy only ever adds tasks.' }),
});
const predictive = schemas/* strictObject */.rej({
    policyName: policyName
        .optional()
        .meta({ description: 'Name of the scaling policy.', 'x-default': '`<cluster>-<service>-predictive-<pair>`' }),
    predefinedMetricPairType: schemas/* enum */.k5n(['ECSServiceCPUUtilization', 'ECSServiceMemoryUtilization'])
        .meta({ description: 'The metrics: the load that is forecast, and the utilisation that is kept at the target.' }),
    targetValue: schemas/* number */.aig().min(1).max(1000).meta({ description: 'The percentage to keep.' }),
    mode: schemas/* enum */.k5n(['ForecastOnly', 'ForecastAndScale'])
        .default('ForecastOnly')
        .meta({ description: 'Whether tasks are added ahead of the forecast, or the forecast is only made.' }),
    schedulingBufferTime: schemas/* int */.Whr()
        .min(0)
        .max(3600)
        .default(300)
        .meta({ description: 'Seconds that tasks start ahead of the forecast.' }),
    maxCapacityBuffer: schemas/* int */.Whr().min(0).max(100).optional().meta({
        description: 'Percentage of the forecast by which maxCapacity may be exceeded; if left out, maxCapacity is never exceeded.',
    }),
});
const suspendedState = schemas/* strictObject */.rej({
    dynamicScalingInSuspended: schemas/* boolean */.zMY().default(false).meta({ description: 'If `true`, policies remove no tasks.' }),
    dynamicScalingOutSuspended: schemas/* boolean */.zMY().default(false).meta({ description: 'If `true`, policies add no tasks.' }),
    scheduledScalingSuspended: schemas/* boolean */.zMY()
        .default(false)
        .meta({ description: 'If `true`, scheduled actions do not change the bounds.' }),
})
    .optional()
    .meta({ description: 'Kinds of scaling that are suspended. If left out, they stay as they were set by hand.' });
/** `scaling` of service.yaml. */
const scalingFile = schemas/* strictObject */.rej({
    minCapacity: schemas/* int */.Whr().min(0).max(5000).meta({ description: 'Minimum number of tasks.' }),
    maxCapacity: schemas/* int */.Whr().min(1).max(5000).meta({ description: 'Maximum number of tasks.' }),
    scaleOut: step({
        suffix: 'scale-out',
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        evaluationPeriods: 1,
        adjustment: { min: 1, max: 100, usual: 1 },
        description: 'An alarm and what it adds; goes with `scaleIn`.',
    }),
    scaleIn: step({
        suffix: 'scale-in',
        comparisonOperator: 'LessThanThreshold',
        evaluationPeriods: 3,
        adjustment: { min: -100, max: -1, usual: -1 },
        description: 'An alarm and what it removes; goes with `scaleOut`.',
    }),
    targetTracking: schemas/* array */.YOg(targetTracking).default([]).meta({ description: 'Policies that keep a metric at a target.' }),
    predictive: schemas/* array */.YOg(predictive)
        .default([])
        .meta({ description: 'Policies that scale ahead of what AWS forecasts; they only ever add tasks.' }),
    suspendedState,
    drivesInstances: schemas/* boolean */.zMY().default(false).meta({
        description: "Whether this service's two alarms also scale the instances: exactly one, with `instanceScaling: alarms`.",
    }),
});

;// CONCATENATED MODULE: ./build/config/schema/scheduled-tasks-file.js


const scheduledTask = schemas/* strictObject */.rej({
    rule: formats_text('the name of a rule', 'Use up to 64 letters, digits and .-_.', /^[\w.-]{1,64}$/).meta({
        description: 'Name of a rule that exists, on the default event bus of EventBridge.',
    }),
    targetId: formats_text('the id of a target', 'Use up to 64 letters, digits and .-_.', /^[\w.-]{1,64}$/)
        .optional()
        .meta({
        description: 'Id of the target to update.',
        'x-default': 'the only target of the rule that starts tasks of ECS',
    }),
});
const scheduledTasksFile = schemas/* array */.YOg(scheduledTask).default([]).meta({
    description: "EventBridge rules whose target starts tasks of the service's task definition on a schedule. After a successful deployment, and after a rollback, the target gets the revision that serves. Nothing else in the rule or target is changed, and neither is ever created or deleted.",
});

;// CONCATENATED MODULE: ./build/config/schema/service-load-balancer-file.js


/** HTTP's codes, or those of gRPC, which have one or two digits. */
const CODES = /^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/;
const healthCheck = schemas/* strictObject */.rej({
    path: urlPath
        .optional()
        .meta({ description: 'Path to request.', 'x-default': '`/`, with GRPC `/AWS.ALB/healthcheck`' }),
    matcher: formats_text('a set of status codes', 'Write it in quotes like "200", "200-299" or "200,204".', CODES)
        .optional()
        .meta({ description: 'Status codes of a healthy answer, in quotes.', 'x-default': '`"200"`, with GRPC `"12"`' }),
    intervalSeconds: schemas/* int */.Whr().min(5).max(300).default(5).meta({ description: 'Seconds between two checks.' }),
    timeoutSeconds: schemas/* int */.Whr().min(2).max(120).default(4).meta({ description: 'Seconds to wait for an answer.' }),
    healthyThresholdCount: schemas/* int */.Whr()
        .min(2)
        .max(10)
        .default(2)
        .meta({ description: 'Passed checks in a row that make an unhealthy target healthy. A new target needs one.' }),
    unhealthyThresholdCount: schemas/* int */.Whr().min(2).max(10).default(2).meta({
        description: 'Failed checks in a row that make a target unhealthy. Raise it for applications that pause.',
    }),
})
    .prefault({})
    .meta({ description: "The load balancer's health check." });
const targetGroup = schemas/* strictObject */.rej({
    name: loadBalancerName
        .optional()
        .meta({ description: 'Name of the target group. One without a name can be replaced.', 'x-default': 'generated' }),
    protocol: schemas/* enum */.k5n(['HTTP', 'HTTPS']).default('HTTP').meta({ description: 'Protocol that the container speaks.' }),
    port: port.optional().meta({
        description: "The group's default port. ECS registers every target with its own port, so this one is not used.",
        'x-default': '80, with HTTPS 443',
    }),
    protocolVersion: schemas/* enum */.k5n(['HTTP1', 'HTTP2', 'GRPC']).default('HTTP1').meta({ description: 'Version of HTTP.' }),
    healthCheck,
    deregistrationDelaySeconds: schemas/* int */.Whr().min(0).max(3600).default(15).meta({
        description: 'Seconds that requests in flight have to end before a task stops. It must be longer than the longest request.',
    }),
    attributes: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .default({})
        .meta({ description: "Further attributes under Elastic Load Balancing's keys, values in quotes." }),
})
    .prefault({})
    .meta({ description: 'The target group that the tasks register in.' });
const condition = schemas/* strictObject */.rej({
    field: schemas/* enum */.k5n(['path-pattern', 'host-header', 'http-header', 'http-request-method', 'query-string', 'source-ip'])
        .meta({ description: 'What the condition looks at.' }),
    httpHeaderName: schemas/* string */.YjP().min(1).max(40).optional().meta({ description: 'Name of the header, with `http-header`.' }),
    values: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(128))
        .min(1)
        .optional()
        .meta({ description: 'What matches, any of them; `*` and `?` are wildcards. With `query-string`, `key=value`.' }),
    regexValues: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(128))
        .min(1)
        .optional()
        .meta({ description: 'Regular expressions instead of `values`, for paths, hosts and headers.' }),
});
const rule = schemas/* strictObject */.rej({
    listener: port.optional().meta({
        description: 'Port of the listener.',
        'x-default': 'the first listener that does not redirect',
    }),
    priority: schemas/* int */.Whr()
        .min(1)
        .max(50000)
        .meta({ description: 'The lowest number that matches wins; unique per listener.' }),
    conditions: schemas/* array */.YOg(condition).min(1).meta({ description: 'The conditions that a request must meet, all of them.' }),
});
/** A member of `loadBalancers` of service.yaml. */
const serviceLoadBalancerFile = schemas/* strictObject */.rej({
    containerName: formats_text('a container name', 'Name a container of task-definition.yaml.', /^[\w-]{1,255}$/).meta({
        description: 'Container that takes the requests.',
    }),
    containerPort: port.meta({ description: 'Port that it listens on.' }),
    targetGroup,
    alternateTargetGroup: schemas/* boolean */.zMY().optional().meta({
        description: 'Whether a second target group like this one exists, for ECS to shift traffic to. `true` keeps it when the strategy goes back to ROLLING.',
        'x-default': 'true with a strategy that shifts traffic',
    }),
    rules: schemas/* array */.YOg(rule).min(1).optional().meta({
        description: 'Listener rules that send requests here; exactly one with a strategy that shifts traffic.',
        'x-default': 'of the first target group: everything (`/*`), at priority 50000',
    }),
    testListenerRule: rule.optional().meta({
        description: 'Rule that sends test traffic to the new tasks before production traffic is shifted.',
        'x-default': 'none',
    }),
    attached: schemas/* boolean */.zMY().default(true).meta({
        description: "Whether the service's tasks register here. `false` lets the service leave a target group before the entry is removed.",
    }),
});

;// CONCATENATED MODULE: ./build/config/schema/service-file.js








/**
 * What CloudWatch Logs takes:
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const RETENTION_DAYS = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const logGroup = schemas/* strictObject */.rej({
    name: formats_text('a log group name', 'Use up to 512 letters, digits and -_/.#.', /^(?!aws\/)[\w/.#-]{1,512}$/).meta({
        description: "Name of the log group, as the task definition's `awslogs-group` has it.",
    }),
    retentionInDays: schemas/* literal */.euz(RETENTION_DAYS).default(30).meta({ description: 'Days that log lines are kept.' }),
})
    .optional()
    .meta({ description: 'A log group to create for the containers.', 'x-default': 'none' });
/** What `verify.version.equals` may hold in ${…}. */
const PLACEHOLDERS = ['image.tag', 'image.digest', 'commit'];
const version = schemas/* strictObject */.rej({
    header: formats_text('a header name', 'Write it like x-app-version.', /^[\w!#$%&'*+.^`|~-]+$/)
        .optional()
        .meta({ description: 'Name of the response header that holds the version.' }),
    body: schemas/* string */.YjP().min(1).optional().meta({
        description: 'Regular expression whose first group matches the version in the body, instead of `header`.',
    }),
    equals: schemas/* string */.YjP()
        .min(1)
        .meta({
        description: `The version: text that may contain ${PLACEHOLDERS.map((name) => `\`\${${name}}\``).join(', ')}.`,
    }),
    container: schemas/* string */.YjP().min(1).optional().meta({
        description: 'Container whose image is meant.',
        'x-default': 'the first container of `loadBalancers`',
    }),
})
    .optional()
    .meta({ description: 'How an answer shows which version gave it.', 'x-default': 'not checked' });
const verify = schemas/* strictObject */.rej({
    listener: port.optional().meta({
        description: 'Port of the listener to send requests to.',
        'x-default': 'that of the first rule',
    }),
    path: urlPath.optional().meta({ description: 'Path to request.', 'x-default': "the health check's" }),
    host: formats_text('a host name', 'Write it like www.example.com.', /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/)
        .optional()
        .meta({ description: 'Host name to request.', 'x-default': "the load balancer's DNS name" }),
    expectStatus: statusCodes.default('200').meta({ description: 'Status codes that pass, in quotes.' }),
    expectBody: schemas/* string */.YjP().min(1).optional().meta({ description: 'Text that the body must contain.' }),
    version,
    consecutive: schemas/* int */.Whr().min(1).max(100).default(3).meta({
        description: 'How many answers in a row must pass after the deployment has ended.',
    }),
    timeoutSeconds: schemas/* int */.Whr().min(1).max(3600).default(120).meta({ description: 'Deadline for these answers.' }),
    probesPerSecond: schemas/* number */.aig().min(0.1).max(10).default(1).meta({
        description: 'Requests per second during a deployment, if the service answers before it. Only their status codes are checked.',
    }),
    maxFailures: schemas/* int */.Whr().min(0).default(0).meta({ description: 'How many of these requests may fail.' }),
})
    .optional()
    .meta({
    description: 'Requests through the load balancer, and what their answers must be like for a deployment to succeed. Without it, only ECS and the health of the targets decide. The action verify-alb makes the same requests.',
    'x-default': 'none',
});
const OWN = {
    desiredCount: schemas/* int */.Whr().min(0).max(5000).optional().meta({
        description: 'Number of tasks. With `scaling` it is the initial number only.',
        'x-default': '`scaling.minCapacity`, otherwise 2',
    }),
    loadBalancers: schemas/* array */.YOg(serviceLoadBalancerFile)
        .max(5)
        .default([])
        .meta({ description: 'Target groups, and the listener rules that send requests to them.' }),
    roles: serviceRolesFile,
    logGroup,
    scaling: scalingFile.optional().meta({ description: 'Scaling of the tasks.', 'x-default': 'none' }),
    verify,
    failFast: schemas/* boolean */.zMY().default(true).meta({
        description: 'Whether a deployment is given up (and rolled back, if rollback is on) once all tasks of two rounds in a row have exited. An error that no retry can solve, such as a missing image, ends it in any case.',
    }),
    beforeDeployment: beforeDeploymentFile,
    keepRevisions: schemas/* int */.Whr().min(1).max(1000).optional().meta({
        description: 'How many revisions of the task definition are kept: after a successful deployment, older ones that nothing uses are deregistered.',
        'x-default': 'all',
    }),
    scheduledTasks: scheduledTasksFile,
    dependsOn: schemas/* array */.YOg(stackPart)
        .default([])
        .meta({ description: 'Services of the cluster that are deployed before this one.' }),
    tags: tags.default({}).meta({ description: "Tags of the service and its stack, besides the cluster's." }),
    notSecret: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .meta({ description: 'Environment variables that look like secrets and may be read by anyone.' }),
};
/** service.yaml. */
const serviceFile = schemas/* strictObject */.rej({ ...OWN, ...SERVICE_SETTINGS })
    .meta({ title: 'service.yaml', description: 'A service: how its tasks run, are reached, scale and are verified.' });

;// CONCATENATED MODULE: ./build/config/checks/verify.js




/** What is to be verified can be asked for, and the version is something that a run knows. */
function checkVerify(service, cluster) {
    const { file } = service;
    if (!file.value.verify)
        return [];
    if (service.service.loadBalancers.length === 0 && !isDoubtful(file, ['loadBalancers'])) {
        const message = 'verify needs a load balancer to ask.';
        return problemAt(file, ['verify'], message, 'Add "loadBalancers:", or remove verify.');
    }
    return [...checkListener(service, cluster), ...checkContainer(service), ...checkVersion(service)];
}
function checkListener({ file }, { cluster, file: clusterFile }) {
    const port = file.value.verify?.listener;
    const ports = cluster.loadBalancer.listeners.map((listener) => listener.port);
    if (port === undefined || ports.includes(port))
        return [];
    if (isDoubtful(clusterFile, ['loadBalancer', 'listeners']))
        return [];
    const message = `The load balancer has no listener on port ${port}.`;
    return problemAt(file, ['verify', 'listener'], message, `It listens on ${ports.join(', ')}.`);
}
function checkContainer(service) {
    const container = service.file.value.verify?.version?.container;
    const names = containerNames(service);
    if (container === undefined || !names || names.includes(container))
        return [];
    const message = `There is no container "${container}" in the task definition.`;
    const hint = didYouMean(container, names, 'Add it.');
    return problemAt(service.file, ['verify', 'version', 'container'], message, hint);
}
function checkVersion({ file }) {
    const version = file.value.verify?.version;
    if (!version)
        return [];
    const unknown = [...version.equals.matchAll(/\$\{([^}]*)\}?/g)].flatMap(([whole, name = '']) => {
        if (PLACEHOLDERS.some((known) => whole === `\${${known}}`))
            return [];
        const message = `verify.version.equals has the unknown placeholder ${whole}.`;
        return problemAt(file, ['verify', 'version', 'equals'], message, placeholderHint(name));
    });
    return [...unknown, ...checkPlace(file, version)];
}
function checkPlace(file, { header, body }) {
    const path = ['verify', 'version'];
    if ((header === undefined) === (body === undefined)) {
        const message = `verify.version has ${header === undefined ? 'neither header nor body' : 'both header and body'}.`;
        return problemAt(file, path, message, 'Give "header" with the name of a response header, or "body".');
    }
    if (body === undefined || isRegularExpression(body))
        return [];
    const message = 'verify.version.body is not a regular expression.';
    return problemAt(file, [...path, 'body'], message, 'Write it like version=(\\S+), in single quotes.');
}
function placeholderHint(name) {
    const placeholders = PLACEHOLDERS.map((known) => `\${${known}}`);
    return didYouMean(`\${${name}}`, placeholders, 'Remove it.');
}
function isRegularExpression(text) {
    try {
        new RegExp(text, 's');
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/config/checks/volumes.js


/** Volumes are defined once, and containers mount what is defined. */
function checkVolumes({ taskFile }) {
    const { volumes = [], containerDefinitions } = taskFile.value;
    if (isDoubtful(taskFile, ['volumes']))
        return [];
    const names = volumes.map(({ name }) => name);
    return [
        ...names.flatMap((name, index) => {
            if (names.indexOf(name) === index)
                return [];
            const message = `Another volume is already named "${name}".`;
            return problemAt(taskFile, ['volumes', index, 'name'], message, 'Give each volume its own name.');
        }),
        ...containerDefinitions.flatMap(({ mountPoints = [] }, container) => mountPoints.flatMap(({ sourceVolume }, index) => {
            if (names.includes(sourceVolume))
                return [];
            const path = ['containerDefinitions', container, 'mountPoints', index, 'sourceVolume'];
            const hint = didYouMean(sourceVolume, names, `Add "volumes: [{ name: ${sourceVolume} }]" to the file's root.`);
            return problemAt(taskFile, path, `There is no volume "${sourceVolume}".`, hint);
        })),
    ];
}

;// CONCATENATED MODULE: ./build/config/checks/checks.js









































/** What no schema of a single file can say. */
const CHECKS = [
    checkNames,
    checkNetwork,
    checkRoles,
    checkCapacity,
    checkListeners,
    checkListenerRules,
    checkInstanceDriver,
    checkDependencies,
    checkScheduledTasks,
    ofEachService(checkContainers),
    ofEachService(checkContainerReferences),
    ofEachService(checkContainerOrder),
    ofEachService(checkImages),
    ofEachService(checkVariables),
    ofEachService(checkVolumes),
    ofEachService(checkLogOptions),
    ofEachService(checkExecutionRole),
    ofEachService(checkTaskSize),
    ofEachService(checkFargate),
    ofEachService(checkPlacementConstraints),
    ofEachService(checkBeforeDeployment),
    ofEachService(checkPorts),
    ofEachService(checkTaskNetwork),
    ofEachService(checkLoadBalancers),
    ofEachService(checkTargetGroupAttributes),
    ofEachService(checkConditions),
    ofEachService(checkScaling),
    ofEachService(checkStepAdjustments),
    ofEachService(checkTargetTracking),
    ofEachService(checkRollout),
    ofEachService(checkSettings),
    ofEachService(checkTrafficShift),
    ofEachService(checkLifecycleHooks),
    ofEachService(checkVerify),
    ofEachService(checkSecrets),
];
/** Judged over all clusters that were read. */
const SHARED_CHECKS = [
    checkUniqueNames,
];
/** Allowed, but rarely meant. */
const WARNINGS = [
    warnOfIdleKeys,
    warnOfInstanceType,
    ofEachService(warnOfFixedPorts),
    ofEachService(warnOfDefaultGroup),
    ofEachService(warnOfLogs),
    ofEachService(warnOfMovingTags),
    ofEachService(warnOfUnreservedCpu),
    ofEachService(warnOfExternalImages),
];

;// CONCATENATED MODULE: ./build/config/folder/file-names.js
/** The files that a cluster's folder is made of, by what they describe; any one of the names will do. */
const FILE_NAMES = {
    cluster: ['cluster.yaml', 'cluster.yml'],
    service: ['service.yaml', 'service.yml'],
    'task-definition': ['task-definition.yaml', 'task-definition.yml', 'task-definition.json'],
};
/** The folder inside a cluster's folder that holds a folder for each service. */
const SERVICES = 'services';

;// CONCATENATED MODULE: ./build/config/folder/stray-folders.js


const NAMES = Object.values(FILE_NAMES).flat();
/** Folders of a cluster that nothing reads though they hold files of our names, each at its first such file. */
function strayFolders(cluster) {
    const services = cluster.folders.get(SERVICES);
    const beside = [...cluster.folders.values()].filter((folder) => folder !== services);
    const below = [...(services?.folders.values() ?? [])].flatMap(({ folders }) => [...folders.values()]);
    return [
        ...beside.flatMap((folder) => {
            const isServices = !services && suggestion(folder.name, [SERVICES]) !== undefined;
            return unread(folder, isServices ? `Rename it to ${SERVICES}.` : `Move it to ${SERVICES}/${folder.name}.`);
        }),
        ...below.flatMap((folder) => unread(folder, 'Move its files into the folder of the service.')),
    ];
}
/** The same beside the folders of clusters: files that belong to no cluster. */
function strayClusters(folders) {
    return folders.flatMap((folder) => unread(folder, `Add ${folder.name}/cluster.yaml, or move it to ${SERVICES}/ of its cluster.`));
}
function unread(folder, hint) {
    const file = firstMeant(folder);
    if (file === undefined)
        return [];
    return [{ at: { file, line: 1, column: 1 }, message: `Nothing reads the folder ${folder.name}.`, hint }];
}
/** The first file that somebody put there for us to read. */
function firstMeant({ path, files, folders }) {
    const name = [...files.keys()].find((each) => NAMES.includes(each));
    if (name !== undefined)
        return `${path}/${name}`;
    for (const folder of folders.values()) {
        const found = firstMeant(folder);
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/config/folder/find-clusters.js



/** The folders of the selected cluster, or of all: `tree` is a cluster's folder or the one above. */
function findClusters(tree, selected) {
    const folders = isClusterFolder(tree) ? [tree] : [...tree.folders.values()].filter(isClusterFolder);
    const issue = (message, hint) => {
        return { folders: [], issues: [{ at: { file: tree.path || '.', line: 1, column: 1 }, message, hint }] };
    };
    if (folders.length === 0) {
        const what = tree.files.size + tree.folders.size === 0 ? 'This folder is empty.' : 'This folder contains no cluster.';
        return issue(what, 'Create <cluster>/cluster.yaml in it, with at least region and account.');
    }
    if (selected === undefined) {
        const others = isClusterFolder(tree) ? [] : [...tree.folders.values()].filter((one) => !isClusterFolder(one));
        return { folders, issues: strayClusters(others) };
    }
    const found = folders.filter(({ name }) => name === selected);
    if (found.length > 0)
        return { folders: found, issues: [] };
    const names = folders.map(({ name }) => name);
    return issue(`There is no cluster "${selected}" here.`, didYouMean(selected, names, 'Create its folder.'));
}
/** A folder with cluster.yaml or services/, or with a file that was probably meant to be cluster.yaml. */
function isClusterFolder({ files, folders }) {
    const names = FILE_NAMES.cluster;
    return folders.has(SERVICES) || [...files.keys()].some((name) => names.includes(name) || isNearly(name));
}
function isNearly(name) {
    return suggestion(name, ['cluster.yaml', 'cluster.yml', 'cluster.json']) !== undefined;
}

;// CONCATENATED MODULE: ./build/config/folder/tree.js
/** The folder that the input names, as a tree; a file elsewhere is not in it. */
function treeOf(folder) {
    const path = normalised(folder.path);
    const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
    const inside = [...folder.files].filter(([file]) => normalised(file).startsWith(prefix));
    return grow(path, new Map(inside.map(([file, content]) => [normalised(file).slice(prefix.length), content])));
}
function grow(path, files) {
    const folders = new Map();
    for (const [file, content] of files) {
        const slash = file.indexOf('/');
        if (slash < 0)
            continue;
        const name = file.slice(0, slash);
        const inner = folders.get(name) ?? new Map();
        folders.set(name, inner.set(file.slice(slash + 1), content));
    }
    const below = path === '' || path.endsWith('/') ? path : `${path}/`;
    return {
        path,
        name: path.split('/').at(-1) ?? '',
        files: new Map([...files].filter(([file]) => !file.includes('/'))),
        folders: new Map([...folders].sort(byName).map(([name, inner]) => [name, grow(`${below}${name}`, inner)])),
    };
}
function normalised(path) {
    const parts = path.split('/');
    const kept = parts.filter((part, index) => part !== '.' && (part !== '' || index === 0));
    return kept.length === 1 && kept[0] === '' && path.startsWith('/') ? '/' : kept.join('/');
}
function byName([a], [b]) {
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/config/assembly/capacity.js
function buildCapacity(cluster, { capacity: file, network, loadBalancer }) {
    const ownNetwork = network.vpc === 'default' || network.vpc === 'create';
    const publicSubnets = ownNetwork || (!network.instanceSubnets && loadBalancer.scheme === 'internet-facing');
    return {
        instanceScaling: file.instanceScaling,
        instanceType: file.instanceType,
        image: file.image ?? recommendedImage(file.instanceType),
        minSize: file.minSize,
        maxSize: file.maxSize,
        targetCapacityPercent: file.targetCapacity,
        instanceWarmupSeconds: file.instanceWarmupPeriod,
        associatePublicIpAddress: file.associatePublicIpAddress ?? publicSubnets,
        rootVolumeGiB: file.rootVolumeSize,
        agent: file.agent,
        autoScalingGroupName: file.autoScalingGroupName ?? `${cluster}-autoscaling-group`,
        launchTemplateName: file.launchTemplateName ?? `${cluster}-autoscaling-setting`,
        securityGroupName: file.securityGroupName ?? `${cluster}-autoscaling-sg`,
        capacityProviderName: file.capacityProviderName ?? `capacity-${cluster}`,
        steps: {
            scaleOut: file.steps.scaleOut,
            scaleIn: file.steps.scaleIn,
            cooldownSeconds: file.steps.cooldown,
        },
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
function recommendedImage(instanceType) {
    const family = instanceType.split('.')[0] ?? '';
    const arm = family === 'a1' || /^[a-z]+\d+g[a-z]*$/.test(family);
    return `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${arm ? 'arm64/' : ''}recommended/image_id`;
}

;// CONCATENATED MODULE: ./build/config/assembly/load-balancer-name.js
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
const LONGEST = 32;
const SUFFIX = '-alb';
/**
 * `<cluster>-alb`, as far as Elastic Load Balancing takes that: a name that is too long is cut, and a number made of
 * all of it keeps two such names apart; one that begins with `internal-` is reserved.
 */
function load_balancer_name_loadBalancerName(cluster) {
    const stem = cluster.replace(/^internal-/, 'x-internal-');
    if (stem.length + SUFFIX.length <= LONGEST)
        return `${stem}${SUFFIX}`;
    const end = `-${checksum(cluster).toString(36)}${SUFFIX}`;
    return `${stem.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`;
}
/** FNV-1a in 32 bits. */
function checksum(text) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text))
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash;
}

;// CONCATENATED MODULE: ./build/config/assembly/roles.js

/** `name` is that of a role to create where config does not say. */
function buildRole(role, name) {
    return role.arn === undefined ? { kind: 'created', name: role.name ?? name } : { kind: 'existing', arn: role.arn };
}
/** Builds the roles that ECS needs for what the service has; `prefix` begins the names that config does not give. */
function buildRoles(prefix, { roles, loadBalancers, deploymentConfiguration }) {
    const shifts = shiftsTraffic(deploymentConfiguration);
    const hasAlternate = loadBalancers.some(({ alternateTargetGroup = shifts }) => alternateTargetGroup);
    const invokes = (deploymentConfiguration.lifecycleHooks ?? []).some(({ targetType, roleArn }) => targetType === 'AWS_LAMBDA' && roleArn === undefined);
    return {
        ...(hasAlternate && { infrastructureRole: buildRole(roles.infrastructure ?? {}, `${prefix}-ecs`) }),
        ...(invokes && { hookRole: buildRole(roles.hook ?? {}, `${prefix}-hook`) }),
    };
}

;// CONCATENATED MODULE: ./build/config/assembly/cluster.js




const SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';
/** The cluster that cluster.yaml describes, its services left out; `name` is the folder's. */
function buildCluster(name, { value: file, values }) {
    return {
        name,
        region: file.region,
        account: file.account,
        network: buildNetwork(file.network),
        roles: {
            service: file.roles.service && buildRole(file.roles.service, name),
            instance: buildRole(file.roles.instance ?? {}, `${name}-instance-role`),
        },
        capacity: buildCapacity(name, file),
        loadBalancer: buildLoadBalancer(name, file.loadBalancer),
        tags: file.tags,
        allow: file.allow.map(({ stack, resource, property, to }) => {
            return { stack: stack === (0,stack_names/* clusterStackName */.CW)(name) ? undefined : stack, resource, property, to };
        }),
        services: [],
        source: values,
    };
}
function buildNetwork(network) {
    switch (network.vpc) {
        case 'default':
            return { kind: 'default', availabilityZones: network.availabilityZones };
        case 'create':
            return {
                kind: 'created',
                cidrBlock: network.cidrBlock ?? '10.0.0.0/16',
                availabilityZones: network.availabilityZones,
            };
        default:
            return {
                kind: 'existing',
                vpcId: network.vpc,
                subnetIds: network.subnets ?? [],
                instanceSubnetIds: network.instanceSubnets,
            };
    }
}
function buildLoadBalancer(cluster, file) {
    return {
        name: file.name ?? load_balancer_name_loadBalancerName(cluster),
        scheme: file.scheme,
        securityGroupName: file.securityGroupName ?? `${cluster}-alb-sg`,
        allowedCidrBlocks: file.allowedCidrBlocks,
        idleTimeoutSeconds: file.idleTimeoutSeconds,
        deletionProtection: file.deletionProtection,
        listeners: file.listeners.map(buildListener),
    };
}
function buildListener(file) {
    const protocol = file.protocol ?? (file.certificates.length > 0 ? 'HTTPS' : 'HTTP');
    return {
        port: file.port,
        protocol,
        certificateArns: file.certificates,
        sslPolicy: protocol === 'HTTPS' ? (file.sslPolicy ?? SSL_POLICY) : undefined,
        defaultAction: file.defaultAction.type === 'fixed-response'
            ? { kind: 'fixed-response', statusCode: file.defaultAction.statusCode }
            : { kind: 'redirect-to-https' },
    };
}

;// CONCATENATED MODULE: ./build/config/assembly/before-deployment.js
function buildBeforeDeployment({ timeoutSeconds, ...overrides }) {
    return {
        // The schema lets nothing through that is not JSON; only its types do not say so.
        overrides: overrides,
        containerName: overrides.containerOverrides[0]?.name ?? '',
        timeoutSeconds,
    };
}

;// CONCATENATED MODULE: ./build/config/assembly/load-balancers.js

/** The last priority: every rule that a person writes comes before it. */
const LAST_PRIORITY = 50_000;
function buildLoadBalancers(file, listeners) {
    const serving = listeners.find(({ defaultAction }) => defaultAction.kind !== 'redirect-to-https') ?? listeners[0];
    const listenerPort = serving?.port ?? 80;
    const shifts = shiftsTraffic(file.deploymentConfiguration);
    return file.loadBalancers.map((entry, index) => ({
        containerName: entry.containerName,
        containerPort: entry.containerPort,
        targetGroup: buildTargetGroup(entry.targetGroup),
        attached: entry.attached,
        alternate: entry.alternateTargetGroup ?? shifts,
        rules: entry.rules?.map((rule) => buildRule(rule, listenerPort)) ?? (index === 0 ? [everything(listenerPort)] : []),
        testListenerRule: entry.testListenerRule && buildRule(entry.testListenerRule, listenerPort),
    }));
}
function buildTargetGroup(file) {
    const grpc = file.protocolVersion === 'GRPC';
    return {
        name: file.name,
        protocol: file.protocol,
        port: file.port,
        protocolVersion: file.protocolVersion,
        healthCheck: {
            path: file.healthCheck.path ?? (grpc ? '/AWS.ALB/healthcheck' : '/'),
            matcher: file.healthCheck.matcher ?? (grpc ? '12' : '200'),
            intervalSeconds: file.healthCheck.intervalSeconds,
            timeoutSeconds: file.healthCheck.timeoutSeconds,
            healthyThresholdCount: file.healthCheck.healthyThresholdCount,
            unhealthyThresholdCount: file.healthCheck.unhealthyThresholdCount,
        },
        attributes: {
            'deregistration_delay.timeout_seconds': String(file.deregistrationDelaySeconds),
            ...file.attributes,
        },
    };
}
function buildRule(file, listenerPort) {
    return {
        listenerPort: file.listener ?? listenerPort,
        priority: file.priority,
        conditions: file.conditions.map(buildCondition),
    };
}
function everything(listenerPort) {
    return {
        listenerPort,
        priority: LAST_PRIORITY,
        conditions: [buildCondition({ field: 'path-pattern', values: ['/*'] })],
    };
}
/** CloudFormation's RuleCondition. */
function buildCondition({ field, httpHeaderName, values, regexValues }) {
    const matching = regexValues ? { RegexValues: regexValues } : { Values: values ?? [] };
    switch (field) {
        case 'path-pattern':
            return { Field: field, PathPatternConfig: matching };
        case 'host-header':
            return { Field: field, HostHeaderConfig: matching };
        case 'http-header':
            return { Field: field, HttpHeaderConfig: { HttpHeaderName: httpHeaderName ?? '', ...matching } };
        case 'http-request-method':
            return { Field: field, HttpRequestMethodConfig: matching };
        case 'query-string':
            return { Field: field, QueryStringConfig: { Values: (values ?? []).map(keyAndValue) } };
        case 'source-ip':
            return { Field: field, SourceIpConfig: matching };
    }
}
function keyAndValue(text) {
    const equals = text.indexOf('=');
    return equals < 0 ? { Value: text } : { Key: text.slice(0, equals), Value: text.slice(equals + 1) };
}

;// CONCATENATED MODULE: ./build/config/assembly/scaling.js
/** `stem` begins the names that the file leaves out. */
function buildScaling(stem, file) {
    const { scaleOut, scaleIn } = file;
    return {
        minCapacity: file.minCapacity,
        maxCapacity: file.maxCapacity,
        steps: scaleOut && scaleIn
            ? { scaleOut: buildStep(`${stem}-scale-out`, scaleOut), scaleIn: buildStep(`${stem}-scale-in`, scaleIn) }
            : undefined,
        targetTracking: file.targetTracking.map((policy) => ({
            policyName: policy.policyName ?? `${stem}-${policy.predefinedMetricType}`,
            metricType: policy.predefinedMetricType,
            targetValue: policy.targetValue,
            scaleInCooldownSeconds: policy.scaleInCooldown,
            scaleOutCooldownSeconds: policy.scaleOutCooldown,
            disableScaleIn: policy.disableScaleIn,
        })),
        predictive: file.predictive.map((policy) => ({
            policyName: policy.policyName ?? `${stem}-predictive-${policy.predefinedMetricPairType}`,
            metricPairType: policy.predefinedMetricPairType,
            targetValue: policy.targetValue,
            mode: policy.mode,
            schedulingBufferSeconds: policy.schedulingBufferTime,
            maxCapacityBufferPercent: policy.maxCapacityBuffer,
        })),
        drivesInstances: file.drivesInstances,
        suspended: file.suspendedState,
    };
}
function buildStep(name, file) {
    return {
        alarmName: file.alarmName ?? name,
        policyName: file.policyName ?? name,
        metricName: file.metricName,
        comparisonOperator: file.comparisonOperator,
        thresholdPercent: file.threshold,
        periodSeconds: file.period,
        evaluationPeriods: file.evaluationPeriods,
        adjustment: file.scalingAdjustment,
        adjustmentType: file.adjustmentType,
        stepAdjustments: file.stepAdjustments,
        minAdjustmentMagnitude: file.minAdjustmentMagnitude,
        cooldownSeconds: file.cooldown,
    };
}

;// CONCATENATED MODULE: ./build/config/assembly/service.js






/** The service that a folder's two files describe. */
function buildService(cluster, name, service, taskDefinition) {
    const file = service.value;
    const loadBalancers = buildLoadBalancers(file, cluster.loadBalancer.listeners);
    return {
        name,
        taskDefinition: buildTaskDefinition(`${cluster.name}-${name}`, taskDefinition),
        desiredCount: file.desiredCount ?? file.scaling?.minCapacity ?? 2,
        loadBalancers,
        ...buildRoles(`${cluster.name}-${name}`, file),
        logGroup: file.logGroup,
        scaling: file.scaling && buildScaling(`${cluster.name}-${name}`, file.scaling),
        settings: buildSettings(service, cluster),
        verify: file.verify && buildVerify(file.verify, loadBalancers),
        failFast: file.failFast,
        beforeDeployment: file.beforeDeployment && buildBeforeDeployment(file.beforeDeployment),
        keepRevisions: file.keepRevisions,
        scheduledTasks: file.scheduledTasks.map(({ rule, targetId }) => ({ rule, targetId })),
        dependsOn: file.dependsOn,
        tags: { ...cluster.tags, ...file.tags },
        source: service.values,
    };
}
function buildVerify(file, loadBalancers) {
    const [first] = loadBalancers;
    return {
        listenerPort: file.listener ?? first?.rules[0]?.listenerPort ?? 80,
        path: file.path ?? first?.targetGroup.healthCheck.path ?? '/',
        host: file.host,
        expectStatus: file.expectStatus,
        expectBody: file.expectBody,
        version: file.version && buildVersion(file.version, first?.containerName),
        consecutive: file.consecutive,
        timeoutSeconds: file.timeoutSeconds,
        probesPerSecond: file.probesPerSecond,
        maxFailures: file.maxFailures,
    };
}
function buildVersion({ header, body, equals, container }, loadBalanced) {
    const common = { equals, container: container ?? loadBalanced };
    return body === undefined ? { header: header ?? '', ...common } : { body, ...common };
}

;// CONCATENATED MODULE: ./build/config/folder/pick-file.js


/** The file of the folder that plays the role, under whichever of its names it has. */
function pickFile(tree, role) {
    const names = FILE_NAMES[role];
    const [first = '', second] = names.filter((name) => tree.files.has(name));
    const content = tree.files.get(first);
    const path = pathIn(tree, first || (names[0] ?? ''));
    if (content === undefined)
        return { kind: 'missing', path, issue: missing(tree, path, role) };
    if (second === undefined)
        return { kind: 'found', path, content };
    return {
        kind: 'ambiguous',
        path,
        issue: {
            at: { file: pathIn(tree, second), line: 1, column: 1 },
            message: `There is already ${first}.`,
            hint: 'Keep one of the two files.',
        },
    };
}
/**
 * YAML and JSON files directly in the folder that nothing reads; those that a missing file's issue names are left to
 * it.
 */
function strayFiles(tree, roles) {
    const names = roles.flatMap((role) => FILE_NAMES[role]);
    const named = roles.map((role) => (isMissing(tree, role) ? similarFile(tree, role) : undefined));
    return [...tree.files.keys()]
        .filter((name) => /\.(ya?ml|json)$/i.test(name) && !names.includes(name) && !named.includes(name))
        .map((name) => ({
        at: { file: pathIn(tree, name), line: 1, column: 1 },
        message: 'Nothing reads this file.',
        hint: "A cluster's folder contains cluster.yaml and services/<service>/ with service.yaml and task-definition.yaml; keep other files elsewhere.",
    }));
}
function pathIn(tree, name) {
    return tree.path === '' || tree.path.endsWith('/') ? `${tree.path}${name}` : `${tree.path}/${name}`;
}
function missing(tree, path, role) {
    const name = FILE_NAMES[role][0];
    const similar = similarFile(tree, role);
    const hint = similar === undefined ? HINTS[role] : `Rename ${similar} to ${name}.`;
    return { at: { file: path, line: 1, column: 1 }, message: `There is no ${name}.`, hint };
}
function isMissing(tree, role) {
    return !FILE_NAMES[role].some((name) => tree.files.has(name));
}
/** A file that was probably meant to have the role's name. */
function similarFile(tree, role) {
    return suggestion(FILE_NAMES[role][0], [...tree.files.keys()]);
}
const HINTS = {
    cluster: 'Create it with at least region and account.',
    service: 'Create it; an empty mapping, {}, takes all defaults.',
    'task-definition': "Create it with the containers of a task, in RegisterTaskDefinition's shape.",
};

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/config/document/nodes.js



/** A task definition has a few hundred values; aliases of aliases reach this in a dozen lines. */
const nodes_MOST_VALUES = 50_000;
const DEEPEST = 100;
function readNodes(document, locate) {
    const values = Object.create(null);
    const keys = Object.create(null);
    const literals = Object.create(null);
    const issues = [];
    const unknown = [];
    const anchors = new Map();
    let count = 0;
    let exceeded = false;
    const report = (node, message, hint) => {
        issues.push({ at: locate(node?.range?.[0] ?? 0), message, hint });
        return null;
    };
    const read = (node, path, inAlias) => {
        if (exceeded)
            return null;
        count++;
        if (count > nodes_MOST_VALUES || path.length > DEEPEST) {
            exceeded = true;
            const what = inAlias
                ? 'The aliases of this file expand to far too many values.'
                : 'This file contains too many values.';
            return report(inAlias ?? node, what, 'Write the values out where they are needed.');
        }
        values[pathKey(path)] ??= locate(node?.range?.[0] ?? 0);
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = anchors.get(node.source);
            if (target)
                return read(target, path, inAlias ?? node);
            unknown.push(path);
            const message = `The alias *${node.source} has no anchor &${node.source} before it.`;
            return report(node, message, anchorHint(node.source, [...anchors.keys()]));
        }
        if ((0,dist/* isNode */.Ll)(node) && node.anchor && !inAlias)
            anchors.set(node.anchor, node);
        if ((0,dist/* isMap */.jh)(node))
            return readMap(node.items, path, inAlias);
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item, index) => read(item, [...path, index], inAlias));
        return (0,dist/* isScalar */.jn)(node) ? readScalar(node, path) : null;
    };
    const readMap = (pairs, path, inAlias) => Object.fromEntries(pairs.flatMap(({ key, value }) => {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.source ?? key.value) : undefined;
        if (name === undefined || name === '' || name === '__proto__') {
            report(key, 'A key must be a plain word here.', 'Write "key: value".');
            return [];
        }
        if (name === '<<') {
            report(key, 'YAML 1.2 has no merge key "<<".', 'Write the keys out, or alias the whole value: "key: *anchor".');
            return [];
        }
        const valuePath = [...path, name];
        if (pathKey(valuePath) in keys)
            return []; // A duplicate, which the parser reports.
        const at = locate(key.range?.[0] ?? 0);
        keys[pathKey(valuePath)] = at;
        if (value === null)
            values[pathKey(valuePath)] ??= at;
        return [[name, read(value, valuePath, inAlias)]];
    }));
    const readScalar = (node, path) => {
        const { value, source } = node;
        if (typeof value === 'string')
            return value;
        literals[pathKey(path)] = source ?? String(value);
        return typeof value === 'number' || typeof value === 'boolean' ? value : null;
    };
    const value = read(document.contents, [], undefined);
    return { value, values, keys, literals, issues, unknown, exceeded };
}
function anchorHint(name, anchors) {
    const meant = suggestion(name, anchors);
    if (meant !== undefined)
        return `Did you mean *${meant}?`;
    return 'Set the anchor on the value to repeat ("key: &name …"), or quote the text.';
}

;// CONCATENATED MODULE: ./build/config/document/syntax-issues.js
/** What to do about the parser's complaints, by its codes. */
const syntax_issues_HINTS = {
    BAD_ALIAS: 'An alias is "*" and the name of an anchor; quote the text if it is not one.',
    BAD_INDENT: 'Align the keys of one mapping in one column, and close every "[" and "{".',
    BAD_SCALAR_START: 'Put the value in quotes.',
    BLOCK_AS_IMPLICIT_KEY: 'Put a value that holds ": " in quotes, and align the keys of one mapping in one column.',
    MISSING_CHAR: 'Write "key: value", and close every quote and bracket.',
    MULTILINE_IMPLICIT_KEY: 'Write "key: value" on one line.',
    RESOURCE_EXHAUSTION: 'No configuration needs such deep nesting.',
    TAG_RESOLVE_FAILED: 'Tags such as !Ref do nothing here: write the value itself, in quotes if it starts with "!".',
};
const ANY_HINT = 'Correct the YAML at this place.';
/**
 * The parser's errors and warnings in our words. Of errors that leave the rest of the file in doubt only the first is
 * kept, since the others mostly follow from it.
 */
function syntaxIssues(document, text, locate) {
    const issues = [];
    const tabbedLines = new Set();
    let broken = false;
    for (const error of [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
        const offset = error.pos[0];
        const at = locate(offset);
        const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
        if (error.code !== 'DUPLICATE_KEY' && indent.includes('\t')) {
            if (tabbedLines.has(at.line))
                continue;
            tabbedLines.add(at.line);
            const message = 'A tab indents this line.';
            issues.push({ at: { ...at, column: indent.indexOf('\t') + 1 }, message, hint: 'Indent with spaces.' });
        }
        else if (!isFatal(error) || !broken) {
            broken ||= isFatal(error);
            // The parser means the line; what stands there begins after its indentation.
            const column = Math.max(at.column, indent.length + 1);
            issues.push({ at: { ...at, column }, message: messageOf(error, text), hint: hintOf(error) });
        }
    }
    return issues;
}
/** Whether the document's values mean nothing after this error. */
function isFatal(error) {
    return error.name === 'YAMLParseError' && error.code !== 'DUPLICATE_KEY';
}
function messageOf(error, text) {
    if (error.code === 'DUPLICATE_KEY')
        return `The key ${keyAt(text, error.pos[0])} is given twice.`;
    if (error.code === 'MULTIPLE_DOCS')
        return 'A second document starts here ("---").';
    if (error.code === 'RESOURCE_EXHAUSTION')
        return 'This file is nested too deeply.';
    if (isMisplacedInList(error))
        return 'This line belongs neither to the list item above it nor to a new one.';
    return `${error.message}.`;
}
function hintOf(error) {
    if (error.code === 'DUPLICATE_KEY')
        return 'Keep one of the two.';
    if (error.code === 'MULTIPLE_DOCS')
        return 'One file holds one document: move the second into a file of its own.';
    if (isMisplacedInList(error))
        return 'Align it with the keys of the item above, or begin it with "- ".';
    return syntax_issues_HINTS[error.code] ?? ANY_HINT;
}
/** The parser has one code for everything that lacks a character: here it is the "-" of a list item. */
function isMisplacedInList({ code, message }) {
    return code === 'MISSING_CHAR' && message.startsWith('Sequence item without');
}
function keyAt(text, offset) {
    const key = /^("[^"\n]*"|'[^'\n]*'|[^:,\n{}[\]]+)/.exec(text.slice(offset, offset + 100))?.[0].trim() ?? '';
    return JSON.stringify(key.replace(/^(["'])(.*)\1$/, '$2'));
}

;// CONCATENATED MODULE: ./build/config/document/text.js
/** Far above what ECS accepts (a task definition may have 64 KiB), far below what would take long to parse. */
const LARGEST_CHARACTERS = 1024 * 1024;
function readText(file, content) {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const strange = text.search(isUtf8(content) ? /\0/ : /[\0\uFFFD]/);
    if (strange >= 0) {
        const message = 'This is not a text file: it contains bytes that are not UTF-8 text.';
        return unreadable(file, text.slice(0, strange), message, 'Save it as UTF-8 text, or remove it from the folder.');
    }
    if (text.length > LARGEST_CHARACTERS) {
        return unreadable(file, '', 'This file is larger than 1 MiB.', 'Configuration is small: move other data elsewhere.');
    }
    return { kind: 'text', text };
}
function isUtf8(content) {
    if (typeof content === 'string')
        return true;
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(content);
        return true;
    }
    catch {
        return false;
    }
}
function unreadable(file, before, message, hint) {
    const lines = before.split('\n');
    const at = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return { kind: 'unreadable', issue: { at, message, hint } };
}

;// CONCATENATED MODULE: ./build/config/document/read-document.js




/** Reads one YAML 1.2 (so also JSON) file whose root must hold keys and values. */
function readDocument(file, content) {
    const reading = readText(file, content);
    if (reading.kind === 'unreadable')
        return { document: undefined, issues: [reading.issue] };
    const lineCounter = new dist/* LineCounter */.HN();
    const locate = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const yaml = (0,dist/* parseDocument */.Tp)(reading.text, { lineCounter, prettyErrors: false, version: '1.2', logLevel: 'error' });
    const syntax = syntaxIssues(yaml, reading.text, locate);
    if (yaml.errors.some(isFatal))
        return { document: undefined, issues: syntax };
    if (yaml.directives.yaml.version === '1.1')
        return { document: undefined, issues: [outdated(locate)] };
    const { value, values, keys, literals, issues, unknown, exceeded } = readNodes(yaml, locate);
    const found = [...syntax, ...issues];
    if (exceeded)
        return { document: undefined, issues };
    if (!isObject(value))
        return { document: undefined, issues: found.length > 0 ? found : [wrongRoot(file, value, locate)] };
    return { document: { file, value, values, keys, literals, unknown }, issues: found };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** In YAML 1.1 `no` is false and 010 is 8, so the same text would mean something else. */
function outdated(locate) {
    const message = 'This file says that it is YAML 1.1.';
    return { at: locate(0), message, hint: 'Remove the line that begins with "%YAML": files are read as YAML 1.2.' };
}
function wrongRoot(file, value, locate) {
    if (value === null)
        return { at: { file, line: 1, column: 1 }, message: 'This file is empty.', hint: fileHint(file) };
    const found = Array.isArray(value) ? 'a list' : 'a single value';
    return {
        at: locate(0),
        message: `This file must contain keys and values, but contains ${found}.`,
        hint: fileHint(file),
    };
}
function fileHint(file) {
    if (file.includes('task-definition'))
        return 'Start with "containerDefinitions:"; see docs/config-reference.md.';
    if (file.includes('cluster'))
        return 'Start with "region:" and "account:"; see docs/config-reference.md.';
    return 'Start with "desiredCount:" or "loadBalancers:"; see docs/config-reference.md.';
}

;// CONCATENATED MODULE: ./build/config/schema/schema-walk.js

/** The schema that `path` leads to inside `schema`, without the wrappers that make it optional or give it a default. */
function schemaAt(schema, path) {
    const [part, ...rest] = path;
    const inner = unwrapped(schema);
    if (part === undefined)
        return inner;
    if (inner instanceof schemas/* ZodObject */.bvH) {
        const member = Object.hasOwn(inner.shape, part) ? inner.shape[part] : undefined;
        return member && schemaAt(member, rest);
    }
    if (inner instanceof schemas/* ZodArray */.naA)
        return schemaAt(inner.element, rest);
    if (inner instanceof schemas/* ZodRecord */.b8S)
        return schemaAt(inner.valueType, rest);
    return undefined;
}
/** Keys that the schema at `path` knows. */
function knownKeys(schema, path) {
    const found = schemaAt(schema, path);
    return found instanceof schemas/* ZodObject */.bvH ? Object.keys(found.shape) : [];
}
/** What the schema at `path` says about itself, wrappers included. */
function descriptionAt(schema, path) {
    const parent = schemaAt(schema, path.slice(0, -1));
    const last = path.at(-1);
    if (!(parent instanceof schemas/* ZodObject */.bvH) || last === undefined)
        return undefined;
    const member = parent.shape[last];
    return member && registries/* globalRegistry */.fd.get(member)?.description;
}
function unwrapped(schema) {
    if (schema instanceof schemas/* ZodOptional */.IiU || schema instanceof schemas/* ZodDefault */.XiL || schema instanceof schemas/* ZodPrefault */.xgV) {
        return unwrapped(schema.unwrap());
    }
    return schema;
}

;// CONCATENATED MODULE: ./build/config/reading/type-hint.js

/** How to turn a value of the wrong type into one that the schema takes. */
function typeHint(schema, value, literal) {
    if (value === null)
        return 'Give it a value, or remove the key.';
    if (schema instanceof schemas/* ZodString */.NDH || schema instanceof schemas/* ZodEnum */.Vb4) {
        if (typeof value === 'number' || typeof value === 'boolean')
            return `Put it in quotes: "${literal ?? value}".`;
        return 'Write a single text here.';
    }
    if (schema instanceof schemas/* ZodNumber */.rSt)
        return numberHint(value);
    if (schema instanceof schemas/* ZodBoolean */.WFD)
        return booleanHint(value);
    if (schema instanceof schemas/* ZodArray */.naA)
        return 'Put each item on its own line that begins with "- ".';
    return Array.isArray(value) ? 'Remove the "- " before its keys.' : 'Write its keys on the lines below, indented.';
}
function numberHint(value) {
    if (typeof value === 'number' && Number.isFinite(value))
        return `Round it: ${Math.round(value)}.`;
    if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
        return `Write it without quotes: ${Number(value)}.`;
    }
    return 'Write a number, without quotes.';
}
function booleanHint(value) {
    const text = String(value).toLowerCase();
    if (['true', 'yes', 'on', '1'].includes(text))
        return 'Write true, without quotes.';
    if (['false', 'no', 'off', '0'].includes(text))
        return 'Write false, without quotes.';
    return 'Write true or false.';
}

;// CONCATENATED MODULE: ./build/config/reading/wording.js

/** What a schema expects, as it follows "must be". */
function expectation(schema) {
    if (schema instanceof schemas/* ZodEnum */.Vb4)
        return `one of ${schema.options.join(', ')}`;
    if (schema instanceof schemas/* ZodString */.NDH)
        return 'text';
    if (schema instanceof schemas/* ZodNumber */.rSt)
        return schema.format === 'safeint' ? 'a whole number' : 'a number';
    if (schema instanceof schemas/* ZodBoolean */.WFD)
        return 'true or false';
    if (schema instanceof schemas/* ZodArray */.naA)
        return 'a list';
    return 'keys and values';
}
/** A value that was found, as it follows "is"; `literal` is how the file writes it. */
function foundText(value, literal) {
    if (value === null || value === undefined)
        return 'nothing';
    if (typeof value === 'string')
        return value === '' ? 'empty text' : `the text ${JSON.stringify(shortened(value))}`;
    if (typeof value === 'number')
        return `the number ${literal ?? value}`;
    if (typeof value === 'boolean')
        return literal ?? String(value);
    return Array.isArray(value) ? 'a list' : 'keys and values';
}
function shortened(text) {
    return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

;// CONCATENATED MODULE: ./build/config/reading/schema-findings.js





/** The schema's complaints in our words, one for each unknown key and each wrong value. */
function schemaFindings(kind, document, issues) {
    return issues.flatMap((issue) => {
        const path = issue.path.filter((part) => typeof part !== 'symbol');
        if (issue.code !== 'unrecognized_keys')
            return [wrongValue(kind, document, issue, path)];
        return issue.keys.map((key) => unknownKey(kind, document, path, key));
    });
}
function unknownKey(kind, { file, keys }, parent, key) {
    const path = [...parent, key];
    const known = knownKeys(kind.schema, parent);
    const where = parent.length === 0 ? '' : ` in ${pathText(parent)}`;
    const foreign = parent.length === 0 && Object.hasOwn(kind.foreignKeys, key) ? kind.foreignKeys[key] : undefined;
    const meant = foreign === undefined ? suggestion(key, known) : undefined;
    const at = keys[pathKey(path)] ?? { file, line: 1, column: 1 };
    const message = foreign === undefined ? `Unknown key "${key}"${where}.` : `The key "${key}" does not belong here.`;
    const hint = foreign ?? didYouMean(key, known, 'Remove it; docs/config-reference.md lists the keys.');
    return { issue: { at, message, hint }, meant: meant === undefined ? undefined : [...parent, meant] };
}
function wrongValue(kind, document, issue, path) {
    if (issue.input === undefined && issue.code !== 'custom')
        return missingKey(kind, document, path);
    const subject = pathText(path) || 'This file';
    const literal = document.literals[pathKey(path)];
    const found = foundText(issue.input, literal);
    const expected = schemaAt(kind.schema, path);
    const say = (message, hint) => ({
        issue: issueAt(document, path, message, hint),
        meant: path,
    });
    switch (issue.code) {
        case 'invalid_value': {
            const values = issue.values.map(String);
            return say(`${subject} cannot be ${found}.`, valueHint(issue.input, values));
        }
        case 'invalid_format': {
            const [what = 'right', hint = ''] = issue.message.split('\n');
            return say(`${subject} is ${found}, which is not ${what}.`, hint);
        }
        case 'too_small':
            return say(...outOfRange(subject, found, 'at least', Number(issue.minimum), issue.origin));
        case 'too_big':
            return say(...outOfRange(subject, found, 'at most', Number(issue.maximum), issue.origin));
        case 'not_multiple_of':
            return say(`${subject} is ${found}.`, `Give a multiple of ${issue.divisor}.`);
        case 'invalid_key':
            return wrongKey(document, issue, path);
        case 'invalid_type':
        case 'invalid_union':
        case 'invalid_element':
        case 'unrecognized_keys':
        case 'custom': {
            if (issue.input === null)
                return say(`${subject} has no value.`, typeHint(expected, null, literal));
            const [what = '', hint] = issue.message.split('\n');
            return hint === undefined
                ? say(`${subject} must be ${expectation(expected)}, but is ${found}.`, typeHint(expected, issue.input, literal))
                : say(`${subject} must be ${what}, but is ${found}.`, hint);
        }
    }
}
function valueHint(found, values) {
    if (typeof found === 'string')
        return didYouMean(found, values, `Use one of ${values.join(', ')}.`);
    return `Use one of ${values.join(', ')}.`;
}
function outOfRange(subject, found, bound, limit, origin) {
    if (origin === 'string') {
        return limit === 1 && bound === 'at least'
            ? [`${subject} is empty.`, 'Give it a value, or remove the key.']
            : [`${subject} is too long.`, `Use ${bound} ${limit} characters.`];
    }
    if (origin === 'array') {
        return limit === 1 && bound === 'at least'
            ? [`${subject} is an empty list.`, 'Add an item, or remove the key.']
            : [`${subject} is a list of the wrong length.`, `Give it ${bound} ${limit} items.`];
    }
    return [`${subject} is ${found}.`, `Give ${bound} ${limit}.`];
}
function missingKey({ schema }, document, path) {
    const parent = path.slice(0, -1);
    const key = String(path.at(-1) ?? '');
    const where = parent.length === 0 ? '' : ` in ${pathText(parent)}`;
    const description = descriptionAt(schema, path);
    const hint = description === undefined ? `Add "${key}: …".` : `Add "${key}: …". ${description}`;
    return { issue: issueAt(document, parent, `The key "${key}" is missing${where}.`, hint), meant: path };
}
function wrongKey({ file, keys }, issue, path) {
    const [what = 'right', hint = 'Correct it.'] = issue.issues[0]?.message.split('\n') ?? [];
    const at = keys[pathKey(path)] ?? { file, line: 1, column: 1 };
    return { issue: { at, message: `The key "${path.at(-1)}" is not ${what}.`, hint }, meant: path };
}

;// CONCATENATED MODULE: ./build/config/reading/read-file.js


/** Each attempt takes out one level of what lacks something; files are far less deep than this. */
const MOST_ATTEMPTS = 10;
/** Reads a file by its schema. All that is wrong with it by itself is in `issues`. */
function readFile(kind, file, content) {
    const { document, issues } = readDocument(file, content);
    return document ? readValue(kind, document, issues) : unreadFile(kind, file, issues);
}
/** A file of which nothing is known. */
function unreadFile(kind, file, issues) {
    return { file, value: kind.schema.parse(kind.least), values: {}, keys: {}, issues, doubts: [[]] };
}
function readValue(kind, document, syntax) {
    const { file, values, keys } = document;
    const parsed = kind.schema.safeParse(document.value, { reportInput: true });
    if (parsed.success)
        return { file, value: parsed.data, values, keys, issues: syntax, doubts: [] };
    const findings = schemaFindings(kind, document, parsed.error.issues.filter((issue) => !isUnknown(document, issue)));
    const understood = withoutMisunderstood(kind, document.value, parsed.error.issues);
    const doubts = findings.flatMap(({ meant }) => (meant ? [meant] : []));
    return {
        file,
        value: understood.value ?? kind.schema.parse(kind.least),
        values,
        keys,
        issues: [...syntax, ...findings.map(({ issue }) => issue)],
        doubts: [...doubts, ...understood.removed],
    };
}
/** Whether an issue is about a value that is missing only because it could not be read. */
function isUnknown({ unknown }, issue) {
    return unknown.some((path) => path.every((part, index) => String(part) === String(issue.path[index])));
}
/** Takes out what the schema refuses, until it accepts the rest; `removed` leaves out unknown keys. */
function withoutMisunderstood({ schema, least }, value, refused) {
    let rest = value;
    let issues = refused;
    const removed = [];
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        for (const issue of issues) {
            const path = issue.path.filter((part) => typeof part !== 'symbol');
            if (issue.code === 'unrecognized_keys') {
                rest = issue.keys.reduce((smaller, key) => without(smaller, [...path, key]), rest);
            }
            else {
                const wrong = refusedPath(path, rest);
                removed.push(wrong);
                rest = without(rest, wrong);
            }
        }
        const parsed = schema.safeParse({ ...least, ...(read_file_isObject(rest) ? rest : {}) });
        if (parsed.success)
            return { value: parsed.data, removed };
        issues = parsed.error.issues;
    }
    return { value: undefined, removed: [[]] };
}
/** What to take out: the value; for a missing one what lacks it; of a list all, since its indexes are paths. */
function refusedPath(path, root) {
    const missing = valueAt(root, path) === undefined;
    return withoutIndex(missing ? path.slice(0, -1) : path);
}
function withoutIndex(path) {
    return typeof path.at(-1) === 'number' ? withoutIndex(path.slice(0, -1)) : path;
}
function valueAt(value, path) {
    const [part, ...rest] = path;
    if (part === undefined)
        return value;
    if (Array.isArray(value))
        return valueAt(value[Number(part)], rest);
    return read_file_isObject(value) ? valueAt(value[part], rest) : undefined;
}
function without(value, path) {
    const [part, ...rest] = path;
    if (part === undefined)
        return {};
    if (Array.isArray(value))
        return value.map((item, index) => (index === part ? without(item, rest) : item));
    if (!read_file_isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
        if (key !== String(part))
            return [[key, member]];
        return rest.length === 0 ? [] : [[key, without(member, rest)]];
    }));
}
function read_file_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/config/schema/capacity-file.js


const steps = schemas/* strictObject */.rej({
    scaleOut: schemas/* int */.Whr().min(1).max(100).default(1).meta({ description: 'Instances to add when the alarm fires.' }),
    scaleIn: schemas/* int */.Whr()
        .min(-100)
        .max(-1)
        .default(-1)
        .meta({ description: 'Instances to remove when the alarm fires, as a negative number.' }),
    cooldown: schemas/* int */.Whr().min(0).max(86400).default(300).meta({ description: 'Seconds between two steps.' }),
})
    .prefault({})
    .meta({ description: "The group's two step policies, with `instanceScaling: alarms`." });
/** `capacity` of cluster.yaml. */
const capacityFile = schemas/* strictObject */.rej({
    instanceScaling: schemas/* enum */.k5n(['managed', 'alarms']).default('managed').meta({
        description: '`managed`: ECS adds instances for tasks that wait, and drains them before they go. `alarms`: the alarms of the service that says `drivesInstances` scale them.',
    }),
    instanceType: formats_text('an instance type', 'Write it like t3.medium.', /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/)
        .default('t3.medium')
        .meta({ description: 'EC2 instance type.' }),
    image: formats_text('an AMI', 'Write an id like ami-0123456789abcdef0, or resolve:ssm:/path/of/a/parameter.', /^(ami-[0-9a-f]{8,17}|resolve:ssm:[\w./-]+(:\d+)?)$/)
        .optional()
        .meta({
        description: 'AMI of the instances: an id, or `resolve:ssm:` and a parameter that EC2 reads at each launch.',
        'x-default': "ECS-optimized Amazon Linux 2023 of the instance type's architecture",
    }),
    minSize: schemas/* int */.Whr().min(0).max(5000).default(2).meta({ description: 'Minimum number of instances.' }),
    maxSize: schemas/* int */.Whr().min(1).max(5000).default(4).meta({ description: 'Maximum number of instances.' }),
    targetCapacity: schemas/* int */.Whr().min(1).max(100).default(100).meta({
        description: 'Percentage of the instances to keep in use; below 100 leaves room for rollouts. With `managed`.',
    }),
    instanceWarmupPeriod: schemas/* int */.Whr()
        .min(0)
        .max(10000)
        .default(60)
        .meta({ description: 'Seconds until a new instance counts. With `managed`.' }),
    associatePublicIpAddress: schemas/* boolean */.zMY().optional().meta({
        description: 'Whether instances get public addresses. Without one they need another way to the internet.',
        'x-default': '`true`, but `false` with `instanceSubnets` or an internal load balancer in a VPC that exists',
    }),
    rootVolumeSize: schemas/* int */.Whr().min(30).max(16384).default(30).meta({ description: 'GiB of the root volume.' }),
    agent: schemas/* record */.g1P(formats_text('an agent variable', 'Write it like ECS_CONTAINER_STOP_TIMEOUT.', /^[A-Z][A-Z0-9_]*$/), formats_text('a value on one line', 'Remove the line break.', /^[^\r\n]*$/))
        .default({})
        .meta({ description: 'Variables of the ECS agent (/etc/ecs/ecs.config) besides ECS_CLUSTER.' }),
    autoScalingGroupName: groupName
        .optional()
        .meta({ description: 'Name of the Auto Scaling group.', 'x-default': '`<cluster>-autoscaling-group`' }),
    launchTemplateName: groupName
        .optional()
        .meta({ description: 'Name of the launch template.', 'x-default': '`<cluster>-autoscaling-setting`' }),
    securityGroupName: securityGroupName
        .optional()
        .meta({ description: "Name of the instances' security group.", 'x-default': '`<cluster>-autoscaling-sg`' }),
    capacityProviderName: capacityProviderName
        .optional()
        .meta({ description: 'Name of the capacity provider.', 'x-default': '`capacity-<cluster>`' }),
    steps,
})
    .prefault({})
    .meta({ description: 'The instances that the tasks run on.' });

;// CONCATENATED MODULE: ./build/config/schema/load-balancer-file.js


const defaultAction = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(['fixed-response', 'redirect-to-https'])
        .default('fixed-response')
        .meta({ description: 'What to answer.' }),
    statusCode: schemas/* int */.Whr().min(200).max(599).default(404).meta({ description: 'Status code of a fixed response.' }),
})
    .prefault({})
    .meta({ description: "The answer to requests that no service's rule matches." });
const listener = schemas/* strictObject */.rej({
    port: port.meta({ description: 'Port to listen on.' }),
    protocol: schemas/* enum */.k5n(['HTTP', 'HTTPS'])
        .optional()
        .meta({ description: 'Protocol of the listener.', 'x-default': '`HTTPS` with certificates, otherwise `HTTP`' }),
    certificates: schemas/* array */.YOg(formats_text('the ARN of a certificate', 'Write it like arn:aws:acm:REGION:ACCOUNT:certificate/ID.', /^arn:aws[\w-]*:(acm:[\w-]+|iam:):\d{12}:(server-)?certificate\/.+$/))
        .default([])
        .meta({ description: 'ARNs of certificates, the default one first. HTTPS needs one.' }),
    sslPolicy: formats_text('a TLS policy', 'Write it like ELBSecurityPolicy-TLS13-1-2-2021-06.', /^ELBSecurityPolicy-[\w-]+$/)
        .optional()
        .meta({ description: 'TLS policy of an HTTPS listener.', 'x-default': '`ELBSecurityPolicy-TLS13-1-2-2021-06`' }),
    defaultAction,
});
/** `loadBalancer` of cluster.yaml. */
const loadBalancerFile = schemas/* strictObject */.rej({
    name: loadBalancerName
        .optional()
        .meta({ description: 'Name of the load balancer.', 'x-default': '`<cluster>-alb`, shortened to 32 characters' }),
    scheme: schemas/* enum */.k5n(['internet-facing', 'internal'])
        .default('internet-facing')
        .meta({ description: 'Whether its addresses are public.' }),
    securityGroupName: securityGroupName
        .optional()
        .meta({ description: 'Name of its security group.', 'x-default': '`<cluster>-alb-sg`' }),
    allowedCidrBlocks: schemas/* array */.YOg(cidrBlock).default(['0.0.0.0/0']).meta({ description: 'Who may reach the listeners.' }),
    idleTimeoutSeconds: schemas/* int */.Whr().min(1).max(4000).default(60).meta({
        description: 'Seconds that a connection may be idle. An application must keep its own open for longer.',
    }),
    deletionProtection: schemas/* boolean */.zMY().default(false).meta({ description: 'Whether AWS refuses to delete it.' }),
    listeners: schemas/* array */.YOg(listener).min(1).default([defaultListener()]).meta({
        description: 'Ports that it listens on.',
        'x-default': 'HTTP on port 80',
    }),
})
    .prefault({})
    .meta({ description: 'The Application Load Balancer in front of all services.' });
function defaultListener() {
    return listener.parse({ port: 80 });
}

;// CONCATENATED MODULE: ./build/config/schema/cluster-file.js





const network = schemas/* strictObject */.rej({
    vpc: formats_text('a VPC', 'Write default, create, or an id like vpc-0123456789abcdef0.', /^(default|create|vpc-[0-9a-f]{8,17})$/)
        .default('default')
        .meta({
        description: "`default` is the region's default VPC, `create` makes one with public subnets in the stack, `vpc-…` uses one that exists.",
    }),
    availabilityZones: schemas/* array */.YOg(schemas/* string */.YjP()).optional().meta({
        description: 'At least two zones, with `default` or `create`.',
        'x-default': "all of a default VPC, the region's first two of a created one",
    }),
    cidrBlock: cidrBlock
        .optional()
        .meta({ description: 'Address range of a created VPC.', 'x-default': '10.0.0.0/16' }),
    subnets: schemas/* array */.YOg(subnetId)
        .optional()
        .meta({ description: 'Subnets of the load balancer in at least two zones; needed with `vpc-…`.' }),
    instanceSubnets: schemas/* array */.YOg(subnetId)
        .optional()
        .meta({ description: 'Subnets of the instances, with `vpc-…`.', 'x-default': '`subnets`' }),
})
    .prefault({})
    .meta({ description: 'Where the load balancer and the instances are.' });
const consent = schemas/* strictObject */.rej({
    stack: schemas/* string */.YjP().min(1).optional().meta({
        description: 'The stack that the resource is in, as the plan shows it; to be given for the stack of a service.',
        'x-default': "the cluster's stack",
    }),
    resource: schemas/* string */.YjP().min(1).meta({
        description: 'The resource, as the plan shows it; `service/<name>` or `stack/<name>` to remove what is no longer in config.',
    }),
    property: schemas/* string */.YjP().min(1).optional().meta({ description: 'The property that changes, as the plan shows it.' }),
    to: schemas/* string */.YjP().optional().meta({ description: 'The new value: the consent then covers this change only.' }),
});
/** cluster.yaml. */
const clusterFile = schemas/* strictObject */.rej({
    name: stackPart
        .optional()
        .meta({ description: 'Must be the name of the folder.', 'x-default': "the folder's name" }),
    region: region.meta({ description: 'AWS region; a run in another region is refused.' }),
    account: account.meta({
        description: 'AWS account id, in quotes; a run with credentials of another account is refused.',
    }),
    network,
    roles: schemas/* strictObject */.rej({
        service: role.optional().meta({
            description: 'A role for ECS itself. It is created but not used: the service-linked role replaces it.',
            'x-default': 'none',
        }),
        instance: role.optional().meta({
            description: 'The role of the instances.',
            'x-default': '`name: <cluster>-instance-role`',
        }),
    })
        .prefault({})
        .meta({ description: 'IAM roles of the cluster, to create by name or to use by ARN.' }),
    capacity: capacityFile,
    loadBalancer: loadBalancerFile,
    tags: tags.default({}).meta({ description: "Tags of everything in the cluster's stacks and of its services." }),
    allow: schemas/* array */.YOg(consent)
        .default([])
        .meta({ description: 'Consents to individual dangerous changes. Remove each when its change is done.' }),
})
    .meta({ title: 'cluster.yaml', description: 'A cluster, its instances and its load balancer.' });

;// CONCATENATED MODULE: ./build/config/schema/task-definition-file.js




const containerName = formats_text('a container name', 'Use up to 255 letters, digits, hyphens and underscores.', /^[\w-]{1,255}$/);
const portMapping = schemas/* strictObject */.rej({
    ...awsMembers('PortMapping'),
    containerPort: schemas/* int */.Whr().min(0).max(65535).optional(),
    hostPort: schemas/* int */.Whr().min(0).max(65535).optional(),
    protocol: awsEnum('TransportProtocol').optional(),
});
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const task_definition_file_healthCheck = schemas/* strictObject */.rej({
    command: schemas/* array */.YOg(schemas/* string */.YjP()).min(1),
    interval: schemas/* int */.Whr().min(5).max(300).optional(),
    timeout: schemas/* int */.Whr().min(2).max(60).optional(),
    retries: schemas/* int */.Whr().min(1).max(10).optional(),
    startPeriod: schemas/* int */.Whr().min(0).max(300).optional(),
});
const secret = schemas/* strictObject */.rej({ name: schemas/* string */.YjP().min(1), valueFrom: schemas/* string */.YjP().min(1) });
/** The least that Docker gives a container is 6 MiB. */
const mebibytes = schemas/* int */.Whr().min(6);
const timeoutSeconds = schemas/* int */.Whr().min(2);
const container = schemas/* strictObject */.rej({
    ...awsMembers('ContainerDefinition'),
    name: containerName,
    image: schemas/* string */.YjP()
        .min(1)
        .meta({ description: "An image, or `external` where the application's own repository deploys it." }),
    initialImage: schemas/* string */.YjP()
        .min(1)
        .optional()
        .meta({ description: 'With `image: external`: what the first deployment runs.' }),
    essential: schemas/* boolean */.zMY().optional(),
    cpu: schemas/* int */.Whr({ error: ({ input }) => unitsHint(input) })
        .min(0)
        .optional(),
    memory: mebibytes.optional(),
    memoryReservation: mebibytes.optional(),
    links: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    dependsOn: schemas/* array */.YOg(schemas/* strictObject */.rej({ containerName: schemas/* string */.YjP(), condition: awsEnum('ContainerCondition') }))
        .optional(),
    startTimeout: timeoutSeconds.optional(),
    stopTimeout: timeoutSeconds.optional(),
    healthCheck: task_definition_file_healthCheck.optional(),
    secrets: schemas/* array */.YOg(secret).optional(),
    mountPoints: schemas/* array */.YOg(schemas/* strictObject */.rej({ ...awsMembers('MountPoint'), sourceVolume: schemas/* string */.YjP() })).optional(),
    volumesFrom: schemas/* array */.YOg(schemas/* strictObject */.rej({ ...awsMembers('VolumeFrom'), sourceContainer: schemas/* string */.YjP() })).optional(),
    portMappings: schemas/* array */.YOg(portMapping).optional(),
    environment: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP().min(1), value: schemas/* string */.YjP().optional() })).optional(),
    logConfiguration: schemas/* strictObject */.rej({
        ...awsMembers('LogConfiguration'),
        logDriver: awsEnum('LogDriver'),
        options: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
        secretOptions: schemas/* array */.YOg(secret).optional(),
    })
        .optional(),
});
/** For somebody who thinks in vCPUs: 0.25. */
function unitsHint(input) {
    if (typeof input !== 'number' || Number.isInteger(input))
        return undefined;
    return `a number of CPU units\n1024 units are one vCPU: ${Math.round(input * 1024)}.`;
}
/** task-definition.yaml: what RegisterTaskDefinition takes, and `image: external`. */
const taskDefinitionFile = schemas/* strictObject */.rej({
    ...awsMembers('RegisterTaskDefinitionRequest', ['tags']),
    $schema: schemas/* string */.YjP().optional().meta({ description: 'For editors, where the file is JSON and has no comments.' }),
    family: formats_text('a family name', 'Use up to 255 letters, digits, hyphens and underscores.', /^[\w-]{1,255}$/)
        .optional()
        .meta({ description: 'Name of the task definition.', 'x-default': '`<cluster>-<service>`' }),
    networkMode: awsEnum('NetworkMode').optional(),
    taskRoleArn: roleNameOrArn.optional(),
    executionRoleArn: roleNameOrArn.optional(),
    requiresCompatibilities: schemas/* array */.YOg(awsEnum('Compatibility')).optional(),
    cpu: schemas/* string */.YjP({ error: ({ input }) => unitsHint(input) }).optional(),
    memory: schemas/* string */.YjP().optional(),
    volumes: schemas/* array */.YOg(schemas/* strictObject */.rej({ ...awsMembers('Volume'), name: schemas/* string */.YjP().min(1) }))
        .optional()
        .meta({ description: awsDocumentation('Volume') }),
    placementConstraints: placementConstraintsFile('TaskDefinitionPlacementConstraint'),
    containerDefinitions: schemas/* array */.YOg(container).min(1).max(10).meta({ description: 'The containers of a task.' }),
})
    .meta({
    title: 'task-definition.yaml',
    description: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
});

;// CONCATENATED MODULE: ./build/config/read-draft.js











const CLUSTER_FILE = {
    schema: clusterFile,
    least: { region: 'us-east-1', account: '000000000000' },
    foreignKeys: { services: 'Each service has a folder: services/<service>/.' },
};
const SERVICE_FILE = { schema: serviceFile, least: {}, foreignKeys: RESERVED_MEMBERS };
const TASK_DEFINITION_FILE = {
    schema: taskDefinitionFile,
    least: { containerDefinitions: [{ name: 'unknown', image: 'unknown' }] },
    foreignKeys: {
        ...Object.fromEntries(DESCRIBED_ONLY.map((key) => [key, 'Remove it: ECS returns this key, but does not accept it.'])),
        taskDefinition: 'Move its contents to the root of the file.',
        tags: 'Put them under `tags` in service.yaml: the service and its revisions get them.',
    },
};
/** Reads what a cluster's folder holds, as far as it can be understood. */
function readDraft(tree) {
    const file = readRole(tree, 'cluster', CLUSTER_FILE);
    const name = tree.name || (file.value.name ?? '');
    const cluster = buildCluster(name, file);
    const servicesTree = tree.folders.get(SERVICES);
    const services = [...(servicesTree?.folders.values() ?? [])].map((folder) => readServiceDraft(cluster, folder));
    return {
        name,
        folder: tree.path,
        file,
        cluster: { ...cluster, services: services.map(({ service }) => service) },
        services,
        issues: [
            ...file.issues,
            ...services.flatMap((service) => [...service.file.issues, ...service.taskFile.issues]),
            ...strayFiles(tree, ['cluster']),
            ...strayFolders(tree),
            ...(servicesTree ? strayInServices(servicesTree) : []),
        ],
    };
}
function readServiceDraft(cluster, folder) {
    const file = readRole(folder, 'service', SERVICE_FILE);
    const taskFile = readRole(folder, 'task-definition', TASK_DEFINITION_FILE);
    const service = buildService(cluster, folder.name, file, taskFile);
    return { name: folder.name, file, taskFile, service };
}
function readRole(tree, role, kind) {
    const picked = pickFile(tree, role);
    return picked.kind === 'found'
        ? readFile(kind, picked.path, picked.content)
        : unreadFile(kind, picked.path, [picked.issue]);
}
function strayInServices(services) {
    return [
        ...strayFiles(services, []),
        ...[...services.folders.values()].flatMap((folder) => strayFiles(folder, ['service', 'task-definition'])),
    ];
}

;// CONCATENATED MODULE: ./build/config/read-clusters.js




/**
 * Reads a cluster's folder, or all in the folder above or the one `selected` of them by name, and finds everything that
 * is wrong with what it reads. Never throws.
 */
function readClusters(folder, selected) {
    const { folders, issues } = findClusters(treeOf(folder), selected);
    const drafts = folders.map(readDraft);
    const found = drafts.map((draft) => [...draft.issues, ...CHECKS.flatMap((check) => check(draft))]);
    const shared = SHARED_CHECKS.flatMap((check) => check(drafts));
    return {
        clusters: drafts.filter((_, index) => found[index]?.length === 0).map(({ cluster }) => cluster),
        issues: inOrder([...issues, ...found.flat(), ...shared]),
        warnings: inOrder(drafts.flatMap((draft) => WARNINGS.flatMap((check) => check(draft)))),
    };
}
function inOrder(issues) {
    const once = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
    return [...once.values()].sort(({ at: a }, { at: b }) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column);
}

;// CONCATENATED MODULE: ./build/actions/config.js




/**
 * All clusters of the folder, or the one named. Validates the whole folder first; throws CONFIG_INVALID with every
 * issue.
 */
async function loadClusters(folder, name, progress) {
    const { clusters, issues, warnings } = readClusters({ path: folder, files: await readConfigFiles(folder) }, name || undefined);
    if (issues.length > 0) {
        throw new errors/* ToolkitError */.h('CONFIG_INVALID', `${(0,model_text/* counted */.h)(issues.length, 'problem')} in ${folder}.`, {
            hint: 'No AWS call was made and nothing was changed. Correct the config, then run the job again.',
            issues,
        });
    }
    for (const { at, message, hint } of warnings)
        progress.emit({ kind: 'warning', at, message: `${message} ${hint ?? ''}`.trim() });
    return clusters;
}
/** The one cluster that a run writes to. Throws INPUT_MISSING where the folder holds several and none is named. */
async function loadCluster(folder, name, progress) {
    const clusters = await loadClusters(folder, name, progress);
    const [only] = clusters;
    if (only && clusters.length === 1)
        return only;
    throw new errors/* ToolkitError */.h('INPUT_MISSING', `${folder} contains ${clusters.length} clusters.`, {
        hint: `Choose one with the input cluster: ${clusters.map((cluster) => cluster.name).join(', ')}.`,
    });
}


/***/ }),

/***/ 3878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ runnerResults)
/* harmony export */ });
const SUMMARY_LIMIT_BYTES = 1024 * 1024 - 1024;
function runnerResults(env) {
    return {
        setOutput: async (name, value) => {
            if (!env['GITHUB_OUTPUT'])
                return;
            const { setOutput } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
            setOutput(name, value);
        },
        addSummary: async (markdown) => {
            if (!env['GITHUB_STEP_SUMMARY'])
                return;
            const { summary } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
            await summary.addRaw(withinLimit(markdown), true).write();
        },
    };
}
function withinLimit(markdown) {
    if (Buffer.byteLength(markdown) <= SUMMARY_LIMIT_BYTES)
        return markdown;
    const cut = Buffer.from(markdown).subarray(0, SUMMARY_LIMIT_BYTES).toString('utf8');
    return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\nThe rest did not fit into a summary; see the log.\n`;
}


/***/ }),

/***/ 9785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iy: () => (/* binding */ pauseText),
/* harmony export */   lv: () => (/* binding */ awaitedHook),
/* harmony export */   nR: () => (/* binding */ trafficText)
/* harmony export */ });
/** The hook for whose answer a deployment stands still. */
function awaitedHook({ status, hooks = [] }) {
    return status === 'IN_PROGRESS' ? hooks.find((hook) => hook.status === 'AWAITING_ACTION') : undefined;
}
/** Says, as part of a sentence, at which stage a deployment is paused and until when. */
function pauseText({ lifecycleStage }, { expiresAt, timeoutAction }) {
    const until = expiresAt === undefined ? '' : ` until ${new Date(expiresAt).toISOString()}`;
    const then = timeoutAction ? `, after which ECS decides on ${timeoutAction}` : '';
    return `it waits for an answer at ${lifecycleStage ?? 'a stage that ECS does not name'}${until}${then}`;
}
/** What of the traffic goes to the new tasks, where ECS says it. */
function trafficText({ productionTrafficPercent, testTrafficPercent, }) {
    const shares = [
        ...(productionTrafficPercent === undefined ? [] : [`${productionTrafficPercent} % of production traffic`]),
        ...(testTrafficPercent ? [`${testTrafficPercent} % of test traffic`] : []),
    ];
    return shares.length > 0 ? shares.join(', ') : undefined;
}


/***/ }),

/***/ 5909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ revisionName),
/* harmony export */   x: () => (/* binding */ arnName)
/* harmony export */ });
/** The last part of an ARN: the id of a task, the name of a role; all of what holds no slash. */
function arnName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
/** A revision as a reader names it: `sample:3`; `sample` where the ARN has none. */
function revisionName(taskDefinitionArn) {
    return arnName(taskDefinitionArn);
}


/***/ }),

/***/ 9598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Oq: () => (/* binding */ byCanonicalJson),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   iZ: () => (/* binding */ objectsOf)
/* harmony export */ });
/** JSON with the members of every object in order of their names, so that equal values have equal texts. */
function canonicalJson(value) {
    return (JSON.stringify(value, (_, member) => typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member) ?? 'undefined');
}
/** A comparison for sorting lists whose order means nothing. */
function byCanonicalJson(a, b) {
    return canonicalJson(a) < canonicalJson(b) ? -1 : 1;
}
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !isList(value);
}
function isList(value) {
    return Array.isArray(value);
}
/** The value where it is an object, one without members otherwise. */
function objectOf(value) {
    return isJsonObject(value) ? value : {};
}
/** The value where it is a list, an empty one otherwise. */
function listOf(value) {
    return isList(value) ? value : [];
}
/** Returns the items that are objects. */
function objectsOf(value) {
    return listOf(value).filter(isJsonObject);
}


/***/ }),

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ isDone),
/* harmony export */   Om: () => (/* binding */ worstOutcome),
/* harmony export */   gf: () => (/* binding */ isGreen)
/* harmony export */ });
const GREEN = ['unchanged', 'planned', 'deployed', 'paused', 'verified', 'destroyed'];
function isGreen(kind) {
    return GREEN.includes(kind);
}
/** Green, and nothing of it remains to be done. */
function isDone(kind) {
    return isGreen(kind) && kind !== 'paused';
}
/** The outcome of several units is that of the worst: red before green, then the one that did most. */
function worstOutcome(kinds) {
    const order = [
        'failed',
        'rolled-back',
        'timed-out',
        'cancelled',
        'superseded',
        'blocked',
        'paused',
        'deployed',
        'destroyed',
        'verified',
        'planned',
        'unchanged',
    ];
    return order.find((kind) => kinds.includes(kind)) ?? 'unchanged';
}


/***/ }),

/***/ 8025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ DEFAULT_PERCENTS),
/* harmony export */   $t: () => (/* binding */ taskBounds),
/* harmony export */   mD: () => (/* binding */ percentsOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);

/** ECS's own, for what a configuration leaves out. */
const DEFAULT_PERCENTS = { minimumHealthyPercent: 100, maximumPercent: 200 };
/** `settings` are CreateService's members, or DescribeServices'. */
function percentsOf({ deploymentConfiguration }) {
    const stated = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(deploymentConfiguration);
    return {
        minimumHealthyPercent: Number(stated['minimumHealthyPercent'] ?? DEFAULT_PERCENTS.minimumHealthyPercent),
        maximumPercent: Number(stated['maximumPercent'] ?? DEFAULT_PERCENTS.maximumPercent),
    };
}
/**
 * How many tasks have to stay healthy and how many may run while a service of `tasks` tasks rolls out. ECS rounds the
 * minimum up and the maximum down: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
function taskBounds(tasks, { minimumHealthyPercent, maximumPercent }) {
    return {
        floor: Math.ceil((tasks * minimumHealthyPercent) / 100),
        ceiling: Math.floor((tasks * maximumPercent) / 100),
    };
}


/***/ }),

/***/ 7499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C9: () => (/* binding */ testRuleOutput),
/* harmony export */   CW: () => (/* binding */ clusterStackName),
/* harmony export */   Ht: () => (/* binding */ SERVICE_OUTPUTS),
/* harmony export */   K0: () => (/* binding */ CLUSTER_OUTPUTS),
/* harmony export */   MR: () => (/* binding */ listenerOutput),
/* harmony export */   PQ: () => (/* binding */ targetGroupArns),
/* harmony export */   Up: () => (/* binding */ isAlternateId),
/* harmony export */   ZZ: () => (/* binding */ serviceStackName),
/* harmony export */   k9: () => (/* binding */ alternateId),
/* harmony export */   sN: () => (/* binding */ listenerParameter),
/* harmony export */   sV: () => (/* binding */ isListenerParameter),
/* harmony export */   se: () => (/* binding */ alternateTargetGroupOutput),
/* harmony export */   sq: () => (/* binding */ targetGroupOutput),
/* harmony export */   xs: () => (/* binding */ productionRuleOutput),
/* harmony export */   zt: () => (/* binding */ STACK_TAGS)
/* harmony export */ });
/** Names that tie the stacks to what reads their outputs. */
function clusterStackName(cluster) {
    return cluster;
}
function serviceStackName(cluster, service) {
    return `${cluster}-${service}`;
}
/**
 * Tags of a stack, which CloudFormation hands on to its resources: they tell our stacks from others of the same name. A
 * cluster's stack has the first, a service's stack both.
 */
const STACK_TAGS = { cluster: 'ecs-gitops:cluster', service: 'ecs-gitops:service' };
/** Output keys of the cluster's stack. */
const CLUSTER_OUTPUTS = {
    templateDigest: 'TemplateDigest',
    clusterName: 'ClusterName',
    capacityProvider: 'CapacityProvider',
    autoScalingGroup: 'AutoScalingGroup',
    loadBalancerArn: 'LoadBalancerArn',
    loadBalancerDnsName: 'LoadBalancerDnsName',
    vpcId: 'VpcId',
    /** The ARNs of the group's step policies, in `alarms` mode. */
    scaleOutPolicyArn: 'ScaleOutPolicyArn',
    scaleInPolicyArn: 'ScaleInPolicyArn',
};
/** Output keys of a service's stack. */
const SERVICE_OUTPUTS = {
    templateDigest: 'TemplateDigest',
    /** The ARN of the role that lets ECS change listener rules, created or given. */
    infrastructureRoleArn: 'InfrastructureRoleArn',
    /** The ARN of the role that lets ECS invoke the functions of lifecycle hooks. */
    hookRoleArn: 'HookRoleArn',
};
function listenerOutput(port) {
    return `Listener${port}Arn`;
}
/** The output with the ARN of the service's nth target group, counted from 1 as `loadBalancers` lists them. */
function targetGroupOutput(position) {
    return `TargetGroup${position}Arn`;
}
/** The output with the ARN of the nth alternate target group. */
function alternateTargetGroupOutput(position) {
    return `AlternateTargetGroup${position}Arn`;
}
/** The output with the ARN of the rule whose traffic ECS shifts between the nth pair of target groups. */
function productionRuleOutput(position) {
    return `ProductionRule${position}Arn`;
}
function testRuleOutput(position) {
    return `TestRule${position}Arn`;
}
/** The logical id of the alternate of a target group. */
function alternateId(targetGroup) {
    return `${targetGroup}Alternate`;
}
function isAlternateId(logicalId) {
    return /^TargetGroup.+Alternate$/.test(logicalId);
}
/** ARNs of all of its target groups, from the outputs of a service's stack. */
function targetGroupArns(outputs) {
    return Object.entries(outputs).flatMap(([key, value]) => /^(Alternate)?TargetGroup\d+Arn$/.test(key) ? [value] : []);
}
/** The parameter of a service's stack that takes the listener's ARN. */
const listenerParameter = listenerOutput;
function isListenerParameter(key) {
    return /^Listener\d+Arn$/.test(key);
}


/***/ }),

/***/ 7669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hv: () => (/* binding */ isDaemon),
/* harmony export */   YL: () => (/* binding */ STRATEGIES),
/* harmony export */   ZI: () => (/* binding */ shiftsTraffic),
/* harmony export */   xS: () => (/* binding */ strategyOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);

const STRATEGIES = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'];
/** How a service with these settings rolls out; ROLLING where they do not say. */
function strategyOf({ deploymentConfiguration }) {
    const stated = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectOf */ .Xy)(deploymentConfiguration)['strategy'];
    return STRATEGIES.find((strategy) => strategy === stated) ?? 'ROLLING';
}
/** Whether ECS moves traffic from one target group to another, instead of replacing the tasks of one. */
function shiftsTraffic(settings) {
    return strategyOf(settings) !== 'ROLLING';
}
/** Whether ECS runs one task on each instance, instead of a desired count of them. */
function isDaemon({ schedulingStrategy }) {
    return schedulingStrategy === 'DAEMON';
}


/***/ }),

/***/ 271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** `1 stack`, `2 stacks`. */
function counted(count, one, several = `${one}s`) {
    return `${count} ${count === 1 ? one : several}`;
}


/***/ }),

/***/ 7069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkTable),
/* harmony export */   W: () => (/* binding */ checkLines)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3589);
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(271);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9822);



const SIGNS = { failed: '✗', warning: '⚠', unchecked: '?', passed: '✓' };
/** What needs a reader's eye comes first. */
const ORDER = ['failed', 'warning', 'unchecked', 'passed'];
/** One line each of what needs an eye; what passed is counted. */
function checkLines(checks) {
    if (checks.length === 0)
        return [];
    const lines = sorted(checks)
        .filter(({ state }) => state !== 'passed')
        .map(({ state, subject, message, at }) => `${SIGNS[state]} ${subject}: ${message}${at ? `  ${(0,_model_source_js__WEBPACK_IMPORTED_MODULE_0__/* .positionText */ .J)(at)}` : ''}`);
    return [countText(checks), ...lines];
}
/** A table of all checks. */
function checkTable(checks) {
    if (checks.length === 0)
        return [];
    return [
        '',
        `**Looked up beforehand:** ${countText(checks)}`,
        '',
        '| | What | |',
        '|---|---|---|',
        ...sorted(checks).map(({ state, subject, message }) => `| ${SIGNS[state]} ${state} | ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(subject)} | ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(message)} |`),
    ];
}
function sorted(checks) {
    return checks.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
/** `1 failed, 3 passed of 4 checks` without what does not occur. */
function countText(checks) {
    const counts = ORDER.map((state) => [checks.filter((check) => check.state === state).length, state]);
    const parts = counts.filter(([count]) => count > 0).map(([count, state]) => `${count} ${state}`);
    return `${parts.join(', ')} of ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(checks.length, 'check')}`;
}


/***/ }),

/***/ 7402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ countChanges)
/* harmony export */ });
/**
 * How many changes of this apply have this action. A resource that leaves its stack and stays counts as changed, not as
 * removed.
 */
function countChanges(changes, action) {
    return changes.filter((change) => !change.isLater && countedAs(change) === action).length;
}
function countedAs({ action, isKept }) {
    return action === 'remove' && isKept ? 'modify' : action;
}


/***/ }),

/***/ 6502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ forecastSentences)
/* harmony export */ });
/* harmony import */ var _model_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(271);

/** A rollout's forecast in short sentences: tasks, room, time. */
function forecastSentences(forecast) {
    return [tasksText(forecast), `${ROOM[forecast.room]}: ${forecast.roomText}`, ...durationText(forecast)];
}
const ROOM = {
    enough: 'Enough room',
    grows: 'Instances will be added',
    missing: 'Not enough room',
    unknown: 'Room unknown',
};
function tasksText({ strategy, tasks, running, lowest, highest, waves }) {
    const rounds = waves === undefined ? '' : `, in ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(waves, 'round')}`;
    const least = lowest === 0 ? 'none healthy until the first new tasks are' : `never fewer than ${lowest} healthy`;
    const from = running === 0 || running === tasks ? '' : `from ${running} `;
    return `${strategy} ${from}to ${(0,_model_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .h)(tasks, 'task')}: ${least}, at most ${highest} at once${rounds}.`;
}
function durationText({ lastDurationsMs }) {
    const sorted = lastDurationsMs.toSorted((a, b) => a - b);
    const [least, most] = [sorted[0], sorted.at(-1)];
    const median = sorted[Math.floor(sorted.length / 2)];
    if (least === undefined || most === undefined || median === undefined)
        return [];
    if (sorted.length === 1)
        return [`Takes about ${duration(median)}, as the last one did.`];
    return [`Takes about ${duration(median)}: the last ${sorted.length} took ${duration(least)} to ${duration(most)}.`];
}
function duration(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}


/***/ }),

/***/ 2459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ clockTime),
  C: () => (/* binding */ eventLines)
});

// EXTERNAL MODULE: ./build/health/service/pause.js
var service_pause = __webpack_require__(9785);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/render/text.js
var render_text = __webpack_require__(9822);
// EXTERNAL MODULE: ./build/render/log/commands.js
var commands = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/render/log/event-level.js
/**
 * Marks a service event for a reader: ECS writes progress and failures in one stream. The substrings are those by which
 * AWS Copilot told failures (aws-facts §1.8).
 */
function failureLevel(message) {
    const text = message.toLowerCase();
    return FAILURES.some((part) => text.includes(part)) ? '!' : '·';
}
const FAILURES = ['fail', 'unhealthy', 'error', 'throttle', 'unable', 'missing', 'alarm detected', 'rolling back'];

// EXTERNAL MODULE: ./build/model/outcome.js
var outcome = __webpack_require__(8158);
;// CONCATENATED MODULE: ./build/render/log/outcome-lines.js



/** How one unit ended: the cause first, then what was seen, then what to do; red ones also as an annotation. */
function outcomeLines(unit, { kind, summary, evidence, nextStep, at }) {
    const green = (0,outcome/* isGreen */.gf)(kind);
    return [
        ...(green ? [] : [(0,commands/* annotation */.w)('error', `${summary}${nextStep ? ` ${nextStep}` : ''}`, at, `${unit}: ${kind}`)]),
        (0,render_text/* logText */.kc)(`${green ? '✔' : '✘'} ${unit}: ${kind}. ${summary}`),
        ...evidence.map((line) => (0,render_text/* logText */.kc)(`    ${line}`)),
        ...(nextStep ? [(0,render_text/* logText */.kc)(`    next: ${nextStep}`)] : []),
    ];
}

// EXTERNAL MODULE: ./build/render/log/plan-lines.js
var plan_lines = __webpack_require__(5383);
;// CONCATENATED MODULE: ./build/render/log/event-lines.js







/** Lines of the job's log for one event. */
function eventLines(event) {
    switch (event.kind) {
        case 'phase':
            return ['', (0,render_text/* logText */.kc)(`▶ ${event.title}`)];
        case 'plan':
            return (0,plan_lines/* planLines */.HN)(event.units);
        case 'stack-event': {
            const { at, logicalId, type, status, reason } = event.event;
            return [
                (0,render_text/* logText */.kc)(`  ${clockTime(at)} ${status.padEnd(28)} ${logicalId} ${type === STACK ? '' : `(${type})`}${reason ? ` ${reason}` : ''}`),
            ];
        }
        case 'service-event':
            return [(0,render_text/* logText */.kc)(`  ${clockTime(event.event.at)} ${failureLevel(event.event.message)} ${event.event.message}`)];
        case 'rollout':
            return [(0,render_text/* logText */.kc)(`  ${event.service}: ${rolloutText(event.view, event.deployment)}`)];
        case 'tasks':
            return [];
        case 'task-stopped': {
            const { arn, stopCode, stoppedReason, containers } = event.task;
            const ends = containers.map(({ name, exitCode, reason }) => `${name} ${exitCode === undefined ? '' : `exit ${exitCode} `}${reason ?? ''}`.trim());
            return [
                (0,render_text/* logText */.kc)(`  ✗ task ${(0,model_arn/* arnName */.x)(arn)} stopped: ${stoppedReason ?? stopCode ?? 'no reason given'} [${ends.join('; ')}]`),
            ];
        }
        case 'task-ended': {
            const name = `task ${(0,model_arn/* arnName */.x)(event.task.arn)} before the deployment of ${event.service}`;
            return [(0,render_text/* logText */.kc)(`  ${event.isWell ? '✓' : '✗'} ${name}: ${event.message}`)];
        }
        case 'targets':
            return event.targets.map(({ id, port, state, description }) => (0,render_text/* logText */.kc)(`  target ${id}:${port} ${state}${description ? ` (${description})` : ''}`));
        case 'log-lines':
            return event.lines.map((line) => (0,render_text/* logText */.kc)(`  ${event.source} | ${line}`));
        case 'probe':
            return [(0,render_text/* logText */.kc)(`  ${event.ok ? '✓' : '✗'} ${event.url} ${event.result}`)];
        case 'waiting':
            return [(0,render_text/* logText */.kc)(`  … ${event.subject}: ${event.message}`)];
        case 'wrote':
            return [(0,render_text/* logText */.kc)(`  ✎ ${event.what}`)];
        case 'notice':
        case 'warning':
            return [(0,commands/* annotation */.w)(event.kind, event.message, event.at)];
        case 'outcome':
            return outcomeLines(event.unit, event.outcome);
    }
}
const STACK = 'AWS::CloudFormation::Stack';
function rolloutText(view, deployment) {
    const hook = deployment && (0,service_pause/* awaitedHook */.lv)(deployment);
    const stage = [deployment?.status, deployment?.lifecycleStage, deployment && (0,service_pause/* trafficText */.nR)(deployment)];
    const deployments = view.deployments.map(({ status, taskDefinition, runningCount, desiredCount, pendingCount, failedTasks }) => {
        const failed = failedTasks > 0 ? `, ${failedTasks} failed` : '';
        const revision = (0,model_arn/* revisionName */.p)(taskDefinition);
        return `${revision} ${status} ${runningCount}/${desiredCount} running, ${pendingCount} pending${failed}`;
    });
    const pause = hook && `${(0,service_pause/* pauseText */.Iy)(deployment, hook)} (hook ${hook.id})`;
    return [stage.filter(Boolean).join(', '), pause, ...deployments].filter(Boolean).join(' · ');
}
function clockTime(at) {
    return new Date(at).toISOString().slice(11, 19);
}


/***/ }),

/***/ 5383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   lT: () => (/* binding */ countText)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3589);
/* harmony import */ var _check_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7069);
/* harmony import */ var _count_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7402);
/* harmony import */ var _forecast_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6502);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9822);





const SIGNS = { add: '+', modify: '~', replace: '±', remove: '-' };
/** The plan as lines of the job's log: every unit with every change, dangers first. */
function planLines(units) {
    return units.flatMap((unit) => {
        const head = `${unit.id}: ${unit.changes.length === 0 ? 'no changes' : countText(unit)}`;
        return [
            head,
            ...unit.dangers.map(dangerLine),
            ...unit.changes.flatMap(changeLines),
            ...(unit.forecast ? (0,_forecast_text_js__WEBPACK_IMPORTED_MODULE_1__/* .forecastSentences */ .s)(unit.forecast).map((sentence) => `  rollout: ${sentence}`) : []),
            ...(0,_check_text_js__WEBPACK_IMPORTED_MODULE_0__/* .checkLines */ .W)(unit.checks ?? []).map((line) => `  check: ${line}`),
            ...unit.notes.map((note) => `  note: ${note}`),
        ].map(_text_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc);
    });
}
/** `2 to add, 1 to change` and so on; what does not occur is left out. */
function countText({ changes }) {
    const of = (action) => (0,_count_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .countChanges */ .x)(changes, action);
    const parts = [
        [of('add'), 'to add'],
        [of('modify'), 'to change'],
        [of('replace'), 'to replace'],
        [of('remove'), 'to remove'],
        [changes.filter(({ isLater }) => isLater).length, 'to remove later'],
    ];
    return (parts
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${count} ${what}`)
        .join(', ') || 'no changes');
}
function changeLines(change) {
    const certainty = change.certainty === 'certain' ? '' : ` (${change.certainty})`;
    const fate = fateOf(change);
    const at = change.at ? `  ${(0,_model_source_js__WEBPACK_IMPORTED_MODULE_4__/* .positionText */ .J)(change.at)}` : '';
    return [
        `  ${SIGNS[change.action]} ${change.resource} ${change.type}${certainty}${fate}${at}`,
        ...change.properties.map((property) => `      ${propertyText(property)}`),
    ];
}
function fateOf({ isMadeAgain, isKept, isLater }) {
    if (isMadeAgain)
        return ' (was deleted by hand)';
    return `${isKept ? ' (kept in AWS)' : ''}${isLater ? ' (later)' : ''}`;
}
function propertyText({ path, before, live, after }) {
    if (!live)
        return `${path}: ${shownText(before)} → ${shownText(after)}`;
    return `${path}: ${shownText(live)} (by hand; deployed: ${shownText(before)}) → ${shownText(after)}`;
}
function dangerLine({ resource, property, loss, forbidden, allowed }) {
    const what = `${resource}${property ? `.${property}` : ''}: ${loss}`;
    if (forbidden)
        return `  ⛔ ${what} ${forbidden}`;
    return allowed ? `  ⚠ ${what} (allowed in cluster.yaml)` : `  ⛔ ${what}`;
}
function shownText(value) {
    switch (value.kind) {
        case 'value':
            return value.text;
        case 'absent':
            return '(absent)';
        case 'secret':
            return '(differs, not shown)';
        case 'known-after-apply':
            return '(known after apply)';
        case 'withheld':
            return '(not shown by CloudFormation)';
    }
}


/***/ })

};
