import { creditLine } from '#shared/document/credit-text.ts';
import { legibleText } from '#shared/document/render/escape.ts';
import type { BlockNode, FigureNode, InlineNode, ListNode, TableCellNode } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { inlineText, picturesOf, shownCaption, toConfirmText } from '#shared/document/walk.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { joinWords, type SeenBlock, type SeenCell, type SeenList, type SeenWords } from './docx-words.ts';

/**
 * What mammoth must see in the Word document of a draft: the draft itself, but for what a Word document cannot say or
 * mammoth does not tell. These are all the differences:
 *
 * 1. Comment marks are left out, hidden captions too.
 * 2. A 【待核】 is its words with the mark before them.
 * 3. A boilerplate is a paragraph for each of its lines.
 * 4. The alignment of a paragraph and the first number of a list are in the file, but mammoth does not tell of them;
 *    lists of one kind that follow each other are one list to it.
 * 5. A text that is both above and below the line is above.
 * 6. Control characters, noncharacters and broken surrogates are left out; a link without words too; addresses have the form that
 *    `sanitizeUrl` gives them.
 * 7. In a table whole rows of header cells at its top are the header; other header cells look like ones.
 * 8. A picture is its display rendition, and one that is decorative has no words;
 *    words for those who cannot see it are one line, and blanks alone are none; one that waits is its caption's line.
 * 9. After each table an empty paragraph stands, as Word wants it.
 */
export function expectedWords(
  { metadata, document }: DraftContent,
  assets: readonly Asset[],
  profile: BureauProfile,
): readonly SeenBlock[] {
  const known = new Map(assets.map((asset) => [asset.sha256, asset]));
  const blocks = document.children.flatMap((block) => seen(block, known, profile));
  return joinLists([
    { kind: 'h1', words: plain(metadata.headline) },
    ...(metadata.subheadline === '' ? [] : [{ kind: 'subtitle', words: plain(metadata.subheadline) }]),
    ...blocks,
  ]);
}

const paragraph = (words: readonly SeenWords[]): SeenBlock => ({ kind: 'p', words });

function seen(block: BlockNode, assets: ReadonlyMap<string, Asset>, profile: BureauProfile): readonly SeenBlock[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(wordsOf(block.children))];
    case 'heading':
      return [{ kind: `h${block.level}`, words: wordsOf(block.children) }];
    case 'quote':
      return [{ kind: 'blockquote', words: wordsOf(block.children) }];
    case 'list':
      return [listOf(block)];
    case 'table': {
      const plainRow = block.children.findIndex(({ children }) => children.length === 0 || children.some(isPlain));
      const headRows = plainRow === -1 ? 1 : plainRow;
      const rows = block.children.map(({ children }, row) => children.map((cell) => cellOf(cell, row < headRows)));
      return [{ kind: 'table', rows }, paragraph([])];
    }
    case 'figure':
      return figureOf(block, assets, profile);
    case 'boilerplate':
      return block.text.split('\n').map((line) => paragraph(plain(line)));
    case 'horizontal-rule':
      return [{ kind: 'hr', words: [] }];
  }
}

function isPlain(cell: TableCellNode): boolean {
  return cell.header === undefined;
}

function listOf(list: ListNode): SeenList {
  return {
    kind: list.ordered ? 'ol' : 'ul',
    items: list.children.map((item) => ({
      words: wordsOf(item.children),
      nested: item.nested ? listOf(item.nested) : null,
    })),
  };
}

function cellOf(cell: TableCellNode, header: boolean): SeenCell {
  return { words: wordsOf(cell.children), columns: cell.columns ?? 1, rows: cell.rows ?? 1, header };
}

function figureOf(
  figure: FigureNode,
  assets: ReadonlyMap<string, Asset>,
  { captionMark, creditMark }: BureauProfile,
): readonly SeenBlock[] {
  const pictures = picturesOf(figure).flatMap(({ asset, alt, decorative }) => {
    const found = asset === null ? undefined : assets.get(asset);
    return found ? [{ sha256: found.display.sha256, alt: decorative ? '' : altOf(alt) }] : [];
  });
  const caption = wordsOf(shownCaption(figure));
  const hasCaption = inlineText(shownCaption(figure)) !== '';
  const credit = creditLine(figure.credit, creditMark);
  const line = joinWords([
    ...plain(hasCaption || pictures.length === 0 ? captionMark : ''),
    ...caption,
    ...plain(hasCaption && credit !== '' ? `　${credit}` : credit),
  ]);
  return [
    ...(pictures.length > 0 ? [{ kind: 'pictures', pictures } as const] : []),
    ...(line.length > 0 ? [{ kind: 'caption', words: line }] : []),
  ];
}

function altOf(alt: string): string {
  const line = legibleText(alt).replaceAll(/[\t\n]/g, ' ');
  return line.trim() === '' ? '' : line;
}

function plain(text: string): readonly SeenWords[] {
  return joinWords([{ text: legibleText(text), formats: [], url: '' }]);
}

function wordsOf(children: readonly InlineNode[], url = ''): readonly SeenWords[] {
  return joinWords(
    children.flatMap((node): readonly SeenWords[] => {
      switch (node.type) {
        case 'text': {
          const both = node.formats?.includes('subscript') && node.formats.includes('superscript');
          const formats = (node.formats ?? []).filter((format) => !both || format !== 'subscript');
          return [{ text: legibleText(node.text), formats, url }];
        }
        case 'linebreak':
          return [{ text: '\n', formats: [], url: '' }];
        case 'to-confirm':
          return [{ text: legibleText(toConfirmText(node.text)), formats: [], url }];
        case 'link':
          return wordsOf(node.children, sanitizeUrl(node.url) ?? '');
        case 'comment-mark':
          return wordsOf(node.children);
      }
    }),
  );
}

function joinLists(blocks: readonly SeenBlock[]): readonly SeenBlock[] {
  const joined: SeenBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && 'items' in last && 'items' in block && last.kind === block.kind) {
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else {
      joined.push(block);
    }
  }
  return joined;
}
