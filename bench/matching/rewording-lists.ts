/** The word lists of `rewordings.ts`, written for it: everyday English, from no data and from no list of the index. */

const SMALL = `
a an the this that these those is are was were be been being do does did has have had of to in on at by for from with and or but
not it its he she they his her their him them we our you your i my me as so if than then there here will would can could should
just very really
`;

/** Words that a telegram leaves out. */
export const smallWords: ReadonlySet<string> = new Set(SMALL.trim().split(/\s+/));

const SWAPS = `
says=claims,states; said=claimed,stated; shows=depicts,displays; show=depict; picture=pic,snapshot; photograph=pic,shot;
photo=pic,snapshot; video=clip,vid; car=vehicle,auto; kids=youngsters; children=kids,youngsters; child=kid,youngster;
woman=lady; women=ladies; man=guy,fella; men=guys; killed=slain,murdered; dead=deceased; died=passed away; dies=passes away;
buy=purchase; bought=purchased; giving=handing out; free=complimentary,gratis; shut=close; closing=shutting down; closed=shut;
stopped=halted; stop=halt; stopping=halting; started=began; start=begin; big=huge; large=big; small=tiny; huge=enormous;
police=cops; officer=cop; doctor=physician; doctors=physicians; hospital=clinic; school=academy; students=pupils; student=pupil;
teacher=educator; job=position; jobs=positions; company=firm; companies=firms; money=cash; paid=compensated; pay=compensate;
president=head of state; government=authorities; election=vote; elected=voted in; law=statute; bill=draft law; banned=outlawed;
ban=outlaw; arrested=detained; jail=prison; prison=jail; attack=assault; attacked=assaulted; gun=firearm; guns=firearms; shot=gunned down;
shooting=gunfire; bomb=explosive; fire=blaze; flood=deluge; storm=tempest; city=town; country=nation; house=home; home=house;
food=meals; drink=beverage; water=h2o; drug=medication; drugs=medication; vaccine=jab,shot; vaccines=jabs,shots; virus=pathogen; disease=illness;
sick=ill; cancer=tumour; cure=remedy; cures=heals; causes=leads to; cause=lead to; dangerous=hazardous,unsafe; fake=phony,bogus;
real=authentic; true=correct; false=untrue; angry=furious; famous=well-known; rich=wealthy; poor=needy; old=elderly; new=latest;
announced=declared; announces=declares; reveals=discloses; revealed=disclosed; admits=confesses; admitted=confessed; refuses=declines; refused=declined;
discovered=found; found=discovered; find=discover; removed=taken away; remove=take away; removing=taking away; destroyed=wrecked; stole=swiped;
created=made; made=created; make=create; built=constructed; building=constructing; helps=assists; help=assist; wants=would like;
asked=requested; ask=request; told=informed; speech=address; letter=note; movie=film; film=movie; song=tune; wife=spouse; husband=spouse;
fired=sacked; fires=sacks; hired=employed; quit=resigned; leaving=departing; left=departed; moving=relocating; dog=pooch; dogs=canines; cat=kitty;
immigrants=migrants; refugees=asylum seekers; muslims=followers of islam; rally=gathering; protest=demonstration; protesters=demonstrators;
supporters=backers; support=back; crash=collision; airplane=aircraft; plane=aircraft; flight=plane trip; phone=mobile; internet=web; store=shop;
restaurant=eatery; restaurants=eateries; customers=shoppers; employees=staff; workers=staff; caught=nabbed; allegedly=supposedly; secretly=covertly
`;

/** For a word, words that many put in its place. */
export const swaps: ReadonlyMap<string, readonly string[]> = new Map(
  SWAPS.trim()
    .split(/;\s*/)
    .map((entry): [string, readonly string[]] => {
      const [word = '', others = ''] = entry.split('=');
      return [word, others.split(',')];
    }),
);

const SHORT = `
your=ur you're=ur are=r you=u people=ppl government=govt because=cuz before=b4 to=2 for=4 with=w/ without=w/o please=plz
president=prez president's=prez's about=abt they're=theyre going=goin something=smth someone=some1 everyone=every1 great=gr8 later=l8r
photograph=pic photo=pic picture=pic photos=pics pictures=pics video=vid videos=vids information=info advertisement=ad
department=dept university=uni doctor=doc congressman=rep representative=rep senator=sen secretary=sec
republicans=reps republican=gop democrats=dems democrat=dem america=murica american=us united=utd states=sts british=brit
million=mil billion=bil thousand=k hundred=hundo percent=pct minutes=mins minute=min hours=hrs hour=hr year=yr years=yrs month=mo months=mos
january=jan february=feb august=aug september=sept october=oct november=nov december=dec
facebook=fb instagram=insta twitter=twttr youtube=yt television=tv international=intl international's=intl national=natl
important=imp really=rly know=kno would=wud should=shud could=cud what=wut though=tho through=thru tonight=2nite tomorrow=tmrw today=2day
and=n love=luv thanks=thx coming=comin the=da this=dis that=dat
coronavirus=corona vaccine=vax vaccines=vaxx vaccination=vax vaccinated=vaxxed California=cali
airport=aprt hospital=hosp school=skool military=mil company=co corporation=corp versus=vs
`;

/** Chat spellings of whole words. */
export const shortForms: ReadonlyMap<string, string> = new Map(
  SHORT.trim()
    .split(/\s+/)
    .map((entry): [string, string] => {
      const [word = '', short = ''] = entry.split('=');
      return [word, short];
    }),
);

const ROW =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Whole numbers below a hundred, in digits, and how they are said. */
export const expansions: ReadonlyMap<string, string> = new Map([
  ...ROW.split(' ').map((word, number): [string, string] => [String(number), word]),
  ...TENS.split(' ').flatMap((ten, row) =>
    ROW.split(' ')
      .slice(0, 10)
      .map((unit, number): [string, string] => [
        String(20 + 10 * row + number),
        number === 0 ? ten : `${ten}-${unit}`,
      ]),
  ),
]);

/** Before, within and after what one wants to know. */
export const openers: readonly string[] = [
  'lol is it true that',
  'hey guys quick question, my uncle keeps telling me that',
  'omg did you see this??',
  'can anyone check this please, someone at work said',
  'so apparently',
  'I keep reading everywhere that',
  'wait what?! is this for real:',
  'not sure if this is the right channel but',
];

export const fillers: readonly string[] = [
  'like',
  'you know',
  'basically',
  'or whatever',
  'i think',
  'literally',
];

export const closers: readonly string[] = [
  '??',
  'lmao',
  'or is that just another rumour going round on whatsapp?',
  'any sources?',
  'smh, what do you guys think',
  '... thanks in advance!',
  '😂😂',
  'because I honestly cannot believe it',
];
