import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { restart } from '../desktop/crash/restart.ts';
import { readAbout, readLicences } from '../desktop/diagnostics/about.ts';
import { testToastId } from '../desktop/diagnostics/diagnostics.ts';
import { reportDesk } from '../desktop/diagnostics/share.ts';
import { chooseExportFile } from '../desktop/export-dialog.ts';
import { openExternal } from '../desktop/links.ts';
import { chooseCertificateFile } from '../desktop/network/certificate-dialog.ts';
import { readCertificates } from '../desktop/network/certificates.ts';
import { isToastSilent } from '../desktop/sound/sounds.ts';
import { pageReader } from '../desktop/window/page-files.ts';
import { secureSession } from '../desktop/window/security.ts';
import { webOrigin } from '../engine/feeds/web-origin.ts';
import { exportHistory } from '../engine/notices/history-export.ts';
import type { Settings } from '../engine/settings/settings.ts';
import { type CreatedCommands, createCommands } from '../ipc/commands/create-commands.ts';
import { createDiagnosticsCommands } from '../ipc/commands/diagnostics-commands.ts';
import { createNetworkCommands } from '../ipc/commands/network-commands.ts';
import { handleCalls } from '../ipc/handlers.ts';
import { ToastAnswerer } from '../ipc/toast-answerer.ts';
import { toastReaction } from '../ipc/toast-answers.ts';
import { accountLabel } from './account-label.ts';
import { changeSettings } from './change-settings.ts';
import type { Later, Parts } from './parts.ts';

/** What is done when the user asks for it, in the window or elsewhere. */
export interface CommandParts extends Omit<CreatedCommands, 'noticeAnswers'> {
  /** Puts them into effect. Returns false when they could not be kept on disk. */
  readonly changeSettings: (changes: Partial<Settings>) => boolean;
  /** Offers answers on toasts, and gives them. */
  readonly answerer: ToastAnswerer;
}

/** What commands are carried out by. */
type CommandSources = Pick<
  Parts,
  | 'foundation'
  | 'notices'
  | 'system'
  | 'accounts'
  | 'feeds'
  | 'desktop'
  | 'window'
  | 'diagnostics'
  | 'entry'
>;

/** Makes all commands, and answers the window's calls from then on. */
export function buildCommands(parts: CommandSources, later: Later<'tray'>): CommandParts {
  const { applyTheme, clock, host, locale, log, messages, profile, settings } = parts.foundation;
  const { bell, history, keeper } = parts.notices;
  const { network, saving, secrets } = parts.system;
  const { accounts, signIn, startDemo } = parts.accounts;
  const { feeds, presets } = parts.feeds;
  const { images, sounds, toasts, updates } = parts.desktop;
  const { window, feed, isTrusted } = parts.window;

  const change = (changes: Partial<Settings>) =>
    changeSettings(changes, {
      profile,
      applyTheme,
      window,
      bell,
      keeper,
      feed,
      network,
      saving,
      updates,
      tray: later.tray().tray,
      entry: parts.entry.entry,
    });
  const feedName = (id: string) => feeds.get(id)?.stored.name ?? null;
  const { noticeAnswers, ...created } = createCommands({
    accounts,
    feeds,
    presets,
    bell,
    history,
    feed,
    images,
    signIn,
    clock,
    messages,
    locale,
    unique: () => randomUUID().slice(0, 8),
    settings,
    sounds,
    openExternal: (url) => openExternal(url, log),
    showWindow: () => window.show(),
    hideWindow: () => window.hide(),
    log,
    tidied: () => keeper.idle(),
    chooseExportFile: (format) => chooseExportFile(format, messages(), clock.now()),
    exportHistory: (format, path) => exportHistory(history, format, feedName, path),
    changeSettings: change,
    desktopCalls: parts.entry.calls,
    chooseWeakStorage: (allow) => secrets.chooseWeak(allow),
    diagnosticsCalls: diagnosticsCalls(parts),
    networkCalls: createNetworkCommands({
      network,
      saving,
      clock,
      messages,
      settings,
      changeSettings: change,
      origins: () => accounts.all().map(({ stored: { origin } }) => origin),
      feedOrigins: () => feeds.all().map(({ stored: { connection } }) => webOrigin(connection.url)),
      chooseCertificateFile: () => chooseCertificateFile(messages()),
      readCertificates: (path) => readCertificates(path, clock.now()),
    }),
    startDemo,
    updates,
  });
  const answerer = new ToastAnswerer({
    history,
    messages,
    reaction: (accountId) => toastReaction(accounts.get(accountId)?.stored.emojis.pinned ?? []),
    answers: noticeAnswers,
    commands: created.commands,
    accountLabel: (accountId) => accountLabel({ accounts, feeds }, accountId),
    showWindow: () => window.show(),
    show: (toast) =>
      toasts.show({ ...toast, icon: null, silent: isToastSilent(settings().sound.general) }),
  });
  secureSession(pageReader(host.built('window')), (url, range) => images.serve(url, range));
  handleCalls({ commands: created.commands, log, isTrusted });
  return { ...created, changeSettings: change, answerer };
}

/** What the window may ask about diagnostics, and about Suzu itself. */
function diagnosticsCalls({
  foundation: { host, messages },
  desktop: { toasts },
  diagnostics: { diagnostics, report },
}: Pick<Parts, 'foundation' | 'desktop' | 'diagnostics'>) {
  return createDiagnosticsCommands({
    messages,
    runDiagnostics: () => diagnostics.run(),
    report,
    desk: reportDesk,
    logDir: dirname(host.logPath),
    showTestToast: () => {
      const { toastTitle, toastBody } = messages().diagnostics.test;
      diagnostics.testToastSent();
      toasts.show({ id: testToastId, title: toastTitle, body: toastBody, icon: null });
    },
    restart,
    readAbout: () => readAbout(host.appDir),
    readLicences: () => readLicences(host.appDir),
  });
}
