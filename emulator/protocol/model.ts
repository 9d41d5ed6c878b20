import { readFileSync } from 'node:fs';
import type { ServiceName } from '../core/world.ts';

export interface MemberModel {
  readonly shape: string;
  readonly locationName?: string;
  readonly queryName?: string;
  readonly flattened?: boolean;
}

export type ShapeType =
  | 'structure'
  | 'list'
  | 'map'
  | 'string'
  | 'boolean'
  | 'timestamp'
  | 'blob'
  | 'integer'
  | 'long'
  | 'float'
  | 'double';

export interface ShapeModel {
  readonly type: ShapeType;
  readonly members?: Readonly<Record<string, MemberModel>>;
  readonly member?: MemberModel;
  readonly key?: MemberModel;
  readonly value?: MemberModel;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly flattened?: boolean;
  /** Exactly one of its members is set. */
  readonly union?: boolean;
  /** Any JSON value, handed on as it is. */
  readonly document?: boolean;
  readonly exception?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number };
}

export interface OperationModel {
  readonly input?: string;
  readonly output?: string;
  readonly resultWrapper?: string;
  readonly errors?: readonly string[];
}

/** One service of emulator/shapes: what AWS publishes about its operations and shapes. */
export interface ServiceModel {
  readonly service: ServiceName;
  readonly metadata: {
    readonly apiVersion: string;
    readonly endpointPrefix: string;
    readonly signingName?: string;
    readonly jsonVersion?: string;
    readonly protocols: readonly ('json' | 'query' | 'ec2' | 'smithy-rpc-v2-cbor')[];
    readonly targetPrefix?: string;
    readonly xmlNamespace?: string;
    readonly serviceId: string;
  };
  readonly operations: Readonly<Record<string, OperationModel>>;
  /** Operations that AWS has and the emulator lacks. */
  readonly lacking: readonly string[];
  readonly shapes: Readonly<Record<string, ShapeModel>>;
}

const models = new Map<ServiceName, ServiceModel>();

/** Reads emulator/shapes/<service>.json once. */
export function loadModel(service: ServiceName): ServiceModel {
  const known = models.get(service);
  if (known) return known;
  const text = readFileSync(new URL(`../shapes/${service}.json`, import.meta.url), 'utf8');
  const model: ServiceModel = { service, ...JSON.parse(text) };
  models.set(service, model);
  return model;
}

/** A client's text may be `constructor`: only what AWS named counts. */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The shape of that name; a missing one means that emulator/shapes was not generated as a whole. */
export function shapeOf(model: ServiceModel, name: string): ShapeModel {
  const shape = model.shapes[name];
  if (!shape) throw new Error(`emulator/shapes/${model.service}.json has no shape ${name}: generate the shapes again`);
  return shape;
}
