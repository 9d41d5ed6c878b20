import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionName } from '../../src/actions/contract.ts';

export interface ActionRun {
  readonly exitCode: number;
  readonly log: string;
  readonly output: string;
  readonly summary: string;
}

/** A job's folder on a runner, which steps share. */
export interface Job {
  readonly folder: string;
  /** Runs one step: an action from its sources, with nothing of this process's environment but `env`. */
  run(
    action: ActionName,
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ): Promise<ActionRun>;
  remove(): Promise<void>;
}

const MAIN = new URL('../../src/main.ts', import.meta.url).href;
const TIMEOUT_MS = 60_000;

export async function startJob(): Promise<Job> {
  const folder = await mkdtemp(join(tmpdir(), 'ecs-gitops-job-'));
  let steps = 0;
  return {
    folder,
    run: async (action, inputs, env = {}) => {
      steps += 1;
      const [output, summary] = [join(folder, `output-${steps}`), join(folder, `summary-${steps}`)];
      await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
      const script = `import { main } from '${MAIN}'; await main('${action}');`;
      const named = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        timeout: TIMEOUT_MS,
        env: {
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          RUNNER_TEMP: folder,
          GITHUB_WORKSPACE: folder,
          ...Object.fromEntries(named),
          ...env,
        },
      });
      let log = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          log += text;
        });
      }
      const exitCode = await new Promise<number>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve(code ?? 128));
      });
      return { exitCode, log, output: await readFile(output, 'utf8'), summary: await readFile(summary, 'utf8') };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
