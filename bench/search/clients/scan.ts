import { foldForSearch } from '../../../src/text/fold.ts';
import { type Client, load } from './client.ts';

/** All texts, loaded whole and scanned. */
export const open: Client['open'] = () => {
  let loading: Promise<{ id: string; text: string }[]> | undefined;
  const start = async () =>
    (await (await load('/passages.txt')).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [id, text] = line.split('\t');
        return { id: id!, text: foldForSearch(text!) };
      });
  return async (query) => {
    loading ??= start();
    const needle = foldForSearch(query);
    return { passages: (await loading).filter(({ text }) => text.includes(needle)).map(({ id }) => id) };
  };
};
