import { expect, test } from '@jest/globals';
import { judgeAlarms } from './alarms.ts';
import type { AlarmState } from './record.ts';

const fresh: AlarmState = { status: 'MONITORING', names: ['a'], triggered: [], examined: false };
const red = { inAlarm: ['a'], evaluationMs: 60_000 };
const green = { inAlarm: [], evaluationMs: 60_000 };

test('an alarm that is red at the start is ignored for the whole deployment', () => {
  const first = judgeAlarms(fresh, red);
  expect(first.status).toBe('DISABLED');
  expect(judgeAlarms(first, red).status).toBe('DISABLED');
});

test('an alarm that turns red later triggers', () => {
  expect(judgeAlarms(judgeAlarms(fresh, green), red)).toMatchObject({ status: 'TRIGGERED', triggered: ['a'] });
});

test('green alarms go on being monitored', () => {
  expect(judgeAlarms(judgeAlarms(fresh, green), green).status).toBe('MONITORING');
});
