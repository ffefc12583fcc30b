import { $getRoot, getNearestEditorFromDOMNode, type LexicalEditor } from 'lexical';
import type { BlockNode, Document } from '#shared/document/schema.ts';
import type { StoredSelection } from '#shared/model/edit-history.ts';
import type { EditorHandle } from '#renderer/editor/document-editor-props.ts';
import { $selectUnit } from '#renderer/editor/extensions/block-units.ts';

/** What a person sees and what is stored, at one moment. */
export interface CaretView {
  readonly document: Document;
  /** `cells`: some or all cells of a table are selected as such. Null when there is no place for the next key. */
  readonly selection: StoredSelection | { readonly kind: 'cells'; readonly block: number } | null;
  /** What is shown as selected: blocks with all they hold, and words of others. */
  readonly shown: { readonly blocks: readonly number[]; readonly words: string };
  /** The words of each block as the page has them. */
  readonly drawn: readonly string[];
  readonly hasFocus: boolean;
}

/** Where a key finds the caret: at an offset of a block's text, or with the whole block selected. */
export type Place =
  | { readonly kind: 'caret'; readonly block: number; readonly offset: number }
  | { readonly kind: 'whole'; readonly block: number };

/** Puts carets into the sheet and looks at it, inside the page. */
export interface CaretProbe {
  /** Makes these the sheet's blocks, from which `rewind` starts. */
  readonly load: (blocks: readonly BlockNode[]) => void;
  readonly put: (place: Place) => void;
  readonly look: () => Promise<CaretView>;
  /**
   * Goes back to what was loaded by one undo and puts the caret there again. False when undo and redo do not give
   * exactly what was there.
   */
  readonly rewind: (place: Place) => boolean;
}

export function createCaretProbe(handle: () => EditorHandle): CaretProbe {
  let loaded = '';
  const stored = (): string => JSON.stringify(handle().read().children);
  const load = (blocks: readonly BlockNode[]): void => {
    handle().applyDocument({ format: 'gaoqian-document', version: 1, children: [...blocks] });
    loaded = stored();
  };
  const put = (place: Place): void => {
    if (place.kind === 'whole') selectWhole(place.block);
    else handle().reveal({ kind: 'block', block: place.block, start: place.offset, end: place.offset });
  };
  return {
    load,
    put,
    look: async () => {
      // The browser tells of a moved caret in a task of its own.
      await new Promise((done) => setTimeout(done));
      const { root } = sheet();
      const blocks = [...root.children].filter((element) => !element.matches(lexicalsOwn));
      const cells = blocks.findIndex((block) => block.querySelector('.gq-cell-selected') !== null);
      const selection = handle().selectedPlace() ?? (cells < 0 ? null : { kind: 'cells', block: cells });
      return {
        document: handle().read(),
        selection,
        shown: shownIn(blocks),
        drawn: blocks.map((block) =>
          textsIn(block)
            .map(({ data }) => data)
            .join(''),
        ),
        hasFocus: document.activeElement === root,
      };
    },
    rewind: (place) => {
      const changed = stored();
      let isExact = true;
      if (changed !== loaded) {
        handle().undo();
        isExact = stored() === loaded;
        handle().redo();
        isExact &&= stored() === changed;
        handle().undo();
        isExact &&= stored() === loaded;
        if (!isExact) load(JSON.parse(loaded));
      }
      put(place);
      return isExact;
    },
  };
}

/** What Lexical puts beside the blocks: its block cursor, and marks where no caret could stand. */
const lexicalsOwn = '.gq-block-cursor, [data-lexical-decorator-boundary]';

function selectWhole(block: number): void {
  const { editor, root } = sheet();
  root.focus({ preventScroll: true });
  editor.update(
    () => {
      const node = $getRoot().getChildAtIndex(block);
      if (node) $selectUnit(node);
    },
    { discrete: true },
  );
}

function sheet(): { readonly editor: LexicalEditor; readonly root: HTMLElement } {
  const root = document.querySelector<HTMLElement>('.gq-text');
  const editor = root && getNearestEditorFromDOMNode(root);
  if (!root || !editor) throw new Error('no sheet on the page');
  return { editor, root };
}

/** The texts of a block that are words of the document: those of its views are not. */
function textsIn(block: Element): readonly Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof HTMLElement && node.contentEditable === 'false'
      ? NodeFilter.FILTER_REJECT
      : node instanceof Text
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
  );
  const texts: Text[] = [];
  if (block instanceof HTMLElement && block.contentEditable === 'false') return texts;
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts;
}

function shownIn(blocks: readonly Element[]): CaretView['shown'] {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const whole: number[] = [];
  let words = '';
  blocks.forEach((block, index) => {
    if (isShownWhole(block)) whole.push(index);
    else
      words += textsIn(block)
        .map((text) => shownOf(text, range))
        .join('');
  });
  return { blocks: whole, words };
}

function isShownWhole(block: Element): boolean {
  if (block.matches('[data-selected], [data-covered], .gq-selected')) return true;
  const cells = [...block.querySelectorAll('.gq-cell')];
  return cells.length > 0 && cells.every((cell) => cell.classList.contains('gq-cell-selected'));
}

function shownOf(text: Text, range: Range | null): string {
  if (text.parentElement?.closest('.gq-cell-selected')) return text.data;
  if (!range?.intersectsNode(text)) return '';
  const from = range.startContainer === text ? range.startOffset : 0;
  const to = range.endContainer === text ? range.endOffset : text.length;
  return text.data.slice(from, to);
}
