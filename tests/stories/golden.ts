import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const LONGEST_GOLDEN = 60_000;

export function goldenPath(story: string): string {
  return fileURLToPath(new URL(`goldens/${fileName(story)}.md`, import.meta.url));
}

export function fileName(story: string): string {
  return story
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/**
 * A comment with what differs from run to run replaced: commits by the order in which they appear, ids, digests,
 * durations.
 */
export function normalise(comment: string): string {
  const commits = new Map<string, string>();
  const nameOf = (sha: string): string => {
    const short = sha.slice(0, 7);
    const name = commits.get(short) ?? `commit-${commits.size + 1}`;
    commits.set(short, name);
    return name;
  };
  return comment
    .replaceAll(/(<!-- ecs-gitops:reviewed )\S+( -->)/g, '$1…$2')
    .replaceAll(/`sha256:[0-9a-f]{16}`/g, '`sha256:…`')
    .replaceAll(/\b[0-9a-f]{40}\b/g, nameOf)
    .replaceAll(/`([0-9a-f]{7})`/g, (_, sha: string) => `\`${nameOf(sha)}\``)
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<id>')
    .replaceAll(/\b(subnet|sg|vpc|lt|i)-[0-9a-f]{8,17}\b/g, '$1-<id>')
    .replaceAll(/\/[0-9a-f]{16,32}\b/g, '/<id>')
    .replaceAll(/(shop\/db)-\w{6}/g, '$1-<id>')
    .replaceAll(/(targetgroup\/[\w-]+)-\w{12}\b/g, '$1-<id>')
    .replaceAll(/\b(?:\d+ min )?\d+ s\b/g, '<time>')
    .replaceAll(/(?<!\.)\b[0-9a-f]{32}\b/g, '<id>')
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>')
    .replaceAll(/ecs-pause-[\w\\-]+/g, 'ecs-pause-<id>')
    .replaceAll(/pushed \d{4}-\d\d-\d\d/g, 'pushed <date>');
}

/** Compares with the golden comment, or writes it; undefined where all is well. */
export function compareGolden(story: string, comment: string | undefined, isUpdate: boolean): string | undefined {
  const path = goldenPath(story);
  const text = `${normalise(comment ?? 'No comment.')}\n`;
  if (isUpdate) {
    writeFileSync(path, text);
    return undefined;
  }
  if (!existsSync(path)) return `there is no golden comment: run with UPDATE_GOLDENS=1 and read it`;
  const golden = readFileSync(path, 'utf8');
  return golden === text ? undefined : `the comment is not the golden one: ${firstDifference(golden, text)}`;
}

function firstDifference(golden: string, text: string): string {
  const [before, after] = [golden.split('\n'), text.split('\n')];
  const index = before.findIndex((line, at) => line !== after[at]);
  const at = index < 0 ? before.length : index;
  return `line ${at + 1} was ${JSON.stringify(before[at]?.slice(0, 160))}, is ${JSON.stringify(after[at]?.slice(0, 160))}`;
}
