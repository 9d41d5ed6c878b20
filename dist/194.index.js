export const id = 194;
export const ids = [194];
export const modules = {

/***/ 194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/adapters/runner/changed-files.js


/** Far more than a commit changes; what is beyond is told like a diff that cannot be made. */
const LARGEST_BYTES = 64 * 1024 * 1024;
/**
 * Paths that differ between two revisions of the checked-out repository, from its root and with '/' between parts, both
 * names of what was renamed. undefined where git cannot tell: not a checkout, or a revision that was not fetched.
 */
async function changedFiles(workspace, base, head) {
    const range = ['--end-of-options', base, head, '--'];
    try {
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', ['diff', '--name-only', '--no-renames', '-z', ...range], {
            cwd: workspace,
            maxBuffer: LARGEST_BYTES,
            timeout: 60_000,
        });
        return stdout.split('\0').filter(Boolean);
    }
    catch {
        return undefined;
    }
}
/** Whether a revision is part of another one's history, or is that one; undefined where git cannot tell. */
async function isAncestor(workspace, revision, of) {
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', ['merge-base', '--is-ancestor', '--end-of-options', revision, of], {
            cwd: workspace,
            timeout: 60_000,
        });
        return true;
    }
    catch (error) {
        return error.code === 1 ? false : undefined;
    }
}

// EXTERNAL MODULE: ./build/adapters/runner/results.js
var runner_results = __webpack_require__(3878);
// EXTERNAL MODULE: ./build/adapters/runner/run-records.js
var run_records = __webpack_require__(9982);
// EXTERNAL MODULE: ./build/model/run-record.js
var run_record = __webpack_require__(5361);
// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(271);
;// CONCATENATED MODULE: ./build/plan/affected.js
/** Jobs of one cluster at most: further services share them, since a job deploys many at once. */
const MOST_LEGS = 20;
/**
 * What the commit touches, by the paths that it changed, as the workspace knows them; undefined where they could not be
 * told. In doubt everything is: paths in the config folder that belong to no cluster that is there, anything in
 * .github, and a folder whose name does not say where in the workspace it is.
 */
function affectedClusters(clusters, folder, paths) {
    if (paths === undefined || isDoubtful(clusters, folder, paths)) {
        return clusters.map((cluster) => ({ cluster, legs: legsOf(cluster, cluster.services) }));
    }
    return clusters.flatMap((cluster) => {
        const inside = pathsInside(cluster, paths);
        return inside.length === 0 ? [] : [{ cluster, legs: legsOf(cluster, touchedServices(cluster, inside)) }];
    });
}
/**
 * Names of the services of a cluster that paths touch by themselves, without those that `dependsOn` links to them;
 * undefined where they touch the cluster as a whole, or that is in doubt.
 */
