import type { Grants } from './permissions.ts';

/** A repository on disk that workflows check out. */
export interface Repository {
  /** `owner/name`. */
  readonly name: string;
  /** A git repository. */
  readonly folder: string;
}

/** What started the run. */
export interface WorkflowEvent {
  readonly name: 'pull_request' | 'merge_group' | 'push' | 'schedule' | 'workflow_dispatch';
  readonly payload: Readonly<Record<string, unknown>>;
  /** What GITHUB_SHA is: of a pull request the merge commit. */
  readonly sha: string;
  readonly ref: string;
  readonly actor: string;
  /** A pull request from a fork: no secrets, no identity, and a token that only reads. */
  readonly isFork?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Everything around a run: the world that its steps meet. */
export interface RunOptions {
  /** Path in the caller's repository, e.g. `.github/workflows/deploy.yml`. */
  readonly workflow: string;
  readonly repository: Repository;
  readonly event: WorkflowEvent;
  /** The repository of the actions and reusable workflows, and the folder that has their files as built. */
  readonly toolkit: Repository & { readonly sha: string };
  readonly runId: number;
  readonly runAttempt: number;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly github: { readonly url: string; readonly token: (grants: Grants) => string };
  readonly aws: {
    readonly endpoint: string;
    /** As AssumeRoleWithWebIdentity; undefined where the role does not trust the subject. */
    readonly assume: (
      role: string,
      subject: string,
    ) => AwsCredentials | undefined | Promise<AwsCredentials | undefined>;
  };
  /** Further variables of every step, e.g. of the emulator's clock. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that the run writes is below this folder. */
  readonly folder: string;
  /** Called before each step; for stories in which something happens meanwhile. */
  readonly beforeStep?: (step: { readonly job: string; readonly name: string }) => Promise<void>;
}

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface StepRun {
  readonly name: string;
  /** Before and after `continue-on-error`. */
  readonly outcome: Result;
  readonly conclusion: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
}

export interface JobRun {
  /** Ids of the calling jobs, of the job, and its place in the matrix: `plan / provision (2)`. */
  readonly name: string;
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRun[];
}

export interface WorkflowRun {
  readonly conclusion: 'success' | 'failure';
  readonly jobs: readonly JobRun[];
  /** Why GitHub would not have started it. */
  readonly refused?: string;
}

/** GitHub does not start a run like this. */
export class RefusedRun extends Error {}
