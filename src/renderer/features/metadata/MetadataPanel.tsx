import { Button, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { useText } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, useDraftSession } from '#renderer/session/draft-session.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { takeHistoryKeys } from '#renderer/ui/history-keys.ts';
import { TagInput } from '#renderer/ui/TagInput.tsx';
import type { LimitedField } from '#shared/house-style/text-limits.ts';
import { textLengthOf } from '#shared/house-style/text-limits.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftMetadata } from '#shared/model/draft.ts';
import { localInputValue, momentFromLocal } from './local-time.ts';
import './metadata.css';

export interface MetadataPanelProps {
  readonly profile: BureauProfile;
  readonly readOnly: boolean;
}

const change = (part: Partial<DraftMetadata>) => draftActs().changeMetadata(part);

/** The fields' changes stand in the one history of the sheet. */
function takeKeys(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined;
  return takeHistoryKeys(element, {
    undo: () => draftSession().handle?.undo(),
    redo: () => draftSession().handle?.redo(),
  });
}

/** All that the page says about itself. Fields carry `field-<name>` ids, so that checks can lead to them. */
export function MetadataPanel({ profile, readOnly }: MetadataPanelProps) {
  const text = useText();
  const metadata = useDraftSession((session) => session.metadata);
  if (!metadata) return null;
  const { columnId, contentSource } = metadata;

  return (
    <Card title={text('metadata.section')}>
      <div className="metadata" ref={takeKeys}>
        <Field label={<CountedLabel field="headline" metadata={metadata} profile={profile} />}>
          <Input
            id="field-headline"
            value={metadata.headline}
            disabled={readOnly}
            onChange={(_event, data) => change({ headline: data.value })}
          />
        </Field>
        <Field label={text('metadata.subheadline')}>
          <Input
            id="field-subheadline"
            value={metadata.subheadline}
            disabled={readOnly}
            onChange={(_event, data) => change({ subheadline: data.value })}
          />
        </Field>
        <Field label={<CountedLabel field="listTitle" metadata={metadata} profile={profile} />}>
          <Input
            id="field-listTitle"
            value={metadata.listTitle ?? ''}
            disabled={readOnly}
            placeholder={text('metadata.listTitleHint')}
            onChange={(_event, data) => change({ listTitle: data.value })}
          />
        </Field>
        <Field label={text('metadata.column')}>
          <Select
            id="field-columnId"
            value={columnId}
            disabled={readOnly}
            onChange={(_event, data) => change({ columnId: data.value })}
          >
            <option value="">{text('metadata.columnNone')}</option>
            {profile.columns.map((column) => (
              <option key={column.id} value={column.id}>
                {column.name}
              </option>
            ))}
          </Select>
        </Field>
        <OriginField metadata={metadata} readOnly={readOnly} onChange={change} />
        <Field label={text('metadata.contentSource')}>
          <Select
            id="field-contentSource"
            value={contentSource}
            disabled={readOnly}
            onChange={(_event, data) => change({ contentSource: data.value })}
          >
            {!profile.contentSources.includes(contentSource) && <option value={contentSource}>{contentSource}</option>}
            {profile.contentSources.map((source) => (
              <option key={source} value={source}>
                {source}
              </option>
            ))}
          </Select>
        </Field>
        <TagField field="authors" metadata={metadata} readOnly={readOnly} onChange={change} />
        <TagField field="keywords" metadata={metadata} readOnly={readOnly} onChange={change} />
        <Field label={<CountedLabel field="abstract" metadata={metadata} profile={profile} />}>
          <Textarea
            id="field-abstract"
            rows={4}
            resize="vertical"
            value={metadata.abstract}
            disabled={readOnly}
            onChange={(_event, data) => change({ abstract: data.value })}
          />
        </Field>
        <PlannedField metadata={metadata} readOnly={readOnly} onChange={change} />
        <Field label={text('metadata.contactPhone')}>
          <Input
            id="field-contactPhone"
            type="tel"
            value={metadata.contactPhone}
            disabled={readOnly}
            onChange={(_event, data) => change({ contactPhone: data.value })}
          />
        </Field>
        <Field label={text('metadata.contactEmail')}>
          <Input
            id="field-contactEmail"
            type="email"
            value={metadata.contactEmail}
            disabled={readOnly}
            onChange={(_event, data) => change({ contactEmail: data.value })}
          />
        </Field>
      </div>
    </Card>
  );
}

