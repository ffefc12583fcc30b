import { Button } from '@fluentui/react-components';
import { call } from '#renderer/api/desk-api.ts';
import { setAppState } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import { ask } from '#renderer/session/ask.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { isReady, type TargetView } from '#shared/model/upload-target.ts';

export interface TargetListProps {
  readonly targets: readonly TargetView[];
  /** Opens the form: for one of these, or for a new one of a kind. */
  readonly onEdit: (target: TargetView | TargetView['kind']) => void;
}

/** Portals and folders that packages can be sent to. */
export function TargetList({ targets, onEdit }: TargetListProps) {
  const text = useText();
  const remove = async (target: TargetView) => {
    const sure = await ask({
      title: text('uploadTargets.removeTitle', { name: target.name }),
      body: text('uploadTargets.removeBody'),
      yes: text('uploadTargets.remove'),
      no: text('common.cancel'),
    });
    if (!sure) return;
    await attempt(async () => setAppState(await call('destination:remove', { targetId: target.id })), 'settings');
  };
  return (
    <>
      {targets.length === 0 && <p className="faint settings-hint">{text('uploadTargets.none')}</p>}
      {targets.length > 0 && (
        <ul className="targets" aria-label={text('uploadTargets.title')}>
          {targets.map((target) => (
            <li key={target.id}>
              <div className="target-words">
                <strong>{target.name}</strong>{' '}
                <span className={isReady(target) ? 'target-ready' : 'target-lacking'}>
                  {text(isReady(target) ? 'uploadTargets.ready' : 'uploadTargets.tokenLacking')}
                </span>
                <div className="faint target-place">{target.kind === 'portal' ? target.url : target.path}</div>
              </div>
              <Button size="small" data-edits={target.id} onClick={() => onEdit(target)}>
                {text('uploadTargets.edit')}
              </Button>
              <Button size="small" onClick={() => void remove(target)}>
                {text('uploadTargets.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="card-acts">
        <Button size="small" data-edits="new-portal" onClick={() => onEdit('portal')}>
          {text('uploadTargets.addPortal')}
        </Button>
        <Button size="small" data-edits="new-folder" onClick={() => onEdit('folder')}>
          {text('uploadTargets.addFolder')}
        </Button>
      </div>
    </>
  );
}
