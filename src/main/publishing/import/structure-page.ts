import { blockText } from '#shared/document/walk.ts';
import type { TextStep } from '#shared/document/text-edit.ts';
import { traceText } from '#shared/document/traced-text.ts';
import { repairSteps } from '#shared/house-style/repairs/find-repairs.ts';
import { hasLostEmail } from '#shared/house-style/repairs/lost-email.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { emptyContent, type DraftMetadata } from '#shared/model/draft.ts';
import type { ImportNote } from '#shared/model/import-report.ts';
import { matchBoilerplate } from './boilerplate-match.ts';
import { figuresFromCaptions } from './captions.ts';
import type { ChangeLog } from './change-log.ts';
import { partDocumentFrame } from './document-frame.ts';
import { takeHeadline } from './headline.ts';
import { note, type ReadPage } from './incoming-page.ts';
import { joinBoilerplates } from './join-boilerplates.ts';
import { asItCame, readThrough, type PageBlock, type ReadBlock } from './page-block.ts';
import { partChrome } from './page-chrome.ts';
import { readContactLine, readInfoLine, type PageFacts } from './page-facts.ts';
import { scriptConverter } from './script.ts';

export interface StructuredPage {
  readonly metadata: DraftMetadata;
  readonly blocks: readonly PageBlock[];
  /** Lines that are none of the article. */
  readonly setApart: readonly string[];
  readonly notes: readonly ImportNote[];
}

/**
 * Makes a draft of a page: its own chrome set apart, headline and metadata lifted, captions made figures, house-style
 * texts the blocks they are. All of this is told by the words as they will read once repaired; the words themselves
 * stay as they came (`findRepairs` offers what is to be mended).
 */
export function structurePage(page: ReadPage, profile: BureauProfile, log: ChangeLog): StructuredPage {
  const whole = page.blocks.map((block) => block.source).join('\n');
  const steps = repairSteps(whole, scriptConverter).map(([, step]) => step);
  const all = joinBoilerplates(page.blocks, profile.boilerplates).map((block) => readThrough(block, steps));
  // The files themselves do not come with their names.
  const attachments = all.filter(({ as }) => as === 'attachments');
  const { article: shown, chrome } = partChrome(all.filter(({ as }) => as !== 'attachments'));
  const { frame, article } = partDocumentFrame(shown);
  for (const block of chrome) log.add('page-chrome', block.source, '');

  const facts: PageFacts[] = [page.facts];
  const named = takeHeadline(article, namedHeadline(page.facts, steps));
  if (named.headline !== '') log.add('headline', named.source, named.headline);
  const told = takeInfoLines(takeSubheadline(named.rest, facts, log), facts, log);
  const blocks = figuresFromCaptions(told, profile, (before, after) =>
    log.add('caption', before.source, blockText(after)),
  ).map((block) => recognise(block, profile, facts, log));
  const apart = [...frame, ...chrome, ...attachments];
  return {
    metadata: gather(emptyContent(profile).metadata, [{ headline: named.headline }, ...facts]),
    blocks,
    setApart: apart.filter(({ node }) => node.type !== 'figure').map(({ words }) => words.text),
    notes: note('codes', apart.filter(({ node }) => node.type === 'figure').length),
  };
}

function namedHeadline({ headline }: PageFacts, steps: readonly TextStep[]) {
  return headline === undefined ? undefined : { headline, words: traceText(headline, steps).text };
}

/** A line right under the headline that its style calls a subheadline. */
function takeSubheadline(blocks: readonly ReadBlock[], facts: PageFacts[], log: ChangeLog): readonly ReadBlock[] {
  const [first, ...rest] = blocks;
  if (first?.as !== 'subheadline') return blocks;
  const subheadline = blockText(first.node);
  facts.push({ subheadline });
  log.add('metadata', first.source, subheadline);
  return rest;
}

function takeInfoLines(blocks: readonly ReadBlock[], facts: PageFacts[], log: ChangeLog): readonly ReadBlock[] {
  return blocks.filter((block, index) => {
    // Portals set it right under the headline.
    const line =
      index < 3 && !block.as ? readInfoLine(block.words.text, (start, end) => asItCame(block, start, end)) : undefined;
    if (!line) return true;
    facts.push(line);
    log.add('metadata', block.source, Object.values(line).flat().join(' '));
    return false;
  });
}

/** Contact line and house-style texts: what they say goes into the metadata, the texts become the blocks they are. */
function recognise(block: ReadBlock, profile: BureauProfile, facts: PageFacts[], log: ChangeLog): PageBlock {
  if (block.node.type !== 'paragraph') return block;
  const contact = readContactLine(block);
  if (contact) {
    facts.push(contact);
    log.add('metadata', block.source, [contact.contactPhone, contact.contactEmail].filter(Boolean).join(' '));
  }
  const { text } = block.words;
  if (hasLostEmail(text) || block.node.children.some((child) => child.type === 'to-confirm')) return block;
  const node = matchBoilerplate(text, profile.boilerplates);
  if (!node) return block;
  log.add('boilerplate', block.source, profile.boilerplates.find(({ id }) => id === node.id)?.title ?? node.id);
  const source = node.values['稿件来源'];
  if (source) {
    facts.push({ contentSource: source });
    log.add('metadata', block.source, source);
  }
  return { ...block, node };
}

/** Later facts win over earlier ones: what stands in the article over what the page's head says. */
function gather(metadata: DraftMetadata, facts: readonly PageFacts[]): DraftMetadata {
  return facts.reduce<DraftMetadata>(
    (gathered, { authors, keywords, ...rest }) => ({
      ...gathered,
      ...rest,
      authors: authors ? [...authors] : gathered.authors,
      keywords: keywords ? [...keywords] : gathered.keywords,
    }),
    metadata,
  );
}
