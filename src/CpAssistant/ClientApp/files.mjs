import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Ends with an error in the form that MSBuild reports as its own. */
export function fail(message) {
  process.stderr.write(`ClientApp : error CLIENTAPP: ${message}\n`);
  process.exit(1);
}

/** Puts FILE.br and FILE.gz into a folder. */
export function putCompressed(folder, file, bytes) {
  const options = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  putWhole(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: options }));
  putWhole(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
}

/** Writes a file so that no one ever sees a part of it: two builds may run at once. */
export function putWhole(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, bytes);
  renameSync(part, path);
}
