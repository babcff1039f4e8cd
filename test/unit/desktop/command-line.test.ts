import { describe, expect, test } from 'vitest';
import { type CommandLineError, parseCommandLine } from '../../../src-main/desktop/command-line.ts';
import {
  type CommandLineRequest,
  needsNoApp,
  startsHidden,
} from '../../../src-main/desktop/command-line-requests.ts';
import { wordCommandLineError } from '../../../src-main/desktop/command-line-words.ts';
import { locales, messagesIn } from '../../../src-main/engine/messages/index.ts';

const usual = {
  hidden: false,
  demo: false,
  trace: false,
  safeMode: false,
  userDataDir: null,
  accounts: [],
  requests: [],
  help: false,
  version: false,
  errors: [],
};
const a = { origin: 'https://a.example', host: 'a.example' };
const b = { origin: 'https://b.example', host: 'b.example' };

/** What is given, and what it makes different from an empty command line. */
const understood: [string[], Partial<ReturnType<typeof parseCommandLine>>][] = [
  [[], {}],
  [['--hidden'], { hidden: true }],
  [['--demo'], { demo: true }],
  [['--trace'], { trace: true }],
  [['--help'], { help: true }],
  [['--version'], { version: true }],
  [['--user-data-dir=/p'], { userDataDir: '/p' }],
  [['--user-data-dir', '/p'], { userDataDir: '/p' }],
  [['--user-data-dir=/p', '--user-data-dir=/q'], { userDataDir: '/q' }],
  [['--user-data-dir=a=b'], { userDataDir: 'a=b' }],
  [
    ['--account=https://a.example', '--token-file=ta'],
    { accounts: [{ server: a, tokenFile: 'ta' }] },
  ],
  [
    ['--account', 'https://a.example', '--token-file', 'ta', '--trace'],
    { trace: true, accounts: [{ server: a, tokenFile: 'ta' }] },
  ],
  [
    ['--token-file=ta', '--account=https://a.example'],
    { accounts: [{ server: a, tokenFile: 'ta' }] },
  ],
  [
    [
      '--account=https://a.example',
      '--account=https://b.example',
      '--token-file=ta',
      '--token-file=tb',
    ],
    {
      accounts: [
        { server: a, tokenFile: 'ta' },
        { server: b, tokenFile: 'tb' },
      ],
    },
  ],
  [
    ['--token-file=-', '--account=HTTPS://A.example/'],
    { accounts: [{ server: a, tokenFile: '-' }] },
  ],
];

describe('what is asked of the Suzu that runs', () => {
  test.each<[string[], CommandLineRequest[]]>([
    [['--toggle'], [{ kind: 'toggle' }]],
    [
      ['--mark-read', '--quit'],
      [{ kind: 'mark-read' }, { kind: 'quit' }],
    ],
    [['--snooze=2h30m'], [{ kind: 'snooze', snooze: { minutes: 150 } }]],
    [['--snooze', 'off'], [{ kind: 'snooze', snooze: 'off' }]],
    [
      ['suzu://sign-in?server=example.social'],
      [{ kind: 'link', link: { kind: 'sign-in', server: 'example.social' } }],
    ],
    [['a file', 'https://example.social', '--', '-x'], []],
  ])('%j', (options, requests) => {
    expect(parseCommandLine(options)).toEqual({ ...usual, requests });
  });

  test.each([
    [['--quit'], true],
    [['--mark-read', '--snooze=off'], true],
    [['--snooze=1h'], false],
    [['--toggle'], false],
    [['--quit', '--demo'], false],
    [[], false],
  ])('%j needs no app where none runs: %j', (options, needless) => {
    expect(needsNoApp(parseCommandLine(options))).toBe(needless);
  });

  test.each([
    [[], false],
    [['--hidden'], true],
    [['--snooze=1h'], true],
    [['--snooze=1h', '--toggle'], false],
    [['--mark-read'], false],
  ])('with %j the first start is hidden: %j', (options, hidden) => {
    expect(startsHidden(parseCommandLine(options))).toBe(hidden);
  });
});

describe('the options', () => {
  test.each(understood)('%j', (options, different) => {
    expect(parseCommandLine(options)).toEqual({ ...usual, ...different });
  });

  test.each([
    '--no-sandbox',
    '--disable-gpu',
    '--enable-features=UseOzonePlatform',
    '--ozone-platform=wayland',
    '--force-device-scale-factor=2',
    '--password-store=basic',
    '--remote-debugging-port=0',
    '--inspect=0',
    '--js-flags=--expose-gc',
    '--lang=ko',
    '--proxy-server=p',
    '--gtk-version=3',
    '--headless',
    '--updated',
    '-v',
  ])('%s is none of Suzu’s business', (option) => {
    expect(parseCommandLine([option])).toEqual(usual);
  });
});

