import { AwsError } from '../../core/errors.ts';
import type { Caller, World } from '../../core/world.ts';
import type { SessionPolicies } from '../../iam/session-policies.ts';

export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: number;
  /** Of the assumed role: `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`. */
  readonly arn: string;
  readonly userId: string;
  readonly policies: SessionPolicies;
}

export interface Sessions {
  open(facts: Pick<Session, 'arn' | 'userId' | 'policies'> & { readonly durationSeconds: number }): Session;
  /** Who holds an access key: the session that it was made for, or else the account's one user. Throws ExpiredToken. */
  caller(accessKeyId: string): Caller;
  /** What narrows the session that the key was made for; undefined for any other key. */
  policies(accessKeyId: string): SessionPolicies | undefined;
  userId(arn: string): string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function createSessions({ account, clock, random }: World): Sessions {
  const sessions = new Map<string, Session>();
  const letters = (length: number): string =>
    Array.from({ length }, () => ALPHABET[Math.floor(random.next() * ALPHABET.length)]).join('');
  const user = { arn: `arn:aws:iam::${account}:user/emulator`, userId: `AIDA${letters(17)}` };
  return {
    open: ({ durationSeconds, ...facts }) => {
      const session = {
        accessKeyId: `ASIA${letters(16)}`,
        secretAccessKey: Buffer.from(letters(30)).toString('base64'),
        sessionToken: Buffer.from(letters(120)).toString('base64'),
        expiresAt: clock.now() + durationSeconds * 1000,
        ...facts,
      };
      sessions.set(session.accessKeyId, session);
      return session;
    },
    caller: (accessKeyId) => {
      const session = sessions.get(accessKeyId);
      if (!session) return { arn: user.arn };
      if (clock.now() < session.expiresAt) return { arn: session.arn };
      throw new AwsError('ExpiredToken', 'The security token included in the request is expired', 403);
    },
    policies: (accessKeyId) => sessions.get(accessKeyId)?.policies,
    userId: (arn) => [...sessions.values()].find((session) => session.arn === arn)?.userId ?? user.userId,
  };
}
