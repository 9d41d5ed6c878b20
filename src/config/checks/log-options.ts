import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { didYouMean } from '../suggestion.ts';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const OPTIONS = [
  'awslogs-group',
  'awslogs-region',
  'awslogs-stream-prefix',
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-multiline-pattern',
  'mode',
  'max-buffer-size',
];

/** Options of the awslogs driver: ECS wants two of them and refuses those that it does not know. */
export function checkLogOptions({ taskFile }: ServiceDraft, { cluster }: ClusterDraft): readonly ConfigIssue[] {
  return taskFile.value.containerDefinitions.flatMap(({ logConfiguration }, index) => {
    if (logConfiguration?.logDriver !== 'awslogs') return [];
    const path = ['containerDefinitions', index, 'logConfiguration', 'options'];
    const { options = {}, secretOptions = [] } = logConfiguration;
    const given = [...Object.keys(options), ...secretOptions.map(({ name }) => name)];
    const missing = (key: string, example: string): readonly ConfigIssue[] =>
      given.includes(key)
        ? []
        : problemAt(taskFile, path, `The awslogs driver needs ${key}.`, `Add "${key}: ${example}" to the options.`);
    return [
      ...missing('awslogs-group', '…'),
      ...missing('awslogs-region', cluster.region),
      ...given.flatMap((key) => {
        if (OPTIONS.includes(key)) return [];
        const hint = didYouMean(key, OPTIONS, 'Remove it.');
        return problemAt(taskFile, [...path, key], `The awslogs driver does not have the option "${key}".`, hint);
      }),
      ...((options['awslogs-create-group'] ?? 'true') === 'true'
        ? []
        : problemAt(
            taskFile,
            [...path, 'awslogs-create-group'],
            'awslogs-create-group can only be "true".',
            'Remove it: without it, no group is created.',
          )),
    ];
  });
}
