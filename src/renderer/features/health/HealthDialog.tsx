import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import type { BackupName } from '#shared/model/backup.ts';
import { dateTime } from '#renderer/ui/format.ts';
import { BackupDrafts } from './BackupDrafts.tsx';
import { BackupList } from './BackupList.tsx';
import { useRefusal } from './health-acts.ts';
import { HealthPage } from './HealthPage.tsx';
import './health.css';

type View = { readonly kind: 'health' | 'backups' } | { readonly kind: 'drafts'; readonly backup: BackupName };

/** How the data is, its backups, and the way back from them. */
export function HealthDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const refusal = useRefusal();
  const [view, setView] = useState<View>({ kind: 'health' });
  const title = {
    health: text('health.title'),
    backups: text('health.backupsTitle'),
    drafts: view.kind === 'drafts' ? text('health.draftsTitle', { at: dateTime(view.backup.at) }) : '',
  }[view.kind];
  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className="health-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="health">
            {view.kind === 'health' && <HealthPage onBackups={() => setView({ kind: 'backups' })} />}
            {view.kind === 'backups' && <BackupList onDrafts={(backup) => setView({ kind: 'drafts', backup })} />}
            {view.kind === 'drafts' && <BackupDrafts backup={view.backup} onRestored={onClose} />}
          </DialogContent>
          <DialogActions>
            {refusal !== undefined && (
              <span className="health-warn health-refusal" role="alert">
                {refusal}
              </span>
            )}
            {view.kind !== 'health' && (
              <Button onClick={() => setView({ kind: view.kind === 'drafts' ? 'backups' : 'health' })}>
                {text('health.back')}
              </Button>
            )}
            <Button appearance="primary" onClick={onClose}>
              {text('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}
