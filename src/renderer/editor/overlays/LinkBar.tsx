import { Badge, Button } from '@fluentui/react-components';
import { EditRegular, LinkDismissRegular, OpenRegular } from '@fluentui/react-icons';
import type { LexicalEditor } from 'lexical';
import type { ReactElement } from 'react';
import { hostOf, isAllowedHost } from '#shared/document/url.ts';
import { EDIT_LINK_COMMAND, removeLink } from '../extensions/links.ts';
import { useEditorText } from '../use-editor-text.ts';

interface LinkBarProps {
  readonly editor: LexicalEditor;
  readonly link: { readonly key: string; readonly url: string };
  /** Hosts that need no leave-site prompt; undefined where no profile tells. */
  readonly allowList: readonly string[] | undefined;
  readonly onOpen: ((url: string) => void) | undefined;
}

/** Shows where the link that holds the caret leads, and what can be done with it. By the keyboard: Ctrl+K. */
export function LinkBar({ editor, link, allowList, onOpen }: LinkBarProps): ReactElement {
  const text = useEditorText();
  const host = hostOf(link.url);
  return (
    <div className="gq-link-bar" role="toolbar" aria-label={text('link')}>
      <span className="gq-link-address" title={link.url}>
        {link.url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
      </span>
      {allowList && host !== '' && (
        <Badge
          appearance="tint"
          color={isAllowedHost(host, allowList) ? 'success' : 'warning'}
          title={text(isAllowedHost(host, allowList) ? 'linkAllowedWhy' : 'linkOutsideWhy')}
        >
          {text(isAllowedHost(host, allowList) ? 'linkAllowed' : 'linkOutside')}
        </Badge>
      )}
      {onOpen && (
        <Button
          size="small"
          appearance="subtle"
          icon={<OpenRegular />}
          aria-label={text('linkOpen')}
          title={text('linkOpen')}
          onClick={() => onOpen(link.url)}
        />
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<EditRegular />}
        aria-label={text('linkEdit')}
        title={`${text('linkEdit')}（Ctrl+K）`}
        onClick={() => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<LinkDismissRegular />}
        aria-label={text('linkRemove')}
        title={text('linkRemove')}
        onClick={() => removeLink(editor, link.key)}
      />
    </div>
  );
}
