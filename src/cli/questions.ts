import { createInterface, type Interface } from 'node:readline/promises';

/** Asks an editor at a terminal. */
export interface Questions {
  /** A text; Enter takes what is proposed. */
  text(question: string, proposed?: string): Promise<string>;
  /** Yes or no; Enter takes what is proposed. */
  yes(question: string, proposed: boolean): Promise<boolean>;
  close(): void;
}

/** Asks on the terminal that the command was started from. Ctrl-C ends the command; nothing was written until then. */
export function askAtTerminal(onCancel: () => void): Questions {
  const line: Interface = createInterface({ input: process.stdin, output: process.stdout });
  line.on('SIGINT', onCancel);
  const text = async (question: string, proposed = '') => {
    const answer = (await line.question(`  ${question}${proposed ? ` [${proposed}]` : ''}: `)).trim();
    return answer === '' ? proposed : answer;
  };
  return {
    text,
    yes: async (question, proposed) => /^(?:y|是|好|对)/i.test(await text(`${question} (y/n)`, proposed ? 'y' : 'n')),
    close: () => line.close(),
  };
}
