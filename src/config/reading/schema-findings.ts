import type { z } from 'zod';
import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import { type Document, issueAt, pathKey, pathText } from '../document/document.ts';
import { descriptionAt, knownKeys, schemaAt } from '../schema/schema-walk.ts';
import { didYouMean, suggestion } from '../suggestion.ts';
import { typeHint } from './type-hint.ts';
import { expectation, foundText } from './wording.ts';

/** An issue, and the path of the value that was probably meant, if any. */
interface Finding {
  readonly issue: ConfigIssue;
  readonly meant: DocumentPath | undefined;
}

interface Kind {
  readonly schema: z.core.$ZodType;
  readonly foreignKeys: Readonly<Record<string, string>>;
}

/** The schema's complaints in our words, one for each unknown key and each wrong value. */
export function schemaFindings(
  kind: Kind,
  document: Document,
  issues: readonly z.core.$ZodIssue[],
): readonly Finding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code !== 'unrecognized_keys') return [wrongValue(kind, document, issue, path)];
    return issue.keys.map((key) => unknownKey(kind, document, path, key));
  });
}

function unknownKey(kind: Kind, { file, keys }: Document, parent: DocumentPath, key: string): Finding {
  const path = [...parent, key];
  const known = knownKeys(kind.schema, parent);
  const where = parent.length === 0 ? '' : ` in ${pathText(parent)}`;
  const foreign = parent.length === 0 && Object.hasOwn(kind.foreignKeys, key) ? kind.foreignKeys[key] : undefined;
  const meant = foreign === undefined ? suggestion(key, known) : undefined;
  const at = keys[pathKey(path)] ?? { file, line: 1, column: 1 };
  const message = foreign === undefined ? `Unknown key "${key}"${where}.` : `The key "${key}" does not belong here.`;
  const hint = foreign ?? didYouMean(key, known, 'Remove it; docs/config-reference.md lists the keys.');
  return { issue: { at, message, hint }, meant: meant === undefined ? undefined : [...parent, meant] };
}

function wrongValue(kind: Kind, document: Document, issue: z.core.$ZodIssue, path: DocumentPath): Finding {
  if (issue.input === undefined && issue.code !== 'custom') return missingKey(kind, document, path);
  const subject = pathText(path) || 'This file';
  const literal = document.literals[pathKey(path)];
  const found = foundText(issue.input, literal);
  const expected = schemaAt(kind.schema, path);
  const say = (message: string, hint: string): Finding => ({
    issue: issueAt(document, path, message, hint),
    meant: path,
  });
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      return say(`${subject} cannot be ${found}.`, valueHint(issue.input, values));
    }
    case 'invalid_format': {
      const [what = 'right', hint = ''] = issue.message.split('\n');
      return say(`${subject} is ${found}, which is not ${what}.`, hint);
    }
    case 'too_small':
      return say(...outOfRange(subject, found, 'at least', Number(issue.minimum), issue.origin));
    case 'too_big':
      return say(...outOfRange(subject, found, 'at most', Number(issue.maximum), issue.origin));
    case 'not_multiple_of':
      return say(`${subject} is ${found}.`, `Give a multiple of ${issue.divisor}.`);
    case 'invalid_key':
      return wrongKey(document, issue, path);
    case 'invalid_type':
    case 'invalid_union':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom': {
      if (issue.input === null) return say(`${subject} has no value.`, typeHint(expected, null, literal));
      const [what = '', hint] = issue.message.split('\n');
      return hint === undefined
        ? say(`${subject} must be ${expectation(expected)}, but is ${found}.`, typeHint(expected, issue.input, literal))
        : say(`${subject} must be ${what}, but is ${found}.`, hint);
    }
  }
}

function valueHint(found: unknown, values: readonly string[]): string {
  if (typeof found === 'string') return didYouMean(found, values, `Use one of ${values.join(', ')}.`);
  return `Use one of ${values.join(', ')}.`;
}

function outOfRange(
  subject: string,
  found: string,
  bound: 'at least' | 'at most',
  limit: number,
  origin: string,
): readonly [message: string, hint: string] {
  if (origin === 'string') {
    return limit === 1 && bound === 'at least'
      ? [`${subject} is empty.`, 'Give it a value, or remove the key.']
      : [`${subject} is too long.`, `Use ${bound} ${limit} characters.`];
  }
  if (origin === 'array') {
    return limit === 1 && bound === 'at least'
      ? [`${subject} is an empty list.`, 'Add an item, or remove the key.']
      : [`${subject} is a list of the wrong length.`, `Give it ${bound} ${limit} items.`];
  }
  return [`${subject} is ${found}.`, `Give ${bound} ${limit}.`];
}

function missingKey({ schema }: Kind, document: Document, path: DocumentPath): Finding {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1) ?? '');
  const where = parent.length === 0 ? '' : ` in ${pathText(parent)}`;
  const description = descriptionAt(schema, path);
  const hint = description === undefined ? `Add "${key}: …".` : `Add "${key}: …". ${description}`;
  return { issue: issueAt(document, parent, `The key "${key}" is missing${where}.`, hint), meant: path };
}

function wrongKey({ file, keys }: Document, issue: z.core.$ZodIssueInvalidKey, path: DocumentPath): Finding {
  const [what = 'right', hint = 'Correct it.'] = issue.issues[0]?.message.split('\n') ?? [];
  const at = keys[pathKey(path)] ?? { file, line: 1, column: 1 };
  return { issue: { at, message: `The key "${path.at(-1)}" is not ${what}.`, hint }, meant: path };
}
