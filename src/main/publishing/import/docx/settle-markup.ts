import type { ImportNote } from '#shared/model/import-report.ts';
import { note } from '../incoming-page.ts';
import { shorten } from '../shorten.ts';
import { textOfPart, type DocxParts } from './docx-archive.ts';
import { unescapeXml } from './docx-notes.ts';
import { inKnownMarkup } from './known-markup.ts';
import { settleFields } from './settle-fields.ts';

const wordPart = /^word\/(?:document|footnotes\d*|endnotes\d*)\.xml$/u;
const sampleLength = 30;

/** Puts the words of a document into markup that the reader behind knows (`known-markup.ts`); answers what there was. */
export function settleMarkup(parts: DocxParts): readonly ImportNote[] {
  const hiding = hidingStyles(textOfPart(parts, 'word/styles.xml'));
  const hidden: string[] = [];
  let readings = 0;
  let equations = 0;
  for (const path of [...parts.keys()].filter((name) => wordPart.test(name))) {
    const fields = settleFields(textOfPart(parts, path));
    const { xml, found } = inKnownMarkup(withoutLostNotes(fields.xml, parts), hiding);
    hidden.push(...found.hidden);
    readings += found.readings + fields.readings;
    equations += found.equations + fields.equations;
    parts.set(path, Buffer.from(xml, 'utf8'));
    nameLostRelations(parts, path, xml);
  }
  return [
    ...note(
      'hidden-text',
      hidden.length,
      hidden.map((words) => shorten(unescapeXml(words), sampleLength)),
    ),
    ...note('readings', readings),
    ...note('equations', equations),
  ];
}

/** References to notes that are nowhere would take the whole document with them. */
function withoutLostNotes(xml: string, parts: DocxParts): string {
  const known = new Set([...noteIds(parts, 'footnote'), ...noteIds(parts, 'endnote')]);
  return xml.replace(
    /<w:(footnote|endnote)Reference (?:[^<>]* )?w:id="(-?\d+)"[^<>]*?(?:\/>|><\/w:\1Reference>)/gu,
    (whole, kind: string, id: string) => (known.has(`${kind} ${id}`) ? whole : ''),
  );
}

function noteIds(parts: DocxParts, kind: 'footnote' | 'endnote'): readonly string[] {
  const notes = textOfPart(parts, `word/${kind}s.xml`).matchAll(
    new RegExp(`<w:${kind} (?:[^<>]* )?w:id="(-?\\d+)"`, 'gu'),
  );
  return [...notes].map(([, id = '']) => `${kind} ${id}`);
}

/** Ids of styles of characters that hide them. */
function hidingStyles(styles: string): ReadonlySet<string> {
  const found = styles.matchAll(
    /<w:style [^<>]*w:styleId="([^"]+)"[^<>]*>(?:(?!<\/?w:style[ >])[^])*?<w:vanish(?: w:val="(?:1|true|on)")?\/>/gu,
  );
  return new Set([...found].map(([, id = '']) => id));
}

/**
 * Gives a relation that the markup names and nobody wrote down a target that is not there: a picture that was lost must
 * not take the whole document with it.
 */
function nameLostRelations(parts: DocxParts, path: string, xml: string): void {
  const where = path.replace(/^word\//u, 'word/_rels/').concat('.rels');
  const known =
    textOfPart(parts, where) || '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
  const named = new Set([...xml.matchAll(/ r:(?:embed|link|id)="([\w.-]+)"/gu)].map(([, id = '']) => id));
  const written = new Set([...known.matchAll(/ Id="([\w.-]+)"/gu)].map(([, id = '']) => id));
  const lost = [...named].filter((id) => !written.has(id));
  if (lost.length === 0) return;
  const added = lost.map((id) => `<Relationship Id="${id}" Type="image" Target="media/lost.png"/>`).join('');
  const open = known.replace(/<\/Relationships>\s*$/u, '').replace(/(<Relationships[^<>]*)\/>\s*$/u, '$1>');
  parts.set(where, Buffer.from(`${open}${added}</Relationships>`, 'utf8'));
}
