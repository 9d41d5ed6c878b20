import type { LatencyName } from '../../../core/latencies.ts';
import type { Random } from '../../../core/random.ts';
import type { ServiceName } from '../../../core/world.ts';
import type { JsonObject } from '../template/json.ts';

export interface ResourceContext {
  readonly account: string;
  readonly region: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly random: Random;
  /** Calls a public operation of another service; throws its AwsError. */
  readonly call: <Output = unknown>(service: ServiceName, operation: string, input: object) => Promise<Output>;
}

/** How a resource gets a name when the template gives none. */
export interface Naming {
  readonly property: string;
  readonly generate: (context: ResourceContext) => string;
}

export interface Change {
  readonly previous: JsonObject;
  readonly desired: JsonObject;
  /** The resource's UpdatePolicy, where the template has one. */
  readonly updatePolicy: JsonObject | undefined;
}

/**
 * One resource type, in terms of the public operations of its service. Steps do not wait: the engine sleeps, polls
 * `isStable` and `isGone`, and records events. Properties have been checked and given their schema's types; for
 * creation they include the name. A step fails by throwing the service's AwsError, or Unstable where the service only
 * shows it.
 */
export interface ResourceType {
  readonly type: string;
  /** The service's name as its errors are quoted in status reasons. */
  readonly service: string;
  /** The properties that are carried out. Others of the schema fail the resource: nothing is ignored. */
  readonly serves: readonly string[];
  /** What creation takes under CloudFormation beside the service's own time. */
  readonly latency: LatencyName;
  /** Where an update takes other than a few seconds. */
  readonly updateLatency?: LatencyName;
  /** Where CloudFormation waits for the resource longer than for others. */
  readonly stableWithinMs?: number;
  readonly naming?: Naming;
  /** Whether a resource of that name exists; only for types identified by a name that users may choose. */
  exists?(name: string, context: ResourceContext): Promise<boolean>;
  /** The call that makes the resource; answers its physical id. */
  create(properties: JsonObject, context: ResourceContext): Promise<string>;
  /** Further calls that complete a new resource. */
  configure?(physicalId: string, properties: JsonObject, context: ResourceContext): Promise<void>;
  isStable?(physicalId: string, properties: JsonObject, context: ResourceContext): Promise<boolean>;
  update?(physicalId: string, change: Change, context: ResourceContext): Promise<void>;
  /** Whether a change of a property that replaces only sometimes does so now. */
  needsReplacement?(change: Change): boolean;
  remove(physicalId: string, properties: JsonObject, context: ResourceContext): Promise<void>;
  isGone?(physicalId: string, properties: JsonObject, context: ResourceContext): Promise<boolean>;
  /** What Fn::GetAtt reads. */
  attributes(physicalId: string, properties: JsonObject, context: ResourceContext): Promise<JsonObject>;
  /** What Ref reads where it is not the physical id. */
  ref?(physicalId: string, attributes: JsonObject): string;
}

/**
 * A resource that its service made, but that will never become stable; the code is the one that its handler reports.
 */
export class Unstable extends Error {
  readonly handlerCode: string;
  constructor(message: string, handlerCode = 'NotStabilized') {
    super(message);
    this.handlerCode = handlerCode;
  }
}

/** Thrown with the very words that the resource's status reason shall have. */
export class Refused extends Error {}
