/**
 * Works on so many items at once; answers in their order. After a failure nothing more is begun, what is in hand comes to
 * its end, and of all failures the first item's is thrown: whoever clears up afterwards clears up after everybody.
 */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  const failures: (readonly [index: number, thrown: unknown])[] = [];
  let next = 0;
  const take = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const index = next;
      next += 1;
      // The index is in range.
      const item = items[index] as Item;
      await work(item, index).then(
        (value) => void (values[index] = value),
        (thrown: unknown) => void failures.push([index, thrown]),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, take));
  const [first] = failures.sort(([one], [other]) => one - other);
  if (first) throw first[1];
  return values;
}

/** What comes of both, once both are over, also after a failure: neither is still at what others then clear up. */
export async function bothDone<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
