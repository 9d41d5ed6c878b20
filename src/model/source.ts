/** Where something stands in a file of the config folder; line and column count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Path of keys and list indexes inside one YAML or JSON document. */
export type DocumentPath = readonly (string | number)[];

/** Positions of a document's values, keyed by their path joined with '/'; the document itself has the key ''. */
export type SourceMap = Readonly<Record<string, SourcePosition>>;

/** The position of the value at `path`, or of its nearest ancestor that the document states. */
export function positionOf(source: SourceMap, path: DocumentPath): SourcePosition | undefined {
  for (let length = path.length; length >= 0; length--) {
    const position = source[path.slice(0, length).join('/')];
    if (position) return position;
  }
  return undefined;
}

/** `config/web/cluster.yaml:3:9`, as editors and terminals make links of. */
export function positionText({ file, line, column }: SourcePosition): string {
  return `${file}:${line}:${column}`;
}

/** One thing wrong with the config. `hint` says what to do, e.g. the key that was probably meant. */
export interface ConfigIssue {
  readonly at: SourcePosition;
  readonly message: string;
  readonly hint?: string | undefined;
}
