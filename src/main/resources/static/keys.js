// Keys press the buttons that bear them, so that each key is a visible button, too; `?` lists them, Ctrl+K finds them.

/** What g and a second key lead to. */
const PLACES = { q: '/review', h: '/history', d: '/dashboard', a: '/account' };

const remapped = JSON.parse(document.body.dataset.keys || '{}');

const isTyping = (element) =>
  element.isContentEditable || (element.matches('input, textarea, select') && element.type !== 'checkbox');

const isShown = (element) => element.checkVisibility();

/** As the account has it, or else as it comes. */
const keyOf = (element) => remapped[element.dataset.name] || element.dataset.key;

const bearers = (root = document) => [...root.querySelectorAll('button[data-key], a[data-key], summary[data-key], input[data-key], textarea[data-key]')];

function press(element) {
  if (element.matches('input, textarea')) {
    element.focus();
    element.select();
  } else if (element.matches('summary')) {
    element.parentElement.open = true;
    element.parentElement.querySelector('button, input')?.focus();
  } else {
    element.click();
  }
}

let waitingForPlace = false;

function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
    return;
  }
  if (event.key === 'Escape') document.getElementById('reject-why')?.removeAttribute('open');
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (waitingForPlace) {
    waitingForPlace = false;
    if (PLACES[event.key]) window.location.href = PLACES[event.key];
    return;
  }
  const modal = document.querySelector('dialog[open]');
  if (modal && modal.id !== 'help') return;
  if (event.key === 'g') {
    waitingForPlace = true;
    setTimeout(() => { waitingForPlace = false; }, 1500);
    return;
  }
  if (event.key === '?') {
    toggleHelp();
    event.preventDefault();
    return;
  }
  const reasons = document.querySelector('#reject-why[open]');
  if (reasons && /^[1-9]$/.test(event.key)) {
    reasons.querySelector(`[data-nth="${event.key}"]`)?.click();
    return;
  }
  const pressed = bearers().find((element) => keyOf(element) === event.key && !element.disabled && isShown(element));
  if (pressed) {
    event.preventDefault();
    press(pressed);
  }
}

/** The text of a button without the key on it. */
function words(element) {
  if (element.dataset.label) return element.dataset.label;
  if (element.placeholder) return element.placeholder;
  const copy = (element.closest('label') ?? element).cloneNode(true);
  copy.querySelectorAll('kbd, textarea').forEach((part) => part.remove());
  return copy.textContent.trim();
}

function toggleHelp() {
  const help = document.getElementById('help');
  if (!help) return;
  if (help.open) {
    help.close();
    return;
  }
  const keys = help.querySelector('#help-keys');
  keys.replaceChildren(...bearers().filter(isShown).map((element) => entry(words(element), keyOf(element))));
  const names = new Set(bearers().filter(isShown).map((element) => element.dataset.name));
  for (const more of document.querySelectorAll('#more-keys > span')) {
    if (!names.has(more.dataset.of)) keys.append(entry(more.textContent, remapped[more.dataset.of] || more.dataset.shown));
  }
  help.showModal();
}

function entry(text, key) {
  const row = document.createElement('div');
  const name = document.createElement('dt');
  name.textContent = text;
  const value = document.createElement('dd');
  const shown = document.createElement('kbd');
  shown.textContent = key;
  value.append(shown);
  row.append(name, value);
  return row;
}

function openPalette() {
  const palette = document.getElementById('palette');
  if (!palette || palette.open) return;
  const input = palette.querySelector('input');
  const list = palette.querySelector('ul');
  const commands = [
    ...bearers().filter(isShown).map((element) => ({ text: words(element), key: keyOf(element), run: () => press(element) })),
    ...[...document.querySelectorAll('.bar nav a, .bar .me')].map((link) => ({ text: link.title || link.textContent, key: '', run: () => link.click() })),
  ];
  let chosen = 0;
  let shown = commands;
  const draw = () => {
    const wanted = input.value.trim().toLowerCase();
    shown = commands.filter((command) => command.text.toLowerCase().includes(wanted));
    chosen = Math.min(chosen, Math.max(0, shown.length - 1));
    list.replaceChildren(...shown.map((command, at) => {
      const item = document.createElement('li');
      item.role = 'option';
      item.id = `palette-${at}`;
      item.ariaSelected = String(at === chosen);
      item.textContent = command.text;
      if (command.key) {
        const key = document.createElement('kbd');
        key.textContent = command.key;
        item.append(key);
      }
      item.onclick = () => run(command);
      return item;
    }));
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
    if (shown.length) input.setAttribute('aria-activedescendant', `palette-${chosen}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const run = (command) => {
    palette.close();
    command?.run();
  };
  input.value = '';
  input.oninput = () => { chosen = 0; draw(); };
  input.onkeydown = (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(1, shown.length);
      event.preventDefault();
      draw();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(shown[chosen]);
    }
  };
  draw();
  palette.showModal();
  input.focus();
}

/** The keys on the buttons are those that were chosen. */
function showRemapped() {
  bearers().forEach((element) => {
    const shown = element.querySelector('kbd') ?? element.closest('label')?.querySelector('kbd');
    if (shown && remapped[element.dataset.name]) shown.textContent = keyOf(element);
  });
}

export function startKeys() {
  showRemapped();
  document.body.addEventListener('htmx:afterSwap', showRemapped);
  document.addEventListener('keydown', onKey);
  document.body.addEventListener('click', (event) => {
    if (event.target.closest('[data-act=help]')) toggleHelp();
    if (event.target.closest('[data-act=palette]')) openPalette();
  });
}
