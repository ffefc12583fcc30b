import { hostPath } from '../link/messages.ts';
import { element } from './overlay.ts';

/** Shown when another tab has the window. */
document.querySelector('main')?.append(
  element('h1', { textContent: '稿签已在另一个标签页打开' }),
  element('p', { textContent: '一次只能在一个页面里工作，以免两处同时修改。可以回到那个页面，或者改在这里继续。' }),
  element('p', { lang: 'en', textContent: 'Gaoqian is open in another tab. Go back to it, or continue here.' }),
  element(
    'div',
    { className: 'buttons' },
    element('button', {
      type: 'button',
      className: 'primary',
      textContent: '在这里继续（Continue here）',
      onclick: () => void takeOver(),
    }),
  ),
);

async function takeOver(): Promise<void> {
  const answer = await fetch(`${hostPath}take-over`, { method: 'POST' });
  location.replace(answer.ok ? await answer.text() : '/');
}
