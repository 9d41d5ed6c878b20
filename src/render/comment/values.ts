import type { ShownValue } from '../../model/plan.ts';
import { excerptsAround, markdownCode } from '../text.ts';

/** Values of one property, long ones reduced to where they differ. */
export function shortened(values: readonly ShownValue[], longest: number): readonly ShownValue[] {
  const texts = values.flatMap((value) => (value.kind === 'value' ? [value.text] : []));
  const excerpts = excerptsAround(texts, longest).values();
  return values.map((value) => (value.kind === 'value' ? { ...value, text: excerpts.next().value ?? '' } : value));
}

/** A value in a cell of a table. */
export function valueCell(value: ShownValue): string {
  switch (value.kind) {
    case 'value':
      return markdownCode(value.text);
    case 'absent':
      return '*(absent)*';
    case 'secret':
      return '*(differs, not shown)*';
    case 'known-after-apply':
      return '*(known after apply)*';
    case 'withheld':
      return '*(not shown by CloudFormation)*';
  }
}

/** `3 min 12 s`, or `45 s`. */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A resource's type without what every one has: `ElasticLoadBalancingV2 TargetGroup`. */
export function typeText(type: string): string {
  return type.replace(/^AWS::/, '').replaceAll('::', ' ');
}

/** The name that a person knows a unit by: `api` of `service/web/api`. */
export function unitName(id: string): string {
  return id.split('/').at(-1) ?? id;
}
