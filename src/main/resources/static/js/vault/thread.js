// SPDX-License-Identifier: Apache-2.0
// What two people wrote to each other, on the page: the last of it first, all of it when it is searched. Text is set as
// text, never as a page.

/** How many are shown before somebody asks for more. */
const AT_FIRST = 50;

/** What is compared when somebody looks for words: neither case nor accents count. */
const plain = words => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * @typedef {object} Read an item that was opened
 * @property {import('./space.js').Kept} kept
 * @property {{kind: string, [name: string]: any}} payload
 */

/**
 * @param {HTMLElement} page
 * @param {object} vault
 * @param {() => string} vault.member
 * @param {(each: object) => Promise<{words: string}>} vault.read
 * @param {(each: object) => boolean} vault.has
 * @param {(file: object) => Promise<void>} vault.handOver
 */
export function thread(page, vault) {
  const at = name => page.querySelector(`[data-at=${name}]`);
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const size = new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'kilobyte' });
  const list = at('messages');
  /** @type {import('./space.js').Kept[]} */
  let items = [];
  /** @type {Map<string, Read>} */
  const opened = new Map();
  let shown = AT_FIRST;

  /** @param {Date | string} moment */
  const time = moment => format.format(new Date(moment));
  const name = author => (author === vault.member() ? page.dataset.you : page.dataset.other);

  /** @param {import('./space.js').Kept} kept @returns {Promise<Read>} */
  async function read(kept) {
    if (!opened.has(kept.id)) opened.set(kept.id, { kept, payload: JSON.parse((await vault.read(kept)).words) });
    return opened.get(kept.id);
  }

  const readable = () => items.filter(vault.has);
  const readAll = () => Promise.all(readable().map(read));

  /** @param {Read} each */
  function line({ kept, payload }) {
    const item = at('message').content.cloneNode(true).firstElementChild;
    const slot = name => item.querySelector(`[data-slot=${name}]`);
    item.classList.toggle('message--own', kept.author === vault.member());
    slot('author').textContent = name(kept.author);
    slot('time').textContent = time(kept.at);
    slot('time').dateTime = kept.at;
    slot('text').textContent = payload.text;
    slot('text').hidden = payload.kind === 'file';
    slot('file').hidden = payload.kind !== 'file';
    if (payload.kind === 'file') {
      slot('file').textContent = `${payload.name} (${size.format(Math.max(1, Math.round(payload.size / 1024)))})`;
      slot('file').onclick = () => vault.handOver(payload)
        .then(() => { slot('fault').hidden = true; }, () => { slot('fault').hidden = false; });
    }
    return item;
  }

  const isMessage = ({ payload }) => payload.kind === 'message' || payload.kind === 'file';

  async function render() {
    const some = readable();
    at('apart').hidden = some.length === items.length;
    at('nothing').hidden = items.length > 0;
    at('search-field').hidden = some.length === 0;
    const latest = await Promise.all(some.slice(-shown).map(read));
    at('earlier-row').hidden = some.length <= shown;
    list.replaceChildren(...latest.filter(isMessage).map(line));
  }

  async function search() {
    const wanted = plain(at('search').value).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) {
      at('found').textContent = '';
      return render();
    }
    const found = (await readAll()).filter(isMessage)
      .filter(({ payload }) => wanted.every(word => plain(`${payload.text} ${payload.name ?? ''}`).includes(word)));
    at('earlier-row').hidden = true;
    at('found').textContent = found.length === 0
      ? at('found').dataset.none : at('found').dataset.found.replace('…', String(found.length));
    list.replaceChildren(...found.map(line));
  }

  at('earlier').onclick = () => {
    shown += 10 * AT_FIRST;
    return render();
  };
  let last = Promise.resolve();
  at('search').addEventListener('input', () => { last = last.then(search); });

  return {
    time,
    name,
    /** @param {import('./space.js').Kept[]} all */
    show: all => {
      items = all;
      opened.clear();
      return render();
    },
    /** @param {import('./space.js').Kept[]} more */
    add: async more => {
      items = [...items, ...more];
      if (at('search').value.trim()) return;
      const added = await Promise.all(more.filter(vault.has).map(read));
      at('nothing').hidden = true;
      at('search-field').hidden = false;
      list.append(...added.filter(isMessage).map(line));
    },
    /** @returns {Promise<string>} all that was written, for a file */
    all: async () => (await readAll())
      .map(({ kept, payload }) => [`${name(kept.author)}, ${time(kept.at)}`, payload.title, payload.name, payload.text])
      .map(lines => lines.filter(Boolean).join('\n')).join('\n\n'),
    /** @param {string} kind @returns {Promise<Read[]>} all of a kind, in their order */
    of: async kind => (await readAll()).filter(each => each.payload.kind === kind),
  };
}
