import type {
  GetTemplateInput,
  GetTemplateOutput,
  GetTemplateSummaryInput,
  GetTemplateSummaryOutput,
  ParameterDeclaration as ParameterShape,
  ValidateTemplateInput,
  ValidateTemplateOutput,
} from '../../../shapes/cloudformation.d.ts';
import { requireStack } from '../engine/store.ts';
import { schemaOf } from '../resources/schemas.ts';
import { capabilityNeed } from '../template/capabilities.ts';
import { notEmulated, validationError } from '../template/errors.ts';
import type { Template } from '../template/template.ts';
import { templateOf } from './deployment.ts';
import type { Environment } from './environment.ts';
import { findChangeSet } from './find-change-set.ts';

/** Without transforms both stages are what was submitted. */
export function getTemplate(environment: Environment, input: GetTemplateInput): GetTemplateOutput {
  const { ChangeSetName: name, StackName: stackName } = input;
  if (name === undefined && stackName === undefined)
    throw validationError('StackName is required if ChangeSetName is not specified.');
  const template =
    name !== undefined
      ? findChangeSet(environment, { ChangeSetName: name, StackName: stackName }).changeSet.deployment.template
      : requireStack(environment.store, stackName ?? '').deployment?.template;
  return { TemplateBody: template?.body ?? '{}', StagesAvailable: ['Original', 'Processed'] };
}

export function validateTemplate(_environment: Environment, input: ValidateTemplateInput): ValidateTemplateOutput {
  const template = templateOf(input, undefined);
  return {
    Parameters: parameters(template).map(({ ParameterKey, DefaultValue, NoEcho, Description }) => ({
      ParameterKey,
      DefaultValue,
      NoEcho,
      Description,
    })),
    Description: template.description,
    ...capabilities(template),
  };
}

export function getTemplateSummary({ store }: Environment, input: GetTemplateSummaryInput): GetTemplateSummaryOutput {
  if (input.StackSetName !== undefined) throw notEmulated('StackSetName');
  const deployment = input.StackName === undefined ? undefined : requireStack(store, input.StackName).deployment;
  const template = templateOf({ ...input, UsePreviousTemplate: deployment !== undefined }, deployment);
  return {
    Parameters: parameters(template),
    Description: template.description,
    ...capabilities(template),
    ResourceTypes: Object.values(template.resources).map(({ type }) => type),
    Version: template.body.includes('AWSTemplateFormatVersion') ? '2010-09-09' : undefined,
    Metadata: template.metadata && JSON.stringify(template.metadata),
    ResourceIdentifierSummaries: resourceIdentifiers(template),
  };
}

function parameters(template: Template): ParameterShape[] {
  return Object.entries(template.parameters).map(([key, declaration]) => ({
    ParameterKey: key,
    DefaultValue: declaration.default,
    ParameterType: declaration.type,
    NoEcho: declaration.noEcho,
    Description: declaration.description,
    ParameterConstraints: declaration.allowedValues ? { AllowedValues: [...declaration.allowedValues] } : {},
  }));
}

function capabilities(template: Template): Pick<ValidateTemplateOutput, 'Capabilities' | 'CapabilitiesReason'> {
  const need = capabilityNeed(template);
  return need ? { Capabilities: [need.capability], CapabilitiesReason: need.reason } : {};
}

function resourceIdentifiers(template: Template): GetTemplateSummaryOutput['ResourceIdentifierSummaries'] {
  const byType = Map.groupBy(Object.entries(template.resources), ([, { type }]) => type);
  return [...byType].map(([type, resources]) => ({
    ResourceType: type,
    LogicalResourceIds: resources.map(([id]) => id),
    ResourceIdentifiers: [...schemaOf(type).primaryIdentifier],
  }));
}
