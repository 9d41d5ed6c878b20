import { blueGreenSteps } from '../deployments/shifting/blue-green.ts';
import { canarySteps } from '../deployments/shifting/canary.ts';
import { linearSteps } from '../deployments/shifting/linear.ts';
import type { Strategy } from './decision.ts';
import type { FilledDeploymentConfiguration } from './record.ts';
import { decideRolling } from './rolling.ts';
import { decideSideBySide } from './side-by-side.ts';

/** The deployment strategies. All but ROLLING have both revisions run side by side and differ in how traffic moves. */
export const STRATEGIES: Readonly<Record<FilledDeploymentConfiguration['strategy'], Strategy>> = {
  ROLLING: { decide: (snapshot) => new Map([[snapshot.primary.id, decideRolling(snapshot)]]), steps: () => [] },
  BLUE_GREEN: { decide: decideSideBySide, steps: blueGreenSteps },
  LINEAR: { decide: decideSideBySide, steps: linearSteps },
  CANARY: { decide: decideSideBySide, steps: canarySteps },
};

export const shiftsTraffic = ({ strategy }: Pick<FilledDeploymentConfiguration, 'strategy'>): boolean =>
  strategy !== 'ROLLING';
