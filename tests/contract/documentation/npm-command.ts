import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const helpTexts = new Map<string, Promise<string>>();

/** Whether package.json has the script, and its program the options; what only lists or helps is run. */
export async function npmProblems([subcommand = '', ...args]: readonly string[]): Promise<readonly string[]> {
  if (subcommand === 'ci') return args.map((arg) => `npm ci takes no ${arg}`);
  if (subcommand === 'test')
    return args.filter((path) => path !== '--' && !existsSync(path)).map((path) => `no ${path}`);
  const [name = '', ...given] = args.filter((arg) => arg !== '--');
  const script = scripts[name];
  if (subcommand !== 'run' || script === undefined) return [`there is no npm ${subcommand} ${name}`];
  const options = given.filter((arg) => arg.startsWith('--')).map((option) => option.split('=', 1)[0] ?? '');
  const program = /^node (\S+\/cli\.ts)$/.exec(script)?.[1];
  if (program === undefined || !readFileSync(program, 'utf8').includes("from 'commander'"))
    return options.map((option) => `nothing is known of ${option} of npm run ${name}`);
  const help = options.length === 0 ? '' : await helpOf(program);
  const unknown = options.filter((option) => !new RegExp(`^ .*${option}(?![\\w-])`, 'm').test(help));
  if (unknown.length > 0) return unknown.map((option) => `npm run ${name} has no option ${option}`);
  return given.some((arg) => arg === '--list' || arg === 'list') ? await runProblems(program, given) : [];
}

/** Each program once: it takes a second to start. */
function helpOf(program: string): Promise<string> {
  const text = helpTexts.get(program) ?? run(process.execPath, [program, '--help']).then(({ stdout }) => stdout);
  helpTexts.set(program, text);
  return text;
}

async function runProblems(program: string, args: readonly string[]): Promise<readonly string[]> {
  return await run(process.execPath, [program, ...args]).then(
    () => [],
    (error: unknown) => [`node ${program} ${args.join(' ')} fails: ${error}`],
  );
}
