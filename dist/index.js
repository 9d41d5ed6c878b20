import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 7698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 2923:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/adapters/runner/run-records.js
var run_records = __nccwpck_require__(9982);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/model/run-record.js
var run_record = __nccwpck_require__(5361);
// EXTERNAL MODULE: ./build/model/source.js
var source = __nccwpck_require__(3589);
// EXTERNAL MODULE: ./build/render/log/commands.js
var commands = __nccwpck_require__(980);
// EXTERNAL MODULE: ./build/render/text.js
var render_text = __nccwpck_require__(9822);
;// CONCATENATED MODULE: ./build/render/failure.js



/** GitHub keeps the first ten error annotations of a step. */
const ANNOTATIONS = 10;
/**
 * Lines of the job's log for an error: annotations first, since GitHub shows the first ones, then every problem in
 * full.
 */
function failureLines(error) {
    if (error.issues.length === 0) {
        const where = error.at ? `${(0,source/* positionText */.J)(error.at)}: ` : '';
        return [(0,commands/* annotation */.w)('error', `${where}${error.message} ${error.hint}`, error.at, error.code)];
    }
    const shown = error.issues.slice(0, ANNOTATIONS);
    return [
        ...shown.map((issue) => (0,commands/* annotation */.w)('error', issueText(issue), issue.at, error.code)),
        ...error.issues.map((issue) => (0,render_text/* logText */.kc)(`${(0,source/* positionText */.J)(issue.at)}: ${issueText(issue)}`)),
        (0,render_text/* logText */.kc)(`${error.message} ${error.hint}`),
    ];
}
/** Where in the code it was thrown, for the log of a job that is being debugged. */
function stackLines(error) {
    return error instanceof Error ? (error.stack ?? '').split('\n').map(render_text/* logText */.kc) : [];
}
/** The job summary for an error: what happened and what to do, then every problem with its place. */
function failureMarkdown({ code, message, hint, issues }) {
    const rows = issues.map(({ at, message, hint }) => `| ${(0,render_text/* markdownCode */.D9)((0,source/* positionText */.J)(at))} | ${(0,render_text/* markdownText */.p7)(message)} | ${(0,render_text/* markdownText */.p7)(hint ?? '')} |`);
    const table = issues.length > 0 ? ['', '| Where | Problem | What to do |', '|---|---|---|', ...rows] : [];
    return [`❌ **${(0,render_text/* markdownText */.p7)(message)}** ${(0,render_text/* markdownText */.p7)(hint)} (${(0,render_text/* markdownCode */.D9)(code)})`, ...table, '', ''].join('\n');
}
function issueText({ message, hint }) {
    return hint ? `${message} ${hint}` : message;
}

;// CONCATENATED MODULE: ./build/actions/failure.js





/**
 * Prints an error for the job's log, of a defect the stack only where the job is being debugged, and leaves outcome,
 * record and summary for the workflow: by node's own means, since a refused input must not wait for anything to load.
 */
function reportFailure(error, env, { records, ...run }) {
    const known = error instanceof errors/* ToolkitError */.h ? error : defect(error);
    const stack = env['RUNNER_DEBUG'] === '1' ? stackLines(error) : [];
    process.stdout.write(`${[...failureLines(known), ...stack].join('\n')}\n`);
    const record = (0,run_records/* writeRunRecord */.M)({ version: run_record/* RECORD_VERSION */.h, ...run, commit: env['GITHUB_SHA'], outcome: 'failed', units: [], failure: facts(known) }, env);
    append(env['GITHUB_OUTPUT'], 'outcome=failed\n');
    append(env['GITHUB_OUTPUT'], lines('record', record ? [...records, record] : records));
    append(env['GITHUB_STEP_SUMMARY'], failureMarkdown(known));
}
/** An output of several lines, in the form of GITHUB_OUTPUT. */
function lines(name, values) {
    return [`${name}<<END_OF_${name}`, ...values, `END_OF_${name}`, ''].join('\n');
}
function facts({ code, message, hint, at, issues }) {
    return { code, message, hint, at, issues };
}
/** The runner makes these files; without it there is nowhere to write to. */
function append(file, text) {
    if (file)
        (0,external_node_fs_.appendFileSync)(file, text);
}
function defect(error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new errors/* ToolkitError */.h('INTERNAL', message, {
        hint: 'This is a defect. Run the job again with debug logging and report it with the log.',
        cause: error,
    });
}


