"""datasketch: MinHash.bulk and MinHashLSH with the numbers of its documentation's example; what the index answers is taken as found."""

from datasketch import MinHash, MinHashLSH
from groups import Groups, read_articles, shingles

ids, texts = read_articles()
sketches = MinHash.bulk(([run.encode() for run in shingles(text)] for text in texts), num_perm=128)
index = MinHashLSH(threshold=0.5, num_perm=128)
with index.insertion_session() as session:
    for id, sketch in zip(ids, sketches):
        session.insert(id, sketch)
groups = Groups()
for id, sketch in zip(ids, sketches):
    for other in index.query(sketch):
        groups.join(id, other)
groups.write()
