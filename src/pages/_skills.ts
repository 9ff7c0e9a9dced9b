import { parseSkills } from '#src/skills/skill.ts';
import skillsText from '#src/skills/skills.yaml?raw';

/** The skill model that lessons and exercises refer to. */
export const { skills } = parseSkills(skillsText);

/** What a person with these skills does, in words. */
export function skillTitles(ids: readonly string[]): readonly string[] {
  return skills.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
}
