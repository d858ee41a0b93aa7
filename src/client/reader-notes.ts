import { all } from './dom.ts';

/** From this width notes stand beside the text; below it they open as sheets (the same width as in the style sheet). */
const wide = matchMedia('(min-width: 68.75rem)');
/** From this width the table of contents stands open beside the text. */
const withContents = matchMedia('(min-width: 84rem)');
const gap = 14; // px between two notes

/** Notes beside their line, pushed down where they would collide; a mark and its note light up together; sheets on narrow screens. */
export function startNotes(): void {
  const place = () => placeNotes();
  addEventListener('resize', place);
  addEventListener('tifa:layout', place);
  void document.fonts.ready.then(place);
  place();
  for (const event of ['pointerover', 'focusin'] as const) document.addEventListener(event, ({ target }) => pairWith(target, true));
  for (const event of ['pointerout', 'focusout'] as const) document.addEventListener(event, ({ target }) => pairWith(target, false));
  startSheet();
}

function placeNotes(): void {
  const contents = document.querySelector<HTMLDetailsElement>('.toc details');
  if (contents) contents.open = withContents.matches;
  // Where each note wants to be is measured first and written afterwards, so that the layout is computed once.
  const wanted = all('.reader .notes').map((rail) => {
    const top = rail.getBoundingClientRect().top;
    const notes = all('.note', rail).map((note) => {
      const mark = document.querySelector(`[data-note="${CSS.escape(note.id)}"]`);
      return { note, at: (mark?.getClientRects()[0]?.top ?? top) - top, height: note.offsetHeight };
    });
    return { top, notes };
  });
  let floor = -Infinity;
  for (const { top, notes } of wanted) {
    for (const { note, at, height } of notes) {
      if (!wide.matches) {
        note.style.top = '';
        continue;
      }
      const y = Math.max(top + at, floor);
      note.style.top = `${y - top}px`;
      floor = y + height + gap;
    }
  }
}

function pairWith(target: EventTarget | null, on: boolean): void {
  const element = (target as Element | null)?.closest?.<HTMLElement>('[data-note], .note[id]');
  if (!element) return;
  const id = element.dataset['note'] ?? element.id;
  for (const one of all(`#${CSS.escape(id)}, [data-note="${CSS.escape(id)}"]`)) one.classList.toggle('paired', on);
}

/** On narrow screens a mark opens its gloss at the foot; Esc, a tap outside and Back close it. */
function startSheet(): void {
  const sheet = document.getElementById('sheet')!;
  const body = sheet.querySelector<HTMLElement>('[data-sheet-note]')!;
  const entry = sheet.querySelector<HTMLAnchorElement>('[data-sheet-entry]')!;
  let opener: HTMLElement | undefined;

  document.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>('a[data-note]');
    if (!mark?.href || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(mark.dataset['note']!);
    if (!note) return;
    if (wide.matches) {
      // A term's mark leads to its entry; a note has no page of its own, and stands beside the line already.
      if (!mark.dataset['term']) {
        event.preventDefault();
        note.scrollIntoView({ block: 'nearest' });
      }
      return;
    }
    event.preventDefault();
    opener = mark;
    body.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    entry.hidden = !mark.dataset['term'];
    if (mark.dataset['term']) entry.href = mark.href;
    sheet.showPopover();
  });
  sheet.addEventListener('toggle', (event) => {
    const open = (event as ToggleEvent).newState === 'open';
    if (open) history.pushState({ sheet: true }, '');
    else {
      opener?.focus({ preventScroll: true });
      if (history.state?.sheet) history.back();
    }
  });
  addEventListener('popstate', () => sheet.matches(':popover-open') && sheet.hidePopover());
}
