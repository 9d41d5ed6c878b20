import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';

const PATH = ['scaling', 'drivesInstances'];

/** In `alarms` mode exactly one service's alarms scale the instances; otherwise ECS does. */
export function checkInstanceDriver({ file, cluster, services }: ClusterDraft): readonly ConfigIssue[] {
  if (isDoubtful(file, ['capacity', 'instanceScaling'])) return [];
  const drivers = services.filter(({ service }) => service.scaling?.drivesInstances);
  if (cluster.capacity.instanceScaling === 'managed') {
    const message = 'drivesInstances cannot be used with "instanceScaling: managed": ECS itself scales the instances.';
    const hint = 'Remove it, or write "instanceScaling: alarms" in cluster.yaml.';
    return drivers.flatMap((driver) => problemAt(driver.file, PATH, message, hint));
  }
  const [first, ...others] = drivers;
  if (!first) {
    if (services.some((service) => isDoubtful(service.file, PATH))) return [];
    const message = '"instanceScaling: alarms" needs a service whose alarms scale the instances.';
    const hint = 'Write "drivesInstances: true" under scaling of one service.yaml.';
    return problemAt(file, ['capacity', 'instanceScaling'], message, hint);
  }
  const second = `Service ${first.name} drives the instances already.`;
  const unarmed = first.service.scaling?.steps === undefined && !isDoubtful(first.file, ['scaling']);
  return [
    ...others.flatMap(({ file }) =>
      problemAt(file, PATH, second, 'Remove it: two services would scale the instances against each other.'),
    ),
    ...(unarmed
      ? problemAt(first.file, PATH, 'drivesInstances needs alarms.', 'Add "scaleOut:" and "scaleIn:" with thresholds.')
      : []),
  ];
}
