/** What a key means while files are looked at. */
export type ViewerCommand = 'next' | 'previous' | 'zoom-in' | 'zoom-out' | 'zoom-reset';

const commands: ReadonlyMap<string, ViewerCommand> = new Map([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['+', 'zoom-in'],
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['0', 'zoom-reset'],
]);

/**
 * The command of a key press; null where the key is not the viewer's.
 *
 * @param onPlayer the focus is on a video's or a sound's own controls, which use the arrows
 */
export function viewerCommandOf(
  key: { readonly key: string; readonly modified: boolean },
  onPlayer: boolean,
): ViewerCommand | null {
  if (key.modified) return null;
  const command = commands.get(key.key) ?? null;
  return onPlayer && key.key.startsWith('Arrow') ? null : command;
}
