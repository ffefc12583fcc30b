import type { LexicalEditor } from 'lexical';
import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import type { ReactElement } from 'react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { WritingOptions } from '../document-editor-props.ts';
import { $insertPictures } from '../extensions/offer-group.ts';
import { EDIT_LINK_COMMAND } from '../extensions/links.ts';
import type { QuickInsertState } from '../extensions/quick-insert.ts';
import { createQuickInsert } from '../extensions/quick-insert.ts';
import { pictureFileTypes } from '../node-views/PictureButton.tsx';
import { useViewTools } from '../node-views/view-tools.ts';
import { $domRangesOf } from '../places.ts';
import { boilerplateEntries } from '../quick-insert/boilerplate-entries.tsx';
import type { QuickInsertEntry } from '../quick-insert/entries.tsx';
import { houseEntries } from '../quick-insert/entries.tsx';
import { nothingSaid, usePinyin } from '../quick-insert/use-pinyin.ts';
import { useEditorText } from '../use-editor-text.ts';
import { Floating } from './Floating.tsx';
import type { Placing } from './place-beside.ts';
import { targetOfRects } from './place-beside.ts';

const underSign: Placing = { side: 'below', align: 'start', mayCover: true };

/** The menu at the caret behind `/`, `／` or `、`. The focus stays in the words; the sheet names the active option. */
export function QuickInsert({ options }: { readonly options: WritingOptions }): ReactElement {
  const { editor, boilerplates, hints, intake } = useViewTools();
  const text = useEditorText();
  const files = useRef<HTMLInputElement>(null);
  const [menu] = useState(() => createQuickInsert(editor));
  const state = useSyncExternalStore(menu.subscribe, menu.current);
  const titles = useMemo(() => boilerplates.map(({ title }) => title), [boilerplates]);
  const said = usePinyin(titles, state !== null);

  const entries = useEffectEvent(() => ({
    isComplete: said !== nothingSaid || boilerplates.length === 0,
    entries: [
      ...houseEntries(text, {
        picture: () => files.current?.click(),
        link: () => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
      }),
      ...boilerplateEntries(text('boilerplate'), boilerplates, said, () => options.boilerplateValues?.() ?? {}),
    ],
  }));
  useEffect(() => menu.start(() => entries()), [menu]);
  useEffect(() => {
    if (said !== nothingSaid) menu.refresh();
  }, [menu, said]);
  const take = (chosen: readonly File[]): void =>
    editor.update(() => $insertPictures(editor, intake.begin(chosen), hints), { tag: HISTORY_PUSH_TAG });
  return (
    <>
      {state !== null && state.matches.length > 0 && <Menu editor={editor} state={state} onChoose={menu.choose} />}
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={pictureFileTypes}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (chosen.length > 0) take(chosen);
        }}
      />
    </>
  );
}

function Menu(props: {
  readonly editor: LexicalEditor;
  readonly state: QuickInsertState;
  readonly onChoose: (entry: QuickInsertEntry) => void;
}): ReactElement {
  const { editor, state } = props;
  const { matches, active, block } = state;
  const text = useEditorText();
  const id = useId();
  const activeId = `${id}-${matches[active]?.id ?? ''}`;
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    root?.setAttribute('aria-controls', id);
    root?.setAttribute('aria-activedescendant', activeId);
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [editor, id, activeId]);
  useEffect(
    () => () => {
      editor.getRootElement()?.removeAttribute('aria-controls');
      editor.getRootElement()?.removeAttribute('aria-activedescendant');
    },
    [editor],
  );
  return (
    <Floating editor={editor} target={() => signTarget(editor, block)} placing={underSign}>
      <ul id={id} role="listbox" tabIndex={0} aria-label={text('quickInsert')} className="gq-quick">
        {matches.map((entry, index) => (
          <li
            key={entry.id}
            id={`${id}-${entry.id}`}
            role="option"
            aria-selected={index === active}
            className="gq-quick-entry"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(entry)}
          >
            <span className="gq-quick-icon" aria-hidden>
              {entry.icon}
            </span>
            <span className="gq-quick-label">{entry.label}</span>
            {entry.hint !== undefined && <span className="gq-quick-hint">{entry.hint}</span>}
          </li>
        ))}
      </ul>
    </Floating>
  );
}

function signTarget(editor: LexicalEditor, block: string): ReturnType<typeof targetOfRects> {
  const [sign] = editor.getEditorState().read(() => {
    const node = $getNodeByKey(block);
    return node === null ? [] : $domRangesOf(editor, node, 0, 1);
  });
  return targetOfRects(sign?.getClientRects() ?? []);
}
