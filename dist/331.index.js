export const id = 331;
export const ids = [331];
export const modules = {

/***/ 5317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ withRun)
});

;// CONCATENATED MODULE: ./build/adapters/runner/cancellation.js
/** Why a run stops before its end. */
class Cancelled extends Error {
    constructor(signal) {
        super(`The run was cancelled (${signal}).`);
        this.name = 'Cancelled';
    }
}
/**
 * Aborts on the signals by which a runner cancels a step: SIGINT, and SIGTERM 7.5 s later. The process stays alive to
 * say what it leaves behind; the runner kills it 2.5 s after the second signal.
 */
function cancellation() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => controller.abort(new Cancelled(signal)));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./build/adapters/runner/clock.js
var runner_clock = __webpack_require__(1390);
// EXTERNAL MODULE: ./build/adapters/runner/results.js
var runner_results = __webpack_require__(3878);
// EXTERNAL MODULE: ./build/adapters/runner/run-records.js
var run_records = __webpack_require__(9982);
// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/model/run-record.js
var run_record = __webpack_require__(5361);
// EXTERNAL MODULE: ./build/render/log/event-lines.js + 2 modules
var event_lines = __webpack_require__(2459);
// EXTERNAL MODULE: ./build/render/text.js
var render_text = __webpack_require__(9822);
;// CONCATENATED MODULE: ./build/render/story-line.js


/** Kinds of events that tell the story of a run; the rest is in the log. */
const TOLD = [
    'phase',
    'stack-event',
    'service-event',
    'task-stopped',
    'task-ended',
    'wrote',
    'warning',
];
/** What a summary says of an event: a warning in plain text, since only the log's runner reads workflow commands. */
function storyLine(event) {
    if (!TOLD.includes(event.kind))
        return undefined;
    if (event.kind !== 'warning')
        return (0,event_lines/* eventLines */.C)(event).join(' ').trim();
    const { at, message } = event;
    return (0,render_text/* logText */.kc)(`⚠ ${at ? `${at.file}:${at.line}: ` : ''}${message}`);
}

// EXTERNAL MODULE: ./build/render/check-text.js
var check_text = __webpack_require__(7069);
// EXTERNAL MODULE: ./build/render/comment/property-table.js
var property_table = __webpack_require__(1147);
// EXTERNAL MODULE: ./build/render/dependency-graph.js
var dependency_graph = __webpack_require__(3565);
// EXTERNAL MODULE: ./build/render/forecast-text.js
var forecast_text = __webpack_require__(6502);
// EXTERNAL MODULE: ./build/render/log/plan-lines.js
var plan_lines = __webpack_require__(5383);
// EXTERNAL MODULE: ./build/render/timeline/gantt.js
var gantt = __webpack_require__(6743);
// EXTERNAL MODULE: ./build/render/timeline/span-table.js
var span_table = __webpack_require__(4592);
;// CONCATENATED MODULE: ./build/render/summary.js









/** A summary has room for nearly everything. */
const LIMITS = { longestValue: 1000, mostRows: 200 };
/**
 * The job summary: verdict and cause first, then each unit's changes, then what took how long and what happened when.
 */
function summaryMarkdown(title, units, timeline, spans = []) {
    return [
        `## ${(0,render_text/* markdownText */.p7)(title)}`,
        ...units.flatMap(({ name, outcome }) => verdict(name, outcome)),
        ...units.flatMap(({ plan }) => (plan && plan.changes.length > 0 ? changes(plan) : [])),
        ...orderSection(units.flatMap(({ plan }) => plan ?? [])),
        ...spanSection(spans),
        ...timelineTable(timeline),
        '',
    ].join('\n');
}
function verdict(name, { kind, summary, evidence, nextStep }) {
    return [
        '',
        `${markOf(kind)} **${(0,render_text/* markdownText */.p7)(name)}: ${kind}.** ${(0,render_text/* markdownText */.p7)(summary)}`,
        '',
        ...evidence.map((line) => `- ${(0,render_text/* markdownText */.p7)(line)}`),
        ...(nextStep ? ['', `**Next:** ${(0,render_text/* markdownText */.p7)(nextStep)}`] : []),
    ];
}
function markOf(kind) {
    if (kind === 'paused')
        return '⏸️';
    return (0,model_outcome/* isGreen */.gf)(kind) ? '✅' : '❌';
}
function changes(unit) {
    return [
        '',
        `### ${(0,render_text/* markdownCode */.D9)(unit.id)}: ${(0,plan_lines/* countText */.lT)(unit)}`,
        ...unit.dangers.map(danger),
        '',
        ...(0,property_table/* propertyTable */.C)(unit, LIMITS),
        ...(unit.forecast ? forecastList(unit.forecast) : []),
        ...(0,check_text/* checkTable */.D)(unit.checks ?? []),
        ...unit.notes.map((note) => `\n> ${(0,render_text/* markdownText */.p7)(note)}`),
    ];
}
function forecastList(forecast) {
    return ['', '**Rollout**', '', ...(0,forecast_text/* forecastSentences */.s)(forecast).map((sentence) => `- ${(0,render_text/* markdownText */.p7)(sentence)}`)];
}
function danger({ resource, property, loss, forbidden, allowed }) {
    const name = (0,render_text/* markdownCode */.D9)(property ? `${resource}.${property}` : resource);
    const consent = allowed ? 'Allowed in cluster.yaml.' : (0,render_text/* markdownText */.p7)(forbidden ?? '');
    return `\n> [!CAUTION]\n> ${name}: ${(0,render_text/* markdownText */.p7)(loss)} ${consent}`;
}
/** What waits for what. */
function orderSection(units) {
    const graph = (0,dependency_graph/* dependencyGraph */.i)(units);
    return graph.length > 0 ? ['', '### Order', '', ...graph] : [];
}
function spanSection(spans) {
    if (spans.length === 0)
        return [];
    return [
        '',
        '### Timeline',
        '',
        ...(0,gantt/* ganttMarkdown */.o)(spans),
        '',
        '<details><summary>The same as a table</summary>',
        '',
        ...(0,span_table/* spanTable */.N)(spans),
        '',
        '</details>',
    ];
}
function timelineTable(timeline) {
    if (timeline.length === 0)
        return [];
    return [
        '',
        '<details><summary>What happened</summary>',
        '',
        '| After | What happened |',
        '|--:|---|',
        ...timeline.map(({ afterMs, text }) => `| ${(afterMs / 1000).toFixed(0)} s | ${(0,render_text/* markdownText */.p7)(text.trim())} |`),
        '',
        '</details>',
    ];
}

// EXTERNAL MODULE: ./build/health/service/pause.js
var pause = __webpack_require__(9785);
// EXTERNAL MODULE: ./build/health/task/stopped-tasks.js
var stopped_tasks = __webpack_require__(7579);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/service-views.js
var service_views = __webpack_require__(354);
;// CONCATENATED MODULE: ./build/render/timeline/clock-offset.js
/** Clocks that agree to within this do agree: what is seen is seen a little after it happened. */
const AGREED_MS = 60_000;
/**
 * By how much the run's clock is ahead of AWS's. Both are the time of day, unless an emulator keeps scaled time: then
 * they run alike, but began at different times.
 */
function clockOffsetMs(events) {
    const lags = events.flatMap(({ at, event }) => (event.kind === 'service-event' ? [at - event.event.at] : []));
    const least = lags.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
    return Math.abs(least) < AGREED_MS ? 0 : least;
}

;// CONCATENATED MODULE: ./build/render/timeline/spans.js





/**
 * What of a run's events took time: its phases, the states of each deployment, and the life of each task. Empty where
 * nothing rolled.
 */
