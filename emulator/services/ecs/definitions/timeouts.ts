import type { ContainerDefinition } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

const LEAST_SECONDS = 2;

export function checkTimeouts({ name, startTimeout, stopTimeout }: ContainerDefinition): void {
  for (const [what, seconds] of Object.entries({ start: startTimeout, stop: stopTimeout }))
    if (seconds !== undefined && seconds < LEAST_SECONDS)
      throw clientError(`Granular ${what} timeout on container '${name}' must be at least ${LEAST_SECONDS} seconds.`);
}
