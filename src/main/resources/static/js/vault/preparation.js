// SPDX-License-Identifier: Apache-2.0
// The page on which somebody prepares for a pair. What is typed here leaves it sealed only; its fields have no names,
// so that no form can send them.
import { Refused, same } from './bytes.js';
import * as device from './device.js';
import * as notebook from './notebook.js';
import * as recovery from './recovery.js';
import { forget } from './store.js';

const page = document.querySelector('[data-preparation]');
const desk = JSON.parse(page.dataset.preparation);
const { here, keys, pair } = page.dataset;
const fields = [...page.querySelectorAll('[data-field]')];
const at = name => page.querySelector(`[data-at=${name}]`);
let book = null;

/** Shows one part of the page and hides the others. */
function show(part) {
  page.querySelectorAll('[data-show]').forEach(each => { each.hidden = each.dataset.show !== part; });
  at('removal').hidden = part === 'none' || part === 'code';
}

/** Shows what one of a few lines in a part says; none for an empty name. */
function tell(kind, name) {
  page.querySelectorAll(`[data-${kind}]`).forEach(each => { each.hidden = each.dataset[kind] !== name; });
}

function refuse(fault) {
  const known = [...page.querySelectorAll('[data-refusal]')].some(each => each.dataset.refusal === fault.message);
  tell('refusal', fault instanceof Refused && known ? fault.message : 'altered');
  show('refused');
}

/** @param {string} path @param {Record<string, string | string[]>} values @returns {Promise<Response>} */
function send(path, values) {
  const token = page.querySelector('form input[type=hidden]');
  const body = new URLSearchParams([[token.name, token.value]]);
  Object.entries(values).forEach(([name, value]) => [value].flat().forEach(each => body.append(name, each)));
  return fetch(path, { method: 'POST', body, redirect: 'error' });
}

/** Keeps new keys, and begins anew with them. */
async function keep({ keeping, settle }) {
  const { member, anew, entries, holders } = keeping;
  const of = name => holders.map(each => each[name]);
  const answer = await send(keys, {
    member, anew: String(anew), entry: entries,
    holderId: of('id'), holderKind: of('kind'), holderKey: of('key'), holderWrapped: of('wrapped'),
  });
  if (!answer.ok) throw new Refused('not kept');
  await settle();
  location.reload();
}

/** A new key: its recovery code is shown, and goes in only once it was typed back. */
async function enrol() {
  const code = device.freshCode();
  at('code').textContent = await recovery.write(code);
  show('code');
  at('code').focus();
  at('confirm').onclick = async () => {
    try {
      if (!same(await recovery.read(at('typed').value), code)) throw new Refused('recovery code');
    } catch {
      at('typed').focus();
      return tell('mistyped', 'code');
    }
    await device.enrol(desk, code).then(keep).catch(refuse);
  };
}

async function recover() {
  try {
    await keep(await device.recover(desk, await recovery.read(at('recovery').value)));
  } catch (fault) {
    if (fault.message !== 'recovery code') return refuse(fault);
    tell('mistyped', 'recovery');
    at('recovery').focus();
  }
}

async function openBook(key) {
  if (!desk.space) {
    const begun = await notebook.begin(desk.member, key);
    if (!(await send(`${here}/space`, begun)).ok) throw new Refused('not kept');
    return location.reload();
  }
  book = await notebook.open(pair, desk.space, desk.member, key);
  const written = book.last === null ? {} : JSON.parse(book.last);
  fields.forEach(each => { each.value = written[each.dataset.field] ?? ''; });
  show('open');
}

async function save() {
  at('save').disabled = true;
  tell('state', 'sealing');
  try {
    const written = Object.fromEntries(fields.map(each => [each.dataset.field, each.value]));
    const answer = await send(`${here}/items`, await book.seal(JSON.stringify(written)));
    if (answer.ok) await book.sealed();
    tell('state', answer.ok ? 'sealed' : answer.status === 409 ? 'elsewhere' : 'unsealed');
  } catch (fault) {
    tell('state', fault.message === 'too long' ? 'too-long' : 'unsealed');
  }
  at('save').disabled = false;
}

/** Hands what is typed to its author as a file, which the server never sees. */
function takeAlong() {
  const lines = fields.map(each => `${page.querySelector(`label[for=${each.id}]`).textContent}\n\n${each.value}\n`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([lines.join('\n')], { type: 'text/plain' }));
  link.download = 'preparation.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}

at('without').hidden = true;
at('enrol').onclick = enrol;
at('print').onclick = () => print();
at('recover').onclick = recover;
at('anew').onclick = enrol;
at('save').onclick = save;
at('take-along').onclick = takeAlong;
fields.forEach(each => each.addEventListener('input', () => tell('state', 'changed')));
page.querySelectorAll('form').forEach(form => form.addEventListener('submit', async event => {
  event.preventDefault();
  await forget('spaces', pair);
  form.submit();
}));
if (!crypto.subtle || !window.indexedDB) {
  show('unable');
} else {
  try {
    const key = await device.unlock(desk);
    if (key) await openBook(key);
    else show(desk.member ? 'unknown' : 'none');
  } catch (fault) {
    refuse(fault);
  }
}
