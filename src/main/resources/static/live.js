// What others do shows at once, and never moves a row under the pointer: new comments are counted, taken ones turn grey.

const desk = document.getElementById('desk');
const arrived = new Set();

const rowOf = (key) => [...document.querySelectorAll('#rows > .row')].find((row) => row.dataset.key === key);

/** Counted once each, whatever is told again. */
function onArrival(news) {
  if (rowOf(news.key) || arrived.has(news.key)) return;
  arrived.add(news.key);
  const pill = document.getElementById('arrivals');
  pill.hidden = false;
  pill.textContent = arrived.size === 1 ? pill.dataset.one : pill.dataset.many.replace('{0}', arrived.size);
}

/** What stood in one row with it waits on, and has a row of its own when the queue is read again. */
function take(news) {
  const row = rowOf(news.key);
  if (row) {
    if (Number(row.dataset.many) > 1 && !row.classList.contains('taken')) onArrival({ key: `rest of ${news.key}` });
    row.classList.add('taken');
    row.querySelector('[data-holder]').textContent = news.text;
    row.querySelector('.pick').checked = false;
  }
  tell(news);
}

/** It still waits, and is another than the one that is shown. */
function pass(news) {
  hold(news, news.text);
  tell(news);
}

/** Above the comment, if it is the one that is shown. */
function tell(news) {
  const work = document.getElementById('work');
  const taken = document.getElementById('taken');
  if (work.dataset.key === news.key && taken) {
    taken.textContent = news.text;
    taken.hidden = false;
  }
}

function hold(news, text) {
  const row = rowOf(news.key);
  if (row && !row.classList.contains('taken')) row.querySelector('[data-holder]').textContent = text;
}

function onNews(event) {
  const news = JSON.parse(event.data);
  if (news.what === 'ARRIVED') onArrival(news);
  else if (news.login === desk.dataset.me) return;
  else if (news.what === 'DECIDED') take(news);
  else if (news.what === 'ESCALATED') pass(news);
  else if (news.what === 'CLAIMED') hold(news, news.text);
  else if (news.what === 'RELEASED') hold(news, '');
  else if (news.what === 'UNDONE') {
    rowOf(news.key)?.classList.remove('taken');
    hold(news, '');
  }
}

export function startLive() {
  new EventSource(desk.dataset.events).addEventListener('news', onNews);
}
