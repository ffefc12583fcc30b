import type { Services } from '#main/compose-services.ts';
import { AppError } from '#shared/errors.ts';
import type { Output } from '../output.ts';

/** Goes through the audit log's chain of hashes. Rejects with `audit-broken` when a line is not as it was written. */
export async function verifyLog(services: Services, output: Output): Promise<void> {
  const verdict = await services.audit.verify();
  if (verdict.brokenAt !== null) throw new AppError('audit-broken', { line: verdict.brokenAt });
  output.result(`审计日志完整：${verdict.lines} 行，末行校验值 ${verdict.head ?? '无'}。`, verdict);
}
