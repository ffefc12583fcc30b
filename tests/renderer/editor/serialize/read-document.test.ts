import * as fc from 'fast-check';
import { $createMarkNode } from '@lexical/mark';
import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createParagraphNode, $createTextNode, $getRoot, IS_CODE, IS_BOLD, $createTabNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { documentSchema, emptyDocument } from '#shared/document/schema.ts';
import { blockText } from '#shared/document/walk.ts';
import { arbitraryDocument } from '#tests/builders/arbitrary-document.ts';
import { change, documentOf, openSheet, paragraph, readSheet } from '../sheet.ts';

const anId = '01890a5d-ac96-774b-bcce-b302099a8057';
const anotherId = '01890a5d-ac96-774b-bcce-b302099a8058';

describe('document → editor → document', () => {
  test('is the identity for every document in the stored form', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(documentSchema.parse(document)).toEqual(document);
        expect(readSheet(openSheet(document))).toEqual(document);
      }),
      { numRuns: 300, seed: 20220316 },
    );
  });

  test('loses no words when every block is touched and the transforms run', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const editor = openSheet(document);
        change(editor, () => {
          const touch = [...$getRoot().getChildren()];
          for (const node of touch) node.markDirty();
          for (const node of $getRoot().getAllTextNodes()) node.markDirty();
        });
        const text = (blocks: typeof document.children): string => blocks.map(blockText).join('\n');
        const after = readSheet(editor);
        expect(documentSchema.safeParse(after).error).toBeUndefined();
        expect(text(after.children)).toBe(text(document.children));
      }),
      { numRuns: 200, seed: 20220317 },
    );
  });

  test('gives a document without blocks the paragraph that a caret needs', () => {
    expect(readSheet(openSheet(documentOf()))).toEqual(emptyDocument());
  });

  test('merges texts and sorts formats of a document that is not in the stored form', () => {
    const editor = openSheet(
      documentOf({
        type: 'paragraph',
        children: [
          { type: 'text', text: '加' },
          { type: 'text', text: '粗', formats: ['underline', 'bold'] },
          { type: 'text', text: '字', formats: ['bold', 'underline'] },
        ],
      }),
    );
    expect(readSheet(editor)).toEqual(
      documentOf({
        type: 'paragraph',
        children: [
          { type: 'text', text: '加' },
          { type: 'text', text: '粗字', formats: ['bold', 'underline'] },
        ],
      }),
    );
  });
});

describe('what the document does not know', () => {
  test('formats outside the house set go, the words stay', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      $getRoot()
        .clear()
        .append(
          $createParagraphNode().append(
            $createTextNode('代码')
              .setFormat(IS_CODE | IS_BOLD)
              .setStyle('color:red'),
            $createTabNode(),
          ),
        );
    });
    expect(readSheet(editor)).toEqual(
      documentOf({
        type: 'paragraph',
        children: [
          { type: 'text', text: '代码', formats: ['bold'] },
          { type: 'text', text: '\t' },
        ],
      }),
    );
  });

  test('marks inside marks become neighbours that carry the ids of both', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      const outer = $createMarkNode([anId]).append(
        $createTextNode('前'),
        $createMarkNode([anotherId]).append($createTextNode('中')),
        $createTextNode('后'),
      );
      $getRoot().clear().append($createParagraphNode().append(outer));
    });
    expect(readSheet(editor).children).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'comment-mark', ids: [anId], children: [{ type: 'text', text: '前' }] },
          { type: 'comment-mark', ids: [anId, anotherId], children: [{ type: 'text', text: '中' }] },
          { type: 'comment-mark', ids: [anId], children: [{ type: 'text', text: '后' }] },
        ],
      },
    ]);
  });

  test('a mark inside a link goes around it', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      const link = $createLinkNode('https://www.gov.cn/').append(
        $createTextNode('中国'),
        $createMarkNode([anId]).append($createTextNode('政府网')),
      );
      $getRoot().clear().append($createParagraphNode().append(link));
    });
    expect(readSheet(editor).children).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '中国' }] },
          {
            type: 'comment-mark',
            ids: [anId],
            children: [{ type: 'link', url: 'https://www.gov.cn/', children: [{ type: 'text', text: '政府网' }] }],
          },
        ],
      },
    ]);
  });

  test('a list that begins with a deeper list keeps its words', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      const inner = $createListNode('bullet').append($createListItemNode().append($createTextNode('深')));
      $getRoot()
        .clear()
        .append($createListNode('number').append($createListItemNode().append(inner)));
    });
    const document = readSheet(editor);
    expect(documentSchema.safeParse(document).success).toBe(true);
    expect(blockText(document.children[0] ?? paragraph(''))).toContain('深');
  });
});
