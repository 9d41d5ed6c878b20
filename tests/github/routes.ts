import type { FakeComment, FakeIssue, FakePull, RepositoryState, Scope, Token } from './state.ts';

export interface FakeRequest {
  readonly method: string;
  /** Below the repository, e.g. `/issues/7/comments`; the whole path elsewhere. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly token: Token;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Whether `body` is a list to be cut into pages. */
  readonly isPaged?: boolean;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Any of them is enough, as GitHub documents it. */
  readonly scopes: readonly Scope[];
  readonly answer: (state: RepositoryState, request: FakeRequest, ids: readonly string[]) => Answer;
}

const LONGEST_BODY = 65_536;
const ok = (body: unknown, status = 200): Answer => ({ status, body });
const paged = (body: readonly unknown[]): Answer => ({ status: 200, body, isPaged: true });
const failure = (status: number, message: string): Answer => ({ status, body: { message } });
const text = (body: Record<string, unknown>, key: string): string => String(body[key] ?? '');

export const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/issues\/(\d+)\/comments$/,
    scopes: ['issues', 'pull-requests'],
    answer: ({ comments }, _, [issue]) =>
      paged(comments.filter((each) => each.issue === Number(issue)).map(commentBody)),
  },
  {
    method: 'POST',
    path: /^\/issues\/(\d+)\/comments$/,
    scopes: ['issues', 'pull-requests'],
    answer: (state, { body, token }, [issue]) => {
      if (text(body, 'body').length > LONGEST_BODY)
        return failure(422, 'Validation Failed: body is too long (maximum is 65536 characters)');
      const comment: FakeComment = {
        id: ++state.lastId,
        issue: Number(issue),
        login: token.login,
        body: text(body, 'body'),
        isMinimized: false,
        edits: 0,
      };
      state.comments.push(comment);
      return ok(commentBody(comment), 201);
    },
  },
  {
    method: 'PATCH',
    path: /^\/issues\/comments\/(\d+)$/,
    scopes: ['issues', 'pull-requests'],
    answer: ({ comments }, { body }, [id]) => {
      const comment = comments.find((each) => each.id === Number(id));
      if (!comment) return failure(404, 'Not Found');
      if (text(body, 'body').length > LONGEST_BODY)
        return failure(422, 'Validation Failed: body is too long (maximum is 65536 characters)');
      comment.body = text(body, 'body');
      comment.edits += 1;
      return ok(commentBody(comment));
    },
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)$/,
    scopes: ['pull-requests'],
    answer: ({ pulls }, _, [number]) => {
      const pull = pulls.find((each) => each.number === Number(number));
      return pull ? ok(pullBody(pull)) : failure(404, 'Not Found');
    },
  },
  {
    method: 'GET',
    path: /^\/pulls$/,
    scopes: ['pull-requests'],
    answer: ({ pulls }, { query }) => paged(pulls.filter(({ state }) => state === query.get('state')).map(pullBody)),
  },
  {
    method: 'GET',
    path: /^\/commits\/(\w+)\/pulls$/,
    scopes: ['pull-requests'],
    answer: ({ pulls, pullsOfCommit }, _, [sha = '']) =>
      paged(pulls.filter(({ number }) => pullsOfCommit.get(sha)?.includes(number)).map(pullBody)),
  },
  {
    method: 'GET',
    path: /^\/compare\/(\w+)\.\.\.(\w+)$/,
    scopes: ['contents'],
    answer: ({ history, parentsOf }, { query }, [base = '', head = '']) => {
      const [from, to] = [history.indexOf(base), history.indexOf(head)];
      if (from < 0 || to < 0) return failure(404, 'Not Found');
      const page = Number(query.get('page') ?? 1);
      const size = Number(query.get('per_page') ?? 250);
      const all = history.slice(from + 1, to + 1).map((sha, index) => ({
        sha,
        parents: (parentsOf.get(sha) ?? [history[from + index] ?? '']).map((parent) => ({ sha: parent })),
      }));
      const status = from === to ? 'identical' : from < to ? 'ahead' : 'behind';
      return ok({ status, total_commits: all.length, commits: all.slice((page - 1) * size, page * size) });
    },
  },
  {
    method: 'POST',
    path: /^\/statuses\/(\w+)$/,
    scopes: ['statuses'],
    answer: ({ statuses }, { body, token }, [sha = '']) => {
      if (text(body, 'description').length > 140) return failure(422, 'Validation Failed: description is too long');
      const { context, state, description } = body as Record<string, string>;
      statuses.unshift({
        sha,
        context: context ?? '',
        state: state ?? '',
        description: description ?? '',
        login: token.login,
      });
      return ok({}, 201);
    },
  },
  {
    method: 'GET',
    path: /^\/commits\/(\w+)\/statuses$/,
    scopes: ['statuses'],
    answer: ({ statuses }, _, [sha]) =>
      paged(statuses.filter((each) => each.sha === sha).map(({ login, ...each }) => ({ ...each, creator: { login } }))),
  },
  {
    method: 'GET',
    path: /^\/deployments$/,
    scopes: ['deployments'],
    answer: ({ deployments }, { query }) =>
      paged(
        deployments
          .filter(({ task }) => task === query.get('task'))
          .map(({ login, statuses, ...each }) => ({ ...each, creator: { login } })),
      ),
  },
  {
    method: 'POST',
    path: /^\/deployments$/,
    scopes: ['deployments'],
    answer: (state, { body, token }) => {
      const { ref, environment, task, payload } = body as Record<string, string>;
      const id = ++state.lastId;
      const named = { sha: ref ?? '', environment: environment ?? '', task: task ?? '' };
      state.deployments.unshift({ id, ...named, payload, login: token.login, statuses: [] });
      return ok({ id }, 201);
    },
  },
  {
    method: 'GET',
    path: /^\/deployments\/(\d+)\/statuses$/,
    scopes: ['deployments'],
    answer: ({ deployments }, _, [id]) => paged(deployments.find((each) => each.id === Number(id))?.statuses ?? []),
  },
  {
    method: 'POST',
    path: /^\/deployments\/(\d+)\/statuses$/,
    scopes: ['deployments'],
    answer: ({ deployments }, { body }, [id]) => {
      const deployment = deployments.find((each) => each.id === Number(id));
      if (!deployment) return failure(404, 'Not Found');
      const state = text(body, 'state');
      if (state === 'success') {
        const others = deployments.filter(
          (each) =>
            each !== deployment && each.environment === deployment.environment && each.statuses[0]?.state === 'success',
        );
        for (const other of others) other.statuses.unshift({ state: 'inactive', description: '', environmentUrl: '' });
      }
      const environmentUrl = text(body, 'environment_url');
      deployment.statuses.unshift({ state, description: text(body, 'description'), environmentUrl });
      return ok({}, 201);
    },
  },
  {
    method: 'GET',
    path: /^\/issues$/,
    scopes: ['issues'],
    answer: ({ issues }, { query }) =>
      paged(
        issues
          .filter(({ labels }) => labels.includes(query.get('labels') ?? ''))
          .toReversed()
          .map(issueBody),
      ),
  },
  {
    method: 'POST',
    path: /^\/issues$/,
    scopes: ['issues'],
    answer: (state, { body, token }) => {
      const labels = (body['labels'] as readonly string[] | undefined) ?? [];
      const text = { title: String(body['title']), body: String(body['body']) };
      const issue: FakeIssue = { number: ++state.lastId, login: token.login, labels, ...text, state: 'open' };
      state.issues.push(issue);
      return ok(issueBody(issue), 201);
    },
  },
  {
    method: 'PATCH',
    path: /^\/issues\/(\d+)$/,
    scopes: ['issues'],
    answer: ({ issues }, { body }, [number]) => {
      const issue = issues.find((each) => each.number === Number(number));
      if (!issue) return failure(404, 'Not Found');
      Object.assign(issue, body);
      return ok(issueBody(issue));
    },
  },
];

