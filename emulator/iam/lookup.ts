import type { ServiceName } from '../core/world.ts';

/** Asks the emulated services themselves for what a request leaves open; undefined where they refuse. */
export type Lookup = <Output>(service: ServiceName, operation: string, input: object) => Promise<Output | undefined>;
