import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createInstance } from 'i18next';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import type { Document } from '#shared/document/schema.ts';
import { pendingAsset } from '#shared/document/pending-asset.ts';
import type { Asset } from '#shared/model/asset.ts';
import { noIntake, type PictureIntake } from '#renderer/editor/picture-intake.ts';
import { DocumentEditor } from '#renderer/editor/DocumentEditor.tsx';
import type { PasteParts, PasteRead } from '#renderer/editor/paste/paste-parts.ts';
import type { EditorHandle, SelectionState, WritingOptions } from '#renderer/editor/document-editor-props.ts';
import { containerForReact } from '#renderer/ui/react-container.ts';
import { followCompositions } from '#renderer/session/composition.ts';
import { EditorToolbar } from '#renderer/editor/toolbar/EditorToolbar.tsx';
import { holdOnce } from '#renderer/session/hold-once.ts';
import { createCaretProbe } from './caret-probe.ts';
import type { HarnessOptions, HarnessWindow } from './harness-window.ts';

/** A page with nothing but the toolbar and the sheet, for tests of the sheet alone in a real browser. */
const harness = window as unknown as HarnessWindow;
const options: HarnessOptions = harness.options;
const writing: WritingOptions = {
  ...options.writing,
  boilerplateValues: () => ({ 联系电话: '0750-5524538' }),
  openLink: (url) => void harness.opened.push(url),
  comment: () => (harness.comments += 1),
};

async function assetOf(file: File): Promise<Asset> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return asset(sha256);
}

function asset(sha256: string): Asset {
  const rendition = { sha256, width: 1200, height: 800, bytes: 1 };
  return {
    sha256,
    name: 'picture.jpg',
    type: 'image/jpeg',
    bytes: 1,
    width: 1200,
    height: 800,
    takenAt: null,
    hadLocation: false,
    hasOriginal: true,
    display: rendition,
    thumbnail: rendition,
  };
}

function Harness({ initial }: { readonly initial: Document }): ReactElement {
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  const [selection, setSelection] = useState<SelectionState | null>(null);
  const [assets, setAssets] = useState<ReadonlyMap<string, Asset>>(
    () => new Map(initial.children.flatMap((b) => (b.type === 'figure' && b.asset ? [[b.asset, asset(b.asset)]] : []))),
  );
  /** Takes pictures in at once, or when a test lets them go on. */
  const arrive = async (pending: string, file: File): Promise<void> => {
    await harness.picturesMayArrive;
    const taken = await assetOf(file);
    setAssets((known) => new Map([...known, [taken.sha256, taken]]));
    harness.handle.renameAsset(pending, taken.sha256);
  };
  const begin: PictureIntake['begin'] = (files) =>
    files.map((file) => {
      const pending = pendingAsset(crypto.getRandomValues(new Uint8Array(12)));
      void arrive(pending, file);
      return pending;
    });
  const readPaste = async (parts: PasteParts): Promise<PasteRead> => {
    const files = await Promise.all(parts.files.map(async (file) => await file.text()));
    const { assets: taken, ...read } = await harness.deskReadPaste({ ...parts, files });
    setAssets((known) => new Map([...known, ...taken.map((one) => [one.sha256, one] as const)]));
    return read;
  };
  return (
    <FluentProvider theme={options.dark ? webDarkTheme : webLightTheme}>
      <EditorToolbar
        isReady={handle !== null}
        handle={() => handle}
        selection={selection}
        disabled={options.readOnly}
      />
      <div className="canvas">
        <div className="paper">
          <DocumentEditor
            initial={initial}
            readOnly={options.readOnly}
            captionMark="▲"
            creditMark="摄影："
            assets={assets}
            boilerplates={options.boilerplates}
            writing={writing}
            onChange={() => (harness.counts.changes += 1)}
            onSelection={(state) => {
              harness.selection = state;
              setSelection(state);
            }}
            intake={{ ...noIntake, begin }}
            readPaste={readPaste}
            onPasted={(outcome) => harness.pasted.push(outcome)}
            onReady={(ready) => {
              harness.handle = ready;
              setHandle(ready);
            }}
          />
        </div>
      </div>
    </FluentProvider>
  );
}

harness.pasted = [];
harness.counts = { changes: 0, pauses: 0 };
followCompositions(() => (harness.counts.pauses += 1));
harness.opened = [];
harness.comments = 0;
harness.carets = createCaretProbe(() => harness.handle);
document.documentElement.dataset['theme'] = options.dark ? 'dark' : 'light';
await createInstance().use(initReactI18next).init({ lng: options.language, resources: {} });
const host = document.querySelector('#root');
if (host) createRoot(containerForReact(host)).render(<Harness initial={holdOnce(options.initial)} />);
