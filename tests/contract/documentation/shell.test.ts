import { expect, test } from '@jest/globals';
import { commandsOf } from './shell.ts';

test.each<[string, string, readonly (readonly string[])[]]>([
  ['lines', 'a b\nc', [['a', 'b'], ['c']]],
  ['operators', 'a && b | c; d || e', [['a'], ['b'], ['c'], ['d'], ['e']]],
  ['a line that goes on', 'a \\\n  b', [['a', 'b']]],
  ['comments, but no # within a word', 'a # b && c\nd#e', [['a'], ['d#e']]],
  ['quotes, in which operators are text', `a 'b | c' "d && e" f='g h'`, [['a', 'b | c', 'd && e', 'f=g h']]],
  ['assignments in front, which are no command', 'A=1 b C=2\nD=3', [['b', 'C=2']]],
  ['what is substituted, first', 'a "$(b c)" D=$(e)', [['b', 'c'], ['e'], ['a', '$SUBSTITUTED', 'D=$SUBSTITUTED']]],
  ['an ampersand in a word', 'curl http://h/?a=1&b=2', [['curl', 'http://h/?a=1&b=2']]],
])('shell is read with %s', (_, script, commands) => {
  expect(commandsOf(script)).toEqual(commands);
});
