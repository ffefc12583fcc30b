import { Document, ExternalHyperlink, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** Files of each kind that is imported, made of strings that are meant to run in a page. */

/** As text, as the address of a link, as the description of a picture and in a cell. */
export async function hostileDocx(payloads: readonly string[], picture: Uint8Array): Promise<Buffer> {
  const texts = payloads.map(legible);
  return Packer.toBuffer(
    new Document({
      title: texts[0] ?? '',
      sections: [
        {
          children: [
            ...texts.map((text) => new Paragraph({ children: [new TextRun(text)] })),
            ...texts
              .slice(0, 200)
              .map(
                (text) =>
                  new Paragraph({ children: [new ExternalHyperlink({ link: text, children: [new TextRun('链接')] })] }),
              ),
            ...texts.slice(0, 20).map(
              (text) =>
                new Paragraph({
                  children: [
                    new ImageRun({
                      type: 'png',
                      data: picture,
                      transformation: { width: 40, height: 30 },
                      altText: { name: text, title: text, description: text },
                    }),
                  ],
                }),
            ),
            new Table({
              rows: texts
                .slice(0, 20)
                .map((text) => new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })),
            }),
          ],
        },
      ],
    }),
  );
}

/** As markup of the page, and as the addresses of its parts. */
export function hostileMhtml(payloads: readonly string[], picture: Uint8Array): Buffer {
  const [address = ''] = payloads.map(legible);
  return mime('multipart/related; type="text/html"', `Snapshot-Content-Location: ${address}`, [
    part('text/html; charset=utf-8', `Content-Location: ${address}`, hostileHtml(payloads)),
    part('image/png', `Content-Location: javascript:alert(1)\r\nContent-ID: <${address}>`, picture),
  ]);
}

/** As subject, in the letter as text and as markup, and as the names of what is attached. */
export function hostileMail(payloads: readonly string[], picture: Uint8Array): Buffer {
  const names = payloads.map(legible);
  return mime('multipart/mixed', `Subject: ${names[0] ?? ''}\r\nFrom: "${names[1] ?? ''}" <a@example.gov.cn>`, [
    part('text/html; charset=utf-8', '', hostileHtml(payloads)),
    ...names.slice(0, 10).map((name) => part('image/png', attached(name), picture)),
    ...names.slice(10, 20).map((name) => part('application/octet-stream', attached(name), '无')),
    part('text/plain; charset=utf-8', attached('正文.txt'), payloads.join('\n')),
  ]);
}

export function hostileHtml(payloads: readonly string[]): string {
  return `<!DOCTYPE html><title>${payloads[0] ?? ''}</title><div>${payloads.map((one) => `<div>${one}</div>`).join('\n')}</div>`;
}

function attached(name: string): string {
  return `Content-Disposition: attachment; filename="${name.replaceAll(/["\\]/gu, '\\$&')}"`;
}

function part(type: string, headers: string, content: string | Uint8Array): string {
  const body = Buffer.from(content).toString('base64').replaceAll(/.{76}/gu, '$&\r\n');
  return `Content-Type: ${type}\r\n${headers === '' ? '' : `${headers}\r\n`}Content-Transfer-Encoding: base64\r\n\r\n${body}`;
}

function mime(type: string, headers: string, parts: readonly string[]): Buffer {
  const boundary = 'hostile-boundary';
  const body = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('');
  return Buffer.from(
    `MIME-Version: 1.0\r\n${headers}\r\nContent-Type: ${type}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`,
  );
}

/** Without signs that XML and header lines cannot carry. */
function legible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
}
