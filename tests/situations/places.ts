import type { Place, Situation } from './situation.ts';
import type { ServiceFiles, StagedCluster } from './stage/config.ts';
import { taskNetwork } from './stage/task-network.ts';

/** A cluster of the stage, and where in it situations play. */
export interface Where {
  readonly staged: StagedCluster;
  /** Of its services those that situations play on, one at a time each. */
  readonly services: readonly string[];
}

/** Of interfaces of their own a t3.medium has room for two tasks. */
const NETWORK = taskNetwork();
const LARGE = { minSize: 2, maxSize: 2 };
const SHIFTING = ['x', 'y'];
const SHARED = ['a', 'b', 'c', 'd', 'e'];
const PLACES: Readonly<Record<Place, Where>> = {
  shared: { staged: { name: 'shop', instances: LARGE, services: SHARED }, services: SHARED },
  tight: {
    staged: { name: 'corner', instances: { minSize: 1, maxSize: 2 }, services: ['kiosk'] },
    services: ['kiosk'],
  },
  shifting: {
    staged: { name: 'arcade', instances: LARGE, services: SHIFTING, edit: shiftingTraffic },
    services: SHIFTING,
  },
  changing: { staged: { name: 'annex', instances: LARGE, services: ['stall'] }, services: ['stall'] },
  apart: {
    staged: { name: 'harbour', instances: LARGE, services: ['pier'], prepare: NETWORK.open, edit: NETWORK.edit },
    services: ['pier'],
  },
  trio: { staged: { name: 'mall', instances: LARGE, services: ['front', 'back', 'store'] }, services: ['front'] },
};

/** Where situations play, with no more services than can be played on at once. */
export function placesFor(place: Place, situations: readonly Situation[]): Where {
  const { staged, services } = PLACES[place];
  if (staged.services.length > services.length) return { staged, services };
  const needed = services.slice(0, situations.length);
  return { staged: { ...staged, services: needed }, services: needed };
}

/** A second target group, and no time that passes for its own sake. */
function shiftingTraffic({ service }: ServiceFiles): void {
  service['deploymentConfiguration'] = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 };
}
