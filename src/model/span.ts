/** Something that took time. Times are AWS's, in milliseconds since the epoch. */
export interface Span {
  readonly section: string;
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly mark: 'done' | 'failed' | 'going-on';
}
