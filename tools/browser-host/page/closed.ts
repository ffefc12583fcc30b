import { element } from './overlay.ts';

/** Shown when the app closed its window and the browser does not let a page close itself. */
document
  .querySelector('main')
  ?.append(
    element('h1', { textContent: '稿签已关闭' }),
    element('p', { textContent: '内容都已保存，可以关闭这个标签页。' }),
    element('p', { lang: 'en', textContent: 'Gaoqian has closed. Everything is saved; this tab can be closed.' }),
  );
