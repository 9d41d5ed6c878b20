import type { ServiceName } from '../core/world.ts';
import type { Input } from './input.ts';
import { structures, text, texts, textsIn } from './input.ts';
import type { Keys } from './keys/find.ts';
import { hasTags } from './keys/request-tags.ts';
import type { Lookup } from './lookup.ts';

/** A permission that an operation needs besides its own; without resources, on the operation's own. */
export interface DependentAction {
  readonly action: string;
  readonly resources?: readonly string[];
  readonly keys: Keys;
}

interface Request {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: Input;
  readonly lookup: Lookup;
}

/** The roles that a request hands to a service, and the tags that it sets on what it creates. */
export async function dependentActions(request: Request): Promise<readonly DependentAction[]> {
  return [...(await passedRoles(request)), ...tagging(request)];
}

async function passedRoles({ service, operation, input, lookup }: Request): Promise<readonly DependentAction[]> {
  const pass = (arns: readonly string[], to: string): readonly DependentAction[] =>
    [...new Set(arns)].map((arn) => ({
      action: 'iam:PassRole',
      resources: [arn],
      keys: { 'iam:PassedToService': to },
    }));
  switch (`${service}:${operation}`) {
    case 'ecs:RegisterTaskDefinition':
      return pass(texts(input, 'taskRoleArn', 'executionRoleArn'), 'ecs-tasks.amazonaws.com');
    case 'ecs:RunTask':
      return pass(
        ['taskRoleArn', 'executionRoleArn'].flatMap((member) => textsIn(input, 'overrides', member)),
        'ecs-tasks.amazonaws.com',
      );
    case 'ecs:CreateService':
    case 'ecs:UpdateService':
      return pass(
        [...texts(input, 'role').filter((role) => role.startsWith('arn:')), ...infrastructureRoles(input)],
        'ecs.amazonaws.com',
      );
    case 'iam:AddRoleToInstanceProfile':
      return pass(await roleArn(text(input, 'RoleName'), lookup), 'ec2.amazonaws.com');
    case 'ec2:RunInstances':
      return pass(await profileRoles(input, lookup), 'ec2.amazonaws.com');
    case 'events:PutRule':
      return pass(texts(input, 'RoleArn'), 'events.amazonaws.com');
    case 'events:PutTargets':
      return pass(textsIn(input, 'Targets', 'RoleArn'), 'events.amazonaws.com');
    case 'autoscaling:PutLifecycleHook':
      return pass(texts(input, 'RoleARN'), 'autoscaling.amazonaws.com');
    case 'application-autoscaling:RegisterScalableTarget':
      return pass(texts(input, 'RoleARN'), 'application-autoscaling.amazonaws.com');
  }
  return service === 'cloudformation' ? pass(texts(input, 'RoleARN'), 'cloudformation.amazonaws.com') : [];
}

const infrastructureRoles = (input: Input): readonly string[] => [
  ...structures(input, 'loadBalancers').flatMap((balancer) => textsIn(balancer, 'advancedConfiguration', 'roleArn')),
  ...structures(input, 'volumeConfigurations').flatMap((volume) => textsIn(volume, 'managedEBSVolume', 'roleArn')),
  ...structures(input, 'deploymentConfiguration').flatMap((given) => textsIn(given, 'lifecycleHooks', 'roleArn')),
];

async function roleArn(name: string | undefined, lookup: Lookup): Promise<readonly string[]> {
  if (name === undefined) return [];
  const found = await lookup<{ Role: { Arn: string } }>('iam', 'GetRole', { RoleName: name });
  return found ? [found.Role.Arn] : [];
}

async function profileRoles(input: Input, lookup: Lookup): Promise<readonly string[]> {
  const [profile] = structures(input, 'IamInstanceProfile');
  const name = profile && (text(profile, 'Name') ?? text(profile, 'Arn')?.replace(/^.*\//, ''));
  if (name === undefined) return [];
  const query = { InstanceProfileName: name };
  const found = await lookup<{ InstanceProfile: { Roles: { Arn: string }[] } }>('iam', 'GetInstanceProfile', query);
  return found?.InstanceProfile.Roles.map(({ Arn }) => Arn) ?? [];
}

/** What each service asks for when something is created with tags on it. */
const TAGGING: Readonly<Partial<Record<ServiceName, { readonly action: string; readonly key?: string }>>> = {
  autoscaling: { action: 'autoscaling:CreateOrUpdateTags' },
  cloudformation: { action: 'cloudformation:TagResource', key: 'cloudformation:CreateAction' },
  cloudwatch: { action: 'cloudwatch:TagResource' },
  ec2: { action: 'ec2:CreateTags', key: 'ec2:CreateAction' },
  ecr: { action: 'ecr:TagResource' },
  ecs: { action: 'ecs:TagResource', key: 'ecs:CreateAction' },
  events: { action: 'events:TagResource' },
  elbv2: { action: 'elasticloadbalancing:AddTags', key: 'elasticloadbalancing:CreateAction' },
  logs: { action: 'logs:TagResource' },
  secretsmanager: { action: 'secretsmanager:TagResource' },
  sns: { action: 'sns:TagResource' },
  sqs: { action: 'sqs:TagQueue' },
  ssm: { action: 'ssm:AddTagsToResource' },
};

function tagging({ service, operation, input }: Request): readonly DependentAction[] {
  if (!/^(Create|Register|Put|Run|UpdateStack)/.test(operation) || !hasTags(input)) return [];
  if (operation === 'CreateTags' || operation === 'CreateOrUpdateTags') return [];
  const tag = service === 'iam' ? { action: IAM_TAGGING[operation] } : TAGGING[service];
  if (tag?.action === undefined) return [];
  return [{ action: tag.action, keys: 'key' in tag && tag.key ? { [tag.key]: operation } : {} }];
}

const IAM_TAGGING: Readonly<Record<string, string>> = {
  CreateRole: 'iam:TagRole',
  CreateInstanceProfile: 'iam:TagInstanceProfile',
  CreateOpenIDConnectProvider: 'iam:TagOpenIDConnectProvider',
};
