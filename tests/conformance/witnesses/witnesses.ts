import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Emulator } from '../../../emulator/emulator.ts';
import { SERVICES } from '../../../emulator/protocol/services.ts';
import { findTool, TOOLS } from '../../python/tools.ts';
import { awsCli } from '../callers/aws-cli.ts';
import type { Botocore } from '../callers/botocore.ts';
import { startBotocore } from '../callers/botocore.ts';
import { sdkCaller, sdkPackageOf } from '../callers/sdk.ts';
import { sdkReader } from '../callers/sdk-reader.ts';
import { startMoto } from '../moto-server.ts';
import type { Observation, Skipped, Witness } from '../observation.ts';
import type { Performed } from '../run-script.ts';
import { runScript } from '../run-script.ts';
import { SCRIPT } from '../script/script.ts';
import { compareWithCli } from './aws-cli.ts';
import { lintTemplates } from './cfn-lint.ts';
import { compareWithMoto } from './moto.ts';
import { observed, runAgainstEmulator } from './script.ts';
import { compareWithServiceSpec } from './service-spec.ts';
import type { Reader } from './shapes.ts';
import { readShapes } from './shapes.ts';

export interface Testimony {
  readonly observations: readonly Observation[];
  readonly skipped: readonly Skipped[];
}

/** What needs no tool but those of `npm ci`: the SDK, over the wire and from made-up answers, and the service spec. */
export async function askPackages(emulator: Emulator): Promise<Testimony> {
  const region = 'ap-northeast-1';
  const script = await runAgainstEmulator({ witness: 'SDK', region, caller: sdkCaller(emulator.url, region) });
  return {
    observations: [
      ...observed('SDK', script),
      ...(await readAllShapes('SDK', sdkReader(), SERVICES.filter(sdkPackageOf))),
      ...(await compareWithServiceSpec()),
    ],
    skipped: [],
  };
}

/** botocore, and with its answers at hand the AWS CLI and moto. */
export async function askPrograms(emulator: Emulator): Promise<Testimony> {
  const python = await findTool(TOOLS.botocore);
  if (python === undefined) {
    const reason = 'no Python with botocore, and PyPI cannot be reached';
    return {
      observations: [],
      skipped: (['botocore', 'AWS CLI', 'moto'] as const).map((witness) => ({ witness, reason })),
    };
  }
  const botocore = await startBotocore(python);
  try {
    const { script, asked, skipped } = await runWithCli(emulator, botocore);
    const moto = await askMoto(botocore, script);
    return {
      observations: [
        ...observed('botocore', script),
        ...(await readAllShapes('botocore', botocore.reader)),
        ...asked,
        ...moto.observations,
      ],
      skipped: [...skipped, ...moto.skipped],
    };
  } finally {
    botocore.stop();
  }
}

async function runWithCli(emulator: Emulator, botocore: Botocore) {
  const region = 'eu-west-1';
  const caller = botocore.caller(emulator.url, region);
  const program = await findTool(TOOLS['AWS CLI']);
  const folder = mkdtempSync(join(tmpdir(), 'conformance-cli-'));
  const asked: Observation[] = [];
  const cli = program === undefined ? undefined : awsCli(program, emulator.url, region, folder);
  try {
    const afterwards = async (performed: Performed): Promise<void> => {
      if (cli) asked.push(...(await compareWithCli(performed, cli, caller)));
    };
    const script = await runAgainstEmulator({ witness: 'botocore', region, caller, afterwards });
    return { script, asked, skipped: cli ? [] : [missing('AWS CLI', 'aws')] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function askMoto(botocore: Botocore, ours: readonly Performed[]): Promise<Testimony> {
  const program = await findTool(TOOLS.moto);
  if (program === undefined) return { observations: [], skipped: [missing('moto', 'moto_server')] };
  const server = await startMoto(program);
  try {
    const region = 'eu-west-1';
    const variables = { region, run: 'botocore' };
    const theirs = await runScript(SCRIPT, botocore.caller(server.url, region), { variables, patient: false });
    return { observations: compareWithMoto(ours, theirs), skipped: [] };
  } finally {
    server.stop();
  }
}

export async function askLinter(): Promise<Testimony> {
  const program = await findTool(TOOLS['cfn-lint']);
  if (program === undefined) return { observations: [], skipped: [missing('cfn-lint', 'cfn-lint')] };
  return { observations: await lintTemplates(program), skipped: [] };
}

async function readAllShapes(witness: Witness, reader: Reader, services = SERVICES): Promise<readonly Observation[]> {
  const all: Observation[] = [];
  for (const service of services) all.push(...(await readShapes(service, witness, reader)));
  return all;
}

function missing(witness: Witness, program: string): Skipped {
  return { witness, reason: `${program} is not in PATH, and PyPI cannot be reached` };
}
