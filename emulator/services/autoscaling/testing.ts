import { AwsError } from '../../core/errors.ts';
import { fakeAlarms } from '../../core/fake-alarms.ts';
import type { TestWorld } from '../../core/testing.ts';
import { createTestWorld } from '../../core/testing.ts';
import type { Service, World } from '../../core/world.ts';
import type {
  ActivitiesType,
  Activity,
  AutoScalingGroup,
  AutoScalingGroupsType,
  Instance,
} from '../../shapes/autoscaling.d.ts';
import { createService } from './service.ts';

export const SUBNETS = ['subnet-a', 'subnet-c'];
const ZONES: Readonly<Record<string, string>> = { 'subnet-a': 'ap-northeast-1a', 'subnet-c': 'ap-northeast-1c' };

/** What a test can change about the stand-in for EC2. */
export interface FakeEc2 {
  readonly running: Set<string>;
  templateVersion: number;
  /** Refuses every launch with this message. */
  refusal: string | undefined;
  /** Subnets and templates do not exist any more. */
  isGone: boolean;
  /** Terminates an instance as somebody else would. */
  kill(instanceId: string): void;
}

interface Launch {
  readonly SubnetId: string;
  readonly DryRun?: boolean;
}

function fakeEc2(world: World): Service & { readonly control: FakeEc2 } {
  let count = 0;
  const enter = (instanceId: string, state: 'pending' | 'running' | 'shutting-down' | 'terminated'): void =>
    world.emit('instance-state', { instanceId, state });
  const control: FakeEc2 = {
    running: new Set(),
    templateVersion: 1,
    refusal: undefined,
    isGone: false,
    kill: (id) => {
      if (!control.running.delete(id)) return;
      enter(id, 'shutting-down');
      world.clock.after(30_000, () => enter(id, 'terminated'));
    },
  };
  return {
    control,
    operations: {
      DescribeSubnets: ({ SubnetIds = SUBNETS }: { SubnetIds?: string[] }) => ({
        Subnets: SubnetIds.map((SubnetId) => {
          const AvailabilityZone = ZONES[SubnetId];
          if (!AvailabilityZone || control.isGone)
            throw new AwsError(
              'InvalidSubnetID.NotFound',
              `The subnet ID '${SubnetId}' does not exist${control.isGone ? ': it is gone' : ''}`,
            );
          return { SubnetId, VpcId: 'vpc-1', AvailabilityZone };
        }),
      }),
      DescribeLaunchTemplateVersions: ({
        LaunchTemplateId = 'lt-1',
        Versions: [version = ''],
      }: {
        LaunchTemplateId?: string;
        Versions: string[];
      }) => {
        if (LaunchTemplateId !== 'lt-1' || control.isGone)
          throw new AwsError('InvalidLaunchTemplateId.NotFound', 'no such template');
        const VersionNumber = /^\d+$/.test(version) ? Number(version) : control.templateVersion;
        const LaunchTemplateData = { ImageId: `ami-${VersionNumber}` };
        return {
          LaunchTemplateVersions: [{ LaunchTemplateId, LaunchTemplateName: 'lt', VersionNumber, LaunchTemplateData }],
        };
      },
      RunInstances: ({ SubnetId, DryRun }: Launch) => {
        if (DryRun) throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
        if (control.refusal !== undefined) throw new AwsError('InvalidParameterValue', control.refusal);
        const InstanceId = `i-${++count}`;
        control.running.add(InstanceId);
        enter(InstanceId, 'pending');
        world.clock.after(15_000, () => control.running.has(InstanceId) && enter(InstanceId, 'running'));
        const Placement = { AvailabilityZone: ZONES[SubnetId] };
        return {
          Instances: [{ InstanceId, InstanceType: 't3.medium', ImageId: `ami-${control.templateVersion}`, Placement }],
        };
      },
      TerminateInstances: ({ InstanceIds }: { InstanceIds: string[] }) => {
        for (const id of InstanceIds) control.kill(id);
      },
    },
  };
}

export interface AutoScalingTest extends TestWorld {
  readonly ec2: FakeEc2;
  readonly alarms: Map<string, object>;
  call<Output = unknown>(operation: string, input: object): Promise<Output>;
  /** Makes group `g` of two to four instances in two zones, or as `input` says, and waits until it is in service. */
  createGroup(input?: object): Promise<void>;
  group(): Promise<AutoScalingGroup>;
  instances(): Promise<Instance[]>;
  activities(): Promise<Activity[]>;
}

/** Auto Scaling among stand-ins for EC2 and CloudWatch. */
export function createAutoScalingTest(): AutoScalingTest {
  const alarms = new Map<string, object>();
  let ec2: FakeEc2 | undefined;
  const test = createTestWorld({
    services: (world) => {
      const fake = fakeEc2(world);
      ec2 = fake.control;
      return { autoscaling: createService(world), ec2: fake, cloudwatch: fakeAlarms(alarms) };
    },
  });
  const call = <Output = unknown>(operation: string, input: object) =>
    test.world.call<Output>('autoscaling', operation, input);
  const AutoScalingGroupName = 'g';
  const group = async (): Promise<AutoScalingGroup> => {
    const { AutoScalingGroups } = await call<AutoScalingGroupsType>('DescribeAutoScalingGroups', {});
    const [found] = AutoScalingGroups;
    if (!found) throw new Error('there is no group');
    return found;
  };
  return {
    ...test,
    ec2: ec2 as unknown as FakeEc2,
    alarms,
    call,
    group,
    createGroup: async (input = {}) => {
      await call('CreateAutoScalingGroup', {
        AutoScalingGroupName,
        LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '$Latest' },
        MinSize: 2,
        MaxSize: 4,
        VPCZoneIdentifier: SUBNETS.join(','),
        ...input,
      });
      await test.advance(30_000);
    },
    instances: async () => (await group()).Instances ?? [],
    activities: async () =>
      (await call<ActivitiesType>('DescribeScalingActivities', { AutoScalingGroupName })).Activities,
  };
}
