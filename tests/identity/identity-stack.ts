import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  type Output,
} from '@aws-sdk/client-cloudformation';
import { REPOSITORY } from './subjects.ts';

export interface IdentityRoles {
  readonly plan: string;
  readonly provision: string;
  readonly deploy: string;
}

export const IDENTITY_TEMPLATE = readFileSync(new URL('../../identity/template.yaml', import.meta.url), 'utf8');

/** What of the template's parameters config/sample-ecs-cluster needs: its names do not begin with the cluster's. */
export const SAMPLE_PARAMETERS = {
  Cluster: 'sample-ecs-cluster',
  AutoScalingGroup: 'sample-autoscaling-group',
  InstanceRole: 'ecsInstanceRole',
  ServiceRole: 'ecsServiceRole',
  TaskFamily: 'sample-ecs-*',
  AlarmNames: 'EcsScale*',
  LogGroup: '/ecs/sample-ecs-service',
} as const;

const COMPLETE_WITHIN_MS = 20_000;
const POLL_MS = 50;

/** Makes the stack of identity/template.yaml and answers the ARNs of its roles. Throws where it does not complete. */
export async function createIdentity(
  { endpoint, region, adminKey }: { readonly endpoint: string; readonly region: string; readonly adminKey: string },
  parameters: Readonly<Record<string, string>>,
): Promise<IdentityRoles> {
  const credentials = { accessKeyId: adminKey, secretAccessKey: 'secret' };
  const client = new CloudFormationClient({ endpoint, region, credentials });
  const given = {
    RepositoryOwner: REPOSITORY.owner,
    RepositoryOwnerId: REPOSITORY.ownerId,
    RepositoryName: REPOSITORY.name,
    RepositoryId: REPOSITORY.id,
    ...parameters,
  };
  const StackName = 'ecs-gitops-identity';
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: IDENTITY_TEMPLATE,
      Capabilities: ['CAPABILITY_IAM'],
      Parameters: Object.entries(given).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    }),
  );
  for (const started = Date.now(); ; await pause(POLL_MS)) {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    const [stack] = Stacks;
    if (stack?.StackStatus === 'CREATE_COMPLETE') return rolesOf(stack.Outputs ?? []);
    if (stack?.StackStatus !== 'CREATE_IN_PROGRESS' || Date.now() - started > COMPLETE_WITHIN_MS)
      throw new Error(`The identity stack is ${stack?.StackStatus}: ${stack?.StackStatusReason ?? 'no reason given'}`);
  }
}

function rolesOf(outputs: readonly Output[]): IdentityRoles {
  const output = (key: string): string => outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? '';
  return {
    plan: output('PlanRoleArn'),
    provision: output('ProvisionRoleArn'),
    deploy: output('DeployRoleArn'),
  };
}
