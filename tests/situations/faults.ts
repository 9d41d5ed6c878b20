import type { Fault } from '../planted/fault.ts';

/** A fault of the bundle, and the situations that must show it. */
export interface SituationFault extends Fault {
  /** Their names. */
  readonly shownBy: readonly string[];
}

const JUDGE = 'src/health/service/service-deployment.ts';
const INTERRUPT = 'src/engine/rollout/interrupt.ts';
const STOP_PROOF = 'src/health/proof/stop-proof.ts';

export const FAULTS: readonly SituationFault[] = [
  {
    name: 'stable-is-success',
    breaks: 'A finished rollback, which leaves the service stable, counts as success.',
    changes: [
      {
        file: JUDGE,
        replace: "return { state: 'rolled-back', message: rollbackReason(deployment) };",
        by: "return { state: 'succeeded', message: 'the service is stable' };",
      },
    ],
    shownBy: ['a person stops the deployment', 'a version that answers its health checks with 503 is rolled back'],
  },
  {
    name: 'wrong-deployment-followed',
    breaks: "Another tool's deployment is followed as if it were this run's own.",
    changes: [
      {
        file: JUDGE,
        replace: 'if (primary.taskDefinition === followed.taskDefinition) {',
        by: "if (primary.taskDefinition !== '') {",
      },
    ],
    shownBy: ['another tool deploys another version over it'],
  },
  {
    name: 'resent-is-superseded',
    breaks: 'The same task definition, sent again by another tool, counts as another version.',
    changes: [
      {
        file: JUDGE,
        replace: 'if (primary.taskDefinition === followed.taskDefinition) {',
        by: "if (primary.taskDefinition === '') {",
      },
    ],
    shownBy: ['another tool sends the same task definition again'],
  },
  {
    name: 'stale-is-vanished',
    breaks: 'A deployment that a stale answer does not list yet counts as gone.',
    changes: [{ file: JUDGE, replace: 'const VANISHED_MS = 60_000;', by: 'const VANISHED_MS = 0;' }],
    shownBy: ['reads are stale after the update'],
  },
  {
    name: 'stopped-is-failed',
    breaks: 'A deployment that another one ended counts as failed before ECS shows that one.',
    changes: [{ file: JUDGE, replace: 'if (stoppedForMs < STALE_MS && ', by: 'if (stoppedForMs < 0 && ' }],
    shownBy: ['another tool sends the same task definition again while reads are stale'],
  },
  {
    name: 'no-rollback-on-cancel',
    breaks: 'A cancelled run leaves its deployment rolling.',
    changes: [{ file: INTERRUPT, replace: "if (run.onCancel === 'leave') return", by: 'if (run.onCancel) return' }],
    shownBy: ['cancelled right after the update', 'cancelled while tasks start'],
  },
  {
    name: 'leave-is-rolled-back',
    breaks: 'A cancelled run has its deployment rolled back although on-cancel says to leave it.',
    changes: [
      { file: INTERRUPT, replace: "if (run.onCancel === 'leave') return", by: "if (run.cluster.name === '') return" },
    ],
    shownBy: ['cancelled with on-cancel: leave, the deployment goes on and the next run follows it'],
  },
  {
    name: 'timeout-goes-on',
    breaks: 'A deployment that does not end in time is left rolling.',
    changes: [
      {
        file: INTERRUPT,
        replace: 'rollout.isOwn && rollsBack(run.service);',
        by: "rollout.isOwn && run.service.name === '';",
      },
    ],
    shownBy: ['a deployment that does not end in time is rolled back, and has failed'],
  },
  {
    name: 'rolls-back-others',
    breaks: "Another run's deployment is rolled back when this run's time is up.",
    changes: [{ file: INTERRUPT, replace: 'rollout.isOwn && rollsBack(run.service);', by: 'rollsBack(run.service);' }],
    shownBy: ["another run's deployment of the same version is followed, and left where it does not end in time"],
  },
  {
    name: 'exit-code-is-proof',
    breaks: 'Tasks that exit in one round are proof, so that an application which waits for its database is given up.',
    changes: [{ file: 'src/health/proof/failed-rounds.ts', replace: 'const ROUNDS = 2;', by: 'const ROUNDS = 1;' }],
    shownBy: ['an application that exits until its database answers lands'],
  },
  {
    name: 'nothing-is-proof',
    breaks: 'What a stopped task says proves nothing, so that a missing image is waited for until ECS gives up.',
    changes: [
      {
        file: STOP_PROOF,
        replace: 'export function proveByStop(task: TaskView): Proof | undefined {',
        by: "export function proveByStop(task: TaskView): Proof | undefined {\n  if (task.arn !== '') return undefined;",
      },
    ],
    shownBy: ['an image that does not exist is proof', 'a parameter that does not exist is proof'],
  },
  {
    name: 'rate-limit-is-proof',
    breaks: 'A registry that limits the rate of pulls counts as an image that does not exist.',
    changes: [
      { file: STOP_PROOF, replace: '/too ?many ?requests|rate.?limit|rate exceeded|', by: '/' },
      { file: STOP_PROOF, replace: '/not found|manifest unknown|', by: '/not found|toomanyrequests|manifest unknown|' },
    ],
    shownBy: ['a registry that limits the rate of pulls is waited for'],
  },
  {
    name: 'desired-count-sent',
    breaks: 'A deployment sets the count of tasks that autoscaling owns back to what config began with.',
    changes: [
      {
        file: 'src/plan/service/service-update.ts',
        replace:
          'const isSettled = service.scaling || isDaemon(service.settings) || live.desiredCount === service.desiredCount;',
        by: 'const isSettled = isDaemon(service.settings);',
      },
    ],
    shownBy: ['a service that was scaled out keeps its tasks when a version lands'],
  },
  {
    name: 'missing-tasks-ignored',
    breaks: 'A service is unchanged as long as one of its tasks serves, however many it lacks.',
    changes: [
      {
        file: 'src/health/target/wanted-tasks.ts',
        replace: 'if (running.length < count) return',
        by: 'if (running.length < Math.min(1, count)) return',
      },
    ],
    shownBy: ['nothing has changed, but a task is missing that cannot start any more: it is red, and says why'],
  },
  {
    name: 'seldom-looks',
    breaks: 'The service is looked at twice a minute, so that verdicts come late.',
    changes: [
      { file: 'src/engine/deploy/deploy.ts', replace: 'const POLL_MS = 1_000;', by: 'const POLL_MS = 30_000;' },
    ],
    shownBy: [
      'a new version lands',
      'a slow start within the grace period lands',
      'an image that does not exist is proof',
    ],
  },
  {
    name: 'does-not-wait-for-others',
    breaks: "A deployment is started while another's, or a rollback, is in progress.",
    changes: [
      {
        file: 'src/engine/deploy/apply-service.ts',
        replace: 'while (mustWait(planned)) {',
        by: "while (mustWait(planned) && run.service.name === '') {",
      },
    ],
    shownBy: ["another's deployment that does not end is left alone, and nothing is written"],
  },
  {
    name: 'plans-once',
    breaks: 'A service that waits for another one is deployed by the plan from the start of the run.',
    changes: [
      {
        file: 'src/engine/deploy/apply-service.ts',
        replace: 'if (hasWaited) planned =',
        by: "if (hasWaited && run.service.name === '') planned =",
      },
    ],
    shownBy: ['another version is deployed over a service while it waits for another one, and config wins'],
  },
  {
    name: 'dependency-ignored',
    breaks: 'A service is deployed although one that it depends on has failed.',
    changes: [
      {
        file: 'src/engine/deploy/in-order.ts',
        replace: 'if (!isDone(kind)) return heldBack(',
        by: "if (!isDone(kind) && job.service.name === '') return heldBack(",
      },
    ],
    shownBy: ['a service that fails stops only those that depend on it'],
  },
  {
    name: 'superseded-is-success',
    breaks: "A run whose deployment another one took over calls itself 'deployed'.",
    changes: [{ file: 'src/engine/rollout/conclude.ts', replace: "kind: 'superseded',", by: "kind: 'deployed'," }],
    shownBy: ['another tool deploys another version over it'],
  },
  {
    name: 'always-green',
    breaks: 'The exit code is 0 however the run ended.',
    changes: [{ file: 'src/main.ts', replace: '(await run()) ? 0 : 1', by: '(await run()) ? 0 : 0' }],
    shownBy: ['a version that answers its health checks with 503 is rolled back'],
  },
];
