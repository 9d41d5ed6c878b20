import { AwsError } from '../../core/errors.ts';
import type { PublicImage } from '../../core/public-images.ts';
import { publicImages } from '../../core/public-images.ts';
import type { TestWorld } from '../../core/testing.ts';
import { createTestWorld } from '../../core/testing.ts';
import type { Service, World } from '../../core/world.ts';
import { createService } from './service.ts';

const REGION = 'ap-northeast-1';

const newest = (architecture: PublicImage['architecture']): string =>
  publicImages(REGION).find((image) => image.architecture === architecture)?.imageId ?? '';

export const IMAGE = newest('x86_64');
export const ARM_IMAGE = newest('arm64');
export const IMAGE_PARAMETER = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';

/** Systems Manager with parameters that can be moved to another image. */
function imageParameters(values: Map<string, string>): Service {
  return {
    operations: {
      GetParameter: ({ Name }: { Name: string }) => {
        const Value = values.get(Name);
        if (Value === undefined) throw new AwsError('ParameterNotFound', '');
        return { Parameter: { Name, Value } };
      },
    },
  };
}

/** IAM with the instance profiles named, made when the world began. */
function instanceProfiles(world: World, names: readonly string[]): Service {
  const created = world.clock.now();
  return {
    operations: {
      GetInstanceProfile: ({ InstanceProfileName: name }: { InstanceProfileName: string }) => {
        if (!names.includes(name)) throw new AwsError('NoSuchEntity', `Instance Profile ${name} cannot be found.`, 404);
        const Roles = name === 'empty' ? [] : [role(world, created)];
        const Arn = `arn:aws:iam::${world.account}:instance-profile/${name}`;
        const identity = { InstanceProfileName: name, InstanceProfileId: 'AIPAEXAMPLE', Arn, Path: '/' };
        return { InstanceProfile: { ...identity, CreateDate: created, Roles } };
      },
    },
  };
}

const role = (world: World, CreateDate: number): object => ({
  RoleName: 'ecsInstanceRole',
  RoleId: 'AROAEXAMPLE',
  Path: '/',
  Arn: `arn:aws:iam::${world.account}:role/ecsInstanceRole`,
  CreateDate,
});

export interface Ec2TestOptions {
  readonly region?: string;
  readonly parameters?: Map<string, string>;
  readonly loadBalancers?: object[];
}

/** EC2 among plain stand-ins for the services that it asks. */
export function createEc2World(options: Ec2TestOptions = {}): TestWorld {
  const { region = REGION, parameters = new Map([[IMAGE_PARAMETER, IMAGE]]), loadBalancers = [] } = options;
  return createTestWorld({
    region,
    services: (world) => ({
      ec2: createService(world),
      ssm: imageParameters(parameters),
      iam: instanceProfiles(world, ['ecsInstanceRole', 'empty']),
      elbv2: { operations: { DescribeLoadBalancers: () => ({ LoadBalancers: loadBalancers }) } },
    }),
  });
}
