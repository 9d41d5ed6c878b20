import type {
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
} from '../../../shapes/ecs.d.ts';
import type { Ecs } from '../context.ts';
import { limitedPage } from '../pages.ts';

const LIMITS = { standard: 100, most: 100 };

export function taskDefinitionListOperations({ state }: Ecs) {
  /** familyPrefix is a whole family's name here, unlike in ListTaskDefinitionFamilies. */
  const ListTaskDefinitions = (input: ListTaskDefinitionsRequest): ListTaskDefinitionsResponse => {
    const { familyPrefix, status = 'ACTIVE', sort = 'ASC' } = input;
    const families = familyPrefix === undefined ? [...state.families.keys()].sort() : [familyPrefix];
    const arns = families.flatMap((family) =>
      (state.families.get(family) ?? []).flatMap((record) =>
        record?.definition.status === status ? [record.definition.taskDefinitionArn] : [],
      ),
    );
    const { items, nextToken } = limitedPage(sort === 'ASC' ? arns : arns.reverse(), input, LIMITS);
    return { taskDefinitionArns: items, nextToken };
  };

  const ListTaskDefinitionFamilies = (input: ListTaskDefinitionFamiliesRequest): ListTaskDefinitionFamiliesResponse => {
    const { familyPrefix = '', status = 'ALL' } = input;
    const families = [...state.families].flatMap(([family, revisions]) => {
      const active = revisions.some((record) => record?.definition.status === 'ACTIVE');
      const wanted = status === 'ALL' || active === (status === 'ACTIVE');
      return wanted && family.startsWith(familyPrefix) ? [family] : [];
    });
    const { items, nextToken } = limitedPage(families.sort(), input, LIMITS);
    return { families: items, nextToken };
  };

  return { ListTaskDefinitions, ListTaskDefinitionFamilies };
}
