"""text-dedup: `python -m text_dedup.minhash` as in its README; --debug has it write its clusters, by index of the article."""

import os
import pickle
import subprocess
import sys

from groups import CORPUS, SCRATCH, Groups, read_articles

output = os.path.join(SCRATCH, "output")
options = {
    "path": "json",
    "data_files": CORPUS,
    "split": "train",
    "cache_dir": os.path.join(SCRATCH, "cache"),
    "output": output,
    "column": "text",
    "batch_size": "10000",
}
flags = [part for name, value in options.items() for part in ("--" + name, value)]
subprocess.run([sys.executable, "-m", "text_dedup.minhash", *flags, "--debug"], check=True)

ids, _ = read_articles()
with open(os.path.join(output, "uf.pkl"), "rb") as file:
    clusters = pickle.load(file)
groups = Groups()
for i in list(clusters.parent):
    groups.join(ids[clusters.find(i)], ids[i])
groups.write()
