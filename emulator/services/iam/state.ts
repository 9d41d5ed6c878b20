import { AwsError } from '../../core/errors.ts';
import type { CallContext, World } from '../../core/world.ts';
import type { Tag } from '../../shapes/iam.d.ts';

/** Entities reach the rest of AWS some seconds after they were made: services do not see them before `propagatedAt`. */
interface Entity {
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  propagatedAt: number;
  tags: Map<string, string>;
}

export interface RoleRecord extends Entity {
  readonly name: string;
  trustPolicy: string;
  description: string | undefined;
  maxSessionDuration: number;
  readonly permissionsBoundary: string | undefined;
  /** ARNs of managed policies, in the order in which they were attached. */
  readonly attached: Set<string>;
  /** Documents by policy name. */
  readonly inline: Map<string, string>;
  readonly serviceLinked: boolean;
}

export interface ProfileRecord extends Entity {
  readonly name: string;
  roleName: string | undefined;
}

/** An OpenID Connect provider: those who hold its tokens may ask for roles. */
export interface ProviderRecord {
  readonly arn: string;
  /** Its URL without `https://`. */
  readonly issuer: string;
  readonly clientIds: Set<string>;
  thumbprints: readonly string[];
  readonly createdAt: number;
  tags: Map<string, string>;
}

export interface Iam {
  readonly world: World;
  readonly roles: Map<string, RoleRecord>;
  readonly profiles: Map<string, ProfileRecord>;
  /** By ARN. */
  readonly providers: Map<string, ProviderRecord>;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Such as AROA… for roles and AIPA… for instance profiles, 21 characters. */
export function uniqueId({ random }: World, prefix: string): string {
  return prefix + Array.from({ length: 17 }, () => ALPHABET[Math.floor(random.next() * ALPHABET.length)]).join('');
}

export function newEntity(world: World, prefix: string, kind: string, path: string, name: string): Entity {
  const createdAt = world.clock.now();
  return {
    path,
    id: uniqueId(world, prefix),
    arn: `arn:aws:iam::${world.account}:${kind}${path}${name}`,
    createdAt,
    propagatedAt: world.sabotage.has('role-propagation') ? createdAt : createdAt + world.latency('iam-propagation'),
    tags: new Map(),
  };
}

/** AWS's services call as `ecs.amazonaws.com` and the like, and read what has propagated to them. */
function visible({ world }: Iam, entity: Entity, { caller }: CallContext): boolean {
  return !caller.arn.endsWith('.amazonaws.com') || world.clock.now() >= entity.propagatedAt;
}

export function findRole(iam: Iam, name: string, context: CallContext): RoleRecord {
  const role = iam.roles.get(name);
  if (!role || !visible(iam, role, context)) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/** A role that its owner may change: AWS keeps service-linked ones to itself. */
export function findOwnRole(iam: Iam, name: string, context: CallContext): RoleRecord {
  const role = findRole(iam, name, context);
  if (!role.serviceLinked) return role;
  const message = `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`;
  throw new AwsError('UnmodifiableEntity', message);
}

export function findProfile(iam: Iam, name: string, context: CallContext): ProfileRecord {
  const profile = iam.profiles.get(name);
  if (!profile || !visible(iam, profile, context)) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return profile;
}

/** IAM's names differ by more than case. */
export function nameTaken(records: ReadonlyMap<string, unknown>, name: string): boolean {
  return [...records.keys()].some((known) => known.toLowerCase() === name.toLowerCase());
}

export const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message);

export const tagList = (tags: ReadonlyMap<string, string>): Tag[] => [...tags].map(([Key, Value]) => ({ Key, Value }));
