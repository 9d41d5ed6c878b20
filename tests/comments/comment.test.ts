import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { COMMENT_LIMIT, renderComment, restateComment } from '../../src/render/comment/comment.ts';
import { evidenceHash, findEvidence, readEvidence } from '../../src/render/comment/evidence.ts';
import { readMarker } from '../../src/render/comment/marker.ts';
import { aChange, aDanger, aProperty, aRecord, aRecordedUnit, aUnit } from '../builders/records.ts';
import { CASES } from './cases.ts';
import { markdownNodes } from './markdown.ts';

const goldenFile = (name: string): URL => new URL(`goldens/${name}.md`, import.meta.url);
const CONTEXT = {
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  runId: 7,
  runAttempt: 1,
  runUrl: 'https://x.example/run',
  folder: 'config',
};

describe.each(Object.entries(CASES))('the comment for %s', (name, report) => {
  const { body } = renderComment(report);

  test('reads as its golden file does', () => {
    if (process.env['UPDATE_GOLDENS']) writeFileSync(goldenFile(name), `${body}\n`);
    expect(`${body}\n`).toBe(readFileSync(goldenFile(name), 'utf8'));
  });

  test('opens and closes everything, links only to the run, and mentions nobody', () => {
    const nodes = markdownNodes(body);
    const html = nodes
      .filter(({ type }) => type === 'html')
      .map(({ value = '' }) => value.replace(/<!--[\s\S]*?-->/g, ''));
    const count = (tag: string): number => html.join('\n').split(tag).length - 1;
    expect(count('<details')).toBe(count('</details>'));
    expect(html.join('\n').replace(/<\/?(details|summary|b)( open)?>/g, '')).not.toMatch(/[<>]/);
    const fences = nodes.filter(({ type }) => type === 'code').map(({ value = '' }) => value);
    expect(fences.filter((value) => value.includes('</details>') && name !== 'hostile-strings')).toEqual([]);
    const urls = nodes.filter(({ type }) => type === 'link' || type === 'image').map(({ url }) => url);
    expect(urls.filter((url) => url !== report.context.runUrl)).toEqual([]);
    const texts = nodes.filter(({ type }) => type === 'text').map(({ value = '' }) => value);
    expect(texts.filter((value) => /@\w|#\d|https?:\/\//.test(value))).toEqual([]);
  });
});

describe('a comment without room', () => {
  const services = Array.from({ length: 200 }, (_, index) => `service-with-a-rather-long-name-${index}`);
  const records = services.flatMap((name) => {
    const properties = Array.from({ length: 30 }, (_, n) =>
      aProperty(`Properties.${n}`, 'old '.repeat(50), 'new '.repeat(50)),
    );
    const stack = aUnit(`stack/web-${name}`, [aChange('WebTargetGroup', { action: 'replace', properties })], {
      dangers: [aDanger(`TargetGroup-${name}`, { loss: `Replaced ${'and lost '.repeat(40)}` })],
    });
    return aRecordedUnit(stack, { kind: 'blocked', summary: `A dangerous change of ${name}`.repeat(5) });
  });
  const report = {
    state: 'blocked',
    phase: 'plan',
    records: [aRecord({ outcome: 'blocked', units: records })],
    context: CONTEXT,
  } as const;
  const { body, marker } = renderComment(report);

  test('keeps verdict and every danger, and says that there is more', () => {
    expect(body.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(body).toMatch(/\n## ⛔ ECS plan blocked/);
    expect(services.filter((name) => !body.includes(`TargetGroup-${name}.Port`))).toEqual([]);
    expect(marker.truncated).toBe(true);
    expect(readMarker(body)).toEqual(marker);
  });

  test('keeps the digest of every unit, so that it is evidence', () => {
    const units = readEvidence(findEvidence(body) ?? '');
    expect(units?.length).toBe(200);
  });

  test.each([20_000, 40_000, 50_000])('within %i characters closes what it opens', (limit) => {
    const { body } = renderComment(report, { limit });
    expect(body.length).toBeLessThanOrEqual(Math.max(limit, 25_000));
    expect(body.split('<details').length).toBe(body.split('</details>').length);
    expect(body.split('\n').filter((line) => line.startsWith('```')).length % 2).toBe(0);
  });

  test('of 3 MB stays below the limit', () => {
    const huge = aUnit('service/web/api', [
      aChange('service', { properties: [aProperty('x', undefined, 'y'.repeat(3_000_000))] }),
    ]);
    const { body } = renderComment({ ...report, state: 'ready', records: [aRecord({ units: [aRecordedUnit(huge)] })] });
    expect(body.length).toBeLessThan(5_000);
    const many = Array.from({ length: 3_000 }, (_, n) => aProperty(`p${n}`, 'a'.repeat(500), 'b'.repeat(500)));
    const wide = Array.from({ length: 50 }, (_, n) => aChange(`R${n}`, { properties: many }));
    const units = [aRecordedUnit(aUnit('stack/web', wide))];
    expect(renderComment({ ...report, state: 'ready', records: [aRecord({ units })] }).body.length).toBeLessThanOrEqual(
      COMMENT_LIMIT,
    );
  });
});

describe('a comment that is there', () => {
  const { body, evidence } = renderComment(
    CASES['image-bump'] ?? { state: 'failed', phase: 'plan', records: [], context: CONTEXT },
  );

  test.each(['planning', 'stale', 'applying', 'closed'] as const)(
    'is restated as %s with its plan and evidence',
    (state) => {
      const restated = restateComment(body, state, { run: 999, attempt: 2 }) ?? '';
      expect(readMarker(restated)).toMatchObject({
        state,
        run: 999,
        attempt: 2,
        head: CASES['image-bump']?.context.head,
      });
      expect(findEvidence(restated)).toBe(evidence);
      expect(restated.split('\n').slice(2)).toEqual(body.split('\n').slice(2));
      expect(restated.split('\n')[1]).not.toBe(body.split('\n')[1]);
    },
  );

  test('is not restated where it is not ours', () => {
    expect(restateComment('LGTM', 'stale', { run: 1, attempt: 1 })).toBeUndefined();
  });

  test('is no evidence any more when somebody edited it', () => {
    const line = evidence ?? '';
    expect(evidenceHash(line)).not.toBe(evidenceHash(line.replace('reviewed ', 'reviewed A')));
    expect(readEvidence('<!-- ecs-gitops:reviewed AAAA -->')).toBeUndefined();
    expect(findEvidence(`${body}\n${line}`)).toBeUndefined();
  });

  test('that reports what was applied carries the evidence on', () => {
    const applied = CASES['applied'];
    expect(applied && findEvidence(renderComment(applied, { evidence }).body)).toBe(evidence);
  });
});
