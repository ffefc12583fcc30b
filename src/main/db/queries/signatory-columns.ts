import type { Signatory } from '#shared/model/person.ts';

/** Who did it, as a row keeps it: the name and role of that day, whatever becomes of the person later. */
export interface SignatoryColumns {
  by_id: string;
  by_name: string;
  by_role: string;
}

export function signatoryOfRow(row: SignatoryColumns): Signatory {
  return { id: row.by_id, name: row.by_name, role: row.by_role };
}

export function columnsOfSignatory(by: Signatory): SignatoryColumns {
  return { by_id: by.id, by_name: by.name, by_role: by.role };
}
