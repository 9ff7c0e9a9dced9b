import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Audit } from '#src/audit/audit.ts';
import { auditFile } from '#src/audit/node/audit-file.ts';
import { toAuditHtml } from '#src/audit/report/to-audit-html.ts';
import { toAuditText } from '#src/audit/report/to-audit-text.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import { acceptedEndings } from '#src/explore/reading/file-kind.ts';
import { projectRoot } from './node/project-root.ts';
import { readArguments } from './node/read-arguments.ts';

const usage = `Write: npm run datasets:audit -- <file or folder> … [options]
  --table <name>   the table of a file that holds several; the likeliest unless told
  --json           print the audits as JSON, a list of one for each file
  --html <path>    write the report as a page to keep; into this folder where there are several files`;

const { values, positionals } = readArguments(
  { table: { type: 'string' }, json: { type: 'boolean' }, html: { type: 'string' } },
  usage,
);
if (positionals.length === 0) {
  console.error(usage);
  process.exit(1);
}

const endings = acceptedEndings.split(',');
const problems: string[] = [];
const files = (await Promise.all(positionals.map(listFiles))).flat();
const version = await readVersion();
const madeAt = new Date().toISOString();
const audits: Audit[] = [];
for (const path of files) {
  try {
    const audit = await auditFile(path, { table: values.table, version, madeAt });
    if (values.json === true) audits.push(audit);
    else console.log(toAuditText(audit));
    if (values.html !== undefined) await writeReport(audit, path, values.html);
  } catch (cause) {
    if (!(cause instanceof FileProblem)) throw cause;
    problems.push(`${path}: ${cause.message}`);
  }
}
if (values.json === true) console.log(JSON.stringify(audits, null, 2));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The file itself, or those in a folder that can be read here. */
async function listFiles(path: string): Promise<string[]> {
  if (!existsSync(path)) {
    problems.push(`${path}: there is no such file or folder. Check its name.`);
    return [];
  }
  if (!statSync(path).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)))
    .map(({ name, parentPath }) => join(parentPath, name))
    .toSorted();
  if (found.length === 0) problems.push(`${path}: this folder holds no file that can be read here.`);
  return found;
}

async function writeReport(audit: Audit, path: string, target: string): Promise<void> {
  if (files.length === 1) return writeFile(target, toAuditHtml(audit));
  await mkdir(target, { recursive: true });
  await writeFile(join(target, `${basename(path)}.html`), toAuditHtml(audit));
}

async function readVersion(): Promise<string> {
  const { version: known } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return known;
}
