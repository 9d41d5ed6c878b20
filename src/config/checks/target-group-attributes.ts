import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';

const DELAY = 'deregistration_delay.timeout_seconds';

/**
 * Of target groups behind an Application Load Balancer:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
const ATTRIBUTES = [
  'load_balancing.algorithm.anomaly_mitigation',
  'load_balancing.algorithm.type',
  'load_balancing.cross_zone.enabled',
  'slow_start.duration_seconds',
  'stickiness.app_cookie.cookie_name',
  'stickiness.app_cookie.duration_seconds',
  'stickiness.enabled',
  'stickiness.lb_cookie.duration_seconds',
  'stickiness.type',
  'target_group_health.dns_failover.minimum_healthy_targets.count',
  'target_group_health.dns_failover.minimum_healthy_targets.percentage',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage',
];

export function checkTargetGroupAttributes({ file }: ServiceDraft): readonly ConfigIssue[] {
  return file.value.loadBalancers.flatMap(({ targetGroup }, index) =>
    Object.keys(targetGroup.attributes).flatMap((name) => {
      const path = ['loadBalancers', index, 'targetGroup', 'attributes', name];
      if (name === DELAY)
        return problemAt(file, path, `${DELAY} has its own key.`, 'Write "deregistrationDelaySeconds: …" instead.');
      if (ATTRIBUTES.includes(name)) return [];
      const message = `A target group has no attribute "${name}".`;
      return problemAt(file, path, message, didYouMean(name, ATTRIBUTES, 'Remove it.'));
    }),
  );
}
