import { app } from 'electron';
import { type AccountParts, buildAccounts } from './assembly/accounts.ts';
import { buildCommands, type CommandParts } from './assembly/commands.ts';
import { buildDesktop, type DesktopParts } from './assembly/desktop.ts';
import { buildDiagnostics } from './assembly/diagnostics.ts';
import { buildEntry } from './assembly/entry.ts';
import { buildFeeds, type FeedParts } from './assembly/feeds.ts';
import { layFoundation, type Run } from './assembly/foundation.ts';
import { bringToLife } from './assembly/life.ts';
import { buildNotices, type NoticeParts } from './assembly/notices.ts';
import type { Later } from './assembly/parts.ts';
import { startFailed } from './assembly/start-failed.ts';
import { buildSystem, type SystemParts } from './assembly/system.ts';
import { buildTray, type TrayParts } from './assembly/tray.ts';
import { buildWindow, type WindowParts } from './assembly/window.ts';
import { beginRun } from './desktop/crash/begin-run.ts';
import { catchDefects } from './desktop/crash/defects.ts';
import type { CreatedDiagnostics } from './desktop/diagnostics/create-diagnostics.ts';
import { electronHost } from './desktop/electron-host.ts';
import type { CreatedEntry } from './desktop/entry/create-entry.ts';
import { systemClock as clock } from './engine/streaming/clock.ts';
import { onLink, onSecondLaunch, startUp } from './startup.ts';

const defects = catchDefects(process, clock);
const commandLine = startUp(process.argv);
if (commandLine !== null) {
  const marker = beginRun(clock, commandLine.safeMode);
  const run: Run = { clock, host: electronHost(), commandLine, marker, defects };
  app.on('window-all-closed', () => {
    // Suzu lives in the tray.
  });
  void app
    .whenReady()
    .then(() => start(run))
    .catch((error: unknown) => startFailed(error, run));
}

/** Builds Suzu from its parts, in the order in which they need each other, and sets it going. */
async function start(run: Run): Promise<void> {
  const foundation = await layFoundation(run);
  const later: Later = {
    system: () => system,
    accounts: () => accounts,
    feeds: () => feeds,
    desktop: () => desktop,
    window: () => window,
    diagnostics: () => diagnostics,
    entry: () => entry,
    commands: () => commands,
    tray: () => tray,
  };

  // What rings, what the computer gives, and who is listened to.
  const notices: NoticeParts = buildNotices({ foundation }, later);
  const system: SystemParts = buildSystem({ foundation, notices }, later);
  const accounts: AccountParts = buildAccounts({ foundation, notices, system }, later);
  const feeds: FeedParts = buildFeeds({ foundation, notices, system, accounts }, later);
  const engine = { foundation, notices, system, accounts, feeds };

  // What the user sees and hears of it.
  const desktop: DesktopParts = buildDesktop(engine, later);
  const window: WindowParts = buildWindow({ ...engine, desktop }, later);
  const diagnostics: CreatedDiagnostics = buildDiagnostics({ ...engine, window }, later);
  const surface = { ...engine, desktop, window, diagnostics };

  // What the user can ask of it.
  const entry: CreatedEntry = buildEntry(surface, later);
  const commands: CommandParts = buildCommands({ ...surface, entry }, later);
  const tray: TrayParts = buildTray({ ...surface, entry, commands });

  await bringToLife({ ...surface, entry, commands, tray }, { onSecondLaunch, onLink });
}
