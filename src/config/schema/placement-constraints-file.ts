import { z } from 'zod';
import { awsDocumentation, awsEnum, awsMembers } from './aws-structures.ts';

/** Constraints of a service or of a task definition, whose kinds differ: ECS takes at most ten. */
export function placementConstraintsFile(structure: 'PlacementConstraint' | 'TaskDefinitionPlacementConstraint') {
  return z
    .array(
      z.strictObject({
        ...awsMembers(structure),
        type: awsEnum(`${structure}Type`).optional(),
        expression: z.string().optional(),
      }),
    )
    .max(10)
    .optional()
    .meta({ description: awsDocumentation(structure) });
}

export type PlacementConstraintsFile = z.output<ReturnType<typeof placementConstraintsFile>>;
