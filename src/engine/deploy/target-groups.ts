import type { Service } from '../../model/service.ts';
import { alternateTargetGroupOutput, productionRuleOutput, targetGroupOutput } from '../../model/stack-names.ts';
import type { StackOutputs } from '../../plan/service/service-desired.ts';

/** ARNs of the target groups that the service's tasks can be in, as far as its stack has them. */
export function targetGroupArns(service: Service, outputs: StackOutputs): readonly string[] {
  return ofAttached(service, outputs, [targetGroupOutput, alternateTargetGroupOutput]);
}

/** ARNs of the rules whose traffic ECS shifts. */
export function productionRuleArns(service: Service, outputs: StackOutputs): readonly string[] {
  return ofAttached(service, outputs, [productionRuleOutput]);
}

function ofAttached(
  { loadBalancers }: Service,
  { service }: StackOutputs,
  outputs: readonly ((position: number) => string)[],
): readonly string[] {
  return loadBalancers.flatMap(({ attached }, index) =>
    attached === false ? [] : outputs.flatMap((output) => service?.[output(index + 1)] ?? []),
  );
}
