import type { ProbeResult } from '../model/probe-result.ts';

export interface ProbeRequest {
  readonly url: string;
  readonly host: string | undefined;
  /** `HOST:PORT:ADDRESS:PORT` with curl's meaning. */
  readonly connectTo: string | undefined;
  readonly timeoutMs: number;
  /** Ends it without an answer. */
  readonly signal?: AbortSignal | undefined;
}

export interface HttpProbe {
  /** One GET on a new connection, the name resolved afresh. Never throws for what the network does. */
  get(request: ProbeRequest): Promise<ProbeResult>;
}
