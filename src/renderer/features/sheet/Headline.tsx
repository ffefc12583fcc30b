import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { releaseTyping } from '#renderer/session/held-typing.ts';
import { takeHistoryKeys } from '#renderer/ui/history-keys.ts';
import { typedQuote } from '#shared/house-style/typed-quotes.ts';
import { pasteIntoHeadline, type HeadlinePaste } from './headline-paste.ts';
import { insertWords, isOnLastLine, oneLine, putCaret, showWords, wordsAround, wordsOf } from './plain-field.ts';

export interface HeadlineProps {
  readonly field: RefObject<HTMLDivElement | null>;
  readonly readOnly: boolean;
  readonly readPaste: HeadlinePaste['readPaste'];
  readonly onPasted: HeadlinePaste['onPasted'];
}

/** Enter and ↓ go on into the text; neither does while an input method composes. */
function press(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const leaves = event.key === 'Enter' || (event.key === 'ArrowDown' && isOnLastLine(event.currentTarget));
  if (!leaves) return;
  event.preventDefault();
  draftSession().handle?.enterStart();
}

/** Takes the words of the field over. Letters that are not chosen yet are none. */
function tell(element: HTMLElement, isComposing: boolean, step?: 'alone'): void {
  const words = wordsOf(element);
  element.toggleAttribute('data-empty', words === '');
  if (isComposing) return;
  if (words === '' && element.childNodes.length > 0) element.replaceChildren();
  if (words !== draftSession().metadata?.headline) draftActs().changeMetadata({ headline: words }, step);
}

/**
 * The headline on the sheet: one line of plain words that grows with them. Uncontrolled, so that nothing of ours is in the
 * way of an input method, and real text, so that finds can be marked in it. It has no history of its own.
 */
export function Headline({ field, readOnly, readPaste, onPasted }: HeadlineProps) {
  const text = useText();
  const headline = useDraftSession((session) => session.metadata?.headline ?? '');
  const hasHistory = useDraftSession((session) => session.handle !== null);
  const isComposing = useRef(false);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element || isComposing.current) return;
    showWords(element, headline);
    element.toggleAttribute('data-empty', headline === '');
  }, [field, headline]);

  // A new draft begins with its headline, and with what was typed before that stood here: the first step of its history.
  useEffect(() => {
    if (!hasHistory || draftSession().metadata?.headline !== '' || readOnly) return;
    releaseTyping((typed) => {
      const element = field.current;
      if (!element) return;
      focusEnd(element);
      if (typed === '') return;
      const [line = '', ...text] = typed.split('\n');
      insertWords(element, line, undefined);
      tell(element, false);
      // Enter was pressed already.
      if (text.length > 0) draftSession().handle?.enterStart(text);
    });
  }, [field, readOnly, hasHistory]);

  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const stopKeys = takeHistoryKeys(element, {
      undo: () => draftSession().handle?.undo(),
      redo: () => draftSession().handle?.redo(),
    });
    /**
     * What is dropped with line ends is put in without them, a typed straight quote as a Chinese one where it belongs, and what is
     * dropped without the spaces that the browser adds between words.
     */
    const take = (event: InputEvent): void => {
      if (event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak') event.preventDefault();
      const words = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      const place = event.getTargetRanges()[0];
      const quote = event.inputType === 'insertText' ? quoteFor(element, words, place) : null;
      const isOurs = quote !== null || event.inputType === 'insertFromDrop' || /[\r\n]/.test(words);
      if (event.isComposing || !isOurs) return;
      event.preventDefault();
      insertWords(element, quote ?? oneLine(words), place);
      tell(element, false);
    };
    element.addEventListener('beforeinput', take);
    return () => {
      stopKeys();
      element.removeEventListener('beforeinput', take);
    };
  }, [field]);

  useEffect(() => {
    const element = field.current;
    if (!element || readOnly) return undefined;
    const left = new AbortController();
    const insert = (line: string): void => {
      if (!wordsAround(element, undefined)) focusEnd(element);
      insertWords(element, line, undefined);
      tell(element, false, 'alone');
    };
    const paste = (event: ClipboardEvent): void => {
      event.preventDefault();
      if (!event.clipboardData) return;
      void pasteIntoHeadline(event.clipboardData, { readPaste, onPasted, insert, signal: left.signal });
    };
    element.addEventListener('paste', paste);
    return () => {
      left.abort();
      element.removeEventListener('paste', paste);
    };
  }, [field, readOnly, readPaste, onPasted]);

  return (
    <div
      ref={field}
      className="headline"
      role="textbox"
      tabIndex={0}
      contentEditable={readOnly ? false : 'plaintext-only'}
      suppressContentEditableWarning
      aria-label={text('sheet.headline')}
      aria-readonly={readOnly}
      data-placeholder={text('sheet.headlinePlaceholder')}
      spellCheck={false}
      data-tabster={tabIsOurs}
      onFocus={() => useDraftSession.setState({ writingIn: 'headline' })}
      onKeyDown={press}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        tell(event.currentTarget, false);
      }}
      onInput={(event) => tell(event.currentTarget, isComposing.current)}
    />
  );
}

/** The Chinese quotation mark for a straight one that is typed at a place, as in the text; null where that one stays. */
function quoteFor(field: HTMLElement, typed: string, place: StaticRange | undefined): string | null {
  const around = wordsAround(field, place);
  return around && typedQuote(around[0], typed, around[1]);
}

/** Fluent would lead Tab past the text: it knows no field that takes plain words alone. */
const tabIsOurs = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } });

/** Puts the caret behind the last word. */
export function focusEnd(element: HTMLElement): void {
  element.focus();
  putCaret(element, element.textContent.length);
}
