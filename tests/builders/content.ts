import type { BlockNode, ParagraphNode } from '#shared/document/schema.ts';
import type { DraftContent, DraftMetadata } from '#shared/model/draft.ts';

export function paragraph(text: string): ParagraphNode {
  return { type: 'paragraph', children: text === '' ? [] : [{ type: 'text', text }] };
}

/** Content with this headline and these blocks; a text stands for a paragraph. */
export function contentOf(
  headline: string,
  blocks: readonly (string | BlockNode)[] = ['正文第一段。'],
  metadata: Partial<DraftMetadata> = {},
): DraftContent {
  return {
    metadata: {
      headline,
      subheadline: '',
      columnId: '',
      origin: { kind: 'original' },
      contentSource: '',
      authors: [],
      keywords: [],
      abstract: '',
      plannedAt: null,
      contactPhone: '',
      contactEmail: '',
      ...metadata,
    },
    document: {
      format: 'gaoqian-document',
      version: 1,
      children: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
    },
  };
}
