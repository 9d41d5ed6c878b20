/** Where an event stands among all others, whatever arrives later. */
export interface Position {
  readonly timestamp: number;
  readonly sequence: number;
}

export const START: Position = { timestamp: 0, sequence: 0 };

export const compare = (a: Position, b: Position): number => a.timestamp - b.timestamp || a.sequence - b.sequence;

export const tokenFor = ({ timestamp, sequence }: Position): string =>
  Buffer.from(`${timestamp}:${sequence}`).toString('base64url');

/** undefined: the token is none of ours. */
export function positionFrom(token: string): Position | undefined {
  const match = /^(\d+):(\d+)$/.exec(Buffer.from(token, 'base64url').toString('latin1'));
  return match ? { timestamp: Number(match[1]), sequence: Number(match[2]) } : undefined;
}
