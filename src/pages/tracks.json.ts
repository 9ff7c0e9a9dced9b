import { trackSummaries } from './_lessons.ts';

/** Every lesson with its exercises, for the pages that tell somebody where they stopped. */
export function GET(): Response {
  return Response.json(trackSummaries());
}
