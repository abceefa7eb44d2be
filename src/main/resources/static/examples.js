// Takes a file of examples in, some lines at a time, so that a large one is no matter, and says how far it came.

const MOST_LINES = 500;
const MOST_CHARACTERS = 1_000_000;

const form = document.getElementById('take-in');
const said = form?.querySelector('[role=status]');

function say(text, ...values) {
  said.textContent = values.reduce((all, value, i) => all.replace(`{${i}}`, value), text);
}

/** The lines from there on that go together. */
function piece(lines, from) {
  let characters = 0;
  let to = from;
  while (to < lines.length && to - from < MOST_LINES && (to === from || characters < MOST_CHARACTERS)) {
    characters += lines[to].length;
    to += 1;
  }
  return lines.slice(from, to);
}

async function send(lines) {
  const headers = { 'Content-Type': 'application/x-ndjson', ...JSON.parse(document.body.getAttribute('hx-headers')) };
  const answer = await fetch(form.dataset.to, { method: 'POST', headers, body: lines.join('\n') });
  const isTold = answer.headers.get('content-type')?.startsWith('application/json');
  return isTold ? answer.json() : { error: `HTTP ${answer.status}` };
}

async function takeIn(lines) {
  let taken = 0;
  while (taken < lines.length) {
    say(form.dataset.running, taken, lines.length);
    const some = piece(lines, taken);
    const result = await send(some);
    if (result.error) {
      say(form.dataset.broken, taken + (result.line ?? 1), result.error, taken);
      return;
    }
    taken += some.length;
  }
  say(form.dataset.done, taken);
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  if (!file) return;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await takeIn((await file.text()).split('\n').filter((line) => line.trim()));
  } catch (failure) {
    say(form.dataset.broken, '?', failure.message, '?');
  } finally {
    button.disabled = false;
  }
});
