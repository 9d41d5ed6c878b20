import { AwsError } from '../../core/errors.ts';

/** What a queue is given that asks for nothing, as recorded on AWS. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
  VisibilityTimeout: '30',
};

/** Smallest and largest values, from the API reference of SetQueueAttributes. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  DelaySeconds: [0, 900],
  MaximumMessageSize: [1_024, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 20],
  VisibilityTimeout: [0, 43_200],
};
const FLAGS = ['ContentBasedDeduplication', 'FifoQueue', 'SqsManagedSseEnabled'];

/** Throws AWS's refusal of an attribute that is unknown here or of a value that is out of range. */
export function checkAttributes(attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const range = RANGES[name];
    if (!range && !FLAGS.includes(name)) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
    const valid = range ? /^\d+$/.test(value) && within(Number(value), range) : /^(true|false)$/.test(value);
    if (!valid) throw new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
  }
}

const within = (value: number, [smallest, largest]: readonly [number, number]): boolean =>
  value >= smallest && value <= largest;
