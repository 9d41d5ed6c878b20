import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deploy } from '../../src/engine/deploy/deploy.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import { waitFor } from '../../src/engine/wait.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import type { Service, StepPolicy } from '../../src/model/service.ts';
import { aCapacity, aCluster } from '../builders/cluster.ts';
import { type EmulatedAccount, openAccount } from './account.ts';
import { SERVICE_NAME as NAME, version } from './sample-service.ts';

const SCALE = 120;
const CLUSTER = 'sample-ecs-cluster';
const CAPACITY = aCapacity({ instanceScaling: 'alarms' });

let account: EmulatedAccount;

beforeAll(async () => {
  account = await openAccount(SCALE);
}, 60_000);
afterAll(() => account.stop());

/** Both alarms watch the same CPU average: at these thresholds one of them always fires, whatever the load. */
function scaling(direction: 'out' | 'in'): Service {
  const service = version('app:1');
  const { steps } = service.scaling ?? {};
  if (!service.scaling || !steps) throw new Error('the sample scales by steps');
  const firing = { evaluationPeriods: 1, cooldownSeconds: 60 } satisfies Partial<StepPolicy>;
  const thresholds = direction === 'out' ? { out: 0, in: 0 } : { out: 1000, in: 1000 };
  return {
    ...service,
    scaling: {
      ...service.scaling,
      steps: {
        scaleOut: { ...steps.scaleOut, ...firing, thresholdPercent: thresholds.out },
        scaleIn: { ...steps.scaleIn, ...firing, thresholdPercent: thresholds.in },
      },
      drivesInstances: true,
    },
  };
}

async function apply(service: Service): Promise<void> {
  const cluster: Cluster = aCluster({ capacity: CAPACITY, services: [service] });
  await provision({ cluster, mode: 'apply', timeoutMs: 3_600_000 }, account.ports);
  const request = { services: [NAME], images: [], commit: 'abc', timeoutMs: 900_000, onCancel: 'rollback' } as const;
  const [result] = await deploy({ ...request, mode: 'apply', cluster }, account.ports);
  expect(result?.outcome.kind).toBe('deployed');
}

/** Desired tasks and desired instances. */
async function sizes(): Promise<readonly [number | undefined, number | undefined]> {
  const [[service], group] = await Promise.all([
    account.ports.services.describe(CLUSTER, [NAME]),
    account.ports.instances.group(CAPACITY.autoScalingGroupName),
  ]);
  return [service?.desiredCount, group?.desiredCapacity];
}

async function untilSizes(tasks: number, instances: number): Promise<void> {
  const { kind } = await waitFor(
    {
      subject: `${tasks} tasks on ${instances} instances`,
      observe: sizes,
      assess: ([count, capacity]) => {
        const held = count === tasks && capacity === instances;
        return { state: held ? 'healthy' : 'pending', message: `${count} on ${capacity}` };
      },
      withinMs: 1_800_000,
      everyMs: 10_000,
    },
    account.ports,
  );
  expect(kind).toBe('healthy');
}

test("in alarms mode a service's two alarms scale its tasks and the cluster's instances, out and in", async () => {
  await apply(scaling('out'));
  await untilSizes(4, 4);
  await apply(scaling('in'));
  await untilSizes(2, 2);
}, 90_000);
