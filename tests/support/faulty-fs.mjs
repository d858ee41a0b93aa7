// Loaded before a command with `node --import`: the nth step that changes or secures a file fails. TIFA_FAULT is
// `{n}:{how}`, where how is `throw` (an error of the disk), `kill` (the process is killed there and then) or `half` (half
// of a text is written, then it is killed). When fewer than n steps are taken, the command ends as it would.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [n, how] = process.env.TIFA_FAULT.split(':');
const steps = [];
const open = new Map();
for (const name of ['mkdirSync', 'openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync']) {
  const original = fs[name];
  fs[name] = (...words) => {
    // Only the files of the locks, by path or by their number.
    const about = typeof words[0] === 'string' ? words[0] : open.get(words[0]);
    if (!about?.includes('/content/permalinks')) return original(...words);
    if (steps.push(name) === Number(n)) {
      if (how === 'throw') throw Object.assign(new Error(`EIO: i/o error, ${name} '${about}'`), { code: 'EIO' });
      if (how === 'half' && name === 'writeFileSync') original(words[0], words[1].slice(0, words[1].length / 2));
      process.kill(process.pid, 'SIGKILL');
    }
    const result = original(...words);
    if (name === 'openSync') open.set(result, about);
    return result;
  };
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`\nsteps: ${steps.join(' ')}\n`));