/***/ }),

/***/ 8542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ checkConnectTo),
/* harmony export */   m: () => (/* binding */ connectTo)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);

const FORM = /^([^:[\]]*|\[[^\]]+\]):(\d*):([^:[\]]*|\[[^\]]+\]):(\d*)$/;
/**
 * Where to connect for `host:port` under `rule`, which has the meaning of curl's --connect-to: HOST1:PORT1:HOST2:PORT2,
 * an empty first half matches anything, an empty second half keeps what was asked for. Throws INPUT_INVALID.
 */
function connectTo(rule, host, port) {
    if (!rule)
        return { host, port };
    const [fromHost = '', fromPort = '', toHost = '', toPort = ''] = parts(rule);
    const matches = (!fromHost || fromHost.toLowerCase() === host.toLowerCase()) && (!fromPort || Number(fromPort) === port);
    return matches ? { host: toHost || host, port: toPort ? Number(toPort) : port } : { host, port };
}
/** Throws INPUT_INVALID where a rule is given that `connectTo` cannot read. */
function checkConnectTo(rule) {
    if (rule)
        parts(rule);
}
function parts(rule) {
    const match = FORM.exec(rule);
    if (match)
        return match.slice(1).map((part) => part.replace(/^\[|\]$/g, ''));
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('INPUT_INVALID', `Input connect-to is ${JSON.stringify(rule)}.`, {
        hint: 'Give HOST:PORT:ADDRESS:PORT, e.g. web.example.com:80:127.0.0.1:8080.',
    });
}


/***/ }),

/***/ 9982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ writeRunRecord)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _model_credentials_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4676);




/** Below RUNNER_TEMP, which the runner empties after each job. */
const RECORD_FOLDER = 'ecs-gitops';
/**
 * Writes a record to a file of its own, `<action>-<mode>-<cluster>-<unique>.json`, and returns its path; undefined
 * outside of a runner. By node's own means alone: also a run that is refused at once leaves a record.
 */
