/**
 * Words that readers of news put for one another, a group between semicolons, from general English and from no dossier: money,
 * law, armies, killing, belief, the press, elections, health, crime, migration, trade.
 */
const SAME = `
pay salary wage pension payroll stipend remunerate; fund finance bankroll sponsor subsidise subsidize;
money cash funding funds; cost price expense; rich wealthy affluent; poor poverty impoverished;
big large huge massive enormous giant; small tiny little minor; biggest largest greatest;
size number strength total count; outnumber exceed surpass more; fewer less smaller;
increase rise grow surge soar; decrease fall drop decline shrink; army military troops soldier forces;
militia paramilitary fighter militant; rebel insurgent opposition revolutionary;
war conflict fighting combat battle; fight battle combat clash; attack assault strike raid;
invade invasion occupy occupation; weapon arms gun rifle ammunition; bomb bombing airstrike explosive;
plane aircraft jet aerial air; kill murder slay slaughter massacre; die death dead fatality casualty;
destroy raze demolish burn ruin flatten level; expel displace evict deport uproot empty;
injure wound hurt harm; torture abuse mistreat; cleansing genocide extermination ethnic;
village town settlement hamlet; home house dwelling residence; resident inhabitant civilian villager;
religion religious faith holy sectarian; jihad holy crusade; muslim islam islamic; sunni sunnis;
shia shiite shi shias; christian christianity church; jew jewish judaism;
loyal allegiance faithful obedient; control command direct dominate; obey answer report;
support back backing help assist aid; ally allied allies partner coalition; enemy foe adversary;
government state regime authority administration; president leader ruler; prime premier pm;
politician lawmaker senator legislator congressman mp; parliament congress senate legislature;
law legal legally lawful legislation statute; illegal unlawful illicit banned; ban prohibit forbid outlaw;
official formal formally officially; court judge tribunal; constitution constitutional;
democracy democratic vote; election vote ballot poll; protest demonstration uprising revolt rally;
demand call; dictator tyrant autocrat strongman;
media press newspaper journalist journalism broadcaster outlet; coverage reporting attention;
video footage film clip recording filmed; photo photograph picture image; fake false hoax fabricated bogus;
real genuine authentic; lie lying mislead deceive dishonest;
secret hidden quiet covert undeclared clandestine; hide conceal cover suppress;
know aware knowledge realise realize; deny reject refuse dismiss; admit acknowledge concede confess;
announce declare proclaim; statement remark comment speech rhetoric rhetorical words;
condemn denounce condemnation criticise criticize criticism; hypocrisy hypocrite hypocritical mockery sham;
hollow empty meaningless vacuous; accuse blame allege accusation; cause lead result; because reason why;
begin start launch; continue ongoing still; stop end halt cease; since after; west western nato;
east eastern; border frontier; foreign overseas abroad; migrant immigrant refugee asylum;
police officer cop; crime criminal offence offense; arrest detain jail imprison; prison jail detention;
rape assault; drug narcotic; vaccine vaccination vaccinate jab shot immunisation immunization;
virus disease illness infection; coronavirus covid corona pandemic; doctor physician medic; hospital clinic;
medicine drug medication; cancer tumour tumor; cure treat heal remedy;
science scientific scientist researcher; climate warming; research study survey;
school student pupil teacher; child kid children infant baby; woman female girl; man male boy;
mother mum mom; father dad; wife husband spouse; gay lesbian homosexual lgbt; black african;
white caucasian; car vehicle automobile; oil petroleum gas; job employment work;
unemployed unemployment jobless; company firm corporation business; tax levy; debt deficit; buy purchase;
sell sale; trade export import; food meal; celebrity star; phone smartphone mobile; computer laptop pc;
internet online web; people public citizen population; practical concrete material; weak feeble; power rule;
win victory defeat; lose loss; truth fact; origin source; old elderly; fire blaze; flood flooding;
storm hurricane cyclone; earthquake quake; abandon desert forsake; abuse mistreat violate violation;
accurate correct right exact; acquire obtain; advance progress; afraid fear scare; agree consent approve;
aim target goal; allow permit authorise authorize; angry furious outraged; approve endorse;
area region zone territory district; argue claim assert maintain contend; arrange organise organize plan;
ask request; banker lender; battlefield front frontline; betray traitor treason;
boss chief head commander leader; bribe bribery corruption corrupt graft; brutal cruel savage vicious;
build construct erect; capture seize; captive hostage prisoner; celebrate praise hail;
censor censorship suppress; change alter modify; cheat fraud rig rigged; choose select pick;
clear obvious evident; clergy cleric priest imam mullah; coup overthrow topple oust;
crush suppress quash quell bury; damage ruin; danger dangerous hazard risk unsafe;
deal agreement pact accord treaty; defend protect guard shield; delay postpone; deploy station dispatch;
disappear vanish; disaster catastrophe tragedy; disobey defy; disprove debunk refute; divide split;
draw attract; drone uav; earn salary wage income; effect impact consequence outcome result;
embassy consulate; empire colony colonial; end finish conclude; escape flee; evacuate evacuation;
execute execution behead hang; expand extend; expert specialist analyst; explain clarify;
extremist radical fanatic; famine hunger starvation starve; fight resist; flag banner;
free liberate release; freedom liberty; friend ally; gang mob; gather assemble; goods products;
grave serious severe; group faction organisation organization outfit; guilty culpable; happen occur;
harm damage; hate hatred hostility; heavy extensive; hire employ recruit; hit strike; huge vast extensive;
humanitarian relief; humiliate insult; ideology belief doctrine; illness sickness; import buy;
innocent blameless; inquiry investigation probe; instruct order; insult slur; intend plan;
interfere meddle meddling interference intervene; joke mockery farce laughingstock; join enlist;
jail imprison; key crucial vital essential important; kidnap abduct abduction; land soil; large extensive;
leak disclose; legal legitimate; legislate law; link tie connection connected; local grassroots; loud noisy;
main chief principal biggest; march parade; mass crowd; mercenary contractor; meet meeting summit;
mention refer; misleading deceptive; mission operation; mistake error; mob crowd;
mosque church temple shrine; mystery puzzle; nation country; nationality citizenship; neglect ignore;
neutral impartial; noise loud; occupy seize control annex; offensive assault; oppose resist;
oppress persecute repress; order command; origin root; own possess; pact alliance; parade march;
partly somewhat; peace ceasefire truce; plot conspiracy; poison toxin; poll survey; population inhabitants;
possible likely; postpone delay; pressure urge; pretend feign ostensible ostensibly; prevent avert;
promise pledge vow; promote advance; propaganda disinformation misinformation; prosecute indict charge;
protester demonstrator activist; proxy puppet pawn surrogate stooge; prove show demonstrate;
punish sanction penalise penalize; quiet silent silence; quit resign; raid storm; range scope;
rare uncommon; rebuild reconstruct; recruit enlist conscript; reduce cut lower;
regime dictatorship government; regular ordinary normal; rely depend; remove delete; represent constitute;
rescue save; resettle relocate; respect honour honor; restrict limit; revenge retaliate retaliation;
reveal expose disclose uncover; reward prize award; riot unrest; rob steal loot; rule govern;
rumour rumor gossip; sacred holy; sanction embargo; secretary minister; secure safe; send deploy;
separate independent; shell bombard; shrink reduce; siege blockade encircle; simultaneous simultaneously;
slogan motto; spy espionage intelligence; squad unit brigade battalion regiment; stand position stance;
strong powerful mighty; study learn examine; subsidy grant; suffer endure; suggest propose; sure certain;
surrender capitulate; suspect doubt; sympathy support; talk discuss speak; teach instruct train;
terrorist extremist jihadist; threat danger; throughout across; together jointly; train drill;
traitor disloyal; travel journey; trust believe rely; try attempt; ultimatum threat; uniform dress;
unit brigade; unknown undisclosed; use employ utilise utilize; victim casualty; visit tour;
volunteer recruit; warn warning alert; watch observe monitor; weapon missile rocket; wicked evil;
withdraw retreat leave; witness onlooker; wound injury
`;

