import { UserError } from '../errors.ts';
import type { Report, ReportGroup } from '../report.ts';

/** Refuses a report whose parts do not fit each other: an unknown id or path, one that is named twice. O(size). */
export function refuseInconsistent(report: Report, name: string): void {
  const refuse = (what: string): never => {
    throw new UserError(`${name}: ${what}`, 'it was changed by hand or by another program; make it again');
  };
  const articles = new Map<string, Report['articles'][number]>();
  for (const [at, article] of report.articles.entries()) {
    if (articles.has(article.path)) refuse(`articles[${at}].path is ${JSON.stringify(article.path)}, which is there twice`);
    articles.set(article.path, article);
  }
  const known = (path: string, place: string) =>
    articles.get(path) ?? refuse(`${place} is ${JSON.stringify(path)}, which is not among the articles`);

  for (const kind of ['copies', 'events'] as const) {
    const part = kind === 'copies' ? 'copy' : 'event';
    const groups = new Map<string, ReportGroup>();
    let members = 0;
    for (const [at, group] of report[kind].entries()) {
      if (groups.has(group.id)) refuse(`${kind}[${at}].id is ${group.id}, which is there twice`);
      groups.set(group.id, group);
      for (const [i, path] of group.articles.entries()) {
        const place = `${kind}[${at}].articles[${i}]`;
        const { [part]: id } = known(path, place);
        if (id !== group.id) refuse(`${place} is ${JSON.stringify(path)}, whose ${part} is ${id}, not ${group.id}`);
      }
      const inside = new Set(group.articles);
      if (inside.size < group.articles.length) refuse(`${kind}[${at}] names an article twice`);
      if (!inside.has(group.representative))
        refuse(`${kind}[${at}].representative is ${JSON.stringify(group.representative)}, which is not one of its articles`);
      const stranger = group.baseline?.new.find((path) => !inside.has(path));
      if (stranger !== undefined) refuse(`${kind}[${at}].baseline.new names ${JSON.stringify(stranger)}, which is not one of its articles`);
      members += group.articles.length;
    }
    const claimed = report.articles.filter((article) => article[part] !== null);
    const stray = claimed.find((article) => !groups.has(article[part]!));
    if (stray) refuse(`the ${part} of ${JSON.stringify(stray.path)} is ${stray[part]}, and there is no such group`);
    if (claimed.length !== members) refuse(`some article's ${part} names a group that does not name the article`);
  }
  const copyIds = new Set(report.copies.map(({ id }) => id));
  for (const [at, event] of report.events.entries())
    for (const id of event.copies) if (!copyIds.has(id)) refuse(`events[${at}].copies names ${id}, and there is no such group`);
  for (const [at, { a, b }] of report.pairs.entries()) {
    known(a, `pairs[${at}].a`);
    known(b, `pairs[${at}].b`);
    if (a >= b) refuse(`pairs[${at}] has a ${JSON.stringify(a)}, which does not come before its b`);
  }
}
