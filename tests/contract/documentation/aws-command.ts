import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Options that every command of the AWS CLI has. */
const GLOBAL = ['--cli-input-json', '--endpoint-url', '--no-cli-pager', '--output', '--profile', '--query', '--region'];

/** The CLI's names of services whose SDK package is called otherwise. */
const PACKAGES: Readonly<Record<string, string>> = {
  elbv2: 'elastic-load-balancing-v2',
  events: 'eventbridge',
  logs: 'cloudwatch-logs',
  secretsmanager: 'secrets-manager',
};

/** `aws cloudformation deploy` is the CLI's own; no operation of AWS has these options. */
const DEPLOY_OPTIONS = [
  '--stack-name',
  '--template-file',
  '--parameter-overrides',
  '--capabilities',
  '--no-fail-on-empty-changeset',
  '--tags',
];

/** Whether AWS has the operation and the operation the parameters, by the shapes in the SDK's clients. */
export async function awsProblems([service = '', operation = '', ...args]: readonly string[]): Promise<
  readonly string[]
> {
  const options = args.filter((arg) => arg.startsWith('--')).map((option) => option.split('=', 1)[0] ?? '');
  const unknown = (known: readonly string[]): readonly string[] =>
    options
      .filter((option) => !known.includes(option) && !GLOBAL.includes(option))
      .map((option) => `aws ${service} ${operation} has no option ${option}`);
  if (service === 'cloudformation' && operation === 'deploy')
    return [...unknown(DEPLOY_OPTIONS), ...templateProblems(args)];
  const client = await clientOf(service);
  if (client === undefined) return [`nothing is known of aws ${service}`];
  if (operation === 'wait') return waiterProblems(client, args[0] ?? '');
  const name = Object.keys(client).find(
    (each) => each.endsWith('Command') && hyphened(each) === `${operation}-command`,
  );
  if (name === undefined) return [`aws ${service} has no command ${operation}`];
  return unknown(
    membersOf(client[name] as CommandClass).flatMap((member) => [`--${hyphened(member)}`, `--no-${hyphened(member)}`]),
  );
}

type Client = Readonly<Record<string, unknown>>;
type CommandClass = new (
  input: object,
) => { readonly schema: readonly [...unknown[], input: () => InputSchema, unknown] };
type InputSchema = readonly [
  kind: number,
  namespace: string,
  name: string,
  traits: unknown,
  members: readonly string[],
];

async function clientOf(service: string): Promise<Client | undefined> {
  if (!/^[\w-]+$/.test(service)) return undefined;
  const name = `@aws-sdk/client-${PACKAGES[service] ?? service}`;
  return existsSync(`node_modules/${name}`) ? ((await import(name)) as Client) : undefined;
}

function membersOf(command: CommandClass): readonly string[] {
  const input = new command({}).schema.at(-2) as () => InputSchema;
  return input()[4];
}

function waiterProblems(client: Client, waiter: string): readonly string[] {
  const known = Object.keys(client).some((name) => hyphened(name) === `wait-until-${waiter}`);
  return known ? [] : [`there is no waiter ${waiter}`];
}

/** The CLI's rule: `DescribeVpcs` is describe-vpcs, `vpcIDs` vpc-ids. */
function hyphened(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

/** Templates of this repository have the parameters that a command gives, and need no others. */
function templateProblems(args: readonly string[]): readonly string[] {
  const file = args[args.indexOf('--template-file') + 1] ?? '';
  // Those of a transcript are in a folder that its page names; its commands are run by a test of their own.
  if (!file.includes('/')) return [];
  if (!existsSync(file)) return [`there is no ${file}`];
  const { Parameters = {} }: Template = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' });
  const given = args.flatMap((arg) => /^(\w+)=/.exec(arg)?.[1] ?? []);
  return [
    ...given.filter((name) => !(name in Parameters)).map((name) => `${file} has no parameter ${name}`),
    ...Object.entries(Parameters)
      .filter(([name, { Default }]) => Default === undefined && !given.includes(name))
      .map(([name]) => `${file} needs the parameter ${name}`),
  ];
}
