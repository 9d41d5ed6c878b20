import { AwsError } from '../../../emulator/core/errors.ts';
import type { ServiceName } from '../../../emulator/core/world.ts';
import type { ServiceModel } from '../../../emulator/protocol/model.ts';
import { loadModel } from '../../../emulator/protocol/model.ts';
import { refusalOf } from '../../../emulator/protocol/refusal.ts';
import type { Protocol, WireResponse } from '../../../emulator/protocol/wire.ts';
import { differencesOf, plain } from '../json.ts';
import type { Observation, Witness } from '../observation.ts';
import type { Answer } from '../step.ts';
import { asRead, FULLNESSES, synthetic } from '../synthetic.ts';

/** A program that reads an answer which nobody sent: `write` writes it in the protocol that the program speaks. */
export interface Reader {
  read(service: ServiceName, operation: string, write: (protocol: Protocol) => WireResponse): Promise<Answer>;
}

/**
 * Made-up answers and refusals of every operation that a service serves, written by the emulator and read by a witness.
 */
export async function readShapes(
  service: ServiceName,
  witness: Witness,
  reader: Reader,
): Promise<readonly Observation[]> {
  const model = loadModel(service);
  const observations: Observation[] = [];
  for (const operation of Object.keys(model.operations)) {
    const outputs = await outputDifferences(reader, model, operation);
    const refusals = await refusalDifferences(reader, model, operation);
    observations.push({
      row: `${service} ${operation}`,
      witness,
      differences: [...outputs, ...refusals],
      madeUp: true,
    });
  }
  return observations;
}

async function outputDifferences(reader: Reader, model: ServiceModel, name: string): Promise<readonly string[]> {
  const operation = model.operations[name];
  const output = operation?.output;
  if (output === undefined) return [];
  const differences: string[] = [];
  for (const fullness of FULLNESSES) {
    const answer = synthetic(model, output, fullness) as object;
    const read = await reader.read(model.service, name, (protocol) =>
      protocol.writeOutput({ ...operation, name, model }, answer, 'id'),
    );
    const found = read.error ? [`${read.error.code}: ${read.error.message}`] : read.complaints;
    const values = differencesOf(plain(asRead(model, output, answer)), read.output ?? {});
    differences.push(...[...found, ...values].map((text) => `${fullness}: ${text}`));
  }
  return differences;
}

async function refusalDifferences(reader: Reader, model: ServiceModel, name: string): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const shapeName of model.operations[name]?.errors ?? []) {
    const refusal = refusalOf(new AwsError(shapeName, 'a <b> & "c"'), model);
    const { error } = await reader.read(model.service, name, (protocol) => protocol.writeError(refusal, model, 'id'));
    if (error?.code !== shapeName && error?.code !== refusal.code)
      differences.push(`${shapeName} is read as ${error?.code ?? 'success'}`);
    else if (error.message !== refusal.message) differences.push(`${shapeName} says ${error.message}`);
  }
  return differences;
}
