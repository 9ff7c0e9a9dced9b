import {
  toLearningRecord,
  type LearningRecord,
  type RecordableLesson,
} from '#src/progress/learning-record.ts';
import { skillLevels } from '#src/skills/skill-levels.ts';
import { momentDayWords } from '#src/words/moment-words.ts';
import { SavingProblem } from '../progress/SavingProblem.tsx';
import { useProgress } from '../progress/use-progress.ts';
import { offerFile } from '../query/browser-files.ts';
import { recordCaveat, toHelpWords, toRecordText, toShownWords } from './record-words.ts';
import type { SkillTitles } from './record-words.ts';

interface Props {
  readonly lessons: readonly RecordableLesson[];
  readonly skills: SkillTitles;
}

/** What somebody has shown in this browser, to print and as a file. */
export function RecordPage({ lessons, skills }: Props) {
  const progress = useProgress();
  // What is known already can be shown; that there is nothing is known at the end only.
  if (progress === undefined || (!progress.hasRead && progress.records.size === 0)) {
    return (
      <p className="govuk-body" role="status">
        Reading what you have done…
      </p>
    );
  }
  const record = toLearningRecord(lessons, progress.records);
  const madeAt = new Date().toISOString();
  const save = () =>
    offerFile(
      `record-of-learning-${madeAt.slice(0, 10)}.md`,
      'text/markdown',
      toRecordText(record, skills, madeAt),
    );
  return (
    <>
      {!progress.status.saving && <SavingProblem reason={progress.status.reason} />}
      <p className="govuk-inset-text">{recordCaveat}</p>
      {record.lessons.length === 0 ? (
        <p className="govuk-body">
          You have not solved an exercise in this browser yet. When you have, it stands here.
        </p>
      ) : (
        <>
          <p className="govuk-body">Made on {momentDayWords(madeAt)}.</p>
          <div className="govuk-button-group app-record__take">
            <button type="button" className="govuk-button" onClick={() => print()}>
              Print
            </button>
            <button type="button" className="govuk-button govuk-button--secondary" onClick={save}>
              Save as a file
            </button>
          </div>
          <BySkill record={record} skills={skills} />
          <ByLesson record={record} />
        </>
      )}
    </>
  );
}

function BySkill({ record, skills }: { readonly record: LearningRecord; readonly skills: SkillTitles }) {
  return (
    <section aria-labelledby="by-skill">
      <h2 className="govuk-heading-l" id="by-skill">
        By skill
      </h2>
      <p className="govuk-body">
        Exercises solved, by the level they ask for. One may count for more than one skill.
      </p>
      <div className="app-scroll" role="group" aria-labelledby="by-skill" tabIndex={0}>
        <table className="govuk-table">
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Skill
              </th>
              {skillLevels.map(({ id, title }) => (
                <th scope="col" className="govuk-table__header" key={id}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {skills.map(({ id, title }) => {
              const counts = record.skills.get(id);
              return (
                counts && (
                  <tr className="govuk-table__row" key={id}>
                    <th scope="row" className="govuk-table__header">
                      {title}
                    </th>
                    {skillLevels.map((level) => (
                      <td className="govuk-table__cell" key={level.id}>
                        {toShownWords(counts[level.id])}
                      </td>
                    ))}
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ByLesson({ record }: { readonly record: LearningRecord }) {
  return (
    <section aria-labelledby="by-lesson">
      <h2 className="govuk-heading-l" id="by-lesson">
        By lesson
      </h2>
      {record.lessons.map(({ lesson, shown }) => (
        <div className="app-record__lesson" key={lesson.id}>
          <h3 className="govuk-heading-s">{lesson.title}</h3>
          <ul className="govuk-list">
            {shown.map((each) => (
              <li className="app-record__exercise" key={each.exercise.id}>
                <span>{each.exercise.title}</span>
                <span className="app-muted">
                  {toHelpWords(each)}, {momentDayWords(each.at)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
