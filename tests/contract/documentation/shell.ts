/** A simple command of a script: its words, quotes removed. */
export type Command = readonly string[];

/**
 * The commands of a shell script as far as documentation needs shell: quotes, comments, continued lines, `&&`, `||`,
 * `|`, `;`, assignments in front, and `$(…)`, whose commands come first. Redirections and their files stay words.
 */
export function commandsOf(script: string): readonly Command[] {
  const text = script.replaceAll(/\\\n\s*/g, ' ');
  const inner: string[] = [];
  const outer = text.replaceAll(/\$\(((?:[^()']|'[^']*')*)\)/g, (_, content: string) => {
    inner.push(content);
    return '$SUBSTITUTED';
  });
  return [...inner.flatMap(commandsOf), ...simpleCommands(outer)];
}

function simpleCommands(text: string): readonly Command[] {
  const commands: string[][] = [[]];
  const tokens = text.matchAll(
    /(?<end>\n|&&|\|\|?|;)|(?<!\S)#[^\n]*|(?<word>(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\;|&]|&(?!&))+)/g,
  );
  for (const { groups } of tokens) {
    if (groups?.['end'] !== undefined) commands.push([]);
    else if (groups?.['word'] !== undefined) commands.at(-1)?.push(unquoted(groups['word']));
  }
  return commands.map(withoutAssignments).filter((words) => words.length > 0);
}

function unquoted(word: string): string {
  return word.replaceAll(
    /'([^']*)'|"((?:\\.|[^"\\])*)"/g,
    (_, single?: string, double?: string) => single ?? double ?? '',
  );
}

function withoutAssignments(words: readonly string[]): Command {
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  return first === -1 ? [] : words.slice(first);
}