/** GraphQL answers 200 to everything that it could read. */
export function graphql(state: RepositoryState, { body, token }: FakeRequest): Answer {
  const query = text(body, 'query');
  if (/\bviewer\b/.test(query)) return ok({ data: { viewer: { login: token.login } } });
  if (!/minimizeComment/.test(query)) return ok({ errors: [{ message: 'The fake does not know this query.' }] });
  if (token.permissions['pull-requests'] !== 'write' && token.permissions.issues !== 'write') {
    return ok({ errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] });
  }
  const { id } = body['variables'] as { readonly id: string };
  const comment = state.comments.find((each) => nodeId(each) === id);
  if (comment) comment.isMinimized = true;
  return ok({ data: { minimizeComment: { clientMutationId: null } } });
}

function nodeId({ id }: FakeComment): string {
  return `IC_${id}`;
}

function commentBody(comment: FakeComment): object {
  const { id, issue, login, body } = comment;
  const html_url = `https://github.com/acme/shop/pull/${issue}#issuecomment-${id}`;
  return { id, node_id: nodeId(comment), user: { login }, body, html_url };
}

function pullBody({ number, head, base, state, mergedAt }: FakePull): object {
  return { number, state, head: { sha: head }, base: { sha: base, ref: 'main' }, merged_at: mergedAt };
}

function issueBody({ number, login, title, body, state }: FakeIssue): object {
  return { number, user: { login }, title, body, state, html_url: `https://github.com/acme/shop/issues/${number}` };
}
