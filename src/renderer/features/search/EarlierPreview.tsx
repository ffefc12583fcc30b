import { create } from 'zustand';
import { useText } from '#renderer/i18n/text.ts';
import { RevisionPreview } from '#renderer/session/RevisionPreview.tsx';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';

type Earlier = NonNullable<SearchHit['earlier']>;

const useShown = create<{ readonly earlier: Earlier | null }>(() => ({ earlier: null }));

/** Shows the version that has the searched words, where the newest has them no longer. */
export function showEarlier(earlier: Earlier): void {
  useShown.setState({ earlier });
}

export function EarlierPreview({ profile }: { readonly profile: BureauProfile }) {
  const text = useText();
  const earlier = useShown((shown) => shown.earlier);
  return (
    earlier && (
      <RevisionPreview
        revisionId={earlier.revisionId}
        title={text('history.sequence', { value: earlier.sequence })}
        profile={profile}
        onClose={() => useShown.setState({ earlier: null })}
      />
    )
  );
}
