import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerVerdictKind } from '#src/exercises/verdict.ts';
import type { LessonJudge } from './open-lesson-judge.ts';

/** One file of a folder of answers, and whether the checker agrees with its name. */
export interface JudgedFile {
  /** From the folder. */
  readonly file: string;
  readonly agrees: boolean;
  /** Left out when the file could not be tried: then `words` says why. */
  readonly verdict?: AnswerVerdictKind;
  readonly words: string;
}

/**
 * Judges every `<exercise id>/right-….sql` and `<exercise id>/wrong-….sql` below a folder (`.js` for pipelines, `.txt` for other
 * answers). An answer that could not be
 * judged agrees with neither name.
 */
export async function judgeFolder(lessonJudge: LessonJudge, folder: string): Promise<JudgedFile[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const tried: JudgedFile[] = [];
  for (const file of names.filter((name) => /\.(sql|js|txt)$/.test(name)).sort()) {
    const [, id = '', side] = /^(?:(.*)\/)?(right|wrong)-[^/]*$/.exec(file) ?? [];
    const exercise = lessonJudge.find(id);
    if (side === undefined || !exercise) {
      const words =
        side === undefined
          ? 'A name begins with right- or wrong-, in the folder of its exercise.'
          : `There is no exercise "${id}".`;
      tried.push({ file, agrees: false, words });
      continue;
    }
    const { verdict, words } = await lessonJudge.judge(exercise, await readFile(join(folder, file), 'utf8'));
    const isDecided = verdict.kind !== 'undecided' && verdict.kind !== 'unreadable';
    const agrees = isDecided && (verdict.kind === 'correct') === (side === 'right');
    tried.push({ file, agrees, verdict: verdict.kind, words: words.headline });
  }
  return tried;
}
