import { AwsError } from '../../core/errors.ts';
import type { ResourceKind } from './arns.ts';
import { resourceKind } from './arns.ts';
import type { Listener, LoadBalancer, Rule, Store, TargetGroup } from './store.ts';

const KINDS: Readonly<Record<ResourceKind, { readonly code: string; readonly one: string; readonly many: string }>> = {
  loadbalancer: { code: 'LoadBalancerNotFound', one: 'load balancer', many: 'load balancers' },
  targetgroup: { code: 'TargetGroupNotFound', one: 'target group', many: 'target groups' },
  listener: { code: 'ListenerNotFound', one: 'listener', many: 'listeners' },
  'listener-rule': { code: 'RuleNotFound', one: 'listener rule', many: 'rules' },
};

export const validationError = (message: string): AwsError => new AwsError('ValidationError', message);

export function notFound(kind: ResourceKind): AwsError {
  return new AwsError(KINDS[kind].code, `One or more ${KINDS[kind].many} not found`);
}

function found<Resource>(kind: ResourceKind, arn: string, resource: Resource | undefined): Resource {
  if (resource) return resource;
  if (resourceKind(arn) !== kind) throw validationError(`'${arn}' is not a valid ${KINDS[kind].one} ARN`);
  throw notFound(kind);
}

export const findLoadBalancer = (store: Store, arn: string): LoadBalancer =>
  found('loadbalancer', arn, store.loadBalancers.get(arn));

export const findTargetGroup = (store: Store, arn: string): TargetGroup =>
  found('targetgroup', arn, store.targetGroups.get(arn));

export const findListener = (store: Store, arn: string): Listener => found('listener', arn, store.listeners.get(arn));

export const findRule = (store: Store, arn: string): Rule =>
  found(
    'listener-rule',
    arn,
    [...store.listeners.values()].flatMap(({ rules }) => rules).find((rule) => rule.arn === arn),
  );

/** Throws the "not found" of whatever the ARN claims to name. */
export function findAny(store: Store, arn: string): void {
  switch (resourceKind(arn)) {
    case 'loadbalancer':
      findLoadBalancer(store, arn);
      break;
    case 'targetgroup':
      findTargetGroup(store, arn);
      break;
    case 'listener':
      findListener(store, arn);
      break;
    case 'listener-rule':
      findRule(store, arn);
      break;
    case undefined:
      throw validationError(`'${arn}' is not a valid ARN`);
  }
}
