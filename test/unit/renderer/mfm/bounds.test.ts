import { type MfmNode, parse } from 'mfm-js';
import { expect, test } from 'vitest';
import { boundTree, textBounds } from '../../../../src-renderer/mfm/bounds.ts';

function counted(nodes: readonly MfmNode[], what: (node: MfmNode) => boolean): number {
  return nodes.reduce(
    (sum, node) => sum + Number(what(node)) + counted(node.children ?? [], what),
    0,
  );
}

function bounded(text: string) {
  const tree = parse(text);
  const isWhole = boundTree(tree);
  return { tree, isWhole };
}

test('an everyday text stays as it is', () => {
  const text = '**bold** :blob: $[spin $[x2 hello]] [link](https://example.com)';
  expect(bounded(text)).toEqual({ tree: parse(text), isWhole: true });
});

test('nodes beyond the bound are dropped, at every depth', () => {
  const { tree, isWhole } = bounded('**a**<b>`b`</b>'.repeat(600));
  expect(isWhole).toBe(false);
  expect(counted(tree, () => true)).toBe(textBounds.nodes);
  const { tree: inside } = bounded(`**${':a: '.repeat(1_000)}**`);
  expect(counted(inside, () => true)).toBe(textBounds.nodes);
});

test('a thousand emojis bring only so many pictures; the others stay as they are written', () => {
  const { tree, isWhole } = bounded(
    Array.from({ length: 700 }, (_, index) => `:e${index}:`).join(' '),
  );
  expect(isWhole).toBe(true);
  expect(counted(tree, ({ type }) => type === 'emojiCode')).toBe(textBounds.emojis);
  expect(tree.at(-1)).toEqual({ type: 'text', props: { text: ':e699:' } });
});

test('only so many functions move; the others stand still', () => {
  const { tree } = bounded('$[spin.speed=2s a]$[x2 b]'.repeat(200));
  const isMoving = (node: MfmNode) =>
    node.type === 'fn' && node.props.name === 'spin' && node.props.args['speed'] === '2s';
  expect(counted(tree, isMoving)).toBe(textBounds.moving);
  expect(counted(tree, ({ type }) => type === 'fn')).toBe(400);
});
