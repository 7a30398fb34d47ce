// The reader's choices, and the way to what was saved.
(() => {
  const { make, say } = feedhub;

  function group(name) {
    const field = make('fieldset', {}, make('legend', { textContent: say(name) }));
    for (const value of feedhub.choices[name]) {
      const radio = make('input', { type: 'radio', name: `feedhub-${name}`, checked: feedhub.choice(name) === value });
      radio.addEventListener('change', () => { feedhub.choose(name, value); feedhub.pointHeadlines(); });
      field.append(make('label', {}, radio, ` ${say(`${name}-${value}`)}`));
    }
    return field;
  }

  function hidden() {
    const section = make('section', {}, make('h3', { textContent: say('hiddenByYou') }));
    const list = make('ul');
    const show = () => {
      list.replaceChildren(...feedhub.hidden().map(one => make('li', {}, make('bdi', { textContent: one.name }), ' ', feedhub.button(
        say('showAgain'),
        () => { feedhub.unhide(one.kind, one.slug); show(); },
        { ariaLabel: `${say('showAgain')}: ${one.name}` }))));
      section.hidden = list.childElementCount === 0;
    };
    show();
    section.append(list);
    return section;
  }

  feedhub.openChoices = () => feedhub.dialog(
    say('choices'),
    ...Object.keys(feedhub.choices).map(group),
    hidden(),
    make('p', { className: 'small', textContent: say(feedhub.keeps ? 'onlyHere' : 'notKept') }),
    make('p', {}, feedhub.button(say('forget'), () => { feedhub.forget(); location.reload(); })));

  const count = make('span');
  const showCount = () => { count.textContent = feedhub.countSaved() > 0 ? ` (${feedhub.countSaved()})` : ''; };
  document.addEventListener('feedhub:saved', showCount);
  addEventListener('storage', showCount);
  showCount();
  document.querySelector('header.top')?.append(make(
    'p',
    { className: 'tools' },
    make('a', { href: `${feedhub.root}saved` }, say('savedStories'), count),
    feedhub.button(say('choices'), feedhub.openChoices)));
})();
