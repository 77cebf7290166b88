// Compresses the site's own files.
//   node compress.mjs FROM TO FILE…
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putCompressed } from './files.mjs';

const [from, to, ...files] = process.argv.slice(2);
for (const file of files) {
  putCompressed(to, file, readFileSync(join(from, file)));
}
