import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { ZodMiniType } from 'zod/mini';
import type { AnswerKeyBase, OutlineBase } from '#src/exercises/exercise-base.ts';
import { toPlainVerdictWords, type PlainVerdict } from '#src/exercises/verdict.ts';
import { verdictKinds } from '#src/exercises/verdict-kinds.ts';
import type { ExerciseVersions } from '../progress/use-exercise-record.ts';
import { ActionButton } from '../query/ActionButton.tsx';
import { loadWithEngine } from '../run/page-engine.ts';
import { FailureNotice } from '../failure/FailureNotice.tsx';
import { toFailure } from '../failure/to-failure.ts';
import type { ShownFailure } from '../failure/to-failure.ts';
import { OutcomeBox } from '../query/OutcomeBox.tsx';
import { toSpokenVerdict } from './attempt-words.ts';
import { ExerciseButtons } from './ExerciseButtons.tsx';
import { ExerciseNotes } from './ExerciseNotes.tsx';
import { pageParts } from './loading/page-parts.ts';
import { readInputs } from './read-inputs.ts';
import type { Answer } from './use-answer.ts';
import { useExerciseWork } from './use-exercise-work.ts';
import { VerdictNotice } from './VerdictNotice.tsx';

/** What the page gives to the panel of any kind of exercise. */
export interface PanelProps<Outline> {
  readonly exercise: Outline;
  readonly versions: ExerciseVersions;
  /** Where the answer key is fetched from when it is first needed. */
  readonly keyUrl: string;
  /** The checksum of each table's file, by the table's name, for reports. */
  readonly data: Readonly<Record<string, string>>;
}

/** What the input of an answer is given. */
export interface AnswerInput {
  /** Begins the ids of its elements: unique in the page. */
  readonly id: string;
  readonly text: string;
  /**
   * False in the page as the server made it, until this page's scripts listen: for what does nothing before that. An `<input>` can
   * be used from the first: what it holds by then is taken for the answer.
   */
  readonly listening: boolean;
  readonly onChange: (text: string) => void;
  readonly onCheck: () => void;
}

/** How answers of a kind are judged: fetched when the first one is checked. */
export interface Judging<Key extends AnswerKeyBase> {
  readonly answerKeySchema: ZodMiniType<Key>;
  readonly judge: (answer: string, key: Key) => PlainVerdict;
}

interface Props<Key extends AnswerKeyBase> extends PanelProps<
  Pick<OutlineBase, 'id' | 'version' | 'title' | 'hints' | 'starter'>
> {
  readonly loadJudging: () => Promise<Judging<Key>>;
  readonly children: (input: AnswerInput) => ReactNode;
}

interface Judged {
  readonly text: string;
  readonly verdict: PlainVerdict;
  readonly explain: string;
}

/** An exercise that is answered without an engine: the kind's own input, and all that exercises share. */
export function PlainPanel<Key extends AnswerKeyBase>(props: Props<Key>): ReactNode {
  const { exercise, data, children } = props;
  const id = useId();
  const input = useRef<HTMLDivElement>(null);
  const { work, checking, judged, failure, check } = usePlainExercise(props);
  const { saved, answer } = work;
  const listening = useEarlyAnswer(input, answer);
  const words = judged && toPlainVerdictWords(judged.verdict);
  const isStale = judged !== undefined && judged.text !== answer.text;
  const fileName = exercise.id.slice(exercise.id.lastIndexOf('/') + 1);

  return (
    <div className="app-exercise">
      <div ref={input}>
        {children({
          id,
          text: answer.text,
          listening,
          onChange: answer.type,
          // An attempt that is made before the store is there would not be counted.
          onCheck: () => void (saved.ready && check(answer.current())),
        })}
      </div>
      <ExerciseButtons work={work}>
        <ActionButton
          enabled={saved.ready}
          waiting={checking}
          className="govuk-button"
          onUse={() => void check(answer.current())}
        >
          Check my answer
        </ActionButton>
      </ExerciseButtons>
      <ExerciseNotes
        exercise={exercise}
        work={work}
        isWrongNow={judged !== undefined && judged.verdict.kind !== 'correct'}
        onStartAgain={() => {
          answer.reset();
          input.current?.querySelector<HTMLElement>('input, button')?.focus();
        }}
      />
      <p role="status" className="govuk-visually-hidden">
        {checking
          ? 'Checking your answer.'
          : (failure?.failure ?? (words && !isStale ? toSpokenVerdict(words) : ''))}
      </p>
      {failure && <FailureNotice {...failure} />}
      {judged && words && (
        <OutcomeBox of={judged}>
          <VerdictNotice
            tone={verdictKinds[judged.verdict.kind].tone}
            isStale={isStale}
            words={words}
            explain={judged.explain}
            fileName={fileName}
            {...(judged.verdict.kind !== 'unreadable' && {
              makeReport: async () =>
                (await pageParts.makeReport()).makePlainReport({ exercise, data, words, ...judged }),
            })}
          />
        </OutcomeBox>
      )}
    </div>
  );
}

/** Takes up what was typed or picked before this page's scripts were there. Says whether they are. */
function useEarlyAnswer(input: RefObject<HTMLElement | null>, { type }: Answer): boolean {
  const [listening, setListening] = useState(false);
  // React leaves boxes as it finds them when it takes over the server's page, and sets them at the next change of the text.
  useLayoutEffect(() => {
    const early = input.current && readInputs(input.current);
    if (early) type(early);
    setListening(true);
  }, []);
  return listening;
}

/** A person's work on the exercise, and what came of the last check. */
function usePlainExercise<Key extends AnswerKeyBase>({
  exercise,
  versions,
  keyUrl,
  loadJudging,
}: Props<Key>) {
  const [checking, setChecking] = useState(false);
  const [judged, setJudged] = useState<Judged>();
  const [failure, setFailure] = useState<ShownFailure>();
  // Two clicks in one tick would both see "not checking".
  const busy = useRef(false);
  const load = async () => {
    const [{ loadKey }, judging] = await Promise.all([pageParts.loadKey(), loadJudging()]);
    return { key: await loadKey(keyUrl, exercise, judging.answerKeySchema), judge: judging.judge };
  };
  const work = useExerciseWork({
    exercise,
    versions,
    starter: exercise.starter,
    loadKey: async () => (await load()).key,
  });

  // Beside the engine where the page has one, else as soon as somebody works on an answer.
  useEffect(() => loadWithEngine(load), []);

  const check = async (text: string) => {
    if (busy.current) return;
    busy.current = true;
    setChecking(true);
    setFailure(undefined);
    try {
      const { key, judge } = await load();
      const verdict = judge(text, key);
      setJudged({ text, verdict, explain: key.explain });
      if (verdict.kind !== 'unreadable') work.addAttempt({ answer: text, verdict: verdict.kind });
    } catch (cause) {
      console.error(cause);
      setJudged(undefined);
      setFailure(toFailure(cause));
    }
    busy.current = false;
    setChecking(false);
  };
  return { work, checking, judged, failure, check };
}
