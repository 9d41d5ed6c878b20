import { AwsError } from '../../core/errors.ts';
import type {
  DescribeInstanceAttributeRequest,
  InstanceAttribute,
  ModifyInstanceAttributeRequest,
} from '../../shapes/ec2.d.ts';
import { find, unserved } from './errors.ts';
import { ROOT_DEVICE } from './images.ts';
import { requestedInstances } from './instances.ts';
import { groupIdentifiers } from './network-interface-views.ts';
import type { Ec2, Instance } from './state.ts';

function attribute(
  ec2: Ec2,
  instance: Instance,
  name: DescribeInstanceAttributeRequest['Attribute'],
): InstanceAttribute {
  switch (name) {
    case 'instanceType':
      return { InstanceType: { Value: instance.type } };
    case 'userData':
      return { UserData: { Value: instance.userData } };
    case 'disableApiTermination':
      return { DisableApiTermination: { Value: instance.terminationProtected } };
    case 'instanceInitiatedShutdownBehavior':
      return { InstanceInitiatedShutdownBehavior: { Value: instance.shutdownBehavior } };
    case 'rootDeviceName':
      return { RootDeviceName: { Value: ROOT_DEVICE } };
    case 'groupSet':
      return { Groups: groupIdentifiers(ec2, instance) };
    case 'ebsOptimized':
      return { EbsOptimized: { Value: instance.ebsOptimized } };
    case 'sourceDestCheck':
      return { SourceDestCheck: { Value: true } };
    case 'enaSupport':
      return { EnaSupport: { Value: true } };
    case 'kernel':
    case 'ramdisk':
    case 'productCodes':
    case 'blockDeviceMapping':
    case 'sriovNetSupport':
    case 'enclaveOptions':
    case 'disableApiStop':
      throw unserved(`the instance attribute ${name}`);
  }
}

export function instanceAttributeOperations(ec2: Ec2) {
  const requested = (id: string): Instance => requestedInstances(ec2, [id])[0] as Instance;

  return {
    DescribeInstanceAttribute: ({ InstanceId, Attribute }: DescribeInstanceAttributeRequest): InstanceAttribute => ({
      InstanceId,
      ...attribute(ec2, requested(InstanceId), Attribute),
    }),

    /** Groups and termination protection; user data and type need a stopped instance, and instances here never stop. */
    ModifyInstanceAttribute: (input: ModifyInstanceAttributeRequest): void => {
      const instance = requested(input.InstanceId);
      const { InstanceId: _, Groups, DisableApiTermination, ...others } = input;
      const [other] = Object.keys(others);
      if (other === 'UserData' || other === 'InstanceType')
        throw new AwsError('IncorrectInstanceState', `The instance '${instance.id}' is not in the 'stopped' state.`);
      if (other !== undefined) throw unserved(`ModifyInstanceAttribute's ${other}`);
      if (Groups) instance.groupIds = Groups.map((id) => find(ec2.groups, 'securityGroup', id).id);
      instance.terminationProtected = DisableApiTermination?.Value ?? instance.terminationProtected;
    },
  };
}
