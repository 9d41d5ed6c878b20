import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt, type Reading } from '../reading/reading.ts';

/** A variable of a container is set once, by `environment` or by `secrets`. */
export function checkVariables({ taskFile }: ServiceDraft): readonly ConfigIssue[] {
  return taskFile.value.containerDefinitions.flatMap(({ environment = [], secrets = [] }, index) => {
    const path = ['containerDefinitions', index];
    const variables = environment.map(({ name }) => name);
    const twice = (names: readonly string[], key: string): readonly ConfigIssue[] =>
      names.flatMap((name, position) =>
        names.indexOf(name) < position ? isSet(taskFile, [...path, key, position, 'name'], name) : [],
      );
    return [
      ...twice(variables, 'environment'),
      ...twice(
        secrets.map(({ name }) => name),
        'secrets',
      ),
      ...secrets.flatMap(({ name }, position) =>
        variables.includes(name) ? isSet(taskFile, [...path, 'secrets', position, 'name'], name) : [],
      ),
    ];
  });
}

function isSet(file: Reading<unknown>, path: DocumentPath, name: string): readonly ConfigIssue[] {
  return problemAt(file, path, `The variable ${name} is set already.`, 'Keep one of the two.');
}
