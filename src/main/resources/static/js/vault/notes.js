// SPDX-License-Identifier: Apache-2.0
// Notes that both of a pair keep: each version is an item, the last one counts, and all stay.

/**
 * @param {HTMLElement} page
 * @param {ReturnType<typeof import('./thread.js').thread>} written
 * @param {(payload: object) => Promise<void>} say
 */
export function notes(page, written, say) {
  const at = name => page.querySelector(`[data-at=${name}]`);
  /** The version that is being changed; null for a new note. */
  let changing = null;

  function tell(name) {
    page.querySelectorAll('[data-note-state]').forEach(each => { each.hidden = each.dataset.noteState !== name; });
  }

  /** @param {import('./thread.js').Read | null} version */
  function edit(version) {
    changing = version;
    at('note-title').value = version?.payload.title ?? '';
    at('note-text').value = version?.payload.text ?? '';
    at('note-form').hidden = false;
    at('new-note-row').hidden = true;
    tell('');
    at('note-title').focus();
  }

  function close() {
    at('note-form').hidden = true;
    at('new-note-row').hidden = false;
    at('new-note').focus();
  }

  async function save() {
    const title = at('note-title').value.trim();
    const text = at('note-text').value;
    if (!title && !text.trim()) return at('note-title').focus();
    at('note-save').disabled = true;
    try {
      await say({
        kind: 'note', note: changing?.payload.note ?? crypto.randomUUID(), title, text,
        after: changing?.kept.sequence ?? 0,
      });
      close();
    } catch (fault) {
      tell(fault.message === 'too long' ? 'too-long' : 'unsent');
    }
    at('note-save').disabled = false;
  }

  /** @param {import('./thread.js').Read} version */
  const by = version => `${written.name(version.kept.author)}, ${written.time(version.kept.at)}`;

  /** @param {import('./thread.js').Read[]} versions of one note, in their order */
  function card(versions) {
    const item = at('note').content.cloneNode(true).firstElementChild;
    const slot = name => item.querySelector(`[data-slot=${name}]`);
    const last = versions.at(-1);
    slot('title').textContent = last.payload.title;
    slot('text').textContent = last.payload.text;
    slot('by').textContent = by(last);
    slot('both').hidden = versions.length < 2 || last.payload.after >= versions.at(-2).kept.sequence;
    slot('versions').hidden = versions.length < 2;
    slot('earlier').replaceChildren(...versions.slice(0, -1).toReversed().map(each => {
      const line = document.createElement('li');
      line.className = 'message message__text';
      line.textContent = `${by(each)}\n${each.payload.title}\n${each.payload.text}`;
      return line;
    }));
    slot('change').hidden = !at('send');
    slot('change').onclick = () => edit(last);
    return item;
  }

  at('new-note-row').hidden = !at('send');
  at('new-note').onclick = () => edit(null);
  at('note-save').onclick = save;
  at('note-cancel').onclick = close;

  return {
    show: async () => {
      const all = await written.of('note');
      const each = Map.groupBy(all, ({ payload }) => payload.note);
      at('notes').replaceChildren(...[...each.values()].map(card));
    },
  };
}
