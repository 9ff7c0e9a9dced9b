import type { LearningRecord, ShownExercise, SkillShown } from '#src/progress/learning-record.ts';
import { skillLevels } from '#src/skills/skill-levels.ts';
import { countWords } from '#src/words/count-words.ts';
import { momentDayWords } from '#src/words/moment-words.ts';

/** What the record is worth, for whoever reads it. */
export const recordCaveat =
  'Recorded by the learner’s own browser, without anyone looking on. It shows which exercises were solved, not how the learner would do at work. It is not a certificate.';

/** With what help an exercise was solved. */
export function toHelpWords({ help, hints }: Pick<ShownExercise, 'help' | 'hints'>): string {
  if (help === 'solution') return 'After seeing a solution';
  return help === 'hints' ? `With ${countWords(hints, 'hint')}` : 'Unaided';
}

/** How many exercises of a skill were solved at a level. */
export function toShownWords({ solved, unaided }: SkillShown): string {
  if (solved === 0) return '–';
  return unaided === solved ? `${solved}, unaided` : `${solved}, of them ${unaided} unaided`;
}

/** A title of a skill for each id, in the order in which skills are shown. */
export type SkillTitles = readonly { readonly id: string; readonly title: string }[];

/** The record as a text to keep or to send. */
export function toRecordText(record: LearningRecord, skills: SkillTitles, madeAt: string): string {
  const shown = skills.flatMap(({ id, title }) => {
    const counts = record.skills.get(id);
    return counts ? [{ title, counts }] : [];
  });
  const rows = shown.map(
    ({ title, counts }) =>
      `| ${title} | ${skillLevels.map(({ id }) => toShownWords(counts[id])).join(' | ')} |`,
  );
  const lessons = record.lessons.flatMap(({ lesson, shown: ofLesson }) => [
    '',
    `### ${lesson.title}`,
    '',
    ...ofLesson.map(
      (each) => `- ${each.exercise.title}: ${toHelpWords(each).toLowerCase()}, ${momentDayWords(each.at)}`,
    ),
  ]);
  return [
    '# Record of learning',
    '',
    'Lunchtime Code Club',
    `Made on ${momentDayWords(madeAt)}`,
    '',
    recordCaveat,
    '',
    '## Exercises solved, by skill and level',
    '',
    `| Skill | ${skillLevels.map(({ title }) => title).join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'An exercise may count for more than one skill.',
    '',
    '## Exercises solved, by lesson',
    ...lessons,
    '',
  ].join('\n');
}
