import type { CreateListenerOutput, DescribeListenersOutput } from '../../../shapes/elbv2.d.ts';
import type { JsonObject } from '../template/json.ts';
import { sameValue } from '../template/json.ts';
import { updateElbTags } from './elbv2-tags.ts';
import { listOf, pick } from './properties.ts';
import type { ResourceContext, ResourceType } from './resource-type.ts';
import { Refused } from './resource-type.ts';

const SETTINGS = [
  'AlpnPolicy',
  'Certificates',
  'DefaultActions',
  'MutualAuthentication',
  'Port',
  'Protocol',
  'SslPolicy',
];
const ATTRIBUTES = 'ListenerAttributes';
/** Where CreateListener answered with a listener that somebody else made (as others have reported it of AWS). */
const NOT_NEW =
  "Resource of type 'AWS::ElasticLoadBalancingV2::Listener' with identifier 'Idempotency Check Failed' already exists.";

export const elbv2Listener: ResourceType = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  service: 'ElasticLoadBalancingV2',
  serves: ['LoadBalancerArn', 'Tags', ATTRIBUTES, ...SETTINGS],
  latency: 'listener',
  create: async (properties, { call }) => {
    const input = pick(properties, ['LoadBalancerArn', 'Tags', ...SETTINGS]);
    const balanced = pick(properties, ['LoadBalancerArn']);
    const { Listeners: present = [] } = await call<DescribeListenersOutput>('elbv2', 'DescribeListeners', balanced);
    const { Listeners: [made] = [] } = await call<CreateListenerOutput>('elbv2', 'CreateListener', input);
    if (present.some(({ ListenerArn }) => ListenerArn === made?.ListenerArn)) throw new Refused(NOT_NEW);
    return made?.ListenerArn ?? '';
  },
  configure: (arn, properties, context) => setAttributes(arn, properties, context),
  update: async (arn, change, context) => {
    const { previous, desired } = change;
    if (!sameValue(pick(previous, SETTINGS), pick(desired, SETTINGS)))
      await context.call('elbv2', 'ModifyListener', { ListenerArn: arn, ...pick(desired, SETTINGS) });
    if (!sameValue(previous[ATTRIBUTES], desired[ATTRIBUTES])) await setAttributes(arn, desired, context);
    await updateElbTags(arn, change, context);
  },
  remove: async (arn, _properties, { call }) => {
    await call('elbv2', 'DeleteListener', { ListenerArn: arn });
  },
  attributes: async (arn) => ({ ListenerArn: arn }),
};

async function setAttributes(arn: string, properties: JsonObject, { call }: ResourceContext): Promise<void> {
  const attributes = listOf(properties[ATTRIBUTES]);
  if (attributes.length > 0)
    await call('elbv2', 'ModifyListenerAttributes', { ListenerArn: arn, Attributes: attributes });
}
