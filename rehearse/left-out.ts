import { type Document, isMap, isSeq } from 'yaml';

/** Keys of service.yaml that need what a rehearsal does not have: a program for each command, rules of somebody's. */
const SERVICE_KEYS = ['beforeDeployment', 'scheduledTasks'];

/** Takes out of the copied config what has no stand-in in a rehearsal, and says what that was. */
export function leaveOut(service: Document, taskDefinition: Document): readonly string[] {
  const containers = taskDefinition.get('containerDefinitions');
  const secrets = (isSeq(containers) ? containers.items.filter(isMap) : [])
    .filter((container) => container.delete('secrets'))
    .map((container) => `secrets of container ${container.get('name')}`);
  return [...SERVICE_KEYS.filter((key) => service.delete(key)), ...secrets];
}
