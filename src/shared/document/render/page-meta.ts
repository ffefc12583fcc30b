import { shanghaiMinute } from '../../shanghai-time.ts';
import type { BureauProfile, Column } from '../../model/bureau-profile.ts';
import type { DraftContent } from '../../model/draft.ts';
import type { ExternalLink, PageMeta } from '../../model/package.ts';
import { timeOfPage } from '../../model/time-of-page.ts';
import type { Document } from '../schema.ts';
import { packageAttachments } from './attachments.ts';
import { hostOf, isAllowedHost, sanitizeUrl } from '../url.ts';
import { blockText, figuresOf, inlineText, walk } from '../walk.ts';

const descriptionLimit = 120;
const noColumn: Column = { id: '', name: '', description: '', keywords: [], type: '' };

/**
 * What a page says about itself, from the draft and the bureau's profile. Of an unfinished draft it is unfinished too
 * (empty column, title, …): a preview shows that, the package writer refuses it.
 * @param at moment of publication when none is planned
 * @param name the package's name; empty for a preview, which has no address of its own
 */
export function makePageMeta(
  draftId: string,
  content: DraftContent,
  profile: BureauProfile,
  at: string,
  name: string,
): PageMeta {
  const { metadata, document } = content;
  const column = profile.columns.find((entry) => entry.id === metadata.columnId) ?? noColumn;
  const url = name === '' ? '' : `https://${profile.site.siteDomain}/${encodeURIComponent(column.id)}/${name}/`;
  return {
    format: 'gaoqian-page-meta',
    version: 1,
    draftId,
    site: profile.site,
    column,
    article: {
      title: metadata.headline,
      subheadline: metadata.subheadline,
      ...(metadata.listTitle === undefined ? {} : { listTitle: metadata.listTitle }),
      pubDate: shanghaiMinute(timeOfPage(metadata, at)),
      // A reprint must name its source.
      contentSource: metadata.origin.kind === 'reprint' ? metadata.origin.source : metadata.contentSource,
      keywords: metadata.keywords,
      author: metadata.authors.join('、'),
      description: metadata.abstract || firstWords(document),
      image: url !== '' && figuresOf(document).some((figure) => figure.asset !== null) ? `${url}images/01.jpg` : '',
      url,
    },
    origin: metadata.origin,
    captionMark: profile.captionMark,
    creditMark: profile.creditMark,
    externalLinks: externalLinks(document, profile),
    ...(metadata.attachments ? { attachments: packageAttachments(metadata.attachments) } : {}),
    action: metadata.amendment ?? { kind: 'publish' },
  };
}

function firstWords(document: Document): string {
  const first = document.children.find((block) => block.type === 'paragraph' && blockText(block) !== '');
  return first ? Array.from(blockText(first).replaceAll(/\s+/g, ' ')).slice(0, descriptionLimit).join('') : '';
}

/** Each link away from the site once, in the order of the text. */
function externalLinks(document: Document, profile: BureauProfile): ExternalLink[] {
  const links = new Map<string, ExternalLink>();
  for (const node of walk(document)) {
    if (node.type !== 'link') continue;
    const href = sanitizeUrl(node.url);
    const host = hostOf(node.url);
    if (href === undefined || host === '' || host === profile.site.siteDomain) continue;
    const text = inlineText(node.children);
    links.set(`${href}\n${text}`, { href, host, government: isAllowedHost(host, profile.linkAllowList), text });
  }
  return [...links.values()];
}