function spansOf(events, endedAt) {
    const offset = clockOffsetMs(events);
    const shifted = events.map(({ at, event }) => ({ at: at - offset, event }));
    const end = endedAt - offset;
    const rolled = [...deployments(shifted, end), ...tasks(shifted, end)];
    return rolled.length === 0 ? [] : [...phases(shifted, end), ...rolled];
}
function phases(events, end) {
    const titles = events.flatMap(({ at, event }) => (event.kind === 'phase' ? [{ at, title: event.title }] : []));
    return titles.map(({ at, title }, index) => ({
        section: 'Run',
        label: title,
        startMs: at,
        endMs: titles[index + 1]?.at ?? end,
        mark: 'done',
    }));
}
function deployments(events, end) {
    const stages = events.flatMap(({ at, event }) => {
        if (event.kind !== 'rollout')
            return [];
        const primary = (0,service_views/* primaryOf */.O)(event.view);
        const state = event.deployment?.status ?? listedState(primary?.rolloutState);
        const revision = primary && (0,model_arn/* revisionName */.p)(primary.taskDefinition);
        const text = [revision, state, event.deployment && stageText(event.deployment)].filter(Boolean).join(' ');
        return [{ service: event.service, at, text }];
    });
    return [...Map.groupBy(stages, ({ service }) => service)].flatMap(([service, all]) => {
        const changes = all.filter(({ text }, index) => text !== all[index - 1]?.text);
        return changes.map(({ at, text }, index) => {
            const next = changes[index + 1]?.at ?? endOfUnit(events, service) ?? end;
            const mark = /ROLLBACK|STOP|FAILED/.test(text) ? 'failed' : 'done';
            return { section: `Deployment of ${service}`, label: text, startMs: at, endMs: Math.max(at, next), mark };
        });
    });
}
/** A stage with the share of the traffic that it has reached; a wait for an answer is one of its own. */
function stageText(deployment) {
    const { lifecycleStage, productionTrafficPercent } = deployment;
    if (!lifecycleStage)
        return undefined;
    const share = productionTrafficPercent === undefined ? '' : ` ${productionTrafficPercent} percent`;
    return `${lifecycleStage}${share}${(0,pause/* awaitedHook */.lv)(deployment) ? ' waits for an answer' : ''}`;
}
/** Until ECS lists the service deployment, what DescribeServices calls IN_PROGRESS is not yet more than asked for. */
function listedState(rolloutState) {
    return rolloutState === 'IN_PROGRESS' ? 'PENDING' : rolloutState;
}
function endOfUnit(events, service) {
    return events.findLast(({ event }) => event.kind === 'outcome' && event.unit.endsWith(`/${service}`))?.at;
}
function tasks(events, end) {
    const byArn = new Map();
    for (const { event } of events) {
        if (event.kind === 'task-ended')
            byArn.set(event.task.arn, event);
        if (event.kind !== 'tasks')
            continue;
        for (const task of event.tasks)
            byArn.set(task.arn, { service: event.service, task, isWell: false });
    }
    return [...byArn.values()]
        .toSorted((a, b) => (a.task.createdAt ?? 0) - (b.task.createdAt ?? 0))
        .flatMap((seen) => taskSpans(seen, end));
}
function taskSpans({ service, task, isWell }, end) {
    const section = `Tasks of ${service}`;
    const { arn, taskDefinition, createdAt, startedAt, stoppedAt, desiredStatus } = task;
    const name = `task ${(0,model_arn/* arnName */.x)(arn).slice(0, 8)} of ${(0,model_arn/* revisionName */.p)(taskDefinition)}`;
    const isStopped = desiredStatus === 'STOPPED';
    const last = stoppedAt ?? end;
    const mark = isStopped ? (isWell || (0,stopped_tasks/* isReplaced */.tc)(task) ? 'done' : 'failed') : 'going-on';
    const begins = createdAt === undefined
        ? []
        : [
            {
                section,
                label: `${name} starts`,
                startMs: createdAt,
                endMs: startedAt ?? last,
                mark: startedAt ? 'done' : mark,
            },
        ];
    if (startedAt === undefined)
        return begins;
    return [...begins, { section, label: `${name} runs`, startMs: startedAt, endMs: Math.max(startedAt, last), mark }];
}

// EXTERNAL MODULE: ./build/actions/failure.js + 1 modules
var failure = __webpack_require__(8047);
;// CONCATENATED MODULE: ./build/actions/run.js











/**
 * Runs `work` to its end. What it throws is reported and recorded with all that is known by then, and makes the run
 * red.
 */
async function withRun(env, subject, work) {
    const clock = (0,runner_clock/* runnerClock */.P)((0,runner_clock/* timeScale */.M)(env));
    const startedAt = clock.now();
    const results = (0,runner_results/* runnerResults */.x)(env);
    const timeline = [];
    const timed = [];
    const records = [];
    let changed = false;
    let target = { cluster: subject.cluster };
    const emit = (event) => {
        const lines = (0,event_lines/* eventLines */.C)(event);
        process.stdout.write(lines.map((line) => `${line}\n`).join(''));
        timed.push({ at: clock.now(), event });
        if (event.kind === 'wrote')
            changed = true;
        const text = storyLine(event);
        if (text !== undefined)
            timeline.push({ afterMs: clock.now() - startedAt, text });
    };
    const facts = () => ({
        ...subject,
        ...target,
        startedAt,
        endedAt: clock.now(),
        changed,
        spans: spansOf(timed, clock.now()),
    });
    const run = {
        clock,
        progress: { emit },
        signal: cancellation(),
        purpose: [subject.action, subject.mode].filter(Boolean).join('.'),
        changed: () => changed,
        workOn: ({ name, region, source }) => {
            target = { cluster: name, region, clusterFile: source?.['']?.file };
        },
        record: (units, url) => {
            const outcome = overall(units);
            const commit = env['GITHUB_SHA'];
            const path = (0,run_records/* writeRunRecord */.M)({ version: run_record/* RECORD_VERSION */.h, ...facts(), commit, outcome, units, url }, env);
            if (path)
                records.push(path);
        },
        finish: async (title, units, outputs) => {
            const outcome = overall(units);
            const all = { outcome, record: records.join('\n'), ...outputs };
            for (const [name, value] of Object.entries(all))
                await results.setOutput(name, value);
            await results.addSummary(summaryMarkdown(title, units, timeline, spansOf(timed, clock.now())));
            return (0,model_outcome/* isGreen */.gf)(outcome);
        },
    };
    try {
        return await work(run);
    }
    catch (error) {
        (0,failure/* reportFailure */.x)(error, env, { ...facts(), records });
        return false;
    }
}
function overall(units) {
    return (0,model_outcome/* worstOutcome */.Om)(units.map(({ outcome }) => outcome.kind));
}


/***/ }),

/***/ 4916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ createAccount)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


/**
 * Who the credentials belong to (STS GetCallerIdentity, which needs no permission), and where the environment points.
 */
function createAccount(settings, env) {
    const sts = (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
        const client = new STSClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings));
        return { identity: () => client.send(new GetCallerIdentityCommand({})) };
    });
    return {
        accountId: () => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)('asking whose credentials these are', async () => (await (await sts()).identity()).Account ?? ''),
        region: async () => env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined,
    };
}


/***/ }),

/***/ 2749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ chunked)
/* harmony export */ });
/** Calls `read` with at most `size` of the keys at a time, one call after the other; no keys, no call. */
async function chunked(keys, size, read) {
    const answers = [];
    for (let start = 0; start < keys.length; start += size) {
        answers.push(await read(keys.slice(start, start + size)));
    }
    return answers;
}


/***/ }),

/***/ 1811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/**
 * How the SDK's clients are made: retries are its own, with its standard back-off. Without limits of its own a call
 * whose response never comes would never end (JS SDK v3: no request timeout by default). One that took too long is
 * repeated like any other.
 */
function clientConfig({ region, purpose }) {
    const userAgentAppId = purpose === undefined ? 'ecs-gitops' : `ecs-gitops.${purpose}`;
    return {
        region,
        maxAttempts: 5,
        retryMode: 'standard',
        userAgentAppId,
        requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
    };
}
/** Makes a client at its first use: loading one costs 70 ms, and a refused input must not pay for it. */
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ }),

/***/ 542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ createStacks)
});

// EXTERNAL MODULE: ./build/adapters/aws/clients.js
var clients = __webpack_require__(1811);
// EXTERNAL MODULE: ./build/adapters/aws/errors.js
var errors = __webpack_require__(2348);
;// CONCATENATED MODULE: ./build/adapters/aws/cloudformation/change-set-view.js
/**
 * `[WARN] --include-property-values option can return incomplete ChangeSet data because: …` on an otherwise complete
 * answer.
 */
const WARNING = '[WARN] ';
/**
 * One change set from its two descriptions. With IncludePropertyValues CloudFormation leaves out changes that the plain
 * description has, and says so at most in the reason of its status: those resources are taken from the latter and
 * listed as withheld.
 */
