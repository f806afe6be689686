// SPDX-License-Identifier: Apache-2.0
// HKDF with SHA-256 (RFC 5869), in its two steps. WebCrypto has both at once only, and HPKE needs them apart.
import { Refused, join } from './bytes.js';

/** @param {Uint8Array} key @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
async function hmac(key, bytes) {
  // An HMAC key of zero bytes is the same as one of 32 zeros (RFC 2104), and WebCrypto takes no empty one.
  const usable = key.length === 0 ? new Uint8Array(32) : key;
  const imported = await crypto.subtle.importKey('raw', usable, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes));
}

/** @param {Uint8Array} salt @param {Uint8Array} material @returns {Promise<Uint8Array>} 32 bytes */
export const extract = (salt, material) => hmac(salt, material);

/**
 * @param {Uint8Array} key from [extract]
 * @param {Uint8Array} info what the result is for
 * @param {number} size at most 8,160 bytes
 * @returns {Promise<Uint8Array>}
 */
export async function expand(key, info, size) {
  if (size < 1 || size > 255 * 32) throw new Refused('size');
  let block = new Uint8Array(0);
  let made = block;
  for (let count = 1; made.length < size; count++) {
    block = await hmac(key, join(block, info, Uint8Array.of(count)));
    made = join(made, block);
  }
  return made.slice(0, size);
}

/** @param {Uint8Array} material @param {Uint8Array} salt @param {Uint8Array} info @param {number} size */
export const derive = async (material, salt, info, size) => expand(await extract(salt, material), info, size);
