import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryState } from '../github/state.ts';
import type { Pull, Pushed } from './state.ts';
import type { StoryRun } from './world.ts';

/** Whose token a job has. */
export const BOT = 'github-actions[bot]';

/** E.g. `plan #1 success: comment ready, status success`. */
export function planned({ conclusion }: StoryRun, { number, state }: Pull, github: RepositoryState): string {
  return `plan #${number} ${conclusion}: ${commentText(number, github)}, status ${statusOf(state.head, github)}`;
}

/** The last commit of which a deployment says that all of it was applied. */
export function lastApplied({ deployments }: RepositoryState): string | undefined {
  const isComplete = (payload: unknown): boolean => (payload as { readonly complete?: boolean }).complete === true;
  return deployments.find(
    ({ payload, statuses }) => isComplete(payload) && statuses.some(({ state }) => state === 'success'),
  )?.sha;
}

/**
 * E.g. `apply failure: service/shop/api blocked, service/shop/web deployed, #1 comment blocked, deployment failure`.
 */
export async function applied(run: StoryRun, { before, after }: Pushed, github: RepositoryState): Promise<string> {
  const units = await outcomesOf(run);
  const [from, to] = [github.history.indexOf(before), github.history.indexOf(after)];
  const brought = github.history.slice(from + 1, to + 1);
  const numbers = [...new Set(brought.flatMap((sha) => github.pullsOfCommit.get(sha) ?? []))].toSorted();
  const comments = numbers.map((number) => `#${number} ${commentText(number, github)}`);
  const deployment = github.deployments.find(({ sha }) => sha === after);
  const state = deployment?.statuses.filter((each) => each.state !== 'inactive')[0]?.state ?? 'none';
  return `apply ${run.conclusion}: ${[...units, ...comments, `deployment ${state}`].join(', ')}`;
}

/** E.g. `rollback success: service/shop/api deployed, deployment success`. */
export async function dispatched(what: string, run: StoryRun, { deployments }: RepositoryState): Promise<string> {
  const [deployment] = deployments;
  const units = await outcomesOf(run);
  return `${what} ${run.conclusion}: ${units.join(', ')}, deployment ${deployment?.statuses[0]?.state ?? 'none'}`;
}

/** E.g. `drift success: issue open`. */
export function drifted({ conclusion }: StoryRun, { issues }: RepositoryState): string {
  const states = issues.map(({ state }) => `issue ${state}`);
  return `drift ${conclusion}: ${states.join(', ') || 'no issue'}`;
}

function commentText(pull: number, { comments }: RepositoryState): string {
  const ours = comments.filter(({ issue, login, isMinimized }) => issue === pull && login === BOT && !isMinimized);
  const states = ours.map(({ body }) => /^<!-- ecs-gitops:plan (.*) -->/.exec(body)?.[1] ?? '{}');
  const names = states.map((marker) => String((JSON.parse(marker) as { state?: string }).state));
  return names.length === 0 ? 'no comment' : `comment ${names.join(' and ')}`;
}

export function statusOf(sha: string, { statuses }: RepositoryState): string {
  return statuses.find((each) => each.sha === sha && each.login === BOT)?.state ?? 'none';
}

interface Recorded {
  readonly startedAt: number;
  readonly failure?: { readonly code: string };
  readonly cluster?: string;
  readonly units: readonly { readonly name: string; readonly outcome: { readonly kind: string } }[];
}

/** Of the units that did not end `unchanged`, and of errors. */
async function outcomesOf({ folder }: StoryRun): Promise<readonly string[]> {
  const artifacts = join(folder, 'artifacts');
  const files = (await readdir(artifacts, { recursive: true }).catch(() => [])).filter((name) =>
    /^ecs-gitops-(provision|deploy|continue|rollback)[-/].*\.json$/.test(name),
  );
  const records = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(artifacts, file), 'utf8')) as Recorded),
  );
  const units = records.flatMap((record) => record.units).filter(({ outcome }) => outcome.kind !== 'unchanged');
  const failures = records.flatMap(({ failure, cluster }) => (failure ? [`${cluster} ${failure.code}`] : []));
  const texts = [...units.map(({ name, outcome }) => `${name} ${outcome.kind}`), ...failures].toSorted();
  return texts.length > 0 ? texts : ['nothing changed'];
}
