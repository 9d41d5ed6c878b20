import { templateGrants } from './granted.ts';
import { judge } from './needed.ts';
import { endRecording } from './recording.ts';
import { UNREACHED } from './unreached.ts';

/** What of Jest's configuration says that only some of the tests run. */
interface Selection {
  readonly nonFlagArgs: readonly string[];
  readonly testNamePattern?: string;
  readonly shard?: object;
  readonly onlyChanged: boolean;
  readonly onlyFailures: boolean;
}

/**
 * After the last test: fails the run where a role of identity/template.yaml lacks an action that its jobs needed and,
 * where the whole suite ran, where one holds an action that they did not need.
 */
export default function judgePermissions(selection: Selection): void {
  const records = endRecording();
  const isWhole = isWholeSuite(selection);
  if (!isWhole && records.length === 0) return;
  const { lacking, unused } = judge(records, templateGrants());
  const excused = UNREACHED.flatMap(({ grants }) => grants);
  const problems = [
    ...lacking.map((text) => `identity/template.yaml lacks ${text}`),
    ...(isWhole ? unused.filter((text) => !excused.includes(text)).map((text) => `no run needed ${text}`) : []),
  ];
  const extent = isWhole
    ? `${excused.filter((text) => unused.includes(text)).length} are held for what no run here can show`
    : 'what is held for nothing is judged when the whole suite runs';
  const runs = [...new Set(records.map(({ appId }) => appId))].sort();
  const actions = new Set(records.map(({ action }) => action));
  process.stderr.write(`Permissions: ${actions.size} were needed, by ${runs.join(', ') || 'no run'}; ${extent}.\n`);
  for (const problem of problems) process.stderr.write(`  ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

function isWholeSuite({ nonFlagArgs, testNamePattern, shard, onlyChanged, onlyFailures }: Selection): boolean {
  return nonFlagArgs.length === 0 && !testNamePattern && !shard && !onlyChanged && !onlyFailures;
}
