import type { DescribeTasksResponse, RunTaskResponse, Task } from '../../../emulator/shapes/ecs.d.ts';
import type { Account } from '../account.ts';
import type { Rule } from '../rule.ts';
import { findNetwork } from '../stage/network.ts';
import { CLUSTER, registerApplication } from '../stage/service.ts';
import { raiseCluster } from '../stage/stage.ts';

export const stopTimeout: Rule = {
  name: 'stop-timeout',
  title: 'An application that ignores SIGTERM is killed after its stop timeout.',
  processes: true,
  scale: 20,
  run: async (account) => {
    await raiseCluster(account, await findNetwork(account), [0]);
    const taskDefinition = await registerApplication(account, 'deaf', {
      stopTimeoutSeconds: 20,
      environment: { DEAF: '1' },
    });
    const { tasks } = await account.aws<RunTaskResponse>('ecs', 'RunTask', { cluster: CLUSTER, taskDefinition });
    const task = tasks?.[0]?.taskArn ?? '';
    await awaitStatus(account, task, 'RUNNING');
    // The process is there before its signal handler is.
    await account.elapse(20);
    const began = performance.now();
    await account.aws('ecs', 'StopTask', { cluster: CLUSTER, task, reason: 'physics' });
    const stopped = await awaitStatus(account, task, 'STOPPED');
    const seconds = (performance.now() - began) / account.realMs(1);
    const exitCode = stopped.containers?.[0]?.exitCode;
    return {
      holds: exitCode === 137 && seconds >= 20,
      happened: `It ended ${Math.round(seconds)} s after StopTask, with a stop timeout of 20 s.`,
      said: `${stopped.stopCode}: ${stopped.stoppedReason}; exit code ${exitCode}`,
    };
  },
};

async function awaitStatus(account: Account, arn: string, status: string): Promise<Task> {
  const look = async (): Promise<Task | undefined> => {
    const input = { cluster: CLUSTER, tasks: [arn] };
    const { tasks } = await account.aws<DescribeTasksResponse>('ecs', 'DescribeTasks', input);
    return tasks?.find(({ lastStatus }) => lastStatus === status);
  };
  return account.until(`the task to be ${status}`, look, 180);
}
