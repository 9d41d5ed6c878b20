/** A repository as GitHub's tokens name it. */
export interface TokenRepository {
  readonly owner: string;
  readonly ownerId: string;
  readonly name: string;
  readonly id: string;
}

export const REPOSITORY: TokenRepository = { owner: 'acme', ownerId: '11', name: 'shop', id: '22' };

/** Who a job is, e.g. `pull_request` or `environment:production`, in the form with names and in the form with ids. */
export function subjects({ owner, ownerId, name, id }: TokenRepository, who: string): readonly string[] {
  return [`repo:${owner}/${name}:${who}`, `repo:${owner}@${ownerId}/${name}@${id}:${who}`];
}
