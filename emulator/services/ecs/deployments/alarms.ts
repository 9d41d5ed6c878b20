import type { DescribeAlarmsOutput } from '../../../shapes/cloudwatch.d.ts';
import type { Ecs } from '../context.ts';
import { tolerate } from '../refusals.ts';
import type { AlarmState, ServiceDeploymentRecord } from './record.ts';

export interface AlarmReading {
  readonly inAlarm: readonly string[];
  /** The longest time that one of the alarms needs for its judgement. */
  readonly evaluationMs: number;
}

/** Looks at the deployment's alarms; ECS polls DescribeAlarms as anybody would. */
export async function readAlarms(
  ecs: Ecs,
  deployment: ServiceDeploymentRecord | undefined,
): Promise<AlarmReading | undefined> {
  const { alarms } = deployment ?? {};
  if (alarms?.status !== 'MONITORING') return undefined;
  const answer = await ecs.world
    .call<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', { AlarmNames: alarms.names, MaxRecords: 100 })
    .catch(tolerate);
  const found = answer?.MetricAlarms ?? [];
  return {
    inAlarm: found.flatMap(({ AlarmName, StateValue }) => (StateValue === 'ALARM' && AlarmName ? [AlarmName] : [])),
    evaluationMs: Math.max(
      0,
      ...found.map(({ Period = 60, EvaluationPeriods = 1 }) => Period * EvaluationPeriods * 1000),
    ),
  };
}

/**
 * The alarms after another reading. One that is in ALARM at the very start makes ECS ignore them for the whole
 * deployment [doc deployment-alarm-failure]; one that goes into ALARM later fails it.
 */
export function judgeAlarms(alarms: AlarmState, reading: AlarmReading): AlarmState {
  if (alarms.status !== 'MONITORING') return alarms;
  if (reading.inAlarm.length === 0) return { ...alarms, examined: true };
  if (!alarms.examined) return { ...alarms, examined: true, status: 'DISABLED' };
  return { ...alarms, status: 'TRIGGERED', triggered: reading.inAlarm };
}
