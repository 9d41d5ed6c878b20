export const id = 331;
export const ids = [331];
export const modules = {

/***/ 8238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vg: () => (/* binding */ configFolder),
  _0: () => (/* binding */ readCount),
  Ko: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
;// CONCATENATED MODULE: ./build/actions/contract.js
const CONFIG = {
    description: "Folder of the cluster's config, or the one above it (then `cluster` selects). `./config` where neither this nor `cluster` is given.",
};
const OUTCOME = 'How the run ended: unchanged, planned, deployed, verified or destroyed; or, with a failed step, rolled-back, failed, superseded, cancelled, blocked or timed-out.';
const ACTIONS = {
    provision: {
        title: 'ECS GitOps: provision',
        description: "Bring the cluster's stacks to what config/ says: roles, cluster, instances, load balancer, target groups.",
        icon: 'layers',
        inputs: {
            config: CONFIG,
            cluster: { description: 'Name of the cluster. With `mode: destroy` it must be given, as a confirmation.' },
            mode: {
                description: '`plan` shows what would change, `apply` shows it and does it, `destroy` takes down services, then stacks.',
                default: 'apply',
                oneOf: ['plan', 'apply', 'destroy'],
            },
            'timeout-seconds': { description: 'Deadline of the whole run.', default: '3600' },
        },
        outputs: {
            outcome: OUTCOME,
            changed: '`true` where the run wrote anything to AWS.',
            'plan-digest': 'sha256 over what would be or was done; equal plans have equal digests.',
            clusters: 'What happened to each cluster and each of its stacks, as JSON.',
            'stack-id': "ARN of the cluster's stack.",
            'alb-dns-name': 'DNS name of the load balancer.',
            url: "URL of the load balancer's first listener.",
            'target-group-arns': 'ARNs of the target groups by service, as JSON.',
        },
    },
    'deploy-service': {
        title: 'ECS GitOps: deploy service',
        description: 'Register the task definition, roll the service out, follow that deployment to its end, and say how it ended.',
        icon: 'upload-cloud',
        inputs: {
            config: {
                description: "Folder of the cluster's config, or the one above it (then `cluster` selects). Where neither this nor `cluster` is given, `./config`; where `cluster` alone is, the live services, without config.",
            },
            cluster: {
                description: 'Name of the cluster, where the config folder holds several or there is no config.',
            },
            service: {
                description: 'Names of services separated by commas, or `*` for all that config has.',
                default: '*',
            },
            images: {
                description: 'Lines of `[service/]container=image`, for containers whose image is not in config: there it says `image: external`.',
            },
            mode: {
                description: '`plan` shows what would change, `apply` shows it and does it, `rollback` goes back to an earlier revision.',
                default: 'apply',
                oneOf: ['plan', 'apply', 'rollback'],
            },
            revision: {
                description: 'With `mode: rollback`, the revision to go back to: `family:revision` or a number. The previous successful one where not given.',
            },
            'on-cancel': {
                description: 'What a cancelled run does with the deployment it started: ask ECS to roll it back, or leave it rolling.',
                default: 'rollback',
                oneOf: ['rollback', 'leave'],
            },
            'timeout-seconds': {
                description: 'Deadline of the rollout. When it passes, the deployment is rolled back and the run fails.',
                default: '1800',
            },
        },
        outputs: {
            outcome: OUTCOME,
            changed: '`true` where the run wrote anything to AWS.',
            'plan-digest': 'sha256 over what would be or was done; equal plans have equal digests.',
            services: 'What happened to each service, as JSON.',
            'task-definition-arn': 'ARN with revision that the service now has (one service only).',
            'deployment-id': 'Id of the deployment that this run followed (one service only).',
        },
    },
    'verify-alb': {
        title: 'ECS GitOps: verify ALB',
        description: 'Prove that the load balancer answers through its DNS name, with the version that was deployed. Changes nothing.',
        icon: 'check-circle',
        inputs: {
            config: CONFIG,
            cluster: { description: 'Name of the cluster.' },
            service: { description: 'Name of the service; may be left out where the cluster has one.' },
            url: { description: 'URL to ask, instead of the one that config and the stack give.' },
            path: { description: 'Path to ask for, instead of the one in service.yaml.' },
            'expect-status': {
                description: 'Accepted status codes, e.g. `200`, `200-299`, `200,204`. `200` unless config says otherwise.',
            },
            'expect-body': { description: 'Text that the body must hold.' },
            'expect-version': {
                description: 'Version that must answer, where service.yaml says how an answer is marked; otherwise `header:NAME=VALUE` or `body:VALUE`.',
            },
            consecutive: { description: 'Successes in a row that count as proof. 3 unless config says otherwise.' },
            'timeout-seconds': { description: 'Deadline. 120 unless config says otherwise.' },
            'connect-to': {
                description: "`HOST:PORT:ADDRESS:PORT` with curl's meaning: test a name before DNS knows it.",
            },
            'watch-seconds': {
                description: 'Go on asking for so long afterwards; any failure then fails the run.',
                default: '0',
            },
        },
        outputs: {
            outcome: OUTCOME,
            url: 'The URL that was asked.',
            requests: 'How many requests were sent.',
            failures: 'How many of them were not answered as expected.',
            'p50-ms': 'Median duration of the answers in milliseconds.',
            'p99-ms': '99th percentile of the duration of the answers in milliseconds.',
        },
    },
};

;// CONCATENATED MODULE: ./build/actions/inputs.js



/** Reads an action's inputs as the runner hands them over (`INPUT_<NAME>`), trimmed, '' where absent. Throws INPUT_INVALID. */
function readInputs(action, env) {
    const contract = ACTIONS[action];
    const entries = Object.entries(contract.inputs).map(([name, input]) => {
        const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
        const value = given || (input.default ?? '');
        if (input.oneOf && !input.oneOf.includes(value)) {
            throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input ${name} is ${JSON.stringify(value)}.`, {
                hint: `Give one of: ${input.oneOf.join(', ')}.`,
            });
        }
        return [name, value];
    });
    return Object.fromEntries(entries);
}
/** A whole number of at least `minimum`; `fallback` where the input is empty. */
function readCount(name, value, minimum, fallback) {
    if (value === '')
        return fallback;
    const count = Number(value);
    if (/^\d+$/.test(value) && count >= minimum)
        return count;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input ${name} is ${JSON.stringify(value)}.`, {
        hint: `Give a whole number of at least ${minimum}.`,
    });
}
/** The config folder that the inputs select, made sure of before anything is loaded. Throws CONFIG_NOT_FOUND. */
function configFolder(given) {
    const folder = given || './config';
    const found = (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false });
    if (found?.isDirectory())
        return folder;
    const what = found ? `${folder} is not a directory.` : `There is no folder ${folder}.`;
    throw new errors/* ToolkitError */.h('CONFIG_NOT_FOUND', what, {
        hint: given
            ? "Give `config` the cluster's folder, relative to the workspace, and check the repository out before this step."
            : 'Create config/<cluster>/cluster.yaml, or say with the input `config` where it is, and check the repository out before this step.',
    });
}


/***/ }),

