import { sentenceAround, traceSentence } from '#shared/document/diff/sentence-trace.ts';
import { blockText } from '#shared/document/walk.ts';
import { AppError } from '#shared/errors.ts';
import type { ParsedRequest, Response } from '#shared/ipc/contract.ts';
import type { RevisionName } from '#shared/model/revision-name.ts';
import { ancestryOf } from '#shared/review/ancestry.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';

export interface VersionService {
  listNames(draftId: string): Promise<readonly RevisionName[]>;
  /** Refuses `not-found`. An empty name takes the name away. Answers all names of the draft. */
  nameRevision(revisionId: string, name: string): Promise<readonly RevisionName[]>;
  /** Who changed the sentences of a selection in the newest saved words, and when. Refuses `draft-not-found`. */
  trace(place: ParsedRequest<'version:trace'>): Promise<Response<'version:trace'>>;
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

    async trace({ draftId, block, start, end }) {
      const draft = await store.readDraft({ draftId });
      if (!draft) throw new AppError('draft-not-found');
      const line = ancestryOf(draft.head, await store.listRevisions({ draftId })).toReversed();
      const kept = await Promise.all(
        line.map(async (revision) => {
          const content = (await store.readRevision({ revisionId: revision.id }))?.content ?? draft.headContent;
          return { content, revision, by: revision.by, at: revision.at };
        }),
      );
      const { journal } = draft;
      const versions = journal ? [{ ...journal, revision: null }, ...kept] : kept;
      const documents = versions.map(({ content }) => content.document);
      const newest = documents[0]?.children[block];
      if (!newest) return { sentence: '', changes: [] };
      const text = blockText(newest);
      const span = sentenceAround(text, { start, end });
      const changes = traceSentence(documents, block, span).flatMap(({ document, before, after }) => {
        const version = versions[document];
        return version ? [{ revision: version.revision, by: version.by, at: version.at, before, after }] : [];
      });
      return { sentence: text.slice(span.start, span.end), changes };
    },
  };
}
