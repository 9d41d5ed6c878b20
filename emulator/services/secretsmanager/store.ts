import { AwsError } from '../../core/errors.ts';
import type { World } from '../../core/world.ts';

export interface SecretRecord {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly kmsKeyId: string | undefined;
  readonly createdAt: number;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  /** undefined until somebody gives it one. */
  readonly version: SecretVersion | undefined;
  /** Set while it waits for the end of its recovery window. */
  deletedAt: number | undefined;
}

export interface SecretVersion {
  readonly id: string;
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
}

export interface Vault {
  readonly world: World;
  /** By name. */
  readonly secrets: Map<string, SecretRecord>;
}

/** By name, by ARN, or by an ARN without the six characters that AWS adds. */
export function findSecret({ secrets }: Vault, id: string): SecretRecord {
  const found = [...secrets.values()].find(
    ({ name, arn }) => id === name || id === arn || (id.startsWith('arn:') && id === arn.slice(0, -7)),
  );
  if (found) return found;
  throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}
