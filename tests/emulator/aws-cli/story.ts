/** A line for a shell; with `keep` its output becomes a variable of that name for the lines after it. */
export interface Step {
  readonly line: string;
  readonly keep?: string;
  /** A command that must fail. */
  readonly fails?: true;
  /** What has to be true before: asked again and again, and not part of the transcript. */
  readonly after?: { readonly line: string; readonly says: string };
}

const service = (query: string): string =>
  `aws ecs describe-services --cluster demo --services hello --query '${query}' --output text`;

/** A service's life on AWS, from nothing to nothing, as the AWS CLI tells it. */
export const STORY: readonly Step[] = [
  {
    keep: 'VPC',
    line: "aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text",
  },
  {
    keep: 'SUBNETS',
    line: "aws ec2 describe-subnets --filters Name=vpc-id,Values=$VPC --query 'join(`,`, Subnets[:2].SubnetId)' --output text",
  },
  {
    line: 'aws cloudformation deploy --stack-name demo --template-file template.yaml --capabilities CAPABILITY_IAM --parameter-overrides Vpc=$VPC Subnets=$SUBNETS',
  },
  {
    line: "aws cloudformation describe-stack-events --stack-name demo --query \"StackEvents[?contains(['demo','Listener'], LogicalResourceId)].[LogicalResourceId,ResourceStatus,ResourceStatusReason]\" --output table",
  },
  {
    keep: 'TARGETS',
    line: "aws cloudformation describe-stacks --stack-name demo --query 'Stacks[0].Outputs[0].OutputValue' --output text",
  },
  {
    line: "aws ecs register-task-definition --cli-input-json file://task-definition.json --query 'taskDefinition.[taskDefinitionArn,status,containerDefinitions[0].portMappings]'",
  },
  {
    line: "aws ecs create-service --cluster demo --service-name hello --task-definition hello --desired-count 2 --load-balancers targetGroupArn=$TARGETS,containerName=web,containerPort=8080 --query 'service.[status,desiredCount,runningCount,deployments[0].rolloutState]' --output text",
  },
  { line: 'aws ecs wait services-stable --cluster demo --services hello' },
  {
    after: { line: service('services[0].deployments[0].rolloutState'), says: 'COMPLETED' },
    line: service('services[0].[status,desiredCount,runningCount,deployments[0].rolloutState]'),
  },
  {
    line: "aws elbv2 describe-target-health --target-group-arn $TARGETS --query 'TargetHealthDescriptions[].[Target.Id,TargetHealth.State]' --output text",
  },
  { line: 'curl -s $AWS_ENDPOINT_URL/_emulator/listeners' },
  {
    keep: 'ADDRESS',
    line: 'curl -s $AWS_ENDPOINT_URL/_emulator/listeners | sed -E \'s/.*"host":"([^"]+)","port":([0-9]+).*/\\1:\\2/\'',
  },
  { line: 'curl -s http://$ADDRESS/' },
  {
    fails: true,
    line: 'aws ecs create-service --cluster demo --service-name other --task-definition nothing --desired-count 1',
  },
  {
    line: "aws ecs delete-service --cluster demo --service hello --force --query 'service.[status,desiredCount]' --output text",
  },
  {
    after: { line: service('services[0].status'), says: 'INACTIVE' },
    line: 'aws cloudformation delete-stack --stack-name demo',
  },
  { line: 'aws cloudformation wait stack-delete-complete --stack-name demo' },
  { fails: true, line: 'aws cloudformation describe-stacks --stack-name demo' },
];
