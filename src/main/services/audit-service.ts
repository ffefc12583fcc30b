import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import type { ParsedRequest, Response } from '#shared/ipc/contract.ts';
import type { AuditEntry, AuditFilter, AuditVerdict } from '#shared/model/audit.ts';
import { shanghaiDate, shanghaiSecond } from '#shared/shanghai-time.ts';
import { auditEventName } from '#shared/texts/audit-events.ts';
import { byteOrderMark, csvText } from '#shared/texts/csv.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import type { TextFiles } from './ports/text-files.ts';
import type { WrittenFiles } from './written-files.ts';

export interface AuditService {
  list(request: ParsedRequest<'audit:list'>): Promise<Response<'audit:list'>>;
  verify(): Promise<AuditVerdict>;
  /** Writes the lines that the filter means, oldest first, for people to carry away; the export itself is a line too. */
  export(filter: AuditFilter, format: 'csv' | 'json'): Promise<WrittenFile>;
}

export interface AuditServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly files: TextFiles;
  readonly written: WrittenFiles;
  /** Where exports are written to. */
  readonly folder: string;
}

/** Lines that are read at a time. */
const page = 1000;

/** Who did what, to be looked through, proven and carried away. */
export function auditService(ports: AuditServicePorts): AuditService {
  const { store, clock, desk, files, written, folder } = ports;

  async function allLines(filter: AuditFilter): Promise<readonly AuditEntry[]> {
    const entries: AuditEntry[] = [];
    for (let before: number | null = null; ;) {
      const lines = await store.listAudit({ filter, before, limit: page });
      entries.push(...lines);
      before = lines.at(-1)?.sequence ?? null;
      if (lines.length < page) return entries.reverse();
    }
  }

  return {
    async list({ filter, before, limit }) {
      const [entries, events] = await Promise.all([
        store.listAudit({ filter, before, limit }),
        store.listAuditEvents(),
      ]);
      const next = entries.length < limit ? null : (entries.at(-1)?.sequence ?? null);
      return { entries: [...entries], next, events: [...events] };
    },

    verify: async () => store.verifyAudit(),

    async export(filter, format) {
      const [person, entries] = await Promise.all([desk.person(), allLines(filter)]);
      const at = clock.now();
      const text = format === 'csv' ? csvOf(entries) : jsonOf(entries, filter, at);
      const file = await files.writeInto(folder, `审计日志-${shanghaiDate(at)}.${format}`, text);
      const facts = { format, lines: entries.length };
      await store.appendAudit({ at, personId: person.id, event: 'audit.exported', facts });
      return written.register(file);
    },
  };
}

const columns = [
  '序号',
  '时间（北京时间）',
  '人员',
  '动作',
  '动作代码',
  '稿件',
  '稿件编号',
  '其他',
  '上一行校验值',
  '本行校验值',
];

function csvOf(entries: readonly AuditEntry[]): string {
  const rows = entries.map((entry) => [
    entry.sequence,
    shanghaiSecond(entry.at),
    entry.personName ?? entry.personId ?? '',
    auditEventName(entry.event),
    entry.event,
    entry.headline ?? (entry.purgedNumber === null ? '' : `${entry.purgedNumber} 号，已永久删除`),
    entry.facts['draftId'] ?? '',
    Object.entries(entry.facts)
      .filter(([name]) => name !== 'draftId')
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    entry.previousHash ?? '',
    entry.hash,
  ]);
  return byteOrderMark + csvText([columns, ...rows]);
}

function jsonOf(entries: readonly AuditEntry[], filter: AuditFilter, at: string): string {
  return `${JSON.stringify({ format: 'gaoqian-audit-log', version: 1, exportedAt: at, filter, entries }, null, 2)}\n`;
}
