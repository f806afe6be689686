// SPDX-License-Identifier: Apache-2.0
// What somebody wrote, sealed: a key of its own for each, bound to its place and to the one before, and padded.
// docs/security/keys.md, section 6.
import { Refused, digest, join, label, number, random, read, same, sized, text, words } from './bytes.js';
import * as aead from './aead.js';
import * as hkdf from './hkdf.js';

const STEP = 256;
const VERSION = 1;
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
 * @param {Uint8Array} epochKey
 * @param {Uint8Array} share
 * @param {Place} place
 * @param {string} written
 * @returns {Promise<Uint8Array>} version, nonce, ciphertext
 */
export async function seal(epochKey, share, place, written) {
  const nonce = random(12);
  const use = await key(epochKey, share, place);
  return join(Uint8Array.of(VERSION), nonce, await aead.seal(use, nonce, beside(place), pad(text(written))));
}

/**
 * @param {Uint8Array} epochKey
 * @param {Uint8Array} share
 * @param {Place} place
 * @param {Uint8Array} sealed
 * @returns {Promise<string>}
 */
export async function open(epochKey, share, place, sealed) {
  if (sealed[0] !== VERSION) throw new Refused('version');
  if (sealed.length < 29 + STEP || (sealed.length - 29) % STEP !== 0) throw new Refused('sealed length');
  const use = await key(epochKey, share, place);
  return words(unpad(await aead.open(use, sealed.slice(1, 13), beside(place), sealed.slice(13))));
}

/** @param {Place} place @param {Uint8Array} sealed @returns {Promise<Uint8Array>} 32 bytes that the next item names */
export const hash = (place, sealed) => digest(join(label('item-hash'), beside(place), sealed));

/**
 * Whether the items are all that there are up to the last one, in their order, each once.
 * @param {{place: Place, sealed: Uint8Array}[]} items of one space
 * @param {{sequence: number, hash: Uint8Array}} [seen] the last one that this browser knows of
 * @returns {Promise<{sequence: number, hash: Uint8Array}>} the last one; refuses a gap, a swap, a replay and a cut
 */
export async function chain(items, seen) {
  let last = { sequence: 0, hash: NONE };
  let met = seen === undefined || seen.sequence === 0;
  for (const { place, sealed } of items) {
    if (place.sequence !== last.sequence + 1 || !same(place.previous, last.hash)) throw new Refused('order');
    last = { sequence: place.sequence, hash: await hash(place, sealed) };
    if (last.sequence === seen?.sequence) met = same(last.hash, seen.hash);
  }
  if (!met) throw new Refused('older than seen');
  return last;
}
