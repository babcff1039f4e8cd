import type { MfmInline } from 'mfm-js';

/** A text with the reading that stands above it. */
export interface RubyParts {
  readonly base: readonly MfmInline[];
  readonly reading: string;
}

/**
 * What `$[ruby …]` sets above what: in a plain text the second word above the first; else the text that
 * comes last above all that comes before. Null where there is no reading.
 */
export function rubyParts(children: readonly MfmInline[]): RubyParts | null {
  const last = children.at(-1);
  if (last?.type !== 'text') return null;
  if (children.length > 1) {
    const reading = last.props.text.trim();
    return reading === '' ? null : { base: children.slice(0, -1), reading };
  }
  const [text = '', reading = ''] = last.props.text.split(' ');
  return reading === '' ? null : { base: [{ type: 'text', props: { text } }], reading };
}
