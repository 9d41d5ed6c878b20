import { ToolkitError } from '../model/errors.ts';
import type { GitHub } from '../ports/github.ts';
import { COMMENT_LIMIT } from '../render/comment/comment.ts';
import type { Marker } from '../render/comment/marker.ts';
import { type CommentPlace, isNewer, type MarkedComment, markedComments } from './marked-comment.ts';

interface Publication extends CommentPlace {
  /** The run that writes. */
  readonly run: Pick<Marker, 'run' | 'attempt'>;
  /** The text within `limit` characters, given the comment as it is; undefined where there is nothing to write. */
  readonly render: (found: MarkedComment | undefined, limit: number) => string | undefined;
}

export type Published =
  | { readonly kind: 'written' | 'unchanged'; readonly url: string }
  /** A later run has written already, or there was nothing to write. */
  | { readonly kind: 'kept' };

const ATTEMPTS = 4;

/**
 * Brings the one comment of a pull request to a text: found among all, edited in place, made anew where somebody
 * deleted it, shortened where GitHub finds it too long. What a later run wrote stays. Throws GITHUB_DENIED and
 * GITHUB_UNAVAILABLE.
 */
export async function publishComment(publication: Publication, github: GitHub, viewer: string): Promise<Published> {
  let limit = COMMENT_LIMIT;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const own = await markedComments(github.comments, publication, viewer);
    const [first] = own;
    if (own.some(({ marker }) => isNewer(marker, publication.run))) return { kind: 'kept' };
    const body = publication.render(first, limit);
    if (body === undefined) return { kind: 'kept' };
    if (first && plain(first.body) === plain(body)) return { kind: 'unchanged', url: first.url };
    const written = await write(publication.pull, first, body, github);
    if (written === 'too-long') limit = Math.floor(limit / 2);
    if (typeof written === 'string') continue;
    await foldOthers(own.slice(1), github);
    return { kind: 'written', url: written.url };
  }
  throw new ToolkitError('GITHUB_REFUSED', `The comment on #${publication.pull} could not be written.`, {
    hint: 'Run the job again; the summary of this run has its text.',
  });
}

/** What nobody knows to have gone through is looked for again instead of being sent again. */
async function write(
  pull: number,
  found: MarkedComment | undefined,
  body: string,
  { comments }: GitHub,
): Promise<{ readonly url: string } | 'too-long' | 'look-again'> {
  try {
    const written = found ? await comments.update(found.id, body) : await comments.create(pull, body);
    switch (written.kind) {
      case 'written':
        return written.comment;
      case 'too-long':
        return 'too-long';
      case 'gone':
        return 'look-again';
    }
  } catch (error) {
    if (!found && error instanceof ToolkitError && error.code === 'GITHUB_UNAVAILABLE') return 'look-again';
    throw error;
  }
}

/** Duplicates are left from runs that raced; a token that may not fold them may still write. */
async function foldOthers(others: readonly MarkedComment[], { comments }: GitHub): Promise<void> {
  for (const { nodeId } of others) {
    await comments.minimize(nodeId).catch((error: unknown) => {
      if (!(error instanceof ToolkitError)) throw error;
    });
  }
}

/** GitHub gives texts back with its own line ends, and without blanks at the end. */
function plain(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}
