import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../core/errors.ts';
import type { Service } from '../../../core/world.ts';
import { HEALTHY, type Outcome } from '../../../drivers/none.ts';
import type { ContainerDefinition } from '../../../shapes/ecs.d.ts';
import { type EcsWorld, ecsWorld } from '../testing/world.ts';

interface Logged {
  readonly logStreamName: string;
  readonly logEvents: readonly { readonly message: string }[];
}

function logs(groups: string[]): Service & { readonly batches: Logged[] } {
  const batches: Logged[] = [];
  const streams: string[] = [];
  return {
    batches,
    operations: {
      CreateLogGroup: ({ logGroupName }: { logGroupName: string }) => void groups.push(logGroupName),
      CreateLogStream: ({ logGroupName, logStreamName }: { logGroupName: string; logStreamName: string }) => {
        if (!groups.includes(logGroupName))
          throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
        streams.push(logStreamName);
      },
      PutLogEvents: (batch: Logged) => {
        batches.push(batch);
        return {};
      },
    },
  };
}

/** Runs one task of these containers and lets time pass; gives the task as it is then. */
async function run(
  containers: readonly Partial<ContainerDefinition>[],
  {
    outcomes,
    forMs = 30_000,
    others,
  }: { outcomes: Record<string, Outcome>; forMs?: number; others?: Record<string, Service> },
) {
  const ecs = await ecsWorld({ outcomes, ...(others ? { others } : {}) });
  await ecs.addInstance('ap-northeast-1a');
  await ecs.register(
    {},
    {
      executionRoleArn: 'ecsTaskExecutionRole',
      containerDefinitions: containers.map((one) => ({ image: 'i', memory: 64, ...one })),
    },
  );
  await ecs.call('RunTask', { cluster: 'c', taskDefinition: 'f' });
  await ecs.advance(forMs);
  return { ecs, task: await onlyTask(ecs) };
}

async function onlyTask(ecs: EcsWorld) {
  return [...(await ecs.tasks('RUNNING')), ...(await ecs.tasks('STOPPED'))][0];
}

describe('the life of a task', () => {
  test('passes its states in order', async () => {
    const ecs = await ecsWorld();
    await ecs.addInstance('ap-northeast-1a');
    await ecs.register({});
    await ecs.call('RunTask', { cluster: 'c', taskDefinition: 'f', startedBy: 'me' });
    const seen = new Set<string>();
    const watch = async (): Promise<void> => {
      for (let step = 0; step < 400; step++) {
        seen.add((await onlyTask(ecs))?.lastStatus ?? '');
        await ecs.advance(50);
      }
    };
    await watch();
    expect((await onlyTask(ecs))?.startedBy).toBe('me');
    await ecs.call('StopTask', { cluster: 'c', task: (await onlyTask(ecs))?.taskArn });
    await watch();
    expect([...seen]).toEqual(['PENDING', 'ACTIVATING', 'RUNNING', 'STOPPING', 'DEPROVISIONING', 'STOPPED']);
  });

  test('ends with its essential container, and takes the others with it', async () => {
    const { task } = await run(
      [
        { name: 'app', image: 'crash' },
        { name: 'side', image: 'ok' },
      ],
      { outcomes: { crash: { exits: { code: 3, afterMs: 5000 } }, ok: HEALTHY } },
    );
    expect(task).toMatchObject({
      lastStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'app', exitCode: 3 },
        { name: 'side', exitCode: 143 },
      ],
    });
  });

  test('goes on without a container that is not essential', async () => {
    const { task } = await run(
      [
        { name: 'app', image: 'ok' },
        { name: 'init', image: 'done', essential: false },
      ],
      { outcomes: { done: { exits: { code: 0, afterMs: 100 } }, ok: HEALTHY } },
    );
    expect(task).toMatchObject({
      lastStatus: 'RUNNING',
      containers: [{ lastStatus: 'RUNNING' }, { lastStatus: 'STOPPED', exitCode: 0 }],
    });
  });

  test('ends by SIGKILL after the stop timeout where SIGTERM is not heeded', async () => {
    const { ecs, task } = await run([{ name: 'app', stopTimeout: 10 }], { outcomes: { i: { endsAfterMs: 'never' } } });
    await ecs.call('StopTask', { cluster: 'c', task: task?.taskArn });
    await ecs.advance(9000);
    expect((await onlyTask(ecs))?.lastStatus).toBe('STOPPING');
    await ecs.advance(5000);
    expect(await onlyTask(ecs)).toMatchObject({ lastStatus: 'STOPPED', containers: [{ exitCode: 137 }] });
  });

  test('fails in the words of Docker where there is no such image', async () => {
    const { task } = await run([{ name: 'app', image: 'nothing:1' }], { outcomes: {} });
    expect(task).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'Task failed to start',
      containers: [
        {
          reason:
            "CannotPullContainerError: Error response from daemon: pull access denied for nothing, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
        },
      ],
    });
    expect(task?.startedAt).toBeUndefined();
  });
});

