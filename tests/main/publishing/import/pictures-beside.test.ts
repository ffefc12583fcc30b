import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { picturesBeside } from '#main/publishing/import/pictures-beside.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** What a page with these pictures shows, by the names of the files beside it. */
async function shown(images: string, ...names: readonly string[]) {
  const folder = await temporaryFolder();
  const files = names.map((name, index) => ({ name, path: join(folder, String(index)) }));
  for (const { path, name } of files) await writeFile(path, `bytes of ${name} ${path}`);
  const html = `<h1>检查</h1><p>检查组进入小区，逐栋查看电梯。</p>${images}`;
  const { report, pictures } = await importPage(Buffer.from(html), '检查.html', sampleProfile, picturesBeside(files));
  return { pictures: pictures.map(({ name }) => name), notes: report.notes.map(({ kind, count }) => [kind, count]) };
}

/** A picture of a WeChat article as Chromium saves it. */
const picture = (id: string, name: string) =>
  `<p><img data-src="https://mmbiz.qpic.cn/mmbiz_jpg/${id}/640?wx_fmt=jpeg" src="./检查_files/${name}"></p>`;

test('addresses of a saved page are found by their last name: as they are, with % for signs, in any case', async () => {
  const images =
    '<img src="./%E6%A3%80_files/%E7%85%A7(1).webp"><img src="检.files\\image001.JPG"><img src="a.png?v=2">';
  expect(await shown(images, 'image001.jpg', '照(1).webp', 'a.png', 'logo.png')).toEqual({
    pictures: ['照(1).webp', 'image001.jpg', 'a.png'],
    notes: [['pictures-unused', 1]],
  });
});

test('an article of WeChat, whose pictures are all /640 on the network: each place has what was drawn there', async () => {
  expect(await shown(picture('aa', '640') + picture('bb', '640(1)'), '640', '640(1)')).toEqual({
    pictures: ['640', '640(1)'],
    notes: [],
  });
});

/** A picture that a script loads, and what is drawn until then. */
const lazy = (name: string, drawn: string) =>
  `<p><img data-original="/upload/${name}.jpg" src="检查_files/${drawn}"></p>`;

test('pictures that were not loaded when the page was saved wait, whatever is drawn until then, and that is told', async () => {
  expect(
    await shown(lazy('a', 'dot.gif') + lazy('b', 'dot.gif') + lazy('c', 'c.jpg'), 'dot.gif', 'c.jpg', 'b.jpg'),
  ).toEqual({
    pictures: ['b.jpg', 'c.jpg'],
    notes: [
      ['pictures-unloaded', 1],
      ['pictures-unused', 1],
    ],
  });
  expect(await shown(lazy('a', 'loading.gif') + '<img data-src="https://mmbiz.qpic.cn/x/640">', 'loading.gif')).toEqual(
    {
      pictures: [],
      notes: [
        ['pictures-unloaded', 2],
        ['pictures-unused', 1],
      ],
    },
  );
});

test('an address on the network is found by a name with an ending; where two files could be meant the place waits', async () => {
  const images = '<img src="http://x.gov.cn/upload/a.jpg"><img src="http://x.gov.cn/upload/b.jpg">';
  expect(await shown(images, 'a.jpg', 'b.jpg', 'b.jpg')).toEqual({
    pictures: ['a.jpg'],
    notes: [
      ['pictures-elsewhere', 1],
      ['pictures-unused', 2],
    ],
  });
});
