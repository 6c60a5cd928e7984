// Draws pages with one of the programs that a user would write instead of the farm.
// First line in: {rival, binary, flags, lanes, width, height, pages}. Then "lane page unique", answered by "lane sha256"
// or "lane ! why" in any order. Ends with its input.
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity })[Symbol.asyncIterator]();
const setup = JSON.parse((await lines.next()).value);
const viewport = { width: setup.width, height: setup.height };

const ways = {
  // The first example of its documentation: a page for each picture, everything as it comes.
  async plain() {
    const { default: puppeteer } = await import('puppeteer-core');
    const browser = await puppeteer.launch({ executablePath: setup.binary, headless: 'shell', args: setup.flags });
    const draw = async (lane, html) => {
      const page = await browser.newPage();
      try {
        await page.setViewport(viewport);
        await page.setContent(html);
        return await page.screenshot();
      } finally {
        await page.close();
      }
    };
    return { draw, close: () => browser.close() };
  },
  // By somebody who measured: a browser for each core, one page each that is used again, no compression.
  async tuned() {
    const { default: puppeteer } = await import('puppeteer-core');
    const browsers = [];
    const pages = [];
    for (let lane = 0; lane < setup.lanes; lane++) {
      const browser = await puppeteer.launch({ executablePath: setup.binary, headless: 'shell', args: setup.flags });
      browsers.push(browser);
      const [page] = await browser.pages();
      await page.setViewport(viewport);
      pages.push(page);
    }
    const draw = async (lane, html) => {
      await pages[lane].setContent(html);
      return pages[lane].screenshot({ optimizeForSpeed: true });
    };
    return { draw, close: () => Promise.all(browsers.map(browser => browser.close())) };
  },
  async library() {
    const { default: htmlToImage } = await import('node-html-to-image');
    const puppeteerArgs = { executablePath: setup.binary, args: setup.flags, defaultViewport: viewport };
    return { draw: (lane, html) => htmlToImage({ html, puppeteerArgs }), close: async () => {} };
  },
};

const way = await ways[setup.rival]();
console.log('ready');
for await (const line of lines) {
  const [lane, page, unique] = line.split(' ');
  way.draw(Number(lane), `${setup.pages[Number(page)]}<!-- ${unique} -->`).then(
    picture => console.log(`${lane} ${createHash('sha256').update(picture).digest('hex')}`),
    why => console.log(`${lane} ! ${String(why).replaceAll('\n', ' ')}`),
  );
}
await way.close();
process.exit(0);
