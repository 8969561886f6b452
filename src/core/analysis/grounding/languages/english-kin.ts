/**
 * Words of English that a retelling puts for one another, a group between semicolons, from general vocabulary and from no post: money,
 * law, offices, housing, health, school, work, war, sport, verbs of common reports. Forms stand beside each other where the stems differ.
 */
export const englishKin = `
answer reply respond response; ask request demand call seek; consult ask inform notify tell told; tell told say inform;
buy bought purchase acquire; sell sold sale; shut close closed closure; begin began start launch; stop halt end cease quit;
get got receive obtain; give gave hand provide supply; pay paid spend spent cost; earn earned paid made; own possess;
lose lost; win won; find found discover detect; show shown prove; build built construct; keep kept retain stay remain;
leave left depart exit withdraw withdrew; come came arrive; go went; take took taken; rise rose climb increase grow grew;
fall fell fallen drop dropped decline decrease down; hit strike struck; throw threw thrown hurl; see saw seen witness notice;
write wrote written letter; send sent; speak spoke talk; think thought believe; know knew known aware; hold held;
house home flat apartment housing dwelling; renter tenant resident; landlord owner; road street path; town city village; inhabitant resident people;
boss chief head executive ceo manager director; firm company business corporation contractor; worker employee staff job;
layoff redundancy sacked dismissed fired cut; wage salary pay income earnings; price cost fee charge; fine penalty fined;
child children kid kids pupil student youngster; parent mother father mum dad; teacher staff; doctor physician gp medic; nurse; hospital clinic ward;
sick ill illness disease infection; jab vaccine vaccination shot vaccinate; medicine drug; study research survey trial;
police officer cop force; arrest arrested detain detained custody; court judge tribunal ruling verdict; lawsuit sue sued suing court legal;
lawyer attorney; ruling rule ruled verdict decide decision; appeal contest; probe inquiry investigation investigate; evidence proof;
council board authority; mayor councillor; minister ministry government; mp lawmaker politician; vote ballot voted poll; election vote;
march demonstration protest demonstrate rally; crowd people participants; troops soldiers army forces military; bomb shell shelling strike;
kill killed dead died death; truce ceasefire pause; rebel insurgent; team club side; coach manager gaffer; player footballer; match game; goal score scored;
fan supporter; season year; money cash sum amount fund; debt owe owed; contract deal agreement; documents papers paperwork files records forms;
picture photo photograph image footage; phone call telephone; meeting session assembly; letter note message; leaflet flyer brochure; list roll;
book novel; remove removal withdraw ban; return returned; publish public release released disclose; secret hidden; problem trouble issue;
angry anger furious; worry worried fear afraid concern; glad happy pleased; wrong mistake error; refuse decline reject turn; allow permit let;
permission licence permit approval; plan intend intention propose; quick fast; big large great; small little tiny; old former ex previous; new additional extra further more;
several some few; nearly almost close; about around roughly approximately; twice double two; half fifty; yearly annual year; daily day; weekly week; monthly month;
weather heat warm; water river reservoir; spill leak pollution; fish trout; car vehicle; train rail railway; plane aircraft; ship boat; fire blaze;
flee escape; hide conceal hid; split divide; join joined member; chair chairman chairwoman chairperson head; founder founded; spokesman spokeswoman spokesperson;
insist maintain; claim allege; deny reject dispute; confirm; promise pledge vow undertook commit; resign step quit; replace; move relocate moved shift; half-time break interval;
damp mould mouldy moist; advertise advertised offered listing; hurt injured injure wound; drug steroids; tired exhausted weary fatigue
`;
