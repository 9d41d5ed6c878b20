import type { ECSClient } from '@aws-sdk/client-ecs';
import { type AwsSettings, clientConfig, once } from '../clients.ts';
import { isAwsError } from '../errors.ts';

export interface Ecs {
  readonly sdk: typeof import('@aws-sdk/client-ecs');
  readonly client: ECSClient;
}

export function ecsClient(settings: AwsSettings): () => Promise<Ecs> {
  return once(async () => {
    const sdk = await import('@aws-sdk/client-ecs');
    return { sdk, client: new sdk.ECSClient(clientConfig(settings)) };
  });
}

/** `missing` where the cluster or the service does not exist. */
export async function unlessMissing<T>(missing: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const isMissing = isAwsError(
      error,
      'ClusterNotFoundException',
      'ServiceNotFoundException',
      'ServiceNotActiveException',
    );
    if (isMissing) return missing;
    throw error;
  }
}
