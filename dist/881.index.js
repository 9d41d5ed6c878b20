export const id = 881;
export const ids = [881];
export const modules = {

/***/ 7881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var aws_account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/instances.js
var instances = __webpack_require__(5055);
// EXTERNAL MODULE: ./build/adapters/aws/logs.js
var logs = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/adapters/aws/scaling.js + 1 modules
var scaling = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/adapters/aws/services.js + 3 modules
var services = __webpack_require__(6570);
// EXTERNAL MODULE: ./build/adapters/aws/stacks.js + 3 modules
var stacks = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/adapters/aws/targets.js
var targets = __webpack_require__(2881);
// EXTERNAL MODULE: ./build/adapters/aws/task-definitions.js
var task_definitions = __webpack_require__(4993);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/property-changes.js

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
    const text = typeof value === 'string' ? value : (0,json/* canonicalJson */.d)(value);
    return text.includes(KNOWN_AFTER_APPLY) ? { kind: 'known-after-apply' } : { kind: 'value', text };
}

;// CONCATENATED MODULE: ./build/plan/service-desired.js



/** CreateService's members that config and the stacks decide, without task definition, desired count, name and tags. */
function desiredSettings(service, outputs) {
    const { settings } = service;
    const capacityProvider = outputs.cluster?.[stack_names/* CLUSTER_OUTPUTS */.K0.capacityProvider] ?? KNOWN_AFTER_APPLY;
    const ownCapacity = settings['launchType'] === undefined ? [{ capacityProvider, weight: 1, base: 0 }] : [];
    const loadBalancers = service.loadBalancers.map(({ containerName, containerPort }, index) => ({
        targetGroupArn: outputs.service?.[(0,stack_names/* targetGroupOutput */.sq)(index + 1)] ?? KNOWN_AFTER_APPLY,
        containerName,
        containerPort,
    }));
    return { capacityProviderStrategy: ownCapacity, ...settings, loadBalancers };
}
/** Outputs that the service needs and the stacks do not have. */
function missingOutputs(cluster, service, outputs) {
    const needed = [stack_names/* CLUSTER_OUTPUTS */.K0.clusterName, stack_names/* CLUSTER_OUTPUTS */.K0.capacityProvider];
    const ofCluster = needed.filter((key) => outputs.cluster?.[key] === undefined);
    const ofService = service.loadBalancers
        .map((_, index) => (0,stack_names/* targetGroupOutput */.sq)(index + 1))
        .filter((key) => outputs.service?.[key] === undefined);
    return [
        ...ofCluster.map((key) => `${key} of stack ${(0,stack_names/* clusterStackName */.CW)(cluster.name)}`),
        ...ofService.map((key) => `${key} of stack ${(0,stack_names/* serviceStackName */.ZZ)(cluster.name, service.name)}`),
    ];
}
/** Throws NOT_PROVISIONED. */
function requireOutputs(cluster, service, outputs) {
    const missing = missingOutputs(cluster, service, outputs);
    if (missing.length === 0)
        return;
    throw new errors/* ToolkitError */.h('NOT_PROVISIONED', `Service ${service.name} cannot be deployed: output ${missing.join(', ')} is missing.`, { hint: 'Run provision for this cluster first, and let it finish.' });
}

// EXTERNAL MODULE: ./build/model/source.js
var model_source = __webpack_require__(3589);
// EXTERNAL MODULE: ./build/plan/json-differences.js
var json_differences = __webpack_require__(3687);
;// CONCATENATED MODULE: ./build/plan/task-definition-images.js



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
 * Makes sure that every override is for a container that config leaves to the app's own repository (`image: external`) in one
 * of the services. Throws INPUT_INVALID.
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
/** The image of each container: config's, or where config says `external` the override's, else the live one, else the initial one. */
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
    return (0,json_differences/* isList */.Lv)(containers) ? containers.filter(json_differences/* isJsonObject */.OW) : [];
}
function refuseOwned(service, { container }) {
    const { source } = service.taskDefinition;
    if (findContainer(service, container)?.image.kind !== 'config')
        return;
    const index = containersOf(service.taskDefinition.definition).findIndex(({ name }) => name === container);
    const at = (0,model_source/* positionOf */.d)(source, ['containerDefinitions', index, 'image']);
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input images: the image of container ${container} of service ${service.name} is owned by config${at ? ` (${at.file}:${at.line})` : ''}.`, {
        hint: 'Change the image there, in the repository that holds config; or let that file say `image: external` with an `initialImage`.',
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
const EXAMPLE = 'Write one container a line, e.g. `app=123456789012.dkr.ecr.eu-central-1.amazonaws.com/app@sha256:…`.';
function refused(message, hint) {
    return new errors/* ToolkitError */.h('INPUT_INVALID', message, { hint });
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
// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/health/service-events.js
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
/** Why the load balancer found a target unhealthy: the `(reason …)` of ECS's event. */
function unhealthyReason(events) {
    const reasons = events.map(({ message }) => / is unhealthy in .* due to \(reason (.*)\)\.?$/.exec(message)?.[1]);
    return reasons.findLast((reason) => reason !== undefined);
}
function withoutIds(message) {
    return message.replace(/\((task|instance|port|container-instance) [^)]*\)/g, '($1)').replace(/[0-9a-f]{32}/g, '…');
}

;// CONCATENATED MODULE: ./build/health/service-deployment.js

/** DescribeServices has been seen to lag behind a write by up to ten seconds. */
const STALE_MS = 10_000;
/** A deployment that ECS no longer lists, without a word why, is looked for so long. */
const VANISHED_MS = 60_000;
/**
 * Judges one look at a deployment. Never by "the service is stable": a finished rollback is stable too. A rollback counts as
 * such only at its end, so that the verdict says what serves.
 */
function assessRollout(view, followed) {
    const { service, deployment, missingForMs } = view;
    if (!service) {
        if (missingForMs < STALE_MS)
            return { state: 'rolling', message: 'ECS does not show the service yet' };
        return { state: 'gone', message: 'the service was deleted while it rolled out' };
    }
    if (service.status !== 'ACTIVE') {
        return { state: 'gone', message: `the service was deleted while it rolled out: it is ${service.status}` };
    }
    return (assessRollback(deployment) ??
        assessSuccessor(service, followed) ??
        (deployment ? assessServiceDeployment(service, deployment, followed) : undefined) ??
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
    const primary = primaryOf(service);
    if (!primary || primary.id === followed.id || followed.earlier.includes(primary.id))
        return undefined;
    if (primary.taskDefinition === followed.taskDefinition) {
        return { state: 'continued', by: primary, message: `${primary.id} deploys the same task definition` };
    }
    return {
        state: 'superseded',
        message: `somebody else's deployment ${primary.id} of ${revisionName(primary.taskDefinition)} took over`,
    };
}
function assessServiceDeployment(service, deployment, followed) {
    switch (deployment.status) {
        case 'SUCCESSFUL':
            if (primaryOf(service)?.id !== followed.id) {
                return {
                    state: 'rolling',
                    message: 'ECS calls it successful; waiting until it shows it as the one that serves',
                };
            }
            return { state: 'landed', message: `${revisionName(followed.taskDefinition)} serves` };
        case 'STOPPED':
            return { state: 'failed', message: `ECS stopped it and rolled nothing back: ${rollbackReason(deployment)}` };
        case 'PENDING':
        case 'IN_PROGRESS':
            return { state: 'rolling', message: progressText(service, deployment, followed) };
        default:
            return undefined;
    }
}
/** Without a service deployment to go by: what DescribeServices lists under the deployment's id. */
function assessListed(view, service, followed) {
    const mine = service.deployments.find(({ id }) => id === followed.id);
    const primary = primaryOf(service);
    if (!mine)
        return assessVanished(view, service, followed);
    if (mine.status !== 'PRIMARY')
        return backToEarlier(primary, mine.rolloutStateReason);
    if (mine.rolloutState === 'FAILED') {
        return { state: 'failed', message: mine.rolloutStateReason ?? 'ECS gives no reason' };
    }
    if (mine.rolloutState === 'COMPLETED' && mine.runningCount === mine.desiredCount) {
        return { state: 'landed', message: `${revisionName(followed.taskDefinition)} serves` };
    }
    return { state: 'rolling', message: progressText(service, undefined, followed) };
}
function assessVanished({ missingForMs }, service, followed) {
    const event = service.events.find((each) => each.at >= followed.createdAt && deploymentFailed(each, followed.id));
    if (event)
        return backToEarlier(primaryOf(service), event.message);
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
    return rollback?.reason ?? statusReason ?? 'somebody asked ECS to';
}
function progressText(service, deployment, followed) {
    const mine = service.deployments.find(({ id }) => id === followed.id);
    if (!mine)
        return 'ECS does not list the deployment yet';
    if (mine.desiredCount === 0 && service.desiredCount > 0) {
        return `ECS has started no task of ${revisionName(followed.taskDefinition)} yet`;
    }
    const old = service.runningCount - mine.runningCount;
    return [
        `${mine.runningCount} of ${mine.desiredCount} tasks of ${revisionName(followed.taskDefinition)} running`,
        ...(mine.pendingCount > 0 ? [`${mine.pendingCount} starting`] : []),
        ...(mine.failedTasks > 0 ? [`${mine.failedTasks} failed`] : []),
        ...(old > 0 ? [`${old} old ones still running`] : []),
        ...(deployment?.lifecycleStage ? [deployment.lifecycleStage] : []),
    ].join(', ');
}
function primaryOf({ deployments }) {
    return deployments.find(({ status }) => status === 'PRIMARY');
}
/** `sample:3` of an ARN. */
function revisionName(taskDefinitionArn) {
    return taskDefinitionArn.split('/').at(-1) ?? taskDefinitionArn;
}

// EXTERNAL MODULE: ./build/health/stopped-tasks.js
var stopped_tasks = __webpack_require__(6041);
// EXTERNAL MODULE: ./build/health/unhealthy-targets.js
var unhealthy_targets = __webpack_require__(6132);
;// CONCATENATED MODULE: ./build/health/failure-cause.js



const EVENTS_SHOWN = 5;
/** Why a deployment failed: what ended its tasks, else what the load balancer says of them, else why none could be placed. */
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
            kind: 'target-health',
        };
    }
    const placement = placementProblem(events);
    if (placement)
        return { cause: `ECS finds no place for the new tasks: ${placement}`, kind: 'placement' };
    return { cause: undefined, kind: 'unknown' };
}
function groupText({ text, tasks }) {
    const ids = tasks.slice(0, 5).map(({ arn }) => arn.split('/').at(-1));
    const reasons = new Set(tasks.map(({ stoppedReason }) => stoppedReason).filter((reason) => reason && reason !== text));
    const ecs = reasons.size > 0 ? ` [${[...reasons].join('; ')}]` : '';
    return `${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} stopped: ${text}${ecs} (${ids.join(', ')}${tasks.length > 5 ? ', …' : ''})`;
}
function ownedTargetText({ target, taskArn, containerName }) {
    return (0,unhealthy_targets/* targetText */.Z)(target, ` (container ${containerName} of task ${taskArn.split('/').at(-1)})`);
}
const NEXT_STEPS = {
    image: 'Check that the image exists under exactly this name and that the instances may pull it, then commit the right one.',
    memory: "Raise the container's memory in task-definition.yaml, or find what uses it, and commit.",
    exit: "Read the container's last lines in this job's log, correct what they say, and commit.",
    'target-health': "Compare what the container answers on the health check's path and port with service.yaml; if it only needs longer to start, raise healthCheckGracePeriodSeconds.",
    'container-health': "Run the container's health check command inside of it; correct one of the two, and commit.",
    start: 'Correct what keeps the task from starting, and commit.',
    instance: 'The instance failed, not the task: run the job again.',
    placement: 'Give the cluster room: a larger capacity.maxSize or instanceType in cluster.yaml, or smaller reservations in task-definition.yaml.',
    other: 'Look the reason up in the ECS developer guide under stopped tasks, correct it, and commit.',
    unknown: "Look at the service's events and stopped tasks in the ECS console.",
};

;// CONCATENATED MODULE: ./build/engine/diagnose/container-logs.js


const LINES = 20;
/** Shows the last lines of a task's containers, as far as their log driver is awslogs. Best effort: never throws. */
async function showContainerLogs(taskArn, definition, { logs, progress }) {
    const taskId = taskArn.split('/').at(-1) ?? taskArn;
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
/** The agent names a stream `<prefix>/<container>/<task id>`; without a prefix it is Docker's id, which only the instance knows. */
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
    return (0,json_differences/* isJsonObject */.OW)(value) ? value[name] : undefined;
}

;// CONCATENATED MODULE: ./build/engine/diagnose/diagnose-failure.js



