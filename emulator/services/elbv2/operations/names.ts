import { validationError } from '../finders.ts';

/** The rules that names of load balancers and target groups share; throws ValidationError. */
export function checkName(kind: string, name: string): void {
  if (name.length > 32) throw validationError(`${kind} name '${name}' cannot be longer than '32' characters`);
  if (!/^[A-Za-z0-9-]+$/.test(name))
    throw validationError(
      `${kind} name '${name}' can only contain characters that are alphanumeric characters or hyphens(-)`,
    );
  if (name.startsWith('-') || name.endsWith('-'))
    throw validationError(`${kind} name '${name}' cannot begin or end with a hyphen(-)`);
}
