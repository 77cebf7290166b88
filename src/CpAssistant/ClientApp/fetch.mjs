// Takes files and their licences out of an npm package, checks the files, compresses what is not compressed yet.
//   node fetch.mjs PACKAGE@VERSION FOLDER LICENCES FILE=SHA256…
// LICENCES: the name that they get as one file, and where they are, as in LICENSE.txt=LICENSE.md+own.txt; one of them is a file beside this one, or else of the package.
// `npm install` would bring hundreds of megabytes along; `npm pack` brings the package alone.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { fail, putCompressed, putWhole } from './files.mjs';

const [spec, folder, licences, ...wanted] = process.argv.slice(2);
const [licenceName, licenceFiles] = licences.split('=');
const files = wanted.map(text => text.split('=')).map(([file, sha256]) => ({ file, sha256, whole: join(folder, basename(file)), compressed: file.endsWith('.woff2') }));
const made = [join(folder, licenceName), ...files.flatMap(({ whole, compressed }) => compressed ? [whole] : [`${whole}.br`, `${whole}.gz`, whole])];

// There already and right (the build asks because something it is made by looks newer): nothing to fetch.
if (made.every(existsSync) && files.every(({ whole, sha256 }) => sha256Of(readFileSync(whole)) === sha256)) {
  made.forEach(path => utimesSync(path, new Date(), new Date()));
  process.exit(0);
}

mkdirSync(folder, { recursive: true });
// Within the folder, so that what is put in place later is on the same disk.
const work = mkdtempSync(join(folder, '.fetch-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const archive = filesOf(gunzipSync(readFileSync(pack(spec, work))));
// All are checked before any is put in place.
const contents = files.map(({ file, sha256 }) => {
  const bytes = archive(`package/${file}`) ?? fail(`${spec} holds no ${file}`);
  const found = sha256Of(bytes);
  return found === sha256 ? bytes : fail(`${file} of ${spec} is not the expected one: its SHA-256 is ${found}, not ${sha256}`);
});

putWhole(join(folder, licenceName), Buffer.concat(licenceFiles.split('+').flatMap(name => [licence(name), Buffer.from('\n')])));
files.forEach(({ whole, compressed }, at) => {
  if (!compressed) {
    putCompressed(folder, basename(whole), contents[at]);
  }

  putWhole(whole, contents[at]);
});

function licence(name) {
  const own = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(own) ? readFileSync(own) : archive(`package/${name}`) ?? fail(`${spec} holds no ${name}`);
}

function sha256Of(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @returns the path of the package's archive */
function pack(spec, into) {
  try {
    const windows = process.platform === 'win32';
    execFileSync(windows ? 'npm.cmd' : 'npm', ['pack', spec, '--loglevel', 'error', '--ignore-scripts', '--prefer-offline', '--pack-destination', into], { cwd: into, shell: windows, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const said = error.stderr?.toString().trim().split('\n').slice(0, 4).join(' | ');
    fail(`"npm pack ${spec}" failed: ${error.code === 'ENOENT' ? 'npm is not installed' : said || error.message}`);
  }

  const name = readdirSync(into).find(name => name.endsWith('.tgz'));
  return name ? join(into, name) : fail(`"npm pack ${spec}" left no archive`);
}

/** @returns a function from a name to the bytes of that file, or null (tar: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html) */
function filesOf(tar) {
  const files = new Map();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (from, length) => tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = parseInt(field(124, 12), 8) || 0;
    files.set([field(345, 155), field(0, 100)].filter(Boolean).join('/'), tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }

  return name => files.get(name) ?? null;
}
