import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `<file>:<line>:<column> <message>` for everything that GitHub's language service finds in workflow and action files.
 */
export function languageServiceMessages(files: readonly string[]): readonly string[] {
  const script = fileURLToPath(new URL('language-service.ts', import.meta.url));
  const output = execFileSync(process.execPath, [script, ...files], { encoding: 'utf8' });
  return output.split('\n').filter(Boolean);
}
