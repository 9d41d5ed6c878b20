import { type Load, startLoad } from '../../../rehearse/load.ts';
import { DEREGISTRATION_DELAY_SECONDS, hostOf } from '../stage/config.ts';
import type { Stage } from '../stage/stage.ts';
import type { Subject } from './serving.ts';

const PER_SECOND = 12;
const SLOW_EVERY = 6;
/**
 * A slow request takes this share of the deregistration delay, so that only a load balancer that cuts it short loses
 * it.
 */
const SLOW_SHARE = 0.6;
/** Of emulated time; half of a load balancer's own idle timeout. */
const IDLE_SECONDS = 30;

/** Requests at a constant rate, slow ones among them, for as long as a situation plays. */
export function startTraffic(stage: Stage, { cluster, service }: Subject): Load {
  const toReal = (seconds: number): number => (seconds * 1000) / stage.timeScale;
  const { host, port } = stage.address(cluster);
  return startLoad({
    host,
    port,
    hostHeader: hostOf(service),
    path: '/',
    versionHeader: 'x-app-version',
    perSecond: PER_SECOND,
    slowEvery: SLOW_EVERY,
    slowMs: Math.round(toReal(DEREGISTRATION_DELAY_SECONDS * SLOW_SHARE)),
    idleMs: toReal(IDLE_SECONDS),
  });
}
