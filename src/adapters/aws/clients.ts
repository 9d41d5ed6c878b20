/**
 * Settings that every SDK client of a run shares. Endpoint, credentials and the like come from the environment, as the
 * SDK reads it.
 */
export interface AwsSettings {
  readonly region: string;
  /** What the run is for, e.g. `provision.plan`: CloudTrail shows it with each call. */
  readonly purpose?: string;
}

/**
 * How the SDK's clients are made: retries are its own, with its standard back-off. Without limits of its own a call
 * whose response never comes would never end (JS SDK v3: no request timeout by default). One that took too long is
 * repeated like any other.
 */
export function clientConfig({ region, purpose }: AwsSettings) {
  const userAgentAppId = purpose === undefined ? 'ecs-gitops' : `ecs-gitops.${purpose}`;
  return {
    region,
    maxAttempts: 5,
    retryMode: 'standard',
    userAgentAppId,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  } as const;
}

/** Makes a client at its first use: loading one costs 70 ms, and a refused input must not pay for it. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
