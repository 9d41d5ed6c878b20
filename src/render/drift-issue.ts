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
  readonly title: string;
  readonly body: string;
  readonly hasDrift: boolean;
}

export function driftMarker(cluster: string): string {
  return `<!-- ecs-gitops:drift ${Buffer.from(cluster).toString('base64')} -->`;
}

export function driftIssue(cluster: string, records: readonly RunRecord[]): DriftIssue {
  const targets = targetsOf(records);
  const hasDrift = targets.some((target) => changingPlans(target).length > 0);
  const name = markdownText(targets.map(targetName).join(', '));
  const lead = hasDrift
    ? `What runs in **${name}** is not what the repository says. A pull request shows how it is put right, and merging that does it; a change that is meant belongs into config.`
    : `What runs in **${name}** is what the repository says.`;
  const details = hasDrift ? [...dangerBlocks(targets), ...overviewBlock(targets), ...unitBlocks(targets)] : [];
  const { text } = fitBlocks([{ priority: 99, variants: [lead] }, ...details], COMMENT_LIMIT - 200);
  return { title: `Drift in ${cluster}`, body: `${driftMarker(cluster)}\n${text}`, hasDrift };
}
