import { $isListItemNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import type { ElementFormatType, ElementNode, LexicalEditor } from 'lexical';
import { COMMAND_PRIORITY_HIGH, INSERT_TAB_COMMAND, mergeRegister, ParagraphNode, TextNode } from 'lexical';
import { $isToConfirmNode, ToConfirmNode } from '../nodes/ToConfirmNode.ts';
import { houseFormatMask } from '../serialize/text-formats.ts';

/** Takes away what the document has no field for: other formats, styles, indents, alignments. Never text. */
export function registerHouseFormats(editor: LexicalEditor): () => void {
  const $plain = (node: ElementNode): void => {
    if (editor.isComposing()) return;
    if (node.getIndent() !== 0 && !$isListItemNode(node)) node.setIndent(0);
    if (!alignments.includes(node.getFormatType())) node.setFormat('');
  };
  const $flat = (node: ElementNode): void => {
    $plain(node);
    if (!editor.isComposing() && node.getFormatType() !== '') node.setFormat('');
  };
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      if (!editor.isComposing()) $houseText(node, houseFormatMask);
    }),
    editor.registerNodeTransform(ToConfirmNode, (node) => {
      if (!editor.isComposing() && $isToConfirmNode(node)) $houseText(node, 0);
    }),
    editor.registerNodeTransform(ParagraphNode, $plain),
    editor.registerNodeTransform(HeadingNode, $flat),
    editor.registerNodeTransform(QuoteNode, $flat),
    // The sheet sets its own indents; Tab goes on to the next control.
    editor.registerCommand(INSERT_TAB_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
  );
}

const alignments: readonly ElementFormatType[] = ['', 'center', 'right'];

function $houseText(node: TextNode, mask: number): void {
  const format = node.getFormat();
  if ((format & ~mask) !== 0) node.setFormat(format & mask);
  if (node.getStyle() !== '') node.setStyle('');
}
