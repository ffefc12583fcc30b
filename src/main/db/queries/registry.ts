import { assetQueries } from './assets.ts';
import { attachmentQueries } from './attachments.ts';
import { auditQueries } from './audit.ts';
import { commentQueries } from './comments.ts';
import { contentsQueries } from './contents.ts';
import { draftListQueries } from './draft-list.ts';
import { draftQueries } from './drafts.ts';
import { draftValueQueries } from './draft-values.ts';
import { exchangeQueries } from './exchange.ts';
import { historyQueries } from './histories.ts';
import { journalQueries } from './journal.ts';
import { packageQueries } from './packages.ts';
import { pictureQueries } from './pictures.ts';
import { peopleQueries } from './people.ts';
import { reviewQueries } from './reviews.ts';
import { revisionNameQueries } from './revision-names.ts';
import { revisionQueries } from './revisions.ts';
import { findSimilarDrafts } from './similar-drafts.ts';
import type { Queries, QueryName, SlicedName, SlicedQuery } from './store-queries.ts';
import { trashQueries } from './trash.ts';
import { unusedFileQueries } from './unused-files.ts';
import { uploadQueries } from './uploads.ts';
import { waiverQueries } from './waivers.ts';

/** Every query of the `Store` port; the type check fails when one is missing. */
export const queries: Queries<QueryName> = {
  ...draftQueries,
  ...draftListQueries,
  ...draftValueQueries,
  ...trashQueries,
  ...journalQueries,
  ...revisionQueries,
  ...revisionNameQueries,
  ...historyQueries,
  ...exchangeQueries,
  ...reviewQueries,
  ...commentQueries,
  ...assetQueries,
  ...attachmentQueries,
  ...pictureQueries,
  ...unusedFileQueries,
  ...packageQueries,
  ...uploadQueries,
  ...peopleQueries,
  ...auditQueries,
  ...contentsQueries,
  ...waiverQueries,
};

export const slicedQueries: { readonly [Name in SlicedName]: SlicedQuery<Name> } = { findSimilarDrafts };
