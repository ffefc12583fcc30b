import sharp from 'sharp';

/** What Word puts on a clipboard: HTML that names its pictures by temporary files, and RTF that holds them. */
export interface WordClipboard {
  readonly html: string;
  readonly rtf: string;
}

const htmlBytes = 200 * 1024;

const paragraph = (index: number): string =>
  `<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt;mso-line-height-rule:exactly'><span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>粘贴第${index}段，市住房和城乡建设局组织开展老旧小区电梯安全专项检查，<b style='mso-bidi-font-weight:normal'>共检查36台</b>，发现隐患12处。<span lang=EN-US><o:p></o:p></span></span></p>\n`;

const picture = (index: number): string =>
  `<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US><img width=553 height=368 src="file:///C:/Users/zhang/AppData/Local/Temp/msohtmlclip1/01/clip_image${String(index * 2 + 2).padStart(3, '0')}.jpg" v:shapes="图片_x0020_${index + 1}"></span></p>\n`;

/** 200 KB of HTML with so many photos in it; another `seed` gives other photos, so that none is known already. */
export async function wordClipboard(pictures: number, seed: number): Promise<WordClipboard> {
  let body = '';
  for (let index = 0; Buffer.byteLength(body) < htmlBytes; index += 1) {
    body += paragraph(index);
    const next = Math.floor(Buffer.byteLength(body) / (htmlBytes / pictures));
    if (next > body.split('<img').length - 1) body += picture(next - 1);
  }
  const photos = await Promise.all(Array.from({ length: pictures }, (_none, index) => photo(seed * 100 + index)));
  const groups = photos.map(
    (bytes) => `{\\pict\\picwgoal8295\\pichgoal5520\\picw1600\\pich1066\\jpegblip ${bytes.toString('hex')}}\\par\n`,
  );
  return {
    html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"></head><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`,
    rtf: `{\\rtf1\\ansi\n${groups.join('')}}`,
  };
}

/** A JPEG of 1600 × 1066 that looks like no other. */
async function photo(seed: number): Promise<Buffer> {
  const background = { r: seed % 256, g: (seed * 7) % 256, b: (seed * 31) % 256 };
  return sharp({
    create: {
      width: 1600,
      height: 1066,
      channels: 3,
      background,
      noise: { type: 'gaussian', mean: 120, sigma: 12 + (seed % 9) },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer();
}
