import { AppError } from '#shared/errors.ts';
import type { RevisionName } from '#shared/model/revision-name.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';

export interface VersionService {
  listNames(draftId: string): Promise<readonly RevisionName[]>;
  /** Refuses `not-found`. An empty name takes the name away. Answers all names of the draft. */
  nameRevision(revisionId: string, name: string): Promise<readonly RevisionName[]>;
}

export interface VersionServicePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly desk: Desk;
}

/** What people do with the versions of a draft beside seeing them and bringing them back. */
export function versionService({ store, clock, desk }: VersionServicePorts): VersionService {
  return {
    listNames: async (draftId) => store.listRevisionNames({ draftId }),

    async nameRevision(revisionId, name) {
      const stored = await store.readRevision({ revisionId });
      if (!stored) throw new AppError('not-found');
      const { draftId } = stored.revision;
      const by = await desk.person();
      const at = clock.now();
      if (name === '') await store.removeRevisionName({ revisionId });
      else await store.saveRevisionName({ name: { revisionId, draftId, name, by, at } });
      await store.appendAudit({ at, personId: by.id, event: 'revision.named', facts: { draftId, revisionId } });
      return store.listRevisionNames({ draftId });
    },
  };
}
