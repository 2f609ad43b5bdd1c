// Reads the documents of a file (parted by form feeds) with one of npm's readers of English, and prints what it took as JSON.
const fs = require('fs');
const path = require('path');
const [, , folder, name, file, passes] = process.argv;
const load = (module) => require(path.join(folder, 'node_modules', module));
const documents = fs.readFileSync(file, 'utf8').split('\f');
const began = process.hrtime.bigint();
let read;
if (name === 'wink-nlp') {
  const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'));
  read = (text) => nlp.readDoc(text).tokens().length();
} else {
  const module = load('compromise');
  const nlp = module.default ?? module;
  read = (text) => { const doc = nlp(text); doc.places(); return doc.wordCount(); };
}
read(documents[0]);
const start = Number(process.hrtime.bigint() - began) / 1e6;
// Warm: what is measured is how fast a reader that has been up for a while reads.
for (let pass = 0; pass < Number(passes); pass++) for (const text of documents) read(text);
const [wall, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
let [tokens, characters] = [0, 0];
for (const text of documents) { tokens += read(text); characters += text.length; }
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({
  tokens, characters, startMs: start,
  wallMs: Number(process.hrtime.bigint() - wall) / 1e6,
  cpuMs: (used.user + used.system) / 1000,
  residentMb: process.memoryUsage().rss / 1e6,
}));
