export const id = 337;
export const ids = [337];
export const modules = {

/***/ 4847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ createTaskDefinitions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);
/* harmony import */ var _first_use_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(127);
/* harmony import */ var _json_shape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1817);
/* harmony import */ var _ecs_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6454);




function createTaskDefinitions(settings) {
    const ecs = (0,_ecs_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ecsClient */ .b)(settings);
    return {
        describe: (taskDefinition) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`describing task definition ${taskDefinition}`, async () => {
            const { sdk, client } = await ecs();
            try {
                const { taskDefinition: found, tags } = await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }));
                return found && { ...view(found), tags: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .tagRecord */ .C3)(tags) };
            }
            catch (error) {
                // The only thing that ECS has to refuse in this request: "Unable to describe task definition."
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'ClientException'))
                    return undefined;
                throw error;
            }
        }),
        active: (familyPrefix) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`listing revisions of ${familyPrefix}`, async () => {
            const { sdk, client } = await ecs();
            // Of this operation the prefix is a whole family's name: ListTaskDefinitions.
            const pages = await Array.fromAsync(sdk.paginateListTaskDefinitions({ client }, { familyPrefix, status: 'ACTIVE', sort: 'DESC' }));
            return pages.flatMap((page) => page.taskDefinitionArns ?? []);
        }),
        deregister: (taskDefinition) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`deregistering ${taskDefinition}`, async () => {
            const { sdk, client } = await ecs();
            await client.send(new sdk.DeregisterTaskDefinitionCommand({ taskDefinition }));
        }),
        register: (definition, tags) => (0,_first_use_js__WEBPACK_IMPORTED_MODULE_1__/* .callingOnFirstUse */ .l)(`registering task definition ${definition['family']}`, async () => {
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

/***/ 1109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ createHttpProbe)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _connect_to_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8542);


const BODY_LIMIT_BYTES = 64 * 1024;
/**
 * Asks on a new connection each time, so that the name is resolved each time: a load balancer's addresses change as it
 * scales. With `host`, it is what the request and TLS name, while the connection goes to the URL's own host.
 */
function createHttpProbe() {
    return {
        get: async (probe) => {
            const url = new URL(probe.url);
            const send = url.protocol === 'https:' ? (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
            const started = performance.now();
            const outcome = await exchange(send, url, probe);
            return { ...outcome, durationMs: performance.now() - started };
        },
    };
}
function exchange(send, url, probe) {
    const secure = url.protocol === 'https:';
    const port = url.port ? Number(url.port) : secure ? 443 : 80;
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const to = (0,_connect_to_js__WEBPACK_IMPORTED_MODULE_1__/* .connectTo */ .m)(probe.connectTo, hostname, port);
    const name = probe.host ?? url.host;
    return new Promise((resolve) => {
        const fail = (error) => resolve({
            kind: 'no-answer',
            code: error.code ?? error.name,
            message: error.message || (error.code ?? error.name),
        });
        const request = send({
            host: to.host,
            port: to.port,
            path: `${url.pathname}${url.search}`,
            headers: { host: name, 'user-agent': 'ecs-gitops', accept: '*/*' },
            agent: false,
            signal: endOf(probe),
            ...(secure ? { servername: name.replace(/:\d+$/, '') } : {}),
        });
        request.on('error', (error) => fail(timeoutOr(error)));
        request.on('response', (response) => {
            // Once the answer has ended, the socket no longer knows.
            const address = `${response.socket.remoteAddress}:${response.socket.remotePort}`;
            readBody(response).then((body) => resolve({
                kind: 'answer',
                status: response.statusCode ?? 0,
                headers: flatHeaders(response),
                body,
                address,
            }), (error) => fail(timeoutOr(error)));
        });
        request.end();
    });
}
function endOf({ timeoutMs, signal }) {
    const timeout = AbortSignal.timeout(timeoutMs);
    return signal ? AbortSignal.any([timeout, signal]) : timeout;
}
async function readBody(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response) {
        if (size < BODY_LIMIT_BYTES)
            chunks.push(chunk);
        size += chunk.length;
    }
    return Buffer.concat(chunks).subarray(0, BODY_LIMIT_BYTES).toString('utf8');
}
function flatHeaders(response) {
    return Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
}
function timeoutOr(error) {
    const timedOut = error.name === 'AbortError' || error.name === 'TimeoutError';
    return timedOut ? Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' }) : error;
}


/***/ }),

