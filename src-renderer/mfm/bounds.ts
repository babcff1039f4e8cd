import type { MfmNode } from 'mfm-js';
import { isMoving } from './fn-look.ts';

/** What one text may bring onto the page. */
export const textBounds = {
  nodes: 1_500,
  /** Pictures of custom emojis; further ones stay as they are written. */
  emojis: 250,
  /** Functions that move; further ones stand still. */
  moving: 80,
} as const;

/**
 * Cuts a freshly parsed tree to what one text may cost, in place: nodes beyond the bound are dropped.
 * Answers whether it is whole.
 */
export function boundTree(tree: MfmNode[]): boolean {
  const left: Record<keyof typeof textBounds, number> = { ...textBounds };
  const isLeft = (kind: keyof typeof textBounds) => {
    left[kind] -= 1;
    return left[kind] >= 0;
  };

  const bound = (nodes: MfmNode[]): void => {
    for (const [index, node] of nodes.entries()) {
      if (!isLeft('nodes')) {
        nodes.length = index;
        return;
      }
      if (node.type === 'emojiCode' && !isLeft('emojis')) {
        nodes[index] = { type: 'text', props: { text: `:${node.props.name}:` } };
      } else if (node.type === 'fn' && isMoving(node.props.name) && !isLeft('moving')) {
        node.props.args['speed'] = '0s';
      }
      if (node.children !== undefined) bound(node.children);
    }
  };
  bound(tree);
  return left.nodes >= 0;
}
