import type { StackTemplate } from '../../src/model/stack-template.ts';
import type { ChangeSetView, PropertyDetailView, ResourceChangeView, StackView } from '../../src/model/stack-views.ts';

export function aTemplate(overrides: Partial<StackTemplate> = {}): StackTemplate {
  return {
    name: 'web',
    body: '{}',
    digest: 'digest-1',
    resources: { Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: {} } },
    parameters: { VpcId: 'vpc-1' },
    tags: { 'ecs-gitops:cluster': 'web' },
    sources: {},
    ...overrides,
  };
}

export function aStack(overrides: Partial<StackView> = {}): StackView {
  return {
    id: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/web/1',
    name: 'web',
    status: 'CREATE_COMPLETE',
    statusReason: undefined,
    outputs: { TemplateDigest: 'digest-1' },
    parameters: { VpcId: 'vpc-1' },
    tags: { 'ecs-gitops:cluster': 'web' },
    terminationProtection: false,
    ...overrides,
  };
}

export function aChangeSet(
  changes: readonly ResourceChangeView[],
  overrides: Partial<ChangeSetView> = {},
): ChangeSetView {
  return {
    id: 'arn:aws:cloudformation:ap-northeast-1:123456789012:changeSet/one/1',
    stackId: aStack().id,
    status: 'CREATE_COMPLETE',
    statusReason: undefined,
    executionStatus: 'AVAILABLE',
    changes,
    withheld: [],
    ...overrides,
  };
}

export function aResourceChange(overrides: Partial<ResourceChangeView> = {}): ResourceChangeView {
  return {
    action: 'Modify',
    logicalId: 'Group',
    physicalId: 'arn:targetgroup/one',
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    replacement: 'False',
    policyAction: undefined,
    details: [],
    ...overrides,
  };
}

export function aDetail(path: string, overrides: Partial<PropertyDetailView> = {}): PropertyDetailView {
  return {
    path: `/Properties/${path}`,
    before: 'old',
    after: 'new',
    requiresRecreation: 'Never',
    evaluation: 'Static',
    ...overrides,
  };
}