/***/ 4760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lp: () => (/* binding */ imageIn),
/* harmony export */   pN: () => (/* binding */ expectedVersion)
/* harmony export */ });
/* unused harmony exports imageTag, imageDigest */
/** A version mark with its placeholders filled in; undefined where one of them has no value. */
function expectedVersion(mark, { image, commit }) {
    const values = {
        'image.tag': image && imageTag(image),
        'image.digest': image && imageDigest(image),
        commit,
    };
    let complete = true;
    const equals = mark.equals.replace(/\$\{([^}]*)\}/g, (_, name) => {
        const value = values[name];
        if (value === undefined)
            complete = false;
        return value ?? '';
    });
    return complete ? { ...mark, equals } : undefined;
}
/** `latest` where an image has neither tag nor digest, as Docker takes it. */
function imageTag(image) {
    const [name = ''] = image.split('@');
    const tag = /:([^:/]+)$/.exec(name)?.[1];
    return tag ?? (image.includes('@') ? undefined : 'latest');
}
function imageDigest(image) {
    return image.split('@')[1];
}
/** The image of a container in a task definition, as ECS describes it. */
function imageIn(definition, container) {
    const containers = definition['containerDefinitions'];
    if (!Array.isArray(containers))
        return undefined;
    const found = containers.find((candidate) => candidate['name'] === container);
    return typeof found?.['image'] === 'string' ? found['image'] : undefined;
}


/***/ }),

/***/ 7394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/model/outcome.js
var outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/engine/deadline.js
var engine_deadline = __webpack_require__(3783);
// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/engine/verify/load-balancer.js


/** Waits until the load balancer is active; returns why it is not, or undefined where it is. */
async function waitForActiveLoadBalancer(arn, { deadline, signal }, { targets, clock, progress }) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: 'load balancer',
        observe: () => targets.loadBalancer(arn),
        assess: assessLoadBalancer,
        withinMs: (0,engine_deadline/* remainingMs */.X)({ deadline, clock }),
        signal,
    }, { clock, progress });
    if (waited.kind === 'healthy')
        return undefined;
    return {
        kind: waited.kind,
        summary: `The load balancer is not ready: ${waited.message}.`,
        evidence: [arn],
        nextStep: 'Run provision: it creates the load balancer, or says why it cannot.',
    };
}
function assessLoadBalancer(view) {
    if (!view)
        return { state: 'failed', message: 'it does not exist' };
    switch (view.state) {
        case 'active':
        case 'active_impaired':
            return { state: 'healthy', message: `${view.dnsName} is ${view.state}` };
        case 'provisioning':
            return { state: 'pending', message: 'it is still provisioning' };
        default:
            return { state: 'failed', message: `it is ${view.state}${view.stateReason ? `: ${view.stateReason}` : ''}` };
    }
}

// EXTERNAL MODULE: ./build/health/answer.js
var answer = __webpack_require__(157);
;// CONCATENATED MODULE: ./build/engine/verify/probes.js

const EVERY_MS = 1_000;
/** A right answer is confirmed at once: nothing is left that time would change. */
const CONFIRM_AFTER_MS = 250;
const ANSWER_WITHIN_MS = 5_000;
/**
 * Asks about once a second, more often while the answers are right, until enough answers in a row are right, or the
 * deadline passes.
 */
async function probeUntilProven(request, deadline, tally, ports) {
    let inARow = 0;
    for (;;) {
        request.signal?.throwIfAborted();
        const overdue = ports.clock.now() >= deadline;
        const { ok, message } = await ask(request, tally, ports);
        inARow = ok ? inARow + 1 : 0;
        if (inARow >= request.consecutive)
            return proven(request, tally);
        if (overdue)
            return notProven(request, message, tally);
        await ports.clock.sleep(ok ? CONFIRM_AFTER_MS : EVERY_MS, request.signal);
    }
}
/** Goes on asking after the proof, whose outcome stands unless an answer is wrong; every failure is in the outcome. */
async function watch(request, proof, tally, ports) {
    const end = ports.clock.now() + request.watchMs;
    const failures = [];
    let asked = 0;
    while (ports.clock.now() < end) {
        const { ok, message } = await ask(request, tally, ports);
        asked += 1;
        if (!ok)
            failures.push(`${new Date(ports.clock.now()).toISOString()} ${message}`);
        await ports.clock.sleep(EVERY_MS, request.signal);
    }
    if (failures.length === 0)
        return proof;
    return {
        kind: 'failed',
        summary: `${failures.length} of ${asked} requests failed while watching ${request.url}.`,
        evidence: failures.slice(0, 10),
        nextStep: 'Look at what changed at those times; the application or its deregistration delay may cut requests.',
    };
}
async function ask(request, tally, { probe, progress }) {
    const { url, host, connectTo, signal } = request;
    const result = await probe.get({ url, host, connectTo, timeoutMs: ANSWER_WITHIN_MS, signal });
    if (result.kind === 'no-answer')
        signal?.throwIfAborted();
    const { state, message } = (0,answer/* assessAnswer */.Z)(result, request.expected);
    const ok = state === 'healthy';
    tally.add(result, ok);
    progress.emit({ kind: 'probe', url, result: message, ok });
    return { ok, message };
}
function proven(request, tally) {
    const version = request.expected.version ? ` with version ${request.expected.version.equals}` : '';
    return {
        kind: 'verified',
        summary: `${request.url} answered as expected${version} ${request.consecutive} times in a row.`,
        evidence: [`${tally.statistics().requests} requests`],
    };
}
function notProven(request, message, tally) {
    const { requests, failures } = tally.statistics();
    return {
        kind: 'timed-out',
        summary: `${request.url} did not answer as expected in time: ${message}.`,
        evidence: [`${failures} of ${requests} requests were not answered as expected`, ...tally.kinds()],
        nextStep: 'Correct what the last answer shows, or raise timeout-seconds if the application needs more time.',
    };
}

