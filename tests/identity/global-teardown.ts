import { templateGrants } from './granted.ts';
import { judge } from './needed.ts';
import { endRecording } from './recording.ts';

/** What of Jest's configuration says that only some of the tests run. */
interface Selection {
  readonly nonFlagArgs: readonly string[];
  readonly testNamePattern?: string;
  readonly shard?: object;
  readonly onlyChanged: boolean;
}

/**
 * After the last test: fails the run where a role of identity/template.yaml lacks an action that its jobs needed, and where the
 * whole suite ran, one that holds an action that they did not need.
 */
export default function judgePermissions(config: Selection): void {
  const records = endRecording();
  const isWhole = config.nonFlagArgs.length === 0 && !config.testNamePattern && !config.shard && !config.onlyChanged;
  if (!isWhole && records.length === 0) return;
  const { lacking, unused, reached } = judge(records, templateGrants());
  const problems = [
    ...lacking.map((text) => `identity/template.yaml lacks ${text}`),
    ...(isWhole ? unused.map((text) => `no run needed ${text}`) : []),
    ...(isWhole ? reached.map((text) => `tests/identity/unreached.ts is wrong on ${text}`) : []),
  ];
  const runs = new Set(records.map(({ appId }) => appId));
  const actions = new Set(records.map(({ action }) => action));
  const extent = isWhole ? '' : '; unused permissions are judged when the whole suite runs';
  process.stderr.write(
    `Permissions: ${actions.size} actions were needed, by ${[...runs].sort().join(', ')}${extent}.\n`,
  );
  for (const problem of problems) process.stderr.write(`  ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
