import { $createHorizontalRuleNode } from '@lexical/extension';
import {
  ImageAddRegular,
  LineHorizontal1Regular,
  LinkRegular,
  QuestionCircleRegular,
  TableRegular,
  TextBulletListLtrRegular,
  TextHeader1Regular,
  TextHeader2Regular,
  TextHeader3Regular,
  TextNumberListLtrRegular,
  TextQuoteRegular,
  TextTRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { EditorWords } from '#renderer/i18n/editor.ts';
import type { BlockKind } from '../document-editor-props.ts';
import { $insertUnits } from '../extensions/insert-blocks.ts';
import { $setBlock } from '../extensions/set-block.ts';
import { $insertTable } from '../extensions/table-acts.ts';
import { $insertToConfirm } from '../extensions/to-confirm.ts';
import type { Findable } from './match-entries.ts';

/** One line of the quick insert menu. */
export interface QuickInsertEntry extends Findable {
  readonly id: string;
  /** Says more than the label, behind it. */
  readonly hint?: string;
  readonly icon: ReactElement;
  /** In the update that takes the typed sign away: one undo step gives back what was typed. */
  readonly $insert?: () => void;
  /** After that update, for acts that ask something first. */
  readonly ask?: () => void;
}

interface Registered {
  readonly id: string;
  readonly words: keyof EditorWords;
  /** Of the Simplified Chinese words, parted by spaces. */
  readonly pinyin: string;
  readonly aliases: readonly string[];
  readonly hint?: string;
  readonly icon: ReactElement;
  readonly $insert?: () => void;
  readonly asks?: 'picture' | 'link';
}

const block = (kind: BlockKind) => (): void => $setBlock(kind);

/** Everything that `/`, `／` or `、` at the start of a line can set, in the order of the menu; boilerplates follow by name. */
const registry: readonly Registered[] = [
  {
    id: 'heading-2',
    words: 'heading2',
    pinyin: 'xiao biao ti yi',
    aliases: ['h2', '##'],
    hint: '##',
    icon: <TextHeader1Regular />,
    $insert: block('heading-2'),
  },
  {
    id: 'heading-3',
    words: 'heading3',
    pinyin: 'xiao biao ti er',
    aliases: ['h3', '###'],
    hint: '###',
    icon: <TextHeader2Regular />,
    $insert: block('heading-3'),
  },
  {
    id: 'heading-4',
    words: 'heading4',
    pinyin: 'xiao biao ti san',
    aliases: ['h4', '####'],
    hint: '####',
    icon: <TextHeader3Regular />,
    $insert: block('heading-4'),
  },
  {
    id: 'picture',
    words: 'picture',
    pinyin: 'tu pian',
    aliases: ['image', 'photo', '照片'],
    icon: <ImageAddRegular />,
    asks: 'picture',
  },
  {
    id: 'bullet',
    words: 'bulletList',
    pinyin: 'xiang mu fu hao',
    aliases: ['ul', 'list', '列表', 'liebiao', 'lb'],
    hint: '-',
    icon: <TextBulletListLtrRegular />,
    $insert: block('bullet'),
  },
  {
    id: 'number',
    words: 'numberList',
    pinyin: 'bian hao',
    aliases: ['ol', 'list', '列表', 'liebiao', 'lb'],
    hint: '1.',
    icon: <TextNumberListLtrRegular />,
    $insert: block('number'),
  },
  {
    id: 'quote',
    words: 'quote',
    pinyin: 'yin yong',
    aliases: ['quote'],
    hint: '>',
    icon: <TextQuoteRegular />,
    $insert: block('quote'),
  },
  {
    id: 'rule',
    words: 'rule',
    pinyin: 'fen ge xian',
    aliases: ['hr', '---'],
    hint: '---',
    icon: <LineHorizontal1Regular />,
    $insert: () => $insertUnits([$createHorizontalRuleNode()]),
  },
  {
    id: 'table',
    words: 'table',
    pinyin: 'biao ge',
    aliases: ['table'],
    icon: <TableRegular />,
    $insert: () => $insertTable(3, 3, true),
  },
  {
    id: 'to-confirm',
    words: 'toConfirm',
    pinyin: 'dai he',
    aliases: ['todo', '【'],
    hint: 'Ctrl+Alt+H',
    icon: <QuestionCircleRegular />,
    $insert: $insertToConfirm,
  },
  {
    id: 'link',
    words: 'link',
    pinyin: 'lian jie',
    aliases: ['url', '网址', 'wangzhi', 'wz'],
    hint: 'Ctrl+K',
    icon: <LinkRegular />,
    asks: 'link',
  },
  {
    id: 'paragraph',
    words: 'paragraph',
    pinyin: 'zheng wen',
    aliases: ['p', 'text'],
    icon: <TextTRegular />,
    $insert: block('paragraph'),
  },
];

/** The entries of the house in the window's language. `asks` opens what asks first. */
export function houseEntries(
  text: (key: keyof EditorWords) => string,
  asks: Readonly<Record<'picture' | 'link', () => void>>,
): readonly QuickInsertEntry[] {
  return registry.map(({ words, pinyin, asks: what, ...entry }) => ({
    ...entry,
    label: text(words),
    pinyin: pinyin.split(' '),
    ...(what === undefined ? {} : { ask: asks[what] }),
  }));
}
