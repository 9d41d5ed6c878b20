/** What a rule's conditions look at. */
export interface RequestFacts {
  readonly method: string;
  /** The Host header without its port. */
  readonly host: string;
  /** The path as sent, without the query string. */
  readonly path: string;
  /** The query string as sent, without its question mark. */
  readonly query: string;
  /** Header values by lower-case name, repeated headers apart. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** Who connected; X-Forwarded-For does not count. */
  readonly clientAddress: string;
}

export type RequestTest = (request: RequestFacts) => boolean;
