"""rensa: full-set R-MinHash over words and RMinHashDeduplicator, as in its README, at the threshold given as a further argument."""

import sys

from groups import Groups, read_articles
from rensa import RMinHash, RMinHashDeduplicator

ids, texts = read_articles()
sketches = RMinHash.from_token_sets([text.split() for text in texts], num_perm=128, seed=42)
deduplicator = RMinHashDeduplicator(threshold=float(sys.argv[4]), num_perm=128, use_lsh=True)
kept = deduplicator.add_pairs(list(zip(ids, sketches)))
dropped = [i for i, keep in enumerate(kept) if not keep]
groups = Groups()
for i, matches in zip(dropped, deduplicator.get_duplicate_sets([sketches[i] for i in dropped])):
    for other in matches:
        groups.join(ids[i], other)
groups.write()
