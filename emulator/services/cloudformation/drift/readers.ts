import type { LiveReader } from './reader.ts';
import { SCALING_READERS } from './readers/autoscaling.ts';
import { CLOUDWATCH_READERS } from './readers/cloudwatch.ts';
import { EC2_READERS } from './readers/ec2.ts';
import { ECS_READERS } from './readers/ecs.ts';
import { ELB_READERS } from './readers/elbv2.ts';
import { IAM_READERS } from './readers/iam.ts';
import { LOGS_READERS } from './readers/logs.ts';
import { NETWORK_READERS } from './readers/network.ts';
import { SNS_READERS } from './readers/sns.ts';
import { SQS_READERS } from './readers/sqs.ts';
import { SSM_READERS } from './readers/ssm.ts';

const READERS: Readonly<Record<string, LiveReader>> = {
  ...CLOUDWATCH_READERS,
  ...EC2_READERS,
  ...ECS_READERS,
  ...ELB_READERS,
  ...IAM_READERS,
  ...LOGS_READERS,
  ...NETWORK_READERS,
  ...SCALING_READERS,
  ...SNS_READERS,
  ...SQS_READERS,
  ...SSM_READERS,
};

/** Undefined for a type whose drift this emulator does not see. */
export function readerOf(type: string): LiveReader | undefined {
  return READERS[type];
}
