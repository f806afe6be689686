// SPDX-License-Identifier: Apache-2.0
// Bytes and how they are written down: docs/security/keys.md, section 2. Every reader refuses what no writer here
// writes.

/** What was received is not what it has to be. Nothing of it may be used. */
export class Refused extends Error {
  /** @param {string} why one word or a few, for the page to tell and for tests; never a secret */
  constructor(why) {
    super(why);
    this.name = 'Refused';
  }
}

/** @param {string} words @returns {Uint8Array} */
export const text = words => new TextEncoder().encode(words);

/**
 * @param {Uint8Array} bytes
 * @returns {string} refuses what is not UTF-8
 */
export function words(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('not text');
  }
}

/** @param {...Uint8Array} parts @returns {Uint8Array} */
export function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * @param {number} value a whole number that is not negative
 * @param {number} size in bytes, at most 8; the first one counts most
 * @returns {Uint8Array}
 */
export function number(value, size) {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * size)) throw new Refused('number');
  const bytes = new Uint8Array(size);
  for (let at = size - 1, left = value; at >= 0; at--, left = Math.floor(left / 256)) bytes[at] = left % 256;
  return bytes;
}

/** @param {Uint8Array} bytes at most 6 @returns {number} */
export const read = bytes => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/**
 * @param {Uint8Array} bytes
 * @param {number} size
 * @param {string} what
 * @returns {Uint8Array} the same
 */
export function sized(bytes, size, what) {
  if (!(bytes instanceof Uint8Array) || bytes.length !== size) throw new Refused(`${what} length`);
  return bytes;
}

/** @param {Uint8Array} one @param {Uint8Array} other @returns {boolean} */
export const same = (one, other) =>
  one.length === other.length && one.reduce((differ, byte, at) => differ | (byte ^ other[at]), 0) === 0;

/** @param {Uint8Array} one @param {Uint8Array} other as long @returns {number} negative where one comes first */
export function order(one, other) {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? 0 : one[at] - other[at];
}

/** @param {number} size @returns {Uint8Array} */
export const random = size => crypto.getRandomValues(new Uint8Array(size));

/** @param {Uint8Array} bytes @returns {string} base64url without padding (RFC 4648, section 5) */
export function base64(bytes) {
  const padded = btoa(Array.from(bytes, each => String.fromCharCode(each)).join(''));
  return padded.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} written @returns {Uint8Array} */
export function unbase64(written) {
  if (!/^[A-Za-z0-9_-]*$/.test(written) || written.length % 4 === 1) throw new Refused('base64');
  const bytes = Uint8Array.from(atob(written.replaceAll('-', '+').replaceAll('_', '/')), each => each.charCodeAt(0));
  if (base64(bytes) !== written) throw new Refused('base64');
  return bytes;
}

/** @param {string} id a UUID, written in lower case @returns {Uint8Array} its 16 bytes */
export function uuid(id) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Refused('id');
  return Uint8Array.from(id.replaceAll('-', '').match(/../g), each => parseInt(each, 16));
}

/**
 * @param {string} name what the bytes after it are
 * @returns {Uint8Array} with a zero at its end, so that no label is the beginning of another
 */
export const label = name => text(`counterpart/1/${name}\0`);

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} SHA-256 (FIPS 180-4) */
export const digest = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
