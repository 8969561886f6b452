import type { CueWords } from './cues.ts';

export const englishCues: CueWords = {
  numberWord:
    'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety dozen dozens half third quarter quarters twice triple double first second',
  magnitude: 'hundred hundreds thousand thousands million millions billion billions trillion trillions',
  percentWord: 'percent percentage per_cent pct points',
  currency: 'dollar dollars euro euros pound pounds cent cents bucks yen rubles usd eur gbp',
  firstPerson: "i me my mine myself i'm i've i'd i'll",
  firstPlural: "we us our ours ourselves we're we've we'd we'll",
  secondPerson: "you your yours yourself you're you've you'd you'll folks",
  thirdPerson: "he she they his her their him them he's she's they're they've he'd she'd",
  demonstrative: "this that these those it it's that's its here there",
  question: 'who what when where why how whose which',
  wish: "want wants wanted hope hopes wish wishes would_like i'd_like love_to pray dream plan_to intend ready_to looking_forward try trying",
  obligation:
    "should must ought have_to has_to got_to need needs shouldn't need_to let let's lets gotta cannot_allow supposed_to",
  future:
    "will won't shall i'll we'll you'll they'll he'll she'll it'll gonna going_to about_to tomorrow soon",
  conditional: "if would could unless whether wouldn't couldn't suppose imagine",
  possibility: "may might maybe perhaps possibly probably can can't cannot able",
  opinion:
    'think believe feel guess opinion view frankly honestly obviously clearly certainly really very absolutely seems seem apparently agree disagree i_mean of_course in_my sort_of kind_of understand',
  greeting:
    'thank thanks welcome hello hi bye goodbye congratulations please sorry excuse pardon sir madam yes no okay ok well oh right sure god_bless good_evening good_morning applause laughter crosstalk',
  imperative:
    'look listen wait remember watch share click read join see vote_for support_our follow retweet subscribe stop tell ask',
  negation:
    "not no never none nothing nobody don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't neither nor",
  quantifier:
    'all every most many few several some any each majority minority none nearly almost about over under approximately only another per everyone everybody nobody both half',
  superlative:
    'most least best worst largest biggest highest lowest greatest fastest smallest richest poorest oldest youngest record number_one ever history first',
  comparative:
    'more less fewer higher lower bigger larger smaller greater better worse than faster slower richer poorer older younger cheaper as_much as_many twice',
  pastTime:
    'ago last yesterday since year years month months week weeks decade decades century during previously earlier recently before after former past',
  presentTime: 'now today currently already still tonight right_now',
  pastAuxiliary:
    "was were had did wasn't weren't hadn't didn't been became got went came took made gave left lost found won held brought built began fell rose grew spent paid sent saw knew led met ran sold told put cut",
  perfect: "has have hasn't haven't we've they've i've has_been have_been",
  existence: "is are isn't aren't there_is there_are there's there_was there_were contains includes consists",
  source:
    'according_to report reports study studies survey poll polls data statistics research evidence records document documents video photo footage',
  cause:
    'cause because lead result produce create destroy prevent trigger force due responsible reason contribute fuel spread help hurt damage affect allow enable end start',
  change:
    'increase decrease rise fall grow drop decline reduce raise cut expand double triple shrink lose gain skyrocket plummet surge climb jump slash lower add eliminate close',
  report:
    'say tell claim state report announce declare admit deny accuse reveal confirm testify warn argue allege promise call suggest quote endorse',
  record:
    'vote support oppose sign pass veto propose introduce vow repeal appoint nominate elect sponsor filibuster approve reject block fund defund',
  money:
    'tax budget deficit debt cost price pay wage income salary spend money economy trade tariff fund bank profit loan invest subsidy export import inflation billionaire wealth',
  law: 'law bill amendment constitution court judge justice legal illegal ban rule treaty deal agreement regulation legislation act sanction sue lawsuit supreme convict',
  crime:
    'kill murder crime criminal gun shoot attack terror terrorist drug fraud rape violence arrest police prison steal theft corruption bribe assault gang weapon border bomb shot',
  health:
    'health hospital vaccine virus disease cancer doctor patient medicare medicaid insurance drug medicine die death dead covid abortion obamacare care premium infect pandemic',
  war: 'war military army troop soldier nuclear missile weapon invade iraq iran isis nato navy force defense enemy bomb occupy militia',
  work: 'job work worker employ unemployment employee business company factory industry manufacture union farm hire fire employer',
  government:
    'government president congress senate senator governor administration republican democrat party election campaign federal state country nation minister ministry parliament secretary mayor department agency',
  people:
    'people woman man child family immigrant refugee student american voter citizen population black hispanic muslim christian jew veteran senior teacher',
  measure:
    'rate average number total amount level percent ton mile kilometer degree barrel acre age size population majority',
  praise:
    'great good wonderful fantastic tremendous beautiful amazing incredible proud strong nice fine important honor special',
  blame:
    'bad terrible horrible disaster disgrace shame ridiculous wrong stupid sad crazy awful lie weak unfair crooked',
  feeling: 'love hate like care fear worry happy glad respect friend faith heart hope dream enjoy',
};