function writeRunRecord(record, env) {
    const temp = env['RUNNER_TEMP'];
    if (!temp)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, RECORD_FOLDER);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${fileName(record)}.json`);
    // What masks it in this job's log does not reach the job that reads the record.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, `${(0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCredentials */ .r)(JSON.stringify(record))}\n`);
    return file;
}
function fileName({ action, mode, cluster }) {
    const parts = [action, mode, cluster ?? '', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')];
    return parts
        .map((part) => part.replace(/[^\w-]+/g, '_').slice(0, 60))
        .filter(Boolean)
        .join('-');
}


/***/ }),

/***/ 8931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F6: () => (/* binding */ nameInFolder),
/* harmony export */   XE: () => (/* binding */ DEFAULT_FOLDER),
/* harmony export */   nI: () => (/* binding */ plainFolder)
/* harmony export */ });
/** The folder of config whose traces on GitHub have bare names. */
const DEFAULT_FOLDER = 'config';
/** A folder of config without what does not tell it from others: `./staging/` is `staging`. */
function plainFolder(given) {
    return given.replace(/^(\.\/+)+/, '').replace(/\/+$/, '') || DEFAULT_FOLDER;
}
/**
 * The name of something on GitHub that each folder of config has for itself, e.g. `ecs-gitops/plan (staging)`: a
 * repository may call the workflows once for each folder.
 */
function nameInFolder(name, folder) {
    return folder === DEFAULT_FOLDER ? name : `${name} (${folder})`;
}


/***/ }),

/***/ 4676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/**
 * What is a credential by its form alone: tokens of GitHub (their documented prefixes), what stands in an Authorization
 * header, and the session token in the request that AWS repeats where a signature does not match. A runner masks only
 * what it was told of, and errors of GitHub, AWS and proxies can repeat what they were sent.
 */
const CREDENTIALS = /\b(?:gh[oprsu]_\w{16,}|github_pat_\w{16,})|(?<=\bBearer )[\w.~+/-]{16,}=*|(?<=\bx-amz-security-token[:=] ?)[\w+/=%-]{16,}/gi;
/** The text without credentials. */
function withoutCredentials(text) {
    return text.replace(CREDENTIALS, '***');
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ERROR_CODES),
/* harmony export */   h: () => (/* binding */ ToolkitError)
/* harmony export */ });
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4676);

/** Every way to fail that is not an outcome. Each has a heading in docs/troubleshooting.md. */
const ERROR_CODES = [
    'INPUT_MISSING',
    'INPUT_INVALID',
    'CONFIG_NOT_FOUND',
    'CONFIG_INVALID',
    'CREDENTIALS_MISSING',
    'WRONG_ACCOUNT',
    'WRONG_REGION',
    'ACCESS_DENIED',
    'AWS_REFUSED',
    'AWS_UNAVAILABLE',
    'NOT_PROVISIONED',
    'NETWORK_UNSUITABLE',
    'SCHEDULED_TASK_UNSUITABLE',
    'RESULTS_MISSING',
    'GITHUB_DENIED',
    'GITHUB_REFUSED',
    'GITHUB_UNAVAILABLE',
    'TIME_SCALE_REFUSED',
    'INTERNAL',
];
/** The only error that the toolkit throws on purpose: what happened, where, what to do next. */
class ToolkitError extends Error {
    code;
    hint;
    at;
    issues;
    constructor(code, message, details) {
        super((0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCredentials */ .r)(message), { cause: details.cause });
        this.name = 'ToolkitError';
        this.code = code;
        this.hint = details.hint;
        this.at = details.at;
        this.issues = details.issues ?? [];
    }
}


/***/ }),

/***/ 5361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ RECORD_VERSION)
/* harmony export */ });
/** The version of the form below; a reader refuses any other. */
const RECORD_VERSION = 1;


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ positionText),
/* harmony export */   d: () => (/* binding */ positionOf)
/* harmony export */ });
/** The position of the value at `path`, or of its nearest ancestor that the document states. */
function positionOf(source, path) {
    for (let length = path.length; length >= 0; length--) {
        const position = source[path.slice(0, length).join('/')];
        if (position)
            return position;
    }
    return undefined;
}
/** `config/web/cluster.yaml:3:9`, as editors and terminals make links of. */
function positionText({ file, line, column }) {
    return `${file}:${line}:${column}`;
}


/***/ }),

/***/ 980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ annotation)
/* harmony export */ });
/* harmony import */ var _model_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4676);

/** A workflow command for an annotation, escaped as the runner decodes it (data: % CR LF; properties: also : and ,). */
function annotation(level, message, at, title) {
    const properties = [
        ...(at ? [`file=${property(at.file)}`, `line=${at.line}`, `col=${at.column}`] : []),
        ...(title ? [`title=${property(title)}`] : []),
    ].join(',');
    return `::${level}${properties ? ` ${properties}` : ''}::${data(message)}`;
}
function data(text) {
    return (0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCredentials */ .r)(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text) {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 9822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   gG: () => (/* binding */ excerptsAround),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   kc: () => (/* binding */ logText),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   zW: () => (/* binding */ fencedBlock)
/* harmony export */ });
/* harmony import */ var _model_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4676);
/** What comes from config, AWS, GitHub or a container, made safe for where it goes. */

/**
 * One line of plain text for a job's log: no control characters, and nothing that the runner would take for a workflow
 * command (`::name::` at the start of a line, `##[name]` anywhere).
 */
