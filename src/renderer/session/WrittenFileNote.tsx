import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { useText } from '#renderer/i18n/text.ts';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import { attempt } from './report-error.ts';
import './written-file.css';

/** A file that was written for people to carry away: where it lies, and the ways to it. */
export function WrittenFileNote({ title, file }: { readonly title: string; readonly file: WrittenFile }) {
  const text = useText();
  return (
    <div className="written-file" role="status">
      <strong>{title}</strong>
      <code>{file.path}</code>
      <div className="card-acts">
        <Button as="a" size="small" href={`/files/${file.fileId}`} download={file.name}>
          {text('common.download')}
        </Button>
        <Button size="small" onClick={() => void attempt(() => call('app:show-file', { fileId: file.fileId }))}>
          {text('common.showInFolder')}
        </Button>
      </div>
    </div>
  );
}
