// SPDX-License-Identifier: Apache-2.0
// The page on which the two of a pair write to each other. What is typed here leaves it sealed only.
import { Refused, base64, unbase64, uuid } from './bytes.js';
import * as device from './device.js';
import { PAIR } from './epoch.js';
import * as file from './file.js';
import { notes } from './notes.js';
import * as partner from './partner.js';
import { sixWords } from './sixwords.js';
import * as space from './space.js';
import { recall, remember } from './store.js';
import { handOver, surface, whilePresent } from './surface.js';
import { thread } from './thread.js';

/** Milliseconds between two questions whether there is something new. */
const ASKING = 3_000;
/** How often something is sealed again because the other was faster. */
const TRIES = 8;

const page = document.querySelector('[data-conversation]');
const { here, pair } = page.dataset;
const { at, show, tell, send, begin, refuse } = surface(page);
let desk = JSON.parse(page.dataset.conversation);
/** @type {space.Space} */
let book;
/** How many entries the key logs of the two had when the page was opened. */
let logs = 0;
/** Whether the other has no key yet. */
let waiting = false;
/** One thing after the other, so that two never follow the same item. */
let turn = Promise.resolve();

/** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
function inTurn(act) {
  const done = turn.then(act);
  turn = done.catch(() => {});
  return done;
}

const written = thread(page, {
  member: () => desk.member, read: each => book.disclose(each), has: each => book.has(each), handOver: takeFile,
});
const shared = notes(page, written, payload => inTurn(() => say(payload)));

async function ask(path) {
  const answer = await fetch(`${here}/${path}`, { redirect: 'error', cache: 'no-store' });
  if (!answer.ok) throw new Refused('not kept');
  return answer.json();
}

/** Who has which keys by what the server says now, and the space as it is to be opened. */
async function open({ key, known }) {
  waiting = !desk.partner.member;
  if (waiting) return show('waiting');
  const met = await partner.meet(pair, desk.partner);
  if (met.changed) return compareFirst(known, met);
  const other = { id: desk.partner.member, known: met.known };
  const members = [{ id: desk.member, known }, other];
  logs = desk.log.length + desk.partner.log.length;
  if (!desk.space) {
    if (!desk.open) return written.show([]).then(() => show('open'));
    const kept = await send(`${here}/space`, await space.begin(PAIR, members, desk.member, key));
    return again(kept);
  }
  const seen = await recall('spaces', `${pair}/conversation`);
  if (seen && seen.id !== desk.space.id) throw new Refused('another space');
  book = await space.open(PAIR, desk.space, members, desk.member, key);
  if (desk.open && (desk.space.epochs.at(-1)?.number !== desk.epoch || await book.due())) {
    return again(await send(`${here}/epochs`, await book.renew(desk.epoch + 1)));
  }
  await readAll(seen);
  at('words-details').hidden = false;
  offerWords(known, met);
  offerSharing(met, other);
  show('open');
}

/** After something that only one of two devices at once can do: whichever did, it is there now. */
async function again(answer) {
  if (!answer.ok && answer.status !== 409) throw new Refused('not kept');
  desk = await ask('desk');
  const unlocked = await device.unlock(desk);
  if (!unlocked) return location.reload();
  return open(unlocked);
}

async function readAll(seen) {
  const items = [];
  for (let more = true; more;) {
    const news = await ask(`items?after=${items.at(-1)?.sequence ?? 0}`);
    items.push(...news.items);
    more = news.items.length === 1_000;
  }
  await book.follow(items, seen);
  await note();
  await written.show(items);
  shared.show();
}

const note = () => remember('spaces', `${pair}/conversation`, { id: desk.space.id, ...book.last });

/** Asks whether there is something new, and begins again where keys have changed. */
async function look() {
  const news = await ask(`items?after=${book.last.sequence}`);
  if (news.logs !== logs || news.epoch !== desk.epoch) return again({ ok: true });
  if (news.items.length === 0) return;
  await book.follow(news.items);
  await note();
  await written.add(news.items);
  shared.show();
}

/** Seals it and hands it to the server, once more where the other was faster. */
async function say(payload) {
  for (let tried = 0; tried < TRIES; tried++) {
    const sealed = await book.seal(JSON.stringify(payload));
    const answer = await send(`${here}/items`, sealed);
    if (answer.ok) {
      book.sealed();
      await note();
      await written.add([{ ...sealed, at: new Date().toISOString() }]);
      shared.show();
      return;
    }
    if (answer.status !== 409) break;
    await look();
  }
  throw new Refused('not kept');
}