function mergeDescriptions(plain, withValues) {
    const valued = new Map(resourceChanges(withValues).map((change) => [change.LogicalResourceId, change]));
    const listed = resourceChanges(plain);
    const ids = new Set(listed.map((change) => change.LogicalResourceId));
    const all = [...listed, ...[...valued.values()].filter((change) => !ids.has(change.LogicalResourceId))];
    return {
        id: plain.ChangeSetId ?? '',
        stackId: plain.StackId ?? '',
        status: plain.Status ?? '',
        statusReason: plain.StatusReason,
        executionStatus: plain.ExecutionStatus ?? '',
        changes: all.map((change) => resourceChange(change, valued.get(change.LogicalResourceId))),
        withheld: withValues ? listed.map(logicalId).filter((id) => !valued.has(id)) : [],
        warning: withValues?.StatusReason?.startsWith(WARNING) ? withValues.StatusReason.slice(WARNING.length) : undefined,
    };
}
function resourceChanges(description) {
    return (description?.Changes ?? []).flatMap(({ ResourceChange: change }) => (change ? [change] : []));
}
function logicalId({ LogicalResourceId = '' }) {
    return LogicalResourceId;
}
function resourceChange(plain, valued) {
    return {
        action: plain.Action ?? 'Modify',
        logicalId: logicalId(plain),
        physicalId: plain.PhysicalResourceId,
        type: plain.ResourceType ?? '',
        replacement: plain.Replacement,
        policyAction: plain.PolicyAction,
        details: details(plain.Details ?? [], valued?.Details ?? []),
        driftStatus: valued?.ResourceDriftStatus ?? plain.ResourceDriftStatus,
        ignoredDrift: (valued?.ResourceDriftIgnoredAttributes ?? plain.ResourceDriftIgnoredAttributes)?.map(({ Path = '', Reason = '' }) => ({ path: Path, reason: Reason })),
        properties: valued && properties(valued),
    };
}
function properties({ BeforeContext, AfterContext, PreviousDeploymentContext, }) {
    return {
        before: contextProperties(BeforeContext),
        after: contextProperties(AfterContext),
        previous: contextProperties(PreviousDeploymentContext),
    };
}
/** CloudFormation cuts large contexts short, so that they are no JSON any more. */
function contextProperties(context) {
    if (context === undefined)
        return undefined;
    try {
        const parsed = JSON.parse(context);
        return parsed.Properties;
    }
    catch {
        return undefined;
    }
}
/** The details with values, then those of properties that only the plain description knows. */
function details(plain, valued) {
    const known = new Set(valued.map(nameOf));
    return [...valued, ...plain.filter((detail) => !known.has(nameOf(detail)))].map((detail) => ({
        path: detail.Target?.Path ?? nameOf(detail),
        before: detail.Target?.BeforeValue,
        after: detail.Target?.AfterValue,
        requiresRecreation: detail.Target?.RequiresRecreation,
        evaluation: detail.Evaluation,
        drift: detail.Target?.Drift && {
            previous: detail.Target.Drift.PreviousValue,
            actual: detail.Target.Drift.ActualValue,
        },
    }));
}
/** The property; for what is no property (tags, policies) what it is. */
function nameOf({ Target }) {
    return Target?.Name ?? Target?.Attribute ?? '';
}

;// CONCATENATED MODULE: ./build/adapters/aws/cloudformation/change-sets.js


