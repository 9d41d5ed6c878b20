/**
 * Writes emulator/shapes/managed-policies.json: the documents of those of AWS's managed policies that can be attached
 * in the emulator, by ARN, from the list that moto publishes (its text is a Python string that holds JSON).
 *   pip download moto==5.2.1 --no-deps && python3 -m zipfile -e moto-*.whl DIR
 *   node tools/generate-managed-policies.ts DIR/moto/iam/aws_managed_policies.py
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { MANAGED_POLICIES } from '../emulator/services/iam/managed-policies.ts';

interface Published {
  readonly Path: string;
  readonly Document: object;
}

const [, , file] = process.argv;
if (file === undefined) throw new Error('Say where aws_managed_policies.py of moto is.');
const text = readFileSync(file, 'utf8');
const published: Record<string, Published> = JSON.parse(text.slice(text.indexOf('"""') + 3, text.lastIndexOf('"""')));
const documents = new Map(
  Object.entries(published).map(([name, { Path, Document }]) => [`arn:aws:iam::aws:policy${Path}${name}`, Document]),
);
const lines = [...MANAGED_POLICIES].sort().map((arn) => {
  const document = documents.get(arn);
  if (!document) throw new Error(`${file} has no ${arn}`);
  return `${JSON.stringify(arn)}: ${JSON.stringify(document)}`;
});
writeFileSync(new URL('../emulator/shapes/managed-policies.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
