import type { Service } from '../../model/service.ts';
import { targetGroupOutput } from '../../model/stack-names.ts';
import type { StackOutputs } from '../../plan/service-desired.ts';

/** ARNs of the service's target groups, as far as its stack has them. */
export function targetGroupArns({ loadBalancers }: Service, outputs: StackOutputs): readonly string[] {
  return loadBalancers.flatMap((_, index) => outputs.service?.[targetGroupOutput(index + 1)] ?? []);
}
