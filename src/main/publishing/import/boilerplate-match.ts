import type { BoilerplateNode } from '#shared/document/schema.ts';
import { escapeRegExp } from '#shared/escape-reg-exp.ts';
import { fillTemplate, type BoilerplateTemplate } from '#shared/model/boilerplate.ts';

/** Signs that pages write in more than one way, by the one of the template. */
const alike: Readonly<Record<string, string>> = {
  '，': '[，,]',
  '。': '[。.．]',
  '：': '[：:]',
  '；': '[；;]',
  '！': '[！!]',
  '？': '[？?]',
  '、': '[、,，]',
  '（': '[（(]',
  '）': '[）)]',
  '／': '[／/]',
  '/': '[／/]',
  '“': '["“”＂「『]',
  '”': '["“”＂」』]',
};
const blank = /\{\{([^{}]+)\}\}/gu;
/** Longest value that a blank of a page may hold, in UTF-16 units. */
const longestValue = 60;

/**
 * The house-style text that a paragraph is, with the values of its blanks; undefined when it is none. Width of
 * punctuation, form of quotes, blanks between characters and a missing last stop do not matter.
 */
export function matchBoilerplate(text: string, templates: readonly BoilerplateTemplate[]): BoilerplateNode | undefined {
  for (const template of templates) {
    const { pattern, names } = patternOf(template.template);
    const match = pattern.exec(text);
    if (!match) continue;
    const values = Object.fromEntries(names.map((name, index) => [name, valueOf(name, match[index + 1] ?? '')]));
    return {
      type: 'boilerplate',
      id: template.id,
      version: template.version,
      values,
      text: fillTemplate(template.template, values),
    };
  }
  return undefined;
}

/** A blank that nobody has filled in says so. */
function valueOf(name: string, words: string): string {
  const value = words.trim();
  return value === `【待核】${name}` ? '' : value;
}

/** A blank that comes again must hold the same words again. */
function patternOf(template: string): { pattern: RegExp; names: readonly string[] } {
  const names: string[] = [];
  let source = '^\\s*';
  let at = 0;
  for (const match of template.matchAll(blank)) {
    source += literal(template.slice(at, match.index));
    at = match.index + match[0].length;
    const name = (match[1] ?? '').trim();
    const known = names.indexOf(name);
    source += known >= 0 ? `\\${known + 1}\\s*` : `([^\\n]{1,${longestValue}}?)\\s*`;
    if (known < 0) names.push(name);
  }
  const rest = template.slice(at).replace(/[。.]\s*$/u, '');
  return { pattern: new RegExp(`${source}${literal(rest)}[。.．]?\\s*$`, 'u'), names };
}

function literal(text: string): string {
  return Array.from(text)
    .filter((character) => character.trim() !== '')
    .map((character) => `${alike[character] ?? escapeRegExp(character)}\\s*`)
    .join('');
}