async function sendMessage() {
  const text = at('say').value;
  if (!text.trim()) return at('say').focus();
  at('send').disabled = true;
  tell('state', 'sealing');
  try {
    await inTurn(() => say({ kind: 'message', text }));
    at('say').value = '';
    tell('state', 'sent');
  } catch (fault) {
    tell('state', fault.message === 'too long' ? 'too-long' : 'unsent');
  }
  at('send').disabled = false;
  at('say').focus();
}

async function sendFile() {
  const [given] = at('file').files;
  at('file').value = '';
  if (!given) return;
  tell('state', 'file-sealing');
  try {
    const bytes = await file.read(given);
    const id = crypto.randomUUID();
    const key = file.fresh();
    let number = 0;
    for await (const sealed of file.seal(bytes, key, book.share, uuid(desk.space.id), uuid(id))) {
      if (!(await send(`${here}/files/${id}/${number++}`, { sealed: base64(sealed) })).ok) throw new Refused('not kept');
    }
    await inTurn(() => say({ kind: 'file', file: id, key: base64(key), name: given.name, size: bytes.length, text: '' }));
    tell('state', 'sent');
  } catch (fault) {
    tell('state', fault.message === 'too big' ? 'file-too-big' : fault.message === 'no picture' ? 'file-odd' : 'file-unsent');
  }
}

/** Opens a file of theirs and hands it to whoever sits here. It is never shown on the page. */
async function takeFile({ file: id, key, name, size }) {
  const sealed = await Promise.all(Array.from({ length: file.pieces(size) }, async (_, number) => {
    const { sealed: piece } = await ask(`files/${id}/${number}`);
    if (!piece) throw new Refused('pieces');
    return unbase64(piece);
  }));
  const bytes = await file.open(sealed, size, unbase64(key), book.share, uuid(desk.space.id), uuid(id));
  handOver(name, new Blob([bytes], { type: 'application/octet-stream' }));
}

/** @returns {Promise<string>} the six words of the two */
const words = (known, met) => sixWords(
  uuid(pair), { person: uuid(desk.member), open: known.open },
  { person: uuid(desk.partner.member), open: met.known.open }).then(all => all.join(' '));

/** The other has a key that this browser does not know: nothing is sealed to it and nothing of it is shown before. */
async function compareFirst(known, met) {
  book = null;
  at('share').hidden = true;
  show('changed');
  at('trust').onclick = async () => {
    await partner.trust(pair, desk.partner.member, met.known);
    await again({ ok: true });
  };
  at('trust').disabled = true;
  at('changed-words').textContent = await words(known, met);
  at('trust').disabled = false;
}

function offerWords(known, met) {
  at('words-done').hidden = !met.compared;
  at('words-text').hidden = met.compared;
  at('words-same').hidden = met.compared;
  at('words-same').disabled = true;
  at('words-details').ontoggle = async () => {
    at('words').textContent = await words(known, met);
    at('words-same').disabled = false;
  };
  at('words-same').onclick = async () => {
    await partner.trust(pair, desk.partner.member, met.known);
    offerWords(known, { ...met, compared: true });
    offerSharing({ ...met, compared: true }, book.members[1]);
  };
}

/** What was written before the other got a new key can be given to them, after a while and once the words were compared. */
function offerSharing(met, other) {
  const missing = book.epochs.filter(each => !desk.partner.epochs.includes(each));
  at('share').hidden = !met.compared || missing.length === 0;
  at('share-now').hidden = !desk.partner.shareable;
  at('share-later').hidden = desk.partner.shareable;
  at('share-later').textContent = at('share-later').dataset.words.replace('…', written.time(desk.partner.shareableFrom));
  at('share-now').onclick = async () => again(await send(`${here}/history`, await book.giveAgain(other, missing)));
}

at('take-along').onclick = async () => handOver('conversation.txt', new Blob([await written.all()], { type: 'text/plain' }));
if (at('send')) {
  at('send').onclick = sendMessage;
  at('file').onchange = sendFile;
  at('say').addEventListener('input', () => tell('state', ''));
  window.addEventListener('beforeunload', event => { if (at('say').value.trim()) event.preventDefault(); });
}
await begin(desk, open);
whilePresent(() => {
  if (!book && !waiting) return;
  inTurn(() => (waiting ? again({ ok: true }) : look())).catch(fault => {
    // A server that cannot be reached is asked again; one that gives out something else is not.
    if (!(fault instanceof Refused) || fault.message === 'not kept') return;
    book = null;
    refuse(fault);
  });
}, ASKING);
