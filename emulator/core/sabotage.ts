/** What goes wrong on AWS and goes wrong here, for the same reason. Naming such a rule as sabotage switches it off. */
export const PHYSICS_RULES = [
  'abrupt-termination',
  'alarm-already-red',
  'alarm-without-action',
  'ephemeral-ports',
  'fail-open',
  'keep-alive',
  'listener-first',
  'log-group-name-taken',
  'no-interface',
  'no-room',
  'no-way-out',
  'provider-in-use',
  'role-name-taken',
  'role-propagation',
  'rule-overwritten',
  'shared-target-group',
  'short-deregistration',
  'static-host-port',
  'stop-timeout',
  'wrong-cluster',
  'zone-not-enabled',
] as const;

export type PhysicsRule = (typeof PHYSICS_RULES)[number];

/**
 * Ways to make the emulator do the wrong thing on purpose: whoever measures it must notice. Each is honoured in one
 * place.
 */
export const SABOTAGES = ['stop-first', 'kill-before-drain', 'short-drain', ...PHYSICS_RULES] as const;

export type Sabotage = (typeof SABOTAGES)[number];
