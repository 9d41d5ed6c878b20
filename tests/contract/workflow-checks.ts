import type { Grants } from '../workflows/permissions.ts';
import type { Job, Step, Workflow } from '../workflows/workflow-file.ts';
import { callProblems, outputProblems } from './workflow-calls.ts';

/** What each kind of step can need of the job's token at most. */
const NEEDED: readonly { readonly step: (step: Step) => boolean; readonly grants: Grants }[] = [
  { step: uses('actions/checkout'), grants: { contents: 'read' } },
  { step: uses('aws-actions/configure-aws-credentials'), grants: { 'id-token': 'write' } },
  { step: ({ run = '' }) => /^(gh release|git push) /.test(run), grants: { contents: 'write' } },
  {
    step: reports('collect'),
    grants: { contents: 'read', deployments: 'read', 'pull-requests': 'read', statuses: 'read' },
  },
  { step: reports('base'), grants: { contents: 'read', deployments: 'read' } },
  { step: reports('drift'), grants: { contents: 'read', issues: 'write' } },
  {
    step: reports('report'),
    grants: { contents: 'read', deployments: 'write', 'pull-requests': 'write', statuses: 'write' },
  },
];

/** All that is wrong with how a workflow of this repository is written, beyond what a schema can tell. */
export function problemsOf(workflow: Workflow): readonly string[] {
  const jobs = Object.entries(workflow.jobs);
  const top = Object.keys(workflow.permissions ?? { all: 'write' }).length > 0 ? ['grants something at the top'] : [];
  return [
    ...top,
    ...concurrencyProblems(workflow),
    ...outputProblems(workflow.jobs),
    ...jobs.flatMap(([id, job]) => problemsOfJob(job).map((problem) => `${id}: ${problem}`)),
  ];
}

/**
 * GitHub keeps one waiting run of a group by default, and cancels it when another one comes: a merge would cancel a
 * rollback that waits for its turn.
 */
export function concurrencyProblems({ concurrency, jobs }: Workflow): readonly string[] {
  const groups = [concurrency, ...Object.values(jobs).map((job) => job.concurrency)].flatMap((each) => each ?? []);
  return groups.flatMap((each) => {
    const { group, queue, 'cancel-in-progress': cancels } = typeof each === 'string' ? { group: each } : each;
    return [
      ...(group.startsWith('ecs-gitops-apply') && queue !== 'max' ? [`${group} drops runs that wait`] : []),
      ...(queue === 'max' && cancels ? [`${group} both queues and cancels`] : []),
    ];
  });
}

function problemsOfJob(job: Job): readonly string[] {
  const { steps = [] } = job;
  const actions = [job.uses, ...steps.map((step) => step.uses)].flatMap((each) => each ?? []);
  return [
    ...actions
      .filter((action) => !action.startsWith('./') && !/@[0-9a-f]{40}$/.test(action))
      .map((action) => `${action} is not pinned by commit`),
    ...steps.flatMap((step) => [
      ...expressionsInScripts(step),
      ...deploymentsOfNothing(step),
      ...(step.run?.trim().includes('\n') ? ['a script of several lines'] : []),
    ]),
    ...(job.uses === undefined && job['timeout-minutes'] === undefined ? ['no time limit'] : []),
    ...callProblems(job, {}),
    ...(job.uses === undefined ? excessOf(job, steps) : []),
  ];
}

/** A step that names a cluster and no config means the live services, and then it needs to say what changes. */
export function deploymentsOfNothing({ uses = '', with: inputs = {} }: Step): readonly string[] {
  if (!/\/actions\/deploy-service(@|$)/.test(uses) || inputs['cluster'] === undefined) return [];
  const isWithoutConfig = inputs['images'] !== undefined || ['rollback', 'continue'].includes(String(inputs['mode']));
  return inputs['config'] !== undefined || isWithoutConfig
    ? []
    : ['deploys neither config nor images: with cluster alone, deploy-service takes the live services'];
}

/** Whatever an expression holds would be run as a script's text. */
export function expressionsInScripts({ run = '' }: Step): readonly string[] {
  return run.includes('${{') ? ['an expression in a script'] : [];
}

/** Grants that none of the steps can need. */
function excessOf({ permissions = {} }: Job, steps: readonly Step[]): readonly string[] {
  if (typeof permissions === 'string') return [`permissions: ${permissions}`];
  const needed = NEEDED.filter(({ step }) => steps.some(step)).map(({ grants }) => grants);
  return Object.entries(permissions)
    .filter(([scope, access]) => !needed.some((grants) => grants[scope] === 'write' || grants[scope] === access))
    .map(([scope, access]) => `no step needs ${scope}: ${access}`);
}

function uses(action: string): (step: Step) => boolean {
  return (step) => step.uses?.startsWith(`${action}@`) ?? false;
}

function reports(mode: string): (step: Step) => boolean {
  return (step) => (step.uses?.endsWith('/actions/report') ?? false) && (step.with?.['mode'] ?? 'report') === mode;
}
