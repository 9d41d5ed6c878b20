import type { Cluster } from '../../model/cluster.ts';
import { ToolkitError } from '../../model/errors.ts';

/** The names in an input that separates them by commas. */
export function namesOf(input: string): readonly string[] {
  return input
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * The services that the input `service` selects. Throws INPUT_INVALID where config has one of them not, beside `*` too.
 */
export function selectServices({ name, services }: Cluster, input: string): readonly string[] {
  const known = services.map((service) => service.name);
  const wanted = namesOf(input);
  const unknown = wanted.filter((service) => service !== '*' && !known.includes(service));
  if (unknown.length === 0) return wanted.length === 0 || wanted.includes('*') ? known : wanted;
  throw new ToolkitError('INPUT_INVALID', `Cluster ${name} has no service ${unknown.join(', ')}.`, {
    hint: `Give names of: ${known.join(', ')}.`,
  });
}
