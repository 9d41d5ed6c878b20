import type { Comments, CommentView, Written } from '../../ports/github.ts';
import { calling, statusOf } from './calling.ts';
import { loginOf, type Repository } from './repository.ts';

interface ApiComment {
  readonly id: number;
  readonly node_id: string;
  readonly user: { readonly login: string } | null;
  readonly body?: string;
  readonly html_url: string;
}

const MINIMIZE =
  'mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }';

export function createComments({ octokit, name, clock }: Repository): Comments {
  return {
    list: (issue) =>
      calling(
        `listing comments of #${issue}`,
        async () => {
          const { paginate, rest } = await octokit();
          const found = await paginate(rest.issues.listComments, { ...name, issue_number: issue, per_page: 100 });
          return found.map(viewOf);
        },
        clock,
      ),
    // Not repeated where nobody knows whether it went through: there could be two.
    create: (issue, body) =>
      written(() =>
        calling(
          `commenting on #${issue}`,
          async () => {
            const { rest } = await octokit();
            return viewOf((await rest.issues.createComment({ ...name, issue_number: issue, body })).data);
          },
          clock,
          { repeatable: false },
        ),
      ),
    update: (id, body) =>
      written(() =>
        calling(
          'updating a comment',
          async () => {
            const { rest } = await octokit();
            return viewOf((await rest.issues.updateComment({ ...name, comment_id: id, body })).data);
          },
          clock,
        ),
      ),
    minimize: async (nodeId) => {
      await calling('folding a comment', async () => (await octokit()).graphql(MINIMIZE, { id: nodeId }), clock);
    },
  };
}

async function written(write: () => Promise<CommentView>): Promise<Written> {
  try {
    return { kind: 'written', comment: await write() };
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown };
    const status = statusOf(cause);
    if (status === 404 || status === 410) return { kind: 'gone' };
    if (status === 422 && /too long/i.test(String(cause))) return { kind: 'too-long' };
    throw error;
  }
}

function viewOf({ id, node_id, user, body = '', html_url }: ApiComment): CommentView {
  return { id, nodeId: node_id, author: loginOf(user), body, url: html_url };
}
