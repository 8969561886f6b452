const EVERYWHERE = `
people person man men woman women child time year day week month world country state way life work part place case
point number group fact hand week company system program question government home water room mother area money story
lot right study book eye job word business issue side kind head house service friend father power hour game line end
member law car city community name president team minute idea body information back parent face others level office
door health art war history party result change morning reason research girl guy moment air teacher force education
make go know take see come think look want give use find call try feel become leave put mean keep begin seem help
show hear play run move live believe hold bring happen write provide sit stand lose pay meet include continue set
learn lead understand watch follow stop create speak read allow add spend grow open walk win offer remember love
consider appear buy wait serve die send expect build stay fall cut reach kill remain
good new first last long great little old big high different small large next early young important public bad able
best better free full sure real whole major clear recent certain personal possible late general
still more less fewer way well back down long never often later almost enough soon
two three four five six seven eight nine ten hundred thousand million
post claim article report photo picture image video page news media message text source
genuine authentic accurate correct legit verify verified confirm confirmed proof proven evidence fake hoax rumor rumour
`;

const OFTEN = `
action activity age agency agreement amount animal answer attack attention bank base behavior benefit bill bit blood
board border box building campaign cancer capital care cause cell center century chance church citizen claim class
college control cost couple course court crime culture data deal death debate decade decision defense degree democrat
department design detail development difference director discussion disease doctor dog dollar drug economy effect
effort election employee energy event evidence example experience expert eye factor family field fight figure film
fire firm fish focus food foot friend future goal ground growth gun hair half heart hospital hotel husband image
impact income individual industry interest investment item kid knowledge land language leader leg letter list loss
machine majority management market marriage material matter measure meeting memory method military mind mission model
moment movement movie music nation nature network night north note official oil operation opportunity order
organization owner pain paper patient pattern peace performance period phone plan plant player police policy
population position practice pressure price problem process product production professor project property purpose
quality race rate record region relationship report republican resource response responsibility rest rights risk road
role rule scene school science scientist season seat section security sense series sex share shot sign site situation
size skill society song south space speech sport staff stage standard start statement step store strategy street
student style subject success summer support surface table task tax technology television term test theory top total
town trade training travel treatment tree trial trip trouble truth type union unit value victim view violence voice
vote wall weapon weight west wife window worker writer yard
accept achieve act admit affect agree announce apply argue arrive avoid beat bear break carry catch cause choose
claim close compare concern contain cover deal decide deny describe develop die discover discuss draw drive drop eat
enjoy enter establish exist explain face fail fear fill fly force forget happen hit hope identify improve increase
indicate involve join laugh lay lie maintain manage mention miss name note notice occur pass perform pick point
prepare present prevent produce protect prove pull push raise realize receive recognize reduce refer reflect reject
relate release remove replace report represent require reveal rise save seek sell separate shoot sing smile sound
suffer suggest support teach throw touch train treat turn visit vote wear wish wonder worry
american black white federal foreign human international local national political private social medical current
common financial poor natural significant similar hot dead central happy serious ready simple left physical single
strong special difficult available likely economic
`;

/**
 * Words common in general English, by how many short texts of any subject hold one. The shares are rounded from the
 * ranks of general word-frequency lists: a word among the first few hundred content words is in about one short text
 * in forty, one among the first two thousand in about one in two hundred.
 */
export const englishCommonWords: readonly { readonly words: readonly string[]; readonly share: number }[] = [
  { words: OFTEN.trim().split(/\s+/), share: 0.005 },
  { words: EVERYWHERE.trim().split(/\s+/), share: 0.025 },
];
