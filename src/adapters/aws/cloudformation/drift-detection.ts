import type { StackResourceDrift } from '@aws-sdk/client-cloudformation';
import type { DriftedResourceView } from '../../../model/stack-views.ts';
import type { Stacks } from '../../../ports/stacks.ts';
import { calling, isAwsError } from '../errors.ts';
import type { CloudFormation } from './change-sets.ts';

type DriftDetection = Pick<Stacks, 'detectDrift' | 'driftDetection' | 'driftedResources'>;

export function createDriftDetection(cloudFormation: CloudFormation): DriftDetection {
  return {
    detectDrift: (stack) =>
      calling(`detecting the drift of stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        try {
          const { StackDriftDetectionId: id } = await client.send(
            new sdk.DetectStackDriftCommand({ StackName: stack }),
          );
          return id === undefined ? { refusal: 'CloudFormation returned no id' } : { id };
        } catch (error) {
          // Also where another detection of the stack is under way.
          if (isAwsError(error, 'ValidationError', 'AccessDenied', 'AccessDeniedException') && error instanceof Error)
            return { refusal: error.message };
          throw error;
        }
      }),
    driftDetection: (id) =>
      calling('reading the status of a drift detection', async () => {
        const { sdk, client } = await cloudFormation();
        const { DetectionStatus: status = '', DetectionStatusReason: reason } = await client.send(
          new sdk.DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id }),
        );
        return { status, reason };
      }),
    driftedResources: (stack) =>
      calling(`reading the drift of stack ${stack}`, async () => {
        const { sdk, client } = await cloudFormation();
        const command = {
          StackName: stack,
          StackResourceDriftStatusFilters: ['MODIFIED' as const, 'DELETED' as const],
        };
        const pages = await Array.fromAsync(sdk.paginateDescribeStackResourceDrifts({ client }, command));
        return pages.flatMap((page) => page.StackResourceDrifts ?? []).map(driftedResource);
      }),
  };
}

function driftedResource(drift: StackResourceDrift): DriftedResourceView {
  return {
    logicalId: drift.LogicalResourceId ?? '',
    type: drift.ResourceType ?? '',
    status: drift.StackResourceDriftStatus ?? '',
    differences: (drift.PropertyDifferences ?? []).map(({ PropertyPath = '', ExpectedValue, ActualValue }) => ({
      path: `/Properties${PropertyPath}`,
      before: ExpectedValue,
      after: ActualValue,
      requiresRecreation: undefined,
      evaluation: undefined,
    })),
  };
}
