import type { ListenerAddress } from '../core/world.ts';
import type { WireRequest, WireResponse } from '../protocol/wire.ts';
import type { ActionUsage } from './action-usage.ts';
import { type Faults, readFault } from './faults.ts';
import type { RequestLog } from './request-log.ts';

/** The emulator's own routes, the only ones that are not AWS's. */
export interface Inspection {
  readonly requests: RequestLog;
  readonly actions: Pick<ActionUsage, 'byCaller'>;
  readonly faults: Pick<Faults, 'add' | 'clear' | 'pending'>;
  listeners(): readonly ListenerAddress[];
  health(): object;
}

export const INSPECTION_PREFIX = '/_emulator/';

export function inspect(request: WireRequest, inspection: Inspection): WireResponse {
  const { method, path, query } = request;
  const route = path.slice(INSPECTION_PREFIX.length);
  const routes = new Map<string, () => WireResponse>([
    ['actions', () => respond(200, { callers: inspection.actions.byCaller() })],
    ['faults', () => respond(200, { faults: inspection.faults.pending() })],
    ['health', () => respond(200, inspection.health())],
    ['listeners', () => respond(200, { listeners: inspection.listeners() })],
    ['requests', () => requestsSince(new URLSearchParams(query).get('since') ?? '0', inspection.requests)],
  ]);
  const handler = routes.get(route);
  if (!handler)
    return respond(404, {
      error: `There is no ${path}; there are ${[...routes.keys()].map((name) => INSPECTION_PREFIX + name).join(', ')}`,
    });
  if (route === 'faults' && method !== 'GET') return changeFaults(request, inspection.faults);
  if (method !== 'GET') return respond(405, { error: `${path} is read with GET` });
  return handler();
}

function changeFaults({ method, body }: WireRequest, faults: Inspection['faults']): WireResponse {
  switch (method) {
    case 'POST':
      try {
        faults.add(readFault(Buffer.from(body).toString()));
      } catch (error) {
        return respond(400, { error: error instanceof Error ? error.message : String(error) });
      }
      return respond(200, { faults: faults.pending() });
    case 'DELETE':
      faults.clear();
      return respond(200, { faults: [] });
    default:
      return respond(405, { error: `${INSPECTION_PREFIX}faults takes GET, POST and DELETE` });
  }
}

function requestsSince(since: string, log: RequestLog): WireResponse {
  if (!/^\d+$/.test(since))
    return respond(400, { error: `since must be a cursor from an earlier answer, not '${since}'` });
  return respond(200, log.since(Number(since)));
}

function respond(status: number, body: object): WireResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: `${JSON.stringify(body)}\n` };
}
