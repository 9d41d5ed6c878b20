import { isReservedKey } from '../../../core/tags.ts';
import type { CreateChangeSetInput, Parameter, Tag } from '../../../shapes/cloudformation.d.ts';
import type { GetParametersResult } from '../../../shapes/ssm.d.ts';
import type { Deployment, Stack } from '../engine/stack.ts';
import { requireCapabilities } from '../template/capabilities.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import { parameterValues } from '../template/parameters.ts';
import type { Template } from '../template/template.ts';
import { loadTemplate } from '../template/validate.ts';
import type { Environment } from './environment.ts';

/** What CreateStack, UpdateStack and CreateChangeSet have in common. */
export type DeploymentInput = Pick<
  CreateChangeSetInput,
  | 'TemplateBody'
  | 'TemplateURL'
  | 'UsePreviousTemplate'
  | 'Parameters'
  | 'Capabilities'
  | 'Tags'
  | 'NotificationARNs'
  | 'RollbackConfiguration'
  | 'DeploymentConfig'
  | 'ResourceTypes'
>;

/** Reads template and parameters as AWS does before it accepts the request; `previous` is what the stack has now. */
export async function readDeployment(
  { world }: Environment,
  input: DeploymentInput,
  previous: Deployment | undefined,
): Promise<Deployment> {
  refuseUnsupported(input);
  const template = templateOf(input, previous);
  const parameters = await parameterValues({
    declared: template.parameters,
    supplied: distinct(input.Parameters ?? []),
    previous: previous?.parameters,
    readStore: async (names) => {
      const { Parameters: found = [] } = await world.call<GetParametersResult>('ssm', 'GetParameters', {
        Names: [...names],
      });
      return new Map(
        found.map(({ Name: name = '', Selector: selector = '', Value: value = '' }) => [name + selector, value]),
      );
    },
  });
  requireCapabilities(template, input.Capabilities ?? []);
  return {
    template,
    parameters,
    tags: checkedTags(input.Tags) ?? previous?.tags ?? [],
    notificationArns: input.NotificationARNs ?? previous?.notificationArns ?? [],
  };
}

/** A template from a request's body or the stack's own. */
export function templateOf(
  input: Pick<DeploymentInput, 'TemplateBody' | 'TemplateURL' | 'UsePreviousTemplate'>,
  previous: Pick<Deployment, 'template'> | undefined,
): Template {
  if (input.TemplateURL !== undefined) throw notEmulated('TemplateURL');
  if (input.UsePreviousTemplate && previous) return previous.template;
  if (input.TemplateBody === undefined)
    throw validationError('Either Template URL or Template Body must be specified.');
  return loadTemplate(input.TemplateBody);
}

/** Tags that stack and change set may have; those starting with `aws:` are AWS's. */
function checkedTags(tags: readonly Tag[] | undefined): readonly Tag[] | undefined {
  if (tags?.some(({ Key: key }) => isReservedKey(key)))
    throw validationError('aws: prefixed tag key names are not allowed for external use.');
  return tags;
}

function distinct(parameters: readonly Parameter[]): readonly Parameter[] {
  const keys = parameters.map(({ ParameterKey: key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw validationError(`Parameter ${twice} is specified more than once`);
  return parameters;
}

function refuseUnsupported({
  RollbackConfiguration: rollback,
  DeploymentConfig: config,
  ResourceTypes: types,
}: DeploymentInput): void {
  if (rollback?.RollbackTriggers?.length || rollback?.MonitoringTimeInMinutes)
    throw notEmulated('RollbackConfiguration');
  if (config?.Mode === 'EXPRESS') throw notEmulated('DeploymentConfig Mode EXPRESS');
  if (types) throw notEmulated('ResourceTypes');
}

/** Statuses in which a stack can be updated, by UpdateStack or by a change set. */
const UPDATABLE = new Set<Stack['status']>([
  'CREATE_COMPLETE',
  'CREATE_FAILED',
  'UPDATE_COMPLETE',
  'UPDATE_FAILED',
  'UPDATE_ROLLBACK_COMPLETE',
]);

export function requireUpdatable(stack: Stack): void {
  if (!UPDATABLE.has(stack.status))
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
}
