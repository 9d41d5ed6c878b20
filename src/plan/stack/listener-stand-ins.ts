import { isListenerParameter } from '../../model/stack-names.ts';
import type { StackTemplate } from '../../model/stack-template.ts';
import type { StackView } from '../../model/stack-views.ts';

/** Parameters whose values are outputs that the cluster's stack does not have yet. */
export function missingParameters({ parameters }: Pick<StackTemplate, 'parameters'>): readonly string[] {
  return Object.keys(parameters).filter((key) => parameters[key] === undefined);
}

/**
 * The template with an ARN made up for each listener that the cluster's stack is yet to make, so that a change set
 * shows what else of the stack changes: CloudFormation computes one without looking whether such a listener exists.
 * Only rules that are new can name it, and of those a plan shows no values: with the real ARN, the plan is the same. A
 * listener whose ARN the stack knows already gets none, since another one would replace its rules.
 */
export function withListenerStandIns<Template extends StackTemplate>(desired: Template, stack: StackView): Template {
  const [, partition, , region, account] = stack.id.split(':');
  const names = missingParameters(desired).filter(
    (key) => isListenerParameter(key) && stack.parameters[key] === undefined,
  );
  const standIns = names.map((key) => [
    key,
    `arn:${partition}:elasticloadbalancing:${region}:${account}:listener/app/known-after-apply/0/${key}`,
  ]);
  return { ...desired, parameters: { ...desired.parameters, ...Object.fromEntries(standIns) } };
}
