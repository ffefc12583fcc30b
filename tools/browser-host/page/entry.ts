import { hostPath } from '../link/messages.ts';
import { element } from './overlay.ts';

/** Exchanges the token in the fragment for the cookie, then shows the app in place of this page. */
const main = document.querySelector('main');
const token = new URLSearchParams(location.hash.slice(1)).get('token');

/** Path of the app's page, or undefined when the token is not this launch's. */
async function enter(token: string): Promise<string | undefined> {
  const answer = await fetch(`${hostPath}enter`, { method: 'POST', body: token });
  return answer.ok ? await answer.text() : undefined;
}

const path = token === null ? undefined : await enter(token);
if (path !== undefined) {
  location.replace(path);
} else {
  main?.append(
    element('h1', { textContent: '请打开启动时给出的完整地址' }),
    element('p', {
      textContent: '这个地址缺少本次启动的口令，或口令已失效。请回到运行 npm start 的窗口，复制其中完整的地址。',
    }),
    element('p', {
      lang: 'en',
      textContent: 'This address lacks the token of this launch. Copy the full address that npm start printed.',
    }),
  );
}