/** What is given, what is told, and what is in effect all the same. */
const wrong: [string[], CommandLineError[], Partial<ReturnType<typeof parseCommandLine>>][] = [
  [['--hiden'], [{ kind: 'unknown-option', option: '--hiden' }], {}],
  [['--tracer', '--trace'], [{ kind: 'unknown-option', option: '--tracer' }], { trace: true }],
  [['-x'], [{ kind: 'unknown-option', option: '-x' }], {}],
  [['--trace=no'], [{ kind: 'unknown-option', option: '--trace=no' }], {}],
  [['--user-data-dir'], [{ kind: 'missing-value', option: '--user-data-dir' }], {}],
  [['--user-data-dir='], [{ kind: 'missing-value', option: '--user-data-dir' }], {}],
  [
    ['--user-data-dir=/p', '--user-data-dir='],
    [{ kind: 'missing-value', option: '--user-data-dir' }],
    { userDataDir: '/p' },
  ],
  [
    ['--token-file', '--trace'],
    [{ kind: 'missing-value', option: '--token-file' }, { kind: 'token-file-without-account' }],
    { trace: true },
  ],
  [['--account', '--token-file=ta'], [{ kind: 'missing-value', option: '--account' }], {}],
  [['--account=https://a.example'], [{ kind: 'account-without-token-file' }], {}],
  [['--token-file=ta'], [{ kind: 'token-file-without-account' }], {}],
  [
    ['--account=http://a.example', '--token-file=ta'],
    [{ kind: 'bad-account', value: 'http://a.example' }],
    {},
  ],
  [['--account=a.example', '--token-file=ta'], [{ kind: 'bad-account', value: 'a.example' }], {}],
  [['--snooze'], [{ kind: 'missing-value', option: '--snooze' }], {}],
  [['--snooze=soon'], [{ kind: 'bad-snooze', value: 'soon' }], {}],
  [['--quit=now'], [{ kind: 'unknown-option', option: '--quit=now' }], {}],
  [['suzu://evil/%00'], [{ kind: 'bad-link', link: 'suzu://evil/%00' }], {}],
  [
    [`suzu://note?${'x'.repeat(3_000)}`, '--hidden'],
    [{ kind: 'bad-link', link: `suzu://note?${'x'.repeat(88)}…` }],
    { hidden: true },
  ],
  [
    ['--account=https://', '--token-file=ta', '--account=https://b.example', '--token-file=tb'],
    [{ kind: 'bad-account', value: 'https://' }],
    { accounts: [{ server: b, tokenFile: 'tb' }] },
  ],
];

describe('what is wrong with them', () => {
  test.each(wrong)('%j', (options, errors, different) => {
    expect(parseCommandLine(options)).toEqual({ ...usual, errors, ...different });
  });

  test.each(locales)('has words in %s', (locale) => {
    const told = wrong
      .flatMap(([, errors]) => errors)
      .map((error) => wordCommandLineError(error, messagesIn(locale)));
    expect(told.filter((text) => text.trim() === '')).toEqual([]);
    expect(told.join('\n')).toContain('--hiden');
    expect(told.join('\n')).toContain('http://a.example');
  });
});

describe('a token never goes to a server that it was not meant for', () => {
  test.each([
    [
      [
        '--account=https://a.example',
        '--token-file',
        '--account=https://b.example',
        '--token-file=tb',
      ],
    ],
    [['--account=', '--token-file=ta', '--account=https://b.example', '--token-file=tb']],
    [['--account=nonsense', '--token-file=ta', '--account=https://b.example', '--token-file=tb']],
  ])('%j: the pairs keep together', (options) => {
    const { accounts, errors } = parseCommandLine(options);
    expect(accounts).toEqual([{ server: b, tokenFile: 'tb' }]);
    expect(errors).toHaveLength(1);
  });

  test.each([
    [['--account=https://a.example', '--account=https://b.example', '--token-file=tb']],
    [['--account=https://a.example', '--token-file=ta', '--token-file=tb']],
  ])('%j: what cannot be paired is not taken', (options) => {
    expect(parseCommandLine(options).accounts).toEqual([]);
    expect(parseCommandLine(options).errors).toHaveLength(1);
  });
});

test.each([
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['https://localhost:3000', 'https://localhost:3000'],
])('on this computer %s is taken as it is', (given, origin) => {
  const { accounts } = parseCommandLine([`--account=${given}`, '--token-file=t']);
  expect(accounts.map(({ server }) => server.origin)).toEqual([origin]);
});

test.each([
  ['option', [`--${'x'.repeat(10_000)}`]],
  ['value', [`--trace=${'x'.repeat(10_000)}`]],
  ['server', [`--account=${'x'.repeat(10_000)}`, '--token-file=/t']],
])('a mistyped %s of any length fits into a sentence', (_what, options) => {
  const [error] = parseCommandLine(options).errors;
  expect(error).toBeDefined();
  expect(JSON.stringify(error).length).toBeLessThan(200);
});
