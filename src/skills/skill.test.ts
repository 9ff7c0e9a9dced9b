import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSkills } from './skill.ts';

const text = readFileSync(new URL('./skills.yaml', import.meta.url), 'utf8');

test('the skill model has fourteen skills at three levels', () => {
  const { levels, skills } = parseSkills(text);
  expect(levels).toEqual(['awareness', 'working', 'practitioner']);
  expect(skills).toHaveLength(14);
  expect(skills.map(({ id }) => id)).toContain('select');
});

test('a skill that stands twice is refused', () => {
  expect(() => parseSkills(text.replace('id: find', 'id: ask'))).toThrow(/each skill id once/);
});

test('a skill without a level is refused', () => {
  expect(() => parseSkills(text.replace(/^ {4}working:.*$/m, ''))).toThrow(/working/);
});
