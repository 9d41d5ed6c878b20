import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { schemaFiles, shapesFile } from '../../tools/generate.ts';

test.each([shapesFile(), ...(await schemaFiles())])('%s is what npm run generate writes', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test.each([
  ['cluster', 'config/sample-ecs-cluster/cluster.yaml'],
  ['service', 'config/sample-ecs-cluster/services/sample-ecs-service/service.yaml'],
  ['task-definition', 'config/sample-ecs-cluster/services/sample-ecs-service/task-definition.yaml'],
])('the schema %s accepts the working example and no other key', (name, path) => {
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')));
  const document: Record<string, unknown> = parse(readFileSync(path, 'utf8'));
  expect(schema.safeParse(document).error).toBeUndefined();
  expect(schema.safeParse({ ...document, another: 1 }).success).toBe(false);
});
