// Renews the badge of the inbox; without script it is as old as the page.
const INTERVAL = 30_000;
const badge = document.getElementById('badge');

if (badge) {
  const root = new URL('../quan-tri/dem', document.currentScript.src);
  setInterval(() => document.visibilityState === 'visible' && renew(root), INTERVAL);
}

async function renew(address) {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'same-origin' }).catch(() => null);
  if (!answer?.ok) {
    return;
  }

  const { open, overdue } = await answer.json();
  badge.hidden = open === 0;
  badge.classList.toggle('bad', overdue > 0);
  badge.children[0].textContent = open;
  badge.children[1].textContent = `${open} ${badge.dataset.waiting}, ${overdue} ${badge.dataset.overdue}`;
}
