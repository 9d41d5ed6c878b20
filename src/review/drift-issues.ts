import { isGreen } from '../model/outcome.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Issues, IssueView } from '../ports/github.ts';
import { type DriftIssue, driftIssue } from '../render/drift-issue.ts';

/** The label of the issues about drift. */
const DRIFT_LABEL = 'ecs-gitops-drift';

interface DriftReport {
  readonly cluster: string;
  readonly hasDrift: boolean;
  /** undefined where there never was one. */
  readonly url: string | undefined;
}

/**
 * Keeps one issue for each cluster of a folder: opened where there is drift, edited while it changes, closed when it is
 * gone. A cluster that could not be planned keeps the issue as it is.
 */
export async function reportDrift(
  records: readonly RunRecord[],
  folder: string,
  issues: Issues,
  viewer: string,
): Promise<readonly DriftReport[]> {
  const named = records.filter(({ cluster }) => cluster !== undefined);
  const byCluster = Map.groupBy(named, ({ cluster = '' }) => cluster);
  const known = (await issues.labelled(DRIFT_LABEL)).filter(({ author }) => author === viewer);
  const reports: DriftReport[] = [];
  for (const [cluster, each] of byCluster) {
    // Also a job that left nothing is among them, as a failure.
    if (each.some(({ outcome }) => !isGreen(outcome) && outcome !== 'blocked')) continue;
    const issue = { cluster, ...driftIssue({ cluster, folder }, each) };
    const ours = known.filter(({ body }) => body.startsWith(issue.marker));
    reports.push(await settle(issue, ours.find(({ isOpen }) => isOpen) ?? ours[0], issues));
  }
  return reports;
}

async function settle(
  { cluster, title, body, hasDrift }: DriftIssue & { readonly cluster: string },
  issue: IssueView | undefined,
  issues: Issues,
): Promise<DriftReport> {
  if (!issue) {
    const created = hasDrift ? await issues.create({ title, body, label: DRIFT_LABEL }) : undefined;
    return { cluster, hasDrift, url: created?.url };
  }
  const isSame = issue.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd();
  if (!isSame || issue.isOpen !== hasDrift) {
    await issues.update(issue.number, { title, body, state: hasDrift ? 'open' : 'closed' });
  }
  return { cluster, hasDrift, url: issue.url };
}
