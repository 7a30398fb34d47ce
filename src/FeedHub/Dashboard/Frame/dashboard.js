// What Hangfire's own pages leave without a name for a screen reader.
document.querySelectorAll('.navbar-toggle').forEach(button => button.setAttribute('aria-label', 'Menu'));
document.querySelectorAll('.breadcrumb .glyphicon-home').forEach(icon => icon.parentElement.setAttribute('aria-label', 'Overview'));
document.querySelectorAll('.js-jobs-list-select-all').forEach(box => box.setAttribute('aria-label', 'Select all'));
document.querySelectorAll('.js-jobs-list-checkbox').forEach(box => box.setAttribute('aria-label', `Select ${box.value}`));

// Hangfire says that failed jobs stay for ever; ours do not.
if (location.pathname.endsWith('/jobs/failed')) {
  document.querySelectorAll('.alert-warning').forEach(words => {
    words.textContent = 'A failed job goes by itself after a day. A poll is tried again as its source\'s page says; requeue it to try now.';
  });
}

// Parts marked data-fh-live are renewed every five seconds while somebody looks, from the same page as it is without a script; one that is
// no longer marked there has come to its end.
(() => {
  const live = () => document.querySelectorAll('[data-fh-live]');
  if (live().length === 0)
    return;
  const lost = document.querySelector('[data-fh-lost]');

  // What a person has opened or stands on stays as it is.
  const renew = (old, fresh) => {
    if (old.contains(document.activeElement) || old.innerHTML === fresh.innerHTML)
      return;
    const open = [...old.querySelectorAll('details')].map(details => details.open);
    old.innerHTML = fresh.innerHTML;
    old.querySelectorAll('details').forEach((details, n) => { details.open = open[n] ?? details.open; });
  };
  const look = async () => {
    if (document.hidden || live().length === 0)
      return;
    try {
      const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' });
      if (!answer.ok)
        throw new Error(`HTTP ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      live().forEach(old => {
        const fresh = page.getElementById(old.id);
        if (fresh)
          renew(old, fresh);
        if (fresh && !('fhLive' in fresh.dataset))
          old.removeAttribute('data-fh-live');
      });
      if (lost)
        lost.hidden = true;
    } catch {
      if (lost)
        lost.hidden = false;
    }
  };
  // Soon for the first time: what was just begun is often done by then.
  setTimeout(look, 1500);
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
})();
