import { chromium } from 'playwright-core';

const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
const p = await (await b.newContext({ locale: 'en-US' })).newPage();
await p.goto('http://127.0.0.1:4321/search/');
for (const q of process.argv.slice(2))
  console.log(
    q,
    JSON.stringify(
      await p.evaluate(async (q) => {
        const pf = await import('/pagefind/pagefind.js');
        await pf.options({ baseUrl: '/' });
        const r = await pf.search(q);
        const d = await Promise.all(r.results.slice(0, 4).map((x) => x.data()));
        return {
          n: r.results.length,
          d: d.map((x) => ({ url: x.url, meta: x.meta.title, filters: x.filters, sub: x.sub_results.slice(0, 6).map((s) => [s.url, s.title, s.anchor?.id]) })),
        };
      }, q),
    ),
  );
await b.close();
