#!/usr/bin/env python3
"""Contender of bench/link_people: Splink with its DuckDB backend, as its tutorial and comparison library recommend for such columns.

Usage: splink_people.py FILE.csv CLUSTERS.csv [--threads N] [--thresholds 0.5,0.8,0.95]
Blocking rules are keys that leave some millions of pairs, u by random sampling, m by EM over three blockings, prediction, connected components.
The first threshold's clusters are written as record,cluster; the others into CLUSTERS.P.csv, so that the peer may have its best.
Prints to standard error what each step took, and the pairs that were scored.
"""
import argparse
import logging
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.add_argument("clusters")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--thresholds", default="0.95")
arguments = parser.parse_args()
logging.getLogger("splink").setLevel(logging.ERROR)
begun = last = time.monotonic()


def done(what):
    global last
    now = time.monotonic()
    print(f"{what:32} {now - last:8.2f} s", file=sys.stderr)
    last = now


connection = duckdb.connect(config={"threads": arguments.threads})
connection.execute(
    f"create table people as select row_number() over () as unique_id, * exclude (PERSON) "
    f"from read_csv('{arguments.file}', header=true, all_varchar=true, nullstr='')"
)
api = DuckDBAPI(connection)
people = api.register("people")
done("read")

settings = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.NameComparison("nama"),
        cl.DateOfBirthComparison("tgllhr", input_is_string=True),
        cl.ExactMatch("jenkel"),
        cl.DamerauLevenshteinAtThresholds("nik", [1, 2]),
        cl.DamerauLevenshteinAtThresholds("nohp", [1, 2]),
        cl.EmailComparison("email"),
        cl.ExactMatch("tmplhr").configure(term_frequency_adjustments=True),
        cl.ExactMatch("noka"),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("nik"),
        block_on("nohp"),
        block_on("email"),
        block_on("nama", "tgllhr"),
        block_on("tgllhr", "tmplhr", "substr(nama, 1, 1)"),
        block_on("nama", "tmplhr"),
        block_on("noka", "tgllhr"),
        block_on("substr(nama, 1, 4)", "tgllhr"),
        block_on("nama", "noka"),
    ],
    retain_matching_columns=False,
    retain_intermediate_calculation_columns=False,
)
linker = Linker(people, settings)
linker.training.estimate_probability_two_random_records_match(
    [block_on("nik"), block_on("nama", "tgllhr", "tmplhr")], recall=0.8
)
done("probability of a match")
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
done("u by random sampling")
linker.training.estimate_parameters_using_expectation_maximisation(block_on("nik"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("nama", "tgllhr"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("nohp"))
done("m by expectation maximisation")
predictions = linker.inference.predict(threshold_match_weight=-10)
done("prediction")
for number, threshold in enumerate(arguments.thresholds.split(",")):
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, float(threshold))
    relation = clusters.as_duckdbpyrelation()
    path = arguments.clusters if number == 0 else f"{arguments.clusters.removesuffix('.csv')}.{threshold}.csv"
    relation.project("unique_id as record, cluster_id as cluster").write_csv(path, header=True)
    done(f"clusters at {threshold}")
print(f"{'all':32} {time.monotonic() - begun:8.2f} s", file=sys.stderr)
counted = connection.execute(f"select count(*) from {predictions.physical_name}").fetchone()[0]
print(f"{counted} pairs at a weight of -10 bits or more", file=sys.stderr)
