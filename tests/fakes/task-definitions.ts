import type { JsonObject } from '../../src/model/json.ts';
import type { TaskDefinitions } from '../../src/ports/task-definitions.ts';
import { aRevision, REVISION } from '../builders/live-service.ts';

export interface FakeTaskDefinitions {
  readonly taskDefinitions: TaskDefinitions;
  /** Makes a revision INACTIVE, as DeregisterTaskDefinition does. */
  readonly deregister: (revision: number) => void;
}

/** The revisions of one family; calls that write are added to `writes`. */
export function fakeTaskDefinitions(writes: string[]): FakeTaskDefinitions {
  const revisions: { readonly definition: JsonObject; readonly tags: Readonly<Record<string, string>> }[] = [];
  const inactive = new Set<number>();
  return {
    deregister: (revision) => void inactive.add(revision),
    taskDefinitions: {
      describe: async (name) => {
        const number = name.includes(':') ? Number(name.split(':').at(-1)) : revisions.length;
        const found = revisions[number - 1];
        if (!found) return undefined;
        const status = inactive.has(number) ? 'INACTIVE' : 'ACTIVE';
        return { ...aRevision(number, found.definition, status), tags: found.tags };
      },
      active: async () =>
        revisions
          .map((_, index) => index + 1)
          .filter((number) => !inactive.has(number))
          .map((number) => `${REVISION}:${number}`)
          .toReversed(),
      deregister: async (arn) => {
        writes.push('DeregisterTaskDefinition');
        inactive.add(Number(arn.split(':').at(-1)));
      },
      register: async (definition, tags) => {
        writes.push('RegisterTaskDefinition');
        revisions.push({ definition, tags });
        return `${REVISION}:${revisions.length}`;
      },
    },
  };
}
