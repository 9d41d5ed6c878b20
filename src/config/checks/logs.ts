import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';

/** Containers whose lines go where nobody looks, or whose log group nobody makes: their tasks would not start. */
export function warnOfLogs(
  { service, file, taskFile }: ServiceDraft,
  { cluster }: ClusterDraft,
): readonly ConfigIssue[] {
  return taskFile.value.containerDefinitions.flatMap(({ logConfiguration }, index) => {
    if (logConfiguration?.logDriver !== 'awslogs') return [];
    const path = ['containerDefinitions', index, 'logConfiguration', 'options'];
    const {
      'awslogs-group': group,
      'awslogs-region': region,
      'awslogs-create-group': creates,
    } = logConfiguration.options ?? {};
    const warnings: ConfigIssue[] = [];
    if (group !== undefined && group !== service.logGroup?.name && creates !== 'true') {
      const message = service.logGroup
        ? `Log lines go to ${group}, but service.yaml creates ${service.logGroup.name}.`
        : `Nothing in config creates the log group ${group}; without it, tasks do not start.`;
      const hint = service.logGroup
        ? 'Write the same name in both.'
        : `Add "logGroup: { name: ${group} }" to ${file.file.split('/').at(-1)}, unless the group exists already.`;
      warnings.push(...problemAt(taskFile, [...path, 'awslogs-group'], message, hint));
    }
    if (region !== undefined && region !== cluster.region) {
      const message = `Log lines go to ${region}, but the cluster is in ${cluster.region}.`;
      warnings.push(
        ...problemAt(
          taskFile,
          [...path, 'awslogs-region'],
          message,
          `Write ${cluster.region}, unless this is intended.`,
        ),
      );
    }
    return warnings;
  });
}
