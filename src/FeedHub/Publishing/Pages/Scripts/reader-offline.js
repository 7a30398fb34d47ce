// Stories that are listed can be opened later without FeedHub: the service worker keeps the list and their pages, those of
// saved ones for longer.
(() => {
  const most = 50;
  const patience = 2000;
  const pages = articles => articles.map(article => `${feedhub.root}stories/${article.id.slice(1)}`);
  const idle = globalThis.requestIdleCallback ?? (act => act());
  // Where each byte may cost the reader something, or keep from what is read. Browsers that do not say so are not asked.
  const isMetered = way => way.saveData || way.type === 'cellular' || ['slow-2g', '2g', '3g'].includes(way.effectiveType);
  const ask = async () => {
    if (document.documentElement.dataset.kept || isMetered(navigator.connection ?? {}))
      return;
    const worker = (await navigator.serviceWorker.ready).active;
    worker.postMessage({
      view: location.pathname + location.search,
      listed: pages(feedhub.stories().filter(article => article.closest('.day') && !article.hidden)).slice(0, most),
      saved: feedhub.list('saved').filter(one => Number.isInteger(one?.id)).map(one => `${feedhub.root}stories/${one.id}`),
    });
  };
  if ('serviceWorker' in navigator) {
    setTimeout(() => idle(ask), patience);
    document.addEventListener('feedhub:saved', ask);
  }

  // From a story back to the view that it was opened from.
  const list = document.querySelector('main[data-view]');
  if (list && feedhub.keeps)
    sessionStorage.setItem(`${feedhub.prefix}list`, location.pathname + location.search);
  for (const link of feedhub.keeps ? document.querySelectorAll('a.back') : [])
    link.href = sessionStorage.getItem(`${feedhub.prefix}list`) ?? link.href;
})();
