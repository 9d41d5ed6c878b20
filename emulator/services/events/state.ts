import type { Cancel } from '../../core/clock.ts';
import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';
import type { Target } from '../../shapes/events.d.ts';
import type { Schedule } from './schedule.ts';

export interface RuleRecord {
  readonly name: string;
  readonly arn: string;
  scheduleExpression: string;
  schedule: Schedule;
  enabled: boolean;
  description: string | undefined;
  roleArn: string | undefined;
  tags: ReadonlyMap<string, string>;
  /** By their ids, in the order in which they were put. */
  readonly targets: Map<string, Target>;
  /** Takes the next run off the clock. */
  cancel: Cancel;
}

export interface Events {
  readonly world: World;
  readonly rules: Map<string, RuleRecord>;
}

export const BUS = 'default';

export const ruleArn = ({ region, account }: World, name: string): string =>
  `arn:aws:events:${region}:${account}:rule/${name}`;

/** The account has the default bus alone. */
export function requireBus(bus: string | undefined): void {
  if (bus !== undefined && bus !== BUS && !bus.endsWith(`:event-bus/${BUS}`))
    throw notFound(`Event bus ${bus} does not exist.`);
}

export function findRule({ rules }: Events, name: string, bus: string | undefined): RuleRecord {
  requireBus(bus);
  const rule = rules.get(name);
  if (!rule) throw notFound(`Rule ${name} does not exist on EventBus ${BUS}.`);
  return rule;
}

export const notFound = (message: string): AwsError => new AwsError('ResourceNotFoundException', message);

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);
