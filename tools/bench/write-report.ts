import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { reportPage, type PartFigures } from './report.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const rawPath = join(docs, 'performance.json');

/** Puts a part's new figures into `docs/performance.json` and writes `docs/performance.md` from it; `order` names all parts. */
export async function writePart(part: string, figures: PartFigures, order: readonly string[]): Promise<void> {
  const parts = { ...readParts(), [part]: figures };
  const ordered = order.flatMap((name) => (parts[name] ? [[name, parts[name]] as const] : []));
  writeFileSync(rawPath, `${JSON.stringify({ parts: Object.fromEntries(ordered) }, null, 2)}\n`);
  const page = reportPage(ordered.map(([, measured]) => measured));
  const options = { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' } as const;
  writeFileSync(join(docs, 'performance.md'), await format(page, options));
}

function readParts(): Readonly<Record<string, PartFigures>> {
  if (!existsSync(rawPath)) return {};
  const stored = JSON.parse(readFileSync(rawPath, 'utf8')) as { parts?: Readonly<Record<string, PartFigures>> };
  return stored.parts ?? {};
}
