import { toProblemText } from '#src/authored/parse-authored.ts';
import { checkLessons } from '#src/checker/node/check-lessons.ts';
import { projectRoot } from './node/project-root.ts';

const startedAt = performance.now();
const { lessons, problems } = await checkLessons(projectRoot);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);

if (problems.length > 0) {
  console.error(problems.map(toProblemText).join('\n\n'));
  console.error(`\n${problems.length} problem${problems.length === 1 ? '' : 's'} in lessons/.`);
  process.exitCode = 1;
} else {
  for (const { id, exercises, alternatives, wrongAnswers } of lessons) {
    console.log(
      `${id}: ${exercises} exercises, ${alternatives} alternatives accepted, ${wrongAnswers} wrong answers refused`,
    );
  }
  const exercises = lessons.reduce((sum, lesson) => sum + lesson.exercises, 0);
  console.log(`${lessons.length} lessons, ${exercises} exercises check what they say. ${seconds} s.`);
}
