/** The programs that judge the emulator. */
export type Witness = 'SDK' | 'botocore' | 'AWS CLI' | 'moto' | 'service-spec' | 'cfn-lint';

/** What one witness found about one row of the table: in how far it disagrees, or why it was not asked. */
export interface Observation {
  readonly row: string;
  readonly witness: Witness;
  readonly differences: readonly string[];
  /** The witness has read answers that were made up, and has not called the operation. */
  readonly madeUp?: true;
}

export interface Skipped {
  readonly witness: Witness;
  /** Which tool is missing. */
  readonly reason: string;
}

/** A difference that stands: which, and why the emulator is right, or what it would take. */
export interface DocumentedDifference {
  readonly witness: Witness;
  /** `*` stands for any text, here and in `difference`. */
  readonly row: string;
  readonly difference: string;
  readonly reason: string;
}
