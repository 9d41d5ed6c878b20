export const id = 232;
export const ids = [232];
export const modules = {

/***/ 5232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __webpack_require__(8158);
;// CONCATENATED MODULE: ./build/render/comment/report-state.js

/** Which state what the runs left amounts to. */
function stateOf(records, phase) {
    if (records.length === 0)
        return 'failed';
    if (records.some(({ failure }) => failure?.code === 'CONFIG_INVALID' || failure?.code === 'CONFIG_NOT_FOUND')) {
        return 'invalid';
    }
    const kinds = records.flatMap(({ outcome, units }) => [outcome, ...units.map((unit) => unit.outcome.kind)]);
    const red = kinds.filter((kind) => !(0,model_outcome/* isGreen */.gf)(kind));
    return red.length > 0 ? redState(red) : greenState(kinds, records, phase);
}
function redState(red) {
    if (red.includes('rolled-back'))
        return 'rolled-back';
    return red.every((kind) => kind === 'blocked') ? 'blocked' : 'failed';
}
function greenState(kinds, records, phase) {
    if (phase === 'apply')
        return kinds.includes('paused') ? 'paused' : 'applied';
    const changes = records.some(({ units }) => units.some(({ plan }) => (plan?.changes.length ?? 0) > 0));
    return changes ? 'ready' : 'no-changes';
}

// EXTERNAL MODULE: ./build/plan/digest.js
var plan_digest = __webpack_require__(6084);
// EXTERNAL MODULE: ./build/plan/reviewed.js
var reviewed = __webpack_require__(9817);
;// CONCATENATED MODULE: ./build/render/comment/budget.js
/**
 * Joins blocks by blank lines into at most `limit` characters, as GitHub counts them. Each step shortens the longest of the
 * blocks of the lowest priority that can still be shortened. What never gives way may exceed the limit.
 */
function fitBlocks(blocks, limit) {
    const shown = blocks.map((block) => ({ ...block, level: 0 }));
    let size = shown.reduce((sum, block) => sum + sizeOf(block), 0);
    while (size > limit) {
        const longest = nextToShorten(shown);
        if (!longest)
            break;
        size -= sizeOf(longest);
        longest.level += 1;
        size += sizeOf(longest);
    }
    const text = shown.map(textOf).filter(Boolean).join('\n\n');
    return { text, truncated: shown.some(({ level }) => level > 0) };
}
function nextToShorten(blocks) {
    let next;
    for (const block of blocks) {
        if (block.level + 1 >= block.variants.length)
            continue;
        if (!next || block.priority < next.priority)
            next = block;
        else if (block.priority === next.priority && sizeOf(block) > sizeOf(next))
            next = block;
    }
    return next;
}
function textOf({ variants, level }) {
    return variants[level] ?? '';
}
function sizeOf(block) {
    const { length } = textOf(block);
    return length > 0 ? length + 2 : 0;
}

// EXTERNAL MODULE: ./build/model/source.js
var source = __webpack_require__(3589);
// EXTERNAL MODULE: ./build/render/text.js
var render_text = __webpack_require__(9822);
;// CONCATENATED MODULE: ./build/render/comment/targets.js
/** The clusters of a report by name. */
function targetsOf(records) {
    const told = records.filter(({ selected }) => selected === undefined);
    const groups = Map.groupBy(told, ({ cluster, region }) => JSON.stringify([cluster ?? '', region ?? '']));
    return [...groups.values()]
        .map((group) => {
        const sorted = group.toSorted((a, b) => a.startedAt - b.startedAt);
        const units = new Map(sorted.flatMap((record) => record.units.map((unit) => [unit.name, unit])));
        const file = sorted.find(({ clusterFile }) => clusterFile)?.clusterFile;
        const { cluster = '', region = '' } = sorted[0] ?? {};
        return {
            cluster,
            region,
            clusterFile: file ?? 'cluster.yaml',
            records: sorted,
            units: sortedUnits([...units.values()]),
        };
    })
        .toSorted((a, b) => (a.cluster < b.cluster ? -1 : 1));
}
/** Stacks first, each kind by name: runs beside each other end in any order. */
function sortedUnits(units) {
    const key = ({ name, plan }) => `${plan?.kind === 'stack' ? 0 : 1} ${name}`;
    return units.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
function targetName({ cluster, region }) {
    return [cluster, region].filter(Boolean).join(' · ') || 'no cluster';
}
/** Plans that change something. */
function changingPlans({ units }) {
    return units.flatMap(({ plan }) => (plan && plan.changes.length > 0 ? [plan] : []));
}
function checksOf({ units }) {
    return units.flatMap(({ plan }) => plan?.checks ?? []);
}

// EXTERNAL MODULE: ./build/render/comment/values.js
var values = __webpack_require__(5629);
;// CONCATENATED MODULE: ./build/render/comment/checks.js




const SIGNS = { failed: '❌', warning: '⚠️', unchecked: '❔', passed: '✅' };
const ORDER = ['failed', 'warning', 'unchecked', 'passed'];
/** So many are listed: where there are more, they mostly have one cause. */
const MOST_WRONG = 10;
/** What was looked up beforehand: what needs a reader's eye is unfolded and stays longest, the rest gives way first. */
function checkBlocks(targets) {
    return targets.flatMap((target) => {
        const all = checksOf(target).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
        const wrong = all.filter(isWrong);
        const rest = all.filter((check) => !isWrong(check));
        const name = (0,render_text/* excerpt */.Kb)(targetName(target), 120);
        const title = `**${(0,render_text/* markdownText */.p7)(name)}: ${wrong.length} of ${(0,values/* counted */.hS)(all.length, 'check')} failed or warned**`;
        const passed = rest.filter(({ state }) => state === 'passed').length;
        const fold = `<details><summary>${(0,render_text/* htmlText */.js)(name)}: ${passed} of ${(0,values/* counted */.hS)(all.length, 'check')} passed</summary>`;
        return [
            ...(wrong.length > 0 ? [{ priority: 40, variants: [[title, '', ...wrongLines(wrong)].join('\n'), title] }] : []),
            ...(rest.length > 0
                ? [{ priority: 10, variants: [[fold, '', ...rest.map(checkLine), '', '</details>'].join('\n'), ''] }]
                : []),
        ];
    });
}
function wrongLines(wrong) {
    const left = wrong.length - MOST_WRONG;
    return [...wrong.slice(0, MOST_WRONG).map(checkLine), ...(left > 0 ? [`- and ${left} more`] : [])];
}
function isWrong({ state }) {
    return state === 'failed' || state === 'warning';
}
function checkLine({ subject, state, message, at }) {
    const where = at ? ` ${(0,render_text/* markdownCode */.D9)((0,source/* positionText */.J)(at))}` : '';
    return `- ${SIGNS[state]} ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(subject, 200))}: ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(message, 400))}${where}`;
}

// EXTERNAL MODULE: ./build/plan/danger.js
var plan_danger = __webpack_require__(395);
;// CONCATENATED MODULE: ./build/render/comment/dangers.js




/** Dangers outlive everything else in a comment; those nobody consented to outlive the others. */
const PRIORITY = { open: 90, allowed: 80 };
/** Alerts for what could lose traffic or data: forbidden, in want of consent, and consented to. */
function dangerBlocks(targets) {
    const all = targets.flatMap((target) => target.units.flatMap(({ plan }) => (plan?.dangers ?? []).map((danger) => ({ danger, target }))));
    const forbidden = all.filter(({ danger }) => danger.forbidden !== undefined);
    const open = all.filter(({ danger }) => danger.forbidden === undefined && !danger.allowed);
    const allowed = all.filter(({ danger }) => danger.forbidden === undefined && danger.allowed);
    return [
        ...dangers_alert('CAUTION', 'This cannot be done, and no consent lifts it', forbidden, forbiddenLines, PRIORITY.open),
        ...dangers_alert('CAUTION', 'This loses something, and merging stops at it without consent', open, openLines, PRIORITY.open),
        ...dangers_alert('WARNING', 'This loses something, and config consents to it', allowed, dangerLines, PRIORITY.allowed),
    ];
}
function dangers_alert(kind, title, found, lines, priority) {
    if (found.length === 0)
        return [];
    const quoted = (body) => [`[!${kind}]`, `**${title}:** ${(0,values/* counted */.hS)(found.length, 'danger')}.`, '', ...body]
        .map((line) => `> ${line}`)
        .join('\n');
    return [
        {
            priority,
            variants: [
                quoted(lines(found)),
                quoted(found.map((each) => `- ${dangerText(each, 60)}`)),
                quoted(grouped(found, 80)),
                quoted(grouped(found, 40)),
            ],
        },
    ];
}
function forbiddenLines(found) {
    return found.map((each) => `- ${dangerText(each, 400)} ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(each.danger.forbidden ?? '', 600))}`);
}
/** With the entries of `allow` that would consent to exactly these, by the file that they belong into. */
function openLines(found) {
    const files = [...Map.groupBy(found, ({ target }) => target.clusterFile)];
    const consents = files.flatMap(([file, each]) => [
        '',
        `To consent, add under \`allow\` in ${(0,render_text/* markdownCode */.D9)(file)}:`,
        ...(0,render_text/* fencedBlock */.zW)('yaml', [...new Set(each.map(({ danger }) => (0,plan_danger/* consentText */.AC)(danger)))]),
    ]);
    return [...dangerLines(found), ...consents];
}
function dangerLines(found) {
    return found.map((each) => `- ${dangerText(each, 400)}`);
}
function dangerText({ danger, target }, longest) {
    const { resource, property, to, loss } = danger;
    const name = (0,render_text/* markdownCode */.D9)((0,render_text/* excerpt */.Kb)(property ? `${resource}.${property}` : resource, longest));
    const value = to === undefined ? '' : ` → ${(0,render_text/* markdownCode */.D9)((0,render_text/* excerpt */.Kb)(to, longest))}`;
    return `**${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(targetName(target), longest))}** ${name}${value}: ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(loss, longest))}`;
}
/** Only what would be lost where, without the reasons. */
function grouped(found, longest) {
    const groups = Map.groupBy(found, ({ target }) => targetName(target));
    return [...groups].flatMap(([target, each]) => [
        `- **${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(target, longest))}**: ${each.map(({ danger }) => shortName(danger, longest)).join(', ')}`,
    ]);
}
function shortName({ resource, property }, longest) {
    const name = property ? `${resource}.${property}` : resource;
    return (0,render_text/* markdownCode */.D9)(name.length > longest ? `${name.slice(0, longest - 1)}…` : name);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 16 modules
var schemas = __webpack_require__(3603);
;// CONCATENATED MODULE: ./build/render/comment/evidence.js



/** A comment has room for so much of it; hundreds of units come with their fingerprints, thousands without. */
const LONGEST = 24_000;
const LONGEST_WITH_DETAILS = 12_000;
/** What comes from a comment may unpack to no more. */
const LARGEST_BYTES = 8 * 1024 * 1024;
const START = '<!-- ecs-gitops:reviewed ';
const END = ' -->';
const UNITS = schemas/* array */.YOg(schemas/* object */.Ikc({
    unit: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP().regex(/^[0-9a-f]{16}$/),
    changes: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
}));
/**
 * What a comment shows, for the run that applies it: every unit that would change with its digest, packed, in an HTML comment.
 * Fingerprints are left out where they would take too much room; undefined where not even the digests have any.
 */
function evidenceLine(units) {
    const sorted = units.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
    const full = pack(sorted);
    if (full.length <= LONGEST_WITH_DETAILS)
        return `${START}${full}${END}`;
    const bare = pack(sorted.map((unit) => ({ ...unit, changes: {} })));
    return bare.length <= LONGEST ? `${START}${bare}${END}` : undefined;
}
/** The line of a comment that holds what it showed; undefined where there is not exactly one. */
function findEvidence(body) {
    const lines = body.split(/\r?\n/).filter((line) => line.startsWith(START) && line.endsWith(END));
    return lines.length === 1 ? lines[0] : undefined;
}
/** sha256 in hex over an evidence line: an edited one has another. */
function evidenceHash(line) {
    return (0,external_node_crypto_.createHash)('sha256').update(line).digest('hex');
}
/** The units of an evidence line; undefined where it cannot be read. */
function readEvidence(line) {
    try {
        const packed = Buffer.from(line.slice(START.length, -END.length), 'base64');
        return UNITS.safeParse(JSON.parse((0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: LARGEST_BYTES }).toString())).data;
    }
    catch {
        return undefined;
    }
}
function pack(units) {
    // Base64 has no dash, which could end the HTML comment.
    return (0,external_node_zlib_.deflateRawSync)(JSON.stringify(units), { level: 9 }).toString('base64');
}

;// CONCATENATED MODULE: ./build/render/comment/heading.js




/** The first line that a reader sees: the verdict, and what it comes to. */
function headingLine({ context, ...report }, targets) {
    return `## ${verdict(report, targets)} · \`${context.head.slice(0, 7)}\``;
}
/** Verdicts that need no plan: they replace the one of a comment that is there. */
function restatedHeading(state, head) {
    return `## ${verdict({ state, phase: 'plan', records: [] }, [])} · \`${head.slice(0, 7)}\``;
}
function verdict({ state, phase, records }, targets) {
    switch (state) {
        case 'planning':
            return '⏳ ECS plan: being made';
        case 'ready':
            return `✅ ECS plan: ${sumText(targets)}`;
        case 'blocked':
            return phase === 'plan' ? `⛔ ECS plan blocked: ${sumText(targets)}` : `⛔ Stopped${causeText(records, targets)}`;
        case 'invalid':
            return `❌ ECS plan: the config is invalid (${(0,values/* counted */.hS)(problems(records), 'problem')})`;
        case 'no-changes':
            return '✅ ECS plan: no changes';
        case 'stale':
            return '⚠️ ECS plan out of date: the base branch has moved on';
        case 'applying':
            return '🚀 Merged, being applied';
        case 'applied':
            return records.some(({ changed }) => changed)
                ? `✅ Applied in ${(0,values/* durationText */.S5)(elapsed(records))}`
                : '✅ Applied: there was nothing left to change';
        case 'paused':
            return `⏸️ Paused, waiting for an answer${causeText(records, targets)}`;
        case 'rolled-back':
            return `⛔ Rolled back${causeText(records, targets)}`;
        case 'failed':
            return `❌ Failed${causeText(records, targets)}`;
        case 'closed':
            return '⚪ Closed without merging: nothing was applied';
    }
}
/** `2 clusters, **1 replacement**, 3 services roll`. */
function sumText(targets) {
    const plans = targets.flatMap(changingPlans);
    const changes = plans.flatMap((plan) => plan.changes);
    const of = (action) => changes.filter((change) => change.action === action).length;
    const services = plans.filter(({ kind }) => kind === 'service').length;
    const stacks = plans.filter(({ kind }) => kind === 'stack').length;
    const dangers = targets.flatMap(({ units }) => units.flatMap(({ plan }) => plan?.dangers ?? []));
    const open = dangers.filter(({ allowed }) => !allowed).length;
    const failed = targets.flatMap(checksOf).filter(({ state }) => state === 'failed').length;
    const parts = [
        open > 0 ? `**${(0,values/* counted */.hS)(open, 'danger')} without consent**` : '',
        of('replace') > 0 ? `**${(0,values/* counted */.hS)(of('replace'), 'replacement')}**` : '',
        of('remove') > 0 ? `**${(0,values/* counted */.hS)(of('remove'), 'deletion')}**` : '',
        stacks > 0 ? `${(0,values/* counted */.hS)(stacks, 'stack')} ${stacks === 1 ? 'changes' : 'change'}` : '',
        services > 0 ? `${(0,values/* counted */.hS)(services, 'service')} ${services === 1 ? 'changes' : 'change'}` : '',
        failed > 0 ? `**${(0,values/* counted */.hS)(failed, 'check')} failed**` : '',
    ].filter(Boolean);
    return parts.join(', ') || 'no changes';
}
function problems(records) {
    return Math.max(0, ...records.map(({ failure }) => failure?.issues.length ?? 0));
}
function elapsed(records) {
    const start = Math.min(...records.map(({ startedAt }) => startedAt));
    return Math.max(...records.map(({ endedAt }) => endedAt)) - start;
}
/** The first of what went wrong, by name. */
function causeText(records, targets) {
    const red = targets.flatMap((target) => target.units).filter(({ outcome }) => !(0,model_outcome/* isDone */.$L)(outcome.kind));
    const rolledBack = red.find(({ outcome }) => outcome.kind === 'rolled-back');
    const first = rolledBack ?? red.find(({ outcome }) => outcome.kind !== 'blocked') ?? red[0];
    const cause = first
        ? `${first.name}: ${first.outcome.summary}`
        : records.find(({ failure }) => failure)?.failure?.message;
    if (cause)
        return `: ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(cause, 200))}`;
    return records.length === 0 ? ': the run left no results' : '';
}

;// CONCATENATED MODULE: ./build/render/comment/marker.js

const marker_START = '<!-- ecs-gitops:plan ';
const marker_END = ' -->';
const MARKER = schemas/* object */.Ikc({
    state: schemas/* string */.YjP(),
    head: schemas/* string */.YjP(),
    base: schemas/* string */.YjP(),
    run: schemas/* number */.aig(),
    attempt: schemas/* number */.aig(),
    truncated: schemas/* boolean */.zMY(),
});
function markerLine(marker) {
    // Escapes of JSON, so that nothing in it can end the HTML comment.
    const json = JSON.stringify(MARKER.parse(marker)).replace(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
    return `${marker_START}${json}${marker_END}`;
}
/** The marker of a comment's text; undefined where it has none that can be read. */
function readMarker(body) {
    const [line = ''] = body.split(/\r?\n/, 1);
    if (!line.startsWith(marker_START) || !line.endsWith(marker_END))
        return undefined;
    try {
        return MARKER.safeParse(JSON.parse(line.slice(marker_START.length, -marker_END.length))).data;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/render/comment/outcomes.js




const MOST_EVIDENCE = 12;
/** What ended badly or waits for an answer, cause first, with what was seen and what to do next; a failure that several runs met, once. */
function outcomeBlocks(targets) {
    const told = new Set();
    const isNews = (failure) => {
        const text = JSON.stringify([failure.code, failure.message]);
        return !told.has(text) && told.add(text).size > 0;
    };
    return targets.flatMap((target) => [
        ...target.records.flatMap(({ action, failure }) => failure && isNews(failure) ? failureBlocks(target, action, failure) : []),
        ...target.units
            .filter((unit) => !(0,model_outcome/* isDone */.$L)(unit.outcome.kind) && !isToldByAlert(unit))
            .map(({ name, outcome }) => outcomeBlock(name, outcome)),
    ]);
}
/** What stops for its dangers alone is told by their alert. */
function isToldByAlert({ plan, outcome }) {
    return outcome.kind === 'blocked' && (plan?.dangers ?? []).some(({ allowed }) => !allowed);
}
function outcomeBlock(name, { kind, summary, evidence, nextStep }) {
    const head = (longest) => `${signOf(kind)} ${(0,render_text/* markdownCode */.D9)((0,render_text/* excerpt */.Kb)(name, 120))} **${kind}.** ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(summary, longest))}`;
    const seen = evidence.slice(0, MOST_EVIDENCE).map((line) => `- ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(line, 400))}`);
    const next = nextStep ? [`**Next:** ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(nextStep, 1000))}`] : [];
    const full = [head(1000), ...(seen.length > 0 ? [seen.join('\n')] : []), ...next].join('\n\n');
    return { priority: 50, variants: [full, [head(300), ...next].join('\n\n'), head(120), ''] };
}
function signOf(kind) {
    if (kind === 'paused')
        return '⏸️';
    return kind === 'blocked' ? '⛔' : '❌';
}
function failureBlocks(target, action, failure) {
    const { code, message, hint, at, issues } = failure;
    const where = at ? ` ${(0,render_text/* markdownCode */.D9)((0,source/* positionText */.J)(at))}` : '';
    const who = target.cluster === '' ? '' : `**${(0,render_text/* markdownText */.p7)(`${targetName(target)}, ${action}`)}** `;
    const what = `❌ ${who}${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(message, 600))}${where}`;
    const next = `${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(hint, 600))} (${(0,render_text/* markdownCode */.D9)(code)})`;
    return [{ priority: 70, variants: [`${what} ${next}`] }, ...(issues.length > 0 ? [issueTable(issues)] : [])];
}
function issueTable(issues) {
    const table = (most, longest) => {
        const rows = issues
            .slice(0, most)
            .map(({ at, message, hint }) => `| ${(0,render_text/* markdownCode */.D9)((0,source/* positionText */.J)(at))} | ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(message, longest))} | ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(hint ?? '', longest))} |`);
        const left = issues.length - rows.length;
        const more = left > 0 ? [`| | and ${left} more | |`] : [];
        return ['| Where | Problem | Fix |', '|---|---|---|', ...rows, ...more].join('\n');
    };
    return { priority: 70, variants: [table(200, 600), table(50, 300), table(10, 120)] };
}

;// CONCATENATED MODULE: ./build/render/comment/overview.js




const HEAD = [
    '| Cluster | Stacks | Add | Change | Replace | Delete | Services | Drift | Checks | Verdict |',
    '|---|---|--:|--:|--:|--:|---|---|---|---|',
];
const NAMES = 3;
/** One row for each cluster; only their sum where there is no room. */
function overviewBlock(targets) {
    if (targets.length === 0)
        return [];
    const table = (rows) => [...HEAD, ...rows].join('\n');
    const all = { cluster: `${targets.length} clusters`, region: '', units: targets.flatMap(({ units }) => units) };
    return [
        {
            priority: 60,
            variants: [table(targets.map(row)), table([row({ ...all, records: targets.flatMap(({ records }) => records) })])],
        },
    ];
}
function row(target) {
    const plans = changingPlans(target);
    const changes = plans.flatMap((plan) => plan.changes);
    const count = (action) => {
        const found = changes.filter((change) => change.action === action).length;
        return found > 0 && (action === 'replace' || action === 'remove') ? `**${found}**` : String(found);
    };
    const cells = [
        (0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(targetName(target), 120)),
        namesText(plans.filter(({ kind }) => kind === 'stack')),
        ...['add', 'modify', 'replace', 'remove'].map(count),
        namesText(plans.filter(({ kind }) => kind === 'service')),
        driftText(plans),
        checksText(checksOf(target)),
        verdictText(target),
    ];
    return `| ${cells.join(' | ')} |`;
}
function namesText(units) {
    const names = units.slice(0, NAMES).map(({ id }) => (0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)((0,values/* unitName */.Cq)(id), 60)));
    const rest = units.length - names.length;
    return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ') || 'none';
}
function driftText(units) {
    const drifted = units
        .flatMap(({ changes }) => changes.flatMap(({ properties }) => properties))
        .filter(({ live }) => live !== undefined).length;
    return drifted > 0 ? `⚠️ ${drifted}` : 'none';
}
const overview_SIGNS = [
    ['failed', '❌'],
    ['warning', '⚠️'],
    ['unchecked', '❔'],
    ['passed', '✅'],
];
function checksText(checks) {
    return overview_SIGNS.map(([state, sign]) => [sign, checks.filter((check) => check.state === state).length])
        .filter(([, count]) => count > 0)
        .map(([sign, count]) => `${sign} ${count}`)
        .join(' ');
}
function verdictText({ records, units }) {
    const kinds = [
        ...records.filter(({ failure }) => failure).map(({ outcome }) => outcome),
        ...units.map(({ outcome }) => outcome.kind),
    ];
    const worst = (0,model_outcome/* worstOutcome */.Om)(kinds);
    if (worst === 'blocked')
        return '⛔ blocked';
    if (!(0,model_outcome/* isGreen */.gf)(worst))
        return `❌ ${worst}`;
    if (worst === 'planned')
        return '✅ ready';
    if (worst === 'paused')
        return '⏸️ paused';
    return worst === 'unchanged' ? '✅ no changes' : `✅ ${worst}`;
}

// EXTERNAL MODULE: ./build/render/forecast-text.js
var forecast_text = __webpack_require__(6502);
// EXTERNAL MODULE: ./build/render/plan-lines.js
var plan_lines = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/render/comment/property-table.js
var property_table = __webpack_require__(1147);
;// CONCATENATED MODULE: ./build/render/comment/task-definition-diff.js


const task_definition_diff_LONGEST = 300;
const TASK_DEFINITION = 'AWS::ECS::TaskDefinition';
function isTaskDefinition({ type, properties }) {
    return type === TASK_DEFINITION && properties.length > 0;
}
/** A task definition's changes as a diff: by container, what goes and what comes, with the sign in the first column. */
function taskDefinitionDiff({ physicalId, properties }) {
    const groups = Map.groupBy(properties, ({ path }) => placeOf(path).container);
    const lines = [...groups].flatMap(([container, each]) => [
        ...(container === undefined ? [] : [`  container ${container}`]),
        ...each.flatMap((property) => propertyLines(property, container === undefined ? '' : '  ')),
    ]);
    // Of an ARN with revision; the next one's number is known when it is registered.
    const revision = physicalId?.split('/').at(-1);
    return (0,render_text/* fencedBlock */.zW)('diff', revision ? [`  ${revision} → the next revision`, ...lines] : lines);
}
function propertyLines({ path, before, after }, indent) {
    const { member } = placeOf(path);
    const line = (sign, value) => `${sign} ${indent}${member}  ${(0,render_text/* excerpt */.Kb)((0,plan_lines/* shownText */.f$)(value), task_definition_diff_LONGEST)}`;
    return [
        ...(before.kind === 'absent' ? [] : [line('-', before)]),
        ...(after.kind === 'absent' ? [] : [line('+', after)]),
    ];
}
function placeOf(path) {
    const [, container, member] = /^containerDefinitions\.([^.]+)\.(.+)$/.exec(path) ?? [];
    return member === undefined ? { container: undefined, member: path } : { container, member };
}

;// CONCATENATED MODULE: ./build/render/comment/unit-sections.js







const FULL = { longestValue: 160, mostRows: 60 };
const SHORT = { longestValue: 40, mostRows: 5 };
const MOST_CHANGES = 20;
/** So few are shown unfolded. */
const MOST_OPEN = 3;
/** The details of every unit that changes, folded where there are many; each gives way on its own, down to nothing. */
function unitBlocks(targets) {
    const plans = targets.flatMap((target) => changingPlans(target).map((plan) => ({ target, plan })));
    const open = plans.length <= MOST_OPEN;
    return plans.map(({ target, plan }) => ({
        priority: 30,
        variants: [
            folded(titleOf(target, plan), open, fullLines(plan)),
            folded(titleOf(target, plan), false, shortLines(plan)),
            `- ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(unitLabel(target, plan), 120))}: ${(0,plan_lines/* countText */.lT)(plan)}`,
            '',
        ],
    }));
}
function unitLabel({ cluster }, { id, kind }) {
    return `${cluster} · ${kind} ${(0,values/* unitName */.Cq)(id)}`;
}
function titleOf(target, plan) {
    return `<b>${(0,render_text/* htmlText */.js)((0,render_text/* excerpt */.Kb)(unitLabel(target, plan), 160))}</b>: ${(0,plan_lines/* countText */.lT)(plan)}`;
}
function folded(title, open, body) {
    return [`<details${open ? ' open' : ''}><summary>${title}</summary>`, '', ...body, '', '</details>'].join('\n');
}
function fullLines(plan) {
    const diffs = plan.changes.filter(isTaskDefinition);
    const table = plan.changes.filter((change) => !isTaskDefinition(change));
    return paragraphs([
        ...diffs.map(taskDefinitionDiff),
        (0,property_table/* propertyTable */.C)(table, FULL),
        plan.forecast ? [`**Rollout.** ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)((0,forecast_text/* forecastSentences */.s)(plan.forecast).join(' '), 1200))}`] : [],
        ...noteLines(plan.notes, 600),
    ]);
}
function shortLines({ changes, notes }) {
    const left = changes.length - MOST_CHANGES;
    return paragraphs([
        (0,property_table/* propertyTable */.C)(changes.slice(0, MOST_CHANGES), SHORT),
        left > 0 ? [`and ${left} more resources`] : [],
        ...noteLines(notes, 120),
    ]);
}
function noteLines(notes, longest) {
    return notes.map((note) => [`ℹ️ ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(note, longest))}`]);
}
function paragraphs(parts) {
    return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

;// CONCATENATED MODULE: ./build/render/comment/comment.js












/** GitHub takes 65,536 characters; what it adds on its way is unknown. */
const COMMENT_LIMIT = 60_000;
/** The Markdown of a pull request's comment: the verdict first, then dangers, an overview, and the details as far as there is room. */
function renderComment(report, { limit = COMMENT_LIMIT, evidence } = {}) {
    const { state, context } = report;
    const targets = targetsOf(report.records);
    const shown = report.phase === 'plan' ? ownEvidence(state, targets) : evidence;
    const tail = [footer(report, targets), shown].filter(Boolean).join('\n\n');
    const left = 'Not all of it fits into a comment: the summary of the run has the rest.';
    const marker = {
        state,
        head: context.head,
        base: context.base,
        run: context.runId,
        attempt: context.runAttempt,
        truncated: false,
    };
    const cut = { ...marker, truncated: true };
    const room = limit - tail.length - left.length - markerLine(cut).length - 5;
    const { text, truncated } = fitBlocks([{ priority: 99, variants: [headingLine(report, targets)] }, ...body(report, targets)], room);
    const used = truncated ? cut : marker;
    return {
        body: `${markerLine(used)}\n${[text, ...(truncated ? [left] : []), tail].filter(Boolean).join('\n\n')}`,
        marker: used,
        evidence: shown,
    };
}
/** The same comment in another state: its plan stays as it was, of the commit that it was. undefined where `body` is no comment of ours. */
function restateComment(body, state, run, shownHead) {
    const marker = readMarker(body);
    const [, heading, ...rest] = body.split('\n');
    if (!marker || !heading?.startsWith('## '))
        return undefined;
    return [markerLine({ ...marker, ...run, state }), restatedHeading(state, shownHead ?? marker.head), ...rest].join('\n');
}
function body({ state, phase }, targets) {
    const checks = phase === 'plan' ? checkBlocks(targets) : [];
    if (state === 'no-changes')
        return checks.filter(({ priority }) => priority > 10);
    const withUnits = targets.filter(({ units }) => units.length > 0);
    return [
        ...dangerBlocks(targets),
        ...outcomeBlocks(targets),
        ...overviewBlock(withUnits),
        ...checks,
        ...unitBlocks(targets),
    ];
}
function ownEvidence(state, targets) {
    if (state === 'planning' || state === 'invalid')
        return undefined;
    return evidenceLine(targets.flatMap(changingPlans).map(reviewed/* reviewedUnit */.cG));
}
function footer({ state, phase, context }, targets) {
    const { head, base, runUrl } = context;
    const run = `[run](${runUrl})`;
    if (state === 'no-changes')
        return '';
    if (state === 'planning')
        return `Planning \`${head.slice(0, 7)}\` · ${run}`;
    if (phase === 'apply')
        return isStopped(state) ? `What happened is in this ${run}` : `Applied by this ${run}`;
    if (state === 'invalid' || state === 'failed')
        return `Made by this ${run} from \`${head.slice(0, 7)}\``;
    const digest = (0,plan_digest/* planDigest */.Gb)(targets.flatMap(({ units }) => units.flatMap(({ plan }) => plan ?? [])));
    return [
        `Plan \`sha256:${digest.slice(0, 16)}\``,
        `\`${head.slice(0, 7)}\` on \`${base.slice(0, 7)}\``,
        `[full plan](${runUrl})`,
        '**merging applies exactly this plan or stops**',
    ].join(' · ');
}
function isStopped(state) {
    return state === 'blocked' || state === 'failed' || state === 'invalid' || state === 'rolled-back';
}

// EXTERNAL MODULE: ./build/render/dependency-graph.js
var dependency_graph = __webpack_require__(3565);
// EXTERNAL MODULE: ./build/render/gantt.js
var gantt = __webpack_require__(3031);
// EXTERNAL MODULE: ./build/render/span-table.js
var span_table = __webpack_require__(9296);
;// CONCATENATED MODULE: ./build/render/report-summary.js





/** A summary holds 1 MiB; charts take the rest. */
const report_summary_LARGEST_BYTES = 900_000;
/** The job summary of a report: all that the comment says, unabridged, what waits for what, and what took how long. */
function reportSummary(report) {
    const [, ...lines] = renderWithin(report, report_summary_LARGEST_BYTES).split('\n');
    const units = targetsOf(report.records).flatMap((target) => target.units.flatMap(({ plan }) => plan ?? []));
    const spans = report.records.flatMap((record) => record.spans);
    const graph = (0,dependency_graph/* dependencyGraph */.i)(units);
    return [
        ...lines,
        ...(graph.length > 0 ? ['', '### Order', '', ...graph] : []),
        ...(spans.length > 0 ? ['', '### Timeline', '', ...(0,gantt/* ganttMarkdown */.o)(spans), '', ...(0,span_table/* spanTable */.N)(spans)] : []),
        '',
    ].join('\n');
}
/** A character takes up to three bytes, so that the first try may be too long. */
function renderWithin(report, limit) {
    const { body } = renderComment(report, { limit });
    return Buffer.byteLength(body) <= report_summary_LARGEST_BYTES ? body : renderComment(report, { limit: Math.floor(limit / 3) }).body;
}

;// CONCATENATED MODULE: ./build/render/drift-issue.js







function driftMarker(cluster) {
    return `<!-- ecs-gitops:drift ${Buffer.from(cluster).toString('base64')} -->`;
}
function driftIssue(cluster, records) {
    const targets = targetsOf(records);
    const hasDrift = targets.some((target) => changingPlans(target).length > 0);
    const name = (0,render_text/* markdownText */.p7)(targets.map(targetName).join(', '));
    const lead = hasDrift
        ? `What runs in **${name}** is not what the repository says. A pull request shows how it is put right, and merging that does it; a change that is meant belongs into config.`
        : `What runs in **${name}** is what the repository says.`;
    const details = hasDrift ? [...dangerBlocks(targets), ...overviewBlock(targets), ...unitBlocks(targets)] : [];
    const { text } = fitBlocks([{ priority: 99, variants: [lead] }, ...details], COMMENT_LIMIT - 200);
    return { title: `Drift in ${cluster}`, body: `${driftMarker(cluster)}\n${text}`, hasDrift };
}

;// CONCATENATED MODULE: ./build/review/drift-issues.js


/** Of the issues about drift. */
const DRIFT_LABEL = 'ecs-gitops-drift';
/**
 * Keeps one issue for each cluster: opened where there is drift, edited while it changes, closed when it is gone. A cluster
 * that could not be planned keeps the issue as it is.
 */
async function reportDrift(records, issues, viewer) {
    const named = records.filter(({ cluster }) => cluster !== undefined);
    const byCluster = Map.groupBy(named, ({ cluster = '' }) => cluster);
    const known = (await issues.labelled(DRIFT_LABEL)).filter(({ author }) => author === viewer);
    const reports = [];
    for (const [cluster, each] of byCluster) {
        // Also a job that left nothing is among them, as a failure.
        if (each.some(({ outcome }) => !(0,model_outcome/* isGreen */.gf)(outcome) && outcome !== 'blocked'))
            continue;
        const ours = known.filter(({ body }) => body.startsWith(driftMarker(cluster)));
        reports.push(await settle(cluster, each, ours.find(({ isOpen }) => isOpen) ?? ours[0], issues));
    }
    return reports;
}
async function settle(cluster, records, issue, issues) {
    const { title, body, hasDrift } = driftIssue(cluster, records);
    if (!issue) {
        const created = hasDrift ? await issues.create({ title, body, label: DRIFT_LABEL }) : undefined;
        return { cluster, hasDrift, url: created?.url };
    }
    const isSame = issue.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd();
    if (!isSame || issue.isOpen !== hasDrift) {
        await issues.update(issue.number, { title, body, state: hasDrift ? 'open' : 'closed' });
    }
    return { cluster, hasDrift, url: issue.url };
}

;// CONCATENATED MODULE: ./build/review/applied-commits.js

/** Tells our deployments from those of others. */
const DEPLOYMENT_TASK = 'ecs-gitops';
const PAYLOAD = schemas/* object */.Ikc({ mode: schemas/* literal */.euz('apply'), complete: schemas/* boolean */.zMY() });
/** What our deployments say of commits that were applied; rollbacks that a person asked for do not count. */
async function appliedCommits(deployments, viewer) {
    const all = await deployments.list(DEPLOYMENT_TASK);
    const ours = all.flatMap((deployment) => {
        const payload = deployment.author === viewer ? payloadOf(deployment) : undefined;
        return payload ? [{ ...deployment, ...payload }] : [];
    });
    const [newest] = ours;
    let complete;
    for (const { id, sha, complete: isComplete } of ours) {
        if (!isComplete || !(await deployments.states(id)).includes('success'))
            continue;
        complete = sha;
        break;
    }
    return { complete, newest: newest?.sha };
}
/** GitHub gives a payload back as it was sent, or as text. */
function payloadOf({ payload }) {
    try {
        return PAYLOAD.safeParse(typeof payload === 'string' ? JSON.parse(payload) : payload).data;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/review/record-deployments.js



const LONGEST_DESCRIPTION = 140;
const DIGEST_LENGTH = 16;
/** Modes that write. */
const WRITING = ['apply', 'continue', 'rollback'];
/**
 * Leaves a GitHub Deployment for each cluster that was written to: environment, commit, what exactly was applied, how it ended,
 * and where it answers. `complete` goes into each: whether all of the run ended well and nothing
 * waits.
 */
async function recordDeployments(records, context, deployments, viewer) {
    const written = targetsOf(records.filter(({ mode }) => WRITING.includes(mode)));
    const units = written.flatMap((target) => target.units);
    // A run that ended paused is done once a later one has answered: each service's last outcome counts.
    const complete = records.every(({ outcome }) => (0,model_outcome/* isGreen */.gf)(outcome)) && units.every(({ outcome }) => (0,model_outcome/* isDone */.$L)(outcome.kind));
    const known = (await deployments.list(DEPLOYMENT_TASK)).filter(({ author }) => author === viewer);
    for (const target of written.filter(({ cluster }) => cluster !== '')) {
        const payload = record_deployments_payloadOf(target, complete, context);
        const before = known.find((deployment) => isOfRun(deployment, payload));
        const id = before?.id ??
            (await deployments.create({
                sha: context.head,
                environment: target.cluster,
                task: DEPLOYMENT_TASK,
                description: `${payload.mode} ${target.cluster}`.slice(0, LONGEST_DESCRIPTION),
                payload,
            }));
        await deployments.setStatus(id, statusOf(target, context));
    }
}
function record_deployments_payloadOf(target, complete, { head, runId, runAttempt }) {
    const digests = target.units.flatMap(({ plan }) => (plan ? [[plan.id, plan.digest.slice(0, DIGEST_LENGTH)]] : []));
    const revisions = target.units.flatMap(({ name, taskDefinitionArn: arn }) => (arn ? [[name, arn]] : []));
    return {
        version: 1,
        mode: target.records.some(({ mode }) => mode === 'rollback') ? 'rollback' : 'apply',
        cluster: target.cluster,
        commit: head,
        complete,
        run: runId,
        attempt: runAttempt,
        digests: Object.fromEntries(digests),
        taskDefinitions: Object.fromEntries(revisions),
    };
}
/** A report that is repeated says it of the deployment that is there. */
function isOfRun({ payload }, { run, attempt, cluster }) {
    const known = typeof payload === 'object' && payload !== null ? payload : {};
    return known['run'] === run && known['attempt'] === attempt && known['cluster'] === cluster;
}
function statusOf({ records, units }, { runUrl }) {
    const red = units.find(({ outcome }) => !(0,model_outcome/* isGreen */.gf)(outcome.kind));
    const waiting = units.find(({ outcome }) => outcome.kind === 'paused');
    const failure = records.find(({ failure }) => failure)?.failure;
    const url = records.findLast((record) => record.url)?.url;
    const cause = red ? `${red.outcome.kind}: ${red.outcome.summary}` : failure?.message;
    return {
        state: cause !== undefined ? 'failure' : waiting ? 'in_progress' : 'success',
        description: (cause ?? waiting?.outcome.summary ?? 'Applied.').slice(0, LONGEST_DESCRIPTION),
        logUrl: runUrl,
        environmentUrl: url,
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/model/reviewed.js
var model_reviewed = __webpack_require__(8593);
;// CONCATENATED MODULE: ./build/review/marked-comment.js

/** Our comments on a pull request, oldest first. There is more than one only where two runs raced. */
async function markedComments(comments, pull, viewer) {
    const all = await comments.list(pull);
    return all.flatMap((comment) => {
        const marker = comment.author === viewer ? readMarker(comment.body) : undefined;
        return marker ? [{ ...comment, marker }] : [];
    });
}
/** Whether the first of two runs is the later one. */
function isNewer(a, b) {
    return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}

;// CONCATENATED MODULE: ./build/review/plan-status.js

/** The required check: whether a commit's plan could be made and may be merged, and what exactly it showed. */
const STATUS_CONTEXT = 'ecs-gitops/plan';
const HASH = / sha256:([0-9a-f]{64})$/;
/**
 * The status of a plan. The comment can be edited by every maintainer; its hash in the status, which only a job of this
 * repository can set in our name, shows whether it was.
 */
function planStatus(state, comment) {
    const hash = comment?.evidence ? ` sha256:${evidenceHash(comment.evidence)}` : '';
    return { context: STATUS_CONTEXT, state: STATES[state], description: `${WORDS[state]}${hash}` };
}
/** What the newest status of ours on a commit says of the evidence; undefined where there is none. */
async function reviewedHash(sha, statuses, viewer) {
    const all = await statuses.list(sha);
    const newest = all.find(({ context, author }) => context === STATUS_CONTEXT && author === viewer);
    return newest && HASH.exec(newest.description)?.[1];
}
const STATES = {
    planning: 'pending',
    ready: 'success',
    'no-changes': 'success',
    blocked: 'failure',
    invalid: 'failure',
    failed: 'error',
    'rolled-back': 'failure',
    stale: 'success',
    applying: 'success',
    applied: 'success',
    paused: 'success',
    closed: 'success',
};
const WORDS = {
    planning: 'Planning.',
    ready: 'Merging applies this plan or stops.',
    'no-changes': 'Merging changes nothing.',
    blocked: 'The plan is blocked; the comment says why.',
    invalid: 'The config is invalid.',
    failed: 'The plan could not be made.',
    'rolled-back': 'Rolled back.',
    stale: 'The base branch has moved on.',
    applying: 'Being applied.',
    applied: 'Applied.',
    paused: 'Paused.',
    closed: 'Closed.',
};

;// CONCATENATED MODULE: ./build/review/collect-reviews.js





/** What the pull requests that were merged since the last applied commit have shown. */
async function collectReviews(pushed, github, viewer) {
    const applied = await appliedCommits(github.deployments, viewer);
    const { base, commits } = await commitsSince(pushed, applied, github);
    const pulls = await mergedPulls(commits, github);
    const found = await Promise.all(pulls.map(async (pull) => ({ pull, shown: await shownBy(pull, github, viewer) })));
    const units = found.flatMap(({ pull, shown }) => typeof shown === 'string' ? [] : shown.map((unit) => ({ ...unit, pull: pull.number })));
    const rejected = found.flatMap(({ pull, shown }) => typeof shown === 'string' ? [{ pull: pull.number, reason: shown }] : []);
    const supersededBy = await newerThan(pushed, applied, github);
    return { reviewed: { version: model_reviewed/* REVIEWED_VERSION */.h, commit: pushed.sha, supersededBy, units, rejected }, base };
}
/** Pull requests that brought what a push applies. */
async function pullsOfPush(pushed, github, viewer) {
    const { commits } = await commitsSince(pushed, await appliedCommits(github.deployments, viewer), github);
    return mergedPulls(commits, github);
}
async function commitsSince({ sha, before }, { complete }, { commits }) {
    for (const base of [complete, before]) {
        const found = base === undefined ? undefined : await commits.compare(base, sha);
        if (found)
            return { base, commits: found.commits };
    }
    return { base: undefined, commits: [sha] };
}
async function mergedPulls(shas, { commits }) {
    const pulls = new Map();
    for (const sha of shas) {
        for (const pull of await commits.pulls(sha))
            if (pull.isMerged)
                pulls.set(pull.number, pull);
    }
    return [...pulls.values()].toSorted((a, b) => a.number - b.number);
}
/** The units that a pull request's comment showed, or why it is no evidence. */
async function shownBy({ number, head }, { comments, statuses }, viewer) {
    const [comment] = await markedComments(comments, number, viewer);
    if (!comment)
        return 'It has no plan.';
    if (comment.marker.head !== head)
        return 'Its plan is of an earlier commit than was merged.';
    const line = findEvidence(comment.body);
    if (line === undefined)
        return 'Its comment does not say what exactly it showed.';
    if ((await reviewedHash(head, statuses, viewer)) !== evidenceHash(line)) {
        return 'Its comment is not the one that the status ecs-gitops/plan vouches for: somebody edited it.';
    }
    const units = readEvidence(line);
    return units ? units.map((unit) => ({ ...unit, pull: number })) : 'What its comment showed cannot be read.';
}
async function newerThan({ sha }, { newest }, { commits }) {
    const found = newest === undefined ? undefined : await commits.compare(newest, sha);
    return found?.status === 'behind' ? newest : undefined;
}

;// CONCATENATED MODULE: ./build/actions/report/collect.js




/** Writes reviewed.json, what a run that applies may do, and says from which commit on. Only reads from GitHub. */
async function collect(event, env, session) {
    const { github, results, say } = session;
    const pushed = { sha: event.head, before: event.kind === 'push' ? event.before : undefined };
    const { reviewed, base } = await collectReviews(pushed, github, await session.viewer());
    const { supersededBy, units, rejected = [] } = reviewed;
    for (const { pull, reason } of rejected)
        say('notice', `#${pull} is no evidence of a review. ${reason}`);
    if (supersededBy)
        say('notice', `${pushed.sha} is older than ${supersededBy}, which was applied: it is not applied again.`);
    say('notice', `${units.length} reviewed ${units.length === 1 ? 'unit' : 'units'} since ${base ?? 'the beginning'}.`);
    const folder = (0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'ecs-gitops-reviewed');
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const file = (0,external_node_path_.join)(folder, 'reviewed.json');
    (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(reviewed)}\n`);
    await results.setOutput('reviewed', file);
    await results.setOutput('base', base ?? '');
    await results.setOutput('superseded', String(supersededBy !== undefined));
}

// EXTERNAL MODULE: ./build/model/errors.js
var errors = __webpack_require__(2011);
;// CONCATENATED MODULE: ./build/actions/report/event.js



const PULL_REQUEST = schemas/* object */.Ikc({
    action: schemas/* string */.YjP(),
    pull_request: schemas/* object */.Ikc({
        number: schemas/* number */.aig(),
        merged: schemas/* boolean */.zMY().optional(),
        head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish() }),
        base: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }),
    }),
});
const MERGE_GROUP = schemas/* object */.Ikc({ merge_group: schemas/* object */.Ikc({ head_sha: schemas/* string */.YjP(), base_sha: schemas/* string */.YjP() }) });
const PUSH = schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), before: schemas/* string */.YjP(), after: schemas/* string */.YjP() });
/** Reads the event's payload. Throws INPUT_INVALID where it is not what GitHub documents. */
function readEvent(env) {
    const head = env['GITHUB_SHA'] ?? '';
    switch (env['GITHUB_EVENT_NAME']) {
        case 'pull_request':
        case 'pull_request_target': {
            const { action, pull_request: pull } = payload(PULL_REQUEST, env);
            return {
                kind: 'pull-request',
                number: pull.number,
                head: pull.head.sha,
                base: pull.base.sha,
                isClosed: action === 'closed',
                isMerged: pull.merged === true,
                isFork: pull.head.repo?.full_name !== env['GITHUB_REPOSITORY'],
            };
        }
        case 'merge_group': {
            const { merge_group: group } = payload(MERGE_GROUP, env);
            return { kind: 'merge-group', head: group.head_sha, base: group.base_sha };
        }
        case 'push': {
            const { ref, before, after } = payload(PUSH, env);
            const isNew = /^0+$/.test(before);
            return {
                kind: 'push',
                head: after,
                before: isNew ? undefined : before,
                branch: ref.replace(/^refs\/heads\//, ''),
            };
        }
        default:
            return { kind: 'other', head };
    }
}
function payload(shape, env) {
    const path = env['GITHUB_EVENT_PATH'] ?? '';
    try {
        return shape.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw new errors/* ToolkitError */.h('INPUT_INVALID', `${path} is not the payload of a ${env['GITHUB_EVENT_NAME']} event.`, {
            hint: 'Run report in a workflow on GitHub, which sets GITHUB_EVENT_NAME and GITHUB_EVENT_PATH.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./build/render/commands.js
var commands = __webpack_require__(2299);
;// CONCATENATED MODULE: ./build/render/report-annotations.js



/** GitHub keeps as many of each level for a step. */
const MOST = 10;
/** Annotations at the lines of config that are dangerous or that AWS refused; what GitHub would drop is told in the last one. */
function reportAnnotations(records) {
    const notes = targetsOf(records).flatMap((target) => [
        ...target.units.flatMap(({ name, outcome: { kind, summary, at } }) => at && !(0,model_outcome/* isGreen */.gf)(kind) ? [{ level: 'error', message: `${name}: ${summary}`, at }] : []),
        ...changingPlans(target).flatMap(({ changes, dangers }) => dangers.map(({ resource, loss, allowed }) => ({
            level: allowed ? 'warning' : 'error',
            message: `${resource}: ${loss}`,
            at: changes.find((change) => change.resource === resource)?.at,
        }))),
    ]);
    return ['error', 'warning'].flatMap((level) => {
        const all = notes.filter((note) => note.level === level);
        const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
        const left = all.length - shown.length;
        const rest = `${left} more: the comment and the summary have them.`;
        return [
            ...shown.map(({ message, at }) => (0,commands/* annotation */.w)(level, message, at, 'ECS plan')),
            ...(left > 0 ? [(0,commands/* annotation */.w)(level, rest, undefined, 'ECS plan')] : []),
        ];
    });
}

;// CONCATENATED MODULE: ./build/review/publish-comment.js



const ATTEMPTS = 4;
/**
 * Brings the one comment of a pull request to a text: found among all, edited in place, made anew where somebody deleted it,
 * shortened where GitHub finds it too long. What a later run wrote stays. Throws GITHUB_DENIED and GITHUB_UNAVAILABLE.
 */
async function publishComment(publication, github, viewer) {
    let limit = COMMENT_LIMIT;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const own = await markedComments(github.comments, publication.pull, viewer);
        const [first] = own;
        if (own.some(({ marker }) => isNewer(marker, publication.run)))
            return { kind: 'kept' };
        const body = publication.render(first, limit);
        if (body === undefined)
            return { kind: 'kept' };
        if (first && plain(first.body) === plain(body))
            return { kind: 'unchanged', url: first.url };
        const written = await write(publication.pull, first, body, github);
        if (written === 'too-long')
            limit = Math.floor(limit / 2);
        if (typeof written === 'string')
            continue;
        await foldOthers(own.slice(1), github);
        return { kind: 'written', url: written.url };
    }
    throw new errors/* ToolkitError */.h('GITHUB_REFUSED', `The comment on #${publication.pull} could not be written.`, {
        hint: 'Run the job again; the summary of this run has what it would have said.',
    });
}
/** What nobody knows to have gone through is looked for again instead of being sent again. */
async function write(pull, found, body, { comments }) {
    try {
        const written = found ? await comments.update(found.id, body) : await comments.create(pull, body);
        switch (written.kind) {
            case 'written':
                return written.comment;
            case 'too-long':
                return 'too-long';
            case 'gone':
                return 'look-again';
        }
    }
    catch (error) {
        if (!found && error instanceof errors/* ToolkitError */.h && error.code === 'GITHUB_UNAVAILABLE')
            return 'look-again';
        throw error;
    }
}
/** Duplicates are left from runs that raced; a token that may not fold them may still write. */
async function foldOthers(others, { comments }) {
    for (const { nodeId } of others) {
        await comments.minimize(nodeId).catch((error) => {
            if (!(error instanceof errors/* ToolkitError */.h))
                throw error;
        });
    }
}
/** GitHub gives texts back with its own line ends, and without blanks at the end. */
function plain(body) {
    return body.replaceAll('\r\n', '\n').trimEnd();
}

;// CONCATENATED MODULE: ./build/actions/report/pull-request.js






const FORK = 'This pull request comes from a fork: it gets no credentials, so what merging it would do was not looked up. Its config is valid.';
/** Before anything has run: says in the comment that a plan is being made, or that the pull request was closed. */
async function announcePull(event, session) {
    if (event.isClosed && event.isMerged)
        return;
    const state = event.isClosed ? 'closed' : 'planning';
    const report = { state, phase: 'plan', records: [], context: { ...event, ...session.run } };
    const run = { run: session.run.runId, attempt: session.run.runAttempt };
    const published = await session.permitted('Comment on the pull request', async () => publishComment({
        pull: event.number,
        run,
        render: (found, limit) => {
            const restated = found && restateComment(found.body, state, run, event.head);
            if (restated && restated.length <= limit)
                return restated;
            return event.isClosed ? undefined : renderComment(report, { limit }).body;
        },
    }, session.github, await session.viewer()));
    await finish(state, published, session);
    if (!event.isClosed)
        await setStatus(event.head, state, undefined, session);
}
/** What merging would do, on the pull request and in the summary. */
async function reportPull(event, records, session) {
    if (event.isFork && !records.some(({ failure, mode }) => mode === 'plan' || isInvalid(failure))) {
        session.say('notice', FORK);
        await session.results.addSummary(`${FORK}\n`);
        return;
    }
    const report = reportOf(event, records, session);
    process.stdout.write(reportAnnotations(records)
        .map((line) => `${line}\n`)
        .join(''));
    await session.results.addSummary(reportSummary(report));
    let comment;
    const published = await session.permitted('Comment on the pull request', async () => publishComment({
        pull: event.number,
        run: { run: session.run.runId, attempt: session.run.runAttempt },
        render: (_, limit) => {
            comment = renderComment(report, { limit });
            return comment.body;
        },
    }, session.github, await session.viewer()));
    await finish(report.state, published, session);
    if (published?.kind !== 'kept')
        await setStatus(event.head, report.state, comment, session);
}
/** A merge group has no comment: its commit gets the status, and the run the summary. */
async function reportMergeGroup(event, records, session) {
    const report = reportOf(event, records, session);
    await session.results.addSummary(reportSummary(report));
    await setStatus(event.head, report.state, renderComment(report), session);
    await session.results.setOutput('state', report.state);
}
function reportOf({ head, base }, records, session) {
    return { state: stateOf(records, 'plan'), phase: 'plan', records, context: { head, base, ...session.run } };
}
function isInvalid(failure) {
    return failure !== undefined && failure.code !== 'RESULTS_MISSING';
}
async function setStatus(sha, state, comment, session) {
    const status = { ...planStatus(state, comment), url: session.run.runUrl };
    await session.permitted('Set the commit status', () => session.github.statuses.set(sha, status));
}
async function finish(state, published, { results, say }) {
    await results.setOutput('state', state);
    if (published?.kind === 'kept')
        say('notice', 'A later run has reported already: nothing was changed.');
    if (published && published.kind !== 'kept')
        await results.setOutput('comment-url', published.url);
}

;// CONCATENATED MODULE: ./build/review/mark-stale.js


/** The most recently updated ones; a push must not cost a request for each of hundreds. */
const MOST_PULLS = 30;
const PLANNED = ['ready', 'blocked', 'no-changes'];
/** Says in the comments of open pull requests to a branch that it has moved on since they were planned. */
async function markStale(branch, tip, github, viewer) {
    const pulls = (await github.pulls.open()).filter(({ baseBranch }) => baseBranch === branch).slice(0, MOST_PULLS);
    for (const { number } of pulls) {
        const [comment] = await markedComments(github.comments, number, viewer);
        if (!comment || comment.marker.base === tip || !PLANNED.includes(comment.marker.state))
            continue;
        // Still of the run that planned it: a plan of that pull request which is under way is not to be taken for an older one.
        const body = restateComment(comment.body, 'stale', comment.marker);
        if (body !== undefined)
            await github.comments.update(comment.id, body);
    }
}

;// CONCATENATED MODULE: ./build/actions/report/push.js








/** Before anything is applied: says so in the comments of the pull requests that were merged. */
async function announcePush(event, session) {
    const { run, permitted } = session;
    const mark = { run: run.runId, attempt: run.runAttempt };
    await permitted('Comment on the merged pull requests', async () => {
        for (const pull of await push_mergedPulls(event, session)) {
            const render = (found) => found && restateComment(found.body, 'applying', mark);
            await publishComment({ pull: pull.number, run: mark, render }, session.github, await session.viewer());
        }
    });
    await session.results.setOutput('state', 'applying');
}
/** How applying a push ended: in the summary, as deployments, in the comments of what was merged and of what is still open. */
async function reportPush(event, records, session) {
    const { github, run, results, permitted } = session;
    const ran = records.filter(({ selected }) => selected === undefined);
    if (ran.length === 0) {
        const nothing = 'Nothing was applied: no cluster is touched, or a newer commit was applied before.';
        session.say('notice', nothing);
        await results.addSummary(`${nothing}\n`);
        return;
    }
    const context = { head: event.head, base: event.before ?? event.head, ...run };
    const report = { state: stateOf(records, 'apply'), phase: 'apply', records, context };
    await results.addSummary(reportSummary(report));
    await results.setOutput('state', report.state);
    // Before this one is a deployment, which would end the list of what it brought.
    const pulls = await permitted('Find the merged pull requests', () => push_mergedPulls(event, session));
    await permitted('Record the deployments', async () => recordDeployments(records, context, github.deployments, await session.viewer()));
    await permitted('Comment on the merged pull requests', () => commentOnMerged(pulls ?? [], report, session));
    await permitted('Mark the plans of open pull requests', async () => markStale(event.branch, event.head, github, await session.viewer()));
}
async function push_mergedPulls({ head, before }, session) {
    return pullsOfPush({ sha: head, before }, session.github, await session.viewer());
}
/** A pull request without a plan has no comment, and gets none. */
async function commentOnMerged(pulls, report, session) {
    for (const { number, head } of pulls) {
        const published = await publishComment({
            pull: number,
            run: { run: session.run.runId, attempt: session.run.runAttempt },
            render: (found, limit) => found &&
                renderComment({ ...report, context: { ...report.context, head, base: found.marker.base } }, { limit, evidence: findEvidence(found.body) }).body,
        }, session.github, await session.viewer());
        if (published.kind !== 'kept')
            await session.results.setOutput('comment-url', published.url);
    }
}

// EXTERNAL MODULE: ./build/model/run-record.js
var run_record = __webpack_require__(5361);
;// CONCATENATED MODULE: ./build/adapters/runner/run-record-schema.js



/** An artifact may come from anywhere: what is read from one is held against this before anything is made of it. */
// As an object, of which the compiler misses a kind that is new.
const OUTCOMES = {
    unchanged: 'unchanged',
    planned: 'planned',
    deployed: 'deployed',
    paused: 'paused',
    verified: 'verified',
    destroyed: 'destroyed',
    'rolled-back': 'rolled-back',
    failed: 'failed',
    superseded: 'superseded',
    cancelled: 'cancelled',
    blocked: 'blocked',
    'timed-out': 'timed-out',
};
const position = schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: schemas/* number */.aig(), column: schemas/* number */.aig() });
const shownValue = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('value'), text: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('absent') }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('secret') }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('known-after-apply') }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('withheld') }),
]);
const change = schemas/* object */.Ikc({
    action: schemas/* enum */.k5n(['add', 'modify', 'replace', 'remove']),
    resource: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    physicalId: schemas/* string */.YjP().optional(),
    properties: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), before: shownValue, after: shownValue, live: shownValue.optional() })),
    certainty: schemas/* enum */.k5n(['certain', 'conditional', 'known-after-apply']),
    at: position.optional(),
});
const danger = schemas/* object */.Ikc({
    resource: schemas/* string */.YjP(),
    property: schemas/* string */.YjP().optional(),
    to: schemas/* string */.YjP().optional(),
    loss: schemas/* string */.YjP(),
    forbidden: schemas/* string */.YjP().optional(),
    allowed: schemas/* boolean */.zMY(),
});
const forecast = schemas/* object */.Ikc({
    strategy: schemas/* enum */.k5n(['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY']),
    tasks: schemas/* number */.aig(),
    lowest: schemas/* number */.aig(),
    highest: schemas/* number */.aig(),
    waves: schemas/* number */.aig().optional(),
    room: schemas/* enum */.k5n(['enough', 'grows', 'missing', 'unknown']),
    roomText: schemas/* string */.YjP(),
    lastDurationsMs: schemas/* array */.YOg(schemas/* number */.aig()),
});
const check = schemas/* object */.Ikc({
    subject: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['passed', 'failed', 'warning', 'unchecked']),
    message: schemas/* string */.YjP(),
    at: position.optional(),
});
const unit = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(['stack', 'service']),
    changes: schemas/* array */.YOg(change),
    dangers: schemas/* array */.YOg(danger),
    needs: schemas/* array */.YOg(schemas/* string */.YjP()),
    digest: schemas/* string */.YjP(),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    forecast: forecast.optional(),
    checks: schemas/* array */.YOg(check).optional(),
});
const outcome = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n(OUTCOMES),
    summary: schemas/* string */.YjP(),
    evidence: schemas/* array */.YOg(schemas/* string */.YjP()),
    nextStep: schemas/* string */.YjP().optional(),
    at: position.optional(),
});
const failure = schemas/* object */.Ikc({
    code: schemas/* enum */.k5n(errors/* ERROR_CODES */.O),
    message: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
    at: position.optional(),
    issues: schemas/* array */.YOg(schemas/* object */.Ikc({ at: position, message: schemas/* string */.YjP(), hint: schemas/* string */.YjP().optional() })),
});
const span = schemas/* object */.Ikc({
    section: schemas/* string */.YjP(),
    label: schemas/* string */.YjP(),
    startMs: schemas/* number */.aig(),
    endMs: schemas/* number */.aig(),
    mark: schemas/* enum */.k5n(['done', 'failed', 'going-on']),
});
const RUN_RECORD = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(run_record/* RECORD_VERSION */.h),
    action: schemas/* string */.YjP(),
    mode: schemas/* string */.YjP(),
    cluster: schemas/* string */.YjP().optional(),
    region: schemas/* string */.YjP().optional(),
    clusterFile: schemas/* string */.YjP().optional(),
    commit: schemas/* string */.YjP().optional(),
    startedAt: schemas/* number */.aig(),
    endedAt: schemas/* number */.aig(),
    outcome: schemas/* enum */.k5n(OUTCOMES),
    changed: schemas/* boolean */.zMY(),
    units: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        plan: unit.optional(),
        outcome,
        taskDefinitionArn: schemas/* string */.YjP().optional(),
    })),
    failure: failure.optional(),
    url: schemas/* string */.YjP().optional(),
    selected: schemas/* array */.YOg(schemas/* object */.Ikc({ cluster: schemas/* string */.YjP(), region: schemas/* string */.YjP(), services: schemas/* array */.YOg(schemas/* string */.YjP()) })).optional(),
    spans: schemas/* array */.YOg(span),
});

