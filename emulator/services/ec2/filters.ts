import type { Filter } from '../../shapes/ec2.d.ts';
import { invalidValue } from './errors.ts';

type Text = string | number | boolean | undefined;

/** What each filter of a Describe operation compares with. `tag:<key>` and `tag-key` come of themselves. */
export type FilterTable<T> = Readonly<Record<string, (item: T) => Text | readonly Text[]>>;

export interface Filtering<T> {
  readonly filters: readonly Filter[] | undefined;
  readonly table: FilterTable<T>;
  readonly tags: (item: T) => ReadonlyMap<string, string>;
}

/**
 * Keeps items that match every filter by any of its values; `*` and `?` are wildcards, a backslash takes their meaning.
 */
export function applyFilters<T>(items: readonly T[], { filters, table, tags }: Filtering<T>): T[] {
  const tests = (filters ?? []).map((filter) => {
    const read = reader(filter.Name ?? '', table, tags);
    const patterns = (filter.Values ?? []).map(wildcard);
    return (item: T) => read(item).some((text) => patterns.some((pattern) => pattern.test(text)));
  });
  return items.filter((item) => tests.every((test) => test(item)));
}

function reader<T>(name: string, table: FilterTable<T>, tags: Filtering<T>['tags']): (item: T) => string[] {
  if (name === 'tag-key') return (item) => [...tags(item).keys()];
  if (name.startsWith('tag:')) {
    return (item) => {
      const value = tags(item).get(name.slice('tag:'.length));
      return value === undefined ? [] : [value];
    };
  }
  const read = table[name];
  if (!read) throw invalidValue(`The filter '${name}' is invalid`);
  return (item) => [read(item)].flat().flatMap((text) => (text === undefined ? [] : [String(text)]));
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/\\?[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    return (part.length > 1 ? part.slice(1) : part).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 's');
}
