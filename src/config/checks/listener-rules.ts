import { canonicalJson } from '../../model/json.ts';
import type { ListenerRule } from '../../model/service.ts';
import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ClusterDraft, ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt } from '../reading/reading.ts';

interface PlacedRule {
  readonly service: ServiceDraft;
  readonly path: DocumentPath;
  readonly rule: ListenerRule;
}

/** Rules of all services share the listeners: priorities differ, and no two rules catch exactly the same. */
export function checkListenerRules({ services, file }: ClusterDraft): readonly ConfigIssue[] {
  if (isDoubtful(file, ['loadBalancer', 'listeners'])) return [];
  const rules = services.flatMap(placedRules);
  return rules.flatMap(({ service, path, rule }, index) => {
    const rivals = rules.slice(0, index).filter((other) => other.rule.listenerPort === rule.listenerPort);
    const conditions = canonicalJson(rule.conditions);
    const same = rivals.find((other) => canonicalJson(other.rule.conditions) === conditions);
    if (same) {
      const message = `Service ${same.service.name} has a rule for the same requests on port ${rule.listenerPort}.`;
      const hint = 'Give one of the two "rules:" with other conditions, like a path of its own.';
      return problemAt(service.file, path, message, hint);
    }
    const taken = rivals.find((other) => other.rule.priority === rule.priority);
    if (!taken) return [];
    const message = `Priority ${rule.priority} on port ${rule.listenerPort} is taken by service ${taken.service.name}.`;
    return problemAt(service.file, [...path, 'priority'], message, `Give another, like ${freePriority(rules, rule)}.`);
  });
}

function placedRules(service: ServiceDraft): readonly PlacedRule[] {
  return service.service.loadBalancers.flatMap(({ rules }, index) =>
    rules.map((rule, position) => ({ service, path: ['loadBalancers', index, 'rules', position], rule })),
  );
}

function freePriority(rules: readonly PlacedRule[], { listenerPort, priority }: ListenerRule): number {
  const taken = new Set(
    rules.filter(({ rule }) => rule.listenerPort === listenerPort).map(({ rule }) => rule.priority),
  );
  let free = priority;
  while (taken.has(free)) free = free < 50_000 ? free + 1 : 1;
  return free;
}
