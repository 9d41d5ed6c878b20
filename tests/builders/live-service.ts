import type { JsonObject } from '../../src/model/json.ts';
import type {
  DeploymentView,
  ServiceDeploymentView,
  ServiceView,
  TaskDefinitionView,
} from '../../src/model/service-views.ts';
import type { LiveScaling } from '../../src/plan/scaling/scaling-plan.ts';
import type { LiveService } from '../../src/plan/service/service-plan.ts';

export const REVISION = 'arn:aws:ecs:ap-northeast-1:123456789012:task-definition/sample';

/** A service as DescribeServices answers for one that runs. */
export function aServiceView(overrides: Partial<ServiceView> = {}): ServiceView {
  const name = overrides.name ?? 'sample-ecs-service';
  const taskDefinition = overrides.taskDefinition ?? `${REVISION}:1`;
  return {
    arn: `arn:aws:ecs:ap-northeast-1:123456789012:service/sample-ecs-cluster/${name}`,
    name,
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    taskDefinition,
    deployments: [aDeployment({ taskDefinition })],
    currentServiceDeployment: undefined,
    events: [],
    tags: {},
    description: {},
    ...overrides,
  };
}

export function aDeployment(overrides: Partial<DeploymentView> = {}): DeploymentView {
  return {
    id: 'ecs-svc/1',
    status: 'PRIMARY',
    taskDefinition: `${REVISION}:1`,
    desiredCount: 2,
    pendingCount: 0,
    runningCount: 2,
    failedTasks: 0,
    rolloutState: 'COMPLETED',
    rolloutStateReason: 'ECS deployment ecs-svc/1 completed.',
    createdAt: 0,
    ...overrides,
  };
}

/** As DescribeServiceDeployments answers for one that rolls. */
export function aServiceDeployment(overrides: Partial<ServiceDeploymentView> = {}): ServiceDeploymentView {
  return {
    arn: 'arn:aws:ecs:ap-northeast-1:123456789012:service-deployment/sample-ecs-cluster/sample-ecs-service/2',
    id: '2',
    status: 'IN_PROGRESS',
    statusReason: undefined,
    createdAt: 0,
    finishedAt: undefined,
    lifecycleStage: undefined,
    targetRevisionArn: undefined,
    sourceRevisionArns: [],
    requestedTasks: 2,
    runningTasks: 0,
    pendingTasks: 2,
    rollback: undefined,
    circuitBreaker: undefined,
    triggeredAlarms: [],
    ...overrides,
  };
}

export function aRevision(revision: number, definition: JsonObject, status = 'ACTIVE'): TaskDefinitionView {
  return { arn: `${REVISION}:${revision}`, status, definition: { family: 'sample', ...definition }, tags: {} };
}

export const NO_SCALING: LiveScaling = { target: undefined, policies: [], alarms: [] };

export function aLiveService(overrides: Partial<LiveService> = {}): LiveService {
  return {
    service: undefined,
    taskDefinition: undefined,
    latestTaskDefinition: undefined,
    activeRevisions: [],
    revision: undefined,
    scaling: NO_SCALING,
    scheduledTargets: [],
    ...overrides,
  };
}
