import { all } from './dom.ts';
import { closeOnBack } from './history.ts';
import { layOutNotes, tierOf } from './note-layout.ts';
import { marksOf, noteIdOf, setCallouts } from './reader-callouts.ts';
import { wide } from './widths.ts';

const gap = 12; // px after a note shown in full
const lineHeight = 25; // px of a note of one line
const slack = 24; // px by which the notes of a passage may reach below it

/** Notes beside their line, pushed down where they would collide; a mark and its note light up together; sheets on narrow screens. */
export function startNotes(): void {
  setCallouts();
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
  const rails = all('.reader .notes');
  for (const note of all('.reader .notes .note')) {
    note.classList.remove('line', 'tucked');
    note.style.top = '';
  }
  if (!wide.matches) return;
  // Everything is measured before anything is written, so that the layout is computed twice at most.
  const wanted = rails.map((rail) => {
    const top = rail.getBoundingClientRect().top;
    return {
      top,
      bottom: rail.parentElement!.getBoundingClientRect().bottom,
      // What is switched off has no place.
      notes: all('.note', rail)
        .filter((note) => note.offsetParent)
        .map((note) => ({ note, at: marksOf(note)[0]?.getClientRects()[0]?.top ?? top, height: note.offsetHeight, tier: tierOf(note.dataset) })),
    };
  });
  let floor = -Infinity;
  for (const { top, bottom, notes } of wanted) {
    // A gloss that stands beside an earlier section already is shown here only when it is asked for.
    const [again, fresh] = [notes.filter(({ note }) => note.classList.contains('again')), notes.filter(({ note }) => !note.classList.contains('again'))];
    const placed = [...layOutNotes(fresh, { floor, bottom: bottom + slack, gap, lineHeight }), ...again.map((item) => ({ item, y: item.at, size: 'tucked' as const }))];
    for (const { item, y, size } of placed) {
      item.note.style.top = `${Math.round(y - top)}px`;
      if (size !== 'full') item.note.classList.add(size);
      if (size !== 'tucked') floor = Math.max(floor, y + (size === 'line' ? lineHeight : item.height + gap));
    }
  }
}

function pairWith(target: EventTarget | null, on: boolean): void {
  const element = (target as Element | null)?.closest?.<HTMLElement>('[data-note], .term[data-term], .note[id]');
  const note = element?.matches('.note') ? element : element && document.getElementById(noteIdOf(element));
  if (!note) return;
  for (const one of [note, ...marksOf(note)]) one.classList.toggle('paired', on);
}

/** On narrow screens a mark opens its gloss at the foot; Esc, a tap outside and Back close it. */
function startSheet(): void {
  const sheet = document.getElementById('sheet')!;
  const body = sheet.querySelector<HTMLElement>('[data-sheet-note]')!;
  const entry = sheet.querySelector<HTMLAnchorElement>('[data-sheet-entry]')!;
  let opener: HTMLElement | undefined;

  document.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>('a[data-note], a[data-term]');
    if (!mark?.href || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const note = document.getElementById(noteIdOf(mark));
    if (!note) return;
    if (wide.matches) {
      // A term's mark leads to its entry, once its gloss is to be seen; a note has no page of its own.
      if (mark.dataset['term'] && (note.classList.contains('paired') || !note.matches('.line, .tucked'))) return;
      event.preventDefault();
      pairWith(mark, true);
      note.scrollIntoView({ block: 'nearest' });
      return;
    }
    event.preventDefault();
    opener = mark;
    body.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    entry.hidden = !mark.dataset['term'];
    if (mark.dataset['term']) entry.href = mark.href;
    sheet.showPopover();
  });
  let closed: (() => void) | undefined;
  sheet.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') {
      closed = closeOnBack(() => sheet.hidePopover());
      return;
    }
    opener?.focus({ preventScroll: true });
    closed?.();
  });
}
