import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { carrierPage } from './carrierPage';

const FILE = path.join(__dirname, '..', 'docs', 'carriers.md');

writeFileSync(FILE, carrierPage());
console.log(`wrote ${path.relative(process.cwd(), FILE)}`);
