import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ForwardView } from '../../model/service-views.ts';
import type { LoadBalancerView, Targets } from '../../ports/targets.ts';
import { type AwsSettings, clientConfig, once } from './clients.ts';
import { calling, isAwsError } from './errors.ts';

export function createTargets(settings: AwsSettings): Targets {
  const elb = once(async () => {
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2');
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig(settings)) };
  });
  return {
    loadBalancer: (arn) =>
      calling(`describing load balancer ${arn}`, async () => {
        const { sdk, client } = await elb();
        try {
          const { LoadBalancers } = await client.send(
            new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] }),
          );
          const found = LoadBalancers?.[0];
          return found && loadBalancerView(found);
        } catch (error) {
          if (isAwsError(error, 'LoadBalancerNotFoundException')) return undefined;
          throw error;
        }
      }),
    listeners: (loadBalancerArn) =>
      calling(`listing listeners of ${loadBalancerArn}`, async () => {
        const { sdk, client } = await elb();
        const pages = sdk.paginateDescribeListeners({ client }, { LoadBalancerArn: loadBalancerArn });
        const listeners = (await Array.fromAsync(pages)).flatMap((page) => page.Listeners ?? []);
        return listeners.map(({ ListenerArn = '', Port = 0, Protocol = '' }) => ({
          arn: ListenerArn,
          port: Port,
          protocol: Protocol,
        }));
      }),
    health: (targetGroupArn) =>
      calling(`asking for target health in ${targetGroupArn}`, async () => {
        const { sdk, client } = await elb();
        const answer = await client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }));
        return (answer.TargetHealthDescriptions ?? []).map(({ Target, TargetHealth }) => ({
          id: Target?.Id ?? '',
          port: Target?.Port ?? 0,
          state: TargetHealth?.State ?? 'unavailable',
          reason: TargetHealth?.Reason,
          description: TargetHealth?.Description,
        }));
      }),
    rules: (listenerArn) =>
      calling(`listing rules of ${listenerArn}`, async () => {
        const { sdk, client } = await elb();
        try {
          const pages = await Array.fromAsync(sdk.paginateDescribeRules({ client }, { ListenerArn: listenerArn }));
          return pages
            .flatMap((page) => page.Rules ?? [])
            .filter(({ IsDefault }) => !IsDefault)
            .map(({ RuleArn = '', Priority }) => ({ arn: RuleArn, priority: Number(Priority) }));
        } catch (error) {
          if (isAwsError(error, 'ListenerNotFoundException', 'ListenerNotFound')) return [];
          throw error;
        }
      }),
    targetGroup: (name) =>
      calling(`looking for target group ${name}`, async () => {
        const { sdk, client } = await elb();
        try {
          const { TargetGroups } = await client.send(new sdk.DescribeTargetGroupsCommand({ Names: [name] }));
          return TargetGroups?.[0]?.TargetGroupArn;
        } catch (error) {
          if (isAwsError(error, 'TargetGroupNotFoundException', 'TargetGroupNotFound')) return undefined;
          throw error;
        }
      }),
    forwards: (ruleArns) =>
      calling('describing listener rules', async () => {
        const { sdk, client } = await elb();
        // One rule that is not there would make the whole call fail.
        const pages = await Promise.all(
          ruleArns.map(async (arn) => {
            try {
              return await client.send(new sdk.DescribeRulesCommand({ RuleArns: [arn] }));
            } catch (error) {
              if (isAwsError(error, 'RuleNotFoundException', 'RuleNotFound')) return undefined;
              throw error;
            }
          }),
        );
        return pages.flatMap((page) => page?.Rules ?? []).map(forwardView);
      }),
  };
}

/**
 * A forward action names its groups in ForwardConfig, with weights; where there is only one, also or only by itself.
 */
function forwardView({ RuleArn = '', Actions = [] }: Rule): ForwardView {
  const action = Actions.find(({ Type }) => Type === 'forward');
  const listed = (action?.ForwardConfig?.TargetGroups ?? []).map(({ TargetGroupArn = '', Weight = 1 }) => ({
    arn: TargetGroupArn,
    weight: Weight,
  }));
  const only = action?.TargetGroupArn ? [{ arn: action.TargetGroupArn, weight: 1 }] : [];
  return { ruleArn: RuleArn, targetGroups: listed.length > 0 ? listed : only };
}

function loadBalancerView(found: {
  LoadBalancerArn?: string | undefined;
  DNSName?: string | undefined;
  State?: { Code?: string | undefined; Reason?: string | undefined } | undefined;
}): LoadBalancerView {
  return {
    arn: found.LoadBalancerArn ?? '',
    dnsName: found.DNSName ?? '',
    state: found.State?.Code ?? 'failed',
    stateReason: found.State?.Reason,
  };
}
