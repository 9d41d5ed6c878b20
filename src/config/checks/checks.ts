import type { ConfigIssue } from '../../model/source.ts';
import { type Check, type ClusterDraft, ofEachService } from '../draft.ts';
import { checkBeforeDeployment } from './before-deployment.ts';
import { checkCapacity, warnOfIdleKeys } from './capacity.ts';
import { checkConditions } from './conditions.ts';
import { checkContainerOrder } from './container-order.ts';
import { checkContainerReferences } from './container-references.ts';
import { checkContainers } from './containers.ts';
import { warnOfUnreservedCpu } from './cpu-reservation.ts';
import { checkDependencies } from './dependencies.ts';
import { checkExecutionRole } from './execution-role.ts';
import { warnOfExternalImages } from './external-images.ts';
import { checkFargate } from './fargate.ts';
import { checkImages, warnOfMovingTags } from './images.ts';
import { checkInstanceDriver } from './instance-driver.ts';
import { warnOfInstanceType } from './instance-type.ts';
import { checkLifecycleHooks } from './lifecycle-hooks.ts';
import { checkListenerRules } from './listener-rules.ts';
import { checkListeners } from './listeners.ts';
import { checkLoadBalancers } from './load-balancers.ts';
import { checkLogOptions } from './log-options.ts';
import { warnOfLogs } from './logs.ts';
import { checkNames } from './names.ts';
import { checkNetwork } from './network.ts';
import { checkPlacementConstraints } from './placement-constraints.ts';
import { checkPorts, warnOfFixedPorts } from './ports.ts';
import { checkRoles } from './roles.ts';
import { checkRollout } from './rollout.ts';
import { checkScaling } from './scaling.ts';
import { checkScheduledTasks } from './scheduled-tasks.ts';
import { checkSecrets } from './secrets.ts';
import { checkSettings } from './settings.ts';
import { checkStepAdjustments } from './step-adjustments.ts';
import { checkTargetGroupAttributes } from './target-group-attributes.ts';
import { checkTargetTracking } from './target-tracking.ts';
import { checkTaskNetwork, warnOfDefaultGroup } from './task-network.ts';
import { checkTaskSize } from './task-size.ts';
import { checkTrafficShift } from './traffic-shift.ts';
import { checkUniqueNames } from './unique-names.ts';
import { checkVariables } from './variables.ts';
import { checkVerify } from './verify.ts';
import { checkVolumes } from './volumes.ts';

/** What no schema of a single file can say. */
export const CHECKS: readonly Check[] = [
  checkNames,
  checkNetwork,
  checkRoles,
  checkCapacity,
  checkListeners,
  checkListenerRules,
  checkInstanceDriver,
  checkDependencies,
  checkScheduledTasks,
  ofEachService(checkContainers),
  ofEachService(checkContainerReferences),
  ofEachService(checkContainerOrder),
  ofEachService(checkImages),
  ofEachService(checkVariables),
  ofEachService(checkVolumes),
  ofEachService(checkLogOptions),
  ofEachService(checkExecutionRole),
  ofEachService(checkTaskSize),
  ofEachService(checkFargate),
  ofEachService(checkPlacementConstraints),
  ofEachService(checkBeforeDeployment),
  ofEachService(checkPorts),
  ofEachService(checkTaskNetwork),
  ofEachService(checkLoadBalancers),
  ofEachService(checkTargetGroupAttributes),
  ofEachService(checkConditions),
  ofEachService(checkScaling),
  ofEachService(checkStepAdjustments),
  ofEachService(checkTargetTracking),
  ofEachService(checkRollout),
  ofEachService(checkSettings),
  ofEachService(checkTrafficShift),
  ofEachService(checkLifecycleHooks),
  ofEachService(checkVerify),
  ofEachService(checkSecrets),
];

/** Judged over all clusters that were read. */
export const SHARED_CHECKS: readonly ((drafts: readonly ClusterDraft[]) => readonly ConfigIssue[])[] = [
  checkUniqueNames,
];

/** Allowed, but rarely meant. */
export const WARNINGS: readonly Check[] = [
  warnOfIdleKeys,
  warnOfInstanceType,
  ofEachService(warnOfFixedPorts),
  ofEachService(warnOfDefaultGroup),
  ofEachService(warnOfLogs),
  ofEachService(warnOfMovingTags),
  ofEachService(warnOfUnreservedCpu),
  ofEachService(warnOfExternalImages),
];
