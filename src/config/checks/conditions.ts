import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt } from '../reading/reading.ts';
import type { ConditionFile } from '../schema/service-load-balancer-file.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
const MOST_VALUES = 5;
const WITH_REGEX = ['path-pattern', 'host-header', 'http-header'];

/** What ELB refuses in a rule's conditions though each value by itself is right. */
export function checkConditions({ file }: ServiceDraft): readonly ConfigIssue[] {
  return file.value.loadBalancers.flatMap(({ rules = [] }, index) =>
    rules.flatMap(({ conditions }, rule) => {
      const path = ['loadBalancers', index, 'rules', rule, 'conditions'];
      const count = conditions.flatMap(({ values, regexValues }) => [...(values ?? []), ...(regexValues ?? [])]).length;
      const many = `These conditions have ${count} values; a rule can have ${MOST_VALUES}.`;
      return [
        ...(count > MOST_VALUES ? problemAt(file, path, many, 'Split them over several rules.') : []),
        ...conditions.flatMap((condition, position) => {
          const problem = problemOf(condition);
          return [
            ...(problem ? problemAt(file, [...path, position], ...problem) : []),
            ...checkPaths(file, condition, [...path, position]),
          ];
        }),
      ];
    }),
  );
}

/** Paths begin with a slash, so that a pattern that begins otherwise matches none. */
function checkPaths(
  file: ServiceDraft['file'],
  { field, values = [] }: ConditionFile,
  path: DocumentPath,
): readonly ConfigIssue[] {
  if (field !== 'path-pattern') return [];
  return values.flatMap((value, index) => {
    if (/^[/*?]/.test(value)) return [];
    const message = `"${value}" matches no path: paths begin with "/".`;
    return problemAt(file, [...path, 'values', index], message, `Write "/${value}".`);
  });
}

function problemOf({
  field,
  httpHeaderName,
  values,
  regexValues,
}: ConditionFile): readonly [message: string, hint: string] | undefined {
  if ((values === undefined) === (regexValues === undefined)) {
    return [`This condition has ${values ? 'both values and regexValues' : 'no values'}.`, 'Give it "values: […]".'];
  }
  if (regexValues && !WITH_REGEX.includes(field)) {
    return [`A condition on ${field} takes no regular expressions.`, 'Give it "values: […]".'];
  }
  if ((field === 'http-header') !== (httpHeaderName !== undefined)) {
    return field === 'http-header'
      ? ['A condition on http-header needs the name of the header.', 'Add "httpHeaderName: …".']
      : [`A condition on ${field} has no httpHeaderName.`, 'Remove it.'];
  }
  return undefined;
}
