import { hostPath, type MessageBox, type MessageBoxAnswer } from '../link/messages.ts';

/**
 * What the host itself shows over the app's page: message boxes of `dialog`, a link to open, a word about a broken connection.
 * In a shadow root, so that the app's styles do not reach it.
 */

let root: ShadowRoot | undefined;

function overlay(): ShadowRoot {
  if (root !== undefined) return root;
  const place = document.createElement('gaoqian-host');
  root = place.attachShadow({ mode: 'open' });
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = `${hostPath}page/host.css`;
  root.append(style);
  document.documentElement.append(place);
  return root;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A modal box with the app's buttons; Escape answers `cancelId`. */
export function showMessageBox(box: MessageBox): Promise<MessageBoxAnswer> {
  return new Promise((resolve) => {
    const dialog = element('dialog', { className: 'host-card' });
    const checkbox = element('input', { type: 'checkbox' });
    let response = box.cancelId;
    const buttons = box.buttons.map((label, index) =>
      element('button', {
        type: 'button',
        textContent: label,
        autofocus: index === box.defaultId,
        className: index === box.defaultId ? 'primary' : '',
        onclick: () => {
          response = index;
          dialog.close();
        },
      }),
    );
    dialog.append(
      element('h1', { textContent: box.message }),
      ...(box.detail === '' ? [] : [element('p', { textContent: box.detail })]),
      ...(box.checkbox === '' ? [] : [element('label', {}, checkbox, ` ${box.checkbox}`)]),
      element('div', { className: 'buttons' }, ...buttons),
    );
    dialog.setAttribute('aria-label', box.title === '' ? box.message : box.title);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve({ response, checkboxChecked: checkbox.checked });
    });
    overlay().append(dialog);
    dialog.showModal();
  });
}

/** Opens at once while a click is fresh; otherwise the browser would block it, so the person clicks the link. */
export async function openExternal(url: string): Promise<void> {
  if (navigator.userActivation.isActive) {
    openNewTab(url, '_blank', 'noopener,noreferrer');
    return;
  }
  await new Promise<void>((resolve) => {
    const dialog = element('dialog', { className: 'host-card' });
    const link = element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', textContent: url });
    link.addEventListener('click', () => dialog.close());
    const close = element('button', { type: 'button', textContent: '关闭', onclick: () => dialog.close() });
    dialog.append(
      element('h1', { textContent: '打开外部链接' }),
      element('p', {}, link),
      element('div', { className: 'buttons' }, close),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
    overlay().append(dialog);
    dialog.showModal();
  });
}

/** The browser's own `open`, kept before the page's is taken away (see navigation.ts). */
const openNewTab = window.open.bind(window);

let banner: HTMLElement | undefined;

/** One line at the top of the page, or none. */
export function showBanner(text: string | undefined): void {
  banner?.remove();
  if (text === undefined) return;
  banner = element('div', { className: 'banner', role: 'alert', textContent: text });
  overlay().append(banner);
}
