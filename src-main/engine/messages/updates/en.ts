/** What the tray says of updates. */
export const updatesEn = {
  restartToUpdate: (version: string) => `Restart to update to ${version}`,
};

/** A language that lacks a sentence does not compile. */
export type UpdateMessages = typeof updatesEn;
