import type { LexicalEditor } from 'lexical';
import type { ReactElement } from 'react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { TypedPunctuation } from '#shared/model/settings.ts';
import { createPunctuationOffers, offerRanges } from '../extensions/typed-punctuation.ts';
import { useEditorText } from '../use-editor-text.ts';
import { Floating } from './Floating.tsx';
import type { Box, Placing } from './place-beside.ts';
import type { SheetPart } from './use-floating.ts';
import { targetOfRects } from './place-beside.ts';

const underSign: Placing = { side: 'below', align: 'centre', mayCover: false };

interface PunctuationProps {
  readonly editor: LexicalEditor;
  readonly mode: TypedPunctuation;
}

/** Helps with half-width signs among Chinese; an offer is a small button under the sign, taken by Tab or a click. */
export function Punctuation(props: PunctuationProps): ReactElement | null {
  const { editor } = props;
  const mode = useEffectEvent(() => props.mode);
  const [offers] = useState(() => createPunctuationOffers(editor));
  const offer = useSyncExternalStore(offers.subscribe, offers.current);
  useEffect(() => offers.start(() => mode()), [offers]);
  if (!offer) return null;
  const rects = () => offerRanges(editor, offer).at(-1)?.getClientRects() ?? [];
  return <PunctuationChip part={editor} rects={rects} sign={offer.sign} onAccept={offers.accept} />;
}

/** The button under a sign. */
export function PunctuationChip(props: {
  readonly part: SheetPart;
  readonly rects: () => ArrayLike<Box>;
  readonly sign: string;
  readonly onAccept: () => void;
}): ReactElement {
  const { part, rects, sign, onAccept } = props;
  const text = useEditorText();
  const label = text('takePunctuation', { sign });
  return (
    <Floating editor={part} target={() => targetOfRects(rects())} placing={underSign} keepsFocus>
      <button type="button" className="gq-offer" title={label} aria-label={label} tabIndex={-1} onClick={onAccept}>
        <kbd>Tab</kbd>
        {sign}
      </button>
      <span className="visually-hidden" role="status">
        {label}
      </span>
    </Floating>
  );
}
