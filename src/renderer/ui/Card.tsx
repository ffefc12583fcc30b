import { useId, type ReactNode } from 'react';
import './card.css';

export interface CardProps {
  readonly title?: string;
  /** The coloured edge: how urgent the card is. */
  readonly tone?: 'plain' | 'error' | 'warning' | 'hint';
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A block of the side panel. */
export function Card({ title, tone = 'plain', aside, children }: CardProps) {
  const id = useId();
  return (
    <section className={`card card-${tone}`} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <div className="card-head">
          <h2 className="card-title" id={id}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
