import { Select } from '@fluentui/react-components';
import { useRevision } from '#renderer/api/queries.ts';
import { useText } from '#renderer/i18n/text.ts';
import type { VersionId } from '#renderer/session/comparison.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import { versionName } from './version-name.ts';

export interface VersionSelectProps {
  readonly label: string;
  readonly value: VersionId;
  /** Newest first. */
  readonly revisions: readonly RevisionSummary[];
  readonly onChange: (version: VersionId) => void;
}

/** One of all versions of the draft, the words on the sheet among them. */
export function VersionSelect({ label, value, revisions, onChange }: VersionSelectProps) {
  const text = useText();
  return (
    <Select
      className="compare-version"
      size="small"
      aria-label={label}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
    >
      <option value="now">{text('compare.now')}</option>
      {value !== 'now' && !revisions.some(({ id }) => id === value) && <OtherDraft revisionId={value} />}
      {revisions.map((revision) => (
        <option key={revision.id} value={revision.id}>
          {versionName(text, revision)}
        </option>
      ))}
    </Select>
  );
}

/** A version of another draft that is compared with this one. */
function OtherDraft({ revisionId }: { readonly revisionId: string }) {
  const text = useText();
  const { data } = useRevision(revisionId);
  const headline = data?.revision.headline ?? '';
  return <option value={revisionId}>{text('compare.otherDraft', { headline })}</option>;
}
