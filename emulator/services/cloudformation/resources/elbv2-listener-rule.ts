import type { CreateRuleOutput } from '../../../shapes/elbv2.d.ts';
import { sameValue } from '../template/json.ts';
import { updateElbTags } from './elbv2-tags.ts';
import { pick } from './properties.ts';
import type { ResourceType } from './resource-type.ts';

const SETTINGS = ['Actions', 'Conditions'];

export const elbv2ListenerRule: ResourceType = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  service: 'ElasticLoadBalancingV2',
  serves: ['ListenerArn', 'Priority', 'Tags', ...SETTINGS],
  latency: 'listener',
  create: async (properties, { call }) => {
    const input = pick(properties, ['ListenerArn', 'Priority', 'Tags', ...SETTINGS]);
    const { Rules: made = [] } = await call<CreateRuleOutput>('elbv2', 'CreateRule', input);
    return made[0]?.RuleArn ?? '';
  },
  update: async (arn, change, context) => {
    const { previous, desired } = change;
    const { call } = context;
    if (!sameValue(pick(previous, SETTINGS), pick(desired, SETTINGS)))
      await call('elbv2', 'ModifyRule', { RuleArn: arn, ...pick(desired, SETTINGS) });
    if (!sameValue(previous['Priority'], desired['Priority']))
      await call('elbv2', 'SetRulePriorities', { RulePriorities: [{ RuleArn: arn, Priority: desired['Priority'] }] });
    await updateElbTags(arn, change, context);
  },
  remove: async (arn, _properties, { call }) => {
    await call('elbv2', 'DeleteRule', { RuleArn: arn });
  },
  attributes: async (arn) => ({ RuleArn: arn, IsDefault: false }),
};
