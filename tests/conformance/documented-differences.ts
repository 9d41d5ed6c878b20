import type { DocumentedDifference } from './observation.ts';

const NEWER_THAN_SDK =
  "A member that the emulator's shapes (botocore 1.44.5) have and the pinned SDK does not know yet.";
const MOTO_ACCEPTS = "moto does not check this; the error is in AWS's model of the operation.";
const MOTO_LACKS = 'moto 5.2.1 does not implement the operation and answers with a page of HTML.';
const MOTO_STARTS_NOTHING = 'moto starts no tasks and registers no instances, so there is nothing to ask about.';

/** Where a witness and the emulator disagree, and that is known. Anything else fails `npm run conformance`. */
export const DOCUMENTED_DIFFERENCES: readonly DocumentedDifference[] = [
  ...['trustedExecution*', 'nitroEnclavesEnabled: *', 'deregistrationDelay: *'].map((member) => ({
    witness: 'SDK' as const,
    row: 'ecs *',
    difference: `*.${member}, undefined`,
    reason: NEWER_THAN_SDK,
  })),
  {
    witness: 'SDK',
    row: 'secretsmanager DescribeSecret',
    difference: '*: CrossAccount*, undefined',
    reason: NEWER_THAN_SDK,
  },
  {
    witness: 'service-spec',
    row: 'AWS::CDK::Metadata',
    difference: 'CloudFormation publishes no schema of it',
    reason: 'CloudFormation takes it and does nothing; it is in no registry.',
  },
  {
    witness: 'moto',
    row: 'ec2 DescribeInstanceTypes',
    difference: 'only moto answers InstanceTypes[].*',
    reason: 'Of instance types the emulator says what launches and placement go by.',
  },
  {
    witness: 'moto',
    row: 'elbv2 *LoadBalancer*',
    difference: 'LoadBalancers.0.Scheme: "internet-facing", moto: undefined',
    reason:
      'The scheme is internet-facing where none is given (API reference, CreateLoadBalancer); moto leaves it out.',
  },
  {
    witness: 'moto',
    row: 'elbv2 *Listener*',
    difference: 'only moto answers Listeners[].SslPolicy',
    reason: 'An HTTP listener has no TLS policy; moto gives it the default one of HTTPS.',
  },
  {
    witness: 'moto',
    row: 'elbv2 CreateListener',
    difference: 'refused with DuplicateListener, moto: accepted',
    reason: 'moto means to refuse a second listener of a port, but looks for the port among ARNs.',
  },
  {
    witness: 'moto',
    row: 'elbv2 DescribeListeners',
    difference: 'only moto answers Listeners[].DefaultActions[].FixedResponseConfig',
    reason: 'It is of the second listener of a port that moto accepted before.',
  },
  {
    witness: 'moto',
    row: 'elbv2 DescribeTargetHealth',
    difference: 'TargetHealthDescriptions.0.TargetHealth.State: "healthy", moto: undefined',
    reason: MOTO_STARTS_NOTHING,
  },
  {
    witness: 'moto',
    row: 'ecs DescribeClusters',
    difference: 'only moto answers clusters[].settings',
    reason: 'Settings come where `include` asks for them (API reference); moto always answers them.',
  },
  {
    witness: 'moto',
    row: 'ecs ListContainerInstances',
    difference: 'refused with ClusterNotFoundException, moto: accepted',
    reason: MOTO_ACCEPTS,
  },
  { witness: 'moto', row: 'ecs *', difference: 'moto could not be asked: *', reason: MOTO_STARTS_NOTHING },
  {
    witness: 'moto',
    row: 'ecs DescribeTaskDefinition',
    difference: 'taskDefinition.containerDefinitions.0.portMappings.0.protocol: "tcp", moto: undefined',
    reason: 'AWS fills in tcp (API reference, PortMapping); moto echoes.',
  },
  {
    witness: 'moto',
    row: 'ecs CreateService',
    difference: 'service.deploymentConfiguration.*: *, moto: undefined',
    reason: 'AWS fills in 200 and 100 (API reference, DeploymentConfiguration); moto echoes.',
  },
  {
    witness: 'moto',
    row: 'ecs *Service*',
    difference: 'only moto answers *deployments[].platformFamily',
    reason: "The platform family is one of Fargate's tasks; moto answers it for EC2 too.",
  },
  {
    witness: 'moto',
    row: 'ecs DescribeServices',
    difference: 'failures.0.arn: *service/conformance/none*',
    reason: "ARNs of services have held their cluster's name since 2018; moto still makes failures' the old way.",
  },
  {
    witness: 'moto',
    row: 'ecs DeleteService',
    difference: 'service.status: "DRAINING", moto: "INACTIVE"',
    reason: 'A deleted service drains first (API reference, DeleteService); moto has no time between.',
  },
  {
    witness: 'moto',
    row: 'cloudformation DescribeStackDriftDetectionStatus',
    difference: 'moto could not be asked: *',
    reason: MOTO_LACKS,
  },
  ...[
    'ecs ListServiceDeployments',
    'ecs ContinueServiceDeployment',
    'cloudformation *',
    'autoscaling *InstanceRefresh*',
  ].map((row) => ({
    witness: 'moto' as const,
    row,
    difference: 'moto fails: an internal error',
    reason: MOTO_LACKS,
  })),
  {
    witness: 'moto',
    row: 'application-autoscaling PutScalingPolicy',
    difference: 'refused with ObjectNotFoundException, moto: accepted',
    reason: MOTO_ACCEPTS,
  },
  {
    witness: 'moto',
    row: 'application-autoscaling De*',
    difference: 'refused with ObjectNotFoundException, moto: refused with ValidationException',
    reason: "AWS's model of both operations names ObjectNotFoundException for what does not exist.",
  },
  {
    witness: 'moto',
    row: 'application-autoscaling DescribeScalingPolicies',
    difference: 'only moto answers *.MetricIntervalUpperBound',
    reason: 'moto does not filter by PolicyNames and answers the other policy too.',
  },
  {
    witness: 'moto',
    row: 'cloudwatch DescribeAlarms',
    difference: 'only moto answers MetricAlarms[].StateReasonData',
    reason: 'An alarm that has not been evaluated has no data to give a reason with; moto answers an empty object.',
  },
  {
    witness: 'moto',
    row: 'cloudwatch ListTagsForResource',
    difference: 'refused with ResourceNotFoundException, moto: accepted',
    reason: MOTO_ACCEPTS,
  },
  {
    witness: 'moto',
    row: 'cloudformation DescribeChangeSet',
    difference: 'refused with ChangeSetNotFound, moto: refused with ValidationError',
    reason:
      "ChangeSetNotFound is the code of the model, and recorded on AWS; moto takes the change set's name for a stack's.",
  },
  {
    witness: 'moto',
    row: 'cloudformation UpdateStack',
    difference: 'refused with ValidationError, moto: accepted',
    reason: 'AWS refuses an update without changes ("No updates are to be performed."); moto does not.',
  },
  {
    witness: 'moto',
    row: 'secretsmanager DescribeSecret',
    difference: 'only moto answers VersionIdsToStages.*',
    reason: 'Its keys are ids of versions, which each makes up at random.',
  },
  ...['IssuedAt', 'NotBefore', 'NotAfter'].map((member) => ({
    witness: 'moto' as const,
    row: 'acm DescribeCertificate',
    difference: `only moto answers Certificate.${member}`,
    reason: 'AWS issues a certificate once its domain is validated; moto has no time between.',
  })),
  ...['Serial', 'SignatureAlgorithm', 'DomainValidationOptions[].ResourceRecord'].map((member) => ({
    witness: 'moto' as const,
    row: 'acm DescribeCertificate',
    difference: `only moto answers Certificate.${member}`,
    reason: 'The emulator makes no certificate and asks for no record (emulator/services/acm/SPEC.md).',
  })),
];
