import { readConfigFiles } from '../adapters/runner/config-files.ts';
import { readClusters } from '../config/read-clusters.ts';
import type { Cluster } from '../model/cluster.ts';
import { ToolkitError } from '../model/errors.ts';
import { counted } from '../model/text.ts';
import type { Progress } from '../ports/progress.ts';

/**
 * All clusters of the folder, or the one named. Validates the whole folder first; throws CONFIG_INVALID with every
 * issue.
 */
export async function loadClusters(folder: string, name: string, progress: Progress): Promise<readonly Cluster[]> {
  const { clusters, issues, warnings } = readClusters(
    { path: folder, files: await readConfigFiles(folder) },
    name || undefined,
  );
  if (issues.length > 0) {
    throw new ToolkitError('CONFIG_INVALID', `${counted(issues.length, 'problem')} in ${folder}.`, {
      hint: 'No AWS call was made and nothing was changed. Correct the config, then run the job again.',
      issues,
    });
  }
  for (const { at, message, hint } of warnings)
    progress.emit({ kind: 'warning', at, message: `${message} ${hint ?? ''}`.trim() });
  return clusters;
}

/** The one cluster that a run writes to. Throws INPUT_MISSING where the folder holds several and none is named. */
export async function loadCluster(folder: string, name: string, progress: Progress): Promise<Cluster> {
  const clusters = await loadClusters(folder, name, progress);
  const [only] = clusters;
  if (only && clusters.length === 1) return only;
  throw new ToolkitError('INPUT_MISSING', `${folder} contains ${clusters.length} clusters.`, {
    hint: `Choose one with the input cluster: ${clusters.map((cluster) => cluster.name).join(', ')}.`,
  });
}
