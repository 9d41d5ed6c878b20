import type { JsonObject } from '../../model/json.ts';
import type { Service, ServiceLoadBalancer } from '../../model/service.ts';
import { loadBalancersOf } from '../../model/service-load-balancers.ts';
import type { ForwardView, ServiceView } from '../../model/service-views.ts';
import {
  alternateTargetGroupOutput,
  productionRuleOutput,
  SERVICE_OUTPUTS,
  targetGroupOutput,
  testRuleOutput,
} from '../../model/stack-names.ts';
import { shiftsTraffic } from '../../model/strategy.ts';
import { KNOWN_AFTER_APPLY } from '../differences/property-changes.ts';

type Outputs = Readonly<Record<string, string>> | undefined;

/** Where a live service's traffic goes now, as far as that decides what it is told next. */
export interface LiveTraffic {
  readonly service?: ServiceView | undefined;
  /** What its production rules forward to. */
  readonly forwards?: readonly ForwardView[] | undefined;
}

/** One entry of `loadBalancers` with its place in config, which names the stack's outputs. */
interface Placed {
  readonly loadBalancer: ServiceLoadBalancer;
  readonly position: number;
}

/** CreateService's `loadBalancers`: those that the service's tasks register in. */
export function desiredLoadBalancers(
  { loadBalancers, settings }: Pick<Service, 'loadBalancers' | 'settings'>,
  outputs: Outputs,
  live: LiveTraffic,
): readonly JsonObject[] {
  const shifts = shiftsTraffic(settings);
  return attached(loadBalancers).map((placed) => {
    const { containerName, containerPort, alternate } = placed.loadBalancer;
    const output = (name: string): string => outputs?.[name] ?? KNOWN_AFTER_APPLY;
    const first = output(targetGroupOutput(placed.position));
    if (!alternate) return { targetGroupArn: first, containerName, containerPort };
    const second = output(alternateTargetGroupOutput(placed.position));
    if (!shifts) {
      const rule = output(productionRuleOutput(placed.position));
      return { targetGroupArn: servingGroup([first, second], rule, live), containerName, containerPort };
    }
    const [targetGroupArn, alternateTargetGroupArn] = inLiveOrder([first, second], live);
    const advancedConfiguration: JsonObject = {
      alternateTargetGroupArn,
      productionListenerRule: output(productionRuleOutput(placed.position)),
      ...(placed.loadBalancer.testListenerRule && {
        testListenerRule: output(testRuleOutput(placed.position)),
      }),
      roleArn: output(SERVICE_OUTPUTS.infrastructureRoleArn),
    };
    return { targetGroupArn, containerName, containerPort, advancedConfiguration };
  });
}

/** Keys of the outputs that the entries need. */
export function loadBalancerOutputs({ loadBalancers, settings }: Service): readonly string[] {
  const shifts = shiftsTraffic(settings);
  return attached(loadBalancers).flatMap(({ loadBalancer, position }) => [
    targetGroupOutput(position),
    ...(loadBalancer.alternate ? [alternateTargetGroupOutput(position), productionRuleOutput(position)] : []),
    ...(loadBalancer.alternate && shifts ? [SERVICE_OUTPUTS.infrastructureRoleArn] : []),
    ...(loadBalancer.alternate && shifts && loadBalancer.testListenerRule ? [testRuleOutput(position)] : []),
  ]);
}

function attached(loadBalancers: readonly ServiceLoadBalancer[]): readonly Placed[] {
  return loadBalancers
    .map((loadBalancer, index) => ({ loadBalancer, position: index + 1 }))
    .filter(({ loadBalancer }) => loadBalancer.attached !== false);
}

/**
 * ECS takes either group of a pair for the first and may answer with the other: the one that the service has stays the
 * first.
 */
function inLiveOrder([first, second]: readonly [string, string], { service }: LiveTraffic): readonly [string, string] {
  const has = groupsOf(service);
  return has.includes(second) && !has.includes(first) ? [second, first] : [first, second];
}

/** A rolling deployment moves no traffic, so that its tasks have to be where the rule sends it. */
function servingGroup(
  [first, second]: readonly [string, string],
  rule: string,
  { service, forwards = [] }: LiveTraffic,
): string {
  const forward = forwards.find(({ ruleArn }) => ruleArn === rule);
  if (!forward) return groupsOf(service).includes(second) ? second : first;
  const weightOf = (arn: string): number =>
    forward.targetGroups.find((targetGroup) => targetGroup.arn === arn)?.weight ?? 0;
  return weightOf(second) > weightOf(first) ? second : first;
}

/** Those that are the first of their pair. */
function groupsOf(service: ServiceView | undefined): readonly string[] {
  return loadBalancersOf(service?.description ?? {}).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
}
