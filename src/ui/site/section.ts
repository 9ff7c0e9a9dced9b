/** The parts of the site that the main navigation names. */
export type Section = 'lessons' | 'datasets' | 'explore' | 'search' | 'progress' | 'settings';
