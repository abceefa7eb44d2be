// The queue: which row is current, where the next one is, and what is selected.

const rows = () => [...document.querySelectorAll('#rows > .row')];
const current = () => document.getElementById(document.getElementById('work')?.dataset.row ?? '');
const open = (row) => row?.querySelector('a').click();
const isFree = (row) => !row.classList.contains('taken');

/** The next row below that nobody has taken; from the top where there is none. */
function following(step = 1) {
  const all = rows();
  const here = all.indexOf(current());
  const below = step > 0 ? all.slice(here + 1) : all.slice(0, Math.max(here, 0)).reverse();
  return below.find(isFree) ?? (step > 0 ? all.find((row) => isFree(row) && row !== current()) : undefined);
}

function showCurrent() {
  rows().forEach((row) => {
    const isCurrent = row === current();
    row.classList.toggle('current', isCurrent);
    const link = row.querySelector('a');
    if (isCurrent) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
  current()?.scrollIntoView({ block: 'nearest' });
}

let lastPicked = null;

function pick(row) {
  const box = row.querySelector('.pick');
  box.checked = !box.checked;
  lastPicked = row;
  showPicked();
}

function showPicked() {
  const picked = document.querySelectorAll('.pick:checked').length;
  const bar = document.getElementById('bulk-bar');
  const text = document.getElementById('selected');
  bar.hidden = picked === 0;
  text.textContent = picked === 1 ? text.dataset.one : text.dataset.many.replace('{0}', picked);
}

/** With the shift key, all between the last one and this one. */
function onPick(event) {
  const box = event.target.closest('.pick');
  if (!box) return;
  const row = box.closest('.row');
  if (event.shiftKey && lastPicked) {
    const all = rows();
    const [from, to] = [all.indexOf(lastPicked), all.indexOf(row)].sort((a, b) => a - b);
    all.slice(from, to + 1).forEach((each) => { each.querySelector('.pick').checked = box.checked; });
  }
  lastPicked = row;
  showPicked();
}

function announce(text) {
  document.getElementById('announce').textContent = text;
}

export function startQueue(csrf) {
  const body = document.body;
  showCurrent();
  body.addEventListener('click', (event) => {
    onPick(event);
    if (event.target.closest('[data-act=skip]')) open(following());
    if (event.target.closest('[data-act=previous]')) open(following(-1));
    if (event.target.closest('[data-act=pick]') && current()) pick(current());
    if (event.target.closest('[data-act=select-none]')) {
      document.querySelectorAll('.pick:checked').forEach((box) => { box.checked = false; });
      showPicked();
    }
  });
  // The return key in the reason rejects for it; it must never press the form's first button.
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('#reject-why input')) {
      event.preventDefault();
      document.querySelector('#reject-why button[value=REJECT]').click();
    }
  });
  // An act says what to show next; a bulk act, what is selected.
  body.addEventListener('htmx:configRequest', (event) => {
    const { path, parameters } = event.detail;
    if (path === '/review/acts') {
      parameters.set('next', following()?.dataset.key ?? '');
      parameters.set('query', new URL(document.getElementById('desk').dataset.events, window.location.href).search.slice(1));
    } else if (path === '/review/bulk/preview') {
      parameters.set('keys', [...document.querySelectorAll('.pick:checked')].map((box) => box.value).join('\n'));
    }
  });
  body.addEventListener('htmx:afterSettle', (event) => {
    showCurrent();
    if (event.detail.target.id === 'work') {
      document.querySelector('.comment')?.scrollTo(0, 0);
      const title = document.getElementById('comment-title');
      announce([document.querySelector('.undo-bar span')?.textContent, title?.textContent].filter(Boolean).join(' '));
      release(csrf);
    }
    showPicked();
  });
  window.addEventListener('pagehide', () => release(csrf, true));
  held = document.getElementById('work')?.dataset.key;
}

let held;

/** Gives back the comment that was looked at before. */
function release(csrf, leaving = false) {
  const now = document.getElementById('work')?.dataset.key;
  if (held && (leaving || held !== now)) {
    const form = new FormData();
    form.set('at', held);
    form.set('csrf', csrf());
    navigator.sendBeacon('/review/release', form);
  }
  held = leaving ? null : now;
}
