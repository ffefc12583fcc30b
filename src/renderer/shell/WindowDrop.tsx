import { useEffect, useState } from 'react';
import { importDrafts } from '#renderer/features/exchange/import-drafts.ts';
import { importFiles, openPackage } from '#renderer/features/importing/import-files.ts';
import { takeFiles } from '#renderer/features/importing/take-files.ts';
import { verifyPackage } from '#renderer/features/publish/verify-package.ts';
import { openReviewFile } from '#renderer/features/review/open-review-file.ts';
import { useText } from '#renderer/i18n/text.ts';
import { droppedFiles } from '#renderer/session/dropped-files.ts';
import { provideIncoming } from '#renderer/session/incoming-files.ts';

provideIncoming({
  importFiles,
  takeFiles,
  openPackage,
  openReviewFile,
  importDrafts,
  async openArchive(file) {
    // Packages, review files and exchange files look alike from outside; the reader tells them apart.
    if ((await verifyPackage(file)) === 'wrong-kind') await openReviewFile(file);
  },
});

/**
 * Takes files that are dropped anywhere on the window but the sheet's text, which takes pictures itself, and the attachments.
 * Without it a dropped file would take the window's place.
 */
export function WindowDrop() {
  const text = useText();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const move = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // A place that takes files itself shows where they would go, and must be seen.
      setOver(!event.defaultPrevented);
      event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then(takeFiles);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', move);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', move);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return over ? (
    <div className="drop-cover" role="status">
      {text('shell.dropHere')}
    </div>
  ) : null;
}
