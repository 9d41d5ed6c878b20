import { nameInFolder } from '../model/config-folder.ts';
import type { RunRecord } from '../model/run-record.ts';
import { fitBlocks } from './comment/budget.ts';
import { COMMENT_LIMIT } from './comment/comment.ts';
import { dangerBlocks } from './comment/dangers.ts';
import { overviewBlock } from './comment/overview.ts';
import { changingPlans, targetName, targetsOf } from './comment/targets.ts';
import { unitBlocks } from './comment/unit-sections.ts';
import { markdownText } from './text.ts';

/** What an issue about a cluster's drift says. Nothing in it changes while the drift stays the same. */
export interface DriftIssue {
  /** What the body begins with: it tells issues of this cluster from others. */
  readonly marker: string;
  readonly title: string;
  readonly body: string;
  readonly hasDrift: boolean;
}

export function driftIssue(
  { cluster, folder }: { readonly cluster: string; readonly folder: string },
  records: readonly RunRecord[],
): DriftIssue {
  const named = nameInFolder(cluster, folder);
  const marker = `<!-- ecs-gitops:drift ${Buffer.from(named).toString('base64')} -->`;
  const targets = targetsOf(records);
  const hasDrift = targets.some((target) => changingPlans(target).length > 0);
  const name = markdownText(targets.map(targetName).join(', '));
  const lead = hasDrift
    ? `What runs in **${name}** differs from the repository. A pull request shows how it is corrected, and merging it does that; a change that should stay belongs in config.`
    : `What runs in **${name}** matches the repository.`;
  const details = hasDrift ? [...dangerBlocks(targets), ...overviewBlock(targets), ...unitBlocks(targets)] : [];
  const { text } = fitBlocks([{ priority: 99, variants: [lead] }, ...details], COMMENT_LIMIT - 200);
  return { marker, title: `Drift in ${named}`, body: `${marker}\n${text}`, hasDrift };
}
