import { Button, Input } from '@fluentui/react-components';
import { ArrowUpRegular, DismissRegular, EyeRegular } from '@fluentui/react-icons';
import { useText } from '#renderer/i18n/text.ts';
import { byteSize } from '#renderer/ui/format.ts';
import { useFieldDraft } from '#renderer/ui/use-field-draft.ts';
import { fileNameOf } from '#shared/file-name.ts';
import { attachmentName, type Attachment } from '#shared/model/attachment.ts';

export interface AttachmentLineProps {
  readonly attachment: Attachment;
  /** Counts from 1, as readers see it. */
  readonly place: number;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onRename: (title: string) => void;
  readonly onMoveUp: () => void;
  readonly onRemove: () => void;
  readonly onLook: () => void;
}

/** One attachment: its name to readers, and what can be done with it. */
export function AttachmentLine({ attachment, place, readOnly, busy, ...acts }: AttachmentLineProps) {
  const text = useText();
  const name = attachmentName(attachment);
  // Signs that no file name may have are taken out; an empty name is none, and the old one comes back.
  const { typed, type, commit } = useFieldDraft(attachment.title, (title) =>
    acts.onRename(fileNameOf(title, attachment.title)),
  );
  const act = (label: string, icon: React.JSX.Element, run: () => void, disabled = false) => (
    <Button
      appearance="subtle"
      size="small"
      icon={icon}
      title={label}
      aria-label={`${label}：${name}`}
      disabledFocusable={disabled}
      onClick={run}
    />
  );
  return (
    <li className="attachment">
      {readOnly ? (
        <div className="attachment-name">{name}</div>
      ) : (
        <Input
          size="small"
          className="attachment-title"
          aria-label={text('attachments.nameOf', { name, value: place })}
          title={name}
          value={typed}
          contentAfter={<span className="dim">.{attachment.type}</span>}
          onChange={(_event, data) => type(data.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && commit()}
        />
      )}
      <div className="attachment-acts">
        <span className="dim numeric">{byteSize(attachment.bytes)}</span>
        {act(text('attachments.look'), <EyeRegular />, acts.onLook, busy)}
        {!readOnly && act(text('attachments.moveUp'), <ArrowUpRegular />, acts.onMoveUp, place === 1)}
        {!readOnly && act(text('attachments.remove'), <DismissRegular />, acts.onRemove)}
      </div>
    </li>
  );
}
