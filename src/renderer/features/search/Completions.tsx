import { useText } from '#renderer/i18n/text.ts';
import { grouped } from '#renderer/ui/format.ts';
import type { Completion } from '#shared/search/query/complete-query.ts';

export interface CompletionsProps {
  readonly id: string;
  readonly offers: readonly Completion[];
  /** -1 while none is chosen. */
  readonly active: number;
  readonly onTake: (offer: Completion) => void;
}

/** What may be put in at the caret. The focus stays in the field, which names the active one. */
export function CompletionList({ id, offers, active, onTake }: CompletionsProps) {
  const text = useText();
  return (
    <div className="completions" onMouseDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={text('search.completions')}>
        {offers.map((offer, index) => (
          <li
            key={offer.kind === 'field' ? offer.field : offer.value}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            className="completion"
            onClick={() => onTake(offer)}
          >
            {offer.kind === 'field' ? (
              <>
                <span>{offer.label}</span>
                <span className="faint">{text(`search.about.${offer.field}`)}</span>
              </>
            ) : (
              <>
                <span>{offer.value}</span>
                {offer.drafts !== null && (
                  <span className="faint numeric">{text('search.drafts', { count: grouped(offer.drafts) })}</span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="completions-hint faint">{text('search.hint')}</p>
    </div>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
