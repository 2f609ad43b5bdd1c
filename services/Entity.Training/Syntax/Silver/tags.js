// Tags sentences with wink-nlp: node tags.js sentences.jsonl > tags.jsonl (npm install wink-nlp wink-eng-lite-web-model).
const fs = require('fs');
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos']);

for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const { text } = JSON.parse(line);
  const tokens = nlp.readDoc(text).tokens();
  const words = tokens.out();
  const tags = tokens.out(nlp.its.pos);
  const found = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const start = text.indexOf(words[i], at);
    if (start < 0) { found.length = 0; break; }
    at = start + words[i].length;
    found.push([start, at, tags[i]]);
  }
  console.log(JSON.stringify({ text, tags: found }));
}
