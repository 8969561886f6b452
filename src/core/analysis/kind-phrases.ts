import type { LanguageCode } from '../matching/language.ts';

/** Words and phrases of a language that show what sort of assertion a text makes, parted by commas; `*` stands for the rest of a word. */
export type KindPhrases = {
  /** What a writer thinks right or feels: stance, duty, judgement. */
  readonly opinion: string;
  /** What has not happened yet. */
  readonly prediction: string;
  /** What makes something else happen. */
  readonly causal: string;
};

export const kindPhrases: Partial<Record<LanguageCode, KindPhrases>> = {
  en: {
    opinion: `
      i think, i believe, i feel, i guess, i hope, in my opinion, in my view, imo, imho, if you ask me,
      should, shouldn't, ought to, must be stopped, must stop, deserve*, disgrac*, disgust*, shame,
      shameful*, outrage*, horrific, horrible, terrible, awful, pathetic, ridiculous*, absurd*, beautiful,
      wonderful, amazing, awesome, brilliant, stupid, evil, mockery, unfair, unjust*, too much, too many,
      best ever, worst ever, the worst, the best`,
    prediction: `
      will, won't, i'll, we'll, you'll, they'll, he'll, she'll, it'll, is going to, are going to, gonna,
      is about to, are about to, is expected to, are expected to, is set to, are set to, soon be, by 2030,
      by 2035, by 2040, by 2050, by 2100, is likely to, are likely to, is bound to, predict*, forecast*`,
    causal: `
      because, because of, due to, caus*, result of, results in, resulted in, resulting in, leads to,
      led to, lead to, leading to, thanks to, responsible for, to blame for, brought about,
      brought to power, makes people, made people, triggered, triggers, sparked, stems from, stemmed from,
      linked to, the reason, the reason why, that's why, that is why, therefore, as a consequence,
      contribut* to, gives you, prevents, cures`,
  },
  de: {
    opinion: `
      ich finde, ich denke, ich glaube, ich meine, meiner meinung nach, sollte, sollten, eine schande,
      schändlich*, unverschämt*, schrecklich*, furchtbar*, lächerlich*, wunderbar*, ungerecht*`,
    prediction: `
      wird bald, werden bald, wird in zukunft, werden in zukunft, wird künftig, werden künftig,
      wird nächstes jahr, bis 2030, bis 2040, bis 2050, steht kurz davor, voraussichtlich`,
    causal: `
      weil, wegen, aufgrund, verursach*, führt zu, führte zu, führen zu, führten zu, schuld an, ausgelöst,
      deshalb, deswegen, dank, bewirkt, dadurch`,
  },
  fr: {
    opinion: `
      je pense, je crois, je trouve, à mon avis, selon moi, devrait, devraient, il faut, il faudrait,
      honteu*, une honte, scandaleu*, ridicule*, magnifique*, terrible*`,
    prediction: `
      sera bientôt, sera, seront, auront, va bientôt, vont bientôt, d'ici 2030, d'ici 2050, aura`,
    causal: `
      parce que, parce qu'*, à cause de, à cause du, à cause des, grâce à, provoqu*, entraîn*, conduit à,
      en raison de, en raison du`,
  },
  es: {
    opinion: `
      creo que, pienso que, opino que, en mi opinión, debería, deberían, hay que, vergonzos*,
      una vergüenza, ridícul*, terribl*, maravillos*, injust*`,
    prediction: `
      será, serán, habrá, tendrá, tendrán, va a, van a, para 2030, para 2050`,
    causal: `
      porque, debido a, a causa de, causa, causan, causó, causaron, provoc*, gracias a, por culpa de,
      conduce a`,
  },
  ar: {
    opinion: `
      أعتقد, أظن, في رأيي, برأيي, يجب, ينبغي, للأسف`,
    prediction: `
      سوف, سيتم, ستكون, سيكون, من المتوقع`,
    causal: `
      بسبب, لأن, يسبب, تسبب, أدى إلى, أدت إلى, يؤدي إلى, نتيجة`,
  },
};
