// SPDX-License-Identifier: Apache-2.0
// What every page with sealed content does: it shows one part at a time, lets somebody make their key or bring it to
// this browser, and says what it refused. Nothing that is typed here has a name by which a form could send it.
import { Refused, same } from './bytes.js';
import * as device from './device.js';
import * as recovery from './recovery.js';

/**
 * @param {HTMLElement} page
 * @returns the surface of one page
 */
export function surface(page) {
  const at = name => page.querySelector(`[data-at=${name}]`);

  /** Shows one part of the page and hides the others. */
  function show(part) {
    page.querySelectorAll('[data-show]').forEach(each => { each.hidden = !each.dataset.show.split(' ').includes(part); });
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
    const token = page.querySelector('input[type=hidden]');
    const body = new URLSearchParams([[token.name, token.value]]);
    Object.entries(values).forEach(([name, value]) => [value].flat().forEach(each => body.append(name, each)));
    return fetch(path, { method: 'POST', body, redirect: 'error' });
  }

  /** Hands new keys to the server, and remembers what goes with them. */
  async function keep({ keeping, settle }) {
    const { member, anew, entries, holders, removed = [] } = keeping;
    const of = name => holders.map(each => each[name]);
    const answer = await send(page.dataset.keys, {
      member, anew: String(anew), entry: entries,
      holderId: of('id'), holderKind: of('kind'), holderKey: of('key'), holderWrapped: of('wrapped'),
      removed,
    });
    if (!answer.ok) throw new Refused('not kept');
    await settle();
  }

  /** Shows a fresh recovery code, which counts only once it was typed back; then hands over what is made of it. */
  async function withCode(make) {
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
      await make(code).then(keep).then(() => location.reload()).catch(refuse);
    };
  }

  /** A new key, held by this browser and by a code. */
  const enrol = desk => withCode(code => device.enrol(desk, code));

  /** Another code instead of the one before. */
  const newCode = desk => withCode(code => device.replaceCode(desk, code));

  /** Asks another browser of the same person, and waits until it lets this one in. */
  async function ask(desk) {
    at('ask').disabled = true;
    const { id, key, words } = await device.ask(desk);
    if (!(await send('/vault/askings', { holder: id, key })).ok) return tell('asked', 'refused');
    at('asked-words').textContent = words;
    tell('asked', 'waiting');
    const waiting = whilePresent(async () => {
      const answer = await fetch('/vault/desk', { redirect: 'error', cache: 'no-store' }).catch(() => null);
      if (!answer?.ok) return;
      try {
        if (await device.letIn(await answer.json())) location.reload();
      } catch (fault) {
        clearInterval(waiting);
        refuse(fault);
      }
    }, 2_000);
  }

  async function recover(desk) {
    try {
      await keep(await device.recover(desk, await recovery.read(at('recovery').value)));
      location.reload();
    } catch (fault) {
      if (fault.message !== 'recovery code') return refuse(fault);
      tell('mistyped', 'recovery');
      at('recovery').focus();
    }
  }

  /**
   * @param {device.Desk} desk
   * @param {(unlocked: object) => Promise<void>} open what happens once the key is open
   */
  async function begin(desk, open) {
    at('without').hidden = true;
    at('enrol').onclick = () => enrol(desk);
    at('print').onclick = () => print();
    at('recover').onclick = () => recover(desk);
    at('ask').onclick = () => ask(desk).catch(refuse);
    at('anew').onclick = () => enrol(desk);
    if (!crypto.subtle || !window.indexedDB) return show('unable');
    try {
      const unlocked = await device.unlock(desk);
      if (unlocked) await open(unlocked);
      else if (desk.member && await device.letIn(desk)) location.reload();
      else show(desk.member ? 'unknown' : 'none');
    } catch (fault) {
      refuse(fault);
    }
  }

  return { at, show, tell, refuse, send, keep, newCode, begin };
}

/** Milliseconds after which somebody who touches nothing counts as away. */
const AWAY = 600_000;

/**
 * Does something again and again while somebody sits here. Who is away is not asked for, or their session would never
 * end by itself.
 * @param {() => void} act
 * @param {number} every in milliseconds
 */
export function whilePresent(act, every) {
  let touched = Date.now();
  ['keydown', 'pointerdown', 'focus'].forEach(each => window.addEventListener(each, () => { touched = Date.now(); }));
  return setInterval(() => {
    if (!document.hidden && Date.now() - touched < AWAY) act();
  }, every);
}

/** Hands a file to whoever sits here, without the server. */
export function handOver(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
