import { assessDrainedService } from '../../health/service/deleted-service.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { isDaemon } from '../../model/strategy.ts';
import { patience } from '../deadline.ts';
import { readService } from '../observe/read-services.ts';
import { waitFor } from '../wait.ts';
import { tellOfWrite } from '../write.ts';
import type { RemovalRun, Waiting } from './context.ts';

/**
 * Takes a service's tasks away while it still exists: each leaves its targets, and ends what it has begun, before it is
 * stopped. Returns why it could not, undefined where no task is left. Nothing may scale the service any more.
 */
export async function drainService(
  { name, status, desiredCount, description }: ServiceView,
  run: Pick<RemovalRun, 'cluster' | Waiting> & {
    readonly services: Pick<RemovalRun['services'], 'describe' | 'update'>;
  },
): Promise<Outcome | undefined> {
  const { services, cluster } = run;
  if (status !== 'ACTIVE' || isDaemon(description)) return undefined;
  if (desiredCount > 0) {
    await services.update(cluster.name, name, { desiredCount: 0 });
    tellOfWrite(`desired count 0 of service ${name}`, run);
  }
  const { kind, message } = await waitFor(
    {
      subject: `service ${name}`,
      observe: () => readService(services, cluster.name, name),
      assess: assessDrainedService,
      ...patience(run),
    },
    run,
  );
  if (kind === 'healthy') return undefined;
  return {
    kind,
    summary: `Service ${name} was not removed: its tasks did not end in time: ${message}.`,
    evidence: [],
    nextStep: 'They continue to drain by themselves. Run the job again.',
  };
}
