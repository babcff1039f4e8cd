import { type MfmFn, type MfmNode, parse } from 'mfm-js';
import { describe, expect, test } from 'vitest';
import type { FnArgs } from '../../../../src-renderer/mfm/fn-args.ts';
import { fnLook, isMoving } from '../../../../src-renderer/mfm/fn-look.ts';
import { rubyParts } from '../../../../src-renderer/mfm/ruby.ts';
import { unixTime } from '../../../../src-renderer/mfm/unix-time.ts';

function fnOf(text: string): MfmFn {
  const [node] = parse(text);
  if (node?.type !== 'fn') throw new Error(`no function: ${text}`);
  return node;
}

function lookOf(text: string) {
  const { name, args } = fnOf(text).props;
  return fnLook(name, args);
}

describe('a motion', () => {
  test.each([
    ['tada', 'mfm-tada mfm-large', 1],
    ['jelly', 'mfm-jelly', 1],
    ['twitch', 'mfm-twitch', 0.5],
    ['shake', 'mfm-shake', 0.5],
    ['spin', 'mfm-spin', 1.5],
    ['jump', 'mfm-jump', 0.75],
    ['bounce', 'mfm-bounce', 0.75],
    ['rainbow', 'mfm-rainbow', 1],
    ['sparkle', 'mfm-sparkle', 1.5],
    ['fade', 'mfm-fade', 1.5],
  ])('%s goes at its usual speed', (name, className, seconds) => {
    const look = lookOf(`$[${name} a]`);
    expect(look?.class).toBe(`${className} mfm-moving`);
    expect(look?.style).toMatchObject({ '--mfm-speed': `${seconds}s`, '--mfm-delay': '0s' });
    expect(isMoving(name)).toBe(true);
  });

  test.each([
    ['speed=3s', '3s', '0s'],
    ['speed=.5s,delay=-1.5s', '0.5s', '-1.5s'],
    ['speed=0.001s', '0.25s', '0s'],
    ['speed=99999s,delay=99999s', '60s', '60s'],
    ['speed=-1s,delay=-99999s', '1s', '-60s'],
    ['speed=1e9s,delay=..s', '1s', '0s'],
    ['speed=1,delay', '1s', '0s'],
    ['speed=1ms', '1s', '0s'],
  ])('with %s takes %s after %s', (args, speed, delay) => {
    expect(lookOf(`$[jelly.${args} a]`)?.style).toMatchObject({
      '--mfm-speed': speed,
      '--mfm-delay': delay,
    });
  });

  test('stands still at no speed', () => {
    expect(lookOf('$[tada.speed=0s a]')?.class).toBe('mfm-tada mfm-large');
  });

  test.each([
    ['$[spin a]', 'mfm-spin', 'normal'],
    ['$[spin.x,left a]', 'mfm-spin-x', 'reverse'],
    ['$[spin.y,alternate a]', 'mfm-spin-y', 'alternate'],
  ])('%s turns about its axis', (text, name, direction) => {
    expect(lookOf(text)?.style).toMatchObject({
      '--mfm-motion': name,
      '--mfm-direction': direction,
    });
  });

  test('of fading goes in or out', () => {
    expect(lookOf('$[fade.out a]')?.style['--mfm-direction']).toBe('alternate-reverse');
    expect(lookOf('$[fade a]')?.style['--mfm-direction']).toBe('alternate');
  });
});

