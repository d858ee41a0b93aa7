// Stand-ins for the components of our speeches: the least markup that shows what they mark.
export { default as Gap } from './Gap.astro';
export { default as NoTerm } from './NoTerm.astro';
export { default as Note } from './Note.astro';
export { default as Sic } from './Sic.astro';
export { default as Term } from './Term.astro';
