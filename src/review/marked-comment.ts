import type { Comments, CommentView } from '../ports/github.ts';
import { type Marker, readMarker } from '../render/comment/marker.ts';

/** Our comment on a pull request: with our marker, and of our own hand, since anyone can write a marker. */
export interface MarkedComment extends CommentView {
  readonly marker: Marker;
}

export interface CommentPlace {
  readonly pull: number;
  /** The folder of config that the comment is about. */
  readonly folder: string;
}

/**
 * Our comments on a pull request about one folder of config, oldest first. There is more than one only where two runs
 * raced.
 */
export async function markedComments(
  comments: Pick<Comments, 'list'>,
  { pull, folder }: CommentPlace,
  viewer: string,
): Promise<readonly MarkedComment[]> {
  const all = await comments.list(pull);
  return all.flatMap((comment) => {
    const marker = comment.author === viewer ? readMarker(comment.body) : undefined;
    return marker?.folder === folder ? [{ ...comment, marker }] : [];
  });
}

/** Whether the first of two runs is the later one. */
export function isNewer(a: Pick<Marker, 'run' | 'attempt'>, b: Pick<Marker, 'run' | 'attempt'>): boolean {
  return a.run > b.run || (a.run === b.run && a.attempt > b.attempt);
}
