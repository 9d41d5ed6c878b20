import type { ConfigIssue, DocumentPath } from '../../model/source.ts';
import type { ServiceDraft } from '../draft.ts';
import { problemAt, type Reading } from '../reading/reading.ts';
import type { PlacementConstraintsFile } from '../schema/placement-constraints-file.ts';
import { isQuery } from './query.ts';

const PATH = ['placementConstraints'];
const EXAMPLE = '"attribute:ecs.instance-type =~ t3.*"';

/** Constraints of the service and of its task definition. */
export function checkPlacementConstraints({ file, taskFile }: ServiceDraft): readonly ConfigIssue[] {
  return [
    ...checkConstraints(file, file.value.placementConstraints),
    ...checkConstraints(taskFile, taskFile.value.placementConstraints),
  ];
}

function checkConstraints(file: Reading<unknown>, constraints: PlacementConstraintsFile = []): readonly ConfigIssue[] {
  return constraints.flatMap(({ type, expression }, index) => {
    const at = (key: string): DocumentPath => [...PATH, index, key];
    if (type === 'distinctInstance')
      return expression === undefined
        ? []
        : problemAt(file, at('expression'), 'distinctInstance has no expression.', 'Remove it.');
    if (expression === undefined)
      return problemAt(file, [...PATH, index], 'memberOf needs an expression.', `Add it, like ${EXAMPLE}.`);
    if (isQuery(expression)) return [];
    return problemAt(file, at('expression'), `"${expression}" is not an expression.`, `Write it like ${EXAMPLE}.`);
  });
}
