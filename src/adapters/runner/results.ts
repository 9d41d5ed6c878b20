/**
 * Where a run leaves its results for the workflow: step outputs and the job summary, through the runner's own files.
 */
export interface Results {
  setOutput(name: string, value: string): Promise<void>;
  /**
   * Appends Markdown to the step's summary; without GITHUB_STEP_SUMMARY nothing is written. Cut at GitHub's limit of 1
   * MiB.
   */
  addSummary(markdown: string): Promise<void>;
}

const SUMMARY_LIMIT_BYTES = 1024 * 1024 - 1024;

export function runnerResults(env: Readonly<Record<string, string | undefined>>): Results {
  return {
    setOutput: async (name, value) => {
      if (!env['GITHUB_OUTPUT']) return;
      const { setOutput } = await import('@actions/core');
      setOutput(name, value);
    },
    addSummary: async (markdown) => {
      if (!env['GITHUB_STEP_SUMMARY']) return;
      const { summary } = await import('@actions/core');
      await summary.addRaw(withinLimit(markdown), true).write();
    },
  };
}

function withinLimit(markdown: string): string {
  if (Buffer.byteLength(markdown) <= SUMMARY_LIMIT_BYTES) return markdown;
  const cut = Buffer.from(markdown).subarray(0, SUMMARY_LIMIT_BYTES).toString('utf8');
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\nThe rest did not fit into a summary; see the log.\n`;
}
