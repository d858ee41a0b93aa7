// Imports run one way through the house.
const folders = ['text', 'schemas', 'corpus', 'speech', 'glossary', 'components', 'layouts', 'pages', 'client', 'integrations', 'importer', 'cli'];
/** For each folder of src, the folders it may import from (itself always). */
const allowed = {
  text: ['schemas'], // types only
  schemas: [],
  corpus: ['text', 'schemas', 'speech'],
  speech: ['text', 'schemas'],
  glossary: ['text', 'schemas', 'speech', 'corpus'],
  components: ['text', 'schemas', 'speech', 'corpus', 'glossary', 'client'],
  layouts: ['text', 'schemas', 'components', 'client', 'styles'],
  pages: ['text', 'schemas', 'speech', 'corpus', 'glossary', 'components', 'layouts', 'client'],
  client: ['text'],
  integrations: ['text', 'schemas', 'speech', 'corpus'],
  importer: ['text', 'schemas', 'speech'],
  cli: folders,
};
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    ...folders.map((folder) => ({
      name: `${folder}-one-way`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${folders.filter((other) => other !== folder && !allowed[folder].includes(other)).join('|')})/` },
    })),
    {
      name: 'text-is-pure',
      severity: 'error',
      comment: 'src/text knows no Astro, file system or DOM',
      from: { path: '^src/text/' },
      to: { path: '^(node:|fs$|path$)|node_modules/(astro|satteri|pagefind)/' },
    },
    { name: 'text-imports-types-only', severity: 'error', from: { path: '^src/text/' }, to: { path: '^src/schemas/', dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.astro'] },
  },
};
