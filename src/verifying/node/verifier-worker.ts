import { parentPort, workerData } from 'node:worker_threads';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { openTables, verifyAuthored, type OpenTables, type VerifiedExercise } from './verify-authored.ts';

/** What a thread answers for an exercise. */
export type VerifierReply =
  | { readonly ok: true; readonly verified: VerifiedExercise }
  | { readonly ok: false; readonly error: unknown };

const root = String(workerData);
const project = Promise.all([loadCatalogue(root), loadDatasets(root)]);
const open = new Map<string, Promise<OpenTables>>();

parentPort?.on('message', (id: string) => {
  const answer = (reply: VerifierReply) => parentPort?.postMessage(reply);
  verify(id).then(
    (verified) => answer({ ok: true, verified }),
    (error: unknown) => answer({ ok: false, error }),
  );
});

async function verify(id: string): Promise<VerifiedExercise> {
  const [{ tracks, files }, { datasets }] = await project;
  const exercise = exercisesOf(tracks).find((each) => each.id === id);
  if (!exercise) throw new Error(`There is no exercise "${id}".`);
  const used = datasets.filter(({ descriptor }) => exercise.datasets.includes(descriptor.id));
  const path = `lessons/${id}.yaml`;
  return verifyAuthored(await openOnce(used), exercise, used, { path, text: files[path] ?? '' });
}

function openOnce(datasets: readonly LoadedDataset[]): Promise<OpenTables> {
  const key = datasets.map(({ descriptor }) => descriptor.id).join();
  const known = open.get(key) ?? openTables(datasets);
  open.set(key, known);
  return known;
}
