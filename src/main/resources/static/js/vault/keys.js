// SPDX-License-Identifier: Apache-2.0
// The page on which somebody sees which browsers and codes open what they sealed, and lets one in or out.
import * as device from './device.js';
import { surface } from './surface.js';

const page = document.querySelector('[data-vault]');
const desk = JSON.parse(page.dataset.vault);
const { at, show, keep, begin, refuse, newCode } = surface(page);
const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
const words = at('kinds').dataset;
const time = moment => format.format(new Date(moment));

/** Does it, and shows what there is then. */
async function change(made) {
  try {
    await keep(await made);
    location.reload();
  } catch (fault) {
    refuse(fault);
  }
}

function holderLine(holder, here) {
  const item = at('holder').content.cloneNode(true).firstElementChild;
  const slot = name => item.querySelector(`[data-slot=${name}]`);
  const kind = holder.id === here ? words.this : words[holder.kind.toLowerCase()];
  slot('what').textContent = kind.replace('…', time(holder.since));
  slot('remove').hidden = holder.id === here || desk.holders.length < 2;
  slot('remove').setAttribute('aria-label', words.remove.replace('…', slot('what').textContent));
  slot('remove').onclick = () => change(device.remove(desk, holder.id));
  return item;
}

function askingCard(asking, known) {
  const item = at('asking').content.cloneNode(true).firstElementChild;
  const slot = name => item.querySelector(`[data-slot=${name}]`);
  slot('at').textContent = time(asking.at);
  slot('admit').disabled = true;
  device.words(desk.member, known.open, asking).then(all => {
    slot('words').textContent = all;
    slot('admit').disabled = false;
  });
  slot('admit').onclick = () => change(device.admit(desk, asking));
  return item;
}

await begin(desk, async ({ known, holder }) => {
  at('holders').replaceChildren(...desk.holders.map(each => holderLine(each, holder)));
  at('askings').replaceChildren(...desk.askings.map(each => askingCard(each, known)));
  at('no-askings').hidden = desk.askings.length > 0;
  at('new-code').onclick = () => newCode(desk);
  show('open');
});
