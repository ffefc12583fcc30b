import { call } from '#renderer/api/desk-api.ts';
import { attempt } from '#renderer/session/report-error.ts';

/**
 * What a click inside the preview does, as the portal's own script would have it: links out ask first. Nothing leads the
 * frame away; 继续访问 goes to the person's browser, which asks in its turn. Elements are of the frame's realm, so they are
 * known by their names and not by `instanceof`.
 */
export function followLink(event: MouseEvent, onView: (large: boolean) => void): void {
  const page = event.currentTarget as Document;
  const target = event.target as Element | null;
  const prompt = page.querySelector<HTMLDialogElement>('#leave-prompt');
  const link = target?.closest('a, button');
  if (!link) {
    if (target === prompt) prompt?.close();
    return;
  }
  const href = link.getAttribute('href') ?? '';
  // Within the page the browser may go by itself.
  if (href.startsWith('#')) return;
  event.preventDefault();
  const leave = link.getAttribute('data-leave');
  if (leave !== null) askToLeave(page, prompt, leave);
  else if (link.id === 'leave-go') {
    prompt?.close();
    void attempt(() => call('app:open-external', { url: href }));
  } else if (link.id === 'leave-stay') prompt?.close();
  else if (link.classList.contains('view')) onView(href.includes('large'));
  else if (link.nodeName === 'A' && link.hasAttribute('download')) download(link as HTMLAnchorElement);
}

/** An attachment. The frame may not download anything; the window may. */
function download({ href, download: name }: HTMLAnchorElement): void {
  Object.assign(document.createElement('a'), { href, download: name }).click();
}

function askToLeave(page: Document, prompt: HTMLDialogElement | null, leave: string): void {
  const address = new URL(leave);
  const host = page.querySelector('#leave-host');
  if (host) host.textContent = address.host;
  page.querySelector('#leave-go')?.setAttribute('href', address.href);
  prompt?.showModal();
  page.querySelector<HTMLElement>('#leave-stay')?.focus();
}
