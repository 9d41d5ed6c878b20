import type { JsonObject } from './json.ts';
import type { SourcePosition } from './source.ts';

/** A stack as config wants it: what a change set needs, and which line of config each resource comes from. */
export interface StackTemplate {
  readonly name: string;
  /** JSON, at most 51,200 bytes. */
  readonly body: string;
  /** sha256 of the template, without the output that holds it. */
  readonly digest: string;
  /** The resources as the template has them (`Type`, `Properties`, …), by logical id. */
  readonly resources: Readonly<Record<string, JsonObject>>;
  /** undefined where the value is an output that the cluster's stack does not have yet. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, SourcePosition>>;
}
