import { Switch, ToggleButton } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { WideDialog } from '#renderer/ui/WideDialog.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { previewWidths, type PreviewDevice } from './preview-widths.ts';
import './preview.css';

export interface PreviewDialogProps {
  /** A draft, or a package that was opened to be looked at. */
  readonly shownId: string;
  readonly onClose: () => void;
}

/** The draft as the portal will show it: the very page, at three widths and in both views. */
export function PreviewDialog({ shownId, onClose }: PreviewDialogProps) {
  const text = useText();
  const [device, setDevice] = useState<PreviewDevice>('desktop');
  const [large, setLarge] = useState(false);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // The page is drawn from the store: the last words have to be there first.
    void attempt(() => draftActs().flush()).then(() => setReady(true));
  }, []);

  return (
    <WideDialog name="preview" title={text('preview.title')} closeLabel={text('common.close')} onClose={onClose}>
      <div className="preview-tools">
        <div role="group" aria-label={text('preview.width')} className="preview-devices">
          {previewWidths.map(({ device: name, width }) => (
            <ToggleButton
              key={name}
              size="small"
              checked={device === name}
              onClick={() => setDevice(name)}
              title={text('preview.pixels', { width })}
            >
              {text(`preview.device.${name}`)}
            </ToggleButton>
          ))}
        </div>
        <Switch checked={large} label={text('preview.large')} onChange={(_event, data) => setLarge(data.checked)} />
        <span className="faint preview-hint">{text('preview.hint')}</span>
      </div>
      {ready && <PreviewFrame shownId={shownId} device={device} large={large} onView={setLarge} onEscape={onClose} />}
    </WideDialog>
  );
}
