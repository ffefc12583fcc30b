import { describe, expect, test } from 'vitest';
import { joinBrokenLines } from '#shared/document/broken-lines.ts';

const joined = (text: string): readonly string[] => joinBrokenLines(text.split('\n')).lines;
const kept = (text: string): void => expect(joined(text)).toEqual(text.split('\n'));

describe('lines that a program broke at the edge of its page', () => {
  test('are one paragraph again, headings and the ends of paragraphs stay', () => {
    const page = [
      '市住建局开展电梯安全检查',
      '3月16日，市住建局组织检查组到城东片区开展电梯安全检查，现场登记问题',
      '36处。检查组要求物业服务企业限期整改，逾期不改的依法查处，并将检查情况',
      '通报属地街道。',
      '一、下一步工作',
      '市住建局将持续开展检查，督促维保单位落实责任，确保群众乘梯安全，并于4月',
      '底前完成“回头看”。',
    ];
    expect(joinBrokenLines(page)).toEqual({
      lines: [page[0], page.slice(1, 4).join(''), page[4], page.slice(5).join('')],
      joined: 3,
    });
  });

  test('keep a blank between words of letters, and none where Chinese goes on', () => {
    const page = ['3月16日，检查组查看了由 Hitachi Elevator', 'China 维保的电梯，共登记问题三十六处并要求', '整改。'];
    expect(joined(page.join('\n'))).toEqual([
      '3月16日，检查组查看了由 Hitachi Elevator China 维保的电梯，共登记问题三十六处并要求整改。',
    ]);
  });

  test('may end short before a figure or word that had no room', () => {
    const page = [
      '全市共有住宅小区电梯一万二千三百余台，',
      '13800000000号热线全年受理电梯类投诉同比去年',
      '下降一成。',
    ];
    expect(joined(page.join('\n'))).toHaveLength(1);
  });

  test.each([
    [
      'of headlines that are equally long',
      '市住建局召开电梯安全工作会议部署三月检查任务\n市住建局走访城东片区物业服务企业督促问题整改\n市住建局组织志愿者到社区宣传电梯安全使用知识',
    ],
    [
      'of names and addresses',
      '联系人：张三\n地址：台山市台城街道办事处建设路三十六号三楼\n电话：0750-5524538\n邮编：529200',
    ],
    [
      'of parts that begin with a number',
      '1.登记问题，建立台账，明确整改时限和责任单位并\n2.跟踪督办，对逾期未改的物业服务企业依法查处并\n3.公开结果，接受群众监督。',
    ],
    [
      'of paragraphs that are indented',
      '　　3月16日，市住建局组织检查组到城东片区检查\n　　电梯，现场登记问题36处，要求物业服务企业们\n　　限期整改。',
    ],
    ['of cells', '城东片区电梯维护保养合同到期需要尽快签订\t12\n城西片区电梯维护保养合同到期需要尽快签订\t8\n合计。'],
    [
      'of whole paragraphs',
      `${'市住建局组织检查组到城东片区开展电梯安全检查，'.repeat(4)}\n${'市住建局组织检查组到城西片区开展电梯安全检查，'.repeat(4)}\n完。`,
    ],
    ['of a single pair', '3月16日，市住建局组织检查组到城东片区检查\n电梯。'],
  ])('are not seen in lines %s', (_what, text) => kept(text));
});