/***/ 6331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepare: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8238);


/** Checks the inputs with nothing but node's own modules loaded. */
function prepare(env) {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)('verify-alb', env);
    checkUrl(inputs.url);
    checkStatus(inputs['expect-status']);
    const withConfig = inputs.config || !(inputs.url || inputs.cluster);
    const verify = {
        inputs,
        folder: withConfig ? (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .configFolder */ .vg)(inputs.config) : undefined,
        consecutive: inputs.consecutive ? (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readCount */ ._0)('consecutive', inputs.consecutive, 1, 3) : undefined,
        timeoutSeconds: inputs['timeout-seconds']
            ? (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readCount */ ._0)('timeout-seconds', inputs['timeout-seconds'], 1, 120)
            : undefined,
        watchSeconds: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readCount */ ._0)('watch-seconds', inputs['watch-seconds'], 0, 0),
    };
    return async () => (await Promise.all(/* import() */[__webpack_require__.e(780), __webpack_require__.e(88), __webpack_require__.e(831)]).then(__webpack_require__.bind(__webpack_require__, 5212))).run(verify, env);
}
function checkUrl(url) {
    if (!url)
        return;
    if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('INPUT_INVALID', `Input url is ${JSON.stringify(url)}.`, {
            hint: 'Give a URL that starts with http:// or https://.',
        });
    }
    const { username, password } = new URL(url);
    if (!username && !password)
        return;
    // Not shown: it would stand in the log, and in outputs.
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('INPUT_INVALID', 'Input url holds a user name or a password.', {
        hint: 'Give the URL without them; requests are sent without credentials.',
    });
}
function checkStatus(status) {
    if (!status || /^\d{3}(-\d{3})?(\s*,\s*\d{3}(-\d{3})?)*$/.test(status))
        return;
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('INPUT_INVALID', `Input expect-status is ${JSON.stringify(status)}.`, {
        hint: 'Give status codes, e.g. 200, 200-299 or 200,204.',
    });
}


/***/ })

};
