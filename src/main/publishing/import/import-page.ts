import type { ImportedPage } from '#main/services/ports/page-importer.ts';
import { findPinyinResidues } from '#shared/house-style/pinyin.ts';
import { punctuationEdits } from '#shared/house-style/punctuation.ts';
import { blockText, toConfirmText } from '#shared/document/walk.ts';
import { documentVersion, emptyDocument } from '#shared/document/schema.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { emptyContent, type DraftMetadata } from '#shared/model/draft.ts';
import { editText, type TextEdit } from '#shared/document/text-edit.ts';
import { matchBoilerplate } from './boilerplate-match.ts';
import { figuresFromCaptions } from './captions.ts';
import { ChangeLog } from './change-log.ts';
import { decodePage } from './decode-page.ts';
import { takeHeadline } from './headline.ts';
import { htmlBlocks, looksLikeHtml } from './html-blocks.ts';
import { lostEmailWords, markLostEmails } from './lost-email.ts';
import { editBlock, type PageBlock, type TextStep } from './page-block.ts';
import { partChrome } from './page-chrome.ts';
import { readContactLine, readInfoLine, type PageFacts } from './page-facts.ts';
import { isTraditional, simplifyEdits } from './script.ts';
import { textBlocks } from './text-blocks.ts';

/**
 * Makes a clean draft of a saved page (text or HTML), and a report of all that was changed. Pure: the same bytes give
 * the same draft. Refuses `page-empty` and `page-not-text`.
 */
export function importPage(bytes: Uint8Array, fileName: string, profile: BureauProfile): ImportedPage {
  const { text, encoding } = decodePage(bytes);
  const log = new ChangeLog();
  const page = looksLikeHtml(text, fileName) ? htmlBlocks(text, log) : { blocks: textBlocks(text), facts: {} };
  const steps = cleaningSteps(page.blocks);
  const cleaned = page.blocks.map((block) => clean(block, steps, log));

  const { article, chrome } = partChrome(cleaned);
  for (const block of chrome) log.add('page-chrome', block.source, '');

  const facts: PageFacts[] = [cleanFacts(page.facts, steps)];
  const named = takeHeadline(article, facts[0]?.headline);
  if (named.headline !== '') log.add('headline', named.source, named.headline);
  const told = takeInfoLines(named.rest, facts, log);
  const blocks = figuresFromCaptions(told, profile, (before, after) =>
    log.add('caption', before.source, blockText(after)),
  )
    .map((block) => markLostEmails(block, (before) => log.add('to-confirm', before, toConfirmText(lostEmailWords))))
    .map((block) => recognise(block, profile, facts, log));

  const children = blocks.length > 0 ? blocks.map(({ node }) => node) : emptyDocument().children;
  return {
    content: {
      metadata: gather(emptyContent(profile).metadata, [{ headline: named.headline }, ...facts]),
      document: { format: 'gaoqian-document', version: documentVersion, children },
    },
    report: {
      fileName,
      encoding,
      changes: log.changes(),
      setApart: chrome.map(({ node }) => blockText(node)),
    },
  };
}

type Step = readonly [kind: 'pinyin-residue' | 'traditional' | 'punctuation', step: TextStep];

/** In this order: residues hide that the characters at their sides are neighbours. */
function cleaningSteps(blocks: readonly PageBlock[]): readonly Step[] {
  const whole = blocks.map((block) => block.source).join('\n');
  return [
    ['pinyin-residue', residueEdits],
    ...(isTraditional(whole) ? [['traditional', simplifyEdits] as const] : []),
    ['punctuation', punctuationEdits],
  ];
}

function residueEdits(text: string): readonly TextEdit[] {
  return findPinyinResidues(text).map((span) => ({ ...span, text: '' }));
}

function clean(block: PageBlock, steps: readonly Step[], log: ChangeLog): PageBlock {
  return steps.reduce(
    (current, [kind, step]) => editBlock(current, step, (text, edits) => log.addEdits(kind, text, edits)),
    block,
  );
}

function cleanFacts(facts: PageFacts, steps: readonly Step[]): PageFacts {
  const mend = (text: string): string => steps.reduce((current, [, step]) => editText(current, step(current)), text);
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]: [string, string | readonly string[]]) => [
      name,
      typeof value === 'string' ? mend(value) : value.map(mend),
    ]),
  );
}

function takeInfoLines(blocks: readonly PageBlock[], facts: PageFacts[], log: ChangeLog): readonly PageBlock[] {
  return blocks.filter((block, index) => {
    // Portals set it right under the headline.
    const line = index < 3 ? readInfoLine(blockText(block.node)) : undefined;
    if (!line) return true;
    facts.push(line);
    log.add('metadata', block.source, Object.values(line).flat().join(' '));
    return false;
  });
}

/** Contact line and house-style texts: what they say goes into the metadata, the texts become the blocks they are. */
function recognise(block: PageBlock, profile: BureauProfile, facts: PageFacts[], log: ChangeLog): PageBlock {
  if (block.node.type !== 'paragraph') return block;
  const contact = readContactLine(block);
  if (contact) {
    facts.push(contact);
    log.add('metadata', block.source, [contact.contactPhone, contact.contactEmail].filter(Boolean).join(' '));
  }
  if (block.node.children.some((child) => child.type === 'to-confirm')) return block;
  const node = matchBoilerplate(blockText(block.node), profile.boilerplates);
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
