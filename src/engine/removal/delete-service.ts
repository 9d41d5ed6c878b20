import { assessDeletedService } from '../../health/service/deleted-service.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Service } from '../../model/service.ts';
import { STACK_TAGS } from '../../model/stack-names.ts';
import { patience } from '../deadline.ts';
import { readService } from '../observe/read-services.ts';
import { waitFor } from '../wait.ts';
import { tellOfWrite } from '../write.ts';
import type { RemovalRun, Waiting } from './context.ts';

type DeletingRun = Pick<RemovalRun, 'cluster' | Waiting> & {
  readonly services: Pick<RemovalRun['services'], 'describe' | 'delete'>;
};

/** Takes a service down: its tasks drain and stop, ECS knows it no more. */
export async function deleteService(name: string, run: DeletingRun): Promise<Outcome> {
  const { services } = run;
  const cluster = run.cluster.name;
  await services.delete(cluster, name);
  tellOfWrite(`deleted service ${name}`, run);
  const { kind, message } = await waitFor(
    {
      subject: `service ${name}`,
      observe: () => readService(services, cluster, name),
      assess: assessDeletedService,
      ...patience(run),
    },
    run,
  );
  if (kind === 'healthy') return { kind: 'destroyed', summary: `Service ${name} was deleted.`, evidence: [] };
  return {
    kind,
    summary: `Service ${name} was not deleted in time: ${message}.`,
    evidence: [],
    nextStep: 'It continues to drain by itself. Run the job again.',
  };
}

/**
 * Takes away what scales services: a scalable target and its policies, and the alarms that are marked as the service's.
 */
export async function deleteScaling(
  name: string,
  config: Service | undefined,
  run: Pick<RemovalRun, 'cluster' | 'scaling' | 'progress'>,
): Promise<void> {
  const { scaling } = run;
  const cluster = run.cluster.name;
  // Read first: policies go with the target, and only they tell the names of alarms that config has forgotten.
  const triggered = (await scaling.policies(cluster, name)).flatMap((policy) => policy.alarmNames);
  if (await scaling.target(cluster, name)) {
    await scaling.deregisterTarget(cluster, name);
    tellOfWrite(`deregistered the scalable target of service ${name}`, run);
  }
  const alarms = (await scaling.alarms([...new Set([...alarmNames(cluster, name, config), ...triggered])]))
    .filter((alarm) => alarm !== undefined)
    .filter(({ tags }) => tags[STACK_TAGS.cluster] === cluster && tags[STACK_TAGS.service] === name)
    .map((alarm) => alarm.name);
  if (alarms.length === 0) return;
  await scaling.deleteAlarms(alarms);
  tellOfWrite(`deleted alarms ${alarms.join(', ')}`, run);
}

/** The names that config gives, and the default ones. */
function alarmNames(cluster: string, name: string, config: Service | undefined): readonly string[] {
  const defaults = ['scale-out', 'scale-in'].map((end) => `${cluster}-${name}-${end}`);
  const steps = config?.scaling?.steps;
  return [...defaults, ...(steps ? [steps.scaleOut.alarmName, steps.scaleIn.alarmName] : [])];
}
