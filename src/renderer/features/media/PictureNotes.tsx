import { Link } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { usePictureDialogs } from './picture-dialogs.ts';
import type { SpokenNote } from './use-picture-notes.ts';

async function openOther(draftId: string): Promise<void> {
  // The table tells of the draft that is left.
  usePictureDialogs.setState({ table: false });
  await attempt(() => draftActs().open(draftId));
}

/** Where else a picture stands, with the way there. */
export function PictureNotes({ notes }: { readonly notes: readonly SpokenNote[] }) {
  const text = useText();
  return (
    <>
      {notes.map(({ text: words, draftId }) => (
        <span key={`${draftId ?? ''} ${words}`} className="picture-note">
          {words}
          {draftId !== null && (
            <Link as="button" inline onClick={() => void openOther(draftId)}>
              {text('pictures.openDraft')}
            </Link>
          )}
        </span>
      ))}
    </>
  );
}
