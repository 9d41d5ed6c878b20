import type { CallContext } from '../../../core/world.ts';
import type {
  DeregisterTaskDefinitionRequest,
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
  TaskDefinition,
} from '../../../shapes/ecs.d.ts';
import { taskDefinitionArn } from '../arns.ts';
import type { Ecs } from '../context.ts';
import { compatibilitiesOf, requiredAttributes } from '../definitions/compatibility.ts';
import { fillDefinition } from '../definitions/defaults.ts';
import { findDefinition } from '../definitions/lookup.ts';
import { checkDefinition } from '../definitions/validation.ts';
import { clientError } from '../refusals.ts';
import type { TaskDefinitionRecord } from '../state.ts';
import { checkTags } from '../tags.ts';

export function taskDefinitionOperations(ecs: Ecs) {
  const { world, state } = ecs;

  const known = (reference: string): TaskDefinitionRecord => {
    const record = findDefinition(state, reference);
    if (!record) throw clientError('Unable to describe task definition.');
    return record;
  };

  const RegisterTaskDefinition = (
    input: RegisterTaskDefinitionRequest,
    context: CallContext,
  ): RegisterTaskDefinitionResponse => {
    checkDefinition(input);
    const tags = checkTags(input.tags, [], context);
    const revisions = state.families.get(input.family) ?? [];
    const filled = fillDefinition(input);
    const revision = revisions.length + 1;
    const record: TaskDefinitionRecord = {
      tags,
      definition: {
        ...filled,
        revision,
        taskDefinitionArn: taskDefinitionArn(world, input.family, revision),
        status: 'ACTIVE',
        requiresAttributes: requiredAttributes(filled),
        compatibilities: compatibilitiesOf(filled),
        registeredAt: world.clock.now(),
        registeredBy: context.caller.arn,
      },
    };
    state.families.set(input.family, [...revisions, record]);
    return { taskDefinition: record.definition, ...(input.tags ? { tags: [...tags] } : {}) };
  };

  const DescribeTaskDefinition = (input: DescribeTaskDefinitionRequest): DescribeTaskDefinitionResponse => {
    const { definition, tags } = known(input.taskDefinition);
    return { taskDefinition: definition, ...(input.include?.includes('TAGS') ? { tags: [...tags] } : {}) };
  };

  const DeregisterTaskDefinition = (input: DeregisterTaskDefinitionRequest): { taskDefinition: TaskDefinition } => {
    if (!/:\d+$/.test(input.taskDefinition)) throw clientError('Revision is missing.');
    const record = findDefinition(state, input.taskDefinition);
    if (!record) throw clientError('The specified task definition does not exist.');
    if (record.definition.status === 'ACTIVE')
      record.definition = { ...record.definition, status: 'INACTIVE', deregisteredAt: world.clock.now() };
    return { taskDefinition: record.definition };
  };

  return { RegisterTaskDefinition, DescribeTaskDefinition, DeregisterTaskDefinition };
}
