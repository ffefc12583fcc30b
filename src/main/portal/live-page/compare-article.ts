import type { LiveDifference } from '#shared/model/live-check.ts';
import type { PageArticle } from './read-article.ts';

/** Of a long difference so much is told, and of many so many. */
const mostCharacters = 200;
const mostOfAKind = 20;

/** The page tags that say what the article is; the portal may have others of its own. */
const comparedTags = ['ArticleTitle', 'PubDate', 'ContentSource', 'ColumnName', 'SiteIDCode', 'SiteDomain'];

/** In what the words and tags of a live page differ from the packed ones. */
export function compareArticle(packed: PageArticle, live: PageArticle): readonly LiveDifference[] {
  const missing = without(packed.words, live.words);
  // Where the page does not say which part of it is the article, its menus and footers are no additions.
  const added = live.isMarked ? without(live.words, packed.words) : [];
  const tags = comparedTags.filter((name) => packed.tags.has(name) && live.tags.get(name) !== packed.tags.get(name));
  return [
    ...tags.map((name) => ({ kind: 'tag' as const, name, found: short(live.tags.get(name) ?? '') })),
    ...missing.slice(0, mostOfAKind).map((words) => ({ kind: 'words-missing' as const, words: short(words) })),
    ...added.slice(0, mostOfAKind).map((words) => ({ kind: 'words-added' as const, words: short(words) })),
  ];
}

/** The words that the others have less often, or not at all. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const entry of others) left.set(entry, (left.get(entry) ?? 0) + 1);
  return words.filter((entry) => {
    const count = left.get(entry) ?? 0;
    left.set(entry, count - 1);
    return count <= 0;
  });
}

function short(words: string): string {
  return words.length > mostCharacters ? `${words.slice(0, mostCharacters)}…` : words;
}
