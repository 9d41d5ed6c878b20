import type { ScriptItem } from '../step.ts';

const IMAGE = { repositoryName: 'conformance', imageIds: [{ imageTag: '1' }] };

/** What a deployment depends on: an image, a secret, a parameter, a certificate. */
export const preconditions: readonly ScriptItem[] = [
  { service: 'ecr', operation: 'CreateRepository', input: { repositoryName: 'conformance' } },
  {
    service: 'ecr',
    operation: 'DescribeImages',
    input: IMAGE,
    refused: 'ImageNotFoundException',
  },
  {
    service: 'ecr',
    operation: 'DescribeImages',
    input: { ...IMAGE, repositoryName: 'none' },
    refused: 'RepositoryNotFoundException',
  },
  {
    service: 'secretsmanager',
    operation: 'CreateSecret',
    input: { Name: 'conformance', SecretString: 'x' },
  },
  {
    service: 'secretsmanager',
    operation: 'DescribeSecret',
    input: { SecretId: 'conformance' },
    fields: ['Name', 'DeletedDate'],
  },
  {
    service: 'secretsmanager',
    operation: 'DescribeSecret',
    input: { SecretId: 'none' },
    refused: 'ResourceNotFoundException',
  },
  {
    service: 'ssm',
    operation: 'PutParameter',
    input: { Name: '/conformance', Type: 'String', Value: 'x' },
  },
  {
    service: 'ssm',
    operation: 'DescribeParameters',
    input: { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['/conformance', '/none'] }] },
    fields: ['Parameters.0.Name', 'Parameters.0.Type'],
  },
  {
    service: 'acm',
    operation: 'RequestCertificate',
    input: { DomainName: 'example.com', ValidationMethod: 'DNS' },
    save: { certificate: 'CertificateArn' },
  },
  {
    service: 'acm',
    operation: 'DescribeCertificate',
    input: { CertificateArn: '<certificate>' },
    fields: ['Certificate.DomainName', 'Certificate.SubjectAlternativeNames', 'Certificate.Type'],
  },
];
