import { all, bilingual, make } from '../dom.ts';
import { longestSlogan, type SearchState } from './state.ts';
import { startTypeAhead } from './type-ahead.ts';

const mostFields = 6;
const facetNames = ['kind', 'year'];

/** The form of the results page: a field for each slogan, switches, facets. */
export class SearchForm {
  readonly #form: HTMLFormElement;
  readonly #fields: HTMLElement;
  readonly #suggestions: HTMLElement;

  /** @param ask is called with the state whenever the reader submits or changes something */
  constructor(form: HTMLFormElement, ask: (state: SearchState) => void) {
    this.#form = form;
    this.#fields = form.querySelector<HTMLElement>('[data-fields]')!;
    this.#suggestions = form.querySelector<HTMLElement>('#suggestions')!;
    startTypeAhead(this.#inputs()[0]!, this.#suggestions);
    const changed = () => ask(this.state());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      changed();
    });
    form.addEventListener('change', ({ target }) => {
      if ((target as HTMLInputElement).name !== 'q') changed();
    });
    this.#fields.addEventListener('click', ({ target }) => {
      const row = (target as Element).closest('[data-remove]')?.closest('[data-field]');
      if (!row) return;
      row.remove();
      this.#inputs().at(-1)!.focus();
      changed();
    });
    form.querySelector('[data-add-field]')!.addEventListener('click', () => {
      this.#addField().focus();
      this.#showSwitches();
    });
  }

  /** What the form says now. */
  state(): SearchState {
    const checked = (name: string) => this.#form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';
    return {
      slogans: this.#inputs()
        .map(({ value }) => value.trim().slice(0, longestSlogan))
        .filter((text) => text !== ''),
      strict: checked('strict') === '1',
      together: checked('together') === '1',
      order: checked('order') as SearchState['order'],
      facets: Object.fromEntries(facetNames.flatMap((name) => (checked(name) ? [[name, checked(name)]] : []))),
    };
  }

  /** Makes the form say this. */
  fill({ slogans, strict, together, order, facets }: SearchState): void {
    this.#inputs()[0]!.value = slogans[0] ?? '';
    while (this.#fields.children.length > Math.max(1, slogans.length)) this.#fields.lastElementChild!.remove();
    slogans.slice(1).forEach((text, i) => {
      const input = this.#inputs()[i + 1] ?? this.#addField();
      input.value = text;
    });
    this.#choose('order', order);
    for (const name of facetNames) this.#choose(name, facets[name] ?? '');
    this.#form.querySelector<HTMLInputElement>('input[name="strict"]')!.checked = strict;
    this.#form.querySelector<HTMLInputElement>('input[name="together"]')!.checked = together;
    this.#showSwitches();
  }

  #inputs(): HTMLInputElement[] {
    return all<HTMLInputElement>('input[name="q"]', this.#fields);
  }

  /** Chooses a value, or the first if there is no such one. */
  #choose(name: string, value: string): void {
    const choices = all<HTMLInputElement>(`input[name="${name}"]`, this.#form);
    (choices.find((input) => input.value === value) ?? choices[0]!).checked = true;
  }

  /** “All in one passage” is for several slogans; there are only so many fields. */
  #showSwitches(): void {
    this.#form.querySelector<HTMLElement>('[data-together]')!.hidden = this.#fields.children.length < 2;
    this.#form.querySelector<HTMLElement>('[data-add-field]')!.hidden = this.#fields.children.length >= mostFields;
  }

  #addField(): HTMLInputElement {
    const first = this.#inputs()[0]!;
    const number = 1 + Math.max(...this.#inputs().map(({ id }) => Number(id.slice(1))));
    const input = first.cloneNode() as HTMLInputElement;
    input.id = `q${number}`;
    input.value = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    const place = this.#fields.children.length + 1;
    this.#fields.append(
      make(
        'div',
        { class: 'find field', 'data-field': '' },
        make('label', { class: 'vh', for: input.id }, bilingual(`第 ${place} 个说法`, `Slogan ${place}`)),
        input,
        make('button', { class: 'btn', type: 'button', 'data-remove': '' }, bilingual('去掉', 'Remove')),
      ),
    );
    startTypeAhead(input, this.#suggestions);
    return input;
  }
}
