// SPDX-License-Identifier: Apache-2.0
// Forms that are saved as they are filled in: sends what stands in them a moment after the last key, as their own button
// would. Without it the button saves all the same.
const PAUSE = 1500;

document.querySelectorAll('form[data-saving]').forEach(form => {
  const states = [...form.querySelectorAll('[data-state]')];
  let timer = 0;
  let under = null;
  let dirty = false;

  function tell(state) {
    states.forEach(each => { each.hidden = each.dataset.state !== state; });
  }

  async function send() {
    dirty = false;
    const typed = new URLSearchParams(new FormData(form));
    typed.set('then', 'typing');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: typed, redirect: 'error' });
      if (answer.status === 204) form.elements.version.value = answer.headers.get('Draft-Version');
      tell(answer.status === 204 ? 'saved' : 'unsaved');
    } catch {
      tell('unsaved');
    }
    under = null;
    if (dirty) later();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => { under ??= send(); }, PAUSE);
  }

  form.addEventListener('input', () => { dirty = true; later(); });
  // A button waits for what is under way, so that its own version is the one that was saved.
  form.addEventListener('submit', async event => {
    clearTimeout(timer);
    dirty = false;
    if (!under) return;
    event.preventDefault();
    await under;
    form.requestSubmit(event.submitter);
  });
});
