import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACTIONS, type ActionContract } from '../../src/actions/contract.ts';
import { every, excess, type Grants, grantsOf } from '../workflows/permissions.ts';
import {
  calledInputs,
  type Job,
  type Permissions,
  readWorkflow,
  type Step,
  type Workflow,
} from '../workflows/workflow-file.ts';

const WORKFLOWS = fileURLToPath(new URL('../../.github/workflows/', import.meta.url));
const OURS =
  /^(?:\.\/(?:\.ecs-gitops\/)?|[\w-]+\/ecs-gitops\/)(?:actions|\.github\/workflows)\/([\w-]+)(?:\.yml)?(?:@.+)?$/;

/**
 * What a job gets wrong of the actions and reusable workflows of this repository: names, inputs, outputs, permissions.
 */
export function callProblems(job: Job, inherited: Permissions | undefined): readonly string[] {
  const { steps = [], uses, with: given = {} } = job;
  const called = OURS.exec(uses ?? '')?.[1];
  return [
    ...(called === undefined
      ? []
      : calledWorkflowProblems(called, given, grantsOf(job.permissions ?? inherited, every('read')))),
    ...steps.flatMap((step) => actionProblems(step, job)),
  ];
}

/** Outputs of called workflows that are read and do not exist: GitHub gives an empty text for them. */
export function outputProblems(jobs: Readonly<Record<string, Job>>): readonly string[] {
  const read = [...JSON.stringify(jobs).matchAll(/\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g)];
  return Object.entries(jobs).flatMap(([id, { uses = '' }]) => {
    const called = OURS.exec(uses)?.[1] ?? '';
    if (!isWorkflow(called)) return [];
    const outputs = outputsOf(readWorkflow(join(WORKFLOWS, `${called}.yml`)));
    const unknown = read.filter(([, needed, output = '']) => needed === id && !outputs.includes(output));
    return unknown.map(([, , output]) => `${called}.yml has no output ${output}`);
  });
}

function outputsOf({ on }: Workflow): readonly string[] {
  const call = on['workflow_call'] as { readonly outputs?: object } | undefined;
  return Object.keys(call?.outputs ?? {});
}

function isWorkflow(name: string): boolean {
  return readdirSync(WORKFLOWS).includes(`${name}.yml`);
}

function actionProblems({ uses = '', with: given = {}, id }: Step, job: Job): readonly string[] {
  const name = OURS.exec(uses)?.[1];
  if (name === undefined) return [];
  const contract: ActionContract | undefined = Object.entries(ACTIONS).find(([each]) => each === name)?.[1];
  if (!contract) return [`there is no action ${name}`];
  const read = [...JSON.stringify(job).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)];
  return [
    ...Object.entries(given).flatMap(([input, value]) => inputProblems(name, contract, input, value)),
    ...read
      .filter(([, step, output = '']) => step === id && !(output in contract.outputs))
      .map(([, , output]) => `${name} has no output ${output}`),
  ];
}

function inputProblems(name: string, { inputs }: ActionContract, input: string, value: unknown): readonly string[] {
  const declared = inputs[input];
  if (!declared) return [`${name} has no input ${input}`];
  const isLiteral = typeof value === 'string' && !value.includes('${{');
  const isAccepted = !isLiteral || !declared.oneOf || declared.oneOf.includes(value);
  return isAccepted ? [] : [`${input} of ${name} cannot be ${value}`];
}

function calledWorkflowProblems(
  name: string,
  given: Readonly<Record<string, unknown>>,
  granted: Grants,
): readonly string[] {
  if (!isWorkflow(name)) return [`there is no workflow ${name}.yml`];
  const workflow = readWorkflow(join(WORKFLOWS, `${name}.yml`));
  return [...inputErrors(workflow, given), ...missingGrants(name, workflow, granted)];
}

function inputErrors(...[workflow, given]: Parameters<typeof calledInputs>): readonly string[] {
  try {
    calledInputs(workflow, given);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** GitHub starts no run whose called jobs, however deep, ask for more than their caller has. */
function missingGrants(name: string, { jobs }: Workflow, granted: Grants): readonly string[] {
  const missing = Object.values(jobs).flatMap(({ permissions }) => excess(grantsOf(permissions, {}), granted));
  return [...new Set(missing)].sort().map((grant) => `${name}.yml needs ${grant}`);
}
