import type { ProgressEvent } from '../model/progress-events.ts';
import { eventLines } from './log/event-lines.ts';
import { logText } from './text.ts';

/** Kinds of events that tell the story of a run; the rest is in the log. */
const TOLD: readonly ProgressEvent['kind'][] = [
  'phase',
  'stack-event',
  'service-event',
  'task-stopped',
  'task-ended',
  'wrote',
  'warning',
];

/** What a summary says of an event: a warning in plain text, since only the log's runner reads workflow commands. */
export function storyLine(event: ProgressEvent): string | undefined {
  if (!TOLD.includes(event.kind)) return undefined;
  if (event.kind !== 'warning') return eventLines(event).join(' ').trim();
  const { at, message } = event;
  return logText(`⚠ ${at ? `${at.file}:${at.line}: ` : ''}${message}`);
}
