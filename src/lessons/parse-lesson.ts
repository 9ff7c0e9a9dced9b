import { parseAuthored, type Parsed, type Problem } from '#src/authored/parse-authored.ts';
import { lessonHeaderSchema, type LessonSection, type LessonText } from './lesson.ts';
import { toHtml } from './to-html.ts';

/**
 * Reads one `lesson.md`: front matter between two lines of `---`, then the text.
 *
 * @param id - Path id, such as `asking-questions/01-first-question`.
 * @param file - Name for the problems.
 */
export function parseLesson({
  id,
  file,
  text,
}: {
  id: string;
  file: string;
  text: string;
}): Parsed<LessonText> {
  const parts = splitFrontMatter(text);
  if (!parts) {
    const problem: Problem = {
      file,
      line: 1,
      path: '',
      expected: 'front matter between two lines of ---',
      found: `"${text.trimStart().split(/\r?\n/)[0]?.slice(0, 60) ?? ''}"`,
      remedy: 'Start the file with ---, the fields (title, summary, minutes …), and --- again.',
    };
    return { ok: false, problems: [problem] };
  }
  const header = parseAuthored(lessonHeaderSchema, parts.header, file, { lineOffset: 1 });
  const body = toHtml(parts.body, { file, lineOffset: parts.bodyLineOffset });
  const problems = [
    ...(header.ok ? [] : header.problems),
    ...body.problems,
    ...findRepeatedExercises(body.sections, file),
  ];
  if (!header.ok || problems.length > 0) return { ok: false, problems };
  const sections = body.sections.map((section): LessonSection =>
    section.kind === 'exercise' ? { kind: 'exercise', exerciseId: `${id}/${section.name}` } : section,
  );
  return { ok: true, value: { id, ...header.value, sections } };
}

/** Front matter and text of a Markdown file, and the lines before each. */
function splitFrontMatter(text: string) {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return undefined;
  const before = match[0];
  return {
    header: match[1] ?? '',
    body: text.slice(before.length),
    bodyLineOffset: before.split('\n').length - 1,
  };
}

function findRepeatedExercises(sections: ReturnType<typeof toHtml>['sections'], file: string): Problem[] {
  const exercises = sections.filter((section) => section.kind === 'exercise');
  return exercises
    .filter(({ name }, index) => exercises.findIndex((other) => other.name === name) < index)
    .map(({ name, line }) => ({
      file,
      line,
      path: '',
      expected: 'each exercise once',
      found: `::exercise{${name}} a second time`,
      remedy: 'Remove one of them.',
    }));
}
