import { expect, test } from 'vitest';
import { findNamedChange, findPipelineChange, showsPipelineChange } from './pipeline-change.ts';

const model = "services.filter(d => d.cost >= 1000).orderby(aq.desc('cost')).slice(0, 5)";

test.each([
  [
    'a turned sign',
    model.replace('>=', '>'),
    "services.filter(s => s['cost'] > 1e3).orderby(aq.desc('cost')).slice(0, 5)",
  ],
  [
    'a step left out',
    "services.orderby(aq.desc('cost')).slice(0, 5)",
    'services.orderby(aq.desc(d => d.cost)).slice(0,5)',
  ],
  [
    'a sort turned',
    model.replace("aq.desc('cost')", "'cost'"),
    "services.filter(d => 1000 <= d.cost).orderby('cost').slice(0, 5)",
  ],
  ['another figure', model.replace('5)', '6)'), model.replace('5)', '10)')],
])(
  '%s is seen in a text that has it, in other words too, and not in one that is right',
  (_case, slip, own) => {
    const change = findPipelineChange(model, slip);
    expect(showsPipelineChange(slip, change)).toBe(true);
    expect(showsPipelineChange(own, change)).toBe(true);
    expect(showsPipelineChange(model, change)).toBe(false);
  },
);

test('a step that stands there with another condition is not said to be missing', () => {
  const change = findPipelineChange(model, "services.orderby(aq.desc('cost')).slice(0, 5)");
  expect(showsPipelineChange(model.replace('1000', '-1'), change)).toBe(false);
});

test('an author’s words are said only of a text that has what they name', () => {
  const mistake = "services.groupby('cost').count()";
  const named = findNamedChange('You group by `cost`: `groupby` is not asked for.', model, mistake);
  expect(named).toEqual({ more: { groupby: 0 }, fewer: {} });
  expect(showsPipelineChange("services.select('cost').dedupe()", named)).toBe(false);
  expect(findNamedChange('A service that costs 1,000 counts.', model, 'services').fewer).toEqual({ 1000: 1 });
  expect(findNamedChange('Look again at the task.', model, mistake)).toEqual({ more: {}, fewer: {} });
});
