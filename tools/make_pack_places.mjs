// Makes packs/global/countries.tsv and packs/global/places.tsv: countries with their ISO codes and their names in eight languages,
// and names of cities, states and counties.
//
// Run      npm install @faker-js/faker in any folder, then from there: node .../tools/make_pack_places.mjs
// Reads    the locale data of @faker-js/faker (MIT); country names of Unicode CLDR as Node carries them (Unicode License);
//          tools/pack_names/cities.txt
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(join(resolve('.'), 'x.js'))
const { allLocales } = await import(pathToFileURL(require.resolve('@faker-js/faker')).href)

const LANGUAGES = ['en', 'id', 'de', 'fr', 'es', 'it', 'pt', 'nl']
// What people write besides the names of CLDR.
const OTHER_NAMES = {
  US: ['USA', 'U.S.A.', 'U.S.', 'United States of America', 'America', 'Amerika'], GB: ['UK', 'U.K.', 'Great Britain', 'England', 'Scotland', 'Wales', 'Inggris'],
  RU: ['Russian Federation'], KR: ['Korea', 'Republic of Korea', 'Korea, Republic of'], KP: ['Korea, Democratic People\'s Republic of'],
  CZ: ['Czech Republic'], NL: ['Holland', 'The Netherlands', 'Belanda'], CN: ['PRC', "People's Republic of China", 'RRC'], TW: ['Taiwan, Province of China'],
  VN: ['Viet Nam'], TR: ['Turkey', 'Turki'], MM: ['Burma', 'Myanmar'], CI: ['Ivory Coast', "Cote d'Ivoire"], IR: ['Iran, Islamic Republic of'],
  SY: ['Syrian Arab Republic'], VE: ['Venezuela, Bolivarian Republic of'], BO: ['Bolivia, Plurinational State of'], TZ: ['Tanzania, United Republic of'],
  MD: ['Moldova, Republic of'], LA: ["Lao People's Democratic Republic"], MK: ['Macedonia'], SZ: ['Swaziland'], CV: ['Cape Verde'],
  ID: ['Republic of Indonesia', 'Republik Indonesia', 'RI', 'INA'], TL: ['East Timor', 'Timor Timur'], AE: ['UAE'], HK: ['Hong Kong'], MO: ['Macau', 'Macao'],
  BN: ['Brunei Darussalam'], SA: ['Kingdom of Saudi Arabia', 'KSA', 'Saudi'], CD: ['DR Congo', 'Congo, The Democratic Republic of the'], CG: ['Congo', 'Republic of the Congo'],
  PS: ['Palestine', 'Palestina'], VA: ['Holy See', 'Vatican'], FM: ['Micronesia, Federated States of'],
}

const codes = allLocales.base.location.country_code
const names = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }))
const clean = (name) => name.normalize('NFC').replace(/[’`]/gu, "'")
const countries = codes.map(({ alpha2, alpha3 }) => {
  const all = [...names.map((display) => clean(display.of(alpha2))), ...(OTHER_NAMES[alpha2] ?? [])]
  const [first, ...rest] = [...new Set(all)].filter((name) => name !== alpha2)
  return [alpha2, alpha3, first, rest.join('|')].join('\t')
})
write('countries.tsv', 'alpha2\talpha3\tname\tnames', countries.sort())

const places = new Set()
for (const [locale, { location = {} }] of Object.entries(allLocales)) {
  if (['eo', 'en_AU_ocker', 'en_BORK', 'id_ID', 'base', 'dv', 'hu', 'he'].includes(locale)) continue
  for (const kind of ['city_name', 'state', 'county']) {
    for (const name of location[kind] ?? []) if (name.length > 2 || name.codePointAt(0) > 0x3000) places.add(clean(name).trim())
  }
}
for (const line of readFileSync(join(root, 'tools/pack_names/cities.txt'), 'utf8').split('\n')) {
  if (!line.startsWith('#')) for (const name of line.split(',')) if (name.trim()) places.add(name.trim())
}
write('places.tsv', 'name', [...places].filter((name) => !/[\t\n{]/.test(name)).sort())

function write(name, head, lines) {
  const text = [head, ...lines].join('\n') + '\n'
  writeFileSync(join(root, 'packs/global', name), text)
  console.log(`${name}: ${lines.length} lines, ${Buffer.byteLength(text)} bytes`)
}
