import { maxTableSide } from '#shared/document/table-grid.ts';
import { signFontNames, signFontOf } from '../sign-fonts.ts';
import { equationMarkup } from './equation-markup.ts';
import { plainPictures } from './plain-pictures.ts';
import { plainSign, signsOf } from './plain-signs.ts';

/** What was met on the way, for the report. */
export interface MarkupFindings {
  /** Words that were hidden in Word. */
  readonly hidden: readonly string[];
  /** Readings above characters. */
  readonly readings: number;
  readonly equations: number;
}

interface Counts {
  readonly hidden: number;
  readonly readings: number;
  readonly equations: number;
}

/** An element that has not ended yet. */
interface Open {
  readonly name: string;
  /** Its place in what is written. */
  readonly from: number;
  /** Nobody sees it. */
  isHidden: boolean;
  /** A run that holds a part of a field, whose other parts stand in other runs. */
  hasField: boolean;
  /** Of a run: the font whose letters are signs. */
  signFont: string;
  /** A drawing's text boxes. */
  readonly boxes: string[];
  /** How many columns a row leaves free before its first cell. */
  free: number;
  /** How much of each kind was met before it. */
  readonly before: Counts;
}

const tag = /<(\/?)([\w.-]+:[\w.-]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*?)(\/?)>/uy;
/** Frames of what is inside: directions, ruby, other forms of the same (ECMA-376 part 1, 17.3.2.8, 17.3.3.25, 17.16.19). */
const frames = new Set(
  'w:dir w:bdo w:ruby w:rubyBase m:oMathPara mc:AlternateContent mc:Choice mc:Fallback'.split(' '),
);
/** Without any of these a document is in known elements; most are. */
const unknown =
  /<(?:w:(?:dir|bdo|ruby|vanish|hidden|gridBefore|sym|cr|dstrike)|mc:AlternateContent|m:oMath|wps:\w+|wpg:wgp|wpc:wpc|v:(?:oval|line|polyline|curve|arc|textpath|fill))[ >/]| r:href="/u;
const signRun = new RegExp(`<w:rFonts [^<>]*w:(?:ascii|hAnsi)="(${signFontNames})"`, 'u');
/** What the reader behind passes over, by what it reads: breaks of lines, and shapes in which it looks for no words. */
const others: Readonly<Record<string, string>> = {
  'w:cr': 'w:br',
  'w:dstrike': 'w:strike',
  'v:oval': 'v:rect',
  'v:line': 'v:rect',
  'v:polyline': 'v:rect',
  'v:curve': 'v:rect',
  'v:arc': 'v:rect',
};

/**
 * A part of a document in elements that the reader behind knows: it leaves all others out together with their words.
 * Fields, ruby, equations and new kinds of text boxes become plain runs and boxes, rows get the cells that they leave
 * free at their beginning, and what is hidden in Word goes. One pass over the tags, whose nesting is known to be sound.
 * @param hiddenStyles ids of styles of characters that hide them
 */
