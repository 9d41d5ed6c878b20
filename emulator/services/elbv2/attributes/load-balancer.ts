import type { AttributeTable } from './attributes.ts';
import { BOOLEAN } from './attributes.ts';

const logs = (kind: string): AttributeTable => ({
  [`${kind}.s3.enabled`]: {
    initial: 'false',
    values: BOOLEAN,
    // There is no S3 here, so no bucket that the load balancer could write to.
    refusal: {
      when: (value) => value === 'true',
      message: 'Access Denied for bucket. Please check S3bucket permission',
    },
  },
  [`${kind}.s3.bucket`]: { initial: '', values: 'any' },
  [`${kind}.s3.prefix`]: { initial: '', values: 'any' },
});

/** Attributes of an Application Load Balancer. Source: API reference, LoadBalancerAttribute. */
export const LOAD_BALANCER_ATTRIBUTES: AttributeTable = {
  ...logs('access_logs'),
  ...logs('connection_logs'),
  'client_keep_alive.seconds': { initial: '3600', values: { from: 60, to: 604_800 } },
  'deletion_protection.enabled': { initial: 'false', values: BOOLEAN },
  ...logs('health_check_logs'),
  'idle_timeout.timeout_seconds': { initial: '60', values: { from: 1, to: 4_000 } },
  'ipv6.deny_all_igw_traffic': { initial: 'false', values: BOOLEAN },
  'load_balancing.cross_zone.enabled': { initial: 'true', values: ['true'] },
  'routing.http.desync_mitigation_mode': { initial: 'defensive', values: ['monitor', 'defensive', 'strictest'] },
  'routing.http.drop_invalid_header_fields.enabled': { initial: 'false', values: BOOLEAN },
  'routing.http.preserve_host_header.enabled': { initial: 'false', values: BOOLEAN },
  'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': { initial: 'false', values: BOOLEAN },
  'routing.http.xff_client_port.enabled': { initial: 'false', values: BOOLEAN },
  'routing.http.xff_header_processing.mode': { initial: 'append', values: ['append', 'preserve', 'remove'] },
  'routing.http2.enabled': { initial: 'true', values: BOOLEAN },
  'waf.fail_open.enabled': { initial: 'false', values: BOOLEAN },
  'zonal_shift.config.enabled': { initial: 'false', values: BOOLEAN },
};
