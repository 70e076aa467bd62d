/**
 * The words by which furniture is known. To teach strip a new one, add a phrase to the row of its kind and anchor;
 * nothing else has to change. Phrases are separated by ` | ` or a line end and read as the texts themselves are: case,
 * accents, kinds of quotes, inner apostrophes and a possessive 's make no difference. `#` stands for any number, `_` for
 * any one word.
 */

/** What a piece of furniture is, in a reader's words; the order gives each its bit. */
export const KINDS = [
  'related list',
  'comment form',
  'newsletter',
  'share bar',
  'copyright',
  'photo credit',
  'author box',
  'advertisement',
  'link to more',
  'sign-in',
  'cookie notice',
  'navigation',
  'by-line',
  'error page',
  'poll',
  'about the outlet',
  'interruption',
  'update notice',
  'reporter credit',
] as const;
export type Kind = (typeof KINDS)[number];

/** The bit of a kind in masks of kinds. */
export function bitOf(kind: Kind): number {
  return 1 << KINDS.indexOf(kind);
}

/**
 * Where a phrase counts: as the whole line, at the line's start, anywhere in it (the weakest sign), or inside: words
 * that a page puts between two sentences of the article, cut out of the line.
 */
export type Anchor = 'whole' | 'start' | 'anywhere' | 'inside';

export interface PhraseRow {
  readonly kind: Kind;
  readonly anchor: Anchor;
  readonly phrases: string;
}

