/** Fetches what checks a citation, if the page was reached by one: an address with a receipt, or with an end. */
export function startCitationCheck(): void {
  if (/[?&](h|to)=/.test(location.search)) void import('./citation-check.ts').then(({ checkArrival }) => checkArrival());
}
