import { pickTold, type Told } from '../told.ts';
import { arqueroPlaces, type ArqueroExercise } from './schema.ts';

/** The part of an Arquero exercise that stands in the page. */
export type ArqueroOutline = Told<ArqueroExercise, typeof arqueroPlaces, 'outline'>;

export function toArqueroOutline(exercise: ArqueroExercise): ArqueroOutline {
  return pickTold(exercise, arqueroPlaces, 'outline');
}
