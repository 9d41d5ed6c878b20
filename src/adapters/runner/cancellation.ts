/** Why a run stops before its end. */
class Cancelled extends Error {
  constructor(signal: string) {
    super(`The run was cancelled (${signal}).`);
    this.name = 'Cancelled';
  }
}

/**
 * Aborts on the signals by which a runner cancels a step: SIGINT, and SIGTERM 7.5 s later. The process stays alive to
 * say what it leaves behind; the runner kills it 2.5 s after the second signal.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(new Cancelled(signal)));
  }
  return controller.signal;
}
