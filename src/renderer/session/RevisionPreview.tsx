import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useRevision } from '#renderer/api/queries.ts';
import { DocumentEditor } from '#renderer/editor/DocumentEditor.tsx';
import { noIntake } from '#renderer/editor/picture-intake.ts';
import { errorText, useText } from '#renderer/i18n/text.ts';
import { codedErrorOf } from '#renderer/api/desk-api.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import { useDraftSession } from './draft-session.ts';
import './revision-preview.css';

export interface RevisionPreviewProps {
  readonly revisionId: string;
  readonly title: string;
  readonly profile: BureauProfile;
  /** Above the sheet. */
  readonly note?: ReactNode;
  readonly acts?: ReactNode;
  readonly onClose: () => void;
}

/** An old or foreign version as it would stand on the sheet, read only. */
export function RevisionPreview({ revisionId, title, profile, note, acts, onClose }: RevisionPreviewProps) {
  const text = useText();
  const assets = useDraftSession((session) => session.assets);
  const { data, error } = useRevision(revisionId);
  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className="revision-preview">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {note}
            {error && <p role="alert">{errorText(text, codedErrorOf(error))}</p>}
            {!data && !error && text('common.loading')}
            {data && (
              <article className="revision-sheet">
                <h1>{data.content.metadata.headline}</h1>
                <DocumentEditor
                  key={revisionId}
                  initial={data.content.document}
                  readOnly
                  captionMark={profile.captionMark}
                  creditMark={profile.creditMark}
                  assets={assets}
                  onChange={nothing}
                  onSelection={nothing}
                  intake={noIntake}
                  onReady={nothing}
                />
              </article>
            )}
          </DialogContent>
          <DialogActions>
            {acts}
            <Button onClick={onClose}>{text('common.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}

const nothing = () => undefined;
