import type { Messages } from '../engine/messages/index.ts';
import type { Account } from '../engine/misskey/account-list.ts';
import type { Accounts } from '../engine/misskey/accounts.ts';
import type { Note } from '../engine/misskey/api/schemas.ts';
import { SingleNote } from '../engine/misskey/notes/single-note.ts';
import type { DetailView } from './contract.ts';
import type { ImageAddresses } from './views/images.ts';
import { noteView } from './views/note-view.ts';

export interface ShownNoteOptions {
  readonly accounts: Accounts;
  readonly images: ImageAddresses;
  readonly messages: () => Messages;
  /** Shows the note as it has become. */
  readonly show: (detail: DetailView) => void;
}

/** The note that is shown alone: it changes in place, and says so when it was deleted. */
export class ShownNote {
  readonly #options: ShownNoteOptions;
  #letGo: () => void = () => {};

  constructor(options: ShownNoteOptions) {
    this.#options = options;
  }

  /** What to show of a note; from now on it is kept up to date, in place of one before. */
  open(account: Account, note: Note): DetailView {
    const { accounts, messages, show } = this.#options;
    this.close();
    const holder = new SingleNote(
      note,
      (changed) => show(this.#view(account, changed)),
      () => show({ kind: 'failed', error: messages().error.noteGone }),
    );
    this.#letGo = accounts.notes.hold(account.stored.id, holder);
    return this.#view(account, note);
  }

  /** It is shown no more. */
  close(): void {
    this.#letGo();
    this.#letGo = () => {};
  }

  #view({ stored }: Account, note: Note): DetailView {
    const { images } = this.#options;
    return {
      kind: 'note',
      note: noteView(stored, note, images),
      replyTo: note.reply && noteView(stored, note.reply, images),
    };
  }
}
