// Every page: dialogues, the keys, and on the review page its queue and its news.
import { startKeys } from './keys.js';
import { startQueue } from './queue.js';
import { startLive } from './live.js';

const csrf = () => JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRF-Token'];

// What htmx brings into the dialogue opens it; an empty answer closes it.
document.body.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'dialog') {
    const frame = document.getElementById('dialog-frame');
    if (event.detail.target.childElementCount === 0) frame.close();
    else if (!frame.open) frame.showModal();
  }
});

document.body.addEventListener('click', (event) => {
  if (event.target.closest('[data-act=close]')) event.target.closest('dialog').close();
});

// Forms of htmx never go to the server by themselves, not even while they are being set up.
document.addEventListener('submit', (event) => {
  if (event.target.matches('[hx-post]')) event.preventDefault();
}, true);

// A session that ended and began again in another tab: the refusal brings the token that will do.
document.body.addEventListener('htmx:responseError', (event) => {
  const token = event.detail.xhr.getResponseHeader('X-CSRF-Token');
  if (token) document.body.setAttribute('hx-headers', JSON.stringify({ 'X-CSRF-Token': token }));
});

// An error of the session goes where it does not take away what was typed.
document.body.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, target } = event.detail;
  if (xhr.status === 401 || xhr.status === 403 || xhr.status >= 500) {
    event.detail.shouldSwap = false;
    say(xhr.status === 401 ? xhr.responseText : '');
  } else if (xhr.status >= 400 && target.id === 'work' && !xhr.responseText.includes('id="work"')) {
    event.detail.shouldSwap = false; // a sentence is no comment to go on with
    say(xhr.responseText);
  }
  const trouble = document.getElementById('trouble');
  if (trouble && target.id === 'work' && xhr.status < 400) trouble.hidden = true;
  if (target.id === 'work' && xhr.status === 204) event.detail.shouldSwap = false;
});

document.body.addEventListener('htmx:sendError', () => say(''));

/** Tells what went wrong with the last act, in place; the page stays as it is. */
function say(html) {
  const place = document.getElementById('trouble');
  if (!place) return;
  place.hidden = false;
  place.querySelector('[data-told]').innerHTML = html;
  place.querySelector('[data-plain]').hidden = Boolean(html);
}

startKeys();
if (document.getElementById('desk')) {
  startQueue(csrf);
  startLive();
}
