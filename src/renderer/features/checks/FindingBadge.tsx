import { useDraftSession } from '#renderer/session/draft-session.ts';
import { severitySchema, type Severity } from '#shared/model/finding.ts';

const badgeOf: Readonly<Record<Severity, string>> = {
  error: 'badge',
  warning: 'badge badge-warning',
  hint: 'badge badge-quiet',
};

/** How many findings there are, in the colour of the gravest: red is for what lets no page out. */
export function FindingBadge() {
  const count = useDraftSession((session) => session.findings.length);
  const gravest = useDraftSession(({ findings }) =>
    severitySchema.options.find((severity) => findings.some((finding) => finding.severity === severity)),
  );
  return gravest && <span className={badgeOf[gravest]}>{count}</span>;
}
