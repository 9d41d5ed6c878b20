import { isJsonObject, type Json, type JsonObject, objectOf } from '../../model/json.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { digestOf } from '../digest.ts';
import { normalTaskDefinition } from '../task-definition/task-definition-normal.ts';
import { describedSetting, settingOf } from './service-settings.ts';

/**
 * On a service: digests of what config has stated of it, newest first. A live value is known to come from git where the
 * digest of what holds it is among them, also after a rollback, or when another tool has deployed an image alone.
 */
export const CONFIG_DIGESTS_TAG = 'ecs-gitops:config-digests';

/** As many of them as a tag's value has room for. */
const DIGEST_LENGTH = 16;
const MOST = 15;

export function digestsOf(tags: Readonly<Record<string, string>>): readonly string[] {
  return (tags[CONFIG_DIGESTS_TAG] ?? '').split(' ').filter(Boolean);
}

/** The tag with these among its digests; nothing where it holds them already. */
export function configDigestsTag(
  tags: Readonly<Record<string, string>>,
  digests: readonly string[],
): Readonly<Record<string, string>> {
  const held = digestsOf(tags);
  const missing = digests.filter((digest) => !held.includes(digest));
  if (missing.length === 0) return {};
  return { [CONFIG_DIGESTS_TAG]: [...missing, ...held].slice(0, MOST).join(' ') };
}

/**
 * Whether config has stated a live task definition, the images of its containers aside: those may be another
 * repository's.
 */
export function isStatedDefinition(definition: JsonObject, tags: Readonly<Record<string, string>>): boolean {
  return digestsOf(tags).includes(definitionDigest(definition));
}

export function definitionDigest(definition: JsonObject): string {
  const { containerDefinitions, ...rest } = normalTaskDefinition(definition);
  const containers = Object.entries(objectOf(containerDefinitions));
  const imageless = containers.map(([name, container]) => [name, isJsonObject(container) ? without(container) : null]);
  return shortDigest({ ...rest, containerDefinitions: Object.fromEntries(imageless) });
}

/** Over the settings that may hold secrets. */
export function settingsDigest(settings: JsonObject): string {
  return shortDigest(privateSettings((name) => settings[name]));
}

export function isStatedSettings(live: ServiceView, revision: JsonObject | undefined): boolean {
  const digest = shortDigest(privateSettings((name) => describedSetting(name, live, revision)));
  return digestsOf(live.tags).includes(digest);
}

/**
 * Whether a live value at this path of a service's settings may be a secret: options of a log driver, what a hook is
 * told.
 */
export function isPrivateSetting([name = '', member, part]: readonly string[]): boolean {
  if (name === 'serviceConnectConfiguration') return member === 'logConfiguration' && part === 'options';
  return name === 'deploymentConfiguration' && member === 'lifecycleHooks';
}

function privateSettings(describe: (name: string) => Json | undefined): JsonObject {
  const normal = (name: string): Json => {
    const { fallback = null, normal: form = (value: Json) => value } = settingOf(name);
    return form(describe(name) ?? fallback);
  };
  const deployment = normal('deploymentConfiguration');
  return {
    serviceConnectConfiguration: normal('serviceConnectConfiguration'),
    lifecycleHooks: (isJsonObject(deployment) && deployment['lifecycleHooks']) || [],
  };
}

function without({ image: _, ...rest }: JsonObject): JsonObject {
  return rest;
}

function shortDigest(value: Json): string {
  return digestOf(value).slice(0, DIGEST_LENGTH);
}
