import { useId } from 'react';

interface Props {
  /** Sentences that say why, and what to do. */
  readonly reason: string;
}

/** Says that nothing is being saved. */
export function SavingProblem({ reason }: Props) {
  const titleId = useId();
  return (
    <div className="govuk-notification-banner" role="region" aria-labelledby={titleId}>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          Your work is not being saved
        </h2>
      </div>
      <div className="govuk-notification-banner__content" role="status">
        <p className="govuk-body">{reason}</p>
      </div>
    </div>
  );
}
