import { rulesFrom } from './rules-from.ts';

/** German: a clause after "und" or "aber" has its verb second. */
export const germanClauses = rulesFrom({
  joins: 'und aber',
  joinsAfterComma: 'und aber denn doch während wohingegen',
  relatives: '',
  conditions: 'wenn falls ob sofern',
  inner: 'dass daß welche welcher welches um wer was',
  concedes: 'obwohl während obgleich trotz',
  pronouns: 'ich du er sie es wir ihr man das dies diese dieser niemand jeder alle viele',
  determiners: 'der die das den dem ein eine einer einem seine ihre kein keine mehr in im bei seit',
  verbs: `ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten soll sollen sollte
    muss müssen musste will wollen wollte darf dürfen gibt gab geht ging kommt kam macht machte steht stand liegt lag
    sagt sagte bekommt bekam zahlt zahlte kostet kostete nimmt nahm stieg sank starb starben bleibt blieb führt führte`,
  endings: /^\p{Ll}{3,}(?:ierte|ierten|iert|elte|elten)$/u,
  lead: 'allerdings|jedoch|außerdem|zudem|tatsächlich|übrigens|und|aber|denn|doch|fakt ist|tatsache ist|leider',
});
