import { infiniteQueryOptions, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AppState } from '#shared/ipc/channels/app.ts';
import type { Request } from '#shared/ipc/contract.ts';
import type { AuditFilter } from '#shared/model/audit.ts';
import type { Checklist } from '#shared/model/checklist.ts';
import type { RevisionName } from '#shared/model/revision-name.ts';
import type { BackupName } from '#shared/model/backup.ts';
import { call } from './desk-api.ts';
import { queryClient } from './query-client.ts';

/** What a list is asked for, whatever its page. */
export type DraftListRequest = Omit<Request<'draft:list'>, 'cursor' | 'limit'>;

export const keys = {
  app: ['app'],
  drafts: ['drafts'],
  draftList: (request: DraftListRequest) => ['drafts', request],
  draftValues: ['draft-values'],
  similar: (draftId: string, event: string) => ['similar', draftId, event],
  listViews: ['list-view'],
  listView: (personId: string) => ['list-view', personId],
  revisions: (draftId: string) => ['revisions', draftId],
  revisionNames: (draftId: string) => ['revision-names', draftId],
  revision: (revisionId: string) => ['revision', revisionId],
  packages: (draftId: string) => ['packages', draftId],
  checklist: (draftId: string) => ['checklist', draftId],
  uploads: ['uploads'],
  health: ['health'],
  backups: ['health', 'backups'],
  backupDrafts: (backup: BackupName) => ['health', 'backups', backup.place, backup.at],
  audit: ['audit'],
  trace: (place: Request<'version:trace'>) => ['trace', place],
} as const;

/** The state of the app; the shell renders nothing below it before it is there. */
export function useAppState() {
  return useQuery({ queryKey: keys.app, queryFn: () => call('app:get-state', {}) });
}

/** The state as it was last answered; undefined before the first answer. */
export function presentAppState(): AppState | undefined {
  return queryClient.getQueryData<AppState>(keys.app);
}

/** Puts an answered state in place: every call that changes it answers the whole. */
export function setAppState(state: AppState): void {
  queryClient.setQueryData(keys.app, state);
}

const pageSize = 50;
/** A search reads what it shows, so its pages are shorter: one is more than a screen. */
const searchPageSize = 20;

function draftListQuery(request: DraftListRequest) {
  const limit = request.query === '' ? pageSize : searchPageSize;
  return infiniteQueryOptions({
    queryKey: keys.draftList(request),
    queryFn: ({ pageParam }) => call('draft:list', { ...request, cursor: pageParam, limit }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export function useDraftList(request: DraftListRequest) {
  // The last list stays until the next one is there: no flicker while typing a search.
  return useInfiniteQuery({ ...draftListQuery(request), placeholderData: (previous) => previous });
}

/** Asks for a list that may be wanted next, so that it is there with the click. */
export function prefetchDraftList(request: DraftListRequest): void {
  void queryClient.prefetchInfiniteQuery(draftListQuery(request));
}

export function useRevisions(draftId: string) {
  return useQuery({ queryKey: keys.revisions(draftId), queryFn: () => call('draft:list-revisions', { draftId }) });
}

/** Null asks for nothing. */
export function useRevision(revisionId: string | null) {
  return useQuery({
    queryKey: keys.revision(revisionId ?? ''),
    queryFn: revisionId === null ? skipToken : () => call('draft:read-revision', { revisionId }),
  });
}

export function useRevisionNames(draftId: string) {
  return useQuery({ queryKey: keys.revisionNames(draftId), queryFn: () => call('version:list-names', { draftId }) });
}

/** Puts answered names in place: the call that changes one answers all. */
export function setRevisionNames(draftId: string, names: readonly RevisionName[]): void {
  queryClient.setQueryData(keys.revisionNames(draftId), names);
}

/** The audit log is read anew each time it is opened: nearly every act adds a line. */
export function useAuditLog(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.audit, filter],
    queryFn: ({ pageParam }) => call('audit:list', { filter, before: pageParam, limit: 100 }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
    staleTime: 0,
  });
}

/** Who changed a sentence when; read anew each time it is asked. */
export function useTrace(place: Request<'version:trace'>) {
  return useQuery({
    queryKey: keys.trace(place),
    queryFn: () => call('version:trace', place),
    staleTime: 0,
    gcTime: 0,
  });
}

export function usePackages(draftId: string) {
  return useQuery({ queryKey: keys.packages(draftId), queryFn: () => call('package:list', { draftId }) });
}

/** Read anew whenever it is shown: reviews, comments and the clock weigh in as well as the words. */
export function useChecklist(draftId: string) {
  return useQuery({
    queryKey: keys.checklist(draftId),
    queryFn: () => call('checklist:read', { draftId }),
    staleTime: 0,
  });
}

/** Puts an answered checklist in place. */
export function setChecklist(draftId: string, checklist: Checklist): void {
  queryClient.setQueryData(keys.checklist(draftId), checklist);
}

export function useUploads() {
  return useQuery({ queryKey: keys.uploads, queryFn: () => call('upload:list', {}) });
}

/** How the store is, as of when the page was opened or a work ended. */
export function useHealth() {
  return useQuery({ queryKey: keys.health, queryFn: () => call('health:read', {}), staleTime: 0 });
}

export function useBackups() {
  return useQuery({ queryKey: keys.backups, queryFn: () => call('backup:list', {}), staleTime: 0 });
}

export function useBackupDrafts(backup: BackupName) {
  return useQuery({ queryKey: keys.backupDrafts(backup), queryFn: () => call('backup:list-drafts', backup) });
}

export function useBackupDraft(backup: BackupName, draftId: string) {
  const request = { ...backup, draftId };
  return useQuery({
    queryKey: [...keys.backupDrafts(backup), draftId],
    queryFn: () => call('backup:read-draft', request),
  });
}

/** After a work on the whole store: its health, its backups, and the time of the newest in the status bar. */
export async function refreshHealth(): Promise<void> {
  await Promise.all([keys.health, keys.app].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

/** What another window may have changed: settings, persons, the bureau, how the list is arranged. */
export async function refreshApp(): Promise<void> {
  const changed = [keys.app, keys.listViews];
  await Promise.all(changed.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

export function refreshDrafts(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.drafts });
}

export function refreshRevisions(draftId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.revisions(draftId) });
}

export function refreshChecklist(draftId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.checklist(draftId) });
}

export function refreshPackages(draftId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: keys.packages(draftId) });
}
