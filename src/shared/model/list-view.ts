import { z } from 'zod';

/** A search that somebody kept under a name of their own. Names tell them apart. */
export const savedSearchSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  query: z.string().min(1).max(200),
  earlier: z.boolean(),
  /** Stands below the filters; the others wait in the fold. */
  pinned: z.boolean(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** What a line of the list can say beside headline and state. */
export const lineFacts = ['number', 'column', 'author', 'planned', 'changed', 'size'] as const;
export const lineFactSchema = z.enum(lineFacts);
export type LineFact = z.infer<typeof lineFactSchema>;

/** How one person has arranged the list of drafts. */
export const listViewSchema = z.strictObject({
  searches: z.array(savedSearchSchema).max(100),
  facts: z.array(lineFactSchema).max(lineFacts.length),
  /** One line for each headline. */
  compact: z.boolean(),
});
export type ListView = z.infer<typeof listViewSchema>;

export const defaultListView: ListView = { searches: [], facts: ['changed', 'size'], compact: false };

/** The searches with this one at the end; one of the same name gives way. */
export function withSearch(searches: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  return [...searches.filter(({ name }) => name !== search.name), search];
}

/** The searches with one under another name; unchanged when that is taken or empty. */
export function renameSearch(searches: readonly SavedSearch[], name: string, wanted: string): SavedSearch[] {
  const free =
    wanted.trim() !== '' && !searches.some((search) => search.name === wanted.trim() && search.name !== name);
  return searches.map((search) => (search.name === name && free ? { ...search, name: wanted.trim() } : search));
}

/** The searches with one moved up (-1) or down (1) among those that are pinned as it is. */
export function moveSearch(searches: readonly SavedSearch[], name: string, step: -1 | 1): SavedSearch[] {
  const own = searches.find((search) => search.name === name);
  const group = searches.filter((search) => search.pinned === own?.pinned);
  const other = own && group[group.indexOf(own) + step];
  if (!own || !other) return [...searches];
  return searches.map((search) => (search === own ? other : search === other ? own : search));
}
