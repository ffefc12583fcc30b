import { leaveScript, leaveScriptPath } from './leave-script.ts';
import { stylePath, templateStyle } from './template-style.ts';

/** What the template's pages load, by address. Each is named by its content, so it may be kept for good. */
export const templateFiles: ReadonlyMap<string, { readonly type: string; readonly text: string }> = new Map([
  [stylePath, { type: 'text/css; charset=utf-8', text: templateStyle }],
  [leaveScriptPath, { type: 'text/javascript; charset=utf-8', text: leaveScript }],
]);
