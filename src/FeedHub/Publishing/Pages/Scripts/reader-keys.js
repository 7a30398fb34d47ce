// The keyboard: to the next story and back, open, search, help. The reader can turn it off.
(() => {
  const visible = () => feedhub.stories().filter(article => !article.hidden && article.querySelector('h3 a'));
  const focused = () => document.activeElement?.closest('article');

  function move(by) {
    const articles = visible();
    const at = articles.indexOf(focused());
    const below = articles.findIndex(article => article.getBoundingClientRect().bottom > 80);
    const next = articles[at >= 0 ? at + by : by > 0 ? below : below - 1];
    if (!next)
      return;
    next.querySelector('h3 a').focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  const acts = {
    j: () => move(1),
    k: () => move(-1),
    o: () => (focused()?.querySelector('h3 a') ?? document.querySelector('main.story .original a'))?.click(),
    s: () => (focused() ?? document.querySelector('main.story > article'))?.querySelector('.save')?.click(),
    '/': () => document.querySelector('.search input[type=search]')?.focus(),
    '?': () => {
      const list = feedhub.make('dl', { className: 'keys' });
      for (const key of Object.keys(acts))
        list.append(feedhub.make('dt', {}, feedhub.make('kbd', { textContent: key })), feedhub.make('dd', { textContent: feedhub.say(`key-${key}`) }));
      feedhub.dialog(feedhub.say('keys'), list);
    },
  };

  document.addEventListener('keydown', event => {
    const typing = event.target.closest?.('input:not([type=radio]), textarea, select, [contenteditable], dialog');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !Object.hasOwn(acts, event.key) || feedhub.choice('keys') === 'off')
      return;
    event.preventDefault();
    acts[event.key]();
  });
})();
