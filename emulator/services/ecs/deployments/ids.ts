import type { Random } from '../../../core/random.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

export const base64UrlText = (random: Random, length: number): string =>
  Array.from({ length }, () => ALPHABET[Math.floor(random.next() * ALPHABET.length)]).join('');

/** The 21 characters at the end of a service deployment's ARN. */
export const serviceDeploymentId = (random: Random): string => base64UrlText(random, 21);
