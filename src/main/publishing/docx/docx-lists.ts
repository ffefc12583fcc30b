import { AlignmentType, LevelFormat, Paragraph, type ILevelsOptions, type INumberingOptions } from 'docx';
import type { ListNode } from '#shared/document/schema.ts';
import { docxInlines } from './docx-inlines.ts';
import { styleIds } from './docx-page.ts';

/** Word numbers at most nine levels; what is nested deeper stays on the last. */
const deepest = 8;
/** Twips by which each level stands further in. */
const step = 640;
const bullets = '●○■';

/** The lists of a document. Each is a numbering of its own, so that each counts from its own start. */
export class DocxLists {
  readonly #config: INumberingOptions['config'][number][] = [];

  get numbering(): INumberingOptions {
    return { config: this.#config };
  }

  paragraphs(list: ListNode, depth = 0): readonly Paragraph[] {
    const level = Math.min(depth, deepest);
    const reference = `list-${this.#config.length + 1}`;
    this.#config.push({ reference, levels: levelsOf(list) });
    return list.children.flatMap((item) => [
      new Paragraph({
        style: styleIds.listText,
        numbering: { reference, level },
        children: docxInlines(item.children),
      }),
      ...(item.nested ? this.paragraphs(item.nested, depth + 1) : []),
    ]);
  }
}

/** All levels alike: a list stands on one of them, which depends on the lists around it. */
function levelsOf({ ordered, start = 1 }: ListNode): readonly ILevelsOptions[] {
  return Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : bullets.charAt(level % bullets.length),
    start: ordered ? start : 1,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 2), hanging: step - 160 } } },
  }));
}
