import { bilingual, make } from '../dom.ts';
import { ServiceError } from './concordance.ts';

/** What a failure means for the reader, and what helps. */
interface Failure {
  text: DocumentFragment;
  remedy: 'retry' | 'reload' | 'rephrase';
}

/** Says what went wrong with a search. */
export function failureOf(error: unknown): Failure {
  const { name, reason, speeches } = error instanceof ServiceError ? error : { name: '', reason: undefined, speeches: undefined };
  if (name === 'TooCommonError') {
    return {
      text: bilingual(
        `这样比对要通读 ${speeches} 篇，超出一次检索的限度。请缩短说法，或取消“严格”。`,
        `To verify this, ${speeches} speeches would have to be read, more than one search may. Shorten the slogan, or switch “strict” off.`,
      ),
      remedy: 'rephrase',
    };
  }
  if (reason === 'outdated') {
    return {
      text: bilingual(
        '这个网站已有更新，本页还是更新前的。请重新载入，再检索一次。',
        'The site has been published anew since this page was opened. Reload it to search the new state.',
      ),
      remedy: 'reload',
    };
  }
  if (reason === 'damaged') {
    return {
      text: bilingual(
        '检索没有完成：索引的一部分已损坏。没有给出任何数目，以免误导。',
        'The search did not finish: a part of the index is damaged. No count is shown, since it might be wrong.',
      ),
      remedy: 'retry',
    };
  }
  return {
    text: bilingual(
      '检索没有完成：索引的一部分没有载入，可能是网络断了。没有给出任何数目，以免误导。',
      'The search did not finish: a part of the index could not be loaded; perhaps there is no connection. No count is shown, since it might be wrong.',
    ),
    remedy: 'retry',
  };
}

/** The failure as a box, with a button for what helps. */
export function failureBox(error: unknown, retry: () => void): HTMLElement {
  const { text, remedy } = failureOf(error);
  const box = make('div', { class: 'warning', role: 'alert', 'data-remedy': remedy }, make('p', {}, text));
  if (remedy === 'rephrase') return box;
  const button = make('button', { class: 'btn', type: 'button' }, remedy === 'reload' ? bilingual('重新载入', 'Reload') : bilingual('再试一次', 'Try again'));
  button.addEventListener('click', () => (remedy === 'reload' ? location.reload() : retry()));
  box.append(button, make('p', { class: 'small soft' }, bilingual('详情：', 'Details: '), make('span', { lang: 'en' }, (error as Error).message)));
  return box;
}

/**
 * A button that adds what comes next in its place; when that fails, it gives way to what is said of the failure.
 * @param add returns the first of what it added, which takes the focus over
 */
export function moreButton(label: DocumentFragment, add: () => Promise<Element | undefined>): HTMLElement {
  const place = make('div', { class: 'more' });
  const button = make('button', { class: 'btn', type: 'button' }, label);
  const run = async () => {
    const focused = place.contains(document.activeElement);
    button.disabled = true;
    place.replaceChildren(button);
    try {
      const first = await add();
      place.remove();
      if (focused) first?.querySelector('a')?.focus();
    } catch (error) {
      button.disabled = false;
      place.replaceChildren(failureBox(error, run));
    }
  };
  button.addEventListener('click', run);
  place.append(button);
  return place;
}
