import { isList, type Json, type JsonObject, objectsOf } from '../../model/json.ts';
import type { Danger } from '../../model/plan.ts';
import type { AlarmView } from '../../model/service-views.ts';
import { type Difference, differences } from '../differences/json-differences.ts';
import { unordered } from '../service/service-settings-normal.ts';

/** Every property of PutMetricAlarm, CloudWatch's defaults filled in. */
export function alarmDifferences(live: AlarmView | undefined, desired: JsonObject): readonly Difference[] {
  return differences(live && normalAlarm(live.description), normalAlarm(desired));
}

/**
 * An alarm's name is account-wide: one that watches something else, or is not marked as ours, is not to be overwritten.
 */
export function foreignAlarm(
  live: AlarmView,
  desired: JsonObject,
  ownership: Readonly<Record<string, string>>,
): Danger | undefined {
  const watchesOther =
    differences(normalDimensions(live.description['Dimensions']), normalDimensions(desired['Dimensions'])).length > 0;
  const isMarked = Object.entries(ownership).every(([key, value]) => live.tags[key] === value);
  if (!watchesOther && isMarked) return undefined;
  const tags = Object.entries(ownership).map(([key, value]) => `${key}=${value}`);
  return {
    resource: `alarm ${live.name}`,
    property: watchesOther ? 'Dimensions' : 'Tags',
    loss: watchesOther
      ? 'an alarm of this name exists and watches something else; it would be overwritten'
      : "an alarm of this name exists and is not marked as this service's; it would be overwritten",
    forbidden: `Give the alarm another alarmName in service.yaml; or, if nobody needs the one that exists, delete it${watchesOther ? '' : ` or tag it ${tags.join(' and ')}`}.`,
    allowed: false,
  };
}

function normalAlarm(alarm: JsonObject): JsonObject {
  const stated = Object.entries(alarm).filter(([, value]) => value !== null && !(isList(value) && value.length === 0));
  const { Dimensions, AlarmActions, ...rest } = Object.fromEntries(stated);
  return {
    ActionsEnabled: true,
    TreatMissingData: 'missing',
    AlarmDescription: '',
    DatapointsToAlarm: rest['EvaluationPeriods'] ?? 1,
    ...rest,
    Dimensions: normalDimensions(Dimensions),
    AlarmActions: unordered(AlarmActions ?? []),
  };
}

function normalDimensions(dimensions: Json | undefined): JsonObject {
  const list = objectsOf(dimensions);
  return Object.fromEntries(list.map(({ Name, Value }) => [String(Name), Value ?? '']));
}