// EXTERNAL MODULE: ./build/health/target/serving-targets.js
var serving_targets = __webpack_require__(6406);
// EXTERNAL MODULE: ./build/health/target/unhealthy-targets.js
var unhealthy_targets = __webpack_require__(4718);
;// CONCATENATED MODULE: ./build/engine/verify/serving-targets.js




/**
 * Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is
 * so.
 */
async function waitForServingTargets(service, { deadline, signal }, ports) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: `targets of ${service.name}`,
        observe: () => observeServing(service, ports),
        assess: serving_targets/* assessServing */.T,
        withinMs: (0,engine_deadline/* remainingMs */.X)({ deadline, clock: ports.clock }),
        signal,
    }, ports);
    if (waited.kind === 'healthy')
        return undefined;
    return {
        kind: waited.kind,
        summary: `Service ${service.name} is not serving: ${waited.message}.`,
        evidence: waited.view.targets.filter(({ state }) => state !== 'healthy').map((target) => (0,unhealthy_targets/* targetText */.Z)(target)),
        nextStep: "The reason is given for each target; for more, look at the service's events and its containers' logs.",
    };
}
async function observeServing({ cluster, name, targetGroupArns }, { services, targets }) {
    const [[service], tasks, health] = await Promise.all([
        services.describe(cluster, [name]),
        services.tasks(cluster, name, 'RUNNING'),
        Promise.all(targetGroupArns.map((arn) => targets.health(arn))),
    ]);
    return { service, tasks, targets: health.flat() };
}

;// CONCATENATED MODULE: ./build/engine/verify/tally.js
function createTally() {
    const durationsMs = [];
    const kinds = new Map();
    let requests = 0;
    let failures = 0;
    return {
        add: (result, ok) => {
            requests += 1;
            if (!ok)
                failures += 1;
            const kind = result.kind === 'answer' ? `status ${result.status}` : result.code;
            kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
            if (result.kind === 'answer')
                durationsMs.push(result.durationMs);
        },
        kinds: () => [...kinds].map(([kind, count]) => `${count} × ${kind}`),
        statistics: () => {
            const sorted = durationsMs.toSorted((a, b) => a - b);
            const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
            return { requests, failures, answers: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99) };
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/verify/verify.js





/**
 * Proves that the load balancer answers as expected: it is active, the targets of the revision that serves are healthy,
 * and `consecutive` answers in a row through its name are right. Reads only. One deadline covers all three.
 */
async function verify(request, ports) {
    const tally = createTally();
    const ended = (outcome) => ({ outcome, url: request.url, ...tally.statistics() });
    try {
        return ended(await prove(request, tally, ports));
    }
    catch (error) {
        if (!request.signal?.aborted)
            throw error;
        return ended(CANCELLED);
    }
}
const CANCELLED = {
    kind: 'cancelled',
    summary: 'Cancelled before the answers were verified.',
    evidence: [],
    nextStep: 'Run the job again; nothing was changed.',
};
async function prove(request, tally, ports) {
    const deadline = ports.clock.now() + request.timeoutMs;
    const behind = await verifyBehind(request, deadline, ports);
    if (behind)
        return behind;
    const proof = await probeUntilProven(request, deadline, tally, ports);
    return (0,outcome/* isGreen */.gf)(proof.kind) && request.watchMs > 0 ? watch(request, proof, tally, ports) : proof;
}
async function verifyBehind(request, deadline, ports) {
    const { behind, signal } = request;
    if (!behind)
        return undefined;
    const inactive = await waitForActiveLoadBalancer(behind.loadBalancerArn, { deadline, signal }, ports);
    if (inactive || !behind.service)
        return inactive;
    return waitForServingTargets(behind.service, { deadline, signal }, ports);
}


/***/ }),

