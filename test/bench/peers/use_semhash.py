"""semhash: SemHash.from_records and self_deduplicate, as in its README, with the model that it loads by default."""

from groups import Groups, read_articles
from semhash import SemHash

ids, texts = read_articles()
records = [{"id": id, "text": text} for id, text in zip(ids, texts)]
result = SemHash.from_records(records=records, columns=["text"]).self_deduplicate()
groups = Groups()
for duplicate in result.filtered:
    groups.join(duplicate.record["id"], duplicate.duplicate_of["id"])
groups.write()
