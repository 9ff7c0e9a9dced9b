import { readMoment, readValue } from './read-value.ts';
import type { Reader } from './read-value.ts';

/** No page of this site was used before: a clock that says so is wrong, as that of a laptop with an empty battery. */
export const earliestMoment = '2026-01-01T00:00:00.000Z';
/** The end of what is stored as it is found; what a clock says is taken up to a year before, so that there is room above. */
const endOfMoments = '2101-01-01T00:00:00.000Z';
const endOfClocks = '2100-01-01T00:00:00.000Z';

/** What the clock says, as a moment to keep; `earliestMoment` when it cannot be right. */
export function toMoment(clock: Date): string {
  const ms = clock.getTime();
  const moment = Number.isNaN(ms) ? '' : clock.toISOString();
  return moment >= earliestMoment && moment < endOfClocks ? moment : earliestMoment;
}

/** The moment now, or the first one after `latest` where the clock was put back: what was done last stays last. */
export function momentAfter(latest: string | null | undefined, clock: Date): string {
  const now = toMoment(clock);
  return latest == null || latest < now ? now : justAfter(latest);
}

/** A millisecond later. */
export function justAfter(moment: string): string {
  return new Date(Date.parse(moment) + 1).toISOString();
}

/** Which moments are taken as they are, and what stands in for the others. */
export interface MomentBounds {
  /** The first moment that is too late. */
  readonly end: string;
  readonly instead: string;
}

/**
 * Reads the moment of something a person did. It refuses nothing: a date that cannot be right must not cost them what they
 * did. `onReplaced` hears of each that was.
 */
export function createMomentReader({ end, instead }: MomentBounds, onReplaced?: () => void): Reader<string> {
  return (value) => {
    const moment = readValue(readMoment, value);
    if (moment !== undefined && moment >= earliestMoment && moment < end) return moment;
    onReplaced?.();
    return instead;
  };
}

/** Reads a moment that this browser stored. */
export const readStoredMoment = createMomentReader({ end: endOfMoments, instead: earliestMoment });
