import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';

// Stand-ins for the components of our speeches: the least markup that shows what they mark.
const components = {
  Gap: (props, { slots }) => h('span', { class: 'gap', 'data-kind': props.kind }, slots.default?.()),
  NoTerm: (_, { slots }) => slots.default?.(),
  Note: (props, { slots }) => h('span', { class: 'noted', 'data-note': props.id }, slots.default?.()),
  Sic: (props, { slots }) => h('span', { class: 'sic', 'data-note': props.id }, slots.default?.()),
  Term: (props, { slots }) => h('a', { class: 'term', href: `/glossary/${props.id}/`, 'data-term': props.id }, slots.default?.()),
};
for (const component of Object.values(components)) component.props = ['id', 'kind'];

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries(components)) app.component(name, component);
  },
};
