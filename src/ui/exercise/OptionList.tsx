import type { ReactNode } from 'react';
import { readLetters, toLetter } from '#src/exercises/letters.ts';
import type { AnswerInput } from './PlainPanel.tsx';
import { toLetters } from './read-inputs.ts';

interface Props extends AnswerInput {
  /** Says what to do; for screen readers, since the task says it too. */
  readonly legend: string;
  /** Whether more than one may be picked. */
  readonly several: boolean;
  readonly options: readonly { readonly label: ReactNode; readonly detail?: ReactNode }[];
}

/** Options to pick one or several of. The answer is kept as their letters. */
export function OptionList({ id, text, onChange, legend, several, options }: Props): ReactNode {
  const picked = readLetters(text, options.length);
  const block = several ? 'govuk-checkboxes' : 'govuk-radios';
  const pick = (index: number, isPicked: boolean) => {
    const others = several ? picked.filter((other) => other !== index) : [];
    onChange(toLetters(isPicked ? [...others, index] : others));
  };
  return (
    <fieldset className="govuk-fieldset app-options">
      <legend className="govuk-visually-hidden">{legend}</legend>
      <div className={block} data-module={block}>
        {options.map(({ label, detail }, index) => (
          <div className={`${block}__item`} key={index}>
            <input
              className={`${block}__input`}
              type={several ? 'checkbox' : 'radio'}
              id={`${id}${toLetter(index)}`}
              name={`${id}option`}
              // Some browsers bring back what was picked before a reload, and that is not what was stored last.
              autoComplete="off"
              checked={picked.includes(index)}
              aria-describedby={detail === undefined ? undefined : `${id}${toLetter(index)}detail`}
              onChange={(event) => pick(index, event.target.checked)}
            />
            <label className={`govuk-label ${block}__label`} htmlFor={`${id}${toLetter(index)}`}>
              {label}
            </label>
            {detail !== undefined && (
              <div className="app-options__detail" id={`${id}${toLetter(index)}detail`}>
                {detail}
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
