import { join } from 'node:path';
import { Artifacts } from './artifacts.ts';
import { asFork, every, grantsOf } from './permissions.ts';
import { RefusedRun, type RunOptions, type WorkflowRun } from './run.ts';
import { runJobs } from './run-jobs.ts';
import { readWorkflow } from './workflow-file.ts';

/**
 * Runs a workflow as written, as GitHub and its runner would: jobs by `needs`, `if`, matrices, called workflows,
 * outputs, permissions; our actions are spawned from their action.yml, those of others are played (checkout, artifacts,
 * credentials). What is written in a way that is not known here throws, since a silent difference would make the run
 * worthless.
 */
export async function runWorkflow(options: RunOptions): Promise<WorkflowRun> {
  const workflow = readWorkflow(join(options.repository.folder, options.workflow));
  const { event } = options;
  const granted = grantsOf(workflow.permissions, every('read'));
  const run = {
    options,
    artifacts: new Artifacts(join(options.folder, 'artifacts')),
    secrets: event.isFork ? {} : options.secrets,
  };
  try {
    const { jobs } = await runJobs(run, {
      workflow,
      prefix: '',
      inputs: event.inputs ?? {},
      granted: event.isFork ? asFork(granted) : granted,
      isCalled: false,
    });
    const isRed = jobs.some(({ result }) => result === 'failure' || result === 'cancelled');
    return { conclusion: isRed ? 'failure' : 'success', jobs };
  } catch (error) {
    if (error instanceof RefusedRun) return { conclusion: 'failure', jobs: [], refused: error.message };
    throw error;
  }
}
