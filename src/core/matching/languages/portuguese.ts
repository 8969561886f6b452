import { languageFrom } from '../language-from.ts';
import { suffixStemmer } from '../suffixes.ts';

const STOP_WORDS = `
o a os as um uma uns umas de do da dos das em no na nos nas num numa nuns numas dum duma ao à aos às por pelo pela pelos
pelas para pra pro com sem sobre entre até desde contra durante segundo após ante sob perante e ou nem mas porém que quê
quem qual quais cujo cuja como quando quanto quantos onde porque porquê pois se enquanto embora caso então logo portanto
eu me mim meu minha meus minhas tu te ti teu tua teus tuas você vocês vc vcs ele ela eles elas nós nosso nossa nossos
nossas seu sua seus suas lhe lhes dele dela deles delas este esta isto estes estas esse essa isso esses essas aquele aquela
aquilo aqueles aquelas neste nesta nesse nessa nisso disto disso deste desta desse dessa daquele naquele
é sou és somos são ser era eram foi fui foram seja sejam sendo sido será serão seria seriam fosse está estou estás estamos
estão estar estava estavam esteve estado esteja tá tem tenho tens temos têm ter tinha tinham teve terá teria tenha tendo há
haver havia houve pode posso podem poder podia poderia podemos deve devem deveria faz fazem fazer fez feito fazendo vai vou
vão vamos ir ia diz dizem dizer disse dito quer quero
não sim nunca jamais nada ninguém nenhum nenhuma muito muita muitos muitas mais menos pouco pouca poucos tão tanto tanta
também já ainda sempre só apenas todo toda todos todas tudo cada outro outra outros outras mesmo mesma mesmos mesmas algo
alguém algum alguma alguns algumas qualquer vários várias ambos tal tais assim aqui aí ali lá agora depois antes bem aonde
verdade obrigado olá
hoje ontem amanhã vez vezes dentro fora perto longe cerca através
`;

const stem = suffixStemmer({
  endings: `acoes acao icoes icao coes cao adores ador adora adoras amentos amento imentos imento ancia ancias encia encias
      amente mente idades idade ivo iva ivos ivas oso osa osos osas ico ica icos icas ista istas ismo ismos
      avel aveis ivel iveis ante antes ando endo indo ado ada ados adas ido ida idos idas ar er ir aram eram iram
      ava avam ia iam ara era ira arao erao irao aria ariam eria eriam amos emos imos am em ou eu iu
      ais>al eis>el ois>ol oes>ao aes>ao ns>m or ora ores oras es as os o a e s`,
  least: 4,
});

/** Portuguese: endings of nouns, adjectives and verbs, of both sides of the ocean. */
export const portuguese = languageFrom({
  code: 'pt',
  stopWords: STOP_WORDS,
  negations: 'não nem nunca jamais nada ninguém nenhum nenhuma sem',
  numbers: 'zero dois três quatro cinco seis sete oito nove dez onze doze',
  stem,
});
