/** Editorial choices of the home page. */
export const specimen = {
  /** The term whose sentence opens the home page; its first mention in a passage is shown. */
  term: 'bu-wei-fu-yun-zhe-wang-yan',
  /** Searches to try. */
  searches: [
    { q: '稳中求进工作总基调', lang: 'zh-Hans' },
    { q: '两个维护', lang: 'zh-Hans' },
    { q: 'high-quality development', lang: 'en' },
  ],
} as const;

/** How much of the library the home page lists; the list of all speeches has a page of its own. */
export const listed = { home: 24 } as const;
