import type { Cluster } from '../../model/cluster.ts';
import type { Service, Verify, VersionMark } from '../../model/service.ts';
import type { Reading } from '../reading/reading.ts';
import type { ServiceFile } from '../schema/service-file.ts';
import type { TaskDefinitionFile } from '../schema/task-definition-file.ts';
import { buildBeforeDeployment } from './before-deployment.ts';
import { buildLoadBalancers } from './load-balancers.ts';
import { buildRoles } from './roles.ts';
import { buildScaling } from './scaling.ts';
import { buildSettings } from './settings.ts';
import { buildTaskDefinition } from './task-definition.ts';

/** The service that a folder's two files describe. */
export function buildService(
  cluster: Cluster,
  name: string,
  service: Reading<ServiceFile>,
  taskDefinition: Reading<TaskDefinitionFile>,
): Service {
  const file = service.value;
  const loadBalancers = buildLoadBalancers(file, cluster.loadBalancer.listeners);
  return {
    name,
    taskDefinition: buildTaskDefinition(`${cluster.name}-${name}`, taskDefinition),
    desiredCount: file.desiredCount ?? file.scaling?.minCapacity ?? 2,
    loadBalancers,
    ...buildRoles(`${cluster.name}-${name}`, file),
    logGroup: file.logGroup,
    scaling: file.scaling && buildScaling(`${cluster.name}-${name}`, file.scaling),
    settings: buildSettings(service, cluster),
    verify: file.verify && buildVerify(file.verify, loadBalancers),
    failFast: file.failFast,
    beforeDeployment: file.beforeDeployment && buildBeforeDeployment(file.beforeDeployment),
    keepRevisions: file.keepRevisions,
    scheduledTasks: file.scheduledTasks.map(({ rule, targetId }) => ({ rule, targetId })),
    dependsOn: file.dependsOn,
    tags: { ...cluster.tags, ...file.tags },
    source: service.values,
  };
}

function buildVerify(file: NonNullable<ServiceFile['verify']>, loadBalancers: Service['loadBalancers']): Verify {
  const [first] = loadBalancers;
  return {
    listenerPort: file.listener ?? first?.rules[0]?.listenerPort ?? 80,
    path: file.path ?? first?.targetGroup.healthCheck.path ?? '/',
    host: file.host,
    expectStatus: file.expectStatus,
    expectBody: file.expectBody,
    version: file.version && buildVersion(file.version, first?.containerName),
    consecutive: file.consecutive,
    timeoutSeconds: file.timeoutSeconds,
    probesPerSecond: file.probesPerSecond,
    maxFailures: file.maxFailures,
  };
}

function buildVersion(
  { header, body, equals, container }: NonNullable<NonNullable<ServiceFile['verify']>['version']>,
  loadBalanced: string | undefined,
): VersionMark {
  const common = { equals, container: container ?? loadBalanced };
  return body === undefined ? { header: header ?? '', ...common } : { body, ...common };
}
