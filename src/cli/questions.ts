import { createInterface, type Interface } from 'node:readline/promises';

/** Asks an editor at a terminal. */
export interface Questions {
  /** A text; Enter takes what is proposed. */
  text(question: string, proposed?: string): Promise<string>;
  close(): void;
}

/** Asks on the terminal that the command was started from. Ctrl-C and Ctrl-D end the command; nothing was written until then. */
export function askAtTerminal(onCancel: () => void): Questions {
  const line: Interface = createInterface({ input: process.stdin, output: process.stdout });
  line.on('SIGINT', onCancel).on('close', onCancel);
  return {
    async text(question, proposed = '') {
      const answer = (await line.question(`  ${question}${proposed ? ` [${proposed}]` : ''}: `)).trim();
      return answer === '' ? proposed : answer;
    },
    close() {
      line.off('close', onCancel);
      line.close();
    },
  };
}
