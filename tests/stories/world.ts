import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FakeGitHub, OWNER, REPO, startFakeGitHub } from '../github/fake-github.ts';
import { REPOSITORY, subjects } from '../identity/subjects.ts';
import { assumeForJob } from '../identity/web-identity.ts';
import type { Grants } from '../workflows/permissions.ts';
import type { AwsCredentials, RunOptions, WorkflowEvent, WorkflowRun } from '../workflows/run.ts';
import { runWorkflow } from '../workflows/run-workflow.ts';
import { type Account, openAccount } from './account.ts';
import { bringUp, deploymentOf } from './bring-up.ts';
import { createRepository, type Files, type GitRepository } from './repository.ts';
import { SECRETS } from './secrets.ts';
import { CALLER, ROLLBACK } from './shop.ts';
import { BOT } from './story-text.ts';
import { TOOLKIT } from './toolkit.ts';

/** Everything around a story: a repository, GitHub, an AWS account, and runners. */
export interface World {
  readonly git: GitRepository;
  readonly github: FakeGitHub;
  readonly account: Account;
  /** Everything that runs write is below it. */
  readonly runs: string;
  /** Each comment text that was ever seen. */
  readonly seen: Set<string>;
  /** Secret keys and tokens of the sessions that jobs had in AWS. */
  readonly sessions: ReadonlySet<string>;
  /** The first commit, with the caller's workflow in it; `isServing` brings AWS to it too. */
  begin(files: Files, isServing: boolean): Promise<string>;
  run(event: WorkflowEvent, options?: RunAround): Promise<StoryRun>;
  close(): Promise<void>;
}

export interface RunAround {
  readonly beforeStep?: RunOptions['beforeStep'];
  /** Nothing is told of how it ended, since another run ends at the same time. */
  readonly isUntold?: boolean;
  /** The caller's own use of plan.yml, apply.yml and drift.yml where not given. */
  readonly workflow?: string;
}

export interface StoryRun extends WorkflowRun {
  readonly id: number;
  /** Of its records and whatever else its runners wrote. */
  readonly folder: string;
}

const DEPLOY_FILE = '.github/workflows/deploy.yml';
export const ROLLBACK_FILE = '.github/workflows/rollback.yml';
/** Fast enough not to wait, slow enough for the polls of two stories on two cores. */
const TIME_SCALE = 200;

export async function openWorld(toolkit: string): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'ecs-gitops-story-'));
  const runs = join(folder, 'runs');
  const [git, github, account] = await Promise.all([
    createRepository(join(folder, 'repository')),
    startFakeGitHub(),
    openAccount(TIME_SCALE),
  ]);
  const seen = new Set<string>();
  const look = (): void => {
    for (const { body } of github.state.comments) seen.add(body);
  };
  let lastRun = 0;
  const token = jobTokens(github);
  const sessions = new Set<string>();
  const assume = async (role: string, subject: string): Promise<AwsCredentials | undefined> => {
    const made = await assumeForJob(account.emulator.url, role, { subject });
    for (const secret of made ? [made.secretAccessKey, made.sessionToken] : []) sessions.add(secret);
    return made;
  };
  await assumable(account);
  const env = { ECS_GITOPS_TIME_SCALE: String(TIME_SCALE) };
  const run: World['run'] = async (event, { beforeStep, workflow = DEPLOY_FILE } = {}) => {
    const id = ++lastRun;
    const runFolder = join(runs, String(id));
    const ended = await runWorkflow({
      workflow,
      repository: { name: `${OWNER}/${REPO}`, folder: git.folder },
      event,
      toolkit: { ...TOOLKIT, folder: toolkit },
      runId: id,
      runAttempt: 1,
      vars: roleVariables(account),
      secrets: {},
      github: { url: github.url, token },
      aws: {
        endpoint: account.emulator.url,
        assume,
      },
      env,
      folder: runFolder,
      beforeStep: async (step) => {
        look();
        await beforeStep?.(step);
      },
    });
    look();
    return { ...ended, id, folder: runFolder };
  };
  return {
    git,
    github,
    account,
    runs,
    seen,
    sessions,
    run,
    begin: async (files, isServing) => {
      const commit = await git.commit('main', undefined, {
        ...files,
        [DEPLOY_FILE]: CALLER,
        [ROLLBACK_FILE]: ROLLBACK,
      });
      github.state.history.push(commit);
      if (isServing) {
        for (const action of ['provision', 'deploy-service'])
          await bringUp(action, { toolkit, workspace: git.folder, endpoint: account.emulator.url, folder, env });
        github.state.deployments.push(deploymentOf(commit));
      }
      return commit;
    },
    close: async () => {
      await Promise.all([github.stop(), account.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives tokens to jobs, and tells GitHub what each may do. */
function jobTokens({ state }: FakeGitHub): (grants: Grants) => string {
  let tokens = 0;
  return (grants) => {
    tokens += 1;
    const value = `${SECRETS.jobToken}${String(tokens).padStart(8, '0')}`;
    state.tokens.set(value, { login: BOT, permissions: grants });
    return value;
  };
}

function roleVariables({ roles }: Account): Readonly<Record<string, string>> {
  return {
    ECS_GITOPS_ROLE: roles.plan,
    ECS_GITOPS_PROVISION_ROLE: roles.provision,
    ECS_GITOPS_DEPLOY_ROLE: roles.deploy,
  };
}

const ASSUMABLE_TRIES = 200;
const TRY_AGAIN_MS = 10;

/** Roles that were just made reach STS a little later. */
async function assumable({ emulator, roles }: Account): Promise<void> {
  const [subject = ''] = subjects(REPOSITORY, 'environment:production');
  for (let tries = 0; tries < ASSUMABLE_TRIES; tries++) {
    if (await assumeForJob(emulator.url, roles.deploy, { subject })) return;
    await pause(TRY_AGAIN_MS);
  }
  throw new Error('The roles cannot be assumed.');
}

/** Texts below a folder, apart from what was checked out. */
export async function readWritten(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !`${entry.parentPath}/`.includes('/.git/'));
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
}
