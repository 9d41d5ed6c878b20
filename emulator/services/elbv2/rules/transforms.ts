import type { RewriteConfig, RuleTransform } from '../../../shapes/elbv2.d.ts';
import { validationError } from '../finders.ts';
import { compiles } from './regular-expressions.ts';

export interface Rewritable {
  readonly host: string;
  /** Path and query string. */
  readonly url: string;
}

/**
 * What targets get to see of a request; routing has been decided by what the client sent. Source: "Transforms for
 * listener rules".
 */
export function applyTransforms(transforms: readonly RuleTransform[], request: Rewritable): Rewritable {
  return transforms.reduce<Rewritable>(
    ({ host, url }, { HostHeaderRewriteConfig, UrlRewriteConfig }) => ({
      host: rewrite(HostHeaderRewriteConfig?.Rewrites, host),
      url: rewrite(UrlRewriteConfig?.Rewrites, url),
    }),
    request,
  );
}

function rewrite(rewrites: readonly RewriteConfig[] = [], text: string): string {
  return rewrites.reduce((result, { Regex, Replace }) => result.replace(new RegExp(Regex), Replace), text);
}

/** A rule's transforms, or those that it has; throws ValidationError where AWS refuses them. */
export function checkTransforms(
  given: readonly RuleTransform[] | undefined,
  present: readonly RuleTransform[] = [],
): readonly RuleTransform[] {
  if (!given) return present;
  const types = given.map(({ Type }) => Type);
  if (new Set(types).size < types.length) throw validationError('A rule can only have one transform of each type');
  for (const { HostHeaderRewriteConfig, UrlRewriteConfig } of given) {
    const rewrites = [...(HostHeaderRewriteConfig?.Rewrites ?? []), ...(UrlRewriteConfig?.Rewrites ?? [])];
    if (rewrites.length === 0) throw validationError('A transform must have a rewrite');
    const invalid = rewrites.find(({ Regex }) => !compiles(Regex));
    if (invalid) throw validationError(`Regular expression '${invalid.Regex}' is not valid`);
  }
  return given;
}
