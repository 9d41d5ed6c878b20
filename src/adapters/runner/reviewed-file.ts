import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ToolkitError } from '../../model/errors.ts';
import { REVIEWED_VERSION, type ReviewedPlans } from '../../model/reviewed.ts';

const REVIEWED = z.object({
  version: z.literal(REVIEWED_VERSION),
  commit: z.string(),
  supersededBy: z.string().optional(),
  units: z.array(
    z.object({
      unit: z.string(),
      digest: z.string().regex(/^[0-9a-f]{16}$/),
      changes: z.record(z.string(), z.string()),
      pull: z.number(),
    }),
  ),
  rejected: z.array(z.object({ pull: z.number(), reason: z.string() })).optional(),
}) satisfies z.ZodType<ReviewedPlans>;

/**
 * Reads what `report` with mode collect wrote; undefined without a path. Throws INPUT_INVALID where it is something
 * else, or was collected for another commit than the one that runs.
 */
export function readReviewed(path: string, commit: string | undefined): ReviewedPlans | undefined {
  if (!path) return undefined;
  const reviewed = parse(path);
  if (commit === undefined || reviewed.commit === commit) return reviewed;
  throw refusal(`${path} was collected for commit ${reviewed.commit}, but this run is for ${commit}.`);
}

function parse(path: string): ReviewedPlans {
  try {
    return REVIEWED.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw refusal(`Input reviewed: ${path} was not written by report.`, cause);
  }
}

function refusal(message: string, cause?: unknown): ToolkitError {
  return new ToolkitError('INPUT_INVALID', message, {
    hint: 'Give it the output `reviewed` of report with mode: collect, in the same workflow run.',
    cause,
  });
}
