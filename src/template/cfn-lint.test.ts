import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  aCapacity,
  aCluster,
  aLoadBalancer,
  aService,
  aServiceLoadBalancer,
  aTargetGroup,
} from '../../tests/builders/cluster.ts';
import type { StackTemplate } from '../model/stack-template.ts';
import { clusterTemplate } from './cluster-template.ts';
import { serviceTemplate } from './service-template.ts';

const GIVEN = { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], instanceSubnetIds: ['subnet-3'] };
const CERTIFICATE = 'arn:aws:acm:ap-northeast-1:123456789012:certificate/';

const https = aLoadBalancer({
  scheme: 'internal',
  allowedCidrBlocks: ['10.0.0.0/8', '2001:db8::/32'],
  deletionProtection: true,
  listeners: [
    {
      port: 443,
      protocol: 'HTTPS',
      certificateArns: [
        `${CERTIFICATE}11111111-1111-4111-8111-111111111111`,
        `${CERTIFICATE}22222222-2222-4222-8222-222222222222`,
      ],
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      defaultAction: { kind: 'fixed-response', statusCode: 404 },
    },
    {
      port: 80,
      protocol: 'HTTP',
      certificateArns: [],
      sslPolicy: undefined,
      defaultAction: { kind: 'redirect-to-https' },
    },
  ],
});

const unnamed = aServiceLoadBalancer({
  targetGroup: aTargetGroup({ name: undefined, protocolVersion: 'GRPC' }),
  rules: [
    {
      listenerPort: 443,
      priority: 7,
      conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['a.example.com'] } }],
    },
  ],
});

const templates: Readonly<Record<string, StackTemplate | undefined>> = {
  'managed-cluster': clusterTemplate(aCluster({ tags: { team: 'web' } }), GIVEN),
  'alarms-cluster': clusterTemplate(
    aCluster({
      network: { kind: 'created', cidrBlock: '10.0.0.0/16', availabilityZones: undefined },
      capacity: aCapacity({ instanceScaling: 'alarms' }),
    }),
    undefined,
  ),
  'zoned-cluster': clusterTemplate(
    aCluster({
      network: {
        kind: 'created',
        cidrBlock: '10.0.0.0/20',
        availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
      },
      roles: { instance: { kind: 'existing', arn: 'arn:aws:iam::123456789012:role/app/nodes' } },
      loadBalancer: https,
    }),
    undefined,
  ),
  service: serviceTemplate(aCluster(), aService(), {}),
  'grpc-service': serviceTemplate(aCluster(), aService({ loadBalancers: [aServiceLoadBalancer(), unnamed] }), {}),
  'queue-worker': serviceTemplate(aCluster(), aService({ loadBalancers: [] }), {}),
};

const hasCfnLint = !spawnSync('cfn-lint', ['--version']).error;
if (!hasCfnLint) {
  process.stderr.write('cfn-lint is not in PATH: the templates were not checked with it (pip install cfn-lint).\n');
}

(hasCfnLint ? test : test.skip)(
  'cfn-lint has nothing to say about any template',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'templates-'));
    const files = Object.entries(templates).map(([name, template]) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, template?.body ?? '');
      return file;
    });
    const { stdout, stderr } = spawnSync('cfn-lint', ['--format', 'parseable', ...files], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(stdout + stderr).toBe('');
  },
  60_000,
);
