import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/**
 * Reads the words of a command. `--help` prints how it is used; words that it does not know end it with exit code 2.
 * @param usage how the command is used, for people
 */
export function readArguments<T extends Options>(usage: string, options: T, check: (read: Read<T>) => string | undefined = noPositionals): Read<T> {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    const read = parseArgs({ options, allowPositionals: true });
    const wrong = check(read);
    if (wrong === undefined) return read;
    throw new Error(wrong);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

function noPositionals({ positionals }: { positionals: string[] }): string | undefined {
  return positionals.length ? `This command takes no “${positionals[0]}”.` : undefined;
}

/** True when a stream shows colours: a terminal, unless NO_COLOR says otherwise (https://no-color.org), or where FORCE_COLOR asks for them. */
export function hasColour(stream: { isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : stream.isTTY === true && TERM !== 'dumb';
}
