import type { SkillLevel } from './skill.ts';

/** The levels of a skill, the first one first, with their titles. */
export const skillLevels: readonly { readonly id: SkillLevel; readonly title: string }[] = [
  { id: 'awareness', title: 'Awareness' },
  { id: 'working', title: 'Working' },
  { id: 'practitioner', title: 'Practitioner' },
];
