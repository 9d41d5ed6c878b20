import { z } from 'zod';
import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';
import { isGreen, type OutcomeKind } from '../../model/outcome.ts';

/** Why a service is not deployed, by its name: its stack has not ended well, or the cluster's has failed. */
type HeldServices = ReadonlyMap<string, string>;

const provisioned = z.array(
  z.object({
    cluster: z.string(),
    stacks: z.array(z.object({ id: z.string(), service: z.string().optional(), outcome: z.string() })),
  }),
);

/**
 * What the input `stacks`, the output `clusters` of provision, says of a cluster's services. The cluster's own stack
 * holds none back where it is blocked: it stays as it is, and what stands on it goes on. Throws INPUT_INVALID.
 */
export function heldServices(input: string, { name, services }: Cluster): HeldServices {
  if (input === '') return new Map();
  const stacks = parsed(input).find(({ cluster }) => cluster === name)?.stacks;
  if (!stacks) throw invalid(`Input stacks says nothing about cluster ${name}.`);
  const red = stacks.filter(({ outcome }) => !isGreen(outcome as OutcomeKind));
  return new Map(
    services.flatMap(({ name: service }) => {
      const stack = red.find((each) =>
        each.service === undefined ? each.outcome !== 'blocked' : each.service === service,
      );
      return stack ? [[service, `${stack.id} ended ${stack.outcome}`] as const] : [];
    }),
  );
}

function parsed(input: string): z.output<typeof provisioned> {
  try {
    return provisioned.parse(JSON.parse(input));
  } catch {
    throw invalid('Input stacks is not the output `clusters` of provision.');
  }
}

function invalid(message: string): ToolkitError {
  return new ToolkitError('INPUT_INVALID', message, {
    hint: 'Give it the output `clusters` of the earlier provision step for this cluster, unchanged.',
  });
}
