import { all } from './dom.ts';

/** From this width a copy of the table of contents stands in the margin (the same width as in the style sheet). */
const withMargin = matchMedia('(min-width: 84rem)');

/** The table of contents in the margin, where the script puts it; the place being read is marked in it. */
export function startContents(): void {
  const contents = document.querySelector('.toc');
  if (!contents) return;
  const place = () => {
    if (!withMargin.matches || document.querySelector('.toc.beside')) return;
    const beside = contents.cloneNode(false) as HTMLElement;
    beside.classList.add('beside');
    beside.setAttribute('aria-label', '当前位置 Where you are');
    beside.append(contents.querySelector('ol')!.cloneNode(true));
    contents.before(beside);
    followReading(beside);
  };
  withMargin.addEventListener('change', place);
  place();
}

/** Marks the section being read, and keeps it in view. */
function followReading(contents: HTMLElement): void {
  const links = new Map(all<HTMLAnchorElement>('a', contents).map((link) => [link.hash.slice(1), link]));
  const targets = [...links.keys()].map((id) => document.getElementById(id)).filter((element) => element !== null);
  let waiting = false;
  let current: HTMLAnchorElement | undefined;
  const mark = () => {
    waiting = false;
    const reached = targets.findLast((target) => target.getBoundingClientRect().top < innerHeight / 3);
    const link = reached && links.get(reached.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (!link) return;
    const [place, window] = [link.parentElement!.getBoundingClientRect(), contents.getBoundingClientRect()];
    if (place.top < window.top || place.bottom > window.bottom) contents.scrollTop += place.top - window.top - window.height / 3;
  };
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(mark);
    },
    { passive: true },
  );
  mark();
}
