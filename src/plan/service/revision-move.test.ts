import { expect, test } from '@jest/globals';
import { aRevision, aServiceView } from '../../../tests/builders/live-service.ts';
import { configDigestsTag, definitionDigest } from './config-digests.ts';
import { planMove } from './revision-move.ts';

const withPassword = (value: string) => ({
  containerDefinitions: [{ name: 'app', image: 'app:1', environment: [{ name: 'PASSWORD', value }] }],
});

test('a move to another revision prints the environment of neither', () => {
  const current = { service: aServiceView(), taskDefinition: aRevision(1, withPassword('hidden-1')) };
  const { unit, request } = planMove('c', current, aRevision(2, withPassword('hidden-2')));
  expect(unit.changes.map(({ resource }) => resource)).toEqual(['task definition', 'service']);
  expect(unit.changes[0]?.properties).toMatchObject([{ before: { kind: 'secret' }, after: { kind: 'secret' } }]);
  expect(JSON.stringify(unit)).not.toContain('hidden');
  expect(request).toEqual({});
});

test('a move prints what config has stated', () => {
  const tags = configDigestsTag({}, [definitionDigest({ family: 'sample', ...withPassword('stated') })]);
  const current = { service: aServiceView({ tags }), taskDefinition: aRevision(1, withPassword('stated')) };
  const { unit } = planMove('c', current, aRevision(2, withPassword('hidden')));
  expect(unit.changes[0]?.properties).toMatchObject([
    { before: { kind: 'value', text: 'stated' }, after: { kind: 'secret' } },
  ]);
});

test('a move to the revision that the service has changes nothing', () => {
  const taskDefinition = aRevision(1, withPassword('x'));
  const { unit } = planMove('c', { service: aServiceView(), taskDefinition }, taskDefinition);
  expect(unit.changes).toEqual([]);
});
