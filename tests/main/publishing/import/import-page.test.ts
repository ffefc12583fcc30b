import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { importPage } from '#main/publishing/import/import-page.ts';
import { scriptConverter } from '#main/publishing/import/script.ts';
import { documentSchema, type BlockNode } from '#shared/document/schema.ts';
import { blockText, figuresOf } from '#shared/document/walk.ts';
import { applyRepairs } from '#shared/house-style/repairs/apply-repairs.ts';
import { findPinyinResidues } from '#shared/house-style/pinyin.ts';
import { findRepairs } from '#shared/house-style/repairs/find-repairs.ts';
import { draftContentSchema, type DraftContent } from '#shared/model/draft.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import { countRepairs } from '#shared/model/repair.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';
import { sharedFixture } from '#tests/helpers/shared-fixtures.ts';

const ownPages = join(import.meta.dirname, '../../../fixtures/pages');
const samplePages = join(import.meta.dirname, '../../../../resources/samples/pages');

/** A page as it comes in, what its words need, and the draft once all of that is done. */
async function importBytes(bytes: Uint8Array, name: string) {
  const { content: came, report } = await importPage(bytes, name, sampleProfile);
  const repairs = findRepairs(came, scriptConverter);
  return { came, report, repairs, content: applyRepairs(came, repairs) };
}

async function importFrom(path: string) {
  return importBytes(readFileSync(path), path.split('/').at(-1) ?? '');
}

async function importText(text: string) {
  return importBytes(new TextEncoder().encode(text), 'page.txt');
}

function countOf(report: Pick<ImportReport, 'changes'>, kind: ImportReport['changes'][number]['kind']): number {
  return report.changes.find((change) => change.kind === kind)?.count ?? 0;
}

function texts(content: DraftContent): readonly string[] {
  return content.document.children.map(blockText);
}

function residues(words: string): number {
  return findPinyinResidues(words).length;
}

/** What every clean draft holds to, whatever page it came from. */
function expectClean(content: DraftContent): void {
  draftContentSchema.parse(content);
  const all = [content.metadata.headline, ...texts(content)].join('\n');
  expect(all).not.toMatch(/\p{Script=Han}\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u);
  expect(all).not.toMatch(/\p{Script=Han}[,:;!?"()]|[,:;!?"()]\p{Script=Han}/u);
  expect(all).not.toMatch(/[▲△]/u);
  expect(Converter({ from: 't', to: 'cn' })(all)).toBe(all);
}

describe('the damaged page of the bureau', () => {
  const folder = sharedFixture('seed');
  const name = folder ? readdirSync(folder).find((entry) => entry.endsWith('.txt')) : undefined;
  const seed = folder && name ? join(folder, name) : null;
  const given = test.runIf(seed);

  given('becomes a clean Simplified draft', async () => {
    const { came, content, report, repairs } = await importFrom(seed ?? '');
    expectClean(content);
    expect(residues(readFileSync(seed ?? '', 'utf8'))).toBe(194);
    // What the page's own chrome and the standing text held went with them.
    expect(residues([came.metadata.headline, ...texts(came)].join('\n'))).toBe(142);
    expect(countRepairs(repairs)).toEqual([
      { kind: 'pinyin-residue', count: 142 },
      { kind: 'traditional', count: 286 },
      { kind: 'punctuation', count: 71 },
      { kind: 'lost-email', count: 1 },
    ]);
    expect(report.setApart).toEqual(['您访问的链接即将离开“ 市住房和城乡建设局 ”门户网站 是否继续？', '继续访问放弃']);
    expect(content.metadata).toMatchObject({
      headline: '疫情就是命令，防控就是责任！市住建局迅速应战全市核酸检测工作',
      contentSource: '台山政府网',
      contactPhone: '0750-5524538',
      contactEmail: '',
    });
  });

  given('keeps its order: text and captions as they stood, the standing text, the contact line', async () => {
    const { content } = await importFrom(seed ?? '');
    const initials = content.document.children.map((block) => block.type.charAt(0)).join('');
    expect(initials, 'paragraphs, figures, boilerplate').toBe('pppfpfpfpfpbp');
    expect(figuresOf(content.document).map(blockText)).toEqual([
      '刘文局长检查建筑工地疫情防控工作',
      '党员义工及志愿者紧锣密鼓配合开展检测工作',
      '宣传发动人员核酸检测及检查防疫工作',
      '检查落实疫情防控工作情况',
    ]);
    expect(figuresOf(content.document).every((figure) => figure.asset === null && figure.credit === '')).toBe(true);
  });

  given('reads word for word as it was written', async () => {
    const paragraphs = texts((await importFrom(seed ?? '')).content);
    expect(paragraphs[0]).toBe(
      '疫情就是命令，防控就是责任！自接到关于开展全市核酸检测的通知后，市住建局高度重视，迅速进入应战状态，当天下午，局党组书记、局长刘文立即主持召开疫情防控紧急会议，为配合开展大规模核酸检测工作及下阶段的疫情防控工作再动员部署。',
    );
    expect(paragraphs[4]).toBe(
      '党员先行，“义”不容辞齐心战疫。“请大家扫码预约登记，保持1米间距，做好个人防护……”在检测点，90多名住建党员义工及志愿者积极响应号召，充分发挥模范先锋作用，不辞辛苦做好维持秩序、疏导群众、录入信息等工作，与医护人员和社区志愿者并肩作战，用暖心服务赢得了群众点赞，用行动守护人民群众健康安全。',
    );
    expect(paragraphs[1]).toContain('各股（室）和下属单位要迅速行动，宣传到位，');
    expect(paragraphs[6]).toContain('分成4个小组赴工地');
    expect(paragraphs.at(-1)).toBe('联系方式：0750-5524538邮件：【待核】电子邮箱');
  });

  given('its copyright line is the standing text of the profile, blanks filled', async () => {
    const { content } = await importFrom(seed ?? '');
    const boilerplate = content.document.children.find((block) => block.type === 'boilerplate');
    expect(boilerplate).toMatchObject({ id: 'copyright', version: 1, values: { 稿件来源: '台山政府网' } });
    expect(boilerplate?.text).toMatch(
      /^凡本网注明“稿件来源：台山政府网”的所有文字、图片和音视频稿件，版权均属台山政府网所有，/u,
    );
  });
});

