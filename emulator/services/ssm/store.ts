import type { World } from '../../core/world.ts';
import type { Parameter, ParameterMetadata } from '../../shapes/ssm.d.ts';
import { publicParameters } from './public-parameters.ts';

export interface ParameterVersion {
  readonly value: string;
  readonly version: number;
  readonly modifiedAt: number;
}

export interface StoredParameter {
  readonly name: string;
  readonly arn: string;
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly dataType: string;
  readonly tier: 'Standard' | 'Advanced';
  readonly description: string | undefined;
  readonly allowedPattern: string | undefined;
  readonly keyId: string | undefined;
  readonly modifiedBy: string | undefined;
  /** Oldest first. */
  readonly versions: readonly ParameterVersion[];
}

export interface Ssm {
  readonly world: World;
  /** The account's own. */
  readonly own: Map<string, StoredParameter>;
  /** Those that AWS publishes. */
  readonly published: ReadonlyMap<string, StoredParameter>;
  /** Of the account's own, by name. */
  readonly tags: Map<string, ReadonlyMap<string, string>>;
}

export function createStore(world: World): Ssm {
  const published = publicParameters(world.region).map((parameter) => [parameter.name, parameter] as const);
  return { world, own: new Map(), published: new Map(published), tags: new Map() };
}

/** A full name always; AWS accepts and returns the names of parameters outside a hierarchy without a leading slash. */
export function parameterArn({ region, account }: World, name: string): string {
  return `arn:aws:ssm:${region}:${account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
}

export function findParameter({ own, published }: Ssm, nameOrArn: string): StoredParameter | undefined {
  const found = own.get(nameOrArn) ?? published.get(nameOrArn);
  if (found || !nameOrArn.startsWith('arn:')) return found;
  return [...own.values(), ...published.values()].find(({ arn }) => arn === nameOrArn);
}

export const newest = ({ versions }: StoredParameter): ParameterVersion => versions.at(-1) as ParameterVersion;

/** SecureString values stay encrypted unless decryption is asked for. */
export function parameterView(
  parameter: StoredParameter,
  version: ParameterVersion,
  { decrypt, selector }: { readonly decrypt: boolean; readonly selector?: string | undefined },
): Parameter {
  const sealed = parameter.type === 'SecureString' && !decrypt;
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value: sealed ? Buffer.from(`sealed ${parameter.name} ${version.version}`).toString('base64') : version.value,
    Version: version.version,
    Selector: selector,
    LastModifiedDate: version.modifiedAt,
    ARN: parameter.arn,
    DataType: parameter.dataType,
  };
}

export function parameterMetadata(parameter: StoredParameter): ParameterMetadata {
  const { version, modifiedAt } = newest(parameter);
  return {
    Name: parameter.name,
    ARN: parameter.arn,
    Type: parameter.type,
    KeyId: parameter.keyId,
    LastModifiedDate: modifiedAt,
    LastModifiedUser: parameter.modifiedBy,
    Description: parameter.description,
    AllowedPattern: parameter.allowedPattern,
    Version: version,
    Tier: parameter.tier,
    Policies: [],
    DataType: parameter.dataType,
  };
}
