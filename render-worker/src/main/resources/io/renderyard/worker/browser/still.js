// Lets what moves stand: what ends is shown at its end, what never ends at its start.
async frames => {
  const roots = [];
  const collect = root => {
    roots.push(root);
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) collect(one.shadowRoot);
      if (one.localName === 'iframe' || one.localName === 'frame') {
        let inner = null;
        try { inner = one.contentDocument; } catch { /* another origin's */ }
        if (inner) collect(inner);
      }
    }
  };
  collect(document);
  const all = selector => roots.flatMap(root => [...root.querySelectorAll(selector)]);
  const frame = () => frames && new Promise(done => {
    requestAnimationFrame(done);
    setTimeout(done, 100);
  });

  let moved = false;
  const settle = animation => {
    // Without a timeline, or with one that scrolling drives, time does not move it; a paused one stands already.
    if (!animation.timeline || 'axis' in animation.timeline || !animation.effect) return;
    if (animation.playState !== 'running') return;
    moved = true;
    const end = animation.effect.getComputedTiming().endTime;
    try {
      if (Number.isFinite(end)) animation.finish();
      else animation.cancel();
    } catch {
      animation.cancel();
    }
  };
  const settleAll = () => roots.forEach(root => root.getAnimations().forEach(settle));
  const late = event => event.target.getAnimations?.({subtree: true}).forEach(settle);
  for (const root of roots) {
    root.addEventListener('transitionrun', late, true);
    root.addEventListener('animationstart', late, true);
  }
  settleAll();

  for (const marquee of all('marquee')) {
    marquee.behavior = 'slide';
    marquee.loop = 1;
    marquee.scrollAmount = 10000;
    marquee.start();
    moved = true;
  }
  const number = (element, name) => parseFloat(element.getAttribute(name)) || 1;
  for (const svg of all('svg')) {
    if (svg.ownerSVGElement) continue;
    let end = 0, any = false;
    for (const one of svg.querySelectorAll('animate, animateTransform, animateMotion, set')) {
      any = true;
      try {
        const last = one.getStartTime() + (one.localName === 'set' ? 0 : one.getSimpleDuration() * number(one, 'repeatCount'));
        if (one.getAttribute('repeatCount') !== 'indefinite' && one.getAttribute('repeatDur') !== 'indefinite')
          end = Math.max(end, last);
      } catch { /* begins with a click, or never */ }
    }
    if (any) {
      svg.pauseAnimations();
      svg.setCurrentTime(end);
    }
  }
  for (const video of all('video')) {
    video.autoplay = false;
    video.pause();
    if (video.srcObject || video.currentTime === 0 || video.readyState < 1) continue;
    moved = true;
    await new Promise(done => {
      video.addEventListener('seeked', done, {once: true});
      if (frames) setTimeout(done, 1000);
      video.currentTime = 0;
    });
  }

  const style = (root, css) => {
    const sheet = new (root.defaultView ?? root.ownerDocument.defaultView).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  };
  // A style sheet costs a look at every element, so pages without pictures are spared it.
  const pictured = performance.getEntriesByType('resource').length > 0
    || roots.some(root => root.adoptedStyleSheets.length > 0)
    || all('img, image, input[type=image], object, embed, [style*="url("], style')
      .some(one => one.localName !== 'style' || one.textContent.includes('url('));
  for (const root of roots) {
    // Inherited, so it reaches the pictures of shadow trees and pseudo-elements too.
    if (pictured && root.documentElement) style(root, ':root{image-animation:stopped!important}');
    // Focus may come with the next frame only, so every place for a caret counts.
    if (root.designMode === 'on' || root.querySelector('input, textarea, [contenteditable]'))
      style(root, '*{caret-color:transparent!important}');
  }

  // Whoever waits for the end of an animation has now heard of it, and may have begun the next.
  for (let round = 0; moved && round < 3; round++) {
    moved = false;
    await frame();
    await frame();
    settleAll();
  }
}
