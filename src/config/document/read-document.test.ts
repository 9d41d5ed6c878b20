import { describe, expect, test } from '@jest/globals';
import { readDocument } from './read-document.ts';

function issues(content: string | Uint8Array): readonly string[] {
  return readDocument('service.yaml', content).issues.map(
    ({ at, message, hint }) => `${at.line}:${at.column} ${message} ${hint}`,
  );
}

const START = 'Start with "desiredCount:" or "loadBalancers:"; see docs/config-reference.md.';
const NOT_TEXT =
  'This is not a text file: it contains bytes that are not UTF-8 text. Save it as UTF-8 text, or remove it from the folder.';
const ENDLESS = 'The aliases of this file expand to far too many values. Write the values out where they are needed.';

describe('a file that cannot be understood', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['nothing', '', [`1:1 This file is empty. ${START}`]],
    ['comments only', '# soon\n', [`1:1 This file is empty. ${START}`]],
    ['an empty document', '---\n', [`1:1 This file is empty. ${START}`]],
    ['a list', '- a\n', [`1:1 This file must contain keys and values, but contains a list. ${START}`]],
    ['a word', 'soon\n', [`1:1 This file must contain keys and values, but contains a single value. ${START}`]],
    ['a NUL', Uint8Array.of(97, 58, 10, 98, 0), [`2:2 ${NOT_TEXT}`]],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFFa: 1', 'utf16le')), [`1:1 ${NOT_TEXT}`]],
    ['a broken UTF-8 sequence', Uint8Array.of(97, 58, 32, 0xc3, 0x28), [`1:4 ${NOT_TEXT}`]],
    ['a tab', 'a:\n\tb: 1\n', ['2:1 A tab indents this line. Indent with spaces.']],
    ['a tab after spaces', 'a:\n  - x\n  \tb: 1\n', ['3:3 A tab indents this line. Indent with spaces.']],
    [
      'two tabbed lines',
      'a:\n\tb: 1\n\tc: 1\n',
      ['2:1 A tab indents this line. Indent with spaces.', '3:1 A tab indents this line. Indent with spaces.'],
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2\n',
      [
        '2:1 A second document starts here ("---"). One file holds one document: move the second into a file of its own.',
      ],
    ],
    [
      'a colon in a value',
      'a: b: c\n',
      [
        '1:4 Nested mappings are not allowed in compact mappings. Put a value that holds ": " in quotes, and align the keys of one mapping in one column.',
      ],
    ],
    [
      'an open bracket',
      'a: [1,\n',
      [
        '2:1 Flow sequence in block collection must be sufficiently indented and end with a ]. Align the keys of one mapping in one column, and close every "[" and "{".',
      ],
    ],
    [
      'a key one space short of its list item',
      'a:\n  - name: web\n   image: x\n',
      [
        '3:4 This line belongs neither to the list item above it nor to a new one. Align it with the keys of the item above, or begin it with "- ".',
      ],
    ],
    [
      'a key two spaces short of its list item',
      'a:\n  - name: web\n  image: x\n',
      [
        '3:3 All mapping items must start at the same column. Align the keys of one mapping in one column, and close every "[" and "{".',
      ],
    ],
    [
      'YAML 1.1',
      '%YAML 1.1\n---\na: yes\n',
      ['1:1 This file says that it is YAML 1.1. Remove the line that begins with "%YAML": files are read as YAML 1.2.'],
    ],
    ['an alias of itself', 'a: &a\n  - *a\n', [`2:5 ${ENDLESS}`]],
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n`,
      [`5:17 ${ENDLESS}`],
    ],
  ])('with %s is reported where it is wrong', (_, content, expected) => {
    expect(issues(content)).toEqual(expected);
    expect(readDocument('service.yaml', content).document).toBeUndefined();
  });

  test('with endless nesting is reported once', () => {
    expect(issues('['.repeat(10_000))).toHaveLength(1);
    expect(issues('{a: '.repeat(10_000))).toHaveLength(1);
  });

  test('of more than a mebibyte is not parsed', () => {
    expect(issues(`a: ${'x'.repeat(1024 * 1024)}`)).toEqual([
      '1:1 This file is larger than 1 MiB. Configuration is small: move other data elsewhere.',
    ]);
  });
});

describe('a file with a mistake in one place', () => {
  test.each<[string, string, string[]]>([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['3:1 The key "a" is given twice. Keep one of the two.']],
    ['a key twice in a flow', 'a: {b: 1, "b": 2}\n', ['1:11 The key "b" is given twice. Keep one of the two.']],
    [
      'an alias without anchor',
      'a: *b\n',
      [
        '1:4 The alias *b has no anchor &b before it. Set the anchor on the value to repeat ("key: &name …"), or quote the text.',
      ],
    ],
    [
      'a misspelt alias',
      'a: &logs x\nb: *log\n',
      ['2:4 The alias *log has no anchor &log before it. Did you mean *logs?'],
    ],
    [
      'a merge key',
      'a: &x {c: 1}\nb:\n  <<: *x\n',
      ['3:3 YAML 1.2 has no merge key "<<". Write the keys out, or alias the whole value: "key: *anchor".'],
    ],
    [
      'a tag',
      'a: !Ref x\n',
      [
        '1:4 Unresolved tag: !Ref. Tags such as !Ref do nothing here: write the value itself, in quotes if it starts with "!".',
      ],
    ],
    ['a list as a key', '? [a]\n: b\n', ['1:3 A key must be a plain word here. Write "key: value".']],
    ['a prototype as a key', '__proto__: {a: 1}\n', ['1:1 A key must be a plain word here. Write "key: value".']],
  ])('such as %s is read on', (_, content, expected) => {
    expect(issues(content)).toEqual(expected);
    expect(readDocument('service.yaml', content).document).toBeDefined();
  });

  test('takes the first of two values of a key', () => {
    expect(readDocument('service.yaml', 'a: 1\na: 2\n').document?.value).toEqual({ a: 1 });
  });
});

describe('a right file', () => {
  test('has the positions of its keys and values, also in flows', () => {
    const { document, issues } = readDocument('x.yaml', 'a:\n  - b: 1\n    c: {d: [x, yy]}\ne:\n');
    expect(issues).toEqual([]);
    const at = (line: number, column: number) => ({ file: 'x.yaml', line, column });
    expect(document?.values).toEqual({
      '': at(1, 1),
      a: at(2, 3),
      'a/0': at(2, 5),
      'a/0/b': at(2, 8),
      'a/0/c': at(3, 8),
      'a/0/c/d': at(3, 12),
      'a/0/c/d/0': at(3, 13),
      'a/0/c/d/1': at(3, 16),
      e: at(4, 3),
    });
    expect(document?.keys['a/0/c/d']).toEqual(at(3, 9));
    expect(document?.value).toEqual({ a: [{ b: 1, c: { d: ['x', 'yy'] } }], e: null });
  });

  test('may be JSON, indented by tabs', () => {
    const { document, issues } = readDocument('x.json', '{\n\t"a": "\\u00e9\\/",\n\t"b": [true, 1.5e1]\n}\n');
    expect(issues).toEqual([]);
    expect(document?.value).toEqual({ a: 'é/', b: [true, 15] });
    expect(document?.values['b/1']).toEqual({ file: 'x.json', line: 3, column: 14 });
  });

  test('repeats an anchored value where it is aliased', () => {
    const { document } = readDocument('x.yaml', 'a: &x {b: 1}\nc: *x\n');
    expect(document?.value).toEqual({ a: { b: 1 }, c: { b: 1 } });
    expect(document?.values['c']).toEqual({ file: 'x.yaml', line: 2, column: 4 });
    expect(document?.values['c/b']).toEqual({ file: 'x.yaml', line: 1, column: 11 });
  });

  test('reads YAML 1.2: no is text, and lines may end in CR LF', () => {
    const { document } = readDocument('x.yaml', 'a: no\r\nb: 0o10\r\nc: 010\r\n');
    expect(document?.value).toEqual({ a: 'no', b: 8, c: 10 });
    expect(document?.literals).toEqual({ b: '0o10', c: '010' });
    expect(document?.values['b']).toEqual({ file: 'x.yaml', line: 2, column: 4 });
  });
});
