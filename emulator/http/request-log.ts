import type { JudgedPermission } from '../iam/authorization.ts';

/** One request that reached the wire front, answered. */
export interface LoggedRequest {
  /** Emulated milliseconds since the epoch. */
  readonly at: number;
  /** Undefined where the request did not say. */
  readonly service: string | undefined;
  readonly operation: string | undefined;
  readonly region: string | undefined;
  /** IAM's, such as `Read` or `Write`; undefined where no operation was reached. */
  readonly accessLevel: string | undefined;
  /** Whether the level is neither List nor Read. */
  readonly write: boolean;
  /** ARN. */
  readonly caller: string | undefined;
  /** What the client says that it is; undefined where it does not. */
  readonly appId: string | undefined;
  /** That the request was signed with. */
  readonly accessKeyId: string | undefined;
  /** Every action on every resource that the request needed; empty where no operation was reached. */
  readonly permissions: readonly JudgedPermission[];
  readonly status: number;
  readonly errorCode: string | undefined;
}

export interface RequestPage {
  readonly requests: readonly LoggedRequest[];
  /** To be given as `since` next time. */
  readonly cursor: number;
}

export interface RequestLog {
  /** Requests answered since the cursor, oldest first. */
  since(cursor: number): RequestPage;
}

const CAPACITY = 100_000;

/** Keeps the newest hundred thousand requests. */
export function createRequestLog(): RequestLog & { add(request: LoggedRequest): void } {
  let requests: LoggedRequest[] = [];
  let dropped = 0;
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length < 2 * CAPACITY) return;
      dropped += CAPACITY;
      requests = requests.slice(CAPACITY);
    },
    since: (cursor) => ({
      requests: requests.slice(Math.max(0, cursor - dropped)),
      cursor: dropped + requests.length,
    }),
  };
}
