import { mkdirSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { app, crashReporter } from 'electron';
import type { Clock } from '../../engine/streaming/clock.ts';
import { markerFile, markRun, type RunMarker } from './run-marker.ts';

/**
 * What has to be done about crashes before Electron is ready, once the profile is known: records of crashes are
 * written (and stay on this computer), the last run is looked at, and graphics acceleration is left off where it
 * may be what crashes.
 */
export function beginRun(clock: Clock, safeMode: boolean): RunMarker {
  const profileDir = app.getPath('userData');
  app.setPath('crashDumps', crashDumpsDir(profileDir));
  crashReporter.start({ uploadToServer: false });
  try {
    mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  } catch {
    // Whoever needs the folder says so.
  }
  const marker = markRun({
    file: markerFile(join(profileDir, 'running.json')),
    clock,
    bootedAt: clock.now() - uptime() * 1_000,
  });
  if (safeMode || marker.isLoop) app.disableHardwareAcceleration();
  app.on('quit', () => marker.end());
  return marker;
}

/** Where records of crashes stand. */
export function crashDumpsDir(profileDir: string): string {
  return join(profileDir, 'crashes');
}
