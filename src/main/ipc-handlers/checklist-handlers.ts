import type { ChecklistService } from '#main/services/checklist-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function checklistHandlers(checklists: ChecklistService) {
  return {
    'checklist:read': async ({ draftId }) => checklists.read(draftId),
    'checklist:waive': async ({ draftId, findingIds, reason }) => checklists.waive(draftId, findingIds, reason),
    'checklist:take-back': async ({ draftId, waiverId }) => checklists.takeBack(draftId, waiverId),
  } satisfies Handlers<'checklist:read' | 'checklist:waive' | 'checklist:take-back'>;
}
