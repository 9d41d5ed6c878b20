import { AwsError } from '../../core/errors.ts';

/** What a web identity token says of its holder. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  /** Seconds since the epoch. */
  readonly expiresAt: number | undefined;
  /** Every claim that is a text or a number. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads a JWT without asking whether its issuer signed it. Throws InvalidIdentityToken for what is none. */
export function readClaims(token: string): Claims {
  const payload = parse(token.split('.'));
  const { iss, sub, aud, exp } = payload;
  const audiences = [aud].flat().filter((value) => typeof value === 'string');
  if (typeof iss !== 'string' || typeof sub !== 'string' || audiences.length === 0)
    throw invalid('Missing a required claim: iss, sub, aud');
  const texts = Object.entries(payload).flatMap(([claim, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number' ? [[claim, String(value)]] : [],
  );
  const expiresAt = typeof exp === 'number' ? exp : undefined;
  return { issuer: iss, subject: sub, audiences, expiresAt, texts: Object.fromEntries(texts) };
}

function parse([, payload, signature]: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8'));
    if (signature !== undefined && typeof value === 'object' && value !== null)
      return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below, as a token without claims is.
  }
  throw invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
}

export const invalid = (message: string): AwsError => new AwsError('InvalidIdentityToken', message);
