/** The files of `natural` that are imported one by one; the package has types for its index alone. */
declare module 'natural/lib/natural/stemmers/*.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/util/*.js' {
  const stopWords: { words: string[] };
  export default stopWords;
}
