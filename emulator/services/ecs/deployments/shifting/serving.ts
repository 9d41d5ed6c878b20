import type { DeploymentRecord, ServiceRecord } from '../../scheduler/record.ts';

/**
 * The deployment beside which another one comes about: the last completed one, to which a rollback would return, or,
 * where none ever was, the newest of those that have tasks.
 */
export const servingDeployment = (
  { deployments, loop }: Pick<ServiceRecord, 'deployments' | 'loop'>,
  targetId: string | undefined,
): DeploymentRecord | undefined => loop.lastCompleted ?? deployments.find(({ id }) => id !== targetId);
