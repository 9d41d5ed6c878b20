import type { BundleRun } from '../../rehearse/bundle.ts';
import { causeOf } from './causes.ts';

/** What serves when a run is over and everything has settled, found by asking through the load balancer. */
export interface Aftermath {
  /** `old`, `new` and so on; undefined where nothing answers well. */
  readonly serves: string | undefined;
  /** That run, of the service. */
  readonly tasks: number;
}

/** What is known of a run from outside. */
export interface Witnessed {
  /** undefined where it was not waited for. */
  readonly left: Aftermath | undefined;
  /** Whether it wrote anything to AWS. */
  readonly wrote: boolean;
  /** Whether it had ECS stop a deployment. */
  readonly stopped: boolean;
}

/**
 * How a run ended, as `expected` and `got` word it: outcome, exit code, cause where it is red, and what serves
 * afterwards.
 */
export function verdictText(run: BundleRun, { left, wrote, stopped }: Witnessed): string {
  const { outputs, exitCode } = run;
  const ending = `${outcomeText(outputs)}, exit ${exitCode}`;
  // How far a run came before it heard of its cancellation is a matter of chance.
  const facts = outputs['outcome'] === 'cancelled' ? '' : factsText(run, { wrote, stopped });
  return `${ending}${facts}${left ? `; ${left.serves ?? 'nothing'} serves, ${left.tasks} tasks` : ''}`;
}

function factsText({ outputs, exitCode, log }: BundleRun, { wrote, stopped }: Omit<Witnessed, 'left'>): string {
  const cause = exitCode === 0 ? '' : causeOf(explanationOf({ outputs, log }));
  return [wrote ? '' : ', nothing written', stopped ? ', had ECS stop' : '', cause && `: ${cause}`].join('');
}

interface Result {
  readonly service?: string;
  readonly outcome: string;
  readonly summary: string;
  readonly nextStep?: string;
}

/** Of each service where there are several. */
function outcomeText(outputs: BundleRun['outputs']): string {
  const results = servicesOf(outputs);
  if (results.length < 2) return outputs['outcome'] ?? 'no outcome';
  return results.map(({ service, outcome }) => `${service} ${outcome}`).join(', ');
}

function servicesOf(outputs: BundleRun['outputs']): readonly Result[] {
  return JSON.parse(outputs['services'] ?? '[]');
}

function stacksOf(outputs: BundleRun['outputs']): readonly Result[] {
  const clusters: readonly { readonly stacks: readonly Result[] }[] = JSON.parse(outputs['clusters'] ?? '[]');
  return clusters.flatMap(({ stacks }) => stacks);
}

/**
 * What the run says of how it ended, and of what to do next: of the first service or stack that is red where there are
 * several.
 */
function explanationOf({ outputs, log }: Pick<BundleRun, 'outputs' | 'log'>): { summary: string; nextStep: string } {
  const red = [...servicesOf(outputs), ...stacksOf(outputs)].filter(({ outcome }) => !GREEN.includes(outcome));
  const found = red.find(({ summary }) => !/^Nothing was written, since/.test(summary)) ?? red[0];
  const summary = found?.summary ?? /^::error[^:]*::(.*)$/m.exec(log)?.[1] ?? '';
  return { summary, nextStep: found?.nextStep ?? '' };
}

const GREEN: readonly string[] = ['deployed', 'unchanged', 'planned', 'verified'];