function touchedAlone(cluster, clusters, folder, paths) {
    if (isDoubtful(clusters, folder, paths))
        return undefined;
    const inside = pathsInside(cluster, paths);
    if (!inside.every((path) => isOfService(cluster, path)))
        return undefined;
    return inside.length === 0 ? [] : touchedServices(cluster, inside).map(({ name }) => name);
}
function isDoubtful(clusters, folder, paths) {
    const root = withSlash(folder.replace(/^\.\//, ''));
    const isKnown = (path) => clusters.some((cluster) => path.startsWith(folderOf(cluster)));
    const isUnclear = (path) => path.startsWith('.github/') || (path.startsWith(root) && !isKnown(path));
    return !isInWorkspace(folder) || paths.some(isUnclear);
}
function pathsInside(cluster, paths) {
    return paths.filter((path) => path.startsWith(folderOf(cluster)));
}
/** A file that belongs to no service that is there, cluster.yaml first of all, touches them all. */
function touchedServices(cluster, paths) {
    if (!paths.every((path) => isOfService(cluster, path)))
        return cluster.services;
    return cluster.services.filter((service) => paths.some((path) => path.startsWith(folderOfService(cluster, service))));
}
function isOfService(cluster, path) {
    return cluster.services.some((service) => path.startsWith(folderOfService(cluster, service)));
}
function folderOfService(cluster, { name }) {
    return `${folderOf(cluster)}services/${name}/`;
}
/** The connected components of `dependsOn` that hold one of the services, as few as fit into the jobs. */
function legsOf({ services }, touched) {
    const components = [];
    for (const { name } of touched) {
        if (components.some((component) => component.includes(name)))
            continue;
        const component = new Set([name]);
        for (let size = 0; size < component.size;) {
            size = component.size;
            for (const each of services) {
                const linked = [each.name, ...each.dependsOn];
                if (linked.some((one) => component.has(one)))
                    for (const one of linked)
                        component.add(one);
            }
        }
        components.push(services.map((each) => each.name).filter((each) => component.has(each)));
    }
    const legs = Math.min(MOST_LEGS, components.length);
    return Array.from({ length: legs }, (_, leg) => components.filter((_, index) => index % legs === leg).flat());
}
function folderOf({ source }) {
    const file = source['']?.file ?? '';
    return file.slice(0, file.lastIndexOf('/') + 1);
}
function isInWorkspace(folder) {
    return !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(folder);
}
function withSlash(folder) {
    return folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
}

// EXTERNAL MODULE: ./build/render/log/event-lines.js + 2 modules
var event_lines = __webpack_require__(2459);
// EXTERNAL MODULE: ./build/actions/config.js + 95 modules
var config = __webpack_require__(2207);
;// CONCATENATED MODULE: ./build/actions/select/run.js








/** Says what the commit touches, as matrices for the jobs that follow. */
async function run(given, env) {
    const { folder, cluster, base } = given;
    const startedAt = Date.now();
    const emit = (event) => {
        for (const line of (0,event_lines/* eventLines */.C)(event))
            process.stdout.write(`${line}\n`);
    };
    const clusters = await (0,config/* loadClusters */.q)(folder, cluster, { emit });
    const { all, own } = await changed(given, env['GITHUB_WORKSPACE'] || process.cwd());
    emit({ kind: 'notice', message: reason(base, all) });
    const affected = affectedClusters(clusters, folder, all);
    const selected = affected.map(({ cluster: each, legs }) => ({
        cluster: each.name,
        region: each.region,
        services: legs.flat(),
        own: own && touchedAlone(each, clusters, folder, own),
    }));
    (0,run_records/* writeRunRecord */.M)({ ...recordOf(selected), startedAt, endedAt: Date.now(), commit: env['GITHUB_SHA'] }, env);
    const results = (0,runner_results/* runnerResults */.x)(env);
    for (const [name, value] of Object.entries(outputs(affected)))
        await results.setOutput(name, value);
    return true;
}
async function changed({ base, onto, head }, workspace) {
    const own = onto === '' ? undefined : await changedFiles(workspace, onto, head);
    // A push that creates a branch has a base of zeros only.
    if (base === '' || /^0+$/.test(base))
        return { all: undefined, own };
    // The branch has moved on since the pull request was last merged with it: what came meanwhile is not taken back by
    // merging.
    const isMovedOn = onto !== '' && (await isAncestor(workspace, onto, base));
    return { all: isMovedOn ? own : await changedFiles(workspace, base, head), own };
}
function reason(base, paths) {
    if (paths)
        return `${(0,model_text/* counted */.h)(paths.length, 'file')} ${paths.length === 1 ? 'differs' : 'differ'} from ${base}.`;
    const why = base === '' ? 'No base is given' : `git cannot compare with ${base}`;
    return `${why}: everything is selected.`;
}
/** So that a cluster whose jobs leave nothing is missed. */
function recordOf(selected) {
    const nothingDone = { outcome: 'unchanged', changed: false, units: [], spans: [] };
    return { version: run_record/* RECORD_VERSION */.h, action: 'select', mode: '', ...nothingDone, selected };
}
function outputs(affected) {
    const clusters = affected.map(({ cluster: { name, region }, legs }) => ({
        cluster: name,
        region,
        services: legs.flat().join(','),
        legs: legs.map((leg) => ({ services: leg.join(',') })),
    }));
    return {
        clusters: JSON.stringify(clusters),
        legs: JSON.stringify(clusters.flatMap(({ cluster, region, legs }) => legs.map((leg) => ({ cluster, region, ...leg })))),
        any: String(affected.length > 0),
    };
}


/***/ })

};
