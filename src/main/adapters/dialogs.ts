import { dialog, type BrowserWindow } from 'electron';
import type { Language } from '#shared/model/settings.ts';

interface Words {
  readonly openLink: string;
  readonly openLinkDetail: string;
  readonly open: string;
  readonly cancel: string;
}

const words: Readonly<Record<Language, Words>> = {
  'zh-Hans': {
    openLink: '用浏览器打开外部链接？',
    openLinkDetail: '将离开稿签，打开：',
    open: '打开',
    cancel: '取消',
  },
  'zh-Hant': {
    openLink: '用瀏覽器開啟外部連結？',
    openLinkDetail: '將離開稿簽，開啟：',
    open: '開啟',
    cancel: '取消',
  },
  en: {
    openLink: 'Open this link in your browser?',
    openLinkDetail: 'You leave Gaoqian for:',
    open: 'Open',
    cancel: 'Cancel',
  },
};

/** Asks before anything outside is opened; the host stands alone in its line, so that a long address cannot hide it. */
export async function confirmExternalLink(
  window: BrowserWindow | undefined,
  language: Language,
  target: { readonly host: string; readonly shown: string },
): Promise<boolean> {
  const text = words[language];
  const options = {
    type: 'question' as const,
    message: text.openLink,
    detail: `${text.openLinkDetail}\n${target.host}\n\n${target.shown}`,
    buttons: [text.open, text.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const answer =
    window === undefined ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options);
  return answer.response === 0;
}

/** The last word of an app that cannot start: no window exists to show it in. */
export function showStartFailure(title: string, whatToDo: string): void {
  dialog.showErrorBox(title, whatToDo);
}
