import type { Cluster } from '../model/cluster.ts';
import type { ConfigIssue } from '../model/source.ts';

/** What the input `config` names, as it is on disk. */
export interface ConfigFolder {
  /** The folder's path in the workspace, e.g. `config` or `config/web`; positions begin with it. */
  readonly path: string;
  /** Content of every file below the folder, by its path as the workspace knows it, with '/' between parts. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

export interface ConfigReading {
  /** The clusters without an issue, ordered by name. */
  readonly clusters: readonly Cluster[];
  /** All that is wrong, by file, line and column. Any of them forbids the run. */
  readonly issues: readonly ConfigIssue[];
  /** What is allowed but rarely meant. */
  readonly warnings: readonly ConfigIssue[];
}
