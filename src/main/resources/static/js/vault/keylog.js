// SPDX-License-Identifier: Apache-2.0
// Which keys are whose: for each person a chain of entries, each signed with the key it names, that is only ever added
// to. docs/security/keys.md, section 7.
import { Refused, digest, join, label, number, read, same, sized } from './bytes.js';
import * as ed25519 from './ed25519.js';
import * as x25519 from './x25519.js';

/** What an entry says: a user key from now on, a device or a recovery code that holds it, or one that no longer does */
export const KEY = 1;
export const DEVICE = 2;
export const RECOVERY = 3;
export const REMOVED = 4;
/** What stands where an entry has nothing to say. */
export const NO_ID = new Uint8Array(16);
export const NO_KEY = new Uint8Array(32);

const LABEL = label('key-log');
const SIZES = [LABEL.length, 4, 16, 1, 16, 32, 32, 32, 32];
const BODY = SIZES.reduce((sum, size) => sum + size, 0);

/**
 * @typedef {object} Entry
 * @property {number} number from 1, without a gap
 * @property {Uint8Array} person an id
 * @property {number} act
 * @property {Uint8Array} holder an id, or [NO_ID]
 * @property {Uint8Array} holderKey its public key, or [NO_KEY]
 * @property {import('./userkey.js').Open} open the person's user key
 * @property {Uint8Array} previous the [hash] of the entry before, or zeros
 */

/**
 * @typedef {object} Known what a chain of entries comes to
 * @property {number} number of its last entry
 * @property {Uint8Array} hash of its last entry
 * @property {import('./userkey.js').Open} open
 * @property {{hash: Uint8Array, open: import('./userkey.js').Open}[]} past each entry's hash, and the user key then
 * @property {Map<string, Uint8Array>} holders their public keys by hexadecimal id
 * @property {boolean} replaced whether the user key became another one since it was last seen
 */

/** @param {Uint8Array} id @returns {string} */
export const named = id => [...id].map(byte => byte.toString(16).padStart(2, '0')).join('');

/**
 * @param {Entry} entry
 * @param {ed25519.Signer} signer
 * @returns {Promise<Uint8Array>} the entry as it is kept: its body, then its signature
 */
export async function write(entry, signer) {
  const body = join(
    LABEL, number(entry.number, 4), sized(entry.person, 16, 'id'), number(entry.act, 1),
    sized(entry.holder, 16, 'id'), sized(entry.holderKey, 32, 'holder key'),
    entry.open.agreement, entry.open.signature, sized(entry.previous, 32, 'hash'));
  return join(body, await ed25519.sign(signer, body));
}

/** @param {Uint8Array} kept @returns {Promise<Uint8Array>} */
export const hash = kept => digest(join(label('key-log-hash'), kept));

/** @param {Uint8Array} kept @returns {Promise<Entry>} whose signature is right */
async function parse(kept) {
  sized(kept, BODY + 64, 'entry');
  let at = 0;
  const [tag, count, person, act, holder, holderKey, agreement, signature, previous] =
    SIZES.map(size => kept.slice(at, at += size));
  if (!same(tag, LABEL)) throw new Refused('entry');
  x25519.canonical(agreement);
  await ed25519.check(signature, kept.slice(BODY), kept.slice(0, BODY));
  return { number: read(count), person, act: act[0], holder, holderKey, open: { agreement, signature }, previous };
}

/** @param {Entry} entry @param {Known} known what was before it */
function follow(entry, known) {
  const id = named(entry.holder);
  const holds = same(entry.holder, NO_ID) ? 'nobody' : known.holders.has(id) ? 'known' : 'new';
  const unchanged = known.number > 0 && same(entry.open.agreement, known.open.agreement)
    && same(entry.open.signature, known.open.signature);
  if (entry.act === KEY && holds === 'nobody' && same(entry.holderKey, NO_KEY) && !unchanged) {
    known.holders.clear();
  } else if ((entry.act === DEVICE || entry.act === RECOVERY) && holds === 'new' && unchanged) {
    known.holders.set(id, x25519.canonical(entry.holderKey));
  } else if (entry.act === REMOVED && holds === 'known' && unchanged && same(entry.holderKey, NO_KEY)) {
    known.holders.delete(id);
  } else {
    throw new Refused('entry');
  }
}

/**
 * @param {Uint8Array} person
 * @param {Uint8Array[]} entries all of them, in their order
 * @param {{number: number, hash: Uint8Array}} [seen] the last one that this browser knows of
 * @returns {Promise<Known>} refuses a gap, a swap, another person's entry, a cut, and a past that is not the one seen
 */
export async function check(person, entries, seen) {
  const nobody = { agreement: NO_KEY, signature: NO_KEY };
  /** @type {Known} */
  const known = { number: 0, hash: NO_KEY, open: nobody, past: [], holders: new Map(), replaced: false };
  for (const kept of entries) {
    const entry = await parse(kept);
    if (!same(entry.person, person)) throw new Refused('another person');
    if (entry.number !== known.number + 1 || !same(entry.previous, known.hash)) throw new Refused('order');
    follow(entry, known);
    Object.assign(known, { number: entry.number, hash: await hash(kept), open: entry.open });
    known.past.push({ hash: known.hash, open: known.open });
    if (seen && entry.number === seen.number && !same(known.hash, seen.hash)) throw new Refused('past was changed');
    if (seen && entry.number > seen.number && entry.act === KEY) known.replaced = true;
  }
  if (known.number === 0) throw new Refused('no key');
  if (seen && known.number < seen.number) throw new Refused('older than seen');
  return known;
}
