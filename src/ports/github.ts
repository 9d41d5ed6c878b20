/**
 * One repository on GitHub. What a token may not do is thrown as GITHUB_DENIED; what GitHub cannot do now as
 * GITHUB_UNAVAILABLE.
 */
export interface GitHub {
  /** Login of whoever the token belongs to, without `[bot]`. */
  viewer(): Promise<string>;
  readonly comments: Comments;
  readonly pulls: Pulls;
  readonly commits: Commits;
  readonly statuses: CommitStatuses;
  readonly deployments: Deployments;
  readonly issues: Issues;
}

export interface CommentView {
  readonly id: number;
  readonly nodeId: string;
  /** Login without `[bot]`. */
  readonly author: string;
  readonly body: string;
  readonly url: string;
}

/**
 * How writing a text ended: GitHub does not say beforehand what is too long for it, and anyone may delete a comment
 * meanwhile.
 */
export type Written =
  | { readonly kind: 'written'; readonly comment: CommentView }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'gone' };

/** The comments of issues and pull requests, which share their numbers. */
export interface Comments {
  /** Oldest first, all of them. */
  list(issue: number): Promise<readonly CommentView[]>;
  create(issue: number, body: string): Promise<Written>;
  update(id: number, body: string): Promise<Written>;
  /** Folds a comment away as outdated. */
  minimize(nodeId: string): Promise<void>;
}

export interface PullView {
  readonly number: number;
  /** Commit at the tip of its branch. */
  readonly head: string;
  /** Commit that it starts from, as GitHub last saw it. */
  readonly base: string;
  /** Name of the branch that it is to be merged into. */
  readonly baseBranch: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
}

export interface Pulls {
  get(number: number): Promise<PullView>;
  /** The most recently updated ones, at most a hundred. */
  open(): Promise<readonly PullView[]>;
}

export interface Commits {
  /**
   * How `head` stands to `base`, with the commits that only `head` has; undefined where one of them is not there (any
   * more).
   */
  compare(base: string, head: string): Promise<Comparison | undefined>;
  /** Pull requests that brought a commit. */
  pulls(sha: string): Promise<readonly PullView[]>;
}

export interface Comparison {
  readonly status: 'ahead' | 'behind' | 'identical' | 'diverged';
  /** Oldest first; the newest ones where there are very many. */
  readonly commits: readonly CommitView[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

interface CommitView {
  readonly sha: string;
  /** The commit's parents; of a merge, the first is the previous commit of the branch. */
  readonly parents: readonly string[];
}

export interface CommitStatus {
  readonly context: string;
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  /** At most 140 characters. */
  readonly description: string;
}

export interface CommitStatuses {
  /** Newest first; `author` without `[bot]`. */
  list(sha: string): Promise<readonly (CommitStatus & { readonly author: string })[]>;
  set(sha: string, status: CommitStatus & { readonly url: string }): Promise<void>;
}

export interface DeploymentView {
  readonly id: number;
  readonly sha: string;
  readonly author: string;
  readonly payload: unknown;
}

export interface Deployments {
  /** Lists the deployments of a task, to whatever environment, newest first, a hundred at a time. */
  pages(task: string): AsyncIterable<readonly DeploymentView[]>;
  /** States that a deployment has had, newest first. */
  states(id: number): Promise<readonly string[]>;
  create(deployment: NewDeployment): Promise<number>;
  setStatus(id: number, status: NewDeploymentStatus): Promise<void>;
}

export interface NewDeployment {
  readonly sha: string;
  readonly environment: string;
  readonly task: string;
  readonly description: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface NewDeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'inactive';
  /** At most 140 characters. */
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string | undefined;
}

export interface IssueView {
  readonly number: number;
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly url: string;
}

export interface Issues {
  /** Issues with a label, newest first. */
  labelled(label: string): Promise<readonly IssueView[]>;
  create(issue: { readonly title: string; readonly body: string; readonly label: string }): Promise<IssueView>;
  update(
    number: number,
    change: { readonly title?: string; readonly body?: string; readonly state?: 'open' | 'closed' },
  ): Promise<void>;
}
