import { AwsError } from '../../core/errors.ts';
import type { ParameterStringFilter } from '../../shapes/ssm.d.ts';
import type { StoredParameter } from './store.ts';

const FIELDS: Readonly<Record<string, (parameter: StoredParameter) => string>> = {
  DataType: ({ dataType }) => dataType,
  KeyId: ({ keyId }) => keyId ?? '',
  Name: ({ name }) => name,
  Path: ({ name }) => name.slice(0, Math.max(1, name.lastIndexOf('/'))),
  Tier: ({ tier }) => tier,
  Type: ({ type }) => type,
};

/** Whether a parameter passes all filters; the values of one filter are alternatives. */
export function matches(parameter: StoredParameter, filters: readonly ParameterStringFilter[] | undefined): boolean {
  return (filters ?? []).every(({ Key, Option = 'Equals', Values = [] }) => {
    const field = FIELDS[Key];
    if (!field) throw new AwsError('InvalidFilterKey', `The filter key ${Key} is not one that this emulator knows.`);
    const value = field(parameter);
    return Values.some((wanted) => compare(value, wanted, Option));
  });
}

function compare(value: string, wanted: string, option: string): boolean {
  if (option === 'Equals' || option === 'OneLevel') return value === wanted;
  if (option === 'BeginsWith') return value.startsWith(wanted);
  if (option === 'Contains') return value.includes(wanted);
  if (option === 'Recursive') return value === wanted || value.startsWith(wanted.endsWith('/') ? wanted : `${wanted}/`);
  throw new AwsError('InvalidFilterOption', `The filter option ${option} is not valid.`);
}
