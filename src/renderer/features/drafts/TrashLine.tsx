import { useText } from '#renderer/i18n/text.ts';
import { ago, grouped } from '#renderer/ui/format.ts';
import type { DraftSummary, TrashFacts } from '#shared/model/draft.ts';
import type { Language } from '#shared/model/settings.ts';

interface TrashLineProps {
  readonly draft: DraftSummary;
  readonly facts: TrashFacts;
  readonly language: Language;
  readonly now: number;
}

/** Who moved a draft to the trash and when, and what would come back with it. */
export function TrashLine({ draft, facts, language, now }: TrashLineProps) {
  const text = useText();
  const words = { justNow: text('drafts.justNow'), yesterday: text('drafts.yesterday') };
  const when = ago(language, draft.trashedAt ?? draft.updatedAt, now, words);
  const belongs = [
    text('trash.revisions', { value: grouped(facts.revisions) }),
    ...(facts.comments > 0 ? [text('trash.comments', { value: grouped(facts.comments) })] : []),
    ...(draft.figures > 0 ? [text('status.figures', { value: draft.figures })] : []),
    text('status.characters', { value: grouped(draft.characters) }),
  ];
  return (
    <>
      <span className="draft-facts">
        <span className="draft-when">
          {facts.byName === '' ? text('trash.when', { when }) : text('trash.byWhen', { name: facts.byName, when })}
        </span>
        {!facts.mayPurge && <span className="pill">{text('trash.packaged')}</span>}
      </span>
      <span className="draft-facts">
        <span className="draft-when">{belongs.join(' · ')}</span>
      </span>
    </>
  );
}
