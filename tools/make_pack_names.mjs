// Makes packs/global/names.tsv and packs/id/names.tsv: name tokens, whether they are given or family names, and the sex of given names.
//
// Run      npm install @faker-js/faker in any folder, then from there: node .../tools/make_pack_names.mjs
// Reads    the locale data of @faker-js/faker (MIT); tools/pack_names/*.txt; $SIDIK_DATA/names_id/names_id.tsv (default ../shared/data)
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(join(resolve('.'), 'x.js'))
const { allLocales } = await import(pathToFileURL(require.resolve('@faker-js/faker')).href)

// Invented languages, Indonesia, which has a pack of its own, and scripts that text/ does not fold.
const SKIPPED_LOCALES = new Set(['eo', 'en_AU_ocker', 'en_BORK', 'id_ID', 'base', 'dv', 'ku_ckb'])
const LETTERS = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ѓ: 'gj', ќ: 'kj', љ: 'lj', њ: 'nj', џ: 'dj', ј: 'j', ѕ: 'dz',
}

// Latin letters whose stroke or ligature Unicode does not decompose; as text::fold_plain() writes them.
const UNDECOMPOSED = { ß: 'ss', æ: 'ae', ð: 'd', đ: 'd', ø: 'o', þ: 'th', ħ: 'h', ı: 'i', ł: 'l', œ: 'oe', ŧ: 't' }

function withoutDiacritics(token) {
  const plain = token.normalize('NFD').replace(/[\u0300-\u036f\u064b-\u065f]/g, '').normalize('NFC')
  return [...plain].map((letter) => UNDECOMPOSED[letter] ?? letter).join('')
}

class Tokens {
  #known = new Map()

  add(written, use, sex) {
    for (const word of written.normalize('NFC').toLowerCase().split(/[\s,.()]+/u)) {
      const token = word.replace(/^['’`-]+|['’`-]+$/gu, '').replace(/[’`]/gu, "'")
      if (!/^\p{L}[\p{L}\p{M}'-]*$/u.test(token) || (token.length < 2 && token.codePointAt(0) < 0x3000)) continue
      this.#put(token, use, sex)
      const plain = withoutDiacritics(token)
      if (plain !== token) this.#put(plain, use, sex)
      if (/\p{Script=Cyrillic}/u.test(token)) this.#put([...token].map((c) => LETTERS[c] ?? c).join(''), use, sex)
    }
  }

  #put(token, use, sex) {
    const entry = this.#known.get(token) ?? { given: false, family: false, sexes: new Set() }
    if (use !== 'family') entry.given = true
    if (use !== 'given') entry.family = true
    if (use !== 'family') entry.sexes.add(sex)
    this.#known.set(token, entry)
  }

  write(file) {
    const lines = ['token\tuse\tsex']
    for (const token of [...this.#known.keys()].sort()) {
      const { given, family, sexes } = this.#known.get(token)
      const use = given && family ? 'b' : given ? 'g' : 'f'
      const told = [...sexes].filter(Boolean)
      lines.push([token, use, told.length === 1 ? told[0] : ''].join('\t'))
    }
    const text = lines.join('\n') + '\n'
    writeFileSync(file, text)
    console.log(`${file.slice(root.length + 1)}: ${lines.length - 1} tokens, ${Buffer.byteLength(text)} bytes`)
  }
}

function addByHand(tokens, name) {
  let use = 'given'
  let sex = ''
  for (const line of readFileSync(join(root, 'tools/pack_names', name), 'utf8').split('\n')) {
    const head = /^\[(given|family|both)(?: ([mf]))?\]$/.exec(line)
    if (head) [use, sex] = [head[1], head[2] ?? '']
    else if (!line.startsWith('#')) tokens.add(line, use, sex)
  }
}

function addLocales(tokens) {
  for (const [locale, { person = {} }] of Object.entries(allLocales)) {
    if (SKIPPED_LOCALES.has(locale)) continue
    for (const [kind, sex] of [['generic', ''], ['female', 'f'], ['male', 'm']]) {
      for (const name of person.first_name?.[kind] ?? []) tokens.add(name, 'given', sex)
      for (const name of person.last_name?.[kind] ?? []) tokens.add(name, 'family', '')
    }
  }
}

const world = new Tokens()
addLocales(world)
addByHand(world, 'global.txt')
world.write(join(root, 'packs/global/names.tsv'))

const indonesian = new Tokens()
const data = process.env.SIDIK_DATA ?? join(root, '../shared/data')
for (const line of readFileSync(join(data, 'names_id/names_id.tsv'), 'utf8').trim().split('\n').slice(1)) {
  const [token, kind, gender] = line.split('\t')
  indonesian.add(token, kind === 'last' ? 'family' : 'given', gender)
}
addByHand(indonesian, 'id.txt')
indonesian.write(join(root, 'packs/id/names.tsv'))
