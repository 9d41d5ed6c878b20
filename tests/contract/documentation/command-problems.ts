import { existsSync } from 'node:fs';
import { awsProblems } from './aws-command.ts';
import { npmProblems } from './npm-command.ts';
import type { Located, Page } from './page.ts';
import { type Command, commandsOf } from './shell.ts';
import { kindOf } from './snippet-kind.ts';

/** What is wrong with a program's arguments; run in the repository's root. */
type Judge = (args: readonly string[]) => Promise<readonly string[]> | readonly string[];

/** Subcommands with the options that the documentation may use, as the programs' manuals have them. */
const SUBCOMMANDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  gh: {
    api: ['--jq', '--method'],
    'pr create': ['--fill'],
    'pr merge': ['--squash'],
    'variable set': ['--body', '--repo'],
  },
  git: { add: [], commit: ['-m'], push: ['-u'], switch: ['-c'] },
};

/** Whose arguments are too simple, or too far from us, to be judged. */
const PLAIN = ['cd', 'cp', 'curl', 'docker', 'echo', 'export', 'jq', 'mkdir', 'sed'];

const JUDGES: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(PLAIN.map((program) => [program, () => []])),
  ...Object.fromEntries(
    Object.keys(SUBCOMMANDS).map((program) => [
      program,
      (args: readonly string[]) => subcommandProblems(program, args),
    ]),
  ),
  aws: awsProblems,
  bash: fileProblems,
  node: fileProblems,
  npm: npmProblems,
};

/**
 * Everything that does not exist as the commands of a page have it: scripts, files, options, operations, parameters.
 */
export async function commandProblems(page: Page): Promise<readonly string[]> {
  const scripts = [
    ...page.snippets.flatMap(scriptOf),
    ...page.inlineCode.filter(({ text }) => /^(?:npm|node|aws|gh|git) [a-z]/.test(text)),
  ];
  const problems = await Promise.all(
    scripts.flatMap(({ at, text }) =>
      commandsOf(text).map(async (command) => (await problemsOf(command)).map((problem) => `${at} ${problem}`)),
    ),
  );
  return problems.flat();
}

/** A script's text; of a transcript the lines with a prompt. */
function scriptOf(snippet: Page['snippets'][number]): readonly Located[] {
  const kind = kindOf(snippet)?.kind;
  if (kind === 'commands') return [snippet];
  if (kind !== 'transcript') return [];
  const commands = [...snippet.text.matchAll(/^\$ ((?:.*\\\n)*.*)$/gm)].map(([, command = '']) => command);
  return [{ at: snippet.at, text: commands.join('\n') }];
}

async function problemsOf([program = '', ...args]: Command): Promise<readonly string[]> {
  const judge = JUDGES[program];
  return judge ? await judge(args) : [`nothing is known of the program ${program}`];
}

function subcommandProblems(program: string, args: readonly string[]): readonly string[] {
  const known = SUBCOMMANDS[program] ?? {};
  const subcommand = [args.slice(0, 2).join(' '), args[0] ?? ''].find((each) => each in known);
  if (subcommand === undefined) return [`nothing is known of ${program} ${args.slice(0, 2).join(' ')}`];
  return args
    .filter((arg) => arg.startsWith('-') && !known[subcommand]?.includes(arg.split('=', 1)[0] ?? ''))
    .map((option) => `nothing is known of ${option} of ${program} ${subcommand}`);
}

function fileProblems([file = '']: readonly string[]): readonly string[] {
  return existsSync(file) ? [] : [`there is no ${file}`];
}
