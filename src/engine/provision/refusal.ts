import { isNameTaken } from '../../health/stack/stack-failure.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Unit } from '../../model/plan.ts';
import { positionText, type SourcePosition } from '../../model/source.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { ChangeSetView, StackView, ValidationErrorView } from '../../model/stack-views.ts';
import { refusedPlan } from '../refused-plan.ts';

/** Outcomes of stacks that cannot be, or may not be, brought to what config says; nothing was changed. */

/** Why a stack cannot be planned, or its plan may not be applied; undefined where it may. */
export function refusalOf(
  { unit, compared }: { readonly unit: Unit; readonly compared: { readonly refusal?: Outcome } },
  cluster: Pick<Cluster, 'source'>,
): Outcome | undefined {
  return compared.refusal ?? refusedPlan(unit, cluster);
}

/** A name is in use outside of the stack. */
export function nameTaken(what: string, evidence: readonly string[], at?: SourcePosition): Outcome {
  return {
    kind: 'blocked',
    summary: `${what} exists already and belongs to no stack of this cluster.`,
    evidence,
    nextStep:
      'Give another name in config, use what exists (roles: arn instead of name), import it into the stack, or delete it.',
    at,
  };
}

/** CloudFormation found the change set wrong before anything was done. */
export function refusedChangeSet(
  { statusReason = 'no reason given' }: ChangeSetView,
  errors: readonly ValidationErrorView[],
  desired: StackTemplate,
): Outcome {
  const evidence = errors.map((error) => validationLine(error, desired));
  const at = errors.map(({ logicalId }) => desired.sources[logicalId]).find((place) => place !== undefined);
  const reasons = [statusReason, ...errors.map(({ message }) => message)];
  const taken = reasons.find((reason) => isNameTaken(reason) || /already exist in your account/.test(reason));
  if (taken) return nameTaken(errors[0]?.logicalId ?? 'A resource of the stack', [taken, ...evidence], at);
  return {
    kind: 'failed',
    summary: `CloudFormation refuses the change: ${errors[0]?.message ?? statusReason}`,
    evidence: evidence.length > 0 ? evidence : [statusReason],
    nextStep:
      'Correct config as the message says. If config is right, this is a defect: please report it with the log.',
    at,
  };
}

export function validationLine({ logicalId, path, message }: ValidationErrorView, { sources }: StackTemplate): string {
  return `${placeText(sources[logicalId])}${logicalId} ${path ?? ''}: ${message}`;
}

export function placeText(at: SourcePosition | undefined): string {
  return at ? `${positionText(at)} ` : '';
}

export function foreignStack({ name, id }: StackView, desired: StackTemplate): Outcome {
  return {
    kind: 'blocked',
    summary: `Stack ${name} exists already, and this toolkit did not create it.`,
    evidence: [
      `${id} is not tagged ${Object.entries(desired.tags)
        .map(([key, value]) => `${key}=${value}`)
        .join(', ')}`,
    ],
    nextStep:
      'Rename the cluster or service, or delete that stack. If it belongs to this config, add the tags, then run the job again.',
  };
}

export function busyStack({ name, status }: StackView): Outcome {
  return {
    kind: 'timed-out',
    summary: `Stack ${name} was still ${status}, for an operation that someone else started.`,
    evidence: [],
    nextStep: 'Run the job again when that operation has ended.',
  };
}

export function superseded(name: string): Outcome {
  return {
    kind: 'superseded',
    summary: `Stack ${name} was changed by someone else while this run planned it; this run changed nothing.`,
    evidence: [],
    nextStep: 'Run the job again: it makes a new plan.',
  };
}

export function halfDeletedStack({ name, statusReason }: StackView): Outcome {
  return {
    kind: 'blocked',
    summary: `Stack ${name} is half deleted: ${statusReason ?? 'DELETE_FAILED'}`,
    evidence: [],
    nextStep: 'Run provision with mode: destroy, which continues the deletion; then run this job again.',
  };
}

export function protectedRemains({ name, status }: StackView): Outcome {
  return {
    kind: 'blocked',
    summary: `Stack ${name} is ${status} and has termination protection: it can neither be updated nor deleted.`,
    evidence: [],
    nextStep: `Turn the protection off (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}) then run the job again.`,
  };
}
