import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { openDatasets } from '#src/engine/node/open-datasets.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { compileExercise } from '#src/checker/node/compile-exercise.ts';
import { proveAnswers, proveModelAnswer } from '#src/checker/node/prove-exercise.ts';
const root = process.cwd();
const { tracks } = await loadCatalogue(root); const { datasets } = await loadDatasets(root);
const ex = tracks.flatMap(t=>t.lessons).flatMap(l=>l.exercises);
for (const e of ex.filter(e=>!process.argv[2]||e.id.includes(process.argv[2]))) {
  const used = datasets.filter(d=>e.datasets.includes(d.descriptor.id));
  const open = await openDatasets(root, used.map(d=>d.descriptor.id));
  await open.database.query('SET errors_as_json = true');
  let n=0; const kinds = new Map<string, [number, number]>();
  const db = { query: async (sql: string) => { n++; const t=performance.now(); try { return await open.database.query(sql);} finally { const k=sql.slice(0,28); const c=kinds.get(k)??[0,0]; c[0]++; c[1]+=performance.now()-t; kinds.set(k,c);} } };
  const tables = used.flatMap(d=>d.descriptor.tables);
  const cpu0=process.cpuUsage(); const t0=performance.now();
  await proveModelAnswer(db, e); const t1=performance.now(); const n1=n;
  const c = await compileExercise(db, e, tables); const t2=performance.now(); const n2=n;
  await proveAnswers(db, e, {compiled:c.compiled, tables}); const t3=performance.now();
  const cpu=process.cpuUsage(cpu0);
  console.log(e.id, 'model', (t1-t0|0), n1, 'compile', (t2-t1|0), n2-n1, 'prove', (t3-t2|0), n-n2, 'cpu', ((cpu.user+cpu.system)/1000|0));
  if (process.argv[2]) console.log([...kinds].sort((a,b)=>b[1][1]-a[1][1]).slice(0,25).map(([k,[c,t]])=>`${t|0} ms ${c} × ${k.replaceAll('\n',' ')}`).join('\n'));
  open.close();
}
