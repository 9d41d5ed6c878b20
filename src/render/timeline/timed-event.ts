import type { ProgressEvent } from '../../model/progress-events.ts';

/** An event and when the run told of it, in milliseconds since the epoch by the run's clock. */
export interface TimedEvent {
  readonly at: number;
  readonly event: ProgressEvent;
}
