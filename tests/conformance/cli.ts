/** `npm run conformance`: whether other programs agree with the emulator. */
import { Command } from 'commander';
import { startEmulator } from '../../emulator/emulator.ts';
import { adapterOperations } from './adapter-operations.ts';
import { DOCUMENTED_DIFFERENCES } from './documented-differences.ts';
import type { Verdict } from './judgement.ts';
import { judge, unusedExplanations } from './judgement.ts';
import type { Skipped } from './observation.ts';
import { renderReasons, renderTable } from './table.ts';
import { askLinter, askPackages, askPrograms } from './witnesses/witnesses.ts';

const SCALE = 60;

/** Asks every witness, prints the table, and answers whether nothing is left to explain. */
async function conformance(): Promise<boolean> {
  const defects: unknown[] = [];
  const emulator = await startEmulator({ driver: 'none', scale: SCALE, onDefect: (error) => void defects.push(error) });
  try {
    const testimonies = [await askPackages(emulator), await askPrograms(emulator), await askLinter()];
    const observations = testimonies.flatMap((testimony) => testimony.observations);
    const skipped = testimonies.flatMap((testimony) => testimony.skipped);
    const verdicts = judge(observations, DOCUMENTED_DIFFERENCES);
    const clients = ['SDK', 'botocore', 'AWS CLI', 'moto'] as const;
    const of = (...witnesses: readonly string[]): readonly Verdict[] =>
      verdicts.filter(({ witness }) => witnesses.includes(witness));
    console.log(renderTable('Operation', clients, of(...clients), skipped), '\n');
    console.log(renderTable('Resource type', ['service-spec'], of('service-spec'), skipped), '\n');
    console.log(renderTable('Template', ['cfn-lint'], of('cfn-lint'), skipped), '\n');
    console.log(renderReasons(verdicts, skipped));
    for (const { witness, row, difference } of unusedExplanations(observations, DOCUMENTED_DIFFERENCES))
      console.log(`\nNo longer seen: ${witness}, ${row}: ${difference}`);
    for (const defect of defects) console.error('emulator defect:', defect);
    const unheard = operationsWithoutWitnesses(verdicts, skipped);
    for (const operation of unheard) console.error(`src/adapters/aws calls ${operation}: fewer than two witnesses`);
    return (
      defects.length === 0 && unheard.length === 0 && verdicts.every(({ undocumented }) => undocumented.length === 0)
    );
  } finally {
    await emulator.stop();
  }
}

/** Those that the adapters call and fewer than two witnesses have called too, or would have. */
function operationsWithoutWitnesses(verdicts: readonly Verdict[], skipped: readonly Skipped[]): readonly string[] {
  const called = verdicts.filter(({ madeUp }) => !madeUp);
  const missing = skipped.filter(({ witness }) => witness === 'botocore').length;
  return adapterOperations().filter((operation) => called.filter(({ row }) => row === operation).length + missing < 2);
}

new Command('conformance')
  .description(
    'Asks other programs whether they agree with the emulator: the SDK, botocore, the AWS CLI, moto, cfn-lint.',
  )
  .addHelpText(
    'after',
    '\nExit code 0 only if every difference is a documented one; what is not installed here is skipped by name.',
  )
  .parse();

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.exitCode = (await conformance()) ? 0 : 1;
