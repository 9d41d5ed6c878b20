import { expect, test } from '@jest/globals';
import { createTestWorld } from '../../core/testing.ts';
import type { DescribeCertificateResponse, RequestCertificateResponse } from '../../shapes/acm.d.ts';
import { createService } from './service.ts';

const HOUR_MS = 3_600_000;

async function requested(request: object) {
  const { world, advance } = createTestWorld({ services: (each) => ({ acm: createService(each) }) });
  const call = <Output = unknown>(operation: string, input: object): Promise<Output> =>
    world.call('acm', operation, input);
  const { CertificateArn } = await call<RequestCertificateResponse>('RequestCertificate', request);
  const status = async (): Promise<string | undefined> =>
    (await call<DescribeCertificateResponse>('DescribeCertificate', { CertificateArn })).Certificate?.Status;
  return { call, advance, status, CertificateArn };
}

test('a certificate is pending until its domain is validated', async () => {
  const names = { DomainName: 'example.com', SubjectAlternativeNames: ['*.example.com'] };
  const { call, advance, status, CertificateArn } = await requested({ ...names, ValidationMethod: 'DNS' });
  expect(await status()).toBe('PENDING_VALIDATION');
  await advance(300_000);
  expect(await call('DescribeCertificate', { CertificateArn })).toMatchObject({
    Certificate: {
      Status: 'ISSUED',
      SubjectAlternativeNames: ['example.com', '*.example.com'],
      DomainValidationOptions: [{ ValidationStatus: 'SUCCESS' }, { ValidationStatus: 'SUCCESS' }],
      NotAfter: expect.any(Number),
    },
  });
});

test.each([
  ['a name that nobody owns', { DomainName: 'web.invalid', ValidationMethod: 'DNS' }],
  ['an e-mail that nobody answers', { DomainName: 'example.com', ValidationMethod: 'EMAIL' }],
])('validation times out for %s', async (_, request) => {
  const { advance, status } = await requested(request);
  await advance(71 * HOUR_MS);
  expect(await status()).toBe('PENDING_VALIDATION');
  await advance(HOUR_MS);
  expect(await status()).toBe('VALIDATION_TIMED_OUT');
});

test('the same token asks for the same certificate, and a deleted one is gone', async () => {
  const request = { DomainName: 'example.com', ValidationMethod: 'DNS', IdempotencyToken: 'one' };
  const { call, CertificateArn } = await requested(request);
  expect(await call('RequestCertificate', request)).toEqual({ CertificateArn });
  await call('DeleteCertificate', { CertificateArn });
  await expect(call('DescribeCertificate', { CertificateArn })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
    message: `Could not find certificate ${CertificateArn} in account 123456789012.`,
  });
});
