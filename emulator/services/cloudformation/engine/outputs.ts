import type { Output } from '../../../shapes/cloudformation.d.ts';
import { evaluate, holds } from '../intrinsics/evaluate.ts';
import type { Scope } from '../intrinsics/scope.ts';
import { formatError } from '../template/errors.ts';
import type { Json } from '../template/json.ts';
import { scalarText } from '../template/json.ts';
import type { Template } from '../template/template.ts';
import type { Stack, StackExport } from './stack.ts';
import type { StackStore } from './store.ts';

export function evaluateOutputs(template: Template, scope: Scope): readonly Output[] {
  return Object.entries(template.outputs)
    .filter(([, { condition }]) => condition === undefined || holds(condition, scope))
    .map(([key, { value, description, exportName }]) => ({
      OutputKey: key,
      OutputValue: textOf(value, scope),
      Description: description,
      ExportName: exportName === undefined ? undefined : textOf(exportName, scope),
    }));
}

function textOf(value: Json, scope: Scope): string {
  const evaluated = evaluate(value, scope);
  const text = evaluated === undefined ? undefined : scalarText(evaluated);
  if (text === undefined) throw formatError('The Value field of every Outputs member must evaluate to a String.');
  return text;
}

export function exportsOf(outputs: readonly Output[]): readonly StackExport[] {
  return outputs.flatMap(({ ExportName: name, OutputValue: value = '' }) =>
    name === undefined ? [] : [{ name, value }],
  );
}

/** Why a stack may not have these exports from now on; undefined where it may. */
export function exportConflict(store: StackStore, stack: Stack, next: readonly StackExport[]): string | undefined {
  for (const { name } of next) {
    const owner = store.exporterOf(name);
    if (owner && owner.id !== stack.id) return `Export with name ${name} is already exported by stack ${owner.name}.`;
  }
  for (const { name, value } of stack.exports) {
    const users = store.importersOf(name).map((user) => user.name);
    const kept = next.find((item) => item.name === name);
    if (users.length === 0 || kept?.value === value) continue;
    return kept
      ? `Export ${name} cannot be updated as it is in use by ${users.join(' and ')}`
      : `Delete canceled. Cannot delete export ${name} as it is in use by ${users.join(' and ')}.`;
  }
  return undefined;
}
