/** A picture where the reader behind looks for one (20.2.2.5). */
const plain = /<a:graphicData(?: [^<>]*)?><pic:pic[ >]/u;
const blip = /<a:blip (?:[^<>]* )?(r:(?:embed|link)="[\w.-]+")/gu;

/**
 * A drawing as what the reader behind finds in it: each picture of a group, a canvas or a filled shape as a drawing of its own, then
 * the text boxes.
 */
export function plainPictures(drawing: string, boxes: readonly string[]): string {
  const rest = boxes.reduce((left, box) => left.replace(box, ''), drawing);
  const isPlain = plain.test(rest) && boxes.length === 0;
  if (isPlain) return drawing;
  const properties = /<wp:docPr [^<>]*\/?>/u.exec(rest)?.[0].replace(/\/?>$/u, '/>') ?? '';
  const pictures = [...rest.matchAll(blip)].map(
    ([, source = '']) =>
      `<w:drawing><wp:inline>${properties}<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${source}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
  );
  if (pictures.length === 0 && boxes.length === 0) return drawing;
  return pictures.join('') + (boxes.length === 0 ? '' : `<w:pict>${boxes.join('')}</w:pict>`);
}
