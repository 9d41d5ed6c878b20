import { targetGroupOutput } from '../../model/stack-names.ts';
import type { WantedService } from '../../plan/service-plan.ts';

/** ARNs of the service's target groups, as far as its stack has them. */
export function targetGroupArns({ service, outputs }: Pick<WantedService, 'service' | 'outputs'>): readonly string[] {
  return service.loadBalancers.flatMap((_, index) => outputs.service?.[targetGroupOutput(index + 1)] ?? []);
}
