/** Pages without own text: they join nothing, and the report lists them. */
import { describe, expect, test } from 'vitest';
import { dedupe } from '../../src/index.ts';
import { ownTextOf } from './own.ts';

const GATES: Record<string, string> = {
  'sign-in gate': 'Sign in to continue reading\nYou must be logged in to view this page.\nForgot your password?\nCreate an account',
  'sign-in gate in German':
    'Anmelden\nBitte melden Sie sich an, um diesen Artikel zu lesen.\nBenutzername\nPasswort vergessen?\nJetzt registrieren',
  'sign-in gate in French': 'Se connecter\nVous devez être connecté pour lire cet article.\nMot de passe oublié ?\nCréer un compte',
  'cookie wall': 'This website uses cookies\nBy continuing to use this site you agree to our cookie policy.\nAccept all\nManage my choices',
  'cookie wall in German':
    'Wir verwenden Cookies\nMit Ihrer Zustimmung speichern wir und unsere Partner Cookies auf Ihrem Gerät. Mehr in der Datenschutzerklärung.\nAlle akzeptieren\nEinstellungen\nImpressum',
  'cookie wall in French':
    'Nous utilisons des cookies\nAvec votre accord, nos partenaires et nous utilisons des cookies. Voir notre politique de confidentialité.\nTout accepter\nTout refuser',
  'error page': '404\nPage not found\nSorry, the page you are looking for does not exist. Please check your address.\nBack to home',
  'error page in German': '404\nSeite nicht gefunden\nDie von Ihnen gesuchte Seite wurde nicht gefunden.\nZur Startseite',
  'error page in French': 'Erreur 404\nPage introuvable\nLa page que vous recherchez n’existe pas ou a été déplacée.\nRetour à l’accueil',
  'error of a script': 'Please enable JavaScript to continue\nYour browser does not support this page.',
  'access denied': 'Access Denied\nYou do not have permission to access this page on this server.\nReference #18.2f1',
  'check for robots': 'Please verify you are human\nComplete the captcha to continue.\nYour browser will be checked before you proceed.',
  'paywall teaser':
    'Subscribe to continue reading\nThis article is available to subscribers only.\nAlready a subscriber? Log in\nStart your free trial',
  'paywall teaser in German':
    'Weiterlesen mit Abo\nDieser Artikel ist nur für Abonnenten.\nSie haben bereits ein Abo? Anmelden\nJetzt testen',
  'paywall teaser in French':
    'Article réservé aux abonnés\nAbonnez-vous pour lire la suite.\nVous êtes déjà abonné ? Se connecter\nS’abonner',
};

describe('a page of furniture alone has no own text', () => {
  test.each(Object.entries(GATES))('%s', (_, text) => {
    expect(ownTextOf(text)).toBe('');
    expect(ownTextOf(text.replaceAll('\n', '\n\n'))).toBe('');
  });
});

test('so it joins nothing, even with its like, and is listed with the reason', async () => {
  const names = Object.keys(GATES);
  const articles = names.flatMap((id) => [
    { id: `${id} 1`, text: GATES[id] },
    { id: `${id} 2`, text: GATES[id] },
  ]);
  const report = await dedupe({ articles });
  expect(report).toMatchObject({ articles: [], copies: [], events: [], pairs: [] });
  const listed = articles.map(({ id }) => ({ path: id, reason: 'furniture only' }));
  expect(report.skipped).toEqual(listed.sort((a, b) => (a.path < b.path ? -1 : 1)));
});

describe('a report on such pages is one', () => {
  test.each([
    [
      'Outage locks millions out of their accounts',
      'Millions of readers could not sign in on Monday, after an error at the firm that keeps their passwords, it said in the evening.',
    ],
    [
      'Court ends cookie walls',
      'A court in Tarrin ruled on Friday that no site may ask for cookies before it shows its text, a blow to publishers.',
    ],
    [
      'Verlag klagt gegen Sperre',
      'Der Verlag hat am Montag Klage eingereicht, weil ein Urteil ihm verbietet, Artikel nur für Abonnenten freizuschalten, wie er mitteilte.',
    ],
    [
      'Les abonnés du journal en colère',
      'Des milliers d’abonnés n’ont pas pu se connecter lundi, a reconnu le journal, qui promet de les rembourser avant la fin du mois.',
    ],
    ['Two held after chase', 'Two men were arrested in Calder on Sunday after a chase over the ring road, police said.'],
  ])('%s', (...lines) => {
    expect(ownTextOf(lines.join('\n'))).toBe(lines.join('\n'));
  });
});
