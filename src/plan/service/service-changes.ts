import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { DEFAULT_PERCENTS } from '../../model/rollout-bounds.ts';
import type { ServiceView } from '../../model/service-views.ts';
import { type Difference, differences } from '../differences/json-differences.ts';
import { describedSetting, SETTINGS, settingOf } from './service-settings.ts';

interface SettingChanges {
  readonly found: readonly Difference[];
  /** Members for UpdateService. */
  readonly update: JsonObject;
  /** Whether sending them starts a deployment. */
  readonly deploys: boolean;
}

/**
 * Compares a live service's settings with the desired ones, field by field. `revision` is DescribeServiceRevisions'
 * answer.
 */
export function changedSettings(
  desired: JsonObject,
  live: ServiceView,
  revision: JsonObject | undefined,
): SettingChanges {
  const names = [...new Set([...Object.keys(SETTINGS), ...Object.keys(desired)])].sort();
  const changed = names.flatMap((name) => {
    const found = settingDifferences(name, desired[name], describedSetting(name, live, revision));
    return found.length === 0 ? [] : [{ name, found }];
  });
  const sent = changed.filter(({ name }) => settingOf(name).effect !== 'immutable');
  const update = Object.fromEntries(
    sent.map(({ name }) => [name, toSend(name, desired[name], describedSetting(name, live, revision))]),
  );
  const moves = sent.some(({ name }) => name === 'capacityProviderStrategy');
  return {
    found: changed.flatMap(({ found }) => found),
    update: moves ? { ...update, forceNewDeployment: true } : update,
    deploys: sent.some(({ name }) => settingOf(name).effect === 'deploys'),
  };
}

function settingDifferences(name: string, stated: Json | undefined, live: Json | undefined): readonly Difference[] {
  const { fallback, normal = (value: Json) => value } = settingOf(name);
  if (stated === undefined && fallback === undefined) return [];
  if (name === 'launchType' && live === undefined) return [];
  const form = (value: Json | undefined): Json | undefined => {
    const known = value ?? fallback;
    return known === undefined ? undefined : normal(known);
  };
  return differences(form(live), form(stated), [name]);
}

function toSend(name: string, stated: Json | undefined, live: Json | undefined): Json {
  const value = stated ?? settingOf(name).fallback ?? [];
  return name === 'deploymentConfiguration' ? wholeDeploymentConfiguration(value, live) : value;
}

const OFF: JsonObject = {
  deploymentCircuitBreaker: { enable: false, rollback: false },
  alarms: { enable: false, rollback: false, alarmNames: [] },
  earlySuccessCriteria: { enable: false },
  lifecycleHooks: [],
  bakeTimeInMinutes: 0,
};

/**
 * Always the whole block: whether ECS keeps or resets a member that is left out is undocumented. What is live and no
 * longer stated is switched off in so many words; nothing else is added, since a strategy refuses the members of
 * others.
 */
function wholeDeploymentConfiguration(stated: Json, live: Json | undefined): Json {
  if (!isJsonObject(stated)) return stated;
  const isLive = (name: string): boolean => isJsonObject(live) && Boolean(live[name]);
  const off = Object.entries(OFF).filter(([name]) => isLive(name) && stated[name] === undefined);
  return {
    strategy: 'ROLLING',
    ...DEFAULT_PERCENTS,
    ...stated,
    ...Object.fromEntries(off),
  };
}
