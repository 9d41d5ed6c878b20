import { AwsError } from '../../core/errors.ts';

const PATH_RULES =
  'If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_';

/** Refuses names that no account may give to a parameter. */
export function checkName(name: string): void {
  const first = name.split('/').find((part) => part !== '') ?? '';
  if (/^(aws|ssm)/i.test(first)) {
    if (name.startsWith('/aws/'))
      throw new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
    const prefix = 'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive). ';
    throw new AwsError('ValidationException', prefix + PATH_RULES);
  }
  if (!/^[\w.\-/]+$/.test(name) || name.includes('//') || name.endsWith('/'))
    throw new AwsError('ValidationException', `Parameter name: ${PATH_RULES}`);
  if (name.includes('/') && !name.startsWith('/'))
    throw new AwsError('ValidationException', 'Parameter name must be a fully qualified name.');
  if (name.split('/').length > 16)
    throw new AwsError(
      'HierarchyLevelLimitExceededException',
      `Parameter name must have at most 15 levels; ${name} has ${name.split('/').length - 1}.`,
    );
}