;// CONCATENATED MODULE: ./build/adapters/runner/record-files.js



const record_files_LARGEST_BYTES = 64 * 1024 * 1024;
/** The records that other jobs left: `files` are folders (everything below), files or patterns. None found is none read. */
function readRunRecords(files) {
    const paths = [...new Set(files.flatMap(filesOf))].sort();
    const read = paths.map(readOne);
    return {
        records: read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
        unreadable: read.filter((each) => typeof each === 'string'),
    };
}
function filesOf(pattern) {
    const isFolder = (0,external_node_fs_.statSync)(pattern, { throwIfNoEntry: false })?.isDirectory();
    return (0,external_node_fs_.globSync)(isFolder ? (0,external_node_path_.join)(pattern, '**/*.json') : pattern).filter((path) => (0,external_node_fs_.statSync)(path).isFile());
}
function readOne(path) {
    if ((0,external_node_fs_.statSync)(path).size > record_files_LARGEST_BYTES)
        return `${path} is larger than 64 MiB.`;
    try {
        const parsed = RUN_RECORD.safeParse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
        if (parsed.success)
            return parsed.data;
        const [issue] = parsed.error.issues;
        return `${path} is no record of a run: ${issue?.path.join('.')}: ${issue?.message}`;
    }
    catch {
        return `${path} is no JSON.`;
    }
}

