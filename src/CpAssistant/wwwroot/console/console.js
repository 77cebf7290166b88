// What makes the console's work quicker; every page works without it.
const INTERVAL = 30_000;
const DRAFT = 'cp-console.answer:';
const badge = document.getElementById('badge');
const canned = document.getElementById('mau');
const answer = document.getElementById('text');

if (badge) {
  const root = new URL('../quan-tri/dem', document.currentScript.src);
  setInterval(() => document.visibilityState === 'visible' && renew(root), INTERVAL);
}

if (!badge) {
  // Nobody is signed in: nothing that an officer was writing stays in this tab.
  Object.keys(sessionStorage).filter(key => key.startsWith(DRAFT)).forEach(key => sessionStorage.removeItem(key));
}

if (canned && answer?.maxLength > 0) {
  // A canned text goes where the cursor is, and what was written stays.
  canned.form.addEventListener('submit', event => {
    event.preventDefault();
    answer.setRangeText(canned.selectedOptions[0].dataset.text, answer.selectionStart, answer.selectionEnd, 'end');
    answer.focus();
  });
}

if (answer?.maxLength > 0) {
  // Whatever else is done on the page, an answer that is being written stays, in this tab alone.
  const key = DRAFT + location.pathname;
  answer.value ||= sessionStorage.getItem(key) ?? '';
  let sent = false;
  answer.form.addEventListener('submit', () => { sent = true; });
  addEventListener('pagehide', () => (sent || !answer.value ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, answer.value)));
}

addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

/** Shows how many enquiries wait now. */
async function renew(address) {
  const response = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' }).catch(() => null);
  if (!response?.ok) {
    return;
  }

  const { open, overdue } = await response.json();
  badge.hidden = open === 0;
  badge.classList.toggle('bad', overdue > 0);
  badge.children[0].textContent = open;
  badge.children[1].textContent = `${open} ${badge.dataset.waiting}, ${overdue} ${badge.dataset.overdue}`;
}
