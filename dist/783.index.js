export const id = 783;
export const ids = [783];
export const modules = {

/***/ 1783:
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

/** Derives the state of the whole from what the runs left. */
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
 * Joins blocks by blank lines into at most `limit` characters, as GitHub counts them. Each step shortens the longest of
 * the blocks of the lowest priority that can still be shortened. What never gives way may exceed the limit.
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
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(271);
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

;// CONCATENATED MODULE: ./build/render/comment/checks.js




const SIGNS = { failed: '❌', warning: '⚠️', unchecked: '❔', passed: '✅' };
const ORDER = ['failed', 'warning', 'unchecked', 'passed'];
/** How many are listed: where there are more, they mostly have one cause. */
const MOST_WRONG = 10;
const PRIORITY = { wrong: 40, passed: 10 };
/** Whether a block of checks tells of what failed or warned. */
function isUrgent({ priority }) {
    return priority === PRIORITY.wrong;
}
/** What was looked up beforehand: what needs a reader's eye is unfolded and stays longest, the rest gives way first. */
function checkBlocks(targets) {
    return targets.flatMap((target) => {
        const all = checksOf(target).toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
        const wrong = all.filter(isWrong);
        const rest = all.filter((check) => !isWrong(check));
        const name = (0,render_text/* excerpt */.Kb)(targetName(target), 120);
        const title = `**${(0,render_text/* markdownText */.p7)(name)}: ${wrong.length} of ${(0,model_text/* counted */.h)(all.length, 'check')} failed or warned**`;
        const passed = rest.filter(({ state }) => state === 'passed').length;
        const fold = `<details><summary>${(0,render_text/* htmlText */.js)(name)}: ${passed} of ${(0,model_text/* counted */.h)(all.length, 'check')} passed</summary>`;
        return [
            ...(wrong.length > 0
                ? [{ priority: PRIORITY.wrong, variants: [[title, '', ...wrongLines(wrong)].join('\n'), title] }]
                : []),
            ...(rest.length > 0
                ? [
                    {
                        priority: PRIORITY.passed,
                        variants: [[fold, '', ...rest.map(checkLine), '', '</details>'].join('\n'), ''],
                    },
                ]
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
// EXTERNAL MODULE: ./build/render/comment/values.js
var values = __webpack_require__(5629);
;// CONCATENATED MODULE: ./build/render/comment/dangers.js





/** Dangers outlive everything else in a comment; those nobody consented to outlive the others. */
const dangers_PRIORITY = { open: 90, allowed: 80 };
/** Alerts for what could lose traffic or data: forbidden, in want of consent, and consented to. */
function dangerBlocks(targets) {
    const all = targets.flatMap((target) => target.units.flatMap(({ plan }) => (plan?.dangers ?? []).map((danger) => ({ danger, unit: plan?.id ?? '', target }))));
    const forbidden = all.filter(({ danger }) => danger.forbidden !== undefined);
    const open = all.filter(({ danger }) => danger.forbidden === undefined && !danger.allowed);
    const allowed = all.filter(({ danger }) => danger.forbidden === undefined && danger.allowed);
    return [
        ...dangers_alert('CAUTION', 'This cannot be done, and no consent lifts it', forbidden, forbiddenLines, dangers_PRIORITY.open),
        ...dangers_alert('CAUTION', 'This loses something, and is not applied without consent', open, openLines, dangers_PRIORITY.open),
        ...dangers_alert('WARNING', 'This loses something, and config consents to it', allowed, dangerLines, dangers_PRIORITY.allowed),
    ];
}
function dangers_alert(kind, title, found, lines, priority) {
    if (found.length === 0)
        return [];
    const quoted = (body) => [`[!${kind}]`, `**${title}:** ${(0,model_text/* counted */.h)(found.length, 'danger')}.`, '', ...body]
        .map((line) => `> ${line}`)
        .join('\n');
    return [
        {
            priority,
            variants: [
                quoted(lines(found)),
                quoted(found.map((each) => `- ${dangerText(each, 60)}`)),
                quoted(grouped(found, placeOf, 80)),
                quoted(grouped(found, ({ target }) => targetName(target), 40)),
            ],
        },
    ];
}
function forbiddenLines(found) {
    return found.map((each) => `- ${dangerText(each, 400)} ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(each.danger.forbidden ?? '', 600))}`);
}
/** Adds the entries of `allow` that would consent to exactly these dangers, by the file that they belong in. */
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
function dangerText(found, longest) {
    const { resource, property, to, loss } = found.danger;
    const name = (0,render_text/* markdownCode */.D9)((0,render_text/* excerpt */.Kb)(property ? `${resource}.${property}` : resource, longest));
    const value = to === undefined ? '' : ` → ${(0,render_text/* markdownCode */.D9)((0,render_text/* excerpt */.Kb)(to, longest))}`;
    return `**${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(placeOf(found), longest))}** ${name}${value}: ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(loss, longest))}`;
}
/** `shop · eu-west-1 · stack shop-web`; without a unit that the resource has the name of. */
function placeOf({ danger: { resource }, unit, target }) {
    const name = (0,values/* unitName */.Cq)(unit);
    const isNamed = resource === name || resource.endsWith(`/${name}`);
    return isNamed ? targetName(target) : `${targetName(target)} · ${unit.split('/')[0]} ${name}`;
}
/** Lists only what would be lost where, without the reasons. */
function grouped(found, groupOf, longest) {
    const groups = Map.groupBy(found, groupOf);
    return [...groups].flatMap(([place, each]) => [
        `- **${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(place, longest))}**: ${each.map(({ danger }) => shortName(danger, longest)).join(', ')}`,
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
 * What a comment shows, for the run that applies it: every unit that would change with its digest, packed, in an HTML
 * comment. Fingerprints are left out where they would take too much room; undefined where not even the digests have
 * any.
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

// EXTERNAL MODULE: ./build/model/config-folder.js
var config_folder = __webpack_require__(8931);
// EXTERNAL MODULE: ./build/render/count-changes.js
var count_changes = __webpack_require__(7402);
;// CONCATENATED MODULE: ./build/render/comment/heading.js







/** The first line that a reader sees: the verdict, and what it comes to. */
function headingLine({ context, ...report }, targets) {
    return heading(verdict(report, targets), context);
}
/** Verdicts that need no plan: they replace the one of a comment that is there. */
function restatedHeading(state, shown) {
    return heading(verdict({ state, phase: 'plan', records: [] }, []), shown);
}
/** A pull request has a comment for each folder of config: the default one needs no name. */
function heading(verdict, { head, folder }) {
    const name = folder === config_folder/* DEFAULT_FOLDER */.XE ? [] : [(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(folder, 120))];
    return `## ${[verdict, ...name, `\`${head.slice(0, 7)}\``].join(' · ')}`;
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
            return `❌ ECS plan: the config is invalid (${(0,model_text/* counted */.h)(problems(records), 'problem')})`;
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
    const of = (action) => (0,count_changes/* countChanges */.x)(changes, action);
    const services = plans.filter(({ kind }) => kind === 'service').length;
    const stacks = plans.filter(({ kind }) => kind === 'stack').length;
    const dangers = targets.flatMap(({ units }) => units.flatMap(({ plan }) => plan?.dangers ?? []));
    const open = dangers.filter(({ allowed }) => !allowed).length;
    const failed = targets.flatMap(checksOf).filter(({ state }) => state === 'failed').length;
    const parts = [
        open > 0 ? `**${(0,model_text/* counted */.h)(open, 'danger')} without consent**` : '',
        of('replace') > 0 ? `**${(0,model_text/* counted */.h)(of('replace'), 'replacement')}**` : '',
        of('remove') > 0 ? `**${(0,model_text/* counted */.h)(of('remove'), 'deletion')}**` : '',
        stacks > 0 ? `${(0,model_text/* counted */.h)(stacks, 'stack')} ${stacks === 1 ? 'changes' : 'change'}` : '',
        services > 0 ? `${(0,model_text/* counted */.h)(services, 'service')} ${services === 1 ? 'changes' : 'change'}` : '',
        failed > 0 ? `**${(0,model_text/* counted */.h)(failed, 'check')} failed**` : '',
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

// EXTERNAL MODULE: ./build/model/stack-names.js
var stack_names = __webpack_require__(7499);
// EXTERNAL MODULE: ./build/model/unit-id.js
var unit_id = __webpack_require__(974);
;// CONCATENATED MODULE: ./build/render/comment/left-over.js






const NAMES = 10;
/**
 * One line about what a plan shows beside the pull request's own changes, so that nobody looks for them in its files.
 */
function leftOverBlock(records, targets) {
    const selected = records.flatMap((record) => record.selected ?? []);
    const found = targets.flatMap((target) => {
        const own = selected.find(({ cluster, region }) => cluster === target.cluster && region === target.region);
        return changingPlans(target)
            .filter((plan) => own && !isOwn(plan, own))
            .map((plan) => `${targets.length > 1 ? `${targetName(target)} ` : ''}${plan.kind} ${(0,values/* unitName */.Cq)(plan.id)}`);
    });
    if (found.length === 0)
        return [];
    const names = found.slice(0, NAMES).map((name) => (0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(name, 120)));
    const rest = found.length - names.length;
    const list = [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
    const text = (what) => `**Not from this pull request:** ${what}. Merging applies it too: the base branch has it, but it was not applied completely; or somebody changed something by hand.`;
    return [{ priority: 70, variants: [text(list), text((0,model_text/* counted */.h)(found.length, 'unit'))] }];
}
/** What belongs to the cluster as a whole is of the pull request's own only where it touches that. */
function isOwn({ id }, { cluster, own }) {
    if (own === undefined)
        return true;
    return own.some((service) => id === (0,unit_id/* serviceUnitId */.L)(cluster, service) || id === (0,unit_id/* stackUnitId */._)((0,stack_names/* serviceStackName */.ZZ)(cluster, service)));
}

;// CONCATENATED MODULE: ./build/render/comment/marker.js


const marker_START = '<!-- ecs-gitops:plan ';
const marker_END = ' -->';
const MARKER = schemas/* object */.Ikc({
    state: schemas/* string */.YjP(),
    folder: schemas/* string */.YjP().default(config_folder/* DEFAULT_FOLDER */.XE),
    head: schemas/* string */.YjP(),
    base: schemas/* string */.YjP(),
    run: schemas/* number */.aig(),
    attempt: schemas/* number */.aig(),
    truncated: schemas/* boolean */.zMY(),
});
function markerLine(marker) {
    const { folder, ...rest } = MARKER.parse(marker);
    // Escapes of JSON, so that nothing in it can end the HTML comment.
    const json = JSON.stringify(folder === config_folder/* DEFAULT_FOLDER */.XE ? rest : { folder, ...rest }).replace(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
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
const MOST_NAMES = 20;
/**
 * What ended badly or waits for an answer, cause first, with what was seen and what to do next; a failure that several
 * runs met, once.
 */
function outcomeBlocks(targets) {
    const told = new Set();
    const isNews = (failure) => {
        const text = JSON.stringify([failure.code, failure.message]);
        return !told.has(text) && told.add(text).size > 0;
    };
    return targets.flatMap((target) => [
        ...target.records.flatMap(({ action, failure }) => failure && isNews(failure) ? failureBlocks(target, action, failure) : []),
        ...sameOutcomes(target.units.filter((unit) => !(0,model_outcome/* isDone */.$L)(unit.outcome.kind) && !isToldByAlert(unit))),
    ]);
}
/** Units that ended alike, e.g. since the same other one stopped, share a block. */
function sameOutcomes(units) {
    const groups = Map.groupBy(units, ({ outcome }) => JSON.stringify(outcome));
    return [...groups.values()].flatMap((alike) => {
        const names = alike.map(({ name }) => name);
        return alike.slice(0, 1).map(({ outcome }) => outcomeBlock(names, outcome));
    });
}
/** What stops for its dangers alone is told by their alert. */
function isToldByAlert({ plan, outcome }) {
    return outcome.kind === 'blocked' && (plan?.dangers ?? []).some(({ allowed }) => !allowed);
}
function outcomeBlock(names, { kind, summary, evidence, nextStep }) {
    const left = names.length - MOST_NAMES;
    const shown = names.slice(0, MOST_NAMES).map((name) => (0,render_text/* markdownCode */.D9)((0,render_text/* excerpt */.Kb)(name, 120)));
    const who = [...shown, ...(left > 0 ? [`${left} more`] : [])].join(', ');
    const head = (longest) => `${signOf(kind)} ${who} **${kind}.** ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)(summary, longest))}`;
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
const overview_NAMES = 3;
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
        const found = (0,count_changes/* countChanges */.x)(changes, action);
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
    const names = units.slice(0, overview_NAMES).map(({ id }) => (0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)((0,values/* unitName */.Cq)(id), 60)));
    const rest = units.length - names.length;
    return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ') || 'none';
}
function driftText(units) {
    const changes = units.flatMap((unit) => unit.changes);
    const gone = changes.filter(({ isMadeAgain }) => isMadeAgain).length;
    const drifted = gone + changes.flatMap(({ properties }) => properties).filter(({ live }) => live !== undefined).length;
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
// EXTERNAL MODULE: ./build/render/log/plan-lines.js
var plan_lines = __webpack_require__(5383);
// EXTERNAL MODULE: ./build/render/comment/property-table.js
var property_table = __webpack_require__(1147);
// EXTERNAL MODULE: ./build/model/arn.js
var arn = __webpack_require__(5909);
;// CONCATENATED MODULE: ./build/render/comment/task-definition-diff.js




const task_definition_diff_LONGEST = 300;
const TASK_DEFINITION = 'AWS::ECS::TaskDefinition';
function isTaskDefinition({ type, properties }) {
    return type === TASK_DEFINITION && properties.length > 0;
}
/** A task definition's changes as a diff: by container, what goes and what comes, with the sign in the first column. */
function taskDefinitionDiff({ physicalId, properties }) {
    const groups = Map.groupBy(properties, ({ path }) => task_definition_diff_placeOf(path).container);
    const lines = [...groups].flatMap(([container, each]) => [
        ...(container === undefined ? [] : [`  container ${container}`]),
        ...each.flatMap((property) => propertyLines(property, container === undefined ? '' : '  ')),
    ]);
    // Of an ARN with revision; the next one's number is known when it is registered.
    const revision = physicalId && (0,arn/* revisionName */.p)(physicalId);
    return (0,render_text/* fencedBlock */.zW)('diff', revision ? [`  ${revision} → the next revision`, ...lines] : lines);
}
function propertyLines({ path, before, after }, indent) {
    const { member } = task_definition_diff_placeOf(path);
    const [old = before, wanted = after] = (0,values/* shortened */.vI)([before, after], task_definition_diff_LONGEST);
    const line = (sign, value) => `${sign} ${indent}${member}  ${(0,plan_lines/* shownText */.f$)(value)}`;
    return [...(old.kind === 'absent' ? [] : [line('-', old)]), ...(wanted.kind === 'absent' ? [] : [line('+', wanted)])];
}
function task_definition_diff_placeOf(path) {
    const [, container, member] = /^containerDefinitions\.([^.]+)\.(.+)$/.exec(path) ?? [];
    return member === undefined ? { container: undefined, member: path } : { container, member };
}

;// CONCATENATED MODULE: ./build/render/comment/unit-sections.js







const FULL = { longestValue: 160, mostRows: 60 };
const SHORT = { longestValue: 40, mostRows: 5 };
const MOST_CHANGES = 20;
/** Up to this many sections are shown unfolded. */
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
        (0,property_table/* propertyTable */.C)({ ...plan, changes: table }, FULL),
        plan.forecast ? [`**Rollout.** ${(0,render_text/* markdownText */.p7)((0,render_text/* excerpt */.Kb)((0,forecast_text/* forecastSentences */.s)(plan.forecast).join(' '), 1200))}`] : [],
        ...noteLines(plan.notes, 600),
    ]);
}
function shortLines({ kind, changes, notes }) {
    const left = changes.length - MOST_CHANGES;
    return paragraphs([
        (0,property_table/* propertyTable */.C)({ kind, changes: changes.slice(0, MOST_CHANGES) }, SHORT),
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
/**
 * The Markdown of a pull request's comment: the verdict first, then dangers, an overview, and the details as far as
 * there is room.
 */
function renderComment(report, { limit = COMMENT_LIMIT, evidence } = {}) {
    const { state, context } = report;
    const targets = targetsOf(report.records);
    const shown = report.phase === 'plan' ? ownEvidence(state, targets) : evidence;
    const tail = [footer(report, targets), shown].filter(Boolean).join('\n\n');
    const left = 'Not everything fits into a comment: see the summary of the run for the rest.';
    const marker = {
        state,
        folder: context.folder,
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
/**
 * The same comment in another state: its plan stays as it was, of the commit that it was. undefined where `body` is no
 * comment of ours.
 */
function restateComment(body, state, run, shownHead) {
    const marker = readMarker(body);
    const [, heading, ...rest] = body.split('\n');
    if (!marker || !heading?.startsWith('## '))
        return undefined;
    return [
        markerLine({ ...marker, ...run, state }),
        restatedHeading(state, { ...marker, head: shownHead ?? marker.head }),
        ...rest,
    ].join('\n');
}
function body({ state, phase, records }, targets) {
    const checks = phase === 'plan' ? checkBlocks(targets) : [];
    if (state === 'no-changes')
        return checks.filter(isUrgent);
    const withUnits = targets.filter(({ units }) => units.length > 0);
    return [
        ...dangerBlocks(targets),
        ...(phase === 'plan' ? leftOverBlock(records, targets) : []),
        ...outcomeBlocks(targets),
        ...overviewBlock(withUnits),
        ...checks.filter(isUrgent),
        ...unitBlocks(targets),
        ...checks.filter((check) => !isUrgent(check)),
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
// EXTERNAL MODULE: ./build/render/timeline/gantt.js
var gantt = __webpack_require__(6743);
// EXTERNAL MODULE: ./build/render/timeline/span-table.js
var span_table = __webpack_require__(4592);
;// CONCATENATED MODULE: ./build/render/report/report-summary.js





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








function driftIssue({ cluster, folder }, records) {
    const named = (0,config_folder/* nameInFolder */.F6)(cluster, folder);
    const marker = `<!-- ecs-gitops:drift ${Buffer.from(named).toString('base64')} -->`;
    const targets = targetsOf(records);
    const hasDrift = targets.some((target) => changingPlans(target).length > 0);
    const name = (0,render_text/* markdownText */.p7)(targets.map(targetName).join(', '));
    const lead = hasDrift
        ? `What runs in **${name}** differs from the repository. A pull request shows how it is corrected, and merging it does that; a change that should stay belongs in config.`
        : `What runs in **${name}** matches the repository.`;
    const details = hasDrift ? [...dangerBlocks(targets), ...overviewBlock(targets), ...unitBlocks(targets)] : [];
    const { text } = fitBlocks([{ priority: 99, variants: [lead] }, ...details], COMMENT_LIMIT - 200);
    return { marker, title: `Drift in ${named}`, body: `${marker}\n${text}`, hasDrift };
}

;// CONCATENATED MODULE: ./build/review/drift-issues.js


/** The label of the issues about drift. */
const DRIFT_LABEL = 'ecs-gitops-drift';
/**
 * Keeps one issue for each cluster of a folder: opened where there is drift, edited while it changes, closed when it is
 * gone. A cluster that could not be planned keeps the issue as it is.
 */
async function reportDrift(records, folder, issues, viewer) {
    const named = records.filter(({ cluster }) => cluster !== undefined);
    const byCluster = Map.groupBy(named, ({ cluster = '' }) => cluster);
    const known = (await issues.labelled(DRIFT_LABEL)).filter(({ author }) => author === viewer);
    const reports = [];
    for (const [cluster, each] of byCluster) {
        // Also a job that left nothing is among them, as a failure.
        if (each.some(({ outcome }) => !(0,model_outcome/* isGreen */.gf)(outcome) && outcome !== 'blocked'))
            continue;
        const issue = { cluster, ...driftIssue({ cluster, folder }, each) };
        const ours = known.filter(({ body }) => body.startsWith(issue.marker));
        reports.push(await settle(issue, ours.find(({ isOpen }) => isOpen) ?? ours[0], issues));
    }
    return reports;
}
async function settle({ cluster, title, body, hasDrift }, issue, issues) {
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/review/applied-commits.js


/** Further back is not looked: a hundred deployments are on a page. */
const MOST_PAGES = 10;
/** Tells our deployments of one folder of config from those of others. */
function deploymentTask(folder) {
    return (0,config_folder/* nameInFolder */.F6)('ecs-gitops', folder);
}
const PAYLOAD = schemas/* object */.Ikc({ mode: schemas/* literal */.euz('apply'), complete: schemas/* boolean */.zMY(), before: schemas/* string */.YjP().optional() });
/**
 * What our deployments of a folder say of commits that were applied, back to the last complete one. Rollbacks that a
 * person asked for and answers to a pause do not count: they are about services, whatever commit they were started at.
 */
async function appliedCommits(folder, deployments, viewer) {
    let pages = 0;
    let newest;
    let oldest;
    for await (const page of deployments.pages(deploymentTask(folder))) {
        for (const deployment of page) {
            const payload = deployment.author === viewer ? payloadOf(deployment) : undefined;
            if (!payload)
                continue;
            const { id, sha } = deployment;
            newest ??= sha;
            oldest = { sha, before: payload.before ?? sha };
            if (payload.complete && (await deployments.states(id)).includes('success')) {
                return { complete: sha, newest, oldest };
            }
        }
        pages += 1;
        if (pages === MOST_PAGES)
            break;
    }
    return { complete: undefined, newest, oldest };
}
/** GitHub gives a payload back as it was sent, or as text. */
function payloadValue({ payload }) {
    if (typeof payload !== 'string')
        return payload;
    try {
        return JSON.parse(payload);
    }
    catch {
        return undefined;
    }
}
function payloadOf(deployment) {
    return PAYLOAD.safeParse(payloadValue(deployment)).data;
}

;// CONCATENATED MODULE: ./build/review/record-deployments.js





const LONGEST_DESCRIPTION = 140;
const DIGEST_LENGTH = 16;
/** Modes that write. */
const WRITING = ['apply', 'continue', 'rollback'];
/**
 * Leaves a GitHub Deployment for each cluster that was written to: environment, commit, what exactly was applied, how
 * it ended, and where it answers. A report that is repeated says it of the deployment that is there, or replaces that
 * where it has more to say: GitHub lets nobody edit what a deployment is of.
 */
async function recordDeployments(records, context, deployments, viewer) {
    const written = targetsOf(records.filter(({ mode }) => WRITING.includes(mode)));
    const complete = isComplete(records, written);
    const known = await deploymentsOfRun(context, deployments, viewer);
    for (const target of written.filter(({ cluster }) => cluster !== '')) {
        const payload = record_deployments_payloadOf(target, modeOf(target, records), complete, context);
        const before = known.filter((deployment) => readPayload(deployment).cluster === target.cluster);
        const same = before.find((deployment) => (0,external_node_util_.isDeepStrictEqual)(readPayload(deployment), payload));
        const id = same?.id ?? (await deployments.create(deploymentOf(payload, context)));
        await deployments.setStatus(id, statusOf(target, context));
        for (const replaced of before.filter((deployment) => deployment !== same)) {
            await deployments.setStatus(replaced.id, replacedStatus(context));
        }
    }
}
/**
 * Whether all that the commit touches ended well and nothing of it waits. Only a run that has selected it knows what
 * that is.
 */
function isComplete(records, written) {
    // A pause is over once it was answered: each unit's last outcome counts.
    const isAllDone = written.every(({ units }) => units.every(({ outcome }) => (0,model_outcome/* isDone */.$L)(outcome.kind)));
    return hasSelected(records) && records.every(({ outcome }) => (0,model_outcome/* isGreen */.gf)(outcome)) && isAllDone;
}
function hasSelected(records) {
    return records.some(({ selected }) => selected !== undefined);
}
function modeOf({ records: own }, records) {
    if (own.some(({ mode }) => mode === 'rollback'))
        return 'rollback';
    return hasSelected(records) || own.some(({ mode }) => mode === 'apply') ? 'apply' : 'continue';
}
function record_deployments_payloadOf(target, mode, complete, context) {
    const { head, base, runId, runAttempt } = context;
    const digests = target.units.flatMap(({ plan }) => (plan ? [[plan.id, plan.digest.slice(0, DIGEST_LENGTH)]] : []));
    const revisions = target.units.flatMap(({ name, taskDefinitionArn: arn }) => (arn ? [[name, arn]] : []));
    return {
        version: 1,
        mode,
        cluster: target.cluster,
        commit: head,
        before: base,
        complete,
        run: runId,
        attempt: runAttempt,
        digests: Object.fromEntries(digests),
        taskDefinitions: Object.fromEntries(revisions),
    };
}
function deploymentOf(payload, { head, folder }) {
    return {
        sha: head,
        environment: (0,config_folder/* nameInFolder */.F6)(payload.cluster, folder),
        task: deploymentTask(folder),
        description: `${payload.mode} ${payload.cluster}`.slice(0, LONGEST_DESCRIPTION),
        payload,
    };
}
/** What reports of this very run have left; they are among the newest, page by page. */
async function deploymentsOfRun({ folder, runId, runAttempt }, deployments, viewer) {
    const found = [];
    for await (const page of deployments.pages(deploymentTask(folder))) {
        const own = page.filter((deployment) => {
            const { run, attempt } = readPayload(deployment);
            return deployment.author === viewer && run === runId && attempt === runAttempt;
        });
        if (own.length === 0)
            break;
        found.push(...own);
    }
    return found;
}
function readPayload(deployment) {
    const value = payloadValue(deployment);
    return typeof value === 'object' && value !== null ? value : {};
}
function replacedStatus({ runUrl }) {
    return {
        state: 'inactive',
        description: 'Replaced by a later deployment of the same run.',
        logUrl: runUrl,
        environmentUrl: undefined,
    };
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
var external_node_os_ = __webpack_require__(2923);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/model/reviewed.js
var model_reviewed = __webpack_require__(8593);
;// CONCATENATED MODULE: ./build/review/marked-comment.js

/**
 * Our comments on a pull request about one folder of config, oldest first. There is more than one only where two runs
 * raced.
 */
async function markedComments(comments, { pull, folder }, viewer) {
    const all = await comments.list(pull);
    return all.flatMap((comment) => {
        const marker = comment.author === viewer ? readMarker(comment.body) : undefined;
        return marker?.folder === folder ? [{ ...comment, marker }] : [];
    });
}
/** Whether the first of two runs is the later one. */
function isNewer(a, b) {
    return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}

;// CONCATENATED MODULE: ./build/review/merged-pulls.js
/**
 * Asking for the pull requests of a commit is a request, of which a job's token has 1,000 an hour for the whole
 * repository.
 */
const MOST_COMMITS = 100;
/** Pull requests that brought commits to a branch, whose tip is `head`. */
async function mergedPulls(head, { commits, isWhole }, github) {
    const asked = commits.length <= MOST_COMMITS ? commits.map(({ sha }) => sha) : mainline(head, commits);
    const pulls = new Map();
    for (const sha of asked.slice(0, MOST_COMMITS)) {
        for (const pull of await github.commits.pulls(sha))
            if (pull.isMerged)
                pulls.set(pull.number, pull);
    }
    return {
        pulls: [...pulls.values()].toSorted((a, b) => a.number - b.number),
        isWhole: isWhole && asked.length <= MOST_COMMITS,
    };
}
/** The commits of the branch itself, newest first: whatever else came in, came with one of its merges. */
function mainline(head, commits) {
    const parents = new Map(commits.map((commit) => [commit.sha, commit.parents]));
    const line = [];
    for (let sha = head; sha !== undefined && parents.has(sha); sha = parents.get(sha)?.[0]) {
        line.push(sha);
    }
    return line;
}

;// CONCATENATED MODULE: ./build/review/plan-status.js


/**
 * The required check, of each folder of config: whether a commit's plan could be made and may be merged, and what
 * exactly it showed.
 */
const STATUS_CONTEXT = 'ecs-gitops/plan';
const HASH = / sha256:([0-9a-f]{64})$/;
/**
 * The status of a plan. The comment can be edited by every maintainer; its hash in the status shows whether it was.
 * Nobody can edit a status, but a workflow on any branch can set another one in our name: this is no proof against who
 * may push.
 */
function planStatus(state, folder, comment) {
    const hash = comment?.evidence ? ` sha256:${evidenceHash(comment.evidence)}` : '';
    const context = (0,config_folder/* nameInFolder */.F6)(STATUS_CONTEXT, folder);
    return { context, state: STATES[state], description: `${WORDS[state]}${hash}` };
}
/** What the newest status of ours on a commit says of the evidence; undefined where there is none. */
async function reviewedHash(sha, folder, statuses, viewer) {
    const all = await statuses.list(sha);
    const own = (0,config_folder/* nameInFolder */.F6)(STATUS_CONTEXT, folder);
    const newest = all.find(({ context, author }) => context === own && author === viewer);
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
    const applied = await appliedCommits(pushed.folder, github.deployments, viewer);
    const { base, pulls, isWhole } = await pullsSince(pushed, applied, github);
    const units = [];
    const rejected = [];
    for (const pull of pulls) {
        const shown = await shownBy(pull, pushed.folder, github, viewer);
        if (typeof shown === 'string')
            rejected.push({ pull: pull.number, reason: shown });
        else
            units.push(...shown);
    }
    const supersededBy = await newerThan(pushed, applied, github);
    const reviewed = { version: model_reviewed/* REVIEWED_VERSION */.h, commit: pushed.sha, supersededBy, units, rejected };
    return { reviewed, base: isWhole ? base : undefined, isWhole };
}
/** Pull requests that brought what a push applies. */
async function pullsOfPush(pushed, github, viewer) {
    return (await pullsSince(pushed, await appliedCommits(pushed.folder, github.deployments, viewer), github)).pulls;
}
async function pullsSince(pushed, applied, github) {
    const { sha, before } = pushed;
    const { complete, oldest } = applied;
    const since = complete === undefined ? undefined : await github.commits.compare(complete, sha);
    if (since)
        return { base: complete, ...(await mergedPulls(sha, since, github)) };
    // Nothing that came before is known to be there, whatever this push brings: the first run may have been passed over
    // or failed.
    const known = (await compared(oldest?.before, sha, github)) ?? (await compared(before, sha, github));
    const { commits, isWhole } = known ?? { commits: [], isWhole: true };
    const ends = [...new Set([oldest?.sha ?? sha, sha])].filter((end) => commits.every((commit) => commit.sha !== end));
    const all = [...ends.map((end) => ({ sha: end, parents: [] })), ...commits];
    return { base: undefined, ...(await mergedPulls(sha, { commits: all, isWhole }, github)) };
}
async function compared(base, head, github) {
    return base === undefined ? undefined : github.commits.compare(base, head);
}
/** The units that a pull request's comment showed, or why it is no evidence. */
async function shownBy({ number, head }, folder, { comments, statuses }, viewer) {
    const [comment] = await markedComments(comments, { pull: number, folder }, viewer);
    if (!comment)
        return 'It has no plan.';
    if (comment.marker.head !== head)
        return 'Its plan is for an earlier commit than the one that was merged.';
    const line = findEvidence(comment.body);
    if (line === undefined)
        return 'Its comment does not contain exactly what it showed.';
    if ((await reviewedHash(head, folder, statuses, viewer)) !== evidenceHash(line)) {
        const context = (0,config_folder/* nameInFolder */.F6)(STATUS_CONTEXT, folder);
        return `Its comment does not match the status ${context}: somebody edited it.`;
    }
    const units = readEvidence(line);
    return units ? units.map((unit) => ({ ...unit, pull: number })) : 'What its comment showed cannot be read.';
}
async function newerThan({ sha }, { newest }, github) {
    const found = await compared(newest, sha, github);
    return found?.status === 'behind' ? newest : undefined;
}

;// CONCATENATED MODULE: ./build/actions/report/collect.js






/** Writes reviewed.json, what a run that applies may do, and says from which commit on. Only reads from GitHub. */
async function collect(event, env, session) {
    const { github, results, say } = session;
    const { folder } = session.run;
    const pushed = { sha: event.head, before: event.kind === 'push' ? event.before : undefined, folder };
    const { reviewed, base, isWhole } = await collectReviews(pushed, github, await session.viewer());
    const { supersededBy, units, rejected = [] } = reviewed;
    for (const { pull, reason } of rejected)
        say('notice', `#${pull} does not count as a review. ${reason}`);
    if (supersededBy)
        say('notice', `${pushed.sha} is older than ${supersededBy}, which was applied already: nothing is applied.`);
    if (!isWhole) {
        say('warning', 'So many commits have come since the last one that was applied completely that only the newest pull requests count as reviewed. Everything is selected.');
    }
    say('notice', `${(0,model_text/* counted */.h)(units.length, 'reviewed unit')} since ${base ?? 'the beginning'}.`);
    const temp = (0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'ecs-gitops-reviewed');
    (0,external_node_fs_.mkdirSync)(temp, { recursive: true });
    const file = (0,external_node_path_.join)(temp, 'reviewed.json');
    (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(reviewed)}\n`);
    await results.setOutput('reviewed', file);
    await results.setOutput('base', base ?? '');
    await results.setOutput('superseded', String(supersededBy !== undefined));
}
/** Says from which commit on a push would apply, without what was reviewed: for a plan, which is to show as much. */
async function tellBase({ github, run, results, permitted, viewer }) {
    const applied = await permitted('Read the deployments', async () => appliedCommits(run.folder, github.deployments, await viewer()));
    await results.setOutput('base', applied?.complete ?? '');
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

// EXTERNAL MODULE: ./build/render/log/commands.js
var commands = __webpack_require__(980);
;// CONCATENATED MODULE: ./build/render/report/report-annotations.js



/** GitHub keeps as many of each level for a step. */
const MOST = 10;
/**
 * Annotations at the lines of config that are dangerous or that AWS refused; what GitHub would drop is told in the last
 * one.
 */
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
        const rest = `${left} more: see the comment and the summary.`;
        return [
            ...shown.map(({ message, at }) => (0,commands/* annotation */.w)(level, message, at, 'ECS plan')),
            ...(left > 0 ? [(0,commands/* annotation */.w)(level, rest, undefined, 'ECS plan')] : []),
        ];
    });
}

;// CONCATENATED MODULE: ./build/review/publish-comment.js



const ATTEMPTS = 4;
/**
 * Brings the one comment of a pull request to a text: found among all, edited in place, made anew where somebody
 * deleted it, shortened where GitHub finds it too long. What a later run wrote stays. Throws GITHUB_DENIED and
 * GITHUB_UNAVAILABLE.
 */
async function publishComment(publication, github, viewer) {
    let limit = COMMENT_LIMIT;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const own = await markedComments(github.comments, publication, viewer);
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
        hint: 'Run the job again; the summary of this run has its text.',
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






const FORK = 'This pull request comes from a fork and gets no credentials, so there is no plan of what merging it would do. Its config is valid.';
/** Before anything has run: says in the comment that a plan is being made, or that the pull request was closed. */
async function announcePull(event, session) {
    if (event.isClosed && event.isMerged)
        return;
    const state = event.isClosed ? 'closed' : 'planning';
    const report = { state, phase: 'plan', records: [], context: { ...event, ...session.run } };
    const run = { run: session.run.runId, attempt: session.run.runAttempt };
    const published = await session.permitted('Comment on the pull request', async () => publishComment({
        pull: event.number,
        folder: session.run.folder,
        run,
        render: (found, limit) => {
            const restated = found && restateComment(found.body, state, run, event.head);
            if (restated && restated.length <= limit)
                return restated;
            return event.isClosed ? undefined : renderComment(report, { limit }).body;
        },
    }, session.github, await session.viewer()));
    await finish(state, published, session);
    if (!event.isClosed && published?.kind !== 'kept')
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
        folder: session.run.folder,
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
    const status = { ...planStatus(state, session.run.folder, comment), url: session.run.runUrl };
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
async function markStale({ branch, tip, folder }, github, viewer) {
    const pulls = (await github.pulls.open()).filter(({ baseBranch }) => baseBranch === branch).slice(0, MOST_PULLS);
    for (const { number } of pulls) {
        const [comment] = await markedComments(github.comments, { pull: number, folder }, viewer);
        if (!comment || comment.marker.base === tip || !PLANNED.includes(comment.marker.state))
            continue;
        // Still of the run that planned it: a plan of that pull request which is under way is not to be taken for an older
        // one.
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
            await publishComment({ pull: pull.number, folder: run.folder, run: mark, render }, session.github, await session.viewer());
        }
    });
    await session.results.setOutput('state', 'applying');
}
/**
 * How applying a push ended: in the summary, as deployments, in the comments of what was merged and of what is still
 * open.
 */
async function reportPush(event, records, session) {
    const { github, run, results, permitted } = session;
    const ran = records.filter(({ selected }) => selected === undefined);
    if (ran.length === 0) {
        const nothing = 'Nothing was applied: no cluster is affected, or a newer commit was applied before.';
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
    await permitted('Mark the plans of open pull requests', async () => markStale({ branch: event.branch, tip: event.head, folder: run.folder }, github, await session.viewer()));
}
async function push_mergedPulls({ head, before }, session) {
    return pullsOfPush({ sha: head, before, folder: session.run.folder }, session.github, await session.viewer());
}
/** A pull request without a plan has no comment, and gets none. */
async function commentOnMerged(pulls, report, session) {
    for (const { number, head } of pulls) {
        const published = await publishComment({
            pull: number,
            folder: session.run.folder,
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
// EXTERNAL MODULE: ./build/model/strategy.js
var strategy = __webpack_require__(7669);
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
    isKept: schemas/* boolean */.zMY().optional(),
    isMadeAgain: schemas/* boolean */.zMY().optional(),
    isLater: schemas/* boolean */.zMY().optional(),
    at: position.optional(),
});
const danger = schemas/* object */.Ikc({
    stack: schemas/* string */.YjP().optional(),
    resource: schemas/* string */.YjP(),
    property: schemas/* string */.YjP().optional(),
    to: schemas/* string */.YjP().optional(),
    loss: schemas/* string */.YjP(),
    forbidden: schemas/* string */.YjP().optional(),
    allowed: schemas/* boolean */.zMY(),
});
const forecast = schemas/* object */.Ikc({
    strategy: schemas/* enum */.k5n(strategy/* STRATEGIES */.YL),
    tasks: schemas/* number */.aig(),
    running: schemas/* number */.aig(),
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
    selected: schemas/* array */.YOg(schemas/* object */.Ikc({
        cluster: schemas/* string */.YjP(),
        region: schemas/* string */.YjP(),
        services: schemas/* array */.YOg(schemas/* string */.YjP()),
        own: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    }))
        .optional(),
    spans: schemas/* array */.YOg(span),
});

;// CONCATENATED MODULE: ./build/adapters/runner/record-files.js



const record_files_LARGEST_BYTES = 64 * 1024 * 1024;
/**
 * The records that other jobs left: `files` are folders (everything below), files or patterns. None found is none read.
 */
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
        return `${path} is not a record of a run: ${issue?.path.join('.')}: ${issue?.message}`;
    }
    catch {
        return `${path} is not JSON.`;
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
    const untold = services.filter((service) => !told.has((0,unit_id/* serviceUnitId */.L)(cluster, service)));
    if (untold.length === 0)
        return [];
    return [nothingOf(`No job of cluster ${cluster} left results for ${untold.join(', ')}.`, cluster, region)];
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
/**
 * What GitHub asks for where a secondary limit names no time (docs.github.com, best practices for using the REST API).
 */
const SECONDARY_MS = 60_000;
/**
 * Asks GitHub, again after a while where it is busy or limits the rate, and translates what it throws. `doing`
 * completes "while …", e.g. `listing comments`.
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
            hint: 'Run the job again a little later.',
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
        hint: 'Correct what the message of GitHub says, then run the job again.',
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
/** If there are more pages, only the newest are read. */
const commits_MOST_PAGES = 10;
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
async function compareAll(repository, base, head) {
    const oldest = await comparePage(repository, base, head, 1);
    const pages = Math.ceil(oldest.total / PER_PAGE);
    const first = Math.max(1, pages - commits_MOST_PAGES + 1);
    const commits = first === 1 ? [...oldest.commits] : [];
    for (let page = Math.max(2, first); page <= pages; page++) {
        commits.push(...(await comparePage(repository, base, head, page)).commits);
    }
    return { status: oldest.status, commits, isWhole: first === 1 };
}
async function comparePage({ octokit, name }, base, head, page) {
    const { rest } = await octokit();
    const query = { ...name, basehead: `${base}...${head}`, per_page: PER_PAGE, page };
    const { data } = await rest.repos.compareCommitsWithBasehead(query);
    return {
        status: data.status,
        commits: data.commits.map(({ sha, parents }) => ({ sha, parents: parents.map((parent) => parent.sha) })),
        total: data.total_commits,
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/deployments.js


const deployments_PER_PAGE = 100;
function createDeployments(repository) {
    const { octokit, name, clock } = repository;
    return {
        pages: (task) => pagesOf(repository, task),
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
            throw new Error(`GitHub created no deployment: ${data.message ?? 'no reason given'}`);
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
async function* pagesOf({ octokit, name, clock }, task) {
    for (let page = 1;; page++) {
        const found = await calling('listing deployments', async () => (await (await octokit()).rest.repos.listDeployments({ ...name, task, per_page: deployments_PER_PAGE, page })).data, clock);
        yield found.map(({ id, sha, creator, payload }) => ({ id, sha, author: loginOf(creator), payload }));
        if (found.length < deployments_PER_PAGE)
            return;
    }
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
function openSession({ token, owner, repo, folder }, env) {
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    const github = createGitHub({ token, apiUrl, owner, repo }, (0,clock/* runnerClock */.P)(1));
    const say = (level, message) => process.stdout.write(`${(0,commands/* annotation */.w)(level, message)}\n`);
    let asked;
    const permitted = async (what, work) => {
        if (!token) {
            say('notice', `${what}: skipped, since there is no token; the summary has it.`);
            return undefined;
        }
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof errors/* ToolkitError */.h) || error.code !== 'GITHUB_DENIED')
                throw error;
            say('notice', `${what}: skipped, since this job's token lacks the permission; the summary has it. ${error.message}`);
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
            folder,
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
        case 'base':
            await tellBase(session);
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
    const reports = await session.permitted('Update the issues about drift', async () => reportDrift(records, run.folder, github.issues, await session.viewer()));
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

/***/ 8593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ REVIEWED_VERSION)
/* harmony export */ });
const REVIEWED_VERSION = 1;


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

/***/ 974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ serviceUnitId),
/* harmony export */   _: () => (/* binding */ stackUnitId)
/* harmony export */ });
function stackUnitId(stack) {
    return `stack/${stack}`;
}
function serviceUnitId(cluster, service) {
    return `service/${cluster}/${service}`;
}


