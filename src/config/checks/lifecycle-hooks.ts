import type { ConfigIssue } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import type { DeploymentConfigurationFile } from '../schema/deployment-configuration-file.ts';
import { applyRules, type Rule } from './rule.ts';

type Hook = NonNullable<DeploymentConfigurationFile['lifecycleHooks']>[number];

/** Stages during which traffic moves: ECS can call a function then, but not stand still. */
const SHIFTING = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html */
const RULES: readonly Rule<Hook>[] = [
  ({ targetType, hookTargetArn }) =>
    targetType === 'AWS_LAMBDA' &&
    hookTargetArn === undefined && [
      [],
      'A Lambda hook needs hookTargetArn, the function to invoke.',
      'Add it, or write "targetType: PAUSE".',
    ],
  (hook) => {
    const key = (['hookTargetArn', 'roleArn', 'hookDetails'] as const).find((each) => hook[each] !== undefined);
    return (
      hook.targetType === 'PAUSE' &&
      key !== undefined && [[key], `A PAUSE hook invokes nothing, so ${key} has no effect.`, 'Remove it.']
    );
  },
  ({ targetType, lifecycleStages }) => {
    const index = lifecycleStages.findIndex((stage) => SHIFTING.includes(stage));
    return (
      targetType === 'PAUSE' &&
      index >= 0 && [
        ['lifecycleStages', index],
        `A deployment cannot pause at ${lifecycleStages[index]}, while traffic is shifted.`,
        `Write ${lifecycleStages[index]?.startsWith('TEST') ? 'POST_TEST_TRAFFIC_SHIFT' : 'PRE_PRODUCTION_TRAFFIC_SHIFT'}.`,
      ]
    );
  },
];

export function checkLifecycleHooks({ file }: ServiceDraft): readonly ConfigIssue[] {
  return (file.value.deploymentConfiguration.lifecycleHooks ?? []).flatMap((hook, index) =>
    applyRules(RULES, hook, file, ['deploymentConfiguration', 'lifecycleHooks', index]),
  );
}
