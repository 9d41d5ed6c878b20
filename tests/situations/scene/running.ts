import type { Stage } from '../stage/stage.ts';
import { eventually } from './eventually.ts';

/** A run of the bundle, while it goes on. */
export interface Running {
  /** The first line of its log that matches; rejects where the run ends without. */
  line(pattern: RegExp): Promise<void>;
  /** Its first request for the operation, or at all. */
  request(operation?: string): Promise<void>;
  /** Cancels it as a runner does. */
  cancel(): void;
  /** From now on AWS does this wrong to it alone. */
  plantFault(fault: object): Promise<void>;
}

export interface RunningEnds {
  readonly running: Running;
  readonly cancelled: AbortSignal;
  hear(line: string): void;
  /** To be called when the process has ended. */
  end(): void;
}

export function watchRun(stage: Stage, accessKeyId: string): RunningEnds {
  const controller = new AbortController();
  const lines: string[] = [];
  const waiting = new Set<{ readonly pattern: RegExp; resolve(): void; reject(error: Error): void }>();
  let isOver = false;
  const running: Running = {
    line: (pattern) =>
      new Promise((resolve, reject) => {
        if (lines.some((line) => pattern.test(line))) resolve();
        else if (isOver) reject(new Error(`The run ended without ${pattern}.`));
        else waiting.add({ pattern, resolve, reject });
      }),
    request: async (operation) => {
      await eventually(stage, `the run calls ${operation ?? 'AWS'}`, async () => {
        if (isOver) throw new Error(`The run ended without a request${operation ? ` for ${operation}` : ''}.`);
        const entries = await stage.journal.of(accessKeyId);
        return entries.some((entry) => operation === undefined || entry.operation === operation);
      });
    },
    cancel: () => controller.abort(),
    plantFault: (fault) => stage.plantFault({ ...fault, accessKeyId }),
  };
  return {
    running,
    cancelled: controller.signal,
    hear: (line) => {
      lines.push(line);
      for (const each of waiting) {
        if (!each.pattern.test(line)) continue;
        waiting.delete(each);
        each.resolve();
      }
    },
    end: () => {
      isOver = true;
      for (const { pattern, reject } of waiting) reject(new Error(`The run ended without ${pattern}.`));
    },
  };
}
