import type { Strategy } from './decision.ts';
import type { FilledDeploymentConfiguration } from './record.ts';
import { decideRolling } from './rolling.ts';

/** The deployment strategies that the scheduler can carry out; CreateService and UpdateService refuse all others. */
export const STRATEGIES: Readonly<Record<FilledDeploymentConfiguration['strategy'], Strategy>> = {
  ROLLING: decideRolling,
};
