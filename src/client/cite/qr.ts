import { encode } from 'uqr';

/** Modules left white round the code, as the standard asks. */
const quiet = 4;

/** A link as a QR code: an SVG of one path, black on white in either theme, so that it can be read. */
export function qrCode(link: string, label: string): SVGSVGElement {
  const { data, size } = encode(link, { ecc: 'M', border: 0 });
  const whole = size + 2 * quiet;
  // Each run of dark modules of a row is a rectangle.
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`),
  );
  const svg = element('svg', { viewBox: `0 0 ${whole} ${whole}`, role: 'img', 'aria-label': label, class: 'qr', 'shape-rendering': 'crispEdges' });
  svg.append(element('rect', { width: String(whole), height: String(whole), fill: '#fff' }), element('path', { d: runs.join(''), fill: '#000' }));
  return svg as SVGSVGElement;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
