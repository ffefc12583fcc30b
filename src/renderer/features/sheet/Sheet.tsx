import { useRef } from 'react';
import { DocumentEditor } from '#renderer/editor/DocumentEditor.tsx';
import type { DocumentEditorProps } from '#renderer/editor/document-editor-props.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { Headline } from './Headline.tsx';
import { MetaLine } from './MetaLine.tsx';
import './sheet.css';

export interface SheetProps {
  readonly opened: OpenDraft;
  readonly profile: BureauProfile;
  readonly readOnly: boolean;
  /** Per cent. */
  readonly zoom: number;
  readonly importPictures: DocumentEditorProps['importPictures'];
}

/** The draft as the portal will set it. Made anew for each draft and whenever its words change from outside. */
export function Sheet({ opened, profile, readOnly, zoom, importPictures }: SheetProps) {
  const assets = useDraftSession((session) => session.assets);
  const canvas = useRef<HTMLDivElement>(null);

  return (
    <div className="canvas" ref={canvas}>
      <article className="sheet" lang="zh-Hans" style={{ zoom: zoom / 100 }}>
        <Headline readOnly={readOnly} />
        <MetaLine />
        <DocumentEditor
          initial={opened.content.document}
          readOnly={readOnly}
          captionMark={profile.captionMark}
          creditMark={profile.creditMark}
          assets={assets}
          boilerplates={profile.boilerplates}
          onChange={changed}
          onPause={pause}
          onSelection={select}
          importPictures={importPictures}
          onReady={ready}
        />
      </article>
    </div>
  );
}

const changed: DocumentEditorProps['onChange'] = () => draftActs().wordsChanged();
const pause: DocumentEditorProps['onPause'] = () => draftActs().pause();
const select: DocumentEditorProps['onSelection'] = (selection) => useDraftSession.setState({ selection });
const ready: DocumentEditorProps['onReady'] = (handle) => {
  useDraftSession.setState({ handle });
  handle.showFindings(draftSession().findings);
};
