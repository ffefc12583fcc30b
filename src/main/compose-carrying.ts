import type { DataPlaces } from './data-places.ts';
import { readRendition } from './publishing/read-rendition.ts';
import { conflictService, type ConflictService } from './services/conflict-service.ts';
import type { DraftService } from './services/draft-service.ts';
import { exchangeService, type ExchangeService, type ExchangeServicePorts } from './services/exchange-service.ts';
import { reviewFileMerger } from './services/review-file-merger.ts';
import { reviewFileService, type ReviewFileService } from './services/review-file-service.ts';

/** All by which drafts travel between data folders without a network. */
export interface Carrying {
  readonly reviewFiles: ReviewFileService;
  readonly exchange: ExchangeService;
  readonly conflicts: ConflictService;
}

export function composeCarrying(
  given: Omit<ExchangeServicePorts, 'readRendition' | 'folder'> & {
    readonly drafts: DraftService;
    readonly places: DataPlaces;
  },
): Carrying {
  const { places } = given;
  const ports = { ...given, readRendition };
  return {
    reviewFiles: reviewFileService({ ...ports, merger: reviewFileMerger(ports), folder: places.reviewFiles }),
    exchange: exchangeService({ ...ports, folder: places.exchangeFiles }),
    conflicts: conflictService(given),
  };
}
