import { describe, expect, test } from '@jest/globals';
import { aService } from '../../../tests/builders/cluster.ts';
import { aRevision, aServiceView, REVISION } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ServiceView } from '../../model/service-views.ts';
import type { CurrentService } from '../service/revision-move.ts';
import { EXTERNAL_IMAGES_TAG, imageOwnerTags, isOwnedByConfig } from './image-owners.ts';
import { checkLiveOverrides, planImages } from './live-images.ts';
import { parseImageOverrides } from './task-definition-images.ts';

const definitionOf = (app: string): JsonObject => ({
  networkMode: 'bridge',
  containerDefinitions: [
    { name: 'nginx', image: 'nginx:1' },
    { name: 'app', image: app, environment: [{ name: 'PASSWORD', value: 'x' }] },
  ],
});

function current(view: Partial<ServiceView> = {}): CurrentService {
  return { service: aServiceView(view), taskDefinition: aRevision(1, definitionOf('app:1')) };
}

const planned = (images: string, latest = aRevision(1, definitionOf('app:1'))) =>
  planImages('c', current(), latest, parseImageOverrides(images));

describe('images for a live service', () => {
  test('change nothing but the image', () => {
    const { unit, revision, request } = planned('app=app:2');
    expect(revision).toEqual({ register: { family: 'sample', ...definitionOf('app:2') } });
    expect(request).toEqual({});
    expect(unit.changes.flatMap(({ resource, properties }) => properties.map(({ path }) => [resource, path]))).toEqual([
      ['task definition', 'containerDefinitions.app.image'],
    ]);
  });

  test('that are live already change nothing', () => {
    expect(planned('app=app:1')).toMatchObject({ revision: { arn: `${REVISION}:1` }, unit: { changes: [] } });
  });

  test('register nothing where the latest revision has them', () => {
    const { unit, revision } = planned('app=app:2', aRevision(7, definitionOf('app:2')));
    expect(revision).toEqual({ arn: `${REVISION}:7` });
    expect(unit.changes.map(({ resource }) => resource)).toEqual(['task definition', 'service']);
  });

  test.each([
    ['a deregistered one', aRevision(7, definitionOf('app:2'), 'INACTIVE')],
    ['one that differs otherwise', aRevision(7, { ...definitionOf('app:2'), networkMode: 'host' })],
  ])('do not use %s', (_, latest) => {
    expect(planned('app=app:2', latest).revision).toHaveProperty('register');
  });

  test('are deployed again where their deployment failed', () => {
    const failed = aServiceView();
    const deployments = failed.deployments.map((each) => ({ ...each, rolloutState: 'FAILED' }));
    const move = planImages('c', current({ deployments }), undefined, parseImageOverrides('app=app:1'));
    expect(move).toMatchObject({ request: { forceNewDeployment: true }, unit: { changes: [{ resource: 'service' }] } });
  });

  test('for other services leave this one alone', () => {
    expect(planned('web/app=app:2').unit.changes).toEqual([]);
  });
});

describe('images are refused', () => {
  const check =
    (images: string, tags: Readonly<Record<string, string>> = {}) =>
    () =>
      checkLiveOverrides(parseImageOverrides(images), [current({ tags })], 'sample-ecs-cluster');

  test.each([
    ['web=app:2', 'no service of this run has a container web.'],
    ['other/app=app:2', 'no service of this run has a container other/app.'],
  ])('%s: there is no such container', (images, message) => {
    expect(check(images)).toThrow(message);
    expect(check(images)).toThrow(
      expect.objectContaining({ hint: 'Give one of: sample-ecs-service/nginx, sample-ecs-service/app.' }),
    );
  });

  test("where config owns the container's, naming that config", () => {
    expect(check('nginx=nginx:2', { [EXTERNAL_IMAGES_TAG]: 'app' })).toThrow(
      'the image of container nginx of service sample-ecs-service is owned by the config of cluster sample-ecs-cluster.',
    );
  });

  test.each([
    ['config leaves it to others', { [EXTERNAL_IMAGES_TAG]: 'sidecar app' }],
    ['nobody claims it', {}],
  ])('but not where %s', (_, tags) => {
    expect(check('app=app:2', tags)).not.toThrow();
  });
});

describe('the tag that tells whose images are', () => {
  const tagsOf = (external: readonly string[]) => {
    const containers = [
      { name: 'nginx', image: { kind: 'config', image: 'nginx:1' } },
      ...external.map((name) => ({ name, image: { kind: 'external', initialImage: 'x' } as const })),
    ] as const;
    return imageOwnerTags(aService({ taskDefinition: { family: 'f', definition: {}, containers, source: {} } }));
  };

  test('lists the containers that config leaves to others', () => {
    expect(tagsOf(['app', 'worker'])).toEqual({ [EXTERNAL_IMAGES_TAG]: 'app worker' });
  });

  test('claims all of them where it lists none', () => {
    expect(isOwnedByConfig(tagsOf([]), 'nginx')).toBe(true);
  });

  test('is never longer than a tag may be', () => {
    const names = Array.from({ length: 9 }, (_, index) => `${index}`.repeat(50));
    expect(tagsOf(names)[EXTERNAL_IMAGES_TAG]?.length).toBeLessThanOrEqual(256);
  });
});
