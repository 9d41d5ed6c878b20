/** A statement as a policy document writes it: one value or a list of them everywhere. */
interface WrittenStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Principal?: WrittenPrincipal;
  readonly NotPrincipal?: WrittenPrincipal;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type OneOrMore = string | readonly string[];
type WrittenPrincipal = '*' | Readonly<Record<string, OneOrMore>>;

/** Names, and whether the statement is about them or about all others. */
export interface Selection {
  readonly patterns: readonly string[];
  readonly inverted: boolean;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated';

export interface Condition {
  /** Such as `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Selection;
  /** Undefined in trust policies, whose resource is the role itself. */
  readonly resources: Selection | undefined;
  /** Undefined in policies that belong to a principal. */
  readonly principals:
    | { readonly names: readonly [kind: string, value: string][]; readonly inverted: boolean }
    | undefined;
  readonly conditions: readonly Condition[];
}

/** Reads a document that IAM has accepted. */
export function parsePolicy(document: string): readonly Statement[] {
  const { Statement }: { readonly Statement: WrittenStatement | readonly WrittenStatement[] } = JSON.parse(document);
  return [Statement].flat().map((written) => ({
    effect: written.Effect,
    actions: selection(written.Action, written.NotAction) ?? { patterns: [], inverted: false },
    resources: selection(written.Resource, written.NotResource),
    principals: principals(written),
    conditions: Object.entries(written.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => ({ operator, key, values: [value].flat().map(String) })),
    ),
  }));
}

function selection(named: OneOrMore | undefined, others: OneOrMore | undefined): Selection | undefined {
  if (named !== undefined) return { patterns: [named].flat(), inverted: false };
  return others === undefined ? undefined : { patterns: [others].flat(), inverted: true };
}

function principals({ Principal, NotPrincipal }: WrittenStatement): Statement['principals'] {
  if (Principal !== undefined) return { names: principalNames(Principal), inverted: false };
  return NotPrincipal === undefined ? undefined : { names: principalNames(NotPrincipal), inverted: true };
}

const principalNames = (written: WrittenPrincipal): [kind: string, value: string][] =>
  written === '*'
    ? [['*', '*']]
    : Object.entries(written).flatMap(([kind, values]) =>
        [values].flat().map((value): [string, string] => [kind, value]),
      );
