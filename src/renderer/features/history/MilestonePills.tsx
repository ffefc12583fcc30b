import { useText } from '#renderer/i18n/text.ts';
import type { Milestone } from './use-milestones.ts';

/** `初稿`, `送审稿` …, and the name that a person gave. */
export function MilestonePills({ milestone }: { readonly milestone: Milestone | undefined }) {
  const text = useText();
  if (!milestone) return null;
  return (
    <>
      {milestone.kinds.map((kind) => (
        <span key={kind} className={`pill pill-milestone pill-${kind}`}>
          {text(`history.milestone.${kind}`)}
        </span>
      ))}
      {milestone.name !== null && (
        <span className="pill pill-named" title={milestone.name}>
          {milestone.name}
        </span>
      )}
    </>
  );
}
