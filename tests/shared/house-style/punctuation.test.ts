import { describe, expect, test } from 'vitest';
import { editText } from '#shared/document/text-edit.ts';
import { punctuationEdits } from '#shared/house-style/punctuation.ts';

const mended = (text: string): string => editText(text, punctuationEdits(text));

describe('Chinese text gets its full-width punctuation back', () => {
  test.each([
    ['大家好,请进!好吗?可以;行:', '大家好，请进！好吗？可以；行：'],
    ['他说:"好."', '他说：“好。”'],
    ['确保温暖过冬. 会议强调,要压实责任.', '确保温暖过冬。会议强调，要压实责任。'],
    ['印发《办法》. ', '印发《办法》。 '],
    ['按第三条（试行）.', '按第三条（试行）。'],
    ['"一"和"二"', '“一”和“二”'],
    ["他说:'可以'", '他说：‘可以’'],
    ['各股(室)、各单位(含下属)', '各股（室）、各单位（含下属）'],
    ['学习<关于开展检查的通知>和<<条例>>', '学习《关于开展检查的通知》和《条例》'],
    ['好, 我来', '好，我来'],
    ['共3个,分2批', '共3个，分2批'],
    ['真的吗?!', '真的吗？！'],
    ['(联系人:张三)', '（联系人：张三）'],
    ['电话:0750-5524538,邮编:529200', '电话：0750-5524538，邮编：529200'],
  ])('%s', (before, after) => expect(mended(before)).toBe(after));
});

describe('and nothing else is touched', () => {
  test.each([
    '全文共1,234,567字，比分3:2，时间08:30:15。',
    '网址https://a.gov.cn/x,y:z?q=(1)，邮箱a-b@c.gov.cn。',
    '用(pcr)方法和(app)登记。',
    'Hello, world! (really?) "quoted"',
    "it's, you're",
    '若a<b且c>d，则1<2。',
    '电话(0750)5524538。',
    '已经正确：“好”，（对）！',
    '只有一个"引号的句子',
    '一. 总体要求',
    '（二）. 重点任务',
    '第三. 保障措施',
    '乔治.布什来访',
    '见图1.',
    '请看...',
    '版本为V2.',
    '邮箱是张三@a.gov.cn.',
  ])('%s', (text) => expect(mended(text)).toBe(text));
});

test('mending twice changes nothing more', () => {
  const once = mended('他说:"先看(附件),再定!"对吗?<通知>,3:2');
  expect(mended(once)).toBe(once);
});
