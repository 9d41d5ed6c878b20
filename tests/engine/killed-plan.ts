/**
 * Plans as the action does, and is killed as soon as CloudFormation has its change set. Started by
 * change-set-leftovers.test.ts.
 */
import { createAccount } from '../../src/adapters/aws/account.ts';
import { createStacks } from '../../src/adapters/aws/cloudformation/stacks.ts';
import { createServices } from '../../src/adapters/aws/ecs/services.ts';
import { createInstances } from '../../src/adapters/aws/instances.ts';
import { createLogs } from '../../src/adapters/aws/logs.ts';
import { createNetworks } from '../../src/adapters/aws/networks.ts';
import { createRoles } from '../../src/adapters/aws/roles.ts';
import { createTargets } from '../../src/adapters/aws/targets.ts';
import { runnerClock } from '../../src/adapters/runner/clock.ts';
import { provision } from '../../src/engine/provision/provision.ts';
import { aCluster, aLoadBalancer } from '../builders/cluster.ts';

const [scale = '1'] = process.argv.slice(2);
const settings = { region: 'ap-northeast-1' };
const stacks = createStacks(settings);

await provision(
  {
    cluster: aCluster({ loadBalancer: aLoadBalancer({ idleTimeoutSeconds: 90 }) }),
    mode: 'plan',
    timeoutMs: 3_600_000,
  },
  {
    account: createAccount(settings, process.env),
    stacks: {
      ...stacks,
      createChangeSet: async (request) => {
        const created = await stacks.createChangeSet(request);
        process.kill(process.pid, 'SIGKILL');
        return created;
      },
    },
    networks: createNetworks(settings),
    instances: createInstances(settings),
    roles: createRoles(settings),
    services: createServices(settings),
    targets: createTargets(settings),
    logs: createLogs(settings),
    clock: runnerClock(Number(scale)),
    progress: { emit: () => undefined },
  },
);
