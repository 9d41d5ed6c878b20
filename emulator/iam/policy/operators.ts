import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { fitsArn, fitsPattern } from './patterns.ts';

/** Whether a value of the request fits one value of the policy. */
export type Comparison = (actual: string, wanted: string) => boolean;

const numbers =
  (compare: (actual: number, wanted: number) => boolean): Comparison =>
  (actual, wanted) =>
    compare(Number(actual), Number(wanted));

const dates =
  (compare: (actual: number, wanted: number) => boolean): Comparison =>
  (actual, wanted) =>
    compare(instant(actual), instant(wanted));

/** ISO 8601, or seconds since the epoch. */
const instant = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

const equalText: Comparison = (actual, wanted) => actual === wanted;
const ignoringCase: Comparison = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();

/** The operators that are not another one with `Not` in it. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: equalText,
  StringEqualsIgnoreCase: ignoringCase,
  StringLike: fitsPattern,
  // IAM: ArnEquals and ArnLike behave identically.
  ArnEquals: fitsArn,
  ArnLike: fitsArn,
  Bool: ignoringCase,
  BinaryEquals: equalText,
  IpAddress: (actual, wanted) => inBlock(actual, wanted),
  NumericEquals: numbers((a, b) => a === b),
  NumericLessThan: numbers((a, b) => a < b),
  NumericLessThanEquals: numbers((a, b) => a <= b),
  NumericGreaterThan: numbers((a, b) => a > b),
  NumericGreaterThanEquals: numbers((a, b) => a >= b),
  DateEquals: dates((a, b) => a === b),
  DateLessThan: dates((a, b) => a < b),
  DateLessThanEquals: dates((a, b) => a <= b),
  DateGreaterThan: dates((a, b) => a > b),
  DateGreaterThanEquals: dates((a, b) => a >= b),
};

const NEGATIONS: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NotIpAddress: 'IpAddress',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
};

export interface Operator {
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
  readonly negated: boolean;
  /** Undefined for Null, which compares nothing. */
  readonly fits: Comparison | undefined;
}

/** Undefined where IAM has no such operator. */
export function operatorOf(name: string): Operator | undefined {
  const [, quantifier, base = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  if (base === 'Null') return { quantifier: undefined, ifExists: false, negated: false, fits: undefined };
  const positive = NEGATIONS[base];
  const fits = COMPARISONS[positive ?? base];
  return (
    fits && {
      quantifier: quantifier as Operator['quantifier'],
      ifExists: ifExists !== undefined,
      negated: positive !== undefined,
      fits,
    }
  );
}

function inBlock(address: string, block: string): boolean {
  const [network = '', prefix] = block.split('/');
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  if (!(family === 'ipv6' ? isIPv6(address) : isIPv4(address) && isIPv4(network))) return false;
  const blocks = new BlockList();
  blocks.addSubnet(network, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  return blocks.check(address, family);
}
