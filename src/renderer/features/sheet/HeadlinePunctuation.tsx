import { useEffect, useEffectEvent, useState, type ReactElement, type RefObject } from 'react';
import { underline } from '#renderer/editor/extensions/typed-punctuation.ts';
import { PunctuationChip } from '#renderer/editor/overlays/PunctuationChip.tsx';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { isSure, keptOffer, offerFor, takeOffer, type TypedOffer } from '#shared/house-style/typed-punctuation.ts';
import type { TypedPunctuation } from '#shared/model/settings.ts';
import { putCaret, rangeIn, showWords, wordsAround, wordsOf } from './plain-field.ts';

interface HeadlinePunctuationProps {
  readonly field: RefObject<HTMLDivElement | null>;
  readonly mode: TypedPunctuation;
}

/** Offers full-width signs in the headline as in the text: Tab or a click takes one, Escape or other words let it go. */
export function HeadlinePunctuation(props: HeadlinePunctuationProps): ReactElement | null {
  const { field } = props;
  const [offer, setOffer] = useState<TypedOffer | null>(null);
  const take = (taken: TypedOffer): void => {
    const element = field.current;
    if (!element) return;
    const { text, caret } = takeOffer(taken, wordsOf(element), caretIn(element));
    setOffer(null);
    showWords(element, text);
    putCaret(element, caret);
    draftActs().changeMetadata({ headline: text });
  };
  const input = useEffectEvent((event: InputEvent) => {
    const element = field.current;
    if (!element || event.isComposing) return;
    const caret = caretIn(element);
    const isKey = event.inputType === 'insertText' && event.data?.length === 1;
    const words = wordsOf(element);
    const found = isKey && props.mode !== 'off' ? offerFor(words, caret) : null;
    if (found && props.mode === 'automatic' && isSure(found, words)) take(found);
    else setOffer(found ?? (offer && keptOffer(offer, words, caret)));
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isTab = event.key === 'Tab' && !event.shiftKey;
    if (!offer || event.isComposing || (!isTab && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (isTab) take(offer);
    else setOffer(null);
  });
  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const listeners: readonly [string, (event: Event) => void][] = [
      ['input', (event) => event instanceof InputEvent && input(event)],
      ['keydown', (event) => event instanceof KeyboardEvent && press(event)],
      ['blur', () => setOffer(null)],
    ];
    for (const [name, listener] of listeners) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) element.removeEventListener(name, listener);
    };
  }, [field]);
  useEffect(() => {
    const element = field.current;
    if (!offer || !element) return undefined;
    underline(offer.edits.flatMap(({ start, end }) => rangeIn(element, start, end) ?? []));
    return () => underline([]);
  }, [field, offer]);
  if (!offer) return null;
  const sign = offer.edits.at(-1);
  const rects = () => (field.current && sign && rangeIn(field.current, sign.start, sign.end)?.getClientRects()) ?? [];
  return (
    <PunctuationChip
      part={{ getRootElement: () => field.current }}
      rects={rects}
      sign={offer.sign}
      onAccept={() => take(offer)}
    />
  );
}

function caretIn(field: HTMLElement): number {
  return wordsAround(field, undefined)?.[0].length ?? 0;
}
