import { ExternalHyperlink, Tab, TextRun, type IRunPropertiesOptions, type ParagraphChild } from 'docx';
import { legibleText } from '#shared/document/render/escape.ts';
import type { InlineNode, TextFormat } from '#shared/document/schema.ts';
import { sanitizeUrl } from '#shared/document/url.ts';
import { toConfirmText } from '#shared/document/walk.ts';
import { styleIds } from './docx-page.ts';

/** Inline content as runs. Comments stay in the house; what a 【待核】 waits for is marked in colour. */
export function docxInlines(children: readonly InlineNode[]): readonly ParagraphChild[] {
  return children.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'comment-mark':
        return docxInlines(node.children);
      case 'link': {
        const url = sanitizeUrl(node.url);
        return url === undefined
          ? docxInlines(node.children)
          : [
              new ExternalHyperlink({
                link: url,
                children: node.children.map((child) => run(child, linkStyle(child))),
              }),
            ];
      }
      case 'text':
      case 'linebreak':
      case 'to-confirm':
        return [run(node)];
    }
  });
}

function linkStyle(node: Leaf): string {
  const isUnderlined = node.type === 'text' && node.formats?.includes('underline');
  return isUnderlined ? styleIds.linkUnderlined : 'Hyperlink';
}

type Leaf = Exclude<InlineNode, { type: 'link' | 'comment-mark' }>;

function run(node: Leaf, style?: string): TextRun {
  const look = style === undefined ? {} : { style };
  switch (node.type) {
    case 'linebreak':
      return new TextRun({ break: 1 });
    case 'to-confirm':
      return textRun(toConfirmText(node.text), { style: styleIds.toConfirm });
    case 'text':
      return textRun(node.text, { ...look, ...formatsOf(node.formats ?? []) });
  }
}

/** Words as one run; a tab is a sign of its own there. */
export function textRun(text: string, look: IRunPropertiesOptions = {}): TextRun {
  const parts = legibleText(text).split('\t');
  return new TextRun({ ...look, children: parts.flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part])) });
}

/** Word sets a run either above or below the line: above, where a text has both. */
function formatsOf(formats: readonly TextFormat[]): IRunPropertiesOptions {
  return {
    ...(formats.includes('bold') ? { bold: true } : {}),
    ...(formats.includes('italic') ? { italics: true } : {}),
    ...(formats.includes('underline') ? { underline: {} } : {}),
    ...(formats.includes('superscript')
      ? { superScript: true }
      : formats.includes('subscript')
        ? { subScript: true }
        : {}),
  };
}
