export interface Logs {
  groupExists(group: string): Promise<boolean>;
  /** The newest lines of a stream, oldest first; empty where group or stream do not exist. */
  tail(group: string, stream: string, lines: number): Promise<readonly string[]>;
}