describe('a page of our own with the same damage', () => {
  test('becomes a clean draft with its captions, credit, source and phone', async () => {
    const { content, report, repairs } = await importFrom(join(samplePages, 'damaged-page.txt'));
    expectClean(content);
    expect(countRepairs(repairs), 'the others stood in what was set apart').toEqual([
      { kind: 'pinyin-residue', count: 30 },
      { kind: 'traditional', count: 76 },
      { kind: 'punctuation', count: 19 },
      { kind: 'lost-email', count: 1 },
    ]);
    expect(content.metadata).toMatchObject({
      headline: '市住建局组织开展老旧小区电梯安全检查',
      contentSource: '台山政府网',
      contactPhone: '0750-0000000',
      contactEmail: '',
    });
    expect(texts(content).slice(0, 5)).toEqual([
      '3月16日上午，市住建局组织8个检查组，对城东片区12个老旧小区的36台电梯开展安全检查。“请大家配合，不要在电梯里堆放杂物！”检查组组长陈工说。',
      '检查组重点查看三项内容：一是电梯的年检（定检）记录；二是五方对讲是否畅通；三是机房温度。随后，检查组在08:30至11:45之间逐台试运行，现场登记问题17项，合格率为95.2%（app同步登记）。',
      '检查组查看电梯机房的运行记录',
      '市住建局有关负责人表示：“电梯安全无小事，发现一处、整改一处。”您所在的小区有问题怎么办？请拨打热线反映。',
      '物业人员向检查组演示五方对讲系统',
    ]);
    expect(figuresOf(content.document).map((figure) => figure.credit)).toEqual(['李明', '']);
    expect(report.setApart).toHaveLength(2);
  });

  test('tells what it made of the page, each kind with samples; the words are those that came', async () => {
    const { report } = await importFrom(join(samplePages, 'damaged-page.txt'));
    expect(report).toMatchObject({ fileName: 'damaged-page.txt', encoding: 'utf-8' });
    expect(new Set(report.changes.map((change) => change.kind))).toEqual(
      new Set(['page-chrome', 'headline', 'caption', 'boilerplate', 'metadata']),
    );
    const samples = report.changes.flatMap((change) => change.samples);
    expect(samples).toContainEqual({
      before: '▲檢(jiǎn)查組(zǔ)查看電梯機房的運行記錄(攝影:李明)',
      after: '檢(jiǎn)查組(zǔ)查看電梯機房的運行記錄',
    });
  });
});

