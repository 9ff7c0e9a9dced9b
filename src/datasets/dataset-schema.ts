import { checkDescriptor } from './check-descriptor.ts';
import { datasetFields } from './descriptor.ts';

/** A `dataset.yaml`: its fields, and the rules between them. */
export const datasetSchema = datasetFields.superRefine(checkDescriptor);
