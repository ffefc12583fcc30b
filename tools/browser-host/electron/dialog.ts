import type { BaseWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { host } from '../host.ts';
import { guard } from '../link/guard.ts';
import type { MessageBoxAnswer } from '../link/messages.ts';

async function showMessageBox(
  ...given: [MessageBoxOptions] | [BaseWindow, MessageBoxOptions]
): Promise<MessageBoxReturnValue> {
  const options = given[given.length - 1] as MessageBoxOptions;
  const buttons = options.buttons === undefined || options.buttons.length === 0 ? ['OK'] : options.buttons;
  const answer = await host.ask({
    what: 'message-box',
    box: {
      title: options.title ?? '',
      message: options.message,
      detail: options.detail ?? '',
      type: options.type ?? 'none',
      buttons,
      defaultId: options.defaultId ?? 0,
      cancelId: options.cancelId ?? buttons.length - 1,
      checkbox: options.checkboxLabel ?? '',
    },
  });
  const { response, checkboxChecked } = answer as MessageBoxAnswer;
  return { response, checkboxChecked };
}

/** Prints at once, because it may be the app's last word; shows it too when a page is there. */
function showErrorBox(title: string, content: string): void {
  process.stderr.write(`${title}: ${content}\n`);
  if (!host.hasPage) return;
  void host.ask({
    what: 'message-box',
    box: {
      title,
      message: title,
      detail: content,
      type: 'error',
      buttons: ['OK'],
      defaultId: 0,
      cancelId: 0,
      checkbox: '',
    },
  });
}

export const dialog = guard('dialog', { showMessageBox, showErrorBox });
