import type { AwsError } from '../../../core/errors.ts';
import { clientError } from '../refusals.ts';
import type { TaskDefinitionRecord } from '../state.ts';

/**
 * The definition, if tasks can be made of it. Only an ACTIVE one can; UpdateService and CreateService say so by
 * ClientException, RunTask by InvalidParameterException (both as published by others).
 */
export function runnableDefinition(
  record: TaskDefinitionRecord | undefined,
  refuse: (message: string) => AwsError = clientError,
): TaskDefinitionRecord['definition'] {
  if (!record) throw clientError('TaskDefinition not found.');
  const { definition } = record;
  if (definition.status !== 'ACTIVE') throw refuse('TaskDefinition is inactive');
  return definition;
}
