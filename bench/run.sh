#!/bin/sh
# Compares Sidik with its peers: the answers first, then interleaved cold runs. Usage: bench/run.sh parse|examine|link|overlap [ROUNDS]
# Needs the presets `release` and `bench` built, zstd, and a python3 with duckdb, named by PYTHON (a virtual environment outside the
# checkout), and splink for link. The files are made once, in build/bench-files. RECORDS of link: "100000 1000000".
set -eu
cd "$(dirname "$0")/.."
question=${1:?"usage: bench/run.sh parse|examine|link|overlap [ROUNDS]"}
rounds=${2:-5}
python=${PYTHON:-python3}
sidik=build/release/sidik
files=build/bench-files
"$python" -c 'import duckdb; print("duckdb", duckdb.__version__)'
if [ "$question" != link ] && [ "$question" != overlap ] && [ ! -e $files/large.csv ]; then
  $sidik rehearse bpjs-2021 --rows 1000000 --seed 1 --out $files/rehearsal
  python3 bench/make_files.py $files/rehearsal/dump.csv $files
fi

# equal NAME COMMAND NAME COMMAND: both print the same.
equal() {
  left=$(eval "$2")
  right=$(eval "$4")
  [ "$left" = "$right" ] && { echo "$1 and $3 agree"; return; }
  echo "bench: $1 and $3 give other answers: $left / $right" >&2
  exit 1
}

case $question in
  parse)
    for threads in 1 2; do
      peer="$python bench/parse/duckdb_parse.py $files/large.csv '|' $threads"
      own="build/bench/bench/bench_parse $threads $files/large.csv"
      equal duckdb "$peer" sidik "$own"
      echo "parse, $threads threads"
      python3 bench/interleave.py --rounds "$rounds" "duckdb=$peer" "sidik=$own"
    done
    ;;
  examine)
    document=$(mktemp)
    trap 'rm -f "$document"' EXIT
    for ending in csv csv.gz csv.zst; do
      file=$files/rows.$ending
      for threads in 1 2; do
        peer="$python bench/examine/duckdb_examine.py $file '|' $threads hashed"
        exact="$python bench/examine/duckdb_examine.py $file '|' $threads exact"
        own="$sidik examine $file --parts scan --threads $threads --format json"
        equal duckdb "$peer" sidik "$own >$document; python3 bench/examine/answer.py $document"
        echo "examine $ending, $threads threads"
        python3 bench/interleave.py --varying --rounds "$rounds" "duckdb=$peer" "duckdb, rows exact=$exact" "sidik=$own"
      done
    done
    ;;
  link)
    for records in ${RECORDS:-100000 1000000}; do
      file=$files/link/people-$records.csv
      if [ ! -e "$file" ]; then
        mkdir -p $files/link
        $sidik rehearse bpjs-2021 --rows $((records + records / 50)) --seed 11 --altered 0.08 --truth-column PERSON \
          --out "$files/link/rehearsal-$records"
        python3 bench/link_people/make_file.py "$files/link/rehearsal-$records" "$records" "$file"
      fi
      clusters=$files/link/splink-$records
      echo "link, $records records; F1 of splink at its usual threshold, then at others, then of sidik"
      "$python" bench/link_people/splink_people.py "$file" "$clusters.csv" --thresholds 0.95,0.5,0.8,0.99 >/dev/null 2>&1
      for threshold in csv 0.5.csv 0.8.csv 0.99.csv; do
        python3 bench/link_people/evaluate.py "$file" "$clusters.$threshold"
      done
      python3 bench/link_people/sidik_people.py $sidik "$file" "$clusters.sidik.csv"
      python3 bench/link_people/evaluate.py "$file" "$clusters.sidik.csv"
      python3 bench/interleave.py --varying --rounds "$rounds" \
        "splink=$python bench/link_people/splink_people.py $file $clusters.csv 2>/dev/null" \
        "sidik=$sidik people $file --truth PERSON --format json"
    done
    ;;
  overlap)
    overlaps=$files/overlap
    rows=${RECORDS:-10000000}
    [ -e "$overlaps/there.csv" ] || python3 bench/overlap/make_files.py "$rows" $overlaps
    document=$(mktemp)
    trap 'rm -f "$document"' EXIT
    peer="$python bench/overlap/duckdb_overlap.py $overlaps/here.csv $overlaps/there.csv 2"
    own="$sidik examine $overlaps/here.csv --parts scan --known there=$overlaps/there.csv --format json"
    equal duckdb "$peer" sidik "$own >$document; python3 bench/overlap/answer.py $document"
    echo "overlap, from two files of $rows rows to counts; sidik examines the first besides"
    python3 bench/interleave.py --varying --rounds "$rounds" "duckdb=$peer" "duckdb, 1 GB=$peer 1GB" "sidik=$own" \
      "sidik, examination alone=$sidik examine $overlaps/here.csv --parts scan --format json"
    echo "overlap, the joins alone: DuckDB of three columns of tables in memory, sidik of two token files"
    key=$overlaps/key
    echo 00112233445566778899aabbccddeeff >$key
    for side in here there; do $sidik tokens $overlaps/$side.csv --key $key --out $overlaps/$side.tokens >/dev/null; done
    for round in 1 2 3; do
      "$python" bench/overlap/duckdb_join.py "$rows" 3 2
      python3 bench/interleave.py --rounds 3 "sidik=$sidik tokens $overlaps/here.tokens --compare $overlaps/there.tokens"
      build/bench/bench/bench_overlap "$rows" 3 2
    done
    ;;
  *) echo "bench: no question $question" >&2; exit 64 ;;
esac
