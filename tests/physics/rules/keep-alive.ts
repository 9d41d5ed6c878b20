import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '../rule.ts';
import { createService, redeploy, registerApplication, rolloutState } from '../stage/service.ts';
import { raiseStage } from '../stage/stage.ts';
import { get } from '../stage/traffic.ts';

export const keepAlive: Rule = {
  name: 'keep-alive',
  title: "A client's connection to the load balancer outlives the replacement of all targets.",
  processes: true,
  scale: 20,
  run: async (account) => {
    const { balancer } = await raiseStage(account);
    await createService(account, 'web', { taskDefinition: await registerApplication(account, 'app'), balancer });
    await rolloutState(account, 'web');
    const address = await account.address(balancer.dnsName);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<Socket>();
    const failures: string[] = [];
    let requests = 0;
    let rolling = true;
    const client = async (): Promise<void> => {
      while (rolling) {
        requests += 1;
        const answer = await get(address, '/', { agent, onSocket: (socket) => sockets.add(socket) });
        if (answer !== '200') failures.push(answer);
        await sleep(25);
      }
    };
    const done = client();
    await redeploy(account, 'web', { forceNewDeployment: true });
    await rolloutState(account, 'web');
    rolling = false;
    await done;
    agent.destroy();
    return {
      holds: sockets.size === 1 && failures.length === 0,
      happened: `${requests} requests during a deployment took ${sockets.size} connection${sockets.size === 1 ? '' : 's'}; ${failures.length} failed.`,
      said: '',
    };
  },
};
