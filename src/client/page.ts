// Runs on every page.
import { startCite } from './cite.ts';
import { startPreferences } from './preferences.ts';
import { isTyping, startQuickSearch } from './search/quick-search.ts';

startPreferences();
startQuickSearch();
startCite();

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || isTyping(event)) return;
  event.preventDefault();
  (document.getElementById('keys') as HTMLDialogElement).showModal();
});
