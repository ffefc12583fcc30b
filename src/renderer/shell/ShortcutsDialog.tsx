import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import type { TextKey } from '#renderer/i18n/words.ts';

const groups: readonly (readonly [TextKey, readonly (readonly [TextKey, string])[]])[] = [
  [
    'shortcuts.groupApp',
    [
      ['shortcuts.newDraft', 'Ctrl N'],
      ['shortcuts.keepRevision', 'Ctrl S'],
      ['shortcuts.search', 'Ctrl Shift F'],
      ['shortcuts.help', 'F1'],
      ['shortcuts.toNotice', 'F6'],
      ['shortcuts.escape', 'Esc'],
      ['shortcuts.panelTab', '← →'],
    ],
  ],
  [
    'shortcuts.groupList',
    [
      ['shortcuts.listMove', '↑ ↓'],
      ['shortcuts.listOpen', 'Enter'],
      ['shortcuts.listMenu', 'Shift F10'],
    ],
  ],
  [
    'shortcuts.groupSheet',
    [
      ['shortcuts.undo', 'Ctrl Z'],
      ['shortcuts.redo', 'Ctrl Y'],
      ['shortcuts.bold', 'Ctrl B'],
      ['shortcuts.italic', 'Ctrl I'],
      ['shortcuts.underline', 'Ctrl U'],
      ['shortcuts.find', 'Ctrl F'],
      ['shortcuts.replace', 'Ctrl H'],
      ['shortcuts.findNext', 'F3'],
      ['shortcuts.quickInsert', '/'],
      ['shortcuts.editLink', 'Ctrl K'],
      ['shortcuts.comment', 'Ctrl Alt M'],
      ['shortcuts.moveBlock', 'Alt Shift ↑ ↓'],
      ['shortcuts.listLevel', 'Tab / Shift Tab'],
      ['shortcuts.blockMenu', 'Alt Shift M'],
      ['shortcuts.nextToConfirm', 'F8'],
      ['shortcuts.lastToConfirm', 'Shift F8'],
      ['shortcuts.outline', 'Ctrl Shift O'],
      ['shortcuts.moveSection', 'Alt Shift ↑ ↓'],
      ['shortcuts.focusMode', 'F11'],
      ['shortcuts.zoom', 'Ctrl + / −'],
      ['shortcuts.zoomWheel', 'Ctrl 滚轮'],
      ['shortcuts.zoomBack', 'Ctrl 0'],
      ['shortcuts.takePunctuation', 'Tab'],
      ['shortcuts.toToolbar', 'Alt F10'],
      ['shortcuts.intoBody', 'Enter'],
      ['shortcuts.leaveCaption', 'Enter'],
      ['shortcuts.selectPicture', 'Backspace'],
    ],
  ],
];

/** F1: every key that does something. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('shortcuts.title')}</DialogTitle>
          <DialogContent className="shortcuts">
            {groups.map(([title, entries]) => (
              <section key={title} aria-label={text(title)}>
                <h3>{text(title)}</h3>
                <dl>
                  {entries.map(([key, keys]) => (
                    <div key={key}>
                      <dt>{text(key)}</dt>
                      <dd>
                        {keys.split(' ').map((one) => (
                          <kbd key={one}>{one}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
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
    </Dialog>
  );
}
