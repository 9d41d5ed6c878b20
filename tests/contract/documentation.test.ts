import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ERROR_CODES } from '../../src/model/errors.ts';
import { commandProblems } from './documentation/command-problems.ts';
import { configProblems } from './documentation/config-snippets.ts';
import { linkProblems } from './documentation/links.ts';
import { type Page, readPage } from './documentation/page.ts';
import { snippetProblems } from './documentation/snippet-problems.ts';
import { workflowProblems } from './documentation/workflow-snippets.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOR_USERS = ['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'actions/*/README.md'];
const FOR_CONTRIBUTORS = ['CHANGELOG.md', 'emulator/**/*.md', 'tests/README.md', 'tools/README.md'];
const pages = globSync([...FOR_USERS, ...FOR_CONTRIBUTORS], { cwd: ROOT })
  .sort()
  .map((path) => readPage(path, readFileSync(`${ROOT}${path}`, 'utf8')));
const pagesForUsers = pages.filter(({ path }) => !/^emulator|^tests|^tools|^CHANGELOG/.test(path));

const page = (text: string): Page => readPage('docs/page.md', text);
const fenced = (language: string, text: string): Page => page(`\`\`\`${language}\n${text}\n\`\`\``);

test('every error code has a heading in docs/troubleshooting.md, and every heading a code', () => {
  const text = readFileSync(`${ROOT}docs/troubleshooting.md`, 'utf8');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings.toSorted()).toEqual([...ERROR_CODES].toSorted());
});

describe('the documentation', () => {
  test('has no dead link', () => {
    expect(pages.flatMap((each) => linkProblems(each, pages, ROOT))).toEqual([]);
  });

  test('shows nothing that cannot be checked', () => {
    expect(pagesForUsers.flatMap(snippetProblems)).toEqual([]);
  });

  test('shows config that is valid', () => {
    expect(pagesForUsers.flatMap(configProblems)).toEqual([]);
  });

  test('gives commands that exist', async () => {
    const problems = await Promise.all(pagesForUsers.map(commandProblems));
    expect(problems.flat()).toEqual([]);
  }, 60_000);

  test('shows workflows that GitHub would run as they are meant', () => {
    expect(workflowProblems(pagesForUsers)).toEqual([]);
  });

  test('is reached from the README', () => {
    const linked = pages.find(({ path }) => path === 'README.md')?.links.map(({ text }) => text.split('#')[0]);
    const docs = pages.map(({ path }) => path).filter((path) => /^docs\/[^/]+$/.test(path));
    expect(docs.filter((path) => !linked?.includes(path))).toEqual([]);
  });
});

describe('the checks of the documentation find', () => {
  test.each([
    ['a snippet without a language', fenced('', 'npm test'), 'docs/page.md:1 is marked by no language'],
    ['a language that nothing checks', fenced('python', 'x = 1'), 'docs/page.md:1 python is not checked by anything'],
    ['YAML of no known kind', fenced('yaml', 'desiredCounts: 2'), 'docs/page.md:1 is no known kind of YAML'],
    ['YAML of two kinds', fenced('yaml', 'tags: { team: shop }'), 'docs/page.md:1 is no known kind of YAML'],
    ['JSON that does not parse', fenced('json', '{ "a": }'), 'docs/page.md:1 is not JSON'],
  ])('%s', (_, shown, problem) => {
    expect(snippetProblems(shown)).toEqual([problem]);
  });

  test.each([
    ['a file that does not exist', '[x](nowhere.md)', 'docs/page.md:1 nowhere.md leads to no file'],
    [
      'a heading that does not exist',
      '[x](rollouts.md#nowhere)',
      'docs/page.md:1 rollouts.md#nowhere leads to no heading',
    ],
    ['a heading that the page lacks', '# One\n\n[x](#two)', 'docs/page.md:3 #two leads to no heading'],
  ])('a link to %s', (_, text, problem) => {
    expect(linkProblems(page(text), pages, ROOT)).toEqual([problem]);
  });

  test.each([
    ['an invalid key in a fragment', 'verify: { paths: / }', 'paths'],
    [
      'an invalid key in a whole file',
      '# config/shop/cluster.yaml\nregion: eu-west-1\nacount: "123456789012"',
      'acount',
    ],
    ['an invalid value', 'deploymentConfiguration: { strategy: CANNARY }', 'CANNARY'],
    ['an invalid key where the fragment is marked', '# service.yaml\ndesiredCounts: 2', 'desiredCounts'],
  ])('%s', (_, text, part) => {
    expect(configProblems(fenced('yaml', text)).join('\n')).toContain(part);
  });

  test('an unknown input, and what GitHub does not know', () => {
    const ours = fenced(
      'yaml',
      'steps:\n  - uses: ecs-gitops/ecs-gitops/actions/provision@v1\n    with: { modus: plan }',
    );
    const github = fenced('yaml', 'jobs: { a: { run-on: ubuntu-24.04, steps: [] } }');
    expect(workflowProblems([ours, github])).toEqual([
      'docs/page.md:1 job: provision has no input modus',
      expect.stringContaining('run-on'),
      expect.stringContaining('runs-on'),
    ]);
  });

  test('a step that deploys neither config nor images', () => {
    const shown = fenced(
      'yaml',
      'steps:\n  - uses: ecs-gitops/ecs-gitops/actions/deploy-service@v1\n    with: { cluster: shop, service: web }',
    );
    expect(workflowProblems([shown])).toEqual([
      'docs/page.md:1 job: deploys neither config nor images: with cluster alone, deploy-service takes the live services',
    ]);
  });

  test.each([
    ['a script that does not exist', 'npm run nothing', 'there is no npm run nothing'],
    [
      'an option that a script does not have',
      'npm run emulator -- --ports 1',
      'npm run emulator has no option --ports',
    ],
    ['a file that does not exist', 'cd x && node tools/nothing.ts', 'there is no tools/nothing.ts'],
    ['an unknown program', 'terraform apply', 'nothing is known of the program terraform'],
    ['an operation that AWS does not have', 'aws ecs list-things', 'aws ecs has no command list-things'],
    [
      'a parameter that an operation does not have',
      'X=$(aws ecs list-tasks --klaster a)',
      'aws ecs list-tasks has no option --klaster',
    ],
    ['an unknown waiter', 'aws ecs wait services-happy', 'there is no waiter services-happy'],
    ['an unknown command of gh', 'gh secret list', 'nothing is known of gh secret list'],
  ])('%s', async (_, command, problem) => {
    expect(await commandProblems(fenced('sh', command))).toEqual([`docs/page.md:1 ${problem}`]);
  });
});
