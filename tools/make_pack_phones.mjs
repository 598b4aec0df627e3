// Makes packs/global/phones.tsv from the metadata of libphonenumber-js (MIT), which are those of Google's libphonenumber (Apache-2.0).
//
// Run      npm install libphonenumber-js in any folder, then from there: node .../tools/make_pack_phones.mjs
// Writes   packs/global/phones.tsv: one line a country, the main country of a calling code before those that share it.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const metadata = JSON.parse(readFileSync(resolve('node_modules/libphonenumber-js/metadata.max.json'), 'utf8'))

// Places in a country's record, as libphonenumber-js documents them in its source.
const LENGTHS = 3
const TRUNK_PREFIX = 5
const TYPES = 11
const [FIXED, MOBILE] = [0, 1]

const lines = []
for (const [code, countries] of Object.entries(metadata.country_calling_codes)) {
  for (const country of countries) {
    if (!/^[A-Z]{2}$/.test(country)) continue
    const record = metadata.countries[country]
    const types = record[TYPES] ?? []
    const pattern = (type) => (types[type] ? types[type][0] : '')
    const others = types.slice(2).filter(Boolean).map((type) => type[0])
    const fixed = pattern(FIXED)
    // Where a plan does not tell mobile from fixed numbers, as in North America, the metadata name the pattern once.
    const mobile = pattern(MOBILE) || fixed
    const lengths = record[LENGTHS]
    lines.push([
      country, code, record[TRUNK_PREFIX] || '', Math.min(...lengths), Math.max(...lengths),
      mobile, fixed === mobile ? '' : fixed, others.join('|'),
    ].join('\t'))
  }
}
const head = 'country\tcalling_code\ttrunk_prefix\tshortest\tlongest\tmobile\tfixed\tother'
const file = join(root, 'packs/global/phones.tsv')
writeFileSync(file, [head, ...lines].join('\n') + '\n')
console.log(`${lines.length} countries, ${Math.max(...lines.map((line) => line.length))} characters the longest`)
