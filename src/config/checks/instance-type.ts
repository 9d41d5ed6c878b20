import type { ConfigIssue } from '../../model/source.ts';
import type { ClusterDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import { suggestion } from '../suggestion.ts';

const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', 'metal'];

/** The second part of a type's name is its size, of which there are few; families are too many to list. */
export function warnOfInstanceType({ file }: ClusterDraft): readonly ConfigIssue[] {
  const { instanceType } = file.value.capacity;
  const [family = '', size = ''] = instanceType.split('.');
  if (/^(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/.test(size)) return [];
  const [, times = '', rest = ''] = /^(\d*)(.*)$/.exec(size) ?? [];
  const meant = suggestion(rest, SIZES);
  const hint = meant === undefined ? `Sizes are ${SIZES.join(', ')}.` : `Did you mean "${family}.${times}${meant}"?`;
  return problemAt(file, ['capacity', 'instanceType'], `EC2 has no instance type of the size "${size}".`, hint);
}
