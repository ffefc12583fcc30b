/** Lets at most `slots` works run at once; the others wait in order. */
export function limiter(slots: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (running >= slots) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // A slot passes straight to the next in line, so that nobody who comes later can take it.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/**
 * Works on so many items at once; answers in their order. After a failure nothing more is begun, what is in hand comes to
 * its end, and of all failures the first item's is thrown: whoever clears up afterwards clears up after everybody.
 */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<readonly Value[]> {
  const takeTurn = limiter(atOnce);
  const failures: (readonly [index: number, thrown: unknown])[] = [];
  const values: Value[] = [];
  const one = async (item: Item, index: number): Promise<void> => {
    if (failures.length > 0) return;
    try {
      values[index] = await work(item, index);
    } catch (thrown) {
      failures.push([index, thrown]);
    }
  };
  await Promise.all(items.map(async (item, index) => takeTurn(async () => one(item, index))));
  const [first] = failures.sort(([before], [after]) => before - after);
  if (first) throw first[1];
  return values;
}

/** What comes of both, once both are over, also after a failure: neither is still at what others then clear up. */
export async function bothDone<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
