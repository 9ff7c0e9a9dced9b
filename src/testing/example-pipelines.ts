import { arqueroSchema, type ArqueroExercise } from '#src/exercises/arquero/schema.ts';

/** Exercises whose answer is a pipeline, over the real services: for browser tests and measurements that hang on no lesson. */
export const examplePipelines: readonly ArqueroExercise[] = [
  toExample('busy-services', {
    title: 'Busy services',
    task: 'Show the service and the transactions of those with 1,000,000 transactions or more.',
    starter: 'services',
    solution: 'SELECT service, transactions FROM services WHERE transactions >= 1000000',
    arquero: "services.filter(d => d.transactions >= 1000000).select('service', 'transactions')",
    wrong: [
      {
        answer: "services.filter(d => d.transactions > 1000000).select('service', 'transactions')",
        feedback: 'A service with exactly 1,000,000 counts too.',
      },
    ],
    hints: ['Which verb keeps rows?', 'Which verb keeps columns?'],
    explain: 'Most services are small: these few carry nearly all transactions.',
  }),
  toExample('count-departments', {
    title: 'Count by department',
    task: 'Count the services of each department, as `n`, the most first. Departments that tie stand in the order of their names.',
    solution:
      'SELECT department, count(*) AS n\nFROM services\nGROUP BY department\nORDER BY n DESC, department',
    arquero:
      "services\n  .groupby('department')\n  .rollup({ n: op.count() })\n  .orderby(aq.desc('n'), 'department')",
    compare: { order: 'required', columnNames: 'required' },
    differs:
      'SQL may give groups in any order. Arquero gives them in the order in which it meets them, until `orderby` sorts them.',
    hints: ['Split the rows into groups first.'],
    explain: 'A department with many services has many teams to ask.',
  }),
];

function toExample(name: string, parts: object): ArqueroExercise {
  const base = { kind: 'arquero', skills: ['summarise'], difficulty: 2, datasets: ['government-services'] };
  return { ...arqueroSchema.parse({ ...base, ...parts }), id: `trial/pipelines/${name}`, version: 'trial' };
}