/***/ 157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ assessAnswer)
/* harmony export */ });
/* unused harmony export statusMatches */
/**
 * Judges one answer; a pending one says what is wrong and what usually causes it (aws-facts: errors that a load
 * balancer makes itself).
 */
function assessAnswer(result, expected) {
    if (result.kind === 'no-answer')
        return { state: 'pending', message: explainNoAnswer(result.code, result.message) };
    if (!statusMatches(result.status, expected.status)) {
        return {
            state: 'pending',
            message: `answered ${result.status} instead of ${expected.status}: ${explainStatus(result)}`,
        };
    }
    if (expected.body !== undefined && !result.body.includes(expected.body)) {
        return {
            state: 'pending',
            message: `answered ${result.status}, but the body does not contain ${JSON.stringify(expected.body)}`,
        };
    }
    const version = expected.version && versionProblem(result, expected.version);
    return version ? { state: 'pending', message: version } : { state: 'healthy', message: `answered ${result.status}` };
}
/** Whether `status` is accepted by an ELB matcher. */
function statusMatches(status, matcher) {
    return matcher.split(',').some((part) => {
        const [low = '', high = low] = part.trim().split('-');
        return status >= Number(low) && status <= Number(high);
    });
}
function versionProblem(answer, version) {
    if ('header' in version) {
        const found = answer.headers[version.header.toLowerCase()];
        if (found === version.equals)
            return undefined;
        const seen = found === undefined ? `has no header ${version.header}` : `has ${version.header}: ${found}`;
        return `another version answers: the answer ${seen}, expected ${version.equals}`;
    }
    const found = new RegExp(version.body, 's').exec(answer.body);
    const seen = found?.[1] ?? found?.[0];
    if (seen === version.equals)
        return undefined;
    const what = seen === undefined ? 'nothing in the body matches' : `the body says ${seen} by`;
    return `another version answers: ${what} /${version.body}/, expected ${version.equals}`;
}
function explainNoAnswer(code, message) {
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return 'the name does not resolve yet: a new load balancer is in DNS once it is active';
        case 'ECONNREFUSED':
            return 'the connection was refused: no listener on this port';
        case 'ECONNRESET':
            return 'the connection was reset before an answer came';
        case 'TIMEOUT':
        case 'ETIMEDOUT':
            return "no answer in time: the load balancer's security group does not allow this client, or its targets do not answer";
        default:
            return `no answer: ${message}`;
    }
}
function explainStatus({ status, headers }) {
    const byLoadBalancer = (headers['server'] ?? '').startsWith('awselb/');
    if (!byLoadBalancer)
        return 'the application itself answered so';
    switch (status) {
        case 404:
        case 403:
            return "the listener's default action answered: no rule matches this path and host";
        case 502:
            return 'a target refused or broke the connection';
        case 503:
            return 'the target group has no target that could answer';
        case 504:
            return 'a target did not answer in time, or its security group does not allow the load balancer';
        default:
            return 'the load balancer itself answered so';
    }
}


/***/ }),

/***/ 6406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ assessServing)
/* harmony export */ });
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5909);
/* harmony import */ var _task_targets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4843);


/** Healthy when the service has a running task of its task definition and each such task has a healthy target. */
function assessServing({ service, tasks, targets }) {
    if (!service)
        return { state: 'failed', message: 'ECS does not know it' };
    const serving = tasks.filter((task) => task.taskDefinition === service.taskDefinition);
    const running = serving.filter((task) => task.lastStatus === 'RUNNING');
    const revision = (0,_model_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .revisionName */ .p)(service.taskDefinition);
    if (running.length === 0)
        return { state: 'pending', message: `no task of ${revision} is running` };
    const healthy = running.filter((task) => isHealthyTarget(task, targets));
    const counts = `${healthy.length} of ${running.length} running tasks of ${revision} are healthy targets`;
    if (healthy.length === running.length)
        return { state: 'healthy', message: counts };
    const waiting = running.filter((task) => !healthy.includes(task));
    return { state: 'pending', message: `${counts}${reasonsText(waiting, targets)}` };
}
/** Gives the reasons in the load balancer's words, each once. */
function reasonsText(tasks, targets) {
    const own = targets.filter((target) => tasks.some((task) => (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .isTargetOf */ .F)(task, target)));
    const reasons = own.flatMap(({ state, description }) => (state === 'healthy' || !description ? [] : [description]));
    return reasons.length > 0 ? ` (${[...new Set(reasons)].join('; ')})` : '';
}
function isHealthyTarget(task, targets) {
    return targets.some((target) => target.state === 'healthy' && (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .isTargetOf */ .F)(task, target));
}