/** Of how many tasks the logs are shown: one for each way in which tasks failed. */
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

;// CONCATENATED MODULE: ./build/engine/rollout/service-deployment.js
/** `deployments` of DescribeServices and the service deployment are created together, but not at the same instant. */
const CREATED_TOGETHER_MS = 10_000;
/**
 * The service deployment of an entry in `deployments` of DescribeServices. Nothing says that their ids have the same digits, so
 * it is the one nearest in time whose target revision has the task definition. undefined while ECS does not list it yet.
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

;// CONCATENATED MODULE: ./build/engine/rollout/ask-for-rollback.js

/** How long a rollback that this run asked for is followed. */
const ROLLBACK_WITHIN_MS = 15 * 60_000;
/** A deployment that was just made can be missing from ECS's lists for some seconds; a cancelled run has few more. */
const LISTED_WITHIN_MS = 6_000;
const LOOK_EVERY_MS = 500;
/** Has ECS roll a deployment back; false where it had ended or ECS does not take the request. */
async function askForRollback(run, { followed, watch }) {
    const deadline = run.clock.now() + LISTED_WITHIN_MS;
    let arn = watch.serviceDeploymentArn() ?? (await findServiceDeployment(run, followed))?.arn;
    while (!arn && run.clock.now() < deadline) {
        await run.clock.sleep(LOOK_EVERY_MS);
        arn = (await findServiceDeployment(run, followed))?.arn;
    }
    if (!arn || !(await run.services.rollBack(arn)))
        return false;
    const what = `rollback of ${followed.id}`;
    run.written.push(what);
    run.progress.emit({ kind: 'wrote', what });
    return true;
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

;// CONCATENATED MODULE: ./build/engine/rollout/rollout-watch.js



function watchRollout(run, followed) {
    const { cluster, service, progress, clock } = run;
    const since = followed.createdAt;
    const events = new Map();
    const subject = { cluster: cluster.name, name: service.name, targetGroupArns: run.targetGroups };
    const evidence = gatherEvidence(subject, followed.id, run);
    let arn;
    let seenAt = clock.now();
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
        const now = [deployment?.status, deployment?.lifecycleStage, ...counts].join(' ');
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
            return { service: view, deployment, missingForMs: clock.now() - seenAt };
        },
    };
}
function countsOf({ desiredCount, runningCount, pendingCount, failedTasks, }) {
    return [desiredCount, runningCount, pendingCount, failedTasks].join('/');
}

;// CONCATENATED MODULE: ./build/engine/rollout/follow-rollout.js



/**
 * Follows a deployment by its own id until it has ended, whoever goes on with it; or until the time is up, when the verdict is
 * still `rolling` or `rolling-back`. Throws the signal's reason when aborted.
 */
async function followRollout(run, first, { withinMs, signal, search, onContinued }) {
    const deadline = run.clock.now() + withinMs;
    let current = first;
    for (;;) {
        const { followed, watch } = current;
        const prove = current === first ? search : undefined;
        const { view: { view, proof }, } = await (0,wait/* waitFor */.f)({
            subject: `${run.service.name} ${followed.id}`,
            observe: async () => {
                const seen = await watch.observe();
                return { view: seen, proof: await prove?.(seen) };
            },
            assess: (seen) => {
                const health = healthOf(assessRollout(seen.view, followed));
                return health.state === 'pending' && seen.proof ? { state: 'failed', message: seen.proof.cause } : health;
            },
            withinMs: Math.max(0, deadline - run.clock.now()),
            everyMs: run.pollMs,
            signal,
        }, run);
        const verdict = assessRollout(view, followed);
        if (verdict.state !== 'continued')
            return { followed, watch, view, verdict, proof };
        const { id, createdAt } = verdict.by;
        const next = {
            id,
            createdAt,
            taskDefinition: followed.taskDefinition,
            earlier: [...followed.earlier, followed.id],
        };
        current = { followed: next, watch: watchRollout(run, next) };
        onContinued?.(current);
    }
}
function healthOf({ state, message }) {
    switch (state) {
        case 'rolling':
        case 'rolling-back':
            return { state: 'pending', message };
        case 'landed':
        case 'continued':
            return { state: 'healthy', message };
        case 'rolled-back':
        case 'failed':
        case 'superseded':
        case 'gone':
            return { state: 'failed', message };
    }
}

;// CONCATENATED MODULE: ./build/engine/rollout/rolls-back.js

/** Whether the service has ECS roll back by itself; then this toolkit asks for it too. */
function rollsBack({ settings }) {
    const configuration = settings['deploymentConfiguration'];
    if (!(0,json_differences/* isJsonObject */.OW)(configuration))
        return false;
    return [configuration['deploymentCircuitBreaker'], configuration['alarms']].some((monitor) => (0,json_differences/* isJsonObject */.OW)(monitor) && monitor['enable'] === true && monitor['rollback'] === true);
}

// EXTERNAL MODULE: ./build/health/serving-targets.js
var serving_targets = __webpack_require__(7492);
;// CONCATENATED MODULE: ./build/engine/rollout/run.js
function remainingMs({ deadline, clock }) {
    return Math.max(0, deadline - clock.now());
}

;// CONCATENATED MODULE: ./build/engine/rollout/serving.js




/** ECS calls a rollout successful when the targets were healthy; the load balancer is given so long to agree. */
const TARGETS_WITHIN_MS = 120_000;
/** Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is so. */
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
        withinMs: Math.min(TARGETS_WITHIN_MS, remainingMs(run)),
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
        Promise.all(groups.map((arn) => run.targets.health(arn))),
    ]);
    return { service, tasks, targets: targets.flat() };
}
/** What the service runs now, for a sentence; best effort. */
async function whatServes(run) {
    try {
        const live = await run.readService(run.service.name);
        const primary = live?.deployments.find(({ status }) => status === 'PRIMARY');
        if (!live || !primary)
            return 'nothing';
        return `${revisionName(primary.taskDefinition)} (${primary.runningCount} of ${live.desiredCount} tasks running)`;
    }
    catch {
        return 'unknown';
    }
}

;// CONCATENATED MODULE: ./build/engine/rollout/interrupt.js






/** The time is up: where config has rollback on, ECS is asked for it, and it is followed to its end. */
async function endAtTimeout(run, rollout, definition) {
    const { followed, view, verdict } = rollout;
    await rollout.watch.evidence.look();
    const asked = verdict.state === 'rolling-back' || (rollsBack(run.service) && (await askForRollback(run, rollout)));
    const end = asked ? await followRollout(run, rollout, { withinMs: ROLLBACK_WITHIN_MS, signal: run.signal }) : rollout;
    const { watch } = rollout;
    const explanation = await diagnoseFailure(watch.evidence, watch.events(), definition, run);
    const revision = revisionName(followed.taskDefinition);
    return {
        kind: 'timed-out',
        summary: `The deployment of ${revision} did not finish in time: ${explanation.cause ?? verdict.message}.`,
        evidence: [
            rollbackText(run, asked, end),
            ...(view.service ? [] : ['ECS does not show the service.']),
            ...explanation.evidence,
            `Serving: ${await whatServes(run)}`,
        ],
        nextStep: explanation.cause
            ? explanation.nextStep
            : 'Find out what it waits for; raise timeout-seconds if it only needs longer.',
    };
}
function rollbackText({ settingsOwner }, asked, { verdict }) {
    if (!asked)
        return `It goes on rolling: ${settingsOwner} has no rollback switched on, or ECS did not take the request.`;
    return verdict.state === 'rolled-back'
        ? 'ECS was asked to roll it back, and did.'
        : `ECS was asked to roll it back: ${verdict.message}.`;
}
/**
 * The run is cancelled: the runner leaves seconds, so ECS is asked for the rollback first and nothing is waited for. A first
 * deployment has nothing to go back to.
 */
async function endAtCancel(run, watched) {
    const what = await cancelRollout(run, watched);
    return {
        kind: 'cancelled',
        summary: `Cancelled while ${revisionName(watched.followed.taskDefinition)} was rolling out; ${what}.`,
        evidence: [],
        nextStep: 'Run the job again to deploy; it waits for what is still under way.',
    };
}
async function cancelRollout(run, watched) {
    if (run.onCancel === 'leave')
        return 'its deployment goes on, as on-cancel says';
    if (watched.followed.earlier.length === 0)
        return 'its deployment goes on: there is nothing to roll back to';
    return (await askForRollback(run, watched))
        ? 'ECS was asked to roll it back'
        : 'its deployment had ended, or ECS did not take the request to roll it back';
}

;// CONCATENATED MODULE: ./build/engine/rollout/conclude.js




/**
 * What a rollout that ended means, with its cause where it did not do what was asked. `definition` is what was rolled out: it
 * names the log streams.
 */
