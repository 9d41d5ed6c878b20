import { AwsError } from '../../core/errors.ts';
import { pageOf } from '../../core/pages.ts';
import type {
  DescribeParametersRequest,
  DescribeParametersResult,
  GetParameterRequest,
  GetParameterResult,
  GetParametersByPathRequest,
  GetParametersByPathResult,
  GetParametersRequest,
  GetParametersResult,
  Parameter,
} from '../../shapes/ssm.d.ts';
import { matches } from './filters.ts';
import type { Ssm, StoredParameter } from './store.ts';
import { findParameter, newest, parameterMetadata, parameterView } from './store.ts';

const byName = (a: StoredParameter, b: StoredParameter): number => (a.name < b.name ? -1 : 1);

const invalidToken = (): AwsError => new AwsError('InvalidNextToken', 'The specified token is not valid.');

export function readingOperations(ssm: Ssm) {
  /**
   * `name`, `name:version`, or an ARN with either; undefined where there is none. AWS gives ParameterNotFound no
   * message.
   */
  const read = (reference: string, decrypt: boolean): Parameter | undefined => {
    const whole = findParameter(ssm, reference);
    if (whole) return parameterView(whole, newest(whole), { decrypt });
    const at = reference.lastIndexOf(':');
    const parameter = at < 0 ? undefined : findParameter(ssm, reference.slice(0, at));
    if (!parameter) return undefined;
    const selector = reference.slice(at);
    const version = parameter.versions.find((each) => `:${each.version}` === selector);
    if (version) return parameterView(parameter, version, { decrypt, selector });
    const message = `Systems Manager could not find version ${selector.slice(1)} of ${parameter.name}. Verify the version and try again.`;
    throw new AwsError('ParameterVersionNotFound', message);
  };

  return {
    GetParameter: ({ Name, WithDecryption = false }: GetParameterRequest): GetParameterResult => {
      const parameter = read(Name, WithDecryption);
      if (!parameter) throw new AwsError('ParameterNotFound', '');
      return { Parameter: parameter };
    },

    GetParameters: ({ Names, WithDecryption = false }: GetParametersRequest): GetParametersResult => {
      const found = Names.map((name) => ({ name, parameter: readQuietly(() => read(name, WithDecryption)) }));
      return {
        Parameters: found.flatMap(({ parameter }) => (parameter ? [parameter] : [])),
        InvalidParameters: found.flatMap(({ name, parameter }) => (parameter ? [] : [name])),
      };
    },

    GetParametersByPath: (input: GetParametersByPathRequest): GetParametersByPathResult => {
      const { Path, Recursive = false, WithDecryption: decrypt = false, MaxResults = 10, NextToken } = input;
      if (!Path.startsWith('/'))
        throw new AwsError(
          'ValidationException',
          `The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash "/".`,
        );
      const prefix = Path.endsWith('/') ? Path : `${Path}/`;
      const below = [...ssm.own.values(), ...ssm.published.values()]
        .filter(({ name }) => name.startsWith(prefix) && (Recursive || !name.slice(prefix.length).includes('/')))
        .filter((parameter) => matches(parameter, input.ParameterFilters))
        .sort(byName);
      const { items, nextToken } = pageOf(below, { token: NextToken, size: MaxResults, invalidToken });
      return {
        Parameters: items.map((parameter) => parameterView(parameter, newest(parameter), { decrypt })),
        NextToken: nextToken,
      };
    },

    DescribeParameters: (input: DescribeParametersRequest): DescribeParametersResult => {
      const { MaxResults = 50, NextToken, Filters = [], ParameterFilters = [] } = input;
      const filters = [...ParameterFilters, ...Filters.map((filter) => ({ ...filter, Option: 'BeginsWith' }))];
      const own = [...ssm.own.values()].filter((parameter) => matches(parameter, filters)).sort(byName);
      const { items, nextToken } = pageOf(own, { token: NextToken, size: MaxResults, invalidToken });
      return { Parameters: items.map(parameterMetadata), NextToken: nextToken };
    },
  };
}

/** GetParameters lists what it cannot find instead of failing. */
function readQuietly(read: () => Parameter | undefined): Parameter | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}
