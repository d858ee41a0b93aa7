import { chromium } from 'playwright-core';
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking']});
const p = await (await b.newContext({locale:'zh-CN'})).newPage();
await p.goto('http://127.0.0.1:4321'+process.argv[2]); await p.waitForTimeout(500); await p.pdf({path:process.argv[3],format:'A4'});
const c = await b.newContext({viewport:{width:360,height:780},locale:'zh-CN',hasTouch:true}); const q=await c.newPage(); await q.goto('http://127.0.0.1:4321/speeches/ziyang-study-session/'); await q.locator('#p3 a.term[href]').first().tap(); await q.waitForTimeout(300); await q.screenshot({path:'/tmp/shots/sheet.png'});
await b.close();
