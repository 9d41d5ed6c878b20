export interface WildcardOptions {
  readonly ignoreCase?: boolean;
  /** Whether a backslash takes the special meaning from * and ?, as in query string conditions. */
  readonly escapes?: boolean;
}

/** A condition's pattern: * stands for any characters or none, ? for exactly one; it has to match as a whole. */
export function compileWildcard(pattern: string, options: WildcardOptions = {}): RegExp {
  const parts = pattern.match(options.escapes ? /\\[*?]|./gs : /./gs) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return part.length === 2 ? part : part.replace(/\W/, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, options.ignoreCase ? 'is' : 's');
}
