import type { Proof } from '../../../health/proof/proof.ts';
import { explainFailure } from '../../../health/service/failure-cause.ts';
import { assessStandaloneTask } from '../../../health/task/standalone-task.ts';
import { arnName, revisionName } from '../../../model/arn.ts';
import type { Outcome } from '../../../model/outcome.ts';
import type { BeforeDeployment } from '../../../model/service.ts';
import type { TaskView } from '../../../model/service-views.ts';
import { remainingMs } from '../../deadline.ts';
import { type Waited, waitFor } from '../../wait.ts';
import type { ServiceRun } from '../context.ts';
import type { BeforeEnding } from './before-ending.ts';
import { type ContainerOutput, followOutput } from './container-output.ts';
import { proveNoPlace } from './no-place.ts';
import type { TaskOrder } from './start-task.ts';

const PLACE_EVERY_MS = 15_000;
/**
 * Of one that failed, the last lines are what tells why; a deployment does not wait as long for those of one that did
 * not.
 */
const QUIET_LOOKS = { passed: 4, ended: 6 } as const;

interface Seen {
  readonly task: TaskView | undefined;
  readonly proof: Proof | undefined;
}

/**
 * Follows the task to its end and shows what its containers write. When the time is up or the run is cancelled, it is
 * stopped.
 */
export async function followTask(
  run: ServiceRun,
  started: TaskView,
  before: BeforeDeployment,
  order: TaskOrder,
): Promise<BeforeEnding> {
  const { arn } = started;
  const name = `task ${arnName(arn)} of ${revisionName(order.taskDefinition)}`;
  try {
    const output = followOutput(arn, order.definition, run);
    const waited = await waitForEnd(run, { arn, name, output }, before, order);
    const ending = told(run, name, waited);
    if (ending) {
      await output.showRest(QUIET_LOOKS[ending.kind]);
      return ending;
    }
    const { kind, message, view } = waited;
    const why = kind === 'failed' ? message : `it did not end within ${before.timeoutSeconds} s: ${message}`;
    const stopped = await stop(run, arn, why);
    await output.showRest(QUIET_LOOKS.ended);
    return { kind: 'ended', outcome: givenUp(name, `${why}; ${stopped}`, view.proof) };
  } catch (error) {
    if (!run.signal?.aborted) throw error;
    return { kind: 'ended', outcome: await cancelled(run, arn, name) };
  }
}

interface Followed {
  readonly arn: string;
  readonly name: string;
  readonly output: ContainerOutput;
}

function waitForEnd(
  run: ServiceRun,
  { arn, name, output }: Followed,
  { containerName }: BeforeDeployment,
  order: TaskOrder,
): Promise<Waited<Seen>> {
  const { cluster, service, tasks, clock } = run;
  let provedAt = clock.now();
  const observe = async (): Promise<Seen> => {
    const task = await tasks.describe(cluster.name, arn);
    await output.show();
    const isWaiting = task?.lastStatus === 'PROVISIONING' && clock.now() - provedAt >= PLACE_EVERY_MS;
    if (!isWaiting) return { task, proof: undefined };
    provedAt = clock.now();
    return { task, proof: await proveNoPlace(run, order.request, order.definition) };
  };
  return waitFor(
    {
      subject: `${name} before the deployment of ${service.name}`,
      observe,
      assess: ({ task, proof }) =>
        proof ? { state: 'failed', message: proof.cause } : assessStandaloneTask(task, containerName),
      withinMs: remainingMs({ deadline: order.deadline, clock }),
      everyMs: run.pollMs,
      signal: run.signal,
    },
    run,
  );
}

/** Tells how the task ended; undefined where it did not. */
function told(
  { progress, service }: ServiceRun,
  name: string,
  { kind, view: { task, proof }, message }: Waited<Seen>,
): BeforeEnding | undefined {
  if (!task || proof || kind === 'timed-out') return undefined;
  const isWell = kind === 'healthy';
  const how = `${message}${duration(task)}`;
  progress.emit({ kind: 'task-ended', service: service.name, task, isWell, message: how });
  if (isWell) return { kind: 'passed', evidence: `Before it, ${name} ran: ${how}.` };
  return { kind: 'ended', outcome: failed(name, message, task) };
}

function duration({ startedAt, stoppedAt }: TaskView): string {
  if (startedAt === undefined || stoppedAt === undefined) return '';
  return ` after ${Math.round((stoppedAt - startedAt) / 1000)} s`;
}

function failed(name: string, message: string, task: TaskView): Outcome {
  const { evidence, nextStep } = explainFailure({ stopped: [task], targets: [], events: [] });
  return {
    kind: 'failed',
    summary: `The service was not updated: ${name} before the deployment failed: ${message}.`,
    evidence,
    nextStep: `${nextStep} The next run starts the task again.`,
  };
}

function givenUp(name: string, what: string, proof: Proof | undefined): Outcome {
  return {
    kind: 'failed',
    summary: `The service was not updated: ${name} before the deployment was given up: ${what}.`,
    evidence: [],
    nextStep:
      proof?.nextStep ??
      "Find out in this job's log what it waits for; raise timeoutSeconds of beforeDeployment in service.yaml if it only needs more time.",
  };
}

async function cancelled(run: ServiceRun, arn: string, name: string): Promise<Outcome> {
  const what =
    run.onCancel === 'leave' ? 'it continues, as on-cancel says' : await stop(run, arn, 'The run was cancelled');
  return {
    kind: 'cancelled',
    summary: `Cancelled while ${name} ran before the deployment; ${what}. The service was not updated.`,
    evidence: [],
    nextStep: 'Run the job again: it waits until this task has ended, then starts it again.',
  };
}

/** Says what became of it. */
async function stop({ tasks, cluster }: ServiceRun, arn: string, why: string): Promise<string> {
  try {
    await tasks.stop(cluster.name, arn, `ecs-gitops: ${why}`.slice(0, 255));
    return 'ECS was asked to stop it';
  } catch (error) {
    return `ECS did not accept the request to stop it (${error instanceof Error ? error.message : error})`;
  }
}
