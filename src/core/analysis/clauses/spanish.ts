import { rulesFrom } from './rules-from.ts';

/** Spanish. */
export const spanishClauses = rulesFrom({
  joins: 'y pero mientras aunque',
  joinsAfterComma: 'y e pero mientras aunque sino pues',
  relatives: '',
  conditions: 'si salvo',
  inner: 'que quien quienes cuyo para',
  concedes: 'aunque mientras pese',
  pronouns: 'yo tú él ella ello nosotros ellos ellas usted ustedes esto eso nadie todos que',
  determiners: 'el la los las un una unos unas su sus ningún ninguna varios algunos en desde',
  verbs: `es son era eran fue fueron ha han había habían será serán está están estaba estaban tiene tienen tenía puede
    pueden podía debe deben hace hacen hizo hicieron va van quiere quieren dice dicen dijo recibe reciben paga pagan cuesta
    cuestan sigue siguen hay existe existen murió murieron`,
  endings: /^\p{Ll}{3,}(?:aron|ieron|aban|arán|erán|irán|ó)$/u,
  lead: 'sin embargo|no obstante|además|de hecho|en realidad|por supuesto|por desgracia|por tanto|y|pero|pues',
});
