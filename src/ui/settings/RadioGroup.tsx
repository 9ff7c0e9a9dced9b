interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface Props<T extends string> {
  readonly name: string;
  readonly title: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T, label: string) => void;
}

/** One choice out of a few. */
export function RadioGroup<T extends string>({ name, title, value, options, onChange }: Props<T>) {
  return (
    <div className="govuk-form-group">
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          <h2 className="govuk-fieldset__heading">{title}</h2>
        </legend>
        <div className="govuk-radios">
          {options.map((option) => {
            const id = `${name}-${option.value}`;
            return (
              <div className="govuk-radios__item" key={option.value}>
                <input
                  className="govuk-radios__input"
                  type="radio"
                  id={id}
                  name={name}
                  value={option.value}
                  checked={option.value === value}
                  onChange={() => onChange(option.value, option.label)}
                  aria-describedby={option.hint === undefined ? undefined : `${id}-hint`}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={id}>
                  {option.label}
                </label>
                {option.hint !== undefined && (
                  <div className="govuk-hint govuk-radios__hint" id={`${id}-hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