function createChangeSets(cloudFormation) {
    const stacks = new Map();
    /** IAM judges by the stack, which an ARN of a change set does not name. */
    const named = (changeSet) => ({ ChangeSetName: changeSet, StackName: stacks.get(changeSet) });
    return {
        createChangeSet: (request) => (0,errors/* calling */.X)(`creating a change set for stack ${request.stackName}`, async () => {
            const { sdk, client } = await cloudFormation();
            try {
                const { Id: id } = await client.send(new sdk.CreateChangeSetCommand(changeSetInput(request)));
                if (id === undefined)
                    return { kind: 'unavailable' };
                stacks.set(id, request.stackName);
                return { kind: 'created', id };
            }
            catch (error) {
                if (isOfState(error))
                    return { kind: 'unavailable' };
                if (request.revertDrift && isOfDriftMode(error))
                    return { kind: 'no-drift', reason: error.message };
                throw error;
            }
        }),
        describeChangeSet: (changeSet) => (0,errors/* calling */.X)('describing a change set', async () => {
            try {
                const plain = await describeWith(cloudFormation, named(changeSet), false);
                const ready = plain.Status === 'CREATE_COMPLETE' && plain.Changes.length > 0;
                return mergeDescriptions(plain, ready ? await describeWith(cloudFormation, named(changeSet), true) : undefined);
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, ...NOT_FOUND))
                    return undefined;
                throw error;
            }
        }),
        changeSetValidationErrors: (changeSet) => (0,errors/* calling */.X)('reading what CloudFormation found wrong', () => validationErrors(cloudFormation, changeSet)),
        changeSets: (stack, prefix) => (0,errors/* calling */.X)(`listing change sets of stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            const pages = await Array.fromAsync(sdk.paginateListChangeSets({ client }, { StackName: stack }));
            const found = pages
                .flatMap((page) => page.Summaries ?? [])
                .map(({ ChangeSetId: id = '', ChangeSetName: name = '' }) => ({ id, name }))
                .filter(({ name }) => name.startsWith(prefix));
            for (const { id } of found)
                stacks.set(id, stack);
            return found;
        }),
        executeChangeSet: (changeSet, { clientRequestToken, deleteOnFailure }) => (0,errors/* calling */.X)('executing a change set', async () => {
            const { sdk, client } = await cloudFormation();
            const command = new sdk.ExecuteChangeSetCommand({
                ...named(changeSet),
                ClientRequestToken: clientRequestToken,
                ...(deleteOnFailure ? {} : { DisableRollback: false }),
            });
            try {
                await accepted(client.send(command));
                return true;
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, 'InvalidChangeSetStatusException', ...NOT_FOUND))
                    return false;
                throw error;
            }
        }),
        deleteChangeSet: (changeSet) => (0,errors/* calling */.X)('deleting a change set', async () => {
            const { sdk, client } = await cloudFormation();
            try {
                await client.send(new sdk.DeleteChangeSetCommand(named(changeSet)));
            }
            catch (error) {
                if (!(0,errors/* isAwsError */.m)(error, ...NOT_FOUND))
                    throw error;
            }
        }),
    };
}
const NOT_FOUND = ['ChangeSetNotFoundException', 'ChangeSetNotFound'];
/**
 * CloudFormation has one code for all that it refuses; these are its words for a stack whose state takes no change set.
 */
function isOfState(error) {
    if (!(0,errors/* isAwsError */.m)(error, 'ValidationError') || !(error instanceof Error))
        return false;
    return /state and can ?not be updated|already exists and cannot be created again/.test(error.message);
}
/** A region, or an endpoint, that does not know DeploymentMode says so in words of its own. */
function isOfDriftMode(error) {
    return error instanceof Error && /DeploymentMode|REVERT_DRIFT|drift/i.test(error.message);
}
async function describeWith(cloudFormation, changeSet, values) {
    const { sdk, client } = await cloudFormation();
    const input = { ...changeSet, IncludePropertyValues: values };
    const [first, ...further] = await Array.fromAsync(sdk.paginateDescribeChangeSet({ client }, input));
    return { ...first, Changes: [first, ...further].flatMap((page) => page?.Changes ?? []) };
}
/** A repeated request that CloudFormation has accepted already is answered with TokenAlreadyExists. */
async function accepted(request) {
    try {
        await request;
    }
    catch (error) {
        if (!(0,errors/* isAwsError */.m)(error, 'TokenAlreadyExistsException'))
            throw error;
    }
}
function changeSetInput(request) {
    return {
        StackName: request.stackName,
        ChangeSetName: request.changeSetName,
        ChangeSetType: request.type,
        TemplateBody: request.template,
        Parameters: Object.entries(request.parameters).map(([ParameterKey, ParameterValue]) => ({
            ParameterKey,
            ParameterValue,
        })),
        Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })),
        Description: request.description,
        Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
        ...(request.deleteOnFailure ? { OnStackFailure: 'DELETE' } : {}),
        ...(request.importExisting ? { ImportExistingResources: true } : {}),
        ...(request.revertDrift ? { DeploymentMode: 'REVERT_DRIFT' } : {}),
    };
}
/** Best effort: a role without cloudformation:DescribeEvents still gets the change set's own reason. */
async function validationErrors(cloudFormation, changeSet) {
    const { sdk, client } = await cloudFormation();
    try {
        const pages = await Array.fromAsync(sdk.paginateDescribeEvents({ client }, { ChangeSetName: changeSet }));
        return pages
            .flatMap((page) => page.OperationEvents ?? [])
            .filter(({ EventType, ValidationStatus }) => EventType === 'VALIDATION_ERROR' && ValidationStatus === 'FAILED')
            .map((event) => ({
            logicalId: event.LogicalResourceId ?? '',
            path: event.ValidationPath,
            message: event.ValidationStatusReason ?? event.ValidationName ?? 'no reason given',
            mode: event.ValidationFailureMode ?? 'FAIL',
        }));
    }
    catch (error) {
        if ((0,errors/* isAwsError */.m)(error, 'AccessDenied', 'AccessDeniedException'))
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/adapters/aws/cloudformation/drift-detection.js

function createDriftDetection(cloudFormation) {
    return {
        detectDrift: (stack) => (0,errors/* calling */.X)(`detecting the drift of stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            try {
                const { StackDriftDetectionId: id } = await client.send(new sdk.DetectStackDriftCommand({ StackName: stack }));
                return id === undefined ? { refusal: 'CloudFormation returned no id' } : { id };
            }
            catch (error) {
                // Also where another detection of the stack is under way.
                if ((0,errors/* isAwsError */.m)(error, 'ValidationError', 'AccessDenied', 'AccessDeniedException') && error instanceof Error)
                    return { refusal: error.message };
                throw error;
            }
        }),
        driftDetection: (id) => (0,errors/* calling */.X)('reading the status of a drift detection', async () => {
            const { sdk, client } = await cloudFormation();
            const { DetectionStatus: status = '', DetectionStatusReason: reason } = await client.send(new sdk.DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id }));
            return { status, reason };
        }),
        driftedResources: (stack) => (0,errors/* calling */.X)(`reading the drift of stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            const command = {
                StackName: stack,
                StackResourceDriftStatusFilters: ['MODIFIED', 'DELETED'],
            };
            const pages = await Array.fromAsync(sdk.paginateDescribeStackResourceDrifts({ client }, command));
            return pages.flatMap((page) => page.StackResourceDrifts ?? []).map(driftedResource);
        }),
    };
}
function driftedResource(drift) {
    return {
        logicalId: drift.LogicalResourceId ?? '',
        type: drift.ResourceType ?? '',
        status: drift.StackResourceDriftStatus ?? '',
        differences: (drift.PropertyDifferences ?? []).map(({ PropertyPath = '', ExpectedValue, ActualValue }) => ({
            path: `/Properties${PropertyPath}`,
            before: ExpectedValue,
            after: ActualValue,
            requiresRecreation: undefined,
            evaluation: undefined,
        })),
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/cloudformation/stack-views.js
/** CloudFormation's answers in domain types. */
function stackView(stack) {
    const { Outputs = [], Parameters = [], Tags = [] } = stack;
    return {
        id: stack.StackId ?? '',
        name: stack.StackName ?? '',
        status: stack.StackStatus ?? '',
        statusReason: stack.StackStatusReason,
        outputs: record(Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
        parameters: record(Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue])),
        tags: record(Tags.map(({ Key, Value }) => [Key, Value])),
        terminationProtection: stack.EnableTerminationProtection ?? false,
    };
}
function record(entries) {
    return Object.fromEntries(entries.map(([key = '', value = '']) => [key, value]));
}
function eventView(event) {
    return {
        eventId: event.EventId ?? '',
        at: event.Timestamp?.getTime() ?? 0,
        logicalId: event.LogicalResourceId ?? '',
        physicalId: event.PhysicalResourceId ?? '',
        type: event.ResourceType ?? '',
        status: event.ResourceStatus ?? '',
        reason: event.ResourceStatusReason,
        clientRequestToken: event.ClientRequestToken,
    };
}
function resourceView(resource) {
    return {
        logicalId: resource.LogicalResourceId ?? '',
        physicalId: resource.PhysicalResourceId ?? '',
        type: resource.ResourceType ?? '',
        status: resource.ResourceStatus ?? '',
    };
}
/**
 * The events of the operation with this token, of one page after another, newest first. `over`: the page holds the
 * operation's beginning, or something older. Events without a token count where an older one of the operation follows:
 * what CloudFormation does by itself need not carry it.
 */
function ofOperation(page, token) {
    const foreign = page.findIndex(({ ClientRequestToken }) => ClientRequestToken && ClientRequestToken !== token);
    const candidates = foreign === -1 ? page : page.slice(0, foreign);
    const oldest = candidates.findLastIndex(({ ClientRequestToken }) => ClientRequestToken === token);
    const events = candidates.slice(0, oldest + 1);
    return { events, over: foreign !== -1 || oldest < page.length - 1 };
}

;// CONCATENATED MODULE: ./build/adapters/aws/cloudformation/stacks.js





function createStacks(settings) {
    const cloudFormation = (0,clients/* once */.O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19));
        return { sdk, client: new sdk.CloudFormationClient((0,clients/* clientConfig */.y)(settings)) };
    });
    return {
        ...createChangeSets(cloudFormation),
        ...createDriftDetection(cloudFormation),
        describe: (stack) => (0,errors/* calling */.X)(`describing stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            try {
                const { Stacks = [] } = await client.send(new sdk.DescribeStacksCommand({ StackName: stack }));
                return Stacks[0] && stackView(Stacks[0]);
            }
            catch (error) {
                if (isMissing(error))
                    return undefined;
                throw error;
            }
        }),
        list: () => (0,errors/* calling */.X)('listing stacks', async () => {
            const { sdk, client } = await cloudFormation();
            const pages = await Array.fromAsync(sdk.paginateDescribeStacks({ client }, {}));
            return pages.flatMap((page) => page.Stacks ?? []).map(stackView);
        }),
        resources: (stack) => (0,errors/* calling */.X)(`listing resources of stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            const pages = await Array.fromAsync(sdk.paginateListStackResources({ client }, { StackName: stack }));
            return pages.flatMap((page) => page.StackResourceSummaries ?? []).map(resourceView);
        }),
        template: (stack) => (0,errors/* calling */.X)(`reading the template of stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            const { TemplateBody = '{}' } = await client.send(new sdk.GetTemplateCommand({ StackName: stack, TemplateStage: 'Original' }));
            return TemplateBody;
        }),
        operationEvents: (stack, clientRequestToken) => (0,errors/* calling */.X)(`reading events of stack ${stack}`, async () => {
            const events = await newestFirst(cloudFormation, stack, clientRequestToken);
            return events.map(eventView).reverse();
        }),
        delete: (stack, clientRequestToken) => (0,errors/* calling */.X)(`deleting stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            await accepted(client.send(new sdk.DeleteStackCommand({ StackName: stack, ClientRequestToken: clientRequestToken })));
        }),
        continueUpdateRollback: (stack, clientRequestToken) => (0,errors/* calling */.X)(`continuing the rollback of stack ${stack}`, async () => {
            const { sdk, client } = await cloudFormation();
            await accepted(client.send(new sdk.ContinueUpdateRollbackCommand({ StackName: stack, ClientRequestToken: clientRequestToken })));
        }),
    };
}
async function newestFirst(cloudFormation, stack, token) {
    const { sdk, client } = await cloudFormation();
    const found = [];
    for await (const page of sdk.paginateDescribeStackEvents({ client }, { StackName: stack })) {
        const { events, over } = ofOperation(page.StackEvents ?? [], token);
        found.push(...events);
        if (over)
            break;
    }
    return found;
}
/** CloudFormation has no error code of its own for a stack that does not exist. */
function isMissing(error) {
    return (0,errors/* isAwsError */.m)(error, 'ValidationError') && error instanceof Error && error.message.includes('does not exist');
}


/***/ }),

/***/ 6454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ unlessMissing),
/* harmony export */   b: () => (/* binding */ ecsClient)
/* harmony export */ });
/* harmony import */ var _clients_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1811);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2348);


function ecsClient(settings) {
    return (0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
        return { sdk, client: new sdk.ECSClient((0,_clients_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)(settings)) };
    });
}
/** `missing` where the cluster or the service does not exist. */
async function unlessMissing(missing, read) {
    try {
        return await read();
    }
    catch (error) {
        const isMissing = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'ClusterNotFoundException', 'ServiceNotFoundException', 'ServiceNotActiveException');
        if (isMissing)
            return missing;
        throw error;
    }
}


/***/ }),

/***/ 5193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ serviceDeploymentView),
/* harmony export */   r5: () => (/* binding */ serviceView),
/* harmony export */   vV: () => (/* binding */ taskView)
/* harmony export */ });
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5909);
/* harmony import */ var _json_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1817);


/** ECS's shapes as views. */
function serviceView(service) {
    const { events, tags: _, ...described } = service;
    return {
        arn: service.serviceArn ?? '',
        name: service.serviceName ?? '',
        status: service.status ?? '',
        desiredCount: service.desiredCount ?? 0,
        runningCount: service.runningCount ?? 0,
        pendingCount: service.pendingCount ?? 0,
        taskDefinition: service.taskDefinition ?? '',
        deployments: (service.deployments ?? []).map(deploymentView),
        currentServiceDeployment: service.currentServiceDeployment,
        events: (events ?? []).map(({ id = '', createdAt, message = '' }) => ({
            id,
            at: createdAt?.getTime() ?? 0,
            message,
        })),
        tags: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .tagRecord */ .C3)(service.tags),
        description: (0,_json_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(described),
    };
}
function deploymentView(deployment) {
    return {
        id: deployment.id ?? '',
        status: deployment.status ?? '',
        taskDefinition: deployment.taskDefinition ?? '',
        desiredCount: deployment.desiredCount ?? 0,
        pendingCount: deployment.pendingCount ?? 0,
        runningCount: deployment.runningCount ?? 0,
        failedTasks: deployment.failedTasks ?? 0,
        rolloutState: deployment.rolloutState,
        rolloutStateReason: deployment.rolloutStateReason,
        createdAt: deployment.createdAt?.getTime() ?? 0,
    };
}
function serviceDeploymentView(deployment) {
    const arn = deployment.serviceDeploymentArn ?? '';
    const { rollback, deploymentCircuitBreaker: breaker, targetServiceRevision: target } = deployment;
    return {
        arn,
        id: (0,_model_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .arnName */ .x)(arn),
        status: deployment.status ?? '',
        statusReason: deployment.statusReason,
        createdAt: deployment.createdAt?.getTime() ?? 0,
        finishedAt: deployment.finishedAt?.getTime(),
        lifecycleStage: deployment.lifecycleStage,
        targetRevisionArn: target?.arn,
        sourceRevisionArns: (deployment.sourceServiceRevisions ?? []).flatMap((revision) => revision.arn ?? []),
        requestedTasks: target?.requestedTaskCount ?? 0,
        runningTasks: target?.runningTaskCount ?? 0,
        pendingTasks: target?.pendingTaskCount ?? 0,
        rollback: rollback && { reason: rollback.reason, revisionArn: rollback.serviceRevisionArn },
        circuitBreaker: breaker && {
            status: breaker.status ?? '',
            failureCount: breaker.failureCount ?? 0,
            threshold: breaker.threshold ?? 0,
        },
        triggeredAlarms: deployment.alarms?.triggeredAlarmNames ?? [],
        testTrafficPercent: target?.requestedTestTrafficWeight,
        productionTrafficPercent: target?.requestedProductionTrafficWeight,
        hooks: (deployment.lifecycleHookDetails ?? []).map((hook) => ({
            id: hook.hookId ?? '',
            targetType: hook.targetType ?? '',
            status: hook.status ?? '',
            expiresAt: hook.expiresAt?.getTime(),
            timeoutAction: hook.timeoutAction,
        })),
    };
}
/** `instances` are EC2 instance ids by the ARN of the container instance. */
function taskView(task, instances) {
    return {
        arn: task.taskArn ?? '',
        taskDefinition: task.taskDefinitionArn ?? '',
        startedBy: task.startedBy,
        lastStatus: task.lastStatus ?? '',
        desiredStatus: task.desiredStatus ?? '',
        healthStatus: task.healthStatus,
        stopCode: task.stopCode,
        stoppedReason: task.stoppedReason,
        createdAt: task.createdAt?.getTime(),
        startedAt: task.startedAt?.getTime(),
        stoppingAt: task.stoppingAt?.getTime(),
        stoppedAt: task.stoppedAt?.getTime(),
        containerInstanceArn: task.containerInstanceArn,
        ec2InstanceId: instances.get(task.containerInstanceArn ?? ''),
        privateIpv4Address: task.containers?.[0]?.networkInterfaces?.[0]?.privateIpv4Address,
        containers: (task.containers ?? []).map(containerView),
    };
}
function containerView({ name = '', lastStatus = '', exitCode, reason, networkBindings }) {
    const bindings = (networkBindings ?? []).map(({ containerPort = 0, hostPort = 0 }) => ({ containerPort, hostPort }));
    return { name, lastStatus, exitCode, reason, bindings };
}


/***/ }),

/***/ 2442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ createServices)
});

// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/adapters/aws/chunks.js
var chunks = __webpack_require__(2749);
// EXTERNAL MODULE: ./build/adapters/aws/errors.js
var errors = __webpack_require__(2348);
// EXTERNAL MODULE: ./build/adapters/aws/first-use.js
var first_use = __webpack_require__(127);
// EXTERNAL MODULE: ./build/adapters/aws/json-shape.js
var json_shape = __webpack_require__(1817);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/ecs-client.js
var ecs_client = __webpack_require__(6454);
// EXTERNAL MODULE: ./build/adapters/aws/ecs/service-views.js
var service_views = __webpack_require__(5193);
;// CONCATENATED MODULE: ./build/adapters/aws/ecs/service-deployments.js





const DESCRIBED = 20;
const LISTED = 100;
/** What ECS keeps of each deployment of a service. */
function createServiceDeployments(ecs) {
    return {
        deployments: (cluster, service, { statuses, createdAfter, newest } = {}) => (0,errors/* calling */.X)(`listing deployments of service ${service}`, async () => {
            const briefs = await list(await ecs(), {
                cluster,
                service,
                maxResults: LISTED,
                ...(statuses ? { status: [...statuses] } : {}),
                ...(createdAfter === undefined ? {} : { createdAt: { after: new Date(createdAfter) } }),
            });
            const sorted = briefs.toSorted((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
            const arns = sorted.slice(0, newest).flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
            const views = await describe(await ecs(), arns);
            return views.toSorted((a, b) => b.createdAt - a.createdAt);
        }),
        deploymentsByArn: (arns) => (0,errors/* calling */.X)('describing service deployments', async () => {
            const views = new Map((await describe(await ecs(), arns)).map((view) => [view.arn, view]));
            return arns.map((arn) => views.get(arn));
        }),
        revisions: (arns) => (0,errors/* calling */.X)('describing service revisions', async () => {
            const { sdk, client } = await ecs();
            const pages = await (0,chunks/* chunked */.z)(arns, DESCRIBED, (serviceRevisionArns) => client.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns })));
            return pages
                .flatMap((page) => page.serviceRevisions ?? [])
                .map((revision) => ({
                arn: revision.serviceRevisionArn ?? '',
                taskDefinition: revision.taskDefinition ?? '',
                description: (0,json_shape/* jsonOf */.o_)(revision),
            }));
        }),
        rollBack: (serviceDeploymentArn) => (0,errors/* calling */.X)(`rolling back ${serviceDeploymentArn}`, async () => {
            const { sdk, client } = await ecs();
            try {
                await client.send(new sdk.StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
                return true;
            }
            catch (error) {
                if ((0,errors/* isAwsError */.m)(error, 'ConflictException', 'ServiceDeploymentNotFoundException'))
                    return false;
                throw error;
            }
        }),
        answerHook: (serviceDeploymentArn, hookId, action) => (0,errors/* calling */.X)(`answering the pause of ${serviceDeploymentArn}`, async () => {
            const { sdk, client } = await ecs();
            try {
                await client.send(new sdk.ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action }));
                return true;
            }
            catch (error) {
                const isOver = (0,errors/* isAwsError */.m)(error, 'InvalidParameterException', 'ServiceDeploymentNotFoundException');
                if (isOver || (0,errors/* isAwsError */.m)(error, 'ConflictException'))
                    return false;
                throw error;
            }
        }),
    };
}
/** The SDK has no paginator for ListServiceDeployments. */
async function list({ sdk, client }, request) {
    const briefs = [];
    let nextToken;
    do {
        const page = await (0,ecs_client/* unlessMissing */.F)(undefined, () => client.send(new sdk.ListServiceDeploymentsCommand({ ...request, ...(nextToken ? { nextToken } : {}) })));
        briefs.push(...(page?.serviceDeployments ?? []));
        nextToken = page?.nextToken;
    } while (nextToken);
    return briefs;
}
async function describe({ sdk, client }, arns) {
    const pages = await (0,chunks/* chunked */.z)(arns, DESCRIBED, (serviceDeploymentArns) => client.send(new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns })));
    return pages.flatMap((page) => page.serviceDeployments ?? []).map(service_views/* serviceDeploymentView */.Ec);
}

// EXTERNAL MODULE: ./build/adapters/aws/ecs/tasks.js
var tasks = __webpack_require__(4479);
;// CONCATENATED MODULE: ./build/adapters/aws/ecs/services.js









const services_DESCRIBED = 10;
function createServices(settings) {
    const ecs = (0,ecs_client/* ecsClient */.b)(settings);
    return {
        ...createServiceDeployments(ecs),
        describe: (cluster, names) => (0,errors/* calling */.X)(`describing services ${names.join(', ')}`, async () => {
            const { sdk, client } = await ecs();
            const pages = await (0,ecs_client/* unlessMissing */.F)([], () => (0,chunks/* chunked */.z)(names, services_DESCRIBED, (services) => client.send(new sdk.DescribeServicesCommand({ cluster, services, include: ['TAGS'] }))));
            const found = pages.flatMap((page) => page.services ?? []).map(service_views/* serviceView */.r5);
            const live = new Map(found.filter(({ status }) => status !== 'INACTIVE').map((view) => [view.name, view]));
            return names.map((name) => live.get(name));
        }),
        list: (cluster) => (0,errors/* calling */.X)(`listing services of ${cluster}`, async () => {
            const { sdk, client } = await ecs();
            const pages = await (0,ecs_client/* unlessMissing */.F)([], () => Array.fromAsync(sdk.paginateListServices({ client }, { cluster })));
            return pages.flatMap((page) => page.serviceArns ?? []).map((arn) => (0,model_arn/* arnName */.x)(arn));
        }),
        create: (cluster, request, tags) => (0,first_use/* callingOnFirstUse */.l)(`creating service ${request['serviceName']}`, async () => {
            const { sdk, client } = await ecs();
            const input = { ...request, cluster, tags: (0,json_shape/* tagList */.Tw)(tags) };
            const { service } = await client.send(new sdk.CreateServiceCommand(input));
            return required(service && (0,service_views/* serviceView */.r5)(service));
        }),
        update: (cluster, name, request) => (0,first_use/* callingOnFirstUse */.l)(`updating service ${name}`, async () => {
            const { sdk, client } = await ecs();
            const input = { ...request, cluster, service: name };
            const { service } = await client.send(new sdk.UpdateServiceCommand(input));
            return required(service && (0,service_views/* serviceView */.r5)(service));
        }),
        tag: (resourceArn, tags) => (0,errors/* calling */.X)(`tagging ${resourceArn}`, async () => {
            const { sdk, client } = await ecs();
            await client.send(new sdk.TagResourceCommand({ resourceArn, tags: (0,json_shape/* tagList */.Tw)(tags) }));
        }),
        delete: (cluster, service) => (0,errors/* calling */.X)(`deleting service ${service}`, async () => {
            const { sdk, client } = await ecs();
            await client.send(new sdk.DeleteServiceCommand({ cluster, service, force: true }));
        }),
        tasks: (cluster, serviceName, desiredStatus) => (0,errors/* calling */.X)(`reading ${desiredStatus.toLowerCase()} tasks of service ${serviceName}`, async () => (0,ecs_client/* unlessMissing */.F)([], async () => (0,tasks/* readTasks */.j)(await ecs(), cluster, { serviceName, desiredStatus }))),
    };
}
function required(view) {
    if (!view)
        throw new Error('ECS answered without a service');
    return view;
}


/***/ }),

/***/ 4479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readTasks)
/* harmony export */ });
/* harmony import */ var _chunks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2749);
/* harmony import */ var _service_views_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5193);


const DESCRIBED = 100;
/** The tasks that ListTasks finds, joined with the EC2 instances on which they run. */
async function readTasks({ sdk, client }, cluster, filter) {
    const lists = await Array.fromAsync(sdk.paginateListTasks({ client }, { cluster, ...filter }));
    const arns = lists.flatMap((list) => list.taskArns ?? []);
    const described = await (0,_chunks_js__WEBPACK_IMPORTED_MODULE_0__/* .chunked */ .z)(arns, DESCRIBED, (tasks) => client.send(new sdk.DescribeTasksCommand({ cluster, tasks })));
    const tasks = described.flatMap((page) => page.tasks ?? []);
    const hosts = [...new Set(tasks.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? []))];
    const instances = await (0,_chunks_js__WEBPACK_IMPORTED_MODULE_0__/* .chunked */ .z)(hosts, DESCRIBED, (containerInstances) => client.send(new sdk.DescribeContainerInstancesCommand({ cluster, containerInstances })));
    const ids = instances
        .flatMap((page) => page.containerInstances ?? [])
        .map(({ containerInstanceArn = '', ec2InstanceId = '' }) => [containerInstanceArn, ec2InstanceId]);
    return tasks.map((task) => (0,_service_views_js__WEBPACK_IMPORTED_MODULE_1__/* .taskView */ .vV)(task, new Map(ids)));
}


/***/ }),

/***/ 2348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ calling),
/* harmony export */   m: () => (/* binding */ isAwsError)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _model_next_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);


const UNAVAILABLE = new Set([
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'ServerException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'InternalFailure',
    'InternalError',
    'RequestTimeout',
    'TimeoutError',
    // A 200 whose body was cut short: the SDK fails to parse it and does not retry.
    'SyntaxError',
]);
const NETWORK = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** A ClientException that goes away by itself: another run registers a revision of the same family at this moment. */
const PASSING = /^Too many concurrent attempts to create a new revision/;
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'NotAuthorized']);
const CREDENTIALS = new Set([
    'CredentialsProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
]);
/**
 * Whether AWS refused with one of these error codes. Adapters turn such refusals into values before translating the
 * rest.
 */
function isAwsError(error, ...names) {
    return error instanceof Error && names.includes(error.name);
}
/**
 * Runs one AWS call and translates what it throws: the only place where the SDK's errors become ours.
 * `doing` completes "while …", e.g. `describing service web`.
 */
async function calling(doing, call) {
    try {
        return await call();
    }
    catch (error) {
        throw translated(error, doing);
    }
}
function translated(error, doing) {
    if (error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h)
        return error;
    if (!(error instanceof Error))
        return failure('INTERNAL', `${String(error)} (while ${doing}).`, error);
    const sdk = error;
    return failure(codeOf(sdk), `${sdk.name}: ${sdk.message} (while ${doing}).`, sdk);
}
function codeOf(error) {
    const status = error.$metadata?.httpStatusCode ?? 0;
    if (CREDENTIALS.has(error.name))
        return 'CREDENTIALS_MISSING';
    if (DENIED.has(error.name))
        return 'ACCESS_DENIED';
    if (UNAVAILABLE.has(error.name) || error.$retryable?.throttling || status >= 500)
        return 'AWS_UNAVAILABLE';
    if (NETWORK.has(error.code ?? '') || PASSING.test(error.message))
        return 'AWS_UNAVAILABLE';
    return status >= 400 ? 'AWS_REFUSED' : 'INTERNAL';
}
const HINTS = {
    CREDENTIALS_MISSING: 'Give the job AWS credentials before this step, e.g. with aws-actions/configure-aws-credentials and permissions: id-token: write.',
    ACCESS_DENIED: 'Add the action to the role that this job assumes; docs/security.md lists what each action needs.',
    AWS_UNAVAILABLE: _model_next_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .RUN_AGAIN */ .B,
    AWS_REFUSED: 'Correct the config or the account as the message of AWS says, then run the job again.',
};
function failure(code, message, cause) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h(code, message, {
        hint: HINTS[code] ?? 'This is a defect; please report it with the log.',
        cause,
    });
}


/***/ }),

/***/ 127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ callingOnFirstUse)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);


/**
 * Refusals that pass by themselves within a minute: a service-linked role is created by the first call that needs it,
 * and a new role takes 10–20 seconds to be known everywhere (aws-facts §9.5).
 */
const RACES = [
    /Unable to assume the service linked role/i,
    /Unable to assume (the )?role/i,
    /Unable to assume IAM role/i,
    /Role is not valid/i,
];
/** Runs a call that such a race can refuse; then the error is AWS_UNAVAILABLE, so that it is repeated. */
function callingOnFirstUse(doing, call) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .calling */ .X)(doing, async () => {
        try {
            return await call();
        }
        catch (error) {
            if (!(error instanceof Error) || !RACES.some((race) => race.test(error.message)))
                throw error;
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('AWS_UNAVAILABLE', `${error.name}: ${error.message} (while ${doing}).`, {
                hint: "Run the job again; if it fails again, correct the role's trust policy, which must let the service assume the role.",
                cause: error,
            });
        }
    });
}


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ tagRecord),
/* harmony export */   Tw: () => (/* binding */ tagList),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/** An answer of the SDK as plain JSON: members without a value are left out, times become ISO 8601 texts. */
function jsonOf(shape) {
    return JSON.parse(JSON.stringify(shape));
}
/** Tags as ECS writes them, as a record. */
function tagRecord(tags) {
    return Object.fromEntries((tags ?? []).map(({ key = '', value = '' }) => [key, value]));
}
/** A record as ECS writes tags. */
function tagList(tags) {
    return Object.entries(tags).map(([key, value]) => ({ key, value }));
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
        rules: (listenerArn) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`listing rules of ${listenerArn}`, async () => {
            const { sdk, client } = await elb();
            try {
                const pages = await Array.fromAsync(sdk.paginateDescribeRules({ client }, { ListenerArn: listenerArn }));
                return pages
                    .flatMap((page) => page.Rules ?? [])
                    .filter(({ IsDefault }) => !IsDefault)
                    .map(({ RuleArn = '', Priority }) => ({ arn: RuleArn, priority: Number(Priority) }));
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'ListenerNotFoundException', 'ListenerNotFound'))
                    return [];
                throw error;
            }
        }),
        targetGroup: (name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)(`looking for target group ${name}`, async () => {
            const { sdk, client } = await elb();
            try {
                const { TargetGroups } = await client.send(new sdk.DescribeTargetGroupsCommand({ Names: [name] }));
                return TargetGroups?.[0]?.TargetGroupArn;
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound'))
                    return undefined;
                throw error;
            }
        }),
        forwards: (ruleArns) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .calling */ .X)('describing listener rules', async () => {
            const { sdk, client } = await elb();
            // One rule that is not there would make the whole call fail.
            const pages = await Promise.all(ruleArns.map(async (arn) => {
                try {
                    return await client.send(new sdk.DescribeRulesCommand({ RuleArns: [arn] }));
                }
                catch (error) {
                    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isAwsError */ .m)(error, 'RuleNotFoundException', 'RuleNotFound'))
                        return undefined;
                    throw error;
                }
            }));
            return pages.flatMap((page) => page?.Rules ?? []).map(forwardView);
        }),
    };
}
/**
 * A forward action names its groups in ForwardConfig, with weights; where there is only one, also or only by itself.
 */
function forwardView({ RuleArn = '', Actions = [] }) {
    const action = Actions.find(({ Type }) => Type === 'forward');
    const listed = (action?.ForwardConfig?.TargetGroups ?? []).map(({ TargetGroupArn = '', Weight = 1 }) => ({
        arn: TargetGroupArn,
        weight: Weight,
    }));
    const only = action?.TargetGroupArn ? [{ arn: action.TargetGroupArn, weight: 1 }] : [];
    return { ruleArn: RuleArn, targetGroups: listed.length > 0 ? listed : only };
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

/***/ 1390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ timeScale),
/* harmony export */   P: () => (/* binding */ runnerClock)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);

/** The real clock, `scale` times as fast. */
function runnerClock(scale) {
    const start = Date.now();
    return {
        now: () => start + (Date.now() - start) * scale,
        random: Math.random,
        sleep: (ms, signal) => new Promise((resolve, reject) => {
            signal?.throwIfAborted();
            const abort = () => {
                clearTimeout(timer);
                reject(signal?.reason);
            };
            const timer = setTimeout(() => {
                signal?.removeEventListener('abort', abort);
                resolve();
            }, ms / scale);
            signal?.addEventListener('abort', abort, { once: true });
        }),
    };
}
/**
 * ECS_GITOPS_TIME_SCALE: how many times as fast as real time the run's clock goes, for the emulator. Against AWS a
 * scaled clock would give up long before AWS is done, so it is refused unless AWS_ENDPOINT_URL is on loopback.
 */
function timeScale(env) {
    const given = env['ECS_GITOPS_TIME_SCALE'];
    if (!given)
        return 1;
    const scale = Number(given);
    if (!(scale > 0) || !Number.isFinite(scale)) {
        throw refusal(`ECS_GITOPS_TIME_SCALE is ${JSON.stringify(given)}.`, 'Give a number above 0, or unset it.');
    }
    if (scale !== 1 && !isLoopback(env['AWS_ENDPOINT_URL'])) {
        throw refusal('ECS_GITOPS_TIME_SCALE is set, but AWS_ENDPOINT_URL is not on loopback.', 'Unset it: only the emulator supports scaled time.');
    }
    return scale;
}
function isLoopback(endpoint) {
    if (!endpoint || !URL.canParse(endpoint))
        return false;
    const { hostname } = new URL(endpoint);
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
function refusal(message, hint) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('TIME_SCALE_REFUSED', message, { hint });
}


/***/ }),

/***/ 3783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ remainingMs),
/* harmony export */   _: () => (/* binding */ patience)
/* harmony export */ });
/** Zero once the deadline has passed. */
function remainingMs({ deadline, clock }) {
    return Math.max(0, deadline - clock.now());
}
/** What waiting takes from the run: the time that is left, and its signal. */
function patience({ signal, ...run }) {
    return { withinMs: remainingMs(run), signal };
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
 * Makes sure that the credentials and the environment belong to the account and region that config names, before
 * anything is written. Throws WRONG_ACCOUNT or WRONG_REGION.
 */
async function guardTarget({ name, account, region, source }, port) {
    const liveRegion = await port.region();
    if (liveRegion !== undefined && liveRegion !== region) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('WRONG_REGION', `The job runs in ${liveRegion}, but cluster ${name} is in ${region}.`, {
            hint: `Set AWS_REGION to ${region} (aws-region of configure-aws-credentials), or correct region in cluster.yaml.`,
            at: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionOf */ .d)(source, ['region']),
        });
    }
    const liveAccount = await port.accountId();
    if (liveAccount !== account) {
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h('WRONG_ACCOUNT', `The credentials belong to account ${liveAccount}, but cluster ${name} belongs to ${account}.`, {
            hint: `Let the job assume a role of account ${account}, or correct account in cluster.yaml.`,
            at: (0,_model_source_js__WEBPACK_IMPORTED_MODULE_1__/* .positionOf */ .d)(source, ['account']),
        });
    }
}


/***/ }),

/***/ 4007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readService),
/* harmony export */   z: () => (/* binding */ readLiveServices)
/* harmony export */ });
/** undefined where ECS does not know the service. */
async function readService(services, cluster, name) {
    const [service] = await services.describe(cluster, [name]);
    return service;
}
/** All services of the cluster. */
async function readLiveServices(services, cluster) {
    const names = await services.list(cluster);
    const described = names.length > 0 ? await services.describe(cluster, names) : [];
    return described.filter((service) => service !== undefined);
}


/***/ }),

/***/ 4637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ tellOutcome)
/* harmony export */ });
/** Tells how a unit has ended; what is asked at a URL is a unit too. */
function tellOutcome({ id }, outcome, progress) {
    progress.emit({ kind: 'outcome', unit: id, outcome });
}


/***/ }),

/***/ 9814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ waitFor)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2011);

const SLOWEST_MS = 15_000;
/**
 * The only loop that sleeps. It decides nothing: `assess` does. A look that AWS could not answer (AWS_UNAVAILABLE:
 * throttled, 5xx, network) slows the loop down and is repeated until the deadline, after which the error is thrown. The
 * last look is taken at or after the deadline, so that a verdict is never older than the time-out. Throws the signal's
 * reason when aborted.
 */
async function waitFor(options, { clock, progress }) {
    const usual = options.everyMs ?? 1_000;
    const deadline = clock.now() + options.withinMs;
    let every = usual;
    let said = '';
    for (;;) {
        options.signal?.throwIfAborted();
        const overdue = clock.now() >= deadline;
        try {
            const view = await unlessAborted(options.observe(), options.signal);
            const health = options.assess(view, clock.now());
            if (health.state !== 'pending')
                return { kind: health.state, view, message: health.message };
            if (health.message !== said)
                progress.emit({ kind: 'waiting', subject: options.subject, message: health.message });
            said = health.message;
            if (overdue)
                return { kind: 'timed-out', view, message: health.message };
            every = Math.max(usual, every / 2);
        }
        catch (error) {
            if (overdue || !isUnavailable(error))
                throw error;
            every = Math.min(every * 2, SLOWEST_MS);
        }
        const pause = every * (0.8 + 0.4 * clock.random());
        await clock.sleep(Math.min(pause, Math.max(0, deadline - clock.now())), options.signal);
    }
}
/** Does not wait for an answer that comes too late for whoever cancelled. */
function unlessAborted(work, signal) {
    if (!signal)
        return work;
    return new Promise((resolve, reject) => {
        const abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}
function isUnavailable(error) {
    return error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolkitError */ .h && error.code === 'AWS_UNAVAILABLE';
}


/***/ }),

/***/ 7579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cV: () => (/* binding */ explainStop),
/* harmony export */   tc: () => (/* binding */ isReplaced),
/* harmony export */   xS: () => (/* binding */ groupStops)
/* harmony export */ });
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
    const text = withoutIds(reason ?? stopCode ?? 'ECS gives no reason');
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
function withoutIds(text) {
    return text.replace(/[0-9a-f]{32}/g, '…');
}


/***/ }),

/***/ 9967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ RUN_AGAIN)
/* harmony export */ });
/** The next step after a run that ended before its work was done: every action starts from what AWS has now. */
const RUN_AGAIN = 'Run the job again: it continues where this run ended.';


/***/ }),

/***/ 354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ primaryOf)
/* harmony export */ });
/** The deployment that ECS means to keep: the one that was started last, or the one that it went back to. */
function primaryOf({ deployments }) {
    return deployments.find(({ status }) => status === 'PRIMARY');
}


/***/ }),

/***/ 1147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ propertyTable)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9822);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5629);


const GLYPHS = { add: '➕', modify: '✏️', replace: '🔁', remove: '🗑️' };
const KEPT = '📤';
const EFFECTS = { add: 'created', modify: 'in place', replace: '**replaced**', remove: '**deleted**' };
const CERTAINTY = { certain: '', conditional: ' (perhaps)', 'known-after-apply': ' (known after apply)' };
/**
 * A row for each property that changes, or only for each resource, where all come and go as a whole. What is live in a
 * stack now has a column only where somebody changed it; of a service that is all there is to compare with.
 */
function propertyTable({ kind, changes }, limits) {
    if (changes.length === 0)
        return [];
    const before = columnsBefore(kind, changes);
    const columns = ['', 'Resource', ...(before.length > 0 ? ['Property', ...before, 'After'] : []), 'Effect'];
    return [
        `| ${columns.join(' | ')} |`,
        `|${'---|'.repeat(columns.length)}`,
        ...changes.flatMap((change) => changeRows(change, before.length, limits)),
    ];
}
function columnsBefore(kind, changes) {
    const properties = changes.flatMap((change) => change.properties);
    if (properties.length === 0)
        return [];
    if (kind === 'service')
        return ['Live now'];
    return properties.some(({ live }) => live !== undefined) ? ['Live now', 'Last deployed'] : ['Last deployed'];
}
function changeRows(change, columnsBefore, { longestValue, mostRows }) {
    const { action, resource, type, properties, isKept } = change;
    const glyph = action === 'remove' && isKept ? KEPT : GLYPHS[action];
    const name = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(resource, 120))} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .typeText */ .wQ)(type))}`;
    const line = (cells) => `| ${[glyph, name, ...cells].join(' | ')} |`;
    const blank = Array.from({ length: columnsBefore > 0 ? columnsBefore + 2 : 0 }, () => '');
    const rows = properties
        .slice(0, mostRows)
        .map((property) => line([
        (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(property.path, 160)),
        ...valueCells(property, columnsBefore > 1, longestValue),
        effectText(change, property),
    ]));
    if (rows.length === 0)
        return [line([...blank, effectText(change, undefined)])];
    const left = properties.length - rows.length;
    return left > 0 ? [...rows, line([`and ${left} more`, ...blank.slice(1), ''])] : rows;
}
function valueCells({ live, before, after }, hasDrift, longest) {
    const [now, ...others] = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)([live ?? before, before, after], longest).map(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueCell */ .S7);
    return hasDrift ? [`${live ? '⚠️ ' : ''}${now}`, ...others] : others;
}
function effectText(change, property) {
    const reverts = property?.live ? ', **reverts a change by hand**' : '';
    return `${actionText(change)}${CERTAINTY[change.certainty]}${reverts}`;
}
function actionText({ isLater, ...change }) {
    return isLater ? `${doneText(change)} later, **not by this merge**` : doneText(change);
}
function doneText({ action, isKept, isMadeAgain }) {
    if (isMadeAgain)
        return '**created again** (was deleted by hand)';
    if (!isKept)
        return EFFECTS[action];
    return action === 'remove' ? 'leaves the stack, **kept**' : `${EFFECTS[action]}, the old one is kept`;
}


