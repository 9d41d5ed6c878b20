import { withoutCredentials } from '../../model/credentials.ts';
import type { SourcePosition } from '../../model/source.ts';

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

function data(text: string): string {
  return withoutCredentials(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
