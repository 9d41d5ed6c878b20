export const id = 455;
export const ids = [455];
export const modules = {

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/logs.js
var logs = __webpack_require__(8384);
// EXTERNAL MODULE: ./build/adapters/aws/scaling.js + 1 modules
var scaling = __webpack_require__(1962);
// EXTERNAL MODULE: ./build/adapters/aws/services.js + 3 modules
var aws_services = __webpack_require__(6570);
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

// EXTERNAL MODULE: ./build/model/outcome.js
var outcome = __webpack_require__(8158);
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

;// CONCATENATED MODULE: ./build/plan/service-tags.js

/** Only on revisions of task definitions, which never change: anywhere else it would be wrong after the next commit. */
const COMMIT_TAG = 'ecs-gitops:commit';
/** Marks what belongs to a service of this toolkit: without it, an alarm of the same name is somebody else's. */
function ownershipTags(cluster, service) {
    return { [stack_names/* STACK_TAGS */.zt.cluster]: cluster.name, [stack_names/* STACK_TAGS */.zt.service]: service.name };
}
function serviceTags(cluster, service) {
    return { ...service.tags, ...ownershipTags(cluster, service) };
}
function revisionTags(cluster, service, commit) {
    return { ...serviceTags(cluster, service), ...(commit ? { [COMMIT_TAG]: commit } : {}) };
}
/** Desired tags that a resource does not have; those that others have set on it are theirs. */
function missingTags(desired, live) {
    return Object.fromEntries(Object.entries(desired).filter(([key, value]) => live[key] !== value));
}

// EXTERNAL MODULE: ./build/engine/observe/unique-name.js
var unique_name = __webpack_require__(3885);
;// CONCATENATED MODULE: ./build/engine/deploy/write.js

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
        await write(nameOf(each), () => makeWrite(run, each, policyArns), run);
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
function nameOf(each) {
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

// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/engine/deploy/started-deployment.js


/** UpdateService's answer may still be that of before (aws-facts §8 k: up to ten seconds); then it is asked for again. */
const STARTS_WITHIN_MS = 30_000;
/**
 * The deployment that a write has started: the PRIMARY one that was not there before. `answer` is the write's, `earlier` are the
 * ids of before.
 */
async function findStarted(run, answer, earlier, taskDefinition) {
    const startedIn = (view) => view?.deployments.find(({ id, status }) => status === 'PRIMARY' && !earlier.includes(id));
    const waited = startedIn(answer)
        ? { view: answer }
        : await (0,wait/* waitFor */.f)({
            subject: `a new deployment of ${run.service.name}`,
            observe: () => run.readService(run.service.name),
            assess: (view) => ({
                state: startedIn(view) ? 'healthy' : 'pending',
                message: 'ECS does not list it yet',
            }),
            withinMs: STARTS_WITHIN_MS,
            everyMs: run.pollMs,
            signal: run.signal,
        }, run);
    const started = startedIn(waited.view);
    if (started)
        return { id: started.id, createdAt: started.createdAt, taskDefinition, earlier };
    throw new errors/* ToolkitError */.h('AWS_REFUSED', `ECS accepted the update of ${run.service.name} but started no deployment.`, {
        hint: "Look at the service's deployments in the ECS console, then run the job again.",
    });
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

;// CONCATENATED MODULE: ./build/health/stopped-tasks.js
/** Tasks that stopped for the same reason, most frequent first; those that ECS merely replaced are left out. */
function groupStops(tasks) {
    const groups = Map.groupBy(tasks.filter((task) => !isReplaced(task)), (task) => explainStop(task).text);
    return [...groups]
        .map(([text, members]) => ({ cause: causeOf(members), text, tasks: members }))
        .toSorted((a, b) => b.tasks.length - a.tasks.length);
}
/** A rollout, a rollback and scaling stop healthy tasks too; that is no failure. */
function isReplaced({ stoppedReason = '' }) {
    return stoppedReason.startsWith('Scaling activity initiated by');
}
function explainStop(task) {
    const { stopCode, stoppedReason = '', containers } = task;
    const withReason = (pattern) => containers.find(({ reason }) => reason !== undefined && pattern.test(reason));
    const unpulled = withReason(PULL);
    if (unpulled)
        return { cause: 'image', text: `the image of container ${unpulled.name} cannot be pulled: ${unpulled.reason}` };
    if (PULL.test(stoppedReason))
        return { cause: 'image', text: `an image cannot be pulled: ${stoppedReason}` };
    const killed = withReason(/OutOfMemory/);
    if (killed)
        return { cause: 'memory', text: `container ${killed.name} runs out of memory: ${killed.reason}` };
    if (/ELB health checks/.test(stoppedReason))
        return { cause: 'target-health', text: stoppedReason };
    if (/container health checks/.test(stoppedReason))
        return { cause: 'container-health', text: containerHealth(task) };
    const ended = stopCode === 'EssentialContainerExited' ? culprit(containers) : undefined;
    if (ended)
        return { cause: 'exit', text: `container ${ended.name} exits with code ${ended.exitCode}${exitText(ended)}` };
    const reason = [stoppedReason, ...containers.map((container) => container.reason ?? '')].find(Boolean);
    const text = stopped_tasks_withoutIds(reason ?? stopCode ?? 'ECS gives no reason');
    switch (stopCode) {
        case 'TaskFailedToStart':
            return { cause: 'start', text };
        case 'SpotInterruption':
        case 'TerminationNotice':
        case 'InfrastructureHealth':
            return { cause: 'instance', text };
        default:
            return { cause: 'other', text };
    }
}
const PULL = /CannotPull/;
function causeOf(tasks) {
    const [first] = tasks;
    return first ? explainStop(first).cause : 'other';
}
/** The container whose end ended the task: the others are then killed (137) or told to stop (143). */
function culprit(containers) {
    const rank = ({ exitCode }) => {
        if (exitCode === 137 || exitCode === 143)
            return 2;
        return exitCode === 0 ? 1 : 0;
    };
    return containers.filter(({ exitCode }) => exitCode !== undefined).toSorted((a, b) => rank(a) - rank(b))[0];
}
function exitText({ exitCode, reason }) {
    if (reason)
        return ` (${reason})`;
    switch (exitCode) {
        case 0:
            return ', which ends the task, since the container is essential';
        case 137:
            return ' (killed)';
        case 139:
            return ' (segmentation fault)';
        default:
            return '';
    }
}
function containerHealth({ containers, stoppedReason = '' }) {
    return containers.length === 1 ? `container ${containers[0]?.name} fails its own health check` : stoppedReason;
}
function stopped_tasks_withoutIds(text) {
    return text.replace(/[0-9a-f]{32}/g, '…');
}

;// CONCATENATED MODULE: ./build/health/failure-cause.js


const EVENTS_SHOWN = 5;
/** Why a deployment failed: what ended its tasks, else what the load balancer says of them, else why none could be placed. */
function explainFailure({ stopped, targets, events }) {
    const groups = groupStops(stopped);
    const { cause, kind } = mainCause(groups, targets, events);
    return {
        cause,
        evidence: [
            ...groups.map(groupText),
            ...targets.map(targetText),
            ...tellingEvents(events, 0)
                .slice(-EVENTS_SHOWN)
                .map(({ message }) => `ECS: ${message}`),
        ],
        nextStep: NEXT_STEPS[kind],
    };
}
function mainCause([group], targets, events) {
    const reason = targets[0]?.target.description ?? unhealthyReason(events);
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
function targetText({ target, taskArn, containerName }) {
    const why = [target.reason, target.description].filter(Boolean).join(': ') || 'no reason given';
    return `target ${target.id}:${target.port} (container ${containerName} of task ${taskArn.split('/').at(-1)}) is ${target.state}: ${why}`;
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
    const ended = groupStops(stopped).flatMap(({ tasks }) => tasks[0]?.arn ?? []);
    const told = [...new Set([...ended, ...targets.map(({ taskArn }) => taskArn)])].slice(0, TASKS_SHOWN);
    for (const arn of told)
        await showContainerLogs(arn, definition, ports);
    return explainFailure({ stopped, targets, events });
}

// EXTERNAL MODULE: ./build/health/task-targets.js
var task_targets = __webpack_require__(4185);
;// CONCATENATED MODULE: ./build/health/unhealthy-targets.js

const TROUBLED = new Set(['unhealthy', 'unused', 'unavailable']);
/** Targets of these tasks that are in trouble. */
function unhealthyTargets(tasks, targets) {
    const troubled = targets.filter(({ state }) => TROUBLED.has(state));
    return tasks.flatMap((task) => troubled.flatMap((target) => {
        const container = (0,task_targets/* containerOfTarget */.i)(task, target);
        return container ? [{ target, taskArn: task.arn, containerName: container.name }] : [];
    }));
}

;// CONCATENATED MODULE: ./build/engine/diagnose/rollout-evidence.js


function gatherEvidence(service, deploymentId, ports) {
    const stopped = new Map();
    const unhealthy = new Map();
    const { progress } = ports;
    let warned = false;
    const note = (ours, targets) => {
        for (const task of ours.filter(({ desiredStatus }) => desiredStatus === 'STOPPED')) {
            if (!stopped.has(task.arn) && !isReplaced(task))
                progress.emit({ kind: 'task-stopped', service: service.name, task });
            stopped.set(task.arn, task);
        }
        const found = unhealthyTargets(ours, targets).filter((each) => !unhealthy.has(rollout_evidence_nameOf(each)));
        // The first reason is the telling one: a target whose task is already stopping fails its checks in other ways.
        for (const each of found)
            unhealthy.set(rollout_evidence_nameOf(each), each);
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
                const ours = [...gone, ...running].filter(({ startedBy }) => startedBy === deploymentId);
                note(ours, health.flat());
            }
            catch (error) {
                if (!warned)
                    progress.emit({ kind: 'warning', message: `Cannot look at the tasks of ${service.name}: ${error}` });
                warned = true;
            }
        },
        stopped: () => [...stopped.values()],
        unhealthy: () => [...unhealthy.values()],
    };
}
function rollout_evidence_nameOf({ target }) {
    return `${target.id}:${target.port}`;
}
function emitTargets({ targetGroupArns }, found, progress) {
    progress.emit({
        kind: 'targets',
        targetGroupArn: targetGroupArns.join(', '),
        targets: found.map(({ target }) => target),
    });
}

;// CONCATENATED MODULE: ./build/engine/deploy/service-deployment.js
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

;// CONCATENATED MODULE: ./build/engine/deploy/target-groups.js

/** ARNs of the service's target groups, as far as its stack has them. */
function targetGroupArns({ service, outputs }) {
    return service.loadBalancers.flatMap((_, index) => outputs.service?.[(0,stack_names/* targetGroupOutput */.sq)(index + 1)] ?? []);
}

;// CONCATENATED MODULE: ./build/engine/deploy/rollout-watch.js




function watchRollout(run, followed) {
    const { cluster, service, progress, clock } = run;
    const since = followed.createdAt;
    const events = new Map();
    const subject = { cluster: cluster.name, name: service.name, targetGroupArns: targetGroupArns(run) };
    const evidence = gatherEvidence(subject, followed.id, run);
    let arn;
    let seenAt = clock.now();
    let shown = '';
    let looked = '';
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
        const failed = view.deployments.find(({ id }) => id === followed.id)?.failedTasks ?? 0;
        const telling = tellingEvents([...events.values()], since).length;
        const signs = [failed, telling, deployment?.status.startsWith('ROLLBACK')].join();
        if (failed + telling > 0 && signs !== looked)
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

;// CONCATENATED MODULE: ./build/engine/deploy/follow-rollout.js



/**
 * Follows a deployment by its own id until it has ended, whoever goes on with it; or until the time is up, when the verdict is
 * still `rolling` or `rolling-back`. Throws the signal's reason when aborted.
 */
async function followRollout(run, first, { withinMs, signal, onContinued }) {
    const deadline = run.clock.now() + withinMs;
    let current = first;
    for (;;) {
        const { followed, watch } = current;
        const { view } = await (0,wait/* waitFor */.f)({
            subject: `${run.service.name} ${followed.id}`,
            observe: watch.observe,
            assess: (seen) => healthOf(assessRollout(seen, followed)),
            withinMs: Math.max(0, deadline - run.clock.now()),
            everyMs: run.pollMs,
            signal,
        }, run);
        const verdict = assessRollout(view, followed);
        if (verdict.state !== 'continued')
            return { followed, watch, view, verdict };
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

;// CONCATENATED MODULE: ./build/engine/deploy/rolls-back.js

/** Whether config has ECS roll back by itself; then this toolkit asks for it too. */
function rollsBack({ settings }) {
    const configuration = settings['deploymentConfiguration'];
    if (!(0,json_differences/* isJsonObject */.OW)(configuration))
        return false;
    return [configuration['deploymentCircuitBreaker'], configuration['alarms']].some((monitor) => (0,json_differences/* isJsonObject */.OW)(monitor) && monitor['enable'] === true && monitor['rollback'] === true);
}

// EXTERNAL MODULE: ./build/health/serving-targets.js
var serving_targets = __webpack_require__(7492);
;// CONCATENATED MODULE: ./build/engine/deploy/run.js
function remainingMs({ deadline, clock }) {
    return Math.max(0, deadline - clock.now());
}

;// CONCATENATED MODULE: ./build/engine/deploy/serving.js





/** ECS calls a rollout successful when the targets were healthy; the load balancer is given so long to agree. */
const TARGETS_WITHIN_MS = 120_000;
/** Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is so. */
async function targetsProblem(run) {
    const groups = targetGroupArns(run);
    if (groups.length === 0)
        return undefined;
    const waited = await (0,wait/* waitFor */.f)({
        subject: `targets of ${run.service.name}`,
        observe: () => observeServing(run, groups),
        assess: (view) => view.service?.desiredCount === 0 ? { state: 'healthy', message: 'no tasks are wanted' } : (0,serving_targets/* assessServing */.T)(view),
        withinMs: Math.min(TARGETS_WITHIN_MS, remainingMs(run)),
        everyMs: run.pollMs,
        signal: run.signal,
    }, run);
    return waited.kind === 'healthy' ? undefined : waited.message;
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

;// CONCATENATED MODULE: ./build/engine/deploy/interrupt.js






/** How long the rollback that a time-out asked for is followed. */
const ROLLBACK_WITHIN_MS = 15 * 60_000;
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
            rollbackText(asked, end),
            ...(view.service ? [] : ['ECS does not show the service.']),
            ...explanation.evidence,
            `Serving: ${await whatServes(run)}`,
        ],
        nextStep: explanation.cause
            ? explanation.nextStep
            : 'Find out what it waits for; raise timeout-seconds if it only needs longer.',
    };
}
function rollbackText(asked, { verdict }) {
    if (!asked)
        return 'It goes on rolling: config has no rollback switched on, or ECS did not take the request.';
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
/** A deployment that was just made can be missing from ECS's lists for some seconds; a cancelled run has few more. */
const LISTED_WITHIN_MS = 6_000;
const LOOK_EVERY_MS = 500;
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

;// CONCATENATED MODULE: ./build/engine/deploy/conclude.js




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
                summary: `The deployment of ${revision} failed and was not rolled back: ${cause ?? verdict.message}.`,
                evidence: [
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
            return endAtTimeout(run, rollout, definition);
        case 'continued':
            throw new Error('a deployment that another one continued is followed on');
    }
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

;// CONCATENATED MODULE: ./build/engine/deploy/idle.js



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

;// CONCATENATED MODULE: ./build/engine/deploy/ending.js








/** Follows a deployment to its outcome, that of a cancellation included. */
async function follow(run, started, definition) {
    let watched = { followed: started, watch: watchRollout(run, started) };
    const onContinued = (next) => {
        watched = next;
    };
    try {
        const rollout = await followRollout(run, watched, {
            withinMs: remainingMs(run),
            signal: run.signal,
            onContinued,
        });
        return { outcome: await conclude(run, rollout, definition), deploymentId: rollout.followed.id };
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
async function settled(run, kind) {
    const problem = await targetsProblem(run);
    if (problem === undefined)
        return { kind, summary: `${await whatServes(run)} serves, as config says.`, evidence: [] };
    return {
        kind: 'failed',
        summary: `The service is as config says, but does not serve: ${problem}.`,
        evidence: [],
        nextStep: "Look at the health of the service's targets and at the log of its containers.",
    };
}

// EXTERNAL MODULE: ./build/plan/digest.js
var digest = __webpack_require__(6084);
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
var plan_danger = __webpack_require__(395);
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
        .map((arn) => (0,plan_danger/* consented */.yg)(allow, {
        ...named(service, 'loadBalancers', kept.join(', ') || 'none'),
        loss: `the tasks leave ${arn}: what it still receives is answered 503`,
    }));
}
function noTasks({ service, live, desiredCount, allow }) {
    if (desiredCount !== 0 || live.desiredCount === 0)
        return [];
    return [(0,plan_danger/* consented */.yg)(allow, { ...named(service, 'desiredCount', 0), loss: 'every task of the service stops' })];
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
            digest: (0,digest/* unitDigest */.vi)(id, changes, (0,json/* canonicalJson */.d)(done)),
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

;// CONCATENATED MODULE: ./build/engine/deploy/refusal.js

/** Why a plan may not be applied; undefined where it may. */
function refusalOf({ plan }) {
    const dangers = (0,plan_danger/* blockingDangers */.oW)(plan.unit);
    const [danger] = dangers;
    if (!danger)
        return undefined;
    const consents = dangers.filter(({ forbidden }) => forbidden === undefined).map(plan_danger/* consentText */.AC);
    const what = [danger.resource, danger.property].filter(Boolean).join(' ');
    return {
        kind: 'blocked',
        summary: `Nothing was written, since the change of ${what} is dangerous: ${danger.loss}.`,
        evidence: dangers.slice(1).map(({ resource, property, loss }) => `${resource} ${property ?? ''}: ${loss}`),
        nextStep: danger.forbidden ?? `If it is meant, add under allow in cluster.yaml: ${consents.join(' ')}`,
    };
}

;// CONCATENATED MODULE: ./build/engine/deploy/verified.js






/**
 * Lets the answers through the load balancer decide, where the run verifies. ECS no longer rolls back what it calls successful:
 * where config has rollback on, what fails here is replaced by the revision that served before.
 */
async function verified(run, { live, plan }, ending) {
    if (!run.verify || !(0,outcome/* isGreen */.g)(ending.outcome.kind))
        return ending;
    const answer = await run.verify(run.service, plan.taskDefinition.images);
    if ((0,outcome/* isGreen */.g)(answer.kind)) {
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
    const { outcome, deploymentId } = ending;
    const { unit } = planned.plan;
    run.progress.emit({ kind: 'outcome', unit: unit.id, outcome });
    return {
        service: run.service.name,
        unit,
        outcome,
        changed: run.written.length > 0,
        taskDefinitionArn: await servingRevision(run, planned),
        deploymentId,
    };
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
    const refusal = refusalOf(planned);
    if (refusal)
        return { outcome: refusal };
    const { definition } = planned.plan.taskDefinition;
    if (planned.plan.unit.changes.length === 0) {
        return verified(run, planned, await followUnderWay(run, planned.live.service, definition));
    }
    const { started, taskDefinitionArn, finish } = await applyPlan(run, planned);
    const ending = started ? await follow(run, started, definition) : await settleCount(run);
    if ((0,outcome/* isGreen */.g)(ending.outcome.kind))
        await finish();
    return verified(run, planned, { ...ending, taskDefinitionArn });
}
/** What the service has now: after a rollback that is not what was asked for. */
async function servingRevision(run, { live }) {
    const before = live.service?.taskDefinition;
    if (run.written.length === 0)
        return before;
    return run.readService(run.service.name).then((view) => view?.taskDefinition ?? before, () => undefined);
}
/** A deployment of exactly what is wanted is followed instead. */
function mustWait({ live, plan }) {
    if (!live.service || underWay(live.service) === undefined)
        return false;
    return plan.unit.changes.length > 0 || rollingDeployment(live.service) === undefined;
}
function stillBusy(busy) {
    return {
        kind: 'blocked',
        summary: `Nothing was written: ${busy}, and still was when the time was up.`,
        evidence: [],
        nextStep: 'Run the job again when it has ended.',
    };
}
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
            if (kind && !(0,outcome/* isGreen */.g)(kind))
                return heldBack(job, `${name}, on which it depends, ended ${kind}`);
        }
        return run(job);
    };
    return Promise.all(jobs.map(start));
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
        return resultOf(planned, outcome);
    };
    if (request.mode === 'plan')
        return jobs.map(({ planned }) => tell(planned, plannedOutcome(planned)));
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
        return { ...shared, service, outputs: own, written: [] };
    });
}
/** A service that waits for others has its whole time once it is its turn. */
function startClock(run, { timeoutMs }) {
    return { ...run, deadline: run.clock.now() + timeoutMs };
}
function resultOf({ service, live, plan }, outcome) {
    const taskDefinitionArn = live.service?.taskDefinition;
    return { service, unit: plan.unit, outcome, changed: false, taskDefinitionArn, deploymentId: undefined };
}
function plannedOutcome(planned) {
    const count = planned.plan.unit.changes.length;
    const refusal = refusalOf(planned);
    if (refusal)
        return refusal;
    if (count === 0)
        return { kind: 'unchanged', summary: 'The service is as config says.', evidence: [] };
    return { kind: 'planned', summary: `${count} ${count === 1 ? 'change' : 'changes'} to make.`, evidence: [] };
}
function heldBack(cause) {
    return {
        kind: 'blocked',
        summary: `Not deployed: ${cause}.`,
        evidence: [],
        nextStep: 'Correct that one first; the next run deploys both.',
    };
}

// EXTERNAL MODULE: ./build/actions/config.js + 64 modules
var config = __webpack_require__(5723);
// EXTERNAL MODULE: ./build/actions/run.js + 8 modules
var run = __webpack_require__(919);
;// CONCATENATED MODULE: ./build/actions/deploy-service/run.js













/** Wires the ports and deploys the selected services of one cluster. */
async function run_run({ inputs, mode, onCancel, folder, timeoutSeconds }, env) {
    const images = parseImageOverrides(inputs.images);
    const current = (0,run/* startRun */.A)(env);
    const cluster = await (0,config/* loadCluster */.v)(folder, inputs.cluster, current.progress);
    const settings = { region: cluster.region };
    const services = run_selectServices(cluster, inputs.service);
    const results = await deploy({
        cluster,
        services,
        mode,
        images,
        commit: env['GITHUB_SHA'],
        timeoutMs: timeoutSeconds * 1000,
        onCancel,
        signal: current.signal,
    }, {
        clock: current.clock,
        progress: current.progress,
        account: (0,account/* createAccount */._)(settings, env),
        stacks: (0,stacks/* createStacks */.i)(settings),
        services: (0,aws_services/* createServices */.h)(settings),
        taskDefinitions: (0,task_definitions/* createTaskDefinitions */.w)(settings),
        scaling: (0,scaling/* createScaling */.O)(settings),
        targets: (0,targets/* createTargets */.T)(settings),
        logs: (0,logs/* createLogs */.Q)(settings),
    });
    const [only] = results;
    return current.finish(mode === 'plan' ? 'Deploy: plan' : 'Deploy', results.map(({ unit, outcome }) => ({ name: unit.id, unit, outcome })), {
        changed: String(current.changed()),
        'plan-digest': (0,digest/* planDigest */.Gb)(results.map(({ unit }) => unit)),
        services: JSON.stringify(results.map(serviceResult)),
        ...(only && results.length === 1 ? serviceOutputs(only) : {}),
    });
}
function run_selectServices({ name, services }, input) {
    const known = services.map((service) => service.name);
    const wanted = input
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
    if (wanted.length === 0 || wanted.includes('*'))
        return known;
    const unknown = wanted.filter((service) => !known.includes(service));
    if (unknown.length === 0)
        return wanted;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Cluster ${name} has no service ${unknown.join(', ')}.`, {
        hint: `Give names of: ${known.join(', ')}.`,
    });
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
        groupExists: (group) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X_)(`looking for log group ${group}`, async () => {
            const { sdk, client } = await cloudWatchLogs();
            // The group of exactly this name comes first among those that it is a prefix of.
            const command = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 1 });
            const { logGroups = [] } = await client.send(command);
            return logGroups[0]?.logGroupName === group;
        }),
        tail: (logGroupName, logStreamName, limit) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X_)(`reading log stream ${logStreamName}`, async () => {
            const { sdk, client } = await cloudWatchLogs();
            try {
                const { events } = await client.send(new sdk.GetLogEventsCommand({ logGroupName, logStreamName, limit, startFromHead: false }));
                return (events ?? []).map(({ message = '' }) => message.trimEnd());
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m_)(error, 'ResourceNotFoundException'))
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
        alarms: (names) => (0,errors/* calling */.X_)(`describing alarms ${names.join(', ')}`, async () => {
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
        putAlarm: (alarm, tags) => (0,errors/* calling */.X_)(`putting alarm ${alarm['AlarmName']}`, async () => {
            const { sdk, client } = await cloudWatch();
            const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
            const input = { ...alarm, Tags };
            await client.send(new sdk.PutMetricAlarmCommand(input));
        }),
        deleteAlarms: (names) => (0,errors/* calling */.X_)(`deleting alarms ${names.join(', ')}`, async () => {
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
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 1491, 19));
        return { sdk, client: new sdk.ApplicationAutoScalingClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        ...createAlarms(settings),
        target: (cluster, service) => (0,errors/* calling */.X_)(`describing the scalable target of ${service}`, async () => {
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
        policies: (cluster, service) => (0,errors/* calling */.X_)(`describing the scaling policies of ${service}`, async () => {
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
    return (0,errors/* calling */.X_)(doing, async () => {
        try {
            await call();
        }
        catch (error) {
            if (!(0,errors/* isAwsError */.m_)(error, 'ObjectNotFoundException'))
                throw error;
        }
    });
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
        loadBalancer: (arn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X_)(`describing load balancer ${arn}`, async () => {
            const { sdk, client } = await elb();
            try {
                const { LoadBalancers } = await client.send(new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] }));
                const found = LoadBalancers?.[0];
                return found && loadBalancerView(found);
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m_)(error, 'LoadBalancerNotFoundException'))
                    return undefined;
                throw error;
            }
        }),
        listeners: (loadBalancerArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X_)(`listing listeners of ${loadBalancerArn}`, async () => {
            const { sdk, client } = await elb();
            const pages = sdk.paginateDescribeListeners({ client }, { LoadBalancerArn: loadBalancerArn });
            const listeners = (await Array.fromAsync(pages)).flatMap((page) => page.Listeners ?? []);
            return listeners.map(({ ListenerArn = '', Port = 0, Protocol = '' }) => ({
                arn: ListenerArn,
                port: Port,
                protocol: Protocol,
            }));
        }),
        health: (targetGroupArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X_)(`asking for target health in ${targetGroupArn}`, async () => {
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
        describe: (taskDefinition) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X_)(`describing task definition ${taskDefinition}`, async () => {
            const { sdk, client } = await ecs();
            try {
                const { taskDefinition: found, tags } = await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }));
                return found && { ...view(found), tags: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .tagRecord */ .C3)(tags) };
            }
            catch (error) {
                // The only thing that ECS has to refuse in this request: "Unable to describe task definition."
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isAwsError */ .m_)(error, 'ClientException'))
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

/***/ 1873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ guardTarget)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3589);


/**
 * Makes sure that the credentials and the environment belong to the account and region that config names, before anything is
 * written. Throws WRONG_ACCOUNT or WRONG_REGION.
 */
async function guardTarget({ name, account, region, source }, port) {
    const liveRegion = await port.region();
    if (liveRegion !== undefined && liveRegion !== region) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('WRONG_REGION', `The job runs in ${liveRegion}, cluster ${name} lives in ${region}.`, {
            hint: `Set AWS_REGION to ${region} (aws-region of configure-aws-credentials), or correct region in cluster.yaml.`,
            at: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionOf */ .d)(source, ['region']),
        });
    }
    const liveAccount = await port.accountId();
    if (liveAccount !== account) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('WRONG_ACCOUNT', `The credentials belong to account ${liveAccount}, cluster ${name} to ${account}.`, {
            hint: `Let the job assume a role of account ${account}, or correct account in cluster.yaml.`,
            at: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionOf */ .d)(source, ['account']),
        });
    }
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
    const message = `${healthy.length} of ${running.length} running tasks of ${revision} are healthy targets`;
    return { state: healthy.length === running.length ? 'healthy' : 'pending', message };
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
