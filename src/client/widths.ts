/** From this width notes stand beside the text; below it what opens does so at the foot (the same width as in the style sheet). */
export const wide = matchMedia('(min-width: 68.75rem)');
