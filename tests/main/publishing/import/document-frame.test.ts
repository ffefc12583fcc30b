import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { blockText } from '#shared/document/walk.ts';
import { wpsDocx, wpsParagraph as paragraph } from '#tests/builders/wps-docx.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

async function read(centred: readonly string[], rest: readonly string[]) {
  const body = [
    ...centred.map((words) => paragraph(words, { side: 'center' })),
    ...rest.map((words) => paragraph(words)),
  ];
  const { content, report } = await importPage(await wpsDocx(body.join('')), '来文.docx', sampleProfile);
  return {
    headline: content.metadata.headline,
    blocks: content.document.children.map(blockText),
    setApart: report.setApart,
  };
}

// Forms by GB/T 9704-2012, 7.2 and 7.3.
describe('an official document', () => {
  test('leaves its foot aside too: who else gets it, who printed it and when', async () => {
    const foot = ['抄送：市政府办公室，市应急管理局。', '台山市住房和城乡建设局办公室　　　2026年3月10日印发'];
    const { blocks, setApart } = await read(
      ['台山市住房和城乡建设局文件', '台住建〔2026〕3号', '关于开展电梯检查的通知'],
      ['现通知如下。', '（此件公开发布）', ...foot, '附件1'],
    );
    expect(blocks).toEqual(['现通知如下。', '（此件公开发布）', '附件1']);
    expect(setApart.slice(2)).toEqual(foot);
  });

  test('leaves its head aside, and its title is one line again', async () => {
    const head = ['000012', '特急', '台山市住房和城乡建设局文件', '台住建〔2026〕3号'];
    const title = ['关于开展2026年建筑施工', '安全生产大检查的通知'];
    expect(await read([...head, ...title], ['各镇（街）：', '现通知如下。'])).toEqual({
      headline: '关于开展2026年建筑施工安全生产大检查的通知',
      blocks: ['各镇（街）：', '现通知如下。'],
      setApart: head,
    });
  });

  test('with who signs it beside its number, and a title in one line', async () => {
    const { headline, setApart } = await read(
      ['台住建函（2026）12号　签发人：张三', '关于商请支持的函（试行）'],
      ['市府办：'],
    );
    expect(headline).toBe('关于商请支持的函（试行）');
    expect(setApart).toEqual(['台住建函（2026）12号　签发人：张三']);
  });

  test('is not what any other text begins with', async () => {
    const { headline, blocks, setApart } = await read(['市住建局印发保障房文件', '——李明带队走访'], ['正文。']);
    expect({ headline, blocks, setApart }).toEqual({
      headline: '市住建局印发保障房文件',
      blocks: ['——李明带队走访', '正文。'],
      setApart: [],
    });
  });
});

test('who edited it, and what an account sets below its articles, is apart only where the article is over, or above it', async () => {
  const plan = ['分工如下：', '编辑：张三', '审核：李四', '以上分工自3月起执行。'];
  const end = ['- END -', '来源：市住建局', '编辑 | 王五　审核 | 赵六', '监制：孙七、周八', '长按识别二维码关注我们'];
  const { blocks, setApart } = await read([], ['市住建局开展检查', '责任编辑：王五', ...plan, ...end]);
  expect(blocks).toEqual([...plan, '来源：市住建局']);
  expect(setApart).toEqual(['责任编辑：王五', ...end.filter((line) => !line.startsWith('来源'))]);
});

const picture = (name: string, size: string): string => `<p><img src="${name}.jpg" ${size}></p>`;

describe('the code for telephones below an article of WeChat', () => {
  const photo = picture('a', 'width="600" height="400"');
  const code = picture('b', 'width="258" height="258"');
  const scan = '<p>长按识别二维码关注我们</p>';
  const named = '<p><img src="c.jpg" alt="公众号二维码"></p>';

  test.each([
    ['above the line that asks to scan it', `${code}${scan}`, 1],
    ['below it', `${scan}${code}`, 1],
    ['beside a photo of the article', `${photo}${code}<hr>${scan}`, 2],
    ['that is called one', `<p>- END -</p>${named}`, 1],
  ])('%s is set apart with its line, and told', async (_where, tail, pictures) => {
    const page = Buffer.from(`<h1>市住建局开展检查</h1><p>检查组到城东。</p>${photo}${tail}`);
    const { content, report } = await importPage(page, 'a.html', sampleProfile);
    expect(content.document.children.filter(({ type }) => type === 'figure')).toHaveLength(pictures);
    expect(report.notes.slice(0, 2)).toEqual([
      { kind: 'codes', count: 1, names: [] },
      { kind: 'pictures-elsewhere', count: pictures, names: [] },
    ]);
  });

  test.each([
    ['a photo beside that line', `${photo}${scan}`],
    ['a square picture without that line', `${code}<p>编辑：张三</p>`],
    ['a picture in the article', `${code}${scan}<p>扫码即可报名，名额有限。</p>`],
    ['a picture with a caption', `${code}<p>▲小区活动现场</p>${scan}`],
  ])('%s is none', async (_what, tail) => {
    const page = Buffer.from(`<h1>市住建局开展检查</h1><p>检查组到城东。</p>${tail}`);
    const { content } = await importPage(page, 'a.html', sampleProfile);
    expect(content.document.children.filter(({ type }) => type === 'figure')).toHaveLength(1);
  });
});

test.each(['责任编辑：王五', '编辑：张三　审核：李四', '初审：张三 复审：李四 终审：王五'])(
  'who edited an article where it comes from is set apart: %s',
  async (line) => {
    expect((await read([], ['市住建局开展检查', '检查组到城东。', line])).setApart).toEqual([line]);
  },
);
