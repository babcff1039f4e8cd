import type { NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Avatar } from '../person/Avatar.tsx';
import { EmojiText, PersonName } from '../person/PersonName.tsx';

/** The note that is answered or quoted, in a line or two. */
export function AnsweredNote(props: { readonly note: NoteView }) {
  const app = useApp();
  const text = () => {
    const { cw, text: whole, files } = props.note;
    if (cw !== null) return cw || app.m().note.warning;
    return whole ?? files.map(({ kind }) => app.m().files[kind]).join(', ');
  };
  return (
    <div class="answered">
      <Avatar class="small" image={props.note.author.avatar} name={props.note.author.name} />
      <p class="answered-words">
        <b>
          <PersonName person={props.note.author} accountId={props.note.accountId} />
        </b>{' '}
        <EmojiText
          text={text()}
          origin={{
            accountId: props.note.accountId,
            host: props.note.author.host,
            emojis: props.note.emojis,
          }}
        />
      </p>
    </div>
  );
}
