import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { grouped } from '#renderer/ui/format.ts';
import { textCounts } from '#shared/document/statistics.ts';

/** The count of the text; pressed it tells all that Word would count. */
export function WordCounts({ characters }: { readonly characters: number }) {
  const text = useText();
  return (
    <Popover positioning="above-start" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <button type="button" className="status-act" title={text('status.counts')}>
          {text('status.characters', { value: grouped(characters) })}
        </button>
      </PopoverTrigger>
      <PopoverSurface aria-label={text('status.counts')} tabIndex={-1}>
        <CountTable />
      </PopoverSurface>
    </Popover>
  );
}

/** Counted only while it is shown, for it walks the whole text. */
function CountTable() {
  const text = useText();
  const document = useDraftSession((session) => session.document);
  if (!document) return null;
  const counts = textCounts(document);
  return (
    <dl className="status-counts">
      {(['words', 'signs', 'signsWithSpaces', 'paragraphs'] as const).map((name) => (
        <div key={name}>
          <dt>{text(`status.count.${name}`)}</dt>
          <dd className="numeric">{grouped(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
