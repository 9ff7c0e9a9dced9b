import { expect, test } from 'vitest';
import { parseAskLink, toAskLink } from './ask-link.ts';

test.each([
  ['nhs-ae', 0],
  ['nhs-ae', 2],
])('a link to question %s %i is read back', (datasetId, index) => {
  expect(parseAskLink(toAskLink(datasetId, index))).toEqual({ datasetId, index });
});

test.each(['', '#query=eyJ2', '#ask=', '#ask=nhs-ae.12', '#ask=<b>', '#ask=nhs-ae.1;DROP'])(
  '"%s" asks for no question',
  (hash) => {
    expect(parseAskLink(hash)).toBeUndefined();
  },
);
