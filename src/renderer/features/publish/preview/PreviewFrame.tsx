import { useLayoutEffect, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/text.ts';
import { followLink } from './follow-link.ts';
import { widthOf, type PreviewDevice } from './preview-widths.ts';

export interface PreviewFrameProps {
  readonly shownId: string;
  readonly device: PreviewDevice;
  readonly large: boolean;
  /** The page's own link to the other view was pressed. */
  readonly onView: (large: boolean) => void;
  /** Escape was pressed in the page, and nothing in it took the key. */
  readonly onEscape: () => void;
}

/**
 * The page in a frame where no script runs. It is laid out at the device's width and shrunk to what room there is; what
 * clicks on its links mean is decided out here.
 */
export function PreviewFrame({ shownId, device, large, onView, onEscape }: PreviewFrameProps) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!box.current) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const width = widthOf(device);
  const scale = Math.min(1, room.width / width);
  return (
    <div className="preview-room" ref={box}>
      {room.width > 0 && (
        <iframe
          className="preview-frame"
          title={text('preview.frame')}
          sandbox="allow-same-origin"
          src={`/preview/${shownId}/${large ? '?view=large' : ''}`}
          style={{
            width,
            height: room.height / scale,
            transform: `scale(${scale})`,
            left: Math.max(0, (room.width - width * scale) / 2),
          }}
          onLoad={({ currentTarget: { contentDocument } }) => {
            contentDocument?.addEventListener('click', (event) => followLink(event, onView));
            contentDocument?.addEventListener('keydown', ({ key }) => {
              // The question about leaving the site has the key for itself.
              if (key === 'Escape' && contentDocument.querySelector('dialog[open]') === null) onEscape();
            });
          }}
        />
      )}
    </div>
  );
}
