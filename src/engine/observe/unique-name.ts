import type { Clock } from '../../ports/clock.ts';

/** Starts the names of everything that this toolkit makes for a moment: change sets, request tokens. */
export const NAME_PREFIX = 'ecs-gitops-';

/** A name that no other run uses, as CloudFormation takes it for client request tokens. */
export function uniqueName(clock: Clock): string {
  return `${NAME_PREFIX}${clock.now().toString(36)}-${uniquePart(clock)}`;
}

export function uniquePart(clock: Clock): string {
  const part = (): string => Math.floor(clock.random() * 36 ** 8).toString(36);
  return `${part()}${part()}`;
}
