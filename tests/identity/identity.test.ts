import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { createIdentity, type IdentityRoles, SAMPLE_PARAMETERS } from './identity-stack.ts';
import { jobWith } from './job.ts';
import { REPOSITORY, subjects } from './subjects.ts';
import { assumeForJob } from './web-identity.ts';

let emulator: Emulator;
let roles: IdentityRoles;

beforeAll(async () => {
  emulator = await startEmulator({ scale: 1000, driver: 'none', acceptUnprovenTokens: true });
  const account = { endpoint: emulator.url, region: 'ap-northeast-1', adminKey: 'emulator' };
  const everything = {
    Environment: 'production,production-shift',
    CreateVpc: 'true',
    Destroy: 'true',
    TrafficShifting: 'true',
    HookRoles: 'true',
    TaskRoles: 'arn:aws:iam::123456789012:role/shop-task,arn:aws:iam::123456789012:role/shop-execution',
    BeforeDeployment: 'true',
    KeepRevisions: 'true',
    ScheduledTaskRoles: 'arn:aws:iam::123456789012:role/ecsEventsRole',
    RemoveServices: 'true',
    PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
  };
  roles = await createIdentity(account, { ...SAMPLE_PARAMETERS, ...everything });
  // A role that was just made has not reached STS yet.
  await jobWith(emulator.url, roles.deploy, 'environment:production');
});
afterAll(() => emulator.stop());

const isAdmitted = async (role: keyof IdentityRoles, subject: string, more: object = {}): Promise<boolean> =>
  (await assumeForJob(emulator.url, roles[role], { subject, ...more })) !== undefined;

describe.each(['plan', 'provision', 'deploy'] as const)('the %s role', (role) => {
  const who = {
    plan: ['pull_request', 'ref:refs/heads/main', 'ref:refs/heads/gh-readonly-queue/main/pr-7-0123abc'],
    provision: ['environment:production', 'environment:production-shift'],
    deploy: ['environment:production', 'environment:production-shift'],
  }[role];
  const others = {
    plan: ['environment:production', 'ref:refs/heads/other', 'ref:refs/tags/v1'],
    provision: ['pull_request', 'ref:refs/heads/main', 'environment:staging', 'environment:production-shift-2'],
    deploy: ['pull_request', 'ref:refs/heads/main', 'environment:staging'],
  }[role];

  test.each(who.flatMap((each) => subjects(REPOSITORY, each)))('admits %s', async (subject) => {
    expect(await isAdmitted(role, subject)).toBe(true);
  });

  test.each(others.flatMap((each) => subjects(REPOSITORY, each)))('does not admit %s', async (subject) => {
    expect(await isAdmitted(role, subject)).toBe(false);
  });

  test.each([{ name: 'other' }, { owner: 'mallory' }, { name: 'shop-2' }])(
    'does not admit a repository that differs in its names: %j',
    async (difference) => {
      for (const subject of who.flatMap((each) => subjects({ ...REPOSITORY, ...difference }, each)))
        expect(await isAdmitted(role, subject)).toBe(false);
    },
  );

  test('does not admit a repository that has taken over the names', async () => {
    for (const each of who) {
      const [byNames = ''] = subjects(REPOSITORY, each);
      const [, byIds = ''] = subjects({ ...REPOSITORY, id: '23' }, each);
      for (const subject of [byNames, byIds])
        expect(await isAdmitted(role, subject, { repositoryId: '23' })).toBe(false);
      expect(await isAdmitted(role, byIds)).toBe(false);
    }
  });

  test('does not admit a token of another audience', async () => {
    const [subject = ''] = who.flatMap((each) => subjects(REPOSITORY, each));
    const admitted = isAdmitted(role, subject, { audience: 'https://github.com/acme' });
    await expect(admitted).rejects.toThrow('Incorrect token audience');
  });
});

test('the roles have a path that no statement of theirs reaches', () => {
  for (const arn of Object.values(roles)) expect(arn).toMatch(/:role\/ecs-gitops\/ecs-gitops-identity-\w+Role-/);
});

const TEMPLATE = fileURLToPath(new URL('../../identity/template.yaml', import.meta.url));
const hasCfnLint = !spawnSync('cfn-lint', ['--version']).error;
if (!hasCfnLint) process.stderr.write('cfn-lint is not in PATH: identity/template.yaml was not checked with it.\n');

(hasCfnLint ? test : test.skip)(
  'cfn-lint has nothing to say about the template',
  () => {
    const { stdout, stderr } = spawnSync('cfn-lint', ['--format', 'parseable', TEMPLATE], { encoding: 'utf8' });
    expect(stdout + stderr).toBe('');
  },
  60_000,
);
