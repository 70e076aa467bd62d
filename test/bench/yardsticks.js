import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Commands that the program is held against, { name, command } each, run by a shell in the corpus' folder. First what it
 * costs to read the bytes at all, then to start at all, then the program's own least runs.
 */
export function yardsticksOf({ input }, { program, five }) {
  const node = `'${process.execPath}'`;
  const reading =
    input === 'news'
      ? { name: 'find … | xargs -P2 cat', command: 'find news -type f -print0 | xargs -0 -P2 cat > /dev/null' }
      : { name: 'wc -w', command: `wc -w ${input}` };
  return [
    reading,
    { name: 'node -e 0', command: `${node} -e 0` },
    { name: 'dedupe --version', command: `${node} '${program}' --version` },
    { name: 'dedupe, five articles', command: `${node} '${program}' '${five}' --format json` },
  ];
}

/** Wall time of one run, in milliseconds. */
export async function timeOf({ name, command }, { dir }) {
  const started = performance.now();
  const child = spawn('sh', ['-c', command], { cwd: dir, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${command}`);
  return performance.now() - started;
}