function logText(text) {
    return printable(text)
        .replaceAll('##[', '## [')
        .replace(/^(\s*)::/, '$1: :');
}
/** Inline Markdown that shows the text as it is: nothing in it formats, links, mentions or ends a table's cell. */
function markdownText(text) {
    return printable(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/[\\`*_[\]|~]/g, '\\$&')
        .replace(/^(\s*\d*)([-+#=.)])/, '$1\\$2')
        .replaceAll('@', '@\u200b')
        .replace(/(#|GH-)(?=\d)/gi, '$1\u200b')
        .replace(/(https?|ftp):/gi, '$1\u200b:')
        .replace(/(www)\./gi, '$1\u200b.');
}
/** Text inside of an HTML block such as `<summary>`, where Markdown is not read but mentions and links are. */
function htmlText(text) {
    return printable(text)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('@', '@\u200b')
        .replace(/(#|GH-)(?=\d)/gi, '$1\u200b')
        .replace(/(https?|ftp):/gi, '$1\u200b:')
        .replace(/(www)\./gi, '$1\u200b.');
}
/** A fenced block of lines as they are; the fence is longer than any that the lines hold. */
function fencedBlock(language, lines) {
    const shown = lines.map(printable);
    const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
    return [`${fence}${language}`, ...shown, fence];
}
/** The text, or its beginning and how long it is. */
function excerpt(text, longest) {
    if (text.length <= longest)
        return text;
    return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}
/** How many characters are shown of what long texts have in common before they differ. */
const IN_COMMON = 40;
/** The texts, or so much of each that what differs between them is there to see: all of them from the same place on. */
function excerptsAround(texts, longest) {
    const distinct = [...new Set(texts)];
    const [first = ''] = distinct;
    let same = 0;
    while (same < first.length && distinct.every((text) => text[same] === first[same]))
        same++;
    const isSeen = distinct.length < 2 || same < longest / 2 || texts.every(({ length }) => length <= longest);
    const start = isSeen ? 0 : same - Math.min(IN_COMMON, Math.floor(longest / 4));
    return texts.map((text) => {
        if (start === 0)
            return excerpt(text, longest);
        const rest = text.slice(start, start + longest).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
        const end = start + longest < text.length ? '…' : '';
        return `…${rest}${end} (${text.length} characters)`;
    });
}
/** A code span, fenced by more backticks than the text holds; `|` is escaped so that it may stand in a table. */
function markdownCode(text) {
    // A backslash right before a bar would undo the bar's, and nothing escapes a backslash in a code span: they are kept
    // apart.
    const shown = printable(text).replaceAll('\\|', '\\\u200b|').replaceAll('|', '\\|');
    const fence = '`'.repeat(longestRun(shown) + 1);
    const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g;
/** The length of the longest run of backticks. */
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
function printable(text) {
    return (0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCredentials */ .r)(text.replace(CONTROL, ' '));
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/adapters/runner/connect-to.js
var connect_to = __nccwpck_require__(8542);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/actions/contract.js
const CONFIG = {
    description: "Folder of the cluster's config, or its parent folder (then `cluster` selects one). Default: `./config`, if neither this nor `cluster` is given.",
};
const RECORD = 'Path of the JSON file that tells `report` what this run did; one path per line if there are several.';
// The runner evaluates it; nothing else does.
const GITHUB_TOKEN = `\${{ github.token }}`;
const REVIEWED = {
    description: 'Path of the file that `report` with `mode: collect` wrote. With `mode: apply`, a stack or service whose plan no merged pull request has shown is not changed and ends blocked; the others are applied. Without this input, everything may be applied.',
};
const OUTCOME = 'How the run ended: unchanged, planned, deployed, paused (a deployment waits for an answer), verified or destroyed; or, if the step fails, rolled-back, failed, superseded, cancelled, blocked or timed-out.';
const ACTIONS = {
    provision: {
        title: 'ECS GitOps: provision',
        description: "Create and update the cluster's stacks as config/ describes them: roles, cluster, instances, load balancer, target groups.",
        icon: 'layers',
        inputs: {
            config: CONFIG,
            cluster: { description: 'Name of the cluster. With `mode: destroy` it must be given, as a confirmation.' },
            mode: {
                description: '`plan` shows what would change, `apply` shows it and does it, `destroy` deletes the services, then the stacks.',
                default: 'apply',
                oneOf: ['plan', 'apply', 'destroy'],
            },
            reviewed: REVIEWED,
            'timeout-seconds': { description: 'Deadline of the whole run.', default: '3600' },
        },
        outputs: {
            outcome: OUTCOME,
            record: RECORD,
            changed: '`true` if the run wrote anything to AWS.',
            'plan-digest': 'SHA-256 digest of the plan; equal plans have equal digests.',
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
                description: "Folder of the cluster's config, or its parent folder (then `cluster` selects one). If neither this nor `cluster` is given: `./config`. If only `cluster` is given: the live services, without config.",
            },
            cluster: {
                description: 'Name of the cluster; needed if the config folder contains several, or if there is no config.',
            },
            service: {
                description: 'Names of services separated by commas, or `*` for all services in config.',
                default: '*',
            },
            images: {
                description: 'Lines of `[service/]container=image`, for containers whose image is not in config (there it says `image: external`).',
            },
            mode: {
                description: '`plan` shows what would change, `apply` shows it and does it, `continue` answers a paused deployment and follows it, `rollback` returns to an earlier revision.',
                default: 'apply',
                oneOf: ['plan', 'apply', 'continue', 'rollback'],
            },
            action: {
                description: 'With `mode: continue`, the answer: continue the deployment, or roll it back.',
                default: 'continue',
                oneOf: ['continue', 'rollback'],
            },
            revision: {
                description: 'With `mode: rollback`, the revision to return to: `family:revision` or a number. Default: the previous successful one.',
            },
            stacks: {
                description: 'The output `clusters` of provision: a service whose stack did not succeed there is not deployed; the others are.',
            },
            'on-cancel': {
                description: 'What a cancelled run does with the deployment it started: `rollback` asks ECS to roll it back, `leave` lets it continue.',
                default: 'rollback',
                oneOf: ['rollback', 'leave'],
            },
            'connect-to': {
                description: "Where to connect for `verify` of service.yaml: `HOST:PORT:ADDRESS:PORT` as in curl's --connect-to, for a name that is not in DNS yet.",
            },
            reviewed: REVIEWED,
            'timeout-seconds': {
                description: 'Deadline of the rollout: half an hour, or longer where bake times and steps of the strategy need it, unless given. When it passes, the deployment is rolled back and the run fails. Verifying afterwards has its own deadline.',
            },
        },
        outputs: {
            outcome: OUTCOME,
            record: RECORD,
            changed: '`true` if the run wrote anything to AWS.',
            'plan-digest': 'SHA-256 digest of the plan; equal plans have equal digests.',
            services: 'What happened to each service, as JSON.',
            'task-definition-arn': 'ARN of the task definition revision that the service now uses (one service only).',
            'deployment-id': 'Id of the deployment that this run followed (one service only).',
        },
    },
    'verify-alb': {
        title: 'ECS GitOps: verify ALB',
        description: 'Check that the load balancer answers through its DNS name, with the version that was deployed. Changes nothing.',
        icon: 'check-circle',
        inputs: {
            config: CONFIG,
            cluster: { description: 'Name of the cluster.' },
            service: { description: 'Name of the service; may be left out if the cluster has only one.' },
            url: { description: 'URL to request, instead of the one from config and the stack.' },
            path: { description: 'Path to request, instead of the one in service.yaml.' },
            'expect-status': {
                description: 'Accepted status codes, e.g. `200`, `200-299`, `200,204`. `200` unless config says otherwise.',
            },
            'expect-body': { description: 'Text that the body must contain.' },
            'expect-version': {
                description: 'Version that must answer. If service.yaml does not say how an answer shows its version, write `header:NAME=VALUE` or `body:VALUE`.',
            },
            consecutive: { description: 'How many requests in a row must succeed. 3 unless config says otherwise.' },
            'timeout-seconds': { description: 'Deadline. 120 unless config says otherwise.' },
            'connect-to': {
                description: "`HOST:PORT:ADDRESS:PORT` as in curl's --connect-to: test a name before it is in DNS.",
            },
            'watch-seconds': {
                description: 'Continue to send requests for this long after success; any failure then fails the run.',
                default: '0',
            },
        },
        outputs: {
            outcome: OUTCOME,
            record: RECORD,
            url: 'The URL that was requested.',
            requests: 'How many requests were sent.',
            failures: 'How many of them did not get the expected answer.',
            'p50-ms': 'Median response time in milliseconds.',
            'p99-ms': '99th percentile of the response time in milliseconds.',
        },
    },
    select: {
        title: 'ECS GitOps: select',
        description: 'Find which clusters and services a commit affects, as matrices for the jobs that plan or apply them. Calls neither AWS nor GitHub.',
        icon: 'filter',
        inputs: {
            config: CONFIG,
            cluster: { description: 'Name of a cluster, to select from that one only.' },
            base: {
                description: 'Commit to compare with, e.g. `HEAD^1`; it must be fetched (`fetch-depth: 0` of actions/checkout). If it is not given, or git does not know it, everything is selected.',
            },
            onto: {
                description: 'For a pull request, the commit that it would be merged onto, e.g. `HEAD^1`. The comment then says which changes are not from the pull request, but left over from merges since `base`.',
            },
            head: { description: 'Commit to look at.', default: 'HEAD' },
        },
        outputs: {
            clusters: 'Clusters to provision, as JSON: `[{cluster, region, services, legs: [{services}]}]`, services separated by commas.',
            legs: 'The legs of all clusters, as JSON: `[{cluster, region, services}]`. Services that depend on each other are in one leg.',
            any: '`true` if there is any: a matrix must not be empty.',
        },
    },
    report: {
        title: 'ECS GitOps: report',
        description: 'Report to GitHub what the other actions did: one comment on the pull request, its commit status, deployments, and an issue for each cluster with drift. Has no access to AWS.',
        icon: 'message-square',
        inputs: {
            files: {
                description: 'Records that the other actions wrote: folders, files or patterns, one per line. If it is empty, nothing has run yet: the comment says that a plan is being made, or that it is being applied.',
            },
            'github-token': {
                description: 'Token of the job. What it is not allowed to do is skipped, with a notice; the summary always contains everything.',
                default: GITHUB_TOKEN,
            },
            config: {
                description: 'Folder of the config to report on. If it is not `config`, comment, status, deployments and issues have its name in them, so that each folder has its own.',
                default: 'config',
            },
            mode: {
                description: '`report` reports plans and what was applied, depending on the event; `drift` keeps one issue per cluster up to date. Two modes only read: `collect` gathers, before a push is applied, what the merged pull requests have shown; `base` finds the commit from which on a push would be applied.',
                default: 'report',
                oneOf: ['report', 'drift', 'collect', 'base'],
            },
        },
        outputs: {
            'comment-url': 'URL of the comment that was written.',
            state: 'The overall result of the records: planning, ready, blocked, invalid, no-changes, applying, applied, paused, rolled-back, failed or closed.',
            issues: 'With `mode: drift`, each cluster and its issue, as JSON: `[{cluster, hasDrift, url}]`.',
            reviewed: 'With `mode: collect`, path of reviewed.json, for the input `reviewed` of provision and deploy-service.',
            base: 'With `mode: collect` or `base`, the last commit that was applied completely; empty if none is known: everything has to be selected then.',
            superseded: 'With `mode: collect`, `true` if a newer commit than this one was applied already.',
        },
    },
};

;// CONCATENATED MODULE: ./build/actions/inputs.js



/**
 * Reads an action's inputs as the runner hands them over (`INPUT_<NAME>`), trimmed, '' where absent. Throws
 * INPUT_INVALID.
 */
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
            ? "Set `config` to the cluster's folder, relative to the workspace, and check out the repository before this step."
            : 'Create config/<cluster>/cluster.yaml, or set the input `config` to the folder that contains it, and check out the repository before this step.',
    });
}

