/** GITHUB_OUTPUT's and GITHUB_ENV's format: `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`. */
export function parseFile(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(lines[i] ?? '') ?? [];
    if (name && delimiter) {
      const end = lines.indexOf(delimiter, i + 1);
      if (end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
      values[name] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else {
      const [, key, value = ''] = /^([^=]+)=(.*)$/.exec(lines[i] ?? '') ?? [];
      if (key) values[key] = value;
    }
  }
  return values;
}
