import { describe, expect, test } from 'vitest';
import { rtfPictures } from '#main/publishing/import/rtf/rtf-pictures.ts';

const png = '89504e470d0a1a0a';
const jpeg = 'ffd8ffe000104a46';
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const kinds = (rtf: string): readonly string[] => rtfPictures(rtf).map(({ kind, bytes }) => `${kind} ${hexOf(bytes)}`);

const crop = (twips: string) => rtfPictures(`{\\rtf1{\\pict\\piccropl${twips}\\pngblip ${png}}}`)[0]?.isCropped;

// The groups are those of the Rich Text Format Specification 1.9.1, "Pictures" and "Shapes".
describe('pictures of an RTF', () => {
  test('come in their order, with the size at which they are shown', () => {
    const rtf = `{\\rtf1\\ansi text {\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn fLine}{\\sv 0}}}\\picscalex50\\picscaley50\\picwgoal3000\\pichgoal1500\\pngblip\\bliptag123{\\*\\blipuid 0123456789abcdef}\r\n8950\r\n4e470d0a1a0a}} more {\\pict\\jpegblip ${jpeg}}}`;
    expect(kinds(rtf)).toEqual([`png ${png}`, `jpeg ${jpeg}`]);
    expect(rtfPictures(rtf)[0]).toMatchObject({ width: 100, height: 50 });
  });

  test('say when only a part of them is shown; a pixel more or less is rounding', () => {
    expect([crop('1200'), crop('15'), crop('-1200'), crop('0')]).toEqual([true, false, false, false]);
  });

  test('are not counted twice: the stand-ins for old readers, bullets and backgrounds are left out', () => {
    const shown = `{\\*\\shppict{\\pict\\pngblip ${png}}}{\\nonshppict{\\pict\\wmetafile8 0100}}`;
    const shape = `{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv {\\pict\\jpegblip ${jpeg}}}}}{\\shprslt{\\pict\\wmetafile8 0100}}}`;
    const aside = `{\\*\\listtable{\\*\\listpicture{\\pict\\pngblip ${png}}}}{\\*\\background{\\shp{\\pict\\pngblip ${png}}}}`;
    expect(kinds(`{\\rtf1 ${aside}${shown}${shape}}`)).toEqual([`png ${png}`, `jpeg ${jpeg}`]);
  });

  test('that no reader takes keep their place in the order', () => {
    const rtf = `{\\rtf1 {\\pict\\emfblip 0100}{\\pict\\wmetafile8 0100}{\\pict\\pngblip ${png}}{\\pict\\pngblip }}`;
    expect(kinds(rtf)).toEqual(['metafile ', 'metafile ', `png ${png}`, 'metafile ']);
  });

  test('may be binary, whatever signs their bytes are', () => {
    const bytes = Buffer.from(`${png}7d7b5c7d`, 'hex').toString('latin1');
    expect(kinds(`{\\rtf1 {\\pict\\pngblip\\bin12 ${bytes}}{\\pict\\jpegblip ${jpeg}}}`)).toEqual([
      `png ${png}7d7b5c7d`,
      `jpeg ${jpeg}`,
    ]);
  });

  test.each([
    '',
    'no rtf',
    '{{{{',
    '}}}}{\\pict\\pngblip 89',
    '{\\rtf1{\\pict\\pngblip\\bin999999999 x}',
    '{\\rtf1{\\pict\\pngblip\\bin-5 x}}',
    '{\\rtf1\\',
    `{\\rtf1${'{'.repeat(100_000)}`,
    `{\\rtf1{\\pict\\pngblip ${'\\'.repeat(50_000)}`,
    '{\\pict\\pngblip zz}'.repeat(20_000),
  ])('of a broken RTF do no harm (%#)', (rtf) => {
    expect(rtfPictures(rtf).length).toBeLessThanOrEqual(500);
  });
});
