import { createHash } from 'node:crypto';

/**
 * The portal's one script: asks before a marked link leads out. Without it the link's own address, `/leave`, asks.
 * Plain text and not a file, so that the portal can be built into another program.
 */
export const leaveScript = `'use strict';
(() => {
  const prompt = document.getElementById('leave-prompt');
  const go = document.getElementById('leave-go');
  const stay = document.getElementById('leave-stay');
  const host = document.getElementById('leave-host');
  if (!(prompt instanceof HTMLDialogElement) || !go || !stay || !host) return;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-leave]') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = new URL(link.getAttribute('data-leave'), 'about:blank');
    if (address.protocol !== 'https:' && address.protocol !== 'http:') return;
    event.preventDefault();
    host.textContent = address.host;
    go.setAttribute('href', address.href);
    prompt.showModal();
    stay.focus();
  });
  go.addEventListener('click', () => prompt.close());
  stay.addEventListener('click', () => prompt.close());
  prompt.addEventListener('click', (event) => {
    if (event.target === prompt) prompt.close();
  });
})();
`;

/** Named by its content, so it may be kept for good. */
export const leaveScriptPath = `/assets/portal.${createHash('sha256').update(leaveScript).digest('hex').slice(0, 12)}.js`;
