import type { DesktopState } from '../../engine/notices/desktop-state.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { AutostartState } from '../autostart/autostart.ts';
import type { SessionBus } from '../bus/session-bus.ts';
import type { TrayHostState } from '../tray/tray-host.ts';
import { absent, attention, type Check, type Finding, fails, works } from './check.ts';
import { findKeyring, type KeyringParts } from './keyring.ts';
import { findToastService } from './toast-service.ts';

export interface DesktopChecksOptions extends KeyringParts {
  /** Null where toasts are shown by the system itself (macOS, Windows). */
  readonly toastBus: SessionBus | null;
  /** The system's name, as `Windows`, for `toastBus: null`; and whether it shows notifications at all. */
  readonly systemToasts: { readonly name: string; readonly supported: boolean };
  readonly trayHost: () => TrayHostState;
  readonly autostart: () => AutostartState;
  readonly startAtLogin: () => Settings['startAtLogin'];
  readonly desktop: () => DesktopState;
}

/** What can be looked at on the desktop. */
export function desktopChecks(options: DesktopChecksOptions): Check[] {
  const { toastBus, systemToasts, trayHost, desktop } = options;
  return [
    {
      id: 'toasts',
      group: 'desktop',
      title: (m) => m.diagnostics.title.toasts,
      run() {
        if (toastBus !== null) return findToastService(toastBus);
        const { name, supported } = systemToasts;
        if (supported) return works((m) => m.diagnostics.toasts.works(name));
        return fails(
          (m) => m.diagnostics.toasts.unsupported,
          (m) => m.diagnostics.toasts.unsupportedAdvice,
        );
      },
    },
    {
      id: 'tray',
      group: 'desktop',
      title: (m) => m.diagnostics.title.tray,
      run() {
        const state = trayHost();
        if (state === 'present') return works((m) => m.diagnostics.tray.works);
        if (state === 'unknown') return attention((m) => m.diagnostics.tray.unknown);
        return fails(
          (m) => m.diagnostics.tray.none,
          (m) => m.diagnostics.tray.noneAdvice,
        );
      },
    },
    {
      id: 'keyring',
      group: 'desktop',
      title: (m) => m.diagnostics.title.keyring,
      run: () => findKeyring(options),
    },
    {
      id: 'autostart',
      group: 'desktop',
      title: (m) => m.diagnostics.title.autostart,
      run: () => autostartFinding(options),
    },
    {
      id: 'do-not-disturb',
      group: 'desktop',
      title: (m) => m.diagnostics.title.doNotDisturb,
      run() {
        const { doNotDisturb } = desktop();
        if (doNotDisturb === null) return absent((m) => m.diagnostics.doNotDisturb.unknown);
        return works((m) => m.diagnostics.doNotDisturb[doNotDisturb ? 'on' : 'off']);
      },
    },
  ];
}

function autostartFinding({ autostart, startAtLogin }: DesktopChecksOptions): Finding {
  const state = autostart();
  const advise: Finding['advise'] = (m) => m.diagnostics.autostart.advice;
  switch (state.kind) {
    case 'on':
      return works((m) => m.diagnostics.autostart[state.choice]);
    case 'off': {
      const wanted = startAtLogin();
      return wanted === 'tray' || wanted === 'window'
        ? attention((m) => m.diagnostics.autostart.missing, advise)
        : works((m) => m.diagnostics.autostart.off);
    }
    case 'disabled':
      return attention((m) => m.diagnostics.autostart.disabled, advise);
    case 'other-profile':
      return attention((m) => m.diagnostics.autostart.otherProfile, advise);
    case 'foreign':
      return attention((m) => m.diagnostics.autostart.foreign, advise);
    case 'needs-approval':
      return attention((m) => m.diagnostics.autostart.needsApproval, advise);
  }
}
