import type { CallContext, Service, World } from '../../core/world.ts';
import { createStackStore } from './engine/store.ts';
import { deleteChangeSet, describeChangeSet, listChangeSets } from './operations/change-sets.ts';
import { createChangeSet } from './operations/create-change-set.ts';
import { createStack } from './operations/create-stack.ts';
import { deleteStack } from './operations/delete-stack.ts';
import { describeStacks, listStacks, updateTerminationProtection } from './operations/describe-stacks.ts';
import {
  describeStackDriftDetectionStatus,
  describeStackResourceDrifts,
  detectStackDrift,
  detectStackResourceDrift,
} from './operations/drift-detection.ts';
import type { Environment } from './operations/environment.ts';
import { describeEvents, describeStackEvents } from './operations/events.ts';
import { executeChangeSet } from './operations/execute-change-set.ts';
import { listExports, listImports } from './operations/exports.ts';
import { cancelUpdateStack, continueUpdateRollback, rollbackStack } from './operations/rollbacks.ts';
import { describeStackResource, describeStackResources, listStackResources } from './operations/stack-resources.ts';
import { getTemplate, getTemplateSummary, validateTemplate } from './operations/templates.ts';
import { updateStack } from './operations/update-stack.ts';

/** CloudFormation. What it promises and what it leaves out is in SPEC.md. */
export function createService(world: World): Service {
  const environment: Environment = { world, store: createStackStore() };
  const serve =
    <Input>(operation: (environment: Environment, input: Input, context: CallContext) => unknown) =>
    (input: Input, context: CallContext): unknown =>
      operation(environment, input, context);
  return {
    operations: {
      CancelUpdateStack: serve(cancelUpdateStack),
      ContinueUpdateRollback: serve(continueUpdateRollback),
      CreateChangeSet: serve(createChangeSet),
      CreateStack: serve(createStack),
      DeleteChangeSet: serve(deleteChangeSet),
      DeleteStack: serve(deleteStack),
      DescribeChangeSet: serve(describeChangeSet),
      DescribeStackDriftDetectionStatus: serve(describeStackDriftDetectionStatus),
      DescribeStackResourceDrifts: serve(describeStackResourceDrifts),
      DetectStackDrift: serve(detectStackDrift),
      DetectStackResourceDrift: serve(detectStackResourceDrift),
      DescribeEvents: serve(describeEvents),
      DescribeStackEvents: serve(describeStackEvents),
      DescribeStackResource: serve(describeStackResource),
      DescribeStackResources: serve(describeStackResources),
      DescribeStacks: serve(describeStacks),
      ExecuteChangeSet: serve(executeChangeSet),
      GetTemplate: serve(getTemplate),
      GetTemplateSummary: serve(getTemplateSummary),
      ListChangeSets: serve(listChangeSets),
      ListExports: serve(listExports),
      ListImports: serve(listImports),
      ListStackResources: serve(listStackResources),
      ListStacks: serve(listStacks),
      RollbackStack: serve(rollbackStack),
      UpdateStack: serve(updateStack),
      UpdateTerminationProtection: serve(updateTerminationProtection),
      ValidateTemplate: serve(validateTemplate),
    },
  };
}
