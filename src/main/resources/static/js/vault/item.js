// SPDX-License-Identifier: Apache-2.0
// What somebody wrote, sealed: a key of its own for each, bound to its place and to the one before, padded, and with a
// commitment by which a reader can prove later what it says. docs/security/keys.md, section 6.
import { Refused, digest, join, label, number, random, read, same, sized, text, words } from './bytes.js';
import * as aead from './aead.js';
import * as hkdf from './hkdf.js';

const STEP = 256;
const VERSION = 1;
const OPENING = 32;
/** Version, commitment and nonce. */
const HEAD = 1 + 32 + 12;
/** How many bytes of text one item takes. */
export const MOST = 65_536;
/** What stands as the one before the first. */
export const NONE = new Uint8Array(32);

/**
 * @typedef {object} Place where an item belongs
 * @property {number} kind
 * @property {Uint8Array} space an id
 * @property {number} epoch
 * @property {number} sequence from 1, without a gap
 * @property {Uint8Array} id random, never used again
 * @property {Uint8Array} author an id
 * @property {Uint8Array} previous the [hash] of the one before, or [NONE]
 */

/** @param {Place} place */
const beside = place => join(
  label('item'), number(place.kind, 1), sized(place.space, 16, 'id'), number(place.epoch, 4), number(place.sequence, 8),
  sized(place.id, 16, 'id'), sized(place.author, 16, 'id'), sized(place.previous, 32, 'hash'));

/**
 * @param {Uint8Array} epochKey 32 bytes, which the server does not have
 * @param {Uint8Array} share 32 bytes, which the server can destroy
 * @param {Place} place
 */
const key = (epochKey, share, place) => hkdf.derive(
  join(sized(epochKey, 32, 'epoch key'), sized(share, 32, 'share')), new Uint8Array(0),
  join(label('item-key'), number(place.kind, 1), place.space, number(place.epoch, 4), sized(place.id, 16, 'id')), 32);

/** @param {Uint8Array} bytes @returns {Uint8Array} their number in 4 bytes, they, and zeros up to the next 256 */
export function pad(bytes) {
  if (bytes.length > MOST) throw new Refused('too long');
  const padded = new Uint8Array(Math.ceil((4 + bytes.length) / STEP) * STEP);
  padded.set(number(bytes.length, 4));
  padded.set(bytes, 4);
  return padded;
}

/** @param {Uint8Array} padded @returns {Uint8Array} refuses what [pad] does not make */
export function unpad(padded) {
  const size = padded.length < STEP ? MOST + 1 : read(padded.slice(0, 4));
  if (size > MOST || !same(pad(padded.slice(4, 4 + size)), padded)) throw new Refused('padding');
  return padded.slice(4, 4 + size);
}

/**
 * @param {Uint8Array} opening 32 random bytes, which only readers get
 * @param {Place} place
 * @param {Uint8Array} bytes the text
 * @returns {Promise<Uint8Array>} 32 bytes that fit this text, at this place by this author, and no other
 */
async function commit(opening, place, bytes) {
  const use = await crypto.subtle.importKey('raw', opening, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const what = join(label('commitment'), number(place.kind, 1), place.space, place.id, place.author, bytes);
  return new Uint8Array(await crypto.subtle.sign('HMAC', use, what));
}

/**
 * @param {Uint8Array} epochKey
 * @param {Uint8Array} share
 * @param {Place} place
 * @param {string} written
 * @returns {Promise<Uint8Array>} version, commitment, nonce, ciphertext
 */
export async function seal(epochKey, share, place, written) {
  const bytes = text(written);
  const padded = pad(bytes);
  const nonce = random(12);
  const opening = random(OPENING);
  const commitment = await commit(opening, place, bytes);
  const use = await key(epochKey, share, place);
  const sealed = await aead.seal(use, nonce, join(beside(place), commitment), join(opening, padded));
  return join(Uint8Array.of(VERSION), commitment, nonce, sealed);
}

/**
 * @param {Uint8Array} epochKey
 * @param {Uint8Array} share
 * @param {Place} place
 * @param {Uint8Array} sealed
 * @returns {Promise<{words: string, opening: Uint8Array}>} what it says, and what proves that to whoever gets it
 */
export async function disclose(epochKey, share, place, sealed) {
  if (sealed[0] !== VERSION) throw new Refused('version');
  const steps = sealed.length - HEAD - OPENING - 16;
  if (steps < STEP || steps % STEP !== 0) throw new Refused('sealed length');
  const commitment = sealed.slice(1, 33);
  const use = await key(epochKey, share, place);
  const plain = await aead.open(use, sealed.slice(33, HEAD), join(beside(place), commitment), sealed.slice(HEAD));
  const opening = plain.slice(0, OPENING);
  const bytes = unpad(plain.slice(OPENING));
  if (!same(await commit(opening, place, bytes), commitment)) throw new Refused('commitment');
  return { words: words(bytes), opening };
}

/**
 * The same without what proves it.
 * @param {Uint8Array} epochKey
 * @param {Uint8Array} share
 * @param {Place} place
 * @param {Uint8Array} sealed
 * @returns {Promise<string>}
 */
export const open = async (epochKey, share, place, sealed) => (await disclose(epochKey, share, place, sealed)).words;

/** @param {Place} place @param {Uint8Array} sealed @returns {Promise<Uint8Array>} 32 bytes that the next item names */
export const hash = (place, sealed) => digest(join(label('item-hash'), beside(place), sealed));

/**
 * Whether the items are all that there are up to the last one, in their order, each once.
 * @param {{place: Place, sealed: Uint8Array}[]} items of one space
 * @param {{sequence: number, hash: Uint8Array}} [seen] the last one that this browser knows of
 * @param {{sequence: number, hash: Uint8Array}} [before] the one that they follow
 * @returns {Promise<{sequence: number, hash: Uint8Array}>} the last one; refuses a gap, a swap, a replay and a cut
 */
export async function chain(items, seen, before = { sequence: 0, hash: NONE }) {
  let last = before;
  let met = seen === undefined || seen.sequence === 0;
  for (const { place, sealed } of items) {
    if (place.sequence !== last.sequence + 1 || !same(place.previous, last.hash)) throw new Refused('order');
    last = { sequence: place.sequence, hash: await hash(place, sealed) };
    if (last.sequence === seen?.sequence) met = same(last.hash, seen.hash);
  }
  if (!met) throw new Refused('older than seen');
  return last;
}
