/** Lets everything that is already settled run: promise callbacks, not timers or sockets. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
