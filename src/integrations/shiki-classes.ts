import type { ShikiTransformer } from 'shiki';

/**
 * Turns the inline styles of Shiki's `css-variables` theme into classes, since the content security policy refuses
 * inline styles: `color:var(--astro-code-token-keyword)` becomes `class="tok-keyword"`.
 */
export const shikiClasses: ShikiTransformer = {
  name: 'tifa-classes',
  pre(node) {
    delete node.properties['style'];
    node.properties['tabindex'] = '0';
  },
  span(node) {
    const style = String(node.properties['style'] ?? '');
    delete node.properties['style'];
    const token = /--[\w-]*?token-([\w-]+)/.exec(style)?.[1];
    if (token) node.properties['class'] = `tok-${token}`;
  },
};
