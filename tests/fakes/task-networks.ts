import type { TaskNetworks } from '../../src/ports/task-networks.ts';

/** A t2.medium has two interfaces for tasks; one zone, `a`. */
export function fakeTaskNetworks(overrides: Partial<TaskNetworks> = {}): TaskNetworks {
  return {
    freeAddresses: async () => new Map([['a', 250]]),
    mostInterfaces: async () => new Map([['t2.medium', 3]]),
    attachedInterfaces: async () => new Map(),
    ...overrides,
  };
}