/***/ }),

/***/ 5629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ unitName),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   S7: () => (/* binding */ valueCell),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   wQ: () => (/* binding */ typeText)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9822);

/** Values of one property, long ones reduced to where they differ. */
function shortened(values, longest) {
    const texts = values.flatMap((value) => (value.kind === 'value' ? [value.text] : []));
    const excerpts = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .excerptsAround */ .gG)(texts, longest).values();
    return values.map((value) => (value.kind === 'value' ? { ...value, text: excerpts.next().value ?? '' } : value));
}
/** A value in a cell of a table. */
function valueCell(value) {
    switch (value.kind) {
        case 'value':
            return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(value.text);
        case 'absent':
            return '*(absent)*';
        case 'secret':
            return '*(differs, not shown)*';
        case 'known-after-apply':
            return '*(known after apply)*';
        case 'withheld':
            return '*(not shown by CloudFormation)*';
    }
}
/** `3 min 12 s`, or `45 s`. */
function durationText(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A resource's type without what every one has: `ElasticLoadBalancingV2 TargetGroup`. */
function typeText(type) {
    return type.replace(/^AWS::/, '').replaceAll('::', ' ');
}
/** The name that a person knows a unit by: `api` of `service/web/api`. */
function unitName(id) {
    return id.split('/').at(-1) ?? id;
}


/***/ }),

