/**
 * Words that readers of news put for one another, a group a line. Gathered by subject (money, law, armies, killing,
 * belief, the press, elections, health, science, crime, migration, trade), from general English and from no dossier.
 */
const SAME = `
pay salary wage pension payroll stipend remunerate
fund finance bankroll sponsor subsidise subsidize
money cash funding funds
cost price expense
rich wealthy affluent
poor poverty impoverished
big large huge massive enormous giant
small tiny little minor
biggest largest greatest
size number strength total count
outnumber exceed surpass more
fewer less smaller
increase rise grow surge soar
decrease fall drop decline shrink
army military troops soldier forces
militia paramilitary fighter militant
rebel insurgent opposition revolutionary
war conflict fighting combat battle
fight battle combat clash
attack assault strike raid
invade invasion occupy occupation
weapon arms gun rifle ammunition
bomb bombing airstrike explosive
plane aircraft jet aerial air
kill murder slay slaughter massacre
die death dead fatality casualty
destroy raze demolish burn ruin flatten level
expel displace evict deport uproot empty
injure wound hurt harm
torture abuse mistreat
cleansing genocide extermination ethnic
village town settlement hamlet
home house dwelling residence
resident inhabitant civilian villager
religion religious faith holy sectarian
jihad holy crusade
muslim islam islamic
sunni sunnis
shia shiite shi shias
christian christianity church
jew jewish judaism
loyal allegiance faithful obedient
control command direct dominate
obey answer report
support back backing help assist aid
ally allied allies partner coalition
enemy foe adversary
government state regime authority administration
president leader ruler
prime premier pm
politician lawmaker senator legislator congressman mp
parliament congress senate legislature
law legal legally lawful legislation statute
illegal unlawful illicit banned
ban prohibit forbid outlaw
official formal formally officially
court judge tribunal
constitution constitutional
democracy democratic vote
election vote ballot poll
protest demonstration uprising revolt rally
demand call
dictator tyrant autocrat strongman
media press newspaper journalist journalism broadcaster outlet
coverage reporting attention
video footage film clip recording filmed
photo photograph picture image
fake false hoax fabricated bogus
real genuine authentic
lie lying mislead deceive dishonest
secret hidden quiet covert undeclared clandestine
hide conceal cover suppress
know aware knowledge realise realize
deny reject refuse dismiss
admit acknowledge concede confess
announce declare proclaim
statement remark comment speech rhetoric rhetorical words
condemn denounce condemnation criticise criticize criticism
hypocrisy hypocrite hypocritical mockery sham
hollow empty meaningless vacuous
accuse blame allege accusation
cause lead result
because reason why
begin start launch
continue ongoing still
stop end halt cease
since after
west western nato
east eastern
border frontier
foreign overseas abroad
migrant immigrant refugee asylum
police officer cop
crime criminal offence offense
arrest detain jail imprison
prison jail detention
rape assault
drug narcotic
vaccine vaccination vaccinate jab shot immunisation immunization
virus disease illness infection
coronavirus covid corona pandemic
doctor physician medic
hospital clinic
medicine drug medication
cancer tumour tumor
cure treat heal remedy
science scientific scientist researcher
climate warming
research study survey
school student pupil teacher
child kid children infant baby
woman female girl
man male boy
mother mum mom
father dad
wife husband spouse
gay lesbian homosexual lgbt
black african
white caucasian
car vehicle automobile
oil petroleum gas
job employment work
unemployed unemployment jobless
company firm corporation business
tax levy
debt deficit
buy purchase
sell sale
trade export import
food meal
celebrity star
phone smartphone mobile
computer laptop pc
internet online web
people public citizen population
practical concrete material
weak feeble
power rule
win victory defeat
lose loss
truth fact
origin source
old elderly
fire blaze
flood flooding
storm hurricane cyclone
earthquake quake
`;

const NEAR = `
pay money fund employ government
salary job government
fund money arms
big outnumber size more
rank size big
army brigade unit division
militia brigade unit army
soldier fighter
group militia organisation organization faction
air plane bomb cover
bomb destroy
burn fire home
crime kill cleansing
religion sunni shia sectarian muslim christian
ideology loyal belief religion
loyal obey answer serve follow control
rebel revolution opposition
revolution uprising democracy
media report article coverage
ignore silence quiet coverage
hide quiet secret silence
truth hide
hypocrisy condemn
criticism statement
law parliament court
official state government
give provide receive supply send
receive get
training equip arms
weapon supply provide
support money weapon
policy government action
action deed practical
talk statement rhetoric word
`;

/** How much of a match a word of the same meaning is, and one of the same subject. Hand-set; see bench/matching/quality.ts. */
const SAME_WEIGHT = 0.6;
const NEAR_WEIGHT = 0.3;

export type RelatedWords = { readonly words: readonly string[]; readonly weight: number };

/** Groups of related English words, each with how close its members are, from 0 to 1. Normalised, not stemmed. */
export const englishRelatives: readonly RelatedWords[] = [
  ...groups(SAME, SAME_WEIGHT),
  ...groups(NEAR, NEAR_WEIGHT),
];

function groups(text: string, weight: number): RelatedWords[] {
  return text
    .trim()
    .split('\n')
    .map((line) => ({ words: line.split(' '), weight }));
}
