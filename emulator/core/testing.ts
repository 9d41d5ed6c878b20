import type { Services } from './create-world.ts';
import { createWorld } from './create-world.ts';
import { seededRandom } from './random.ts';
import type { Sabotage } from './sabotage.ts';
import { virtualClock } from './virtual-clock.ts';
import type { ServiceName, World } from './world.ts';

export interface TestWorldOptions {
  /** The services under test, and plain objects in the place of those that they call. */
  readonly services: (world: World) => Services;
  readonly seed?: number;
  readonly account?: string;
  readonly region?: string;
  readonly sabotage?: readonly Sabotage[];
}

export interface TestWorld {
  readonly world: World;
  /** A client's request, which may not do all that a service's own calls may. */
  request(service: ServiceName, operation: string, input: object): Promise<object>;
  /** Lets that much virtual time pass; rejects with the first defect that background work met. */
  advance(ms: number): Promise<void>;
}

/** A world under virtual time, which starts at 2026-11-01T00:00:00Z. */
export function createTestWorld(options: TestWorldOptions): TestWorld {
  const clock = virtualClock(Date.UTC(2026, 10, 1));
  const defects: unknown[] = [];
  const world = createWorld({
    account: options.account ?? '123456789012',
    region: options.region ?? 'ap-northeast-1',
    clock,
    random: seededRandom(options.seed ?? 1),
    sabotage: options.sabotage,
    services: options.services,
    onDefect: (error) => void defects.push(error),
  });
  return {
    world,
    request: (service, operation, input) => {
      const caller = { arn: `arn:aws:iam::${world.account}:user/test` };
      return world.perform(service, operation, input, { requestId: world.random.uuid(), caller });
    },
    advance: async (ms) => {
      await clock.advance(ms);
      if (defects.length > 0) throw defects[0];
    },
  };
}
