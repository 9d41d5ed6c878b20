import { describe, expect, test } from '@jest/globals';
import { ofOperation } from './stack-views.ts';

const event = (id: string, token?: string) => ({
  EventId: id,
  StackId: 'stack',
  StackName: 'stack',
  Timestamp: new Date(0),
  ...(token ? { ClientRequestToken: token } : {}),
});

/** Pages are newest first. */
describe('the events of one operation', () => {
  test.each([
    ['a page that is all of it', [event('3', 'mine'), event('2', 'mine')], ['3', '2'], false],
    ['a page that reaches an older operation', [event('3', 'mine'), event('2', 'other')], ['3'], true],
    ['a page that reaches events without a token', [event('3', 'mine'), event('2')], ['3'], true],
    ['what CloudFormation does by itself', [event('3'), event('2', 'mine'), event('1', 'other')], ['3', '2'], true],
    ['an operation that has not begun', [event('3'), event('2', 'other')], [], true],
    ['a stack of another operation', [event('2', 'other'), event('1', 'mine')], [], true],
    ['an empty page', [], [], false],
  ])('%s', (_case, page, ids, over) => {
    const found = ofOperation(page, 'mine');
    expect(found.events.map(({ EventId }) => EventId)).toEqual(ids);
    expect(found.over).toBe(over);
  });
});
