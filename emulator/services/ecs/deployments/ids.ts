import type { Random } from '../../../core/random.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** The 21 characters at the end of a service deployment's ARN. */
export const serviceDeploymentId = (random: Random): string =>
  Array.from({ length: 21 }, () => ALPHABET[Math.floor(random.next() * ALPHABET.length)]).join('');
