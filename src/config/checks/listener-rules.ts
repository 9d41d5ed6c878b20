import { canonicalJson } from '../../model/json.ts';
import type { ListenerRule } from '../../model/service.ts';
import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';

interface PlacedRule {
  readonly service: ServiceDraft;
  /** The entry of `loadBalancers` that it is of. */
  readonly entry: number;
  readonly path: DocumentPath;
  readonly rule: ListenerRule;
}

/**
 * Rules of all services share the listeners: priorities differ, and no two rules catch exactly the same, except that a
 * service may move from one of its target groups to another: the one with the lower priority number wins.
 */
export function checkListenerRules({ services, file }: ClusterDraft): readonly ConfigIssue[] {
  if (isDoubtful(file, ['loadBalancer', 'listeners'])) return [];
  const rules = services.flatMap(placedRules);
  return rules.flatMap(({ service, entry, path, rule }, index) => {
    const rivals = rules.slice(0, index).filter((other) => other.rule.listenerPort === rule.listenerPort);
    const conditions = canonicalJson(rule.conditions);
    const same = rivals.find(
      (other) => canonicalJson(other.rule.conditions) === conditions && !isMove(other, { service, entry }),
    );
    if (same) {
      const message = `Service ${same.service.name} has a rule for the same requests on port ${rule.listenerPort}.`;
      const hint = 'Give one of the two services "rules:" with other conditions, such as its own path.';
      return problemAt(service.file, path, message, hint);
    }
    const taken = rivals.find((other) => other.rule.priority === rule.priority);
    if (!taken) return [];
    const message = `Priority ${rule.priority} on port ${rule.listenerPort} is taken by service ${taken.service.name}.`;
    return problemAt(service.file, [...path, 'priority'], message, `Give another, like ${freePriority(rules, rule)}.`);
  });
}

function isMove(one: PlacedRule, other: Pick<PlacedRule, 'service' | 'entry'>): boolean {
  return one.service === other.service && one.entry !== other.entry;
}

function placedRules(service: ServiceDraft): readonly PlacedRule[] {
  return service.service.loadBalancers.flatMap(({ rules, testListenerRule }, entry) => {
    const path = ['loadBalancers', entry];
    return [
      ...rules.map((rule, position) => ({ service, entry, path: [...path, 'rules', position], rule })),
      ...(testListenerRule ? [{ service, entry, path: [...path, 'testListenerRule'], rule: testListenerRule }] : []),
    ];
  });
}

function freePriority(rules: readonly PlacedRule[], { listenerPort, priority }: ListenerRule): number {
  const taken = new Set(
    rules.filter(({ rule }) => rule.listenerPort === listenerPort).map(({ rule }) => rule.priority),
  );
  let free = priority;
  while (taken.has(free)) free = free < 50_000 ? free + 1 : 1;
  return free;
}
