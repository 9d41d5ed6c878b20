/**
 * The policies of AWS's own that roles around ECS on EC2 attach. AWS has some 1,400; any other is refused as one that
 * does not exist, so that a misspelt name is found here and not on AWS.
 */
const NAMES = [
  'AdministratorAccess',
  'AmazonEC2ContainerRegistryPowerUser',
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonEC2FullAccess',
  'AmazonEC2ReadOnlyAccess',
  'AmazonECS_FullAccess',
  'AmazonECSInfrastructureRolePolicyForLoadBalancers',
  'AmazonElasticFileSystemClientFullAccess',
  'AmazonS3FullAccess',
  'AmazonS3ReadOnlyAccess',
  'AmazonSQSFullAccess',
  'AmazonSSMManagedEC2InstanceDefaultPolicy',
  'AmazonSSMManagedInstanceCore',
  'AmazonSSMReadOnlyAccess',
  'AutoScalingFullAccess',
  'AWSCloudFormationFullAccess',
  'AWSCodeDeployRoleForECS',
  'AWSXRayDaemonWriteAccess',
  'CloudWatchAgentServerPolicy',
  'CloudWatchFullAccess',
  'CloudWatchLogsFullAccess',
  'CloudWatchReadOnlyAccess',
  'ElasticLoadBalancingFullAccess',
  'IAMFullAccess',
  'IAMReadOnlyAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'SecretsManagerReadWrite',
  'job-function/ViewOnlyAccess',
  'service-role/AmazonEBSCSIDriverPolicy',
  'service-role/AmazonEC2ContainerServiceAutoscaleRole',
  'service-role/AmazonEC2ContainerServiceEventsRole',
  'service-role/AmazonEC2ContainerServiceRole',
  'service-role/AmazonEC2ContainerServiceforEC2Role',
  'service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
  'service-role/AmazonECSInfrastructureRolePolicyForVolumes',
  'service-role/AmazonECSTaskExecutionRolePolicy',
  'service-role/AutoScalingNotificationAccessRole',
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaVPCAccessExecutionRole',
];

/** Their ARNs. */
export const MANAGED_POLICIES: ReadonlySet<string> = new Set(NAMES.map((name) => `arn:aws:iam::aws:policy/${name}`));

export const isManagedPolicy = (arn: string): boolean => MANAGED_POLICIES.has(arn);
