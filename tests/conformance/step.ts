import type { ServiceName } from '../../emulator/core/world.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/**
 * One call of the script, in terms that every witness can carry out. In inputs `<name>` stands for what was saved
 * before.
 */
export interface Step {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input?: JsonObject;
  /** Name of a variable, and the path in the answer whose value it takes, e.g. `Vpcs.0.VpcId`. */
  readonly save?: Readonly<Record<string, string>>;
  /** The call is repeated until the answer has these values at these paths. */
  readonly until?: Readonly<Record<string, Json>>;
  /** AWS refuses it for a while, as it does with a role that is too new: it is repeated until it is accepted. */
  readonly eventually?: true;
  /** The error code that AWS refuses this call with. */
  readonly refused?: string;
  /** Paths whose values every emulation of AWS has to agree on. */
  readonly fields?: readonly string[];
  /** The AWS CLI asks the same, and has to read the same. */
  readonly cli?: true;
}

/** A waiter of the SDKs, named as botocore names it: `services_stable`. */
export interface Wait {
  readonly service: ServiceName;
  readonly waiter: string;
  readonly input: JsonObject;
}

/** A listing that is read whole, and again in pages of that size: both have to hold the same. */
export interface Listing {
  readonly service: ServiceName;
  readonly paginate: string;
  readonly input?: JsonObject;
  readonly pageSize: number;
}

export type ScriptItem = Step | Wait | Listing;

export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/**
 * What a client read: dates are ISO 8601 text, bytes Base64. Complaints are about an answer that AWS's model does not
 * allow.
 */
export interface Answer {
  readonly output?: JsonObject;
  readonly error?: Refusal;
  readonly complaints: readonly string[];
}

/**
 * A client of AWS: some program that speaks to an endpoint. A crash of the program rejects; AWS's refusals are answers.
 */
export interface Caller {
  call(service: ServiceName, operation: string, input: JsonObject): Promise<Answer>;
  wait?(service: ServiceName, waiter: string, input: JsonObject): Promise<Answer>;
  paginate?(service: ServiceName, operation: string, input: JsonObject, pageSize: number): Promise<Answer>;
}

/** The table's first column. */
export function rowOf(item: ScriptItem): string {
  if ('operation' in item) return `${item.service} ${item.operation}`;
  if ('waiter' in item) return `${item.service} ${item.waiter} (waiter)`;
  return `${item.service} ${item.paginate} (pages)`;
}
