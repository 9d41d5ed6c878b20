import type { AttributeTable } from './attributes.ts';
import { BOOLEAN } from './attributes.ts';

const healthyCount = { from: 1, to: 1_000, or: 'off' } as const;
const healthyPercentage = { from: 1, to: 100, or: 'off' } as const;

/** Attributes of a target group of instances behind HTTP. Source: API reference, TargetGroupAttribute. */
export const TARGET_GROUP_ATTRIBUTES: AttributeTable = {
  'deregistration_delay.timeout_seconds': { initial: '300', values: { from: 0, to: 3_600 } },
  'load_balancing.algorithm.anomaly_mitigation': {
    initial: 'off',
    values: ['on', 'off'],
    refusal: {
      when: (value) => value === 'on',
      message: 'This emulator does not detect anomalies: anomaly_mitigation can only be off',
    },
  },
  'load_balancing.algorithm.type': {
    initial: 'round_robin',
    values: ['round_robin', 'least_outstanding_requests', 'weighted_random'],
  },
  'load_balancing.cross_zone.enabled': {
    initial: 'use_load_balancer_configuration',
    values: ['true', 'false', 'use_load_balancer_configuration'],
    refusal: {
      when: (value) => value === 'false',
      message: 'This emulator always routes across zones: load_balancing.cross_zone.enabled cannot be false',
    },
  },
  'slow_start.duration_seconds': { initial: '0', values: { from: 30, to: 900, or: '0' } },
  'stickiness.app_cookie.cookie_name': { initial: '', values: 'any' },
  'stickiness.app_cookie.duration_seconds': { initial: '86400', values: { from: 1, to: 604_800 } },
  'stickiness.enabled': { initial: 'false', values: BOOLEAN },
  'stickiness.lb_cookie.duration_seconds': { initial: '86400', values: { from: 1, to: 604_800 } },
  'stickiness.type': { initial: 'lb_cookie', values: ['lb_cookie', 'app_cookie'] },
  'target_group_health.dns_failover.minimum_healthy_targets.count': { initial: '1', values: healthyCount },
  'target_group_health.dns_failover.minimum_healthy_targets.percentage': { initial: 'off', values: healthyPercentage },
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': {
    initial: '1',
    values: { from: 1, to: 1_000 },
  },
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': {
    initial: 'off',
    values: healthyPercentage,
  },
};
