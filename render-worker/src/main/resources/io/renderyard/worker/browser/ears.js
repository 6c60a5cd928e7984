// Runs before every document's own scripts. Keeps errors for whoever asks when the page is ready, a bounded number of
// them; whatever else a page writes to its console goes nowhere, because Chrome spends longer on a line that nobody reads
// than on many a page.
(() => {
  const MOST = 100, LONGEST = 500;
  const heard = {said: [], missed: [], opening: false};
  Object.defineProperty(self, Symbol.for('heard'), {value: heard});
  const text = String, slice = Function.prototype.call.bind(String.prototype.slice);
  const keep = (list, words) => {
    if (list.length < MOST) list[list.length] = slice(words, 0, LONGEST);
  };
  const isFull = () => heard.said.length >= MOST;
  const say = words => keep(heard.said, words);
  const word = value => {
    try {
      if (value === null || typeof value !== 'object') return text(value);
      if (value instanceof Error) return value.name + ': ' + value.message;
      if (value instanceof Element) return '<' + value.localName + '>';
      return Array.isArray(value) ? 'Array(' + value.length + ')' : (value.constructor?.name ?? 'Object');
    } catch {
      return 'something unreadable';
    }
  };
  const line = values => {
    const rest = [...values];
    let start = '';
    if (typeof rest[0] === 'string') {
      start = slice(rest.shift(), 0, LONGEST).replace(/%[sdifoOc%]/g, mark => {
        if (mark === '%%') return '%';
        if (rest.length === 0) return mark;
        const value = rest.shift();
        return mark === '%c' ? '' : word(value);
      });
    }
    return [start, ...rest.slice(0, 20).map(word)].filter(one => one !== '').join(' ');
  };
  const nothing = () => {};
  for (const name of ['log', 'info', 'debug', 'warn', 'dir', 'dirxml', 'table', 'trace', 'group', 'groupCollapsed',
    'count', 'timeLog', 'timeEnd', 'timeStamp']) console[name] = nothing;
  console.error = (...values) => {
    if (!isFull()) say(line(values));
  };
  console.assert = (holds, ...values) => {
    if (!holds && !isFull()) say(('Assertion failed: ' + line(values)).replace(/: $/, ''));
  };
  const failed = event => {
    const {target} = event;
    if (target instanceof Element) {
      // Chrome's log is silent on what it keeps from a page because it is not what it should be.
      const address = target.currentSrc || target.src || target.href || '';
      if (typeof address === 'string' && address.startsWith('http')) keep(heard.missed, address);
    } else if (event instanceof ErrorEvent && target === self && !isFull()) {
      say(event.message + (event.filename ? ` (${event.filename}:${event.lineno}:${event.colno})` : ''));
    }
  };
  const rejected = event => {
    if (!isFull()) say('Uncaught (in promise) ' + word(event.reason));
  };
  // Whoever opens the document anew, as markup does that is written into an empty page, takes all listeners from it.
  let listens = false;
  const answer = () => { listens = true; };
  const loaded = event => {
    if (event.target === document) heard.opening = false;
  };
  const listen = () => {
    listens = false;
    dispatchEvent(new Event('heard'));
    if (listens) return false;
    addEventListener('heard', answer);
    addEventListener('load', loaded, true);
    addEventListener('error', failed, true);
    addEventListener('unhandledrejection', rejected, true);
    return true;
  };
  listen();
  new MutationObserver(() => {
    if (listen()) heard.opening = true;
  }).observe(document, {childList: true});
})();
