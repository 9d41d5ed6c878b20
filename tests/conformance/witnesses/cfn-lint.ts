import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedTemplates } from '../configurations.ts';
import type { Observation } from '../observation.ts';

const LINT_MS = 120_000;

interface Complaint {
  readonly Filename: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] | null };
}

/** cfn-lint over every generated template, all rules on. */
export async function lintTemplates(program: string): Promise<readonly Observation[]> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-templates-'));
  try {
    const templates = Object.entries(generatedTemplates()).map(([name, body], index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, body);
      return { row: `template ${name}`, file };
    });
    const complaints = await lint(
      program,
      templates.map(({ file }) => file),
    );
    return templates.map(({ row, file }) => ({
      row,
      witness: 'cfn-lint',
      differences: complaints
        .filter(({ Filename }) => Filename === file)
        .map(({ Rule, Message, Location }) => `${Rule.Id} ${Location.Path?.join('/') ?? ''}: ${Message}`),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** cfn-lint's exit code says whether it found something; its output says what. */
function lint(program: string, files: readonly string[]): Promise<readonly Complaint[]> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      ['--format', 'json', ...files],
      { timeout: LINT_MS, maxBuffer: 1 << 25 },
      (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as readonly Complaint[]);
        } catch {
          reject(new Error(`cfn-lint: ${stderr || (error?.message ?? stdout)}`));
        }
      },
    );
  });
}
