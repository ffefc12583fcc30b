import { attribute, type HtmlElement } from '../html-tree.ts';

/** Values in lower case by property, without `!important`. */
export type Declarations = ReadonlyMap<string, string>;

/** One level of a list as Word declares it (`@list l0:level1 {…}` in its style sheet). */
export interface ListLevel {
  /** `mso-level-number-format`: `bullet`, `japanese-counting`, `alpha-lower` …; left out for plain numbers. */
  readonly format?: string;
}

/** What the styles of a page say, as far as the converter asks. */
export interface StyleSheet {
  /** Of an element by itself: what its classes say, then its own `style`. Nothing is inherited here. */
  readonly of: (element: HtmlElement) => Declarations;
  /** By Word's name of list and level: `l0:level1`. */
  readonly listLevel: (name: string) => ListLevel | undefined;
}

const longestStyle = 4000;
const mostRules = 4000;
const nothing: Declarations = new Map();

/**
 * Reads style attributes, and of the style sheets that Office writes its rules for classes and lists. Sheets of other
 * pages are not asked: what they hide or show depends on scripts that never run here.
 */
export function styleSheetOf(sheets: readonly string[], isOffice: boolean): StyleSheet {
  const classes = new Map<string, Declarations>();
  const levels = new Map<string, ListLevel>();
  if (isOffice) {
    for (const { selectors, body } of rulesOf(sheets)) {
      const declarations = readDeclarations(body);
      for (const selector of selectors.split(',')) {
        const level = /^@list\s+(l\d+:level\d+)/iu.exec(selector.trim())?.[1];
        const format = declarations.get('mso-level-number-format');
        if (level) levels.set(level.toLowerCase(), format === undefined ? {} : { format });
        const name = /^[a-z0-9:]*\.([\w-]+)$/iu.exec(selector.trim())?.[1];
        if (name) classes.set(name, new Map([...(classes.get(name) ?? nothing), ...declarations]));
      }
    }
  }
  const known = new Map<string, Declarations>();
  return {
    of(element) {
      const names = classes.size > 0 ? attribute(element, 'class') : '';
      const own = attribute(element, 'style');
      if (names === '' && own === '') return nothing;
      const key = `${names}\n${own}`;
      const found = known.get(key);
      if (found) return found;
      const declarations = new Map<string, string>();
      for (const name of names.split(/\s+/u)) {
        for (const [property, value] of classes.get(name) ?? nothing) declarations.set(property, value);
      }
      for (const [property, value] of readDeclarations(own)) declarations.set(property, value);
      known.set(key, declarations);
      return declarations;
    },
    listLevel: (name) => levels.get(name),
  };
}

/** `a: b; c: "d;e"` as a map. One pass; what is no declaration is left out. */
function readDeclarations(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of splitOutsideQuotes(text.slice(0, longestStyle))) {
    const colon = part.indexOf(':');
    if (colon < 1) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    const value = part.slice(colon + 1).trim();
    if (value !== '') declarations.set(property, value.toLowerCase().replace(/\s*!important$/u, ''));
  }
  return declarations;
}

function splitOutsideQuotes(text: string): readonly string[] {
  const parts: string[] = [];
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === ';') {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

function* rulesOf(sheets: readonly string[]): Generator<{ readonly selectors: string; readonly body: string }> {
  let count = 0;
  for (const sheet of sheets) {
    const text = withoutComments(sheet).replace(/<!--|-->/gu, ' ');
    let at = 0;
    for (let open = text.indexOf('{'); open >= 0 && count < mostRules; open = text.indexOf('{', at)) {
      const close = text.indexOf('}', open);
      if (close < 0) break;
      count += 1;
      // A block of rules (`@media`) ends here at its first rule: Office writes none that matter.
      yield { selectors: text.slice(at, open).trim(), body: text.slice(open + 1, close) };
      at = close + 1;
    }
  }
}

function withoutComments(sheet: string): string {
  let text = '';
  let at = 0;
  for (let open = sheet.indexOf('/*'); open >= 0; open = sheet.indexOf('/*', at)) {
    text += sheet.slice(at, open);
    const close = sheet.indexOf('*/', open + 2);
    if (close < 0) return text;
    at = close + 2;
  }
  return text + sheet.slice(at);
}

/** Points of a CSS length; undefined for what is none or is relative. */
export function points(value: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)\s*(pt|px|cm|mm|in)?$/u.exec(value ?? '');
  if (!match) return undefined;
  const factors: Readonly<Record<string, number>> = { pt: 1, px: 0.75, cm: 28.35, mm: 2.835, in: 72 };
  const points = Number(match[1]) * (factors[match[2] ?? 'px'] ?? 1);
  return Number.isFinite(points) ? points : undefined;
}
