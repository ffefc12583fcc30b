import { useMemo, useRef } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { DocumentEditor } from '#renderer/editor/DocumentEditor.tsx';
import type { DocumentEditorProps, WritingOptions } from '#renderer/editor/document-editor-props.ts';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, revealPlace, useDraftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { knownPlace } from '#renderer/session/sheet-places.ts';
import { speakNote } from '#renderer/session/speak-note.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { boilerplateFields } from '#shared/model/draft.ts';
import type { TypedPunctuation } from '#shared/model/settings.ts';
import { focusEnd, Headline } from './Headline.tsx';
import { HeadlineCount } from './HeadlineCount.tsx';
import { HeadlinePunctuation } from './HeadlinePunctuation.tsx';
import { MetaLine } from './MetaLine.tsx';
import './sheet.css';

export interface SheetProps {
  readonly opened: OpenDraft;
  readonly profile: BureauProfile;
  readonly readOnly: boolean;
  /** Per cent. */
  readonly zoom: number;
  readonly typedPunctuation: TypedPunctuation;
  /** Whether only the sheet is seen. */
  readonly isCalm: boolean;
  readonly intake: DocumentEditorProps['intake'];
  readonly editPicture: DocumentEditorProps['editPicture'];
  /** Begins a comment on the selected words. */
  readonly onComment: () => void;
  /** Tells where the selected sentence comes from. */
  readonly onTrace: () => void;
  readonly readPaste: NonNullable<DocumentEditorProps['readPaste']>;
  readonly onPasted: NonNullable<DocumentEditorProps['onPasted']>;
  readonly onDocuments: NonNullable<DocumentEditorProps['onDocuments']>;
}

/** The draft as the portal will set it. Made anew for each draft and whenever its words change from outside. */
export function Sheet({
  opened,
  profile,
  readOnly,
  zoom,
  typedPunctuation,
  isCalm,
  intake,
  editPicture,
  onComment,
  onTrace,
  readPaste,
  onPasted,
  onDocuments,
}: SheetProps) {
  const assets = useDraftSession((session) => session.assets);
  const pictureNotes = useSpokenNotes();
  const writing = useMemo<WritingOptions>(
    () => ({
      typedPunctuation,
      isCalm,
      linkAllowList: profile.linkAllowList,
      comment: onComment,
      trace: onTrace,
      openLink: (url) => void attempt(() => call('app:open-external', { url }), 'link'),
      boilerplateValues: () => {
        const { metadata } = draftSession();
        return metadata ? boilerplateFields(metadata, profile) : {};
      },
    }),
    [profile, typedPunctuation, isCalm, onComment, onTrace],
  );
  const headline = useRef<HTMLDivElement>(null);

  return (
    <div className="canvas-place">
      <div className="canvas">
        <article className="sheet" lang="zh-Hans" style={{ zoom: zoom / 100 }}>
          <Headline field={headline} readOnly={readOnly} readPaste={readPaste} onPasted={onPasted} />
          <HeadlineCount profile={profile} />
          {!readOnly && <HeadlinePunctuation field={headline} mode={typedPunctuation} />}
          <MetaLine />
          <div onFocus={writeText}>
            <DocumentEditor
              initial={opened.content.document}
              history={opened.history}
              place={knownPlace(opened.summary.id)}
              readOnly={readOnly}
              captionMark={profile.captionMark}
              creditMark={profile.creditMark}
              assets={assets}
              pictureNotes={pictureNotes}
              boilerplates={profile.boilerplates}
              writing={writing}
              onChange={changed}
              onSelection={select}
              onMetadata={(back) => showReturned(back, headline.current)}
              onLeaveStart={() => headline.current && focusEnd(headline.current)}
              intake={intake}
              editPicture={editPicture}
              readPaste={readPaste}
              onPasted={onPasted}
              onDocuments={onDocuments}
              onReady={ready}
            />
          </div>
        </article>
      </div>
    </div>
  );
}

/** What is to be known of the pictures, in words. */
function useSpokenNotes(): ReadonlyMap<string, readonly string[]> {
  const text = useText();
  const notes = useDraftSession((session) => session.pictureNotes);
  return useMemo(
    () => new Map([...notes].map(([asset, of]) => [asset, of.map((note) => speakNote(text, note))])),
    [text, notes],
  );
}

/** Undo changes nothing out of sight: where a field alone came back, the person is taken to it. */
function showReturned(
  { fields, alone }: Parameters<NonNullable<DocumentEditorProps['onMetadata']>>[0],
  headline: HTMLElement | null,
): void {
  const [field] = Object.keys(fields);
  if (alone && field !== undefined && !document.activeElement?.id.startsWith(`field-${field}`)) {
    if (field === 'headline') headline?.focus();
    else revealPlace({ kind: 'metadata', field });
  }
  draftActs().returnMetadata(fields);
}

const writeText = () => useDraftSession.setState({ writingIn: 'text' });
const changed: DocumentEditorProps['onChange'] = () => draftActs().wordsChanged();
const select: DocumentEditorProps['onSelection'] = (selection) => useDraftSession.setState({ selection });
const ready: DocumentEditorProps['onReady'] = (handle) => {
  useDraftSession.setState({ handle });
  handle.showFindings(draftSession().findings);
};
