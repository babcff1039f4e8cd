import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseServerName } from '../../src-main/engine/misskey/api/server-name.ts';
import { type Clock, systemClock } from '../../src-main/engine/streaming/clock.ts';
import { emptyProfile, type LiveEngine, liveDemoServer, liveEngine } from './live-engine.ts';

/**
 * A demo server and an engine with an empty profile, both live.
 * @param clock the engine's; the server has the computer's.
 */
export async function liveBench(clock: Clock = systemClock) {
  const server = liveDemoServer();
  const named = parseServerName(await server.start());
  if (named === null) throw new Error('the demo server has no name');
  const profile = emptyProfile(mkdtempSync(join(tmpdir(), 'suzu-engine-')));
  let engine: LiveEngine = liveEngine(profile, clock);

  const titles = () => engine.toasts.map(({ title }) => title);
  return {
    server,
    /** The server, as a person would type it. */
    named,
    profile,
    get engine() {
      return engine;
    },
    titles,
    /** Adds the account as the command line does; resolves to its id once it is online with its baseline. */
    async online(token = server.issueToken(server.account)): Promise<string> {
      const accountId = await engine.accounts.addByToken(named, token);
      await engine.waitForState(accountId, 'online');
      await engine.waitForBaseline(accountId);
      return accountId;
    },
    /** Something that rings for sure: when it has, all that was sent before it has been dealt with. */
    async mark(text: string): Promise<void> {
      server.app('mark', text);
      await engine.waitFor(() => titles().includes(text));
    },
    /** The app ends and starts anew with what its profile holds. */
    async restartApp(whileAway: () => void): Promise<void> {
      engine.stop();
      whileAway();
      engine = liveEngine(profile, clock);
      await engine.accounts.start();
    },
    async end(): Promise<void> {
      engine.stop();
      await server.kill();
      rmSync(profile.folder, { recursive: true });
    },
  };
}

export type LiveBench = Awaited<ReturnType<typeof liveBench>>;

/** The id of the notification that an act of the demo server raised. */
export function notificationOf({
  notificationId,
}: {
  readonly notificationId: string | null;
}): string {
  if (notificationId === null) throw new Error('this act notifies nobody');
  return notificationId;
}
