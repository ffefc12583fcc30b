import type { BlockNode, Document, FigureNode, InlineNode } from '#shared/document/schema.ts';
import { blockText, inlineText } from '#shared/document/walk.ts';
import type { Asset } from '#shared/model/asset.ts';
import { makeBoilerplate } from '#shared/model/boilerplate.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { boilerplateFields, type DraftContent } from '#shared/model/draft.ts';

const copyrightId = 'copyright';

/**
 * What a writer does with an imported page before sending it in: pictures into the waiting figures (one that stays
 * without goes; pictures left over are added with a caption of their own), credits and alternative texts, the copyright
 * boilerplate where it is missing, what was to be confirmed, and the metadata that the page must have.
 */
export function finishDraft(
  content: DraftContent,
  given: { readonly assets: readonly Asset[]; readonly profile: BureauProfile; readonly writer: string },
): DraftContent {
  const { assets, profile, writer } = given;
  const email = profile.bureau.contactEmail;
  const metadata = {
    ...content.metadata,
    columnId: profile.columns[0]?.id ?? '',
    authors: [writer],
    keywords: [...(profile.columns[0]?.keywords ?? [])],
    abstract: firstWords(content.document, profile.limits.abstract),
    contactEmail: content.metadata.contactEmail || email,
  };
  const children = [
    ...withPictures(content.document.children, assets, writer).map((block) => confirmed(block, email)),
    ...missingCopyright({ ...content, metadata }, profile),
  ];
  return { metadata, document: { ...content.document, children } };
}

function withPictures(blocks: readonly BlockNode[], assets: readonly Asset[], writer: string): BlockNode[] {
  const left = [...assets];
  const filled: BlockNode[] = blocks.flatMap((block): BlockNode[] => {
    if (block.type !== 'figure') return [block];
    const asset = left.shift();
    return asset ? [withPicture(block, asset, writer)] : [];
  });
  const added = left.map((asset, index) => {
    const caption: InlineNode = { type: 'text', text: `现场照片之${index + 1}` };
    return withPicture({ type: 'figure', asset: null, alt: '', credit: '', children: [caption] }, asset, writer);
  });
  // Behind the last paragraph, before what closes the page.
  const at = filled.findLastIndex((block) => block.type === 'paragraph' || block.type === 'figure') + 1;
  return filled.toSpliced(at, 0, ...added);
}

function withPicture(figure: FigureNode, asset: Asset, writer: string): FigureNode {
  const caption = inlineText(figure.children);
  return { ...figure, asset: asset.sha256, alt: `照片：${caption}`, credit: figure.credit || writer };
}

/** Lost e-mail addresses are the only words that the sample pages leave to be confirmed. */
function confirmed(block: BlockNode, email: string): BlockNode {
  if (block.type !== 'paragraph') return block;
  return {
    ...block,
    children: block.children.map((node) => (node.type === 'to-confirm' ? { type: 'text', text: email } : node)),
  };
}

function missingCopyright(content: DraftContent, profile: BureauProfile): BlockNode[] {
  const template = profile.boilerplates.find((entry) => entry.id === copyrightId);
  const stands = content.document.children.some((block) => block.type === 'boilerplate' && block.id === copyrightId);
  return template && !stands ? [makeBoilerplate(template, boilerplateFields(content.metadata, profile))] : [];
}

function firstWords(document: Document, limit: number): string {
  const lead = document.children.find((block) => block.type === 'paragraph');
  const text = lead ? blockText(lead) : '';
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return cut.slice(0, Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('，')) + 1 || limit).replace(/，$/, '。');
}
