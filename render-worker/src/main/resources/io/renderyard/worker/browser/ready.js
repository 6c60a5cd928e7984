// Waits until the page is ready, and answers with what it says of itself. `now` waits for nothing, and says what is missing.
async question => {
  const {now, whole, timers, selector, expression, readyElement, still} = question;
  const answer = {};
  // Where the page's scripts are off timers never fire, but animations end.
  const pause = () => {
    const nothing = new Animation(new KeyframeEffect(null, null, 30), document.timeline);
    nothing.play();
    return nothing.finished;
  };
  const soon = () => timers ? new Promise(done => setTimeout(done, 30)) : pause();
  // One after the other: what pages do to Promise must not matter, and to `await` it does not.
  const allOf = async promises => {
    const values = [];
    for (const one of promises) values.push(await one);
    return values;
  };
  const once = (element, ...events) => new Promise(done =>
    events.forEach(event => element.addEventListener(event, done, {once: true})));

  // A page that was stopped never loads. A document that was opened anew, as markup is, calls itself complete before
  // anything of it has come.
  const isLoaded = () => question.stopped
    || document.readyState === 'complete' && !self[Symbol.for('heard')]?.opening;
  const inPicture = element => {
    const box = element.getBoundingClientRect();
    return whole || (box.bottom >= 0 && box.top <= innerHeight);
  };
  const came = address => performance.getEntriesByName(address).length > 0;
  const documents = () => {
    const found = [document];
    for (let i = 0; i < found.length; i++) {
      for (const frame of found[i].querySelectorAll('iframe, frame')) {
        let inner = null;
        try { inner = frame.contentDocument; } catch { /* another origin's */ }
        if (inner) found.push(inner);
      }
    }
    return found;
  };
  // Lazy ones count when they will be in the picture, and are asked for then.
  const images = page => [...page.images].filter(image => {
    if (image.complete) return false;
    if (image.loading !== 'lazy') return true;
    if (!inPicture(image)) return false;
    image.loading = 'eager';
    return true;
  });
  // Only scripts can bring in a background after load, which waits for all others.
  const MOST = 5000;
  const backgrounds = page => {
    const found = new Set();
    if (page.scripts.length === 0 && !question.changed) return found;
    const elements = page.querySelectorAll('body, body *');
    for (let i = 0; i < elements.length && i < MOST; i++) {
      for (const part of [null, '::before', '::after']) {
        const value = page.defaultView.getComputedStyle(elements[i], part).backgroundImage;
        if (!value.includes('url(')) continue;
        for (const [, address] of value.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g))
          if (!address.startsWith('data:') && !came(address)) found.add(address);
      }
    }
    return found;
  };
  const loadedAs = address => {
    const image = new Image();
    const done = once(image, 'load', 'error');
    image.src = address;
    return done;
  };
  const lazyFrames = () => [...document.querySelectorAll('iframe[loading=lazy]')]
    .filter(frame => frame.src && !came(frame.src) && inPicture(frame));
  const pictures = async page => {
    if (page.readyState !== 'complete' && page !== document) await once(page.defaultView, 'load');
    const waits = images(page).map(image => once(image, 'load', 'error'));
    for (const address of backgrounds(page)) waits.push(loadedAs(address));
    await allOf(waits);
    if (page === document && !question.stopped) {
      await page.fonts.ready;
    } else {
      // The promise of a frame that is not painted is not kept, and neither is that of a page that was stopped.
      page.documentElement?.getBoundingClientRect();
      if (page.fonts.status === 'loading') await once(page.fonts, 'loadingdone');
    }
    return waits.length;
  };
  const everything = async () => {
    // What has come may ask for more; a page that does so without end is not waited for without end.
    for (let round = 0; round < 3; round++) {
      await allOf(lazyFrames().map(frame => {
        frame.loading = 'eager';
        return once(frame, 'load');
      }));
      const waited = await allOf(documents().map(pictures));
      if (waited.every(count => count === 0)) return;
    }
  };

  const holds = async () => {
    try {
      return !!await expression();
    } catch (e) {
      answer.thrown = String(e);
      return false;
    }
  };
  const conditions = [
    ['selector', () => selector === null || document.querySelector(selector) !== null],
    ['expression', () => expression === null || holds()],
    ['signal', () => readyElement === null || document.getElementById(readyElement) !== null],
  ];
  // Others who wait for the same event may come after us, and so may news of broken promises.
  const afterOthers = () => new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  const wait = async () => {
    while (!isLoaded()) await once(self, 'load');
    await afterOthers();
    for (const [, met] of question.conditions ? conditions : []) while (!await met()) await soon();
    await everything();
  };
  const loading = () => {
    const sources = [...document.querySelectorAll('script[src], img[src], iframe[src], link[rel=stylesheet]')];
    return sources.map(one => one.currentSrc || one.src || one.href)
      .find(address => /^https?:/.test(address) && !came(address)) ?? '';
  };
  const missing = async () => {
    if (!isLoaded()) return 'load';
    for (const [name, met] of conditions) if (!await met()) return name;
    if (document.fonts.status === 'loading') return 'fonts';
    return images(document).length > 0 ? 'load' : '';
  };

  try {
    if (selector !== null) document.createDocumentFragment().querySelector(selector);
  } catch {
    return {problem: 'selector'};
  }
  // A page that breaks the language breaks its own waiting, not the answer.
  try {
    if (now) {
      answer.missing = await missing();
      answer.loading = loading();
    } else {
      await wait();
    }
    if (still) await still(timers);
  } catch (e) {
    answer.broken = String(e);
  }
  const told = list => {
    try {
      return documents()
        .flatMap(page => [...(page.defaultView?.[Symbol.for('heard')]?.[list] ?? [])])
        .slice(0, 100)
        .map(one => String(one).slice(0, 500));
    } catch {
      return [];
    }
  };
  answer.said = told('said');
  answer.missed = told('missed');
  const entry = performance.getEntriesByType('navigation')[0];
  answer.address = location.href;
  answer.title = String(document.title).slice(0, 1000);
  answer.status = entry ? entry.responseStatus : 0;
  return answer;
}
