import { describe, expect, test } from 'vitest';
import type {
  Autostart,
  AutostartProblem,
  AutostartState,
  StartChoice,
} from '../../../../src-main/desktop/autostart/autostart.ts';
import { parseCommandLine } from '../../../../src-main/desktop/command-line.ts';
import { Entry } from '../../../../src-main/desktop/entry/entry.ts';
import { GlobalShortcuts } from '../../../../src-main/desktop/shortcuts/global-shortcuts.ts';
import { messagesIn } from '../../../../src-main/engine/messages/index.ts';
import { defaultSettings, type Settings } from '../../../../src-main/engine/settings/settings.ts';
import type { Banner } from '../../../../src-main/ipc/contract.ts';
import { fakeClock, fakeStart } from '../../../support/fake-clock.ts';
import { memoryLog } from '../../../support/memory-log.ts';

const { entry: words } = messagesIn('en');
const file = '/home/me/.config/autostart/suzu.desktop';

interface World {
  settings: Settings;
  isDiskFull: boolean;
  hasOwnSource: boolean;
  /** What the system has. */
  system: AutostartState;
  /** Why it does not take a choice. */
  problem: AutostartProblem | null;
  atLogin: boolean;
  readonly chosen: StartChoice[];
  readonly refreshed: StartChoice[];
  readonly done: string[];
  readonly banners: Map<string, Banner>;
  /** Shortcuts of other programs. */
  readonly taken: readonly string[];
}

/** Suzu on a desktop where one shortcut is taken; `world` is what it does there. */
function bench(given: Partial<Settings> = {}, isDemo = false) {
  const world: World = {
    settings: { ...defaultSettings, ...given },
    isDiskFull: false,
    hasOwnSource: true,
    system: { kind: 'off' },
    problem: null,
    atLogin: false,
    chosen: [],
    refreshed: [],
    done: [],
    banners: new Map(),
    taken: ['Control+Alt+Q'],
  };
  const autostart: Autostart = {
    apply(choice) {
      if (world.problem !== null) return world.problem;
      world.chosen.push(choice);
      world.system = choice === 'off' ? { kind: 'off' } : { kind: 'on', choice };
      return null;
    },
    refresh: (choice) => void world.refreshed.push(choice),
    state: () => world.system,
    startedAtLogin: () => world.atLogin,
  };
  const clock = fakeClock();
  const did = (what: string) => () => void world.done.push(what);
  const entry = new Entry({
    autostart: isDemo ? null : autostart,
    shortcuts: new GlobalShortcuts({
      registry: {
        register: (accelerator) => !world.taken.includes(accelerator),
        unregister: () => undefined,
      },
      actions: { toggleWindow: did('toggle'), snooze: did('snooze') },
      log: memoryLog(),
    }),
    shortcutsAreDoubtful: false,
    clock,
    messages: () => messagesIn('en'),
    settings: () => world.settings,
    changeSettings: (changes) => {
      world.settings = { ...world.settings, ...changes };
      return !world.isDiskFull;
    },
    hasOwnSource: () => world.hasOwnSource,
    setBanner: (banner) => world.banners.set(banner.id, banner),
    removeBanner: (id) => world.banners.delete(id),
    onChange: () => undefined,
    actions: {
      toggleWindow: did('toggle'),
      showWindow: did('show'),
      pauseUntil: (until) => void world.done.push(`pause ${until}`),
      markAllRead: did('read'),
      quit: did('quit'),
      hasAccount: (accountId) => accountId === 'alice@a.example',
      offerSignIn: (server) => void world.done.push(`sign in ${server}`),
      showNote: (accountId, noteId) => void world.done.push(`note ${accountId} ${noteId}`),
      showPerson: (accountId, handle) => void world.done.push(`person ${accountId} ${handle}`),
    },
  });
  return { entry, world, clock };
}

