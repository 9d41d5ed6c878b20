/** What the fake remembers of one repository. Tests read it and set it up. */
export interface RepositoryState {
  readonly tokens: Map<string, Token>;
  readonly comments: FakeComment[];
  readonly pulls: FakePull[];
  readonly issues: FakeIssue[];
  readonly statuses: FakeStatus[];
  readonly deployments: FakeDeployment[];
  /** Commits of the default branch, oldest first. */
  readonly history: string[];
  /** Parents of a commit, where they are not just the one before it. */
  readonly parentsOf: Map<string, readonly string[]>;
  /** Numbers of the pull requests that brought a commit. */
  readonly pullsOfCommit: Map<string, readonly number[]>;
  lastId: number;
}

export interface Token {
  readonly login: string;
  readonly permissions: Readonly<Partial<Record<Scope, 'read' | 'write'>>>;
}

export type Scope = 'contents' | 'deployments' | 'issues' | 'pull-requests' | 'statuses';

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
  isMinimized: boolean;
  edits: number;
}

export interface FakePull {
  readonly number: number;
  head: string;
  base: string;
  state: 'open' | 'closed';
  mergedAt: string | null;
}

export interface FakeIssue {
  readonly number: number;
  readonly login: string;
  readonly labels: readonly string[];
  title: string;
  body: string;
  state: 'open' | 'closed';
}

export interface FakeStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly login: string;
}

export interface FakeDeployment {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  readonly payload: unknown;
  readonly login: string;
  /** Newest first. */
  readonly statuses: { readonly state: string; readonly description: string; readonly environmentUrl: string }[];
}

/** Everything that a workflow may be given for its own repository. */
export const ALL_PERMISSIONS = {
  contents: 'read',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
} as const;

export function emptyRepository(): RepositoryState {
  return {
    tokens: new Map([['token', { login: 'github-actions[bot]', permissions: ALL_PERMISSIONS }]]),
    comments: [],
    pulls: [],
    issues: [],
    statuses: [],
    deployments: [],
    history: [],
    parentsOf: new Map(),
    pullsOfCommit: new Map(),
    lastId: 100,
  };
}
