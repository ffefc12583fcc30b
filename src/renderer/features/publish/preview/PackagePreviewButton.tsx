import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { PreviewDialog } from './PreviewDialog.tsx';

export interface PackagePreviewButtonProps {
  /** The id of a package that was built here, or of the inlet's file once it is there. */
  readonly fileId: () => Promise<string>;
  readonly size: 'small' | 'medium';
}

/** Shows a package as the portal will, from its own bytes. */
export function PackagePreviewButton({ fileId, size }: PackagePreviewButtonProps) {
  const text = useText();
  const [shownId, setShownId] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    const answer = await attempt(async () => call('package:preview', { fileId: await fileId() }), 'verify');
    if (answer) setShownId(answer.previewId);
  };
  return (
    <>
      <Button size={size} onClick={() => void open()}>
        {text('preview.title')}
      </Button>
      {shownId !== null && <PreviewDialog shownId={shownId} onClose={() => setShownId(null)} />}
    </>
  );
}