describe('how to start', () => {
  test('is asked once there is an account, until it was answered, and never in the demo', () => {
    const { entry, world } = bench();
    expect(entry.view().asksStartAtLogin).toBe(true);
    world.hasOwnSource = false;
    expect(entry.view().asksStartAtLogin).toBe(false);
    world.hasOwnSource = true;
    expect(entry.setStartAtLogin('off')).toEqual({ ok: true });
    expect(entry.view().asksStartAtLogin).toBe(false);
    expect(world.settings.startAtLogin).toBe('off');
    expect(bench({}, true).entry.view().asksStartAtLogin).toBe(false);
  });

  test('is carried out, kept and shown', () => {
    const { entry, world } = bench();
    expect(entry.setStartAtLogin('tray')).toEqual({ ok: true });
    expect(world.chosen).toEqual(['tray']);
    expect(world.settings.startAtLogin).toBe('tray');
    expect(entry.view().startAtLogin).toEqual({ choice: 'tray', note: null });
    world.isDiskFull = true;
    expect(entry.setStartAtLogin('off')).toMatchObject({ ok: false });
  });

  test.each<[AutostartProblem, string]>([
    [{ kind: 'not-writable', file }, words.autostart['not-writable'](file)],
    [{ kind: 'foreign', file }, words.autostart.foreign(file)],
    [{ kind: 'odd-path' }, words.autostart['odd-path']],
    [{ kind: 'refused' }, words.autostart.refused],
  ])('that is refused (%j) is said, and not kept', (problem, error) => {
    const { entry, world } = bench();
    world.problem = problem;
    expect(entry.setStartAtLogin('tray')).toEqual({ ok: false, error });
    expect(world.settings.startAtLogin).toBe('unasked');
    // A no needs nothing of the system.
    expect(entry.setStartAtLogin('off')).toEqual({ ok: true });
  });

  test('the demo says that it does not', () => {
    const error = words.autostart.demo;
    expect(bench({}, true).entry.setStartAtLogin('tray')).toEqual({ ok: false, error });
  });

  test.each<[AutostartState, Settings['startAtLogin'], string, string | null]>([
    [{ kind: 'off' }, 'tray', 'off', words.autostart.missing],
    [{ kind: 'off' }, 'off', 'off', null],
    [{ kind: 'disabled' }, 'tray', 'off', words.autostart.disabled],
    [{ kind: 'disabled' }, 'off', 'off', null],
    [{ kind: 'foreign', file }, 'window', 'window', words.autostart.foreign(file)],
    [{ kind: 'other-profile' }, 'tray', 'off', words.autostart['other-profile']],
    [{ kind: 'needs-approval' }, 'tray', 'tray', words.autostart['needs-approval']],
  ])('where the system has %j and %s was chosen', (system, startAtLogin, choice, note) => {
    const { entry, world } = bench({ startAtLogin });
    world.system = system;
    expect(entry.view().startAtLogin).toEqual({ choice, note });
  });

  test('that comes with other settings is carried out too, or told', () => {
    const { entry, world } = bench();
    const chosen: Settings = { ...world.settings, startAtLogin: 'window' };
    entry.settingsChanged(world.settings, chosen);
    expect(world.chosen).toEqual(['window']);
    expect(world.banners.size).toBe(0);
    world.problem = { kind: 'not-writable', file };
    entry.settingsChanged(chosen, { ...chosen, startAtLogin: 'tray' });
    expect(world.banners.get('start-at-login')?.text).toBe(words.autostart['not-writable'](file));
    entry.settingsChanged(chosen, { ...chosen, startAtLogin: 'off' });
    expect(world.banners.size).toBe(0);
  });

  test('is brought up to date at each start, once it was chosen', () => {
    const asked = bench({ startAtLogin: 'tray' });
    asked.entry.start();
    expect(asked.world.refreshed).toEqual(['tray']);
    const unasked = bench();
    unasked.entry.start();
    expect(unasked.world.refreshed).toEqual([]);
  });

  test('without a window where the system says that it is a login', () => {
    const { entry, world } = bench({ startAtLogin: 'tray' });
    expect(entry.startsHidden(parseCommandLine([]))).toBe(false);
    world.atLogin = true;
    expect(entry.startsHidden(parseCommandLine([]))).toBe(true);
    world.settings = { ...world.settings, startAtLogin: 'window' };
    expect(entry.startsHidden(parseCommandLine([]))).toBe(false);
    expect(entry.startsHidden(parseCommandLine(['--hidden']))).toBe(true);
  });
});

