import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { isDoubtful, problemAt, type Reading } from '../reading/reading.ts';
import type { ContainerFile } from '../schema/task-definition-file.ts';
import { didYouMean } from '../suggestion.ts';
import { looksSecret } from './secret-likeness.ts';

interface Literal {
  readonly name: string;
  readonly value: string;
  readonly file: Reading<unknown>;
  readonly path: DocumentPath;
  /** The place for a reference to a secret. */
  readonly instead: string;
}

/** Values that anyone who reads the repository or the task definition would see. */
export function checkSecrets({ file, taskFile }: ServiceDraft): readonly ConfigIssue[] {
  const overrides = file.value.beforeDeployment?.containerOverrides ?? [];
  const literals = [
    ...taskFile.value.containerDefinitions.flatMap((container, index) =>
      literalsOf(container, taskFile, ['containerDefinitions', index]),
    ),
    ...overrides.flatMap((container, index) =>
      literalsOf(container, file, ['beforeDeployment', 'containerOverrides', index]),
    ),
  ];
  const allowed = file.value.notSecret;
  const secrets = literals.filter(({ name, value }) => !allowed.includes(name) && looksSecret(name, value));
  const names = literals.map(({ name }) => name);
  const idle = isDoubtful(taskFile, ['containerDefinitions']) ? [] : allowed.filter((name) => !names.includes(name));
  return [
    ...secrets.flatMap(({ name, file: at, path, instead }) =>
      problemAt(
        at,
        path,
        `${name} looks like a secret, and its value is written here.`,
        `Move it to Secrets Manager or a SecureString parameter and refer to it in ${instead}, with an executionRoleArn that may read it and that TaskRoles of the identity stack names; if it is not a secret, add ${name} to notSecret in service.yaml.`,
      ),
    ),
    ...idle.flatMap((name) => {
      const message = `No container has a variable or log option "${name}".`;
      return problemAt(file, ['notSecret', allowed.indexOf(name)], message, didYouMean(name, names, 'Remove it.'));
    }),
  ];
}

function literalsOf(
  { environment = [], logConfiguration }: Pick<ContainerFile, 'environment' | 'logConfiguration'>,
  file: Reading<unknown>,
  path: DocumentPath,
): readonly Literal[] {
  return [
    ...environment.map(({ name, value = '' }, index) => ({
      name,
      value,
      file,
      path: [...path, 'environment', index, 'value'],
      instead: '"secrets: [{ name, valueFrom }]"',
    })),
    ...Object.entries(logConfiguration?.options ?? {}).map(([name, value]) => ({
      name,
      value,
      file,
      path: [...path, 'logConfiguration', 'options', name],
      instead: '"secretOptions: [{ name, valueFrom }]"',
    })),
  ];
}
