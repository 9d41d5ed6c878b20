export const id = 831;
export const ids = [831];
export const modules = {

/***/ 5212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/services.js + 3 modules
var services = __webpack_require__(6570);
// EXTERNAL MODULE: ./build/adapters/aws/stacks.js + 3 modules
var stacks = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/adapters/aws/targets.js
var targets = __webpack_require__(2881);
// EXTERNAL MODULE: ./build/adapters/aws/task-definitions.js
var task_definitions = __webpack_require__(4993);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
;// CONCATENATED MODULE: ./build/adapters/runner/connect-to.js

const FORM = /^([^:[\]]*|\[[^\]]+\]):(\d*):([^:[\]]*|\[[^\]]+\]):(\d*)$/;
/**
 * Where to connect for `host:port` under `rule`, which has the meaning of curl's --connect-to: HOST1:PORT1:HOST2:PORT2, an
 * empty first half matches anything, an empty second half keeps what was asked for. Throws INPUT_INVALID.
 */
function connectTo(rule, host, port) {
    if (!rule)
        return { host, port };
    const [fromHost = '', fromPort = '', toHost = '', toPort = ''] = parts(rule);
    const matches = (!fromHost || fromHost.toLowerCase() === host.toLowerCase()) && (!fromPort || Number(fromPort) === port);
    return matches ? { host: toHost || host, port: toPort ? Number(toPort) : port } : { host, port };
}
function parts(rule) {
    const match = FORM.exec(rule);
    if (match)
        return match.slice(1).map((part) => part.replace(/^\[|\]$/g, ''));
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input connect-to is ${JSON.stringify(rule)}.`, {
        hint: 'Give HOST:PORT:ADDRESS:PORT, e.g. web.example.com:80:127.0.0.1:8080.',
    });
}

;// CONCATENATED MODULE: ./build/adapters/runner/http-probe.js


const BODY_LIMIT_BYTES = 64 * 1024;
/**
 * Asks on a new connection each time, so that the name is resolved each time: a load balancer's addresses change as it scales.
 * With `host`, it is what the request and TLS name, while the connection goes to the URL's own host.
 */
function createHttpProbe() {
    return {
        get: async (probe) => {
            const url = new URL(probe.url);
            const send = url.protocol === 'https:' ? (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))).request : external_node_http_.request;
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
    const to = connectTo(probe.connectTo, hostname, port);
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
            signal: AbortSignal.timeout(probe.timeoutMs),
            ...(secure ? { servername: name.replace(/:\d+$/, '') } : {}),
        });
        request.on('error', (error) => fail(timeoutOr(error)));
        request.on('response', (response) => {
            readBody(response).then((body) => resolve({
                kind: 'answer',
                status: response.statusCode ?? 0,
                headers: flatHeaders(response),
                body,
                address: `${response.socket.remoteAddress}:${response.socket.remotePort}`,
            }), (error) => fail(timeoutOr(error)));
        });
        request.end();
    });
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

// EXTERNAL MODULE: ./build/engine/observe/guard.js
var guard = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/model/outcome.js
var outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/engine/wait.js
var wait = __webpack_require__(9814);
;// CONCATENATED MODULE: ./build/engine/verify/load-balancer.js

/** Waits until the load balancer is active; returns why it is not, or undefined where it is. */
async function waitForActiveLoadBalancer(arn, { deadline, signal }, { targets, clock, progress }) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: 'load balancer',
        observe: () => targets.loadBalancer(arn),
        assess: assessLoadBalancer,
        withinMs: Math.max(0, deadline - clock.now()),
        signal,
    }, { clock, progress });
    if (waited.kind === 'healthy')
        return undefined;
    return {
        kind: waited.kind,
        summary: `The load balancer is not ready: ${waited.message}.`,
        evidence: [arn],
        nextStep: 'Run provision; it brings the load balancer up or says what stands in the way.',
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

;// CONCATENATED MODULE: ./build/health/answer.js
/** Judges one answer; a pending one says what is wrong and what usually causes it (aws-facts: errors that a load balancer makes itself). */
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
            message: `answered ${result.status}, but the body does not hold ${JSON.stringify(expected.body)}`,
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
            return "no answer in time: the load balancer's security group does not admit this client, or its targets do not answer";
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
            return 'a target did not answer in time, or its security group does not admit the load balancer';
        default:
            return 'the load balancer itself answered so';
    }
}

;// CONCATENATED MODULE: ./build/engine/verify/probes.js

const EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 5_000;
/** Asks about once a second until enough answers in a row are right, or the deadline passes. */
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
        await ports.clock.sleep(EVERY_MS, request.signal);
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
    const { url, host, connectTo } = request;
    const result = await probe.get({ url, host, connectTo, timeoutMs: ANSWER_WITHIN_MS });
    const { state, message } = assessAnswer(result, request.expected);
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
        nextStep: 'Correct what the last answer shows, or raise timeout-seconds if the application needs longer.',
    };
}

// EXTERNAL MODULE: ./build/health/serving-targets.js
var serving_targets = __webpack_require__(7492);
// EXTERNAL MODULE: ./build/health/unhealthy-targets.js
var unhealthy_targets = __webpack_require__(6132);
;// CONCATENATED MODULE: ./build/engine/verify/serving-targets.js



/** Waits until every running task of the serving revision is a healthy target; returns why not, or undefined where it is so. */
async function waitForServingTargets(service, { deadline, signal }, ports) {
    const waited = await (0,wait/* waitFor */.f)({
        subject: `targets of ${service.name}`,
        observe: () => observeServing(service, ports),
        assess: serving_targets/* assessServing */.T,
        withinMs: Math.max(0, deadline - ports.clock.now()),
        signal,
    }, ports);
    if (waited.kind === 'healthy')
        return undefined;
    return {
        kind: waited.kind,
        summary: `Service ${service.name} is not serving: ${waited.message}.`,
        evidence: waited.view.targets.filter(({ state }) => state !== 'healthy').map((target) => (0,unhealthy_targets/* targetText */.Z)(target)),
        nextStep: "What is said of each target is the reason; for more look at the service's events and its containers' logs.",
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
            return { requests, failures, p50Ms: at(0.5), p99Ms: at(0.99) };
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/verify/verify.js





/**
 * Proves that the load balancer answers as expected: it is active, the targets of the revision that serves are healthy, and
 * `consecutive` answers in a row through its name are right. Reads only. One deadline covers all three.
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
    summary: 'Cancelled before it was proven.',
    evidence: [],
    nextStep: 'Run the job again; nothing was changed.',
};
async function prove(request, tally, ports) {
    const deadline = ports.clock.now() + request.timeoutMs;
    const behind = await verifyBehind(request, deadline, ports);
    if (behind)
        return behind;
    const proof = await probeUntilProven(request, deadline, tally, ports);
    return (0,outcome/* isGreen */.g)(proof.kind) && request.watchMs > 0 ? watch(request, proof, tally, ports) : proof;
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

// EXTERNAL MODULE: ./build/actions/config.js + 64 modules
var config = __webpack_require__(5723);
// EXTERNAL MODULE: ./build/actions/run.js + 12 modules
var run = __webpack_require__(6553);
;// CONCATENATED MODULE: ./build/engine/verify/expected-version.js
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

// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
;// CONCATENATED MODULE: ./build/actions/verify-alb/request.js



/** What is asked for where neither input nor config says it. */
const DEFAULTS = { path: '/', expectStatus: '200', consecutive: 3, timeoutSeconds: 120 };
/** What to ask for and where: inputs before service.yaml before defaults; the URL from the stack's outputs unless given. */
async function verifyRequest({ inputs, ...given }, cluster, env, ports) {
    const service = cluster && chooseService(cluster, inputs.service);
    const configured = service?.verify;
    const clusterName = cluster?.name ?? inputs.cluster;
    const found = inputs.url ? undefined : await findBehind(clusterName, service?.name ?? inputs.service, ports);
    const base = inputs.url || (await listenerUrl(found, configured, ports));
    return {
        url: new URL(inputs.path || (inputs.url ? '' : (configured?.path ?? DEFAULTS.path)), base).href,
        host: configured?.host,
        connectTo: inputs['connect-to'] || undefined,
        expected: {
            status: inputs['expect-status'] || (configured?.expectStatus ?? DEFAULTS.expectStatus),
            body: inputs['expect-body'] || configured?.expectBody,
            version: await versionMark(inputs['expect-version'], cluster, service, env, ports),
        },
        consecutive: given.consecutive ?? configured?.consecutive ?? DEFAULTS.consecutive,
        timeoutMs: (given.timeoutSeconds ?? configured?.timeoutSeconds ?? DEFAULTS.timeoutSeconds) * 1000,
        watchMs: given.watchSeconds * 1000,
        behind: found?.behind,
    };
}
function chooseService(cluster, name) {
    const [only] = cluster.services;
    const found = name ? cluster.services.find((service) => service.name === name) : only;
    if (found && (name || cluster.services.length === 1))
        return found;
    const names = cluster.services.map((service) => service.name).join(', ');
    throw new errors/* ToolkitError */.h(name ? 'INPUT_INVALID' : 'INPUT_MISSING', name ? `There is no service ${name}.` : 'Input service is empty.', {
        hint: `Services of ${cluster.name}: ${names}.`,
    });
}
async function findBehind(cluster, service, { stacks }) {
    const name = (0,stack_names/* clusterStackName */.CW)(cluster);
    const [stack, serviceStack] = await Promise.all([
        stacks.describe(name),
        service ? stacks.describe((0,stack_names/* serviceStackName */.ZZ)(cluster, service)) : undefined,
    ]);
    const loadBalancerArn = stack?.outputs[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerArn];
    const dnsName = stack?.outputs[stack_names/* CLUSTER_OUTPUTS */.K0.loadBalancerDnsName];
    if (!loadBalancerArn || !dnsName) {
        throw new errors/* ToolkitError */.h('NOT_PROVISIONED', `Stack ${name} ${stack ? 'has no load balancer' : 'does not exist'}.`, {
            hint: 'Run provision for this cluster first, or give the input url.',
        });
    }
    return {
        dnsName,
        behind: {
            loadBalancerArn,
            service: serviceStack && { cluster, name: service, targetGroupArns: (0,stack_names/* targetGroupArns */.PQ)(serviceStack.outputs) },
        },
    };
}
async function listenerUrl(found, configured, { targets }) {
    if (!found)
        return '';
    const listeners = await targets.listeners(found.behind.loadBalancerArn);
    const listener = listeners.find(({ port }) => port === configured?.listenerPort) ?? lowest(listeners);
    if (!listener) {
        throw new errors/* ToolkitError */.h('NOT_PROVISIONED', `Load balancer ${found.dnsName} has no listener.`, {
            hint: 'Run provision for this cluster first.',
        });
    }
    return `${listener.protocol.toLowerCase()}://${found.dnsName}:${listener.port}`;
}
function lowest(listeners) {
    return listeners.toSorted((a, b) => a.port - b.port)[0];
}
async function versionMark(input, cluster, service, env, ports) {
    const explicit = /^(header|body):(?:([^=]+)=)?(.+)$/.exec(input);
    if (explicit) {
        const [, place, name = '', equals = ''] = explicit;
        return place === 'header' ? { header: name, equals } : { body: escapeRegExp(equals), equals };
    }
    const mark = service?.verify?.version;
    if (input && !mark) {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input expect-version is ${JSON.stringify(input)}, but service.yaml does not say how answers are marked.`, {
            hint: 'Set verify.version in service.yaml, or give header:NAME=VALUE or body:VALUE.',
        });
    }
    if (!mark || !service || !cluster)
        return undefined;
    if (input)
        return { ...mark, equals: input };
    const container = mark.container ?? service.loadBalancers[0]?.containerName ?? '';
    return expectedVersion(mark, {
        image: await deployedImage(cluster.name, service, container, ports),
        commit: env['GITHUB_SHA'],
    });
}
/** The image that config asks for, so that a service that was rolled back does not pass; what is live where config leaves it to others. */
async function deployedImage(cluster, service, container, { services, taskDefinitions }) {
    const source = service.taskDefinition.containers.find(({ name }) => name === container)?.image;
    if (source?.kind === 'config')
        return source.image;
    const [live] = await services.describe(cluster, [service.name]);
    const described = live && (await taskDefinitions.describe(live.taskDefinition));
    return described && imageIn(described.definition, container);
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/actions/verify-alb/run.js











/** Wires the ports, finds out what to ask for and where, asks, and reports. */
async function run_run(given, env) {
    const { inputs } = given;
    const current = (0,run/* startRun */.A)(env);
    const cluster = given.folder === undefined ? undefined : await (0,config/* loadCluster */.v)(given.folder, inputs.cluster, current.progress);
    const region = cluster?.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? '';
    const ports = {
        ...current,
        stacks: (0,stacks/* createStacks */.i)({ region }),
        services: (0,services/* createServices */.h)({ region }),
        taskDefinitions: (0,task_definitions/* createTaskDefinitions */.w)({ region }),
        targets: (0,targets/* createTargets */.T)({ region }),
        probe: createHttpProbe(),
    };
    // With a URL no account is asked for where it leads.
    if (cluster && !inputs.url)
        await (0,guard/* guardTarget */.j)(cluster, (0,account/* createAccount */._)({ region }, env));
    const request = await verifyRequest(given, cluster, env, ports);
    current.progress.emit({ kind: 'phase', title: `Verify ${request.url}` });
    const { outcome, url, requests, failures, p50Ms, p99Ms } = await verify({ ...request, signal: current.signal }, ports);
    current.progress.emit({ kind: 'outcome', unit: url, outcome });
    return current.finish('Verify ALB', [{ name: url, unit: undefined, outcome }], {
        url,
        requests: String(requests),
        failures: String(failures),
        'p50-ms': String(p50Ms),
        'p99-ms': String(p99Ms),
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
