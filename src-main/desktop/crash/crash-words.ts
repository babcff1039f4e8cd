import type { Messages } from '../../engine/messages/index.ts';
import type { Banner } from '../../ipc/contract.ts';
import type { TrayLook } from '../tray/tray.ts';

const page = { settingsPage: 'diagnostics' } as const;

/** Tells that the last run did not end as it should. */
export function diedBanner({ diagnostics: { crash } }: Messages): Banner {
  return { id: 'crash', severity: 'warning', text: crash.died, ...page };
}

/** Tells that the window was made again. */
export function windowHealedBanner({ diagnostics: { crash } }: Messages): Banner {
  return { id: 'window-crash', severity: 'info', text: crash.windowHealed, ...page };
}

/** Tells of an error inside of Suzu. */
export function defectBanner({ diagnostics: { crash } }: Messages): Banner {
  return { id: 'defect', severity: 'error', text: crash.defect, ...page };
}

/** Tells that this is safe mode; stays for as long as it is. */
export function safeModeBanner({ diagnostics: { safeMode } }: Messages): Banner {
  return { id: 'safe-mode', severity: 'warning', text: safeMode.banner, ...page };
}

/** The tray in safe mode: it says so first, and has the way back. */
export function safeModeLook(look: TrayLook, { diagnostics: { safeMode } }: Messages): TrayLook {
  return {
    ...look,
    tooltip: `${safeMode.tray}\n${look.tooltip}`,
    menu: [
      { type: 'text', label: safeMode.tray },
      {
        type: 'command',
        label: safeMode.leave,
        enabled: true,
        command: { kind: 'leave-safe-mode' },
      },
      { type: 'separator' },
      ...look.menu,
    ],
  };
}
