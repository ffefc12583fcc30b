import { Field, Select } from '@fluentui/react-components';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';

interface RoleFieldProps {
  readonly label: string;
  readonly roles: BureauProfile['roles'];
  /** Id of the chosen role. */
  readonly role: string;
  readonly onChoose: (role: string) => void;
}

/** Chooses one of the bureau's roles. */
export function RoleField({ label, roles, role, onChoose }: RoleFieldProps) {
  return (
    <Field label={label}>
      <Select value={role} onChange={(_event, data) => onChoose(data.value)}>
        {roles.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
