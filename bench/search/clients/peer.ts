import { type Client, load } from './client.ts';

/** A peer whose exported index is loaded whole; the mode names its module. */
export const open: Client['open'] = (mode) => {
  type Find = (query: string) => string[];
  let loading: Promise<Find> | undefined;
  const start = async () => {
    const [peer, response] = await Promise.all([import(`/clients/${mode}.js`) as Promise<{ open(exported: string): Promise<Find> }>, load('/index.json')]);
    return peer.open(await response.text());
  };
  return async (query) => {
    loading ??= start();
    return { passages: (await loading)(query) };
  };
};
