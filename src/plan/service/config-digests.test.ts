import { describe, expect, test } from '@jest/globals';
import { aServiceView } from '../../../tests/builders/live-service.ts';
import type { JsonObject } from '../../model/json.ts';
import {
  CONFIG_DIGESTS_TAG,
  configDigestsTag,
  definitionDigest,
  digestsOf,
  isPrivateSetting,
  isStatedDefinition,
  isStatedSettings,
  settingsDigest,
} from './config-digests.ts';

const definition = (container: JsonObject): JsonObject => ({
  family: 'sample',
  containerDefinitions: [{ name: 'app', image: 'app:1', ...container }],
});
const CONFIG = definition({ command: ['run'] });
const TAGS = configDigestsTag({}, [definitionDigest(CONFIG)]);

describe('a live task definition', () => {
  test.each([
    ['as ECS describes it', definition({ command: ['run'], cpu: 0, essential: true, environment: [] })],
    ['with an image that another tool has deployed', definition({ command: ['run'], image: 'app:hotfix' })],
  ])('is known to come from config: %s', (_case, live) => {
    expect(isStatedDefinition(live, TAGS)).toBe(true);
  });

  test('is not where anything else of it is another', () => {
    expect(isStatedDefinition(definition({ command: ['run', '--password=x'] }), TAGS)).toBe(false);
    expect(isStatedDefinition(CONFIG, {})).toBe(false);
  });

  test('is also after one that config has stated since was rolled back', () => {
    const later = { ...TAGS, ...configDigestsTag(TAGS, [definitionDigest(definition({ command: ['serve'] }))]) };
    expect(isStatedDefinition(CONFIG, later)).toBe(true);
  });
});

describe('live settings of a service', () => {
  const options = (more: JsonObject): JsonObject => ({
    serviceConnectConfiguration: {
      enabled: true,
      namespace: 'x',
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-url': 'https://s', ...more } },
    },
  });
  const live = (settings: JsonObject) =>
    aServiceView({
      tags: configDigestsTag({}, [settingsDigest(options({}))]),
      description: { deployments: [{ status: 'PRIMARY', ...settings }] },
    });

  test('are known to come from config, or not', () => {
    expect(isStatedSettings(live(options({})), undefined)).toBe(true);
    expect(isStatedSettings(live(options({ 'splunk-token': 'x' })), undefined)).toBe(false);
  });

  test('may hold a secret in options of a log driver and in hooks', () => {
    const path = ['serviceConnectConfiguration', 'logConfiguration', 'options', 'splunk-token'];
    expect(isPrivateSetting(path)).toBe(true);
    expect(isPrivateSetting(['deploymentConfiguration', 'lifecycleHooks'])).toBe(true);
    expect(isPrivateSetting(['deploymentConfiguration', 'maximumPercent'])).toBe(false);
  });
});

describe('the tag with the digests', () => {
  test('is not written again for one that it holds', () => {
    expect(configDigestsTag(TAGS, [definitionDigest(CONFIG)])).toEqual({});
  });

  test('keeps the newest, within the 256 characters of a value', () => {
    const digests = Array.from({ length: 40 }, (_, n) => String(n).padStart(16, '0'));
    const tags = configDigestsTag({ [CONFIG_DIGESTS_TAG]: digests.slice(1).join(' ') }, digests);
    expect(tags[CONFIG_DIGESTS_TAG]?.length).toBeLessThanOrEqual(256);
    expect(digestsOf(tags)[0]).toBe('0000000000000000');
  });
});
