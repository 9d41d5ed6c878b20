import type { ResourceChangeDetail } from '../../../shapes/cloudformation.d.ts';
import { differences, pointerOf, shown } from '../changeset/value-details.ts';
import { schemaOf } from '../resources/schemas.ts';
import type { Json, JsonObject } from '../template/json.ts';
import { isArray, isObject, sameValue } from '../template/json.ts';
import type { ResourceDrift } from './resource-drift.ts';

/** Says of each place where its values come from, and how it has drifted. */
export function withDrift(
  details: readonly ResourceChangeDetail[],
  drift: ResourceDrift,
): readonly ResourceChangeDetail[] {
  return details.map((detail) => {
    const { Path: pointer, Name: name = '' } = detail.Target ?? {};
    if (pointer === undefined) return detail;
    const path = pointer
      .split('/')
      .slice(2)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const [before, live] = [drift.previous, drift.live].map(({ properties }) => valueAt(properties, path));
    return {
      ...detail,
      Target: {
        ...detail.Target,
        BeforeValueFrom: drift.unread.includes(name) ? 'PREVIOUS_DEPLOYMENT_STATE' : 'ACTUAL_STATE',
        AfterValueFrom: 'TEMPLATE',
        Drift: sameValue(before, live)
          ? undefined
          : {
              PreviousValue: before === undefined ? undefined : shown(before),
              ActualValue: live === undefined ? undefined : shown(live),
              DriftDetectionTimestamp: drift.detectedAt,
            },
      },
    };
  });
}

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [head, ...rest] = path;
  if (head === undefined || value === undefined) return value;
  if (isArray(value)) return valueAt(value[Number(head)], rest);
  return isObject(value) ? valueAt(value[head], rest) : undefined;
}

/** Properties whose drift the new template has taken over: nothing is done to them but to forget the drift. */
export function takenOver({ previous, live }: ResourceDrift, desired: JsonObject): readonly ResourceChangeDetail[] {
  return takenOverNames(previous.properties, live.properties, desired).flatMap((name) =>
    unmodified({ Attribute: 'Properties', Name: name, RequiresRecreation: 'Never' }),
  );
}

/** The same, place by place, with values. */
export function takenOverValues(
  { previous, live }: ResourceDrift,
  desired: JsonObject,
): readonly ResourceChangeDetail[] {
  const names = Object.keys({ ...previous.properties, ...desired });
  return names.flatMap((name) =>
    differences(previous.properties[name], desired[name], [name], schemaOf(previous.type).properties[name]?.type)
      .filter(({ path, after }) => sameValue(valueAt(live.properties, path), after))
      .flatMap(({ path, after }) =>
        unmodified({
          Attribute: 'Properties',
          Name: name,
          RequiresRecreation: 'Never',
          Path: pointerOf(path),
          BeforeValue: after === undefined ? undefined : shown(after),
          AfterValue: after === undefined ? undefined : shown(after),
          AttributeChangeType: 'SyncWithActual',
        }),
      ),
  );
}

function takenOverNames(previous: JsonObject, live: JsonObject, desired: JsonObject): readonly string[] {
  return Object.keys({ ...previous, ...desired }).filter(
    (name) => !sameValue(previous[name], desired[name]) && sameValue(live[name], desired[name]),
  );
}

function unmodified(Target: NonNullable<ResourceChangeDetail['Target']>): readonly ResourceChangeDetail[] {
  return [{ Target, Evaluation: 'Static', ChangeSource: 'NoModification' }];
}
