/** An input as a client sent it: it is judged before it is validated, so nothing about its members is sure. */
export type Input = Readonly<Record<string, unknown>>;

export const inputOf = (value: unknown): Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : {};

export function text(input: Input, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' ? value : undefined;
}

/** What texts the members hold, by themselves or in lists. */
export const texts = (input: Input, ...members: readonly string[]): readonly string[] =>
  members.flatMap((member) => [input[member]].flat()).filter((value) => typeof value === 'string');

/** The structures in a list, or the one structure. */
export const structures = (input: Input, member: string): readonly Input[] =>
  [input[member]].flat().flatMap((value) => (typeof value === 'object' && value !== null ? [inputOf(value)] : []));

/** Texts that sit one structure deeper. */
export const textsIn = (input: Input, member: string, inner: string): readonly string[] =>
  structures(input, member).flatMap((structure) => texts(structure, inner));

export const isArn = (value: string): boolean => value.startsWith('arn:');

/** A name that may be given as an ARN: what follows the last slash. */
export const nameOf = (value: string): string => (isArn(value) ? value.slice(value.lastIndexOf('/') + 1) : value);
