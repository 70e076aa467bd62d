export interface Results {
  readonly peers?: Readonly<Record<string, object>>;
  readonly bench?: Readonly<Record<string, object>>;
}
export function renderPage(text: string, results: Results): { text: string; plots: Record<string, string> };
export function addResults(page: string, part: 'peers' | 'bench', size: string, results: object): void;
