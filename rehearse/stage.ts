import { type Action, type BundleRun, runBundle } from './bundle.ts';
import type { ConfigCopy, EditableFiles } from './config-copy.ts';
import { connectToListener, type RunningEmulator } from './emulator.ts';
import { type Load, startLoad } from './load.ts';
import type { Observer } from './observer.ts';
import type { Progress } from './progress.ts';
import type { Step } from './result.ts';

/** What the acts play on: the config's copy, the running emulator, and the list of steps so far. */
export interface Stage {
  readonly config: ConfigCopy;
  readonly observer: Observer;
  readonly steps: readonly Step[];
  commit(edit: (files: EditableFiles) => void): Promise<void>;
  /** Runs an action over the config as a step that must end in `expected`. */
  act(name: string, action: Action, expected: string, inputs?: Readonly<Record<string, string>>): Promise<BundleRun>;
  /** A step that waits for something rather than runs an action. */
  watch(
    name: string,
    outcome: string,
    work: () => Promise<{ readonly ok: boolean; readonly reason: string }>,
  ): Promise<void>;
  verify(version: string): Promise<void>;
  startLoad(perSecond: number): Promise<Load>;
}

export interface StageOptions {
  readonly config: ConfigCopy;
  readonly emulator: RunningEmulator;
  readonly observer: Observer;
  readonly progress: Progress;
  readonly timeScale: number;
  readonly signal: AbortSignal;
}

/** One request in so many is a slow one. */
const SLOW_EVERY = 20;
/** Of emulated time; half of a load balancer's own idle timeout. */
const IDLE_SECONDS = 30;
/**
 * A slow request takes this share of the deregistration delay, so that only a load balancer that cuts it short loses
 * it.
 */
const SLOW_SHARE = 0.6;

/** A step that did not go as it should, after which the rest proves nothing. */
class StepFailed extends Error {}

export function createStage({ config, emulator, observer, progress, timeScale, signal }: StageOptions): Stage {
  const steps: Step[] = [];
  let commit = '';
  let dnsName = '';
  const finish = (step: Step, fatal: boolean): void => {
    steps.push(step);
    progress.done(`${step.outcome} in ${step.seconds.toFixed(1)} s${step.reason ? `. ${step.reason}` : ''}`, step.ok);
    if (fatal && !step.ok) throw new StepFailed(`${step.name} ended ${step.outcome}.`);
  };
  const listener = async (): Promise<{ readonly host: string; readonly port: number }> => {
    const address = await emulator.listener(dnsName, config.listenerPort);
    if (!address) throw new StepFailed(`Nothing listens behind ${dnsName}:${config.listenerPort}.`);
    return address;
  };
  const act: Stage['act'] = async (name, action, expected, inputs = {}) => {
    progress.step(name);
    await emulator.writes();
    const startedAt = Date.now();
    const connectTo =
      action === 'provision' ? undefined : await connectToListener(emulator, dnsName, config.listenerPort);
    const run = await runBundle(
      action,
      { config: 'config', cluster: config.cluster, ...(connectTo ? { 'connect-to': connectTo } : {}), ...inputs },
      {
        workspace: config.workspace,
        endpoint: emulator.url,
        region: config.region,
        timeScale,
        signal,
        commit,
        onLine: progress.detail,
      },
    );
    const outcome = run.outputs['outcome'] ?? 'no outcome';
    const green = !['rolled-back'].includes(expected);
    const ok = outcome === expected && (run.exitCode === 0) === green;
    const seconds = (Date.now() - startedAt) / 1000;
    const reason = reasonOf(run);
    finish(
      { name, outcome, startedAt, seconds, writes: await emulator.writes(), ok, ...(green && ok ? {} : { reason }) },
      true,
    );
    dnsName = run.outputs['alb-dns-name'] ?? dnsName;
    return run;
  };
  return {
    config,
    observer,
    steps,
    act,
    commit: async (edit) => {
      commit = await config.commit(edit);
    },
    watch: async (name, outcome, work) => {
      progress.step(name);
      await emulator.writes();
      const startedAt = Date.now();
      const { ok, reason } = await work();
      const seconds = (Date.now() - startedAt) / 1000;
      finish(
        { name, outcome: ok ? outcome : 'failed', startedAt, seconds, writes: await emulator.writes(), ok, reason },
        true,
      );
    },
    verify: async (version) => {
      await act(`verify ${version}`, 'verify-alb', 'verified', { service: config.service });
    },
    startLoad: async (perSecond) =>
      startLoad({
        ...(await listener()),
        perSecond,
        slowEvery: SLOW_EVERY,
        slowMs: Math.round((config.deregistrationDelaySeconds * 1000 * SLOW_SHARE) / timeScale),
        idleMs: (IDLE_SECONDS * 1000) / timeScale,
        hostHeader: dnsName,
        path: '/',
        versionHeader: config.versionHeader,
      }),
  };
}

/** Why a run ended as it did, in its own words. */
function reasonOf({ outputs, log, exitCode }: BundleRun): string {
  const results: readonly { readonly summary?: string }[] = JSON.parse(
    outputs['services'] ?? outputs['clusters'] ?? '[]',
  );
  const summaries = results.flatMap(({ summary }) => (summary ? [summary] : []));
  if (summaries.length > 0) return summaries.join(' ');
  return `exit code ${exitCode}: ${log.trim().split('\n').slice(-5).join(' ')}`;
}