async function conclude(run, rollout, definition) {
    const { verdict, followed } = rollout;
    const revision = revisionName(followed.taskDefinition);
    switch (verdict.state) {
        case 'landed':
            return concludeSuccess(run, rollout, definition);
        case 'rolled-back': {
            if (rollout.proof)
                return concludeStopped(run, rollout, rollout.proof, definition);
            const { cause, evidence, nextStep } = await diagnose(run, rollout, definition);
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
                nextStep: 'Find out who else deploys this service; run the job again if this commit is the one that is wanted.',
            };
        case 'gone':
            return {
                kind: 'failed',
                summary: `The deployment of ${revision} cannot finish: ${verdict.message}.`,
                evidence: [],
                nextStep: 'Run the job again: it creates the service anew.',
            };
        case 'rolling':
        case 'rolling-back':
            if (rollout.proof && verdict.state === 'rolling')
                return concludeLeft(run, rollout, rollout.proof, definition);
            return endAtTimeout(run, rollout, definition);
        case 'continued':
            throw new Error('a deployment that another one continued is followed on');
    }
}
/** This run stopped it, and ECS went back. */
async function concludeStopped(run, rollout, proof, definition) {
    const { evidence } = await diagnose(run, rollout, definition);
    const primary = rollout.view.service?.deployments.find(({ status }) => status === 'PRIMARY');
    const back = primary ? ` to ${revisionName(primary.taskDefinition)}` : '';
    return {
        kind: 'rolled-back',
        summary: `${revisionName(rollout.followed.taskDefinition)} was rolled back${back}: ${proof.cause}.`,
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
        : `${run.settingsOwner} has no rollback switched on`;
    return {
        kind: 'failed',
        summary: `The deployment of ${revisionName(followed.taskDefinition)} cannot succeed and is not rolled back: ${proof.cause}.`,
        evidence: [
            `Not waited for its end: ${proof.certainty}.`,
            ...evidence,
            `It remains, since ${why}: ECS goes on trying until its circuit breaker or a person stops ${followed.id}. Serving: ${await whatServes(run)}`,
        ],
        nextStep: proof.nextStep,
    };
}
function stoppedText({ certainty }) {
    return `This run had ECS stop it early: ${certainty}.`;
}
async function concludeSuccess(run, rollout, definition) {
    const problem = await targetsProblem(run);
    if (problem === undefined) {
        return { kind: 'deployed', summary: `${await whatServes(run)} serves.`, evidence: [] };
    }
    const { cause, evidence, nextStep } = await diagnose(run, rollout, definition);
    return {
        kind: 'failed',
        summary: `ECS calls the deployment of ${revisionName(rollout.followed.taskDefinition)} successful, but ${cause ?? problem}.`,
        evidence: [problem, ...evidence],
        nextStep,
    };
}
function diagnose(run, rollout, definition) {
    return diagnoseFailure(rollout.watch.evidence, rollout.watch.events(), definition, run);
}

;// CONCATENATED MODULE: ./build/engine/rollout/idle.js



/**
 * Waits until nothing is under way that a new deployment would disturb: a deployment of somebody else, or above all a rollback,
 * from which a third deployment could not be rolled back (aws-facts §1.3). Returns what still is when the time is up.
 */
async function waitUntilIdle(run) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: run.service.name,
        observe: () => run.readService(run.service.name),
        assess: (view) => {
            const busy = underWay(view);
            return busy ? { state: 'pending', message: busy } : { state: 'healthy', message: 'nothing is under way' };
        },
        withinMs: remainingMs(run),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    return waited.kind === 'healthy' ? undefined : waited.message;
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
    return `${what} ${revisionName(primary.taskDefinition)} is under way`;
}
/** The deployment that rolls, where it is not a rollback. */
function rollingDeployment(service) {
    const primary = rollingPrimary(service);
    return primary && !isRollback(service, primary) ? primary : undefined;
}
function rollingPrimary({ deployments }) {
    return deployments.find(({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'IN_PROGRESS');
}
/** A rollback makes an older deployment PRIMARY again; it starts no new one. */
function isRollback({ deployments }, primary) {
    return deployments.some(({ createdAt }) => createdAt > primary.createdAt);
}

;// CONCATENATED MODULE: ./build/health/failed-rounds.js

const ROUNDS = 2;
/**
 * Proof in exit codes: every task of two successive rounds has ended by itself. A single round proves nothing, since an
 * application may exit until its database answers. `tasks` are all that the deployment has started; the caller makes sure that
 * none was ever healthy.
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

;// CONCATENATED MODULE: ./build/health/percents-proof.js
const STUCK = /unable to stop or start tasks during a deployment because of the service deployment configuration/;
/** Proof that ECS may neither start nor stop a task, at any count: it says so, and the numbers agree. */
function proveByPercents(events, { minimumHealthyPercent, maximumPercent, counts: [least, most] }) {
    if (!events.some(({ message }) => STUCK.test(message)))
        return undefined;
    for (let count = least; count <= most; count++) {
        // ECS rounds the minimum up and the maximum down (aws-facts §2.1).
        const floor = Math.ceil((count * minimumHealthyPercent) / 100);
        if (floor < Math.floor((count * maximumPercent) / 100))
            return undefined;
    }
    return {
        kind: 'percents',
        cause: `with minimumHealthyPercent ${minimumHealthyPercent} and maximumPercent ${maximumPercent} ECS may neither stop nor start one of ${most} tasks`,
        certainty: 'ECS says so itself, and the numbers do not change while it rolls',
        nextStep: 'Raise maximumPercent or lower minimumHealthyPercent under deploymentConfiguration in service.yaml.',
    };
}

;// CONCATENATED MODULE: ./build/health/placement-proof.js
/**
 * Proof that no instance of the cluster can ever hold the task: it needs more than a whole instance has, or what no instance
 * launched alike can have. Instances to come are like those of `instanceType`, so that one of these must be among the ones seen.
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
        nextStep: 'Reserve less in task-definition.yaml or choose a larger capacity.instanceType in cluster.yaml; a port or constraint that no instance meets has to go.',
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
/** What all instances of a launch template have in common; zone and subnet differ, and others can be set at any time. */
const COMMON = /^\s*attribute:(ecs\.(?:instance-type|cpu-architecture|os-type))\s*(==|!=)\s*['"]?([\w.-]+)['"]?\s*$/;
/** Only the simplest expressions are judged; of others nothing is said. */
function isUnmet(expression, { attributes }) {
    const [, name, operator, wanted] = COMMON.exec(expression) ?? [];
    const has = name === undefined ? undefined : attributes[name];
    if (has === undefined)
        return false;
    return (has === wanted) !== (operator === '==');
}

;// CONCATENATED MODULE: ./build/health/stop-proof.js

/**
 * What passes by itself: rate limits, time-outs, a registry or AWS that cannot be reached, an expired token, a full disk. Where a
 * text holds one of these, nothing else in it proves anything.
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
/** Proof in what a task says of its end: the next task of the same revision cannot fare better. */
function proveByStop(task) {
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
    access: 'the task is denied what it needs to start',
    platform: 'the image is built for another platform than the instances have',
    secret: 'a secret or parameter that the task needs does not exist',
};
const stop_proof_NEXT_STEPS = {
    image: 'Push the image under exactly this name, or commit the name of one that exists.',
    access: 'Allow it to the execution role (images: to the instance role too) by exactly this name, then run the job again.',
    platform: "Build the image for the instances' platform (docker buildx build --platform), push it, and commit its name.",
    secret: 'Create it under exactly this name, or commit the right one under secrets in task-definition.yaml.',
};

;// CONCATENATED MODULE: ./build/health/prove-failure.js




/**
 * Proof that a deployment cannot succeed, or nothing. Once one of its tasks was healthy no task's end proves anything: the
 * others may fare as well.
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

;// CONCATENATED MODULE: ./build/health/task-health.js
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

;// CONCATENATED MODULE: ./build/plan/task-needs.js


/**
 * What ECS reserves for a task: a size of the task itself, else the sum over its containers, of two memory limits the soft one.
 * `settings` are the service's. A size that cannot be read counts as nothing.
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
    if (!(0,json_differences/* isList */.Lv)(portMappings))
        return [];
    return portMappings.flatMap((mapping) => (0,json_differences/* isJsonObject */.OW)(mapping) && mapping['protocol'] !== 'udp' ? Number(mapping['hostPort']) || [] : []);
}
function membersOf({ placementConstraints }) {
    if (!(0,json_differences/* isList */.Lv)(placementConstraints))
        return [];
    return placementConstraints.flatMap((constraint) => (0,json_differences/* isJsonObject */.OW)(constraint) && constraint['type'] === 'memberOf' ? String(constraint['expression'] ?? '') : []);
}

;// CONCATENATED MODULE: ./build/health/newly-healthy.js
function oldTargets(targets) {
    return new Set(targets.filter(({ state }) => state === 'healthy').map(newly_healthy_nameOf));
}
/** Whether a target is healthy that may be the deployment's, and which ones are still old. A port that was given up may come back. */
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
/** Not without config, which says what they are; not on Fargate, nor on instances of another capacity provider, which may be of any type. */
function isOnInstancesOf({ description }, { capacity }) {
    if (!capacity)
        return false;
    const { launchType, capacityProviderStrategy } = description;
    if (!(0,json_differences/* isList */.Lv)(capacityProviderStrategy) || capacityProviderStrategy.length === 0)
        return launchType === 'EC2';
    return capacityProviderStrategy.every((item) => (0,json_differences/* isJsonObject */.OW)(item) && item['capacityProvider'] === capacity.capacityProviderName);
}
function percents({ description }) {
    const { deploymentConfiguration } = description;
    const configured = (0,json_differences/* isJsonObject */.OW)(deploymentConfiguration) ? deploymentConfiguration : {};
    return {
        minimumHealthyPercent: Number(configured['minimumHealthyPercent'] ?? 100),
        maximumPercent: Number(configured['maximumPercent'] ?? 200),
    };
}
function counts({ service }, { desiredCount }) {
    const { minCapacity = desiredCount, maxCapacity = desiredCount } = service.scaling ?? {};
    return [Math.max(1, minCapacity), Math.max(1, maxCapacity)];
}

;// CONCATENATED MODULE: ./build/engine/rollout/stop-early.js




/**
 * Ends a deployment that is certain to fail: where config has rollback on and there is something to go back to, ECS is asked for
 * it at once, and it is followed to its end. Otherwise there is nothing to wait for. The proof stays with what this run stopped.
 */
async function stopEarly(run, rollout) {
    const { followed, proof } = rollout;
    if (!proof || followed.earlier.length === 0 || !rollsBack(run.service))
        return rollout;
    const message = `it cannot succeed, so it is rolled back now: ${proof.cause}`;
    run.progress.emit({ kind: 'waiting', subject: `${run.service.name} ${followed.id}`, message });
    const isAsked = await askForRollback(run, rollout);
    const withinMs = isAsked ? ROLLBACK_WITHIN_MS : remainingMs(run);
    const end = await followRollout(run, rollout, { withinMs, signal: run.signal });
    const wasFaster = end.view.deployment?.circuitBreaker?.status === 'TRIGGERED';
    return isAsked && !wasFaster ? { ...end, proof } : end;
}

;// CONCATENATED MODULE: ./build/engine/rollout/ending.js










/** Follows a deployment to its outcome, that of a cancellation included. */
async function follow(run, started, definition, { mayStop } = { mayStop: false }) {
    let watched = { followed: started, watch: watchRollout(run, started) };
    const onContinued = (next) => {
        watched = next;
    };
    try {
        const rollout = await followRollout(run, watched, {
            withinMs: remainingMs(run),
            signal: run.signal,
            search: mayStop ? searchForProof(run, watched, definition) : undefined,
            onContinued,
        });
        const end = rollout.proof ? await stopEarly(run, rollout) : rollout;
        return { outcome: await conclude(run, end, definition), deploymentId: end.followed.id };
    }
    catch (error) {
        if (!run.signal?.aborted)
            throw error;
        return { outcome: await endAtCancel(run, watched), deploymentId: watched.followed.id };
    }
}
/** Nothing is to be changed: makes sure that what is wanted also serves, and follows its deployment where it still rolls. */
async function followUnderWay(run, live, definition) {
    const rolling = live && rollingDeployment(live);
    if (!live || !rolling)
        return { outcome: await settled(run, 'unchanged') };
    const { id, createdAt, taskDefinition } = rolling;
    const earlier = live.deployments.map((deployment) => deployment.id).filter((each) => each !== id);
    // Somebody else has started it: a cancellation of this run is none of it.
    const ending = await follow({ ...run, onCancel: 'leave' }, { id, createdAt, taskDefinition, earlier }, definition);
    if (ending.outcome.kind !== 'deployed')
        return ending;
    const summary = `The deployment that was under way has succeeded: ${ending.outcome.summary}`;
    return { ...ending, outcome: { ...ending.outcome, kind: 'unchanged', summary } };
}
/** After a change that starts no deployment: waits until as many tasks run as are wanted, and the load balancer agrees. */
async function settleCount(run) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: run.service.name,
        observe: () => run.readService(run.service.name),
        assess: (view) => ({
            state: view && view.runningCount === view.desiredCount ? 'healthy' : 'pending',
            message: view ? `${view.runningCount} of ${view.desiredCount} tasks running` : 'ECS does not show the service',
        }),
        withinMs: remainingMs(run),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    if (waited.kind === 'healthy')
        return { outcome: await settled(run, 'deployed') };
    return {
        outcome: {
            kind: 'timed-out',
            summary: `The settings were changed, but the service did not settle in time: ${waited.message}.`,
            evidence: [],
            nextStep: "Look at the service's events for what keeps tasks from starting.",
        },
    };
}
/** Whether what is wanted also serves, where nothing rolls. */
async function settled(run, kind) {
    const problem = await targetsProblem(run);
    if (problem === undefined)
        return { kind, summary: `${await whatServes(run)} serves, ${run.asWanted}.`, evidence: [] };
    return {
        kind: 'failed',
        summary: `The service is ${run.asWanted}, but does not serve: ${problem}.`,
        evidence: [],
        nextStep: "Look at the health of the service's targets and at the log of its containers.",
    };
}

;// CONCATENATED MODULE: ./build/engine/rollout/result-of.js

