import type { ServiceFiles } from '../stage/config.ts';

/** A change of what config says of a service. */
export type Edit = (files: ServiceFiles) => void;

export const both =
  (...edits: readonly Edit[]): Edit =>
  (files) => {
    for (const edit of edits) edit(files);
  };

/** ECS gives up after so many failed tasks. */
export const breaker =
  (count: number): Edit =>
  ({ service }) => {
    const thresholdConfiguration = { type: 'COUNT', value: count };
    service['deploymentConfiguration'] = { deploymentCircuitBreaker: { thresholdConfiguration } };
  };

/** More than the failures of two rounds: ECS would go on for a third one. */
export const PATIENT = 5;
