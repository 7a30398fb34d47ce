'use strict';
// Before the page is drawn: what the reader chose in this browser. None of it is ever sent.
const feedhub = (() => {
  const words = {words};
  const root = new URL('../', document.currentScript.src).pathname;
  const prefix = `feedhub:${root}:`;
  const choices = { open: ['article', 'story'], list: ['full', 'compact'], size: ['normal', 'small', 'large', 'larger'], keys: ['on', 'off'] };

  // A browser may forbid it; then all holds until the page is left, and the choices say so.
  const storage = (() => {
    try {
      localStorage.setItem(`${prefix}try`, '');
      localStorage.removeItem(`${prefix}try`);
      return localStorage;
    } catch {
      return null;
    }
  })();
  const memory = new Map();

  function read(name) {
    const text = storage ? storage.getItem(prefix + name) : memory.get(name);
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      return null;
    }
  }

  function write(name, value) {
    const text = JSON.stringify(value);
    if (!storage)
      memory.set(name, text);
    try {
      storage?.setItem(prefix + name, text);
      return true;
    } catch {
      return false;
    }
  }

  const list = name => (Array.isArray(read(name)) ? read(name) : []);

  function choice(name) {
    const chosen = read('choices')?.[name];
    return choices[name].includes(chosen) ? chosen : choices[name][0];
  }

  function choose(name, value) {
    write('choices', { ...read('choices'), [name]: value });
    draw();
  }

  function draw() {
    for (const name of ['list', 'size'])
      document.documentElement.dataset[name] = choice(name);
  }

  function forget() {
    memory.clear();
    for (const key of storage ? Object.keys(storage).filter(one => one.startsWith(prefix)) : [])
      storage.removeItem(key);
    draw();
  }

  draw();
  const say = (name, ...values) => values.reduce((said, value, n) => said.replaceAll(`{${n}}`, value), words[name]);
  return { root, prefix, choices, keeps: storage !== null, read, write, list, choice, choose, forget, say };
})();
