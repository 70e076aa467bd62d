/** Builds dist/: the bundled program and library, their types, the schemas, the manual page and the licences of what is bundled. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename } from 'node:path';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';

/** Built aside and swapped in at the end, so that a failed build leaves the old one, and a running test never sees half of one. */
const TEMPORARY = `dist-${process.pid}.tmp`;

const ENTRIES = { cli: 'src/cli/cli.ts', index: 'src/index.ts', worker: 'src/engines/worker.ts', copyWorker: 'src/check/copyWorker.ts' };
const SCHEMAS = ['report.schema.json', 'evaluation.schema.json', 'check.schema.json'];
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Lets a bundled CommonJS package `require` Node's own modules from an ES module, where there is no `require`.
 * A banner with createRequire would do it too, but at the cost of every start.
 */
const requireOfBuiltins = {
  name: 'require-of-builtins',
  setup({ onResolve, onLoad }) {
    const names = builtinModules.join('|');
    onResolve({ filter: new RegExp(`^(node:)?(${names})$`) }, ({ path, kind }) =>
      kind === 'require-call' ? { path: path.replace(/^node:/, ''), namespace: 'builtin' } : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

function buildTypes() {
  const options = ['-p', 'tsconfig.build.json', '--outDir', `${TEMPORARY}/types`];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { stdio: 'inherit' });
}

/** The kernel's twin: AssemblyScript → dist/kernel.wasm. 384 pages hold its tables and the scratch of an ordinary article. */
async function buildKernel() {
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--initialMemory', '384', '--disableWarning', '112'];
  const { error, stderr } = await asc.main(['src/kernel/wasm/index.ts', ...options, '--outFile', `${TEMPORARY}/kernel.wasm`]);
  if (error) throw new Error(`${stderr}`, { cause: error });
}

async function bundle() {
  const { metafile } = await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(file))),
    outdir: TEMPORARY,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    define: { 'process.env.NEWSDEDUPE_VERSION': JSON.stringify(version) },
    plugins: [requireOfBuiltins],
    charset: 'utf8',
    legalComments: 'none', // all of them stand in THIRD-PARTY-LICENSES.txt
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** What is made from tables of the source: the schema of a configuration file, the manual page, the phrases that strip knows. */
async function writeMade() {
  const { outputFiles } = await build({
    entryPoints: ['src/cli/made.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [requireOfBuiltins],
    logLevel: 'warning',
  });
  const { made } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  for (const [name, text] of Object.entries(made())) writeFileSync(`${TEMPORARY}/${name}`, text);
}

/** Name, version and licence text of every package that gave a line to the bundle. */
function licences(metafile) {
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 && file.includes('node_modules/') ? [file] : [])),
  );
  const folderOf = (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)[0];
  return [...new Set(used.map(folderOf))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const licence = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)([.-]|$)/i.test(entry));
    const text = licence
      ? readFileSync(`${folder}/${licence}`, 'utf8').trim()
      : `The package holds no licence text; see https://www.npmjs.com/package/${name}`;
    return [`${name} ${version} (${license})`, text, ...new Set(used.filter((file) => folderOf(file) === folder).flatMap(notice))].join(
      '\n\n',
    );
  });
}

/** The comment that opens a file, when it names another author or licence than the package: natural's stemmers do. */
function notice(file) {
  const comment = readFileSync(file, 'utf8').match(/^(?:#!.*\n)?\s*\/\*!?([\s\S]*?)\*\//)?.[1] ?? '';
  return /copyright|licen[cs]e|author/i.test(comment) ? [`${basename(file)}:\n${comment.trimEnd()}`] : [];
}

rmSync(TEMPORARY, { recursive: true, force: true });
mkdirSync(TEMPORARY);
try {
  const metafile = await bundle();
  buildTypes();
  await buildKernel();
  for (const schema of SCHEMAS) copyFileSync(`src/${schema}`, `${TEMPORARY}/${schema}`);
  await writeMade();
  writeFileSync(`${TEMPORARY}/THIRD-PARTY-LICENSES.txt`, licences(metafile).join(`\n\n${'-'.repeat(80)}\n\n`));
  if (existsSync('dist')) renameSync('dist', `${TEMPORARY}/old`); // goes with it: two renames, hardly a moment without a build
  renameSync(TEMPORARY, 'dist');
  rmSync('dist/old', { recursive: true, force: true });
} finally {
  rmSync(TEMPORARY, { recursive: true, force: true });
}