// biome-ignore format: rows of phrases, one list each, not one phrase a line
export const PHRASES: readonly PhraseRow[] = [
  { kind: 'related list', anchor: 'whole', phrases: `
    related | related to this story | in this story | in this article | more | more: | see also | similar | popular | trending
    trending now | latest | latest updates | most read | most popular | most viewed | most recent | recent posts | recent articles
    top stories | top news | featured | featured stories | headlines | up next | next up | tags | tags: | topics | topics:
    filed under | recommended | recommended for you | editor's picks | editors' picks | editor picks | don't miss | must read
    must reads | what's new | more news | more stories | more headlines | more posts | more articles | more coverage | more on this
    more on this story | more on this topic | read next | read these next | what to read next | explore more | discover more
    around the web | from around the web | from the web | sponsored content | sponsored stories | promoted | promoted stories
    paid content | partner content | mehr zum thema | zum thema | themen | themen: | schlagworte | schlagwörter | schlagwörter:
    stichworte | aktuell | aktuelles | meistgelesen | meist gelesen | meistkommentiert | auch interessant | empfehlungen
    siehe auch | weitere artikel | weitere themen | weitere news | weitere meldungen | weitere nachrichten | weitere beiträge
    weitere informationen | weiterlesen | top-themen | top themen | neueste | neuste | aktuelle artikel | aktuelle beiträge
    aktuelle meldungen | letzte news | letzte beiträge | beliebt | beliebte artikel | beliebte beiträge | kategorien | archive
    etiketten | links zum thema | nächster artikel | nächster beitrag | vorheriger beitrag | vorheriger artikel | mehr davon
    branchen news | blogroll | archiv | read more | watch | watch next | also read | also in the news | elsewhere
    elsewhere on the web | on the same subject | related topics | related content | related coverage | our picks | best of the web
    before you go | more _ news | all news | more local news | more weather | more sport | more sports | more business | all stories
    热门推荐 | 為您推薦 | 为您推荐 | все новости раздела | новости по теме | все новости
    relacionadas | relacionados | relacionado | notícias | últimas | destaques | mais notícias | mais vistas | mais vistos
    recomendados | recomendadas | categorias | arquivos | publicidade | artigos relacionados | posts relacionados | lo último
    destacadas | destacados | recomendados para ti | te recomendamos | categorías | archivos | à la une | en continu | les + lus
    articles récents | catégories | archives | in evidenza | ultime notizie | articoli recenti | categorie | archivi
    meest bekeken | laatste nieuws | aanbevolen | en çok okunanlar | son dakika | son haberler | polecane | najnowsze
    najczęściej czytane | mest läst | senaste nytt | mest lest | siste nytt | seneste nyt | mest læste | berita terkait
    terpopuler | terkini | главное | новости партнеров | новости партнёров | последние новости | лента новостей | еще по теме
    ещё по теме | рубрики | архивы | you might like | more like this | more to explore | most shared | most discussed
    most commented | from our network | recommended by | around the site | latest stories | latest articles | related posts
    related articles | related stories | related news | related videos | related links | popular now | trending news | trending stories | trending videos | trending topics | trending articles | hot topics
    more top stories
    also from this source | more releases from this source | news releases in similar topics` },
  { kind: 'related list', anchor: 'start', phrases: `
    more from | more in | more on | more about | more stories | more news | related | also read | read also | also see | see also
    you may like | you may also | you might like | you might also | you'll also like | people also | readers also | recommended for
    most read | most popular | most viewed | most commented | most shared | most watched | trending on | trending now | trending:
    top stories | latest news | latest stories | latest headlines | latest from | latest in | the latest from | recent posts
    recent stories | recent news | popular stories | popular posts | popular in | popular on | stories from | other stories
    other news | in other news | in case you missed | from our partners | from the archive | promoted content | sponsored by
    sponsored links | what others are reading | what to read | read next | watch next | similar articles | similar stories
    similar posts | keep reading | continue exploring | tagged: | tagged with | tagged as | filed under | posted in | categories:
    tags: | topics: | read more: | read more about | read more on | read more from | click here for more | additional reading
    further reading | mehr zum | mehr zu | mehr aus | mehr von | mehr dazu | mehr lesen | lesen sie auch | lesen sie mehr
    lesen sie hier | lesen sie dazu | lies auch | auch interessant | das könnte sie | das könnte dich | das könnte ihnen
    das könnte euch | ähnliche artikel | ähnliche beiträge | ähnliche themen | verwandte | passend zum | weitere interessante
    weitere artikel | weitere themen | weitere news | weitere meldungen | weitere beiträge | weitere informationen | weiterführende
    meistgelesen | die meistgelesen | neueste beiträge | neueste artikel | neueste nachrichten | neueste kommentare
    neuste beiträge | aktuelle nachrichten | aktuelle news | aktuelle meldungen | empfehlungen der | empfohlene | schlagwörter:
    schlagworte: | themen: | kategorie: | kategorien: | veröffentlicht in | veröffentlicht unter | verschlagwortet | abgelegt unter
    thematisch verwandt | à lire aussi | lire aussi | a lire aussi | à lire | voir aussi | à voir aussi | sur le même sujet
    sur le même thème | articles similaires | articles liés | les plus lus | plus d'articles | plus d'infos | dans la même rubrique
    lea también | lee también | lea además | te puede interesar | te podría interesar | le puede interesar | también te puede
    noticias relacionadas | artículos relacionados | más noticias | más sobre | más leídas | más leídos | lo más leído
    lo más visto | ver también | etiquetas | leggi anche | leggi tutto | ti potrebbe interessare | potrebbe interessarti
    articoli correlati | i più letti | leia também | leia mais | veja também | notícias relacionadas | mais lidas | mais lidos
    lees ook | lees meer | meer over | gerelateerd | meest gelezen | читайте также | смотрите также | материалы по теме | по теме
    похожие | популярные | популярное | самое читаемое | теги | czytaj także | czytaj też | zobacz także | zobacz też | läs också
    les også | læs også | ilgili haberler | lue myös | recommended story | recommended stories | recommended reads
    recommended reading | recommended videos | trending story | trending stories | in related news | you may also be interested
    you might be interested | other articles | other posts | also on | previous coverage | our previous coverage | related:
    suggested reading | suggested articles | 相关新闻 | 相关阅读 | 相关报道 | 相关链接 | 相关文章 | 延伸阅读 | 推荐阅读 | 推荐新闻 | 热门新闻 | 热门文章 | 更多新闻 | 猜你喜欢
    最新新闻 | 今日热点 | 相關新聞 | 相關報導 | 相關文章 | 延伸閱讀 | 更多報導 | 更多新聞 | 熱門新聞 | 関連記事 | 関連ニュース | 関連リンク | あわせて読みたい | 合わせて読みたい | おすすめ記事 | おすすめの記事
    人気記事 | 最新記事 | 新着記事 | アクセスランキング | 人気ランキング | 関連トピック | 관련기사 | 관련 기사 | 관련 뉴스 | 많이 본 뉴스 | 많이 본 기사 | 추천 기사 | 인기 기사 | اقرأ أيضا
    اقرأ أيضًا | اقرأ المزيد | إقرأ أيضا | اقرأ ايضا | شاهد أيضا | شاهد ايضا | مواضيع ذات صلة | موضوعات ذات صلة | أخبار ذات صلة
    مقالات ذات صلة | موضوعات متعلقة | مواضيع متعلقة | الأكثر قراءة | الأكثر مشاهدة | قد يعجبك أيضا | قد يهمك أيضا | أخبار متعلقة
    новости по теме | другие новости
    você pode gostar | você também pode | você pode se interessar | confira também | confira mais | leia mais sobre | mais sobre
    mais em | últimas notícias de | assuntos relacionados | notícias mais lidas | posts relacionados | artigos relacionados
    matérias relacionadas | conteúdo relacionado | vídeos relacionados | te recomendamos | quizás te interese | más en
    más información sobre | contenido relacionado | temas relacionados | noticias destacadas | vous aimerez aussi
    à découvrir aussi | nos derniers articles | dans l'actualité | potrebbe interessarti anche | altri articoli | ultime da
    anche da | lees verder over | bekijk ook | misschien vind je | bunlar da ilginizi | benzer haberler | diğer haberler
    przeczytaj także | polecamy | podobne artykuły | läs mer om | läs mer: | les også: | les mer om | læs mere om | baca juga
    lihat juga | tin liên quan | xem thêm | đọc thêm | вам может быть | рекомендуем | также по теме | еще новости | also on _
    you may have missed | more posts from | stories you may | stories you might | more great | what readers are` },
  { kind: 'comment form', anchor: 'whole', phrases: `
    comments | comment | comments: | # comments | # comment | comments (#) | (#) comments | no comments | discussion
    join the conversation | join the discussion | have your say | view comments | show comments | hide comments | see comments
    read comments | load comments | # replies | # responses | reply | replies | responses | report abuse | commenting policy
    comment policy | kommentare | kommentar | kommentare (#) | # kommentare | # kommentar | keine kommentare | antworten
    commentaires | # commentaires | réagir | comentarios | # comentarios | comentários | commenti | reacties | комментарии
    комментарии: | комментировать | ответить | komentarze | kommentarer | 评论 | 發表評論 | 发表评论 | コメント | 댓글 | write a comment...
    التعليقات | تعليقات | # تعليقات | 网友评论 | 我要评论 | 留言 | 評論 | コメントする | コメント一覧 | 댓글 쓰기 | comment *
    sort by | newest | oldest | most liked | most replies | comente | comentar | # comentários | réactions | yorumlar | komentar
    kommentera | отзывы` },
  { kind: 'comment form', anchor: 'start', phrases: `
    leave a comment | leave a reply | leave your comment | leave comment | post a comment | post your comment | post comment
    add a comment | add your comment | add comment | write a comment | submit a comment | be the first to comment
    join the conversation | join the discussion | view all comments | comments are closed | comments closed | comments on this
    # comments on | # responses to | # thoughts on | # replies to | one response to | one thought on | # comments so far
    your email address will not | your e-mail address will not | required fields are marked | save my name, email | notify me of
    cancel reply | this site uses akismet | you must be logged in to | please log in to comment | log in to comment
    sign in to comment | kommentar schreiben | kommentar verfassen | kommentar hinterlassen | kommentar hinzufügen
    kommentar abgeben | kommentar absenden | kommentare zu | schreibe einen kommentar | schreiben sie einen kommentar
    hinterlasse einen kommentar | hinterlasse eine antwort | diskutieren sie | ihre meinung zu | ihr kommentar | dein kommentar
    deine e-mail-adresse wird | ihre e-mail-adresse wird | erforderliche felder | meinen namen, meine e-mail | antworten abbrechen
    benachrichtige mich | benachrichtigung bei | # gedanken zu | ein gedanke zu | # antworten auf | # kommentare zu
    diese website verwendet akismet | du musst angemeldet sein | bitte melden sie sich an | laisser un commentaire
    poster un commentaire | ajouter un commentaire | votre adresse | deja un comentario | deja una respuesta | deja tu comentario
    tu dirección de correo | escribir un comentario | lascia un commento | il tuo indirizzo email non | deixe um comentário
    deixe uma resposta | o seu endereço de e-mail não | plaats een reactie | geef een reactie | je e-mailadres wordt niet
    оставить комментарий | добавить комментарий | войти или зарегистрироваться | ваш адрес email не | أضف تعليق | أضف تعليقا
    اترك تعليقا | اكتب تعليق | لن يتم نشر عنوان بريدك | コメントを投稿 | コメントを書く | report this comment | comments are moderated
    comments are welcome | this article has # comments | please read our house rules | please read our commenting
    log in or register to comment | login to comment | register to comment | show more comments | view comments | hide comments
    комментарии (#) | войдите, чтобы оставить комментарий | commentaires (#) | comentarios (#)
    the comments below have | share or comment on this article | we are no longer accepting comments
    please enable javascript to view the comments | sort by newest | sort by oldest | oldest first | newest first | best rated
    deixe seu comentário | deixe sua opinião | seja o primeiro a comentar | comente esta | comente abaixo
    os comentários são | o seu endereço de email não | escribe tu comentario
    sé el primero en comentar | los comentarios están | añadir comentario | soyez le premier à | les commentaires sont
    réagissez | commenta | lascia un tuo | inserisci un commento | reageer | yorum yap | yorum yaz | dodaj komentarz
    napisz komentarz | skriv en kommentar | legg igjen en | lämna en kommentar | tinggalkan | комментариев: #
    написать комментарий
    did you make this recipe | did you try this recipe` },
  { kind: 'newsletter', anchor: 'anywhere', phrases: `
    newsletter | newsletters | sign up for | sign up to | sign me up | subscribe | subscribe to | subscribe now | subscribers only
    subscriber exclusive | already a subscriber | become a subscriber | become a member | unlimited access | digital access
    free trial | to your inbox | in your inbox | delivered to your | email alerts | breaking news alerts | push notifications
    get our app | download our app | download the app | our mobile app | app store | google play | support our journalism
    support independent | make a donation | donate now | abonnieren | abonnement | abo | probeabo | kostenlos testen
    jetzt anmelden | jetzt registrieren | newsletter-anmeldung | in ihr postfach | ihr postfach | s'abonner | abonnez-vous
    inscrivez-vous | suscríbete | suscribirse | suscríbase | boletín | iscriviti | abbonati | assine | inscreva-se | nieuwsbrief
    подписаться | подписка | подпишитесь | rss feed | rss-feed | turn on notifications | get notifications | follow this blog
    enter your email | support us | install our | free app | by signing up | register to read | start your free | invalid email
    check your inbox | thank you for subscribing | successfully subscribed | become a supporter | get the app | download the _ app
    download the _ _ app | download the _ _ _ app | app for iphone and android | app for ios and android | sign up here | sign up today | weekly digest | daily briefing
    subscriber-only newsletter | magazine delivered | app updates | browsing on | manage your subscription | gift subscription
    اشترك في | اشترك الآن | النشرة البريدية | النشرة الإخبارية | حمل التطبيق | تطبيقنا | 订阅 | 訂閱 | 下载客户端 | 下载app | メールマガジン | メルマガ
    有料会員 | 会員限定 | 無料会員 | 購読申し込み | 구독하기 | 뉴스레터 | unsubscribe | abmelden
    meet your inbox | straight to your inbox | delivered weekday mornings | delivered daily to | could not subscribe, try again
    when you subscribe we will | calling all _ superfans | get the biggest stories | receba em seu email | receba no seu e-mail
    receba nossas notícias | cadastre-se | assine nossa newsletter | recibe en tu correo | recibe las noticias | apúntate
    inscrivez-vous à | recevez chaque | ricevi ogni | schrijf je in | meld je aan voor | abone ol | zapisz się | prenumerera
    tilmeld dig | berlangganan
    our journalism needs | journalism needs your | needs your support | relies on your support | help keep our journalism | keep our journalism
    your contribution helps | every contribution | every donation | every gift | however big or small | reader-supported | support local journalism | supports local journalism
    support quality journalism | fund our journalism | powers our journalism
    you have a preview view of this | while we are checking your access | the full article content will load | while we verify access
    your subscription is being used on | se está usando en otro dispositivo | añadir otro usuario a tu suscripción | si continúas leyendo en este dispositivo
    votre abonnement est utilisé sur | ihr abonnement wird auf | sua assinatura está sendo usada em | benefício do assinante | recurso exclusivo para assinantes
    não é assinante poderá ler | assinantes podem liberar | vantagens de ser assinante | sua assinatura pode valer | sua assinatura vale
    funzione riservata agli abbonati | fonction réservée aux abonnés | need a news break` },
  { kind: 'newsletter', anchor: 'start', phrases: `
    download our | download the _ app | download the _ _ app | download the _ # | download:` },
  { kind: 'share bar', anchor: 'whole', phrases: `
    share | shares | # shares | tweet | tweets | pin | pin it | email | e-mail | mail | print | facebook | twitter | x | instagram
    youtube | rss | buffer | save | bookmark | like | likes | # likes | follow | follow us | google+ | xing | snapchat | tiktok
    sms | messenger | more sharing options | teilen | drucken | merken | twittern | mailen | versenden | folgen | empfehlen
    bewerten: | partager | imprimer | compartir | imprimir | compartilhar | delen | отправить | feed | vk | مشاركة | شارك | طباعة
    分享 | 收藏 | 打印 | シェア | ツイート | 印刷 | 공유 | 인쇄 | mastodon | bluesky | threads | share link | gift article
    deel artikel: | deel dit artikel: | del artikkelen | dela artikeln | teile diesen artikel | condividi l'articolo | compartir artículo | partager l'article` },
  { kind: 'share bar', anchor: 'start', phrases: `
    follow _ on | follow _ _ on | 字号: | 字體: | 字体: | 文字サイズ | text size | follow us | follow me | like us on | find us on | join us on | share this | folgen sie uns
    suivez-nous | síguenos | seguici | подписывайтесь на
    like this story | like this article | love this story | did you like this | enjoyed this article | compartilhe esta
    compartilhe este | compartilhe isso | clique para compartilhar | curtir isso | siga-nos | siga o | curta nossa
    curta a nossa | comparte esta | comparte este | compartir esta | partager cet | condividi questo | delen via | paylaş
    udostępnij | поделитесь
    follow _ # | follow @_` },
  { kind: 'share bar', anchor: 'anywhere', phrases: `
    share this | share on | share via | share with | share it | click to share | click to email | email this | e-mail this
    print this | tweet this | follow us | follow me on | follow @# | like us on | find us on | join us on | connect with us
    like this: | like loading | whatsapp | pinterest | linkedin | tumblr | stumbleupon | reddit | flipboard | telegram
    facebook twitter | on facebook | on twitter | auf facebook | auf twitter | artikel teilen | beitrag teilen | auf facebook teilen
    per mail | per e-mail | folgen sie uns | folge uns | folgt uns | gefällt mir | partager sur | partagez | suivez-nous
    compartir en | síguenos | compartilhe | condividi | seguici | deel dit | volg ons | поделиться | copy link | link kopieren
    تابعونا على | تابعنا على | شارك على | شارك عبر | 分享到 | 分享至 | 微信扫一扫 | 扫一扫 | 关注我们 | 關注我們 | シェアする | ツイートする | フォローする | 공유하기
    share article | share story | share this story
    compartilhar no | compartilhar via | compartilhar em | nas redes sociais: | síguenos en | condividi su | delen op
    поделиться в` },
  { kind: 'copyright', anchor: 'start', phrases: `
    © | disclaimer: | distributed by | powered by | 免责声明 | 声明: | 聲明: | disclaimer
    copyright # | copyright © | copyright (c) | copyright by | (c) # | all rights reserved | all content copyright
    content copyright
    (copyright | (©` },
  { kind: 'copyright', anchor: 'anywhere', phrases: `
    copyright | all rights reserved | rights reserved | may not be published | may not be reproduced | may not be republished
    used with permission | alle rechte vorbehalten | alle rechte | vervielfältigung | tous droits réservés | todos los derechos
    reproducción prohibida | tutti i diritti | todos os direitos | alle rechten | все права защищены | 版权所有 | 无断転載
    powered by wordpress | powered by | proudly powered | theme by | designed by | blog at wordpress | bloggen auf wordpress
    erstelle eine website | this material may not be | terms and conditions | content provided by | registered trademark
    trademark of | trademarks of | © # | (c) # | no part of this | without permission | without written permission
    reproduction without | without prior written | registered office | our standards | جميع الحقوق محفوظة | حقوق النشر | 未经授权 | 不得转载
    转载请注明 | 版權所有 | 無断転載 | 無断複製 | 転載を禁じ | 무단전재 | 무단 전재 | 저작권자 | 재배포 금지
    direitos reservados | derechos reservados | droits réservés | diritti riservati | all right reserved
    rechten voorbehouden | tüm hakları saklıdır | wszelkie prawa zastrzeżone | alla rättigheter | hak cipta
    при использовании материалов | перепечатка материалов | использование материалов | material protected by` },
  { kind: 'photo credit', anchor: 'start', phrases: `
    [chart | [graphic | [map | [image | [photo | [video | [picture | (chart: | (graphic: | chart: | graphic: | photo: | photos:
    foto: | fotos: | image: | bild: | picture: | صورة: | фото: | 写真: | 图: | imagen: | fotografía:
    foto de | fotos de | crédito: | créditos: | credits: | crédit : | photo :
    foto van | fot. | kuva: | bilde: | foto av` },
  { kind: 'photo credit', anchor: 'anywhere', phrases: `
    getty images | getty | shutterstock | ap photo | ap images | associated press photo | file photo | stock photo | photo credit
    photo by | photos by | photo: | photos: | image: | image by | image via | image credit | images: | image courtesy
    photo courtesy | courtesy photo | picture: | view full caption | hide caption | toggle caption | enlarge this image
    click to enlarge | enlarge image | copyright image | media caption | image caption | foto: | fotos: | foto © | bild: | bilder:
    bildquelle | bildnachweis | quelle: | grafik: | (foto | (bild | symbolbild | archivfoto | crédit photo | crédits | photo ©
    fotografía: | imagen: | istock | istockphoto | dpa | picture alliance | imago | unsplash | pixabay | via reuters | reuters/
    afp/ | /afp | /ap | epa-efe | (photo | (image | video: | watch: | video by | screenshot | flickr | zoom | photograph: | handout:
    handout via | pic: | pics: | credit: | pictured by | foto von | photo d'illustration | 图片来源 | 资料图 | 圖片來源 | 写真: | 写真= | 画像: | 사진=
    صورة: | تصوير: | المصدر: getty | фото: | фото из | photo : | © photo | © foto | 撮影 | zdjęcie: | fotografie:
    credit... | (supplied: | (supplied)` },
  { kind: 'author box', anchor: 'whole', phrases: `
    about the author | about the writer | about the authors | about the writers | about me | about the reporter | meet the author
    über den autor | über die autorin | über den verfasser | zur person | über mich | à propos de l'auteur | sobre el autor
    sobre la autora | sobre o autor | об авторе | sull'autore | over de auteur | om författaren | عن الكاتب | 作者简介 | 著者プロフィール
    sobre o autor: | sobre a autora | chi è l'autore | sull'autrice | par notre | o autorze | yazar hakkında | du même auteur
    do mesmo autor` },
  { kind: 'author box', anchor: 'anywhere', phrases: `
    about the author | about the writer | about the authors | about me | about us | all posts by | view all posts | more by
    articles by | posts by | see all posts | read more by | is a staff writer | is a reporter | is a freelance | is a senior
    is an editor | is the author of | is editor of | follow him on | follow her on | follow them on | contact the author
    contact him at | reach him at | reach her at | can be reached at | email him at | email her at | über den autor
    über die autorin | zur person | über mich | über uns | alle beiträge von | alle artikel von | autor: | autorin:
    à propos de l'auteur | sobre el autor | sobre o autor | об авторе | written by | edited by | reporting by | editing by
    contributed to this | send tips | submit a tip | report an error | report a typo | report a correction | more from this author
    more by this author | additional reporting | compiled by
    is the editor and publisher | is the founder and editor | is a staff reporter | is a senior reporter | is a senior writer
    is a senior editor | is a freelance journalist | is an assistant editor | is the managing editor
    contributed reporting | do you have a story | got a story tip | have a news tip
    submit a news tip | send us a tip | got a tip | we pay for your stories | to report an error | spotted an error
    found a mistake | see an error | sobre a autora | leia mais artigos de | todos os posts de | todos los artículos de
    tous les articles de | tutti gli articoli di | alle artikelen van | все материалы автора` },
  { kind: 'advertisement', anchor: 'whole', phrases: `
    advertisement | advertisements | advertising | ad | ads | sponsored | anzeige | werbung | publicité | publicidad | pubblicità
    publicidade | advertentie | реклама | reklama | 广告 | 廣告 | 広告 | 광고 | advertisement - continue reading below
    advertisement continue reading the main story | story continues | the story continues | story continues below
    story continues below advertisement | article continues below | article continues below advertisement | article continues after
    close ad | skip ad | إعلان | اعلان | إعلانات | 推广 | スポンサーリンク | ＰＲ | pr | the advertisement | this advertisement | promo | (广告)
    (廣告) | (広告) | (anzeige) | (advertisement)
    continua após a publicidade | continua depois da publicidade | publicidade - | - publicidade - | - publicidad -
    - advertisement - | advertisement: | annonce | reklame | iklan | advertentie: | - anzeige - | sponsor
    skip advertisement | skip advert | passer la publicité | werbung überspringen | anzeige überspringen | saltar publicidad | saltar anuncio
    salta la pubblicità | pular anúncio | pular publicidade | advertentie overslaan | hoppa över annons | hopp over annonse` },
  { kind: 'advertisement', anchor: 'start', phrases: `
    advertisement | story continues | the story continues | article continues | post continues` },
  { kind: 'link to more', anchor: 'whole', phrases: `
    continue reading the main story | continue reading below | scroll to continue | scroll down | continue reading | continued below
    read full story | loading... | loading | please wait | error
    video loading | up next in | autoplay | more videos | must watch | just watched | now playing | view gallery | photo gallery
    read article
    slideshow | slideshow (# images) | # images | # photos | # view gallery` },
  { kind: 'link to more', anchor: 'start', phrases: `
    continue reading | scroll for more | scroll down to | read the full | read full | read the rest | read or share this | read more
    learn more | find out more | click here | click to | tap here | tap to | watch the video | watch video | listen to this
    listen now | play video | video unavailable | for the latest news | for more news | for more information | for more on
    to read more | to read how | see more | view more | show more | load more | view gallery | see all | view all | follow ap's
    weiterlesen | mehr anzeigen | mehr erfahren | hier klicken | zum artikel | zur startseite | zur übersicht | alle anzeigen
    artikel lesen | jetzt lesen | en savoir plus | voir plus | lire la suite | leer más | ver más | seguir leyendo | scopri di più
    saiba mais | читать далее | подробнее | lees verder | 続きを読む | もっと見る | 阅读全文 | 查看更多 | 点击查看 | 更多 > | 閱讀全文 | 더보기 | المزيد > | للمزيد
    إقرأ المزيد | follow _ coverage | follow our coverage | follow our live | follow live | for the latest | for more coverage
    get the latest | full story: | full coverage: | see also: | read the original | follow the _ for | follow _ for | listen live
    watch live
    these are external links | share or comment on this | join the conversation about this story | now watch:
    media playback is | the video will start in | click to play | tap to play | video player is loading | this is a modal window
    no compatible source was found | beginning of dialog window | escape will cancel and close | click here to get the
    photo gallery: | view photos | click for more | clique aqui para | clique na imagem | clique na foto
    haga clic aquí | haz clic aquí | pulsa aquí | cliquez ici | clicca qui | klik hier | нажмите здесь
    tıklayın | kliknij tutaj | klicken sie hier | zum video | zur bildergalerie | zum newsletter
    related: | related story: | related stories: | related coverage: | related article: | related articles: | related video:
    also read: | previous story: | previous stories: | previous coverage: | more coverage:
    on a mobile device? | mobile users | app users | using our app?
    watch mobile video | click here to watch | viewing this on | having trouble viewing | view the video | photos:
    slideshow: | pictures:
    related coverage | [related: | (related: | [read more | [more: | [see also | [watch:
    click below | click here for | click here.
    more:
    the audio version of this article is | this article is read by an automated | watch| | no results found. please | when typing in this field | when search suggestions are available | searching for your content` },
  { kind: 'sign-in', anchor: 'anywhere', phrases: `
    sign in | log in | login | logout | log out | register | registration | create account | create an account | my account
    forgot password | forgot your password | reset password | verification email | must be logged in | must be registered
    please sign in | to continue reading | free articles | articles remaining | available to subscribers | subscriber-only
    existing subscriber | print subscriber | set up your account | add a location to your tweets | anmelden | einloggen | ausloggen
    registrieren | passwort vergessen | benutzername | se connecter | connexion | mot de passe oublié | créer un compte | réservé aux abonnés | pour lire la suite
    déjà abonné | nur für abonnenten | um weiterzulesen | bereits ein abo | jetzt weiterlesen mit | iniciar sesión | regístrate | accedi | inloggen
    войти | регистрация | captcha | recaptcha | verify you are human | enter the characters | you must enter | email notifications
    your notification | problem saving your | confirmation email | spam or junk folder | activate your profile
    activate your account | your registration | for registering | deliverable area | your zip code | zip code or | maximum number of
    enjoyed your preview | link to activate | haven't selected any | share your location | continue using this site
    verify your account | your subscription | create a free account | read unlimited | articles this month | remaining articles
    تسجيل الدخول | إنشاء حساب | 登录 | 登入 | 註冊 | 注册账号 | ログイン | 新規登録 | 会員登録 | 로그인 | 회원가입 | register to | already registered
    already have an account | create a password | subscribe to continue | subscribe to read | to read the full
    register with your social account | log in using your social | entrar com | esqueci a senha | esqueceu a senha | cadastre-se
    conteúdo exclusivo para assinantes | já é assinante | exclusivo para assinantes | olvidaste tu contraseña
    contenido exclusivo para suscriptores | ya eres suscriptor | s'identifier | se souvenir de moi | riservato agli abbonati
    hai dimenticato la password | wachtwoord vergeten | забыли пароль | giriş yap | üye ol | zaloguj się | logga in | logg inn
    log ind` },
  { kind: 'cookie notice', anchor: 'whole', phrases: `
    accept all | reject all | accept | accept cookies | decline | manage my choices | manage choices | manage options | more options
    ok, got it | got it | i accept | i agree | alle akzeptieren | akzeptieren | ablehnen | einstellungen | zustimmen | tout accepter
    tout refuser | accepter | aceptar | rechazar | accetta | rifiuta | принять | accessibility | corrections
    do not sell my personal information
    do not sell or share my personal information | your privacy choices` },
  { kind: 'cookie notice', anchor: 'anywhere', phrases: `
    cookie | cookies | privacy policy | privacy notice | privacy settings | terms of use | terms of service | terms & conditions
    gdpr | ad choices | adchoices | datenschutz | datenschutzerklärung | impressum | agb | nutzungsbedingungen | mediadaten
    mentions légales | utilisons des cookies | utilise des cookies | politique de confidentialité | confidentialité | política de privacidad | aviso legal
    politica de privacidade | privacy | informativa | gebruiksvoorwaarden | персональных данных | конфиденциальности
    سياسة الخصوصية | شروط الاستخدام | ملفات تعريف الارتباط | プライバシーポリシー | 利用規約 | 隐私政策 | 隱私 | 使用条款 | 개인정보 | our partners store
    personalised advertising | personalized advertising | personalised ads | personalized ads | privacidad | integritetspolicy` },
  { kind: 'navigation', anchor: 'whole', phrases: `
    home | menu | search | search for: | close | next | previous | prev | back | top | back to top | scroll to top | to top
    go to top | skip to content | skip to main content | skip to navigation | contact | contact us | contact: | about | about us
    help | faq | faqs | sitemap | site map | advertise | advertise with us | careers | jobs | news | sport | sports | business
    politics | opinion | world | video | podcasts | weather | entertainment | lifestyle | technology | tech | health | science
    travel | culture | print edition | support | shop | store | blog | site index | edition | language | english | deutsch
    français | español | startseite | suche | suchen | menü | zurück | weiter | nach oben | zum inhalt | zum inhalt springen
    kontakt | hilfe | über uns | karriere | politik | wirtschaft | kultur | wissen | gesundheit | reisen | panorama | navigation
    inhalt | seite drucken | accueil | retour à l'accueil | rechercher | recherche | contactez-nous | inicio | buscar | contacto | portada | cerca
    contatti | início | contato | zoeken | главная | поиск | контакты | o проекте | о проекте | новости | older posts | newer posts
    older entries | previous post | next post | previous article | next article | ok | yes | no | cancel | submit | send | name
    name * | email * | website | message | phone | address | go | all | and | or | subject | sections | obituaries | e-edition
    puzzles | newsletters | work for us | notifications | markets | money | life | nation | local | photos | gallery | galleries
    crossword | horoscope | horoscopes | classifieds | live | a- a a+ | a a a | print | more sections | breaking news | latest news
    puzzles & games | magazine | community | family | food | real estate | regional | الرئيسية | بحث | اتصل بنا | من نحن | القائمة
    أخبار | رياضة | 首页 | 首頁 | 返回首页 | 返回顶部 | 上一页 | 下一页 | 上一篇 | 下一篇 | 搜索 | 联系我们 | 关于我们 | 導航 | ホーム | トップへ戻る | ページトップへ | 前の記事 | 次の記事
    お問い合わせ | 홈 | 검색 | 메뉴
    play | pause | mute | unmute | replay | fullscreen | captions | captions off | subtitles | subtitles off | descriptions
    chapters | chapters | stream type live | playback rate | current time # | duration # | skip ad | settings
    share video | theater mode | created with sketch. | notícias | notícias | últimas notícias | fale conosco | quem somos
    política | esportes | esporte | economia | cultura | tecnologia | saúde | mundo | brasil | cidades | colunas | colunistas
    vídeos | anuncie | assinante | entrar | sair | pesquisar | busca | noticias | últimas noticias | quiénes somos | política
    deportes | economía | tecnología | salud | internacional | opinión | sucesos | sociedad | actualités | actualité | politique
    économie | société | international | qui sommes-nous | notizie | cronaca | politica | esteri | spettacoli | chi siamo
    nieuws | binnenland | buitenland | over ons | происшествия | политика | экономика | общество | в мире | спорт | культура
    анасайфа | ana sayfa | gündem | ekonomi | spor | dünya | iletişim | künye | strona główna | kraj | świat | gospodarka
    kultura | hjem | nyheter | hem | sök | beranda | nasional | olahraga` },
  { kind: 'navigation', anchor: 'start', phrases: `
    skip to | jump to | back to | return to | scroll to | go to | toggle | open menu | show navigation | zum hauptinhalt
    zum seitenanfang | zurück zu | zurück zur | springe zu | aller au | ir al | vai al | page # of | seite # von | copyright # | ←
    → | advertise with | home » | home › | startseite » | startseite › | accueil » | accueil › | inicio » | inicio › | you are here:` },
  { kind: 'by-line', anchor: 'start', phrases: `
    by | published | posted | posted on | posted by | posted at | updated | last updated | last modified | originally published
    first published | first posted | created | modified | date | von | veröffentlicht | aktualisiert | stand | erstellt
    geschrieben von | publiziert | publié | par | mis à jour | publicado | actualizado | por | pubblicato | di | geplaatst | door
    опубликовано | обновлено | source | quelle | source: | quelle: | fuente | written by | photograph by | tekst | текст | words
    # min read | # minute read | # minutes read | # min | # minuten | lesedauer | lesezeit | # views | # ago | # hours ago
    # days ago | vor # | hace # | 责任编辑 | 责编 | 编辑: | 来源: | 作者: | كتب: | المصدر: | 기자 | contributed by | from our | staff reporter
    listen to this article | كتبت: | متابعات | 記者
    publicado por | publicado em | atualizado em | postado em | postado por | tempo de leitura | escrito por | da redação
    publicado el | actualizado el | tiempo de lectura | redacción | publié le | mis à jour le | temps de lecture | pubblicato il
    aggiornato il | tempo di lettura | leestijd | gepubliceerd | publicerad | uppdaterad | publisert | oppdatert | opublikowano
    yayınlanma | güncelleme | время чтения
    news provided by` },
  { kind: 'by-line', anchor: 'anywhere', phrases: `
    来源: | 作者: | 责任编辑 | 記者: | 担当:` },
  { kind: 'error page', anchor: 'anywhere', phrases: `
    page not found | not found | enable javascript | javascript is | your browser | browser does not support | access denied
    error # | # error | no longer available | requested page | could not be found | nicht gefunden | javascript aktivieren
    ihr browser | dein browser | web page is being loaded | something went wrong | does not exist or has been
    the page you are looking | the page you requested | page cannot be | page can't be found | page you were looking | 页面不存在
    page introuvable | n'existe pas ou | cette page n'existe | a été déplacée ou supprimée | erreur # | activer javascript
    ページが見つかりません | الصفحة غير موجودة | 페이지를 찾을 수
    update your browser | upgrade your browser | supports your browser | may not work as intended | may not display correctly
    browser is out of date | unsupported browser | outdated browser | device cannot show | device does not support
    seu navegador | tu navegador | su navegador | votre navigateur | il tuo browser | página não encontrada
    página no encontrada | pagina non trovata | страница не найдена | ваш браузер
    mispronunciations can occur | mispronunciations may occur | this is an archived article
    the article may be outdated | this article may be outdated` },
  { kind: 'poll', anchor: 'whole', phrases: `
    poll | poll of the day | reader poll | quick poll | vote | vote now | view results | see results | show results | umfrage
    abstimmen | jetzt abstimmen | ergebnis anzeigen | sondage | encuesta | votar` },
  { kind: 'poll', anchor: 'start', phrases: `
    # votes | total votes | # people voted` },
  { kind: 'about the outlet', anchor: 'anywhere', phrases: `
    is committed to | is the leading provider of | is a leading provider of | is the leading source | is an independent news
    is an independent | is a nonprofit news | is a non-profit news | is a nonprofit | is a non-profit | is a member of the
    is owned by its readers | is owned by | is published by | has no billionaire owner | is not responsible for | is a division of
    is a subsidiary of | is a project of | is dedicated to | is part of the` },
  { kind: 'interruption', anchor: 'inside', phrases: `
    story continues | the story continues | story continues below | the story continues below | story continues below advertisement
    the story continues below advertisement | story continues after advertisement | story continues below this ad
    article continues below | article continues after | article continues below advertisement
    article continues after advertisement | article continues below this ad | article continues after this ad
    article continues below this advertisement | article continues after this advertisement | article continues below ad
    article continues after ad | post continues below | post continues after | advertisement | continue reading the main story
    continue reading below | scroll to continue | advertisement - scroll to continue reading | scroll to continue reading
    artikel weiterlesen | der artikel geht unten weiter` },
  { kind: 'update notice', anchor: 'start', phrases: `
    this is a developing story | this is a breaking news story | this story is developing | this story will be updated
    this story has been updated | this article has been updated | this article will be updated | please check back for
    check back for updates | more to follow | more follows | wird laufend aktualisiert | wird aktualisiert
    stay with _ for | stay with _ _ for | stay with _ _ _ for | stay with _ # | stay with # | stay with _-_ | stay with _.com
    stay with _#.com | stay with channel # | stay with us for | stay tuned to | tune in to | tune into | check back with
    check back later | check back here | we will update this story | we'll update this story | we will have more on this
    look for an update | look for updates | refresh this page | refresh for updates | updates to follow | updates will be posted
    this is a breaking story | this is a developing news | this is breaking news
    stay tuned with | check back on | check back at | refresh _.com | more as information becomes
    this live page is now closed | this live blog is now closed | this live blog is closed | this blog is now closed | our live coverage has ended
    our live coverage has finished | this story was originally published _ # | this article was originally published _ # | this story originally appeared
    this article originally appeared | this story first appeared | this article first appeared` },
  { kind: 'reporter credit', anchor: 'anywhere', phrases: `
    contributed to this | contributed to the report | additional reporting by
    follow him on twitter | follow her on twitter | follow them on twitter
    staff writer | staff writers | was contributed by
    is solely responsible for all content | is solely responsible for this content | if you spot an error | we acknowledge it with a correction` },
  { kind: 'reporter credit', anchor: 'start', phrases: `
    contact the writer | contact the author | contact the reporter | contact reporter | email the writer | email the reporter
    reporter: | reach the reporter | call reporter` },
];
