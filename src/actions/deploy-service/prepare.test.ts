import { describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../model/errors.ts';
import { prepare } from './prepare.ts';

/** As the runner hands inputs over. */
function environment(inputs: Readonly<Record<string, string>>, region = 'ap-northeast-1') {
  const entries = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  return { ...Object.fromEntries(entries), AWS_REGION: region };
}

const LIVE = { cluster: 'c', service: 'web', images: 'app=app:2' } as const;

describe('the inputs of deploy-service', () => {
  test.each([
    ['images for a live service', LIVE],
    ['a plan of them', { ...LIVE, mode: 'plan' }],
    ['a rollback of a live service', { cluster: 'c', service: 'web', mode: 'rollback' }],
    ['a rollback to a number', { cluster: 'c', service: 'web', mode: 'rollback', revision: '3' }],
    ['a rollback to a revision', { cluster: 'c', service: 'web', mode: 'rollback', revision: 'sample-web:3' }],
    ['a rollback with config', { config: 'config', mode: 'rollback' }],
    ['an answer to a pause', { cluster: 'c', service: 'web', mode: 'continue' }],
    ['the answer to take it back', { config: 'config', mode: 'continue', action: 'rollback' }],
  ])('may be %s', (_, inputs) => {
    expect(prepare(environment(inputs))).toBeInstanceOf(Function);
  });

  test.each<[string, Readonly<Record<string, string>>, ErrorCode, RegExp]>([
    ['no service without config', { ...LIVE, service: '' }, 'INPUT_MISSING', /input service/],
    ['all services without config', { ...LIVE, service: 'web,*' }, 'INPUT_MISSING', /input service/],
    ['no images without config', { ...LIVE, images: '' }, 'INPUT_MISSING', /input images/],
    ['a revision without a rollback', { ...LIVE, revision: '3' }, 'INPUT_INVALID', /with mode apply/],
    ['images with a rollback', { ...LIVE, mode: 'rollback' }, 'INPUT_INVALID', /with mode rollback/],
    ['a rule for connections that is none', { ...LIVE, 'connect-to': 'a:b' }, 'INPUT_INVALID', /connect-to is "a:b"/],
    [
      'an answer where none is asked for',
      { ...LIVE, action: 'rollback' },
      'INPUT_INVALID',
      /action is given with mode apply/,
    ],
    ['images with an answer', { ...LIVE, mode: 'continue' }, 'INPUT_INVALID', /with mode continue/],
    ['no revision at all', { ...LIVE, images: '', mode: 'rollback', revision: 'latest' }, 'INPUT_INVALID', /"latest"/],
  ])('may not be %s', (_, inputs, code, message) => {
    expect(() => prepare(environment(inputs))).toThrow(expect.objectContaining({ code }));
    expect(() => prepare(environment(inputs))).toThrow(message);
  });

  test('need a region where there is no config to say it', () => {
    expect(() => prepare(environment(LIVE, ''))).toThrow(expect.objectContaining({ code: 'INPUT_MISSING' }));
  });
});