;// CONCATENATED MODULE: ./build/actions/deploy-service/prepare.js



const REVISION = /^(?:\d+|[\w-]+:\d+|arn:\S+:task-definition\/[\w-]+:\d+)$/;
/** Checks the inputs with nothing but node's own modules loaded. */
function prepare(env) {
    const inputs = readInputs('deploy-service', env);
    const mode = inputs.mode;
    const isLive = inputs.config === '' && inputs.cluster !== '';
    checkRollback(inputs);
    checkContinue(inputs);
    (0,connect_to/* checkConnectTo */.I)(inputs['connect-to']);
    if (isLive)
        checkLive(inputs, env);
    const deploy = {
        inputs,
        mode,
        onCancel: inputs['on-cancel'],
        folder: isLive ? undefined : configFolder(inputs.config),
        timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, undefined),
    };
    return async () => (await Promise.all(/* import() */[__nccwpck_require__.e(603), __nccwpck_require__.e(746), __nccwpck_require__.e(604), __nccwpck_require__.e(331), __nccwpck_require__.e(976), __nccwpck_require__.e(337), __nccwpck_require__.e(939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7939))).run(deploy, env);
}
function checkRollback({ mode, revision, images }) {
    if (mode !== 'rollback' && revision !== '') {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input revision is given with mode ${mode}.`, {
            hint: 'Give `mode: rollback` with it, or leave it out.',
        });
    }
    if (mode === 'rollback' && images !== '') {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', 'Input images is given with mode rollback.', {
            hint: 'A rollback uses a whole revision: name it with the input revision, and leave images out.',
        });
    }
    if (revision === '' || REVISION.test(revision))
        return;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input revision is ${JSON.stringify(revision)}.`, {
        hint: 'Give `family:revision`, e.g. `sample:3`, or the number alone.',
    });
}
function checkContinue({ mode, action, images }) {
    if (mode !== 'continue' && action !== 'continue') {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input action is given with mode ${mode}.`, {
            hint: 'Give `mode: continue` with it, or leave it out.',
        });
    }
    if (mode !== 'continue' || images === '')
        return;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', 'Input images is given with mode continue.', {
        hint: 'The paused deployment has its images already: leave the input images out.',
    });
}
/** Without config nothing says where the cluster is, which services it has and what they should run. */
function checkLive({ service, images, mode }, env) {
    const hint = 'Or give the input config, and deploy from there.';
    if (service === '' || service.includes('*')) {
        throw new errors/* ToolkitError */.h('INPUT_MISSING', 'Without config, the input service has to name the services.', { hint });
    }
    if (['plan', 'apply'].includes(mode) && images === '') {
        throw new errors/* ToolkitError */.h('INPUT_MISSING', 'Without config, the input images has to say what to deploy.', { hint });
    }
    if (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'])
        return;
    throw new errors/* ToolkitError */.h('INPUT_MISSING', 'Without config, AWS_REGION has to say where the cluster is.', {
        hint: 'Set it with aws-region of configure-aws-credentials, or as an environment variable.',
    });
}

// EXTERNAL MODULE: ./build/actions/failure.js + 1 modules
var failure = __nccwpck_require__(8047);
;// CONCATENATED MODULE: ./build/actions/provision/prepare.js


/** Checks the inputs with nothing but node's own modules loaded. */
function prepare_prepare(env) {
    const inputs = readInputs('provision', env);
    const mode = inputs.mode;
    if (mode === 'destroy' && !inputs.cluster) {
        throw new errors/* ToolkitError */.h('INPUT_MISSING', 'Input cluster is empty.', {
            hint: 'With mode: destroy give the name of the cluster, as a confirmation.',
        });
    }
    const provision = {
        inputs,
        mode,
        folder: configFolder(inputs.config),
        timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, 3600),
    };
    return async () => (await Promise.all(/* import() */[__nccwpck_require__.e(603), __nccwpck_require__.e(746), __nccwpck_require__.e(604), __nccwpck_require__.e(331), __nccwpck_require__.e(976), __nccwpck_require__.e(938)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1938))).run(provision, env);
}

// EXTERNAL MODULE: ./build/model/config-folder.js
var config_folder = __nccwpck_require__(8931);
;// CONCATENATED MODULE: ./build/actions/report/prepare.js



/** Checks the inputs with nothing but node's own modules loaded. */
function report_prepare_prepare(env) {
    const { mode, files, config, 'github-token': token } = readInputs('report', env);
    const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    if (!owner || !repo) {
        throw new errors/* ToolkitError */.h('INPUT_MISSING', 'GITHUB_REPOSITORY does not say which repository this is.', {
            hint: 'Run report in a workflow on GitHub, or set it to owner/name.',
        });
    }
    if (mode === 'drift' && !files) {
        throw new errors/* ToolkitError */.h('INPUT_MISSING', 'Input files is empty.', {
            hint: 'Name the folder that the artifacts of the plan jobs were downloaded to.',
        });
    }
    const given = {
        mode: mode,
        folder: (0,config_folder/* plainFolder */.nI)(config),
        files: files
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        // The runner puts the token in place of the default; outside of one nobody does.
        token: token.startsWith('${{') ? '' : token,
        owner,
        repo,
    };
    if (mode === 'collect' && !given.token) {
        throw new errors/* ToolkitError */.h('INPUT_MISSING', 'Input github-token is empty.', {
            hint: 'Reading what was reviewed needs a token: leave the input out, or give it github.token.',
        });
    }
    return async () => (await Promise.all(/* import() */[__nccwpck_require__.e(603), __nccwpck_require__.e(783)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1783))).run(given, env);
}

;// CONCATENATED MODULE: ./build/actions/select/prepare.js


/** What names a revision and is no option; git says whether there is one. */
const prepare_REVISION = /^[\w][\w./@{}^~-]*$/;
/** Checks the inputs with nothing but node's own modules loaded. */
function select_prepare_prepare(env) {
    const { config, cluster, base, onto, head } = readInputs('select', env);
    for (const [name, value] of Object.entries({ base, onto, head })) {
        if (value === '' || prepare_REVISION.test(value))
            continue;
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input ${name} is ${JSON.stringify(value)}.`, {
            hint: 'Give a commit as git knows it, e.g. HEAD^1 or its SHA.',
        });
    }
    const given = { folder: configFolder(config), cluster, base, onto, head };
    return async () => (await Promise.all(/* import() */[__nccwpck_require__.e(603), __nccwpck_require__.e(746), __nccwpck_require__.e(604), __nccwpck_require__.e(194)]).then(__nccwpck_require__.bind(__nccwpck_require__, 194))).run(given, env);
}

