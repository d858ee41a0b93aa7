// The page of an entry: a built page names no host while the site has no public address; the citation of the entry gives the one it was read at.
import { wholeAddress } from './address.ts';
import { all } from './dom.ts';

for (const place of all('[data-address]')) place.textContent = wholeAddress(place.dataset['address']!);
