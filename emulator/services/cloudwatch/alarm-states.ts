import { recordHistory } from './alarm-history.ts';
import type { Verdict } from './evaluation.ts';
import { evaluate, evaluationRange } from './evaluation.ts';
import { datapoints } from './series.ts';
import type { Alarm, AlarmState, CloudWatch } from './state.ts';
import { findSeries } from './state.ts';
import { stateReason } from './state-reason.ts';
import { read } from './statistics.ts';

const MINUTE_MS = 60_000;
/** A real timer behind a scaled clock may be early by a little. */
const TOLERANCE_MS = 1_000;

/** A scaling policy is told each minute that the alarm still is in its state; everything else hears of changes only. */
const isScalingPolicy = (action: string): boolean => /^arn:aws[\w-]*:autoscaling:.*:scalingPolicy:/.test(action);

/** Evaluates the alarm from now on: every period, and at least every minute. */
export function keepEvaluating(cloudwatch: CloudWatch, alarm: Alarm): void {
  const { world } = cloudwatch;
  const everyMs = Math.min(alarm.settings.periodSeconds * 1000, MINUTE_MS);
  // Alarms are evaluated at moments of their own within the period.
  const cancelFirst = world.clock.after(world.random.next() * Math.min(everyMs, 10_000), () => {
    evaluateAlarm(cloudwatch, alarm);
    alarm.cancelEvaluation = world.clock.every(everyMs, () => evaluateAlarm(cloudwatch, alarm));
  });
  alarm.cancelEvaluation = cancelFirst;
}

function evaluateAlarm(cloudwatch: CloudWatch, alarm: Alarm): void {
  const { settings } = alarm;
  const now = cloudwatch.world.clock.now();
  const periodMs = settings.periodSeconds * 1000;
  const end = Math.floor(now / periodMs) * periodMs;
  const length = evaluationRange(settings);
  const start = end - length * periodMs;
  const found = datapoints(findSeries(cloudwatch, settings.metric), { start, end, periodMs, unit: settings.unit });
  const values = new Map(found.map(({ at, set }) => [at, read(set, settings.statistic)]));
  const range = Array.from({ length }, (_, index) => start + index * periodMs).map((at) => ({
    at,
    value: values.get(at),
  }));
  const verdict = evaluate(range, settings);
  const newest = verdict.evaluated.at(-1)?.value;
  const { state } = verdict;
  if (state !== undefined && state !== alarm.state) {
    const reason = stateReason(state, verdict, settings);
    enterState(cloudwatch, alarm, { state, reason, reasonData: reasonData(alarm, verdict, now), value: newest });
  } else if (now - alarm.actedAt >= MINUTE_MS - TOLERANCE_MS) {
    act(cloudwatch, alarm, { value: newest, actions: alarm.settings.actions[alarm.state].filter(isScalingPolicy) });
  }
}

function reasonData({ settings }: Alarm, { evaluated }: Verdict, now: number): string {
  return JSON.stringify({
    version: '1.0',
    queryDate: new Date(now).toISOString(),
    startDate: evaluated[0] && new Date(evaluated[0].at).toISOString(),
    unit: settings.unit,
    statistic: settings.statistic,
    period: settings.periodSeconds,
    recentDatapoints: evaluated.map(({ value }) => value),
    threshold: settings.threshold,
  });
}

export interface NewState {
  readonly state: AlarmState;
  readonly reason: string;
  readonly reasonData: string | undefined;
  /** The metric's newest datapoint. */
  readonly value: number | undefined;
}

/** Changes an alarm's state, writes it down and acts on it. */
export function enterState(cloudwatch: CloudWatch, alarm: Alarm, { state, reason, reasonData, value }: NewState): void {
  const now = cloudwatch.world.clock.now();
  const from = alarm.state;
  recordHistory(cloudwatch, alarm.name, {
    type: 'StateUpdate',
    summary: `Alarm updated from ${from} to ${state}`,
    data: {
      version: '1.0',
      oldState: { stateValue: from, stateReason: alarm.stateReason },
      newState: { stateValue: state, stateReason: reason },
    },
  });
  Object.assign(alarm, { state, stateReason: reason, stateReasonData: reasonData, stateUpdatedAt: now });
  if (state !== from) alarm.stateTransitionedAt = now;
  act(cloudwatch, alarm, { value, actions: alarm.settings.actions[state] });
}

interface Acting {
  readonly value: number | undefined;
  readonly actions: readonly string[];
}

/** Tells whoever an action is for. Without a datapoint a scaling policy cannot tell what to do, and is not told. */
function act(cloudwatch: CloudWatch, alarm: Alarm, { value, actions }: Acting): void {
  if (!alarm.settings.actionsEnabled) return;
  alarm.actedAt = cloudwatch.world.clock.now();
  for (const actionArn of actions) {
    recordHistory(cloudwatch, alarm.name, {
      type: 'Action',
      summary: `Successfully executed action ${actionArn}`,
      data: { actionState: 'Succeeded', stateUpdateTimestamp: alarm.stateUpdatedAt, notificationResource: actionArn },
    });
    if (value === undefined) continue;
    cloudwatch.world.emit('alarm-action', {
      actionArn,
      alarmName: alarm.name,
      value,
      threshold: alarm.settings.threshold,
    });
  }
}
