import { loadModel } from '../../emulator/protocol/model.ts';
import { SERVICES } from '../../emulator/protocol/services.ts';
import type { Source } from '../architecture/sources.ts';
import { sourcesBelow } from '../architecture/sources.ts';
import { sdkPackageOf } from './callers/sdk.ts';

/** Every operation that src/adapters/aws calls, as the table names it: `ecs DescribeServices`. */
export function adapterOperations(): readonly string[] {
  return [...new Set(sourcesBelow('src/adapters/aws').flatMap(operationsOf))].sort();
}

/** An operation belongs to the one service, of those whose package its file imports, that has it. */
function operationsOf(source: Source): readonly string[] {
  const services = SERVICES.filter((service) => packagesOf(source).some((name) => name === sdkPackageOf(service)));
  const names = [...source.text.matchAll(/\bnew \w+\.(\w+)Command\(|\bpaginate([A-Z]\w+)/g)];
  return names.map(([, command, paginated]) => {
    const operation = command ?? paginated ?? '';
    const [service, ...others] = services.filter((name) => {
      const { operations, lacking } = loadModel(name);
      return operation in operations || lacking.includes(operation);
    });
    if (service === undefined || others.length > 0) throw new Error(`${source.path}: whose operation is ${operation}?`);
    return `${service} ${operation}`;
  });
}

/** What a file imports, and what the files beside it that it imports do: ecs-client.ts imports the SDK for many. */
function packagesOf({ imports }: Source): readonly string[] {
  const beside = sourcesBelow('src/adapters/aws').filter(
    ({ path }) => imports.includes(path) && /-client\.ts$/.test(path),
  );
  return [...imports, ...beside.flatMap((source) => source.imports)];
}
