import { z } from 'zod';
import { DEFAULT_FOLDER } from '../../model/config-folder.ts';

/** What a comment of ours says of itself on its first line, in an HTML comment that no reader sees. */
export interface Marker {
  readonly state: string;
  /** The folder of config that the comment is about. */
  readonly folder: string;
  readonly head: string;
  readonly base: string;
  readonly run: number;
  readonly attempt: number;
  /** Whether something was left out for want of room. */
  readonly truncated: boolean;
}

const START = '<!-- ecs-gitops:plan ';
const END = ' -->';

const MARKER = z.object({
  state: z.string(),
  folder: z.string().default(DEFAULT_FOLDER),
  head: z.string(),
  base: z.string(),
  run: z.number(),
  attempt: z.number(),
  truncated: z.boolean(),
});

export function markerLine(marker: Marker): string {
  const { folder, ...rest } = MARKER.parse(marker);
  // Escapes of JSON, so that nothing in it can end the HTML comment.
  const json = JSON.stringify(folder === DEFAULT_FOLDER ? rest : { folder, ...rest }).replace(
    /[<>-]/g,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  );
  return `${START}${json}${END}`;
}

/** The marker of a comment's text; undefined where it has none that can be read. */
export function readMarker(body: string): Marker | undefined {
  const [line = ''] = body.split(/\r?\n/, 1);
  if (!line.startsWith(START) || !line.endsWith(END)) return undefined;
  try {
    return MARKER.safeParse(JSON.parse(line.slice(START.length, -END.length))).data;
  } catch {
    return undefined;
  }
}
