import type { LogConfiguration } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

const REQUIRED = ['awslogs-region', 'awslogs-group'];
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const ALLOWED = [
  ...REQUIRED,
  'awslogs-create-group',
  'awslogs-stream-prefix',
  'awslogs-datetime-format',
  'awslogs-multiline-pattern',
  'mode',
  'max-buffer-size',
];

/** Options of the awslogs driver; those of other drivers are not looked at. */
export function checkLogs({ logDriver, options = {}, secretOptions = [] }: LogConfiguration): void {
  if (logDriver !== 'awslogs') return;
  const given = [...Object.keys(options), ...secretOptions.map(({ name }) => name)];
  const missing = REQUIRED.filter((option) => !given.includes(option));
  if (missing.length > 0) throw clientError(`Log driver awslogs requires options: ${missing.join(', ')}`);
  const foreign = given.filter((option) => !ALLOWED.includes(option));
  if (foreign.length > 0) throw clientError(`Log driver awslogs disallows options: ${foreign.join(', ')}`);
  if ((options['awslogs-create-group'] ?? 'true') !== 'true')
    throw clientError(
      "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
    );
}
