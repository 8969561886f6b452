import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
i a o u w we z ze na do od ode po za dla przez przy pod nad przed między bez oraz lub albo ale lecz jednak więc że żeby aby
by gdy gdyby jeśli jeżeli jak jako kiedy gdzie skąd dokąd dlaczego czemu czy bo ponieważ choć podczas według wobec oprócz
ja mnie mi mną ty ciebie cię ci tobie tobą on jego go jemu mu nim niego ona jej ją nią niej ono my nas nam nami wy was wam
wami oni one ich im nimi nich się siebie sobie sobą swój swoja swoje swoich swoim swoją mój moja moje twój twoja nasz nasza
nasze naszych wasz kto kogo komu kim co czego czemu czym który która które którzy którego której któremu których którym
którymi którą ten ta to ci te tego tej temu tych tym tymi tę tą tamten tamta taki taka takie takich takim każdy każda każde
wszystko wszyscy wszystkie wszystkich sam sama samo inny inna inne innych żaden żadna żadne
jest jestem jesteś jesteśmy są być był była było byli były będzie będą będę bądź byłby zostać został została zostało zostali
zostały ma mam masz mamy mają mieć miał miała miało mieli może mogą można mógł mogła móc musi muszą trzeba należy powinien
powinna chce chcą robi robić mówi mówią powiedział
nie tak nigdy nic nikt już jeszcze tylko także też również bardzo więcej mniej dużo mało wiele wielu kilka bardziej
najbardziej tu tutaj tam teraz potem wtedy zawsze często znowu nawet właśnie prawie około niech oto zatem czyli m.in np itd
roku rok raz prawda proszę dziękuję
swojej swojego je r aż obecnie dalej możemy brak ktoś coś jakiś jakaś jakieś tyle ile
`;

const stem = suffixStemmer({
  endings: `owie ami ach om owi ow em am a e i y u o iami iach iom iow iem
      ego emu ymi imi ych ich ym im ej iej
      owac ac ec ic yc al ala alo ali aly il ila ili ily uje uja aja ana ane any ano anie ania aniu aniem ony ona one ono
      enie enia eniu eniem osc osci oscia oscie ek ka ki ke ko kow kami kach`,
  least: 4,
});

/** Polish: the endings of cases and verbs. */
export const polish = languageFrom({
  code: 'pl',
  stopWords: STOP_WORDS,
  negations: 'nie nigdy nic nikt żaden żadna żadne bez ani',
  numbers: 'zero dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście',
  stem,
});
