import { canonicalJson } from '../../model/json.ts';
import type { Danger } from '../../model/plan.ts';
import type { ListenerRule, Service, ServiceLoadBalancer } from '../../model/service.ts';
import { targetGroupPairsOf } from '../../model/service-load-balancers.ts';
import { alternateTargetGroupOutput, targetGroupOutput } from '../../model/stack-names.ts';
import { consented } from '../danger.ts';
import type { ServiceChangesAtRisk } from '../service/changes-at-risk.ts';
import { ALTERNATE_SEQUENCE } from './stack-losses.ts';

type Outputs = Readonly<Record<string, string>>;

/** Target groups that the service leaves although requests may still come to them. */
export function lostTargetGroups(changes: ServiceChangesAtRisk): readonly Danger[] {
  const { service, outputs, live, desired, allow } = changes;
  const stack = outputs.service ?? {};
  const wanted = targetGroupPairsOf(desired).flat();
  const kept = [...wanted, ...stackGroups(service, stack)];
  return targetGroupPairsOf(live.description).flatMap((pair) =>
    pair
      .filter((arn) => !kept.includes(arn))
      .flatMap((arn, index): readonly Danger[] => {
        const danger = { resource: service.name, property: 'loadBalancers', to: wanted.join(', ') || 'none' };
        if (pair.some((other) => kept.includes(other)) || isAlternateOf(arn, kept, stack)) {
          const loss = `ECS shifts traffic between its target groups, and ${arn} may have it now`;
          return [{ ...danger, loss, forbidden: ALTERNATE_SEQUENCE, allowed: false }];
        }
        const loss = `the tasks leave ${arn}: requests that it still gets are answered with 503`;
        return index === 0 ? [consented(allow, { ...danger, loss })] : [];
      }),
  );
}

/** The groups of entries whose traffic stays where it is, or goes to another entry already. */
function stackGroups({ loadBalancers }: Service, stack: Outputs): readonly string[] {
  return loadBalancers.flatMap((entry, index) => {
    const isQuiet = entry.attached === false && entry.rules.every((rule) => isShadowed(rule, loadBalancers));
    const outputs = [targetGroupOutput(index + 1), alternateTargetGroupOutput(index + 1)];
    return isQuiet || (entry.attached !== false && entry.alternate) ? outputs.flatMap((key) => stack[key] ?? []) : [];
  });
}

/** Whether an attached entry has a rule for the same requests that comes first. */
function isShadowed(rule: ListenerRule, loadBalancers: readonly ServiceLoadBalancer[]): boolean {
  return loadBalancers
    .filter(({ attached }) => attached !== false)
    .flatMap(({ rules }) => rules)
    .some(
      ({ listenerPort, priority, conditions }) =>
        listenerPort === rule.listenerPort &&
        priority < rule.priority &&
        canonicalJson(conditions) === canonicalJson(rule.conditions),
    );
}

function isAlternateOf(arn: string, kept: readonly string[], stack: Outputs): boolean {
  const position = Object.keys(stack).find((key) => key.startsWith('Alternate') && stack[key] === arn);
  const first = position && stack[position.replace('Alternate', '')];
  return first !== undefined && kept.includes(first);
}
