export const id = 541;
export const ids = [541];
export const modules = {

/***/ 541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./build/adapters/aws/account.js
var account = __webpack_require__(4916);
// EXTERNAL MODULE: ./build/adapters/aws/cloudformation/stacks.js + 4 modules
var stacks = __webpack_require__(542);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/services.js + 1 modules
var services = __webpack_require__(2442);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/task-definitions.js
var task_definitions = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/adapters/aws/targets.js
var targets = __webpack_require__(2881);
// EXTERNAL MODULE: ./build/adapters/runner/http-probe.js
var http_probe = __webpack_require__(1109);
// EXTERNAL MODULE: ./build/engine/observe/guard.js
var guard = __webpack_require__(1873);
// EXTERNAL MODULE: ./build/engine/tell-outcome.js
var tell_outcome = __webpack_require__(4637);
// EXTERNAL MODULE: ./build/engine/verify/verify.js + 4 modules
var verify = __webpack_require__(7394);
// EXTERNAL MODULE: ./build/actions/config.js + 95 modules
var config = __webpack_require__(2207);
// EXTERNAL MODULE: ./build/actions/run.js + 5 modules
var run = __webpack_require__(5317);
// EXTERNAL MODULE: ./build/engine/observe/read-services.js
var read_services = __webpack_require__(4007);
// EXTERNAL MODULE: ./build/engine/verify/expected-version.js
var expected_version = __webpack_require__(4760);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/plan/service/service-tags.js
var service_tags = __webpack_require__(2071);
;// CONCATENATED MODULE: ./build/actions/verify-alb/request.js





/** What is asked for where neither input nor config says it. */
const DEFAULTS = { path: '/', expectStatus: '200', consecutive: 3, timeoutSeconds: 120 };
/**
 * What to ask for and where: inputs before service.yaml before defaults; the URL from the stack's outputs unless given.
 */
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
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input expect-version is ${JSON.stringify(input)}, but service.yaml does not say how an answer shows its version.`, {
            hint: 'Set verify.version in service.yaml, or give header:NAME=VALUE or body:VALUE.',
        });
    }
    if (!mark || !service || !cluster)
        return undefined;
    if (input)
        return { ...mark, equals: input };
    const container = mark.container ?? service.loadBalancers[0]?.containerName ?? '';
    return (0,expected_version/* expectedVersion */.pN)(mark, {
        image: mark.equals.includes(IMAGE) ? await deployedImage(cluster.name, service, container, ports) : undefined,
        commit: mark.equals.includes(COMMIT) ? ((await deployedCommit(service, ports)) ?? env['GITHUB_SHA']) : undefined,
    });
}
/** What placeholders begin with: what none asks for is not looked up. */
const IMAGE = '$' + '{image.';
const COMMIT = '$' + '{commit}';
/**
 * The commit that the family's newest revision is of: later commits that changed nothing of the service have registered
 * none.
 */
async function deployedCommit({ taskDefinition }, { taskDefinitions }) {
    return (await taskDefinitions.describe(taskDefinition.family))?.tags[service_tags/* COMMIT_TAG */.z2];
}
/**
 * The image that config asks for, so that a service that was rolled back does not pass; what is live where config
 * leaves it to others.
 */
async function deployedImage(cluster, service, container, { services, taskDefinitions }) {
    const source = service.taskDefinition.containers.find(({ name }) => name === container)?.image;
    if (source?.kind === 'config')
        return source.image;
    const live = await (0,read_services/* readService */.u)(services, cluster, service.name);
    const described = live && (await taskDefinitions.describe(live.taskDefinition));
    return described && (0,expected_version/* imageIn */.Lp)(described.definition, container);
}
function escapeRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/actions/verify-alb/run.js












/** Wires the ports, finds out what to ask for and where, asks, and reports. */
function run_run(given, env) {
    const subject = { action: 'verify-alb', mode: '', cluster: given.inputs.cluster || undefined };
    return (0,run/* withRun */.Y)(env, subject, (current) => verifyOnce(given, env, current));
}
async function verifyOnce(given, env, current) {
    const { inputs } = given;
    const cluster = given.folder === undefined ? undefined : await (0,config/* loadCluster */.v)(given.folder, inputs.cluster, current.progress);
    const region = cluster?.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? '';
    if (cluster ?? inputs.cluster)
        current.workOn(cluster ?? { name: inputs.cluster, region });
    const settings = { region, purpose: current.purpose };
    const ports = {
        ...current,
        stacks: (0,stacks/* createStacks */.i)(settings),
        services: (0,services/* createServices */.h)(settings),
        taskDefinitions: (0,task_definitions/* createTaskDefinitions */.w)(settings),
        targets: (0,targets/* createTargets */.T)(settings),
        probe: (0,http_probe/* createHttpProbe */.X)(),
    };
    // With a URL no account is asked for where it leads.
    if (cluster && !inputs.url)
        await (0,guard/* guardTarget */.j)(cluster, (0,account/* createAccount */._)(settings, env));
    const request = await verifyRequest(given, cluster, env, ports);
    current.progress.emit({ kind: 'phase', title: `Verify ${request.url}` });
    const { outcome, url, requests, failures, p50Ms, p99Ms } = await (0,verify/* verify */.M)({ ...request, signal: current.signal }, ports);
    (0,tell_outcome/* tellOutcome */.G)({ id: url }, outcome, current.progress);
    const units = [{ name: url, outcome }];
    current.record(units, url);
    return current.finish('Verify ALB', units, {
        url,
        requests: String(requests),
        failures: String(failures),
        'p50-ms': String(p50Ms),
        'p99-ms': String(p99Ms),
    });
}


/***/ })

};
