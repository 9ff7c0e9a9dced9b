import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPart } from '#src/engine/browser/create-part.ts';
import { PlainPanel, type AnswerInput, type PanelProps } from '#src/ui/exercise/PlainPanel.tsx';
import { ActionButton } from '#src/ui/query/ActionButton.tsx';
import { readLines } from '../judge.ts';
import type { PanelOutline } from '../../exercise-base.ts';
import type { OrderOutline } from '../outline.ts';
import './order.scss';

/** An exercise to answer by putting lines in order. */
export function OrderPanel(props: PanelProps<PanelOutline<OrderOutline>>): ReactNode {
  const { starter, sql, mayLeaveOut } = props.exercise;
  return (
    <PlainPanel {...props} loadJudging={loadJudging}>
      {(input) => <LineOrder {...input} all={readLines(starter)} isCode={sql} mayLeaveOut={mayLeaveOut} />}
    </PlainPanel>
  );
}

interface LineOrderProps extends AnswerInput {
  /** Every line, also those that are left out. */
  readonly all: readonly string[];
  readonly isCode: boolean;
  readonly mayLeaveOut: boolean;
}

/** The lines in their order, with buttons that move them: the same for mouse, touch, keyboard and screen reader. */
function LineOrder({ id, text, listening, onChange, all, isCode, mayLeaveOut }: LineOrderProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<{ button: string; said: string }>();
  const lines = readLines(text).filter((line) => all.includes(line));
  const leftOut = all.filter((line) => !lines.includes(line));

  // A browser drops the focus from an element that moves.
  useEffect(() => {
    const button = moved && box.current?.querySelector<HTMLElement>(`[data-button="${moved.button}"] button`);
    button?.focus();
  }, [moved]);

  const set = (next: readonly string[], button: string, said: string) => {
    onChange(next.join('\n'));
    setMoved({ button, said });
  };
  const move = (from: number, to: number) => {
    const next = lines.filter((_line, index) => index !== from);
    next.splice(to, 0, lines[from] ?? '');
    const name = `${to < from ? 'up' : 'down'} ${all.indexOf(lines[from] ?? '')}`;
    set(next, name, `Now line ${to + 1} of ${lines.length}.`);
  };
  const button = (name: string, label: string, line: string, waiting: boolean, onUse: () => void) => (
    <span data-button={`${name} ${all.indexOf(line)}`}>
      <ActionButton
        enabled={listening}
        waiting={waiting}
        className="govuk-button govuk-button--secondary"
        onUse={onUse}
      >
        {label}
        <span className="govuk-visually-hidden"> {line}</span>
      </ActionButton>
    </span>
  );
  const words = (line: string) => (isCode ? <code>{line}</code> : line);

  return (
    <div className="app-order" ref={box}>
      <p className="app-order__title" id={`${id}lines`}>
        Your order
      </p>
      <ol className="app-order__lines" aria-labelledby={`${id}lines`}>
        {lines.map((line, index) => (
          <li className="app-order__line" key={line}>
            <span className="app-order__text">{words(line)}</span>
            <span className="app-order__buttons">
              {button('up', 'Up', line, index === 0, () => move(index, index - 1))}
              {button('down', 'Down', line, index === lines.length - 1, () => move(index, index + 1))}
              {mayLeaveOut &&
                button('out', 'Leave out', line, false, () =>
                  set(
                    lines.filter((other) => other !== line),
                    `in ${all.indexOf(line)}`,
                    'Left out.',
                  ),
                )}
            </span>
          </li>
        ))}
      </ol>
      {leftOut.length > 0 && (
        <>
          <p className="app-order__title" id={`${id}out`}>
            Left out
          </p>
          <ul className="app-order__lines" aria-labelledby={`${id}out`}>
            {leftOut.map((line) => (
              <li className="app-order__line app-order__line--out" key={line}>
                <span className="app-order__text">{words(line)}</span>
                <span className="app-order__buttons">
                  {button('in', 'Put back', line, false, () =>
                    set([...lines, line], `up ${all.indexOf(line)}`, `Put back as line ${lines.length + 1}.`),
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status" className="govuk-visually-hidden">
        {moved?.said ?? ''}
      </p>
    </div>
  );
}

const loadJudging = createPart(async () => {
  const [{ orderKeySchema }, { judgeOrder }] = await Promise.all([
    import('../key-schema.ts'),
    import('../judge.ts'),
  ]);
  return { answerKeySchema: orderKeySchema, judge: judgeOrder };
});
