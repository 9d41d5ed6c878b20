import type { Rule } from '../rule.ts';
import { createService, registerApplication, rolloutState } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';
import { describeFailures, startTraffic } from '../stage/traffic.ts';

const REQUEST_MS = 200;

export const abruptTermination: Rule = {
  name: 'abrupt-termination',
  title: 'An instance that is terminated without draining loses requests.',
  processes: true,
  scale: 30,
  run: async (account) => {
    const { balancer, instanceIds } = await raiseStage(account);
    await createService(account, 'web', { taskDefinition: await registerApplication(account, 'app'), balancer });
    await rolloutState(account, 'web');
    const address = await account.address(balancer.dnsName);
    const quiet = startTraffic(address, REQUEST_MS);
    await account.elapse(30);
    const before = await quiet();
    const end = startTraffic(address, REQUEST_MS);
    await account.elapse(5);
    await account.aws('ec2', 'TerminateInstances', { InstanceIds: instanceIds.slice(0, 1) });
    await account.elapse(30);
    const traffic = await end();
    const lost = describeFailures(traffic);
    return {
      holds: describeFailures(before) === '' && lost !== '',
      happened: `Of ${traffic.answers} requests ${lost === '' ? 'none' : lost} failed when one of two instances went.`,
      said: lost === '' ? '' : `HTTP ${Object.keys(traffic.failures).join(', ')}`,
    };
  },
};
