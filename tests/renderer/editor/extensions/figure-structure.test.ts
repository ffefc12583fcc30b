import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { $createBoilerplateNode } from '#renderer/editor/nodes/BoilerplateNode.ts';
import { $createCaptionNode, $isCaptionNode } from '#renderer/editor/nodes/CaptionNode.ts';
import { $createFigureNode, $isFigureNode } from '#renderer/editor/nodes/FigureNode.ts';
import { $figureAt } from '#renderer/editor/extensions/figure-structure.ts';
import { $createQuoteNode } from '@lexical/rich-text';
import { change, documentOf, figure, openSheet, paragraph, readSheet } from '../sheet.ts';

describe('a figure', () => {
  test('without a caption gets an empty one', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      $getRoot()
        .clear()
        .append($createFigureNode({ credit: '李四' }));
    });
    editor.read(() => {
      const only = $figureAt(0);
      expect(only?.getChildren().map($isCaptionNode)).toEqual([true]);
    });
    expect(readSheet(editor)).toEqual(
      documentOf({ type: 'figure', asset: null, alt: '', credit: '李四', children: [] }),
    );
  });

  test('takes strayed blocks and second captions into its caption, in order and with their words', () => {
    const editor = openSheet(documentOf(figure('一')));
    change(editor, () => {
      $figureAt(0)?.append(
        $createParagraphNode().append($createTextNode('二')),
        $createCaptionNode().append($createTextNode('三')),
      );
    });
    expect(readSheet(editor)).toEqual(
      documentOf({
        type: 'figure',
        asset: null,
        alt: '',
        credit: '',
        children: [
          { type: 'text', text: '一' },
          { type: 'linebreak' },
          { type: 'text', text: '三' },
          { type: 'linebreak' },
          { type: 'text', text: '二' },
        ],
      }),
    );
  });

  test('inside another block goes after it', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      const inside = $createFigureNode({}).append($createCaptionNode().append($createTextNode('图')));
      $getRoot()
        .clear()
        .append(
          $createQuoteNode().append(
            $createTextNode('引'),
            inside,
            $createBoilerplateNode({ id: 'x', version: 1, values: {}, text: '用语' }),
          ),
        );
    });
    expect(
      readSheet(editor)
        .children.map(({ type }) => type)
        .sort(),
    ).toEqual(['boilerplate', 'figure', 'quote']);
  });
});

describe('a caption', () => {
  test('outside a figure becomes a paragraph', () => {
    const editor = openSheet(documentOf(paragraph('')));
    change(editor, () => {
      $getRoot()
        .clear()
        .append($createCaptionNode().append($createTextNode('词')));
    });
    expect(readSheet(editor)).toEqual(documentOf(paragraph('词')));
  });

  test('takes blocks inside it apart', () => {
    const editor = openSheet(documentOf(figure('')));
    change(editor, () => {
      const caption = $figureAt(0)?.getFirstChild();
      if ($isElementNode(caption)) caption.append($createParagraphNode().append($createTextNode('词')));
    });
    expect(readSheet(editor)).toEqual(documentOf(figure('词')));
    editor.read(() => {
      const caption = $figureAt(0)?.getFirstChild();
      expect($isElementNode(caption) && caption.getChildren().every((child) => !$isElementNode(child))).toBe(true);
    });
  });
});

test('a document keeps at least one block', () => {
  const editor = openSheet(documentOf(figure('图')));
  change(editor, () => {
    for (const node of $getRoot().getChildren()) if ($isFigureNode(node)) node.remove();
  });
  expect(readSheet(editor)).toEqual(documentOf(paragraph('')));
});
