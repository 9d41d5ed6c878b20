import type { GetLaunchTemplateDataRequest, GetLaunchTemplateDataResult } from '../../shapes/ec2.d.ts';
import { requestedInstances } from './instances.ts';
import type { Ec2 } from './state.ts';

export function launchTemplateDataOperations(ec2: Ec2) {
  return {
    /** What a template would have to say to launch another instance like this one. */
    GetLaunchTemplateData: ({ InstanceId }: GetLaunchTemplateDataRequest): GetLaunchTemplateDataResult => {
      const [instance] = requestedInstances(ec2, [InstanceId]);
      if (!instance) return {};
      return {
        LaunchTemplateData: {
          ImageId: instance.imageId,
          InstanceType: instance.type as 't3.medium',
          KeyName: instance.keyName,
          UserData: instance.userData,
          EbsOptimized: instance.ebsOptimized,
          Monitoring: { Enabled: instance.monitoring },
          IamInstanceProfile: instance.profile && { Arn: instance.profile.arn },
          NetworkInterfaces: [
            { DeviceIndex: 0, SubnetId: instance.subnet.id, Groups: [...instance.groupIds], DeleteOnTermination: true },
          ],
        },
      };
    },
  };
}
