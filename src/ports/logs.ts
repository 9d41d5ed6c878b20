/** Lines of a stream from some point on. */
interface LogPage {
  readonly lines: readonly string[];
  /** Where the next page starts; undefined where the stream does not exist yet. */
  readonly next: string | undefined;
}

export interface Logs {
  groupExists(group: string): Promise<boolean>;
  /** The newest lines of a stream, oldest first; empty where group or stream do not exist. */
  tail(group: string, stream: string, lines: number): Promise<readonly string[]>;
  /** Reads a page from the stream's start, or from where an earlier page ended. */
  page(group: string, stream: string, from: string | undefined): Promise<LogPage>;
}
