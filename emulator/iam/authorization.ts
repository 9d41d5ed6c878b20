import type { AwsError } from '../core/errors.ts';
import type { Caller, ServiceName } from '../core/world.ts';
import type { ClientRequest } from './permissions.ts';

/** One permission that a request needed, and what became of it. */
export interface JudgedPermission {
  /** Such as `ecs:UpdateService`. */
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  readonly decision: 'allowed' | 'explicit-deny' | 'implicit-deny' | 'not-judged';
}

export interface Authorization {
  readonly permissions: readonly JudgedPermission[];
  /** Set where the request is denied. */
  readonly refusal?: AwsError;
}

export interface AuthorizationRequest extends Omit<ClientRequest, 'place'> {
  readonly region: string;
  readonly accessKeyId: string;
  readonly caller: Caller;
}

/** Says what requests need and, where policies are enforced, whether their callers have it. */
export interface Authorizer {
  /** Throws what AWS answers to an access key that nobody has. */
  checkKey(accessKeyId: string, service: ServiceName | undefined): void;
  authorize(request: AuthorizationRequest): Promise<Authorization>;
}
