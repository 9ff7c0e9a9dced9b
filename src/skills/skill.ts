import { parse } from 'yaml';
import { z } from 'zod';

const levelSchema = z.enum(['awareness', 'working', 'practitioner']);

const skillSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .describe('A short name that lessons and exercises refer to.'),
  title: z.string().min(3).describe('What a person with this skill does.'),
  awareness: z.string().min(3).describe('What a person does at the first level.'),
  working: z.string().min(3).describe('What a person does at the second level.'),
  practitioner: z.string().min(3).describe('What a person does at the third level.'),
  capability: z.string().describe('The matching skill of the capability framework.'),
  maturity: z.string().describe('The matching topic of the data maturity assessment.'),
});

const skillModelSchema = z.strictObject({
  levels: z.array(levelSchema),
  skills: z
    .array(skillSchema)
    .refine((skills) => new Set(skills.map(({ id }) => id)).size === skills.length, {
      error: 'each skill id once',
    }),
});

export type SkillLevel = z.infer<typeof levelSchema>;
export type Skill = z.infer<typeof skillSchema>;
export type SkillModel = z.infer<typeof skillModelSchema>;

/**
 * Reads `src/skills/skills.yaml`. Throws when the text does not fit: the skill model is part of the project's code.
 */
export function parseSkills(text: string): SkillModel {
  return skillModelSchema.parse(parse(text));
}
