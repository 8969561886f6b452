import type { GuardWords } from '../guard-words.ts';

/** Italian. */
export const italianGuard: GuardWords = {
  posts: 'post|messaggio|autore|autrice|testo|articolo|tweet|pubblicazione',
  saying: `dice|dicono|afferm*|sostien*|scriv*|dichiar*|riport*|accus*|spieg*|critic*|cita|indic*|ritien*|pensa|crede|segnal*|menzion*|denunci*|descriv*|parla*|aggiung*|suggeris*|prevede|ammette|asserisc*|racconta|nota|avverte|chiede|colloca|definisce|attribuisce|riferisc*|present*`,
  accordingTo: `secondo (?:il |la |lo |l'|questo |questa )?(?:post|messaggio|autore|autrice|testo|articolo|tweet|pubblicazione)*|a detta (?:del|dell')\\s*(?:post|autore)|stando al (?:post|messaggio|testo)|per l'autore`,
  verdicts: [
    'dubbi*|discutibil*|poco credibil*|inverosimil*|senza prove|senza alcuna prova|senza fondamento|senza base|fuori contesto',
    'credibil*|convincent*|plausibil*|fondat*',
    'di parte|razzist*|sensazionalis*|allarmis*',
    'falsamente|falso|falsa|falsi|erroneamente|erroneo|a torto|bufala|bufale|infondat*|smentit*|inesatt*|sbagliat*',
    'mente|mentono|mentire|bugia|bugie|menzogn*|ingann*|fuorviant*|propaganda|disinformazione|esager*|manipol*',
    'a ragione|giustamente|correttamente|è vero|vero che|in realtà|effettivamente|di fatto|infatti|ha ragione',
    'ovviamente|senza prove|senza dubbio|chiaramente|purtroppo|assurd*|ridicol*',
  ],
  orders: 'clicca qui|devi|dovresti|per favore|condividi questo|condividete|istruzioni precedenti|dovete',
  imperatives:
    'condividete|condividi|cliccate|clicca|firmate|firma|votate|ignora|ignorate|boicottate|leggete|leggi|scrivete|comprate|diffondete|diffondi|guardate|iscriviti|iscrivetevi|rispondi|visita',
  negations:
    'non|mai|niente|nulla|nessuno|nessuna|nessun|senza|né|nega|negano|negato|negò|rifiut*|resping*|respint*|smentisc*|smentit*|invece di|anziché',
  notNegations: 'non solo|non soltanto',
  hedges:
    'potrebbe*|può|possono|forse|probabil*|possibil*|presunt*|se|sarebbe*|avrebbe*|dovrebbe*|sembra*|*rebbe|*rebbero|prevede*|pian*|rischi*',
  certain: 'dimostr*|prova|prove|conferm*|certamente|già|definitiv*',
  admissions: 'ammett*|ammess*|ammise*|confess*|riconosc*|riconobb*',
  quantifiers: [
    'pochi|poche',
    'alcuni|alcune|certi|certe|diversi|diverse|qualche',
    'molti|molte|numeros*|spesso',
    'la maggior parte|maggior parte|maggioranza|quasi tutti',
    'tutti|tutte|tutta|tutto|ogni|sempre|solo|soltanto|unicamente',
  ],
  opposites: [
    [
      'aument*|cresc*|cresciut*|salit*|salgono|sale|raddoppi*|rialz*',
      'diminui*|cal*|scende*|sceso|scesi|scesa|ridott*|ridu*|ribass*|dimezz*',
    ],
    ['più|maggior*|superior*|meglio', 'meno|minor*|inferior*|peggio'],
    [
      'difes*|difend*|a favore|favorevol*|sostegno|appoggi*|approv*',
      'contro|contrari*|oppon*|oppost*|condann*|critic*|respin*',
    ],
    ['nega*|negano|smentisc*|negato', 'ammett*|ammess*|riconosc*|conferm*'],
    ['vinc*|vinto|vinse', 'pers*|perd*'],
    ['compra*|acquist*', 'vend*|vendut*'],
    ['aper*|apr*', 'chius*|chiud*'],
    ['mai|raramente', 'sempre|spesso'],
    ['prima', 'dopo'],
    ['almeno', 'al massimo'],
    ['legale|legali', 'illegal*'],
    ['permett*|permess*|autorizz*', 'viet*|proibi*'],
    ['inizi*|cominci*', 'fin*|termin*'],
    ['assun*|assum*', 'licenzi*'],
  ],
  converses: [['compra*|acquist*', 'vend*']],
  causes:
    'perché|a causa|per colpa|grazie a|poiché|dato che|provoc*|causa*|quindi|perciò|dovuto|dovuta|affinché|a seguito',
  moreThan: 'più di|oltre|almeno|superiore a',
  lessThan: 'meno di|al massimo|fino a|inferiore a|appena',
  clauses: 'ma|mentre|perché|anche se|sebbene|però|tuttavia|nonostante|invece',
  determiners:
    "il|lo|la|i|gli|le|l'*|un|uno|una|del|della|dei|delle|dello|al|alla|ai|nel|nella|di|da|in|per|con|su|suo|sua|questo|questa",
  passive: ['è|sono|stato|stata|stati|state|fu|furono|viene|venne|vengono', 'da|dal|dalla|dai|dalle'],
  months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  weekdays: 'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica',
  units: [
    'minute: minuto|minuti',
    'hour: ora|ore',
    'day: giorno|giorni',
    'week: settimana|settimane',
    'month: mese|mesi',
    'year: anno|anni',
    'kilometre: chilometro|chilometri|km',
    'metre: metro|metri',
    'kilo: chilo|chili|kg',
    'ton: tonnellata|tonnellate',
    'dollar: dollaro|dollari',
    'euro: euro',
    'litre: litro|litri',
  ],
  per: "al|alla|all'|l'|per|a",
  titles: '',
};
