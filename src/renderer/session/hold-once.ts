/** Strings of at most so many UTF-16 units are names and ids, of which one copy serves all; longer ones are words on the page. */
const longestName = 16;

/**
 * The same value with each string held once. A parsed answer has a copy of its own of every `"paragraph"`, and words that are
 * shown lie in memory twice: as the script's string and as the engine's copy of it. Words that were read from a node of the page
 * are the engine's own, and whoever shows them again shares them.
 */
export function holdOnce<Value>(value: Value): Value {
  const names = new Map<string, string>();
  const page = document.createTextNode('');
  const once = (part: unknown): unknown => {
    if (typeof part === 'string') return part.length > longestName ? ofThePage(page, part) : nameOf(names, part);
    if (Array.isArray(part)) return part.map(once);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, once(member)]));
  };
  return once(value) as Value;
}

function ofThePage(page: Text, words: string): string {
  page.data = words;
  return page.data;
}

function nameOf(names: Map<string, string>, name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, name);
  return name;
}
