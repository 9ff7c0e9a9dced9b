import type { ReactNode } from 'react';
import type { AnswerInput } from './PlainPanel.tsx';

interface Props extends AnswerInput {
  readonly label: ReactNode;
  readonly unit?: string;
  /** Which keys a phone shows first. */
  readonly inputMode?: 'decimal' | 'text';
}

/** One figure or value, with its unit beside it. Enter checks it. */
export function FigureInput(props: Props): ReactNode {
  const { id, text, onChange, onCheck, label, unit = '', inputMode = 'decimal' } = props;
  const isBefore = unit === '£';
  return (
    <div className="govuk-form-group app-figure">
      <label className="govuk-label govuk-label--s" htmlFor={`${id}figure`}>
        {label}
      </label>
      <div className="govuk-input__wrapper">
        {isBefore && (
          <div className="govuk-input__prefix" aria-hidden="true">
            {unit}
          </div>
        )}
        <input
          className="govuk-input govuk-input--width-10"
          id={`${id}figure`}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onCheck();
          }}
        />
        {unit !== '' && !isBefore && (
          <div className="govuk-input__suffix" aria-hidden="true">
            {unit}
          </div>
        )}
      </div>
    </div>
  );
}
