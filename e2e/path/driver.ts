/** What a browser must be able to do for a test, whoever drives it. Elements are named by XPath, which all of them read. */
export interface Driver {
  readonly goto: (address: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** The value of a JavaScript expression in the page: plain data. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Clicks the element that fits, which is in view. Rejects when there is none. */
  readonly click: (xpath: string) => Promise<void>;
  /** Selects all that the focused field holds and types over it, key by key. One line of ASCII. */
  readonly typeOver: (text: string) => Promise<void>;
  /** Gives a file to the file field that fits. */
  readonly chooseFile: (xpath: string, path: string) => Promise<void>;
}
