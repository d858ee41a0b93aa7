import { chromium } from 'playwright-core';
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--disable-background-networking','--disable-component-update','--disable-sync']});
const [,, path, out, w='1440', h='1000', theme='light', lang='zh', js='1', full=''] = process.argv;
const c = await b.newContext({viewport:{width:+w,height:+h},colorScheme:theme,locale:lang==='zh'?'zh-CN':'en-US',javaScriptEnabled:js==='1', hasTouch:+w<500});
const p = await c.newPage(); p.on('console',m=>{if(m.type()==='error')console.log('CONSOLE',m.text())}); p.on('pageerror',e=>console.log('PAGEERROR',e.message));
await p.goto('http://127.0.0.1:4321'+path); await p.waitForTimeout(1500);
await p.screenshot({path:out,fullPage:full==='full'}); await b.close();
