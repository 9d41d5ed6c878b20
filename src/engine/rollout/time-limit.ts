import type { ServiceSettings } from '../../model/service.ts';
import { bakeMinutes } from '../../plan/rollout/bake-time.ts';

const USUAL_MS = 1_800_000;
/** Beside bake times: tasks that start and stop. */
const MARGIN_MS = 600_000;

/**
 * How long a service's rollout may take: what was given, or half an hour. Where nothing was given and the service only
 * watches for longer than that, it is what it needs: LINEAR with ECS's own defaults takes an hour.
 */
export function timeLimitMs(givenMs: number | undefined, settings: ServiceSettings = {}): number {
  return givenMs ?? Math.max(USUAL_MS, Math.max(...bakeMinutes(settings)) * 60_000 + MARGIN_MS);
}
