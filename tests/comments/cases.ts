import type { Unit } from '../../src/model/plan.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import type { Report, ReportContext, ReportState } from '../../src/render/comment/report.ts';
import { stateOf } from '../../src/render/comment/report-state.ts';
import { aChange, aDanger, aProperty, aRecord, aRecordedUnit, aUnit } from '../builders/records.ts';

const CONTEXT: ReportContext = {
  head: '3f2a91c0000000000000000000000000000000aa',
  base: '9d01b7e0000000000000000000000000000000bb',
  runId: 981,
  runAttempt: 1,
  runUrl: 'https://github.com/acme/shop/actions/runs/981',
  folder: 'config',
};

const REPLACED = aUnit(
  'stack/prod-api',
  [
    aChange('WebTargetGroup', {
      action: 'replace',
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      properties: [aProperty('Port', '80', '8080')],
    }),
    aChange('AlbSecurityGroup', {
      type: 'AWS::EC2::SecurityGroup',
      properties: [
        {
          ...aProperty('SecurityGroupIngress.443.CidrIp', '10.0.0.0/8', '10.0.0.0/8'),
          live: { kind: 'value', text: '0.0.0.0/0' },
        },
      ],
    }),
    aChange('WebListener', {
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      certainty: 'known-after-apply',
      properties: [
        {
          path: 'DefaultActions.0.TargetGroupArn',
          before: { kind: 'value', text: 'arn:old' },
          after: { kind: 'known-after-apply' },
        },
      ],
    }),
  ],
  {
    dangers: [aDanger('WebTargetGroup', { stack: 'prod-api' })],
    notes: ['CloudFormation did not return the values of WebListener.'],
  },
);

const BUMPED = aUnit(
  'service/prod/api',
  [
    aChange('task definition', {
      type: 'AWS::ECS::TaskDefinition',
      physicalId: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:41',
      properties: [
        aProperty('cpu', '256', '512'),
        aProperty('containerDefinitions.api.image', 'registry/api:v1', 'registry/api:v2'),
        aProperty('containerDefinitions.api.environment.FEATURE_X', undefined, 'on'),
        {
          path: 'containerDefinitions.api.environment.DB_PASSWORD',
          before: { kind: 'secret' },
          after: { kind: 'absent' },
        },
      ],
    }),
  ],
  {
    forecast: {
      strategy: 'ROLLING',
      tasks: 4,
      running: 4,
      lowest: 4,
      highest: 8,
      waves: 1,
      room: 'enough',
      roomText: 'Four more tasks fit on 2 instances (1,024 of 4,096 CPU units are free).',
      lastDurationsMs: [168_000, 200_000],
    },
    checks: [
      { subject: 'image registry/api:v2', state: 'passed', message: 'exists, sha256:be07' },
      { subject: 'secret DB_PASSWORD', state: 'unchecked', message: 'the role may not describe secrets' },
    ],
  },
);

const plan = (...units: readonly Unit[]): readonly RunRecord[] => [
  aRecord({ units: units.map((unit) => aRecordedUnit(unit)) }),
];

function report(records: readonly RunRecord[], state?: ReportState): Report {
  const phase = records.some(({ mode }) => mode === 'apply') ? 'apply' : 'plan';
  return { state: state ?? stateOf(records, phase), phase, records, context: CONTEXT };
}

const BLOCKED = {
  kind: 'blocked',
  summary: 'A dangerous change needs consent: WebTargetGroup.Port → 8080.',
  nextStep:
    'To allow exactly this, add under allow in config/prod/cluster.yaml: - { stack: "prod-api", resource: "WebTargetGroup" }',
} as const;

