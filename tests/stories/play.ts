import { formProblems } from './form.ts';
import { compareGolden } from './golden.ts';
import { openScene, type Played } from './scene.ts';
import { secretsIn } from './secrets.ts';
import { SHOP } from './shop.ts';
import type { Story, StoryResult } from './story.ts';
import { openWorld, readWritten, type World } from './world.ts';

export interface PlayOptions {
  /** Folder of the toolkit as released. */
  readonly toolkit: string;
  readonly isUpdate: boolean;
  readonly signal: AbortSignal;
  readonly onResult: (result: StoryResult) => void;
}

const AT_ONCE = 2;
const STORY_TIMEOUT_MS = 110_000;

/** Plays stories two at a time, each in a world of its own. */
export async function play(stories: readonly Story[], options: PlayOptions): Promise<readonly StoryResult[]> {
  const queue = [...stories];
  const results = new Map<string, StoryResult>();
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      options.signal.throwIfAborted();
      const result = await playOne(next, options);
      results.set(next.name, result);
      options.onResult(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return stories.flatMap(({ name }) => results.get(name) ?? []);
}

async function playOne(story: Story, { toolkit, isUpdate }: PlayOptions): Promise<StoryResult> {
  const started = performance.now();
  const { name } = story;
  const expected = story.expected.join(' → ');
  const facts: string[] = [];
  const problems: string[] = [];
  const world = await openWorld(toolkit);
  try {
    const first = await world.begin(story.files ?? SHOP, story.begins === 'serving');
    const played = openScene(world, first);
    const trouble = await within(STORY_TIMEOUT_MS, story.play(played.scene)).then(
      () => [],
      (error: unknown) => [`it could not be played: ${error instanceof Error ? error.stack : error}`],
    );
    facts.push(...played.told, `AWS: ${await world.account.describe()}`, ...trouble);
    problems.push(...(await problemsOf(world, played)));
    const isPlayed = facts.join(' → ') === expected;
    const different = compareGolden(name, played.shown(), isUpdate && isPlayed);
    if (different) problems.push(different);
  } catch (error) {
    facts.push(`it could not begin: ${error}`);
  } finally {
    await world.close();
  }
  return { name, expected, got: facts.join(' → '), seconds: (performance.now() - started) / 1000, problems };
}

/** What no story may do: write a secret anywhere, or a comment that is too long. */
async function problemsOf(world: World, { runs }: Played): Promise<readonly string[]> {
  const { comments, statuses, deployments, issues } = world.github.state;
  const places: Readonly<Record<string, readonly string[]>> = {
    comments: [...world.seen, ...comments.map(({ body }) => body)],
    statuses: [JSON.stringify(statuses)],
    deployments: [JSON.stringify(deployments)],
    issues: [JSON.stringify(issues)],
    'logs, outputs and summaries': runs.map(({ jobs }) => JSON.stringify(jobs)),
    files: await readWritten(world.runs),
  };
  const inText = (text: string): readonly string[] => [
    ...secretsIn(text),
    ...([...world.sessions].some((secret) => text.includes(secret)) ? ['of a session'] : []),
  ];
  const told = Object.entries(places).flatMap(([place, texts]) =>
    [...new Set(texts.flatMap(inText))].map((secret) => `the secret ${secret} is in ${place}`),
  );
  const wrong = [...world.seen].flatMap(formProblems).map((problem) => `of a comment: ${problem}`);
  return [...told, ...new Set(wrong)];
}

async function within<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`It took more than ${timeoutMs / 1000} s.`)), timeoutMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
