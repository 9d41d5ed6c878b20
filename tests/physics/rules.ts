import type { Rule } from './rule.ts';
import { abruptTermination } from './rules/abrupt-termination.ts';
import { alarmAlreadyRed } from './rules/alarm-already-red.ts';
import { alarmWithoutAction } from './rules/alarm-without-action.ts';
import { ephemeralPorts } from './rules/ephemeral-ports.ts';
import { failOpen } from './rules/fail-open.ts';
import { keepAlive } from './rules/keep-alive.ts';
import { listenerFirst } from './rules/listener-first.ts';
import { logGroupNameTaken } from './rules/log-group-name-taken.ts';
import { noInterface } from './rules/no-interface.ts';
import { noRoom } from './rules/no-room.ts';
import { noWayOut } from './rules/no-way-out.ts';
import { providerInUse } from './rules/provider-in-use.ts';
import { roleNameTaken } from './rules/role-name-taken.ts';
import { rolePropagation } from './rules/role-propagation.ts';
import { ruleOverwritten } from './rules/rule-overwritten.ts';
import { sharedTargetGroup } from './rules/shared-target-group.ts';
import { shortDeregistration } from './rules/short-deregistration.ts';
import { staticHostPort } from './rules/static-host-port.ts';
import { stopTimeout } from './rules/stop-timeout.ts';
import { wrongCluster } from './rules/wrong-cluster.ts';
import { zoneNotEnabled } from './rules/zone-not-enabled.ts';

/** Every rule, from an instance that never registers to what IAM needs time for. */
export const RULES: readonly Rule[] = [
  wrongCluster,
  noWayOut,
  ephemeralPorts,
  zoneNotEnabled,
  listenerFirst,
  staticHostPort,
  noRoom,
  noInterface,
  abruptTermination,
  alarmWithoutAction,
  alarmAlreadyRed,
  sharedTargetGroup,
  ruleOverwritten,
  shortDeregistration,
  failOpen,
  stopTimeout,
  keepAlive,
  roleNameTaken,
  logGroupNameTaken,
  providerInUse,
  rolePropagation,
];
