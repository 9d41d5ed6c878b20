/**
 * Maps items with at most `limit` at work at a time; results are in the order of the items. After a rejection no
 * further item is started, those at work are waited for, and the first rejection is thrown: nothing goes on behind the
 * caller's back.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const rejections: unknown[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      try {
        results[index] = await work(item);
      } catch (error) {
        rejections.push(error);
      }
      if (rejections.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (rejections.length > 0) throw rejections[0];
  return results;
}
