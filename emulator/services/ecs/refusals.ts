import { AwsError } from '../../core/errors.ts';

export const invalidParameter = (message: string): AwsError => new AwsError('InvalidParameterException', message);
export const clientError = (message: string): AwsError => new AwsError('ClientException', message);
export const clusterNotFound = (): AwsError => new AwsError('ClusterNotFoundException', 'Cluster not found.');
export const serviceNotFound = (): AwsError => new AwsError('ServiceNotFoundException', 'Service not found.');
export const serviceNotActive = (): AwsError => new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.');
export const updateInProgress = (message: string): AwsError => new AwsError('UpdateInProgressException', message);
export const resourceInUse = (message: string): AwsError => new AwsError('ResourceInUseException', message);
/** What AWS can do and this emulator cannot yet is refused under AWS's own code, never half done. */
export const unsupported = (message: string): AwsError => new AwsError('UnsupportedFeatureException', message);

/** For calls whose refusal by AWS does not matter here; defects of the emulator get through. */
export function tolerate(error: unknown): undefined {
  if (!(error instanceof AwsError)) throw error;
}