/***/ }),

/***/ 395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ consentText),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   oW: () => (/* binding */ blockingDangers),
/* harmony export */   yg: () => (/* binding */ consented)
/* harmony export */ });
/**
 * Settles whether cluster.yaml allows a danger: consent names stack, resource, property and new value, so that it
 * cannot cover another resource of the same name, nor the next change. What is forbidden no consent lifts.
 */
function consented(allow, danger) {
    const allowed = allow.some((consent) => covers(consent, danger));
    return { ...danger, allowed: allowed && danger.forbidden === undefined };
}
function covers(consent, danger) {
    return ['stack', 'resource', 'property', 'to'].every((member) => consent[member] === danger[member]);
}
/** Dangers that keep a plan from being applied. */
function blockingDangers({ dangers }) {
    return dangers.filter(({ allowed }) => !allowed);
}
/** The entry of `allow` in cluster.yaml that would cover a danger, as YAML on one line. */
function consentText({ stack, resource, property, to }) {
    const entries = Object.entries({ stack, resource, property, to }).filter(([, value]) => value !== undefined);
    return `- { ${entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')} }`;
}


/***/ }),

/***/ 6084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   In: () => (/* binding */ comparableProperties),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   vi: () => (/* binding */ unitDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);


/** Part of every digest: another version of this form gives other digests for the same plan. */
const FORM = 2;
/**
 * sha256 over what a unit would do: what changes, how, from what and to what. `content` is what the changes do not
 * spell out (the template of a stack). Left out is everything that differs between two looks at the same plan: physical
 * ids, positions in files, order.
 */
