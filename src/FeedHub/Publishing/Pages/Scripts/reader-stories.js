// What the page says of its stories, and small pieces that are built of it.
Object.assign(feedhub, {
  stories: () => [...document.querySelectorAll('article[id^="s"]')],

  make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  },

  button: (text, act, properties = {}) => feedhub.make('button', { type: 'button', onclick: act, textContent: text, ...properties }),

  web: address => (/^https?:\/\//i.test(address ?? '') ? address : null),

  storyOf(article) {
    const heading = article.querySelector('h1, h3');
    const own = new URL(`${feedhub.root}stories/${article.id.slice(1)}`, location).href;
    const link = heading.querySelector('a')?.dataset.article ?? heading.querySelector('a')?.href ?? article.querySelector('.original a')?.href;
    const named = name => [...article.querySelectorAll(`.by a[href*="${name}="]`)]
      .map(a => ({ slug: new URL(a.href).searchParams.get(name), name: a.textContent.trim() }));
    return {
      id: Number(article.id.slice(1)), title: heading.textContent.trim().slice(0, 300), language: article.lang, story: own,
      url: link && link.length <= 2000 ? feedhub.web(link) : null, at: article.querySelector('time').dateTime,
      sources: named('source').slice(0, 1), categories: article.closest('main.story') ? [] : named('category'),
    };
  },

  dialog(title, ...children) {
    const before = document.activeElement;
    const dialog = feedhub.make('dialog', { className: 'sheet' });
    dialog.setAttribute('aria-labelledby', 'sheet-title');
    dialog.append(
      feedhub.make('h2', { id: 'sheet-title', textContent: title, dir: 'auto' }),
      ...children,
      feedhub.make('p', { className: 'close' }, feedhub.button(feedhub.say('close'), () => dialog.close())));
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => { dialog.remove(); if (before?.isConnected) before.focus(); });
    document.querySelector('dialog.sheet')?.close();
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  },

  tell(words) {
    const told = document.querySelector('.told');
    told.textContent = words;
    clearTimeout(feedhub.toldFor);
    feedhub.toldFor = setTimeout(() => { told.textContent = ''; }, 6000);
  },
});
document.body.append(feedhub.make('div', { className: 'told', role: 'status' }));
