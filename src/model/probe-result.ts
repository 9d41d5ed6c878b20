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
