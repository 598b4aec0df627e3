#!/usr/bin/env python3
"""Runs commands in turn, each as a cold process, and compares their times.

Usage: bench/interleave.py [--rounds N] NAME=COMMAND NAME=COMMAND...
Prints for each command the least and the median of wall seconds and CPU seconds, and the most memory; then the ratios of the medians
to the first. The output of each command is checked to be the same in every round. Machines are noisy: ratios of interleaved runs count,
seconds do not.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time


def run(command):
    begun = time.monotonic()
    process = subprocess.Popen(command, shell=True, stdout=subprocess.PIPE, executable="/bin/bash")
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if status != 0:
        sys.exit(f"bench: failed with {status}: {command}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--varying", action="store_true", help="the outputs differ from run to run (times inside)")
    parser.add_argument("contenders", nargs="+", metavar="NAME=COMMAND")
    arguments = parser.parse_args()
    contenders = [word.split("=", 1) for word in arguments.contenders]
    taken = {name: [] for name, _ in contenders}
    outputs = {}
    for round_number in range(arguments.rounds):
        for name, command in contenders:
            *figures, output = run("exec " + command)
            taken[name].append(figures)
            if outputs.setdefault(name, output) != output and not arguments.varying:
                sys.exit(f"bench: {name} gave another answer in round {round_number + 1}")
    first = None
    for name, _ in contenders:
        walls, cpus, memory = zip(*taken[name])
        wall = statistics.median(walls)
        first = first or wall
        print(
            f"{name:24} wall {min(walls):7.3f} .. {wall:7.3f} s   cpu {statistics.median(cpus):7.3f} s   "
            f"memory {max(memory) / 1e6:7.0f} MB   x {wall / first:5.2f}"
        )
        if not arguments.varying:
            print(f"{'':24} {outputs[name].decode()[:200].strip()}")


main()
