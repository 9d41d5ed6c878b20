import type { InstanceState as StateView } from '../../shapes/ec2.d.ts';
import type { Ec2, Instance, InstanceState } from './state.ts';

const CODES: Readonly<Record<InstanceState, number>> = { pending: 0, running: 16, 'shutting-down': 32, terminated: 48 };
/** Terminated instances can be described for about an hour. */
const VISIBLE_MS = 3_600_000;

export const stateView = (state: InstanceState): StateView => ({ Code: CODES[state], Name: state });

export const isAlive = ({ state }: Instance): boolean => state === 'pending' || state === 'running';

function enter({ world }: Ec2, instance: Instance, state: InstanceState): void {
  instance.state = state;
  world.emit('instance-state', { instanceId: instance.id, state });
}

export function boot(ec2: Ec2, instance: Instance): void {
  enter(ec2, instance, 'pending');
  ec2.world.clock.after(ec2.world.latency('instance-running'), () => {
    if (instance.state === 'pending') enter(ec2, instance, 'running');
  });
}

/** Shuts an instance down for good; one that already goes or has gone is left as it is. */
export function terminate(ec2: Ec2, instance: Instance): void {
  if (!isAlive(instance) || ec2.world.sabotage.has('abrupt-termination')) return;
  const { clock } = ec2.world;
  const time = new Date(clock.now()).toISOString();
  instance.transitionReason = `User initiated (${time.slice(0, 10)} ${time.slice(11, 19)} GMT)`;
  instance.stateReason = {
    code: 'Client.UserInitiatedShutdown',
    message: 'Client.UserInitiatedShutdown: User initiated shutdown',
  };
  enter(ec2, instance, 'shutting-down');
  clock.after(ec2.world.latency('instance-terminated'), () => {
    enter(ec2, instance, 'terminated');
    clock.after(VISIBLE_MS, () => {
      ec2.instances.delete(instance.id);
      ec2.tags.delete(instance.id);
    });
  });
}
