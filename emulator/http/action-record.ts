import { appendFileSync } from 'node:fs';
import type { JudgedPermission } from '../iam/authorization.ts';

/** One line of the file: an action on a resource that a client with an app id needed, for the first time. */
export interface RecordedAction {
  /** `app/…` of the user agent. */
  readonly appId: string;
  /** Whether the client called it, or CloudFormation did in the client's name. */
  readonly by: 'client' | 'cloudformation';
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
}

export interface ActionRecord {
  add(appId: string, by: RecordedAction['by'], permissions: readonly JudgedPermission[]): void;
}

/** Appends JSON lines to a file that other emulators may write to at the same time. What was denied is left out. */
export function createActionRecord(file: string): ActionRecord {
  const known = new Set<string>();
  return {
    add: (appId, by, permissions) => {
      const fresh = permissions
        .filter(({ decision }) => !decision.endsWith('deny'))
        .map(({ action, resource }) => `${JSON.stringify({ appId, by, action, resource } satisfies RecordedAction)}\n`)
        .filter((line) => !known.has(line));
      for (const line of fresh) known.add(line);
      if (fresh.length > 0) appendFileSync(file, [...new Set(fresh)].join(''));
    },
  };
}
