import { AwsError } from '../core/errors.ts';

/**
 * Something that AWS does now and then, and is to do now. Which requests it meets: those of one operation, and of one
 * key where it says so.
 */
export interface Fault {
  /** As IAM names it, such as `ecs:DescribeServices`. */
  readonly operation: string;
  /** Of whoever asks; everybody's where it is not given. */
  readonly accessKeyId?: string;
  /** Refused in these words. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Whether they are carried out before they are refused, as where an answer is lost on its way. */
  readonly carriedOut?: boolean;
  /** How many requests are refused; 1 where it is not given. */
  readonly times?: number;
  /**
   * Eventual consistency: once a request for `after` was carried out, the operation goes on answering as it did before,
   * for so many emulated seconds. Without `after` that begins at once, with the next answer. An input that nobody had
   * asked with before is answered freshly.
   */
  readonly stale?: { readonly after?: string; readonly seconds: number };
}

export interface FaultyRequest {
  readonly operation: string;
  readonly accessKeyId: string;
  readonly input: unknown;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** Those that may still meet a request. */
  pending(): readonly Fault[];
  /** What is answered instead of carrying the request out. Throws AwsError where it is refused. */
  before(request: FaultyRequest): object | undefined;
  /** Tells what a request was answered that was carried out. Throws AwsError where that answer is lost. */
  after(request: FaultyRequest, output: object): void;
}

interface Planted {
  readonly fault: Fault;
  left: number;
  /** Answers of before, by input. */
  readonly kept: Map<string, object>;
  staleUntil: number | undefined;
}

export function createFaults(now: () => number): Faults {
  let planted: readonly Planted[] = [];
  const live = (): readonly Planted[] => {
    planted = planted.filter(({ left, staleUntil }) => left > 0 && now() < (staleUntil ?? Number.POSITIVE_INFINITY));
    return planted;
  };
  const meeting = ({ accessKeyId }: FaultyRequest): readonly Planted[] =>
    live().filter(({ fault }) => fault.accessKeyId === undefined || fault.accessKeyId === accessKeyId);
  return {
    add: (fault) => {
      const { stale, times = 1 } = fault;
      const staleUntil = stale && stale.after === undefined ? now() + stale.seconds * 1000 : undefined;
      planted = [...live(), { fault, left: times, kept: new Map(), staleUntil }];
    },
    clear: () => {
      planted = [];
    },
    pending: () => live().map(({ fault }) => fault),
    before: (request) => {
      for (const each of meeting(request)) {
        const { carriedOut, operation } = each.fault;
        if (operation !== request.operation) continue;
        if (!carriedOut) refuse(each);
        const kept = each.staleUntil === undefined ? undefined : each.kept.get(JSON.stringify(request.input));
        if (kept) return kept;
      }
      return undefined;
    },
    after: (request, output) => {
      for (const each of meeting(request)) {
        const { carriedOut, stale, operation } = each.fault;
        if (carriedOut && operation === request.operation) refuse(each);
        if (!stale || (stale.after !== undefined && each.staleUntil !== undefined)) continue;
        if (operation === request.operation) each.kept.set(JSON.stringify(request.input), structuredClone(output));
        if (stale.after === request.operation) each.staleUntil = now() + stale.seconds * 1000;
      }
    },
  };
}

function refuse(planted: Planted): void {
  const { error } = planted.fault;
  if (!error) return;
  planted.left -= 1;
  throw new AwsError(error.code, error.message);
}

/** Reads a fault as a client sent it. Throws an Error that says what is wrong. */
export function readFault(body: string): Fault {
  const given = parse(body);
  const { operation, error, carriedOut, stale, times, accessKeyId } = given as Record<string, unknown> & Partial<Fault>;
  const isOneKind = (error === undefined) !== (stale === undefined);
  if (!isOperation(operation) || !isOneKind)
    throw new Error('It takes {operation: "service:Operation"} and either error or stale');
  if (error && !(isText(error.code) && isText(error.message))) throw new Error('error takes {code, message}');
  if (carriedOut !== undefined && !(carriedOut === true && error)) throw new Error('carriedOut is true, with an error');
  if (stale && !((stale.after === undefined || isOperation(stale.after)) && stale.seconds > 0))
    throw new Error('stale takes {after?: "service:Operation", seconds}');
  if (times !== undefined && !(Number.isInteger(times) && times > 0))
    throw new Error('times takes a whole number above 0');
  if (accessKeyId !== undefined && !isText(accessKeyId)) throw new Error('accessKeyId takes text');
  return {
    operation,
    ...(error && { error }),
    ...(carriedOut && { carriedOut }),
    ...(stale && { stale }),
    ...(times !== undefined && { times }),
    ...(accessKeyId !== undefined && { accessKeyId }),
  };
}

function parse(body: string): object {
  const given: unknown = JSON.parse(body);
  if (typeof given !== 'object' || given === null) throw new Error('It takes one fault, as a JSON object');
  return given;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isOperation = (value: unknown): value is string => isText(value) && /^[a-z0-9-]+:[A-Z]\w+$/.test(value);