/** One comment for each state of its life, and what strains its form. */
export const CASES: Readonly<Record<string, Report>> = {
  planning: report([], 'planning'),
  'no-changes': report(plan(aUnit('stack/prod', []))),
  'image-bump': report(plan(BUMPED)),
  'several-clusters': report([
    ...plan({ ...REPLACED, dangers: [aDanger('WebTargetGroup', { stack: 'prod-api', allowed: true })] }, BUMPED),
    aRecord({
      cluster: 'staging',
      region: 'eu-central-1',
      units: [aRecordedUnit(aUnit('service/staging/api', BUMPED.changes))],
    }),
  ]),
  'replacement-without-consent': report([
    aRecord({ outcome: 'blocked', units: [aRecordedUnit(REPLACED, BLOCKED), aRecordedUnit(BUMPED)] }),
  ]),
  'forbidden-deletion': report([
    aRecord({
      outcome: 'blocked',
      units: [
        aRecordedUnit(
          aUnit(
            'stack/prod-api',
            [aChange('WebTargetGroup', { action: 'remove', type: 'AWS::ElasticLoadBalancingV2::TargetGroup' })],
            {
              dangers: [
                aDanger('WebTargetGroup', {
                  stack: 'prod-api',
                  property: undefined,
                  to: undefined,
                  loss: 'Service api serves through it.',
                  forbidden: 'Add the new target group, attach it, switch the rule, then remove this one.',
                }),
              ],
            },
          ),
          { kind: 'blocked', summary: 'This cannot be done: WebTargetGroup is in use.' },
        ),
      ],
    }),
  ]),
  'invalid-config': report([
    aRecord({
      outcome: 'failed',
      units: [],
      failure: {
        code: 'CONFIG_INVALID',
        message: '2 problems in config/prod.',
        hint: 'No AWS call was made and nothing was changed. Correct the config, then run the job again.',
        issues: [
          {
            at: { file: 'config/prod/cluster.yaml', line: 3, column: 1 },
            message: 'Unknown key capacty.',
            hint: 'Did you mean capacity?',
          },
          {
            at: { file: 'config/prod/services/api/service.yaml', line: 12, column: 5 },
            message: 'containerName: there is no container ngnix.',
          },
        ],
      },
    }),
  ]),
  'failed-check': report(
    plan({
      ...BUMPED,
      checks: [
        {
          subject: 'image registry/api:v2',
          state: 'failed',
          message: 'The repository has no tag v2.',
          at: { file: 'config/prod/services/api/task-definition.yaml', line: 4, column: 12 },
        },
      ],
    }),
  ),
  applied: report([
    aRecord({
      action: 'deploy-service',
      mode: 'apply',
      outcome: 'deployed',
      changed: true,
      units: [aRecordedUnit(BUMPED, { kind: 'deployed', summary: 'api:42 serves.' })],
    }),
  ]),
  'rolled-back': report([
    aRecord({
      action: 'deploy-service',
      mode: 'apply',
      outcome: 'rolled-back',
      changed: true,
      units: [
        aRecordedUnit(BUMPED, {
          kind: 'rolled-back',
          summary: 'The deployment circuit breaker rolled back: container api exited with 1.',
          evidence: ['task 4f0c stopped: Essential container in task exited', 'api exit 1'],
          nextStep: 'Correct the image and merge that; the service runs api:41.',
        }),
      ],
    }),
  ]),
  failed: report([
    aRecord({
      outcome: 'failed',
      failure: {
        code: 'ACCESS_DENIED',
        message: 'AccessDenied: not authorised to perform cloudformation:CreateChangeSet.',
        hint: 'Add the action to the role that this job assumes.',
        issues: [],
      },
    }),
  ]),
  paused: report([
    aRecord({
      action: 'deploy-service',
      mode: 'apply',
      outcome: 'paused',
      changed: true,
      units: [
        aRecordedUnit(BUMPED, {
          kind: 'paused',
          summary: 'The deployment waits at PRE_PRODUCTION_TRAFFIC_SHIFT.',
          nextStep: 'Run deploy-service with mode: continue.',
        }),
      ],
    }),
  ]),
  unreviewed: report([
    aRecord({
      mode: 'apply',
      outcome: 'blocked',
      units: [
        aRecordedUnit(BUMPED, {
          kind: 'blocked',
          summary: 'This is not what was reviewed.',
          evidence: ['task definition: the review showed other values, before or after.'],
          nextStep: 'Open a pull request, which shows what would change now, and merge it.',
        }),
      ],
    }),
  ]),
  'hostile-strings': report(
    plan(
      aUnit(
        'service/prod/api',
        [
          aChange('task definition', {
            type: 'AWS::ECS::TaskDefinition',
            properties: [
              aProperty('containerDefinitions.api.environment.A', 'x', '```\n</details> <!-- @octocat #1 -->'),
              aProperty('containerDefinitions.api.image', 'a|b', '--> <img src=x onerror=alert(1)> `code`'),
            ],
          }),
          aChange('alarm | @octocat `x` <b>', {
            properties: [aProperty('a|`b`', '| # h\n> [!NOTE]', '[x](https://evil.example)')],
          }),
        ],
        { dangers: [aDanger('x`]| <!-- -->', { loss: '> [!TIP]\n# Owned @octocat', to: '```\ninjected' })] },
      ),
    ),
  ),
};
