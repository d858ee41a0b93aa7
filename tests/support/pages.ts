/** One page of every kind. */
export const pageKinds = {
  home: '/',
  speeches: '/speeches/',
  speech: '/speeches/ziyang-study-session/',
  longSpeech: '/speeches/district-plenum/',
  glossary: '/glossary/',
  term: '/glossary/san-da-gong-jian-zhan/',
  allusion: '/glossary/bu-wei-fu-yun-zhe-wang-yan/',
  families: '/families/',
  map: '/map/',
  bibliography: '/bibliography/',
  search: '/search/',
  results: '/search/?q=%E4%B8%A4%E4%B8%AA%E7%BB%B4%E6%8A%A4',
  about: '/about/',
  guide: '/guide/',
  cite: '/cite/',
  notFound: '/no-such-page/',
} as const;

export const widths = { phone: { width: 360, height: 780 }, wide: { width: 1440, height: 1000 } } as const;
