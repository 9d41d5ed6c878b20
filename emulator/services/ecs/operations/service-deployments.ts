import { AwsError } from '../../../core/errors.ts';
import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  StopServiceDeploymentRequest,
  StopServiceDeploymentResponse,
} from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { answerPause } from '../deployments/hooks/continue.ts';
import { isFinal, type ServiceDeploymentRecord } from '../deployments/record.ts';
import { viewBrief, viewServiceDeployment } from '../deployments/view.ts';
import { activeCluster, knownService } from '../lookups.ts';
import { limitedPage } from '../pages.ts';
import { invalidParameter, unsupported } from '../refusals.ts';

export function serviceDeploymentOperations(ecs: Ecs) {
  const { world, state } = ecs;

  const visible = (arn: string): ServiceDeploymentRecord | undefined => {
    const record = state.serviceDeployments.get(arn);
    return record && world.clock.now() >= record.visibleAt ? record : undefined;
  };

  const ListServiceDeployments = (input: ListServiceDeploymentsRequest): ListServiceDeploymentsResponse => {
    const cluster = activeCluster(state, input.cluster);
    const service = knownService(cluster, input.service);
    const { before = Number.POSITIVE_INFINITY, after = 0 } = input.createdAt ?? {};
    const records = [...state.serviceDeployments.values()]
      .filter(
        ({ arn, serviceArn, status, createdAt }) =>
          serviceArn === service.arn &&
          visible(arn) !== undefined &&
          (!input.status?.length || input.status.includes(status)) &&
          createdAt > after &&
          createdAt < before,
      )
      .toSorted((a, b) => b.createdAt - a.createdAt);
    const { items, nextToken } = limitedPage(records, input, { standard: 20, most: 100 });
    return { serviceDeployments: items.map(viewBrief), nextToken };
  };

  const DescribeServiceDeployments = (input: DescribeServiceDeploymentsRequest): DescribeServiceDeploymentsResponse => {
    if (input.serviceDeploymentArns.length > 20)
      throw invalidParameter('serviceDeploymentArns can have at most 20 items.');
    const records = input.serviceDeploymentArns.map((arn) => ({ arn, record: visible(arn) }));
    return {
      serviceDeployments: records.flatMap(({ record }) => (record ? [viewServiceDeployment(state, record)] : [])),
      failures: records.flatMap(({ arn, record }) => (record ? [] : [{ arn, reason: 'MISSING' }])),
    };
  };

  const DescribeServiceRevisions = (input: DescribeServiceRevisionsRequest): DescribeServiceRevisionsResponse => {
    if (input.serviceRevisionArns.length > 20) throw invalidParameter('serviceRevisionArns can have at most 20 items.');
    const revisions = input.serviceRevisionArns.map((arn) => ({ arn, revision: state.serviceRevisions.get(arn) }));
    return {
      serviceRevisions: revisions.flatMap(({ revision }) => revision ?? []),
      failures: revisions.flatMap(({ arn, revision }) => (revision ? [] : [{ arn, reason: 'MISSING' }])),
    };
  };

  /** One that rolls back already, or stops, goes on doing so [doc stop-service-deployment]. */
  const StopServiceDeployment = (input: StopServiceDeploymentRequest): StopServiceDeploymentResponse => {
    if (input.stopType === 'ABORT') throw unsupported('This emulator stops service deployments by ROLLBACK only.');
    const record = visible(input.serviceDeploymentArn);
    if (!record)
      throw new AwsError('ServiceDeploymentNotFoundException', 'The specified service deployment was not found.');
    if (isFinal(record))
      throw new AwsError(
        'ConflictException',
        `The service deployment cannot be stopped because its status is ${record.status}.`,
      );
    if (record.status === 'PENDING' || record.status === 'IN_PROGRESS') {
      record.status = 'ROLLBACK_REQUESTED';
      record.updatedAt = world.clock.now();
    }
    return { serviceDeploymentArn: record.arn };
  };

  const ContinueServiceDeployment = (input: ContinueServiceDeploymentRequest): ContinueServiceDeploymentResponse => {
    const record = visible(input.serviceDeploymentArn);
    if (!record) throw new AwsError('ServiceDeploymentNotFoundException', 'The service deployment does not exist.');
    answerPause(record, input);
    record.updatedAt = world.clock.now();
    return { serviceDeploymentArn: record.arn };
  };

  return {
    ListServiceDeployments,
    DescribeServiceDeployments,
    DescribeServiceRevisions,
    StopServiceDeployment,
    ContinueServiceDeployment,
  };
}
