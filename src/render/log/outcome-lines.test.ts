import { expect, test } from '@jest/globals';
import { outcomeLines } from './outcome-lines.ts';

const at = { file: 'config/web/cluster.yaml', line: 3, column: 5 };

test('what ended badly is annotated at the line of config that caused it', () => {
  const [first] = outcomeLines('stack/web', { kind: 'failed', summary: 'The port is taken.', evidence: [], at });
  expect(first).toMatch(/^::error file=config\/web\/cluster\.yaml,line=3,col=5,.*The port is taken\.$/);
});
