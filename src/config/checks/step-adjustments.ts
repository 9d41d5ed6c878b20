import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import type { StepFile } from '../schema/scaling-file.ts';
import type { Problem } from './rule.ts';

/** Adjustments of an alarm's step: stated once, and their ranges beside each other without gap or overlap. */
export function checkStepAdjustments({ file }: ServiceDraft): readonly ConfigIssue[] {
  const { scaleOut, scaleIn } = file.value.scaling ?? {};
  return Object.entries({ scaleOut, scaleIn }).flatMap(([key, step]) => {
    if (!step) return [];
    const isStated = `scaling/${key}/scalingAdjustment` in file.values;
    return problemsOf(step, isStated).flatMap(([below, message, hint]) =>
      problemAt(file, ['scaling', key, ...below], message, hint),
    );
  });
}

function problemsOf(step: StepFile, isStated: boolean): readonly Problem[] {
  const { stepAdjustments, adjustmentType, minAdjustmentMagnitude } = step;
  return [
    ...(stepAdjustments && isStated
      ? [problem(['scalingAdjustment'], 'scalingAdjustment and stepAdjustments are both given.', 'Keep one of them.')]
      : []),
    ...(minAdjustmentMagnitude !== undefined && adjustmentType !== 'PercentChangeInCapacity'
      ? [
          problem(
            ['minAdjustmentMagnitude'],
            `minAdjustmentMagnitude cannot be used with ${adjustmentType}.`,
            'Remove it, or write "adjustmentType: PercentChangeInCapacity".',
          ),
        ]
      : []),
    ...rangeProblems(stepAdjustments ?? []),
  ];
}

function rangeProblems(adjustments: NonNullable<StepFile['stepAdjustments']>): readonly Problem[] {
  const ranges = adjustments
    .map(({ metricIntervalLowerBound: lower, metricIntervalUpperBound: upper }, index) => ({
      index,
      low: lower ?? Number.NEGATIVE_INFINITY,
      high: upper ?? Number.POSITIVE_INFINITY,
      isOpen: lower === undefined && upper === undefined,
    }))
    .toSorted((a, b) => a.low - b.low);
  return ranges.flatMap(({ index, low, high, isOpen }, place): readonly Problem[] => {
    const before = ranges[place - 1];
    const at = ['stepAdjustments', index];
    if (isOpen)
      return [problem(at, 'This range has no bound.', 'Give it metricIntervalLowerBound or metricIntervalUpperBound.')];
    if (low >= high)
      return [problem(at, `This range begins at ${low} and ends at ${high}.`, 'Put the lower bound below the upper.')];
    if (before && before.high !== low) {
      const what = before.high > low ? 'overlap' : 'leave a gap';
      return [
        problem(
          at,
          `Two ranges ${what}: one ends at ${before.high}, this one begins at ${low}.`,
          'Let each range begin where the one before ends.',
        ),
      ];
    }
    return [];
  });
}

function problem(path: Problem[0], message: string, hint: string): Problem {
  return [path, message, hint];
}
