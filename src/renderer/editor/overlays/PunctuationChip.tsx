import type { LexicalEditor } from 'lexical';
import type { ReactElement } from 'react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { TypedPunctuation } from '#shared/model/settings.ts';
import type { PunctuationOffer } from '../extensions/typed-punctuation.ts';
import { createPunctuationOffers, offerRanges } from '../extensions/typed-punctuation.ts';
import { useEditorText } from '../use-editor-text.ts';
import { Floating } from './Floating.tsx';
import type { Placing } from './place-beside.ts';
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
  return offer && <Chip editor={editor} offer={offer} onAccept={offers.accept} />;
}

function Chip(props: {
  readonly editor: LexicalEditor;
  readonly offer: PunctuationOffer;
  readonly onAccept: () => void;
}): ReactElement {
  const { editor, offer, onAccept } = props;
  const text = useEditorText();
  const label = text('takePunctuation', { sign: offer.sign });
  return (
    <Floating
      editor={editor}
      target={() => targetOfRects(offerRanges(editor, offer).at(-1)?.getClientRects() ?? [])}
      placing={underSign}
      keepsFocus
    >
      <button type="button" className="gq-offer" title={label} aria-label={label} tabIndex={-1} onClick={onAccept}>
        <kbd>Tab</kbd>
        {offer.sign}
      </button>
      <span className="visually-hidden" role="status">
        {label}
      </span>
    </Floating>
  );
}
