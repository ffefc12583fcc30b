import type { DataPlaces } from './data-places.ts';
import { systemHash } from './files/system-hash.ts';
import { textFiles } from './files/text-files.ts';
import { pagePreviewer } from './publishing/page-previewer.ts';
import { amendmentService, type AmendmentService } from './services/amendment-service.ts';
import { checklistService, type ChecklistService } from './services/checklist-service.ts';
import { packagePreviewService, type PackagePreviewService } from './services/package-preview-service.ts';
import { packageService, type PackageService, type PackageServicePorts } from './services/package-service.ts';
import { previewService, type PreviewService } from './services/preview-service.ts';
import { targetService, type TargetService } from './services/target-service.ts';
import type { DraftService } from './services/draft-service.ts';
import type { ReviewService } from './services/review-service.ts';
import { wordService, type WordService } from './services/word-service.ts';
import type { DocxWriter } from './services/ports/docx-writer.ts';
import type { MediaFiles } from './services/ports/media-files.ts';
import type { PdfPrinter } from './services/ports/pdf-printer.ts';
import type { WrittenFiles } from './services/written-files.ts';
import { AppError } from '#shared/errors.ts';
import { rulePackText, rulePackVersion } from '#shared/house-style/engine.ts';

/** From the checklist to the package, and the other forms of a draft. */
export interface PublishingServices {
  readonly checklists: ChecklistService;
  readonly previews: PreviewService;
  readonly packagePreviews: PackagePreviewService;
  readonly packages: PackageService;
  readonly word: WordService;
  readonly targets: TargetService;
  readonly amendments: AmendmentService;
}

type Given = Omit<PackageServicePorts, 'hash' | 'readChecklist' | 'rulePack' | 'folder'> & {
  readonly docx: DocxWriter;
  readonly media: MediaFiles;
  readonly printer: PdfPrinter | undefined;
  readonly written: WrittenFiles;
  readonly places: DataPlaces;
  readonly drafts: DraftService;
  readonly reviews: ReviewService;
};

const noPrinter: PdfPrinter = { print: () => Promise.reject(new AppError('print-failed')) };

/** Builds the services of publishing, each on those above it. */
export function composePublishing(given: Given): PublishingServices {
  const { written, places, docx } = given;
  const ports = { ...given, hash: systemHash };
  const checklists = checklistService(ports);
  const previews = previewService({ ...ports, checklists, previewer: pagePreviewer });
  const packagePreviews = packagePreviewService({ ...ports, previewer: pagePreviewer });
  const packages = packageService({
    ...ports,
    readChecklist: async (draftId) => checklists.read(draftId),
    rulePack: { version: rulePackVersion, sha256: systemHash.sha256(rulePackText) },
    folder: places.packages,
  });
  const word = wordService({ ...ports, writer: docx, written, folder: places.documents });
  const printer = given.printer ?? noPrinter;
  const targets = targetService({ ...ports, previews, printer, files: textFiles, written, folder: places.documents });
  return { checklists, previews, packagePreviews, packages, word, targets, amendments: amendmentService(ports) };
}