describe('a look', () => {
  test.each([
    ['$[x2 a]', { '--mfm-size': '200%' }],
    ['$[x3 a]', { '--mfm-size': '400%' }],
    ['$[x4 a]', { '--mfm-size': '600%' }],
    ['$[flip a]', { transform: 'scale(-1, 1)' }],
    ['$[flip.h a]', { transform: 'scale(-1, 1)' }],
    ['$[flip.v a]', { transform: 'scale(1, -1)' }],
    ['$[flip.h,v a]', { transform: 'scale(-1, -1)' }],
    ['$[font.serif a]', { 'font-family': 'serif' }],
    ['$[font.math a]', { 'font-family': 'math' }],
    ['$[font.comic a]', {}],
    ['$[rotate a]', { transform: 'rotate(90deg)' }],
    ['$[rotate.deg=-30.5 a]', { transform: 'rotate(-30.5deg)' }],
    ['$[position.x=1.5,y=-2 a]', { transform: 'translate(1.5em, -2em)' }],
    ['$[position.x=99999 a]', { transform: 'translate(100em, 0em)' }],
    ['$[scale.x=2 a]', { transform: 'scale(2, 1)' }],
    ['$[scale.x=999,y=-999 a]', { transform: 'scale(5, -5)' }],
    ['$[scale.x=NaN,y=Infinity a]', { transform: 'scale(1, 1)' }],
    ['$[fg.color=00ff00 a]', { color: '#00ff00' }],
    ['$[fg.color=0f0c a]', { color: '#0f0c' }],
    ['$[fg.color=red a]', { color: '#f00' }],
    ['$[fg a]', { color: '#f00' }],
    ['$[bg.color=123456 a]', { 'background-color': '#123456' }],
    ['$[border a]', { border: '1px solid var(--accent)', 'border-radius': '0px' }],
    [
      '$[border.width=3,style=dashed,color=fff,radius=8 a]',
      { border: '3px dashed #fff', 'border-radius': '8px' },
    ],
    [
      '$[border.width=9999,style=url,color=zzz a]',
      { border: '32px solid var(--accent)', 'border-radius': '0px' },
    ],
    ['$[crop.top=10,left=200 a]', { 'clip-path': 'inset(10% 0% 0% 100%)' }],
    ['$[clickable.ev=x a]', {}],
    ['$[followmouse a]', {}],
  ])('%s is %o', (text, style) => {
    expect(lookOf(text)?.style).toEqual(style);
  });

  test('of a border cuts off what sticks out, unless it is told not to', () => {
    expect(lookOf('$[border a]')?.class).toContain('mfm-clipped');
    expect(lookOf('$[border.noclip a]')?.class).not.toContain('mfm-clipped');
  });

  test('counts how much larger it draws', () => {
    expect(lookOf('$[scale.x=-3,y=0.5 a]')?.scale).toBe(3);
    expect(lookOf('$[scale.x=0.1,y=0.1 a]')?.scale).toBe(1);
  });

  test('is none for what is not known, or belongs to every object', () => {
    expect(lookOf('$[unknown a]')).toBeNull();
    expect(lookOf('$[constructor a]')).toBeNull();
    expect(lookOf('$[toString a]')).toBeNull();
  });

  // What the parser lets through is narrower; nothing may hang on that.
  test.each([
    'url(http://evil.example/)',
    'red;background:url(//evil.example)',
    '1px) url(http://evil.example/',
    'var(--x)',
    '\\75rl(http://evil.example)',
  ])('takes nothing of %s into a style', (value) => {
    const args: FnArgs = Object.fromEntries(
      ['color', 'style', 'width', 'radius', 'x', 'y', 'deg', 'speed', 'delay', 'top', 'ev'].map(
        (name) => [name, value],
      ),
    );
    for (const name of ['fg', 'bg', 'border', 'scale', 'position', 'rotate', 'spin', 'crop']) {
      expect(JSON.stringify(fnLook(name, args))).not.toMatch(/url|evil|--x/);
    }
  });
});

describe('a reading', () => {
  const partsOf = (text: string) => rubyParts(fnOf(text).children);
  const text = (value: string): MfmNode => ({ type: 'text', props: { text: value } });

  test('stands above a word', () => {
    expect(partsOf('$[ruby 鈴 すず]')).toEqual({ base: [text('鈴')], reading: 'すず' });
  });

  test('stands above emojis and other parts', () => {
    expect(partsOf('$[ruby :suzu: **x** bell]')?.reading).toBe('bell');
    expect(partsOf('$[ruby :suzu: bell]')?.base.map(({ type }) => type)).toEqual(['emojiCode']);
  });

  test.each(['$[ruby alone]', '$[ruby a **b**]', '$[ruby :suzu:  ]'])(
    'is missing in %s',
    (given) => {
      expect(partsOf(given)).toBeNull();
    },
  );
});

describe('a moment', () => {
  const momentOf = (text: string) => unixTime(fnOf(text).children)?.ms;

  test.each([
    ['1700000000', 1_700_000_000_000],
    ['0', 0],
    ['-1', -1000],
    ['8640000000000', 8.64e15],
    ['8640000000001', undefined],
    ['99999999999999999999', undefined],
    ['soon', undefined],
    ['**1**', undefined],
  ])('named by %s is %s', (text, expected) => {
    expect(momentOf(`$[unixtime ${text}]`)).toBe(expected);
  });
});
