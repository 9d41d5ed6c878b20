import { invoke } from './invocation.ts';
import type { Events, RuleRecord } from './state.ts';

/** Puts a rule's next run on the clock, and after each run the one that follows. */
export function plan(events: Events, rule: RuleRecord): void {
  const { clock } = events.world;
  rule.cancel();
  const now = clock.now();
  const next = rule.enabled ? rule.schedule(now) : undefined;
  if (next === undefined) return;
  rule.cancel = clock.after(next - now, () => {
    plan(events, rule);
    for (const target of rule.targets.values()) events.world.background(invoke(events, rule, target));
  });
}
