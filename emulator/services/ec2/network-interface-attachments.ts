import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  AttachNetworkInterfaceRequest,
  AttachNetworkInterfaceResult,
  DetachNetworkInterfaceRequest,
} from '../../shapes/ec2.d.ts';
import { find, invalidValue } from './errors.ts';
import { isAlive } from './instance-states.ts';
import { mostInterfaces, requestedType } from './instance-types.ts';
import { requestedInstances } from './instances.ts';
import { attachedTo } from './network-interface-views.ts';
import { expectRequester } from './network-interfaces.ts';
import type { Ec2, Instance, NetworkInterface } from './state.ts';
import { newId } from './state.ts';

export function interfaceAttachmentOperations(ec2: Ec2) {
  const { world } = ec2;

  return {
    AttachNetworkInterface: (
      { NetworkInterfaceId, InstanceId, DeviceIndex }: AttachNetworkInterfaceRequest,
      context: CallContext,
    ): AttachNetworkInterfaceResult => {
      const one = find(ec2.interfaces, 'networkInterface', NetworkInterfaceId);
      expectRequester(one, context);
      const [instance] = requestedInstances(ec2, [InstanceId]);
      if (!instance || !isAlive(instance))
        throw new AwsError(
          'IncorrectState',
          `The instance '${InstanceId}' is not in a valid state for this operation.`,
        );
      checkAttachment(ec2, one, instance, DeviceIndex);
      const attachment: NonNullable<NetworkInterface['attachment']> = {
        id: newId(ec2, 'eni-attach'),
        instanceId: InstanceId,
        deviceIndex: DeviceIndex,
        attachedAt: world.clock.now(),
        status: 'attaching',
      };
      one.attachment = attachment;
      world.clock.after(world.latency('interface-attached'), () => {
        if (attachment.status === 'attaching') attachment.status = 'attached';
      });
      return { AttachmentId: attachment.id };
    },

    DetachNetworkInterface: ({ AttachmentId }: DetachNetworkInterfaceRequest, context: CallContext): void => {
      const one = [...ec2.interfaces.values()].find(({ attachment }) => attachment?.id === AttachmentId);
      if (!one?.attachment)
        throw new AwsError('InvalidAttachmentID.NotFound', `The attachment '${AttachmentId}' does not exist.`);
      expectRequester(one, context);
      one.attachment.status = 'detaching';
      world.clock.after(world.latency('interface-detached'), () => {
        if (one.attachment?.id === AttachmentId) one.attachment = undefined;
      });
    },
  };
}

function checkAttachment(ec2: Ec2, one: NetworkInterface, instance: Instance, deviceIndex: number): void {
  if (one.attachment) throw new AwsError('InvalidNetworkInterface.InUse', `Interface: [${one.id}] in use.`);
  if (one.subnet.zone.name !== instance.subnet.zone.name)
    throw new AwsError(
      'InvalidParameterCombination',
      'You may not attach a network interface to an instance if they are not in the same availability zone',
    );
  const others = attachedTo(ec2, instance.id);
  if (deviceIndex === 0 || others.some(({ attachment }) => attachment?.deviceIndex === deviceIndex))
    throw invalidValue(`Instance '${instance.id}' already has an interface attached at device index '${deviceIndex}'.`);
  if (others.length + 2 > mostInterfaces(ec2, requestedType(instance.type)))
    throw new AwsError(
      'AttachmentLimitExceeded',
      `Interface count ${others.length + 2} exceeds the limit for ${instance.type}`,
    );
}

/** A terminated instance lets go of what was attached to it. */
export function releaseInterfaces(ec2: Ec2, instanceId: string): void {
  for (const one of attachedTo(ec2, instanceId)) one.attachment = undefined;
}
