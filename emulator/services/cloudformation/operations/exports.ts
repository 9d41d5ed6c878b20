import type {
  ListExportsInput,
  ListExportsOutput,
  ListImportsInput,
  ListImportsOutput,
} from '../../../shapes/cloudformation.d.ts';
import { validationError } from '../template/errors.ts';
import type { Environment } from './environment.ts';
import { page } from './paging.ts';

export function listExports({ store }: Environment, input: ListExportsInput): ListExportsOutput {
  const all = store
    .all()
    .flatMap((stack) =>
      stack.exports.map(({ name, value }) => ({ ExportingStackId: stack.id, Name: name, Value: value })),
    );
  const { items, nextToken } = page(all, { token: input.NextToken, size: 100, keyOf: ({ Name: name }) => name });
  return { Exports: items, NextToken: nextToken };
}

export function listImports({ store }: Environment, input: ListImportsInput): ListImportsOutput {
  const names = store.importersOf(input.ExportName).map(({ name }) => name);
  if (names.length === 0) throw validationError(`Export '${input.ExportName}' is not imported by any stack.`);
  const { items, nextToken } = page(names, { token: input.NextToken, size: 100, keyOf: (name) => name });
  return { Imports: items, NextToken: nextToken };
}
