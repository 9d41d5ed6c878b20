import { isFinal, type ServiceDeploymentRecord } from '../deployments/record.ts';
import { servingDeployment } from '../deployments/shifting/serving.ts';
import { UNWINDING, type Wanted, wantedIn } from '../deployments/shifting/wanted.ts';
import type { Strategy } from './decision.ts';
import type { DeploymentRecord, ServiceRecord } from './record.ts';
import type { Revision } from './snapshot.ts';
import { STRATEGIES, shiftsTraffic } from './strategies.ts';

/** Whether two revisions of the service run side by side at present. */
export const standSideBySide = (
  { loop }: ServiceRecord,
  record: ServiceDeploymentRecord | undefined,
): record is ServiceDeploymentRecord =>
  record !== undefined && !isFinal(record) && (shiftsTraffic(record.configuration) || loop.unwinding !== undefined);

/**
 * That of the deployment under way, whatever the service has been told since; what is taken back stands side by side
 * too.
 */
export function strategyOf(service: ServiceRecord, record: ServiceDeploymentRecord | undefined): Strategy {
  if (service.loop.unwinding) return STRATEGIES.BLUE_GREEN;
  const { strategy } = record && !isFinal(record) ? record.configuration : service.deploymentConfiguration;
  return STRATEGIES[strategy];
}

/** Which revisions of a service are to have tasks, by its current service deployment. */
export function revisionsOf(service: ServiceRecord, record: ServiceDeploymentRecord | undefined): readonly Revision[] {
  const { deployments } = service;
  const [primary] = deployments;
  if (!primary) return [];
  if (!standSideBySide(service, record)) return [revision(primary, true)];
  const wanted: Wanted = shiftsTraffic(record.configuration) ? wantedIn(record) : UNWINDING;
  const serving = servingDeployment(service, record.deploymentId);
  return deployments.map((deployment) => {
    if (deployment.id === record.deploymentId) return revision(deployment, wanted.target);
    return revision(deployment, deployment === serving ? wanted.serving : wanted.others);
  });
}

const revision = ({ id, rolloutState }: DeploymentRecord, wanted: boolean): Revision => ({
  id,
  wanted,
  settled: rolloutState !== 'IN_PROGRESS',
});