/** Tells how one service ended. `before` is the service as it was when this run came to it. */
async function resultOf(run, unit, { outcome, deploymentId }, before) {
    run.progress.emit({ kind: 'outcome', unit: unit.id, outcome });
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
/** `busy` is what was waited for. */
function stillBusy(busy) {
    return {
        kind: 'blocked',
        summary: `Nothing was written: ${busy}, and still was when the time was up.`,
        evidence: [],
        nextStep: 'Run the job again when it has ended.',
    };
}
/** The outcome of what was thrown: a cancellation, what AWS refused, or a defect. */
function endedBy({ signal, written }, error) {
    const evidence = written.length === 0 ? [] : [`Written before: ${written.join(', ')}.`];
    if (signal?.aborted) {
        const what = written.length === 0 ? 'before anything was written' : 'before a deployment was started';
        return { kind: 'cancelled', summary: `Cancelled ${what}.`, evidence, nextStep: 'Run the job again.' };
    }
    if (error instanceof errors/* ToolkitError */.h)
        return { kind: 'failed', summary: error.message, evidence, nextStep: error.hint };
    return {
        kind: 'failed',
        summary: String(error),
        evidence,
        nextStep: 'This is a defect; please report it with the log.',
    };
}

;// CONCATENATED MODULE: ./build/plan/image-owners.js
/** On a service that config manages: the containers whose images config leaves to others. Without it nobody claims any image. */
const EXTERNAL_IMAGES_TAG = 'ecs-gitops:external-images';
/** Of a tag's value. */
const LONGEST = 256;
/** Tells whoever deploys without config whose images they are. Names beyond the longest value of a tag stay config's. */
function imageOwnerTags({ taskDefinition }) {
    let value = '';
    for (const { name, image } of taskDefinition.containers) {
        const longer = value === '' ? name : `${value} ${name}`;
        if (image.kind === 'external' && longer.length <= LONGEST)
            value = longer;
    }
    return { [EXTERNAL_IMAGES_TAG]: value };
}
/** Whether config owns the container's image, as far as the service's tags tell. */
function isOwnedByConfig(tags, container) {
    const external = tags[EXTERNAL_IMAGES_TAG];
    return external !== undefined && !external.split(' ').includes(container);
}

;// CONCATENATED MODULE: ./build/plan/service-tags.js


/** Only on revisions of task definitions, which never change: anywhere else it would be wrong after the next commit. */
const COMMIT_TAG = 'ecs-gitops:commit';
/** Marks what belongs to a service of this toolkit: without it, an alarm of the same name is somebody else's. */
function ownershipTags(cluster, service) {
    return { [stack_names/* STACK_TAGS */.zt.cluster]: cluster.name, [stack_names/* STACK_TAGS */.zt.service]: service.name };
}
function serviceTags(cluster, service) {
    return { ...service.tags, ...ownershipTags(cluster, service), ...imageOwnerTags(service) };
}
function revisionTags(cluster, service, commit) {
    return { ...service.tags, ...ownershipTags(cluster, service), ...(commit ? { [COMMIT_TAG]: commit } : {}) };
}
/** Desired tags that a resource does not have; those that others have set on it are theirs. */
function missingTags(desired, live) {
    return Object.fromEntries(Object.entries(desired).filter(([key, value]) => live[key] !== value));
}

// EXTERNAL MODULE: ./build/engine/observe/unique-name.js
var unique_name = __webpack_require__(3885);
;// CONCATENATED MODULE: ./build/engine/rollout/started-deployment.js


/** UpdateService's answer may still be that of before (aws-facts §8 k: up to ten seconds); then it is asked for again. */
const STARTS_WITHIN_MS = 30_000;
/** A cancelled run has few seconds more, but the deployment that it leaves behind has to be known to be rolled back. */
const FOUND_AFTER_CANCEL_MS = 5_000;
/**
 * The deployment that a write has started: the PRIMARY one that was not there before. `answer` is the write's, `earlier` are the
 * ids of before.
 */
async function findStarted(run, answer, earlier, taskDefinition) {
    let cancelledAt;
    const startedIn = (view) => view?.deployments.find(({ id, status }) => status === 'PRIMARY' && !earlier.includes(id));
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
    throw new errors/* ToolkitError */.h('AWS_REFUSED', `ECS accepted the update of ${run.service.name} but started no deployment.`, {
        hint: "Look at the service's deployments in the ECS console, then run the job again.",
    });
}

;// CONCATENATED MODULE: ./build/engine/rollout/write.js

/** How long a write is repeated that AWS could not take: a role that is being created, throttling, 5xx. */
const REPEAT_WITHIN_MS = 60_000;
const REPEAT_EVERY_MS = 5_000;
/** Makes one write, which must be safe to repeat, and tells of it. Nothing is begun after a cancellation. */
async function write(what, call, ports) {
    const { clock, progress, signal, written } = ports;
    const deadline = clock.now() + REPEAT_WITHIN_MS;
    for (;;) {
        signal?.throwIfAborted();
        try {
            const answer = await call();
            written.push(what);
            progress.emit({ kind: 'wrote', what });
            return answer;
        }
        catch (error) {
            const isPassing = error instanceof errors/* ToolkitError */.h && error.code === 'AWS_UNAVAILABLE';
            if (!isPassing || clock.now() >= deadline)
                throw error;
            progress.emit({ kind: 'waiting', subject: what, message: error.message });
            await clock.sleep(REPEAT_EVERY_MS, signal);
        }
    }
}

;// CONCATENATED MODULE: ./build/engine/deploy/scaling-writes.js


/** Makes the plan's writes to Application Auto Scaling and CloudWatch, in their order. */
async function writeScaling(run, writes, { policies }) {
    const policyArns = new Map(policies.map(({ name, arn }) => [name, arn]));
    for (const each of writes) {
        await write(scaling_writes_nameOf(each), () => makeWrite(run, each, policyArns), run);
    }
}
async function makeWrite(run, each, policyArns) {
    const { scaling, cluster, service } = run;
    switch (each.kind) {
        case 'register-target': {
            const { minCapacity, maxCapacity } = each;
            return scaling.registerTarget(cluster.name, service.name, { minCapacity, maxCapacity });
        }
        case 'put-policy':
            policyArns.set(each.name, await scaling.putPolicy(cluster.name, service.name, each.policy));
            return;
        case 'put-alarm': {
            const policyArn = policyArns.get(each.policyName);
            const AlarmActions = [...(policyArn ? [policyArn] : []), ...each.otherActions];
            return scaling.putAlarm({ ...each.alarm, AlarmActions }, ownershipTags(cluster, service));
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
 * Writes what the plan says and nothing else. Scaling that exists already is brought up to date at once; for a service that has
 * none, it waits until the first tasks are up, so that nothing scales what does not run.
 */
async function applyPlan(run, { live, plan }) {
    const taskDefinitionArn = await ensureRevision(run, plan);
    const isScaled = live.scaling.target !== undefined;
    if (live.service && isScaled)
        await writeScaling(run, plan.scaling, live.scaling);
    if (live.service && Object.keys(plan.tags).length > 0) {
        const { arn } = live.service;
        await write(`tags of service ${run.service.name}`, () => run.services.tag(arn, plan.tags), run);
    }
    const started = await writeService(run, { live, plan }, taskDefinitionArn);
    const isDone = live.service !== undefined && isScaled;
    return {
        taskDefinitionArn,
        started,
        finish: () => (isDone ? Promise.resolve() : writeScaling(run, plan.scaling, live.scaling)),
    };
}
async function ensureRevision(run, { taskDefinition }) {
    const { revision } = taskDefinition;
    if ('arn' in revision)
        return revision.arn;
    const tags = revisionTags(run.cluster, run.service, run.commit);
    const what = `a revision of task definition ${run.service.taskDefinition.family}`;
    return write(what, () => run.taskDefinitions.register(revision.register, tags), run);
}
async function writeService(run, { live, plan }, taskDefinition) {
    const { cluster, service, services } = run;
    const planned = plan.service;
    switch (planned.kind) {
        case 'none':
            return undefined;
        case 'create': {
            const request = { ...planned.request, taskDefinition, clientToken: (0,unique_name/* uniqueName */.F)(run.clock) };
            const created = await write(`service ${service.name} with ${revisionName(taskDefinition)}`, () => services.create(cluster.name, request, serviceTags(cluster, service)), run);
            return findStarted(run, created, [], taskDefinition);
        }
        case 'update': {
            const isMoving = live.service?.taskDefinition !== taskDefinition;
            const request = { ...planned.request, ...(isMoving ? { taskDefinition } : {}) };
            const what = isMoving
                ? `service ${service.name} to ${revisionName(taskDefinition)}`
                : `settings of service ${service.name}`;
            const updated = await write(what, () => services.update(cluster.name, service.name, request), run);
            const earlier = (live.service?.deployments ?? []).map(({ id }) => id);
            return planned.deploys ? findStarted(run, updated, earlier, taskDefinition) : undefined;
        }
    }
}

// EXTERNAL MODULE: ./build/plan/digest.js
var plan_digest = __webpack_require__(6084);
;// CONCATENATED MODULE: ./build/plan/scaling-desired.js


/** Config's scaling as Application Auto Scaling and CloudWatch take it. `outputs` are those of the cluster's stack. */
function desiredScaling(cluster, serviceName, scaling, outputs) {
    const drives = scaling.drivesInstances && cluster.capacity.instanceScaling === 'alarms';
    const instancePolicy = (output) => drives ? [outputs?.[output] ?? KNOWN_AFTER_APPLY] : [];
    const steps = scaling.steps
        ? [
            { step: scaling.steps.scaleOut, otherActions: instancePolicy(stack_names/* CLUSTER_OUTPUTS */.K0.scaleOutPolicyArn) },
            { step: scaling.steps.scaleIn, otherActions: instancePolicy(stack_names/* CLUSTER_OUTPUTS */.K0.scaleInPolicyArn) },
        ]
        : [];
    return {
        target: { minCapacity: scaling.minCapacity, maxCapacity: scaling.maxCapacity },
        policies: [...steps.map(({ step }) => stepPolicy(step)), ...scaling.targetTracking.map(targetTrackingPolicy)],
        alarms: steps.map(({ step, otherActions }) => ({
            name: step.alarmName,
            policyName: step.policyName,
            otherActions,
            alarm: stepAlarm(step, cluster.name, serviceName),
        })),
    };
}
function stepPolicy(step) {
    const bound = isRising(step) ? 'MetricIntervalLowerBound' : 'MetricIntervalUpperBound';
    return {
        name: step.policyName,
        policy: {
            PolicyName: step.policyName,
            PolicyType: 'StepScaling',
            StepScalingPolicyConfiguration: {
                AdjustmentType: 'ChangeInCapacity',
                StepAdjustments: [{ [bound]: 0, ScalingAdjustment: step.adjustment }],
                Cooldown: step.cooldownSeconds,
                MetricAggregationType: 'Average',
            },
        },
    };
}
function targetTrackingPolicy(tracking) {
    return {
        name: tracking.policyName,
        policy: {
            PolicyName: tracking.policyName,
            PolicyType: 'TargetTrackingScaling',
            TargetTrackingScalingPolicyConfiguration: {
                TargetValue: tracking.targetValue,
                PredefinedMetricSpecification: { PredefinedMetricType: tracking.metricType },
                ScaleInCooldown: tracking.scaleInCooldownSeconds,
                ScaleOutCooldown: tracking.scaleOutCooldownSeconds,
            },
        },
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
/** A step's bounds are relative to the alarm's threshold: upwards where the alarm means "more than". */
function isRising({ comparisonOperator }) {
    return comparisonOperator.startsWith('Greater');
}

;// CONCATENATED MODULE: ./build/plan/service-settings-normal.js


/** Forms of settings in which equal ones are equal: ECS's defaults filled in, what is switched off reduced to that. */
function normalDeploymentConfiguration(value) {
    const stated = objectOf(value);
    return {
        strategy: 'ROLLING',
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        bakeTimeInMinutes: 0,
        ...present(stated),
        deploymentCircuitBreaker: whereEnabled(stated['deploymentCircuitBreaker'], {
            rollback: false,
            resetOnHealthyTask: true,
            thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
        }),
        alarms: whereEnabled(stated['alarms'], { rollback: false, alarmNames: [] }),
        earlySuccessCriteria: whereEnabled(stated['earlySuccessCriteria'], { sourceServiceRevisionCleanup: 'BLOCKING' }),
        lifecycleHooks: listOf(stated['lifecycleHooks']).map((hook) => ({ targetType: 'AWS_LAMBDA', ...objectOf(hook) })),
    };
}
function normalLoadBalancers(value) {
    return keyedBy(value, ({ targetGroupArn, loadBalancerName }) => String(targetGroupArn ?? loadBalancerName), {});
}
function normalCapacityProviderStrategy(value) {
    return keyedBy(value, ({ capacityProvider }) => String(capacityProvider), { weight: 0, base: 0 });
}
function normalNetworkConfiguration(value) {
    const { awsvpcConfiguration } = objectOf(value);
    if (awsvpcConfiguration === undefined)
        return {};
    const { subnets = [], securityGroups = [], assignPublicIp = 'DISABLED' } = objectOf(awsvpcConfiguration);
    return {
        awsvpcConfiguration: { subnets: unordered(subnets), securityGroups: unordered(securityGroups), assignPublicIp },
    };
}
/** `host` is another word for `instanceId`, and ECS describes `memory` as `MEMORY`. */
function normalPlacementStrategy(value) {
    return listOf(value).map((entry) => {
        const { type, field } = objectOf(entry);
        if (field === undefined)
            return { type: type ?? '' };
        return { type: type ?? '', field: field === 'host' ? 'instanceid' : String(field).toLowerCase() };
    });
}
function normalServiceConnect(value) {
    const stated = objectOf(value);
    return stated['enabled'] === true ? present(stated) : { enabled: false };
}
/** A list whose order means nothing. */
function unordered(value) {
    return [...listOf(value)].sort((a, b) => ((0,json/* canonicalJson */.d)(a) < (0,json/* canonicalJson */.d)(b) ? -1 : 1));
}
function keyedBy(value, keyOf, defaults) {
    const entries = listOf(value).map((entry) => {
        const stated = objectOf(entry);
        return [keyOf(stated), { ...defaults, ...present(stated) }];
    });
    return Object.fromEntries(entries);
}
function whereEnabled(value, defaults) {
    const stated = objectOf(value);
    return stated['enable'] === true ? { ...defaults, ...present(stated) } : { enable: false };
}
function present(object) {
    return Object.fromEntries(Object.entries(object).filter(([, member]) => member !== null));
}
function objectOf(value) {
    return (0,json_differences/* isJsonObject */.OW)(value) ? value : {};
}
function listOf(value) {
    return (0,json_differences/* isList */.Lv)(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/plan/scaling-alarms.js


/** Every property of PutMetricAlarm, CloudWatch's defaults filled in. */
function alarmDifferences(live, desired) {
    return (0,json_differences/* differences */.tX)(live && normalAlarm(live.description), normalAlarm(desired));
}
/** An alarm's name is account-wide: one that watches something else, or is not marked as ours, is not to be overwritten. */
function foreignAlarm(live, desired, ownership) {
    const watchesOther = (0,json_differences/* differences */.tX)(normalDimensions(live.description['Dimensions']), normalDimensions(desired['Dimensions'])).length > 0;
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
    const stated = Object.entries(alarm).filter(([, value]) => value !== null && !((0,json_differences/* isList */.Lv)(value) && value.length === 0));
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
    const list = (0,json_differences/* isList */.Lv)(dimensions) ? dimensions.filter(json_differences/* isJsonObject */.OW) : [];
    return Object.fromEntries(list.map(({ Name, Value }) => [String(Name), Value ?? '']));
}

;// CONCATENATED MODULE: ./build/plan/scaling-plan.js



/** Desired scaling (undefined: none) against the live one. `ownership` are the tags that mark an alarm as this service's. */
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
    const found = (0,json_differences/* differences */.tX)(target && { ...target }, { ...desired.target });
    if (found.length === 0)
        return [];
    const change = changeOf('scalable target', 'AWS::ApplicationAutoScaling::ScalableTarget', target, found);
    return [{ change, write: { kind: 'register-target', ...desired.target } }];
}
function policySteps({ name, policy }, { policies }) {
    const live = policies.find((each) => each.name === name);
    const found = (0,json_differences/* differences */.tX)(live && normalPolicy(live.description), normalPolicy(policy));
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

// EXTERNAL MODULE: ./build/plan/service-units.js
var service_units = __webpack_require__(9139);
;// CONCATENATED MODULE: ./build/plan/service-settings.js

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
/** A setting that this table does not know yet: sent as it is stated, compared with what DescribeServices says of it. */
const UNKNOWN = { effect: 'in place', described: 'service' };
function settingOf(name) {
    return SETTINGS[name] ?? UNKNOWN;
}
/** The live value of a setting as ECS describes it; undefined where ECS does not. `revision` is DescribeServiceRevisions' answer. */
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

;// CONCATENATED MODULE: ./build/plan/service-changes.js


/** Compares a live service's settings with the desired ones, field by field. `revision` is DescribeServiceRevisions' answer. */
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
    return (0,json_differences/* differences */.tX)(form(live), form(stated), [name]);
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
};
/**
 * Always the whole block: whether ECS keeps or resets a member that is left out is undocumented. What is live and no longer
 * stated is switched off in so many words; nothing else is added, since a strategy refuses the members of others.
 */
function wholeDeploymentConfiguration(stated, live) {
    if (!(0,json_differences/* isJsonObject */.OW)(stated))
        return stated;
    const isLive = (name) => (0,json_differences/* isJsonObject */.OW)(live) && live[name] !== undefined && live[name] !== null;
    const off = Object.entries(OFF).filter(([name]) => isLive(name) && stated[name] === undefined);
    return {
        strategy: 'ROLLING',
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        ...stated,
        ...Object.fromEntries(off),
    };
}

// EXTERNAL MODULE: ./build/plan/danger.js
var danger = __webpack_require__(395);
;// CONCATENATED MODULE: ./build/plan/service-dangers.js




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
function lostTargetGroups({ service, live, desired, allow }) {
    const kept = targetGroups(desired['loadBalancers']);
    return targetGroups(live.description['loadBalancers'])
        .filter((arn) => !kept.includes(arn))
        .map((arn) => (0,danger/* consented */.yg)(allow, {
        ...named(service, 'loadBalancers', kept.join(', ') || 'none'),
        loss: `the tasks leave ${arn}: what it still receives is answered 503`,
    }));
}
function noTasks({ service, live, desiredCount, allow }) {
    if (desiredCount !== 0 || live.desiredCount === 0)
        return [];
    return [(0,danger/* consented */.yg)(allow, { ...named(service, 'desiredCount', 0), loss: 'every task of the service stops' })];
}
/** A rolling deployment that may neither stop nor start a task never ends (aws-facts: the floor rounds up, the ceiling down). */
function stuckRollout({ service, live, desired, desiredCount, deploys }) {
    const count = desiredCount ?? live.desiredCount;
    const stated = desired['deploymentConfiguration'];
    const configuration = (0,json_differences/* isJsonObject */.OW)(stated) ? stated : {};
    if (!deploys || count === 0 || (configuration['strategy'] ?? 'ROLLING') !== 'ROLLING')
        return [];
    const floor = Math.ceil((count * Number(configuration['minimumHealthyPercent'] ?? 100)) / 100);
    const ceiling = Math.floor((count * Number(configuration['maximumPercent'] ?? 200)) / 100);
    if (floor < ceiling)
        return [];
    return [
        {
            ...named(service, 'deploymentConfiguration', configuration),
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
function targetGroups(loadBalancers) {
    if (!(0,json_differences/* isList */.Lv)(loadBalancers))
        return [];
    return loadBalancers
        .filter(json_differences/* isJsonObject */.OW)
        .map(({ targetGroupArn }) => targetGroupArn)
        .filter((arn) => typeof arn === 'string');
}

;// CONCATENATED MODULE: ./build/plan/service-update.js






/** How to create a service that does not exist. */
function planCreation({ service, outputs }) {
    const request = {
        ...desiredSettings(service, outputs),
        serviceName: service.name,
        ...(isDaemon(service) ? {} : { desiredCount: service.desiredCount }),
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
function planUpdate({ cluster, service, outputs }, { service: live, revision: described }, revision) {
    const desired = desiredSettings(service, outputs);
    const settings = changedSettings(desired, live, described);
    const isSettled = service.scaling || isDaemon(service) || live.desiredCount === service.desiredCount;
    const desiredCount = isSettled ? undefined : service.desiredCount;
    const deploys = settings.deploys || !('arn' in revision) || revision.arn !== live.taskDefinition;
    const retried = !deploys && hasFailed(live);
    const request = {
        ...settings.update,
        ...(desiredCount === undefined ? {} : { desiredCount }),
        ...(retried ? { forceNewDeployment: true } : {}),
    };
    const properties = [
        ...propertyChanges(settings.found),
        ...(desiredCount === undefined ? [] : [changed('desiredCount', live.desiredCount, desiredCount)]),
        ...tagChanges(serviceTags(cluster, service), live.tags),
        ...(retried ? [changed('deployments.PRIMARY', 'FAILED', 'a new deployment')] : []),
    ];
    const isUpdate = deploys || Object.keys(request).length > 0;
    return {
        change: properties.length === 0 ? undefined : serviceChange(service, live, properties, settings.found),
        dangers: serviceDangers({
            service,
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
/** The deployment of what is already wanted has failed, and there was nothing to go back to: only a new one repairs that. */
function hasFailed({ deployments }) {
    return deployments.some(({ status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'FAILED');
}
function isDaemon({ settings }) {
    return settings['schedulingStrategy'] === 'DAEMON';
}
function tagChanges(desired, live) {
    return Object.entries(missingTags(desired, live)).map(([key, value]) => changed(`tags.${key}`, live[key], value));
}
function changed(path, before, after) {
    return { path, before: shown(before), after: shown(after) };
}

;// CONCATENATED MODULE: ./build/plan/task-definition-normal.js


/**
 * A task definition in the form in which equal ones are equal: AWS's defaults filled in as DescribeTaskDefinition shows them,
 * lists keyed by what identifies their members, what says nothing left out.
 */
function normalTaskDefinition(definition) {
    const { tags: _, ...stated } = definition;
    const networkMode = stated['networkMode'] ?? 'bridge';
    const filled = {
        ...stated,
        networkMode,
        ...amount(stated, 'cpu', /^([\d.]+)\s*vcpu$/i),
        ...amount(stated, 'memory', /^([\d.]+)\s*gb$/i),
    };
    return normalObject(filled, networkMode !== 'bridge');
}
/** What ECS fills in where nothing is stated, by the name of the list or member that holds the object (RegisterTaskDefinition). */
const DEFAULTS = {
    containerDefinitions: { cpu: 0, essential: true, versionConsistency: 'enabled' },
    portMappings: { protocol: 'tcp' },
    healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
    dockerVolumeConfiguration: { scope: 'task', driver: 'local' },
    efsVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
    authorizationConfig: { iam: 'DISABLED' },
};
/** Lists whose order means nothing, by the member that identifies an entry; `value` is all that is left of a name-value pair. */
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
    if ((0,json_differences/* isList */.Lv)(value))
        return value.length === 0 ? undefined : normalList(name, value, portsAreFixed);
    if (!(0,json_differences/* isJsonObject */.OW)(value))
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
    const entries = list.map((entry) => ((0,json_differences/* isJsonObject */.OW)(entry) ? normalObject(entry, portsAreFixed) : entry));
    return UNORDERED.has(name) ? entries.sort((a, b) => ((0,json/* canonicalJson */.d)(a) < (0,json/* canonicalJson */.d)(b) ? -1 : 1)) : entries;
}
function keyedEntry(name, entry, { key, value }, portsAreFixed) {
    if (!(0,json_differences/* isJsonObject */.OW)(entry))
        return [(0,json/* canonicalJson */.d)(entry), entry];
    const { [key]: identity, ...rest } = entry;
    if (value !== undefined)
        return [String(identity), rest[value] ?? ''];
    return [String(identity), normalObject({ ...DEFAULTS[name], ...rest }, portsAreFixed)];
}
function normalPorts(list, portsAreFixed) {
    const entries = list.filter(json_differences/* isJsonObject */.OW).map((mapping) => {
        const { containerPort, containerPortRange, ...rest } = mapping;
        const hostPort = containerPort === undefined ? {} : { hostPort: portsAreFixed ? containerPort : 0 };
        const filled = normalObject({ ...DEFAULTS['portMappings'], ...hostPort, ...rest }, portsAreFixed);
        return [`${containerPort ?? containerPortRange}/${filled['protocol']}`, filled];
    });
    return Object.fromEntries(entries);
}
/** ECS stores `1 vCPU` as 1024 and `2 GB` as 2048. */
function amount(definition, name, unit) {
    const text = String(definition[name] ?? '').trim();
    const found = unit.exec(text);
    return found ? { [name]: String(Number(found[1]) * 1024) } : {};
}

;// CONCATENATED MODULE: ./build/plan/task-definition-plan.js





/** Config against the live revision. A new one is registered only where neither the live nor the latest one is equal. */
function planTaskDefinition(service, overrides, { live, latest }) {
    const images = imagesOf(service, overrides, live?.definition);
    const definition = withImages(service, images);
    const found = (0,json_differences/* differences */.tX)(live && normalOf(live), normalTaskDefinition(definition));
    const isUsable = (view) => view.status === 'ACTIVE' && (0,json_differences/* differences */.tX)(normalOf(view), normalTaskDefinition(definition)).length === 0;
    const existing = [live, latest].find((view) => view !== undefined && isUsable(view));
    const revision = existing ? { arn: existing.arn } : { register: definition };
    if (existing && (!live || existing === live))
        return { revision, images, definition, change: undefined };
    const change = {
        action: live ? 'modify' : 'add',
        resource: 'task definition',
        type: 'AWS::ECS::TaskDefinition',
        physicalId: live?.arn,
        properties: live ? [...deregistered(live), ...propertyChanges(found, isPrivate)] : [],
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
/** Live values that may be secrets: environment variables, and options of log drivers that carry credentials. */
function isPrivate(path) {
    const [list, , member, ...rest] = path;
    if (list !== 'containerDefinitions')
        return false;
    return (member === 'environment' || (member === 'logConfiguration' && /token|secret|password|key$/i.test(rest.join('.'))));
}
/** Where a normal form's path stands in the file, as far as it can be told. */
function documentPath(definition, path) {
    const [list = '', name, ...rest] = path ?? [];
    if (list !== 'containerDefinitions')
        return [list];
    const index = containersOf(definition).findIndex((container) => container['name'] === name);
    return index < 0 ? [list] : [list, index, ...rest];
}

;// CONCATENATED MODULE: ./build/plan/service-plan.js










/** What it takes to bring a live service to what is wanted; nothing where it is so already. */
function planService(wanted, live) {
    const { cluster, service, overrides, outputs } = wanted;
    const taskDefinition = planTaskDefinition(service, overrides, {
        live: live.taskDefinition,
        latest: live.latestTaskDefinition,
    });
    const scaling = planScaling(service.scaling && desiredScaling(cluster, service.name, service.scaling, outputs.cluster), live.scaling, ownershipTags(cluster, service));
    const settings = live.service
        ? planUpdate(wanted, { ...live, service: live.service }, taskDefinition.revision)
        : planCreation(wanted);
    const at = (0,model_source/* positionOf */.d)(service.source, ['scaling']);
    const changes = [
        ...[taskDefinition.change, settings.change].flatMap((change) => change ?? []),
        ...scaling.changes.map((change) => ({ ...change, at })),
    ];
    const tags = live.service ? missingTags(serviceTags(cluster, service), live.service.tags) : {};
    const done = { revision: taskDefinition.revision, service: settings.write, tags, scaling: scaling.writes };
    const missing = missingOutputs(cluster, service, outputs);
    const id = (0,service_units/* serviceUnitId */.L)(cluster.name, service.name);
    return {
        unit: {
            id,
            kind: 'service',
            changes,
            dangers: [...settings.dangers, ...scaling.dangers],
            needs: (0,service_units/* unitNeeds */.U)(cluster, service),
            digest: (0,plan_digest/* unitDigest */.vi)(id, changes, (0,json/* canonicalJson */.d)(done)),
            notes: missing.length === 0 ? [] : [`Not provisioned yet: output ${missing.join(', ')} is not there.`],
        },
        taskDefinition,
        service: settings.write,
        tags,
        scaling: scaling.writes,
    };
}

;// CONCATENATED MODULE: ./build/engine/observe/live-service.js

/** Everything of a service that config has a say in, as it is now. Reads only. */
async function observeService(cluster, service, readService, { services, taskDefinitions, scaling }) {
    const live = await readService(service.name);
    const [taskDefinition, latestTaskDefinition, revision, liveScaling] = await Promise.all([
        live && taskDefinitions.describe(live.taskDefinition),
        taskDefinitions.describe(service.taskDefinition.family),
        live && observeRevision(service, live, services),
        observeScaling(cluster, service, scaling),
    ]);
    return { service: live, taskDefinition, latestTaskDefinition, revision, scaling: liveScaling };
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
    const live = await observeService(run.cluster.name, run.service, run.readService, run);
    return { service: run.service.name, live, plan: planService(run, live) };
}

;// CONCATENATED MODULE: ./build/engine/deploy/verified.js






/**
 * Lets the answers through the load balancer decide, where the run verifies. ECS no longer rolls back what it calls successful:
 * where config has rollback on, what fails here is replaced by the revision that served before.
 */
async function verified(run, { live, plan }, ending) {
    if (!run.verify || !(0,model_outcome/* isGreen */.g)(ending.outcome.kind))
        return ending;
    const answer = await run.verify(run.service, plan.taskDefinition.images);
    if ((0,model_outcome/* isGreen */.g)(answer.kind)) {
        const { outcome } = ending;
        return { ...ending, outcome: { ...outcome, evidence: [...outcome.evidence, answer.summary] } };
    }
    const previous = live.taskDefinition;
    const isReplaced = previous && ending.deploymentId && previous.arn !== ending.taskDefinitionArn;
    if (!isReplaced || !rollsBack(run.service))
        return { ...ending, outcome: answer };
    const before = await run.readService(run.service.name);
    const updated = await write(`service ${run.service.name} back to ${revisionName(previous.arn)}`, () => run.services.update(run.cluster.name, run.service.name, { taskDefinition: previous.arn }), run);
    const earlier = (before?.deployments ?? []).map(({ id }) => id);
    const started = await findStarted(run, updated, earlier, previous.arn);
    const back = await follow(run, started, previous.definition);
    return { ...ending, outcome: wentBack(answer, back.outcome, revisionName(previous.arn)) };
}
function wentBack(answer, back, previous) {
    if (back.kind !== 'deployed') {
        const evidence = [...answer.evidence, `Going back to ${previous}: ${back.summary}`];
        return { ...answer, kind: 'failed', evidence };
    }
    const evidence = [...answer.evidence, `Serving: ${back.summary}`];
    return { ...answer, kind: 'rolled-back', summary: `Rolled back to ${previous}: ${answer.summary}`, evidence };
}

;// CONCATENATED MODULE: ./build/engine/deploy/apply-service.js








/** Brings one service to what its plan says and follows it to an outcome. What AWS refuses on the way is an outcome too. */
async function applyService(run, first) {
    let planned = first;
    let ending;
    try {
        const busy = await waitForOthers();
        ending = busy ?? (await bringTo(run, planned));
    }
    catch (error) {
        ending = { outcome: endedBy(run, error) };
    }
    return resultOf(run, planned.plan.unit, ending, planned.live.service);
    /** Plans anew after each wait, since what was waited for has changed the service; a plan that differs is shown. */
    async function waitForOthers() {
        while (mustWait(planned)) {
            const busy = await waitUntilIdle(run);
            if (busy)
                return { outcome: stillBusy(busy) };
            const { digest } = planned.plan.unit;
            planned = await planOf(run);
            if (planned.plan.unit.digest !== digest)
                run.progress.emit({ kind: 'plan', units: [planned.plan.unit] });
        }
        return undefined;
    }
}
async function bringTo(run, planned) {
    const refusal = (0,refused_plan/* refusedPlan */.G)(planned.plan.unit, run.cluster);
    if (refusal)
        return { outcome: refusal };
    const { definition } = planned.plan.taskDefinition;
    if (planned.plan.unit.changes.length === 0) {
        return verified(run, planned, await followUnderWay(run, planned.live.service, definition));
    }
    const { started, taskDefinitionArn, finish } = await applyPlan(run, planned);
    const ending = started ? await follow(run, started, definition, { mayStop: true }) : await settleCount(run);
    if ((0,model_outcome/* isGreen */.g)(ending.outcome.kind))
        await finish();
    return verified(run, planned, { ...ending, taskDefinitionArn });
}
/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ live, plan }) {
    if (!live.service || underWay(live.service) === undefined)
        return false;
    return plan.unit.changes.length > 0 || rollingDeployment(live.service) === undefined;
}

;// CONCATENATED MODULE: ./build/engine/deploy/batched-reads.js
/** Reads by key, of which those that come within a window are made as one call of `load`, which answers in the order of the keys. */
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
 * Runs all services at once, each as soon as those that it depends on have ended well. One that ended badly keeps back only
 * what depends on it: for those `heldBack` makes the result. What is not among `jobs` is not waited for.
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
        for (const name of job.service.dependsOn) {
            const needed = byName.get(name);
            const kind = needed && (await start(needed)).outcome.kind;
            if (kind && !(0,model_outcome/* isGreen */.g)(kind))
                return heldBack(job, `${name}, on which it depends, ended ${kind}`);
        }
        return run(job);
    };
    return Promise.all(jobs.map(start));
}

;// CONCATENATED MODULE: ./build/engine/deploy/target-groups.js

/** ARNs of the service's target groups, as far as its stack has them. */
function targetGroupArns({ loadBalancers }, outputs) {
    return loadBalancers.flatMap((_, index) => outputs.service?.[(0,stack_names/* targetGroupOutput */.sq)(index + 1)] ?? []);
}

;// CONCATENATED MODULE: ./build/engine/deploy/deploy.js












/** Reads that come within this time share a call, where a run has several services. */
const WINDOW_MS = 250;
/** Beyond twenty services each is looked at less often, so that a run keeps to a fraction of ECS's rates. */
const POLL_MS_PER_SERVICE = 50;
const POLL_MS = 1_000;
/**
 * Plans services and, in mode `apply`, brings them there: each to an outcome of its own, all at once as far as `dependsOn`
 * allows. Results are in the order of the request. Throws before the first write where account or region are others
 * (WRONG_ACCOUNT, WRONG_REGION), where a service or an image is not config's to deploy (INPUT_INVALID), or, in mode `apply`,
 * where the stacks are not there (NOT_PROVISIONED).
 */
async function deploy(request, ports) {
    const services = selectServices(request);
    checkImageOverrides(request.images, services);
    await (0,guard/* guardTarget */.j)(request.cluster, ports.account);
    ports.progress.emit({ kind: 'phase', title: `Plan the services of cluster ${request.cluster.name}` });
    const runs = await prepareRuns(request, services, ports);
    const jobs = await Promise.all(runs.map(async (run) => ({ run, service: run.service, planned: await planOf(run) })));
    ports.progress.emit({ kind: 'plan', units: jobs.map(({ planned }) => planned.plan.unit) });
    const tell = (planned, outcome) => {
        ports.progress.emit({ kind: 'outcome', unit: planned.plan.unit.id, outcome });
        return deploy_resultOf(planned, outcome);
    };
    if (request.mode === 'plan')
        return jobs.map(({ planned }) => tell(planned, plannedOutcome(planned, request)));
    ports.progress.emit({ kind: 'phase', title: `Deploy to cluster ${request.cluster.name}` });
    return inOrder(jobs, ({ run, planned }) => applyService(startClock(run, request), planned), ({ planned }, cause) => tell(planned, heldBack(cause)));
}
function selectServices({ cluster, services }) {
    return [...new Set(services)].map((name) => {
        const found = cluster.services.find((service) => service.name === name);
        if (found)
            return found;
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Cluster ${cluster.name} has no service ${name} in config.`, {
            hint: `Give one or more of: ${cluster.services.map((service) => service.name).join(', ')}; or * for all.`,
        });
    });
}
async function prepareRuns({ cluster, mode, images, commit, timeoutMs, onCancel, signal }, services, ports) {
    const outputs = await readStackOutputs(cluster, services, ports.stacks);
    const batching = { clock: ports.clock, windowMs: services.length > 1 ? WINDOW_MS : 0 };
    const shared = {
        ...ports,
        cluster,
        overrides: images,
        asWanted: 'as config says',
        settingsOwner: 'config',
        commit,
        onCancel,
        signal,
        deadline: ports.clock.now() + timeoutMs,
        pollMs: Math.max(POLL_MS, services.length * POLL_MS_PER_SERVICE),
        readService: batchedReads((names) => ports.services.describe(cluster.name, names), batching),
        readDeployment: batchedReads((arns) => ports.services.deploymentsByArn(arns), batching),
    };
    return services.map((service, index) => {
        const own = outputs[index] ?? { cluster: undefined, service: undefined };
        if (mode === 'apply')
            requireOutputs(cluster, service, own);
        return { ...shared, service, outputs: own, targetGroups: targetGroupArns(service, own), written: [] };
    });
}
/** A service that waits for others has its whole time once it is its turn. */
function startClock(run, { timeoutMs }) {
    return { ...run, deadline: run.clock.now() + timeoutMs };
}
function deploy_resultOf({ service, live, plan }, outcome) {
    const taskDefinitionArn = live.service?.taskDefinition;
    return { service, unit: plan.unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}
function plannedOutcome({ plan }, { cluster }) {
    return (0,refused_plan/* refusedPlan */.G)(plan.unit, cluster) ?? (0,planned_changes/* plannedChanges */.I)(plan.unit, 'The service is as config says.');
}
function heldBack(cause) {
    return {
        kind: 'blocked',
        summary: `Not deployed: ${cause}.`,
        evidence: [],
        nextStep: 'Correct that one first; the next run deploys both.',
    };
}

;// CONCATENATED MODULE: ./build/plan/revision-move.js








/** What it takes to have a live service run `target`; nothing where it does so already. */
function planMove(cluster, { service, taskDefinition: live }, target) {
    const revision = 'arn' in target ? { arn: target.arn } : target;
    const definition = 'arn' in target ? target.definition : target.register;
    const isMoving = !('arn' in revision) || revision.arn !== service.taskDefinition;
    const isRetry = !isMoving && hasFailed(service);
    const changes = [
        ...definitionChanges(live, definition),
        ...serviceChanges(service, isMoving && 'arn' in revision ? revision.arn : undefined, isRetry),
    ];
    const id = (0,service_units/* serviceUnitId */.L)(cluster, service.name);
    const digest = (0,plan_digest/* unitDigest */.vi)(id, changes, (0,json/* canonicalJson */.d)({ revision }));
    return {
        unit: { id, kind: 'service', changes, dangers: [], needs: [], digest, notes: [] },
        service,
        revision,
        definition,
        request: isRetry ? { forceNewDeployment: true } : {},
    };
}
/** Neither side's environment is printed: both are live. */
function definitionChanges(live, definition) {
    const found = (0,json_differences/* differences */.tX)(normalTaskDefinition(live.definition), normalTaskDefinition(definition));
    if (found.length === 0)
        return [];
    const properties = found.map(({ path, before, after }) => ({
        path: path.join('.'),
        before: isPrivate(path) ? { kind: 'secret' } : shown(before),
        after: isPrivate(path) ? { kind: 'secret' } : shown(after),
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
            ? [{ path: 'taskDefinition', before: shown(revision_move_nameOf(service.taskDefinition)), after: shown(revision_move_nameOf(arn)) }]
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
/** `sample:3` of an ARN. */
function revision_move_nameOf(arn) {
    return arn.split('/').at(-1) ?? arn;
}

;// CONCATENATED MODULE: ./build/plan/live-images.js






/**
 * Makes sure that each override is for a container of one of the live services, and that config does not own its image. Throws
 * INPUT_INVALID.
 */
function checkLiveOverrides(overrides, services, cluster) {
    for (const override of overrides) {
        const having = services.filter((current) => isFor(override, current));
        if (having.length === 0) {
            const known = services.flatMap((current) => containerNames(current).map((name) => `${current.service.name}/${name}`));
            throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input images: no service of this run has a container ${[override.service, override.container].filter(Boolean).join('/')}.`, { hint: `Give one of: ${known.join(', ')}.` });
        }
        const owned = having.find(({ service }) => isOwnedByConfig(service.tags, override.container));
        if (owned) {
            throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input images: the image of container ${override.container} of service ${owned.service.name} is owned by the config of cluster ${cluster}.`, {
                hint: `Change the image in task-definition.yaml of that service, in the repository that holds config/${cluster}; or let that file say \`image: external\` with an \`initialImage\`, and deploy it once.`,
            });
        }
    }
}
/** The live revision with these images. One is registered only where neither the live nor the family's latest one is equal. */
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
    const isEqual = ({ definition }) => (0,json_differences/* differences */.tX)(normalTaskDefinition(definition), wanted).length === 0;
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

;// CONCATENATED MODULE: ./build/engine/observe/current-service.js


/**
 * A service that is there, with the revision that it has. Throws INPUT_INVALID where ECS does not know it, or where something
 * else than ECS deploys it.
 */
async function observeCurrent(cluster, name, readService, taskDefinitions) {
    const service = await readService(name);
    if (!service) {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `ECS has no service ${name} in cluster ${cluster}.`, {
            hint: 'Check the inputs cluster and service, AWS_REGION, and the account of the credentials.',
        });
    }
    const controller = service.description['deploymentController'];
    const type = (0,json_differences/* isJsonObject */.OW)(controller) ? controller['type'] : undefined;
    if (type !== undefined && type !== 'ECS') {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Service ${name} is deployed by ${type}, not by ECS.`, {
            hint: 'Only services with the deployment controller ECS can be deployed.',
        });
    }
    const taskDefinition = await taskDefinitions.describe(service.taskDefinition);
    if (taskDefinition)
        return { service, taskDefinition };
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `The task definition of service ${name}, ${service.taskDefinition}, is gone.`, {
        hint: 'Deploy the service from config, which registers a revision anew.',
    });
}

;// CONCATENATED MODULE: ./build/engine/rollout/live-run.js

const live_run_POLL_MS = 1_000;
/** How many tasks autoscaling may ask for is not known; ECS runs 5,000 of a service at most. */
const ANY_COUNT = { minCapacity: 1, maxCapacity: 5_000 };
/** A rollout that takes from the live service what config would say of it. */
function liveRun(cluster, service, { timeoutMs, onCancel, signal }, ports) {
    const { services, clock } = ports;
    return {
        ...ports,
        cluster: { name: cluster },
        service: { name: service.name, settings: settingsOf(service), failFast: true, scaling: ANY_COUNT },
        targetGroups: targetGroupsOf(service),
        asWanted: 'as asked',
        settingsOwner: 'the service',
        onCancel,
        signal,
        deadline: clock.now() + timeoutMs,
        pollMs: live_run_POLL_MS,
        readService: async (name) => (await services.describe(cluster, [name]))[0],
        readDeployment: async (arn) => (await services.deploymentsByArn([arn]))[0],
        written: [],
    };
}
function settingsOf({ description }) {
    const { deploymentConfiguration } = description;
    return deploymentConfiguration === undefined ? {} : { deploymentConfiguration };
}
function targetGroupsOf({ description }) {
    const { loadBalancers } = description;
    if (!(0,json_differences/* isList */.Lv)(loadBalancers))
        return [];
    return loadBalancers.flatMap((each) => {
        const arn = (0,json_differences/* isJsonObject */.OW)(each) ? each['targetGroupArn'] : undefined;
        return typeof arn === 'string' ? [arn] : [];
    });
}

;// CONCATENATED MODULE: ./build/engine/rollout/move-service.js






/** Has a live service run another revision and follows it to its end; waits first for what others have under way. */
async function moveService(run, first, { tags = {}, plan }) {
    let move = first;
    while (move_service_mustWait(move)) {
        const busy = await waitUntilIdle(run);
        if (busy)
            return { unit: move.unit, ending: { outcome: stillBusy(busy) } };
        const { digest } = move.unit;
        move = await plan();
        if (move.unit.digest !== digest)
            run.progress.emit({ kind: 'plan', units: [move.unit] });
    }
    const { unit, service, definition } = move;
    if (unit.changes.length === 0)
        return { unit, ending: await followUnderWay(run, service, definition) };
    const taskDefinitionArn = await move_service_ensureRevision(run, move, tags);
    const isMoving = taskDefinitionArn !== service.taskDefinition;
    const request = { ...move.request, ...(isMoving ? { taskDefinition: taskDefinitionArn } : {}) };
    const updated = await write(`service ${service.name} to ${revisionName(taskDefinitionArn)}`, () => run.services.update(run.cluster.name, service.name, request), run);
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
function move_service_mustWait({ service, unit }) {
    return underWay(service) !== undefined && (unit.changes.length > 0 || rollingDeployment(service) === undefined);
}
async function move_service_ensureRevision(run, { revision }, tags) {
    if ('arn' in revision)
        return revision.arn;
    const what = `a revision of task definition ${revision.register['family']}`;
    return write(what, () => run.taskDefinitions.register(revision.register, tags), run);
}

;// CONCATENATED MODULE: ./build/engine/deploy-images/deploy-images.js






/**
 * Deploys images to live services without config: each keeps everything else that it has. Results are in the order of the
 * request. Throws INPUT_INVALID before the first write where a service or container is not there or config owns the image.
 */
async function deployImages(request, ports) {
    const { cluster, mode, images } = request;
    ports.progress.emit({ kind: 'phase', title: `Plan the images of services in cluster ${cluster}` });
    const observe = (name) => observeCurrent(cluster, name, async (each) => (await ports.services.describe(cluster, [each]))[0], ports.taskDefinitions);
    const found = await Promise.all([...new Set(request.services)].map(observe));
    checkLiveOverrides(images, found, cluster);
    const plan = async (current) => {
        const family = String(current.taskDefinition.definition['family']);
        return planImages(cluster, current, await ports.taskDefinitions.describe(family), images);
    };
    const jobs = await Promise.all(found.map(async (current) => ({ current, move: await plan(current) })));
    ports.progress.emit({ kind: 'plan', units: jobs.map(({ move }) => move.unit) });
    if (mode === 'plan')
        return jobs.map(({ move }) => planned(move, ports));
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
        const tags = deploy_images_revisionTags(current, request.commit);
        return attempt(run, move.unit, current.service, () => moveService(run, move, { tags, plan: planAgain }));
    }));
}
function planned({ unit, service }, { progress }) {
    const outcome = (0,planned_changes/* plannedChanges */.I)(unit, 'The service has these images already.');
    progress.emit({ kind: 'outcome', unit: unit.id, outcome });
    const { name, taskDefinition: taskDefinitionArn } = service;
    return { service: name, unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}
/** Those of the revision that it comes from, except AWS's own; the commit is that of the images. */
function deploy_images_revisionTags({ taskDefinition }, commit) {
    const kept = Object.entries(taskDefinition.tags).filter(([key]) => !key.startsWith('aws:') && key !== COMMIT_TAG);
    return { ...Object.fromEntries(kept), ...(commit ? { [COMMIT_TAG]: commit } : {}) };
}

;// CONCATENATED MODULE: ./build/engine/rollback/stop-rolling.js







/**
 * Has ECS roll a deployment back that is under way, whoever started it, and follows that to its end. undefined where it succeeded
 * before ECS took the request: then it is what there is to go back from.
 */
async function stopRolling(run, { service, taskDefinition }, rolling) {
    const revision = revisionName(rolling.taskDefinition);
    if (service.deployments.length < 2)
        return { outcome: nothingBefore(service, revision) };
    const { id, createdAt, taskDefinition: arn } = rolling;
    const earlier = service.deployments.map((each) => each.id).filter((each) => each !== id);
    const followed = { id, createdAt, taskDefinition: arn, earlier };
    const watched = { followed, watch: watchRollout(run, followed) };
    const isAsked = await askForRollback(run, watched);
    try {
        const end = await followRollout(run, watched, { withinMs: remainingMs(run), signal: run.signal });
        switch (end.verdict.state) {
            case 'landed':
                return undefined;
            case 'rolled-back':
                return { outcome: await settled(run, isAsked ? 'deployed' : 'unchanged'), deploymentId: id };
            case 'rolling':
            case 'rolling-back':
            case 'failed':
            case 'superseded':
            case 'continued':
            case 'gone':
                return { outcome: await conclude(run, end, taskDefinition.definition), deploymentId: id };
        }
    }
    catch (error) {
        if (!run.signal?.aborted || !isAsked)
            throw error;
        return { outcome: cancelled(revision), deploymentId: id };
    }
}
function nothingBefore({ name }, revision) {
    return {
        kind: 'blocked',
        summary: `The deployment of ${revision} is the first of ${name}: there is nothing to roll back to.`,
        evidence: [],
        nextStep: 'Deploy a revision that works; the run waits until this deployment has ended.',
    };
}
function cancelled(revision) {
    return {
        kind: 'cancelled',
        summary: `Cancelled while ECS rolled ${revision} back, as this run asked; it goes on with it.`,
        evidence: [],
        nextStep: "Look at the service's deployments for how it ends.",
    };
}

;// CONCATENATED MODULE: ./build/engine/rollback/target-revision.js


/** Revisions are looked up at a time, as many as DescribeServiceRevisions takes. */
const LOOKED_UP = 20;
/** How many numbers are tried downwards where ECS keeps no deployment. */
const TRIED = 20;
/**
 * The revision to go back to: the one named (`family:revision`, its ARN, or a number of the live family), else the previous
 * successful one. Throws INPUT_INVALID where there is none, or where ECS starts no tasks from it any more.
 */
async function findTarget(cluster, current, revision, ports) {
    const name = revision === '' ? undefined : target_revision_nameOf(current, revision);
    const successful = name ?? (await previousSuccessful(cluster, current, ports.services));
    const target = successful ? await ports.taskDefinitions.describe(successful) : await previousActive(current, ports);
    if (!target)
        throw missing(current, successful);
    if (target.status === 'ACTIVE')
        return target;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Revision ${revisionName(target.arn)} is ${target.status}.`, {
        hint: 'No service can be moved to it. Name another with the input revision, or revert the commit in config and deploy.',
    });
}
function target_revision_nameOf({ taskDefinition }, revision) {
    return /^\d+$/.test(revision) ? `${taskDefinition.definition['family']}:${revision}` : revision;
}
/** What the newest successful deployment of another revision than the live one had; ECS keeps those of 90 days. */
async function previousSuccessful(cluster, { service }, services) {
    const deployments = await services.deployments(cluster, service.name, { statuses: ['SUCCESSFUL'] });
    const arns = deployments.flatMap(({ targetRevisionArn }) => targetRevisionArn ?? []);
    for (let start = 0; start < arns.length; start += LOOKED_UP) {
        const page = arns.slice(start, start + LOOKED_UP);
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
        const message = `ECS lists no successful deployment of another revision of ${service.name}: going back to ${revisionName(found.arn)}, the one before it that is ACTIVE.`;
        progress.emit({ kind: 'notice', message });
        return found;
    }
    return undefined;
}
function missing({ service }, name) {
    if (name) {
        return new errors/* ToolkitError */.h('INPUT_INVALID', `There is no revision ${revisionName(name)}.`, {
            hint: 'Give `family:revision` or a number of an ACTIVE revision of the family that the service has.',
        });
    }
    const message = `Service ${service.name} has nothing to go back to: ${revisionName(service.taskDefinition)} is the first revision that it has.`;
    return new errors/* ToolkitError */.h('INPUT_INVALID', message, { hint: 'Name a revision with the input revision.' });
}

;// CONCATENATED MODULE: ./build/engine/rollback/rollback.js














/**
 * Takes live services back to an earlier revision, as a person asked: what rolls is rolled back by ECS itself, otherwise the
 * earlier revision is deployed. Results are in the order of the request. Throws INPUT_INVALID before the first write where a
 * service is not there or has no such revision to go back to.
 */
async function rollback(request, ports) {
    const { cluster, revision } = request;
    ports.progress.emit({ kind: 'phase', title: `Plan the rollback of services in cluster ${cluster}` });
    const observe = (name) => observeCurrent(cluster, name, async (each) => (await ports.services.describe(cluster, [each]))[0], ports.taskDefinitions);
    const plan = async (current) => planMove(cluster, current, await findTarget(cluster, current, revision, ports));
    const jobs = await Promise.all([...new Set(request.services)].map(async (name) => {
        const current = await observe(name);
        const isIdle = underWay(current.service) === undefined;
        const move = isIdle || revision !== '' ? await plan(current) : undefined;
        return isIdle && move
            ? { current, move, unit: move.unit }
            : { current, move: undefined, unit: stopUnit(cluster, current.service) };
    }));
    ports.progress.emit({ kind: 'plan', units: jobs.map(({ unit }) => unit) });
    ports.progress.emit({ kind: 'phase', title: `Roll back in cluster ${cluster}` });
    return Promise.all(jobs.map(({ current, move, unit }) => {
        const run = liveRun(cluster, current.service, request, ports);
        const planAgain = async () => plan(await observe(current.service.name));
        return attempt(run, unit, current.service, () => goBack(run, current, { unit, move, revision, plan: planAgain }));
    }));
}
async function goBack(run, current, { unit, move: shownMove, revision, plan }) {
    let stopped;
    const rolling = rollingDeployment(current.service);
    if (rolling) {
        stopped = await stopRolling(run, current, rolling);
        if (stopped && (revision === '' || !(0,model_outcome/* isGreen */.g)(stopped.outcome.kind)))
            return { unit, ending: stopped };
    }
    else if (underWay(current.service)) {
        const busy = await waitUntilIdle(run);
        if (busy)
            return { unit, ending: { outcome: stillBusy(busy) } };
        // Going on from where a rollback has just led would be one step too far.
        if (revision === '')
            return { unit, ending: { outcome: await settled(run, 'unchanged') } };
    }
    const from = revisionName(current.service.taskDefinition);
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
        ending: { ...moved.ending, outcome: { ...outcome, summary: `Back from ${from}: ${outcome.summary}` } },
    };
}
/** What rolls is to end; to which revision, ECS decides. */
function stopUnit(cluster, service) {
    const rolling = rollingDeployment(service);
    const before = rolling && `${revisionName(rolling.taskDefinition)} is rolling out`;
    const properties = [{ path: 'deployments.PRIMARY', before: shown(before), after: shown('rolled back') }];
    const id = (0,service_units/* serviceUnitId */.L)(cluster, service.name);
    const changes = rolling ? [revision_move_serviceChange(service, properties)] : [];
    const digest = (0,plan_digest/* unitDigest */.vi)(id, changes, '');
    return { id, kind: 'service', changes, dangers: [], needs: [], digest, notes: [] };
}

// EXTERNAL MODULE: ./build/actions/config.js + 64 modules
var config = __webpack_require__(5723);
// EXTERNAL MODULE: ./build/actions/run.js + 12 modules
var run = __webpack_require__(6553);
;// CONCATENATED MODULE: ./build/actions/deploy-service/outputs.js

/** The action's outputs besides `outcome`. */
function deployOutputs(results, changed) {
    const [only] = results;
    return {
        changed: String(changed),
        'plan-digest': (0,plan_digest/* planDigest */.Gb)(results.map(({ unit }) => unit)),
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
/** The services that the input `service` selects. Throws INPUT_INVALID where config has one of them not. */
function selection_selectServices({ name, services }, input) {
    const known = services.map((service) => service.name);
    const wanted = namesOf(input);
    if (wanted.length === 0 || wanted.includes('*'))
        return known;
    const unknown = wanted.filter((service) => !known.includes(service));
    if (unknown.length === 0)
        return wanted;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Cluster ${name} has no service ${unknown.join(', ')}.`, {
        hint: `Give names of: ${known.join(', ')}.`,
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy-service/run.js

















const TITLES = { plan: 'Deploy: plan', apply: 'Deploy', rollback: 'Roll back' };
/** Wires the ports and deploys the selected services of one cluster, or takes them back. */
async function run_run(given, env) {
    const current = (0,run/* startRun */.A)(env);
    const results = await (given.folder === undefined
        ? runLive(given, env, current)
        : runFromConfig(given, given.folder, env, current));
    return current.finish(TITLES[given.mode], results.map(({ unit, outcome }) => ({ name: unit.id, unit, outcome })), deployOutputs(results, current.changed()));
}
async function runFromConfig(given, folder, env, current) {
    const { inputs, mode } = given;
    const images = parseImageOverrides(inputs.images);
    const cluster = await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress);
    const services = selection_selectServices(cluster, inputs.service);
    const settings = { region: cluster.region };
    const account = (0,aws_account/* createAccount */._)(settings, env);
    const ports = portsTo(cluster.region, current);
    const limits = limitsOf(given, current);
    if (mode === 'rollback') {
        await (0,guard/* guardTarget */.j)(cluster, account);
        return rollback({ ...limits, cluster: cluster.name, services, revision: inputs.revision }, ports);
    }
    return deploy({ ...limits, cluster, services, mode, images, commit: env['GITHUB_SHA'] }, { ...ports, account, stacks: (0,stacks/* createStacks */.i)(settings), scaling: (0,scaling/* createScaling */.O)(settings) });
}
/** Without config there is nothing to hold account and region against. */
async function runLive(given, env, current) {
    const { inputs, mode } = given;
    const { cluster, revision } = inputs;
    const images = parseImageOverrides(inputs.images);
    const services = namesOf(inputs.service);
    const ports = portsTo(env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '', current);
    const limits = limitsOf(given, current);
    if (mode === 'rollback')
        return rollback({ ...limits, cluster, services, revision }, ports);
    return deployImages({ ...limits, cluster, services, mode, images, commit: env['GITHUB_SHA'] }, ports);
}
function limitsOf({ timeoutSeconds, onCancel }, { signal }) {
    return { timeoutMs: timeoutSeconds * 1000, onCancel, signal };
}
function portsTo(region, { clock, progress }) {
    const settings = { region };
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


/***/ }),

/***/ 2881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ createTargets)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


function createTargets(settings) {
    const elb = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
        return { sdk, client: new sdk.ElasticLoadBalancingV2Client((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings)) };
    });
    return {
        loadBalancer: (arn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`describing load balancer ${arn}`, async () => {
            const { sdk, client } = await elb();
            try {
                const { LoadBalancers } = await client.send(new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] }));
                const found = LoadBalancers?.[0];
                return found && loadBalancerView(found);
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'LoadBalancerNotFoundException'))
                    return undefined;
                throw error;
            }
        }),
        listeners: (loadBalancerArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`listing listeners of ${loadBalancerArn}`, async () => {
            const { sdk, client } = await elb();
            const pages = sdk.paginateDescribeListeners({ client }, { LoadBalancerArn: loadBalancerArn });
            const listeners = (await Array.fromAsync(pages)).flatMap((page) => page.Listeners ?? []);
            return listeners.map(({ ListenerArn = '', Port = 0, Protocol = '' }) => ({
                arn: ListenerArn,
                port: Port,
                protocol: Protocol,
            }));
        }),
        health: (targetGroupArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`asking for target health in ${targetGroupArn}`, async () => {
            const { sdk, client } = await elb();
            const answer = await client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }));
            return (answer.TargetHealthDescriptions ?? []).map(({ Target, TargetHealth }) => ({
                id: Target?.Id ?? '',
                port: Target?.Port ?? 0,
                state: TargetHealth?.State ?? 'unavailable',
                reason: TargetHealth?.Reason,
                description: TargetHealth?.Description,
            }));
        }),
    };
}
function loadBalancerView(found) {
    return {
        arn: found.LoadBalancerArn ?? '',
        dnsName: found.DNSName ?? '',
        state: found.State?.Code ?? 'failed',
        stateReason: found.State?.Reason,
    };
}


/***/ }),

/***/ 4993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ createTaskDefinitions)
/* harmony export */ });
/* harmony import */ var _ecs_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2724);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);
/* harmony import */ var _first_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(127);
/* harmony import */ var _json_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1817);




function createTaskDefinitions(settings) {
    const ecs = (0,_ecs_client_js__WEBPACK_IMPORTED_MODULE_0__/* .ecsClient */ .b)(settings);
    return {
        describe: (taskDefinition) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(`describing task definition ${taskDefinition}`, async () => {
            const { sdk, client } = await ecs();
            try {
                const { taskDefinition: found, tags } = await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }));
                return found && { ...view(found), tags: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .tagRecord */ .C3)(tags) };
            }
            catch (error) {
                // The only thing that ECS has to refuse in this request: "Unable to describe task definition."
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isAwsError */ .m)(error, 'ClientException'))
                    return undefined;
                throw error;
            }
        }),
        register: (definition, tags) => (0,_first_use_js__WEBPACK_IMPORTED_MODULE_2__/* .callingOnFirstUse */ .l)(`registering task definition ${definition['family']}`, async () => {
            const { sdk, client } = await ecs();
            const input = { ...definition, tags: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .tagList */ .Tw)(tags) };
            const { taskDefinition } = await client.send(new sdk.RegisterTaskDefinitionCommand(input));
            return taskDefinition?.taskDefinitionArn ?? '';
        }),
    };
}
/** What DescribeTaskDefinition adds to what was registered is left out. */
function view(found) {
    const { taskDefinitionArn = '', status = '', revision: _revision, requiresAttributes: _attributes, compatibilities: _compatibilities, registeredAt: _registeredAt, registeredBy: _registeredBy, deregisteredAt: _deregisteredAt, deleteRequestedAt: _deleteRequestedAt, ...definition } = found;
    return { arn: taskDefinitionArn, status, definition: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOf */ .o_)(definition) };
}


/***/ }),

/***/ 7492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ assessServing)
/* harmony export */ });
/* harmony import */ var _task_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4185);

/** Healthy when the service has a running task of its task definition and each such task has a healthy target. */
function assessServing({ service, tasks, targets }) {
    if (!service)
        return { state: 'failed', message: 'ECS does not know it' };
    const serving = tasks.filter((task) => task.taskDefinition === service.taskDefinition);
    const running = serving.filter((task) => task.lastStatus === 'RUNNING');
    const revision = service.taskDefinition.split('/').at(-1) ?? service.taskDefinition;
    if (running.length === 0)
        return { state: 'pending', message: `no task of ${revision} is running` };
    const healthy = running.filter((task) => isHealthyTarget(task, targets));
    const counts = `${healthy.length} of ${running.length} running tasks of ${revision} are healthy targets`;
    if (healthy.length === running.length)
        return { state: 'healthy', message: counts };
    const waiting = running.filter((task) => !healthy.includes(task));
    return { state: 'pending', message: `${counts}${reasonsText(waiting, targets)}` };
}
/** In the load balancer's words, each once. */
function reasonsText(tasks, targets) {
    const own = targets.filter((target) => tasks.some((task) => (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .containerOfTarget */ .i)(task, target)));
    const reasons = own.flatMap(({ state, description }) => (state === 'healthy' || !description ? [] : [description]));
    return reasons.length > 0 ? ` (${[...new Set(reasons)].join('; ')})` : '';
}
function isHealthyTarget(task, targets) {
    return targets.some((target) => target.state === 'healthy' && (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .containerOfTarget */ .i)(task, target) !== undefined);
}


/***/ }),

/***/ 4185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ containerOfTarget)
/* harmony export */ });
/**
 * The container whose target this is; undefined where it is not the task's. A target is an instance and a host port, or, in
 * network mode `awsvpc`, the task's own address, of which DescribeTasks does not say which container listens where.
 */
function containerOfTarget(task, { id, port }) {
    if (id === task.privateIpv4Address)
        return task.containers[0];
    if (id !== task.ec2InstanceId)
        return undefined;
    return task.containers.find(({ bindings }) => bindings.some(({ hostPort }) => hostPort === port));
}


/***/ }),

/***/ 6132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ targetText),
/* harmony export */   t: () => (/* binding */ unhealthyTargets)
/* harmony export */ });
/* harmony import */ var _task_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4185);

const TROUBLED = new Set(['unhealthy', 'unused', 'unavailable']);
/** Targets of these tasks that are in trouble. */
function unhealthyTargets(tasks, targets) {
    const troubled = targets.filter(({ state }) => TROUBLED.has(state));
    return tasks.flatMap((task) => troubled.flatMap((target) => {
        const container = (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .containerOfTarget */ .i)(task, target);
        return container ? [{ target, taskArn: task.arn, containerName: container.name }] : [];
    }));
}
/** What the load balancer says of a target; `whose` goes behind its address. */
function targetText({ id, port, state, reason, description }, whose = '') {
    return `target ${id}:${port}${whose} is ${state}: ${[reason, description].filter(Boolean).join(': ') || 'no reason given'}`;
}


/***/ })

};
