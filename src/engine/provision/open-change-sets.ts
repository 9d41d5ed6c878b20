import type { Clock } from '../../ports/clock.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Stacks } from '../../ports/stacks.ts';
import { uniqueName } from '../observe/unique-name.ts';

interface TrackedStacks {
  readonly stacks: Stacks;
  /**
   * Deletes the change sets that were made and neither executed nor deleted, and the empty stacks that some of them
   * made. Warns of what stays; never throws.
   */
  discardOpen(): Promise<void>;
}

interface TrackingPorts {
  readonly progress: Progress;
  readonly clock: Clock;
}

/** Keeps account of the change sets that a run makes, so that none is left behind, however the run ends. */
export function trackChangeSets(stacks: Stacks, { progress, clock }: TrackingPorts): TrackedStacks {
  /** The names of the stacks that the change sets create, by the change sets' ARNs. */
  const open = new Map<string, string | undefined>();
  const deleteChangeSet = async (changeSet: string): Promise<void> => {
    open.delete(changeSet);
    await stacks.deleteChangeSet(changeSet);
  };
  return {
    stacks: {
      ...stacks,
      createChangeSet: async (request) => {
        const created = await stacks.createChangeSet(request);
        if (created.kind === 'created') open.set(created.id, request.type === 'CREATE' ? request.stackName : undefined);
        return created;
      },
      executeChangeSet: async (changeSet, options) => {
        const executing = await stacks.executeChangeSet(changeSet, options);
        if (executing) open.delete(changeSet);
        return executing;
      },
      deleteChangeSet,
    },
    discardOpen: async () => {
      for (const [changeSet, unborn] of open) {
        try {
          await deleteChangeSet(changeSet);
          if (unborn !== undefined && (await stacks.describe(unborn))?.status === 'REVIEW_IN_PROGRESS')
            await stacks.delete(unborn, uniqueName(clock));
        } catch (error) {
          // What the run ended with must not give way to this.
          progress.emit({ kind: 'warning', message: `Change set ${changeSet} could not be deleted: ${error}` });
        }
      }
    },
  };
}
