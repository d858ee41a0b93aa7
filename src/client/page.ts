// Runs on every page.
import { startCite } from './cite.ts';
import { startOpening } from './open-search.ts';
import { startPreferences } from './preferences.ts';
import { isTyping } from './shortcuts.ts';

startPreferences();
startOpening();
startCite();

document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || isTyping(event)) return;
  event.preventDefault();
  (document.getElementById('keys') as HTMLDialogElement).showModal();
});
