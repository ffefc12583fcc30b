import { expect, test } from 'vitest';
import { runChecks } from '#shared/house-style/engine.ts';
import type { Document } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import { emptyMetadata } from '#shared/model/draft.ts';
import { drawnTable } from '#tests/builders/drawn-table.ts';
import { sampleProfile } from '#tests/helpers/sample-profile.ts';

/** What is said of the width of a table. */
function said(drawing: string): unknown {
  const document: Document = { format: 'gaoqian-document', version: documentVersion, children: [drawnTable(drawing)] };
  const content = { metadata: emptyMetadata(sampleProfile), document };
  const findings = runChecks(content, { profile: sampleProfile, assets: new Map() });
  const wide = findings.filter(({ rule }) => rule === 'table-wide');
  return wide.map(({ severity, place, params }) => ({ severity, place, params }));
}

const row = (cell: string, count: number): string => Array.from({ length: count }, () => cell).join('|');

test('a table that its columns can share is no matter, however long the words', () => {
  expect(said(`${row('表头', 8)}/${row('很长很长的一段话，可以在格子里换行。', 8)}`)).toEqual([]);
  expect(said(row('1', 20))).toEqual([]);
  expect(said(row('', 19))).toEqual([]);
});

test('too many columns of words stand on end', () => {
  expect(said(row('完成情况', 9))).toEqual([
    { severity: 'warning', place: { kind: 'block', block: 0 }, params: { columns: 9, width: 48, limit: 45 } },
  ]);
});

test('what can not be broken needs its room: addresses, long numbers', () => {
  expect(said(`甲|www.example.gov.cn${'?page-without-any-place-to-break'.repeat(3)}`)).toMatchObject([
    { params: { columns: 2 } },
  ]);
  expect(said(row('1,234,567.89', 5))).toEqual([]);
  expect(said(row('1,234,567.89', 7))).toHaveLength(1);
});

test('a merged cell asks for no more than its columns have', () => {
  expect(said(`表头=8/${row('数据', 8)}`)).toEqual([]);
  expect(said(`${row('完成情况=2', 9)}/${row('', 18)}`)).toHaveLength(1);
});