describe('containers that depend on others', () => {
  const init = (code: number): Record<string, Outcome> => ({ i: HEALTHY, init: { exits: { code, afterMs: 3000 } } });
  const after = (condition: 'COMPLETE' | 'SUCCESS') => [
    { name: 'app', dependsOn: [{ containerName: 'init', condition }] },
    { name: 'init', image: 'init', essential: false },
  ];
  test.each([
    ['SUCCESS', 0, 'RUNNING'],
    ['SUCCESS', 1, 'STOPPED'],
    ['COMPLETE', 1, 'RUNNING'],
  ] as const)('%s of one that exits with %i: %s', async (condition, code, expected) => {
    const { task } = await run(after(condition), { outcomes: init(code) });
    expect(task?.lastStatus).toBe(expected);
  });

  test.each([
    [true, 'RUNNING'],
    [false, 'STOPPED'],
  ])('HEALTHY of one whose check passes: %s', async (passesHealthCheck, expected) => {
    const healthCheck = { command: ['CMD', 'true'], interval: 5, retries: 2 };
    const { task } = await run(
      [
        { name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
        { name: 'db', image: 'db', healthCheck },
      ],
      { outcomes: { i: HEALTHY, db: { passesHealthCheck } }, forMs: 60_000 },
    );
    expect(task?.lastStatus).toBe(expected);
  });

  test('stop in the reverse order', async () => {
    const { ecs, task } = await run([{ name: 'proxy', image: 'slow', links: ['app'] }, { name: 'app' }], {
      outcomes: { i: HEALTHY, slow: { endsAfterMs: 4000 } },
    });
    await ecs.call('StopTask', { cluster: 'c', task: task?.taskArn });
    await ecs.advance(2000);
    expect((await onlyTask(ecs))?.containers).toMatchObject([{ lastStatus: 'RUNNING' }, { lastStatus: 'RUNNING' }]);
    await ecs.advance(5000);
    expect((await onlyTask(ecs))?.lastStatus).toBe('STOPPED');
  });
});

test('a container health check decides over the health of the task', async () => {
  const healthCheck = { command: ['CMD-SHELL', 'exit 1'], interval: 5, retries: 3, startPeriod: 10 };
  const { ecs, task } = await run([{ name: 'app', healthCheck }], {
    outcomes: { i: { passesHealthCheck: false } },
    forMs: 20_000,
  });
  expect(task?.healthStatus).toBe('UNKNOWN');
  await ecs.advance(20_000);
  expect((await onlyTask(ecs))?.healthStatus).toBe('UNHEALTHY');
});

describe('awslogs', () => {
  const logging = (more: Record<string, string> = {}) => ({
    logDriver: 'awslogs' as const,
    options: { 'awslogs-group': '/g', 'awslogs-region': 'ap-northeast-1', 'awslogs-stream-prefix': 'p', ...more },
  });
  const outcomes = { i: { prints: ['one', '', 'two'] } };

  test('sends what a container prints to prefix/container/task', async () => {
    const service = logs(['/g']);
    const { task } = await run([{ name: 'app', logConfiguration: logging() }], { outcomes, others: { logs: service } });
    expect(service.batches).toMatchObject([
      {
        logStreamName: `p/app/${task?.taskArn?.split('/').at(-1)}`,
        logEvents: [{ message: 'one' }, { message: 'two' }],
      },
    ]);
  });

  test('fails the start where the group is missing', async () => {
    const { task } = await run([{ name: 'app', logConfiguration: logging() }], {
      outcomes,
      others: { logs: logs([]) },
    });
    expect(task?.stopCode).toBe('TaskFailedToStart');
    expect(task?.containers?.[0]?.reason).toMatch(
      /^CannotStartContainerError: Error response from daemon: .*failed to initialize logging driver: .*ResourceNotFoundException: The specified log group does not exist\.$/,
    );
  });

  test('makes the group where it is told to', async () => {
    const service = logs([]);
    const options = logging({ 'awslogs-create-group': 'true' });
    const { task } = await run([{ name: 'app', logConfiguration: options }], { outcomes, others: { logs: service } });
    expect(task?.lastStatus).toBe('RUNNING');
  });
});

test('secrets come from Parameter Store, and a missing one fails the start', async () => {
  const ssm: Service = {
    operations: {
      GetParameters: ({ Names }: { Names: string[] }) => ({
        Parameters: Names.filter((name) => name === '/there').map((Name) => ({ Name, Value: 'v' })),
        InvalidParameters: Names.filter((name) => name !== '/there'),
      }),
    },
  };
  const secrets = (valueFrom: string) => [{ name: 'app', secrets: [{ name: 'SECRET', valueFrom }] }];
  const good = await run(secrets('arn:aws:ssm:ap-northeast-1:123456789012:parameter/there'), {
    outcomes: { i: HEALTHY },
    others: { ssm },
  });
  expect(good.task?.lastStatus).toBe('RUNNING');
  const bad = await run(secrets('/gone'), { outcomes: { i: HEALTHY }, others: { ssm } });
  expect(bad.task?.containers?.[0]?.reason).toContain('invalid parameters: /gone');
});
