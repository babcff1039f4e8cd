import { type Locale, messagesIn } from '../../src-main/engine/messages/index.ts';
import { Bell } from '../../src-main/engine/notices/bell.ts';
import { type DesktopState, untoldDesktop } from '../../src-main/engine/notices/desktop-state.ts';
import { History, type HistoryEntry } from '../../src-main/engine/notices/history.ts';
import type { LocalTime } from '../../src-main/engine/notices/rules/quiet-hours.ts';
import type { ToastRequest } from '../../src-main/engine/notices/toast-requests.ts';
import {
  defaultSettings,
  type Rules,
  type Settings,
} from '../../src-main/engine/settings/settings.ts';
import type { TraceEvent } from '../../src-main/engine/trace.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type FakeLineFile, fakeLineFile } from './line-file.ts';
import { memoryLog } from './memory-log.ts';

/** What the desktop and the window are told by a bell. */
export interface Told {
  readonly toasts: ToastRequest[];
  readonly closed: string[];
  readonly inserted: HistoryEntry[];
  readonly updated: HistoryEntry[];
  resets: number;
  readonly pauses: (number | null)[];
  /** Accounts of which everything was read here. */
  readonly allRead: string[];
}

/** What stands around the bell; a change is told to it by whoever makes it. */
export interface BellWorld {
  settings: Settings;
  desktop: DesktopState;
  /** How far the clock on the wall is ahead of Greenwich (ms). Nobody is told when it changes. */
  wallAhead: number;
}

/** What a clock in Greenwich shows: tests know no time zone. */
export function utcTime(now: number): LocalTime {
  const days = [0, 1, 2, 3, 4, 5, 6] as const;
  const date = new Date(now);
  return {
    weekday: days[date.getUTCDay()] ?? 0,
    minutes: date.getUTCHours() * 60 + date.getUTCMinutes(),
  };
}

/** A real bell and history over a file in memory. */
export function bellBench(
  clock: FakeClock = fakeClock(),
  file: FakeLineFile = fakeLineFile(),
  locale: Locale = 'en',
) {
  const log = memoryLog();
  const trace: TraceEvent[] = [];
  const told: Told = {
    toasts: [],
    closed: [],
    inserted: [],
    updated: [],
    resets: 0,
    pauses: [],
    allRead: [],
  };
  const labels = new Map<string, string>();
  const world: BellWorld = { settings: defaultSettings, desktop: untoldDesktop, wallAhead: 0 };
  const hooks = { onAllReadHere: () => {}, onToast: () => {} };
  const history = new History(file, log);
  const bell = new Bell({
    clock,
    history,
    trace: (event) => void trace.push(event),
    messages: () => messagesIn(locale),
    accountLabel: (accountId) => labels.get(accountId) ?? null,
    settings: () => world.settings,
    desktop: () => world.desktop,
    localTime: (now) => utcTime(now + world.wallAhead),
    listener: {
      onToast: (request) => {
        hooks.onToast();
        told.toasts.push(request);
      },
      onCloseToast: (id) => void told.closed.push(id),
      onInsert: (entry) => void told.inserted.push(entry),
      onUpdate: (entry) => void told.updated.push(entry),
      onReset: () => {
        told.resets += 1;
      },
      onPause: (until) => void told.pauses.push(until),
      onAllReadHere: (accountId) => {
        told.allRead.push(accountId);
        hooks.onAllReadHere();
      },
    },
  });
  return {
    clock,
    file,
    log,
    trace,
    told,
    /** What accounts are called on their toasts, by id. */
    labels,
    /** What else happens, for whoever builds on this. */
    hooks,
    history,
    bell,
    world,
    /** Sets rules as the window does. */
    setRules(rules: Partial<Rules>) {
      world.settings = { ...world.settings, rules: { ...world.settings.rules, ...rules } };
      bell.surroundingsChanged();
    },
    /** Something of the desktop changes. */
    setDesktop(desktop: Partial<DesktopState>) {
      world.desktop = { ...world.desktop, ...desktop };
      bell.surroundingsChanged();
    },
  };
}

export type BellBench = ReturnType<typeof bellBench>;
