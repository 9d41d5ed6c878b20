import { describe, expect, test } from '@jest/globals';
import { api, issuesOf, shopFiles } from '../../../tests/builders/config-files.ts';

const SERVICE = 'services/api/service.yaml';

function issues(tasks: string): readonly string[] {
  const text = String(shopFiles().get(`config/shop/${SERVICE}`));
  return issuesOf({ [SERVICE]: `${text}scheduledTasks:\n${tasks}` });
}

describe('scheduled tasks', () => {
  test('name a rule, and its target where it has several', () => {
    const { scheduledTasks } = api('scheduledTasks:\n  - rule: nightly\n  - { rule: clean.up, targetId: task }\n');
    expect(scheduledTasks).toEqual([
      { rule: 'nightly', targetId: undefined },
      { rule: 'clean.up', targetId: 'task' },
    ]);
  });

  test('are none unless config says so', () => {
    expect(api().scheduledTasks).toEqual([]);
  });

  test('may be two targets of one rule', () => {
    expect(issues('  - { rule: nightly, targetId: a }\n  - { rule: nightly, targetId: b }\n')).toEqual([]);
  });

  test.each([
    ['the same rule twice', '  - rule: nightly\n  - rule: nightly\n'],
    ['a rule beside a target of it', '  - rule: nightly\n  - { rule: nightly, targetId: a }\n'],
    ['the same target twice', '  - { rule: nightly, targetId: a }\n  - { rule: nightly, targetId: a }\n'],
  ])('may not be %s', (_, tasks) => {
    expect(issues(tasks)).toEqual([
      expect.stringMatching(
        /^services\/api\/service\.yaml:6:5 Rule nightly is already named by service api\. Name it only once, or add a targetId in both/,
      ),
    ]);
  });

  test('have names that EventBridge takes', () => {
    expect(issues('  - rule: every night\n')).toEqual([expect.stringContaining('the name of a rule')]);
  });
});
