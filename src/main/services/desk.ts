import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { Signatory } from '#shared/model/person.ts';

/** Who sits here and for which bureau. */
export interface Desk {
  /** The person who works now. Refuses `no-person` before the first start is completed. */
  person(): Promise<Signatory>;
  profile(): Promise<BureauProfile>;
}