export function inKnownMarkup(
  xml: string,
  hiddenStyles: ReadonlySet<string>,
): { readonly xml: string; readonly found: MarkupFindings } {
  if (!unknown.test(xml) && !signRun.test(xml) && hiddenStyles.size === 0)
    return { xml, found: { hidden: [], readings: 0, equations: 0 } };
  const written: string[] = [];
  const open: Open[] = [];
  const hidden: string[] = [];
  let readings = 0;
  let equations = 0;

  const within = (name: string): Open | undefined => open.findLast((element) => element.name === name);
  /** The element whose properties are being read, when it is this one. */
  const owner = (properties: string, name: string): Open | undefined =>
    open.at(-1)?.name === properties && open.at(-2)?.name === name ? open.at(-2) : undefined;

  function begin(name: string, attributes: string, whole: string, isEmpty: boolean): void {
    const run = owner('w:rPr', 'w:r');
    const row = owner('w:trPr', 'w:tr');
    if (run && name === 'w:vanish' && isOn(attributes)) run.isHidden = true;
    if (run && name === 'w:rStyle' && hiddenStyles.has(valueOf(attributes))) run.isHidden = true;
    if (run && name === 'w:rFonts') run.signFont = signFontOf(signRun.exec(whole)?.[1] ?? '') ?? '';
    if (row && name === 'w:hidden' && isOn(attributes)) row.isHidden = true;
    if (row && name === 'w:gridBefore') row.free = Math.min(Number(valueOf(attributes)) || 0, maxTableSide);
    const around = open.at(-1);
    if ((name === 'w:fldChar' || name === 'w:instrText') && around) around.hasField = true;
    // Older readers are shown the fallback, and so is ours, unless there is nothing in it.
    const isBlank = isEmpty || xml.startsWith('</mc:Fallback>', tag.lastIndex);
    if (name === 'mc:Fallback' && around?.name === 'mc:AlternateContent' && !isBlank) forget(around);
    const from = written.length;
    if (!frames.has(name))
      written.push(name === 'w:sym' ? (plainSign(attributes) ?? whole) : renamed(name, attributes, whole));
    const element: Open = {
      name,
      from,
      isHidden: false,
      hasField: false,
      signFont: '',
      boxes: [],
      free: 0,
      before: counts(),
    };
    open.push(element);
    if (isEmpty) end(name, '');
  }

  function end(name: string, whole: string): void {
    const element = open.pop();
    if (!element) return;
    if (whole !== '' && !frames.has(name)) written.push(renamed(name, '', whole));
    const around = open.at(-1);
    if (name === 'w:rubyPr') forget(element);
    if (name === 'w:rt') {
      forget(element);
      readings += 1;
    }
    if (element.isHidden && !element.hasField) {
      const words = wordsOf(written.slice(element.from).join(''));
      forget(element);
      if (words !== '') hidden.push(words);
    }
    if (name === 'w:txbxContent') {
      const drawing = within('w:drawing');
      if (drawing) drawing.boxes.push(written.slice(element.from).join(''));
    }
    if (name === 'w:t' && around?.name === 'w:r' && around.signFont !== '') {
      written.push(signsOf(written.splice(element.from).join(''), around.signFont));
    }
    if (name === 'w:drawing') {
      const drawing = written.splice(element.from).join('');
      written.push(plainPictures(drawing, element.boxes));
    }
    if (name === 'w:trPr' && around?.name === 'w:tr') written.push('<w:tc><w:p></w:p></w:tc>'.repeat(around.free));
    if (name === 'm:oMath') {
      const words = equationMarkup(written.splice(element.from).join(''));
      written.push(within('w:p') ? words : `<w:p>${words}</w:p>`);
      equations += 1;
    }
  }

  /** As if the element had not been. */
  function forget(element: Open): void {
    written.length = element.from;
    hidden.length = element.before.hidden;
    ({ readings, equations } = element.before);
  }

  function counts(): Counts {
    return { hidden: hidden.length, readings, equations };
  }

  let at = 0;
  for (let next = xml.indexOf('<'); next >= 0; next = xml.indexOf('<', at)) {
    tag.lastIndex = next;
    const match = tag.exec(xml);
    // Comments, literals and instructions stay as they are.
    const to = match ? tag.lastIndex : endOfOther(xml, next);
    written.push(xml.slice(at, match ? next : to));
    if (match) {
      const [whole, slash, name = '', attributes = '', empty] = match;
      if (slash === '/') end(name, whole);
      else begin(name, attributes, whole, empty === '/');
    }
    at = to;
  }
  written.push(xml.slice(at));
  return { xml: written.join(''), found: { hidden, readings, equations } };
}

function endOfOther(xml: string, from: number): number {
  const closing = xml.startsWith('<!--', from) ? '-->' : xml.startsWith('<![CDATA[', from) ? ']]>' : '>';
  const end = xml.indexOf(closing, from);
  return end < 0 ? xml.length : end + closing.length;
}

function renamed(name: string, attributes: string, whole: string): string {
  if (name === 'v:textpath') return drawnAlong(attributes);
  // A picture that lies elsewhere (19.1.2.11), and one that fills a shape.
  if (name === 'v:imagedata') return attributes.includes(' r:id=') ? whole : whole.replace(' r:href=', ' r:id=');
  if (name === 'v:fill' && / type="frame"/u.test(attributes)) return whole.replace('v:fill', 'v:imagedata');
  const other = others[name];
  return other === undefined ? whole : whole.replace(name, other);
}

/** Words along a path (WordArt of older programs; ECMA-376 part 4, 19.1.2.23) are those of a text box. */
function drawnAlong(attributes: string): string {
  const words = / string="([^"]*)"/u.exec(attributes)?.[1]?.trim() ?? '';
  return words === ''
    ? ''
    : `<v:textbox><w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent></v:textbox>`;
}

function valueOf(attributes: string): string {
  return /w:val="([^"]*)"/u.exec(attributes)?.[1] ?? '';
}

/** A switch is on unless it says that it is off (17.17.4). */
function isOn(attributes: string): boolean {
  return !/^(?:0|false|off)$/u.test(valueOf(attributes));
}

function wordsOf(markup: string): string {
  return [...markup.matchAll(/<w:t(?: [^<>]*)?>([^<]*)<\/w:t>/gu)]
    .map(([, words = '']) => words)
    .join('')
    .trim();
}
