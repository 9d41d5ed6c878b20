import type { CertificateView } from '../model/preconditions.ts';

/** AWS Certificate Manager, as far as it is looked at. */
export interface Certificates {
  /** undefined where there is none. */
  certificate(arn: string): Promise<CertificateView | undefined>;
}
