import type { AmendmentService } from '#main/services/amendment-service.ts';
import type { AppService } from '#main/services/app-service.ts';
import type { BackupService } from '#main/services/backup-service.ts';
import type { AttachmentService } from '#main/services/attachment-service.ts';
import type { AuditService } from '#main/services/audit-service.ts';
import type { CheckService } from '#main/services/check-service.ts';
import type { ChecklistService } from '#main/services/checklist-service.ts';
import type { CommentService } from '#main/services/comment-service.ts';
import type { ConflictService } from '#main/services/conflict-service.ts';
import type { DraftService } from '#main/services/draft-service.ts';
import type { ExchangeService } from '#main/services/exchange-service.ts';
import type { FollowedWorks } from '#main/services/followed-works.ts';
import type { HealthService } from '#main/services/health-service.ts';
import type { ImportService } from '#main/services/import-service.ts';
import type { InletService } from '#main/services/inlet-service.ts';
import type { LivePageService } from '#main/services/live-page-service.ts';
import type { ListViewService } from '#main/services/list-view-service.ts';
import type { MediaService } from '#main/services/media-service.ts';
import type { PackageImportService } from '#main/services/package-import-service.ts';
import type { PackagePreviewService } from '#main/services/package-preview-service.ts';
import type { PackageService } from '#main/services/package-service.ts';
import type { PictureEditService } from '#main/services/picture-edit-service.ts';
import type { PictureUseService } from '#main/services/picture-use-service.ts';
import type { PasteService } from '#main/services/paste-service.ts';
import type { RestoreService } from '#main/services/restore-service.ts';
import type { ReviewFileService } from '#main/services/review-file-service.ts';
import type { ReviewService } from '#main/services/review-service.ts';
import type { SheetPlaceService } from '#main/services/sheet-place-service.ts';
import type { TrashService } from '#main/services/trash-service.ts';
import type { TargetService } from '#main/services/target-service.ts';
import type { UploadTargetService } from '#main/services/upload-target-service.ts';
import type { UploadService } from '#main/services/upload-service.ts';
import type { VersionService } from '#main/services/version-service.ts';
import type { WordService } from '#main/services/word-service.ts';
import type { ProxyLogin } from '#shared/model/proxy-login.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { appHandlers, type ShellActs } from './app-handlers.ts';
import { amendmentHandlers } from './amendment-handlers.ts';
import { attachmentHandlers } from './attachment-handlers.ts';
import { auditHandlers } from './audit-handlers.ts';
import { checkHandlers } from './check-handlers.ts';
import { checklistHandlers } from './checklist-handlers.ts';
import { commentHandlers } from './comment-handlers.ts';
import { draftHandlers } from './draft-handlers.ts';
import { AppError } from '#shared/errors.ts';
import { exchangeHandlers } from './exchange-handlers.ts';
import { healthHandlers } from './health-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { inletHandlers } from './inlet-handlers.ts';
import { listHandlers } from './list-handlers.ts';
import { mediaHandlers } from './media-handlers.ts';
import { packageHandlers } from './package-handlers.ts';
import { pasteHandlers } from './paste-handlers.ts';
import { rescueHandlers } from './rescue-handlers.ts';
import { reviewFileHandlers } from './review-file-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { targetHandlers } from './target-handlers.ts';
import { uploadTargetHandlers } from './upload-target-handlers.ts';
import { uploadHandlers } from './upload-handlers.ts';
import { versionHandlers } from './version-handlers.ts';
import { wordHandlers } from './word-handlers.ts';
import { workHandlers } from './work-handlers.ts';

interface HandledServices {
  readonly app: AppService;
  readonly drafts: DraftService;
  readonly trash: TrashService;
  readonly listViews: ListViewService;
  readonly sheetPlaces: SheetPlaceService;
  readonly reviews: ReviewService;
  readonly comments: CommentService;
  readonly inlet: InletService;
  readonly media: MediaService;
  readonly attachments: AttachmentService;
  readonly pictureEdits: PictureEditService;
  readonly pictureUses: PictureUseService;
  readonly imports: ImportService;
  readonly packageImports: PackageImportService;
  readonly paste: PasteService;
  readonly checks: CheckService;
  readonly checklists: ChecklistService;
  readonly packages: PackageService;
  readonly packagePreviews: PackagePreviewService;
  readonly reviewFiles: ReviewFileService;
  readonly exchange: ExchangeService;
  readonly works: FollowedWorks;
  readonly conflicts: ConflictService;
  readonly uploads: UploadService;
  readonly livePages: LivePageService;
  readonly uploadTargets: UploadTargetService;
  readonly keepProxyLogin: (uploadId: string, login: ProxyLogin) => Promise<void>;
  readonly versions: VersionService;
  readonly word: WordService;
  readonly targets: TargetService;
  readonly amendments: AmendmentService;
  readonly health: HealthService;
  readonly backups: BackupService;
  readonly restores: RestoreService;
  readonly audit: AuditService;
  /** Told that somebody types. */
  readonly typed: () => void;
}

/** Every channel of the contract with its handler; one that is missing does not compile. */
export function assembleHandlers(services: HandledServices, shell: ShellActs) {
  return {
    ...appHandlers(services.app, shell),
    ...inletHandlers(services.inlet),
    ...mediaHandlers(services.media, services.pictureEdits, services.pictureUses),
    ...attachmentHandlers(services.attachments),
    ...importHandlers(services.imports, services.packageImports),
    ...pasteHandlers(services.paste),
    ...draftHandlers(services.drafts, services.trash, services.sheetPlaces, {
      onSheet: async (draftId) => services.app.noteSheet(draftId),
      onTyped: services.typed,
    }),
    ...listHandlers(services.listViews, () => shell.changed()),
    ...reviewHandlers(services.reviews),
    ...reviewFileHandlers(services.reviewFiles),
    ...workHandlers(services.works),
    ...exchangeHandlers(services.exchange, services.works, services.conflicts),
    ...commentHandlers(services.comments),
    ...checkHandlers(services.checks),
    ...checklistHandlers(services.checklists),
    ...packageHandlers(services.packages, services.packagePreviews),
    ...uploadTargetHandlers(services.uploadTargets, services.app),
    ...uploadHandlers(services.uploads, services.livePages, services.keepProxyLogin),
    ...versionHandlers(services.versions),
    ...wordHandlers(services.word),
    ...targetHandlers(services.targets),
    ...amendmentHandlers(services.amendments),
    ...healthHandlers(services.health, services.backups, services.restores, services.works),
    ...auditHandlers(services.audit),
    ...rescueHandlers(() => {
      throw new AppError('not-allowed');
    }),
  } satisfies Handlers;
}
