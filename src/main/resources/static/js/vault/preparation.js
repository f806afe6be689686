// SPDX-License-Identifier: Apache-2.0
// The page on which somebody prepares for a pair. What is typed here leaves it sealed only.
import { Refused } from './bytes.js';
import { SELF } from './epoch.js';
import * as space from './space.js';
import { forget, recall, remember } from './store.js';
import { handOver, surface } from './surface.js';

const page = document.querySelector('[data-preparation]');
const desk = JSON.parse(page.dataset.preparation);
const { here, pair } = page.dataset;
const { at, show, tell, send, begin } = surface(page);
const fields = [...page.querySelectorAll('[data-field]')];
/** @type {space.Space} */
let book;

/** What this browser remembers of the space. */
const note = () => remember('spaces', pair, { id: desk.space.id, ...book.last });

async function open({ key, known }) {
  const members = [{ id: desk.member, known }];
  if (!desk.space) {
    const begun = await space.begin(SELF, members, desk.member, key);
    if (!(await send(`${here}/space`, begun)).ok) throw new Refused('not kept');
    return location.reload();
  }
  const seen = await recall('spaces', pair);
  if (seen && seen.id !== desk.space.id) throw new Refused('another space');
  book = await space.open(SELF, desk.space, members, desk.member, key);
  await book.follow(desk.items, seen);
  await note();
  if (await book.due()) {
    const latest = desk.space.epochs.at(-1).number;
    if (!(await send(`${here}/epochs`, await book.renew(latest + 1))).ok) throw new Refused('not kept');
    return location.reload();
  }
  const newest = desk.items.at(-1);
  const written = newest ? JSON.parse((await book.disclose(newest)).words) : {};
  fields.forEach(each => { each.value = written[each.dataset.field] ?? ''; });
  show('open');
}

async function save() {
  at('save').disabled = true;
  tell('state', 'sealing');
  try {
    const written = Object.fromEntries(fields.map(each => [each.dataset.field, each.value]));
    const answer = await send(`${here}/items`, await book.seal(JSON.stringify(written)));
    if (answer.ok) {
      book.sealed();
      await note();
    }
    tell('state', answer.ok ? 'sealed' : answer.status === 409 ? 'elsewhere' : 'unsealed');
  } catch (fault) {
    tell('state', fault.message === 'too long' ? 'too-long' : 'unsealed');
  }
  at('save').disabled = false;
}

/** Hands what is typed to its author as a file. */
function takeAlong() {
  const lines = fields.map(each => `${page.querySelector(`label[for=${each.id}]`).textContent}\n\n${each.value}\n`);
  handOver('preparation.txt', new Blob([lines.join('\n')], { type: 'text/plain' }));
}

at('save').onclick = save;
at('take-along').onclick = takeAlong;
fields.forEach(each => each.addEventListener('input', () => tell('state', 'changed')));
page.querySelectorAll('form').forEach(form => form.addEventListener('submit', async event => {
  event.preventDefault();
  await forget('spaces', pair);
  form.submit();
}));
await begin(desk, open);
