import { setTimeout as pause } from 'node:timers/promises';
import { publicImages } from '../../emulator/core/public-images.ts';
import type { ServiceName } from '../../emulator/core/world.ts';
import { HEALTHY, type Outcome } from '../../emulator/drivers/none.ts';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { Fault } from '../../emulator/http/faults.ts';
import { createIdentity, type IdentityRoles } from '../identity/identity-stack.ts';
import { VARIABLE } from '../identity/recording.ts';
import { SECRETS } from './secrets.ts';
import { ACCOUNT, CLUSTER, REGION } from './shop.ts';

/** An emulated AWS account of a story's own, and hands in it that are not the toolkit's. */
export interface Account {
  readonly emulator: Emulator;
  /** Of identity/template.yaml; every request of the toolkit is judged by their policies. */
  readonly roles: IdentityRoles;
  /** ARN of the one secret in it. */
  readonly secretArn: string;
  call<Output>(service: ServiceName, operation: string, input: object): Promise<Output>;
  /** What AWS refuses, or answers wrongly, from now on. */
  fail(fault: Fault): Promise<void>;
  /** Waits until no deployment and no stack operation is under way. */
  settle(): Promise<void>;
  /** What services run, e.g. `api v2 ×2`; and stacks that are not well. */
  describe(): Promise<string>;
  stop(): Promise<void>;
}

/** Where whoever builds AMIs says which one is the newest. */
export const AMI_PARAMETER = '/shop/ami';
/** The one that it names at first, and the next. */
export const AMIS = publicImages(REGION)
  .filter(({ ecsOptimized, architecture }) => ecsOptimized && architecture === 'x86_64')
  .map(({ imageId }) => imageId);
/** Of whoever works in the account without the toolkit's roles. */
export const ADMIN_KEY = 'emulator';
/** What the roles have to allow beside the ordinary. */
const IDENTITY = {
  Cluster: `${CLUSTER}*`,
  TaskRoles: `arn:aws:iam::${ACCOUNT}:role/api-renamed,arn:aws:iam::${ACCOUNT}:role/api-execution`,
  RemoveServices: 'true',
  TrafficShifting: 'true',
};
/** What the account's registry has. */
const REPOSITORIES = ['api', 'front', 'mail', 'small', 'web'];
const TAGS = ['v1', 'v2', 'v3', 'hotfix', 'crashes'];

export async function openAccount(scale: number): Promise<Account> {
  const outcomes: Readonly<Record<string, Outcome>> = {
    '**/*:crashes': { exits: { code: 3, afterMs: 500 }, prints: ['no database'] },
    '**': HEALTHY,
  };
  const emulator = await startEmulator({
    scale,
    driver: 'none',
    outcomes,
    account: ACCOUNT,
    enforceIam: true,
    adminKeys: [ADMIN_KEY],
    acceptUnprovenTokens: true,
    recordActions: process.env[VARIABLE],
  });
  const roles = await createIdentity({ endpoint: emulator.url, region: REGION, adminKey: ADMIN_KEY }, IDENTITY);
  const call: Account['call'] = (service, operation, input) => emulator.world(REGION).call(service, operation, input);
  for (const repositoryName of REPOSITORIES) {
    await call('ecr', 'CreateRepository', { repositoryName });
    for (const imageTag of TAGS)
      await call('ecr', 'PutImage', {
        repositoryName,
        imageTag,
        imageManifest: `{"schemaVersion":2,"tag":"${imageTag}"}`,
      });
  }
  await call('ssm', 'PutParameter', { Name: AMI_PARAMETER, Type: 'String', Value: AMIS[0] });
  const secret = { Name: 'shop/db', SecretString: SECRETS.secretValue };
  const { ARN: secretArn } = await call<{ ARN: string }>('secretsmanager', 'CreateSecret', secret);
  return {
    emulator,
    roles,
    secretArn,
    call,
    fail: async (fault) => {
      const answer = await fetch(`${emulator.url}/_emulator/faults`, { method: 'POST', body: JSON.stringify(fault) });
      if (!answer.ok) throw new Error(`The emulator takes no such fault: ${await answer.text()}`);
    },
    settle: () => settle(call),
    describe: () => describe(call),
    stop: () => emulator.stop(),
  };
}

const LOOK_MS = 20;
const SETTLED_WITHIN_MS = 20_000;

async function settle(call: Account['call']): Promise<void> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  while (performance.now() < deadline) {
    const services = await describeServices(call);
    const stacks = await describeStacks(call);
    const moves = services.some(({ deployments }) =>
      deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS'),
    );
    if (!moves && !stacks.some(({ StackStatus }) => StackStatus.endsWith('_IN_PROGRESS'))) return;
    await pause(LOOK_MS);
  }
  throw new Error('The account did not settle.');
}

interface DescribedService {
  readonly serviceName: string;
  readonly status: string;
  readonly runningCount: number;
  readonly taskDefinition: string;
  readonly deployments: readonly { readonly rolloutState?: string }[];
}

interface DescribedStack {
  readonly StackName: string;
  readonly StackStatus: string;
}

async function describe(call: Account['call']): Promise<string> {
  const services = await describeServices(call);
  const running = await Promise.all(
    services.map(async ({ serviceName, taskDefinition, runningCount }) => {
      const { taskDefinition: found } = await call<{
        taskDefinition: { containerDefinitions: readonly { image: string }[] };
      }>('ecs', 'DescribeTaskDefinition', { taskDefinition });
      const images = found.containerDefinitions.map(({ image }) => image.split(/[:@]/).at(-1));
      return `${serviceName} ${images.join('+')} ×${runningCount}`;
    }),
  );
  const unwell = (await describeStacks(call)).filter(
    ({ StackStatus }) => !/^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus),
  );
  const facts = [...running.sort(), ...unwell.map(({ StackName, StackStatus }) => `${StackName} ${StackStatus}`)];
  return facts.join(', ') || 'nothing';
}

async function describeServices(call: Account['call']): Promise<readonly DescribedService[]> {
  const known = await call<{ serviceArns?: readonly string[] }>('ecs', 'ListServices', {
    cluster: CLUSTER,
    maxResults: 100,
  }).catch(() => ({ serviceArns: [] }));
  const arns = known.serviceArns ?? [];
  const batches = Array.from({ length: Math.ceil(arns.length / 10) }, (_, index) =>
    arns.slice(index * 10, index * 10 + 10),
  );
  const described = await Promise.all(
    batches.map((services) =>
      call<{ services: readonly DescribedService[] }>('ecs', 'DescribeServices', { cluster: CLUSTER, services }),
    ),
  );
  return described.flatMap(({ services }) => services).filter(({ status }) => status === 'ACTIVE');
}

async function describeStacks(call: Account['call']): Promise<readonly DescribedStack[]> {
  const { Stacks = [] } = await call<{ Stacks?: readonly DescribedStack[] }>('cloudformation', 'DescribeStacks', {});
  return Stacks;
}
