import type { Certificates } from '../../ports/certificates.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

export function createCertificates(settings: AwsSettings): Certificates {
  const acm = once(async () => {
    const sdk = await import('@aws-sdk/client-acm');
    return { sdk, client: new sdk.ACMClient(clientConfig(settings)) };
  });
  return {
    certificate: (arn) =>
      calling(`describing certificate ${arn}`, async () => {
        const { sdk, client } = await acm();
        try {
          const { Certificate } = await client.send(new sdk.DescribeCertificateCommand({ CertificateArn: arn }));
          return (
            Certificate && {
              status: Certificate.Status ?? '',
              names: Certificate.SubjectAlternativeNames ?? [],
              notAfter: Certificate.NotAfter?.getTime(),
            }
          );
        } catch (error) {
          if (isAwsError(error, 'ResourceNotFoundException')) return undefined;
          throw error;
        }
      }),
  };
}
