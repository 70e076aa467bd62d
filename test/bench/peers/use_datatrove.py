"""
datatrove: the four MinHash stages of its examples/minhash_deduplication.py on the local executor. A file is one task's work,
so the articles are first split into a file for each core.
"""

import glob
import gzip
import json
import os

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter
from datatrove.utils.hashing import HashConfig
from datatrove.utils.typeshelper import Languages
from groups import CORPUS, SCRATCH, write

CORES = os.cpu_count()
CONFIG = MinhashConfig(hash_config=HashConfig(precision=64), num_buckets=14, hashes_per_bucket=8)


def folder(name):
    return os.path.join(SCRATCH, name)


def split():
    os.makedirs(folder("input"))
    with open(CORPUS, "rb") as corpus:
        lines = corpus.readlines()
    share = -(-len(lines) // CORES)
    for part in range(CORES):
        with open(os.path.join(folder("input"), f"{part}.jsonl"), "wb") as file:
            file.writelines(lines[part * share : (part + 1) * share])


def run(name, tasks, *pipeline):
    LocalPipelineExecutor(pipeline=list(pipeline), tasks=tasks, workers=CORES, logging_dir=folder(f"logs/{name}")).run()


def main():
    split()
    signature = MinhashDedupSignature(output_folder=folder("signatures"), config=CONFIG, language=Languages.english)
    buckets = MinhashDedupBuckets(input_folder=folder("signatures"), output_folder=folder("buckets"), config=CONFIG)
    cluster = MinhashDedupCluster(input_folder=folder("buckets"), output_folder=folder("remove"), config=CONFIG, save_cluster_id=True)
    removed = JsonlWriter(folder("removed"))
    filtered = MinhashDedupFilter(input_folder=folder("remove"), exclusion_writer=removed, load_cluster_ids=True)
    run("signatures", CORES, JsonlReader(folder("input")), signature)
    run("buckets", CONFIG.num_buckets, buckets)
    run("clusters", 1, cluster)
    run("filter", CORES, JsonlReader(folder("input")), filtered, JsonlWriter(folder("kept")))

    groups = {}
    for path in glob.glob(folder("removed/*")) + glob.glob(folder("kept/*")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                groups.setdefault(article["metadata"]["minhash_cluster_id"], []).append(article["id"])
    groups.pop(-1, None)
    write(list(groups.values()))


if __name__ == "__main__":
    main()
