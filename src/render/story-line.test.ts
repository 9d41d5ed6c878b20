import { expect, test } from '@jest/globals';
import type { ProgressEvent } from '../model/progress-events.ts';
import { storyLine } from './story-line.ts';

test.each<[ProgressEvent, string | undefined]>([
  [
    { kind: 'warning', message: 'Write 0.', at: { file: 'config/shop/cluster.yaml', line: 3, column: 5 } },
    '⚠ config/shop/cluster.yaml:3: Write 0.',
  ],
  [{ kind: 'warning', message: 'Cannot list tasks.' }, '⚠ Cannot list tasks.'],
  [{ kind: 'phase', title: 'Deploying' }, '▶ Deploying'],
  [{ kind: 'wrote', what: 'stack shop: created' }, '✎ stack shop: created'],
  [{ kind: 'notice', message: 'Nothing to do.' }, undefined],
])('%j is told as %j', (event, line) => {
  expect(storyLine(event)).toBe(line);
});
