import type { ServiceSettings } from '../../model/service.ts';
import type { ConfigIssue } from '../../model/source.ts';
import { isDaemon } from '../../model/strategy.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful } from '../reading/reading.ts';
import { applyRules, type Rule } from './rule.ts';

interface SettingsDraft {
  readonly settings: ServiceSettings;
  /** Keys that the file states. */
  readonly stated: (key: string) => boolean;
  readonly maximumPercent: number;
  readonly isBalanced: boolean;
  readonly hasTaskRole: boolean;
}

/** Members of CreateService that exclude each other, and those that nothing here can carry out. */
const RULES: readonly Rule<SettingsDraft>[] = [
  ({ stated }) =>
    stated('launchType') &&
    stated('capacityProviderStrategy') && [
      ['launchType'],
      'launchType and capacityProviderStrategy cannot be used together.',
      'Remove launchType: the capacity providers decide.',
    ],
  ({ settings }) =>
    isDaemon(settings) && [
      ['schedulingStrategy'],
      'Daemon services are not supported.',
      'Remove it, and set desiredCount.',
    ],
  ({ settings }) =>
    /CODE_DEPLOY|EXTERNAL/.test(JSON.stringify(settings['deploymentController'] ?? '')) && [
      ['deploymentController'],
      'Only the deployment controller ECS is supported.',
      'Remove deploymentController.',
    ],
  ({ stated, isBalanced }) =>
    stated('healthCheckGracePeriodSeconds') &&
    !isBalanced && [
      ['healthCheckGracePeriodSeconds'],
      'healthCheckGracePeriodSeconds needs a load balancer.',
      'Remove it, or add "loadBalancers:".',
    ],
  ({ settings, hasTaskRole }) =>
    settings['enableExecuteCommand'] === true &&
    !hasTaskRole && [
      ['enableExecuteCommand'],
      'enableExecuteCommand needs a task role.',
      'Add "taskRoleArn: …" to task-definition.yaml: a role that may open channels of Session Manager.',
    ],
  ({ settings, stated, maximumPercent }) =>
    stated('availabilityZoneRebalancing') &&
    settings['availabilityZoneRebalancing'] === 'ENABLED' &&
    maximumPercent <= 100 && [
      ['availabilityZoneRebalancing'],
      'Rebalancing needs a maximumPercent above 100.',
      'Raise it, or remove this key.',
    ],
  ({ settings, stated }) =>
    stated('availabilityZoneRebalancing') &&
    settings['availabilityZoneRebalancing'] === 'ENABLED' &&
    !spreadsOverZonesFirst(settings) && [
      ['placementStrategy'],
      'With rebalancing, tasks are spread over zones first.',
      'Put "{ type: spread, field: attribute:ecs.availability-zone }" first.',
    ],
];

export function checkSettings({ file, taskFile, service }: ServiceDraft): readonly ConfigIssue[] {
  const { maximumPercent } = file.value.deploymentConfiguration;
  const stated = (key: string): boolean => key in file.values;
  const draft = {
    settings: service.settings,
    stated,
    maximumPercent,
    isBalanced: file.value.loadBalancers.length > 0 || isDoubtful(file, ['loadBalancers']),
    hasTaskRole: taskFile.value.taskRoleArn !== undefined || isDoubtful(taskFile, ['taskRoleArn']),
  };
  return applyRules(RULES, draft, file, []);
}

function spreadsOverZonesFirst({ placementStrategy }: ServiceSettings): boolean {
  if (!Array.isArray(placementStrategy) || placementStrategy.length === 0) return true;
  return JSON.stringify(placementStrategy[0]).includes('ecs.availability-zone');
}
