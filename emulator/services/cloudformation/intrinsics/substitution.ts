/** One piece of an Fn::Sub text: what stands there as it is, or the name between `${` and `}`. */
export type SubPart = { readonly literal: string } | { readonly variable: string };

/** Takes an Fn::Sub text apart; `${!Name}` stands for the text `${Name}`. */
export function subParts(text: string): readonly SubPart[] {
  const parts: SubPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    if (match.index > end) parts.push({ literal: text.slice(end, match.index) });
    const name = (match[1] ?? '').trim();
    parts.push(name.startsWith('!') ? { literal: `\${${name.slice(1)}}` } : { variable: name });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ literal: text.slice(end) });
  return parts;
}

export const isSubVariable = (name: string): boolean => /^[\w.:]+$/.test(name);

/** A dot separates a resource's name from its attribute. */
export function subAttribute(name: string): { resource: string; attribute: string } | undefined {
  const dot = name.indexOf('.');
  return dot < 0 ? undefined : { resource: name.slice(0, dot), attribute: name.slice(dot + 1) };
}
