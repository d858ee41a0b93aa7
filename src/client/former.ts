import { startCitationCheck } from './start-citation-check.ts';

// An address that forwards: with script, the fragment and the query go along (the refresh of the page alone would lose them).
const target = document.querySelector<HTMLAnchorElement>('a[data-forward]');
if (target) location.replace(target.href + location.search + location.hash);
else startCitationCheck();
