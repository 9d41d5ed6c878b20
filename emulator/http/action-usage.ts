import type { LoggedRequest } from './request-log.ts';

/** How often a caller needed an action, and how often it was denied to it. */
export interface ActionUse {
  /** Such as `ecs:UpdateService`. */
  readonly action: string;
  readonly requests: number;
  readonly denied: number;
}

export interface CallerUse {
  /** ARN. */
  readonly caller: string;
  readonly actions: readonly ActionUse[];
}

export interface ActionUsage {
  add(request: LoggedRequest): void;
  /** Callers in the order of their first request, actions by name. */
  byCaller(): readonly CallerUse[];
}

/** Counts the actions that each caller's requests needed: what a policy for it has to allow. */
export function createActionUsage(): ActionUsage {
  const callers = new Map<string, Map<string, ActionUse>>();
  return {
    add: ({ caller, permissions }) => {
      if (caller === undefined) return;
      const actions = callers.get(caller) ?? new Map<string, ActionUse>();
      callers.set(caller, actions);
      for (const action of new Set(permissions.map((permission) => permission.action))) {
        const decisions = permissions.filter((permission) => permission.action === action);
        const denied = decisions.some(({ decision }) => decision.endsWith('deny'));
        const before = actions.get(action) ?? { action, requests: 0, denied: 0 };
        actions.set(action, { action, requests: before.requests + 1, denied: before.denied + (denied ? 1 : 0) });
      }
    },
    byCaller: () =>
      [...callers].map(([caller, actions]) => ({
        caller,
        actions: [...actions.values()].sort((a, b) => (a.action < b.action ? -1 : 1)),
      })),
  };
}
