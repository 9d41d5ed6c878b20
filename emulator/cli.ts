import { Command, InvalidArgumentError, Option } from 'commander';
import type { Sabotage } from './core/sabotage.ts';
import { SABOTAGES } from './core/sabotage.ts';
import { startEmulator } from './emulator.ts';

interface Arguments {
  readonly port: number;
  readonly account: string;
  readonly region: string;
  readonly scale: number;
  readonly seed: number;
  readonly images?: string;
  readonly functions?: string;
  readonly vcpusPerCore: number;
  readonly driver: 'process' | 'docker' | 'none';
  readonly sabotage?: Sabotage[];
  readonly enforceIam?: true;
  readonly adminKey: string[];
  readonly acceptUnprovenTokens?: true;
  readonly recordActions?: string;
}

const number =
  (what: string, fits: (value: number) => boolean) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && fits(value)) return value;
    throw new InvalidArgumentError(`It must be ${what}.`);
  };

const account = (text: string): string => {
  if (/^\d{12}$/.test(text)) return text;
  throw new InvalidArgumentError('An account id has twelve digits.');
};

const command = new Command('emulator')
  .description('Serves the parts of AWS that ecs-gitops uses, on 127.0.0.1.')
  .option(
    '--port <port>',
    'port of the API; 0 takes a free one',
    number('a port', (n) => Number.isInteger(n) && n >= 0 && n < 65_536),
    4566,
  )
  .option('--account <id>', 'account id', account, '123456789012')
  .option('--region <region>', 'region in the printed example; every region is served', 'ap-northeast-1')
  .option(
    '--scale <factor>',
    'how many times as fast as real time AWS takes its time',
    number('a positive number', (n) => n > 0),
    1,
  )
  .option('--seed <number>', 'seed of ids and latencies', number('a whole number', Number.isInteger), 1)
  .option('--images <file>', 'JSON file: which command stands for which image')
  .option('--functions <file>', 'JSON file: which command stands for which Lambda function')
  .option(
    '--vcpus-per-core <number>',
    "how many emulated vCPUs a real core counts for when tasks' CPU is measured",
    number('a positive number', (n) => n > 0),
    1,
  )
  .addOption(
    new Option('--driver <driver>', 'what runs tasks').choices(['process', 'docker', 'none']).default('process'),
  )
  .option('--enforce-iam', 'judge every request by the policies of its caller')
  .option('--admin-key <key...>', 'with --enforce-iam: access key ids that may do everything', ['emulator'])
  .option('--accept-unproven-tokens', 'take web identity tokens without proof that their issuer signed them')
  .addOption(
    new Option('--record-actions <file>', 'append to it what actions were needed by clients that give an app id').env(
      'EMULATOR_RECORD_ACTIONS',
    ),
  )
  .addOption(new Option('--sabotage <name...>', 'do the wrong thing on purpose').choices(SABOTAGES));

async function main({ region, adminKey, ...options }: Arguments): Promise<void> {
  const emulator = await startEmulator({ ...options, adminKeys: adminKey, dockerHost: process.env['DOCKER_HOST'] });
  console.log(`AWS account ${options.account} listens on ${emulator.url} (${options.scale} × real time). To use it:

  export AWS_ENDPOINT_URL=${emulator.url} AWS_REGION=${region} AWS_DEFAULT_REGION=${region} AWS_ACCESS_KEY_ID=${adminKey[0]} AWS_SECRET_ACCESS_KEY=emulator
  aws sts get-caller-identity

Its own routes: ${['health', 'listeners', 'requests', 'actions'].map((route) => `${emulator.url}/_emulator/${route}`).join('  ')}`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    emulator.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function fail(error: unknown): never {
  console.error(`emulator: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

main(command.parse().opts<Arguments>()).catch(fail);
