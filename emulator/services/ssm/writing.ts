import { AwsError } from '../../core/errors.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  DeleteParameterRequest,
  DeleteParametersRequest,
  DeleteParametersResult,
  PutParameterRequest,
  PutParameterResult,
} from '../../shapes/ssm.d.ts';
import { checkName } from './names.ts';
import type { Ssm } from './store.ts';
import { newest, parameterArn } from './store.ts';
import { putTags } from './tags.ts';

/** Bytes of a value. */
const VALUE_LIMITS = { Standard: 4096, Advanced: 8192 };
const VERSIONS_KEPT = 100;

export function writingOperations(ssm: Ssm) {
  const remove = (name: string): boolean => {
    ssm.tags.delete(name);
    return ssm.own.delete(name);
  };

  return {
    PutParameter: (input: PutParameterRequest, context: CallContext): PutParameterResult => {
      const { Name: name, Value: value, Overwrite = false } = input;
      const present = ssm.own.get(name);
      refuseUnknown(input, present !== undefined);
      checkName(name);
      if (present && !Overwrite)
        throw new AwsError(
          'ParameterAlreadyExists',
          'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
        );
      const type = input.Type ?? present?.type;
      if (!type) throw new AwsError('ValidationException', 'A parameter type is required when you create a parameter.');
      if (present && type !== present.type)
        throw new AwsError(
          'HierarchyTypeMismatchException',
          `Parameter type cannot be changed from ${present.type} to ${type}.`,
        );
      const bytes = Buffer.byteLength(value);
      const tier = chosenTier(input.Tier ?? present?.tier, bytes);
      checkValue(value, input.AllowedPattern, bytes, VALUE_LIMITS[tier]);
      if (input.Tags) putTags(ssm, name, input.Tags, context);
      const version = (present ? newest(present).version : 0) + 1;
      ssm.own.set(name, {
        name,
        arn: parameterArn(ssm.world, name),
        type,
        dataType: input.DataType ?? present?.dataType ?? 'text',
        tier,
        description: input.Description ?? present?.description,
        allowedPattern: input.AllowedPattern,
        keyId: type === 'SecureString' ? (input.KeyId ?? 'alias/aws/ssm') : undefined,
        modifiedBy: context.caller.arn,
        versions: [...(present?.versions ?? []), { value, version, modifiedAt: ssm.world.clock.now() }].slice(
          -VERSIONS_KEPT,
        ),
      });
      return { Version: version, Tier: tier };
    },

    DeleteParameter: ({ Name }: DeleteParameterRequest): object => {
      if (!remove(Name)) throw new AwsError('ParameterNotFound', '');
      return {};
    },

    DeleteParameters: ({ Names }: DeleteParametersRequest): DeleteParametersResult => {
      const outcomes = Names.map((name) => ({ name, removed: remove(name) }));
      return {
        DeletedParameters: outcomes.flatMap(({ name, removed }) => (removed ? [name] : [])),
        InvalidParameters: outcomes.flatMap(({ name, removed }) => (removed ? [] : [name])),
      };
    },
  };
}

/** What the emulator would have to act on and does not. */
function refuseUnknown({ Policies, Tags, Overwrite }: PutParameterRequest, exists: boolean): void {
  if (Policies !== undefined)
    throw new AwsError('ValidationException', 'This emulator does not carry out parameter policies.');
  if (Tags !== undefined && Overwrite && exists)
    throw new AwsError(
      'ValidationException',
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
}

function chosenTier(asked: PutParameterRequest['Tier'], bytes: number): 'Standard' | 'Advanced' {
  if (asked === 'Intelligent-Tiering') return bytes > VALUE_LIMITS.Standard ? 'Advanced' : 'Standard';
  return asked ?? 'Standard';
}

function checkValue(value: string, pattern: string | undefined, bytes: number, limit: number): void {
  if (bytes > limit)
    throw new AwsError(
      'ValidationException',
      `${limit === VALUE_LIMITS.Standard ? 'Standard' : 'Advanced'} tier parameters support a maximum parameter value of ${limit} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html`,
    );
  if (pattern === undefined) return;
  if (!expression(pattern).test(value))
    throw new AwsError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
}

function expression(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new AwsError('InvalidAllowedPatternException', `The pattern ${pattern} is not a valid regular expression.`);
  }
}