/***/ 3565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ dependencyGraph)
/* harmony export */ });
/* harmony import */ var _timeline_gantt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6743);

/** Mermaid draws no more edges than this by default. */
const MOST_EDGES = 400;
/** What waits for what, as a Mermaid chart; empty where nothing does, or where there is too much to draw. */
function dependencyGraph(units) {
    const ids = units.map(({ id }) => id);
    const edges = units.flatMap(({ id, needs }) => needs.filter((need) => ids.includes(need)).map((need) => [ids.indexOf(need), ids.indexOf(id)]));
    if (edges.length === 0 || edges.length > MOST_EDGES)
        return [];
    const nodes = [...new Set(edges.flat())].map((index) => `  n${index}["${(0,_timeline_gantt_js__WEBPACK_IMPORTED_MODULE_0__/* .chartText */ .C)(ids[index] ?? '')}"]`);
    return ['```mermaid', 'flowchart LR', ...nodes, ...edges.map(([from, to]) => `  n${from} --> n${to}`), '```'];
}


/***/ }),

/***/ 6743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ chartText),
/* harmony export */   o: () => (/* binding */ ganttMarkdown)
/* harmony export */ });
/** What Mermaid takes at most; beyond it a reader sees an error instead of a chart. */
const LIMIT = 50_000;
const HEAD = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', '  todayMarker off'];
const MARKS = { done: 'done, ', failed: 'crit, ', 'going-on': 'active, ' };
/**
 * A Mermaid chart of spans, as Markdown; the last ones are left out where it would grow too large. Empty without spans.
 */
