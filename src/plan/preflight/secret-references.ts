import { isJsonObject, isList, type Json, type JsonObject, objectOf } from '../../model/json.ts';
import type { DocumentPath } from '../../model/source.ts';
import { containersOf } from '../task-definition/task-definition-images.ts';

/** What a container's value comes from, without anything that leads to the value itself. */
interface SecretReference {
  /** E.g. `secret DB_PASSWORD of app`. */
  readonly subject: string;
  readonly from:
    | { readonly kind: 'secret'; readonly arn: string; readonly key: string | undefined }
    /** Names that it can have: an ARN does not tell whether that begins with a slash. */
    | { readonly kind: 'parameter'; readonly names: readonly string[] }
    /** Nothing that is looked up, and why. */
    | { readonly kind: 'elsewhere'; readonly why: string };
  /** The reference's path in the task definition. */
  readonly path: DocumentPath;
}

interface Home {
  readonly region: string;
  readonly account: string;
}

/** Every reference to Secrets Manager, Parameter Store and files of environment values in a task definition. */
export function secretReferences(definition: JsonObject, home: Home): readonly SecretReference[] {
  return containersOf(definition).flatMap((container, index) => {
    const at = ['containerDefinitions', index] as const;
    const owner = String(container['name']);
    const { logConfiguration, repositoryCredentials } = container;
    const options = objectOf(logConfiguration)['secretOptions'];
    const credentials = objectOf(repositoryCredentials)['credentialsParameter'];
    return [
      ...named(container['secrets']).map(({ name, value, place }) => ({
        subject: `secret ${name} of ${owner}`,
        from: origin(value, home),
        path: [...at, 'secrets', place, 'valueFrom'],
      })),
      ...named(options).map(({ name, value, place }) => ({
        subject: `log option ${name} of ${owner}`,
        from: origin(value, home),
        path: [...at, 'logConfiguration', 'secretOptions', place, 'valueFrom'],
      })),
      ...(typeof credentials === 'string'
        ? [
            {
              subject: `registry credentials of ${owner}`,
              from: origin(credentials, home),
              path: [...at, 'repositoryCredentials', 'credentialsParameter'],
            },
          ]
        : []),
      ...files(container['environmentFiles']).map(({ value, place }) => ({
        subject: `environment file ${value} of ${owner}`,
        from: { kind: 'elsewhere', why: 'objects in S3 are not looked up' } as const,
        path: [...at, 'environmentFiles', place],
      })),
    ];
  });
}

function named(list: Json | undefined) {
  return entries(list).map(({ entry, place }) => ({
    name: String(entry['name']),
    value: String(entry['valueFrom']),
    place,
  }));
}

function files(list: Json | undefined) {
  return entries(list).map(({ entry, place }) => ({ value: String(entry['value']), place }));
}

function entries(list: Json | undefined): readonly { readonly entry: JsonObject; readonly place: number }[] {
  if (!isList(list)) return [];
  return list.flatMap((entry, place) => (isJsonObject(entry) ? [{ entry, place }] : []));
}

/** `arn:…:secret:NAME:KEY:STAGE:VERSION`, the ARN of a parameter, or a parameter's name. */
function origin(value: string, { region, account }: Home): SecretReference['from'] {
  if (!value.startsWith('arn:')) return parameter([value]);
  const parts = value.split(':');
  const [, , service, itsRegion, itsAccount] = parts;
  if (itsRegion !== region || itsAccount !== account)
    return { kind: 'elsewhere', why: `it belongs to account ${itsAccount} in ${itsRegion}` };
  if (service === 'secretsmanager')
    return { kind: 'secret', arn: parts.slice(0, 7).join(':'), key: parts[7] || undefined };
  if (service !== 'ssm') return { kind: 'elsewhere', why: `${service} is not looked up` };
  const path = parts.slice(5).join(':').replace('parameter/', '');
  return parameter(path.includes('/') ? [`/${path}`] : [path, `/${path}`]);
}

function parameter(names: readonly string[]): SecretReference['from'] {
  if (names.some((name) => name.startsWith('/aws/')))
    return { kind: 'elsewhere', why: 'it is a public parameter of AWS, which DescribeParameters does not list' };
  return { kind: 'parameter', names };
}
