import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Store } from './ports/store.ts';

/** The package of a draft that a portal took last; it may be live at several. Undefined when none was taken. */
export async function livePackage(
  store: Pick<Store, 'listUploads' | 'listPackages'>,
  draftId: string,
): Promise<PackageRecord | undefined> {
  const taken = new Set((await store.listUploads()).flatMap(({ packageId, receipt }) => (receipt ? packageId : [])));
  return (await store.listPackages({ draftId })).find(({ id }) => taken.has(id));
}
