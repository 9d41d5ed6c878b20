import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakeDeployment } from '../github/state.ts';
import { ADMIN_KEY } from './account.ts';
import { CLUSTER, REGION } from './shop.ts';
import { BOT } from './story-text.ts';

const BEGIN_TIMEOUT_MS = 60_000;

/** What the report of an apply leaves, of one before the story. */
export function deploymentOf(sha: string): FakeDeployment {
  const payload = { version: 1, mode: 'apply', cluster: CLUSTER, commit: sha, complete: true, run: 0, attempt: 1 };
  const statuses = [{ state: 'success', description: 'Applied.', environmentUrl: '' }];
  return { id: 1, sha, environment: CLUSTER, task: 'ecs-gitops', payload, login: BOT, statuses };
}

/** What a repository has that was here before the story: applied by hand, without a review. */
export async function bringUp(
  action: string,
  options: {
    readonly toolkit: string;
    readonly workspace: string;
    readonly endpoint: string;
    readonly folder: string;
    readonly env: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const temp = join(options.folder, 'begin');
  await mkdir(temp, { recursive: true });
  const child = spawn(process.execPath, [join(options.toolkit, 'dist', `${action}.js`)], {
    cwd: options.workspace,
    timeout: BEGIN_TIMEOUT_MS,
    env: {
      PATH: process.env['PATH'],
      RUNNER_TEMP: temp,
      INPUT_CLUSTER: CLUSTER,
      INPUT_CONFIG: 'config',
      AWS_ENDPOINT_URL: options.endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: ADMIN_KEY,
      AWS_SECRET_ACCESS_KEY: 'admin',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...options.env,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The story could not begin: ${action} ended with ${code}.\n${log}`);
}
