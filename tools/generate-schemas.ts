/** JSON Schemas of the files in config/, for editors; made from the schemas that src/config reads them by. */
import { z } from 'zod';
import { clusterFile } from '../src/config/schema/cluster-file.ts';
import { serviceFile } from '../src/config/schema/service-file.ts';
import { taskDefinitionFile } from '../src/config/schema/task-definition-file.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export const SCHEMAS = {
  'cluster.schema.json': clusterFile,
  'service.schema.json': serviceFile,
  'task-definition.schema.json': taskDefinitionFile,
} as const satisfies Record<string, z.ZodType>;

/** Draft 7, which every editor's YAML support understands. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // An object whose keys all have defaults of their own; showing {} would say nothing.
      if (JSON.stringify(jsonSchema.default) === '{}' && jsonSchema.properties) delete jsonSchema.default;
    },
  });
}
