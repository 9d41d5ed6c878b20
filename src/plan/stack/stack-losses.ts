import { isAlternateId } from '../../model/stack-names.ts';

/** What is lost when a resource of a type is replaced or removed, and how to get there without losing it. */
interface Loss {
  readonly loss: string;
  /** The sequence that keeps a live service serving, where the resource is one that services stand on. */
  readonly sequence?: string;
}

/** Types whose replacement or removal loses nothing that lasts or serves. */
const HARMLESS = new Set(['AWS::AutoScaling::ScalingPolicy', 'AWS::ElasticLoadBalancingV2::ListenerCertificate']);

/** Each step is one commit, provisioned and deployed before the next; docs/rollouts.md shows them in YAML. */
const TARGET_GROUP_SEQUENCE = [
  'Do this in four commits of service.yaml, each provisioned and deployed.',
  '1. Leave the old entry of loadBalancers as it is and add another with the new target group: a targetGroup.name of its own, and one rule with a lower priority number than the old one whose condition no request meets yet, like an http-header.',
  "2. Give that rule the old rule's conditions.",
  '3. Write "attached: false" into the old entry.',
  '4. Remove the old entry, with the consents that the plan then asks for.',
].join(' ');

/** The way to another network mode: all target groups of a service have the one of its tasks. */
export const NETWORK_MODE_SEQUENCE = [
  'Another networkMode needs a second service. Do this in three commits, each provisioned and deployed.',
  '1. Add the new service, with a rule of a lower priority number than the old one whose condition no request meets yet, like an http-header.',
  "2. Give that rule the old rule's conditions.",
  "3. Remove the old service's folder, with the consents that the plan then asks for.",
].join(' ');

/** The way from a strategy that shifts traffic back to one target group. */
export const ALTERNATE_SEQUENCE = [
  'Do this in two commits of service.yaml, each provisioned and deployed.',
  '1. Write "strategy: ROLLING", and "alternateTargetGroup: true" into the entry of loadBalancers.',
  '2. Remove "alternateTargetGroup", with the consents that the plan then asks for.',
  'If the alternate target group has the traffic, the second step is refused: deploy once more with the previous strategy, which moves the traffic to the first target group.',
].join(' ');

const LOSSES: Readonly<Record<string, Loss>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    loss: 'its DNS name is lost, and every request to it fails',
    sequence: 'Build a second cluster with the new load balancer, move the DNS records to it, then delete this one.',
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    loss: "its port is closed, and every service's rules on it are deleted",
    sequence:
      "Add the new listener beside it, move the services' rules there and provision, then remove the old listener.",
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    loss: "requests that match it get the listener's default action",
    sequence:
      'Add the new rule beside the old one and provision, then remove the old one. Where ECS shifts its traffic, move the requests to another entry of loadBalancers, as for a new target group (docs/rollouts.md).',
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    loss: 'the tasks registered in it get no more requests',
    sequence: TARGET_GROUP_SEQUENCE,
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    loss: 'its instances are terminated, with the tasks on them',
    sequence: 'Build a second cluster beside this one and move the services to it.',
  },
  'AWS::EC2::LaunchTemplate': { loss: 'every instance is replaced by a new one' },
  'AWS::ECS::CapacityProvider': {
    loss: 'services that use it can place no more tasks',
    sequence:
      'Take it out of the capacityProviderStrategy of every service and deploy them, or build a second cluster beside this one.',
  },
  'AWS::ECS::ClusterCapacityProviderAssociations': { loss: 'the cluster has no capacity provider for a while' },
  'AWS::ECS::Cluster': {
    loss: 'its services and tasks are deleted',
    sequence: 'Build the other cluster beside this one, move the services to it, then destroy this one.',
  },
  'AWS::EC2::SecurityGroup': { loss: 'traffic that it allows is refused until its users have the new one' },
  'AWS::IAM::Role': { loss: 'whatever uses the role has no permissions until it has the new one' },
  'AWS::IAM::InstanceProfile': { loss: 'instances have no permissions until they are replaced' },
  'AWS::Logs::LogGroup': {
    loss: 'its log events are deleted',
    sequence: 'Give the task definition another log group and deploy the service, then remove this one.',
  },
};

/** undefined where nothing is lost. */
export function lossOf(type: string, logicalId: string): Loss | undefined {
  if (HARMLESS.has(type)) return undefined;
  if (isAlternateId(logicalId))
    return { loss: 'requests that ECS has shifted to it are answered with 503', sequence: ALTERNATE_SEQUENCE };
  return LOSSES[type] ?? { loss: 'the resource is deleted, and whatever refers to it by its id breaks' };
}
