import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';

export interface CertificateRecord {
  readonly arn: string;
  readonly domainName: string;
  /** The domain name first. */
  readonly names: readonly string[];
  readonly validationMethod: 'DNS' | 'EMAIL';
  readonly token: string | undefined;
  readonly createdAt: number;
  readonly tags: readonly { readonly Key: string; readonly Value?: string | undefined }[];
  status: 'PENDING_VALIDATION' | 'ISSUED' | 'VALIDATION_TIMED_OUT';
  issuedAt: number | undefined;
}

export interface Certificates {
  readonly world: World;
  readonly byArn: Map<string, CertificateRecord>;
}

export function findCertificate({ byArn, world }: Certificates, arn: string): CertificateRecord {
  const certificate = byArn.get(arn);
  if (certificate) return certificate;
  const message = `Could not find certificate ${arn} in account ${world.account}.`;
  throw new AwsError('ResourceNotFoundException', message);
}
