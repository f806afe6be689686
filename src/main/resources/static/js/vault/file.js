// SPDX-License-Identifier: Apache-2.0
// Files that one of a pair gives the other: sealed in pieces under a key of their own, which travels in an item.
// Pictures are painted anew first, so that where and when they were taken does not go along. docs/security/keys.md,
// section 6.
import { Refused, join, label, number, random, sized } from './bytes.js';
import * as aead from './aead.js';
import * as hkdf from './hkdf.js';

/** Bytes of a file in one piece, and of what the last piece is filled up to. */
const PIECE = 65_536;
const STEP = 4_096;
/** The most bytes of one file. */
export const MOST = 10 * 1024 * 1024;
const PAINTED = ['image/jpeg', 'image/png', 'image/webp'];

/**
 * @typedef {object} Kept what an item says of a file
 * @property {string} file an id
 * @property {string} key
 * @property {string} name
 * @property {number} size in bytes
 */

/** @param {Uint8Array} fileKey @param {Uint8Array} share @param {Uint8Array} space @param {Uint8Array} file */
const keyOf = (fileKey, share, space, file) => hkdf.derive(
  join(sized(fileKey, 32, 'file key'), sized(share, 32, 'share')), new Uint8Array(0),
  join(label('file-key'), sized(space, 16, 'id'), sized(file, 16, 'id')), 32);

const nonce = at => number(at, 12);
const beside = (space, file, at, last) =>
  join(label('file'), space, file, number(at, 4), number(last ? 1 : 0, 1));

/** How many pieces a file of so many bytes has. */
export const pieces = size => Math.max(1, Math.ceil(size / PIECE));

/** @returns {Uint8Array} a fresh key */
export const fresh = () => random(32);

/**
 * @param {Blob} given
 * @returns {Promise<Uint8Array>} its bytes, without what a picture says beside what it shows; refuses too big a file
 */
export async function read(given) {
  let clean = given;
  if (PAINTED.includes(given.type)) {
    const picture = await createImageBitmap(given).catch(() => { throw new Refused('no picture'); });
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    clean = await canvas.convertToBlob({ type: given.type, quality: 0.92 });
  }
  if (clean.size > MOST) throw new Refused('too big');
  return new Uint8Array(await clean.arrayBuffer());
}

/**
 * @param {Uint8Array} bytes of the whole file
 * @param {Uint8Array} fileKey
 * @param {Uint8Array} share
 * @param {Uint8Array} space
 * @param {Uint8Array} file
 * @returns {AsyncGenerator<Uint8Array>} its pieces, sealed, in their order
 */
export async function* seal(bytes, fileKey, share, space, file) {
  const use = await keyOf(fileKey, share, space, file);
  const count = pieces(bytes.length);
  for (let at = 0; at < count; at++) {
    const piece = bytes.slice(at * PIECE, (at + 1) * PIECE);
    const filled = new Uint8Array(Math.max(STEP, Math.ceil(piece.length / STEP) * STEP));
    filled.set(piece);
    yield aead.seal(use, nonce(at), beside(space, file, at, at === count - 1), filled);
  }
}

/**
 * @param {Uint8Array[]} sealed all its pieces, in their order
 * @param {number} size
 * @param {Uint8Array} fileKey
 * @param {Uint8Array} share
 * @param {Uint8Array} space
 * @param {Uint8Array} file
 * @returns {Promise<Uint8Array>} refuses pieces that are altered, missing, more, or in another order
 */
export async function open(sealed, size, fileKey, share, space, file) {
  if (sealed.length !== pieces(size)) throw new Refused('pieces');
  const use = await keyOf(fileKey, share, space, file);
  const opened = await Promise.all(sealed.map((each, at) =>
    aead.open(use, nonce(at), beside(space, file, at, at === sealed.length - 1), each)));
  const whole = join(...opened);
  if (whole.length < size || whole.slice(size).some(byte => byte !== 0)) throw new Refused('padding');
  return whole.slice(0, size);
}
