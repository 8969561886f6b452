/** Number words of a language: `word=value`, separated by spaces. Normalised to lower case, with their accents. */
export type NumberWords = {
  /** What is below a hundred, and hundreds in one word. */
  readonly small: string;
  /** What multiplies the number before it; alone they are a number after an article, or where `bare` names them. */
  readonly scales: string;
  readonly bare: string;
  readonly articles: string;
  readonly halves: string;
};

const EN: NumberWords = {
  small: `zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
    fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
    eighty=80 ninety=90`,
  scales:
    'hundred=100 thousand=1e3 million=1e6 billion=1e9 trillion=1e12 dozen=12 hundreds=100 thousands=1e3 millions=1e6 billions=1e9',
  bare: '',
  articles: 'a an one',
  halves: 'half',
};

const DE: NumberWords = {
  small: `null=0 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14
    fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50
    sechzig=60 siebzig=70 achtzig=80 neunzig=90 anderthalb=1.5 eineinhalb=1.5`,
  scales:
    'hundert=100 tausend=1e3 million=1e6 millionen=1e6 milliarde=1e9 milliarden=1e9 billion=1e12 billionen=1e12 dutzend=12',
  bare: 'hundert tausend',
  articles: 'ein eine einer einem einen',
  halves: 'halbe halben halber',
};

const FR: NumberWords = {
  small: `zéro=0 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14
    quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90`,
  scales:
    'cent=100 cents=100 mille=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 billion=1e12 douzaine=12',
  bare: 'cent mille',
  articles: 'un une',
  halves: 'demi demie',
};

const ES: NumberWords = {
  small: `cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14
    quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidós=22 veintitrés=23
    veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40
    cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 doscientos=200 doscientas=200 trescientos=300 trescientas=300
    cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700
    ochocientos=800 ochocientas=800 novecientos=900`,
  scales: 'cien=100 ciento=100 mil=1e3 millón=1e6 millones=1e6 docena=12',
  bare: 'cien ciento mil',
  articles: 'un una',
  halves: 'medio media',
};

const IT: NumberWords = {
  small: `zero=0 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 tredici=13
    quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20 trenta=30 quaranta=40
    cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 duecento=200 trecento=300 cinquecento=500 duemila=2000`,
  scales: 'cento=100 mille=1e3 mila=1e3 milione=1e6 milioni=1e6 miliardo=1e9 miliardi=1e9 dozzina=12',
  bare: 'cento mille',
  articles: 'un una uno',
  halves: 'mezzo mezza',
};

const PT: NumberWords = {
  small: `zero=0 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13
    catorze=14 quinze=15 dezesseis=16 dezassete=17 dezessete=17 dezoito=18 dezenove=19 vinte=20 trinta=30 quarenta=40
    cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 duzentos=200 trezentos=300 quinhentos=500`,
  scales: 'cem=100 cento=100 mil=1e3 milhão=1e6 milhões=1e6 bilhão=1e9 bilhões=1e9 dúzia=12',
  bare: 'cem cento mil',
  articles: 'um uma',
  halves: 'meio meia',
};

const NL: NumberWords = {
  small: `nul=0 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 veertien=14
    vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60
    zeventig=70 tachtig=80 negentig=90`,
  scales: 'honderd=100 duizend=1e3 miljoen=1e6 miljard=1e9 dozijn=12',
  bare: 'honderd duizend',
  articles: 'een één',
  halves: 'half halve',
};

const RU: NumberWords = {
  small: `ноль=0 два=2 две=2 двух=2 три=3 трёх=3 трех=3 четыре=4 четырех=4 пять=5 пяти=5 шесть=6 шести=6 семь=7 семи=7 восемь=8
    девять=9 десять=10 десяти=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16
    двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100
    двести=200 триста=300 четыреста=400 пятьсот=500 полтора=1.5`,
  scales: `тысяча=1e3 тысячи=1e3 тысяч=1e3 тысячу=1e3 миллион=1e6 миллиона=1e6 миллионов=1e6 миллиард=1e9 миллиарда=1e9
    миллиардов=1e9`,
  bare: 'тысяча тысячу',
  articles: 'один одна одну',
  halves: 'пол',
};

const AR: NumberWords = {
  small: `صفر=0 اثنان=2 اثنين=2 اثنتان=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 ست=6 سبعة=7 سبع=7 ثمانية=8 ثماني=8
    تسعة=9 تسع=9 عشرة=10 عشرون=20 عشرين=20 ثلاثون=30 ثلاثين=30 أربعون=40 أربعين=40 خمسون=50 خمسين=50 ستون=60 ستين=60
    سبعون=70 سبعين=70 ثمانون=80 ثمانين=80 تسعون=90 تسعين=90 مئتان=200 مئتين=200 مائتين=200 مائتان=200 ثلاثمئة=300
    ثلاثمائة=300 أربعمئة=400 أربعمائة=400 خمسمئة=500 خمسمائة=500 ستمئة=600 ستمائة=600 سبعمئة=700 ثمانمئة=800 تسعمئة=900
    ألفان=2000 ألفين=2000 مليونان=2e6 مليونين=2e6 ملياران=2e9 مليارين=2e9`,
  scales: 'مئة=100 مائة=100 ألف=1e3 آلاف=1e3 ألفا=1e3 ألفاً=1e3 مليون=1e6 ملايين=1e6 مليار=1e9 مليارات=1e9',
  bare: 'مئة مائة ألف مليون مليار',
  articles: '',
  halves: 'نصف',
};

/** By BCP 47 subtag. */
export const numberWords: Readonly<Record<string, NumberWords>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  pt: PT,
  nl: NL,
  ru: RU,
  ar: AR,
};

/** Number words of one language that are common words of another: read only where the language is known. */
export const ambiguousNumberWords =
  'once due elf sei venti mil sete nove half media demi pol null acht mille tre sept meia sto';
