// Validates by schemas: required fields of Kubernetes objects, custom resources against their definitions, any file against a schema.
//
//   node validate.mjs <node_modules> objects <rendered.yaml> <folder of CRDs>
//   node validate.mjs <node_modules> file <file.yaml> <schema.json>
//
// Prints one line for each error, then "checked N".
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, mode, file, schemas] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const YAML = require('yaml');
const Ajv = require('ajv').default;
const ajv = () => new Ajv({ strict: false, allErrors: true, validateFormats: false });
// The rendering as Kubernetes' own reader takes it ("yes" is a truth value), other files by the present standard.
const documents = (path, version = '1.2') =>
  YAML.parseAllDocuments(readFileSync(path, 'utf8'), { version }).map(d => d.toJS()).filter(d => d);
const text = errors => errors.map(e => `${e.instancePath || '/'}: ${e.message} ${JSON.stringify(e.params)}`);

// A cluster drops unknown fields without a word; here they are errors.
function close(schema) {
  if (schema === null || typeof schema !== 'object') return schema;
  for (const part of Object.values(schema)) close(part);
  if (schema.properties && schema.additionalProperties === undefined && !schema['x-kubernetes-preserve-unknown-fields']) {
    schema.additionalProperties = false;
  }
  return schema;
}

function definitions(folder) {
  const found = new Map();
  for (const path of readdirSync(folder).filter(f => f.endsWith('.yaml'))) {
    for (const { spec } of documents(join(folder, path)).filter(d => d.kind === 'CustomResourceDefinition')) {
      for (const version of spec.versions) {
        found.set(`${spec.group}/${version.name}/${spec.names.kind}`, ajv().compile(close(version.schema.openAPIV3Schema)));
      }
    }
  }
  return found;
}

async function errorsOf(object, custom) {
  const { apiVersion, kind } = object;
  const validate = custom.get(`${apiVersion}/${kind}`);
  if (validate) return validate(object) ? [] : text(validate.errors);
  try {
    const models = await import(pathToFileURL(join(modules, 'kubernetes-models', apiVersion, 'index.js')));
    if (!models[kind]) return [`unknown kind ${apiVersion} ${kind}`];
    new models[kind](object).validate();
    return [];
  } catch (error) {
    return [error.message];
  }
}

const errors = [];
let checked = 0;
if (mode === 'objects') {
  const custom = definitions(schemas);
  for (const object of documents(file, '1.1')) {
    checked++;
    for (const error of await errorsOf(object, custom)) errors.push(`${object.kind} ${object.metadata?.name}: ${error}`);
  }
} else {
  const validate = ajv().compile(JSON.parse(readFileSync(schemas, 'utf8')));
  for (const document of documents(file)) {
    checked++;
    if (!validate(document)) errors.push(...text(validate.errors));
  }
}
for (const error of new Set(errors)) console.log(error.replaceAll('\n', ' '));
console.log(`checked ${checked}`);
