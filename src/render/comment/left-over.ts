import type { Unit } from '../../model/plan.ts';
import type { RunRecord, SelectedCluster } from '../../model/run-record.ts';
import { serviceStackName } from '../../model/stack-names.ts';
import { counted } from '../../model/text.ts';
import { serviceUnitId, stackUnitId } from '../../model/unit-id.ts';
import { excerpt, markdownText } from '../text.ts';
import type { Block } from './budget.ts';
import { changingPlans, type Target, targetName } from './targets.ts';
import { unitName } from './values.ts';

const NAMES = 10;

/**
 * One line about what a plan shows beside the pull request's own changes, so that nobody looks for them in its files.
 */
export function leftOverBlock(records: readonly RunRecord[], targets: readonly Target[]): readonly Block[] {
  const selected = records.flatMap((record) => record.selected ?? []);
  const found = targets.flatMap((target) => {
    const own = selected.find(({ cluster, region }) => cluster === target.cluster && region === target.region);
    return changingPlans(target)
      .filter((plan) => own && !isOwn(plan, own))
      .map((plan) => `${targets.length > 1 ? `${targetName(target)} ` : ''}${plan.kind} ${unitName(plan.id)}`);
  });
  if (found.length === 0) return [];
  const names = found.slice(0, NAMES).map((name) => markdownText(excerpt(name, 120)));
  const rest = found.length - names.length;
  const list = [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  const text = (what: string): string =>
    `**Not from this pull request:** ${what}. Merging applies it too: the base branch has it, but it was not applied completely; or somebody changed something by hand.`;
  return [{ priority: 70, variants: [text(list), text(counted(found.length, 'unit'))] }];
}

/** What belongs to the cluster as a whole is of the pull request's own only where it touches that. */
function isOwn({ id }: Unit, { cluster, own }: SelectedCluster): boolean {
  if (own === undefined) return true;
  return own.some(
    (service) => id === serviceUnitId(cluster, service) || id === stackUnitId(serviceStackName(cluster, service)),
  );
}
