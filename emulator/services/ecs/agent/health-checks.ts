import type { Clock } from '../../../core/clock.ts';
import type { Container } from '../../../drivers/driver.ts';
import type { HealthCheck } from '../../../shapes/ecs.d.ts';
import type { ContainerRecord } from '../tasks/record.ts';

/**
 * Docker's health checks: one an interval; one success makes HEALTHY, `retries` failures in a row UNHEALTHY, where
 * failures within the start period do not count. Times in the definition are seconds.
 */
export function watchHealth(
  clock: Clock,
  { record, container, check }: { record: ContainerRecord; container: Container; check: HealthCheck },
  changed: () => void,
): () => void {
  const { command, interval = 30, timeout = 5, retries = 3, startPeriod = 0 } = check;
  const startedAt = clock.now();
  let failures = 0;
  let busy = false;
  const judge = (passed: boolean): void => {
    if (!passed && clock.now() - startedAt < startPeriod * 1000) return;
    failures = passed ? 0 : failures + 1;
    const status = passed ? 'HEALTHY' : failures >= retries ? 'UNHEALTHY' : record.healthStatus;
    if (status === record.healthStatus) return;
    record.healthStatus = status;
    changed();
  };
  return clock.every(interval * 1000, () => {
    if (busy || record.lastStatus !== 'RUNNING') return;
    busy = true;
    void container.check(command, timeout * 1000).then((passed) => {
      busy = false;
      if (record.lastStatus === 'RUNNING') judge(passed);
    });
  });
}