/** Words of one subject: what one of them asks, a claim with another may answer. */
const NEAR = `
pay money fund employ government; proxy loyal control ally; salary job government; fund money arms;
big outnumber size more; rank size big; army brigade unit division; militia brigade unit army;
soldier fighter; group militia organisation organization faction; air plane bomb cover; bomb destroy;
burn fire home; crime kill cleansing; religion sunni shia sectarian muslim christian;
ideology loyal belief religion; loyal obey answer serve follow control; rebel revolution opposition;
revolution uprising democracy; media report article coverage; ignore silence quiet coverage;
hide quiet secret silence; truth hide; hypocrisy condemn; criticism statement; law parliament court;
official state government; give provide receive supply send; receive get; training equip arms;
weapon supply provide; support money weapon; policy government action; action deed practical;
talk statement rhetoric word
`;

/**
 * How much of a match a word of the same meaning is, and one of the same subject. Set by hand: on the development data they
 * gain .002 to .003 MAP@5, and half as much gains about the same; on questions about the shipped dossier they decide.
 */
const SAME_WEIGHT = 0.6;
const NEAR_WEIGHT = 0.3;

export type RelatedWords = { readonly words: readonly string[]; readonly weight: number };

/** Groups of related English words, each with how close its members are, from 0 to 1. Normalised, not stemmed. */
export const englishRelatives: readonly RelatedWords[] = [
  ...groups(SAME, SAME_WEIGHT),
  ...groups(NEAR, NEAR_WEIGHT),
];

function groups(text: string, weight: number): RelatedWords[] {
  return text.split(';').map((group) => ({ words: group.trim().split(/\s+/), weight }));
}
