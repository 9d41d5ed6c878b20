import type { Json } from '../../model/json.ts';
import type { Danger } from '../../model/plan.ts';
import { percentsOf, taskBounds } from '../../model/rollout-bounds.ts';
import type { Service } from '../../model/service.ts';
import { shiftsTraffic } from '../../model/strategy.ts';
import { consented } from '../danger.ts';
import { shown } from '../differences/property-changes.ts';
import { lostTargetGroups } from '../stack/target-group-dangers.ts';
import type { ServiceChangesAtRisk } from './changes-at-risk.ts';
import { settingOf } from './service-settings.ts';

/** Changes of a live service that can lose traffic, and those that ECS cannot make. */
export function serviceDangers(changes: ServiceChangesAtRisk): readonly Danger[] {
  return [...immutable(changes), ...lostTargetGroups(changes), ...noTasks(changes), ...stuckRollout(changes)];
}

function immutable({ service, found }: ServiceChangesAtRisk): readonly Danger[] {
  return found
    .filter(({ path: [name = ''] }) => settingOf(name).effect === 'immutable')
    .map(({ path, after }) => ({
      ...named(service, path.join('.'), after),
      loss: `ECS cannot change it on a live service`,
      forbidden: `Add a second service with the new value and its own target group, shift the traffic to it, then remove ${service.name}; or put the old value back.`,
      allowed: false,
    }));
}

function noTasks({ service, live, desiredCount, allow }: ServiceChangesAtRisk): readonly Danger[] {
  if (desiredCount !== 0 || live.desiredCount === 0) return [];
  return [consented(allow, { ...named(service, 'desiredCount', 0), loss: 'every task of the service stops' })];
}

/**
 * A rolling deployment that may neither stop nor start a task never ends (aws-facts: the floor rounds up, the ceiling
 * down).
 */
function stuckRollout({ service, live, desired, desiredCount, deploys }: ServiceChangesAtRisk): readonly Danger[] {
  const count = desiredCount ?? live.desiredCount;
  if (!deploys || count === 0 || shiftsTraffic(desired)) return [];
  const { floor, ceiling } = taskBounds(count, percentsOf(desired));
  if (floor < ceiling) return [];
  return [
    {
      ...named(service, 'deploymentConfiguration', desired['deploymentConfiguration'] ?? {}),
      loss: `with ${count} tasks, at least ${floor} and at most ${ceiling} of them running, ECS can neither stop nor start one`,
      forbidden: 'Raise maximumPercent, or lower minimumHealthyPercent, in service.yaml.',
      allowed: false,
    },
  ];
}

function named(service: Service, property: string, to: Json | undefined): Pick<Danger, 'resource' | 'property' | 'to'> {
  const value = shown(to);
  return { resource: service.name, property, to: value.kind === 'value' ? value.text : undefined };
}
