import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shopFiles } from '../../tests/builders/config-files.ts';
import { readClusters } from './read-clusters.ts';

const PATHS = ['cluster.yaml', 'services/api/service.yaml', 'services/api/task-definition.yaml'] as const;
const RUNS = { numRuns: 150, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false };

function read(path: string, content: string | Uint8Array): void {
  const { clusters, issues } = readClusters({ path: 'config', files: shopFiles({ [path]: content }) });
  expect(clusters.length > 0).toBe(issues.length === 0);
  for (const { at, message, hint } of issues) {
    expect(at.line).toBeGreaterThan(0);
    expect(at.column).toBeGreaterThan(0);
    expect(at.file).toMatch(/^config/);
    expect(message.length).toBeGreaterThan(0);
    expect(hint).toBeTruthy();
  }
}

/** A value that the YAML of a file might hold anywhere. */
const anything = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 1e9, '', 'a', '${', '*a', [], {}, [null], [[]], [{}], { a: null }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The document with the value at one of its paths, chosen by `seed`, replaced. */
function replaced(document: unknown, seed: number, value: unknown): unknown {
  const members = typeof document === 'object' && document !== null ? Object.entries(document) : [];
  const [key, member] = members[seed % (members.length + 1)] ?? [];
  if (key === undefined) return value;
  const changed = replaced(member, Math.floor(seed / (members.length + 1)), value);
  if (Array.isArray(document)) return document.map((item, index) => (String(index) === key ? changed : item));
  return { ...(document as object), [key]: changed };
}

const RICH = {
  'cluster.yaml': {
    region: 'eu-west-1',
    account: '123456789012',
    network: { vpc: 'create', availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    roles: { service: { name: 'a' }, instance: { arn: 'arn:aws:iam::123456789012:role/b' } },
    capacity: { minSize: 1, agent: { A: 'b' }, steps: { cooldown: 1 } },
    loadBalancer: { listeners: [{ port: 80, defaultAction: { type: 'fixed-response' } }] },
    allow: [{ resource: 'a' }],
  },
  'services/api/service.yaml': {
    loadBalancers: [
      {
        containerName: 'web',
        containerPort: 8080,
        targetGroup: { healthCheck: { path: '/' }, attributes: {} },
        rules: [{ priority: 1, conditions: [{ field: 'path-pattern', values: ['/a'] }] }],
      },
    ],
    scaling: { minCapacity: 1, maxCapacity: 2, scaleOut: { threshold: 40 }, scaleIn: { threshold: 20 } },
    verify: { version: { header: 'x', equals: 'y' } },
    deploymentConfiguration: {
      strategy: 'CANARY',
      alarms: { alarmNames: ['a'] },
      canaryConfiguration: { canaryPercent: 10 },
      lifecycleHooks: [
        { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] },
        {
          hookTargetArn: 'arn:aws:lambda:eu-west-1:123456789012:function:a',
          lifecycleStages: ['TEST_TRAFFIC_SHIFT'],
          hookDetails: { a: 1 },
        },
      ],
    },
    roles: { infrastructure: { name: 'c' } },
    placementStrategy: [{ type: 'spread', field: 'instanceId' }],
    notSecret: ['A_TOKEN'],
    dependsOn: [],
  },
  'services/api/task-definition.yaml': {
    networkMode: 'bridge',
    containerDefinitions: [
      {
        name: 'web',
        image: 'a:1',
        memory: 8,
        portMappings: [{ containerPort: 8080, containerPortRange: '1-2' }],
        environment: [{ name: 'A_TOKEN', value: 'x' }],
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'a', 'awslogs-region': 'eu-west-1' } },
        links: [],
        dependsOn: [],
      },
    ],
  },
} as const satisfies Record<(typeof PATHS)[number], object>;

describe('no input makes it throw, and all that is refused has a place and a next step', () => {
  test.each(PATHS)('any bytes as %s', (path) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => read(path, bytes)),
      RUNS,
    );
  });

  test.each(PATHS)('any text of YAML’s signs as %s', (path) => {
    const signs = fc.constantFrom(
      ...'a:- \n\t[]{},&*!|>"\'%@#?1~<',
      '\n  ',
      ': ',
      '- ',
      '---\n',
      '&a ',
      '*a',
      'é',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => read(path, parts.join(''))),
      RUNS,
    );
  });

  test.each(PATHS)('any value anywhere in %s', (path) => {
    fc.assert(
      fc.property(fc.nat(), anything, (seed, value) => {
        read(path, JSON.stringify(replaced(RICH[path], seed, value)));
      }),
      RUNS,
    );
  });

  test.each(PATHS)('the right %s, to begin with', (path) => {
    const text = JSON.stringify(RICH[path]);
    const { issues } = readClusters({ path: 'config', files: shopFiles({ ...texts(), [path]: text }) });
    expect(issues).toEqual([]);
  });
});

function texts(): Record<string, string> {
  return Object.fromEntries(Object.entries(RICH).map(([path, value]) => [path, JSON.stringify(value)]));
}
