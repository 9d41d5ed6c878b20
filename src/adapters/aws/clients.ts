/** Settings that every SDK client of a run shares. Endpoint, credentials and the like come from the environment, as the SDK reads it. */
export interface AwsSettings {
  readonly region: string;
}

/** How the SDK's clients are made: retries are its own, with its standard back-off. */
export function clientConfig({ region }: AwsSettings) {
  return { region, maxAttempts: 5, retryMode: 'standard', customUserAgent: 'ecs-gitops' } as const;
}

/** Makes a client at its first use: loading one costs 70 ms, and a refused input must not pay for it. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
