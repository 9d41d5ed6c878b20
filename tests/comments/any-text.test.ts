import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderComment } from '../../src/render/comment/comment.ts';
import { findEvidence, readEvidence } from '../../src/render/comment/evidence.ts';
import { readMarker } from '../../src/render/comment/marker.ts';
import { aChange, aDanger, aProperty, aRecord, aRecordedUnit, aUnit } from '../builders/records.ts';
import { markdownNodes } from './markdown.ts';

const RUN_URL = 'https://github.com/acme/shop/actions/runs/1';
const PARTS = [
  '`',
  '```',
  '|',
  '\n',
  '\n\n',
  '<!--',
  '-->',
  '</details>',
  '<img src=x>',
  '@octocat',
  '#1',
  'GH-1',
  '[x](https://evil.example)',
  'https://evil.example',
  'www.evil.example',
  '> [!NOTE]',
  '# ',
  '- ',
  '1. ',
  '\\',
  '&lt;',
  '**',
  '~~',
  '_',
  '\u202e',
  'a',
  ' ',
];
const hostile = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join(''));

test('whatever config, AWS and GitHub say, a comment opens and closes, links only to its run and mentions nobody', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 10, maxLength: 10 }), (texts) => {
      const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = texts;
      const definition = aChange('task definition', {
        type: 'AWS::ECS::TaskDefinition',
        physicalId: a,
        properties: [aProperty(`containerDefinitions.${b}.image`, c, d)],
      });
      const unit = aUnit(`service/${e}`, [definition, aChange(f, { type: g, properties: [aProperty(h, i, j)] })], {
        dangers: [aDanger(a, { property: b, to: c, loss: d }), aDanger(e, { forbidden: f })],
        checks: [{ subject: g, state: 'failed', message: h, at: { file: i, line: 1, column: 1 } }],
        notes: [j],
      });
      const ended = aRecordedUnit(unit, { kind: 'failed', summary: a, evidence: [b], nextStep: c });
      const issues = [{ at: { file: d, line: 1, column: 1 }, message: e, hint: f }];
      const failure = { code: 'CONFIG_INVALID', message: g, hint: h, issues } as const;
      const records = [aRecord({ cluster: i, region: j, clusterFile: a, units: [ended], failure, outcome: 'failed' })];
      const context = {
        head: 'a'.repeat(40),
        base: 'b'.repeat(40),
        runId: 1,
        runAttempt: 1,
        runUrl: RUN_URL,
        folder: 'config',
      };
      const { body } = renderComment({ state: 'failed', phase: 'plan', records, context });
      const nodes = markdownNodes(body);
      const urls = nodes.filter(({ type }) => type === 'link' || type === 'image').map(({ url }) => url);
      expect(urls.filter((url) => url !== RUN_URL)).toEqual([]);
      const html = nodes
        .filter(({ type }) => type === 'html')
        .map(({ value = '' }) => value.replace(/<!--.*?-->/gs, ''));
      expect(html.join('').replace(/<\/?(details|summary|b)( open)?>/g, '')).not.toMatch(/[<>]/);
      expect(html.join('').split('<details').length).toBe(html.join('').split('</details>').length);
      const plain = nodes.filter(({ type }) => type === 'text').map(({ value = '' }) => value);
      expect([...plain, ...html].filter((text) => /@\w|(#|GH-)\d|https?:\/\/|www\.\w/i.test(text))).toEqual([]);
      expect(readMarker(body)?.state).toBe('failed');
      expect(readEvidence(findEvidence(body) ?? '')?.map(({ unit }) => unit)).toEqual([`service/${e}`]);
    }),
    { numRuns: 60, seed: 7 },
  );
});
