// SPDX-License-Identifier: Apache-2.0
// Forms that need a passkey: asks the browser for it and sends its answer with the form. What the form asks for is in
// data-passkey-get or data-passkey-make, as JSON of Web Authentication, level 3.
const autofill = new AbortController();

async function sign(form, more) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset.passkeyGet));
  return navigator.credentials.get({ publicKey, ...more });
}

async function make(form) {
  const asked = JSON.parse(form.dataset.passkeyMake);
  asked.user.name ||= form.elements.email.value.trim();
  asked.user.displayName ||= form.elements.name.value.trim();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  return navigator.credentials.create({ publicKey });
}

function send(form, credential) {
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
}

function tell(form, name) {
  const faults = [...form.querySelectorAll('[data-fault]')];
  const fault = faults.find(each => each.dataset.fault === name) ?? faults.at(-1);
  faults.forEach(each => { each.hidden = each !== fault; });
}

async function submitted(event) {
  const form = event.target;
  // Where something is missing, the server says so in its own words, before a passkey is made for nothing.
  if (!form.checkValidity()) return;
  event.preventDefault();
  autofill.abort();
  try {
    send(form, await (form.dataset.passkeyGet ? sign(form, {}) : make(form)));
  } catch (fault) {
    tell(form, fault.name);
  }
}

// Offers passkeys among what the browser fills in, where it can.
async function offer(form) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  try {
    send(form, await sign(form, { mediation: 'conditional', signal: autofill.signal }));
  } catch {
    // Ended by the button, or nothing was chosen: the form is as it was.
  }
}

const able = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
document.querySelectorAll('[data-passkey-get], [data-passkey-make]').forEach(form => {
  if (!able) return tell(form, 'NotSupportedError');
  form.addEventListener('submit', submitted);
  if ('autofill' in form.dataset) offer(form);
});