describe('a saved HTML page', async () => {
  const { content, report } = await importFrom(join(ownPages, 'notice-gb18030.html'));

  test('is read in the old encoding, its head and its line under the headline into the metadata', async () => {
    expect(report.encoding).toBe('gb18030');
    expect(content.metadata).toMatchObject({
      headline: '关于做好汛期房屋安全管理的通知',
      contentSource: '台山政府网',
      authors: [],
      keywords: ['汛期', '房屋安全'],
      contactPhone: '(0750)5520000',
      contactEmail: 'zjj@example.gov.cn',
    });
  });

  test('gives text, headings, lists, links and pictures, and nothing else', async () => {
    expect(content.document.children).toEqual<BlockNode[]>([
      { type: 'paragraph', children: [{ type: 'text', text: '各有关单位：' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '为做好' },
          { type: 'text', text: '汛期', formats: ['bold'] },
          { type: 'text', text: '房屋安全管理，根据' },
          {
            type: 'link',
            url: 'https://www.example.gov.cn/a?x=1&y=2',
            children: [{ type: 'text', text: '有关规定' }],
          },
          { type: 'text', text: '要求，现就有关事项通知如下。点此查看' },
        ],
      },
      { type: 'heading', level: 2, children: [{ type: 'text', text: '一、总体要求' }] },
      {
        type: 'list',
        ordered: true,
        children: [
          {
            type: 'list-item',
            children: [{ type: 'text', text: '排查隐患' }],
            nested: {
              type: 'list',
              ordered: false,
              children: [
                { type: 'list-item', children: [{ type: 'text', text: '农村房屋' }] },
                { type: 'list-item', children: [{ type: 'text', text: '在建工地' }] },
              ],
            },
          },
          { type: 'list-item', children: [{ type: 'text', text: '落实责任' }] },
        ],
      },
      {
        type: 'table',
        children: [
          {
            type: 'table-row',
            children: [
              { type: 'table-cell', header: true, children: [{ type: 'text', text: '片区' }] },
              { type: 'table-cell', header: true, children: [{ type: 'text', text: '联系人' }] },
            ],
          },
          {
            type: 'table-row',
            children: [
              { type: 'table-cell', children: [{ type: 'text', text: '城东' }] },
              { type: 'table-cell', children: [{ type: 'text', text: '张三' }] },
            ],
          },
        ],
      },
      {
        type: 'figure',
        asset: null,
        alt: '检查现场（城东）',
        credit: '李明',
        children: [{ type: 'text', text: '检查组在城东片区排查房屋隐患' }],
      },
      { type: 'paragraph', children: [{ type: 'text', text: '設施第一行' }] },
      { type: 'paragraph', children: [{ type: 'text', text: '第二行' }] },
      {
        type: 'paragraph',
        children: [{ type: 'text', text: '联系电话：(0750)5520000，邮箱：zjj@example.gov.cn' }],
      },
    ]);
    expect(countOf(report, 'dropped-markup')).toBe(3);
    expect(report.notes.map(({ kind, count }) => [kind, count])).toEqual([
      ['readings', 1],
      ['hidden-text', 1],
      ['pictures-elsewhere', 1],
    ]);
  });

  test('nested deeper than any page, or hostile, it does no harm', async () => {
    const deep = `<html><body>${'<div>'.repeat(20_000)}底${'</div>'.repeat(20_000)}<p>面</p><p>里</p></body></html>`;
    const { content } = await importText(deep);
    expect([content.metadata.headline, ...texts(content)]).toEqual(['底', '面', '里']);
    const hostile =
      '<html><body><h1>题</h1><p>甲<svg><a xlink:href="javascript:alert(1)">乙</a></svg><a href="data:text/html,x">丙</a></p><math><mtext></p><img src=x onerror=alert(1)></body></html>';
    const imported = await importText(hostile);
    documentSchema.parse(imported.content.document);
    expect(JSON.stringify(imported.content)).not.toMatch(/javascript|data:|onerror|alert/u);
  });
});

describe('what must stay as it is', () => {
  test.each([
    ['电话0750-5524538，邮箱a.b@c.gov.cn，网址https://www.a.gov.cn/x?a=1,2:3。'],
    ['会议定于14:30开始，比分3:2，共1,234人。'],
    ['做核酸(pcr)检测，装好(app)，学English, French和German。'],
    ['他用iPhone 12拍照，it\u2019s OK, thanks! Bye。'],
    ['皇后与乾隆，后来干活，面条，几百里路。'],
  ])('%s', async (line) => {
    const { content } = await importText(`题目\n${line}`);
    expect(texts(content)).toEqual([line]);
  });

  test('a first paragraph that begins with the words of the headline', async () => {
    const { content } = await importText('大家行动起来\n大家行动起来，做好检查工作。');
    expect(content.metadata.headline).toBe('大家行动起来');
    expect(texts(content)).toEqual(['大家行动起来，做好检查工作。']);
  });
});

