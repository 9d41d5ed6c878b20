import { provisionSteps, rollouts, scalingActs, spoiledRollouts, unchangedSteps } from './acts.ts';
import { awsReader } from './aws.ts';
import { burnPlan } from './burn.ts';
import type { ConfigCopy } from './config-copy.ts';
import { startEmulator } from './emulator.ts';
import { writeImages } from './images.ts';
import { unlessAborted } from './interruption.ts';
import type { FailedRequest, Load, Traffic } from './load.ts';
import { observe } from './observer.ts';
import type { Progress } from './progress.ts';
import { physicalNames } from './resources.ts';
import type { Rehearsal, Step } from './result.ts';
import { createStage, type Stage } from './stage.ts';

export interface RehearsalOptions {
  readonly timeScale: number;
  readonly sabotage: string | undefined;
  readonly seed: number;
  /** Ends the rehearsal early. */
  readonly signal: AbortSignal;
}

const NO_TRAFFIC: Traffic = { requests: 0, failed: 0, byVersion: {}, failures: {} };
const FEWEST_REQUESTS = 5_000;
/** Requests a second: little enough that they do not scale the service out by themselves. */
const PER_SECOND = 60;
/** More of them where one rollout must show the damage, and nothing scales. */
const SPOILED_PER_SECOND = 120;

/**
 * Runs the whole job on a fresh emulator and says how it went. Ends everything that it started, whatever happens.
 * Throws the signal's reason where it aborts.
 */
export async function rehearse(
  config: ConfigCopy,
  options: RehearsalOptions,
  progress: Progress,
  onLoad: (load: Load) => void,
): Promise<Rehearsal> {
  const started = performance.now();
  const burn = burnPlan(config);
  const emulator = await startEmulator([
    ...['--account', config.account, '--region', config.region, '--scale', String(options.timeScale)],
    ...[
      '--seed',
      String(options.seed),
      '--images',
      await writeImages(config),
      '--vcpus-per-core',
      burn.vcpusPerCore.toFixed(2),
    ],
    ...(options.sabotage ? ['--sabotage', options.sabotage] : []),
  ]);
  const aws = awsReader(emulator.url, config.region);
  const observer = observe(aws, config.cluster, config.service);
  const stage = createStage({ config, emulator, observer, progress, ...options });
  const problems: string[] = [];
  let traffic = NO_TRAFFIC;
  let failed: readonly FailedRequest[] = [];
  let resources: Readonly<Record<string, string>> = {};
  try {
    await unlessAborted(options.signal, () => provisionSteps(stage));
    observer.begin();
    const load = await stage.startLoad(options.sabotage ? SPOILED_PER_SECOND : PER_SECOND);
    onLoad(load);
    try {
      await unlessAborted(options.signal, async () => {
        if (options.sabotage) return spoiledRollouts(stage, load);
        await rollouts(stage);
        await scalingActs(stage, load, burn);
        await unchangedSteps(stage);
        await load.reach(FEWEST_REQUESTS);
      });
    } finally {
      traffic = await load.stop();
      failed = load.failed;
    }
    resources = await physicalNames(aws, config.cluster, config.service);
  } catch (error) {
    options.signal.throwIfAborted();
    problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    observer.stop();
    await emulator.stop();
  }
  problems.push(
    ...trafficProblems(traffic, options.sabotage !== undefined),
    ...lossesByStep(failed, stage.steps),
    ...stepProblems(stage),
  );
  return {
    ok: problems.length === 0,
    seconds: (performance.now() - started) / 1000,
    traffic,
    steps: stage.steps,
    scaling: { tasks: observer.tasks, instances: observer.instances },
    resources,
    problems,
  };
}

function trafficProblems({ requests, failed, byVersion }: Traffic, short: boolean): readonly string[] {
  const bad = Object.keys(byVersion).filter((version) => !['v1', 'v2', 'v5', 'none'].includes(version));
  // The load balancer's own error pages are of no version; they are among the failed.
  const unmarked = (byVersion['none'] ?? 0) - failed;
  return [
    ...(failed > 0 ? [`${failed} of ${requests} requests failed.`] : []),
    ...(!short && requests < FEWEST_REQUESTS ? [`Only ${requests} requests were sent.`] : []),
    ...(bad.length > 0 ? [`Answers came from ${bad.join(', ')}.`] : []),
    ...(unmarked > 0 ? [`${unmarked} answers said nothing of a version.`] : []),
  ];
}

/** When requests were lost: during which step, and how long after its start the first of them. */
function lossesByStep(failed: readonly FailedRequest[], steps: readonly Step[]): readonly string[] {
  const losses = Map.groupBy(failed, ({ at }) => steps.findLast(({ startedAt }) => startedAt <= at));
  return [...losses].map(([step, lost]) => {
    const { kind = '', at = 0 } = lost[0] ?? {};
    const after = (at - (step?.startedAt ?? at)) / 1000;
    return `${lost.length} requests were lost after ${step?.name ?? 'the start'} began, the first ${after.toFixed(1)} s into it (${kind}).`;
  });
}

function stepProblems({ steps }: Stage): readonly string[] {
  return steps
    .filter(({ ok }: Step) => !ok)
    .map(({ name, outcome, reason }) => `${name}: ${outcome}${reason ? ` (${reason})` : ''}`);
}