function unitDigest(id, changes, content) {
    const entries = changes.map(({ action, resource, type, certainty, isKept = false, properties }) => {
        return { action, resource, type, certainty, isKept, properties: comparableProperties(properties) };
    });
    const sorted = entries.sort((a, b) => (`${a.resource}/${a.action}` < `${b.resource}/${b.action}` ? -1 : 1));
    return digestOf({ form: FORM, id, changes: sorted, content: changes.length > 0 ? content : '' });
}
/**
 * Properties with all their values, in one order: a value that has become another since the review, by hand or by
 * another merge, is not overwritten unseen. What follows from another resource does so from either of its values: of
 * such a property only a change by hand counts.
 */
function comparableProperties(properties) {
    return properties
        .map(({ path, before, after, live }) => ({
        path,
        before: after.kind === 'known-after-apply' ? after : before,
        after,
        ...(live && { live }),
    }))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
/** sha256 over several units, in whatever order they come. */
function planDigest(units) {
    return digestOf(units.map(({ id, digest }) => `${id} ${digest}`).sort());
}
/** sha256 in hex over the canonical form. */
function digestOf(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(value)).digest('hex');
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
/** Whether a plan does nothing, or exactly what some review showed, or what is left of that. */
function isReviewed(unit, reviewed) {
    const { digest } = reviewedUnit(unit);
    const reviews = reviewed.filter((each) => each.unit === unit.id);
    return unit.changes.length === 0 || reviews.some((each) => each.digest === digest || isRest(unit, each));
}
/** Whether an earlier run has done what was reviewed, up to what follows from it. */
function isRest({ changes }, review) {
    return changes.every(({ resource, follows }) => follows !== undefined && (follows in review.changes || resource in review.changes));
}
/**
 * How a plan differs from the last review of the unit, a resource to a line. Where nothing visible differs, what does
 * is not a change of its own, e.g. another part of the template.
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
            .map((key) => `${key}: the review showed other values, before or after.`),
        ...Object.keys(before)
            .filter((key) => after[key] === undefined)
            .map((key) => `${key}: was in the review, but no longer needs a change.`),
    ];
    return lines.length > 0 ? lines : ['The changes are the reviewed ones, but their result would not be.'];
}
function fingerprints(changes) {
    const entries = changes.map(({ action, resource, type, certainty, properties }) => {
        const values = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .comparableProperties */ .In)(properties);
        return [resource, (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)({ action, type, certainty, values }).slice(0, FINGERPRINT_LENGTH)];
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