/***/ }),

/***/ 4843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isTargetOf),
/* harmony export */   i: () => (/* binding */ containerOfTarget)
/* harmony export */ });
/**
 * A target is an instance and a host port, or, in network mode `awsvpc`, the task's own address and a container's port.
 */
function isTargetOf(task, { id, port }) {
    return id === task.privateIpv4Address || (id === task.ec2InstanceId && containerAt(task, port) !== undefined);
}
/**
 * The container that a target of the task leads to; undefined where several share the task's address, since
 * DescribeTasks does not say which of them listens where.
 */
function containerOfTarget(task, { id, port }) {
    if (id !== task.privateIpv4Address)
        return containerAt(task, port);
    const [container, ...others] = task.containers;
    return others.length === 0 ? container : undefined;
}
function containerAt({ containers }, port) {
    return containers.find(({ bindings }) => bindings.some(({ hostPort }) => hostPort === port));
}


/***/ }),

/***/ 4718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ targetText),
/* harmony export */   t: () => (/* binding */ unhealthyTargets)
/* harmony export */ });
/* harmony import */ var _task_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4843);

const TROUBLED = new Set(['unhealthy', 'unused', 'unavailable']);
/** Targets of these tasks that are in trouble. */
function unhealthyTargets(tasks, targets) {
    const troubled = targets.filter(({ state }) => TROUBLED.has(state));
    return tasks.flatMap((task) => troubled.flatMap((target) => (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .isTargetOf */ .F)(task, target)
        ? [{ target, taskArn: task.arn, containerName: (0,_task_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .containerOfTarget */ .i)(task, target)?.name }]
        : []));
}
/** What the load balancer says of a target; `whose` goes behind its address. */
function targetText({ id, port, state, reason, description }, whose = '') {
    return `target ${id}:${port}${whose} is ${state}: ${[reason, description].filter(Boolean).join(': ') || 'no reason given'}`;
}


/***/ }),

/***/ 2071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Th: () => (/* binding */ serviceTags),
/* harmony export */   Ys: () => (/* binding */ missingTags),
/* harmony export */   dt: () => (/* binding */ ownershipTags),
/* harmony export */   nr: () => (/* binding */ revisionTags),
/* harmony export */   z2: () => (/* binding */ COMMIT_TAG)
/* harmony export */ });
/* harmony import */ var _model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7499);
/* harmony import */ var _task_definition_image_owners_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);


/** Only on revisions of task definitions, which never change: anywhere else it would be wrong after the next commit. */
const COMMIT_TAG = 'ecs-gitops:commit';
/** Marks what belongs to a service of this toolkit: without it, an alarm of the same name is somebody else's. */
function ownershipTags(cluster, service) {
    return { [_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.cluster]: cluster.name, [_model_stack_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STACK_TAGS */ .zt.service]: service.name };
}
function serviceTags(cluster, service) {
    return { ...service.tags, ...ownershipTags(cluster, service), ...(0,_task_definition_image_owners_js__WEBPACK_IMPORTED_MODULE_1__/* .imageOwnerTags */ .Ks)(service) };
}
function revisionTags(cluster, service, commit) {
    return { ...service.tags, ...ownershipTags(cluster, service), ...(commit ? { [COMMIT_TAG]: commit } : {}) };
}
/** Desired tags that a resource does not have; those that others have set on it are theirs. */
function missingTags(desired, live) {
    return Object.fromEntries(Object.entries(desired).filter(([key, value]) => live[key] !== value));
}


/***/ }),

/***/ 6498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ imageOwnerTags),
/* harmony export */   h8: () => (/* binding */ isOwnedByConfig)
/* harmony export */ });
/* unused harmony export EXTERNAL_IMAGES_TAG */
/**
 * On a service that config manages: the containers whose images config leaves to others. Without it nobody claims any
 * image.
 */
const EXTERNAL_IMAGES_TAG = 'ecs-gitops:external-images';
/** The longest value of a tag. */
const LONGEST = 256;
/**
 * Tells whoever deploys without config whose images they are. Names beyond the longest value of a tag stay config's.
 */
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


/***/ })

};
