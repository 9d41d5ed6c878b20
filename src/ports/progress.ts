import type { ProgressEvent } from '../model/progress-events.ts';

/** The one way out of the engine while it runs. */
export interface Progress {
  emit(event: ProgressEvent): void;
}
