/**
 * Builds after `npm ci`, and where npm installs from git: pre-commit does, and `npm install -g github:…`. For a global install npm then
 * leaves out what the build needs (npm/cli#8440), so that it is fetched here.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/esbuild')) {
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'project' };
  execFileSync('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { env, stdio: 'inherit' });
}
await import('./build.js');
