import { arnName } from '../../../model/arn.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Logs } from '../../../ports/logs.ts';
import type { Progress } from '../../../ports/progress.ts';
import { logStreams } from '../../diagnose/container-logs.ts';
import { waitFor } from '../../wait.ts';

/** CloudWatch Logs shows a line some seconds after the container has written it. */
const LAST_LINES_WITHIN_MS = 15_000;

/** What a task's containers write, as far as their log driver is awslogs. */
export interface ContainerOutput {
  /** Shows what is new, and says how many lines that was. Best effort: what cannot be read costs one warning. */
  show(): Promise<number>;
  /** Shows the rest, of a task that has stopped: until nothing new came in so many looks, a second apart. */
  showRest(quietLooks: number): Promise<void>;
}

export function followOutput(
  taskArn: string,
  definition: JsonObject,
  ports: { readonly logs: Logs; readonly progress: Progress; readonly clock: Clock },
): ContainerOutput {
  const { logs, progress } = ports;
  const taskId = arnName(taskArn);
  const streams = logStreams(definition, taskId);
  const positions = new Map<string, string | undefined>();
  let isReadable = streams.length > 0;

  const show = async (): Promise<number> => {
    if (!isReadable) return 0;
    let shown = 0;
    for (const { container, group, stream } of streams) {
      const source = `${container} of task ${taskId}`;
      try {
        const { lines, next } = await logs.page(group, stream, positions.get(stream));
        // A line that is written shows only later: going on from an empty page could miss it.
        if (lines.length === 0) continue;
        positions.set(stream, next);
        progress.emit({ kind: 'log-lines', source, lines });
        shown += lines.length;
      } catch (error) {
        isReadable = false;
        progress.emit({ kind: 'warning', message: `Cannot read the log of ${source}: ${error}` });
      }
    }
    return shown;
  };

  const showRest = async (quietLooks: number): Promise<void> => {
    let quiet = 0;
    await waitFor(
      {
        subject: `the last lines of task ${taskId}`,
        observe: show,
        assess: (shown) => {
          quiet = shown === 0 ? quiet + 1 : 0;
          const state = quiet < quietLooks && isReadable ? 'pending' : 'healthy';
          return { state, message: 'they are still coming' };
        },
        withinMs: LAST_LINES_WITHIN_MS,
      },
      // Silent: there is nothing to tell of waiting for lines that may not come.
      { clock: ports.clock, progress: { emit: () => {} } },
    );
  };

  return { show, showRest };
}
