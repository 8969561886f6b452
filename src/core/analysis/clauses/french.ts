import { rulesFrom } from './rules-from.ts';

/** French. */
export const frenchClauses = rulesFrom({
  joins: 'et mais tandis alors',
  joinsAfterComma: 'et mais car or donc tandis alors',
  relatives: '',
  conditions: 'si sinon',
  inner: 'que qui dont où pour',
  concedes: 'bien quoique malgré',
  pronouns: "je tu il elle on nous vous ils elles ce cela ça c’est c'est qu’il qu'il que",
  determiners: 'le la les un une des son sa ses leur leurs aucun plusieurs certains en dans depuis',
  verbs: `est sont était étaient a ont avait avaient sera seront aura auront fut furent peut peuvent pouvait doit doivent
    devait fait font faisait va vont veut veulent dit disent prend prennent reçoit reçoivent paie paient coûte coûtent
    permet permettent reste restent devient deviennent vient viennent existe n'est n'a n'ont n’est n’a n’ont c'est c’est`,
  endings: /^\p{Ll}{3,}(?:aient|èrent|eront|issent)$/u,
  lead: 'cependant|toutefois|en effet|en fait|de plus|par ailleurs|bien sûr|malheureusement|donc|et|mais|or|car',
});
