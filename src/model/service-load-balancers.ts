import { type Json, type JsonObject, objectOf, objectsOf } from './json.ts';

/** What an entry of a service's `loadBalancers` names, under ECS's names. */
interface NamedByLoadBalancer {
  readonly targetGroupArn: string | undefined;
  readonly alternateTargetGroupArn: string | undefined;
  readonly productionListenerRule: string | undefined;
  readonly testListenerRule: string | undefined;
  readonly roleArn: string | undefined;
}

/** `settings` are CreateService's members, or what DescribeServices says. */
export function loadBalancersOf(settings: JsonObject): readonly NamedByLoadBalancer[] {
  return objectsOf(settings['loadBalancers']).map(({ targetGroupArn, advancedConfiguration }) => {
    const advanced = objectOf(advancedConfiguration);
    return {
      targetGroupArn: textOf(targetGroupArn),
      alternateTargetGroupArn: textOf(advanced['alternateTargetGroupArn']),
      productionListenerRule: textOf(advanced['productionListenerRule']),
      testListenerRule: textOf(advanced['testListenerRule']),
      roleArn: textOf(advanced['roleArn']),
    };
  });
}

/** The target groups of each entry, with the alternate where it has one. */
export function targetGroupPairsOf(settings: JsonObject): readonly (readonly string[])[] {
  return loadBalancersOf(settings).map(({ targetGroupArn, alternateTargetGroupArn }) =>
    [targetGroupArn, alternateTargetGroupArn].filter((arn) => arn !== undefined),
  );
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
