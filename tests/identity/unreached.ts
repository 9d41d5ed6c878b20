import type { Grant } from './granted.ts';

/** What AWS needs of a role and no run here asks for: statement, actions, and why. */
const UNREACHED: readonly { readonly statement: string; readonly actions: readonly string[]; readonly why: string }[] =
  [];

/** As `statement: action`. */
export function unreached(_granted: readonly Grant[]): ReadonlySet<string> {
  return new Set(UNREACHED.flatMap(({ statement, actions }) => actions.map((action) => `${statement}: ${action}`)));
}