;// CONCATENATED MODULE: ./build/actions/verify-alb/prepare.js



/** Checks the inputs with nothing but node's own modules loaded. */
function verify_alb_prepare_prepare(env) {
    const inputs = readInputs('verify-alb', env);
    checkUrl(inputs.url);
    checkStatus(inputs['expect-status']);
    (0,connect_to/* checkConnectTo */.I)(inputs['connect-to']);
    const withConfig = inputs.config || !(inputs.url || inputs.cluster);
    const verify = {
        inputs,
        folder: withConfig ? configFolder(inputs.config) : undefined,
        consecutive: readCount('consecutive', inputs.consecutive, 1, undefined),
        timeoutSeconds: readCount('timeout-seconds', inputs['timeout-seconds'], 1, undefined),
        watchSeconds: readCount('watch-seconds', inputs['watch-seconds'], 0, 0),
    };
    return async () => (await Promise.all(/* import() */[__nccwpck_require__.e(603), __nccwpck_require__.e(746), __nccwpck_require__.e(604), __nccwpck_require__.e(331), __nccwpck_require__.e(337), __nccwpck_require__.e(541)]).then(__nccwpck_require__.bind(__nccwpck_require__, 541))).run(verify, env);
}
function checkUrl(url) {
    if (!url)
        return;
    if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input url is ${JSON.stringify(url)}.`, {
            hint: 'Give a URL that starts with http:// or https://.',
        });
    }
    const { username, password } = new URL(url);
    if (!username && !password)
        return;
    // Not shown: it would stand in the log, and in outputs.
    throw new errors/* ToolkitError */.h('INPUT_INVALID', 'Input url contains a user name or a password.', {
        hint: 'Give the URL without them; requests are sent without credentials.',
    });
}
function checkStatus(status) {
    if (!status || /^\d{3}(-\d{3})?(\s*,\s*\d{3}(-\d{3})?)*$/.test(status))
        return;
    throw new errors/* ToolkitError */.h('INPUT_INVALID', `Input expect-status is ${JSON.stringify(status)}.`, {
        hint: 'Give status codes, e.g. 200, 200-299 or 200,204.',
    });
}

;// CONCATENATED MODULE: ./build/main.js






/** Each checks its inputs, with little loaded, and returns the run, which resolves to whether it ended green. */
const PREPARE = {
    provision: prepare_prepare,
    'deploy-service': prepare,
    'verify-alb': verify_alb_prepare_prepare,
    select: select_prepare_prepare,
    report: report_prepare_prepare,
};
/**
 * Runs one action as the runner started it. Until its inputs are known to be usable nothing but node's own modules is
 * loaded, so that a wrong input is refused as fast as node starts. The exit code is 1 unless the outcome is green.
 */
async function main(action) {
    const startedAt = Date.now();
    try {
        const run = PREPARE[action](process.env);
        process.exitCode = (await run()) ? 0 : 1;
    }
    catch (error) {
        const { INPUT_MODE: mode = '', INPUT_CLUSTER: cluster } = process.env;
        const times = { startedAt, endedAt: Date.now(), spans: [] };
        const failed = { action, mode, cluster: cluster || undefined, ...times, changed: false, records: [] };
        (0,failure/* reportFailure */.x)(error, process.env, failed);
        process.exitCode = 1;
    }
}

var __webpack_exports__main = __webpack_exports__.i;
export { __webpack_exports__main as main };
