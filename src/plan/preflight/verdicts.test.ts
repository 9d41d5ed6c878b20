import { expect, test } from '@jest/globals';
import type { AlarmView } from '../../model/service-views.ts';
import {
  alarmVerdict,
  certificateVerdict,
  coverVerdict,
  imageVerdict,
  parameterVerdict,
  roleVerdict,
  secretVerdict,
  type Verdict,
} from './verdicts.ts';

const NOW = Date.UTC(2026, 10, 1);
const DAY_MS = 86_400_000;
const IMAGE = { account: '123456789012', region: 'eu-west-1', repository: 'app', id: { tag: '2' } };
const CERTIFICATE = { status: 'ISSUED', names: ['a.example.com'], notAfter: NOW + 90 * DAY_MS };
const TRUST = { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'x.amazonaws.com' } } };

function alarm(state: string): AlarmView {
  return { name: 'Errors', state, actions: [], tags: {}, description: {} };
}

test.each<[Verdict['state'], string, Verdict]>([
  [
    'passed',
    'It is sha256:be07aaaaaaaa…, pushed 2026-11-01.',
    imageVerdict(IMAGE, { digest: 'sha256:be07aaaaaaaabbbb', pushedAt: NOW }),
  ],
  ['failed', 'has no image tagged 2. Push it', imageVerdict(IMAGE, 'no-image')],
  ['failed', 'no image with sha256:abc', imageVerdict({ ...IMAGE, id: { digest: 'sha256:abc' } }, 'no-image')],
  [
    'failed',
    'There is no repository app in the registry of 123456789012 in eu-west-1.',
    imageVerdict(IMAGE, 'no-repository'),
  ],
  ['passed', 'It exists.', secretVerdict({ deletedAt: undefined }, undefined)],
  ['passed', 'whether it has the key user was not checked', secretVerdict({ deletedAt: undefined }, 'user')],
  ['failed', 'scheduled for deletion since 2026-11-01', secretVerdict({ deletedAt: NOW }, undefined)],
  ['failed', 'There is no such secret.', secretVerdict(undefined, undefined)],
  ['passed', 'It exists.', parameterVerdict(true)],
  ['failed', 'There is no such parameter.', parameterVerdict(false)],
  ['passed', 'It trusts x.amazonaws.com.', roleVerdict(TRUST, 'x.amazonaws.com')],
  ['failed', 'does not let y.amazonaws.com assume it', roleVerdict(TRUST, 'y.amazonaws.com')],
  ['failed', 'There is no such role.', roleVerdict(undefined, 'x.amazonaws.com')],
  ['passed', 'It is issued for a.example.com.', certificateVerdict(CERTIFICATE, NOW)],
  ['warning', 'It expires on 2026-11-11', certificateVerdict({ ...CERTIFICATE, notAfter: NOW + 10 * DAY_MS }, NOW)],
  ['failed', 'It waits for validation', certificateVerdict({ ...CERTIFICATE, status: 'PENDING_VALIDATION' }, NOW)],
  ['failed', 'It is EXPIRED.', certificateVerdict({ ...CERTIFICATE, status: 'EXPIRED' }, NOW)],
  ['failed', 'There is no such certificate.', certificateVerdict(undefined, NOW)],
  ['passed', 'They cover a, b.', coverVerdict(['a', 'b'], [])],
  ['failed', 'None covers b:', coverVerdict(['a', 'b'], ['b'])],
  ['passed', 'It is OK.', alarmVerdict(alarm('OK'))],
  ['passed', 'It has no data now.', alarmVerdict(alarm('INSUFFICIENT_DATA'))],
  ['failed', 'ignores all of its alarms', alarmVerdict(alarm('ALARM'))],
  ['failed', 'There is no metric alarm', alarmVerdict(undefined)],
])('%s: %s', (state, message, verdict) => {
  expect(verdict).toEqual({ state, message: expect.stringContaining(message) });
});
