import { AwsError } from '../../core/errors.ts';
import { MOST_TAGS, type TagRefusals, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  CreateSecretRequest,
  CreateSecretResponse,
  DeleteSecretRequest,
  DeleteSecretResponse,
  DescribeSecretRequest,
  DescribeSecretResponse,
  GetSecretValueRequest,
  GetSecretValueResponse,
  Tag,
} from '../../shapes/secretsmanager.d.ts';
import { findSecret, type SecretRecord, type Vault } from './store.ts';

const DAY_MS = 86_400_000;
const CURRENT = 'AWSCURRENT';

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);

export function secretOperations(vault: Vault) {
  const { world, secrets } = vault;

  return {
    CreateSecret: (input: CreateSecretRequest, context: CallContext): CreateSecretResponse => {
      refuseUnserved(input);
      const { Name: name, SecretString: text, SecretBinary: bytes } = input;
      if (text !== undefined && bytes !== undefined)
        throw invalid("You can't specify both a binary secret value and a string secret value in the same secret.");
      const present = secrets.get(name);
      if (present?.deletedAt !== undefined)
        throw new AwsError(
          'InvalidRequestException',
          `You can't create this secret because a secret with this name is already scheduled for deletion.`,
        );
      if (present)
        throw new AwsError(
          'ResourceExistsException',
          `The operation failed because the secret ${name} already exists.`,
        );
      const hasValue = text !== undefined || bytes !== undefined;
      const id = input.ClientRequestToken ?? world.random.uuid();
      const secret: SecretRecord = {
        name,
        arn: `arn:aws:secretsmanager:${world.region}:${world.account}:secret:${name}-${world.random.hex(6)}`,
        description: input.Description,
        kmsKeyId: input.KmsKeyId,
        createdAt: world.clock.now(),
        tags: checkedTags(input.Tags ?? [], context),
        version: hasValue ? { id, text, bytes } : undefined,
        deletedAt: undefined,
      };
      secrets.set(name, secret);
      return { ARN: secret.arn, Name: name, ...(hasValue ? { VersionId: id } : {}) };
    },

    DescribeSecret: ({ SecretId }: DescribeSecretRequest): DescribeSecretResponse => {
      const secret = findSecret(vault, SecretId);
      return {
        ARN: secret.arn,
        Name: secret.name,
        Description: secret.description,
        KmsKeyId: secret.kmsKeyId,
        CreatedDate: secret.createdAt,
        LastChangedDate: secret.createdAt,
        DeletedDate: secret.deletedAt,
        Tags: [...secret.tags],
        ...(secret.version ? { VersionIdsToStages: { [secret.version.id]: [CURRENT] } } : {}),
      };
    },

    GetSecretValue: ({ SecretId, VersionId, VersionStage }: GetSecretValueRequest): GetSecretValueResponse => {
      const { arn, name, version, deletedAt, createdAt } = findSecret(vault, SecretId);
      if (deletedAt !== undefined)
        throw new AwsError(
          'InvalidRequestException',
          "You can't perform this operation on the secret because it was marked for deletion.",
        );
      const isMeant = (VersionId ?? version?.id) === version?.id && (VersionStage ?? CURRENT) === CURRENT;
      if (!version || !isMeant) {
        const wanted = VersionId ? `VersionId: ${VersionId}` : `staging label: ${VersionStage ?? CURRENT}`;
        const message = `Secrets Manager can't find the specified secret value for ${wanted}`;
        throw new AwsError('ResourceNotFoundException', message);
      }
      return {
        ARN: arn,
        Name: name,
        VersionId: version.id,
        SecretString: version.text,
        SecretBinary: version.bytes,
        VersionStages: [CURRENT],
        CreatedDate: createdAt,
      };
    },

    /** Gone after the recovery window, or at once where it is forced. */
    DeleteSecret: (input: DeleteSecretRequest): DeleteSecretResponse => {
      const { RecoveryWindowInDays: days = 30, ForceDeleteWithoutRecovery: forced = false } = input;
      if (forced && input.RecoveryWindowInDays !== undefined)
        throw invalid("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
      if (days < 7 || days > 30)
        throw invalid('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
      const secret = findSecret(vault, input.SecretId);
      const at = world.clock.now() + (forced ? 0 : days * DAY_MS);
      secret.deletedAt = world.clock.now();
      const remove = (): void => void (secrets.get(secret.name) === secret && secrets.delete(secret.name));
      if (forced) remove();
      else world.clock.after(days * DAY_MS, remove);
      return { ARN: secret.arn, Name: secret.name, DeletionDate: at };
    },
  };
}

function refuseUnserved(input: CreateSecretRequest): void {
  const unserved = (
    ['AddReplicaRegions', 'ForceOverwriteReplicaSecret', 'Type', 'CrossAccountPrimaryARN'] as const
  ).find((member) => input[member] !== undefined);
  if (unserved) throw invalid(`${unserved} is not emulated`);
}

const REFUSALS: TagRefusals = {
  reserved: () => invalid('Tag keys must not start with aws:'),
  tooMany: () => new AwsError('LimitExceededException', `A secret can have at most ${MOST_TAGS} tags.`),
};

function checkedTags(tags: readonly Tag[], context: CallContext): SecretRecord['tags'] {
  const pairs = tags.map(({ Key = '', Value = '' }) => [Key, Value] as const);
  return [...withTags(new Map(), pairs, context, REFUSALS)].map(([Key, Value]) => ({ Key, Value }));
}
