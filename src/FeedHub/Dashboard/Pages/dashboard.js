// What Hangfire's own pages leave without a name for a screen reader.
document.querySelectorAll('.navbar-toggle').forEach(button => button.setAttribute('aria-label', 'Menu'));
document.querySelectorAll('.js-jobs-list-select-all').forEach(box => box.setAttribute('aria-label', 'Select all'));
document.querySelectorAll('.js-jobs-list-checkbox').forEach(box => box.setAttribute('aria-label', `Select ${box.value}`));

// Parts marked data-fh-live are renewed every five seconds while somebody looks, from the same page as it is without a script.
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
    if (document.hidden)
      return;
    try {
      const answer = await fetch(location.pathname, { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' });
      if (!answer.ok)
        throw new Error(`HTTP ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      live().forEach(old => {
        const fresh = page.getElementById(old.id);
        if (fresh)
          renew(old, fresh);
      });
      if (lost)
        lost.hidden = true;
    } catch {
      if (lost)
        lost.hidden = false;
    }
  };
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
})();
