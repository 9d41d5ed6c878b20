import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type { Reservation, RunInstancesRequest } from '../../shapes/ec2.d.ts';
import { invalidValue } from './errors.ts';
import { boot } from './instance-states.ts';
import { instanceView } from './instance-views.ts';
import type { PreparedLaunch } from './prepared-launch.ts';
import { launchPreparation } from './prepared-launch.ts';
import type { Ec2, Instance } from './state.ts';
import { newId } from './state.ts';
import { takeAddress } from './subnets.ts';
import { putTags } from './tags.ts';

type Launched = Pick<Instance, 'reservationId' | 'launchIndex' | 'clientToken'>;

function addInstance(ec2: Ec2, launch: PreparedLaunch, launched: Launched): Instance {
  const { request, image, subnet } = launch;
  const instance: Instance = {
    id: newId(ec2, 'i'),
    ...launched,
    imageId: image.imageId,
    architecture: image.architecture,
    type: launch.type,
    subnet,
    groupIds: [...launch.groupIds],
    privateIp: takeAddress(ec2, subnet),
    publicIp: launch.publicAddress ? publicAddress(ec2) : undefined,
    profile: launch.profile,
    keyName: request.KeyName,
    userData: request.UserData,
    monitoring: request.Monitoring?.Enabled ?? false,
    ebsOptimized: request.EbsOptimized ?? false,
    // Amazon's images ask for IMDSv2, with one more hop for containers, unless the launch says otherwise.
    httpTokens: request.MetadataOptions?.HttpTokens ?? 'required',
    hopLimit: request.MetadataOptions?.HttpPutResponseHopLimit ?? 2,
    launchedAt: ec2.world.clock.now(),
    interfaceId: newId(ec2, 'eni'),
    attachmentId: newId(ec2, 'eni-attach'),
    volumeId: newId(ec2, 'vol'),
    terminationProtected: request.DisableApiTermination ?? false,
    shutdownBehavior: request.InstanceInitiatedShutdownBehavior ?? 'stop',
    state: 'pending',
    stateReason: undefined,
    transitionReason: '',
  };
  ec2.instances.set(instance.id, instance);
  return instance;
}

function tagInstance(ec2: Ec2, { tags, template }: PreparedLaunch, instance: Instance): void {
  const checked = { internal: true } as const;
  putTags(ec2, instance.id, tags.instance, checked);
  putTags(ec2, instance.volumeId, tags.volume, checked);
  putTags(ec2, instance.interfaceId, tags['network-interface'], checked);
  if (!template) return;
  const origin = [
    { Key: 'aws:ec2launchtemplate:id', Value: template.id },
    { Key: 'aws:ec2launchtemplate:version', Value: String(template.version) },
  ];
  putTags(ec2, instance.id, origin, checked);
}

/**
 * Public addresses come from 198.18.0.0/15, which RFC 2544 keeps for tests: nobody's host can be reached by mistake.
 */
function publicAddress({ world, instances }: Ec2): string {
  const taken = new Set([...instances.values()].map(({ publicIp }) => publicIp));
  for (;;) {
    const byte = (): number => Math.floor(world.random.next() * 256);
    const address = `198.${18 + Math.floor(world.random.next() * 2)}.${byte()}.${byte()}`;
    if (!taken.has(address)) return address;
  }
}

export function runInstancesOperations(ec2: Ec2) {
  const { world } = ec2;
  const prepare = launchPreparation(ec2);

  const answer = (instances: readonly Instance[]): Reservation => ({
    ReservationId: instances[0]?.reservationId,
    OwnerId: world.account,
    Groups: [],
    Instances: instances.map((instance) => instanceView(ec2, instance)),
  });

  return {
    /** Capacity never lacks here, so as many as MaxCount start. A client token that has been used launches nothing. */
    RunInstances: async (input: RunInstancesRequest, context: CallContext): Promise<Reservation> => {
      if (input.MinCount < 1 || input.MaxCount < input.MinCount)
        throw invalidValue(
          `Value (${input.MaxCount}) for parameter maxCount is invalid. It must be at least minCount (${input.MinCount}).`,
        );
      const clientToken = input.ClientToken ?? world.random.uuid();
      const repeated = [...ec2.instances.values()].filter((instance) => instance.clientToken === clientToken);
      if (repeated.length > 0) return answer(repeated);
      const launch = await prepare(input, context);
      if (input.DryRun)
        throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
      const reservationId = newId(ec2, 'r');
      const instances = Array.from({ length: input.MaxCount }, (_, launchIndex) => {
        const instance = addInstance(ec2, launch, { reservationId, launchIndex, clientToken });
        tagInstance(ec2, launch, instance);
        boot(ec2, instance);
        return instance;
      });
      return answer(instances);
    },
  };
}
