import { AwsError } from '../../../core/errors.ts';
import type { StackStore } from '../engine/store.ts';

/** A token names one operation of one stack, once and for all. */
export function refuseUsedToken(store: StackStore, token: string | undefined): void {
  if (token === undefined) return;
  const used = store.all().some(({ events }) => events.some((event) => event.ClientRequestToken === token));
  if (used) throw new AwsError('TokenAlreadyExistsException', `A client request token ${token} already exists`);
}
