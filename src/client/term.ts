// The page of an entry: its address in a citation gets the host of this site.
import { all } from './dom.ts';

for (const place of all('[data-address]')) place.textContent = new URL(place.dataset['address']!, location.href).href;
