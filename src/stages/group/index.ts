export { type AverageLinkInput, averageLink } from './averageLink.ts';
export { type CopyEdges, groupCopies, LEAST_LIKENESS, likenessOf } from './copies.ts';
export { contrastOfTexts, type EventEdges, groupEvents, MOST_CONTRAST, SLACK } from './events.ts';
export { meanScore } from './meanScore.ts';
export { alone, groupsOf, type Partition } from './partition.ts';
export { chooseRepresentative } from './representative.ts';
