import type { Signatory } from '#shared/model/person.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

export const writer: Signatory = { id: testId(1, 0xa), name: '拟稿员甲', role: 'writer' };
export const firstReviewer: Signatory = { id: testId(2, 0xa), name: '审核员乙', role: 'section-head' };
export const secondReviewer: Signatory = { id: testId(3, 0xa), name: '审核员丙', role: 'office-head' };
export const finalReviewer: Signatory = { id: testId(4, 0xa), name: '审核员丁', role: 'leader' };
export const exporter: Signatory = { id: testId(5, 0xa), name: '信息发布员戊', role: 'publisher' };
