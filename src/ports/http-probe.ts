export interface ProbeRequest {
  readonly url: string;
  readonly host: string | undefined;
  /** `HOST:PORT:ADDRESS:PORT` with curl's meaning. */
  readonly connectTo: string | undefined;
  readonly timeoutMs: number;
  /** Ends it without an answer. */
  readonly signal?: AbortSignal | undefined;
}

/** One answer, or why there was none. */
export type ProbeResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** At most 64 KiB of it. */
      readonly body: string;
      readonly address: string;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'no-answer';
      /** ENOTFOUND, ECONNREFUSED, ECONNRESET, timeout, … */
      readonly code: string;
      readonly message: string;
      readonly durationMs: number;
    };

export interface HttpProbe {
  /** One GET on a new connection, the name resolved afresh. Never throws for what the network does. */
  get(request: ProbeRequest): Promise<ProbeResult>;
}
