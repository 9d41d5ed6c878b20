import { AwsError } from '../../../core/errors.ts';
import type { Output } from '../../../shapes/cloudformation.d.ts';
import type { ResourceDiff } from '../changeset/diff.ts';
import { recordFindings, VALIDATION_FAILED, validateDeployment } from '../changeset/validation.ts';
import { Cancelled } from './control.ts';
import type { Convergence } from './converge.ts';
import { converge } from './converge.ts';
import { evaluateOutputs, exportConflict, exportsOf } from './outputs.ts';
import { missingParameterValue } from './parameter-lookup.ts';
import type { Run } from './run.ts';
import { failureText, resourceContext } from './run.ts';
import { exportedValue, importedNames, parametersInScope } from './scope.ts';
import type { Deployment } from './stack.ts';

/** The reason why a deployment failed, as the stack's status gives it. */
export type DeployFailure = { readonly reason: string };

export interface DeployOptions extends Convergence {
  /** What pre-deployment validation looks at; undefined where it has been done, or is not wanted. */
  readonly diffs: readonly ResourceDiff[] | undefined;
}

/**
 * Carries a deployment out, and takes over its outputs and exports where all went well. What the operation was called
 * off for, if anything, is the reason before any resource's failure.
 */
export async function deploy(run: Run, target: Deployment, options: DeployOptions): Promise<DeployFailure | undefined> {
  const { world, stack, operation, store } = run;
  try {
    await operation.control.sleep(world.latency('stack-step'));
    stack.detailedStatus = undefined;
    const early = (await obstacle(run, target)) ?? (await invalidity(run, options.diffs ?? []));
    if (early !== undefined) return { reason: early };
    const scope = await converge(run, target, options);
    const { reason } = operation.control;
    if (reason !== undefined || run.failures.length > 0) return { reason: reason ?? failureText(run.failures) };
    const outputs = evaluateOutputs(target.template, scope);
    const conflict = options.isRollback ? undefined : exportConflict(store, stack, exportsOf(outputs));
    if (conflict !== undefined) return { reason: conflict };
    settle(run, target, outputs);
    return undefined;
  } catch (error) {
    if (error instanceof Cancelled) return { reason: operation.control.reason ?? failureText(run.failures) };
    if (error instanceof AwsError) return { reason: error.message };
    throw error;
  }
}

/** What is wrong before any resource is touched. */
async function obstacle(run: Run, target: Deployment): Promise<string | undefined> {
  const { world, store, stack } = run;
  const absent = [...importedNames(target.template, parametersInScope(world, stack, target))].find(
    (name) => exportedValue(store, name) === undefined,
  );
  if (absent !== undefined) return `No export named ${absent} found.`;
  return missingParameterValue(world, target);
}

async function invalidity(run: Run, diffs: readonly ResourceDiff[]): Promise<string | undefined> {
  const { world, stack, operation } = run;
  const findings = await validateDeployment(diffs, (id) => resourceContext(run, id));
  if (findings.length === 0) return undefined;
  recordFindings(world, stack, operation, findings);
  stack.detailedStatus = 'VALIDATION_FAILED';
  return VALIDATION_FAILED;
}

function settle({ world, stack }: Run, target: Deployment, outputs: readonly Output[]): void {
  stack.deployment = target;
  stack.stable = target;
  stack.description = target.template.description;
  stack.outputs = outputs;
  stack.exports = exportsOf(outputs);
  stack.imports = importedNames(target.template, parametersInScope(world, stack, target));
}