;// CONCATENATED MODULE: ./build/actions/report/records.js



/** What the other jobs left, and a failure for all that was selected and of which nothing was left. */
function readRecords(files, session) {
    const { records, unreadable } = readRunRecords(files);
    for (const problem of unreadable)
        session.say('warning', problem);
    const selected = records.flatMap((record) => record.selected ?? []);
    return [...records, ...selected.flatMap((each) => missing(each, records))];
}
/** What ended badly has said so: what was not begun for it is not missed. */
function missing({ cluster, region, services }, records) {
    const ran = records.filter((record) => record.cluster === cluster);
    if (ran.length === 0)
        return [nothingOf(`The jobs of cluster ${cluster} left no results.`, cluster, region)];
    if (ran.some(({ outcome }) => !(0,model_outcome/* isGreen */.gf)(outcome)))
        return [];
    const told = new Set(ran.flatMap(({ units }) => units.map(({ name }) => name)));
    const untold = services.filter((service) => !told.has(`service/${cluster}/${service}`));
    if (untold.length === 0)
        return [];
    return [nothingOf(`No job of cluster ${cluster} left results of ${untold.join(', ')}.`, cluster, region)];
}
function nothingOf(message, cluster, region) {
    return {
        version: run_record/* RECORD_VERSION */.h,
        action: 'none',
        mode: '',
        cluster,
        region,
        startedAt: 0,
        endedAt: 0,
        outcome: 'failed',
        changed: false,
        units: [],
        failure: {
            code: 'RESULTS_MISSING',
            message,
            hint: 'Their logs say why, e.g. missing credentials, or that they were cancelled.',
            issues: [],
        },
        spans: [],
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/calling.js

const calling_ATTEMPTS = 4;
/** Longer than this in all a job does not wait for GitHub. */
const MOST_WAITING_MS = 180_000;
/** What GitHub asks for where a secondary limit names no time (docs.github.com, best practices for using the REST API). */
const SECONDARY_MS = 60_000;
/**
 * Asks GitHub, again after a while where it is busy or limits the rate, and translates what it throws. `doing` completes
 * "while …", e.g. `listing comments`.
 */
async function calling(doing, call, clock, { repeatable } = { repeatable: true }) {
    let waited = 0;
    for (let attempt = 1;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            const delay = delayMs(error, attempt, repeatable, clock);
            if (delay === undefined || attempt === calling_ATTEMPTS || waited + delay > MOST_WAITING_MS)
                throw translated(error, doing);
            waited += delay;
            await clock.sleep(delay);
        }
    }
}
/** The HTTP status of what Octokit threw. */
function calling_statusOf(error) {
    return error instanceof Error ? error.status : undefined;
}
/** How long to wait before another attempt; undefined where there is no use in one. */
function delayMs(error, attempt, repeatable, clock) {
    if (isLimited(error))
        return limitMs(error, clock);
    // Octokit gives 500 to what never reached GitHub, too.
    if (!repeatable || (error.status ?? 0) < 500)
        return undefined;
    return 1000 * 2 ** (attempt - 1) * (0.5 + clock.random());
}
function isLimited({ status, message, response }) {
    if (status === 429)
        return true;
    const { headers = {} } = response ?? {};
    return (status === 403 &&
        (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message)));
}
function limitMs({ response }, clock) {
    const { headers = {} } = response ?? {};
    const after = Number(headers['retry-after']);
    if (after >= 0)
        return after * 1000;
    const resetAt = Number(headers['x-ratelimit-reset']) * 1000;
    if (headers['x-ratelimit-remaining'] === '0' && resetAt > 0)
        return Math.max(0, resetAt - clock.now()) + 1000;
    return SECONDARY_MS;
}
function translated(error, doing) {
    const { status = 0, message } = error instanceof Error ? error : { message: String(error) };
    const text = `GitHub: ${message} (${status}, while ${doing}).`;
    if (isLimited(error) || status >= 500) {
        return new errors/* ToolkitError */.h('GITHUB_UNAVAILABLE', text, {
            hint: 'Run the job again a little later: it continues where GitHub stands.',
            cause: error,
        });
    }
    // GraphQL answers 200 to what a token may not do.
    if (status === 401 || status === 403 || /not accessible by/i.test(message)) {
        return new errors/* ToolkitError */.h('GITHUB_DENIED', text, {
            hint: 'Give the job the permissions that docs/security.md lists for report. Runs from forks never have them.',
            cause: error,
        });
    }
    return new errors/* ToolkitError */.h(status >= 400 ? 'GITHUB_REFUSED' : 'INTERNAL', text, {
        hint: 'GitHub says what is wrong; correct it, then run the job again.',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/adapters/github/repository.js
function openRepository({ token, apiUrl, owner, repo }, clock) {
    let loading;
    const load = async () => {
        const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
        return getOctokit(token, { baseUrl: apiUrl });
    };
    return {
        octokit: () => {
            loading ??= load();
            return loading;
        },
        name: { owner, repo },
        clock,
    };
}
/** GitHub calls the same app `github-actions[bot]` over REST and, in places, `github-actions` over GraphQL. */
function loginOf(user) {
    return (user?.login ?? '').replace(/\[bot\]$/, '');
}

;// CONCATENATED MODULE: ./build/adapters/github/comments.js


const MINIMIZE = 'mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }';
function createComments({ octokit, name, clock }) {
    return {
        list: (issue) => calling(`listing comments of #${issue}`, async () => {
            const { paginate, rest } = await octokit();
            const found = await paginate(rest.issues.listComments, { ...name, issue_number: issue, per_page: 100 });
            return found.map(viewOf);
        }, clock),
        // Not repeated where nobody knows whether it went through: there could be two.
        create: (issue, body) => written(() => calling(`commenting on #${issue}`, async () => {
            const { rest } = await octokit();
            return viewOf((await rest.issues.createComment({ ...name, issue_number: issue, body })).data);
        }, clock, { repeatable: false })),
        update: (id, body) => written(() => calling('updating a comment', async () => {
            const { rest } = await octokit();
            return viewOf((await rest.issues.updateComment({ ...name, comment_id: id, body })).data);
        }, clock)),
        minimize: async (nodeId) => {
            await calling('folding a comment', async () => (await octokit()).graphql(MINIMIZE, { id: nodeId }), clock);
        },
    };
}
async function written(write) {
    try {
        return { kind: 'written', comment: await write() };
    }
    catch (error) {
        const { cause } = error;
        const status = calling_statusOf(cause);
        if (status === 404 || status === 410)
            return { kind: 'gone' };
        if (status === 422 && /too long/i.test(String(cause)))
            return { kind: 'too-long' };
        throw error;
    }
}
function viewOf({ id, node_id, user, body = '', html_url }) {
    return { id, nodeId: node_id, author: loginOf(user), body, url: html_url };
}

;// CONCATENATED MODULE: ./build/adapters/github/pulls.js

function createPulls({ octokit, name, clock }) {
    return {
        get: (number) => calling(`reading #${number}`, async () => pullOf((await (await octokit()).rest.pulls.get({ ...name, pull_number: number })).data), clock),
        open: () => calling('listing open pull requests', async () => {
            const query = { ...name, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 };
            return (await (await octokit()).rest.pulls.list(query)).data.map(pullOf);
        }, clock),
    };
}
function pullOf({ number, state, head, base, merged_at }) {
    return {
        number,
        head: head.sha,
        base: base.sha,
        baseBranch: base.ref,
        isOpen: state === 'open',
        isMerged: merged_at !== null,
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/commits.js


/** GitHub lists no more commits of a comparison than this on one page. */
const PER_PAGE = 100;
/** A push of more is told like one that cannot be compared. */
const MOST_PAGES = 10;
function createCommits(repository) {
    const { octokit, name, clock } = repository;
    return {
        compare: async (base, head) => {
            try {
                return await calling(`comparing ${base} with ${head}`, () => compareAll(repository, base, head), clock);
            }
            catch (error) {
                if (calling_statusOf(error.cause) === 404)
                    return undefined;
                throw error;
            }
        },
        pulls: (sha) => calling(`asking for the pull requests of ${sha}`, async () => {
            const { rest } = await octokit();
            const query = { ...name, commit_sha: sha, per_page: PER_PAGE };
            return (await rest.repos.listPullRequestsAssociatedWithCommit(query)).data.map(pullOf);
        }, clock),
    };
}
async function compareAll({ octokit, name }, base, head) {
    const { rest } = await octokit();
    const commits = [];
    for (let page = 1;; page++) {
        const query = { ...name, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
        const { data } = await rest.repos.compareCommitsWithBasehead(query);
        commits.push(...data.commits.map(({ sha }) => sha));
        const isLast = data.commits.length < PER_PAGE || page === MOST_PAGES;
        if (isLast)
            return { status: data.status, commits };
    }
}

;// CONCATENATED MODULE: ./build/adapters/github/deployments.js


function createDeployments({ octokit, name, clock }) {
    return {
        list: (task) => calling('listing deployments', async () => {
            const { rest } = await octokit();
            const { data } = await rest.repos.listDeployments({ ...name, task, per_page: 100 });
            return data.map(({ id, sha, creator, payload }) => ({ id, sha, author: loginOf(creator), payload }));
        }, clock),
        states: (id) => calling(`listing statuses of deployment ${id}`, async () => {
            const { rest } = await octokit();
            const { data } = await rest.repos.listDeploymentStatuses({ ...name, deployment_id: id, per_page: 100 });
            return data.map(({ state }) => state);
        }, clock),
        create: ({ sha, environment, task, description, payload }) => calling(`creating a deployment to ${environment}`, async () => {
            const { rest } = await octokit();
            // It reports what is so: nothing is to be merged into it, and no check is to hold it up.
            const { data } = await rest.repos.createDeployment({
                ...name,
                ref: sha,
                environment,
                task,
                description,
                payload,
                auto_merge: false,
                required_contexts: [],
            });
            if ('id' in data)
                return data.id;
            throw new Error(`GitHub made no deployment: ${data.message ?? 'no reason given'}`);
        }, clock, { repeatable: false }),
        setStatus: async (id, { state, description, logUrl, environmentUrl }) => {
            await calling(`setting the status of deployment ${id}`, async () => (await octokit()).rest.repos.createDeploymentStatus({
                ...name,
                deployment_id: id,
                state,
                description,
                log_url: logUrl,
                ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
            }), clock);
        },
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/issues.js


function createIssues({ octokit, name, clock }) {
    return {
        labelled: (label) => calling(`listing issues with label ${label}`, async () => {
            const { paginate, rest } = await octokit();
            const query = { ...name, labels: label, state: 'all', per_page: 100 };
            const found = await paginate(rest.issues.listForRepo, query);
            return found.filter(({ pull_request }) => pull_request === undefined).map(issues_viewOf);
        }, clock),
        create: ({ title, body, label }) => calling('opening an issue', async () => {
            const { rest } = await octokit();
            return issues_viewOf((await rest.issues.create({ ...name, title, body, labels: [label] })).data);
        }, clock, { repeatable: false }),
        update: async (number, change) => {
            await calling(`updating issue #${number}`, async () => (await octokit()).rest.issues.update({ ...name, issue_number: number, ...change }), clock);
        },
    };
}
function issues_viewOf({ number, user, title, body, state, html_url }) {
    return { number, author: loginOf(user), title, body: body ?? '', isOpen: state === 'open', url: html_url };
}

;// CONCATENATED MODULE: ./build/adapters/github/statuses.js


function createStatuses({ octokit, name, clock }) {
    return {
        list: (sha) => calling(`listing statuses of ${sha}`, async () => {
            const { paginate, rest } = await octokit();
            const found = await paginate(rest.repos.listCommitStatusesForRef, { ...name, ref: sha, per_page: 100 });
            return found.map(({ context, state, description, creator }) => ({
                context,
                state: state,
                description: description ?? '',
                author: loginOf(creator),
            }));
        }, clock),
        set: async (sha, { url, ...status }) => {
            const request = { ...name, sha, ...status, target_url: url };
            await calling(`setting a status of ${sha}`, async () => (await octokit()).rest.repos.createCommitStatus(request), clock);
        },
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/github.js








/** GitHub through Octokit, which is loaded when it is first asked. */
function createGitHub(settings, clock) {
    const repository = openRepository(settings, clock);
    return {
        viewer: () => calling('asking whose token this is', async () => loginOf((await (await repository.octokit()).graphql('{ viewer { login } }')).viewer), clock),
        comments: createComments(repository),
        pulls: createPulls(repository),
        commits: createCommits(repository),
        statuses: createStatuses(repository),
        deployments: createDeployments(repository),
        issues: createIssues(repository),
    };
}

// EXTERNAL MODULE: ./build/adapters/runner/clock.js
var clock = __webpack_require__(1390);
// EXTERNAL MODULE: ./build/adapters/runner/results.js
var results = __webpack_require__(3878);
;// CONCATENATED MODULE: ./build/actions/report/session.js





/** By default a workflow's token belongs to this app. */
const ACTIONS_APP = 'github-actions';
function openSession({ token, owner, repo }, env) {
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    const github = createGitHub({ token, apiUrl, owner, repo }, (0,clock/* runnerClock */.P)(1));
    const say = (level, message) => process.stdout.write(`${(0,commands/* annotation */.w)(level, message)}\n`);
    let asked;
    const permitted = async (what, work) => {
        if (!token) {
            say('notice', `${what}: not done without a token; the summary has it.`);
            return undefined;
        }
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof errors/* ToolkitError */.h) || error.code !== 'GITHUB_DENIED')
                throw error;
            say('notice', `${what}: this job's token may not; the summary has it. ${error.message}`);
            return undefined;
        }
    };
    return {
        github,
        viewer: () => {
            asked ??= github.viewer().catch(() => ACTIONS_APP);
            return asked;
        },
        results: (0,results/* runnerResults */.x)(env),
        run: {
            runId: Number(env['GITHUB_RUN_ID'] ?? 0),
            runAttempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
            runUrl: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${owner}/${repo}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
        },
        say,
        permitted,
    };
}

;// CONCATENATED MODULE: ./build/actions/report/run.js










/** Speaks to GitHub about what the other actions left. It knows nothing of AWS, and has no access to it. */
async function run(given, env) {
    const session = openSession(given, env);
    const event = readEvent(env);
    switch (given.mode) {
        case 'collect':
            await collect(event, env, session);
            return true;
        case 'drift':
            await drift(event, readRecords(given.files, session), session);
            return true;
        case 'report':
            await (given.files.length === 0
                ? announce(event, session)
                : report(event, readRecords(given.files, session), session));
            return true;
    }
}
async function announce(event, session) {
    switch (event.kind) {
        case 'pull-request':
            return announcePull(event, session);
        case 'push':
            return announcePush(event, session);
        case 'merge-group':
        case 'other':
            session.say('notice', 'There is nothing to report yet: the input files is empty.');
    }
}
async function report(event, records, session) {
    switch (event.kind) {
        case 'pull-request':
            return reportPull(event, records, session);
        case 'merge-group':
            return reportMergeGroup(event, records, session);
        case 'push':
            return reportPush(event, records, session);
        case 'other':
            return reportOther(event, records, session);
    }
}
/** A rollback, or an apply that a person started. */
async function reportOther({ head }, records, session) {
    const context = { head, base: head, ...session.run };
    const state = stateOf(records, 'apply');
    await session.results.addSummary(reportSummary({ state, phase: 'apply', records, context }));
    await session.results.setOutput('state', state);
    await session.permitted('Record the deployments', async () => recordDeployments(records, context, session.github.deployments, await session.viewer()));
}
async function drift({ head }, records, session) {
    const { github, results, run } = session;
    const state = stateOf(records, 'plan');
    const context = { head, base: head, ...run };
    await results.addSummary(reportSummary({ state, phase: 'plan', records, context }));
    await results.setOutput('state', state);
    const reports = await session.permitted('Keep the issues about drift', async () => reportDrift(records, github.issues, await session.viewer()));
    await results.setOutput('issues', JSON.stringify(reports ?? []));
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
 * ECS_GITOPS_TIME_SCALE: how many times as fast as real time the run's clock goes, for the emulator. Against AWS a scaled
 * clock would give up long before AWS is done, so it is refused unless AWS_ENDPOINT_URL is on loopback.
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
        throw refusal('ECS_GITOPS_TIME_SCALE is set, but AWS_ENDPOINT_URL is not on loopback.', 'Unset it: only the emulator keeps scaled time.');
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
    return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\nThe rest did not fit into a summary; the log has it.\n`;
}


/***/ }),

/***/ 7381:
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
/** Where it stands still and until when, for a sentence. */
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

/***/ 9598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** JSON with the members of every object in order of their names, so that equal values have equal texts. */
function canonicalJson(value) {
    return (JSON.stringify(value, (_, member) => typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member) ?? 'undefined');
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

/***/ 8593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ REVIEWED_VERSION)
/* harmony export */ });
const REVIEWED_VERSION = 1;


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
/* harmony export */   Qt: () => (/* binding */ wantedValues),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vi: () => (/* binding */ unitDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);


/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 1;
/**
 * sha256 over what a unit would do: what changes, how, and to what. `content` is what the changes do not spell out (the
 * template of a stack). Left out is everything that differs between two looks at the same plan: values as they were
 * deployed, physical ids, positions in files, order.
 */
function unitDigest(id, changes, content) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        return { action, resource, type, certainty, after: wantedValues(properties) };
    });
    const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
    return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}
/**
 * What properties become, in one order. A change by hand is named with what it made of the value: another one, made after the
 * review, is not overwritten unseen.
 */
function wantedValues(properties) {
    return properties
        .map(({ path, after, live }) => (live ? [path, after, live] : [path, after]))
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
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
/** Whether a plan does nothing, or exactly what some review showed. */
function isReviewed(unit, reviewed) {
    const { digest } = reviewedUnit(unit);
    return unit.changes.length === 0 || reviewed.some((each) => each.unit === unit.id && each.digest === digest);
}
/**
 * How a plan differs from the last review of the unit, a resource to a line. Where nothing visible differs, what does is not a
 * change of its own, e.g. another part of the template.
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
            .map((key) => `${key}: would change otherwise than reviewed.`),
        ...Object.keys(before)
            .filter((key) => after[key] === undefined)
            .map((key) => `${key}: was in the review, and needs no change any more.`),
    ];
    return lines.length > 0 ? lines : ['The changes are those that were reviewed, but what they lead to is not.'];
}
function fingerprints(changes) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        const after = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .wantedValues */ .Qt)(properties);
        return [resource, (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({ action, type, certainty, after }).slice(0, FINGERPRINT_LENGTH)];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 7069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkTable),
/* harmony export */   W: () => (/* binding */ checkLines)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3589);
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
    return `${parts.join(', ')} of ${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;
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
const EFFECTS = { add: 'created', modify: 'in place', replace: '**replaced**', remove: '**deleted**' };
const CERTAINTY = { certain: '', conditional: ' (perhaps)', 'known-after-apply': ' (known after apply)' };
/** A row for each property that changes; what is live now has a column only where somebody changed it. */
function propertyTable(changes, limits) {
    if (changes.length === 0)
        return [];
    const hasDrift = changes.some(({ properties }) => properties.some(({ live }) => live !== undefined));
    const columns = ['', 'Resource', 'Property', ...(hasDrift ? ['Live now'] : []), 'Last deployed', 'After', 'Effect'];
    return [
        `| ${columns.join(' | ')} |`,
        `|${'---|'.repeat(columns.length)}`,
        ...changes.flatMap((change) => changeRows(change, hasDrift, limits)),
    ];
}
function changeRows(change, hasDrift, { longestValue, mostRows }) {
    const { action, resource, type, properties } = change;
    const name = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(resource, 120))} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .typeText */ .wQ)(type))}`;
    const line = (cells) => `| ${[GLYPHS[action], name, ...cells].join(' | ')} |`;
    const blank = hasDrift ? ['', '', '', ''] : ['', '', ''];
    const rows = properties
        .slice(0, mostRows)
        .map((property) => line([
        (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(property.path, 160)),
        ...(hasDrift ? [liveCell(property, longestValue)] : []),
        (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueCell */ .S7)(property.before, longestValue),
        (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueCell */ .S7)(property.after, longestValue),
        effectText(change, property),
    ]));
    if (rows.length === 0)
        return [line([...blank, effectText(change, undefined)])];
    const left = properties.length - rows.length;
    return left > 0 ? [...rows, line([`and ${left} more`, ...blank.slice(1), ''])] : rows;
}
function liveCell({ live, before }, longest) {
    return live ? `⚠️ ${(0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueCell */ .S7)(live, longest)}` : (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .valueCell */ .S7)(before, longest);
}
function effectText({ action, certainty }, property) {
    const reverts = property?.live ? ', **reverts a change by hand**' : '';
    return `${EFFECTS[action]}${CERTAINTY[certainty]}${reverts}`;
}


/***/ }),

/***/ 5629:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ unitName),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   S7: () => (/* binding */ valueCell),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   wQ: () => (/* binding */ typeText)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9822);

/** A value in a cell of a table. */
function valueCell(value, longest) {
    switch (value?.kind) {
        case undefined:
            return '';
        case 'value':
            return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(value.text, longest));
        case 'absent':
            return '*(absent)*';
        case 'secret':
            return '*(differs, not shown)*';
        case 'known-after-apply':
            return '*(known after apply)*';
        case 'withheld':
            return '*(not told by CloudFormation)*';
    }
}
/** `3 min 12 s`, or `45 s`. */
function durationText(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `1 stack`, `2 stacks`. */
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
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
/* harmony import */ var _gantt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3031);

/** Mermaid draws no more edges than this by default. */
const MOST_EDGES = 400;
/** What waits for what, as a Mermaid chart; empty where nothing does, or where there is too much to draw. */
function dependencyGraph(units) {
    const ids = units.map(({ id }) => id);
    const edges = units.flatMap(({ id, needs }) => needs.filter((need) => ids.includes(need)).map((need) => [ids.indexOf(need), ids.indexOf(id)]));
    if (edges.length === 0 || edges.length > MOST_EDGES)
        return [];
    const nodes = [...new Set(edges.flat())].map((index) => `  n${index}["${(0,_gantt_js__WEBPACK_IMPORTED_MODULE_0__/* .chartText */ .C)(ids[index] ?? '')}"]`);
    return ['```mermaid', 'flowchart LR', ...nodes, ...edges.map(([from, to]) => `  n${from} --> n${to}`), '```'];
}


/***/ }),

/***/ 6324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ clockTime),
  C: () => (/* binding */ eventLines)
});

// EXTERNAL MODULE: ./build/health/pause.js
var health_pause = __webpack_require__(7381);
// EXTERNAL MODULE: ./build/render/commands.js
var commands = __webpack_require__(2299);
;// CONCATENATED MODULE: ./build/render/event-level.js
/**
 * Marks a service event for a reader: ECS writes progress and failures in one stream. The substrings are those by which AWS
 * Copilot told failures (aws-facts §1.8).
 */
function failureLevel(message) {
    const text = message.toLowerCase();
    return FAILURES.some((part) => text.includes(part)) ? '!' : '·';
}
const FAILURES = ['fail', 'unhealthy', 'error', 'throttle', 'unable', 'missing', 'alarm detected', 'rolling back'];

// EXTERNAL MODULE: ./build/model/outcome.js
var outcome = __webpack_require__(8158);
// EXTERNAL MODULE: ./build/render/text.js
var render_text = __webpack_require__(9822);
;// CONCATENATED MODULE: ./build/render/outcome-lines.js



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

// EXTERNAL MODULE: ./build/render/plan-lines.js
var plan_lines = __webpack_require__(1728);
;// CONCATENATED MODULE: ./build/render/event-lines.js






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
                (0,render_text/* logText */.kc)(`  ✗ task ${arn.split('/').at(-1)} stopped: ${stoppedReason ?? stopCode ?? 'no reason given'} [${ends.join('; ')}]`),
            ];
        }
        case 'task-ended': {
            const name = `task ${event.task.arn.split('/').at(-1)} before the deployment of ${event.service}`;
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
    const hook = deployment && (0,health_pause/* awaitedHook */.lv)(deployment);
    const stage = [deployment?.status, deployment?.lifecycleStage, deployment && (0,health_pause/* trafficText */.nR)(deployment)];
    const deployments = view.deployments.map(({ status, taskDefinition, runningCount, desiredCount, pendingCount, failedTasks }) => {
        const failed = failedTasks > 0 ? `, ${failedTasks} failed` : '';
        const revision = taskDefinition.split('/').at(-1);
        return `${revision} ${status} ${runningCount}/${desiredCount} running, ${pendingCount} pending${failed}`;
    });
    const pause = hook && `${(0,health_pause/* pauseText */.Iy)(deployment, hook)} (hook ${hook.id})`;
    return [stage.filter(Boolean).join(', '), pause, ...deployments].filter(Boolean).join(' · ');
}
function clockTime(at) {
    return new Date(at).toISOString().slice(11, 19);
}


/***/ }),

/***/ 6502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ forecastSentences)
/* harmony export */ });
/** A rollout's forecast in short sentences: tasks, room, time. */
function forecastSentences(forecast) {
    return [tasksText(forecast), `${ROOM[forecast.room]}: ${forecast.roomText}`, ...durationText(forecast)];
}
const ROOM = {
    enough: 'Room enough',
    grows: 'Room comes',
    missing: 'Room is missing',
    unknown: 'Room is unknown',
};
function tasksText({ strategy, tasks, lowest, highest, waves }) {
    const rounds = waves === undefined ? '' : `, in ${waves} ${waves === 1 ? 'round' : 'rounds'}`;
    const least = lowest === 0 ? 'none healthy until the first new ones are' : `never fewer than ${lowest} healthy`;
    return `${strategy} to ${tasks} ${tasks === 1 ? 'task' : 'tasks'}: ${least}, at most ${highest} at once${rounds}.`;
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

/***/ 3031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ chartText),
/* harmony export */   o: () => (/* binding */ ganttMarkdown)
/* harmony export */ });
/** What Mermaid takes at most; beyond it a reader sees an error instead of a chart. */
const LIMIT = 50_000;
const HEAD = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', '  todayMarker off'];
const MARKS = { done: 'done, ', failed: 'crit, ', 'going-on': 'active, ' };
/** A Mermaid chart of spans, as Markdown; the last ones are left out where it would grow too large. Empty without spans. */
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
/** Text in which nothing is Mermaid's: letters, digits and a few signs; `:`, `;`, `#`, `%`, quotes and brackets all mean something. */
function chartText(text) {
    const plain = text
        .replace(/[^\p{L}\p{N} ._/()+-]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 80);
    return STATEMENTS.test(plain) || plain === '' ? `- ${plain}`.trim() : plain;
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   lT: () => (/* binding */ countText)
/* harmony export */ });
/* harmony import */ var _model_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3589);
/* harmony import */ var _check_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7069);
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
    const of = (action) => changes.filter((change) => change.action === action).length;
    const parts = [
        [of('add'), 'to add'],
        [of('modify'), 'to change'],
        [of('replace'), 'to replace'],
        [of('remove'), 'to remove'],
    ];
    return (parts
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${count} ${what}`)
        .join(', ') || 'no changes');
}
function changeLines(change) {
    const certainty = change.certainty === 'certain' ? '' : ` (${change.certainty})`;
    const at = change.at ? `  ${(0,_model_source_js__WEBPACK_IMPORTED_MODULE_3__/* .positionText */ .J)(change.at)}` : '';
    return [
        `  ${SIGNS[change.action]} ${change.resource} ${change.type}${certainty}${at}`,
        ...change.properties.map((property) => `      ${propertyText(property)}`),
    ];
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
            return '(not told by CloudFormation)';
    }
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ spanTable)
/* harmony export */ });
/* harmony import */ var _event_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9822);


/** A gantt chart's spans as a table, in UTC. Empty without spans. */
function spanTable(spans) {
    if (spans.length === 0)
        return [];
    return ['| | What | From (UTC) | To (UTC) | Took |', '|---|---|--:|--:|--:|', ...spans.map(row)];
}
function row({ section, label, startMs, endMs, mark }) {
    const seconds = ((endMs - startMs) / 1000).toFixed(1);
    const to = mark === 'going-on' ? 'goes on' : (0,_event_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .q)(endMs);
    return `| ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(section)} | ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(label)}${mark === 'failed' ? ' ❌' : ''} | ${(0,_event_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .q)(startMs)} | ${to} | ${seconds} s |`;
}


/***/ })

};
