import type { Random } from '../../../core/random.ts';
import type { ResourceContext } from './resource-type.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function randomSuffix(random: Random): string {
  return Array.from({ length: 12 }, () => ALPHABET[Math.floor(random.next() * ALPHABET.length)]).join('');
}

/**
 * `stack-logicalId-RANDOM` within the service's limit; where both are long each gets half of the room, as recorded
 * names show ("amplify-projectrespawnweb-OverlaySourceOverlaySourc-P0O3odUcf6sI" for a role's 64).
 */
export function generatedName(maxLength: number): (context: ResourceContext) => string {
  return ({ stackName, logicalId, random }) => {
    const room = maxLength - 14;
    const half = Math.floor(room / 2);
    const forStack = Math.min(stackName.length, Math.max(half, room - logicalId.length));
    const stack = stackName.slice(0, forStack);
    return `${stack}-${logicalId.slice(0, room - stack.length)}-${randomSuffix(random)}`;
  };
}

/** Elastic Load Balancing's names have room for 32 characters: six of the stack, five of the logical id. */
export function generatedShortName({ stackName, logicalId, random }: ResourceContext): string {
  return `${stackName.slice(0, 6).replace(/-+$/, '')}-${logicalId.slice(0, 5)}-${randomSuffix(random)}`;
}
