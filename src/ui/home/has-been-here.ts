// The name is written here once more, since all that reads progress comes with the module that has it.
const databaseName = 'lunchtime-code-club';

/** Whether somebody's progress is kept in this browser. Old browsers do not tell: there it may be. */
export async function hasBeenHere(): Promise<boolean> {
  try {
    const databases = (await indexedDB.databases?.()) ?? [{ name: databaseName }];
    return databases.some(({ name }) => name === databaseName);
  } catch {
    return false;
  }
}
