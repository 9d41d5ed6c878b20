/** What is lost when a resource of a type is replaced or removed, and how to get there without losing it. */
export interface Loss {
  readonly loss: string;
  /** The sequence that keeps a live service serving, where the resource is one that services stand on. */
  readonly sequence?: string;
}

/** Types whose replacement or removal loses nothing that lasts or serves. */
const HARMLESS = new Set(['AWS::AutoScaling::ScalingPolicy', 'AWS::ElasticLoadBalancingV2::ListenerCertificate']);

const LOSSES: Readonly<Record<string, Loss>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    loss: 'its DNS name goes, and with it every request to it',
    sequence: 'Build a second cluster with the new load balancer, move the DNS records to it, then take this one down.',
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    loss: "its port is closed, and every service's rules on it go",
    sequence:
      "Add the new listener beside it, move the services' rules there and provision, then remove the old listener.",
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    loss: "requests that match it get the listener's default action",
    sequence: 'Add the new rule beside the old one and provision, then remove the old one.',
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    loss: 'the tasks registered in it get no more requests',
    sequence:
      'Add the new target group as a further entry of loadBalancers, above the old one, with a name and a rule of its own; provision and deploy the service; then remove the old entry, deploy the service, and provision.',
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    loss: 'its instances go, with the tasks on them',
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
    loss: 'its services and tasks go',
    sequence: 'Build the other cluster beside this one, move the services to it, then destroy this one.',
  },
  'AWS::EC2::SecurityGroup': { loss: 'what it admits is refused until its users have the new one' },
  'AWS::IAM::Role': { loss: 'whatever uses the role is without permissions until it has the new one' },
  'AWS::IAM::InstanceProfile': { loss: 'instances are without permissions until they are replaced' },
  'AWS::Logs::LogGroup': {
    loss: 'its log events are deleted',
    sequence: 'Give the task definition another log group and deploy the service, then remove this one.',
  },
};

/** undefined where nothing is lost. */
export function lossOf(type: string): Loss | undefined {
  if (HARMLESS.has(type)) return undefined;
  return LOSSES[type] ?? { loss: 'the resource goes, and whatever refers to it by its id' };
}
