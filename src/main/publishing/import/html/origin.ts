import type { PasteReport } from '#shared/model/paste-report.ts';
import { attribute, type HtmlElement } from '../html-tree.ts';

/** How much of the beginning is searched for the marks of programs. */
const headLength = 20_000;

/**
 * Outlook writes with Word's engine: the styles of letters (`EmailStyle17`, `personal-compose`), the head of a quoted one,
 * and on the web the names of classes with `x_` before them.
 */
const outlook =
  /\bEmailStyle\d|mso-style-type:\s*personal|OutlookMessageHeader|(x_)*divRplyFwdMsg|class="?(x_)+(Mso|WordSection)|elementToProof|WordSection1"? lang/u;

/** The program that the HTML comes from, by the marks that it leaves in it. */
export function originOf(html: string, elements: readonly HtmlElement[]): PasteReport['origin'] {
  const head = html.slice(0, headLength);
  const generator = elements
    .filter(({ tagName, attrs }) => tagName === 'meta' && attrs.some(({ name }) => name === 'name'))
    .filter((meta) => /^(generator|progid|originator)$/iu.test(attribute(meta, 'name')))
    .map((meta) => attribute(meta, 'content'))
    .join(' ');
  if (generator === 'RTF') return 'rtf';
  // WPS calls itself Word 14; four decimals on every length and the name space of its data types are its own.
  const isCalledWord = /Word 14/u.test(generator) && /xmlns:dt=|:\s*-?\d+\.\d{4}pt/u.test(head);
  if (isCalledWord || /KSOProductBuildVer|ksohtml|WPS Office|Kingsoft/iu.test(head)) return 'wps';
  if (/Excel/u.test(generator) || /urn:schemas-microsoft-com:office:excel/u.test(head)) return 'excel';
  if (/Outlook/u.test(generator) || outlook.test(head)) return 'outlook';
  if (/Word/u.test(generator) || /urn:schemas-microsoft-com:office:word|class="?'?Mso|mso-/u.test(head)) return 'word';
  if (/docs-internal-guid|google-sheets-html-origin/u.test(head)) return 'google-docs';
  if (/mmbiz|mp\.weixin|rich_media|js_content/u.test(head)) return 'wechat';
  return 'web';
}
