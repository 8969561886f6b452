import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
el la los las lo un una unos unas de del al a en y e o u ni que qué quien quién quienes quiénes cual cuál cuales cuyo cuya
como cómo cuando cuándo cuanto cuánto donde dónde porque por para con sin sobre entre hasta desde hacia contra durante
según tras ante bajo mediante pero sino aunque si mientras pues
yo me mi mí mis mío mía tú tu tus te ti él ella ello ellos ellas nos nosotros nosotras nuestro nuestra nuestros nuestras
vosotros os vuestro se sí su sus suyo suya le les usted ustedes uno este esta esto estos estas ese esa eso esos esas aquel
aquella aquello aquellos aquellas
es soy eres somos son ser era eran éramos fue fui fueron sea sean siendo sido será serán sería serían fuera fuese está
estoy estás estamos están estar estaba estaban estado estando estuvo esté he has ha hemos han haber había habían habrá
habría haya hayan hay hubo hubiera tiene tengo tienes tenemos tienen tener tenía tenían tuvo tenga puede puedo pueden
podemos poder podía podría podrían pudo debe deben debería hace hacen hacer hizo hecho haciendo va voy vas vamos van ir iba
dice dicen decir dijo dicho quiere quiero
no ni nunca nada nadie ningún ninguna ninguno jamás muy más menos mucho mucha muchos muchas poco poca pocos pocas tan tanto
tanta tantos tantas también tampoco ya aún todavía siempre todo toda todos todas cada otro otra otros otras mismo misma
mismos mismas algo alguien algún alguna alguno algunos algunas cualquier varios varias ambos tal tales solo sólo así ahí
aquí allí allá ahora entonces luego después antes además bien casi
verdad cierto favor hola gracias
hoy ayer mañana vez veces dentro cerca lejos igual
`;

const stem = suffixStemmer({
  endings: `aciones acion iciones icion ciones cion adores ador adora adoras amientos amiento imientos imiento ancia ancias
      encia encias amente mente idades idad ivo iva ivos ivas oso osa osos osas ico ica icos icas ista istas ismo ismos
      able ables ible ibles ante antes ando iendo ado ada ados adas ido ida idos idas ar er ir arse erse irse aron ieron
      aba aban ia ian ara aran era eran iera ieran aria arian eria erian iria irian amos emos imos an en io iones on ones
      or ora ores oras es as os o a e s`,
  least: 4,
});

/** Spanish: endings of nouns, adjectives and verbs. */
export const spanish = languageFrom({
  code: 'es',
  stopWords: STOP_WORDS,
  negations: 'no ni nunca jamás nada nadie ningún ninguna ninguno sin tampoco',
  numbers: 'cero dos tres cuatro cinco seis siete ocho nueve diez once doce',
  stem,
});
