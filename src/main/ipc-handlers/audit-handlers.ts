import type { AuditService } from '#main/services/audit-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function auditHandlers(audit: AuditService) {
  return {
    'audit:list': async (request) => audit.list(request),
    'audit:verify': async () => audit.verify(),
    'audit:export': async ({ filter, format }) => audit.export(filter, format),
  } satisfies Handlers<Extract<Channel, `audit:${string}`>>;
}
