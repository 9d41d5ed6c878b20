/**
 * The shapes that src/config checks under AWS's own names: what RegisterTaskDefinition and CreateService take, and
 * RunTask's overrides. Members and enums come from the ECS client; whether a number must be whole comes from
 * CloudFormation's schemas, since the client's declarations do not say.
 */
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { type AwsModels, innermost, reachable, readAwsModels } from './aws-models.ts';

/** Where CloudFormation describes the same structure. */
const RESOURCES = {
  RegisterTaskDefinitionRequest: 'AWS::ECS::TaskDefinition',
  CreateServiceRequest: 'AWS::ECS::Service',
} as const;

export interface AwsShapes extends AwsModels {
  /** What DescribeTaskDefinition answers with and RegisterTaskDefinition does not take. */
  readonly describedOnly: readonly string[];
}

export function awsShapes(): AwsShapes {
  const models = readAwsModels('client-ecs');
  const { structures, enums } = reachable(models, [...Object.keys(RESOURCES), 'TaskOverride']);
  const taken = structures['RegisterTaskDefinitionRequest']?.members ?? {};
  const described = Object.keys(models.structures['TaskDefinition']?.members ?? {});
  return {
    structures: withIntegers(structures),
    enums,
    describedOnly: described.filter((member) => !(member in taken)),
  };
}

function withIntegers(structures: AwsModels['structures']): AwsModels['structures'] {
  const whole = wholeNumbers(structures);
  return Object.fromEntries(
    Object.entries(structures).map(([name, { members, required }]) => [
      name,
      {
        members: Object.fromEntries(
          Object.entries(members).map(([member, type]) => [
            member,
            whole.has(`${name}.${member}`) ? type.replace('number', 'integer') : type,
          ]),
        ),
        required,
      },
    ]),
  );
}

/** `<structure>.<member>` of every number that CloudFormation declares an integer. */
function wholeNumbers(structures: AwsModels['structures']): ReadonlySet<string> {
  const database = loadAwsServiceSpecSync();
  const whole = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string, properties: Properties): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [member, type] of Object.entries(structures[name]?.members ?? {})) {
      const declared = element(properties[`${member.charAt(0).toUpperCase()}${member.slice(1)}`]?.type);
      if (declared?.type === 'integer') whole.add(`${name}.${member}`);
      if (declared?.type !== 'ref' || !declared.reference) continue;
      visit(innermost(type), database.get('typeDefinition', declared.reference.$ref).properties);
    }
  };
  for (const [structure, type] of Object.entries(RESOURCES)) {
    visit(structure, database.lookup('resource', 'cloudFormationType', 'equals', type).only().properties);
  }
  return whole;
}

type Properties = Readonly<Record<string, { readonly type: DeclaredType }>>;
interface DeclaredType {
  readonly type: string;
  readonly element?: DeclaredType;
  readonly reference?: { readonly $ref: string };
}

function element(type: DeclaredType | undefined): DeclaredType | undefined {
  return type?.element ? element(type.element) : type;
}
