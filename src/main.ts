import type { ActionName } from './actions/contract.ts';
import { prepare as prepareDeployService } from './actions/deploy-service/prepare.ts';
import { reportFailure } from './actions/failure.ts';
import { prepare as prepareProvision } from './actions/provision/prepare.ts';
import { prepare as prepareReport } from './actions/report/prepare.ts';
import { prepare as prepareSelect } from './actions/select/prepare.ts';
import { prepare as prepareVerifyAlb } from './actions/verify-alb/prepare.ts';

/** Each checks its inputs, with little loaded, and returns the run, which resolves to whether it ended green. */
const PREPARE = {
  provision: prepareProvision,
  'deploy-service': prepareDeployService,
  'verify-alb': prepareVerifyAlb,
  select: prepareSelect,
  report: prepareReport,
} as const satisfies Record<ActionName, (env: NodeJS.ProcessEnv) => () => Promise<boolean>>;

/**
 * Runs one action as the runner started it. Until its inputs are known to be usable nothing but node's own modules is
 * loaded, so that a wrong input is refused as fast as node starts. The exit code is 1 unless the outcome is green.
 */
export async function main(action: ActionName): Promise<void> {
  const startedAt = Date.now();
  try {
    const run = PREPARE[action](process.env);
    process.exitCode = (await run()) ? 0 : 1;
  } catch (error) {
    const { INPUT_MODE: mode = '', INPUT_CLUSTER: cluster } = process.env;
    const times = { startedAt, endedAt: Date.now(), spans: [] };
    const failed = { action, mode, cluster: cluster || undefined, ...times, changed: false, records: [] };
    reportFailure(error, process.env, failed);
    process.exitCode = 1;
  }
}
