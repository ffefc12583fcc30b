import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { ShownDialog } from '#renderer/ui/ShownDialog.tsx';
import { commandGroups } from './commands/command.ts';
import { Keys } from './commands/Keys.tsx';
import { commands } from './commands/registry.ts';
import './commands/commands.css';

/** F1: every key that does something. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <ShownDialog onClose={onClose}>
      <DialogSurface className="shortcuts-surface">
        <DialogBody>
          <DialogTitle>{text('shortcuts.title')}</DialogTitle>
          <DialogContent className="shortcuts" tabIndex={0}>
            {commandGroups.map((group) => (
              <section key={group} aria-label={text(group)}>
                <h3>{text(group)}</h3>
                <dl>
                  {commands
                    .filter((command) => command.group === group)
                    .map(({ id, words, keys }) =>
                      keys === undefined ? null : (
                        <div key={id}>
                          <dt>{text(words)}</dt>
                          <dd>
                            <Keys keys={keys} />
                          </dd>
                        </div>
                      ),
                    )}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {text('common.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ShownDialog>
  );
}
