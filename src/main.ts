import type { ActionName } from './actions/contract.ts';
import { reportFailure } from './actions/failure.ts';

/**
 * Runs one action as the runner started it. Until its inputs are known to be usable nothing but node's own modules is
 * loaded, so that a wrong input is refused as fast as node starts. The exit code is 1 unless the outcome is green.
 */
export async function main(action: ActionName): Promise<void> {
  try {
    process.exitCode = (await start(action, process.env)) ? 0 : 1;
  } catch (error) {
    reportFailure(error, process.env);
    process.exitCode = 1;
  }
}

async function start(action: ActionName, env: NodeJS.ProcessEnv): Promise<boolean> {
  const { prepare } = await actions[action]();
  return prepare(env)();
}

/** Each module checks its inputs in `prepare`, with little loaded, and returns the run, which resolves to whether it ended green. */
const actions = {
  provision: () => import('./actions/provision/prepare.ts'),
  'deploy-service': () => import('./actions/deploy-service/prepare.ts'),
  'verify-alb': () => import('./actions/verify-alb/prepare.ts'),
} as const satisfies Record<ActionName, () => Promise<{ prepare(env: NodeJS.ProcessEnv): () => Promise<boolean> }>>;
