import { useText } from '#renderer/i18n/text.ts';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import { textLengthOf } from '#shared/house-style/text-limits.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';

/** `22/30` at the end of the headline while it is written, and as long as it is too long. */
export function HeadlineCount({ profile }: { readonly profile: BureauProfile }) {
  const text = useText();
  const metadata = useDraftSession((session) => session.metadata);
  if (!metadata) return null;
  const { count, limit, over } = textLengthOf('headline', metadata, profile);
  return (
    <span className="headline-count numeric" data-over={over > 0 || undefined}>
      {count}/{limit}
      {over > 0 && text('metadata.over', { count: over })}
    </span>
  );
}