test('of a saved WeChat article the article alone comes in, with its title and account', async () => {
  // Shape: article pages of mp.weixin.qq.com (activity-name, js_name, js_content hidden until scripts have run).
  const { content } = await importPage(
    Buffer.from(
      `<html><body id="activity-detail"><div id="img-content"><h1 id="activity-name">\n市住建局开展检查\n</h1><div id="meta_content"><span>李明</span><span id="profileBt"><a id="js_name"> 示例住建 </a></span><em id="publish_time">2026-03-16 09:00</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><span leaf="">3月16日，检查组到城东片区。</span></section></div></div><div id="js_pc_qr_code"><p>微信扫一扫<br>关注该公众号</p></div></body></html>`,
    ),
    '文章.html',
    sampleProfile,
  );
  expect(content.metadata).toMatchObject({ headline: '市住建局开展检查', contentSource: '示例住建' });
  expect(texts(content)).toEqual(['3月16日，检查组到城东片区。']);
});

test('rows of a plain text whose cells tabs part are a table', async () => {
  const { content } = await importText('通知\n\n区域\t套数\n城东\t12\n');
  expect(content.document.children).toMatchObject([{ type: 'table', children: [{}, {}] }]);
});

test('a text in Markdown comes with headings, lists and bold, and that is told', async () => {
  const { content, report } = await importText(
    '# 关于改造的通报\n\n### 一、进展\n\n落实**“一户一策”**。\n\n- 外墙\n- 屋面\n',
  );
  expect(content.metadata.headline).toBe('关于改造的通报');
  expect(content.document.children).toMatchObject([
    { type: 'heading', level: 3, children: [{ text: '一、进展' }] },
    { type: 'paragraph', children: [{ text: '落实' }, { text: '“一户一策”', formats: ['bold'] }, { text: '。' }] },
    { type: 'list', children: [{}, {}] },
  ]);
  expect(report.notes).toEqual([{ kind: 'markdown', count: 5, names: [] }]);
});

test('a file that is called .md is Markdown, however little of it there is', async () => {
  const { content } = await importBytes(Buffer.from('# 通报\n\n落实**重点**工作。'), '通报.md');
  expect(content.metadata.headline).toBe('通报');
  expect(texts(content)).toEqual(['落实重点工作。']);
});

describe('files that are no page are refused', () => {
  test.each([
    ['page-empty', Buffer.alloc(0)],
    ['page-empty', Buffer.from('\ufeff \r\n\t\u3000\n')],
    ['page-not-text', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
    ['docx-broken', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000文', 'utf8')],
    ['page-not-text', Buffer.from(Array.from({ length: 999 }, (_unused, at) => (at * 7919) % 256))],
  ])('%s', async (code, bytes) => {
    await expect(importPage(bytes, 'page.txt', sampleProfile)).rejects.toMatchObject({ code });
  });

  test('the three encodings are told apart', async () => {
    const text = '关于开展检查的通知\r\n第一段，有“引号”。';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const bare = Buffer.from(text, 'utf16le');
    // 关于 in GB18030.
    const gb = Buffer.concat([Buffer.from([0xb9, 0xd8, 0xd3, 0xda]), Buffer.from('\n')]);
    expect((await importPage(utf16, 'a.txt', sampleProfile)).report.encoding).toBe('utf-16le');
    expect(texts((await importPage(bare, 'a.txt', sampleProfile)).content)).toEqual(['第一段，有“引号”。']);
    expect(await importPage(gb, 'a.txt', sampleProfile)).toMatchObject({
      report: { encoding: 'gb18030' },
      content: { metadata: { headline: '关于' } },
    });
  });

  test('UTF-16 of the other order, and Big5 that nothing says but its own characters', async () => {
    const swapped = Buffer.from('关于开展检查的通知\n第一段。', 'utf16le').swap16();
    expect(await importPage(swapped, 'a.txt', sampleProfile)).toMatchObject({
      report: { encoding: 'utf-16be' },
      content: { metadata: { headline: '关于开展检查的通知' } },
    });
    // 市政府開展電梯安全檢查 in Big5.
    const big5 = Buffer.from('a5abac46a9b2b67dae69b971b1e8a677a5fec0cbac64', 'hex');
    expect(await importPage(big5, 'a.txt', sampleProfile)).toMatchObject({
      report: { encoding: 'big5' },
      content: { metadata: { headline: '市政府開展電梯安全檢查' } },
    });
  });

  test('a file that was cut in the middle of a character is read as far as it goes, and says so', async () => {
    const whole = Buffer.from('关于开展检查的通知\n第一段，到此为止。');
    const { content, report } = await importPage(whole.subarray(0, -1), 'a.txt', sampleProfile);
    expect(texts(content)).toEqual(['第一段，到此为止\ufffd']);
    expect(report).toMatchObject({ encoding: 'utf-8', notes: [{ kind: 'unreadable-characters', count: 1 }] });
  });

  test('the XML of Word 2003 is an old format too', async () => {
    const xml = '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>';
    await expect(importPage(Buffer.from(xml), '通知.xml', sampleProfile)).rejects.toMatchObject({
      code: 'import-old-office',
    });
  });
});
