/**
 * Writes what is generated: AWS's shapes, the schemas for editors, the tables of the reference, each action.yml and its
 * README.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateActions } from './generate-actions.ts';
import { awsShapes } from './generate-aws-shapes.ts';

const ROOT = new URL('../', import.meta.url);
const SHAPES = 'src/config/schema/aws-shapes.json';
const REFERENCE = 'docs/config-reference.md';
const TABLES = /(<!-- tables: npm run generate -->)[\s\S]*(<!-- end of tables -->)/;

/** Path from the root, and text. */
type GeneratedFile = readonly [path: string, text: string];

export function shapesFile(): GeneratedFile {
  return [SHAPES, formatted(SHAPES, JSON.stringify(awsShapes()))];
}

/** What is made from the schemas, and so from the shapes as they are on disk when this first runs. */
export async function schemaFiles(): Promise<readonly GeneratedFile[]> {
  const { jsonSchemaOf, SCHEMAS } = await import('./generate-schemas.ts');
  const { configReference } = await import('./generate-config-reference.ts');
  const page = readFileSync(new URL(REFERENCE, ROOT), 'utf8');
  const tables = (_: string, start: string, end: string): string => `${start}\n\n${configReference()}\n\n${end}`;
  return [
    ...Object.entries(SCHEMAS).map(
      ([name, schema]) => [`schemas/${name}`, `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`] as const,
    ),
    [REFERENCE, page.replace(TABLES, tables)],
  ];
}

function formatted(path: string, text: string): string {
  const biome = fileURLToPath(new URL('node_modules/.bin/biome', ROOT));
  return execFileSync(biome, ['format', `--stdin-file-path=${path}`], { cwd: ROOT, input: text, encoding: 'utf8' });
}

function write([path, text]: GeneratedFile): void {
  writeFileSync(new URL(path, ROOT), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  write(shapesFile());
  for (const file of await schemaFiles()) write(file);
  generateActions(ROOT);
}
