import type { SourcePosition } from '../model/source.ts';
import { logText } from './text.ts';

/** A workflow command for an annotation, escaped as the runner decodes it (data: % CR LF; properties: also : and ,). */
export function annotation(
  level: 'error' | 'warning' | 'notice',
  message: string,
  at?: SourcePosition,
  title?: string,
): string {
  const properties = [
    ...(at ? [`file=${property(at.file)}`, `line=${at.line}`, `col=${at.column}`] : []),
    ...(title ? [`title=${property(title)}`] : []),
  ].join(',');
  return `::${level}${properties ? ` ${properties}` : ''}::${data(message)}`;
}

/** Folds the lines up to `endGroup` in the job's log. */
export function startGroup(title: string): string {
  return `::group::${data(logText(title))}`;
}

export const END_GROUP = '::endgroup::';

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
