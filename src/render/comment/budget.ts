/** A part of a text that may give way to a shorter one. */
export interface Block {
  /** The texts from the fullest to the shortest, which may be empty. A block with only one never gives way. */
  readonly variants: readonly string[];
  /** Blocks with the lowest priority give way first. */
  readonly priority: number;
}

interface Fitted {
  readonly text: string;
  /** Whether anything gave way. */
  readonly truncated: boolean;
}

interface Shown extends Block {
  level: number;
}

/**
 * Joins blocks by blank lines into at most `limit` characters, as GitHub counts them. Each step shortens the longest of
 * the blocks of the lowest priority that can still be shortened. What never gives way may exceed the limit.
 */
export function fitBlocks(blocks: readonly Block[], limit: number): Fitted {
  const shown: readonly Shown[] = blocks.map((block) => ({ ...block, level: 0 }));
  let size = shown.reduce((sum, block) => sum + sizeOf(block), 0);
  while (size > limit) {
    const longest = nextToShorten(shown);
    if (!longest) break;
    size -= sizeOf(longest);
    longest.level += 1;
    size += sizeOf(longest);
  }
  const text = shown.map(textOf).filter(Boolean).join('\n\n');
  return { text, truncated: shown.some(({ level }) => level > 0) };
}

function nextToShorten(blocks: readonly Shown[]): Shown | undefined {
  let next: Shown | undefined;
  for (const block of blocks) {
    if (block.level + 1 >= block.variants.length) continue;
    if (!next || block.priority < next.priority) next = block;
    else if (block.priority === next.priority && sizeOf(block) > sizeOf(next)) next = block;
  }
  return next;
}

function textOf({ variants, level }: Shown): string {
  return variants[level] ?? '';
}

function sizeOf(block: Shown): number {
  const { length } = textOf(block);
  return length > 0 ? length + 2 : 0;
}
