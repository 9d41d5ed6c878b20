import { AwsError } from '../../../core/errors.ts';
import type { CreateTargetGroupInput } from '../../../shapes/elbv2.d.ts';
import { validationError } from '../finders.ts';
import type { HealthCheck } from '../store.ts';
import { parseMatcher } from './matcher.ts';

/** Source: API reference, CreateTargetGroup, for HTTP and instances. */
export const DEFAULT_HEALTH_CHECK: HealthCheck = {
  HealthCheckProtocol: 'HTTP',
  HealthCheckPort: 'traffic-port',
  HealthCheckEnabled: true,
  HealthCheckIntervalSeconds: 30,
  HealthCheckTimeoutSeconds: 5,
  HealthyThresholdCount: 5,
  UnhealthyThresholdCount: 2,
  HealthCheckPath: '/',
  Matcher: { HttpCode: '200' },
};

/**
 * `changes` on top of `present`; throws where AWS refuses the result. The ranges of single values come with the shapes.
 */
export function resolveHealthCheck(changes: Partial<CreateTargetGroupInput>, present: HealthCheck): HealthCheck {
  const healthCheck: HealthCheck = {
    HealthCheckProtocol: changes.HealthCheckProtocol ?? present.HealthCheckProtocol,
    HealthCheckPort: changes.HealthCheckPort ?? present.HealthCheckPort,
    HealthCheckEnabled: changes.HealthCheckEnabled ?? present.HealthCheckEnabled,
    HealthCheckIntervalSeconds: changes.HealthCheckIntervalSeconds ?? present.HealthCheckIntervalSeconds,
    HealthCheckTimeoutSeconds: changes.HealthCheckTimeoutSeconds ?? present.HealthCheckTimeoutSeconds,
    HealthyThresholdCount: changes.HealthyThresholdCount ?? present.HealthyThresholdCount,
    UnhealthyThresholdCount: changes.UnhealthyThresholdCount ?? present.UnhealthyThresholdCount,
    HealthCheckPath: changes.HealthCheckPath ?? present.HealthCheckPath,
    Matcher: changes.Matcher ?? present.Matcher,
  };
  check(healthCheck);
  return healthCheck;
}

function check(settings: HealthCheck): void {
  if (!settings.HealthCheckEnabled)
    throw validationError("Health check enabled must be true for target groups with target type 'instance'");
  if (settings.HealthCheckProtocol !== 'HTTP')
    throw new AwsError(
      'InvalidConfigurationRequest',
      `This emulator performs no health checks of protocol '${settings.HealthCheckProtocol}'`,
    );
  if (settings.HealthCheckIntervalSeconds <= settings.HealthCheckTimeoutSeconds)
    throw validationError('Health check interval must be greater than the timeout.');
  const port = settings.HealthCheckPort;
  if (port !== 'traffic-port' && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535))
    throw validationError(`Health check port '${port}' must be 'traffic-port' or a port number`);
  if (!settings.HealthCheckPath.startsWith('/'))
    throw validationError(`Health check path '${settings.HealthCheckPath}' must begin with a '/' character`);
  const { HttpCode, GrpcCode } = settings.Matcher;
  if (GrpcCode !== undefined || HttpCode === undefined || !parseMatcher(HttpCode))
    throw validationError(`Health check matcher HTTP code '${HttpCode}' must be values or ranges between 200 and 499`);
}
