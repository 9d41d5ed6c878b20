import type { Progress } from '../../ports/progress.ts';
import type { Stacks } from '../../ports/stacks.ts';

export interface TrackedStacks {
  readonly stacks: Stacks;
  /** Deletes the change sets that were made and neither executed nor deleted. Warns of what stays; never throws. */
  discardOpen(): Promise<void>;
}

/** Keeps account of the change sets that a run makes, so that none is left behind, however the run ends. */
export function trackChangeSets(stacks: Stacks, progress: Progress): TrackedStacks {
  const open = new Set<string>();
  const deleteChangeSet = async (changeSet: string): Promise<void> => {
    open.delete(changeSet);
    await stacks.deleteChangeSet(changeSet);
  };
  return {
    stacks: {
      ...stacks,
      createChangeSet: async (request) => {
        const id = await stacks.createChangeSet(request);
        if (id !== undefined) open.add(id);
        return id;
      },
      executeChangeSet: async (changeSet, options) => {
        const executing = await stacks.executeChangeSet(changeSet, options);
        if (executing) open.delete(changeSet);
        return executing;
      },
      deleteChangeSet,
    },
    discardOpen: async () => {
      for (const changeSet of open) {
        try {
          await deleteChangeSet(changeSet);
        } catch (error) {
          // What the run ended with must not give way to this.
          progress.emit({ kind: 'warning', message: `Change set ${changeSet} stays: ${error}` });
        }
      }
    },
  };
}
