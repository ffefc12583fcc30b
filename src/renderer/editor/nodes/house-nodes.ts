import { LinkNode } from '@lexical/link';
import { MarkNode } from '@lexical/mark';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import type { Klass, LexicalNode, LexicalNodeReplacement } from 'lexical';
import { BoilerplateNode } from './BoilerplateNode.ts';
import { CaptionNode } from './CaptionNode.ts';
import { FigureNode } from './FigureNode.ts';
import { HouseLinkNode } from './HouseLinkNode.ts';
import { PastePlaceNode } from './PastePlaceNode.ts';
import { ToConfirmNode } from './ToConfirmNode.ts';

/** The nodes that the house adds to those of Lexical's rich-text, list and rule extensions. */
export const houseNodes: readonly (Klass<LexicalNode> | LexicalNodeReplacement)[] = [
  FigureNode,
  CaptionNode,
  ToConfirmNode,
  PastePlaceNode,
  BoilerplateNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  MarkNode,
  LinkNode,
  HouseLinkNode,
  { replace: LinkNode, with: (node: LinkNode) => new HouseLinkNode(node.__url), withKlass: HouseLinkNode },
];
