import { isIP } from 'node:net';
import type { RuleCondition } from '../../../shapes/elbv2.d.ts';
import { validationError } from '../finders.ts';
import { QUOTAS } from '../quotas.ts';
import { compiles } from './regular-expressions.ts';

const FIELDS = [
  'path-pattern',
  'host-header',
  'http-header',
  'http-request-method',
  'query-string',
  'source-ip',
] as const;
type Field = (typeof FIELDS)[number];

const REPEATABLE: readonly string[] = ['http-header', 'query-string'];

const VALUE_PATTERNS: Readonly<Record<Field, RegExp>> = {
  'path-pattern': /^[\w\-.$/~"'@:+&()!,;=%*?]{1,128}$/,
  'host-header': /^[A-Za-z0-9\-._*?]{1,128}$/,
  'http-header': /^[\x20-\x7e]{1,128}$/,
  'http-request-method': /^[A-Z_-]{1,40}$/,
  'query-string': /^[\x21-\x7e]{1,128}$/,
  'source-ip': /^.{1,128}$/,
};

interface ConditionTexts {
  readonly values: readonly string[];
  readonly regexValues: readonly string[];
}

/** A rule's conditions as AWS stores and describes them; throws ValidationError where AWS refuses them. */
export function normalizeConditions(conditions: readonly RuleCondition[]): RuleCondition[] {
  if (conditions.length === 0) throw validationError('A condition must be specified');
  const seen = new Set<string>();
  const texts: ConditionTexts[] = [];
  const normalized = conditions.map((condition) => {
    const field = checkField(condition.Field);
    if (seen.has(field) && !REPEATABLE.includes(field))
      throw validationError(`A rule can only have one '${field}' condition`);
    seen.add(field);
    const found = textsOf(field, condition);
    checkTexts(field, found);
    texts.push(found);
    return describe(field, condition, found);
  });
  checkQuotas(texts);
  return normalized;
}

function checkField(field: string | undefined): Field {
  const known = FIELDS.find((name) => name === field);
  if (!known) throw validationError(`Condition field '${field}' must be one of '[${FIELDS.join(', ')}]'`);
  return known;
}

function textsOf(field: Field, condition: RuleCondition): ConditionTexts {
  const { Values = [], RegexValues = [] } = condition;
  switch (field) {
    case 'path-pattern':
      return {
        values: condition.PathPatternConfig?.Values ?? Values,
        regexValues: condition.PathPatternConfig?.RegexValues ?? RegexValues,
      };
    case 'host-header':
      return {
        values: condition.HostHeaderConfig?.Values ?? Values,
        regexValues: condition.HostHeaderConfig?.RegexValues ?? RegexValues,
      };
    case 'http-header':
      return {
        values: condition.HttpHeaderConfig?.Values ?? [],
        regexValues: condition.HttpHeaderConfig?.RegexValues ?? [],
      };
    case 'http-request-method':
      return { values: condition.HttpRequestMethodConfig?.Values ?? [], regexValues: [] };
    case 'query-string':
      return {
        values: (condition.QueryStringConfig?.Values ?? []).flatMap(({ Key, Value = '' }) =>
          Key === undefined ? [Value] : [Key, Value],
        ),
        regexValues: [],
      };
    case 'source-ip':
      return { values: condition.SourceIpConfig?.Values ?? [], regexValues: [] };
  }
}

function checkTexts(field: Field, { values, regexValues }: ConditionTexts): void {
  if (values.length + regexValues.length === 0) throw validationError('A condition value must be specified');
  for (const value of values) {
    if (!VALUE_PATTERNS[field].test(value))
      throw validationError(`Condition value '${value}' is not valid for '${field}'`);
    if (field === 'source-ip' && !isRange(value)) throw validationError(`CIDR value '${value}' is not valid`);
  }
  for (const value of regexValues) {
    if (value.length > 128 || !compiles(value)) throw validationError(`Regular expression '${value}' is not valid`);
  }
}

function isRange(value: string): boolean {
  const [address = '', bits = ''] = value.split('/');
  const family = isIP(address);
  return family !== 0 && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

function describe(field: Field, condition: RuleCondition, { values, regexValues }: ConditionTexts): RuleCondition {
  const config = {
    ...(values.length > 0 && { Values: [...values] }),
    ...(regexValues.length > 0 && { RegexValues: [...regexValues] }),
  };
  switch (field) {
    case 'path-pattern':
      return { Field: field, ...config, PathPatternConfig: config };
    case 'host-header':
      return { Field: field, ...config, HostHeaderConfig: config };
    case 'http-header': {
      const name = condition.HttpHeaderConfig?.HttpHeaderName ?? '';
      if (!/^[\w!#$%&'*+.^`|~-]{1,40}$/.test(name) || name.toLowerCase() === 'host')
        throw validationError(`HTTP header name '${name}' is not valid`);
      return { Field: field, HttpHeaderConfig: { HttpHeaderName: name, ...config } };
    }
    case 'http-request-method':
      return { Field: field, HttpRequestMethodConfig: config };
    case 'query-string':
      return { Field: field, QueryStringConfig: condition.QueryStringConfig };
    case 'source-ip':
      return { Field: field, SourceIpConfig: config };
  }
}

function checkQuotas(texts: readonly ConditionTexts[]): void {
  const { conditionValuesPerRule, conditionWildcardsPerRule } = QUOTAS;
  const count = texts.reduce((sum, { values, regexValues }) => sum + values.length + regexValues.length, 0);
  if (count > conditionValuesPerRule)
    throw validationError(`A rule can only have '${conditionValuesPerRule}' condition values`);
  const wildcards = texts.flatMap(({ values }) => values.join('').match(/[*?]/g) ?? []).length;
  if (wildcards > conditionWildcardsPerRule)
    throw validationError(`A rule can only have '${conditionWildcardsPerRule}' condition wildcards`);
}
