import { ownAppImage, ownPortable, type RunningProgram } from '../own-program.ts';
import type { Say } from './check.ts';
import { durationWords } from './units.ts';

/** Something to know of this computer and this Suzu. */
export interface Fact {
  readonly label: Say;
  readonly value: Say;
}

export interface FactsOptions extends RunningProgram {
  readonly version: string;
  readonly versions: Readonly<Record<'electron' | 'chrome' | 'node', string | undefined>>;
  readonly arch: string;
  /** The system's name and version, as `Debian GNU/Linux 13 (trixie)`. */
  readonly system: string;
  readonly safeMode: boolean;
  readonly packaged: boolean;
  readonly profileDir: string;
  /** Milliseconds since Suzu started. */
  readonly upMs: () => number;
}

/** Environment variables are anybody's to set. */
const plain = (text: string | undefined) => (text ?? '').replace(/[^\w .:;()/-]/g, '').slice(0, 80);

/** What the developers ask first. */
export function facts(options: FactsOptions): readonly Fact[] {
  const { version, versions, platform, arch, system, env, packaged, profileDir, upMs } = options;
  const kind = packaged ? packageKind(options) : 'source';
  const desktop = plain(env['XDG_CURRENT_DESKTOP']) || plain(env['DESKTOP_SESSION']);
  const known: readonly (Fact | null)[] = [
    {
      label: (m) => m.diagnostics.fact.version,
      value: (m) =>
        `Suzu ${version} (${[kind, ...(options.safeMode ? [m.diagnostics.safeMode.tray] : [])].join(', ')})`,
    },
    {
      label: (m) => m.diagnostics.fact.runtime,
      value: () =>
        `Electron ${versions.electron ?? '?'}, Chrome ${versions.chrome ?? '?'}, Node ${versions.node ?? '?'}`,
    },
    { label: (m) => m.diagnostics.fact.system, value: () => `${system} (${arch})` },
    platform === 'linux'
      ? { label: (m) => m.diagnostics.fact.desktop, value: () => desktop || '?' }
      : null,
    platform === 'linux'
      ? { label: (m) => m.diagnostics.fact.display, value: () => displayServer(env) }
      : null,
    { label: (m) => m.diagnostics.fact.language, value: (_m, locale) => locale },
    {
      label: (m) => m.diagnostics.fact.running,
      value: (_m, locale) => durationWords(upMs(), locale),
    },
    { label: (m) => m.diagnostics.fact.profile, value: () => profileDir },
  ];
  return known.filter((fact) => fact !== null);
}

function packageKind(program: RunningProgram): string {
  const { env, platform } = program;
  if (ownAppImage(program) !== null) return 'AppImage';
  if (env['FLATPAK_ID']) return 'Flatpak';
  if (env['SNAP']) return 'Snap';
  if (ownPortable(program) !== null) return 'portable';
  return platform === 'linux' ? 'package' : 'installed';
}

function displayServer(env: FactsOptions['env']): string {
  const session = plain(env['XDG_SESSION_TYPE']);
  if (env['WAYLAND_DISPLAY']) return env['DISPLAY'] ? 'Wayland (Xwayland)' : 'Wayland';
  if (env['DISPLAY']) return session === 'wayland' ? 'Xwayland' : 'X11';
  return session || '?';
}
