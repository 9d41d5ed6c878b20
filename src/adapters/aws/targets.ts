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
  };
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
