import { AwsError } from '../../core/errors.ts';
import { tagPairs, withTags } from '../../core/tags.ts';
import type { CallContext } from '../../core/world.ts';
import type {
  DeleteAlarmsInput,
  DisableAlarmActionsInput,
  EnableAlarmActionsInput,
  PutMetricAlarmInput,
  SetAlarmStateInput,
} from '../../shapes/cloudwatch.d.ts';
import { recordHistory } from './alarm-history.ts';
import { alarmSettings } from './alarm-settings.ts';
import { enterState, keepEvaluating } from './alarm-states.ts';
import { datapoints } from './series.ts';
import type { Alarm, AlarmSettings, CloudWatch } from './state.ts';
import { findSeries } from './state.ts';
import { read } from './statistics.ts';
import { REFUSALS } from './tags.ts';

function addAlarm({ world, alarms }: CloudWatch, name: string, settings: AlarmSettings): Alarm {
  const now = world.clock.now();
  const alarm: Alarm = {
    name,
    arn: `arn:aws:cloudwatch:${world.region}:${world.account}:alarm:${name}`,
    settings,
    updatedAt: now,
    state: 'INSUFFICIENT_DATA',
    stateReason: 'Unchecked: Initial alarm creation',
    stateReasonData: undefined,
    stateUpdatedAt: now,
    stateTransitionedAt: now,
    actedAt: now,
    cancelEvaluation: () => {},
    tags: new Map(),
  };
  alarms.set(name, alarm);
  return alarm;
}

export function alarmOperations(cloudwatch: CloudWatch) {
  const { world, alarms } = cloudwatch;

  const find = (name: string): Alarm => {
    const alarm = alarms.get(name);
    if (!alarm) throw new AwsError('ResourceNotFound', `Unknown alarm: ${name}`, 404);
    return alarm;
  };

  const setActionsEnabled =
    (actionsEnabled: boolean) =>
    ({ AlarmNames }: EnableAlarmActionsInput | DisableAlarmActionsInput): void => {
      for (const name of AlarmNames) {
        const alarm = alarms.get(name);
        if (alarm) alarm.settings = { ...alarm.settings, actionsEnabled };
      }
    };

  return {
    /** Replaces all of an alarm's settings and none of its state; tags are taken only when it is new. */
    PutMetricAlarm: (input: PutMetricAlarmInput, context: CallContext): void => {
      const tags = withTags(new Map(), tagPairs(input.Tags ?? []), context, REFUSALS);
      const before = alarms.get(input.AlarmName);
      const kept = world.sabotage.has('alarm-without-action') ? (before?.settings.actions.ALARM ?? []) : [];
      const settings = alarmSettings({ ...input, AlarmActions: input.AlarmActions ?? [...kept] });
      const alarm = before ?? addAlarm(cloudwatch, input.AlarmName, settings);
      if (!before) for (const [key, value] of tags) alarm.tags.set(key, value);
      alarm.settings = settings;
      alarm.updatedAt = world.clock.now();
      recordHistory(cloudwatch, alarm.name, {
        type: 'ConfigurationUpdate',
        summary: `Alarm "${alarm.name}" ${before ? 'updated' : 'created'}`,
        data: { version: '1.0', type: before ? 'Update' : 'Create' },
      });
      alarm.cancelEvaluation();
      keepEvaluating(cloudwatch, alarm);
    },

    /** All or nothing: a name that does not exist keeps the others. */
    DeleteAlarms: ({ AlarmNames }: DeleteAlarmsInput): void => {
      for (const alarm of AlarmNames.map(find)) {
        alarm.cancelEvaluation();
        alarms.delete(alarm.name);
        recordHistory(cloudwatch, alarm.name, {
          type: 'ConfigurationUpdate',
          summary: `Alarm "${alarm.name}" deleted`,
          data: { version: '1.0', type: 'Delete' },
        });
      }
    },

    /** Lasts until the next evaluation. */
    SetAlarmState: ({
      AlarmName,
      StateValue: state,
      StateReason: reason,
      StateReasonData,
    }: SetAlarmStateInput): void => {
      const alarm = find(AlarmName);
      if (StateReasonData !== undefined) checkJson(StateReasonData);
      const { metric, statistic, unit, periodSeconds } = alarm.settings;
      const now = world.clock.now();
      const range = { start: 0, end: now + 1, periodMs: periodSeconds * 1000, unit };
      const newest = datapoints(findSeries(cloudwatch, metric), range).at(-1);
      const value = newest && read(newest.set, statistic);
      enterState(cloudwatch, alarm, { state, reason, reasonData: StateReasonData, value });
    },

    EnableAlarmActions: setActionsEnabled(true),
    DisableAlarmActions: setActionsEnabled(false),
  };
}

function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new AwsError('InvalidFormat', 'StateReasonData must be valid JSON.');
  }
}
