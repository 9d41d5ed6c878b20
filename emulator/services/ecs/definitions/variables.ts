import type { ContainerDefinition } from '../../../shapes/ecs.d.ts';
import { clientError } from '../refusals.ts';

/** Names of variables and of secrets, which become variables. A variable that is given twice is accepted. */
export function checkVariables({ environment = [], secrets = [] }: ContainerDefinition): void {
  if (environment.some(({ name }) => !name))
    throw clientError('Container.environment.name should not be null or empty.');
  const names = secrets.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw clientError(`Duplicate secret names found: ${twice}. Each secret name must be unique.`);
  const shared = names.find((secret) => environment.some(({ name }) => name === secret));
  if (shared !== undefined)
    throw clientError(
      `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${shared}'.`,
    );
}
