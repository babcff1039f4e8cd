/** Why an answer is not even sent: the server would refuse it, or would do something else in silence. */
export type Refusal =
  /** Nothing to post. */
  | { readonly reason: 'empty' }
  | { readonly reason: 'too-long'; readonly longest: number }
  | { readonly reason: 'warning-too-long'; readonly longest: number }
  /** A direct note that names nobody. */
  | { readonly reason: 'no-recipients' }
  /** A direct note that names somebody whom the server does not know. */
  | { readonly reason: 'unknown-recipient'; readonly handle: string }
  /** A note for few people, which is not to be carried further. */
  | { readonly reason: 'not-renotable' }
  /** A custom emoji of another server; the server would make a heart of it (PROTOCOL §5). */
  | { readonly reason: 'foreign-emoji' };

/** An answer that was refused before it was sent. */
export class AnswerRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`answer refused: ${refusal.reason}`);
    this.name = 'AnswerRefused';
    this.refusal = refusal;
  }
}
