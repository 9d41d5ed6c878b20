import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CertificateDetail,
  DeleteCertificateRequest,
  DescribeCertificateRequest,
  DescribeCertificateResponse,
  DomainValidation,
  ListTagsForCertificateRequest,
  ListTagsForCertificateResponse,
  RequestCertificateRequest,
  RequestCertificateResponse,
} from '../../shapes/acm.d.ts';
import { type CertificateRecord, type Certificates, findCertificate } from './store.ts';

const HOUR_MS = 3_600_000;
const VALIDATION_TIMEOUT_MS = 72 * HOUR_MS;
const VALIDITY_MS = 198 * 24 * HOUR_MS;
const UNSERVED = ['CertificateAuthorityArn', 'DomainValidationOptions', 'ManagedBy', 'Options'] as const;

export function certificateOperations(certificates: Certificates) {
  const { world, byArn } = certificates;

  /** Who owns a domain sets the record that DNS validation asks for; names under `.invalid` belong to nobody. */
  const validate = (certificate: CertificateRecord): void => {
    const isOwned =
      certificate.validationMethod === 'DNS' && !certificate.names.some((name) => name.endsWith('.invalid'));
    if (isOwned)
      world.clock.after(world.latency('certificate-validation'), () => {
        certificate.status = 'ISSUED';
        certificate.issuedAt = world.clock.now();
      });
    else
      world.clock.after(VALIDATION_TIMEOUT_MS, () => {
        certificate.status = 'VALIDATION_TIMED_OUT';
      });
  };

  return {
    RequestCertificate: (input: RequestCertificateRequest, context: CallContext): RequestCertificateResponse => {
      const unserved = UNSERVED.find((member) => input[member] !== undefined);
      if (unserved) throw new AwsError('InvalidParameterException', `${unserved} is not emulated`);
      const names = [...new Set([input.DomainName, ...(input.SubjectAlternativeNames ?? [])])];
      const again = [...byArn.values()].find(
        ({ token, names: known }) =>
          token !== undefined && token === input.IdempotencyToken && known.join() === names.join(),
      );
      if (again) return { CertificateArn: again.arn };
      const tags = input.Tags ?? [];
      if (!context.internal && tags.some(({ Key }) => /^aws:/i.test(Key)))
        throw new AwsError('InvalidTagException', 'Tag keys must not start with aws:');
      const certificate: CertificateRecord = {
        arn: `arn:aws:acm:${world.region}:${world.account}:certificate/${world.random.uuid()}`,
        domainName: input.DomainName,
        names,
        validationMethod: input.ValidationMethod === 'DNS' ? 'DNS' : 'EMAIL',
        token: input.IdempotencyToken,
        createdAt: world.clock.now(),
        tags,
        status: 'PENDING_VALIDATION',
        issuedAt: undefined,
      };
      byArn.set(certificate.arn, certificate);
      validate(certificate);
      return { CertificateArn: certificate.arn };
    },

    DescribeCertificate: ({ CertificateArn }: DescribeCertificateRequest): DescribeCertificateResponse => ({
      Certificate: detail(findCertificate(certificates, CertificateArn)),
    }),

    DeleteCertificate: ({ CertificateArn }: DeleteCertificateRequest): void => {
      byArn.delete(findCertificate(certificates, CertificateArn).arn);
    },

    ListTagsForCertificate: (input: ListTagsForCertificateRequest): ListTagsForCertificateResponse => ({
      Tags: [...findCertificate(certificates, input.CertificateArn).tags],
    }),
  };
}

function detail(certificate: CertificateRecord): CertificateDetail {
  const { arn, domainName, names, status, issuedAt, createdAt } = certificate;
  return {
    CertificateArn: arn,
    DomainName: domainName,
    SubjectAlternativeNames: [...names],
    DomainValidationOptions: names.map((name) => validationOf(certificate, name)),
    Subject: `CN=${domainName}`,
    Issuer: 'Amazon',
    Type: 'AMAZON_ISSUED',
    Status: status,
    KeyAlgorithm: 'RSA_2048',
    CreatedAt: createdAt,
    IssuedAt: issuedAt,
    ...(issuedAt === undefined ? {} : { NotBefore: issuedAt, NotAfter: issuedAt + VALIDITY_MS }),
    InUseBy: [],
    RenewalEligibility: 'INELIGIBLE',
    Options: { CertificateTransparencyLoggingPreference: 'ENABLED', Export: 'DISABLED' },
  };
}

function validationOf({ status, validationMethod }: CertificateRecord, name: string): DomainValidation {
  const outcome = {
    PENDING_VALIDATION: 'PENDING_VALIDATION',
    ISSUED: 'SUCCESS',
    VALIDATION_TIMED_OUT: 'FAILED',
  } as const;
  return {
    DomainName: name,
    ValidationDomain: name,
    ValidationStatus: outcome[status],
    ValidationMethod: validationMethod,
  };
}
