/** What can be looked for: by its name, by pinyin (whole, initials, or a mixture), by names in Latin letters. */
export interface Findable {
  readonly label: string;
  /** One syllable for each character of the name, without tones. */
  readonly pinyin: readonly string[];
  readonly aliases: readonly string[];
}

/**
 * The entries that a query means, those whose names begin with it first, else in their own order. Full-width letters
 * count as their plain ones; an empty query means all.
 */
export function matchEntries<Entry extends Findable>(query: string, entries: readonly Entry[]): readonly Entry[] {
  const wanted = query.normalize('NFKC').toLowerCase().trim();
  if (wanted === '') return query === '' ? entries : [];
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(wanted, entry) }));
  return [0, 1].flatMap((rank) => ranked.filter((one) => one.rank === rank).map(({ entry }) => entry));
}

/** 0 where the name begins with it, 1 where it stands further on, null for no match. */
function rankOf(wanted: string, { label, pinyin, aliases }: Findable): 0 | 1 | null {
  const name = label.toLowerCase();
  if (name.startsWith(wanted) || aliases.some((alias) => alias.startsWith(wanted))) return 0;
  const start = pinyin.findIndex((_syllable, index) => isSpelled(wanted, pinyin.slice(index)));
  if (start !== -1) return start === 0 ? 0 : 1;
  return name.includes(wanted) ? 1 : null;
}

/** Whether letters spell the syllables from the first on, each by some of its beginning: `xbt`, `xiaobt`, `xiaobiaoti`. */
function isSpelled(letters: string, syllables: readonly string[]): boolean {
  if (letters === '') return true;
  const [syllable, ...rest] = syllables;
  if (syllable === undefined) return false;
  for (let length = Math.min(letters.length, syllable.length); length > 0; length -= 1) {
    if (letters.startsWith(syllable.slice(0, length)) && isSpelled(letters.slice(length), rest)) return true;
  }
  return false;
}