interface FieldProps {
  readonly metadata: DraftMetadata;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<DraftMetadata>) => void;
}

/** A label with `22/30` at its end; a warning once over the limit, as the check of the length gives. */
function CountedLabel(props: {
  readonly field: LimitedField;
  readonly metadata: DraftMetadata;
  readonly profile: BureauProfile;
}) {
  const text = useText();
  const { count, limit, over } = textLengthOf(props.field, props.metadata, props.profile);
  return (
    <span className="counted">
      {text(`metadata.${props.field}`)}
      <span className="counted-number numeric" data-over={over > 0 || undefined}>
        {count}/{limit}
        {over > 0 && text('metadata.over', { count: over })}
      </span>
    </span>
  );
}

function OriginField({ metadata, readOnly, onChange }: FieldProps) {
  const text = useText();
  const { origin } = metadata;
  return (
    <>
      <Field label={text('metadata.origin')}>
        <RadioGroup
          id="field-origin"
          layout="horizontal"
          value={origin.kind}
          disabled={readOnly}
          onChange={(_event, data) =>
            onChange({
              origin: data.value === 'reprint' ? { kind: 'reprint', source: '', url: '' } : { kind: 'original' },
            })
          }
        >
          <Radio value="original" label={text('metadata.original')} />
          <Radio value="reprint" label={text('metadata.reprint')} />
        </RadioGroup>
      </Field>
      {origin.kind === 'reprint' && (
        <>
          <Field label={text('metadata.reprintSource')}>
            <Input
              id="field-origin.source"
              value={origin.source}
              disabled={readOnly}
              placeholder={text('metadata.reprintSourcePlaceholder')}
              onChange={(_event, data) => onChange({ origin: { ...origin, source: data.value } })}
            />
          </Field>
          <Field label={text('metadata.reprintUrl')}>
            <Input
              id="field-origin.url"
              type="url"
              value={origin.url}
              disabled={readOnly}
              onChange={(_event, data) => onChange({ origin: { ...origin, url: data.value } })}
            />
          </Field>
        </>
      )}
    </>
  );
}

function TagField({ field, metadata, readOnly, onChange }: FieldProps & { readonly field: 'authors' | 'keywords' }) {
  const text = useText();
  const id = `field-${field}`;
  return (
    <div className="metadata-field">
      <label htmlFor={id}>{text(`metadata.${field}`)}</label>
      <TagInput
        id={id}
        tags={metadata[field]}
        disabled={readOnly}
        placeholder={text(`metadata.${field}Hint`)}
        removeLabel={(value) => text('metadata.removeTag', { value })}
        onChange={(tags) => onChange({ [field]: tags })}
      />
    </div>
  );
}

function PlannedField({ metadata, readOnly, onChange }: FieldProps) {
  const text = useText();
  return (
    <Field label={text('metadata.plannedAt')}>
      <Input
        id="field-plannedAt"
        type="datetime-local"
        value={metadata.plannedAt === null ? '' : localInputValue(metadata.plannedAt)}
        disabled={readOnly}
        onChange={(_event, data) => onChange({ plannedAt: momentFromLocal(data.value) })}
      />
      {metadata.plannedAt !== null && !readOnly && (
        <Button
          appearance="transparent"
          size="small"
          className="metadata-clear"
          onClick={() => onChange({ plannedAt: null })}
        >
          {text('metadata.plannedClear')}
        </Button>
      )}
    </Field>
  );
}
