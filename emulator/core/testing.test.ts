import { describe, expect, test } from '@jest/globals';
import { createTestWorld } from './testing.ts';

const emptyWorld = () => createTestWorld({ services: () => ({}) });

describe('a world under virtual time', () => {
  test('fires timers in order and lets promise chains progress between them', async () => {
    const { world, advance } = emptyWorld();
    const seen: string[] = [];
    const chain = async (): Promise<void> => {
      for (let i = 1; i <= 3; i++) {
        await world.clock.sleep(10);
        await Promise.resolve();
        seen.push(`chain ${i}`);
      }
    };
    world.clock.every(15, () => void seen.push('tick'));
    world.background(chain());
    await advance(30);
    expect(seen).toEqual(['chain 1', 'tick', 'chain 2', 'tick', 'chain 3']);
  });

  test('tells the time that was asked for and starts where it always starts', async () => {
    const { world, advance } = emptyWorld();
    const start = world.clock.now();
    expect(new Date(start).toISOString()).toBe('2026-11-01T00:00:00.000Z');
    await advance(90_000);
    expect(world.clock.now() - start).toBe(90_000);
  });

  test('does not fire what was cancelled', async () => {
    const { world, advance } = emptyWorld();
    let fired = 0;
    const cancel = world.clock.every(10, () => void fired++);
    await advance(25);
    cancel();
    await advance(100);
    expect(fired).toBe(2);
  });

  test('reports what background work met', async () => {
    const { world, advance } = emptyWorld();
    world.background(Promise.reject(new Error('lost')));
    await expect(advance(1)).rejects.toThrow('lost');
  });

  test('tells listeners of events, and reports the one that fails without losing the others', async () => {
    const { world, advance } = emptyWorld();
    const seen: string[] = [];
    world.on('instance-state', () => {
      throw new Error('listener');
    });
    world.on('instance-state', ({ instanceId, state }) => void seen.push(`${instanceId} ${state}`));
    world.emit('instance-state', { instanceId: 'i-1', state: 'running' });
    await expect(advance(1)).rejects.toThrow('listener');
    expect(seen).toEqual(['i-1 running']);
  });
});

describe('a call between services', () => {
  const { world } = createTestWorld({
    services: () => ({
      sts: {
        operations: {
          GetCallerIdentity: (_input: object, { caller }: { caller: { arn: string } }) => ({ Arn: caller.arn }),
          AssumeRole: () => ({ NotInTheShape: true }),
        },
      },
    }),
  });

  test('reaches the operation as the caller', async () => {
    expect(await world.call('sts', 'GetCallerIdentity', {}, { arn: 'ecs.amazonaws.com' })).toEqual({
      Arn: 'ecs.amazonaws.com',
    });
  });

  test('is refused as a client would be when its input is wrong', async () => {
    await expect(world.call('sts', 'AssumeRole', { RoleArn: 'x' })).rejects.toThrow(
      "2 validation errors detected: Value 'x' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20; " +
        "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null",
    );
  });

  test('fails where an answer is none that AWS could give', async () => {
    const input = { RoleArn: 'arn:aws:iam::123456789012:role/r', RoleSessionName: 'test' };
    await expect(world.call('sts', 'AssumeRole', input)).rejects.toThrow('sts AssumeRole answers NotInTheShape');
  });

  test('says that the emulator lacks what it lacks', async () => {
    await expect(world.call('iam', 'GetRole', { RoleName: 'r' })).rejects.toThrow(
      'This emulator serves no operation GetRole of iam',
    );
  });
});
