import { assetsOf, figuresOf, picturesOf } from '../document/walk.ts';
import { attachmentName } from '../model/attachment.ts';
import type { DraftContent } from '../model/draft.ts';
import type { NamedFile } from '../model/named-file.ts';

/**
 * The files that a draft names, each once: first those of its newest words in the order in which they stand, then those that
 * only earlier versions name. What pictures are called is not known to the words.
 */
export function namedFiles(
  draftId: string,
  newest: DraftContent,
  earlier: readonly DraftContent[],
): readonly NamedFile[] {
  const common = { draftId, headline: newest.metadata.headline };
  const figures = figuresOf(newest.document).map((figure) => picturesOf(figure).map(({ asset }) => asset));
  const named = new Map<string, NamedFile>();
  for (const { document, metadata } of [newest, ...earlier]) {
    for (const sha256 of assetsOf(document)) {
      if (named.has(sha256)) continue;
      const place = figures.findIndex((assets) => assets.includes(sha256));
      named.set(sha256, { ...common, kind: 'picture', sha256, figure: place === -1 ? null : place + 1, name: '' });
    }
    for (const attachment of metadata.attachments ?? []) {
      const { sha256 } = attachment;
      if (named.has(sha256)) continue;
      named.set(sha256, { ...common, kind: 'attachment', sha256, figure: null, name: attachmentName(attachment) });
    }
  }
  return [...named.values()];
}
