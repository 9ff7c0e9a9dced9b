import type { ReactNode } from 'react';
import { createPart } from '#src/engine/browser/create-part.ts';
import { OptionList } from '#src/ui/exercise/OptionList.tsx';
import { PlainPanel, type PanelProps } from '#src/ui/exercise/PlainPanel.tsx';
import { RichText } from '#src/ui/text/RichText.tsx';
import type { PanelOutline } from '../../exercise-base.ts';
import type { ChoiceOutline } from '../outline.ts';

/** An exercise to answer by picking one option, or several. */
export function ChoicePanel(props: PanelProps<PanelOutline<ChoiceOutline>>): ReactNode {
  const { pick, options, title } = props.exercise;
  return (
    <PlainPanel {...props} loadJudging={loadJudging}>
      {(input) => (
        <OptionList
          {...input}
          legend={`${pick === 'one' ? 'Pick one' : 'Pick all that are right'}: ${title}`}
          several={pick === 'several'}
          options={options.map((text) => ({ label: <RichText text={text} /> }))}
        />
      )}
    </PlainPanel>
  );
}

const loadJudging = createPart(async () => {
  const [{ choiceKeySchema }, { judgeChoice }] = await Promise.all([
    import('../key-schema.ts'),
    import('../judge.ts'),
  ]);
  return { answerKeySchema: choiceKeySchema, judge: judgeChoice };
});
