import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryState } from '../github/state.ts';
import type { Pull } from './scene.ts';
import type { StoryRun } from './world.ts';

const BOT = 'github-actions[bot]';

/** E.g. `plan #1 success: comment ready, status success`. */
export function planned({ conclusion }: StoryRun, { number, state }: Pull, github: RepositoryState): string {
  return `plan #${number} ${conclusion}: ${commentText(number, github)}, status ${statusOf(state.head, github)}`;
}

/** E.g. `apply failure: service/shop/api blocked, service/shop/web deployed, #1 comment blocked, deployment failure`. */
export async function applied(run: StoryRun, commit: string, github: RepositoryState): Promise<string> {
  const units = await outcomesOf(run);
  const numbers = [...new Set(github.pullsOfCommit.get(commit) ?? [])];
  const comments = numbers.map((number) => `#${number} ${commentText(number, github)}`);
  const deployment = github.deployments.find(({ sha }) => sha === commit);
  const state = deployment?.statuses.filter((each) => each.state !== 'inactive')[0]?.state ?? 'none';
  return `apply ${run.conclusion}: ${[...units, ...comments, `deployment ${state}`].join(', ')}`;
}

/** E.g. `rollback success: service/shop/api deployed, deployment success`. */
export async function rolledBack(run: StoryRun, { deployments }: RepositoryState): Promise<string> {
  const [deployment] = deployments;
  const units = await outcomesOf(run);
  return `rollback ${run.conclusion}: ${units.join(', ')}, deployment ${deployment?.statuses[0]?.state ?? 'none'}`;
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
    /^ecs-gitops-(provision|deploy|rollback)[-/].*\.json$/.test(name),
  );
  const records = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(artifacts, file), 'utf8')) as Recorded),
  );
  const units = records.flatMap((record) => record.units).filter(({ outcome }) => outcome.kind !== 'unchanged');
  const failures = records.flatMap(({ failure, cluster }) => (failure ? [`${cluster} ${failure.code}`] : []));
  const texts = [...units.map(({ name, outcome }) => `${name} ${outcome.kind}`), ...failures].toSorted();
  return texts.length > 0 ? texts : ['nothing changed'];
}