describe('a shortcut', () => {
  test('that is taken is said, and the old one stays', () => {
    const { entry, world } = bench();
    entry.start();
    expect(entry.setShortcut('snooze', 'Control+Alt+S')).toEqual({ ok: true });
    expect(entry.setShortcut('snooze', 'Control+Alt+Q')).toEqual({
      ok: false,
      error: words.shortcut.taken('Ctrl+Alt+Q'),
    });
    expect(world.settings.shortcuts.snooze).toBe('Control+Alt+S');
    expect(entry.view().shortcuts.problems).toEqual({ toggleWindow: null, snooze: null });
  });

  test('that was lost since is told at the start, until another is chosen', () => {
    const shortcuts = { toggleWindow: 'Control+Alt+Q', snooze: null };
    const { entry, world } = bench({ shortcuts });
    entry.start();
    expect(world.banners.get('shortcut-toggleWindow')?.text).toContain('Ctrl+Alt+Q');
    expect(entry.view().shortcuts.problems.toggleWindow).toBe(words.shortcut.taken('Ctrl+Alt+Q'));
    entry.setShortcut('toggleWindow', 'Control+Alt+W');
    expect(world.banners.size).toBe(0);
  });

  test.each([
    [
      { toggleWindow: 'Nonsense+++', snooze: null },
      'toggleWindow',
      words.shortcut.malformed('Nonsense+++'),
    ],
    [
      { toggleWindow: 'Control+Alt+S', snooze: 'Control+Alt+S' },
      'snooze',
      words.shortcut.twice('Ctrl+Alt+S'),
    ],
  ] as const)('that no other program has is told for what it is: %j', (shortcuts, name, text) => {
    const { entry, world } = bench({ shortcuts });
    entry.start();
    expect(world.banners.get(`shortcut-${name}`)?.text).toBe(text);
  });

  test('that an import brings is in effect, or told', () => {
    const { entry, world } = bench();
    entry.start();
    const before = world.settings;
    world.settings = { ...before, shortcuts: { toggleWindow: null, snooze: 'Control+Alt+Q' } };
    entry.settingsChanged(before, world.settings);
    expect([...world.banners.keys()]).toEqual(['shortcut-snooze']);
  });
});

describe('what is asked from outside', () => {
  const again = async (...options: readonly string[]) => {
    const { entry, world, clock } = bench();
    entry.launchedAgain(parseCommandLine(options));
    await clock.advance(1_000);
    return world;
  };
  const note = 'suzu://note?account=alice@a.example&id=9abc';

  test.each([
    [[], ['show']],
    [['--hidden'], []],
    [['--toggle'], ['toggle']],
    [
      ['--mark-read', '--quit'],
      ['read', 'quit'],
    ],
    [['--snooze=1h'], [`pause ${fakeStart + 3_600_000}`]],
    [['--snooze=off'], ['pause null']],
    [['suzu://sign-in?server=b.example'], ['sign in b.example', 'show']],
    [[note], ['note alice@a.example 9abc']],
    [['suzu://user?account=alice@a.example&acct=@bob'], ['person alice@a.example @bob']],
  ])('%j', async (options, done) => {
    const world = await again(...options);
    expect(world.done).toEqual(done);
    expect(world.banners.size).toBe(0);
  });

  test.each([
    [note.replace('alice', 'eve'), words.link.unknownAccount('eve@a.example')],
    ['suzu://sign-in?server=b.example&token=secret', words.link.malformed],
  ])('%s is told, and opens nothing else', async (link, text) => {
    const { banners, done } = await again(link);
    expect([...banners.values()].map((banner) => banner.text)).toEqual([text]);
    expect(done).toEqual(['show']);
  });

  test('it ends only when whoever asked has heard that it does', () => {
    const { entry, world } = bench();
    entry.launchedAgain(parseCommandLine(['--quit']));
    expect(world.done).toEqual([]);
  });

  test('the next good link takes the complaint away', () => {
    const { entry, world } = bench();
    entry.follow(null);
    entry.launchedAgain(parseCommandLine([note]));
    expect(world.banners.size).toBe(0);
  });

  test('at the first start a window that opens anyway is not hidden again, and nothing is ended', () => {
    const { entry, world } = bench();
    entry.launchedFirst(parseCommandLine(['--toggle', '--quit', '--mark-read', note]));
    expect(world.done).toEqual(['note alice@a.example 9abc']);
  });
});
