/** Something that the page needs did not arrive. `message` is for the learner: what happened, and the way on. */
export class ArrivalError extends Error {
  override name = 'ArrivalError';
  /** Whether only loading the page again helps. If not, trying again does. */
  readonly reload: boolean;

  constructor(message: string, options: ErrorOptions & { readonly reload?: boolean } = {}) {
    super(message, options);
    this.reload = options.reload ?? false;
  }
}