function ganttMarkdown(spans) {
    if (spans.length === 0)
        return [];
    const lines = [...HEAD];
    let size = lines.join('\n').length;
    let section;
    let shown = 0;
    for (const span of spans) {
        const fresh = [...(span.section === section ? [] : [`  section ${chartText(span.section)}`]), barOf(span)];
        size += fresh.join('\n').length + 1;
        if (size > LIMIT)
            break;
        lines.push(...fresh);
        section = span.section;
        shown += 1;
    }
    const left = spans.length - shown;
    return [
        '```mermaid',
        ...lines,
        '```',
        ...(left > 0 ? ['', `${left} more did not fit into the chart; the table has them.`] : []),
    ];
}
function barOf({ label, mark, startMs, endMs }) {
    // Without any length Mermaid would not draw it.
    const [start, end] = [Math.round(startMs), Math.max(Math.round(endMs), Math.round(startMs) + 1)];
    return `  ${chartText(label)} :${MARKS[mark]}${start}, ${end}`;
}
/** Words that Mermaid takes for a statement of its own at the start of a line. */
const STATEMENTS = /^(gantt|title|section|dateFormat|axisFormat|tickInterval|excludes|includes|inclusiveEndDates|topAxis|todayMarker|weekday|weekend|acc(Title|Descr)|click|call|href|vert)/i;
/**
 * Text in which nothing is Mermaid's: letters, digits and a few signs; `:`, `;`, `#`, `%`, quotes and brackets all mean
 * something.
 */
function chartText(text) {
    const plain = text
        .replace(/[^\p{L}\p{N} ._/()+-]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
    return STATEMENTS.test(plain) || plain === '' ? `- ${plain}`.trim() : plain;
}


/***/ }),

/***/ 4592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ spanTable)
/* harmony export */ });
/* harmony import */ var _log_event_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2459);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9822);


/** A gantt chart's spans as a table, in UTC. Empty without spans. */
function spanTable(spans) {
    if (spans.length === 0)
        return [];
    return ['| | What | From (UTC) | To (UTC) | Took |', '|---|---|--:|--:|--:|', ...spans.map(row)];
}
function row({ section, label, startMs, endMs, mark }) {
    const seconds = ((endMs - startMs) / 1000).toFixed(1);
    const to = mark === 'going-on' ? 'still running' : (0,_log_event_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .q)(endMs);
    return `| ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(section)} | ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(label)}${mark === 'failed' ? ' ❌' : ''} | ${(0,_log_event_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .q)(startMs)} | ${to} | ${seconds} s |`;
}


/***/ })

};
