import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import type { ScalingFile } from '../schema/scaling-file.ts';
import { applyRules, type Rule } from './rule.ts';

interface ScalingDraft extends ScalingFile {
  readonly desiredCount: number | undefined;
  readonly policyNames: readonly string[];
}

const RULES: readonly Rule<ScalingDraft>[] = [
  ({ minCapacity, maxCapacity }) =>
    minCapacity > maxCapacity && [
      ['scaling', 'minCapacity'],
      `scaling.minCapacity is ${minCapacity}, more than maxCapacity, ${maxCapacity}.`,
      'Lower minCapacity, or raise maxCapacity.',
    ],
  ({ minCapacity, maxCapacity, desiredCount = minCapacity }) =>
    minCapacity <= maxCapacity &&
    (desiredCount < minCapacity || desiredCount > maxCapacity) && [
      ['desiredCount'],
      `desiredCount is ${desiredCount}, but scaling keeps it between ${minCapacity} and ${maxCapacity}.`,
      'Set it between them, or remove it: the default is minCapacity.',
    ],
  ({ scaleOut, scaleIn }) =>
    scaleOut !== undefined &&
    scaleIn === undefined && [
      ['scaling', 'scaleIn'],
      'scaling has scaleOut, but no scaleIn: tasks would only ever be added.',
      'Add "scaleIn:" with a threshold.',
    ],
  ({ scaleOut, scaleIn }) =>
    scaleIn !== undefined &&
    scaleOut === undefined && [
      ['scaling', 'scaleOut'],
      'scaling has scaleIn, but no scaleOut: tasks would only ever be removed.',
      'Add "scaleOut:" with a threshold.',
    ],
  ({ scaleOut, scaleIn }) =>
    scaleOut !== undefined &&
    scaleIn !== undefined &&
    scaleOut.metricName === scaleIn.metricName &&
    scaleIn.threshold >= scaleOut.threshold && [
      ['scaling', 'scaleIn', 'threshold'],
      `scaleIn's threshold, ${scaleIn.threshold}, is not below scaleOut's, ${scaleOut.threshold}.`,
      'Leave room between them, or tasks are added and removed endlessly.',
    ],
  ({ policyNames, targetTracking: { length: trackingCount } }) => {
    const again = policyNames.findIndex((name, index) => policyNames.indexOf(name) < index);
    return (
      again >= 0 && [
        again < trackingCount
          ? ['scaling', 'targetTracking', again, 'policyName']
          : ['scaling', 'predictive', again - trackingCount, 'policyName'],
        `Another policy is already named "${policyNames[again]}".`,
        'Give each policy its own policyName.',
      ]
    );
  },
];

/** Bounds in order, alarms in pairs and apart. */
export function checkScaling({ file, service }: ServiceDraft): readonly ConfigIssue[] {
  const { scaling, desiredCount } = file.value;
  if (!scaling) return [];
  const { targetTracking = [], predictive = [] } = service.scaling ?? {};
  const policyNames = [...targetTracking, ...predictive].map(({ policyName }) => policyName);
  return applyRules(RULES, { ...scaling, desiredCount, policyNames }, file, []);
}
